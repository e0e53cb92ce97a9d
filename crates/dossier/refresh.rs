//! What became of kept excerpts in an index that changed since.

use std::collections::HashMap;
use std::ops::Range;

use glane_document::{Document, Section};
use glane_index::{Index, ReadError};
use serde::Serialize;

use crate::squeeze::Squeezed;
use crate::{Dossier, Excerpt, excerpt};

/// Whether an index still has the words of an excerpt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Where they were.
    Same,
    /// In another section of the document, or the document in another folder.
    Moved,
    /// The document is there, these words are not.
    Changed,
    /// The document is not in the index (any more).
    Left,
}

/// Looks for each excerpt of `dossier` in `index`, and returns what became of it, by number, in order.
///
/// Words and notes stay as they were kept. Where the words are found again, the reference is brought
/// up to date: section, title, people, pages, citation.
///
/// # Errors
///
/// [`ReadError`] when the index is damaged; the dossier is then as it was.
pub fn refresh(dossier: &mut Dossier, index: &Index) -> Result<Vec<(u64, Standing)>, ReadError> {
    let mut documents: HashMap<String, Option<Document>> = HashMap::new();
    let mut excerpts = dossier.excerpts.clone();
    let mut standings = Vec::with_capacity(excerpts.len());
    for kept in &mut excerpts {
        let id = kept.origin.id.clone();
        if !documents.contains_key(&id) {
            documents.insert(id.clone(), find(index, &id)?);
        }
        let document = documents.get(&id).and_then(Option::as_ref);
        standings
            .push((kept.id, document.map_or(Standing::Left, |document| stand(kept, document))));
    }
    dossier.excerpts = excerpts;
    Ok(standings)
}

/// The document with this identifier, else the one whose file has the same name.
fn find(index: &Index, id: &str) -> Result<Option<Document>, ReadError> {
    let name = id.rsplit('/').next().unwrap_or(id);
    let same_file = |found: &Document| found.id.rsplit('/').next() == Some(name);
    match index.document(id)?.filter(|found| found.id == id) {
        Some(found) => Ok(Some(found)),
        None => Ok(index.document(name)?.filter(same_file)),
    }
}

fn stand(kept: &mut Excerpt, document: &Document) -> Standing {
    let own = kept.section.rsplit_once('#').map(|(_, section)| section.to_owned());
    let is_own = |section: &&Section| Some(&section.id) == own.as_ref();
    let others = document.sections.iter().filter(|section| !is_own(section));
    for section in document.sections.iter().find(is_own).into_iter().chain(others) {
        let Some(ranges) = places(kept, section) else { continue };
        let Some(found) = excerpt(document, section, &ranges, None) else { continue };
        let before = std::mem::take(&mut kept.section);
        update(kept, found, section, ranges);
        return if kept.section == before { Standing::Same } else { Standing::Moved };
    }
    Standing::Changed
}

/// Where each piece stands in a section, if all do.
fn places(kept: &Excerpt, section: &Section) -> Option<Vec<Range<usize>>> {
    let as_kept =
        |piece: &crate::Piece| section.text.get(piece.range.clone()) == Some(piece.text.as_str());
    if !kept.pieces.is_empty() && kept.pieces.iter().all(as_kept) {
        return Some(kept.pieces.iter().map(|piece| piece.range.clone()).collect());
    }
    let text = Squeezed::of(&section.text);
    kept.pieces.iter().map(|piece| text.find(&piece.text, piece.range.start)).collect()
}

/// Takes the reference of `found`, and nothing of its words.
fn update(kept: &mut Excerpt, found: Excerpt, section: &Section, ranges: Vec<Range<usize>>) {
    for (piece, range) in kept.pieces.iter_mut().zip(ranges) {
        piece.page = section.page_at(range.start);
        piece.range = range;
    }
    *kept = Excerpt {
        id: kept.id,
        pieces: std::mem::take(&mut kept.pieces),
        note: std::mem::take(&mut kept.note),
        query: kept.query.take(),
        ..found
    };
}
