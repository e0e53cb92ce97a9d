//! Text compared without case, accents and typography.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::ops::Deref;

/// A text that is compared often: it is folded once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text<'t> {
    printed: Cow<'t, str>,
    /// `None` where it is folded as printed.
    folded: OnceCell<Option<String>>,
    /// Whether people may be introduced inside it, once that was looked for.
    introduces: OnceCell<bool>,
}

impl<'t> Text<'t> {
    /// A text as printed.
    pub(crate) fn new(printed: impl Into<Cow<'t, str>>) -> Text<'t> {
        Text { printed: printed.into(), ..Text::default() }
    }

    /// Both forms of the text.
    pub(crate) fn both(&self) -> Folded<'_> {
        Folded { printed: &self.printed, folded: self.folded(), introduces: &self.introduces }
    }

    /// The text as [`fold`] gives it.
    pub(crate) fn folded(&self) -> &str {
        let fold = || match fold(&self.printed) {
            Cow::Borrowed(_) => None,
            Cow::Owned(folded) => Some(folded),
        };
        self.folded.get_or_init(fold).as_deref().unwrap_or(&self.printed)
    }

    /// Makes the text empty.
    pub(crate) fn clear(&mut self) {
        *self = Text::default();
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.printed
    }
}

/// A text as printed and as folded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folded<'t> {
    pub(crate) printed: &'t str,
    pub(crate) folded: &'t str,
    /// Whether people may be introduced inside it, once that was looked for.
    pub(crate) introduces: &'t OnceCell<bool>,
}

impl<'t> Folded<'t> {
    /// Without the marks before the first letter or digit.
    pub(crate) fn without_marks(self) -> Folded<'t> {
        if self.printed.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return self;
        }
        let mark = |c: char| !c.is_alphanumeric();
        Folded {
            printed: self.printed.trim_start_matches(mark),
            folded: self.folded.trim_start_matches(mark),
            ..self
        }
    }

    /// What is printed after the first `bytes` bytes of the folded text.
    pub(crate) fn after(self, bytes: usize) -> &'t str {
        let mut folded = String::with_capacity(bytes + 4);
        let mut chars = self.printed.chars();
        while folded.len() < bytes {
            match chars.next() {
                Some(c) => push_folded(c, &mut folded),
                None => return "",
            }
        }
        chars.as_str()
    }
}

/// Lower case, without accents, one kind of apostrophe, hyphen and space; ligatures opened.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let kept = |byte: u8| matches!(byte, b' '..=b'@' | b'['..=b'~');
    let Some(changed) = text.bytes().position(|byte| !kept(byte)) else {
        return Cow::Borrowed(text);
    };
    let mut folded = String::with_capacity(text.len() + 2);
    let (start, mut rest) = text.split_at(changed);
    folded.push_str(start);
    // Runs of ASCII are copied whole.
    while let Some(at) = find(rest.as_bytes(), bytes::controls_or_not_ascii) {
        folded.push_str(&rest[..at]);
        let mut chars = rest[at..].chars();
        if let Some(c) = chars.next() {
            push_folded(c, &mut folded);
        }
        rest = chars.as_str();
    }
    folded.push_str(rest);
    folded.make_ascii_lowercase();
    Cow::Owned(folded)
}

/// What is read in a word as [`fold`] gives it, without a string for a short one in ASCII.
pub(crate) fn with_folded<R>(word: &str, read: impl FnOnce(&str) -> R) -> R {
    let mut room = [0; 24];
    let room = room
        .get_mut(..word.len())
        .filter(|_| find(word.as_bytes(), bytes::controls_or_not_ascii).is_none());
    let Some(room) = room else { return read(&fold(word)) };
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    read(str::from_utf8(room).unwrap_or_default())
}

