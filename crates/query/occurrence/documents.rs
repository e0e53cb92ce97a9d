//! The documents that are read, in order, and the languages of their passages.

use std::collections::HashMap;
use std::ops::Range;

use fixedbitset::FixedBitSet;
use glane_analysis::Language;
use glane_index::Index;
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, DocId};

use crate::fault::Fault;
use crate::segment::Segment;

/// A document by its path and its passages.
pub(super) struct Located {
    id: String,
    /// Its segment.
    pub(super) segment: u32,
    /// From the first to the last that is read.
    pub(super) passages: Range<DocId>,
}

/// The documents that have candidates, in the order of their paths.
pub(super) fn documents(
    index: &Index,
    segments: &[Segment<'_>],
    candidates: &[FixedBitSet],
) -> Result<Vec<Located>, Fault> {
    let documents = index.documents()?;
    let mut located: Vec<Located> = Vec::new();
    for (segment, candidates) in segments.iter().zip(candidates) {
        let ordinals = &documents[segment.ord as usize];
        let Some(ids) = segment.reader.fast_fields().str("source")? else { continue };
        let mut last = None;
        for doc in candidates.ones().filter_map(|doc| DocId::try_from(doc).ok()) {
            let ordinal = ordinals.first(doc);
            match located.last_mut().filter(|_| last == Some(ordinal)) {
                Some(document) => document.passages.end = doc + 1,
                None => {
                    let mut id = String::new();
                    if let Some(name) = ids.term_ords(doc).next() {
                        ids.ord_to_str(name, &mut id)?;
                    }
                    located.push(Located { id, segment: segment.ord, passages: doc..doc + 1 });
                }
            }
            last = Some(ordinal);
        }
    }
    located.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(located)
}

/// The language of each passage, as its section is written.
pub(super) struct Languages(Vec<(Option<StrColumn>, HashMap<u64, Language>)>);

impl Languages {
    /// Those of the passages of `segments`.
    pub(super) fn of(segments: &[Segment<'_>]) -> Result<Languages, Fault> {
        let open = |segment: &Segment<'_>| {
            Ok((segment.reader.fast_fields().str("language")?, HashMap::new()))
        };
        Ok(Languages(segments.iter().map(open).collect::<Result<_, Fault>>()?))
    }

    /// That of the passage at `address`: French where it is undecided, as `glane_index::language` says of a section.
    pub(super) fn at(&mut self, address: DocAddress) -> Result<Language, Fault> {
        let (column, known) = &mut self.0[address.segment_ord as usize];
        let Some(column) = column else { return Ok(Language::default()) };
        let Some(ordinal) = column.term_ords(address.doc_id).next() else {
            return Ok(Language::default());
        };
        if let Some(language) = known.get(&ordinal) {
            return Ok(*language);
        }
        let mut code = String::new();
        column.ord_to_str(ordinal, &mut code)?;
        let language = Language::from_code(&code).unwrap_or_default();
        known.insert(ordinal, language);
        Ok(language)
    }
}
