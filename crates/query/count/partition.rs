//! Which parts of a corpus a passage is in.

use std::collections::HashMap;
use std::ops::Range;

use glane_index::Index;
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, TantivyError};

use super::Dimension;
use crate::fault::Fault;
use crate::segment::Segment;

/// Tells the parts of passages, each by a number: its rank among those that were met.
pub(crate) struct Partition<'a> {
    index: &'a Index,
    /// The segments of the index.
    pub(crate) segments: Vec<Segment<'a>>,
    dimensions: Vec<Values>,
    /// By the numbers of the values of each dimension.
    numbers: HashMap<Vec<u32>, usize>,
    parts: Vec<Vec<u32>>,
    /// The section that was asked for last, and its parts.
    last: (u32, Range<DocId>, Vec<usize>),
}

/// The values of a dimension that were met.
struct Values {
    dimension: Dimension,
    /// By segment.
    columns: Vec<Source>,
    names: Vec<Name>,
    by_name: HashMap<Option<String>, u32>,
    /// By the section's number in the index.
    by_section: HashMap<u64, u32>,
}

/// Where the values of one segment are.
enum Source {
    /// Names, and the numbers of those that were met.
    Names(StrColumn, HashMap<u64, u32>),
    Year(Column<i64>),
    Section,
    /// No passage of the segment has a value.
    Nothing,
}

/// What a value is called.
enum Name {
    Told(Option<String>),
    /// A section, by its first passage: read where it is told, for there may be many.
    Section(DocAddress),
}

impl<'a> Partition<'a> {
    /// The parts of `index` by some dimensions; the whole, by none.
    pub(crate) fn new(index: &'a Index, by: &[Dimension]) -> Result<Partition<'a>, Fault> {
        let segments = Segment::all(index)?;
        let dimensions = by.iter().map(|dimension| Values::new(*dimension, &segments));
        let dimensions = dimensions.collect::<Result<_, TantivyError>>()?;
        let last = (0, 0..0, Vec::new());
        Ok(Partition {
            index,
            segments,
            dimensions,
            numbers: HashMap::new(),
            parts: Vec::new(),
            last,
        })
    }

    /// The parts that the section of the passage at `address` is in.
    pub(crate) fn of(&mut self, address: DocAddress) -> Result<&[usize], Fault> {
        let (segment, doc) = (address.segment_ord, address.doc_id);
        let (last, passages, _) = &self.last;
        if *last != segment || !passages.contains(&doc) {
            let passages = self.segments[segment as usize].boundaries.section_of(doc);
            let parts = self.parts_of(DocAddress::new(segment, passages.start))?;
            self.last = (segment, passages, parts);
        }
        Ok(&self.last.2)
    }

    fn parts_of(&mut self, first: DocAddress) -> Result<Vec<usize>, Fault> {
        let segment = &self.segments[first.segment_ord as usize];
        let mut crossed: Vec<Vec<u32>> = vec![Vec::new()];
        for values in &mut self.dimensions {
            let own = values.of(segment, first)?;
            let with = |part: &Vec<u32>| {
                let part = part.clone();
                own.iter().map(move |value| [&part[..], &[*value]].concat()).collect::<Vec<_>>()
            };
            crossed = crossed.iter().flat_map(with).collect();
        }
        let number = |part: Vec<u32>| {
            *self.numbers.entry(part).or_insert_with_key(|part| {
                self.parts.push(part.clone());
                self.parts.len() - 1
            })
        };
        Ok(crossed.into_iter().map(number).collect())
    }

    /// What a part is called: its value of each dimension, `None` where it is unknown.
    pub(crate) fn name(&self, part: usize) -> Result<Vec<Option<String>>, Fault> {
        let values = self.dimensions.iter().zip(&self.parts[part]);
        values.map(|(of, value)| self.told(&of.names[*value as usize])).collect()
    }

    fn told(&self, name: &Name) -> Result<Option<String>, Fault> {
        match name {
            Name::Told(name) => Ok(name.clone()),
            Name::Section(first) => {
                let (document, section) = self.index.heading(*first)?;
                Ok(Some(format!("{}#{}", document.id, section.id)))
            }
        }
    }

    /// What comes before what, of parts that follow each other by their names: documents by their
    /// paths, sections as they are read.
    pub(crate) fn rank(&self, part: usize) -> Result<Vec<(Option<String>, u64)>, Fault> {
        let values = self.dimensions.iter().zip(&self.parts[part]);
        let rank = |(of, value): (&Values, &u32)| match &of.names[*value as usize] {
            Name::Told(name) => Ok((name.clone(), 0)),
            Name::Section(first) => {
                let (document, _) = self.index.heading(*first)?;
                let segment = &self.segments[first.segment_ord as usize];
                Ok((Some(document.id), segment.section_of(first.doc_id)))
            }
        };
        values.map(rank).collect()
    }
}

impl Values {
    fn new(dimension: Dimension, segments: &[Segment<'_>]) -> Result<Values, TantivyError> {
        let open = |segment: &Segment<'_>| {
            let columns = segment.reader.fast_fields();
            let field = match dimension {
                Dimension::Year => return Ok(Source::Year(columns.i64("year")?)),
                Dimension::Section => return Ok(Source::Section),
                Dimension::Event => "event",
                Dimension::Document => "source",
                Dimension::Kind => "kind",
                Dimension::Speaker => "speaker",
                Dimension::Theme => "theme_label",
                Dimension::Place => "place",
            };
            Ok(match columns.str(field)? {
                Some(column) => Source::Names(column, HashMap::new()),
                None => Source::Nothing,
            })
        };
        Ok(Values {
            dimension,
            columns: segments.iter().map(open).collect::<Result<_, TantivyError>>()?,
            names: Vec::new(),
            by_name: HashMap::new(),
            by_section: HashMap::new(),
        })
    }

    /// The values of the section whose first passage is `first`, each once.
    fn of(&mut self, segment: &Segment<'_>, first: DocAddress) -> Result<Vec<u32>, Fault> {
        let doc = first.doc_id;
        let mut met = Vec::new();
        match &mut self.columns[first.segment_ord as usize] {
            Source::Names(column, known) => {
                for ordinal in column.term_ords(doc) {
                    let value = match known.get(&ordinal) {
                        Some(value) => *value,
                        None => {
                            let mut name = String::new();
                            column.ord_to_str(ordinal, &mut name)?;
                            let value = named(&mut self.names, &mut self.by_name, Some(name));
                            *known.entry(ordinal).or_insert(value)
                        }
                    };
                    met.push(value);
                }
            }
            Source::Year(column) => {
                let year = column.first(doc).map(|year| year.to_string());
                met.push(named(&mut self.names, &mut self.by_name, year));
            }
            Source::Section => {
                let number = segment.section_of(doc);
                let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
                let value = *self.by_section.entry(number).or_insert(next);
                if value == next {
                    self.names.push(Name::Section(first));
                }
                met.push(value);
            }
            Source::Nothing => {}
        }
        if met.is_empty() {
            met.push(named(&mut self.names, &mut self.by_name, None));
        }
        debug_assert!(met.len() == 1 || self.dimension.overlaps(), "parts overlap");
        Ok(met)
    }
}

fn named(
    names: &mut Vec<Name>,
    known: &mut HashMap<Option<String>, u32>,
    name: Option<String>,
) -> u32 {
    if let Some(value) = known.get(&name) {
        return *value;
    }
    let value = u32::try_from(names.len()).unwrap_or(u32::MAX);
    names.push(Name::Told(name.clone()));
    known.insert(name, value);
    value
}
