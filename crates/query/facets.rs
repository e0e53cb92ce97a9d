//! Counts over all matching sections.

use std::collections::HashMap;
use std::fmt::Debug;

use glane_analysis::Analyzer;
use glane_document::Document;
use tantivy::DocId;
use tantivy::columnar::{Column, StrColumn};

use crate::fault::Fault;
use crate::segment::Segment;
use crate::{Facet, FacetCount, Facets, filter};

/// Beyond so many values a facet helps nobody choose.
const MOST_VALUES: usize = 50;

/// How many values, most sections first, may be spellings of others.
const SPELLINGS: usize = 200;

/// Passages to be counted, by segment.
type Counted = [(u32, Vec<DocId>)];

/// How many passages are read together.
const BATCH: usize = 256;

/// Counts sections, each by one of its passages, by what they are; and says how many documents they
/// are of. Spellings that a filter takes for one value are counted as one.
pub(crate) fn facets(
    segments: &[Segment<'_>],
    counted: &Counted,
    analyzer: &mut Analyzer,
) -> Result<(Facets, usize), Fault> {
    let by = |field: &str| strings(segments, counted, field);
    let (count, named) = documents(segments, counted)?;
    let stem = |id: String| Document::new(id, "").stem().to_owned();
    let mut by_stem = HashMap::new();
    for (id, count) in named {
        *by_stem.entry(stem(id)).or_default() += count;
    }
    let facets = Facets {
        years: years(segments, counted)?,
        documents: most_first(by_stem),
        kinds: most_first(by("kind")?),
        keywords: spelt(by("keyword")?, |value| filter::keys(analyzer, value)),
        speakers: most_first(by("speaker")?),
        themes: spelt(by("theme_label")?, filter::words),
        events: spelt(by("event")?, filter::words),
        places: spelt(by("place")?, filter::words),
    };
    Ok((facets, count))
}

fn years(segments: &[Segment<'_>], counted: &Counted) -> Result<Facet, Fault> {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for (segment, passages) in own(segments, counted) {
        let column = segment.reader.fast_fields().i64("year")?;
        // Neighbours have the same year, most of the time.
        let mut run = (0, 0);
        each_value(&column, passages, |year| {
            if year != run.0 {
                *counts.entry(run.0).or_default() += run.1;
                run = (year, 0);
            }
            run.1 += 1;
        });
        *counts.entry(run.0).or_default() += run.1;
    }
    let mut counts: Vec<(i64, usize)> =
        counts.into_iter().filter(|(_, count)| *count > 0).collect();
    counts.sort_unstable_by_key(|(year, _)| std::cmp::Reverse(*year));
    Ok(counts
        .into_iter()
        .map(|(year, count)| FacetCount { value: year.to_string(), count })
        .collect())
}

/// Counts by the values of `field`, the same value in two segments counted together.
fn strings(
    segments: &[Segment<'_>],
    counted: &Counted,
    field: &str,
) -> Result<HashMap<String, usize>, Fault> {
    let mut counts = HashMap::new();
    for (segment, passages) in own(segments, counted) {
        let Some(column) = segment.reader.fast_fields().str(field)? else { continue };
        add_named(&column, &ordinals(&column, passages), &mut counts)?;
    }
    Ok(counts)
}

/// How many documents there are, and the counts of those with the highest. The passages of a document
/// are neighbours in one segment, so that each run of passages is a document.
fn documents(
    segments: &[Segment<'_>],
    counted: &Counted,
) -> Result<(usize, HashMap<String, usize>), Fault> {
    let (mut documents, mut counts) = (0, HashMap::new());
    for (segment, passages) in own(segments, counted) {
        let Some(column) = segment.reader.fast_fields().str("source")? else { continue };
        let mut runs = runs(&column, passages);
        documents += runs.len();
        // Ordinals follow the names, which tell equal counts apart.
        let order = |(ordinal, count): &(u64, usize)| (std::cmp::Reverse(*count), *ordinal);
        if runs.len() > MOST_VALUES {
            runs.select_nth_unstable_by_key(MOST_VALUES, order);
            runs.truncate(MOST_VALUES);
        }
        runs.sort_unstable();
        add_named(&column, &runs, &mut counts)?;
    }
    Ok((documents, counts))
}

/// The values of `column` in `passages`, in order, each with how many neighbours have it.
fn runs(column: &StrColumn, passages: &[DocId]) -> Vec<(u64, usize)> {
    let mut runs: Vec<(u64, usize)> = Vec::new();
    each_value(column.ords(), passages, |ordinal| match runs.last_mut() {
        Some((last, count)) if *last == ordinal => *count += 1,
        _ => runs.push((ordinal, 1)),
    });
    runs
}

/// How many of `passages` have each value of `column`, by ordinal.
fn ordinals(column: &StrColumn, passages: &[DocId]) -> Vec<(u64, usize)> {
    let mut runs = runs(column, passages);
    if runs.is_sorted_by_key(|(ordinal, _)| *ordinal) {
        return runs;
    }
    if runs.len() < column.num_terms() {
        runs.sort_unstable_by_key(|(ordinal, _)| *ordinal);
        let same = runs.chunk_by(|(ordinal, _), (next, _)| ordinal == next);
        return same.map(|own| (own[0].0, own.iter().map(|(_, count)| count).sum())).collect();
    }
    let mut counts = vec![0; column.num_terms()];
    for (ordinal, count) in runs {
        if let Some(sum) = usize::try_from(ordinal).ok().and_then(|at| counts.get_mut(at)) {
            *sum += count;
        }
    }
    (0..).zip(counts).filter(|(_, count)| *count > 0).collect()
}

/// Hands over the values of `passages`, in order.
fn each_value<T>(column: &Column<T>, passages: &[DocId], mut add: impl FnMut(T))
where
    T: PartialOrd + Copy + Debug + Send + Sync + Default + 'static,
{
    let (mut docs, mut rows, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for batch in passages.chunks(BATCH) {
        docs.clear();
        rows.clear();
        column.row_ids_for_docs(batch, &mut docs, &mut rows);
        values.resize(rows.len(), T::default());
        column.values.get_vals(&rows, &mut values);
        values.iter().for_each(|value| add(*value));
    }
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
    segments: &'a [Segment<'a>],
    counted: &'a Counted,
) -> impl Iterator<Item = (&'a Segment<'a>, &'a [DocId])> {
    let segment = |ord| segments.iter().find(move |segment: &&Segment<'_>| segment.ord == ord);
    counted.iter().filter_map(move |(ord, passages)| Some((segment(*ord)?, &passages[..])))
}

fn most_first(counts: HashMap<String, usize>) -> Facet {
    let mut facet = counts.into_iter().map(|(value, count)| FacetCount { value, count }).collect();
    sort(&mut facet, MOST_VALUES);
    facet
}

/// As [`most_first`], values of the same key under the most frequent of their spellings.
fn spelt(counts: HashMap<String, usize>, mut key: impl FnMut(&str) -> Vec<String>) -> Facet {
    let mut facet = counts.into_iter().map(|(value, count)| FacetCount { value, count }).collect();
    sort(&mut facet, SPELLINGS);
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    let mut spelt: Facet = Vec::with_capacity(facet.len());
    for own in facet {
        let key = key(&own.value);
        match places.get(&key).and_then(|place| spelt.get_mut(*place)) {
            Some(known) if !key.is_empty() => known.count += own.count,
            _ => {
                places.insert(key, spelt.len());
                spelt.push(own);
            }
        }
    }
    sort(&mut spelt, MOST_VALUES);
    spelt
}

fn sort(facet: &mut Facet, most: usize) {
    facet.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    facet.truncate(most);
}
