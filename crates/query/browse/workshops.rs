//! Workshops, or sections of another kind, one after the other.

use glane_analysis::Analyzer;
use glane_document::{PartialDate, SectionKind};
use glane_index::Index;
use serde::Serialize;

use super::{Browsing, has};
use crate::{Reference, SearchError};

/// A section in the list of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkshopEntry {
    /// Identifies it, for `glane show`.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// Its kind.
    pub kind: SectionKind,
    /// Its theme.
    pub theme: Option<String>,
    /// The document's title.
    pub title: String,
    /// Its day, else the first of its document.
    pub date: Option<PartialDate>,
    /// Its pages: `12`, `12-14`.
    pub pages: Option<String>,
    /// Who is heard.
    pub speakers: Vec<String>,
    /// Its declared keywords.
    pub keywords: Vec<String>,
}

/// The workshops, or the sections of the kinds that the filters name, by document, then as one reads. A
/// pattern is looked for in headings.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn workshops(index: &Index, browsing: &Browsing) -> Result<Vec<WorkshopEntry>, SearchError> {
    let mut filters = browsing.filters.clone();
    if filters.kind.is_empty() {
        filters.kind.push(SectionKind::Workshop.as_str().to_owned());
    }
    let browsing = Browsing { filters, pattern: browsing.pattern.clone() };
    let mut analyzer = Analyzer::new();
    let mut entries = Vec::new();
    browsing.each_section(index, |document, section, _| {
        let label = section.label();
        if !has(&mut analyzer, &label, &browsing.pattern) {
            return;
        }
        let heard = section.speakers.iter().filter(|speaker| glane_index::is_heard(speaker));
        let reference = Reference::to_section(document, section);
        entries.push(WorkshopEntry {
            label,
            kind: section.kind,
            theme: section.theme.clone(),
            title: document.display_title().to_owned(),
            date: section.date.or_else(|| document.dates.first().copied()),
            pages: reference.pages.map(|pages| pages.numbers()),
            speakers: heard.map(|speaker| speaker.name.clone()).collect(),
            keywords: section.keywords.iter().map(|keyword| keyword.0.clone()).collect(),
            id: reference.id,
        });
    })?;
    Ok(entries)
}
