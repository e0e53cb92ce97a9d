//! Labels whose rank comes first, in words: `Deuxième partie : Se loger`.

use std::sync::LazyLock;

use super::{Heading, label};
use crate::pattern::{Pattern, pattern};

/// The ranks, folded, each by how it opens.
const RANKS: [&str; 10] =
    ["prem", "deux", "trois", "quatr", "cinq", "six", "sept", "huit", "neuv", "dix"];

/// The longest title after such a label, in bytes: what is longer is prose.
const MAX_TITLE: usize = 160;

static ORDINAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?i:(premi[èe]re?|deuxi[èe]me|seconde?|troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me|septi[èe]me|huiti[èe]me|neuvi[èe]me|dixi[èe]me) (ateliers?|tables?[ -]rondes?|sessions?|s[ée]ances?|th[èe]mes?|th[ée]matiques?|axes?|parties?|pl[ée]ni[èe]res?|conf[ée]rences?|modules?|s[ée]quences?|panels?|chapitres?|volets?|journ[ée]es?|[ée]tapes?|phases?|blocs?|le[çc]ons?|temps|objectifs?))(?:\s*[:|–—]\s*|\s-\s)(\S.*)$",
    )
});

/// Whether a folded line may open with a rank in words: the expression is slow.
pub(crate) fn opens_with_rank(folded: &str) -> bool {
    folded.starts_with("second") || RANKS.iter().any(|rank| folded.starts_with(rank))
}

/// A heading whose label is a rank in words and a noun.
pub(super) fn labelled(text: &str) -> Option<Heading> {
    let found = ORDINAL.captures(text)?;
    let title = found[3].trim_end();
    let title = title.strip_suffix('.').unwrap_or(title);
    // « Premier temps : nous avons lu. Ensuite … »
    if title.len() > MAX_TITLE || title.contains(". ") {
        return None;
    }
    let heading = label(text, &found[2], title);
    let number = rank(&found[1]).map(|rank| rank.to_string());
    Some(Heading { number: heading.number.clone().or(number), ..heading })
}

/// The number that a rank in words is.
fn rank(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let known = RANKS.iter().position(|rank| word.starts_with(rank)).map(|at| at + 1);
    known.or(word.starts_with("second").then_some(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, &str)>) {
        let found = labelled(text);
        let found = found
            .as_ref()
            .and_then(|heading| Some((heading.number.as_deref()?, heading.title.as_deref()?)));
        assert_eq!(found, expect);
        assert!(expect.is_none() || opens_with_rank(&crate::words::fold(text)));
    }

    #[test]
    fn a_rank_in_words_numbers_a_part() {
        check("Première partie : Se loger au bourg", Some(("1", "Se loger au bourg")));
        check("SECONDE TABLE RONDE – SE NOURRIR", Some(("2", "SE NOURRIR")));
        check("Troisième objectif : tenir un budget.", Some(("3", "tenir un budget")));
    }

    #[test]
    fn prose_and_parts_without_title_are_left() {
        check("Première partie", None);
        check("Premier temps : nous avons lu. Ensuite, nous avons ri.", None);
        check("Première séance du conseil : le budget", None);
        check("Deuxième question : qui paie ?", None);
    }
}
