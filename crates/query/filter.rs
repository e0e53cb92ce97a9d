//! What narrows a search: names given by people → exact values → passages.

use std::ops::RangeInclusive;

use fixedbitset::FixedBitSet;
use glane_analysis::Analyzer;
use glane_document::{Document, Zone};
use glane_index::{Catalogue, Index};
use serde::{Deserialize, Deserializer, Serialize};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, TERMINATED, TantivyError};

use crate::fault::Fault;
use crate::names::{self, fold};
use crate::segment::Segment;
use crate::{SearchError, kind, language, zone};

/// What a section must be to be returned: one of the values of each filter. A filter without values
/// lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Someone who speaks or moderates: case, accents, order and small misspellings do not
    /// matter, and an initial stands for a first name.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub speaker: Vec<String>,
    /// The theme's heading, or words of it in order: `Thème 3`.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub theme: Vec<String>,
    /// A declared keyword, or all the words of one.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub keyword: Vec<String>,
    /// A kind of section, in JSON's English or in French: `workshop`, `table ronde`.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub kind: Vec<String>,
    /// A zone of the text, in which words must stand, in JSON's English or in French: `note`,
    /// `tableau`.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub zone: Vec<String>,
    /// A language, by its ISO 639-1 code or in French: `en`, `anglais`.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub language: Vec<String>,
    /// A document: its path in the corpus, its file name, or the file's stem.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub document: Vec<String>,
    /// The event, or words of its name in order.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub event: Vec<String>,
    /// The event's place, or words of it in order.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub place: Vec<String>,
    /// The year of the document's first date.
    #[serde(deserialize_with = "values", skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<RangeInclusive<i16>>,
}

/// Several values; recipes written when a filter had one at most have that one, or `null`.
fn values<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Given<T> {
        Several(Vec<T>),
        One(T),
        Nothing,
    }
    Ok(match Given::deserialize(deserializer)? {
        Given::Several(values) => values,
        Given::One(value) => vec![value],
        Given::Nothing => Vec::new(),
    })
}

/// Filters as exact values: a passage must have one of each list, and a number in one of each ranges.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Narrowing {
    values: Vec<(Field, Vec<String>)>,
    /// Counted fields, by name.
    ranges: Vec<(&'static str, Vec<RangeInclusive<i64>>)>,
}

impl Narrowing {
    /// What `filters` mean in `index`.
    pub(crate) fn resolve(index: &Index, filters: &Filters) -> Result<Narrowing, SearchError> {
        let mut narrowing = Narrowing::default();
        let fields = index.fields();
        let kinds = filters.kind.iter().map(|name| Ok(kind::parse(name)?.as_str().to_owned()));
        narrowing.one_of(fields.kind, kinds.collect::<Result<_, SearchError>>()?);
        let zones = filters.zone.iter().map(|name| Ok(zone::parse(name)?.as_str().to_owned()));
        narrowing.one_of(fields.zone, zones.collect::<Result<_, SearchError>>()?);
        let languages = filters.language.iter().map(|name| language::parse(index, name));
        narrowing.one_of(fields.language, languages.collect::<Result<_, SearchError>>()?);
        let Filters { speaker, theme, keyword, document, event, place, .. } = filters;
        let named: [(_, _, Find); 6] = [
            (fields.speaker, speaker, speakers),
            (fields.theme_label, theme, |known, given| containing(&known.themes, given)),
            (fields.keyword, keyword, keywords),
            (fields.source, document, documents),
            (fields.event, event, |known, given| containing(&known.events, given)),
            (fields.place, place, |known, given| containing(&known.places, given)),
        ];
        for (field, given, find) in named.into_iter().filter(|(_, given, _)| !given.is_empty()) {
            let known = index.catalogue()?;
            let mut found: Vec<String> =
                given.iter().flat_map(|given| find(known, given)).collect();
            found.sort_unstable();
            found.dedup();
            // Where nothing has such a name, nothing passes.
            narrowing.values.push((field, found));
        }
        let bound = |year: &i16| i64::from(*year);
        let years = filters.years.iter().map(|own| bound(own.start())..=bound(own.end()));
        narrowing.ranges.extend((!filters.years.is_empty()).then(|| ("year", years.collect())));
        Ok(narrowing)
    }

    fn one_of(&mut self, field: Field, values: Vec<String>) {
        self.values.extend((!values.is_empty()).then_some((field, values)));
    }

    /// What stands in any zone but the one with this name; `None` where there is no such zone.
    pub(crate) fn but_zone(index: &Index, name: &str) -> Option<Narrowing> {
        let left_out = zone::parse(name).ok()?;
        let others = Zone::ALL.into_iter().filter(|zone| *zone != left_out);
        let mut narrowing = Narrowing::default();
        narrowing
            .one_of(index.fields().zone, others.map(|zone| zone.as_str().to_owned()).collect());
        Some(narrowing)
    }

    /// What is dated within these days, as `YYYYMMDD`.
    pub(crate) fn days(days: RangeInclusive<i64>) -> Narrowing {
        Narrowing { values: Vec::new(), ranges: vec![("date", vec![days])] }
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
        for (field, ranges) in &self.ranges {
            let column = segment.reader.fast_fields().i64(field)?;
            let within = |at: i64| ranges.iter().any(|range| range.contains(&at));
            let in_range = |doc: &DocId| column.first(*doc).is_some_and(within);
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

/// Values that are the given words, but for case and accents; else those that contain them, one
/// after the other. A value taken from an answer is then that very one: `Thème 1` is not
/// `Thème 1 bis`.
fn containing(values: &[String], given: &str) -> Vec<String> {
    let given = words(given);
    if given.is_empty() {
        return Vec::new();
    }
    let read: Vec<(&String, Vec<String>)> =
        values.iter().map(|value| (value, words(value))).collect();
    let choose = |test: &dyn Fn(&[String]) -> bool| -> Vec<String> {
        read.iter().filter(|(_, own)| test(own)).map(|(value, _)| (*value).clone()).collect()
    };
    let equal = choose(&|own| own == given);
    match equal.is_empty() {
        true => choose(&|own| own.windows(given.len()).any(|window| window == given)),
        false => equal,
    }
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

/// What is compared of a theme, an event or a place: its words, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// What is compared of a keyword: its words, in any number or gender.
pub(crate) fn keys(analyzer: &mut Analyzer, text: &str) -> Vec<String> {
    let single = analyzer.tokens(text).into_iter().filter(|token| token.span <= 1);
    single.map(|token| token.word.key.clone()).collect()
}
