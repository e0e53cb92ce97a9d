//! One source, structured.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Keyword, PartialDate, Person, Section, TimeOfDay};

/// One source file, structured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Identifies the document in its corpus: the source's path relative to the corpus.
    pub id: String,
    /// The source as it was named to the reader.
    pub source: String,
    /// What the bytes were found to be: `text`, `jsonl`…
    pub format: String,
    /// The main title.
    pub title: Option<String>,
    /// What stands above or below the title and belongs to it.
    pub subtitle: Option<String>,
    /// The genre.
    pub kind: DocumentKind,
    /// The event that the document announces or reports: a colloquium, a training session.
    pub event: Option<String>,
    /// Days of the event, or of the document where there is no event, in order.
    pub dates: Vec<PartialDate>,
    /// The hours of the event as a whole, each with its end where stated.
    pub slots: Vec<(TimeOfDay, Option<TimeOfDay>)>,
    /// Where the event takes place.
    pub place: Option<String>,
    /// Bodies that organise the event.
    pub organisers: Vec<String>,
    /// ISO 639-1 code of the main language; `None` when undecided.
    pub language: Option<String>,
    /// The keywords of the document as a whole: the tags of its front matter.
    pub keywords: Vec<Keyword>,
    /// Everyone who speaks, moderates, organises, writes or is a contact; not who is merely cited.
    pub people: Vec<Person>,
    /// Acronyms that the text itself spells out, by acronym.
    pub acronyms: BTreeMap<String, String>,
    /// Sections in reading order; the tree is in [`Section::parent`].
    pub sections: Vec<Section>,
    /// Text that belongs to the layout and not to any section.
    pub furniture: Vec<Furniture>,
    /// The fields that come from the file's own properties rather than from its text, by name:
    /// `title`, `dates`, `people`, `keywords`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub from_properties: Vec<String>,
    /// The pages that show pictures and no text, by their 1-based ranks in the file, in order: nothing of
    /// them can be searched.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread_pages: Vec<u32>,
    /// What the reader found odd.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// An empty document of kind [`DocumentKind::Other`].
    pub fn new(id: impl Into<String>, source: impl Into<String>) -> Document {
        Document {
            id: id.into(),
            source: source.into(),
            format: "text".to_owned(),
            title: None,
            subtitle: None,
            kind: DocumentKind::Other,
            event: None,
            dates: Vec::new(),
            slots: Vec::new(),
            place: None,
            organisers: Vec::new(),
            language: None,
            keywords: Vec::new(),
            people: Vec::new(),
            acronyms: BTreeMap::new(),
            sections: Vec::new(),
            furniture: Vec::new(),
            from_properties: Vec::new(),
            unread_pages: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// The source's file name without its folder and extension.
    pub fn stem(&self) -> &str {
        let name = self.id.rsplit('/').next().unwrap_or(&self.id);
        name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }

    /// The title, or the file's stem where the document states none.
    pub fn display_title(&self) -> &str {
        self.title.as_deref().unwrap_or_else(|| self.stem())
    }

    /// The year of the first date.
    pub fn year(&self) -> Option<i16> {
        self.dates.first().map(|date| date.year)
    }

    /// The section with this identifier.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}

impl Default for Document {
    fn default() -> Document {
        Document::new("", "")
    }
}

/// The genre of a document.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// Proceedings (*actes*) or the report of an event.
    Proceedings,
    /// The programme of an event to come.
    Programme,
    /// A concept note, a memo.
    Note,
    /// A course text.
    Course,
    /// Minutes of a meeting.
    Minutes,
    /// Anything else.
    #[default]
    Other,
}

impl DocumentKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [DocumentKind; 6] = [
        DocumentKind::Proceedings,
        DocumentKind::Programme,
        DocumentKind::Note,
        DocumentKind::Course,
        DocumentKind::Minutes,
        DocumentKind::Other,
    ];

    /// The name used in JSON and in the index.
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Proceedings => "proceedings",
            DocumentKind::Programme => "programme",
            DocumentKind::Note => "note",
            DocumentKind::Course => "course",
            DocumentKind::Minutes => "minutes",
            DocumentKind::Other => "other",
        }
    }

    /// The French name that readers see.
    pub fn label(self) -> &'static str {
        match self {
            DocumentKind::Proceedings => "Actes",
            DocumentKind::Programme => "Programme",
            DocumentKind::Note => "Note",
            DocumentKind::Course => "Cours",
            DocumentKind::Minutes => "Compte rendu",
            DocumentKind::Other => "Document",
        }
    }
}

/// Text that belongs to the layout: kept, not searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Why it is furniture.
    pub kind: FurnitureKind,
    /// 1-based line of the source where it starts.
    pub first_line: u32,
    /// 1-based line of the source where it ends, included.
    pub last_line: u32,
    /// The text as it stands in the source.
    pub text: String,
}

/// Why a stretch of text is furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FurnitureKind {
    /// A table of contents.
    Contents,
    /// A running head or foot, repeated from page to page.
    RunningHead,
    /// A page number standing alone.
    Folio,
    /// An invitation to follow a link, scan a code, watch a recording.
    Link,
    /// A photo caption.
    Caption,
    /// Address, telephone, credits, social accounts.
    Imprint,
    /// Front matter of a Markdown file.
    FrontMatter,
    /// What a converter left: image references, markup without text.
    Markup,
}

/// Something odd in a source, told to the reader rather than refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// 1-based line of the source; `None` when it concerns the whole.
    pub line: Option<u32>,
    /// What is odd, in French.
    pub message: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stem_drops_folder_and_last_extension() {
        assert_eq!(Document::new("2019/actes.v2.txt", "").stem(), "actes.v2");
        assert_eq!(Document::new("actes", "").stem(), "actes");
        assert_eq!(Document::new(".cache", "").stem(), ".cache");
    }

    #[test]
    fn a_document_reads_back_from_its_own_json() {
        let mut document = Document::new("a.txt", "a.txt");
        document.dates.push("2019-11-15".parse().unwrap());
        document.sections.push(Section::new(crate::SectionKind::Plenary));
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    }

    #[test]
    fn an_object_with_a_title_only_is_a_document() {
        let document: Document = serde_json::from_str(r#"{"title": "Notes"}"#).unwrap();
        assert_eq!(document.display_title(), "Notes");
        assert_eq!(document.kind, DocumentKind::Other);
    }
}
