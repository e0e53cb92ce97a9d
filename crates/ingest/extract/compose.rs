//! Letters and the accents that follow them → accented letters.
//!
//! Some software writes « é » as two characters: names, cues and what is quoted are composed.

use unicode_normalization::UnicodeNormalization;

use super::text::{ExtractedText, Properties};

/// The first bytes in UTF-8 of combining accents, U+0300 to U+036F.
const FIRST_BYTES: [u8; 2] = [0xCC, 0xCD];

/// A text in normalization form C, of the Unicode standard's annex 15.
pub(super) fn composed(text: String) -> String {
    let [first, last] = FIRST_BYTES;
    let accents = memchr::memchr2(first, last, text.as_bytes());
    if accents.is_some() { text.nfc().collect() } else { text }
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
    use super::*;

    #[test]
    fn accents_join_their_letters() {
        assert_eq!(composed("Se\u{301}ance a\u{300} Orn".to_owned()), "Séance à Orn");
        assert_eq!(composed("Séance à Orn, n° 2".to_owned()), "Séance à Orn, n° 2");
    }
}
