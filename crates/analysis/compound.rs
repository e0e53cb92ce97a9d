//! Hyphenated compounds: `non-recours` is `non`, `recours` and `nonrecours`.
//!
//! Each part has a position of its own, as in the spelling with a space. The joined spelling is
//! an extra token at its first part's position.

use std::ops::Range;

/// Words that follow a verb or a demonstrative after a hyphen and make no compound with it.
pub(crate) const CLITICS: &[&str] = &[
    "ce", "ci", "elle", "elles", "en", "il", "ils", "je", "la", "le", "les", "leur", "lui", "là",
    "moi", "même", "mêmes", "nous", "on", "toi", "tu", "vous", "y",
];

/// First parts of compounds that end like a clitic and are none: `rendez-vous`, `garde-à-vous`.
pub(crate) const NOUNS: &[&str] = &["rendez", "garde"];

/// Prefixes that keep their hyphen at the end of a line: there it cannot be told from a cut.
pub(crate) const PREFIXES: &[&str] = &[
    "anti", "après", "arrière", "auto", "avant", "bien", "bio", "centre", "chef", "chefs", "co",
    "contre", "demi", "ex", "extra", "grand", "grande", "haut", "haute", "hors", "infra", "inter",
    "intra", "mal", "mi", "micro", "mono", "multi", "non", "néo", "outre", "pluri", "poly", "post",
    "pré", "pseudo", "quasi", "saint", "sainte", "sans", "semi", "socio", "sous", "sur", "trans",
    "ultra", "vice",
];

/// The longest compound that is joined, in parts.
const LONGEST: usize = 5;

/// How many of the lower-case `parts` are left when the clitics at the end are cut off.
pub(crate) fn without_clitics(parts: &[&str]) -> usize {
    let is_noun = parts.first().is_some_and(|first| NOUNS.contains(first));
    if is_noun {
        return parts.len();
    }
    let mut kept = parts.len();
    while kept > 1 && CLITICS.contains(&parts[kept - 1]) {
        kept -= 1;
        // The t of a-t-il is there for the ear.
        if kept > 1 && parts[kept - 1] == "t" {
            kept -= 1;
        }
    }
    kept
}

/// The joins that start at the part number `first` of a compound of `count` parts: the whole, and
/// the pairs of three parts.
pub(crate) fn joins(first: usize, count: usize) -> impl Iterator<Item = Range<usize>> {
    let whole = (first == 0 && (2..=LONGEST).contains(&count)).then_some(0..count);
    let pair = (count == 3 && first + 2 <= count).then_some(first..first + 2);
    pair.into_iter().chain(whole)
}

/// Whether a lower-case first part keeps its hyphen where a line ends.
pub(crate) fn is_prefix(part: &str) -> bool {
    PREFIXES.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_kept(compound: &str, kept: &str) {
        let parts: Vec<_> = compound.split('-').collect();
        assert_eq!(parts[..without_clitics(&parts)].join("-"), kept, "{compound}");
    }

    #[test]
    fn pronouns_after_a_verb_are_cut_off() {
        check_kept("a-t-il", "a");
        check_kept("donne-t-on", "donne");
        check_kept("est-ce", "est");
        check_kept("allez-vous-en", "allez");
    }

    #[test]
    fn marks_of_place_are_cut_off() {
        check_kept("celui-là", "celui");
        check_kept("ceux-ci", "ceux");
    }

    #[test]
    fn compounds_keep_all_their_parts() {
        check_kept("non-recours", "non-recours");
        check_kept("rendez-vous", "rendez-vous");
        check_kept("vis-à-vis", "vis-à-vis");
    }

    #[track_caller]
    fn check_joins(count: usize, expect: &[(usize, usize)]) {
        let joins = (0..count).flat_map(|first| joins(first, count));
        let joins: Vec<_> = joins.map(|join| (join.start, join.end)).collect();
        assert_eq!(joins, expect);
    }

    #[test]
    fn two_parts_join() {
        check_joins(2, &[(0, 2)]);
    }

    #[test]
    fn three_parts_join_in_pairs_too() {
        check_joins(3, &[(0, 2), (0, 3), (1, 3)]);
    }

    #[test]
    fn a_long_chain_does_not_join() {
        check_joins(1, &[]);
        check_joins(4, &[(0, 4)]);
        check_joins(6, &[]);
    }
}
