//! `sources.jsonl`: which sources a generation holds, for the next run to tell what changed.
//!
//! It is read by runs that find nothing to do, and says no more than they need; what sources added
//! to the totals stands in [`ledger`](crate::ledger).

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::manifest::Counts;
use crate::open::{self, OpenError};

/// The name of the file in a generation's folder.
pub(crate) const SOURCES: &str = "sources.jsonl";

/// What the live generation holds, by source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// The generation; none yet where it is 0.
    pub(crate) generation: u64,
    /// Its files, with their lengths in bytes.
    pub(crate) files: BTreeMap<String, u64>,
    pub(crate) counts: Counts,
    pub(crate) head: Head,
    /// In order of identifier.
    pub(crate) records: Vec<Source>,
}

/// The first line of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Under which rules the sources were read, as the run that did told.
    pub(crate) rules: String,
    /// The number of the next document.
    pub(crate) document: u64,
    /// The number of the next section.
    pub(crate) section: u64,
}

/// A source as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its path relative to the corpus.
    pub id: String,
    /// Identifies what was read of it, corrections included; empty when it could not be read, so
    /// that the next run tries again.
    pub digest: String,
    /// How many documents it gave; counted as they are added.
    pub documents: usize,
    /// Why all or some of it is not in the index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<Failure>,
    /// The pages of its documents that have no text, by their ranks; told as they are added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread_pages: Vec<u32>,
}

/// Why a source, or its corrections, could not be used.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Failure {
    /// What went wrong, in a word for programs.
    pub code: String,
    /// The same for people.
    pub message: String,
    /// How many pages are lost with it, where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<usize>,
}

impl Source {
    /// Whether nothing of it is in the index, though it is in the corpus.
    pub fn is_unread(&self) -> bool {
        self.documents == 0 && !self.failures.is_empty()
    }
}

impl Sources {
    /// What the live generation of the index in `dir` holds; to be continued, under the
    /// [lock](crate::Lock) only.
    ///
    /// # Errors
    ///
    /// [`OpenError`] when there is none that can be searched, hence continued.
    pub fn live(dir: &Path) -> Result<Sources, OpenError> {
        open::sources(dir)
    }

    /// Under which rules the sources were read.
    pub fn rules(&self) -> &str {
        &self.head.rules
    }

    /// The generation that holds them.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The sources in order of identifier.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.records.iter()
    }

    /// The source with this identifier.
    pub fn get(&self, id: &str) -> Option<&Source> {
        let at = self.records.binary_search_by(|source| source.id.as_str().cmp(id)).ok()?;
        Some(&self.records[at])
    }

    /// What all of them hold.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Their size on disk.
    pub fn bytes(&self) -> u64 {
        self.files.values().sum()
    }
}

/// The bytes of a file: its head, then a line a source.
pub(crate) fn to_bytes<'a>(
    head: &Head,
    sources: impl Iterator<Item = &'a Source>,
) -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(head)?;
    for source in sources {
        bytes.push(b'\n');
        serde_json::to_writer(&mut bytes, source)?;
    }
    bytes.push(b'\n');
    Ok(bytes)
}

/// The head and sources of a file; `None` when it is none.
pub(crate) fn parse(bytes: &[u8]) -> Option<(Head, Vec<Source>)> {
    let mut lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let head = serde_json::from_slice(lines.next()?).ok()?;
    let records: Vec<Source> =
        lines.map(|line| serde_json::from_slice(line).ok()).collect::<Option<_>>()?;
    // Whoever looks one up relies on their order.
    let in_order = records.windows(2).all(|pair| pair[0].id < pair[1].id);
    in_order.then_some((head, records))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_come_back_as_they_were_written() {
        let failure = Failure {
            code: "empty".to_owned(),
            message: "« b »\nest vide".to_owned(),
            pages: Some(3),
        };
        let head = Head { rules: "règles".to_owned(), document: 7, section: 40 };
        let source = |(id, failures): (&str, Vec<Failure>)| {
            let (id, digest) = (id.to_owned(), "d".to_owned());
            Source { id, digest, documents: 2, failures, unread_pages: vec![2, 5] }
        };
        let sources = [("a\n.txt", vec![]), ("b", vec![failure])].map(source).to_vec();
        let bytes = to_bytes(&head, sources.iter()).unwrap();
        assert_eq!(parse(&bytes), Some((head, sources)));
        assert_eq!(parse(&bytes[..bytes.len() / 2]), None, "cut inside a line");
        let head = parse(&bytes).unwrap().0;
        let reversed = to_bytes(&head, parse(&bytes).unwrap().1.iter().rev()).unwrap();
        assert_eq!(parse(&reversed), None, "out of order");
    }
}
