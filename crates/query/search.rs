//! What is asked, and the way from there to an answer.

use std::ops::RangeInclusive;

use glane_index::{Index, ReadError};

use crate::Answer;

/// A query with what narrows it and how much of the answer is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What a reader typed: anything is a query. Empty, it lists what the filters leave.
    pub query: String,
    /// What narrows the search.
    pub filters: Filters,
    /// How many sections to return.
    pub limit: usize,
    /// How many sections to skip first.
    pub offset: usize,
}

impl Search {
    /// A search without filters for the first ten sections.
    pub fn new(query: impl Into<String>) -> Search {
        Search { query: query.into(), filters: Filters::default(), limit: 10, offset: 0 }
    }
}

/// What a section must be to be returned; an absent filter lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Someone who speaks or moderates: case, accents, order and small misspellings do not
    /// matter, and an initial stands for a first name.
    pub speaker: Option<String>,
    /// Words of the theme's heading, in order: `Thème 3`.
    pub theme: Option<String>,
    /// A declared keyword, or all the words of one.
    pub keyword: Option<String>,
    /// A kind of section, in JSON's English or in French: `workshop`, `table ronde`.
    pub kind: Option<String>,
    /// A document: its path in the corpus, its file name, or the file's stem.
    pub document: Option<String>,
    /// The year of the document's first date.
    pub years: Option<RangeInclusive<i16>>,
}

/// Why a search cannot be made. A query is never the reason: anything is a query.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The kind asked for does not exist: a usage error.
    #[error("« {given} » n'est pas une sorte de section ; choisir parmi : {}", valid.join(", "))]
    UnknownKind {
        /// What was asked for.
        given: String,
        /// The kinds that exist, in English and in French.
        valid: Vec<String>,
    },
    /// The index could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Answers `search` from `index`.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind, or the index is damaged.
pub fn search(index: &Index, search: &Search) -> Result<Answer, SearchError> {
    let _ = index;
    Ok(Answer {
        query: search.query.clone(),
        total: 0,
        documents: 0,
        hits: Vec::new(),
        facets: crate::Facets::default(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    })
}
