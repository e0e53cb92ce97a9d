//! Where the sections of a segment end.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, SegmentReader, Term};

use crate::bits;
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
        bits::next(&self.0, passage).unwrap_or(passage)
    }

    /// The passages of the section of `passage`.
    pub fn section_of(&self, passage: DocId) -> Range<DocId> {
        let before = bits::last_before(&self.0, passage);
        before.map_or(0, |before| before + 1)..self.last_of_section(passage) + 1
    }

    /// The sections that have one of `passages`, by the last passage of each.
    ///
    /// Added as numbers to the ones between two ends, any bit of a section carries into its end:
    /// 64 passages at a time.
    pub fn sections_of(&self, passages: &FixedBitSet) -> FixedBitSet {
        let mut carried = false;
        let blocks = self.0.as_slice().iter().zip(passages.as_slice()).map(|(ends, held)| {
            let inner = !ends;
            let (sum, over) = inner.overflowing_add(held & inner);
            let (sum, over_again) = sum.overflowing_add(usize::from(carried));
            carried = over || over_again;
            (sum | held) & ends
        });
        FixedBitSet::with_capacity_and_blocks(self.0.len(), blocks)
    }

    /// All passages of `sections`, each given by its last one.
    pub fn passages_of(&self, sections: &FixedBitSet) -> FixedBitSet {
        let mut passages = FixedBitSet::with_capacity(self.0.len());
        for last in sections.ones().filter_map(|last| DocId::try_from(last).ok()) {
            let section = self.section_of(last);
            passages.insert_range(section.start as usize..section.end as usize);
        }
        passages
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
                    let sections = boundaries.sections_of(&held);
                    let seen: Vec<usize> = sections.ones().map(|end| of[end]).collect();
                    assert_eq!(seen, expect, "{lengths:?} {step}");
                    let whole = boundaries.passages_of(&sections);
                    let seen: Vec<usize> = whole.ones().collect();
                    let inside = (0..total).filter(|at| expect.contains(&of[*at]));
                    assert_eq!(seen, inside.collect::<Vec<_>>(), "{lengths:?} {step}");
                }
            }
        }
    }
}
