//! Where a unit stands: streams of passages, one for each term and field.

use std::ops::Range;
use std::sync::Arc;

use fixedbitset::FixedBitSet;
use glane_index::next_passage;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, TantivyError};

use crate::fault::Fault;
use crate::plan::Plan;
use crate::positions;
use crate::segment::{SearchedField, Segment};
use crate::unit::{TermWeight, Unit, Way};
use crate::weights;

/// How many postings are looked at together: as many as a block has.
const BLOCK: usize = 128;

/// Passages in order, each with what the unit's occurrences there are worth.
pub(crate) struct Stream<'a> {
    source: Source<'a>,
    /// Whether it is of the passages' own text rather than of what is true of whole sections.
    pub(crate) is_text: bool,
    /// How far it shows that the unit is present, from 0 to 1.
    pub(crate) cover: f32,
}

enum Source<'a> {
    /// A term of a searched field.
    Term { field: &'a SearchedField, info: TermInfo, boost: f32 },
    /// The name of someone who is heard.
    Heard { names: Arc<InvertedIndexReader>, info: TermInfo },
    /// Passages that were looked for one by one.
    Listed(Vec<(DocId, f32)>),
}

/// The streams of `unit` in `segment`.
fn streams<'a>(segment: &'a Segment<'a>, unit: &Unit) -> Result<Vec<Stream<'a>>, Fault> {
    let mut streams = Vec::new();
    for way in &unit.ways {
        match way {
            Way::Word(slot) => {
                for (term, weight) in &slot.weighted_terms() {
                    add_term(segment, term, *weight, &mut streams)?;
                }
            }
            Way::Terms(terms) => {
                for (term, weight) in terms {
                    add_term(segment, term, *weight, &mut streams)?;
                }
            }
            Way::Places(sequences) => {
                for field in &segment.fields {
                    add_places(field, &positions::count(field, sequences)?, &mut streams);
                }
            }
            Way::Near(slots, others) => {
                let width = others.saturating_add(u32::try_from(slots.len()).unwrap_or(u32::MAX));
                for field in &segment.fields {
                    add_places(field, &positions::count_within(field, slots, width)?, &mut streams);
                }
            }
            Way::InField(only, slots) => {
                let sequences = std::slice::from_ref(slots);
                for field in segment.fields.iter().filter(|field| field.field == *only) {
                    add_places(field, &positions::count(field, sequences)?, &mut streams);
                }
            }
            Way::Heard(heard) => add_heard(segment, heard, &mut streams)?,
            Way::Holds(narrowing) => {
                let passages = narrowing.passages(segment)?;
                let held = passages.ones().filter_map(|doc| DocId::try_from(doc).ok());
                let source = Source::Listed(held.map(|doc| (doc, 0.0)).collect());
                streams.push(Stream { source, is_text: false, cover: 1.0 });
            }
        }
    }
    Ok(streams)
}

/// The streams of each unit of `plan` in `segment`.
pub(crate) fn unit_streams<'a>(
    segment: &'a Segment<'a>,
    plan: &Plan,
) -> Result<Vec<Vec<Stream<'a>>>, Fault> {
    plan.units.iter().map(|unit| streams(segment, unit)).collect()
}

/// The streams of each unit of `plan` in each of `segments`.
pub(crate) fn all_streams<'a>(
    segments: &'a [Segment<'a>],
    plan: &Plan,
) -> Result<Vec<Vec<Vec<Stream<'a>>>>, Fault> {
    segments.iter().map(|segment| unit_streams(segment, plan)).collect()
}

fn add_term<'a>(
    segment: &'a Segment<'a>,
    term: &str,
    weight: TermWeight,
    streams: &mut Vec<Stream<'a>>,
) -> Result<(), TantivyError> {
    for field in &segment.fields {
        if let Some(info) = field.terms().get(term)? {
            streams.push(Stream {
                source: Source::Term { field, info, boost: weight.boost },
                is_text: field.is_text,
                cover: weight.cover * field.weight.cover,
            });
        }
    }
    Ok(())
}

/// Adds how often something stands at once in each passage.
fn add_places(field: &SearchedField, counts: &[(DocId, usize)], streams: &mut Vec<Stream<'_>>) {
    let worth = |(doc, count): &(DocId, usize)| (*doc, *count as f32 * field.worth(*doc));
    let source = Source::Listed(counts.iter().map(worth).collect());
    streams.push(Stream { source, is_text: field.is_text, cover: field.weight.cover });
}

fn add_heard(
    segment: &Segment<'_>,
    heard: &[String],
    streams: &mut Vec<Stream<'_>>,
) -> Result<(), TantivyError> {
    let names = segment.reader.inverted_index(segment.speaker)?;
    for name in heard {
        if let Some(info) = names.terms().get(name)? {
            let source = Source::Heard { names: Arc::clone(&names), info };
            streams.push(Stream { source, is_text: false, cover: 1.0 });
        }
    }
    Ok(())
}

