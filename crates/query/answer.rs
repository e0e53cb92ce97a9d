//! What a search returns.

use std::ops::Range;

use glane_document::{DocumentKind, PartialDate, SectionKind, Speaker, TimeOfDay, Zone};
use glane_index::Unread;
use serde::Serialize;

use crate::{Group, Reference, Sort, Why};

/// What answers a query, in the order asked for, with what surrounds it.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// The query as typed.
    pub query: String,
    /// What the hits are.
    pub group: Group,
    /// The order that they are in.
    pub sort: Sort,
    /// How many sections match, whatever the hits are.
    pub total: usize,
    /// How many of them have all the words of the query; the others have a part.
    pub complete: usize,
    /// How many documents the matching sections stand in.
    pub documents: usize,
    /// How many passages match; a section whose headings alone match counts for one.
    pub passages: usize,
    /// The hits asked for, in rank order.
    pub hits: Vec<Hit>,
    /// Counts over all matching sections.
    pub facets: Facets,
    /// What was reinterpreted or relaxed, in French.
    pub notes: Vec<String>,
    /// Other queries to try, when nothing was found.
    pub suggestions: Vec<String>,
    /// What of the corpus could not be read, hence was not searched.
    pub unread: Unread,
}

impl Answer {
    /// How many hits there are, those beyond the page asked for included.
    pub fn found(&self) -> usize {
        match self.group {
            Group::Passage => self.passages,
            Group::Section => self.total,
            Group::Document => self.documents,
        }
    }
}

/// A matching section with its best passage; or a matching passage with its section; or a document
/// with the best of its matching sections.
#[derive(Debug, Clone, Serialize)]
pub struct Hit {
    /// 1-based.
    pub rank: usize,
    /// Comparable within one answer only.
    pub score: f32,
    /// Identifies the hit, for `glane show`: `actes.txt#atelier-10` is a section, followed by `@2`
    /// its second passage; `actes.txt` is a document.
    pub id: String,
    /// The source file's stem.
    pub document: String,
    /// The source's path relative to the corpus.
    pub source: String,
    /// The document's genre.
    pub document_kind: DocumentKind,
    /// The document's title, or its stem.
    pub title: String,
    /// The event.
    pub event: Option<String>,
    /// The document's dates.
    pub dates: Vec<PartialDate>,
    /// The event's place.
    pub place: Option<String>,
    /// The section.
    pub section: SectionRef,
    /// The people of the section.
    pub speakers: Vec<Speaker>,
    /// The keywords of the section.
    pub keywords: Vec<String>,
    /// The page of the first match shown; of the passage, where no match is.
    pub page: Option<u32>,
    /// Its rank in the file, where the file has pages.
    pub sheet: Option<u32>,
    /// The rank of the best passage in its section, from 1.
    pub passage: u32,
    /// The zone of its section's text in which the best passage stands.
    pub zone: Zone,
    /// How many matching sections the hit stands for: more than one for a document only.
    pub sections: usize,
    /// How many matching passages the hit stands for; none where only headings match.
    pub passages: usize,
    /// The best passage, cut around its matches.
    pub snippet: Snippet,
    /// Words of the query that the section lacks.
    pub missing: Vec<String>,
    /// One line to copy into a text, after ISO 690 unless another style is asked for.
    pub citation: String,
    /// What the citation says, for other styles and formats.
    #[serde(skip)]
    pub reference: Reference,
    /// Its best passages in the order of the text, where they are asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excerpts: Vec<Excerpt>,
    /// Why it is worth what it is, where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

/// What an answer says of a section.
#[derive(Debug, Clone, Serialize)]
pub struct SectionRef {
    /// Identifies the section in its document.
    pub id: String,
    /// What it is.
    pub kind: SectionKind,
    /// The number in its heading.
    pub number: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The heading in full: `Atelier 10 — Lutter contre…`.
    pub label: String,
    /// The theme that contains it.
    pub theme: Option<String>,
    /// The ISO 639-1 code of its language.
    pub language: Option<String>,
    /// The day.
    pub date: Option<PartialDate>,
    /// When it starts.
    pub start: Option<TimeOfDay>,
    /// When it ends.
    pub end: Option<TimeOfDay>,
}

/// One passage of a hit, cut around its matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The rank of the passage in its section, from 1.
    pub passage: u32,
    /// Its page, else that of the section.
    pub page: Option<u32>,
    /// The rank of the page in the file, where the file has pages.
    pub sheet: Option<u32>,
    /// The passage, cut.
    pub snippet: Snippet,
}

/// A stretch of a passage with its matches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// The text, white space collapsed.
    pub text: String,
    /// Byte ranges of [`text`](Snippet::text) that match, in order, apart.
    pub matches: Vec<Range<usize>>,
    /// Whether text of the passage stands before.
    pub cut_before: bool,
    /// Whether text of the passage stands after.
    pub cut_after: bool,
}

/// Counts of matching sections by what they are.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Facets {
    /// By year of the document's first date, latest first.
    pub years: Facet,
    /// By document, most first.
    pub documents: Facet,
    /// By kind of section, most first.
    pub kinds: Facet,
    /// By declared keyword, most first.
    pub keywords: Facet,
    /// By speaker, most first.
    pub speakers: Facet,
    /// By heading of theme, most first.
    pub themes: Facet,
    /// By event, most first.
    pub events: Facet,
    /// By place of the event, most first.
    pub places: Facet,
}

/// The values of one facet.
pub type Facet = Vec<FacetCount>;

/// One value of a facet and the number of matching sections that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// Matching sections.
    pub count: usize,
}
