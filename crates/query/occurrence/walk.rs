//! From passage to passage, in the order of the documents' paths and of their text.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;
use std::vec::IntoIter;

use fixedbitset::FixedBitSet;
use glane_document::{Document, Section};
use glane_index::Index;
use tantivy::{DocAddress, DocId};

use super::selection::candidates;
use super::{Concordance, Place, Reach, Read, pivot};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::lexicon::{Lexicon, Remembering};
use crate::mark::Mark;
use crate::parse::parse;
use crate::plan::{Plan, plan};
use crate::query::{Node, Query};
use crate::segment::Segment;

/// How many passages are remembered: one, its neighbours, and those between two borders.
const REMEMBERED: usize = 4;

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
    /// By segment.
    candidates: Vec<FixedBitSet>,
    documents: IntoIter<Located>,
    /// Where the walk is: the segment, and what is left of the document.
    left: (u32, Range<DocId>),
    analyzer: Remembering,
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

/// A document by its path and its passages.
struct Located {
    id: String,
    segment: u32,
    passages: Range<DocId>,
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
            segments,
            plan,
            narrowing,
            except,
            reach: asked.reach,
            candidates,
            documents,
            left: (0, 0..0),
            analyzer: Remembering::new(),
            recent: VecDeque::with_capacity(REMEMBERED),
            heading: None,
        })
    }

    /// The next passage that has an occurrence.
    pub(crate) fn next(&mut self) -> Result<Option<Scanned>, Fault> {
        while let Some(address) = self.next_candidate() {
            let scanned = self.scan(address)?;
            if !scanned.found.is_empty() {
                return Ok(Some(scanned));
            }
        }
        Ok(None)
    }

    fn next_candidate(&mut self) -> Option<DocAddress> {
        loop {
            let (segment, left) = &mut self.left;
            let candidates = self.candidates.get(*segment as usize);
            for doc in left.by_ref() {
                if candidates.is_some_and(|own| own.contains(doc as usize)) {
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
        let mut found = Vec::new();
        for tokens in read.parts() {
            let mut own = pivot::pivots(tokens, &self.plan, self.reach);
            if let Some(except) = &self.except {
                let left_out = pivot::all(tokens, except, Reach::Inflection);
                own.retain(|mark| !left_out.iter().any(|outer| holds(&outer.range, &mark.range)));
            }
            found.append(&mut own);
        }
        Ok(Scanned { address, read, found })
    }

    /// The passage at `address`, analysed.
    pub(crate) fn read(&mut self, address: DocAddress) -> Result<Arc<Read>, Fault> {
        if let Some((_, read)) = self.recent.iter().find(|(known, _)| *known == address) {
            return Ok(Arc::clone(read));
        }
        let language = glane_index::language(&self.heading(address)?.section);
        let passage = self.index.passage(address)?.passage;
        let read = Arc::new(Read::new(&mut self.analyzer, language, passage));
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back((address, Arc::clone(&read)));
        Ok(read)
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

/// What is searched, and what is left out among it.
fn plans(
    index: &Index,
    segments: &[Segment<'_>],
    asked: &Concordance,
) -> Result<(Plan, Option<Plan>), Fault> {
    let mut lexicon = Lexicon::new(index, segments);
    let (query, are_side_by_side) = all_asked(parse(&asked.query));
    let mut planned = plan(&mut lexicon, &query)?;
    if are_side_by_side && planned.share.parts() > 1 {
        planned.notes.push(SIDE_BY_SIDE.to_owned());
    }
    if planned.share.units() == 0 {
        planned.notes.push(NOTHING.to_owned());
    }
    if !planned.ignored.is_empty() {
        let ignored = planned.ignored.join(" », « ");
        planned.notes.push(format!("Trop courants, non comptés : « {ignored} »."));
    }
    let except = match &asked.except {
        Some(except) => Some(plan(&mut lexicon, &all_asked(parse(except)).0)?),
        None => None,
    };
    Ok((planned, except))
}

const NOTHING: &str = "La requête ne demande aucun mot du texte : elle n'a pas d'occurrence.";

const SIDE_BY_SIDE: &str = "Mots côte à côte : chacun est une occurrence, dans les sections qui les \
                            ont tous ; pour l'expression, l'écrire entre guillemets.";

/// A query whose parts side by side are all asked for, and whether it has words side by side.
fn all_asked(query: Query) -> (Query, bool) {
    let is_restriction = |node: &Node| matches!(node, Node::Restriction(_));
    let (mut nodes, parts): (Vec<Node>, Vec<Node>) =
        query.nodes.into_iter().partition(is_restriction);
    let are_several = |node: &Node| matches!(node, Node::Words(words) if words.contains(' '));
    let side_by_side = parts.len() > 1 || parts.iter().any(are_several);
    if !parts.is_empty() {
        nodes.push(Node::All(parts));
    }
    (Query { nodes }, side_by_side)
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

/// The documents that have candidates, in the order of their paths.
fn documents(segments: &[Segment<'_>], candidates: &[FixedBitSet]) -> Result<Vec<Located>, Fault> {
    let mut located: Vec<Located> = Vec::new();
    for (segment, candidates) in segments.iter().zip(candidates) {
        let ordinals = segment.reader.fast_fields().u64("document_ordinal")?;
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
