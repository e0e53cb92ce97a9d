//! Counts over all matching sections.

use std::collections::HashMap;

use glane_document::Document;
use tantivy::columnar::StrColumn;

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
    let mut by_stem = HashMap::new();
    for (id, count) in documents(segments, candidates)? {
        *by_stem.entry(stem(id)).or_default() += count;
    }
    Ok(Facets {
        years: years(segments, candidates)?,
        documents: most_first(by_stem),
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

/// Counts by the values of `field`, the same value in two segments counted together.
fn strings(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
    field: &str,
) -> Result<HashMap<String, usize>, Fault> {
    let mut counts = HashMap::new();
    for segment in segments {
        let Some(column) = segment.reader.fast_fields().str(field)? else { continue };
        let ordinals = ordinals(&column, own(segment, candidates));
        add_named(&column, &ordinals, &mut counts)?;
    }
    Ok(counts)
}

/// Counts by document. No document stands in two segments, so that the names of those with the
/// highest counts of each segment are all that is read.
fn documents(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
) -> Result<HashMap<String, usize>, Fault> {
    let mut counts = HashMap::new();
    for segment in segments {
        let Some(column) = segment.reader.fast_fields().str("source")? else { continue };
        let mut ordinals = ordinals(&column, own(segment, candidates));
        // Ordinals follow the names, which tell equal counts apart.
        ordinals.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        ordinals.truncate(MOST_VALUES);
        ordinals.sort_unstable();
        add_named(&column, &ordinals, &mut counts)?;
    }
    Ok(counts)
}

/// How many of `candidates` have each value of `column`, by ordinal.
fn ordinals<'a>(
    column: &StrColumn,
    candidates: impl Iterator<Item = &'a Candidate>,
) -> Vec<(u64, usize)> {
    let mut counts = vec![0; column.num_terms()];
    for candidate in candidates {
        for ordinal in column.term_ords(candidate.best.doc_id) {
            if let Some(count) = usize::try_from(ordinal).ok().and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
    }
    (0..).zip(counts).filter(|(_, count)| *count > 0).collect()
}

/// Adds counts under the values that sorted ordinals stand for.
fn add_named(
    column: &StrColumn,
    ordinals: &[(u64, usize)],
    counts: &mut HashMap<String, usize>,
) -> Result<(), Fault> {
    let sorted: Vec<u64> = ordinals.iter().map(|(ordinal, _)| *ordinal).collect();
    let mut own = ordinals.iter();
    column.dictionary().sorted_ords_to_term_cb(&sorted, |value| {
        if let Some((_, count)) = own.next() {
            *counts.entry(String::from_utf8_lossy(value).into_owned()).or_default() += count;
        }
    })?;
    Ok(())
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
