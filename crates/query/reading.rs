//! A section to be read whole, with what a query finds in it.

use std::ops::Range;

use glane_document::{Document, Passage, Section};
use glane_index::{Index, Outline};

use crate::markup::Markup;
use crate::{Reference, SearchError, match_ranges};

/// A section as it is read, between its neighbours.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The document, with its sections without text.
    pub document: Document,
    /// The rank of the section among those of the document, from 0.
    pub place: usize,
    /// The section, with its text.
    pub section: Section,
    /// Its passages, in order; their texts make that of the section.
    pub passages: Vec<Passage>,
    /// Byte ranges of the section's text that match the query, in order, apart.
    pub matches: Vec<Range<usize>>,
    /// Byte ranges of it that only mark up what stands between them, in order, apart.
    pub markup: Vec<Range<usize>>,
    /// One line to copy into a text.
    pub citation: String,
}

impl Reading {
    /// The section that comes before in the document.
    pub fn before(&self) -> Option<&Section> {
        self.place.checked_sub(1).and_then(|place| self.document.sections.get(place))
    }

    /// The section that comes after in the document.
    pub fn after(&self) -> Option<&Section> {
        self.document.sections.get(self.place + 1)
    }
}

/// Reads the section `document#section` with the words of `query` marked; `None` when there is
/// none. An empty query marks nothing.
///
/// # Errors
///
/// [`SearchError`] when the index is damaged.
pub fn read(index: &Index, id: &str, query: &str) -> Result<Option<Reading>, SearchError> {
    let Some((document, section)) = id.rsplit_once('#') else { return Ok(None) };
    let Some(outline) = index.outline(document)? else { return Ok(None) };
    let place = outline.document.sections.iter().position(|own| own.id == section);
    let Some(place) = place else { return Ok(None) };
    let mut reading = whole(index, outline, place)?;
    if !query.trim().is_empty() {
        let found = match_ranges(index, query, &[&reading.section])?;
        reading.matches = found.into_iter().next().unwrap_or_default();
    }
    Ok(Some(reading))
}

fn whole(index: &Index, outline: Outline, place: usize) -> Result<Reading, SearchError> {
    let Outline { document, passages } = outline;
    let mut section = document.sections[place].clone();
    let addresses = passages.get(place).into_iter().flatten();
    let read = addresses.map(|address| Ok(index.passage(*address)?.passage));
    let passages = read.collect::<Result<Vec<Passage>, SearchError>>()?;
    section.text = passages.iter().map(|passage| passage.text.as_str()).collect();
    let citation = Reference::to_section(&document, &section).iso690();
    let markup = Markup::of(&section.text, &(0..section.text.len())).into_ranges();
    Ok(Reading { document, place, section, passages, matches: Vec::new(), markup, citation })
}
