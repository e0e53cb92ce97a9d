//! Counts over all matching sections.

use std::collections::HashMap;

use glane_document::Document;

use crate::fault::Fault;
use crate::rank::Candidate;
use crate::segment::Segment;
use crate::{Facet, FacetCount, Facets};

/// Beyond so many values a facet helps nobody choose.
const MOST_VALUES: usize = 50;

/// Counts `candidates` by what they are.
pub(crate) fn facets(segments: &[Segment<'_>], candidates: &[Candidate]) -> Result<Facets, Fault> {
    let by = |field: &str| strings(segments, candidates, field);
    let stem = |id: String| Document::new(id, "").stem().to_owned();
    let documents = by("source")?.into_iter().map(|(id, count)| (stem(id), count)).collect();
    Ok(Facets {
        years: years(segments, candidates)?,
        documents: most_first(documents),
        kinds: most_first(by("kind")?),
        keywords: most_first(by("keyword")?),
        speakers: most_first(by("speaker")?),
    })
}

fn years(segments: &[Segment<'_>], candidates: &[Candidate]) -> Result<Facet, Fault> {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for segment in segments {
        let column = segment.reader.fast_fields().i64("year")?;
        for candidate in own(segment, candidates) {
            if let Some(year) = column.first(candidate.best.doc_id) {
                *counts.entry(year).or_default() += 1;
            }
        }
    }
    let mut counts: Vec<(i64, usize)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(year, _)| std::cmp::Reverse(*year));
    Ok(counts
        .into_iter()
        .map(|(year, count)| FacetCount { value: year.to_string(), count })
        .collect())
}

fn strings(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
    field: &str,
) -> Result<HashMap<String, usize>, Fault> {
    let mut counts = HashMap::new();
    for segment in segments {
        let Some(column) = segment.reader.fast_fields().str(field)? else { continue };
        let mut ordinals: HashMap<u64, usize> = HashMap::new();
        for candidate in own(segment, candidates) {
            for ordinal in column.term_ords(candidate.best.doc_id) {
                *ordinals.entry(ordinal).or_default() += 1;
            }
        }
        let mut value = String::new();
        for (ordinal, count) in ordinals {
            column.ord_to_str(ordinal, &mut value)?;
            *counts.entry(value.clone()).or_default() += count;
        }
    }
    Ok(counts)
}

fn own<'a>(
    segment: &Segment<'_>,
    candidates: &'a [Candidate],
) -> impl Iterator<Item = &'a Candidate> {
    let ord = segment.ord;
    candidates.iter().filter(move |candidate| candidate.best.segment_ord == ord)
}

fn most_first(counts: HashMap<String, usize>) -> Facet {
    let mut counts: Facet =
        counts.into_iter().map(|(value, count)| FacetCount { value, count }).collect();
    counts.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    counts.truncate(MOST_VALUES);
    counts
}
