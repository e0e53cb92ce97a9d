//! From passage to passage, in the order of the documents' paths and of their text.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;
use std::vec::IntoIter;

use fixedbitset::FixedBitSet;
use glane_analysis::Language;
use glane_index::Index;
use rayon::prelude::*;
use tantivy::{DocAddress, DocId};

use super::documents::{Languages, Located, documents};
use super::plans::plans;
use super::reader::Reader;
use super::selection::candidates;
use super::sieves::Sieves;
use super::{Concordance, Reach, Read, pivot};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::mark::Mark;
use crate::plan::Plan;
use crate::segment::Segment;
use crate::wanted;

/// How many passages are read ahead at most: some eight megabytes.
const MOST_AHEAD: usize = 512;
/// How many of them one thread reads in a row: neighbours mostly, which it then has at hand.
const IN_A_ROW: usize = 64;

/// A passage with the occurrences that stand in it.
pub(crate) struct Scanned {
    /// Where it is.
    pub(crate) address: DocAddress,
    /// In which language its section is written.
    pub(super) language: Language,
    /// What it says.
    pub(crate) read: Arc<Read>,
    /// Its occurrences, in order, apart: bytes of the passage.
    pub(crate) found: Vec<Mark>,
}

/// Reads the passages that may hold an occurrence, one after the other.
pub(crate) struct Walk<'a> {
    index: &'a Index,
    /// The segments of the index.
    pub(crate) segments: Arc<[Segment<'a>]>,
    /// What is searched.
    pub(crate) plan: Plan,
    /// Within what it is searched: the filters, and what the query restricts.
    pub(crate) narrowing: Narrowing,
    except: Option<Plan>,
    reach: Reach,
    /// What keeps the words that are searched; none where all are read.
    sieves: Option<Arc<Sieves>>,
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
        let documents = documents(index, &segments, &candidates)?.into_iter();
        let sieves = Sieves::new(wanted::sieve([&plan].into_iter().chain(&except)));
        Ok(Walk {
            index,
            languages: Languages::of(&segments)?,
            segments: segments.into(),
            plan,
            narrowing,
            sieves: Some(Arc::new(sieves)),
            except,
            reach: asked.reach,
            candidates,
            visited: None,
            documents,
            left: (0, 0..0),
            ahead: VecDeque::new(),
            pace: 0,
        })
    }

    /// Before the first of all passages within the filters and what the query restricts, which are
    /// read whole.
    pub(crate) fn through(mut self) -> Result<Walk<'a>, Fault> {
        let within = |segment| self.narrowing.passages(segment);
        let visited = self.segments.iter().map(within).collect::<Result<Vec<_>, Fault>>()?;
        self.documents = documents(self.index, &self.segments, &visited)?.into_iter();
        self.visited = Some(visited);
        self.sieves = None;
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
            self.ahead = self.next_batch(|_, _, scanned| Ok(scanned))?.into();
        }
        Ok(self.ahead.pop_front())
    }

    /// What `made` makes of each of the next passages that are read, in their order; nothing after
    /// the last.
    ///
    /// They are read in parallel: the first alone, so that it comes at once, then twice as many each
    /// time.
    pub(super) fn next_batch<T: Send>(
        &mut self,
        made: impl Fn(&Plan, &mut Reader<'a>, Scanned) -> Result<T, Fault> + Sync,
    ) -> Result<Vec<T>, Fault> {
        self.pace = (2 * self.pace).clamp(1, MOST_AHEAD);
        let mut batch = Vec::with_capacity(self.pace);
        while batch.len() < self.pace
            && let Some(address) = self.next_address()
        {
            batch.push((address, self.languages.at(address)?));
        }
        let this = &*self;
        let read = |row: &[(DocAddress, Language)]| {
            let mut reader = this.reader();
            let one = |&(address, language): &(DocAddress, Language)| {
                let read = reader.read(address, language)?;
                made(&this.plan, &mut reader, this.scanned(address, language, read))
            };
            row.iter().map(one).collect::<Result<Vec<T>, Fault>>()
        };
        let rows: Result<Vec<Vec<T>>, Fault> = batch.par_chunks(IN_A_ROW).map(read).collect();
        Ok(rows?.into_iter().flatten().collect())
    }

    /// A reader of the same passages.
    pub(super) fn reader(&self) -> Reader<'a> {
        Reader::new(self.index, &self.segments, self.sieves.as_ref())
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

    /// The passages of the section of `address`.
    pub(crate) fn section(&self, address: DocAddress) -> Range<DocId> {
        self.segments[address.segment_ord as usize].boundaries.section_of(address.doc_id)
    }

    /// What is read at `address`, with its occurrences: none where the section is not asked for.
    fn scanned(&self, address: DocAddress, language: Language, read: Arc<Read>) -> Scanned {
        let mut found = Vec::new();
        let own = &self.candidates[address.segment_ord as usize];
        if own.contains(address.doc_id as usize) {
            for part in read.parts() {
                let mut own = pivot::pivots(part, &self.plan, self.reach);
                if let Some(except) = &self.except {
                    let left_out = pivot::all(part, except, Reach::Inflection);
                    let is_inside =
                        |mark: &Mark| left_out.iter().any(|outer| holds(&outer.range, &mark.range));
                    own.retain(|mark| !is_inside(mark));
                }
                found.append(&mut own);
            }
        }
        Scanned { address, language, read, found }
    }
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
