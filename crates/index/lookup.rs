//! Whole sections and documents, as they were given.

use std::ops::Range;

use glane_document::{Document, Passage, Section};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, Term};

use crate::index::{Index, ReadError};
use crate::stored::StoredPassage;

/// What an identifier names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The document: with its sections where it is what is named, without them otherwise.
    pub document: Document,
    /// The section, with its whole text, where one is named, or a passage of it.
    pub section: Option<Section>,
    /// The passage, where one is named.
    pub passage: Option<Passage>,
}

/// Where a passage stands in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The index of its section among those of the document.
    pub section: usize,
    /// Its 1-based rank in the section.
    pub ordinal: u32,
    /// Bytes of the section's text.
    pub bytes: Range<usize>,
}

/// A document with its sections, and where the passages of each stand.
#[derive(Debug, Clone)]
pub struct Outline {
    /// The document; its sections have no text.
    pub document: Document,
    /// The passages of each section, in order: at least one.
    pub passages: Vec<Vec<DocAddress>>,
}

impl Index {
    /// The outline of the document that `name` names, as in [`document`](Index::document); `None`
    /// when there is none. One passage a section is read, not the text.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn outline(&self, name: &str) -> Result<Option<Outline>, ReadError> {
        let Some(id) = self.document_id(name)? else { return Ok(None) };
        let passages = self.passages_of(&id).and_then(|addresses| self.by_section(&addresses));
        let passages = passages.map_err(|source| self.damaged(source))?;
        let mut whole: Option<Document> = None;
        for first in passages.iter().filter_map(|own| own.first()) {
            let StoredPassage { section, document, .. } = self.passage(*first)?;
            if let Some(document) = document {
                whole = Some(*document);
            }
            if let (Some(whole), Some(section)) = (&mut whole, section) {
                whole.sections.push(*section);
            }
        }
        Ok(whole.map(|document| Outline { document, passages }))
    }

    /// Passages of one document, in order, section by section.
    fn by_section(&self, addresses: &[DocAddress]) -> tantivy::Result<Vec<Vec<DocAddress>>> {
        let mut sections: Vec<Vec<DocAddress>> = Vec::new();
        let mut last = None;
        for address in addresses {
            let segment = self.searcher().segment_reader(address.segment_ord);
            let section = segment.fast_fields().u64("section")?.first(address.doc_id);
            match sections.last_mut().filter(|_| section == last) {
                Some(own) => own.push(*address),
                None => sections.push(vec![*address]),
            }
            last = section;
        }
        Ok(sections)
    }

    /// The document that `name` names, with its sections in order and their text; `None` when
    /// there is none.
    ///
    /// A name is an identifier, else a file name with or without its extension.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn document(&self, name: &str) -> Result<Option<Document>, ReadError> {
        match self.document_id(name)? {
            Some(id) => Ok(self.part_of_document(&id, |_| true)?.map(|(document, _)| document)),
            None => Ok(None),
        }
    }

    /// The document with the identifier `id`, those of its sections whose passages are `kept`, which tells
    /// alike of all passages of a section, and where these passages stand; `None` when there is none.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn part_of_document(
        &self,
        id: &str,
        kept: impl Fn(DocAddress) -> bool,
    ) -> Result<Option<(Document, Vec<Stretch>)>, ReadError> {
        let mut whole: Option<Document> = None;
        let mut stretches = Vec::new();
        for address in self.passages_of(id).map_err(|source| self.damaged(source))? {
            let is_kept = kept(address);
            // The first of all has the document.
            if !is_kept && whole.is_some() {
                continue;
            }
            let StoredPassage { passage, section, document } = self.passage(address)?;
            let document = match document {
                Some(document) => whole.insert(*document),
                None => match &mut whole {
                    Some(document) => document,
                    None => continue,
                },
            };
            if !is_kept {
                continue;
            }
            document.sections.extend(section.map(|section| *section));
            let Some(section) = document.sections.last_mut() else { continue };
            let start = section.text.len();
            section.text.push_str(&passage.text);
            let bytes = start..section.text.len();
            let section = document.sections.len() - 1;
            stretches.push(Stretch { section, ordinal: passage.ordinal, bytes });
        }
        Ok(whole.map(|document| (document, stretches)))
    }

    /// The section with the identifier `document#section`, as hits name it, and its document;
    /// `None` when there is none. Of `document#section@2`, the text is that of the second passage.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn section(&self, id: &str) -> Result<Option<(Document, Section)>, ReadError> {
        let named = self.named(id)?;
        Ok(named.and_then(|Named { document, section, passage }| {
            let mut section = section?;
            if let Some(passage) = passage {
                section.page = passage.page.or(section.page);
                section.text = passage.text;
            }
            Some((document, section))
        }))
    }

    /// What `id` identifies: a document by any of its names, a section, or a passage; `None` when
    /// there is no such thing.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn named(&self, id: &str) -> Result<Option<Named>, ReadError> {
        // A file name may hold a `#`: what is not a section may still be a document.
        if let Some(part) = self.named_part(id)? {
            return Ok(Some(part));
        }
        let document = self.document(id)?;
        Ok(document.map(|document| Named { document, section: None, passage: None }))
    }

    /// The section that [`section`](Index::section) finds, whole, and the bytes of its text that the
    /// identifier names: all of them, or those of a passage. The document comes without sections.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn part(&self, id: &str) -> Result<Option<(Document, Section, Range<usize>)>, ReadError> {
        Ok(self.named_part(id)?.and_then(|Named { document, section, passage }| {
            let section = section?;
            // The section is its passages, one after the other.
            let bytes = match passage {
                Some(passage) => passage.offset..passage.offset + passage.text.len(),
                None => 0..section.text.len(),
            };
            section.text.get(bytes.clone()).is_some().then_some((document, section, bytes))
        }))
    }

    /// The section or passage with this identifier.
    fn named_part(&self, id: &str) -> Result<Option<Named>, ReadError> {
        let Some((name, section)) = id.rsplit_once('#') else { return Ok(None) };
        let Some(mut document) = self.document(name)? else { return Ok(None) };
        let place = |id: &str| document.sections.iter().position(|own| own.id == id);
        // An imported section may have an `@` of its own.
        let part = section.rsplit_once('@').and_then(|(id, part)| Some((place(id)?, part)));
        let (place, passage) = match (place(section), part) {
            (Some(place), _) => (place, None),
            (None, Some((place, part))) => match part.parse() {
                Ok(ordinal) => (place, Some(ordinal)),
                Err(_) => return Ok(None),
            },
            (None, None) => return Ok(None),
        };
        let section = document.sections.swap_remove(place);
        document.sections.clear();
        let passage = match passage {
            Some(ordinal) => match self.passage_of(&document.id, place, ordinal)? {
                None => return Ok(None),
                passage => passage,
            },
            None => None,
        };
        Ok(Some(Named { document, section: Some(section), passage }))
    }

    /// The passage of rank `ordinal` in the section at `place` of the document `id`.
    fn passage_of(
        &self,
        id: &str,
        place: usize,
        ordinal: u32,
    ) -> Result<Option<Passage>, ReadError> {
        for address in self.passages_of(id).map_err(|source| self.damaged(source))? {
            let passage = self.passage(address)?.passage;
            if passage.section == place && passage.ordinal == ordinal {
                return Ok(Some(passage));
            }
        }
        Ok(None)
    }

    /// The identifier of the document that `name` names.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn document_id(&self, name: &str) -> Result<Option<String>, ReadError> {
        let documents = &self.catalogue()?.documents;
        let by_id = || documents.iter().find(|id| *id == name);
        let by_file = || documents.iter().find(|id| id.rsplit('/').next() == Some(name));
        let by_stem = || documents.iter().find(|id| Document::new(id.as_str(), "").stem() == name);
        Ok(by_id().or_else(by_file).or_else(by_stem).cloned())
    }

    /// Where the passages of a document stand, in order.
    fn passages_of(&self, id: &str) -> tantivy::Result<Vec<DocAddress>> {
        let term = Term::from_field_text(self.fields().source, id);
        let mut addresses = Vec::new();
        for (ord, segment) in (0..).zip(self.searcher().segment_readers()) {
            let inverted = segment.inverted_index(self.fields().source)?;
            let postings = inverted.read_postings(&term, IndexRecordOption::Basic)?;
            let Some(mut postings) = postings else { continue };
            while postings.doc() != TERMINATED {
                if !segment.is_deleted(postings.doc()) {
                    addresses.push(DocAddress::new(ord, postings.doc()));
                }
                postings.advance();
            }
        }
        Ok(addresses)
    }
}
