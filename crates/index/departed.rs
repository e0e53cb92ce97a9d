//! Passages that left a segment and have not been written out of it yet.

use fixedbitset::FixedBitSet;
use tantivy::SegmentReader;

/// The passages of a segment that are not in the index any more; `None` where all are.
///
/// tantivy's postings, counts of passages and dictionaries still have them.
pub(crate) fn read(segment: &SegmentReader) -> Option<FixedBitSet> {
    let alive = segment.alive_bitset()?;
    let mut departed = FixedBitSet::with_capacity(segment.max_doc() as usize);
    let gone = (0..segment.max_doc()).filter(|passage| !alive.is_alive(*passage));
    gone.for_each(|passage| departed.insert(passage as usize));
    (!departed.is_clear()).then_some(departed)
}
