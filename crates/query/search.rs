//! What is asked, and the way from there to an answer.

use glane_analysis::Sieve;
use glane_document::{Document, Passage, Section};
use glane_index::{Index, ReadError};
use tantivy::DocAddress;

use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::found::{Candidate, Found};
use crate::lexicon::Lexicon;
use crate::parse::parse;
use crate::plan::Plan;
use crate::query::Query;
use crate::segment::Segment;
use crate::snippet::Shown;
use crate::{Answer, Excerpt, Filters, Group, Hit, Reference, SectionRef, Snippet, Sort};
use crate::{excerpt, facets, group, mark, order, plan, rank, snippet, suggest, wanted, why};

/// A query with what narrows it and how much of the answer is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What a reader typed: anything is a query. Empty, it lists what the filters leave.
    pub query: String,
    /// What narrows the search.
    pub filters: Filters,
    /// What each hit is.
    pub group: Group,
    /// The order of the hits.
    pub sort: Sort,
    /// How much is told of each hit.
    pub detail: Detail,
    /// How many hits to return.
    pub limit: usize,
    /// How many hits to skip first.
    pub offset: usize,
}

impl Search {
    /// A search without filters for the first ten sections.
    pub fn new(query: impl Into<String>) -> Search {
        Search {
            query: query.into(),
            filters: Filters::default(),
            group: Group::default(),
            sort: Sort::default(),
            detail: Detail::default(),
            limit: 10,
            offset: 0,
        }
    }
}

/// How much is told of each hit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    #[default]
    Full,
    /// All but the snippet, which is empty: finding its matches takes four fifths of the time of an
    /// answer of a hundred hits.
    Brief,
    /// Everything, and why each hit is worth what it is.
    Explained,
    /// Everything, and the best passages of each hit.
    Excerpts,
}

/// Why a search cannot be made. A query is never the reason: anything is a query.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The kind asked for does not exist: a usage error.
    #[error("« {given} » n'est pas une sorte de section ; choisir parmi : {}", valid.join(", "))]
    UnknownKind {
        /// What was asked for.
        given: String,
        /// The kinds that exist, in English and in French.
        valid: Vec<String>,
    },
    /// The zone asked for does not exist: a usage error.
    #[error("« {given} » n'est pas une zone de texte ; choisir parmi : {}", valid.join(", "))]
    UnknownZone {
        /// What was asked for.
        given: String,
        /// The zones that exist, in English and in French.
        valid: Vec<String>,
    },
    /// The language asked for is not known: a usage error.
    #[error("« {given} » n'est pas une langue connue ; choisir parmi : {}", valid.join(", "))]
    UnknownLanguage {
        /// What was asked for.
        given: String,
        /// The languages there are, by code and in French.
        valid: Vec<String>,
    },
    /// The index could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Answers `search` from `index`.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind, zone or language, or the index is damaged.
pub fn search(index: &Index, search: &Search) -> Result<Answer, SearchError> {
    let narrowing = Narrowing::resolve(index, &search.filters)?;
    answered(index, search, &narrowing).map_err(|fault| fault.of(index))
}

fn answered(index: &Index, search: &Search, narrowing: &Narrowing) -> Result<Answer, Fault> {
    let segments = Segment::all(index)?;
    let mut lexicon = Lexicon::new(index, &segments);
    let query = parse(&search.query);
    let plan = plan::plan(&mut lexicon, &query)?;
    let narrowing = &narrowing.clone().and(plan.narrowing.clone());
    let shown = search.offset.saturating_add(search.limit);
    let found = find(&lexicon, &plan, narrowing, Found::new(search.group, search.sort, shown))?;
    let suggestions = match found.is_empty() {
        true => suggestions(&mut lexicon, &query, narrowing)?,
        false => Vec::new(),
    };
    let sieve = wanted::sieve([&plan]);
    let mut page = Page { lexicon, sieve, plan: &plan, search, notes: plan.notes.clone() };
    page.answer(&found, suggestions)
}

/// What answers, in the order of the index.
pub(crate) fn find(
    lexicon: &Lexicon<'_>,
    plan: &Plan,
    narrowing: &Narrowing,
    mut found: Found,
) -> Result<Found, Fault> {
    match (plan.units.is_empty(), narrowing.is_empty()) {
        (true, true) => {}
        (true, false) => rank::listing(lexicon.segments, narrowing, &mut found)?,
        (false, _) => {
            let sections = lexicon.index.status().counts.sections;
            rank::candidates(lexicon.segments, plan, narrowing, sections, &mut found)?;
        }
    }
    Ok(found)
}

/// A query to try instead, if it finds something.
fn suggestions(
    lexicon: &mut Lexicon<'_>,
    query: &Query,
    narrowing: &Narrowing,
) -> Result<Vec<String>, Fault> {
    let Some(other) = suggest::suggest(lexicon, query)? else { return Ok(Vec::new()) };
    let plan = plan::plan(lexicon, &parse(&other))?;
    let found = Found::new(Group::Section, Sort::Relevance, 0);
    let found = find(lexicon, &plan, narrowing, found)?;
    Ok(if found.is_empty() { Vec::new() } else { vec![other] })
}

/// The part of an answer that is shown.
struct Page<'a> {
    lexicon: Lexicon<'a>,
    /// What keeps the words from which matches are told.
    sieve: Sieve,
    plan: &'a Plan,
    search: &'a Search,
    notes: Vec<String>,
}

