//! What acronyms stand for, as the documents say themselves.

use std::collections::{BTreeMap, HashMap};

use glane_document::{Document, Section};
use glane_index::Index;
use serde::Serialize;

use super::{Browsing, Spellings};
use crate::acronym::sense_key;
use crate::names::fold;
use crate::{PageSpan, SearchError};

/// An acronym.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcronymEntry {
    /// As it is written.
    pub acronym: String,
    /// What it stands for, the most frequent first: a conflict where there are several.
    pub senses: Vec<Sense>,
    /// How often it is written in the sections that count.
    pub occurrences: usize,
    /// Whether the senses conflict, so that a search does not choose among them.
    pub conflict: bool,
}

/// One thing that an acronym stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sense {
    /// As documents spell it out most often.
    pub expansion: String,
    /// Other spellings.
    pub variants: Vec<String>,
    /// How many documents spell it out.
    pub documents: usize,
    /// Where it is spelt out first: in the earliest document.
    pub first: Definition,
}

/// Where an acronym is spelt out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The document's identifier.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The year of its first date.
    pub year: Option<i16>,
    /// The section, as `glane show` takes it; `None` where the definition is not in a section that
    /// counts.
    pub section: Option<String>,
    /// The page.
    pub page: Option<String>,
}

/// The acronyms that documents spell out, in order. A pattern is an acronym, or words of an expansion.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn acronyms(index: &Index, browsing: &Browsing) -> Result<Vec<AcronymEntry>, SearchError> {
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    let mut counts: HashMap<String, usize> =
        index.acronyms().keys().map(|acronym| (acronym.clone(), 0)).collect();
    browsing.each_document(index, |document| {
        for (acronym, expansion) in &document.acronyms {
            known.entry(acronym.clone()).or_default().add(acronym, expansion, document);
        }
        document.sections.iter().for_each(|section| count(&section.text, &mut counts));
    })?;
    let entry = |(acronym, known): (String, Known)| {
        let occurrences = counts.get(&acronym).copied().unwrap_or_default();
        known.entry(acronym, occurrences)
    };
    let mut entries: Vec<AcronymEntry> = known.into_iter().map(entry).collect();
    let pattern = browsing.pattern.trim();
    entries.retain(|entry| {
        let senses =
            entry.senses.iter().any(|sense| fold(&sense.expansion).contains(&fold(pattern)));
        pattern.is_empty() || fold(&entry.acronym) == fold(&pattern.replace('.', "")) || senses
    });
    Ok(entries)
}

/// Counts the acronyms of a text, as whole words.
fn count(text: &str, counts: &mut HashMap<String, usize>) {
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '&') {
        if let Some(count) = counts.get_mut(word) {
            *count += 1;
        }
    }
}

/// The senses of an acronym, by what is the same in their spellings.
#[derive(Default)]
struct Known(HashMap<String, (Spellings, usize, Option<Definition>)>);

impl Known {
    fn add(&mut self, acronym: &str, expansion: &str, document: &Document) {
        let (spellings, documents, first) = self.0.entry(sense_key(expansion)).or_default();
        spellings.add(expansion);
        *documents += 1;
        let earlier = |known: &Definition| {
            document.year().is_some_and(|year| known.year.is_none_or(|first| year < first))
        };
        if first.as_ref().is_none_or(earlier) {
            *first = Some(definition(acronym, expansion, document));
        }
    }

    fn entry(self, acronym: String, occurrences: usize) -> AcronymEntry {
        let sense = |(spellings, documents, first): (Spellings, usize, Option<Definition>)| {
            let (expansion, variants) = spellings.in_order();
            Some(Sense { expansion, variants, documents, first: first? })
        };
        let mut senses: Vec<Sense> = self.0.into_values().filter_map(sense).collect();
        senses.sort_by(|a, b| {
            b.documents.cmp(&a.documents).then_with(|| a.expansion.cmp(&b.expansion))
        });
        let conflict = senses.len() > 1;
        AcronymEntry { acronym, senses, occurrences, conflict }
    }
}

/// Where a document spells an acronym out.
fn definition(acronym: &str, expansion: &str, document: &Document) -> Definition {
    let found = document
        .sections
        .iter()
        .find_map(|section| Some((section, spelt_out(acronym, expansion, section)?)));
    let page = found.and_then(|(section, at)| PageSpan::of(section, at..at + 1));
    Definition {
        document: document.id.clone(),
        title: document.display_title().to_owned(),
        year: document.year(),
        section: found.map(|(section, _)| format!("{}#{}", document.id, section.id)),
        page: page.map(|page| page.numbers()),
    }
}

/// Where in its text a section has both, one in brackets behind the other; else the acronym alone in
/// brackets, whose expansion is cut by a line end.
fn spelt_out(acronym: &str, expansion: &str, section: &Section) -> Option<usize> {
    let text = &section.text;
    let behind = text.find(&format!("{expansion} ({acronym})"));
    let before = || text.find(&format!("{acronym} ({expansion})"));
    behind.or_else(before).or_else(|| text.find(&format!("({acronym})")))
}
