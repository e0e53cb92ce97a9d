//! Letters and the accents that follow them → accented letters.
//!
//! Some software writes « é » as two characters: names, cues and what is quoted are composed.

use unicode_normalization::UnicodeNormalization;

use super::text::{ExtractedText, Properties};

/// The first bytes in UTF-8 of combining accents, U+0300 to U+036F.
const FIRST_BYTES: [u8; 2] = [0xCC, 0xCD];

/// A text whose words with combining accents are in normalization form C, of the Unicode standard's
/// annex 15: nothing composes with white space.
pub(super) fn composed(text: String) -> String {
    let [first, last] = FIRST_BYTES;
    let accent = |from: usize| memchr::memchr2(first, last, &text.as_bytes()[from..]);
    let is_space = |c: char| c.is_ascii_whitespace();
    let mut written = String::new();
    let mut done = 0;
    while let Some(at) = accent(done).map(|length| done + length) {
        let word = text[done..at].rfind(is_space).map_or(done, |space| done + space);
        let end = text[at..].find(is_space).map_or(text.len(), |length| at + length);
        written.push_str(&text[done..word]);
        written.extend(text[word..end].nfc());
        done = end;
    }
    if done == 0 {
        return text;
    }
    written.push_str(&text[done..]);
    written
}

impl ExtractedText {
    /// It with its letters [`composed`], and what it says of itself.
    pub(super) fn composed(self) -> ExtractedText {
        let Properties { title, authors, date, keywords } = self.properties;
        let all = |texts: Vec<String>| texts.into_iter().map(composed).collect();
        let properties = Properties {
            title: title.map(composed),
            authors: all(authors),
            date,
            keywords: all(keywords),
        };
        ExtractedText { text: composed(self.text), properties, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_join_their_letters() {
        assert_eq!(composed("Se\u{301}ance a\u{300} Orn".to_owned()), "Séance à Orn");
        assert_eq!(composed("Séance à Orn, n° 2".to_owned()), "Séance à Orn, n° 2");
        assert_eq!(composed("\u{301} e\u{301}".to_owned()), "\u{301} é");
    }

    proptest! {
        #[test]
        fn words_with_accents_compose_as_the_whole_text_does(words in "([a-zàéÅ\u{301}\u{327}]| |\n){0,40}") {
            prop_assert_eq!(composed(words.clone()), words.nfc().collect::<String>());
        }
    }
}
