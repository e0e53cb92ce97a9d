//! Keywords and themes, whatever their spelling.

use std::collections::HashMap;

use glane_analysis::Analyzer;
use glane_index::Index;
use serde::Serialize;

use super::{Browsing, Places, Spellings, has, keywords_of, label_key, most_first, theme_of};
use crate::SearchError;

/// A keyword or a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LabelEntry {
    /// As it is printed most often.
    pub label: String,
    /// Its other spellings, most frequent first.
    pub variants: Vec<String>,
    /// Sections that have it.
    pub sections: usize,
    /// Documents that have it.
    pub documents: usize,
}

/// The keywords that sections declare, most frequent first.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn keywords(index: &Index, browsing: &Browsing) -> Result<Vec<LabelEntry>, SearchError> {
    let mut labels = Labels::default();
    browsing.each_section(index, |document, section, rank| {
        let own: Vec<&str> = keywords_of(document, section, rank).collect();
        labels.add(own.into_iter(), document);
    })?;
    Ok(labels.entries(&browsing.pattern))
}

/// The themes that sections stand in, most frequent first.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn themes(index: &Index, browsing: &Browsing) -> Result<Vec<LabelEntry>, SearchError> {
    let mut labels = Labels::default();
    browsing.each_section(index, |document, section, _| {
        labels.add(theme_of(section).as_deref().into_iter(), document);
    })?;
    Ok(labels.entries(&browsing.pattern))
}

#[derive(Default)]
struct Labels {
    analyzer: Analyzer,
    known: HashMap<String, (Spellings, Places)>,
}

impl Labels {
    /// Counts the labels of a section, each once.
    fn add<'a>(
        &mut self,
        labels: impl Iterator<Item = &'a str>,
        document: &glane_document::Document,
    ) {
        let mut seen = Vec::new();
        for label in labels {
            let key = label_key(&mut self.analyzer, label);
            let (spellings, places) = self.known.entry(key.clone()).or_default();
            spellings.add(label);
            if !seen.contains(&key) {
                places.add(document);
                seen.push(key);
            }
        }
    }

    fn entries(mut self, pattern: &str) -> Vec<LabelEntry> {
        let mut entries = Vec::new();
        for (spellings, places) in self.known.into_values() {
            let (label, variants) = spellings.in_order();
            let analyzer = &mut self.analyzer;
            if std::iter::once(&label).chain(&variants).any(|own| has(analyzer, own, pattern)) {
                let (sections, documents) = (places.sections, places.documents.len());
                entries.push(LabelEntry { label, variants, sections, documents });
            }
        }
        most_first(&mut entries, |own| (own.sections, own.documents, own.label.clone()));
        entries
    }
}
