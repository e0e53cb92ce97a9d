//! Regular expressions that are asked only where they may match.
//!
//! Most lines match none of the expressions of this crate, and starting the engine costs more than
//! reading a line: what any match opens with, or holds, is told from the expression once and looked
//! for first.

use std::ops::Deref;

use regex::{Captures, Match, Regex};
use regex_automata::meta;
use regex_syntax::hir::literal::Extractor;
use regex_syntax::hir::{Hir, HirKind, Look};

use crate::words::Folded;

/// A regular expression written in this crate.
pub(crate) struct Pattern {
    regex: Regex,
    /// What a text must show for a search to start.
    guard: Guard,
}

/// What any text that an expression matches shows.
enum Guard {
    /// It opens with one of these.
    Opens(Openings),
    /// A match of this automaton, which matches more texts.
    Matches(meta::Regex),
    /// Nothing that is quick to look for.
    Nothing,
}

/// A regular expression for text as printed.
pub(crate) fn pattern(literal: &str) -> Pattern {
    let guard = Openings::of(&parsed(literal)).map_or(Guard::Nothing, Guard::Opens);
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
        .build_from_hir(&unbounded(parsed(&literal)))
        .expect("a literal expression is well formed");
    Pattern { regex: compiled(&literal), guard: Guard::Matches(automaton) }
}

/// An expression for what one of several for folded text matches, where few texts do.
pub(crate) fn any_of<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Pattern {
    let words: Vec<&str> = patterns.into_iter().map(|pattern| pattern.as_str()).collect();
    rare_pattern(&words.join("|"))
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
        self.may_match(text) && self.regex.is_match(text)
    }

    /// The first match.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        if self.may_match(text) { self.regex.find(text) } else { None }
    }

    /// The first match and its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        if self.may_match(text) { self.regex.captures(text) } else { None }
    }

    /// What is printed after the first match in the folded text: what follows a label.
    pub(crate) fn after<'t>(&self, text: Folded<'t>) -> Option<&'t str> {
        self.find(text.folded).map(|label| text.after(label.end()))
    }

    /// Whether a text shows what any text that the expression matches shows.
    pub(crate) fn may_match(&self, text: &str) -> bool {
        match &self.guard {
            Guard::Opens(openings) => openings.open(text),
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

/// How many of the first bytes of a match are told from its expression.
const OPENING: usize = 3;

/// How many openings an expression may have, classes of capitals among them.
const MAX_OPENINGS: usize = 2_000;

/// What matches may open with, in [`OPENING`] bytes at most.
struct Openings {
    /// For each first byte, which of the lists of what follows it is its own; 0 where none is.
    lists: Box<[u8; 256]>,
    /// What may follow a first byte.
    follows: Vec<Vec<Next>>,
}

/// The second and third bytes of an opening, 0 for any.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Next([u8; OPENING - 1]);

impl Next {
    /// Whether it is how a text goes on.
    fn is_in(self, after: &[u8]) -> bool {
        let fits = |at: usize| self.0[at] == 0 || after.get(at) == Some(&self.0[at]);
        fits(0) && fits(1)
    }
}

impl Openings {
    /// What a match may open with, where it opens the text and is never empty.
    fn of(expression: &Hir) -> Option<Openings> {
        if !expression.properties().look_set_prefix().contains(Look::Start) {
            return None;
        }
        let mut extractor = Extractor::new();
        extractor.limit_class(MAX_OPENINGS).limit_total(MAX_OPENINGS).limit_literal_len(OPENING);
        let mut literals = extractor.extract(expression);
        literals.keep_first_bytes(OPENING);
        let mut openings = Openings { lists: Box::new([0; 256]), follows: Vec::new() };
        for literal in literals.literals()? {
            let (&first, after) = literal.as_bytes().split_first()?;
            let list = &mut openings.lists[usize::from(first)];
            if *list == 0 {
                openings.follows.push(Vec::new());
                *list = u8::try_from(openings.follows.len()).ok()?;
            }
            let follows = &mut openings.follows[usize::from(*list) - 1];
            let mut next = Next([0; OPENING - 1]);
            next.0[..after.len()].copy_from_slice(after);
            if !follows.contains(&next) {
                follows.push(next);
            }
        }
        Some(openings)
    }

    /// Whether a text opens with one of them.
    fn open(&self, text: &str) -> bool {
        let Some((&first, after)) = text.as_bytes().split_first() else { return false };
        let list = usize::from(self.lists[usize::from(first)]).checked_sub(1);
        list.is_some_and(|list| self.follows[list].iter().any(|next| next.is_in(after)))
    }
}

/// An expression whose repetitions have no upper bound: it matches wherever the given one does, and
/// need not count, so that its automaton has few states.
fn unbounded(expression: Hir) -> Hir {
    match expression.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Capture(group) => unbounded(*group.sub),
        HirKind::Concat(parts) => Hir::concat(parts.into_iter().map(unbounded).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.into_iter().map(unbounded).collect()),
        HirKind::Repetition(mut repeated) => {
            if repeated.max != Some(1) {
                (repeated.min, repeated.max) = (repeated.min.min(1), None);
            }
            repeated.sub = Box::new(unbounded(*repeated.sub));
            Hir::repetition(repeated)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checks which of some texts may match.
    #[track_caller]
    fn check_opens(literal: &str, expect: &[&str], not: &[&str]) {
        let pattern = pattern(literal);
        assert!(matches!(pattern.guard, Guard::Opens(_)), "{literal}");
        for text in expect {
            assert!(pattern.may_match(text), "{text}");
        }
        for text in not {
            assert!(!pattern.may_match(text), "{text}");
        }
    }

    #[test]
    fn what_opens_a_match_is_told_from_the_expression() {
        let words = r"^(?:les )?(?:mots?|tags?|un)\b";
        check_opens(words, &["mot", "mots", "les", "tag", "un"], &["", "m", "mon", "lot", "du"]);
        let folio = r"^\s*(?i:page\s+)?([0-9])$";
        check_opens(folio, &[" ", "1", "Page", "\u{a0}1"], &["Paris", "é"]);
        check_opens(r"^\p{Lu}\p{L}+, [0-9]", &["Orn", "Évry"], &["orn", "évry"]);
        for literal in [r"mots?", r"^a|b", r"^a*$"] {
            assert!(matches!(pattern(literal).guard, Guard::Nothing), "{literal}");
        }
    }

    proptest! {
        #[test]
        fn an_opening_is_asked_for_only_where_all_matches_have_it(text in "(?i:les |mots?|ta|gs| |é){0,4}") {
            for literal in [r"^(?:les )?(?:mots?|tags?)\b", r"^(?i:mots?|gs)", r"^\s*(?:é|ta?gs) ?"] {
                let pattern = pattern(literal);
                prop_assert_eq!(pattern.is_match(&text), pattern.regex.is_match(&text));
            }
        }

        #[test]
        fn a_rare_pattern_matches_what_its_expression_does(text in "(?:anime|atelier|par|propose| |\\.){0,8}") {
            let literal = r"\b(?:anime|atelier[^.]{2,9}? propose)[es]* par|(?:par ?){2}$";
            let rare = rare_pattern(literal);
            prop_assert_eq!(rare.is_match(&text), rare.regex.is_match(&text));
        }
    }

    #[test]
    fn a_rare_pattern_matches_as_any_other() {
        let rare = rare_pattern(r"\b(?:anime|preside)[es]* par");
        assert!(rare.is_match("atelier preside par zoe"));
        assert!(!rare.is_match("reanime par zoe"));
        assert_eq!(rare.find("un anime par").map(|found| found.start()), Some(3));
    }
}
