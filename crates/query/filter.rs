//! What narrows a search: names given by people → exact values → passages.

use std::ops::RangeInclusive;

use fixedbitset::FixedBitSet;
use glane_analysis::Analyzer;
use glane_document::Document;
use glane_index::{Catalogue, Index};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, TERMINATED, TantivyError};

use crate::fault::Fault;
use crate::names::{self, fold};
use crate::segment::Segment;
use crate::{Filters, SearchError, kind, language};

/// Filters as exact values: a passage must have one of each list, and a number in each range.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Narrowing {
    values: Vec<(Field, Vec<String>)>,
    /// Counted fields, by name.
    ranges: Vec<(&'static str, RangeInclusive<i64>)>,
}

impl Narrowing {
    /// What `filters` mean in `index`.
    pub(crate) fn resolve(index: &Index, filters: &Filters) -> Result<Narrowing, SearchError> {
        let fields = index.fields();
        let mut values = Vec::new();
        if let Some(name) = &filters.kind {
            values.push((fields.kind, vec![kind::parse(name)?.as_str().to_owned()]));
        }
        if let Some(name) = &filters.language {
            values.push((fields.language, vec![language::parse(index, name)?]));
        }
        let Filters { speaker, theme, keyword, document, place, years, .. } = filters;
        let named = [speaker, theme, keyword, document, place].into_iter().any(Option::is_some);
        if named {
            let catalogue = index.catalogue()?;
            let mut add = |field, given: &Option<String>, find: Find| {
                values.extend(given.as_ref().map(|given| (field, find(catalogue, given))));
            };
            add(fields.speaker, speaker, speakers);
            add(fields.theme_label, theme, themes);
            add(fields.keyword, keyword, keywords);
            add(fields.source, document, documents);
            add(fields.place, place, |catalogue, given| containing(&catalogue.places, given));
        }
        let years = years.iter().map(|years| {
            let bound = |year: &i16| i64::from(*year);
            ("year", bound(years.start())..=bound(years.end()))
        });
        Ok(Narrowing { values, ranges: years.collect() })
    }

    /// What takes place where a name says: words of the place, one after the other.
    pub(crate) fn place(index: &Index, given: &str) -> Result<Narrowing, Fault> {
        let places = containing(&index.catalogue()?.places, given);
        Ok(Narrowing { values: vec![(index.fields().place, places)], ranges: Vec::new() })
    }

    /// What is dated within these days, as `YYYYMMDD`.
    pub(crate) fn days(days: RangeInclusive<i64>) -> Narrowing {
        Narrowing { values: Vec::new(), ranges: vec![("date", days)] }
    }

    /// Asks for what `other` asks for as well.
    pub(crate) fn add(&mut self, other: Narrowing) {
        self.values.extend(other.values);
        self.ranges.extend(other.ranges);
    }

    /// With what `other` asks for.
    pub(crate) fn and(mut self, other: Narrowing) -> Narrowing {
        self.add(other);
        self
    }

    /// Whether everything passes.
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.ranges.is_empty()
    }

    /// The passages of `segment` that pass.
    pub(crate) fn passages(&self, segment: &Segment<'_>) -> Result<FixedBitSet, Fault> {
        let mut steps = vec![0u8; segment.reader.max_doc() as usize];
        let mut passed = 0;
        for (field, values) in &self.values {
            for value in values {
                mark(segment, *field, value, |doc| step(&mut steps, doc, passed))?;
            }
            passed += 1;
        }
        for (field, range) in &self.ranges {
            let column = segment.reader.fast_fields().i64(field)?;
            let in_range = |doc: &DocId| column.first(*doc).is_some_and(|at| range.contains(&at));
            for doc in (0..segment.reader.max_doc()).filter(in_range) {
                step(&mut steps, doc, passed);
            }
            passed += 1;
        }
        let all = steps.iter().enumerate().filter(|(_, step)| **step == passed);
        let mut passages = FixedBitSet::with_capacity(steps.len());
        all.for_each(|(doc, _)| passages.insert(doc));
        if let Some(departed) = &segment.departed {
            passages.difference_with(departed);
        }
        Ok(passages)
    }
}

/// A passage that passed all before passes one more, once.
fn step(steps: &mut [u8], doc: DocId, passed: u8) {
    if let Some(step) = steps.get_mut(doc as usize).filter(|step| **step == passed) {
        *step += 1;
    }
}

fn mark(
    segment: &Segment<'_>,
    field: Field,
    value: &str,
    mut pass: impl FnMut(DocId),
) -> Result<(), TantivyError> {
    let inverted = segment.reader.inverted_index(field)?;
    let Some(info) = inverted.terms().get(value)? else { return Ok(()) };
    let mut postings = inverted.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
    while postings.doc() != TERMINATED {
        pass(postings.doc());
        postings.advance();
    }
    Ok(())
}

/// The values of the catalogue that a given text means.
type Find = fn(&Catalogue, &str) -> Vec<String>;

fn speakers(catalogue: &Catalogue, given: &str) -> Vec<String> {
    names::best_matches(&names::parts(given), &catalogue.speakers)
        .map(|(names, _)| names)
        .unwrap_or_default()
}

fn themes(catalogue: &Catalogue, given: &str) -> Vec<String> {
    containing(&catalogue.themes, given)
}

/// Values that contain the given words, one after the other.
fn containing(values: &[String], given: &str) -> Vec<String> {
    let given = words(given);
    let contains = |value: &&String| {
        let value = words(value);
        !given.is_empty() && value.windows(given.len()).any(|window| window == given)
    };
    values.iter().filter(contains).cloned().collect()
}

/// Keywords equal to the given one, else those that contain all of its words, in any number or
/// gender.
fn keywords(catalogue: &Catalogue, given: &str) -> Vec<String> {
    let mut analyzer = Analyzer::new();
    let given = keys(&mut analyzer, given);
    let read: Vec<(&String, Vec<String>)> =
        catalogue.keywords.iter().map(|keyword| (keyword, keys(&mut analyzer, keyword))).collect();
    let choose = |test: &dyn Fn(&[String]) -> bool| -> Vec<String> {
        read.iter().filter(|(_, keys)| test(keys)).map(|(keyword, _)| (*keyword).clone()).collect()
    };
    let equal = choose(&|keys| !given.is_empty() && keys == given);
    if equal.is_empty() && !given.is_empty() {
        return choose(&|keys| given.iter().all(|key| keys.contains(key)));
    }
    equal
}

/// A document by identifier, file name or stem, whatever the case.
fn documents(catalogue: &Catalogue, given: &str) -> Vec<String> {
    let given = fold(given);
    let named = |id: &&String| {
        let document = Document::new(id.as_str(), "");
        let file = id.rsplit('/').next().unwrap_or(id);
        [id.as_str(), file, document.stem()].into_iter().any(|name| fold(name) == given)
    };
    catalogue.documents.iter().filter(named).cloned().collect()
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn keys(analyzer: &mut Analyzer, text: &str) -> Vec<String> {
    let single = analyzer.tokens(text).into_iter().filter(|token| token.span <= 1);
    single.map(|token| token.word.key.clone()).collect()
}
