//! Plain words: runs of letters of which every rule but that of words makes nothing, whatever
//! precedes them.
//!
//! Most words of a text are plain and were met before. They are known by their letters and by the
//! sign after them, and no rule has to look at them again.

use std::ops::Range;

use crate::abbreviation;
use crate::acronym;
use crate::ordinal;

/// Whether a run is a plain word wherever it [stands apart](stands_apart).
pub(crate) fn is_plain(run: &str) -> bool {
    run.chars().nth(1).is_some()
        && run.chars().all(char::is_alphabetic)
        && !acronym::is_in_capitals(run)
        && !abbreviation::is_abbreviation(run)
        && ordinal::roman(run).is_none()
        && ordinal::roman_in_one_case(run).is_none()
}

/// Whether `run` of the text is no part of a compound, of a hashtag or of an address, and has no
/// ending that a sign sets off.
pub(crate) fn stands_apart(text: &str, run: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let ends = match bytes.get(run.end) {
        None | Some(b' ' | b',' | b'\n' | b';' | b')' | b'!' | b'?' | b'"') => true,
        Some(b'.') => matches!(bytes.get(run.end + 1), None | Some(b' ' | b'\n')),
        // A no-break space.
        Some(0xc2) => bytes.get(run.end + 1) == Some(&0xa0),
        _ => false,
    };
    ends && run.start.checked_sub(1).is_none_or(|before| bytes[before] != b'#')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run;

    #[test]
    fn most_words_are_plain() {
        for word in ["droit", "Droit", "élues", "œuvre", "vers", "la"] {
            assert!(is_plain(word), "{word}");
        }
    }

    #[test]
    fn what_another_rule_may_read_is_not() {
        for word in ["CCAS", "a", "2e", "III", "XXIe", "vi", "St", "art", "e\u{301}tat"] {
            assert!(!is_plain(word), "{word}");
        }
    }

    #[track_caller]
    fn check(text: &str, is_apart: bool) {
        let start = usize::from(text.starts_with('#'));
        assert_eq!(stands_apart(text, &(start..run::end(text, start))), is_apart, "{text}");
    }

    #[test]
    fn a_space_or_a_stop_sets_apart() {
        for text in ["droit", "droit à", "droit, ", "droit.", "droit. Le", "droit\u{a0}!"] {
            check(text, true);
        }
    }

    #[test]
    fn signs_that_lead_on_do_not() {
        for text in ["non-recours", "agent·e", "agent.e", "agent(e)", "aujourd'hui", "nos°", "#droit"] {
            check(text, false);
        }
    }
}
