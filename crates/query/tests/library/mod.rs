//! Documents made by hand, indexed in a folder of their own.

use glane_document::{Document, Function, Keyword, Passage, Section, SectionKind, Speaker, Zone};
use glane_index::{Builder, Index};
use tempfile::TempDir;

/// Documents to be indexed.
#[derive(Default)]
pub(crate) struct Library {
    documents: Vec<Document>,
}

/// An index and the folder that it stands in.
pub(crate) struct Built {
    index: Index,
    _dir: TempDir,
}

/// A document being written.
pub(crate) struct Draft<'a>(&'a mut Document);

/// A section being written.
pub(crate) struct Part(Section);

impl Library {
    pub(crate) fn document(&mut self, id: &str, title: &str, date: &str) -> Draft<'_> {
        let mut document = Document::new(id, format!("corpus/{id}"));
        document.title = Some(title.to_owned());
        document.dates = vec![date.parse().unwrap()];
        self.documents.push(document);
        Draft(self.documents.last_mut().unwrap())
    }

    pub(crate) fn build(self) -> Built {
        let dir = tempfile::tempdir().unwrap();
        let builder = Builder::new(dir.path(), "corpus".as_ref()).unwrap();
        for document in &self.documents {
            builder.add(document, &passages(document)).unwrap();
        }
        builder.publish().unwrap();
        Built { index: Index::open(dir.path()).unwrap(), _dir: dir }
    }
}

impl Built {
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }
}

impl Draft<'_> {
    pub(crate) fn acronym(self, acronym: &str, expansion: &str) -> Self {
        self.0.acronyms.insert(acronym.to_owned(), expansion.to_owned());
        self
    }

    pub(crate) fn event(self, event: &str) -> Self {
        self.0.event = Some(event.to_owned());
        self
    }

    pub(crate) fn place(self, place: &str) -> Self {
        self.0.place = Some(place.to_owned());
        self
    }

    pub(crate) fn with(self, Part(mut section): Part) -> Self {
        section.id = (self.0.sections.len() + 1).to_string();
        self.0.sections.push(section);
        self
    }
}

pub(crate) fn section(kind: SectionKind, number: &str, title: &str) -> Part {
    let mut section = Section::new(kind);
    section.number = (!number.is_empty()).then(|| number.to_owned());
    section.title = Some(title.to_owned());
    Part(section)
}

impl Part {
    pub(crate) fn theme(mut self, theme: &str) -> Part {
        self.0.theme = Some(theme.to_owned());
        self
    }

    pub(crate) fn keywords(mut self, keywords: &[&str]) -> Part {
        self.0.keywords = keywords.iter().map(|word| Keyword((*word).to_owned())).collect();
        self
    }

    pub(crate) fn speakers(mut self, names: &[&str]) -> Part {
        let speaker = |name: &&str| Speaker::new(name, name, Function::Speaker);
        self.0.speakers = names.iter().map(speaker).collect();
        self
    }

    pub(crate) fn language(mut self, code: &str) -> Part {
        self.0.language = Some(code.to_owned());
        self
    }

    pub(crate) fn text(mut self, head: &str, body: &str) -> Part {
        self.0.head = head.len();
        self.0.text = format!("{head}{body}");
        self
    }
}

/// One passage per sentence, so that sections have several.
fn passages(document: &Document) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (index, section) in document.sections.iter().enumerate() {
        let mut offset = 0;
        for (ordinal, sentence) in (1..).zip(section.text.split_inclusive(". ")) {
            passages.push(Passage {
                section: index,
                ordinal,
                offset,
                text: sentence.to_owned(),
                head: section.head.saturating_sub(offset).min(sentence.len()),
                page: None,
                sheet: None,
                zone: Zone::Body,
            });
            offset += sentence.len();
        }
    }
    passages
}
