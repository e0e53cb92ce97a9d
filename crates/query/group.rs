//! What a hit of an answer is: a passage, a section or a document.

use std::borrow::Cow;

use glane_index::Index;
use serde::Serialize;

use crate::fault::Fault;
use crate::found::{Candidate, Found};

/// What each hit is. What is counted (totals and facets) is sections whatever the hits are, so that
/// the same query keeps its counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Each passage with words of the query, scored by its own text within its section: headings,
    /// share of the query and required phrases are those of the section.
    Passage,
    /// Each section, shown by its best passage.
    #[default]
    Section,
    /// Each document, scored and shown by its best section. Adding sections up would put long
    /// proceedings before the note that answers.
    Document,
}

/// The hits among what was found, in the order of the index.
pub(crate) fn grouped<'a>(
    index: &Index,
    found: &'a Found,
    group: Group,
) -> Result<Cow<'a, [Candidate]>, Fault> {
    Ok(match group {
        Group::Passage => Cow::Borrowed(&found.passages),
        Group::Section => Cow::Borrowed(&found.sections),
        Group::Document => Cow::Owned(documents(index, &found.sections)?),
    })
}

/// Each document by the best of `sections`, the first of equals. They must be in the order of the
/// index, where the sections of a document are neighbours.
fn documents(index: &Index, sections: &[Candidate]) -> Result<Vec<Candidate>, Fault> {
    let mut documents: Vec<Candidate> = Vec::new();
    for (ord, column) in (0..).zip(index.documents()?) {
        let mut last = None;
        for section in sections.iter().filter(|own| own.best.segment_ord == ord) {
            let document = column.first(section.best.doc_id);
            match documents.last_mut().filter(|_| document == last) {
                Some(best) => *best = best.or_better(section),
                None => documents.push(*section),
            }
            last = document;
        }
    }
    Ok(documents)
}

impl Candidate {
    /// The better of two candidates, which stands for both.
    fn or_better(&self, other: &Candidate) -> Candidate {
        let better = if other.score > self.score { other } else { self };
        Candidate {
            sections: self.sections + other.sections,
            passages: self.passages + other.passages,
            ..*better
        }
    }
}
