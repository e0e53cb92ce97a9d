//! Refuses to forget many documents at once unless that is asked for.
//!
//! A share that is not mounted, or a folder moved by mistake, looks like a corpus from which most
//! documents were removed.

use glane_render::counted;

/// More documents than this are not removed unasked.
const MOST: usize = 50;
/// Nor is a larger part of the documents than one in so many…
const PART: usize = 5;
/// …as soon as there are more of them than this: of four documents, one is already a quarter.
const FEW: usize = 5;
/// So many are named.
const NAMED: usize = 5;

/// Nothing was changed, since too much would have gone.
#[derive(Debug, thiserror::Error)]
#[error(
    "refus de retirer {removed} de l'index, qui en contient {total} ; l'index est inchangé.\n  \
     Absents de « {corpus} » : {names}\n  \
     Si le dossier est complet (disque monté, bon dossier), relancer avec --accept-deletions {count}",
    removed = counted(*count, "document", "documents")
)]
pub(crate) struct Refused {
    /// How many documents would be removed.
    pub(crate) count: usize,
    /// How many the index holds.
    total: usize,
    corpus: String,
    /// The first of the sources that would go.
    names: String,
}

/// Refuses to remove `count` of `total` documents, those of `sources`, unless as many are accepted.
///
/// # Errors
///
/// [`Refused`].
pub(crate) fn check(
    count: usize,
    total: usize,
    accepted: Option<usize>,
    corpus: &std::path::Path,
    sources: &[&String],
) -> Result<(), Refused> {
    let is_much = count > MOST || count > FEW && count * PART > total;
    if !is_much || accepted.is_some_and(|accepted| count <= accepted) {
        return Ok(());
    }
    let mut names: Vec<&str> = sources.iter().take(NAMED).map(|id| id.as_str()).collect();
    if sources.len() > NAMED {
        names.push("…");
    }
    let corpus = corpus.display().to_string();
    Err(Refused { count, total, corpus, names: names.join(", ") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn passes(count: usize, total: usize, accepted: Option<usize>) -> bool {
        let id = "a.txt".to_owned();
        check(count, total, accepted, "corpus".as_ref(), &[&id]).is_ok()
    }

    #[test]
    fn a_few_documents_may_go_and_many_may_not() {
        assert!(passes(5, 6, None) && passes(20, 100, None) && passes(50, 10_000, None));
        assert!(!passes(6, 10, None) && !passes(21, 100, None) && !passes(51, 10_000, None));
    }

    #[test]
    fn as_many_as_are_accepted_may_go() {
        assert!(passes(60, 100, Some(60)) && !passes(61, 100, Some(60)));
    }
}
