//! `sources.jsonl`: what a generation holds of each source, so that the next one can tell what
//! changed and take the rest over.

use std::collections::BTreeMap;
use std::path::Path;

use glane_document::Document;
use serde::{Deserialize, Serialize};

use crate::entry;
use crate::manifest::{Acronyms, Counts};
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
    pub(crate) head: Head,
    pub(crate) records: BTreeMap<String, Record>,
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

/// What a generation holds of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) source: Source,
    pub(crate) share: Share,
}

/// A source as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its path relative to the corpus.
    pub id: String,
    /// Identifies what was read of it, corrections included; empty when it could not be read, so
    /// that the next run tries again.
    pub digest: String,
    /// Why all or some of it is not in the index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<Failure>,
}

/// Why a source, or its corrections, could not be used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Failure {
    /// What went wrong, in a word for programs.
    pub code: String,
    /// The same for people.
    pub message: String,
}

/// The documents of one source, and what they add to the totals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Share {
    /// The number of its first document; the others follow.
    pub(crate) first: u64,
    pub(crate) counts: Counts,
    #[serde(default, skip_serializing_if = "Acronyms::is_empty")]
    pub(crate) acronyms: Acronyms,
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
        self.records.values().map(|record| &record.source)
    }

    /// The source with this identifier.
    pub fn get(&self, id: &str) -> Option<&Source> {
        self.records.get(id).map(|record| &record.source)
    }

    /// How many documents a source gave.
    pub fn documents(&self, id: &str) -> usize {
        self.records.get(id).map_or(0, |record| record.share.counts.documents)
    }

    /// What all of them hold.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.records.values().for_each(|record| counts.add_all(&record.share.counts));
        counts
    }

    /// Their size on disk.
    pub fn bytes(&self) -> u64 {
        self.files.values().sum()
    }

    pub(crate) fn acronyms(&self) -> Acronyms {
        let mut acronyms = Acronyms::new();
        for (acronym, expansions) in self.records.values().flat_map(|own| &own.share.acronyms) {
            let all = acronyms.entry(acronym.clone()).or_default();
            for (expansion, count) in expansions {
                *all.entry(expansion.clone()).or_default() += count;
            }
        }
        acronyms
    }

    pub(crate) fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec(&self.head)?;
        for record in self.records.values() {
            bytes.push(b'\n');
            serde_json::to_writer(&mut bytes, record)?;
        }
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// The head and records of a file; `None` when it is none.
    pub(crate) fn parse(bytes: &[u8]) -> Option<(Head, BTreeMap<String, Record>)> {
        let mut lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let head = serde_json::from_slice(lines.next()?).ok()?;
        let record = |line| {
            let record: Record = serde_json::from_slice(line).ok()?;
            Some((record.source.id.clone(), record))
        };
        Some((head, lines.map(record).collect::<Option<_>>()?))
    }
}

impl Share {
    /// That of documents whose first has this number; they have no passage yet.
    pub(crate) fn of<'a>(first: u64, documents: impl Iterator<Item = &'a Document>) -> Share {
        let mut share = Share { first, ..Share::default() };
        for document in documents {
            share.counts.add(document, entry::section_count(document));
            for (acronym, expansion) in &document.acronyms {
                let expansions = share.acronyms.entry(acronym.clone()).or_default();
                *expansions.entry(expansion.clone()).or_default() += 1;
            }
        }
        share
    }
}

/// Whether a generation's folder holds such a file is for [`open`] to say.
pub(crate) fn path(generation: &Path) -> std::path::PathBuf {
    generation.join(SOURCES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_come_back_as_they_were_written() {
        let mut document = Document::new("a.txt", "a.txt");
        document.acronyms.insert("GUP".to_owned(), "guichet unique".to_owned());
        let failure = Failure { code: "empty".to_owned(), message: "« b »\nest vide".to_owned() };
        let source =
            |id: &str, failures| Source { id: id.to_owned(), digest: "d".into(), failures };
        let head = Head { rules: "règles".to_owned(), document: 7, section: 40 };
        let mut sources = Sources { head, ..Sources::default() };
        for (id, failures) in [("a\n.txt", vec![]), ("b", vec![failure])] {
            let share = Share::of(3, std::iter::once(&document));
            sources.records.insert(id.to_owned(), Record { source: source(id, failures), share });
        }
        let bytes = sources.to_bytes().unwrap();
        assert_eq!(Sources::parse(&bytes), Some((sources.head.clone(), sources.records.clone())));
        assert_eq!(sources.acronyms()["GUP"]["guichet unique"], 2);
        assert_eq!(sources.counts().documents, 2);
        assert_eq!(Sources::parse(&bytes[..bytes.len() / 2]), None, "cut inside a line");
    }
}
