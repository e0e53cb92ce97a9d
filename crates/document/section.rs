//! A structural unit of a document.

use serde::{Deserialize, Serialize};

use crate::{PartialDate, Rule, Speaker, TimeOfDay};

/// A structural unit of a document: a workshop, a plenary, a theme, a list of references…
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// Identifies the section in its document, stable while its heading is: `atelier-10`.
    pub id: String,
    /// The [`id`](Section::id) of the section that contains this one.
    pub parent: Option<String>,
    /// What it is.
    pub kind: SectionKind,
    /// The number or letter printed in its heading: `10`, `III`, `B`.
    pub number: Option<String>,
    /// The heading without kind and number; `None` for text that no detector recognised.
    pub title: Option<String>,
    /// The heading of the theme that contains it, as printed: `Thème 3 | …`.
    pub theme: Option<String>,
    /// The printed page on which it starts; `None` when unknown.
    pub page: Option<u32>,
    /// The day on which it takes place.
    pub date: Option<PartialDate>,
    /// When it starts.
    pub start: Option<TimeOfDay>,
    /// When it ends.
    pub end: Option<TimeOfDay>,
    /// ISO 639-1 code; `None` when undecided.
    pub language: Option<String>,
    /// The keywords that the source declares.
    pub keywords: Vec<Keyword>,
    /// Who speaks, moderates, organises, writes, or is the contact.
    pub speakers: Vec<Speaker>,
    /// 1-based line of the source where the heading starts.
    pub first_line: u32,
    /// 1-based line of the source where the section's own text ends, included.
    pub last_line: u32,
    /// The section's own text, heading included, without furniture and without its subsections.
    pub text: String,
    /// How many bytes of [`text`](Section::text) are heading, keyword and speaker lines.
    pub head: usize,
    /// Where pages start inside [`text`](Section::text), in order; empty when unknown.
    pub pages: Vec<PageStart>,
    /// The rule that found its heading; `None` without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
}

impl Section {
    /// An empty section.
    pub fn new(kind: SectionKind) -> Section {
        Section {
            id: String::new(),
            parent: None,
            kind,
            number: None,
            title: None,
            theme: None,
            page: None,
            date: None,
            start: None,
            end: None,
            language: None,
            keywords: Vec::new(),
            speakers: Vec::new(),
            first_line: 0,
            last_line: 0,
            text: String::new(),
            head: 0,
            pages: Vec::new(),
            rule: None,
        }
    }

    /// The heading as a reader cites it: `Atelier 10 — Lutter contre…`.
    pub fn label(&self) -> String {
        let numbered = match (&self.number, self.kind.noun()) {
            (Some(number), Some(noun)) => format!("{noun} {number}"),
            (Some(number), None) => number.clone(),
            (None, _) => String::new(),
        };
        match (numbered.is_empty(), self.title.as_deref()) {
            (false, Some(title)) => format!("{numbered} — {title}"),
            (false, None) => numbered,
            (true, Some(title)) => title.to_owned(),
            (true, None) => String::new(),
        }
    }

    /// The page of the byte `offset` of the text, else the page on which the section starts.
    pub fn page_at(&self, offset: usize) -> Option<u32> {
        self.page_start_at(offset).map(|start| start.page).or(self.page)
    }

    /// The rank in the file of the page of the byte `offset` of the text.
    pub fn sheet_at(&self, offset: usize) -> Option<u32> {
        self.page_start_at(offset).and_then(|start| start.sheet)
    }

    /// The page on which the byte `offset` of the text stands, where pages are known inside it.
    pub fn page_start_at(&self, offset: usize) -> Option<&PageStart> {
        let after = self.pages.partition_point(|start| start.offset <= offset);
        after.checked_sub(1).map(|at| &self.pages[at])
    }
}

impl Default for Section {
    fn default() -> Section {
        Section::new(SectionKind::Other)
    }
}

