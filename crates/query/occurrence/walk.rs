//! From passage to passage, in the order of the documents' paths and of their text.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;
use std::vec::IntoIter;

use fixedbitset::FixedBitSet;
use glane_analysis::Language;
use glane_document::{Document, Section};
use glane_index::Index;
use rayon::prelude::*;
use tantivy::{DocAddress, DocId};

use super::documents::{Languages, Located, documents};
use super::plans::plans;
use super::selection::candidates;
use super::{Concordance, Place, Reach, Read, pivot};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::lexicon::Remembering;
use crate::mark::Mark;
use crate::plan::Plan;
use crate::segment::Segment;

/// How many passages are remembered: one, its neighbours, and those between two borders.
const REMEMBERED: usize = 4;
/// How many passages are read ahead at most: some two megabytes.
const MOST_AHEAD: usize = 128;

/// A passage with the occurrences that stand in it.
pub(crate) struct Scanned {
    /// Where it is.
    pub(crate) address: DocAddress,
    /// What it says.
    pub(crate) read: Arc<Read>,
    /// Its occurrences, in order, apart: bytes of the passage.
    pub(crate) found: Vec<Mark>,
}

/// Reads the passages that may hold an occurrence, one after the other.
pub(crate) struct Walk<'a> {
    index: &'a Index,
    /// The segments of the index.
    pub(crate) segments: Vec<Segment<'a>>,
    /// What is searched.
    pub(crate) plan: Plan,
    /// Within what it is searched: the filters, and what the query restricts.
    pub(crate) narrowing: Narrowing,
    except: Option<Plan>,
    reach: Reach,
    /// The passages that may hold an occurrence, by segment.
    candidates: Vec<FixedBitSet>,
    /// The passages that are read, by segment, where others are as well.
    visited: Option<Vec<FixedBitSet>>,
    documents: IntoIter<Located>,
    /// Where the walk is: the segment, and what is left of the document.
    left: (u32, Range<DocId>),
    /// Passages that were read ahead.
    ahead: VecDeque<Scanned>,
    /// How many were read ahead last.
    pace: usize,
    languages: Languages,
    recent: VecDeque<(DocAddress, Arc<Read>)>,
    heading: Option<Heading>,
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

