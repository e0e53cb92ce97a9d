//! Regular expressions that are asked only where they may match.
//!
//! Most lines match none of the expressions of this crate, and starting the engine costs more than
//! reading a line: what any match opens with, or holds, is told from the expression once and looked
//! for first.

use std::ops::Deref;

use regex::{Captures, Match, Regex};
use regex_automata::meta;
use regex_syntax::hir::{Class, Hir, HirKind, Look};
use regex_syntax::utf8::Utf8Sequences;

/// A regular expression written in this crate.
pub(crate) struct Pattern {
    regex: Regex,
    /// What a text must show for a search to start.
    guard: Guard,
}

/// What any text that an expression matches shows.
enum Guard {
    /// One of these bytes comes first.
    Opens(Box<[bool; 256]>),
    /// A match of this automaton.
    Matches(meta::Regex),
    /// Nothing that is quick to look for.
    Nothing,
}

/// A regular expression for text as printed.
pub(crate) fn pattern(literal: &str) -> Pattern {
    let guard = match first_bytes(&parsed(literal)) {
        Some(bytes) => Guard::Opens(bytes),
        None => Guard::Nothing,
    };
    Pattern { regex: compiled(literal), guard }
}

/// A regular expression for folded text, where words are of ASCII letters and digits.
///
/// Unicode's word boundaries and digits would send the engine to its slow paths at the first
/// character outside ASCII.
pub(crate) fn folded_pattern(literal: &str) -> Pattern {
    pattern(&of_folded(literal))
}

/// A regular expression for folded text that matches few texts and opens with many words: these
/// are so common that looking for them first costs twice as much as reading on.
#[expect(
    clippy::expect_used,
    reason = "each expression is a literal that a test of its module compiles"
)]
pub(crate) fn rare_pattern(literal: &str) -> Pattern {
    let literal = of_folded(literal);
    let automaton = meta::Builder::new()
        .configure(meta::Config::new().auto_prefilter(false))
        .build(&literal)
        .expect("a literal expression is well formed");
    Pattern { regex: compiled(&literal), guard: Guard::Matches(automaton) }
}

fn of_folded(literal: &str) -> String {
    literal.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]").replace(r"\w", "[a-z0-9_]")
}

#[expect(
    clippy::expect_used,
    reason = "each expression is a literal that a test of its module compiles"
)]
fn compiled(literal: &str) -> Regex {
    Regex::new(literal).expect("a literal expression is well formed")
}

#[expect(
    clippy::expect_used,
    reason = "each expression is a literal that a test of its module compiles"
)]
fn parsed(literal: &str) -> Hir {
    regex_syntax::parse(literal).expect("a literal expression is well formed")
}

impl Pattern {
    /// Whether the expression matches somewhere in a text.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        match &self.guard {
            Guard::Matches(automaton) => automaton.is_match(text),
            Guard::Opens(_) | Guard::Nothing => self.may_match(text) && self.regex.is_match(text),
        }
    }

    /// The first match.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        if self.may_match(text) { self.regex.find(text) } else { None }
    }

    /// The first match and its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        if self.may_match(text) { self.regex.captures(text) } else { None }
    }

    /// Whether a text shows what any text that the expression matches shows.
    fn may_match(&self, text: &str) -> bool {
        match &self.guard {
            Guard::Opens(bytes) => text.bytes().next().is_some_and(|byte| bytes[usize::from(byte)]),
            Guard::Matches(automaton) => automaton.is_match(text),
            Guard::Nothing => true,
        }
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        &self.regex
    }
}

/// The bytes that a match may open with, where it opens the text and is never empty.
fn first_bytes(expression: &Hir) -> Option<Box<[bool; 256]>> {
    let mut bytes = Box::new([false; 256]);
    let opens = expression.properties().look_set_prefix().contains(Look::Start);
    (opens && !add_first_bytes(expression, &mut bytes)).then_some(bytes)
}

/// Adds the bytes that a match may open with; whether the match may be empty.
fn add_first_bytes(expression: &Hir, bytes: &mut [bool; 256]) -> bool {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => {
            bytes[usize::from(literal.0[0])] = true;
            false
        }
        HirKind::Class(class) => {
            add_class(class, bytes);
            false
        }
        HirKind::Repetition(repeated) => add_first_bytes(&repeated.sub, bytes) || repeated.min == 0,
        HirKind::Capture(group) => add_first_bytes(&group.sub, bytes),
        HirKind::Concat(parts) => parts.iter().all(|part| add_first_bytes(part, bytes)),
        HirKind::Alternation(parts) => {
            // Each must be asked: all of them add their bytes.
            let empty = parts.iter().filter(|part| add_first_bytes(part, bytes));
            empty.count() > 0
        }
    }
}

fn add_class(class: &Class, bytes: &mut [bool; 256]) {
    let mut add = |start: u8, end: u8| {
        bytes[usize::from(start)..=usize::from(end)].fill(true);
    };
    match class {
        Class::Unicode(class) => {
            let of_range = class.iter().flat_map(|of| Utf8Sequences::new(of.start(), of.end()));
            of_range.for_each(|sequence| {
                let first = sequence.as_slice()[0];
                add(first.start, first.end);
            });
        }
        Class::Bytes(class) => class.iter().for_each(|of| add(of.start(), of.end())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_opens(literal: &str, expect: Option<&str>) {
        let opens = match pattern(literal).guard {
            Guard::Opens(bytes) => {
                Some((0..=127u8).filter(|&byte| bytes[usize::from(byte)]).map(char::from).collect())
            }
            Guard::Matches(_) | Guard::Nothing => None::<String>,
        };
        assert_eq!(opens.as_deref(), expect);
    }

    #[test]
    fn what_opens_a_match_is_told_from_the_expression() {
        check_opens(r"^(?:les )?(?:mots?|tags?)\b", Some("lmt"));
        check_opens(r"^\s*(?i:page\s+)?([0-9])$", Some("\t\n\x0b\x0c\r 0123456789Pp"));
        check_opens(r"mots?", None);
        check_opens(r"^a|b", None);
        check_opens(r"^a*$", None);
    }

    #[test]
    fn a_rare_pattern_matches_as_any_other() {
        let rare = rare_pattern(r"\b(?:anime|preside)[es]* par");
        assert!(rare.is_match("atelier preside par zoe"));
        assert!(!rare.is_match("reanime par zoe"));
        assert_eq!(rare.find("un anime par").map(|found| found.start()), Some(3));
    }
}
