//! What each passage has of each unit, for a run of passages at a time.
//!
//! An answer needs the exact number of sections and its facets, so that every posting is read
//! anyway; adding them up one stream after the other over a stretch that stays in the processor's
//! cache is then the fast way.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use tantivy::{DocId, TantivyError};

use crate::stream::{Reader, Stream};

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
    /// The most that either has of everything.
    pub(crate) fn or_more(self, other: Evidence) -> Evidence {
        Evidence {
            text: self.text.max(other.text),
            heading: self.heading.max(other.heading),
            cover: self.cover.max(other.cover),
        }
    }
}

/// The evidence of some units over a run of passages.
pub(crate) struct Window<'a> {
    units: Vec<Vec<Reader<'a>>>,
    passages: Range<DocId>,
    /// A row per passage, a column per unit; empty beyond the rows of the run.
    evidence: Vec<Evidence>,
    /// Passages that have something, counted from the first of the run.
    touched: FixedBitSet,
}

impl<'a> Window<'a> {
    /// Before the first passage of the streams of each unit.
    pub(crate) fn new(units: &'a [Vec<Stream<'a>>]) -> Result<Window<'a>, TantivyError> {
        let read = |streams: &'a Vec<Stream<'a>>| streams.iter().map(Stream::read).collect();
        Ok(Window {
            units: units.iter().map(read).collect::<Result<_, TantivyError>>()?,
            passages: 0..0,
            evidence: Vec::new(),
            touched: FixedBitSet::new(),
        })
    }

    /// Passes over what stands before `start`.
    pub(crate) fn skip(&mut self, start: DocId) {
        self.units.iter_mut().flatten().for_each(|reader| reader.until(start, |_, _| {}));
    }

    /// Moves on to `passages`, which follow those before.
    pub(crate) fn turn(&mut self, passages: Range<DocId>) {
        let (start, width) = (passages.start, self.units.len());
        for row in self.touched.ones() {
            self.evidence[row * width..(row + 1) * width].fill(Evidence::default());
        }
        self.touched.clear();
        self.touched.grow(passages.len());
        let room = self.evidence.len().max(passages.len() * width);
        self.evidence.resize(room, Evidence::default());
        for (unit, readers) in self.units.iter_mut().enumerate() {
            for reader in readers {
                let cover = reader.cover;
                let mut add = |doc: DocId, add: fn(&mut Evidence, f32), occurrences| {
                    let row = (doc - start) as usize;
                    let evidence = &mut self.evidence[row * width + unit];
                    add(evidence, occurrences);
                    if evidence.cover < cover {
                        evidence.cover = cover;
                    }
                    self.touched.insert(row);
                };
                let end = passages.end;
                match reader.is_text {
                    true => reader.until(end, |doc, worth| add(doc, |own, w| own.text += w, worth)),
                    false => {
                        reader.until(end, |doc, worth| add(doc, |own, w| own.heading += w, worth));
                    }
                }
            }
        }
        self.passages = passages;
    }

    /// The passages that have something of some unit, in order.
    pub(crate) fn touched(&self) -> impl Iterator<Item = DocId> {
        let start = self.passages.start;
        self.touched.ones().filter_map(move |at| Some(start + DocId::try_from(at).ok()?))
    }

    /// What `passage`, one of the run, has of each unit.
    pub(crate) fn evidence(&self, passage: DocId) -> &[Evidence] {
        let (row, width) = ((passage - self.passages.start) as usize, self.units.len());
        &self.evidence[row * width..(row + 1) * width]
    }
}
