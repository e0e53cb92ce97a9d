//! Steps over sets of passages.

use fixedbitset::FixedBitSet;
use tantivy::DocId;

const BITS: usize = usize::BITS as usize;

/// The first passage of `set` from `start` on.
pub fn next(set: &FixedBitSet, start: DocId) -> Option<DocId> {
    let start = start as usize;
    let (first, blocks) = (start / BITS, set.as_slice());
    let mut block = blocks.get(first)? & (usize::MAX << (start % BITS));
    let mut at = first;
    while block == 0 {
        at += 1;
        block = *blocks.get(at)?;
    }
    DocId::try_from(at * BITS + block.trailing_zeros() as usize).ok()
}

/// The last passage of `set` before `end`.
pub(crate) fn last_before(set: &FixedBitSet, end: DocId) -> Option<DocId> {
    let last = (end as usize).min(set.len()).checked_sub(1)?;
    let (first, blocks) = (last / BITS, set.as_slice());
    let mut block = blocks.get(first)? & (usize::MAX >> (BITS - 1 - last % BITS));
    let mut at = first;
    while block == 0 {
        at = at.checked_sub(1)?;
        block = blocks[at];
    }
    DocId::try_from(at * BITS + (BITS - 1 - block.leading_zeros() as usize)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_those_of_a_walk() {
        for members in [vec![], vec![0], vec![63, 64], vec![0, 5, 127, 128, 199], vec![199]] {
            let mut set = FixedBitSet::with_capacity(200);
            members.iter().for_each(|member| set.insert(*member as usize));
            for at in 0..260 {
                let after = members.iter().copied().find(|member| *member >= at);
                let before = members.iter().rev().copied().find(|member| *member < at);
                assert_eq!(next(&set, at), after, "{members:?} {at}");
                assert_eq!(last_before(&set, at), before, "{members:?} {at}");
            }
        }
    }
}
