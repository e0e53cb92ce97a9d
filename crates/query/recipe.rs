//! Figures with what they were made from, so that they can be made again.

use std::collections::BTreeMap;

use glane_index::{Index, OpenError};
use serde::{Deserialize, Serialize};

use crate::{Filters, parse};

/// What was asked, of which state of which corpus, and the numbers that were given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// The command: `search`, `export`…
    pub command: String,
    /// The query as typed; several on as many lines.
    pub query: String,
    /// The query as it was read.
    pub normalised: String,
    /// What narrowed it.
    #[serde(default)]
    pub filters: Filters,
    /// What else the numbers depend on, by the names of the command line.
    #[serde(default)]
    pub options: BTreeMap<String, String>,
    /// The numbers, by name.
    pub numbers: BTreeMap<String, u64>,
    /// When they were made, in UTC: `2025-03-04T10:20:30Z`.
    pub made_at: String,
    /// The state of what was asked.
    pub corpus: CorpusState,
}

/// The state of an index, and of the corpus that it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusState {
    /// Where the sources were, as the build was told.
    pub corpus: String,
    /// The generation's number.
    pub generation: u64,
    /// When it was built, in UTC.
    pub created_at: String,
    /// Identifies the rules of analysis.
    pub analyzer: String,
    /// The version of the program that gave the numbers.
    pub version: String,
    /// Identifies the sources: FNV-1a, on 64 bits in hexadecimal, of their names and digests.
    pub hash: String,
    /// The sources, each with a digest of its bytes and corrections; of those that could not be read the
    /// digest may be empty.
    pub sources: BTreeMap<String, String>,
}

/// What differs between two states of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Sources that are there since.
    pub added: Vec<String>,
    /// Sources that left.
    pub removed: Vec<String>,
    /// Sources whose bytes or corrections are others.
    pub modified: Vec<String>,
    /// Whether the rules of analysis are others.
    pub analyzer: bool,
    /// The version then and now, where they differ.
    pub version: Option<(String, String)>,
}

impl Recipe {
    /// That of numbers that `command` gave, at `made_at`, asking `index`.
    ///
    /// # Errors
    ///
    /// [`OpenError`] when the list of sources cannot be read.
    pub fn new(
        index: &Index,
        command: &str,
        (query, filters): (&str, &Filters),
        made_at: String,
    ) -> Result<Recipe, OpenError> {
        Ok(Recipe {
            command: command.to_owned(),
            query: query.to_owned(),
            normalised: query
                .lines()
                .map(|query| parse(query).to_string())
                .collect::<Vec<_>>()
                .join("\n"),
            filters: filters.clone(),
            options: BTreeMap::new(),
            numbers: BTreeMap::new(),
            made_at,
            corpus: CorpusState::of(index)?,
        })
    }
}

impl CorpusState {
    /// That of an open index.
    ///
    /// # Errors
    ///
    /// [`OpenError`] when the list of sources cannot be read.
    pub fn of(index: &Index) -> Result<CorpusState, OpenError> {
        let sources = index.sources()?.into_iter();
        let sources: BTreeMap<String, String> =
            sources.map(|source| (source.id, source.digest)).collect();
        let status = index.status();
        let mut bytes = Vec::new();
        for (id, digest) in &sources {
            for text in [id, digest] {
                bytes.extend_from_slice(text.as_bytes());
                bytes.push(0);
            }
        }
        Ok(CorpusState {
            corpus: status.corpus,
            generation: status.generation,
            created_at: status.created_at,
            analyzer: status.fingerprint,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            hash: format!("{:016x}", glane_index::hash(&bytes)),
            sources,
        })
    }

    /// What differs in `now`, a later state.
    pub fn changes(&self, now: &CorpusState) -> Changes {
        let absent_from = |from: &CorpusState, all: &CorpusState| -> Vec<String> {
            all.sources.keys().filter(|id| !from.sources.contains_key(*id)).cloned().collect()
        };
        let modified = self
            .sources
            .iter()
            .filter(|(id, digest)| now.sources.get(*id).is_some_and(|other| other != *digest));
        let versions = || (self.version.clone(), now.version.clone());
        Changes {
            added: absent_from(self, now),
            removed: absent_from(now, self),
            modified: modified.map(|(id, _)| id.clone()).collect(),
            analyzer: self.analyzer != now.analyzer,
            version: (self.version != now.version).then(versions),
        }
    }
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(sources: &[(&str, &str)]) -> CorpusState {
        CorpusState {
            corpus: "corpus".to_owned(),
            generation: 1,
            created_at: String::new(),
            analyzer: "a".to_owned(),
            version: "1".to_owned(),
            hash: String::new(),
            sources: sources
                .iter()
                .map(|(id, own)| ((*id).to_owned(), (*own).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn sources_that_came_left_or_changed_are_named() {
        let then = state(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let now = state(&[("b", "2"), ("c", "1"), ("d", "1")]);
        let changes = then.changes(&now);
        assert_eq!((changes.added, changes.removed), (vec!["d".to_owned()], vec!["a".to_owned()]));
        assert_eq!(changes.modified, ["b"]);
        assert!(then.changes(&then).is_empty());
    }

    #[test]
    fn other_rules_are_a_change() {
        let then = state(&[]);
        let now = CorpusState { analyzer: "b".to_owned(), version: "2".to_owned(), ..state(&[]) };
        let changes = then.changes(&now);
        assert!(changes.analyzer && !changes.is_empty());
        assert_eq!(changes.version, Some(("1".to_owned(), "2".to_owned())));
    }
}
