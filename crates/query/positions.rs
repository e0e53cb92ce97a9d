//! Words one after the other, or near to each other.

use std::ops::RangeInclusive;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED, TantivyError};

use crate::segment::SearchedField;
use crate::unit::Slot;

/// How often one of `sequences` stands in each passage, in order of passage.
pub(crate) fn count(
    field: &SearchedField,
    sequences: &[Vec<Slot>],
) -> Result<Vec<(DocId, usize)>, TantivyError> {
    let mut starts: Vec<(DocId, u32)> = Vec::new();
    for sequence in sequences {
        add_starts(field, sequence, &mut starts)?;
    }
    starts.sort_unstable();
    starts.dedup();
    starts.retain(|(doc, _)| field.has(*doc));
    let passages = starts.chunk_by(|a, b| a.0 == b.0);
    Ok(passages.map(|own| (own[0].0, own.len())).collect())
}

/// One word after another, read passage by passage, onwards only.
pub(crate) struct Following {
    words: [Cursor; 2],
    reach: u32,
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Following {
    /// `before`, then `after` by at most `reach` positions; `None` where one stands nowhere.
    pub(crate) fn open(
        field: &SearchedField,
        [before, after]: [&Slot; 2],
        reach: u32,
    ) -> Result<Option<Following>, TantivyError> {
        let words = [Cursor::open(field, before)?, Cursor::open(field, after)?];
        let (starts, ends) = (Vec::new(), Vec::new());
        let both = words.iter().all(|word| !word.postings.is_empty());
        Ok(both.then_some(Following { words, reach, starts, ends }))
    }

    /// How often the second follows the first in `passage`.
    pub(crate) fn count_at(&mut self, passage: DocId) -> usize {
        let Following { words: [before, after], reach, starts, ends } = self;
        if before.seek(passage) != passage || after.seek(passage) != passage {
            return 0;
        }
        before.read_positions(starts);
        after.read_positions(ends);
        let near = |start: &&u32| ends.iter().any(|end| end > *start && end - *start <= *reach);
        starts.iter().filter(near).count()
    }
}

/// How often all of `slots` stand within `width` positions, in any order, in order of passage.
///
/// Places apart from each other count: the words of one are not those of the next.
pub(crate) fn count_within(
    field: &SearchedField,
    slots: &[Slot],
    width: u32,
) -> Result<Vec<(DocId, usize)>, TantivyError> {
    let Some(mut cursors) = cursors(field, slots)? else { return Ok(Vec::new()) };
    let mut counts = Vec::new();
    while let Some(doc) = next_common(&mut cursors) {
        let lists: Vec<Vec<u32>> = cursors.iter_mut().map(Cursor::positions).collect();
        let count = stretches(&lists, width).len();
        if count > 0 && field.has(doc) {
            counts.push((doc, count));
        }
        cursors[0].advance();
    }
    Ok(counts)
}

/// The stretches of `width` positions at most, apart from each other, that hold a position of each
/// list; lists are in order, and so are stretches.
pub(crate) fn stretches(lists: &[Vec<u32>], width: u32) -> Vec<RangeInclusive<u32>> {
    let mut next = vec![0usize; lists.len()];
    let mut found = Vec::new();
    loop {
        let heads = lists.iter().zip(&next).map(|(list, at)| list.get(*at).copied());
        let Some(heads) = heads.collect::<Option<Vec<u32>>>() else { return found };
        let (first, last) = heads
            .iter()
            .fold((u32::MAX, 0), |(first, last), &head| (first.min(head), last.max(head)));
        // Two words at one place are one word: the query's own need as many places.
        let apart = heads.iter().enumerate().all(|(at, head)| !heads[..at].contains(head));
        if last - first < width && apart {
            found.push(first..=last);
            for (list, at) in lists.iter().zip(&mut next) {
                *at += list[*at..].partition_point(|&place| place <= last);
            }
        } else if apart {
            let at = heads.iter().position(|&head| head == first).unwrap_or(0);
            next[at] += 1;
        } else {
            let at = (0..heads.len()).find(|&at| heads[..at].contains(&heads[at])).unwrap_or(0);
            next[at] += 1;
        }
    }
}

/// Adds the passages and positions where `sequence` starts.
fn add_starts(
    field: &SearchedField,
    sequence: &[Slot],
    starts: &mut Vec<(DocId, u32)>,
) -> Result<(), TantivyError> {
    let Some(mut slots) = cursors(field, sequence)? else { return Ok(()) };
    while let Some(doc) = next_common(&mut slots) {
        let mut found = slots[0].positions();
        for (distance, slot) in (1u32..).zip(&mut slots[1..]) {
            let places = slot.positions();
            found.retain(|start| places.binary_search(&(start + distance)).is_ok());
        }
        starts.extend(found.into_iter().map(|start| (doc, start)));
        slots[0].advance();
    }
    Ok(())
}

/// The postings of every slot, or `None` when some slot has none or there is no slot.
fn cursors<'a>(
    field: &SearchedField,
    slots: impl IntoIterator<Item = &'a Slot>,
) -> Result<Option<Vec<Cursor>>, TantivyError> {
    let mut cursors = Vec::new();
    for slot in slots {
        let cursor = Cursor::open(field, slot)?;
        if cursor.postings.is_empty() {
            return Ok(None);
        }
        cursors.push(cursor);
    }
    Ok((!cursors.is_empty()).then_some(cursors))
}

