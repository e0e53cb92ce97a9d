//! What each passage has of each unit, for a run of passages at a time.
//!
//! Adding up one stream after the other over a stretch that stays in the processor's cache is
//! faster than going from passage to passage.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use glane_index::{Zones, next_passage};
use tantivy::{DocId, TantivyError};

use crate::segment::Segment;
use crate::stream::{Reader, Run, Stream};
use crate::weights;

/// What a passage has of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Evidence {
    /// Weighted occurrences in the passage.
    pub(crate) text: f32,
    /// Weighted occurrences in what is true of the whole section.
    pub(crate) heading: f32,
}

impl Evidence {
    /// The most that either has of everything.
    pub(crate) fn or_more(self, other: Evidence) -> Evidence {
        Evidence { text: self.text.max(other.text), heading: self.heading.max(other.heading) }
    }
}

/// The evidence of some units over a run of passages.
pub(crate) struct Window<'a> {
    units: Vec<Vec<Reader<'a>>>,
    /// The passages that are looked at, in order.
    wanted: &'a FixedBitSet,
    zones: &'a Zones,
    passages: Range<DocId>,
    /// A row per passage, a column per unit.
    evidence: Vec<Evidence>,
}

impl<'a> Window<'a> {
    /// Before the first passage of the streams of each unit of `segment`; passages that are not
    /// `wanted` have nothing.
    pub(crate) fn new(
        segment: &Segment<'a>,
        units: &'a [Vec<Stream<'a>>],
        wanted: &'a FixedBitSet,
    ) -> Result<Window<'a>, TantivyError> {
        let read = |streams: &'a Vec<Stream<'a>>| streams.iter().map(Stream::read).collect();
        let units = units.iter().map(read).collect::<Result<_, TantivyError>>()?;
        Ok(Window { units, wanted, zones: segment.zones, passages: 0..0, evidence: Vec::new() })
    }

    /// Moves on to `passages`, which follow those before.
    pub(crate) fn turn(&mut self, passages: Range<DocId>) {
        let (start, width) = (passages.start, self.units.len());
        self.evidence.clear();
        self.evidence.resize(passages.len() * width, Evidence::default());
        let run = Run { passages: passages.clone(), wanted: self.wanted };
        for (unit, readers) in self.units.iter_mut().enumerate() {
            let at = |doc: DocId| (doc - start) as usize * width + unit;
            for reader in readers {
                match reader.is_text {
                    true => reader.read(&run, |doc, worth| self.evidence[at(doc)].text += worth),
                    false => {
                        reader.read(&run, |doc, worth| self.evidence[at(doc)].heading += worth);
                    }
                }
            }
        }
        self.passages = passages;
        self.weigh_zones();
    }

    /// Makes what stands beside the text worth what it is there.
    fn weigh_zones(&mut self) {
        let (Range { start, end }, width) = (self.passages.clone(), self.units.len());
        for (zone, passages) in self.zones.beside() {
            let weight = weights::of_zone(zone);
            let next = |from| next_passage(passages, from).filter(|passage| *passage < end);
            for passage in std::iter::successors(next(start), |passage| next(passage + 1)) {
                let row = (passage - start) as usize * width;
                self.evidence[row..row + width].iter_mut().for_each(|own| own.text *= weight);
            }
        }
    }

    /// What an occurrence in the text of `passage` is worth beside one in a sentence.
    pub(crate) fn weight(&self, passage: DocId) -> f32 {
        weights::of_zone(self.zones.of(passage))
    }

    /// The passages of the run that are looked at, in order.
    pub(crate) fn passages(&self) -> impl Iterator<Item = DocId> {
        let Range { start, end } = self.passages;
        let next = move |from| next_passage(self.wanted, from).filter(|passage| *passage < end);
        std::iter::successors(next(start), move |passage| next(passage + 1))
    }

    /// What `passage`, one of the run, has of each unit.
    pub(crate) fn evidence(&self, passage: DocId) -> &[Evidence] {
        let (row, width) = ((passage - self.passages.start) as usize, self.units.len());
        &self.evidence[row * width..(row + 1) * width]
    }
}
