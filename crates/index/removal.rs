//! The passages of documents that leave an index.

use tantivy::query::{
    BitSetDocSet, ConstScorer, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight,
};
use tantivy::{BitSet, DocId, Score, SegmentReader, TantivyError};

/// Matches every passage of some documents, found by their numbers: one look at each passage,
/// however many documents leave.
#[derive(Debug, Clone, Default)]
pub(crate) struct Removal {
    /// Numbers of documents, as ranges `[first, end)` in order that do not overlap.
    ranges: Vec<(u64, u64)>,
}

impl Removal {
    /// Of the documents with these numbers, as ranges `[first, end)` in any order.
    pub(crate) fn new(mut ranges: Vec<(u64, u64)>) -> Removal {
        ranges.retain(|(first, end)| first < end);
        ranges.sort_unstable();
        Removal { ranges }
    }

    /// Whether nothing leaves.
    pub(crate) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    fn has(&self, document: u64) -> bool {
        let after = self.ranges.partition_point(|(first, _)| *first <= document);
        after.checked_sub(1).is_some_and(|at| document < self.ranges[at].1)
    }
}

impl Query for Removal {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for Removal {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let documents = reader.fast_fields().u64("document_ordinal")?;
        let mut passages = BitSet::with_max_value(reader.max_doc());
        let gone = |passage: &DocId| documents.first(*passage).is_some_and(|own| self.has(own));
        for passage in (0..reader.max_doc()).filter(gone) {
            passages.insert(passage);
        }
        if passages.len() == 0 {
            return Ok(Box::new(EmptyScorer));
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(passages), boost)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(TantivyError::InvalidArgument("what leaves has no score".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_within_a_range_leave() {
        let removal = Removal::new(vec![(9, 10), (2, 5), (7, 7)]);
        let gone: Vec<u64> = (0..12).filter(|number| removal.has(*number)).collect();
        assert_eq!(gone, [2, 3, 4, 9]);
        assert!(Removal::new(vec![(3, 3)]).is_empty());
    }
}