impl Stream<'_> {
    /// Adds its passages to a set.
    pub(crate) fn mark(&self, passages: &mut FixedBitSet) -> Result<(), TantivyError> {
        let mut postings = match &self.source {
            Source::Term { field, info, .. } => field.blocks(info, IndexRecordOption::Basic)?,
            Source::Heard { names, info } => blocks(names, info, IndexRecordOption::Basic)?,
            Source::Listed(listed) => {
                listed.iter().for_each(|(doc, _)| passages.insert(*doc as usize));
                return Ok(());
            }
        };
        while !postings.docs().is_empty() {
            postings.docs().iter().for_each(|doc| passages.insert(*doc as usize));
            postings.advance();
        }
        Ok(())
    }

    /// From its first passage on.
    pub(crate) fn read(&self) -> Result<Reader<'_>, TantivyError> {
        let from = match &self.source {
            Source::Term { field, info, boost } => From::Term {
                postings: field.blocks(info, IndexRecordOption::WithFreqs)?,
                next: 0,
                field,
                boost: *boost,
            },
            Source::Heard { names, info } => {
                From::Heard { postings: blocks(names, info, IndexRecordOption::Basic)?, next: 0 }
            }
            Source::Listed(listed) => From::Listed(listed),
        };
        Ok(Reader { from, is_text: self.is_text })
    }
}

fn blocks(
    inverted: &InvertedIndexReader,
    info: &TermInfo,
    option: IndexRecordOption,
) -> Result<BlockSegmentPostings, TantivyError> {
    Ok(inverted.read_block_postings_from_terminfo(info, option)?)
}

/// A stream that is being read.
pub(crate) struct Reader<'a> {
    from: From<'a>,
    /// [`Stream::is_text`].
    pub(crate) is_text: bool,
}

enum From<'a> {
    Term { postings: BlockSegmentPostings, next: usize, field: &'a SearchedField, boost: f32 },
    Heard { postings: BlockSegmentPostings, next: usize },
    Listed(&'a [(DocId, f32)]),
}

/// Passages that are read together.
pub(crate) struct Run<'a> {
    /// They follow those read before.
    pub(crate) passages: Range<DocId>,
    /// Those that matter.
    pub(crate) wanted: &'a FixedBitSet,
}

impl Run<'_> {
    /// The first passage that matters from `doc` on.
    fn next(&self, doc: DocId) -> Option<DocId> {
        let next = next_passage(self.wanted, doc.max(self.passages.start))?;
        (next < self.passages.end).then_some(next)
    }

    /// Writes the places in `docs`, at most a block of them, of those that matter, and says how
    /// many there are. Without a branch for each: whether one matters cannot be foreseen.
    fn places(&self, docs: &[DocId], places: &mut [u8; BLOCK]) -> usize {
        let (bits, mut count) = (self.wanted.as_slice(), 0);
        for (place, doc) in (0..).zip(docs) {
            let doc = *doc as usize;
            places[count % BLOCK] = place;
            let block = bits.get(doc / usize::BITS as usize).copied().unwrap_or_default();
            count += block >> (doc % usize::BITS as usize) & 1;
        }
        count
    }
}

impl Reader<'_> {
    /// Hands over its passages of `run` that matter, each with what its occurrences are worth.
    pub(crate) fn read(&mut self, run: &Run<'_>, mut add: impl FnMut(DocId, f32)) {
        match &mut self.from {
            From::Term { postings, next, field, boost } => {
                each_block(postings, next, run, |block, place| {
                    let doc = block.doc(place);
                    add(doc, block.freq(place) as f32 * *boost * field.worth(doc));
                });
            }
            From::Heard { postings, next } => {
                each_block(postings, next, run, |block, place| {
                    add(block.doc(place), weights::HEARD);
                });
            }
            From::Listed(listed) => {
                let Range { start, end } = run.passages;
                let before = listed.partition_point(|(doc, _)| *doc < end);
                let (passed, rest) = listed.split_at(before);
                for (doc, worth) in passed {
                    if *doc >= start && run.wanted.contains(*doc as usize) {
                        add(*doc, *worth);
                    }
                }
                *listed = rest;
            }
        }
    }
}

/// Hands over the places that matter of what stands in `run`, block by block, from the place `next`
/// of the first on. Blocks without any are not read.
fn each_block(
    block: &mut BlockSegmentPostings,
    next: &mut usize,
    run: &Run<'_>,
    mut add: impl FnMut(&BlockSegmentPostings, usize),
) {
    let mut places = [0; BLOCK];
    while let Some(last) = block.docs().last() {
        let Some(first) = block.docs().get(*next).copied() else { return };
        let Some(doc) = run.next(first) else { return };
        if doc > *last || first < run.passages.start {
            *next = block.seek(doc);
            continue;
        }
        let docs = block.docs();
        let before = match *last < run.passages.end {
            true => docs.len(),
            false => docs.partition_point(|doc| *doc < run.passages.end),
        };
        while *next < before {
            let end = before.min(*next + BLOCK);
            let count = run.places(&block.docs()[*next..end], &mut places);
            places[..count].iter().for_each(|place| add(block, *next + usize::from(*place)));
            *next = end;
        }
        if before < block.docs().len() {
            return;
        }
        block.advance();
        *next = 0;
    }
}
