//! From what a reader types to an answer that can be cited.
//!
//! # Overview
//!
//! - [`Search`] is what is asked: a query, [`Filters`], what a hit is ([`Group`]), in which order
//!   ([`Sort`]), and a page; [`search`] answers it.
//! - [`parse`] reads a [`Query`]: any text is one. The plan made of it for an index says which
//!   units are searched: words, phrases, compounds in their three spellings, acronyms with their
//!   expansions, people.
//! - Evidence of each unit is gathered by passage, over every field and level; sections are then
//!   ranked by their best passage, their headings and their share of the query. Every number that
//!   ranking rests on stands in one file, `weights.rs`.
//! - [`occurrences`] finds every [`Occurrence`] of a query, for a [`Concordance`].
//! - [`cooccurrences`] finds the words that stand around a query, [`specificities`] those of the
//!   parts of a corpus.
//! - [`count`] says how often queries occur in the parts of the corpus; [`statistics`] what that
//!   means.
//! - [`match_ranges`] finds the same matches in whole sections, and [`plain`] reads light markup as
//!   hits show it.
//! - [`speakers`], [`workshops`], [`keywords`], [`themes`] and [`acronyms`] list what the documents
//!   hold, with counts; [`select`] hands over the documents themselves.
//! - [`Answer`] holds the [`Hit`]s, each with a [`Snippet`] and a [`Reference`] to the page of its
//!   matches, and the [`Facets`] of all matching sections. Whatever was reinterpreted is told in
//!   [`Answer::notes`].
//!
//! # Example
//!
//! ```
//! use glane_document::{Document, Passage, Section, SectionKind, Zone};
//! use glane_index::{Builder, Index};
//! use glane_query::{Search, search};
//!
//! let mut document = Document::new("notes.txt", "corpus/notes.txt");
//! let mut section = Section::new(SectionKind::Section);
//! section.text = "Le non-recours se mesure mal.".to_owned();
//! let text = section.text.clone();
//! document.sections.push(section);
//! let (page, sheet, zone) = (None, None, Zone::Body);
//! let passage = Passage { section: 0, ordinal: 1, offset: 0, text, head: 0, page, sheet, zone };
//!
//! let dir = tempfile::tempdir()?;
//! let builder = Builder::new(dir.path(), "corpus".as_ref())?;
//! builder.add(&document, &[passage])?;
//! builder.publish()?;
//!
//! let answer = search(&Index::open(dir.path())?, &Search::new("nonrecours"))?;
//! assert_eq!(answer.total, 1);
//! assert_eq!(answer.notes, ["« nonrecours » lu comme « non-recours »."]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod search;

mod field;
mod parse;
mod query;

mod acronym;
mod compound;
mod expand;
mod explain;
mod lexicon;
mod need;
mod person;
mod plan;
mod typed;
mod unit;

mod answering;
mod asking;
mod evidence;
mod filter;
mod found;
mod group;
mod kind;
mod language;
mod near;
mod order;
mod positions;
mod presence;
mod rank;
mod scale;
mod segment;
mod stream;
mod tally;
mod weights;
mod why;
mod zone;

mod cooccurrence;
mod count;
mod occurrence;
mod specific;
pub mod statistics;
mod vocabulary;

mod browse;
mod recipe;
mod selection;

mod citation;
mod dates;
mod excerpt;
mod facets;
mod mark;
mod markup;
mod ranges;
mod reading;
mod reference;
mod shelf;
mod similar;
mod snippet;
mod suggest;
mod surname;
mod wanted;

mod fault;
mod names;

pub use answer::{Answer, Excerpt, Facet, FacetCount, Facets, Hit, SectionRef, Snippet};
pub use browse::{
    AcronymEntry, Browsing, Definition, LabelEntry, PairEntry, Sense, SpeakerEntry, SpeakerYear,
    WorkshopEntry, acronyms, keyword_pairs, keywords, speakers, themes, workshops,
};
pub use cooccurrence::{Cooccurrence, CooccurrenceTable, Cooccurrent, Span, cooccurrences};
pub use count::{Count, CountCell, CountRow, CountTable, Dimension, Zeros, count};
pub use explain::{ExplainedUnit, Explanation, Role, Spelling, explain};
pub use field::{Field, Restriction};
pub use filter::Filters;
pub use glane_index::{Stretch, Unread};
pub use group::Group;
pub use language::language_label;
pub use markup::plain;
pub use names::fold;
pub use occurrence::{
    Bytes, Concordance, ConcordanceKey, Occurrence, Occurrences, Place, Reach, occurrences,
};
pub use order::Sort;
pub use parse::parse;
pub use query::{Node, Query};
pub use ranges::match_ranges;
pub use reading::{Reading, read};
pub use recipe::{Changes, CorpusState, Recipe};
pub use reference::{CitedPage, CitedPerson, PageSpan, Reference};
pub use search::{Detail, Search, SearchError, search};
pub use selection::{Selected, Selection, select};
pub use shelf::{Entry, Shelf, Volume, appearance};
pub use similar::{Similar, similar};
pub use specific::{Specific, SpecificPart, SpecificTable, SpecificWord, specificities};
pub use surname::surname;
pub use vocabulary::{StopWords, WordLevel};
pub use why::{Why, WhyPart};
