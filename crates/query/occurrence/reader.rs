//! Passages read one at a time, with what surrounds them.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use glane_analysis::Language;
use glane_document::{Document, Section};
use glane_index::{Index, StoredPassage};
use tantivy::{DocAddress, DocId};

use super::sieves::{Lent, Sieves};
use super::{Place, Read};
use crate::fault::Fault;
use crate::lexicon::Remembering;
use crate::segment::Segment;

/// How many passages are remembered: one, its neighbours, and those between two borders.
const REMEMBERED: usize = 4;

/// Reads passages and the headings of their sections; remembers the last ones.
///
/// Each thread has its own, over the same segments.
pub(crate) struct Reader<'a> {
    index: &'a Index,
    segments: Arc<[Segment<'a>]>,
    analyzer: Remembering,
    /// What keeps the words that are looked for; none where all are.
    sieve: Option<Lent>,
    recent: VecDeque<Recent>,
    heading: Option<Heading>,
}

/// A passage that was read, with what its entry says besides.
struct Recent {
    address: DocAddress,
    read: Arc<Read>,
    /// Its section, in the first of its passages.
    section: Option<Box<Section>>,
    /// Its document, in the first of its passages.
    document: Option<Box<Document>>,
}

/// Where a byte of a section's text stands.
pub(super) struct Standing {
    /// In which section.
    pub(super) place: Arc<Place>,
    /// On which page.
    pub(super) page: Option<u32>,
    /// The rank of that page in the file.
    pub(super) sheet: Option<u32>,
}

/// The section that is read.
struct Heading {
    segment: u32,
    /// Its passages.
    passages: Range<DocId>,
    /// The document's number.
    ordinal: Option<u64>,
    document: Box<Document>,
    section: Box<Section>,
    place: Arc<Place>,
}

impl<'a> Reader<'a> {
    /// One that has read nothing yet.
    pub(super) fn new(
        index: &'a Index,
        segments: &Arc<[Segment<'a>]>,
        sieves: Option<&Arc<Sieves>>,
    ) -> Reader<'a> {
        Reader {
            index,
            segments: Arc::clone(segments),
            analyzer: Remembering::new(),
            sieve: sieves.map(Sieves::lend),
            recent: VecDeque::with_capacity(REMEMBERED),
            heading: None,
        }
    }

    /// The passage at `address`, of a section in `language`, analysed.
    pub(super) fn read(
        &mut self,
        address: DocAddress,
        language: Language,
    ) -> Result<Arc<Read>, Fault> {
        if let Some(known) = self.recent(address) {
            return Ok(Arc::clone(&known.read));
        }
        let StoredPassage { passage, section, document } = self.index.passage(address)?;
        let sieve = self.sieve.as_deref_mut();
        let read = Arc::new(Read::new(&mut self.analyzer, language, passage, sieve));
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back(Recent { address, read: Arc::clone(&read), section, document });
        Ok(read)
    }

    fn recent(&self, address: DocAddress) -> Option<&Recent> {
        self.recent.iter().find(|known| known.address == address)
    }

    /// The passages of the section of `address`.
    pub(super) fn section(&mut self, address: DocAddress) -> Result<Range<DocId>, Fault> {
        Ok(self.heading(address)?.passages.clone())
    }

    /// Where a byte of the text of the section of `address` stands.
    pub(super) fn place(&mut self, address: DocAddress, byte: usize) -> Result<Standing, Fault> {
        let Heading { section, place, .. } = self.heading(address)?;
        let (page, sheet) = (section.page_at(byte), section.sheet_at(byte));
        Ok(Standing { place: Arc::clone(place), page, sheet })
    }

    fn heading(&mut self, address: DocAddress) -> Result<&Heading, Fault> {
        let known = self.heading.take_if(|known| !known.has(address));
        let heading = match self.heading.take() {
            Some(heading) => heading,
            None => self.read_heading(address, known)?,
        };
        Ok(self.heading.insert(heading))
    }

    /// Reads what is known of a section, and of its document unless it is that of `before`.
    fn read_heading(&self, address: DocAddress, before: Option<Heading>) -> Result<Heading, Fault> {
        let (segment, doc) = (address.segment_ord, address.doc_id);
        let own = &self.segments[segment as usize];
        let passages = own.boundaries.section_of(doc);
        let ordinal = self.index.documents()?[segment as usize].first(doc);
        let same = before.filter(|known| known.segment == segment && known.ordinal == ordinal);
        let first = DocAddress::new(segment, passages.start);
        let (section, document) = match self.recent(first) {
            Some(known) => (known.section.clone(), known.document.clone()),
            None if same.is_some() => (self.index.passage(first)?.section, None),
            None => (None, None),
        };
        let document = same.map(|known| known.document).or(document);
        let (document, section) = match (document, section) {
            (Some(document), Some(section)) => (document, section),
            _ => {
                let (document, section) = self.index.heading(address)?;
                (Box::new(document), Box::new(section))
            }
        };
        let place = Arc::new(placed(&document, &section));
        Ok(Heading { segment, passages, ordinal, document, section, place })
    }
}

impl Heading {
    fn has(&self, address: DocAddress) -> bool {
        self.segment == address.segment_ord && self.passages.contains(&address.doc_id)
    }
}

fn placed(document: &Document, section: &Section) -> Place {
    let heard = section.speakers.iter().filter(|speaker| glane_index::is_heard(speaker));
    let mut speakers: Vec<String> = heard.map(|speaker| speaker.name.clone()).collect();
    let mut seen = std::collections::HashSet::new();
    speakers.retain(|name| seen.insert(name.clone()));
    Place {
        source: document.id.clone(),
        title: document.display_title().to_owned(),
        event: document.event.clone(),
        place: document.place.clone(),
        date: section.date.or_else(|| document.dates.first().copied()),
        year: document.year(),
        section: section.id.clone(),
        label: section.label(),
        kind: section.kind,
        number: section.number.clone(),
        theme: section.theme.clone(),
        speakers,
    }
}