impl Page<'_> {
    fn answer(&mut self, found: &Found, suggestions: Vec<String>) -> Result<Answer, Fault> {
        let Search { group, sort, limit, offset, .. } = *self.search;
        let segments = self.lexicon.segments;
        let (facets, documents) =
            facets::facets(segments, &found.counted, &mut self.lexicon.analyzer)?;
        self.note_what_is_missing(found);
        let grouped = group::grouped(self.lexicon.index, found, group)?;
        let window = offset.min(grouped.len())..offset.saturating_add(limit).min(grouped.len());
        let mut hits = Vec::with_capacity(window.len());
        let page = order::page(segments, &grouped, sort, window.clone())?;
        let mut shown = self.shown(&page)?.into_iter();
        for (rank, candidate) in (window.start + 1..).zip(&page) {
            hits.push(self.hit(rank, candidate, &shown.next().unwrap_or_default())?);
        }
        if self.search.detail == Detail::Explained && !self.plan.units.is_empty() {
            let sections = self.lexicon.index.status().counts.sections;
            let reasons = why::reasons(segments, self.plan, sections, group, &page)?;
            hits.iter_mut().zip(reasons).for_each(|(hit, why)| hit.why = why);
        }
        Ok(Answer {
            query: self.search.query.clone(),
            group,
            sort,
            total: found.total,
            complete: found.whole,
            documents,
            passages: found.matching,
            hits,
            facets,
            notes: std::mem::take(&mut self.notes),
            suggestions,
            unread: self.lexicon.index.status().counts.unread,
        })
    }

    /// The passages that each hit is shown by, where they are asked for; without words to find, its
    /// first alone.
    fn shown(&self, page: &[Candidate]) -> Result<Vec<Vec<DocAddress>>, Fault> {
        if self.search.detail != Detail::Excerpts {
            return Ok(Vec::new());
        }
        let sections = self.lexicon.index.status().counts.sections;
        excerpt::best(self.lexicon.segments, self.plan, sections, page)
    }

    /// Passages of a section, cut around their matches. The best of them is at hand already.
    fn excerpts(
        &mut self,
        section: &Section,
        best: (DocAddress, &Passage, &Snippet),
        shown: &[DocAddress],
    ) -> Result<Vec<Excerpt>, Fault> {
        let excerpt = |passage: &Passage, snippet| Excerpt {
            passage: passage.ordinal,
            page: passage.page.or(section.page),
            sheet: passage.sheet,
            snippet,
        };
        let mut excerpts = Vec::with_capacity(shown.len());
        for address in shown {
            excerpts.push(if *address == best.0 {
                excerpt(best.1, best.2.clone())
            } else {
                let passage = self.lexicon.index.passage(*address)?.passage;
                excerpt(&passage, self.snippet(section, &passage).snippet)
            });
        }
        Ok(excerpts)
    }

    /// A section that lacks words of the query must not pass for one that has them all.
    fn note_what_is_missing(&mut self, found: &Found) {
        if found.is_empty() || found.whole > 0 {
            return;
        }
        let absent = self.plan.missing(found.present);
        self.notes.push(match absent.is_empty() {
            true => {
                "Aucune section n'a tous les mots : voici celles qui en ont le plus.".to_owned()
            }
            false => format!("Aucune des sections trouvées n'a « {} ».", absent.join(" », « ")),
        });
    }

    fn hit(
        &mut self,
        rank: usize,
        candidate: &Candidate,
        shown: &[DocAddress],
    ) -> Result<Hit, Fault> {
        let index = self.lexicon.index;
        let passage = index.passage(candidate.best)?.passage;
        let (document, section) = index.heading(candidate.best)?;
        let Shown { snippet, bytes } = match self.search.detail {
            Detail::Full | Detail::Explained | Detail::Excerpts => self.snippet(&section, &passage),
            Detail::Brief => Shown::default(),
        };
        let excerpts = self.excerpts(&section, (candidate.best, &passage, &snippet), shown)?;
        let id = identifier(self.search.group, &document, &section, passage.ordinal);
        let matched = passage.offset + bytes.start..passage.offset + bytes.end;
        let reference = Reference::to_part(id.clone(), &document, &section, matched);
        let page = reference.pages.map(|pages| pages.first);
        Ok(Hit {
            rank,
            score: candidate.score,
            id,
            document: document.stem().to_owned(),
            title: document.display_title().to_owned(),
            citation: reference.iso690(),
            reference,
            source: document.id,
            document_kind: document.kind,
            event: document.event,
            dates: document.dates,
            place: document.place,
            page: page.map(|page| page.number),
            sheet: page.and_then(|page| page.sheet),
            passage: passage.ordinal,
            zone: passage.zone,
            sections: candidate.sections,
            passages: candidate.passages,
            snippet,
            missing: self.plan.missing(candidate.present),
            keywords: section.keywords.iter().map(|keyword| keyword.0.clone()).collect(),
            speakers: section.speakers.clone(),
            section: section_ref(section),
            excerpts,
            why: None,
        })
    }

    fn snippet(&mut self, section: &Section, passage: &Passage) -> Shown {
        let language = glane_index::language(section);
        let sifted = self.lexicon.analyzer.sift(language, &passage.text, &mut self.sieve);
        let marks = mark::marks(&sifted.tokens, self.plan);
        snippet::snippet(&passage.text, passage.head, &marks)
    }
}

/// What `glane show` takes: `actes.txt`, `actes.txt#atelier-10`, `actes.txt#atelier-10@2`.
fn identifier(group: Group, document: &Document, section: &Section, passage: u32) -> String {
    match group {
        Group::Passage => format!("{}#{}@{passage}", document.id, section.id),
        Group::Section => format!("{}#{}", document.id, section.id),
        Group::Document => document.id.clone(),
    }
}

fn section_ref(section: Section) -> SectionRef {
    SectionRef {
        label: section.label(),
        id: section.id,
        kind: section.kind,
        number: section.number,
        title: section.title,
        theme: section.theme,
        language: section.language,
        date: section.date,
        start: section.start,
        end: section.end,
    }
}
