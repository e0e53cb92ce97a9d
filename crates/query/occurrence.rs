//! Every occurrence of a query, one after the other, where search shows the best passages.
//!
//! An occurrence is what a unit of the query matches as a whole: a word in any number or gender, a
//! phrase, a compound in any of its spellings, an acronym or what it stands for, a name, the
//! stretch from the first to the last of words that stand near to each other. Words side by side
//! are asked for together, as by `ET`: each is an occurrence, in the sections that have them all.
//! Of what overlaps, one is an occurrence: the first, and the longest of those that start alike.
//!
//! Occurrences are those of the documents' text, passage by passage, headings and lines of people
//! included; what is known of a section besides (its document's title, what its kind is called)
//! has none. Nothing but one section's neighbourhood is held at a time: postings say which passages
//! to read, the analyzer where in them the query stands.

mod context;
mod documents;
mod found;
mod order;
mod pivot;
mod plans;
mod read;
mod reader;
mod selection;
mod sieves;
mod walk;

use std::ops::Range;
use std::sync::Arc;

use glane_document::{PartialDate, SectionKind};
use glane_index::Index;
use serde::{Serialize, Serializer};

use crate::{Filters, SearchError};
pub use found::Occurrences;
pub use order::ConcordanceKey;
pub(crate) use read::Read;
pub(crate) use walk::{Scanned, Walk};

/// What is asked for: every occurrence of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concordance {
    /// What a reader typed: anything is a query.
    pub query: String,
    /// What narrows it.
    pub filters: Filters,
    /// Occurrences inside one of this query's are left out: `recours`, except `non-recours`.
    pub except: Option<String>,
    /// Which words are the query's.
    pub reach: Reach,
    /// How many words stand on either side, as far as the section goes.
    pub context: usize,
    /// What comes first, then second…; empty, occurrences are in the order of the documents.
    pub sort: Vec<ConcordanceKey>,
}

impl Concordance {
    /// The occurrences of `query` in the whole index, with eight words on either side.
    pub fn new(query: impl Into<String>) -> Concordance {
        Concordance {
            query: query.into(),
            filters: Filters::default(),
            except: None,
            reach: Reach::default(),
            context: 8,
            sort: Vec::new(),
        }
    }
}

/// Which words are those of a query.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// Any number and gender: the spellings that an explanation lists first.
    #[default]
    Inflection,
    /// Words of the same family as well: `participer` for `participation`.
    Family,
}

/// One occurrence in its context.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Occurrence {
    /// What precedes it in its section, as it is written, line ends included.
    pub left: String,
    /// The occurrence, as it is written.
    pub pivot: String,
    /// What follows it in its section.
    pub right: String,
    /// The part of the query that it is an occurrence of.
    pub unit: String,
    /// Its passage, as `show` takes it: `actes.txt#atelier-10@2`.
    pub id: String,
    /// Bytes of the section's text.
    #[serde(flatten)]
    pub bytes: Bytes,
    /// The page, as printed where the source prints it; `None` when unknown.
    pub page: Option<u32>,
    /// The 1-based rank of that page in the file; `None` where the file has no pages.
    pub sheet: Option<u32>,
    /// Where it stands.
    #[serde(flatten, serialize_with = "place")]
    pub place: Arc<Place>,
}

/// A stretch of a section's text, which `show` and `inspect` print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Bytes {
    /// The first byte, counted from the start of the section's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Bytes {
    /// As a range, to slice a text with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

fn place<S: Serializer>(place: &Arc<Place>, serializer: S) -> Result<S::Ok, S::Error> {
    place.serialize(serializer)
}

/// What is true of a whole section: shared by its occurrences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The document's path in the corpus.
    pub source: String,
    /// The document's title, or its file's stem.
    pub title: String,
    /// The event.
    pub event: Option<String>,
    /// Where the event takes place.
    pub place: Option<String>,
    /// The section's day, else the document's first.
    pub date: Option<PartialDate>,
    /// The year of the document's first date.
    pub year: Option<i16>,
    /// The section's identifier in its document.
    pub section: String,
    /// Its heading: `Atelier 10 — Lutter contre…`.
    pub label: String,
    /// What it is.
    pub kind: SectionKind,
    /// Its number, as printed.
    pub number: Option<String>,
    /// The theme that contains it.
    pub theme: Option<String>,
    /// Those who speak, moderate or wrote.
    pub speakers: Vec<String>,
}

/// The occurrences that `asked` asks of `index`, in the order of the documents' paths, then of
/// their text, or as [`Concordance::sort`] says.
///
/// In the order of the documents they are found as they are asked for, with no more than a
/// section's neighbourhood in memory. In another order all are found first: their keys are kept,
/// and their contexts as far as some 50 MB go; others are read again.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged; the
/// latter may come later, as an item.
pub fn occurrences<'a>(
    index: &'a Index,
    asked: &Concordance,
) -> Result<Occurrences<'a>, SearchError> {
    Occurrences::open(index, asked)
}
