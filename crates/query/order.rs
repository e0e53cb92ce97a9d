//! The order of an answer: by score, then by document and section.

use std::collections::HashMap;
use std::ops::Range;

use crate::fault::Fault;
use crate::rank::Candidate;
use crate::segment::Segment;

/// Sorts `candidates` so far that those in `window` stand where they belong.
///
/// Equal scores are told apart by the document's identifier, which is read only where they matter.
pub(crate) fn sort(
    segments: &[Segment<'_>],
    candidates: &mut [Candidate],
    window: &Range<usize>,
) -> Result<(), Fault> {
    candidates.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    let mut names = Names { segments, known: HashMap::new() };
    let mut start = 0;
    while start < candidates.len().min(window.end) {
        let score = candidates[start].score;
        let equal = candidates[start..].iter().take_while(|other| other.score == score).count();
        if start + equal > window.start {
            names.sort(&mut candidates[start..start + equal])?;
        }
        start += equal;
    }
    Ok(())
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
