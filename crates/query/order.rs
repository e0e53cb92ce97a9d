//! The order of an answer: by score, then by document and section.

use std::collections::HashMap;
use std::ops::Range;

use crate::fault::Fault;
use crate::rank::Candidate;
use crate::segment::Segment;

/// Those of `candidates` that stand in `window` once all are in order.
///
/// Equal scores are told apart by the document's identifier, which is read only where they matter.
pub(crate) fn page(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
    window: Range<usize>,
) -> Result<Vec<Candidate>, Fault> {
    let mut first = first(candidates, window.end);
    let mut names = Names { segments, known: HashMap::new() };
    let mut start = 0;
    while start < first.len().min(window.end) {
        let score = first[start].score;
        let equal = first[start..].iter().take_while(|other| other.score == score).count();
        if start + equal > window.start {
            names.sort(&mut first[start..start + equal])?;
        }
        start += equal;
    }
    Ok(first.get(window).map(<[Candidate]>::to_vec).unwrap_or_default())
}

/// The `count` best by score, with all that equal the last of them.
fn first(candidates: &[Candidate], count: usize) -> Vec<Candidate> {
    let Some(last) = count.checked_sub(1).filter(|last| *last < candidates.len()) else {
        return Vec::new();
    };
    let mut scores: Vec<f32> = candidates.iter().map(|candidate| candidate.score).collect();
    let (_, least, _) = scores.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
    let mut first: Vec<Candidate> =
        candidates.iter().filter(|candidate| candidate.score >= *least).copied().collect();
    first.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    first
}

/// The identifiers of documents, read once each.
struct Names<'a> {
    segments: &'a [Segment<'a>],
    known: HashMap<(u32, u64), String>,
}

impl Names<'_> {
    fn sort(&mut self, equal: &mut [Candidate]) -> Result<(), Fault> {
        if equal.len() < 2 {
            return Ok(());
        }
        let mut keyed = Vec::with_capacity(equal.len());
        for candidate in equal.iter() {
            keyed.push((self.of(candidate)?, candidate.section, *candidate));
        }
        keyed.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        for (place, (_, _, candidate)) in equal.iter_mut().zip(keyed) {
            *place = candidate;
        }
        Ok(())
    }

    fn of(&mut self, candidate: &Candidate) -> Result<String, Fault> {
        let Some(segment) = self.segments.get(candidate.best.segment_ord as usize) else {
            return Ok(String::new());
        };
        let Some(column) = segment.reader.fast_fields().str("source")? else {
            return Ok(String::new());
        };
        let Some(ordinal) = column.term_ords(candidate.best.doc_id).next() else {
            return Ok(String::new());
        };
        if let Some(name) = self.known.get(&(segment.ord, ordinal)) {
            return Ok(name.clone());
        }
        let mut name = String::new();
        column.ord_to_str(ordinal, &mut name)?;
        self.known.insert((segment.ord, ordinal), name.clone());
        Ok(name)
    }
}
