//! What an index holds, to be gone through without a query: documents, people, keywords, themes.

use std::collections::HashMap;

use glane_analysis::Analyzer;
use glane_document::{Document, Speaker};
use glane_index::Index;
use tantivy::columnar::StrColumn;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, TERMINATED, Term};

use crate::fault::Fault;
use crate::names::fold;
use crate::segment::Segment;
use crate::surname::surname;
use crate::{SearchError, filter};

/// Everything that can be gone through, with counts. Reading it costs a look at each section.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// The documents, latest first, those without a date last; then by path.
    pub documents: Vec<Volume>,
    /// Those who speak, moderate or wrote, by surname.
    pub speakers: Vec<Entry>,
    /// Declared keywords, most sections first.
    pub keywords: Vec<Entry>,
    /// Headings of themes, in alphabetical order.
    pub themes: Vec<Entry>,
}

/// A value, and the sections that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The value, as it is filtered by.
    pub value: String,
    /// How many sections have it.
    pub sections: usize,
    /// The first and the last year of their documents; `None` where none has a date.
    pub years: Option<(i16, i16)>,
}

/// A document, as far as its place among others goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its identifier.
    pub id: String,
    /// Its first day, as `YYYYMMDD`.
    pub date: Option<i64>,
    /// How many sections it has.
    pub sections: usize,
    first: DocAddress,
}

impl Shelf {
    /// Reads that of an index.
    ///
    /// # Errors
    ///
    /// [`SearchError::Read`] when the index is damaged.
    pub fn read(index: &Index) -> Result<Shelf, SearchError> {
        shelf(index).map_err(|fault| fault.of(index))
    }
}

impl Volume {
    /// What the document says of itself, without its sections.
    ///
    /// # Errors
    ///
    /// [`SearchError::Read`] when the index is damaged.
    pub fn document(&self, index: &Index) -> Result<Document, SearchError> {
        Ok(index.heading(self.first)?.0)
    }
}

/// How someone appears in the first of their sections, in the order of the index; `None` for a name
/// that nobody has.
///
/// # Errors
///
/// [`SearchError::Read`] when the index is damaged.
pub fn appearance(index: &Index, name: &str) -> Result<Option<Speaker>, SearchError> {
    let Some(address) = first_of(index, name).map_err(|fault| fault.of(index))? else {
        return Ok(None);
    };
    let speakers = index.heading(address)?.1.speakers;
    Ok(speakers.into_iter().find(|speaker| speaker.name == name))
}

fn first_of(index: &Index, name: &str) -> Result<Option<DocAddress>, Fault> {
    let field = index.fields().speaker;
    let term = Term::from_field_text(field, name);
    for (ord, segment) in (0..).zip(index.searcher().segment_readers()) {
        let inverted = segment.inverted_index(field)?;
        let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else {
            continue;
        };
        let departed = index.departed(ord);
        while postings.doc() != TERMINATED {
            let doc = postings.doc();
            if departed.is_none_or(|gone| !gone.contains(doc as usize)) {
                return Ok(Some(DocAddress::new(ord, doc)));
            }
            postings.advance();
        }
    }
    Ok(None)
}

fn shelf(index: &Index) -> Result<Shelf, Fault> {
    let segments = Segment::all(index)?;
    let openings: Vec<Vec<DocId>> = segments.iter().map(openings).collect();
    let entries = |field: &str| entries(&segments, &openings, field);
    let mut shelf = Shelf {
        documents: volumes(&segments, &openings)?,
        speakers: entries("speaker")?,
        keywords: entries("keyword")?,
        themes: entries("theme_label")?,
    };
    let newest = |own: &Volume| std::cmp::Reverse(own.date.unwrap_or(i64::MIN));
    shelf.documents.sort_by(|a, b| newest(a).cmp(&newest(b)).then_with(|| a.id.cmp(&b.id)));
    shelf.speakers.sort_by_cached_key(|own| (fold(surname(&own.value)), fold(&own.value)));
    let mut analyzer = Analyzer::new();
    shelf.keywords = spelt(shelf.keywords, |value| filter::keys(&mut analyzer, value));
    shelf.themes = spelt(shelf.themes, filter::words);
    shelf.keywords.sort_by(|a, b| b.sections.cmp(&a.sections).then_with(|| a.value.cmp(&b.value)));
    shelf.themes.sort_by_cached_key(|own| natural(&own.value));
    Ok(shelf)
}