/// Moves all cursors to the next passage that they share.
fn next_common(slots: &mut [Cursor]) -> Option<DocId> {
    let mut target = slots.first()?.doc();
    loop {
        if target == TERMINATED {
            return None;
        }
        let reached = slots.iter_mut().map(|slot| slot.seek(target)).max()?;
        if reached == target {
            return Some(target);
        }
        target = reached;
    }
}

/// The union of the postings of one slot's terms.
struct Cursor {
    postings: Vec<SegmentPostings>,
}

impl Cursor {
    fn open(field: &SearchedField, slot: &Slot) -> Result<Cursor, TantivyError> {
        let mut postings = Vec::new();
        for term in slot.inflected_terms() {
            postings.extend(field.postings(&term, IndexRecordOption::WithFreqsAndPositions)?);
        }
        Ok(Cursor { postings })
    }

    fn doc(&self) -> DocId {
        self.postings.iter().map(DocSet::doc).min().unwrap_or(TERMINATED)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for postings in self.postings.iter_mut().filter(|postings| postings.doc() < target) {
            postings.seek(target);
        }
        self.doc()
    }

    fn advance(&mut self) {
        let doc = self.doc();
        for postings in self.postings.iter_mut().filter(|postings| postings.doc() == doc) {
            postings.advance();
        }
    }

    /// The positions in the present passage, sorted, each once.
    fn positions(&mut self) -> Vec<u32> {
        let mut positions = Vec::new();
        self.read_positions(&mut positions);
        positions
    }

    /// [`positions`](Cursor::positions), in the room of those before.
    fn read_positions(&mut self, positions: &mut Vec<u32>) {
        let doc = self.doc();
        positions.clear();
        for postings in self.postings.iter_mut().filter(|postings| postings.doc() == doc) {
            postings.append_positions_with_offset(0, positions);
        }
        positions.sort_unstable();
        positions.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_hold_all_words_are_found_apart() {
        assert_eq!(stretches(&[vec![1, 20], vec![4, 18]], 5), [1..=4, 18..=20]);
        assert_eq!(stretches(&[vec![1, 20], vec![4, 18]], 3), [18..=20]);
        assert_eq!(stretches(&[vec![1], vec![9]], 5), []);
        assert_eq!(stretches(&[vec![1, 2], vec![1, 2]], 5), [1..=2], "the same word twice");
        assert_eq!(stretches(&[vec![3], vec![3]], 5), []);
    }
}
