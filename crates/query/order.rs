//! The order of an answer: by score, date or document, then by document and section.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;
use tantivy::columnar::StrColumn;

use crate::fault::Fault;
use crate::found::Candidate;
use crate::segment::Segment;

/// The order of hits. What it leaves equal follows the documents' paths, then their sections.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// Latest first: the day of the section, else the first of its document. What has no date
    /// comes last; one date is in order of relevance. A document has the date of the section that
    /// it is shown by.
    Date,
    /// As [`Date`](Sort::Date), but the earliest first.
    Oldest,
    /// By path, then as one reads.
    Document,
}

/// Those of `candidates` that stand in `window` once all are in order.
///
/// Equals are told apart by the document's identifier, which is read only where it matters.
pub(crate) fn page(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
    sort: Sort,
    window: Range<usize>,
) -> Result<Vec<Candidate>, Fault> {
    let mut names = Names { segments, columns: Vec::new(), known: HashMap::new() };
    let keys = keys(&mut names, candidates, sort)?;
    let mut first = first(candidates, &keys, window.end);
    let mut start = 0;
    while start < first.len().min(window.end) {
        let key = first[start].0;
        let equal = first[start..].iter().take_while(|(other, _)| *other == key).count();
        if start + equal > window.start {
            names.sort(&mut first[start..start + equal])?;
        }
        start += equal;
    }
    let page = first.get(window).unwrap_or_default().iter();
    Ok(page.map(|(_, candidate)| *candidate).collect())
}

/// Where a candidate stands: the greater first.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key {
    first: i64,
    score: f32,
}

impl Key {
    fn order(&self, other: &Key) -> Ordering {
        other.first.cmp(&self.first).then_with(|| other.score.total_cmp(&self.score))
    }
}

/// The key of each candidate.
fn keys(names: &mut Names<'_>, candidates: &[Candidate], sort: Sort) -> Result<Vec<Key>, Fault> {
    let by_score = |first, candidate: &Candidate| Key { first, score: candidate.score };
    Ok(match sort {
        Sort::Relevance => candidates.iter().map(|candidate| by_score(0, candidate)).collect(),
        Sort::Date | Sort::Oldest => {
            let days = days(names.segments, candidates)?;
            let turned = |day: i64| if sort == Sort::Oldest { -day } else { day };
            let first = |day: Option<i64>| day.map_or(i64::MIN, turned);
            days.into_iter().zip(candidates).map(|(day, of)| by_score(first(day), of)).collect()
        }
        Sort::Document => {
            let ranks = names.ranks(candidates)?;
            ranks.into_iter().map(|rank| Key { first: -rank, score: 0.0 }).collect()
        }
    })
}

/// The date of each candidate as `YYYYMMDD`.
fn days(segments: &[Segment<'_>], candidates: &[Candidate]) -> Result<Vec<Option<i64>>, Fault> {
    let open = |segment: &Segment<'_>| segment.reader.fast_fields().i64("date");
    let columns = segments.iter().map(open).collect::<Result<Vec<_>, _>>()?;
    let day = |candidate: &Candidate| {
        let column = columns.get(candidate.best.segment_ord as usize)?;
        column.first(candidate.best.doc_id)
    };
    Ok(candidates.iter().map(day).collect())
}

/// The `count` first by key, with all that equal the last of them.
fn first(candidates: &[Candidate], keys: &[Key], count: usize) -> Vec<(Key, Candidate)> {
    let Some(last) = count.checked_sub(1).filter(|last| *last < candidates.len()) else {
        return Vec::new();
    };
    let mut selected = keys.to_vec();
    let (_, least, _) = selected.select_nth_unstable_by(last, Key::order);
    let keyed = keys.iter().copied().zip(candidates.iter().copied());
    let mut first: Vec<(Key, Candidate)> =
        keyed.filter(|(key, _)| key.order(least) != Ordering::Greater).collect();
    first.sort_unstable_by(|a, b| a.0.order(&b.0));
    first
}

/// The identifiers of documents, read once each.
struct Names<'a> {
    segments: &'a [Segment<'a>],
    /// By segment, once one of them was needed.
    columns: Vec<Option<StrColumn>>,
    known: HashMap<(u32, u64), String>,
}

impl Names<'_> {
    fn sort(&mut self, equal: &mut [(Key, Candidate)]) -> Result<(), Fault> {
        if equal.len() < 2 {
            return Ok(());
        }
        let mut keyed = Vec::with_capacity(equal.len());
        for (_, candidate) in equal.iter() {
            let place = (candidate.section, candidate.best.doc_id);
            keyed.push((self.of(candidate)?.to_owned(), place, *candidate));
        }
        keyed.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        for ((_, place), (.., candidate)) in equal.iter_mut().zip(keyed) {
            *place = candidate;
        }
        Ok(())
    }

    /// The rank of each candidate's document among theirs, by identifier.
    fn ranks(&mut self, candidates: &[Candidate]) -> Result<Vec<i64>, Fault> {
        let mut names = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            names.push(self.of(candidate)?.to_owned());
        }
        let mut sorted: Vec<&String> = names.iter().collect();
        sorted.sort_unstable();
        sorted.dedup();
        let ranks: HashMap<&String, i64> = sorted.into_iter().zip(0..).collect();
        Ok(names.iter().map(|name| ranks[name]).collect())
    }

    fn of(&mut self, candidate: &Candidate) -> Result<&str, Fault> {
        if self.columns.is_empty() {
            let open = |segment: &Segment<'_>| segment.reader.fast_fields().str("source");
            self.columns = self.segments.iter().map(open).collect::<Result<_, _>>()?;
        }
        let segment = candidate.best.segment_ord;
        let Some(Some(column)) = self.columns.get(segment as usize) else { return Ok("") };
        let Some(ordinal) = column.term_ords(candidate.best.doc_id).next() else { return Ok("") };
        let known = self.known.entry((segment, ordinal)).or_default();
        if known.is_empty() {
            column.ord_to_str(ordinal, known)?;
        }
        Ok(known)
    }
}
