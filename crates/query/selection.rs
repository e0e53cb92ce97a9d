//! Documents with those of their sections that are asked for.

use fixedbitset::FixedBitSet;
use glane_document::{Document, Section};
use glane_index::{Index, ReadError, Stretch};

use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::found::Found;
use crate::lexicon::Lexicon;
use crate::parse::parse;
use crate::segment::Segment;
use crate::{Filters, Group, Reference, SearchError, Sort, plan, search};

/// Documents in order of their identifiers, each with its sections that are asked for, one in memory
/// at a time; those without such a section are passed over.
pub struct Selection<'a> {
    index: &'a Index,
    left: std::slice::Iter<'a, String>,
    /// By segment, the passages of the sections asked for; `None` where all are.
    allowed: Option<Vec<FixedBitSet>>,
    /// What was reinterpreted, in French.
    pub notes: Vec<String>,
    /// How many sections are asked for.
    pub sections: usize,
}

/// The documents that answer `query` within `filters`, with the sections that do: those that a search
/// counts. An empty query asks for all that filters leave, whole documents without any.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn select<'a>(
    index: &'a Index,
    query: &str,
    filters: &Filters,
) -> Result<Selection<'a>, SearchError> {
    let left = index.catalogue()?.documents.iter();
    if query.trim().is_empty() && *filters == Filters::default() {
        let sections = index.status().counts.sections;
        return Ok(Selection { index, left, allowed: None, notes: Vec::new(), sections });
    }
    let narrowing = Narrowing::resolve(index, filters)?;
    let (allowed, notes, sections) =
        allowed(index, query, narrowing).map_err(|fault| fault.of(index))?;
    Ok(Selection { index, left, allowed: Some(allowed), notes, sections })
}

/// The passages of the sections that answer, what was reinterpreted, and how many sections there are.
fn allowed(
    index: &Index,
    query: &str,
    narrowing: Narrowing,
) -> Result<(Vec<FixedBitSet>, Vec<String>, usize), Fault> {
    let segments = Segment::all(index)?;
    let mut lexicon = Lexicon::new(index, &segments);
    let plan = plan::plan(&mut lexicon, &parse(query))?;
    let narrowing = narrowing.and(plan.narrowing.clone());
    let found = Found::new(Group::Section, Sort::Relevance, 0);
    let found = search::find(&lexicon, &plan, &narrowing, found)?;
    let empty =
        |segment: &Segment<'_>| FixedBitSet::with_capacity(segment.reader.max_doc() as usize);
    let mut allowed: Vec<FixedBitSet> = segments.iter().map(empty).collect();
    for (ord, passages) in &found.counted {
        let Some(segment) = segments.iter().find(|segment| segment.ord == *ord) else { continue };
        for passage in passages {
            let last = segment.boundaries.last_of_section(*passage);
            let section = segment.boundaries.section_of(last);
            allowed[*ord as usize].insert_range(section.start as usize..section.end as usize);
        }
    }
    Ok((allowed, plan.notes, found.total))
}

/// A document, with its sections that are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// The document.
    pub document: Document,
    /// Where its passages stand, in order.
    pub passages: Vec<Stretch>,
}

impl Selected {
    /// The section of a passage.
    pub fn section(&self, passage: &Stretch) -> &Section {
        &self.document.sections[passage.section]
    }

    /// The reference of a passage.
    pub fn reference(&self, passage: &Stretch) -> Reference {
        let section = self.section(passage);
        let id = format!("{}#{}@{}", self.document.id, section.id, passage.ordinal);
        let text = section.text[passage.bytes.clone()].trim_end();
        let bytes = passage.bytes.start..passage.bytes.start + text.len();
        Reference::to_part(id, &self.document, section, bytes)
    }
}

impl Iterator for Selection<'_> {
    type Item = Result<Selected, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let id = self.left.next()?;
            let allowed = self.allowed.as_deref();
            let read = self.index.part_of_document(id, |at| {
                let own = allowed.map(|allowed| allowed.get(at.segment_ord as usize));
                own.is_none_or(|own| own.is_some_and(|own| own.contains(at.doc_id as usize)))
            });
            match read {
                Ok(Some((document, passages))) if !document.sections.is_empty() => {
                    return Some(Ok(Selected { document, passages }));
                }
                Ok(_) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
