//! Which segments are written anew before a generation is published.
//!
//! A published segment holds no passage that left: what an index answers must not depend on what it
//! once held, and the words, counts and names that readers take from a segment are those of all
//! its passages.

use tantivy::index::SegmentId;

/// Up to so many passages, one segment is worth the second it takes to merge.
pub(crate) const SMALL: u32 = 20_000;
/// So many segments of about one size become one.
const CROWD: usize = 8;

/// A segment, as far as its rewriting is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) id: SegmentId,
    /// Passages that stay.
    pub(crate) live: u32,
    /// Passages that left.
    pub(crate) dead: u32,
}

/// The segments that become one, for each that is written.
pub(crate) fn merges(extents: &[Extent]) -> Vec<Vec<SegmentId>> {
    let live: u32 = extents.iter().map(|extent| extent.live).sum();
    if live <= SMALL {
        return groups([extents.to_vec()]);
    }
    let mut by_size: [Vec<Extent>; 11] = Default::default();
    for extent in extents {
        let size = (extent.live / SMALL).checked_ilog10().map_or(0, |digits| digits as usize + 1);
        by_size[size].push(*extent);
    }
    let crowded = |size: usize, own: &[Extent]| own.len() >= if size == 0 { 2 } else { CROWD };
    groups(by_size.iter().enumerate().flat_map(|(size, own)| {
        let together = if crowded(size, own) { 2 * CROWD } else { 1 };
        own.chunks(together).map(<[Extent]>::to_vec).collect::<Vec<_>>()
    }))
}

/// The groups that are not as they should be yet.
fn groups(groups: impl IntoIterator<Item = Vec<Extent>>) -> Vec<Vec<SegmentId>> {
    let is_due = |group: &Vec<Extent>| group.len() > 1 || group.iter().any(|own| own.dead > 0);
    let ids = |group: Vec<Extent>| group.into_iter().map(|extent| extent.id).collect();
    groups.into_iter().filter(is_due).map(ids).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sizes: &[(u32, u32)], expect: &[&[usize]]) {
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
    fn a_small_index_is_one_segment() {
        check(&[], &[]);
        check(&[(12, 0)], &[]);
        check(&[(12, 1)], &[&[0]]);
        check(&[(19_000, 0), (12, 0), (0, 3)], &[&[0, 1, 2]]);
    }

    #[test]
    fn a_large_segment_is_left_alone_unless_passages_left_it() {
        check(&[(90_000, 0), (12, 0)], &[]);
        check(&[(90_000, 5), (12, 0)], &[&[0]]);
        check(&[(90_000, 0), (12, 0), (30, 0)], &[&[1, 2]]);
    }

    #[test]
    fn a_crowd_of_one_size_becomes_one() {
        check(&[(30_000, 0); 7], &[]);
        check(&[(30_000, 0); 8], &[&[0, 1, 2, 3, 4, 5, 6, 7]]);
    }
}
