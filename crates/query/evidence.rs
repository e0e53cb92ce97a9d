//! What each passage has of one unit: term at a time, over every field and level.
//!
//! An answer needs the exact number of sections and its facets, so that every posting is read
//! anyway; adding them up one term after the other is then the simplest way, and a fast one.

use std::collections::BTreeMap;

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED, TantivyError};

use crate::fault::Fault;
use crate::positions;
use crate::segment::{SearchedField, Segment};
use crate::unit::{TermWeight, Unit, Way};
use crate::weights;

/// What a passage has of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Evidence {
    /// Weighted occurrences in the passage.
    pub(crate) text: f32,
    /// Weighted occurrences in what is true of the whole section.
    pub(crate) heading: f32,
    /// How far the unit is present, from 0 to 1.
    pub(crate) cover: f32,
}

impl Evidence {
    /// [`text`](Evidence::text).
    pub(crate) fn text(&self) -> f32 {
        self.text
    }

    /// [`heading`](Evidence::heading).
    pub(crate) fn heading(&self) -> f32 {
        self.heading
    }

    /// [`cover`](Evidence::cover).
    pub(crate) fn cover(&self) -> f32 {
        self.cover
    }
}

/// The passages of one segment that have something of a unit, in order.
pub(crate) type Matches = Vec<(DocId, Evidence)>;

/// Room for one segment's passages, used for one unit after the other.
pub(crate) struct Scratch {
    evidence: Vec<Evidence>,
    touched: Vec<DocId>,
}

impl Scratch {
    /// Room for the passages of `segment`.
    pub(crate) fn new(segment: &Segment<'_>) -> Scratch {
        let passages = segment.reader.max_doc() as usize;
        Scratch { evidence: vec![Evidence::default(); passages], touched: Vec::new() }
    }

    pub(crate) fn add(&mut self, doc: DocId, is_text: bool, occurrences: f32, cover: f32) {
        let Some(evidence) = self.evidence.get_mut(doc as usize) else { return };
        if evidence.cover == 0.0 {
            self.touched.push(doc);
        }
        if is_text {
            evidence.text += occurrences;
        } else {
            evidence.heading += occurrences;
        }
        evidence.cover = evidence.cover.max(cover);
    }

    /// What was added, in order; the room is empty again.
    pub(crate) fn drain(&mut self) -> Matches {
        let mut touched = std::mem::take(&mut self.touched);
        touched.sort_unstable();
        let take = |doc: &DocId| (*doc, std::mem::take(&mut self.evidence[*doc as usize]));
        let matches = touched.iter().map(take).collect();
        touched.clear();
        self.touched = touched;
        matches
    }
}

/// The passages of `segment` that have something of `unit`.
pub(crate) fn gather(
    segment: &Segment<'_>,
    unit: &Unit,
    scratch: &mut Scratch,
) -> Result<Matches, Fault> {
    for way in &unit.ways {
        match way {
            Way::Word(slot) => add_terms(segment, &slot.weighted_terms(), scratch)?,
            Way::Terms(terms) => add_terms(segment, terms, scratch)?,
            Way::Places(sequences) => {
                for field in &segment.fields {
                    add_places(field, &positions::count(field, sequences)?, scratch);
                }
            }
            Way::Near(slots, others) => {
                let width = others.saturating_add(u32::try_from(slots.len()).unwrap_or(u32::MAX));
                for field in &segment.fields {
                    add_places(field, &positions::count_within(field, slots, width)?, scratch);
                }
            }
            Way::InField(only, slots) => {
                let sequences = std::slice::from_ref(slots);
                for field in segment.fields.iter().filter(|field| field.field == *only) {
                    add_places(field, &positions::count(field, sequences)?, scratch);
                }
            }
            Way::Heard(names) => add_heard(segment, names, scratch)?,
            Way::Holds(narrowing) => {
                let passages = narrowing.passages(segment)?;
                for (doc, _) in (0..).zip(&passages).filter(|(_, holds)| **holds) {
                    scratch.add(doc, false, 0.0, 1.0);
                }
            }
        }
    }
    Ok(scratch.drain())
}

fn add_terms(
    segment: &Segment<'_>,
    terms: &BTreeMap<String, TermWeight>,
    scratch: &mut Scratch,
) -> Result<(), TantivyError> {
    for (term, weight) in terms {
        for field in &segment.fields {
            add_postings(field, term, *weight, scratch)?;
        }
    }
    Ok(())
}

/// Adds how often something stands at once in each passage.
fn add_places(field: &SearchedField, counts: &[(DocId, usize)], scratch: &mut Scratch) {
    for (doc, count) in counts {
        let worth = *count as f32 * field.worth(*doc);
        scratch.add(*doc, field.is_text, worth, field.weight.cover);
    }
}

fn add_postings(
    field: &SearchedField,
    term: &str,
    weight: TermWeight,
    scratch: &mut Scratch,
) -> Result<(), TantivyError> {
    let postings = field.postings(term, IndexRecordOption::WithFreqs)?;
    let Some(mut postings) = postings else { return Ok(()) };
    let cover = weight.cover * field.weight.cover;
    let mut doc = postings.doc();
    while doc != TERMINATED {
        let occurrences = postings.term_freq() as f32 * weight.boost * field.worth(doc);
        scratch.add(doc, field.is_text, occurrences, cover);
        doc = postings.advance();
    }
    Ok(())
}

fn add_heard(
    segment: &Segment<'_>,
    names: &[String],
    scratch: &mut Scratch,
) -> Result<(), TantivyError> {
    let speakers = segment.reader.inverted_index(segment.speaker)?;
    for name in names {
        let Some(info) = speakers.terms().get(name)? else { continue };
        let mut postings = speakers.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        while postings.doc() != TERMINATED {
            scratch.add(postings.doc(), false, weights::HEARD, 1.0);
            postings.advance();
        }
    }
    Ok(())
}
