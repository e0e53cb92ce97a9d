//! Which segments are written anew before a generation is published.
//!
//! Passages that left stay in their segment until they are a good part of it: rewriting a large one
//! each time a document in it changes would cost more than the change. Readers leave them out.

use tantivy::index::SegmentId;

/// Up to so many passages, what was made from nothing is worth one segment.
const SMALL: u32 = 20_000;
/// A segment of which one passage in so many left is written anew.
const PART: u32 = 5;
/// So many segments of about one size become one.
const CROWD: usize = 4;
/// The same for large ones. Writing 330 MB anew, in eight segments, takes a sixth of the time that
/// indexing them takes, and spares a query a tenth of its own.
const LARGE_CROWD: usize = 12;
/// From so many digits on, a number of passages is that of a large segment.
const LARGE: usize = 5;
/// No more at a time, lest what was made from nothing in many threads becomes one at once.
const MOST: usize = 16;

/// A segment, as far as its rewriting is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) id: SegmentId,
    /// Passages that stay.
    pub(crate) live: u32,
    /// Passages that left.
    pub(crate) dead: u32,
}

/// The segments of an index made from nothing that become one, for each that is written.
pub(crate) fn of_new(extents: &[Extent]) -> Vec<Vec<SegmentId>> {
    let live: u32 = extents.iter().map(|extent| extent.live).sum();
    match live <= SMALL && extents.len() > 1 {
        true => vec![extents.iter().map(|extent| extent.id).collect()],
        false => of_continued(extents),
    }
}

/// The segments of an index that continues another that become one, for each that is written.
pub(crate) fn of_continued(extents: &[Extent]) -> Vec<Vec<SegmentId>> {
    let mut by_size: [Vec<Extent>; 11] = Default::default();
    for extent in extents {
        let size = extent.live.checked_ilog10().map_or(0, |digits| digits as usize + 1);
        by_size[size].push(*extent);
    }
    let mut merges = Vec::new();
    for (digits, of_one_size) in by_size.into_iter().enumerate() {
        let crowd = if digits < LARGE { CROWD } else { LARGE_CROWD };
        let together = if of_one_size.len() < crowd { 1 } else { MOST };
        let is_due = |group: &&[Extent]| match group {
            [alone] => alone.dead.saturating_mul(PART) > alone.live + alone.dead,
            _ => true,
        };
        let due = of_one_size.chunks(together).filter(is_due);
        merges.extend(due.map(|group| group.iter().map(|extent| extent.id).collect()));
    }
    merges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        merges: fn(&[Extent]) -> Vec<Vec<SegmentId>>,
        sizes: &[(u32, u32)],
        expect: &[&[usize]],
    ) {
        let extent = |(live, dead): &(u32, u32)| Extent {
            id: SegmentId::generate_random(),
            live: *live,
            dead: *dead,
        };
        let extents: Vec<Extent> = sizes.iter().map(extent).collect();
        let expect: Vec<Vec<SegmentId>> =
            expect.iter().map(|of| of.iter().map(|at| extents[*at].id).collect()).collect();
        assert_eq!(merges(&extents), expect);
    }

    #[test]
    fn what_is_small_and_new_is_one_segment() {
        check(of_new, &[], &[]);
        check(of_new, &[(12, 0)], &[]);
        check(of_new, &[(19_000, 0), (12, 0)], &[&[0, 1]]);
        check(of_new, &[(19_000, 0), (2_000, 0)], &[]);
    }

    #[test]
    fn a_segment_is_left_alone_until_a_good_part_of_it_left() {
        check(of_continued, &[(90, 0), (90_000, 18_000)], &[]);
        check(of_continued, &[(90, 0), (90_000, 23_000)], &[&[1]]);
        check(of_continued, &[(0, 3)], &[&[0]]);
    }

    #[test]
    fn a_crowd_of_one_size_becomes_one() {
        check(of_continued, &[(300, 0), (200, 0), (900, 1)], &[]);
        check(of_continued, &[(300, 0), (20, 0), (200, 0), (900, 1), (100, 0)], &[&[0, 2, 3, 4]]);
    }

    #[test]
    fn large_segments_stay_apart_until_there_are_many() {
        check(of_new, &[(40_000, 0); 11], &[]);
        check(of_continued, &[(40_000, 0); 11], &[]);
        check(of_continued, &[(40_000, 0); 12], &[&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]]);
    }
}