/// Where a page starts inside a section's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageStart {
    /// Byte offset in the section's text.
    pub offset: usize,
    /// The page, as printed where the source prints it.
    pub page: u32,
    /// The 1-based rank of the page in the file, where the file has pages: what a viewer asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<u32>,
    /// Whether the page is a mere count of the file's pages, which print no number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counted: bool,
}

/// A keyword that the source declares, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keyword(pub String);

/// What a section is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// *Atelier*.
    Workshop,
    /// *Conférence plénière*, lecture.
    Plenary,
    /// *Table ronde*, panel.
    Roundtable,
    /// *Session*, *séance*, a slot of a programme.
    Session,
    /// *Allocution*, opening.
    Address,
    /// *Thème*, *axe*, a part that gathers sections.
    Theme,
    /// *Avant-propos*, introduction.
    Foreword,
    /// *Synthèse*.
    Synthesis,
    /// *Clôture*, conclusion.
    Closing,
    /// *Pause*, lunch, registration.
    Break,
    /// *Références*, bibliography.
    References,
    /// A headed part that is none of the above.
    Section,
    /// Text that no detector recognised.
    #[default]
    Other,
}

impl SectionKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [SectionKind; 13] = [
        SectionKind::Workshop,
        SectionKind::Plenary,
        SectionKind::Roundtable,
        SectionKind::Session,
        SectionKind::Address,
        SectionKind::Theme,
        SectionKind::Foreword,
        SectionKind::Synthesis,
        SectionKind::Closing,
        SectionKind::Break,
        SectionKind::References,
        SectionKind::Section,
        SectionKind::Other,
    ];

    /// The name used in JSON, in the index and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            SectionKind::Workshop => "workshop",
            SectionKind::Plenary => "plenary",
            SectionKind::Roundtable => "roundtable",
            SectionKind::Session => "session",
            SectionKind::Address => "address",
            SectionKind::Theme => "theme",
            SectionKind::Foreword => "foreword",
            SectionKind::Synthesis => "synthesis",
            SectionKind::Closing => "closing",
            SectionKind::Break => "break",
            SectionKind::References => "references",
            SectionKind::Section => "section",
            SectionKind::Other => "other",
        }
    }

    /// The French name that readers see.
    pub fn label(self) -> &'static str {
        match self {
            SectionKind::Workshop => "Atelier",
            SectionKind::Plenary => "Plénière",
            SectionKind::Roundtable => "Table ronde",
            SectionKind::Session => "Session",
            SectionKind::Address => "Allocution",
            SectionKind::Theme => "Thème",
            SectionKind::Foreword => "Avant-propos",
            SectionKind::Synthesis => "Synthèse",
            SectionKind::Closing => "Clôture",
            SectionKind::Break => "Pause",
            SectionKind::References => "Références",
            SectionKind::Section => "Partie",
            SectionKind::Other => "Texte",
        }
    }

    /// The French noun that stands before a number; `None` where the number stands alone.
    fn noun(self) -> Option<&'static str> {
        match self {
            SectionKind::Workshop
            | SectionKind::Roundtable
            | SectionKind::Session
            | SectionKind::Theme
            | SectionKind::Plenary => Some(self.label()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn label_joins_kind_number_and_title() {
        let mut section = Section::new(SectionKind::Workshop);
        section.number = Some("10".to_owned());
        assert_eq!(section.label(), "Atelier 10");
        section.title = Some("Accueillir".to_owned());
        assert_eq!(section.label(), "Atelier 10 — Accueillir");
        section.number = None;
        assert_eq!(section.label(), "Accueillir");
    }

    #[test]
    fn page_at_prefers_the_page_start_to_the_section_page() {
        let mut section = Section::new(SectionKind::Other);
        section.page = Some(3);
        section.pages = vec![PageStart { offset: 10, page: 4, sheet: Some(6), counted: false }];
        assert_eq!(section.page_at(9), Some(3));
        assert_eq!(section.page_at(10), Some(4));
    }

    #[test]
    fn kinds_serialise_as_their_names() {
        for kind in SectionKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
