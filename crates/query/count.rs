//! How often queries occur in the parts of a corpus, with what a part is compared by: its words.
//!
//! Occurrences are those of a concordance ([`occurrences`](crate::occurrences)). Words are the
//! positions of the analyzer, headings included: `l'accès` is two, `non-recours` two, `12 000` one.

mod partition;
mod tally;

use std::str::FromStr;

use glane_index::Index;
use serde::Serialize;

use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::occurrence::Walk;
use crate::{Concordance, Filters, Reach, SearchError};
pub(crate) use partition::Partition;
use tally::Tally;

/// What is counted, and in which parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What readers typed, counted side by side.
    pub queries: Vec<String>,
    /// What narrows the corpus: its words are those of what is left.
    pub filters: Filters,
    /// Occurrences inside one of this query's are left out.
    pub except: Option<String>,
    /// Which words are a query's.
    pub reach: Reach,
    /// What the parts are: nothing for the whole alone, one dimension, or several crossed.
    pub by: Vec<Dimension>,
    /// Whether parts without an occurrence are told; years always are.
    pub zeros: Zeros,
}

impl Count {
    /// Counts `queries` in the whole index, by nothing.
    pub fn new(queries: impl IntoIterator<Item = impl Into<String>>) -> Count {
        Count {
            queries: queries.into_iter().map(Into::into).collect(),
            filters: Filters::default(),
            except: None,
            reach: Reach::default(),
            by: Vec::new(),
            zeros: Zeros::default(),
        }
    }
}

/// Whether parts without an occurrence are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Zeros {
    /// Years alone: a year without an occurrence is a point of an evolution.
    #[default]
    Years,
    /// All of them.
    All,
}

/// What parts a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Dimension {
    /// The year of the document's first date.
    Year,
    /// The event, as printed.
    Event,
    /// The document, by its path.
    Document,
    /// The section: `actes.txt#atelier-10`.
    Section,
    /// The kind of section.
    Kind,
    /// Those who are heard in the section: each has it.
    Speaker,
    /// The theme, as printed.
    Theme,
    /// Where the event takes place, as printed.
    Place,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Dimension; 8] = [
        Dimension::Year,
        Dimension::Event,
        Dimension::Document,
        Dimension::Section,
        Dimension::Kind,
        Dimension::Speaker,
        Dimension::Theme,
        Dimension::Place,
    ];

    /// The name used in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Dimension::Year => "year",
            Dimension::Event => "event",
            Dimension::Document => "document",
            Dimension::Section => "section",
            Dimension::Kind => "kind",
            Dimension::Speaker => "speaker",
            Dimension::Theme => "theme",
            Dimension::Place => "place",
        }
    }

    /// Whether a section may be in several parts, which then add up to more than the whole.
    pub fn overlaps(self) -> bool {
        self == Dimension::Speaker
    }

    /// Whether parts follow each other by their names rather than by how much they hold.
    fn is_ordered(self) -> bool {
        matches!(self, Dimension::Year | Dimension::Document | Dimension::Section)
    }
}

impl FromStr for Dimension {
    type Err = ();

    fn from_str(name: &str) -> Result<Dimension, ()> {
        Dimension::ALL.into_iter().find(|own| own.as_str() == name).ok_or(())
    }
}

/// Counts of queries in the parts of a corpus.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CountTable {
    /// What the parts are.
    pub by: Vec<Dimension>,
    /// What is counted, in the order of the cells.
    pub queries: Vec<String>,
    /// The parts, in order.
    pub rows: Vec<CountRow>,
    /// The whole: not the sum of the parts where they overlap.
    pub total: CountRow,
    /// How many parts have no occurrence and are not among the rows.
    pub left_out: usize,
    /// What is said of the queries, in French.
    pub notes: Vec<String>,
}

/// A part of a corpus.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CountRow {
    /// Its value of each dimension; `None` where the documents do not say.
    pub part: Vec<Option<String>>,
    /// What it has of each query.
    pub cells: Vec<CountCell>,
}

/// What a part has of a query.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct CountCell {
    /// Occurrences.
    pub occurrences: u64,
    /// Passages that have one.
    pub passages: u64,
    /// Sections that have one.
    pub sections: u64,
    /// Documents that have one.
    pub documents: u64,
    /// Words of the part, within the filters and what the query restricts.
    pub words: u64,
    /// Occurrences in ten thousand words.
    pub per_10_000: f64,
    /// [`specificity`](crate::statistics::Frequencies::specificity) to the part; nought for the
    /// whole.
    pub specificity: f64,
}

impl CountCell {
    /// Whether chance explains that the part has more or less than its share.
    pub fn is_banal(&self) -> bool {
        self.specificity.abs() < crate::statistics::BANAL
    }
}

/// Counts what `asked` asks for in `index`.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn count(index: &Index, asked: &Count) -> Result<CountTable, SearchError> {
    let narrowing = Narrowing::resolve(index, &asked.filters)?;
    counted(index, asked, &narrowing).map_err(|fault| fault.of(index))
}

fn counted(index: &Index, asked: &Count, narrowing: &Narrowing) -> Result<CountTable, Fault> {
    let mut tally = Tally::new(index, &asked.by, asked.queries.len())?;
    let mut notes: Vec<String> = Vec::new();
    for (column, query) in asked.queries.iter().enumerate() {
        let concordance = Concordance {
            filters: asked.filters.clone(),
            except: asked.except.clone(),
            reach: asked.reach,
            ..Concordance::new(query)
        };
        let mut walk = Walk::open(index, &concordance, narrowing)?;
        tally.add_words(column, &walk.narrowing)?;
        while let Some(scanned) = walk.next()? {
            tally.add(column, scanned.address, scanned.found.len() as u64)?;
        }
        let new: Vec<String> =
            walk.plan.notes.iter().filter(|note| !notes.contains(note)).cloned().collect();
        notes.extend(new);
    }
    let (rows, total, left_out) = tally.rows(asked.zeros)?;
    Ok(CountTable {
        by: asked.by.clone(),
        queries: asked.queries.clone(),
        rows,
        total,
        left_out,
        notes,
    })
}
