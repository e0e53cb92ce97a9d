//! Plain words: runs of letters of which every rule but that of words and that of elision makes
//! nothing, whatever precedes them.
//!
//! Most words of a text are plain and were met before. They are known by their letters and by the
//! sign after them, and no rule has to look at them again.

use std::ops::Range;

use crate::abbreviation;
use crate::acronym;
use crate::elision;
use crate::ordinal;
use crate::token::Rule;

/// Whether a run is a plain word wherever a [rule] reads it as one.
pub(crate) fn is_plain(run: &str) -> bool {
    // A capital by itself may begin an acronym with dots, or a reference.
    (run.chars().nth(1).is_some() || run.starts_with(char::is_lowercase))
        && run.chars().all(char::is_alphabetic)
        && !acronym::is_in_capitals(run)
        && !abbreviation::is_abbreviation(run)
        && ordinal::roman(run).is_none()
        && ordinal::roman_in_one_case(run).is_none()
}

/// How a plain word that is `run` of the text is read: by itself or elided, where it is no part of a
/// compound, of a hashtag or of an address, and has no ending that a sign sets off.
pub(crate) fn rule(text: &str, run: &Range<usize>) -> Option<Rule> {
    let bytes = text.as_bytes();
    if run.start.checked_sub(1).is_some_and(|before| bytes[before] == b'#') {
        return None;
    }
    let is_apart = match bytes.get(run.end) {
        None | Some(b' ' | b',' | b'\n' | b';' | b')' | b'!' | b'?' | b'"') => true,
        // A letter and a dot may begin a reference.
        Some(b'.') => run.len() > 1 && matches!(bytes.get(run.end + 1), None | Some(b' ' | b'\n')),
        // A no-break space.
        Some(0xc2) => bytes.get(run.end + 1) == Some(&0xa0),
        Some(b'\'') => return elision::stands_elided(text, run).then_some(Rule::Elision),
        _ => false,
    };
    is_apart.then_some(Rule::Word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run;

    #[test]
    fn most_words_are_plain() {
        for word in ["droit", "Droit", "élues", "œuvre", "vers", "la", "à", "l", "qu"] {
            assert!(is_plain(word), "{word}");
        }
    }

    #[test]
    fn what_another_rule_may_read_is_not() {
        for word in ["CCAS", "A", "2e", "III", "XXIe", "vi", "St", "art", "e\u{301}tat"] {
            assert!(!is_plain(word), "{word}");
        }
    }

    #[track_caller]
    fn check(text: &str, expect: Option<Rule>) {
        let start = usize::from(text.starts_with('#'));
        assert_eq!(rule(text, &(start..run::end(text, start))), expect, "{text}");
    }

    #[test]
    fn a_space_or_a_stop_sets_apart() {
        for text in ["droit", "droit à", "droit, ", "droit.", "droit. Le", "droit\u{a0}!"] {
            check(text, Some(Rule::Word));
        }
        check("l'été", Some(Rule::Elision));
    }

    #[test]
    fn signs_that_lead_on_do_not() {
        for text in [
            "non-recours",
            "agent·e",
            "agent.e",
            "agent(e)",
            "aujourd'hui",
            "nos°",
            "#droit",
            "l. 262-1",
        ] {
            check(text, None);
        }
    }
}
