//! `shares.jsonl`: what each source adds to a generation, so that totals are right without it.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use glane_document::Document;
use serde::{Deserialize, Serialize};

use crate::manifest::{Acronyms, Counts};
use crate::sources::{self, Head, SOURCES, Source, Sources};
use crate::{entry, files};

/// The name of the file in a generation's folder.
pub(crate) const SHARES: &str = "shares.jsonl";

/// The sources of a generation that is being written, each with its share.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) head: Head,
    entries: BTreeMap<String, (Source, Share)>,
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

impl Share {
    /// That of documents whose first has this number; they have no passage yet.
    pub(crate) fn of(first: u64, documents: &[Document]) -> Share {
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

impl Ledger {
    /// That of a generation, in the folder `path`.
    pub(crate) fn read(path: &Path, sources: Sources) -> io::Result<Ledger> {
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, format!("{SHARES} est altéré"));
        let bytes = files::read(&path.join(SHARES))?.unwrap_or_default();
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let shares = lines.map(serde_json::from_slice).collect::<Result<Vec<Share>, _>>()?;
        let Sources { head, records, .. } = sources;
        if shares.len() != records.len() {
            return Err(damaged());
        }
        let entries = records.into_iter().zip(shares);
        let entries = entries.map(|(own, share)| (own.id.clone(), (own, share))).collect();
        Ok(Ledger { head, entries })
    }

    /// Writes both files into the folder `path`; returns the bytes that a hash is kept of.
    pub(crate) fn write(&self, path: &Path) -> io::Result<[Vec<u8>; 2]> {
        let sources = sources::to_bytes(&self.head, self.entries.values().map(|(own, _)| own))?;
        let mut shares = Vec::new();
        for (_, share) in self.entries.values() {
            serde_json::to_writer(&mut shares, share)?;
            shares.push(b'\n');
        }
        files::replace(path, SOURCES, &sources)?;
        files::replace(path, SHARES, &shares)?;
        Ok([sources, shares])
    }

    /// Whether it knows a source.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.entries.contains_key(id)
    }

    /// Adds a source and its share.
    pub(crate) fn insert(&mut self, mut source: Source, share: Share) {
        source.documents = share.counts.documents;
        self.entries.insert(source.id.clone(), (source, share));
    }

    /// Forgets a source; returns the numbers of its documents, `[first, end)`.
    pub(crate) fn remove(&mut self, id: &str) -> Option<(u64, u64)> {
        let (source, share) = self.entries.remove(id)?;
        Some((share.first, share.first + source.documents as u64))
    }

    /// How many documents there are.
    pub(crate) fn documents(&self) -> usize {
        self.entries.values().map(|(source, _)| source.documents).sum()
    }

    /// What all sources hold.
    pub(crate) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (source, share) in self.entries.values() {
            counts.add_all(&share.counts);
            if source.is_unread() {
                counts.unread.sources += 1;
                let pages = source.failures.iter().filter_map(|failure| failure.pages);
                counts.unread.pages += pages.sum::<usize>();
            }
        }
        counts
    }

    /// What all documents say of their acronyms.
    pub(crate) fn acronyms(&self) -> Acronyms {
        let mut acronyms = Acronyms::new();
        let shares = self.entries.values().flat_map(|(_, share)| &share.acronyms);
        for (acronym, expansions) in shares {
            let all = acronyms.entry(acronym.clone()).or_default();
            for (expansion, count) in expansions {
                *all.entry(expansion.clone()).or_default() += count;
            }
        }
        acronyms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::Unread;
    use crate::sources::Failure;

    #[test]
    fn sources_of_which_nothing_was_read_are_counted_with_their_pages() {
        let failure = |pages| Failure { pages, ..Failure::default() };
        let mut ledger = Ledger::default();
        let document = Document::new("c", "c");
        for (id, pages, documents) in [
            ("a", Some(12), &[][..]),
            ("b", None, &[][..]),
            // Its corrections could not be read, its text could.
            ("c", Some(3), std::slice::from_ref(&document)),
        ] {
            let failures = vec![failure(pages)];
            let source = Source { id: id.to_owned(), failures, ..Source::default() };
            ledger.insert(source, Share::of(0, documents));
        }
        assert_eq!(ledger.counts().unread, Unread { sources: 2, pages: 12, ..Unread::default() });
    }

    #[test]
    fn pages_without_text_are_counted_with_the_documents_that_have_them() {
        let mut ledger = Ledger::default();
        for (id, unread_pages) in [("a", vec![3, 4]), ("b", vec![]), ("c", vec![1])] {
            let document = Document { unread_pages, ..Document::new(id, id) };
            let source = Source { id: id.to_owned(), ..Source::default() };
            ledger.insert(source, Share::of(0, std::slice::from_ref(&document)));
        }
        let partial = Unread { partial_documents: 2, partial_pages: 3, ..Unread::default() };
        assert_eq!(ledger.counts().unread, partial);
        ledger.remove("a");
        assert_eq!(ledger.counts().unread.partial_pages, 1);
    }

    #[test]
    fn totals_are_those_of_the_sources_that_are_left() {
        let dir = tempfile::tempdir().unwrap();
        let mut document = Document::new("a.txt", "a.txt");
        document.acronyms.insert("GUP".to_owned(), "guichet unique".to_owned());
        let mut ledger = Ledger::default();
        for (id, first) in [("b", 3), ("a", 4), ("c", 5)] {
            let source = Source { id: id.to_owned(), ..Source::default() };
            ledger.insert(source, Share::of(first, std::slice::from_ref(&document)));
        }
        assert_eq!(ledger.remove("b"), Some((3, 4)));
        assert_eq!(ledger.remove("b"), None);
        let [sources, _] = ledger.write(dir.path()).unwrap();
        let (head, records) = sources::parse(&sources).unwrap();
        let sources = Sources { head, records, ..Sources::default() };
        let read = Ledger::read(dir.path(), sources).unwrap();
        assert_eq!((read.documents(), read.counts()), (2, ledger.counts()));
        assert_eq!(read.acronyms()["GUP"]["guichet unique"], 2);
        assert!(Ledger::read(dir.path(), Sources::default()).is_err(), "another generation's");
    }
}
