//! A pack: the excerpts that best answer a query, chosen so that a session can be built on them.
//!
//! The best sections are taken in order, unless they would give one person or one document too much
//! of the floor, repeat what is there, or not fit in the time left.

mod cut;
mod diversity;
mod sentences;
mod timing;

use std::ops::Range;

use glane_document::{Document, Section, SectionKind};
use glane_index::Index;
use glane_query::{Detail, Filters, Group, Hit, Search, SearchError, Sort, match_ranges, search};
use serde::{Deserialize, Serialize};

use crate::{Dossier, Excerpt, excerpt};
use diversity::Diversity;
pub use timing::Timing;

/// How many sections are looked at for each excerpt that is asked for.
const CANDIDATES: usize = 20;

/// The most words of the query that an excerpt's section may lack.
const MOST_MISSING: usize = 1;

/// What a pack is made from: kept with it, so that it can be made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// What a reader typed.
    pub query: String,
    /// What narrows it.
    #[serde(default)]
    pub filters: Filters,
    /// The most excerpts.
    pub most: usize,
    /// What fits in the session.
    pub timing: Timing,
}

/// Excerpts for a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// The excerpts, best first, with the recipe.
    pub dossier: Dossier,
    /// How many sections were passed over, and why.
    pub passed: Passed,
    /// How many sections answer the query.
    pub total: usize,
    /// How many of the excerpts come from a section that lacks a word of the query.
    pub partial: usize,
    /// What was reinterpreted or relaxed in the query, in French.
    pub notes: Vec<String>,
}

/// Why sections that answer were passed over: the number of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Passed {
    /// One of their speakers had two excerpts.
    pub speaker: usize,
    /// Their document had three.
    pub document: usize,
    /// They repeat another excerpt.
    pub duplicate: usize,
    /// They have too few words of their own.
    pub short: usize,
    /// They do not fit in the time left.
    pub time: usize,
    /// They lack several words of the query.
    pub incomplete: usize,
}

/// Chooses excerpts from `index`. Without any, the dossier is empty.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn pack(index: &Index, recipe: &Recipe) -> Result<Pack, SearchError> {
    let answer = search(
        index,
        &Search {
            query: recipe.query.clone(),
            filters: recipe.filters.clone(),
            group: Group::Section,
            sort: Sort::Relevance,
            detail: Detail::Brief,
            limit: recipe.most.saturating_mul(CANDIDATES).clamp(100, 1_000),
            offset: 0,
        },
    )?;
    let mut chosen = Chosen::new(recipe);
    for hit in &answer.hits {
        if chosen.is_full() {
            break;
        }
        // A section that lacks a word may do where few have them all, and ranking puts it after
        // these; one that lacks more is about something else.
        if hit.missing.len() > MOST_MISSING {
            chosen.passed.incomplete += 1;
        } else {
            chosen.consider(index, hit)?;
        }
    }
    let mut dossier = Dossier { recipe: Some(recipe.clone()), ..Dossier::default() };
    for kept in chosen.excerpts {
        dossier.add(kept);
    }
    Ok(Pack {
        dossier,
        passed: chosen.passed,
        partial: chosen.partial,
        total: answer.total,
        notes: answer.notes,
    })
}

/// What was chosen so far.
struct Chosen<'a> {
    recipe: &'a Recipe,
    excerpts: Vec<Excerpt>,
    diversity: Diversity,
    words: usize,
    partial: usize,
    passed: Passed,
}

impl<'a> Chosen<'a> {
    fn new(recipe: &'a Recipe) -> Chosen<'a> {
        let (excerpts, diversity) = (Vec::new(), Diversity::default());
        Chosen { recipe, excerpts, diversity, words: 0, partial: 0, passed: Passed::default() }
    }

    fn is_full(&self) -> bool {
        let Recipe { most, timing, .. } = self.recipe;
        let one_more = self.excerpts.len() + 1;
        self.excerpts.len() >= *most || !timing.fits(one_more, self.words + cut::LEAST)
    }

    /// Takes an excerpt of a hit, or says why not.
    fn consider(&mut self, index: &Index, hit: &Hit) -> Result<(), SearchError> {
        if matches!(hit.section.kind, SectionKind::References | SectionKind::Break) {
            self.passed.short += 1;
        } else if self.diversity.is_full_of_document(&hit.source) {
            self.passed.document += 1;
        } else if self.diversity.is_full_of_speakers(&hit.speakers) {
            self.passed.speaker += 1;
        } else if let Some((document, section, _)) = index.part(&hit.id)? {
            let found = match_ranges(index, &self.recipe.query, &[&section])?;
            let taken = self.take(&document, &section, &found.concat());
            self.partial += usize::from(taken && !hit.missing.is_empty());
        }
        Ok(())
    }

    /// Takes an excerpt of a section around what was `found` in it, unless there is a reason not to.
    fn take(&mut self, document: &Document, section: &Section, found: &[Range<usize>]) -> bool {
        let part = cut::around(section, found);
        let query = Some(self.recipe.query.as_str());
        let Some(kept) = part.and_then(|part| excerpt(document, section, &[part], query)) else {
            self.passed.short += 1;
            return false;
        };
        let words = self.words + kept.words();
        if self.diversity.repeats(&kept) {
            self.passed.duplicate += 1;
        } else if !self.recipe.timing.fits(self.excerpts.len() + 1, words) {
            self.passed.time += 1;
        } else {
            self.diversity.count(&kept);
            self.words = words;
            self.excerpts.push(kept);
            return true;
        }
        false
    }
}