fn push_folded(c: char, folded: &mut String) {
    match c {
        '\t' | '\n' | '\r' | '\x0b' | '\x0c' => folded.push(' '),
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        // The commonest letters of French first: Unicode's tables cost ten times as much.
        'é' | 'è' | 'ê' => folded.push('e'),
        'à' | 'â' => folded.push('a'),
        '’' | '‘' | 'ʼ' | '′' => folded.push('\''),
        '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
        // The points that part the endings of « invité•e•s ».
        '•' | '‧' | '∙' | '⋅' => folded.push('·'),
        c if c.is_whitespace() => folded.push(' '),
        c => {
            for lower in c.to_lowercase() {
                glane_analysis::fold_letter(lower, folded);
            }
        }
    }
}

/// The first byte that one of the marks below tells, eight at a time: one by one, finding the next
/// letter with an accent costs as much as a regular expression.
fn find(bytes: &[u8], marks: impl Fn(u64) -> u64) -> Option<usize> {
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut last = [b' '; 8];
    last[..rest.len()].copy_from_slice(rest);
    let marked = |(rank, eight): (usize, &[u8; 8])| {
        let marks = marks(u64::from_le_bytes(*eight)) & 0x8080_8080_8080_8080;
        (marks != 0).then(|| 8 * rank + marks.trailing_zeros() as usize / 8)
    };
    eights.iter().chain([&last]).enumerate().find_map(marked)
}

/// Marks on eight bytes: the highest bit of each.
mod bytes {
    /// Bytes below the space or outside ASCII, up to the first.
    pub(super) fn controls_or_not_ascii(eight: u64) -> u64 {
        eight | eight.wrapping_sub(0x2020_2020_2020_2020)
    }

    /// Bytes from `@` to `_`, where capitals are, or outside ASCII.
    pub(super) fn capitals_or_not_ascii(eight: u64) -> u64 {
        eight | (eight << 1 & !(eight << 2))
    }
}

/// Words of a list, folded, to be looked up.
pub(crate) type WordSet = HashSet<&'static str, BuildHasherDefault<glane_analysis::Fnv>>;

/// The words of a text, folded: runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    folded_words(&fold(text)).map(str::to_owned).collect()
}

/// The words of a folded text.
pub(crate) fn folded_words(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        let (_, from) = rest.split_at(run(rest, |c| !c.is_alphanumeric()));
        let (word, after) = from.split_at(run(from, char::is_alphanumeric));
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// How many bytes the characters take that open a text and fit; most are of ASCII, and fast.
fn run(text: &str, fits: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            if !fits(char::from(byte)) {
                break;
            }
            at += 1;
        } else {
            let next = text[at..].chars().next().filter(|c| fits(*c));
            let Some(next) = next else { break };
            at += next.len_utf8();
        }
    }
    at
}

/// Words joined by spaces, for comparison of whole phrases.
pub(crate) fn canonical(text: &str) -> String {
    canonical_of_folded(&fold(text))
}

/// The words of a folded text joined by spaces.
pub(crate) fn canonical_of_folded(folded: &str) -> String {
    let mut canonical = String::with_capacity(folded.len());
    for word in folded_words(folded) {
        if !canonical.is_empty() {
            canonical.push(' ');
        }
        canonical.push_str(word);
    }
    canonical
}

