//! Short words as numbers, which a table compares and keeps at once, without going elsewhere.

use std::ops::Range;

/// How many bytes a short word has at most.
const LONGEST: usize = 15;

/// A word of fifteen bytes or fewer: its bytes, the first one lowest, then their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Short(u128);

impl Short {
    /// The word in this range of `text`, if it is short.
    pub(crate) fn of(text: &str, run: &Range<usize>) -> Option<Short> {
        let length = run.len();
        if length > LONGEST {
            return None;
        }
        let bytes = text.as_bytes();
        let word = match bytes.get(run.start..).and_then(<[u8]>::first_chunk) {
            Some(ahead) => u128::from_le_bytes(*ahead) & ((1 << (8 * length)) - 1),
            None => {
                let mut own = [0; 16];
                own[..length].copy_from_slice(bytes.get(run.clone())?);
                u128::from_le_bytes(own)
            }
        };
        Some(Short(word | (length as u128) << 120))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_word_is_the_same_wherever_it_stands() {
        let short = |text: &str, start| Short::of(text, &(start..start + 5));
        assert!(short("droit", 0).is_some());
        assert_eq!(short("droit", 0), short("le droit de chacun à un logement", 3));
        assert_eq!(short("droit", 0), short("le droit", 3));
        assert_ne!(short("droit", 0), short("le droits de chacun à un logement", 4));
    }

    #[test]
    fn a_long_word_is_none() {
        assert!(Short::of("intercommunalité", &(0..15)).is_some());
        assert_eq!(Short::of("intercommunalité", &(0..16)), None);
    }

    proptest! {
        #[test]
        fn different_words_are_different(one in "[a-zé]{1,9}", other in "[a-zé]{1,9}", rest in ".*") {
            let text = [&other, rest.as_str()].concat();
            let shorts = [Short::of(&one, &(0..one.len())), Short::of(&text, &(0..other.len()))];
            let is_short = |word: &str| word.len() <= LONGEST;
            prop_assert_eq!(shorts.map(|short| short.is_some()), [&one, &other].map(|w| is_short(w)));
            prop_assert_eq!(shorts[0] == shorts[1] && shorts[0].is_some(), one == other && is_short(&one));
        }
    }
}
