//! The occurrences of a concordance, one after the other.

use std::vec::IntoIter;

use glane_analysis::Language;
use glane_index::Index;
use tantivy::DocAddress;

use super::context::{self, Extent, Side};
use super::order::{self, Key};
use super::reader::{Reader, Standing};
use super::{Bytes, Concordance, ConcordanceKey, Occurrence, Scanned, Walk};
use crate::SearchError;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::mark::Mark;
use crate::plan::Plan;

/// How many bytes of contexts are kept while occurrences are sorted; the others are read again.
const KEPT_BYTES: usize = 48 << 20;

/// Occurrences, in their order: an iterator whose items are found as they are asked for.
pub struct Occurrences<'a> {
    index: &'a Index,
    walk: Walk<'a>,
    /// Reads again what did not fit in memory.
    reader: Reader<'a>,
    extent: Extent,
    source: Source,
    is_over: bool,
}

enum Source {
    /// The occurrences left of the passages that were read last.
    Stream(IntoIter<Occurrence>),
    /// All, in another order.
    Sorted(IntoIter<Kept>),
}

/// An occurrence that waits for its turn.
enum Kept {
    Whole(Box<Occurrence>),
    /// To be read again.
    At(At),
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
        let (reader, source) = (walk.reader(), Source::Stream(Vec::new().into_iter()));
        let mut found = Occurrences { index, walk, reader, extent, source, is_over: false };
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
        loop {
            let batch = self.batch(|row| (order::key(keys, &row.occurrence, &row.sides), row))?;
            let Some(batch) = batch else { break };
            for (key, Row { occurrence, at, .. }) in batch {
                let size = occurrence.left.len() + occurrence.right.len() + occurrence.pivot.len();
                let kept = match bytes + size <= KEPT_BYTES {
                    true => Kept::Whole(Box::new(occurrence)),
                    false => Kept::At(at),
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
        loop {
            match &mut self.source {
                Source::Sorted(sorted) => {
                    return match sorted.next() {
                        None => Ok(None),
                        Some(Kept::Whole(occurrence)) => Ok(Some(*occurrence)),
                        Some(Kept::At(at)) => {
                            let row = Row::read(&mut self.reader, &self.walk.plan, self.extent, at);
                            Ok(Some(row?.occurrence))
                        }
                    };
                }
                Source::Stream(ready) => {
                    if let Some(occurrence) = ready.next() {
                        return Ok(Some(occurrence));
                    }
                }
            }
            let Some(batch) = self.batch(|row| row.occurrence)? else { return Ok(None) };
            self.source = Source::Stream(batch.into_iter());
        }
    }

    /// What `made` makes of each of the next occurrences, any number of them; `None` after the last.
    fn batch<T: Send>(&mut self, made: impl Fn(Row) -> T + Sync) -> Result<Option<Vec<T>>, Fault> {
        let extent = self.extent;
        let rows = self.walk.next_batch(|plan, reader, scanned| {
            let Scanned { address, language, found, .. } = scanned;
            let row = |mark| Row::read(reader, plan, extent, At { address, language, mark });
            found.into_iter().map(row).map(|row| row.map(&made)).collect::<Result<Vec<T>, Fault>>()
        })?;
        let is_over = rows.is_empty();
        Ok((!is_over).then(|| rows.into_iter().flatten().collect()))
    }
}

/// An occurrence, with what it is sorted by.
struct Row {
    occurrence: Occurrence,
    /// The words on its left and on its right, as far as keys ask for them.
    sides: [Side; 2],
    at: At,
}

/// Where an occurrence is.
struct At {
    address: DocAddress,
    language: Language,
    mark: Mark,
}

impl Row {
    fn read(reader: &mut Reader<'_>, plan: &Plan, extent: Extent, at: At) -> Result<Row, Fault> {
        let At { address, language, mark } = &at;
        let read = reader.read(*address, *language)?;
        let passage = &read.passage;
        let mut left = context::left(reader, (*address, *language), mark.range.start, extent)?;
        let mut right = context::right(reader, (*address, *language), mark.range.end, extent)?;
        let start = passage.offset + mark.range.start;
        let Standing { place, page, sheet } = reader.place(*address, start)?;
        let occurrence = Occurrence {
            left: std::mem::take(&mut left.text),
            pivot: passage.text.get(mark.range.clone()).unwrap_or_default().to_owned(),
            right: std::mem::take(&mut right.text),
            unit: plan.units[mark.unit].label.clone(),
            id: format!("{}#{}@{}", place.source, place.section, passage.ordinal),
            bytes: Bytes { start, end: passage.offset + mark.range.end },
            page: page.or(passage.page),
            sheet: sheet.or(passage.sheet),
            place,
        };
        Ok(Row { occurrence, sides: [left, right], at })
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