/// Whether all letters of a text are capitals, and it has at least two of them.
pub(crate) fn is_upper(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// Whether the first letter is a capital.
pub(crate) fn starts_upper(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Where words with a capital start.
pub(crate) fn capitals(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut last = [b' '; 8];
    last[..rest.len()].copy_from_slice(rest);
    let (mut next, mut marks) = (0, 0);
    let may_start = std::iter::from_fn(move || {
        while marks == 0 {
            let eight = if next < eights.len() { eights[next] } else { last };
            if next > eights.len() {
                return None;
            }
            marks = bytes::capitals_or_not_ascii(u64::from_le_bytes(eight)) & 0x8080_8080_8080_8080;
            next += 1;
        }
        let at = 8 * (next - 1) + marks.trailing_zeros() as usize / 8;
        marks &= marks - 1;
        Some(at)
    });
    may_start.filter(|&at| {
        // « é » is 0xC3 0xA9, « É » 0xC3 0x89.
        let lower = bytes[at] == 0xC3 && bytes[at + 1] >= 0xA0;
        let first = !lower && text.is_char_boundary(at);
        first && text[at..].starts_with(char::is_uppercase) && !follows_letter(&text[..at])
    })
}

/// What some folded texts open with, in three letters: most words with a capital open with others.
#[derive(Debug)]
pub(crate) struct Openings(Vec<u64>);

impl Openings {
    /// The openings of texts as [`fold`] or [`canonical`] gives them.
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Openings {
        let mut openings = Openings(vec![0; (1 << 15) / 64]);
        for text in texts {
            let letter = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b' ');
            let (word, bit) = Openings::place([letter(0), letter(1), letter(2)]);
            openings.0[word] |= bit;
        }
        openings
    }

    /// The bit of three letters: five of each, which leave its case out; other marks are alike.
    fn place(letters: [u8; 3]) -> (usize, u64) {
        let bits = |letter: u8| if letter.is_ascii_alphabetic() { letter & 31 } else { 0 };
        let place = letters.iter().fold(0, |place, &letter| place << 5 | usize::from(bits(letter)));
        (place / 64, 1 << (place % 64))
    }

    /// Whether one of them may open what stands at a byte of a text; what has other letters than
    /// those of ASCII may.
    pub(crate) fn may_open(&self, text: &str, at: usize) -> bool {
        let Some(&letters) = text.as_bytes()[at..].first_chunk::<3>() else { return true };
        let (word, bit) = Openings::place(letters);
        !letters.is_ascii() || self.0[word] & bit != 0
    }
}

fn follows_letter(before: &str) -> bool {
    before.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// At most `bytes` bytes of a text, cut between characters.
pub(crate) fn prefix(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folding_levels_typography() {
        assert_eq!(fold("L’ŒUVRE – É"), "l'oeuvre - e");
        assert_eq!(canonical("Mots-clés :"), "mots cles");
    }

    #[test]
    fn what_follows_in_the_folded_text_follows_as_printed() {
        let text = Text::new("— Œuvres citées : Ève".to_owned());
        let both = text.both().without_marks();
        let end = both.folded.find(": ").unwrap() + 2;
        assert_eq!(both.after(end), "Ève");
    }

    #[test]
    fn openings_are_told_by_three_letters() {
        let openings = Openings::of(["zoe", "j p", "luc perrot", "al"]);
        for text in ["Zoé", "ZOE Lanteri", "J-P Tarn", "Lucie", "Al Perrot", "Élise"] {
            assert!(openings.may_open(text, 0), "{text}");
        }
        for text in ["Zone", "Jean", "Le chat", "Alice"] {
            assert!(!openings.may_open(text, 0), "{text}");
        }
        assert!(openings.may_open("à Luc", "à ".len()));
    }

    proptest! {
        #[test]
        fn folding_a_text_folds_each_character(text in "(?s)[a-zÀ-ÿ’œ\t\x7f ]{0,30}.{0,30}") {
            let mut each = String::new();
            text.chars().for_each(|c| push_folded(c, &mut each));
            prop_assert_eq!(&*fold(&text), &each);
            prop_assert_eq!(with_folded(&text, str::to_owned), each);
        }

        #[test]
        fn every_word_with_a_capital_is_found(text in "(?s)[a-zA-ZÀ-ÿ@_’ .]{0,30}.{0,10}") {
            let starts = text.char_indices().filter(|&(at, c)| {
                c.is_uppercase() && !follows_letter(&text[..at])
            });
            let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
            prop_assert_eq!(capitals(&text).collect::<Vec<_>>(), starts);
        }
    }
}