impl<'a> Walk<'a> {
    /// Before the first passage of what `asked` asks for.
    pub(crate) fn open(
        index: &'a Index,
        asked: &Concordance,
        narrowing: &Narrowing,
    ) -> Result<Walk<'a>, Fault> {
        let segments = Segment::all(index)?;
        let (plan, except) = plans(index, &segments, asked)?;
        let narrowing = narrowing.clone().and(plan.narrowing.clone());
        let text = [index.fields().text, index.fields().head];
        let select = |segment| candidates(segment, &plan, &narrowing, asked.reach, text);
        let candidates = segments.iter().map(select).collect::<Result<Vec<_>, Fault>>()?;
        let documents = documents(&segments, &candidates)?.into_iter();
        Ok(Walk {
            index,
            languages: Languages::of(&segments)?,
            segments,
            plan,
            narrowing,
            except,
            reach: asked.reach,
            candidates,
            visited: None,
            documents,
            left: (0, 0..0),
            ahead: VecDeque::new(),
            pace: 0,
            recent: VecDeque::with_capacity(REMEMBERED),
            heading: None,
        })
    }

    /// Before the first of all passages within the filters and what the query restricts.
    pub(crate) fn through(mut self) -> Result<Walk<'a>, Fault> {
        let within = |segment| self.narrowing.passages(segment);
        let visited = self.segments.iter().map(within).collect::<Result<Vec<_>, Fault>>()?;
        self.documents = documents(&self.segments, &visited)?.into_iter();
        self.visited = Some(visited);
        Ok(self)
    }

    /// The next passage that has an occurrence.
    pub(crate) fn next(&mut self) -> Result<Option<Scanned>, Fault> {
        while let Some(scanned) = self.next_visited()? {
            if !scanned.found.is_empty() {
                return Ok(Some(scanned));
            }
        }
        Ok(None)
    }

    /// The next passage that is read, whether it has an occurrence or not.
    pub(crate) fn next_visited(&mut self) -> Result<Option<Scanned>, Fault> {
        if self.ahead.is_empty() {
            self.read_ahead()?;
        }
        let next = self.ahead.pop_front();
        if let Some(scanned) = &next {
            self.remember(scanned.address, Arc::clone(&scanned.read));
        }
        Ok(next)
    }

    /// Reads the next passages, those of a batch in parallel: the first alone, so that it comes at
    /// once, then twice as many each time.
    fn read_ahead(&mut self) -> Result<(), Fault> {
        self.pace = (2 * self.pace).clamp(1, MOST_AHEAD);
        let mut batch = Vec::with_capacity(self.pace);
        while batch.len() < self.pace
            && let Some(address) = self.next_address()
        {
            batch.push((address, self.languages.at(address)?));
        }
        let this = &*self;
        let scan = |analyzer: &mut Remembering, (address, language): (DocAddress, Language)| {
            let passage = this.index.passage(address)?.passage;
            Ok(this.scanned(address, Arc::new(Read::new(analyzer, language, passage))))
        };
        let scanned: Result<Vec<Scanned>, Fault> =
            batch.into_par_iter().map_init(Remembering::new, scan).collect();
        self.ahead = scanned?.into();
        Ok(())
    }

    fn next_address(&mut self) -> Option<DocAddress> {
        loop {
            let (segment, left) = &mut self.left;
            let visited = self.visited.as_ref().unwrap_or(&self.candidates);
            let visited = visited.get(*segment as usize);
            for doc in left.by_ref() {
                if visited.is_some_and(|own| own.contains(doc as usize)) {
                    return Some(DocAddress::new(*segment, doc));
                }
            }
            let next = self.documents.next()?;
            self.left = (next.segment, next.passages);
        }
    }

    /// The passage at `address`, with its occurrences.
    pub(crate) fn scan(&mut self, address: DocAddress) -> Result<Scanned, Fault> {
        let read = self.read(address)?;
        Ok(self.scanned(address, read))
    }

    /// What is read at `address`, with its occurrences: none where the section is not asked for.
    fn scanned(&self, address: DocAddress, read: Arc<Read>) -> Scanned {
        let mut found = Vec::new();
        let own = &self.candidates[address.segment_ord as usize];
        if own.contains(address.doc_id as usize) {
            for tokens in read.parts() {
                let mut own = pivot::pivots(tokens, &self.plan, self.reach);
                if let Some(except) = &self.except {
                    let left_out = pivot::all(tokens, except, Reach::Inflection);
                    let is_inside =
                        |mark: &Mark| left_out.iter().any(|outer| holds(&outer.range, &mark.range));
                    own.retain(|mark| !is_inside(mark));
                }
                found.append(&mut own);
            }
        }
        Scanned { address, read, found }
    }

    /// The passage at `address`, analysed.
    pub(crate) fn read(&mut self, address: DocAddress) -> Result<Arc<Read>, Fault> {
        if let Some((_, read)) = self.recent.iter().find(|(known, _)| *known == address) {
            return Ok(Arc::clone(read));
        }
        if let Some(known) = self.ahead.iter().find(|known| known.address == address) {
            return Ok(Arc::clone(&known.read));
        }
        let language = self.languages.at(address)?;
        let passage = self.index.passage(address)?.passage;
        let read = Arc::new(Read::new(&mut Remembering::new(), language, passage));
        self.remember(address, Arc::clone(&read));
        Ok(read)
    }

    fn remember(&mut self, address: DocAddress, read: Arc<Read>) {
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back((address, read));
    }

    /// The passages of the section of `address`.
    pub(crate) fn section(&mut self, address: DocAddress) -> Result<Range<DocId>, Fault> {
        Ok(self.heading(address)?.passages.clone())
    }

    /// Where a byte of the text of the section of `address` stands.
    pub(super) fn place(&mut self, address: DocAddress, byte: usize) -> Result<Standing, Fault> {
        let Heading { section, place, .. } = self.heading(address)?;
        let (page, sheet) = (section.page_at(byte), section.sheet_at(byte));
        Ok(Standing { place: Arc::clone(place), page, sheet })
    }

    fn heading(&mut self, address: DocAddress) -> Result<&Heading, Fault> {
        let (segment, doc) = (address.segment_ord, address.doc_id);
        let known = self
            .heading
            .take_if(|known| known.segment != segment || !known.passages.contains(&doc));
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
        let ordinal = own.reader.fast_fields().u64("document_ordinal")?.first(doc);
        let same = before.filter(|known| known.segment == segment && known.ordinal == ordinal);
        let (document, section) = match same {
            Some(known) => {
                let first = self.index.passage(DocAddress::new(segment, passages.start))?;
                (Some(known.document), first.section)
            }
            None => (None, None),
        };
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

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
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
