//! The occurrences of a concordance, one after the other.

use std::collections::VecDeque;
use std::vec::IntoIter;

use glane_index::Index;
use tantivy::DocAddress;

use super::context::{self, Extent, Side};
use super::order::{self, Key};
use super::walk::Standing;
use super::{Bytes, Concordance, ConcordanceKey, Occurrence, Scanned, Walk};
use crate::SearchError;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::mark::Mark;

/// How many bytes of contexts are kept while occurrences are sorted; the others are read again.
const KEPT_BYTES: usize = 48 << 20;

/// Occurrences, in their order: an iterator whose items are found as they are asked for.
pub struct Occurrences<'a> {
    index: &'a Index,
    walk: Walk<'a>,
    extent: Extent,
    source: Source,
    is_over: bool,
}

enum Source {
    /// The occurrences left in the passage that is read.
    Stream(VecDeque<Occurrence>),
    /// All, in another order.
    Sorted(IntoIter<Kept>),
}

/// An occurrence that waits for its turn.
enum Kept {
    Whole(Box<Occurrence>),
    /// To be read again.
    At(DocAddress, Mark),
}

impl<'a> Occurrences<'a> {
    /// Before the first.
    pub(super) fn open(
        index: &'a Index,
        asked: &Concordance,
    ) -> Result<Occurrences<'a>, SearchError> {
        let narrowing = Narrowing::resolve(index, &asked.filters)?;
        Occurrences::narrowed(index, asked, &narrowing).map_err(|fault| fault.of(index))
    }

    fn narrowed(
        index: &'a Index,
        asked: &Concordance,
        narrowing: &Narrowing,
    ) -> Result<Occurrences<'a>, Fault> {
        let walk = Walk::open(index, asked, narrowing)?;
        let extent = Extent { text: asked.context, words: order::farthest(&asked.sort) };
        let source = Source::Stream(VecDeque::new());
        let mut found = Occurrences { index, walk, extent, source, is_over: false };
        if !asked.sort.is_empty() {
            let sorted = found.sorted(&asked.sort)?;
            found.source = Source::Sorted(sorted.into_iter());
        }
        Ok(found)
    }

    /// What is said of the query, in French: what was reinterpreted, left out, or how it counts.
    pub fn notes(&self) -> &[String] {
        &self.walk.plan.notes
    }

    fn sorted(&mut self, keys: &[ConcordanceKey]) -> Result<Vec<Kept>, Fault> {
        let mut keyed: Vec<(Key, Kept)> = Vec::new();
        let mut bytes = 0;
        while let Some(scanned) = self.walk.next()? {
            for mark in &scanned.found {
                let (occurrence, [left, right]) = self.occurrence(&scanned, mark)?;
                let key = order::key(keys, &occurrence, &left, &right);
                let size = occurrence.left.len() + occurrence.right.len() + occurrence.pivot.len();
                let kept = match bytes + size <= KEPT_BYTES {
                    true => Kept::Whole(Box::new(occurrence)),
                    false => Kept::At(scanned.address, mark.clone()),
                };
                bytes += size;
                keyed.push((key, kept));
            }
        }
        // Equals stay in the order in which they were found.
        keyed.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(keyed.into_iter().map(|(_, kept)| kept).collect())
    }

    fn find_next(&mut self) -> Result<Option<Occurrence>, Fault> {
        if let Source::Sorted(sorted) = &mut self.source {
            return match sorted.next() {
                None => Ok(None),
                Some(Kept::Whole(occurrence)) => Ok(Some(*occurrence)),
                Some(Kept::At(address, mark)) => {
                    let scanned = self.walk.scan(address)?;
                    Ok(Some(self.occurrence(&scanned, &mark)?.0))
                }
            };
        }
        loop {
            if let Source::Stream(ready) = &mut self.source
                && let Some(occurrence) = ready.pop_front()
            {
                return Ok(Some(occurrence));
            }
            let Some(scanned) = self.walk.next()? else { return Ok(None) };
            let mut ready = VecDeque::with_capacity(scanned.found.len());
            for mark in &scanned.found {
                ready.push_back(self.occurrence(&scanned, mark)?.0);
            }
            self.source = Source::Stream(ready);
        }
    }

    fn occurrence(
        &mut self,
        scanned: &Scanned,
        mark: &Mark,
    ) -> Result<(Occurrence, [Side; 2]), Fault> {
        let Scanned { address, read, .. } = scanned;
        let passage = &read.passage;
        let mut left = context::left(&mut self.walk, *address, mark.range.start, self.extent)?;
        let mut right = context::right(&mut self.walk, *address, mark.range.end, self.extent)?;
        let start = passage.offset + mark.range.start;
        let Standing { place, page, sheet } = self.walk.place(*address, start)?;
        let occurrence = Occurrence {
            left: std::mem::take(&mut left.text),
            pivot: passage.text.get(mark.range.clone()).unwrap_or_default().to_owned(),
            right: std::mem::take(&mut right.text),
            unit: self.walk.plan.units[mark.unit].label.clone(),
            id: format!("{}#{}@{}", place.source, place.section, passage.ordinal),
            bytes: Bytes { start, end: passage.offset + mark.range.end },
            page: page.or(passage.page),
            sheet: sheet.or(passage.sheet),
            place,
        };
        Ok((occurrence, [left, right]))
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Result<Occurrence, SearchError>;

    /// The next occurrence, or what stopped the reading: nothing follows an error.
    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = self.find_next().map_err(|fault| fault.of(self.index)).transpose();
        self.is_over = !matches!(next, Some(Ok(_)));
        next
    }
}