/// « Thème 10 » after « Thème 9 »: numbers compare by length first.
fn natural(value: &str) -> Vec<(usize, String)> {
    let folded = fold(value);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .map(|word| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            (if is_number { word.len() } else { usize::MAX }, word.to_owned())
        })
        .collect()
}

/// The first passage of each section that is in the index.
fn openings(segment: &Segment<'_>) -> Vec<DocId> {
    let mut openings = Vec::new();
    let mut opens = true;
    for doc in 0..segment.reader.max_doc() {
        let gone = segment.departed.as_ref().is_some_and(|gone| gone.contains(doc as usize));
        if opens && !gone {
            openings.push(doc);
        }
        opens = segment.boundaries.is_last(doc);
    }
    openings
}

fn entries(
    segments: &[Segment<'_>],
    openings: &[Vec<DocId>],
    field: &str,
) -> Result<Vec<Entry>, Fault> {
    let mut all: HashMap<String, Entry> = HashMap::new();
    for (segment, openings) in segments.iter().zip(openings) {
        let Some(column) = segment.reader.fast_fields().str(field)? else { continue };
        let years = segment.reader.fast_fields().i64("year")?;
        let mut own: HashMap<u64, (usize, Option<(i64, i64)>)> = HashMap::new();
        for doc in openings {
            let year = years.first(*doc);
            for ordinal in column.term_ords(*doc) {
                let (count, span) = own.entry(ordinal).or_default();
                *count += 1;
                *span = joined(*span, year.map(|year| (year, year)));
            }
        }
        for (ordinal, (count, span)) in own {
            let value = named(&column, ordinal)?;
            let entry = all.entry(value.clone()).or_insert_with(|| Entry {
                value,
                sections: 0,
                years: None,
            });
            entry.sections += count;
            let before = entry.years.map(|(first, last)| (i64::from(first), i64::from(last)));
            let year = |year: i64| i16::try_from(year).unwrap_or_default();
            entry.years = joined(before, span).map(|(first, last)| (year(first), year(last)));
        }
    }
    Ok(all.into_values().collect())
}

/// Spellings that a filter takes for one value, under the most frequent of them.
fn spelt(mut entries: Vec<Entry>, mut key: impl FnMut(&str) -> Vec<String>) -> Vec<Entry> {
    entries.sort_by(|a, b| b.sections.cmp(&a.sections).then_with(|| a.value.cmp(&b.value)));
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    let mut spelt: Vec<Entry> = Vec::with_capacity(entries.len());
    for own in entries {
        let key = key(&own.value);
        match places.get(&key).and_then(|place| spelt.get_mut(*place)) {
            Some(known) if !key.is_empty() => {
                known.sections += own.sections;
                known.years = joined(known.years, own.years);
            }
            _ => {
                places.insert(key, spelt.len());
                spelt.push(own);
            }
        }
    }
    spelt
}

/// The span of two spans of years.
fn joined<Y: Ord>(one: Option<(Y, Y)>, other: Option<(Y, Y)>) -> Option<(Y, Y)> {
    match (one, other) {
        (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
        (one, other) => one.or(other),
    }
}

fn named(column: &StrColumn, ordinal: u64) -> Result<String, Fault> {
    let mut name = String::new();
    column.ord_to_str(ordinal, &mut name)?;
    Ok(name)
}

fn volumes(segments: &[Segment<'_>], openings: &[Vec<DocId>]) -> Result<Vec<Volume>, Fault> {
    let mut volumes: Vec<Volume> = Vec::new();
    for (segment, openings) in segments.iter().zip(openings) {
        let Some(column) = segment.reader.fast_fields().str("source")? else { continue };
        let dates = segment.reader.fast_fields().i64("date")?;
        let mut last = None;
        for doc in openings {
            let ordinal = column.term_ords(*doc).next();
            match volumes.last_mut().filter(|_| ordinal == last) {
                Some(volume) => volume.sections += 1,
                None => volumes.push(Volume {
                    id: ordinal.map_or(Ok(String::new()), |ordinal| named(&column, ordinal))?,
                    date: dates.first(*doc),
                    sections: 1,
                    first: DocAddress::new(segment.ord, *doc),
                }),
            }
            last = ordinal;
        }
    }
    Ok(volumes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_their_order() {
        let mut themes = ["Thème 10", "Thème 9", "Axe B", "thème 1"];
        themes.sort_by_cached_key(|theme| natural(theme));
        assert_eq!(themes, ["Axe B", "thème 1", "Thème 9", "Thème 10"]);
    }
}
