//! Elision: `l'accès` is two words, `aujourd'hui` is one.

use std::ops::Range;

use crate::run;

/// Words that lose their last letter before a vowel.
pub(crate) const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "quelqu", "presqu",
];

/// Words written with an apostrophe: what stands before it, and how what follows begins.
pub(crate) const WHOLE: &[(&str, &str)] = &[
    ("aujourd", "hui"),
    ("presqu", "île"),
    ("presqu", "ile"),
    ("prud", "hom"),
    ("quelqu", "un"),
    ("entr", ""),
];

/// Whether `run`, which an apostrophe follows, is an elided word.
pub(crate) fn is_elided(run: &str) -> bool {
    ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(run)) || run == "Ç"
}

/// Whether an apostrophe between two runs belongs to one word.
pub(crate) fn is_one_word(before: &str, after: &str) -> bool {
    if before.len() < 4 {
        return false;
    }
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    WHOLE.iter().any(|&(left, right)| left == before && after.starts_with(right))
}

/// Whether `run` of the text and the apostrophe after it are an elided word before another.
pub(crate) fn stands_elided(text: &str, run: &Range<usize>) -> bool {
    let Some(rest) = text[run.end..].strip_prefix('\'') else { return false };
    let (before, after) = (&text[run.clone()], run::at(rest, 0));
    !after.is_empty() && is_elided(before) && !is_one_word(before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elided_words_are_known_in_capitals_too() {
        for run in ["l", "L", "d", "qu", "JUSQU", "Ç"] {
            assert!(is_elided(run), "{run}");
        }
    }

    #[test]
    fn a_name_before_an_apostrophe_is_not_elided() {
        for run in ["O", "guin", "prud"] {
            assert!(!is_elided(run), "{run}");
        }
    }

    #[track_caller]
    fn check(before: &str, after: &str, one_word: bool) {
        assert_eq!(is_one_word(before, after), one_word, "{before}'{after}");
    }

    #[test]
    fn lexical_apostrophes_keep_the_word_whole() {
        check("aujourd", "hui", true);
        check("Aujourd", "HUI", true);
        check("presqu", "île", true);
        check("prud", "hommes", true);
        check("prud", "homale", true);
        check("quelqu", "une", true);
        check("entr", "ouvrir", true);
    }

    #[test]
    fn other_apostrophes_part_two_words() {
        check("presqu", "aucun", false);
        check("jusqu", "ici", false);
        check("l", "homme", false);
    }
}
