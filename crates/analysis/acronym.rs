//! Acronyms: `C.C.A.S.` and `CCAS` are one word.
//!
//! A reader types `ccas`, and a heading in capitals shouts `ATELIERS`: capitals cannot decide how
//! a word is keyed, or one of the two would be missed. The key therefore depends on the letters
//! alone. What saves most acronyms from being inflected is their spelling: no French word begins
//! with `cc` or lacks a vowel. The others are inflected like a word (`CIAS` and `CIA` share a
//! key), and the form, which stays whole, ranks them.

/// Pairs of consonants with which a word of French, or one that French has borrowed, begins.
pub(crate) const ONSETS: &[&str] = &[
    "bh", "bl", "br", "ch", "cl", "cr", "ct", "cz", "dh", "dj", "dr", "dv", "dz", "fj", "fl", "fr",
    "gh", "gl", "gn", "gr", "gw", "kh", "kl", "kn", "kr", "kw", "ll", "mn", "ng", "ph", "pf", "pl",
    "pn", "pr", "ps", "pt", "rh", "rw", "sb", "sc", "sf", "sg", "sh", "sk", "sl", "sm", "sn", "sp",
    "sq", "sr", "st", "sv", "sw", "sz", "tc", "th", "tl", "tr", "ts", "tw", "tz", "vl", "vr", "wh",
    "wr", "zh", "zl", "zw",
];

/// Whether no French word is spelt like the folded word.
pub(crate) fn is_unpronounceable(folded: &str) -> bool {
    match folded.as_bytes() {
        [first, second, ..] if is_consonant(*first) && is_consonant(*second) => {
            !ONSETS.contains(&&folded[..2]) || folded.bytes().all(is_consonant)
        }
        _ => false,
    }
}

fn is_consonant(byte: u8) -> bool {
    byte.is_ascii_lowercase() && !matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Where the dotted acronym that starts at `start` ends, its last dot included.
///
/// Two capitals suffice; lower-case letters must be three, for `i.e.` and `p.m.` are none.
pub(crate) fn dotted_end(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    let mut letters = 0;
    let mut lower_case = false;
    while let Some((letter, after)) = lone_letter(text, end) {
        letters += 1;
        lower_case |= letter.is_lowercase();
        end = after;
        match text[end..].strip_prefix('.') {
            Some(_) => end += 1,
            None => break,
        }
    }
    (letters >= if lower_case { 3 } else { 2 }).then_some(end)
}

/// A letter that no other follows, and where it ends.
fn lone_letter(text: &str, at: usize) -> Option<(char, usize)> {
    let mut rest = text[at..].chars();
    let letter = rest.next().filter(|letter| letter.is_alphabetic())?;
    let is_lone = !rest.next().is_some_and(char::is_alphanumeric);
    is_lone.then(|| (letter, at + letter.len_utf8()))
}

/// Whether a run is written in capitals throughout, with two letters at least.
pub(crate) fn is_in_capitals(run: &str) -> bool {
    let mut letters = run.chars();
    letters.next().is_some_and(char::is_uppercase)
        && run.chars().nth(1).is_some()
        && letters.all(|letter| letter.is_uppercase() || letter.is_numeric())
}

/// A line of text: capitals stand out only where other words have none.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Where the line ends, in bytes of the text.
    pub(crate) end: usize,
    /// Whether it holds a small letter.
    pub(crate) has_small_letters: bool,
}

impl Line {
    /// The rest of the line from `at` on.
    pub(crate) fn from(text: &str, at: usize) -> Line {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        Line { end, has_small_letters: text[start..end].contains(char::is_lowercase) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_dotted(text: &str, acronym: Option<&str>) {
        assert_eq!(dotted_end(text, 0).map(|end| &text[..end]), acronym, "{text}");
    }

    #[test]
    fn letters_with_dots_are_one_acronym() {
        check_dotted("C.C.A.S. de", Some("C.C.A.S."));
        check_dotted("R.S.A, puis", Some("R.S.A"));
        check_dotted("c.c.a.s.", Some("c.c.a.s."));
    }

    #[test]
    fn an_initial_is_no_acronym() {
        check_dotted("M. Dupont", None);
        check_dotted("B.Il vient", None);
    }

    #[test]
    fn abbreviations_of_two_small_letters_are_no_acronym() {
        check_dotted("i.e. ceci", None);
    }

    #[track_caller]
    fn check_unpronounceable(expect: bool, words: &[&str]) {
        for word in words {
            assert_eq!(is_unpronounceable(word), expect, "{word}");
        }
    }

    #[test]
    fn no_french_word_is_spelt_like_these() {
        check_unpronounceable(true, &["ccas", "ddass", "cpam", "sncf", "cnas"]);
    }

    #[test]
    fn words_that_begin_with_rare_consonants_are_pronounceable() {
        check_unpronounceable(
            false,
            &["psychologue", "svelte", "tchat", "pneus", "sphere", "mnemo"],
        );
        check_unpronounceable(false, &["usagers", "yeux", "stress", "l", ""]);
    }

    #[test]
    fn capitals_are_letters_and_digits_without_small_letters() {
        assert!(is_in_capitals("RSA"));
        assert!(is_in_capitals("ÉTAT"));
        assert!(is_in_capitals("H2O"));
        assert!(!is_in_capitals("Rsa"));
        assert!(!is_in_capitals("A"));
        assert!(!is_in_capitals("12"));
    }

    #[test]
    fn a_heading_in_capitals_has_no_small_letters() {
        assert!(!Line::from("LA PRECARITE\nsuite", 3).has_small_letters);
        assert!(Line::from("le CCAS\nSUITE", 3).has_small_letters);
    }
}
