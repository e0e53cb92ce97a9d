//! Texts indexed in a folder of their own, one document each.

use glane_document::{Document, Passage, Section, SectionKind, Zone};
use glane_index::{Builder, Index};
use glane_query::{Hit, Search, search};

use crate::table::Found;

/// Texts to be searched.
#[derive(Default)]
pub(crate) struct Shelf {
    documents: Vec<Document>,
}

impl Shelf {
    /// Adds a document that is one text.
    pub(crate) fn add(&mut self, text: &str, language: Option<&str>) {
        let id = format!("{:02}.txt", self.documents.len());
        let mut document = Document::new(&id, format!("corpus/{id}"));
        let mut section = Section::new(SectionKind::Section);
        section.id = "1".to_owned();
        section.text = text.to_owned();
        section.language = language.map(str::to_owned);
        document.sections.push(section);
        self.documents.push(document);
    }

    /// The first document introduces an acronym.
    pub(crate) fn introduce(&mut self, short: &str, long: &str) {
        self.documents[0].acronyms.insert(short.to_owned(), long.to_owned());
    }

    /// Indexes the texts and searches them.
    pub(crate) fn ask(&self, query: &str) -> Found {
        let dir = tempfile::tempdir().unwrap();
        let builder = Builder::new(dir.path(), "corpus".as_ref()).unwrap();
        for document in &self.documents {
            let text = document.sections[0].text.clone();
            let passage = Passage {
                section: 0,
                ordinal: 1,
                offset: 0,
                text,
                head: 0,
                page: None,
                sheet: None,
                zone: Zone::Body,
            };
            builder.add(document, &[passage]).unwrap();
        }
        builder.publish().unwrap();
        let index = Index::open(dir.path()).unwrap();
        let answer = search(&index, &Search { limit: 50, ..Search::new(query) }).unwrap();
        let marked = self.documents.iter().map(|document| {
            let mut hits = answer.hits.iter().filter(|hit| hit.missing.is_empty());
            let hit = hits.find(|hit| hit.source == document.id)?;
            Some(marked(&document.sections[0].text, hit))
        });
        Found {
            marked: marked.collect(),
            suggestions: answer.suggestions.clone(),
            notes: answer.notes,
        }
    }
}

/// The whole text with its matches in brackets, its white space as a snippet shows it.
fn marked(text: &str, hit: &Hit) -> String {
    let mut marked = collapse(text);
    let snippet = &hit.snippet;
    let Some(start) = marked.find(&snippet.text) else {
        return format!("not of the text: {}", snippet.text);
    };
    for range in snippet.matches.iter().rev() {
        marked.insert(start + range.end, ']');
        marked.insert(start + range.start, '[');
    }
    marked
}

/// White space as one space each.
pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
