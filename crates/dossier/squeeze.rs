//! Finding kept words again in a text that was extracted anew.

use std::ops::Range;

/// A text reduced to its letters and digits, in lower case, and where each of them stood.
///
/// A new conversion of a source changes line ends, spaces, hyphens and quotation marks, not letters.
pub(crate) struct Squeezed {
    letters: String,
    /// For each byte of `letters`, the bytes of the text that it comes from.
    from: Vec<Range<usize>>,
}

impl Squeezed {
    /// Reduces a text.
    pub(crate) fn of(text: &str) -> Squeezed {
        let (mut letters, mut from) = (String::with_capacity(text.len()), Vec::new());
        for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
            letters.extend(letter.to_lowercase());
            from.resize(letters.len(), at..at + letter.len_utf8());
        }
        Squeezed { letters, from }
    }

    /// The bytes of the text where the letters of `words` stand, the place nearest to `near` where
    /// they stand several times; `None` where they do not, or there are none.
    pub(crate) fn find(&self, words: &str, near: usize) -> Option<Range<usize>> {
        let Squeezed { letters, .. } = Squeezed::of(words);
        if letters.is_empty() {
            return None;
        }
        let places = self.letters.match_indices(&letters);
        let ranges =
            places.map(|(at, _)| self.from[at].start..self.from[at + letters.len() - 1].end);
        ranges.min_by_key(|range| range.start.abs_diff(near))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_other_spaces_and_marks() {
        let text =
            Squeezed::of("Avant. L’accueil des usa-\ngers, « vitrine » de la mairie. Après.");
        let found = text.find("l'accueil des usagers, \"vitrine\" de la mairie", 0).unwrap();
        assert_eq!(found, 7..60);
        assert_eq!(text.find("l'accueil des élus", 0), None);
        assert_eq!(text.find("« … »", 0), None);
    }

    #[test]
    fn of_several_places_the_nearest_is_taken() {
        let text = Squeezed::of("oui, non, oui, non");
        assert_eq!(text.find("oui", 9), Some(10..13));
        assert_eq!(text.find("Oui", 2), Some(0..3));
    }
}
