//! Where the sections of a segment end.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, SegmentReader, Term};

use crate::schema::{FIRST, Fields};

/// One bit per passage of a segment: whether it is the last of its section.
///
/// The passages of a section are neighbours, so that this says which section a passage is of, at an
/// eighth of a byte each.
#[derive(Debug, Clone)]
pub struct Boundaries(FixedBitSet);

impl Boundaries {
    /// Reads those of a segment.
    pub(crate) fn read(segment: &SegmentReader, fields: &Fields) -> tantivy::Result<Boundaries> {
        let mut ends = FixedBitSet::with_capacity(segment.max_doc() as usize);
        // One passage ends a section where the next one opens another.
        let openings = segment.inverted_index(fields.opening)?;
        let first = Term::from_field_text(fields.opening, FIRST);
        if let Some(mut block) = openings.read_block_postings(&first, IndexRecordOption::Basic)? {
            while !block.docs().is_empty() {
                let before = block.docs().iter().filter_map(|opening| opening.checked_sub(1));
                before.for_each(|end| ends.insert(end as usize));
                block.advance();
            }
        }
        if let Some(last) = ends.len().checked_sub(1) {
            ends.insert(last);
        }
        Ok(Boundaries(ends))
    }

    /// Whether `passage` is the last of its section.
    pub fn is_last(&self, passage: DocId) -> bool {
        self.0.contains(passage as usize)
    }

    /// The last passage of the section of `passage`.
    pub fn last_of_section(&self, passage: DocId) -> DocId {
        let count = DocId::try_from(self.0.len()).unwrap_or(DocId::MAX);
        (passage..count).find(|passage| self.is_last(*passage)).unwrap_or(passage)
    }

    /// The passages of the section of `passage`.
    pub fn section_of(&self, passage: DocId) -> Range<DocId> {
        let first = (0..passage).rev().find(|before| self.is_last(*before));
        first.map_or(0, |before| before + 1)..self.last_of_section(passage) + 1
    }

    /// How many sections have one of `passages`.
    ///
    /// Added as numbers to the ones between two ends, any bit of a section carries into its end:
    /// 64 passages at a time.
    pub fn sections_of(&self, passages: &FixedBitSet) -> usize {
        let (mut count, mut carried) = (0, false);
        for (ends, held) in self.0.as_slice().iter().zip(passages.as_slice()) {
            let inner = !ends;
            let (sum, over) = inner.overflowing_add(held & inner);
            let (sum, over_again) = sum.overflowing_add(usize::from(carried));
            carried = over || over_again;
            count += ((sum | held) & ends).count_ones() as usize;
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sections of these lengths.
    fn boundaries(lengths: &[usize]) -> Boundaries {
        let mut ends = FixedBitSet::with_capacity(lengths.iter().sum());
        let mut end = 0;
        for length in lengths {
            end += length;
            ends.insert(end - 1);
        }
        Boundaries(ends)
    }

    #[test]
    fn sections_are_counted_once_whatever_they_hold() {
        // Lengths that put ends and starts on every side of a word's end.
        for lengths in [
            vec![1; 200],
            vec![3, 61, 1, 64, 65, 1, 5],
            vec![63, 1, 1, 128, 7],
            vec![300],
            vec![2, 2, 2, 58, 2, 130, 1, 1],
        ] {
            let boundaries = boundaries(&lengths);
            let total: usize = lengths.iter().sum();
            let of: Vec<usize> =
                (0..).zip(&lengths).flat_map(|(at, length)| vec![at; *length]).collect();
            for step in 1..90 {
                for first in 0..step.min(9) {
                    let mut held = FixedBitSet::with_capacity(total);
                    (first..total).step_by(step).for_each(|at| held.insert(at));
                    let mut expect: Vec<usize> = held.ones().map(|at| of[at]).collect();
                    expect.dedup();
                    assert_eq!(boundaries.sections_of(&held), expect.len(), "{lengths:?} {step}");
                }
            }
        }
    }
}
