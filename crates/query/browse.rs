//! What the documents hold, listed and counted: people, workshops, keywords, themes, acronyms.

use std::collections::BTreeSet;

use glane_analysis::{Analyzer, is_stop_word};
use glane_document::{Document, Section, SectionKind};
use glane_index::Index;

use crate::names::fold;
use crate::selection::select;
use crate::{Filters, SearchError};

mod acronyms;
mod labels;
mod pairs;
mod people;
mod workshops;

pub use acronyms::{AcronymEntry, Definition, Sense, acronyms};
pub use labels::{LabelEntry, keywords, themes};
pub use pairs::{PairEntry, keyword_pairs};
pub use people::{SpeakerEntry, SpeakerYear, speakers};
pub use workshops::{WorkshopEntry, workshops};

/// What is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browsing {
    /// Words that an entry must have, in any number and gender, or letters that it must hold; empty,
    /// all is listed.
    pub pattern: String,
    /// The sections that count.
    pub filters: Filters,
}

impl Browsing {
    /// Hands over each section that counts, with its document and its rank among those that count.
    fn each_section(
        &self,
        index: &Index,
        mut visit: impl FnMut(&Document, &Section, usize),
    ) -> Result<(), SearchError> {
        for document in select(index, "", &self.filters)? {
            let document = document?.document;
            for (rank, section) in document.sections.iter().enumerate() {
                visit(&document, section, rank);
            }
        }
        Ok(())
    }

    /// Each document that has a section that counts.
    fn each_document(
        &self,
        index: &Index,
        mut visit: impl FnMut(&Document),
    ) -> Result<(), SearchError> {
        for selected in select(index, "", &self.filters)? {
            visit(&selected?.document);
        }
        Ok(())
    }
}

/// What is the same in a label whatever its spelling: `accès aux droits`, `Acces au droit`;
/// `non-recours`, `non recours`, `nonrecours`.
fn label_key(analyzer: &mut Analyzer, label: &str) -> String {
    let words = keys(analyzer, label);
    if words.is_empty() { fold(label) } else { words.concat() }
}

/// The keys of the words of a text, function words left out.
fn keys(analyzer: &mut Analyzer, text: &str) -> Vec<String> {
    let tokens = analyzer.tokens(text).into_iter();
    let words = tokens.filter(|token| token.span <= 1 && !is_stop_word(&token.word.form));
    words.map(|token| token.word.key.clone()).collect()
}

/// Whether a label has the words of a pattern, or its letters.
fn has(analyzer: &mut Analyzer, label: &str, pattern: &str) -> bool {
    let pattern = pattern.trim();
    if pattern.is_empty() || fold(label).contains(&fold(pattern)) {
        return true;
    }
    let (given, own) = (keys(analyzer, pattern), keys(analyzer, label));
    let has_all = given.iter().all(|key| own.contains(key));
    !given.is_empty() && (has_all || own.concat().contains(&given.concat()))
}

/// Spellings with how often each was met.
#[derive(Debug, Clone, Default)]
struct Spellings(Vec<(String, usize)>);

impl Spellings {
    fn add(&mut self, spelling: &str) {
        match self.0.iter_mut().find(|(known, _)| known == spelling) {
            Some((_, count)) => *count += 1,
            None => self.0.push((spelling.to_owned(), 1)),
        }
    }

    /// The most frequent, the first met of equals; then the others in the same order.
    fn in_order(mut self) -> (String, Vec<String>) {
        self.0.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let mut spellings = self.0.into_iter().map(|(spelling, _)| spelling);
        (spellings.next().unwrap_or_default(), spellings.collect())
    }
}

/// The documents and sections that have something.
#[derive(Debug, Clone, Default)]
struct Places {
    documents: BTreeSet<String>,
    sections: usize,
}

impl Places {
    fn add(&mut self, document: &Document) {
        self.sections += 1;
        if !self.documents.contains(&document.id) {
            self.documents.insert(document.id.clone());
        }
    }
}

/// Most sections first, then most documents, then by name.
fn most_first<T>(entries: &mut [T], key: impl Fn(&T) -> (usize, usize, String)) {
    entries.sort_by_cached_key(|entry| {
        let (sections, documents, name) = key(entry);
        (std::cmp::Reverse((sections, documents)), fold(&name), name)
    });
}

/// The keywords of a section; those of its whole document count with its first section.
fn keywords_of<'a>(
    document: &'a Document,
    section: &'a Section,
    rank: usize,
) -> impl Iterator<Item = &'a str> {
    let whole = if rank == 0 { &document.keywords[..] } else { &[] };
    section.keywords.iter().chain(whole).map(|keyword| keyword.0.as_str())
}

/// A theme's own section stands in its theme, as those that it contains.
fn theme_of(section: &Section) -> Option<String> {
    let own = || (section.kind == SectionKind::Theme).then(|| section.label());
    section.theme.clone().or_else(own).filter(|theme| !theme.is_empty())
}
