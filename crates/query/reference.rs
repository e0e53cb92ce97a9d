//! What a bibliography says of a stretch of a document, down to the page.

use std::ops::Range;

use glane_document::{Document, DocumentKind, Function, PageStart, PartialDate, Passage, Section};
use serde::Serialize;

use crate::{names, surname};

/// What identifies a stretch of a document in a bibliography. What is unknown is absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Identifies the stretch, for `glane show`: a document, a section or a passage.
    pub id: String,
    /// Who is heard in the section, or wrote the document, in order.
    pub people: Vec<CitedPerson>,
    /// The section's heading; `None` where the whole document is cited, or text without heading.
    pub part: Option<String>,
    /// The document's title, or its stem.
    pub title: String,
    /// The document's subtitle.
    pub subtitle: Option<String>,
    /// The document's genre.
    pub kind: DocumentKind,
    /// The event that the document announces or reports.
    pub event: Option<String>,
    /// Where it took place.
    pub place: Option<String>,
    /// The days of the event, in order.
    pub dates: Vec<PartialDate>,
    /// The day of the section, where it is known.
    pub day: Option<PartialDate>,
    /// The bodies that organised it.
    pub organisers: Vec<String>,
    /// The ISO 639-1 code of the section, else of the document.
    pub language: Option<String>,
    /// The declared keywords of the section, or of the document.
    pub keywords: Vec<String>,
    /// The pages cited.
    pub pages: Option<PageSpan>,
    /// Whether the file is a PDF, whose pages a viewer counts.
    pub is_pdf: bool,
}

/// A person as bibliographies take names apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitedPerson {
    /// `Jean-Marc`; `None` where a name has one part.
    pub given: Option<String>,
    /// `de`, `van der`: what stands before the family name without being sorted by.
    pub particle: Option<String>,
    /// `Le Gallou`, `La Tour`.
    pub family: String,
    /// What the person does there.
    pub function: Function,
}

/// The pages on which something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PageSpan {
    /// The first page.
    pub first: CitedPage,
    /// The last one; the first where there is no other.
    pub last: CitedPage,
    /// Whether only the page on which the section starts is known, and what is cited may stand on
    /// those that follow.
    pub open: bool,
}

/// A page, as it is printed and as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CitedPage {
    /// The number that is printed; a mere count where [`counted`](CitedPage::counted) says so.
    pub number: u32,
    /// The 1-based rank of the page in the file, where the file has pages.
    pub sheet: Option<u32>,
    /// Whether the file prints no number, so that its pages were counted.
    pub counted: bool,
}

impl Reference {
    /// That of a whole document.
    pub fn to_document(document: &Document) -> Reference {
        let authors = document
            .people
            .iter()
            .filter(|person| person.functions.contains(&Function::Author))
            .map(|person| surname::parts(&person.name, &person.name, Function::Author));
        Reference {
            id: document.id.clone(),
            people: authors.collect(),
            part: None,
            title: document.display_title().to_owned(),
            subtitle: document.subtitle.clone(),
            kind: document.kind,
            event: document.event.clone(),
            place: document.place.clone(),
            dates: document.dates.clone(),
            day: None,
            organisers: document.organisers.clone(),
            language: document.language.clone(),
            keywords: document.keywords.iter().map(|keyword| keyword.0.clone()).collect(),
            pages: None,
            is_pdf: document.format == "pdf",
        }
    }

    /// That of a section, on the pages where its text stands.
    pub fn to_section(document: &Document, section: &Section) -> Reference {
        let text = section.text.trim_end().len();
        let id = format!("{}#{}", document.id, section.id);
        Reference::to_part(id, document, section, 0..text)
    }

    /// That of a passage, on its own pages; `section` has its page starts, with or without text.
    pub fn to_passage(document: &Document, section: &Section, passage: &Passage) -> Reference {
        let text = passage.offset..passage.offset + passage.text.trim_end().len();
        let id = format!("{}#{}@{}", document.id, section.id, passage.ordinal);
        Reference::to_part(id, document, section, text)
    }

    /// That of bytes of a section's text, under the identifier `id`.
    pub fn to_part(
        id: String,
        document: &Document,
        section: &Section,
        bytes: Range<usize>,
    ) -> Reference {
        let heard = section.speakers.iter().filter(|speaker| glane_index::is_heard(speaker));
        let people: Vec<CitedPerson> = heard
            .map(|speaker| surname::parts(&speaker.name, &speaker.as_written, speaker.function))
            .collect();
        let whole = Reference::to_document(document);
        let label = section.label();
        let part = (!label.is_empty()).then_some(label);
        // Who wrote the whole wrote a part where nobody else is heard.
        let people = if people.is_empty() { whole.people } else { people };
        let own = || section.keywords.iter().map(|keyword| keyword.0.clone()).collect();
        Reference {
            id,
            people,
            part,
            day: section.date,
            language: section.language.clone().or(whole.language),
            keywords: if section.keywords.is_empty() { whole.keywords } else { own() },
            pages: PageSpan::of(section, bytes),
            ..whole
        }
    }

    /// Who is cited as an author: those who speak or wrote; those who chair where there is no other.
    pub fn authors(&self) -> Vec<&CitedPerson> {
        let chairs = |person: &&CitedPerson| person.function == Function::Moderator;
        let (chairs, authors): (Vec<_>, Vec<_>) = self.people.iter().partition(chairs);
        if authors.is_empty() { chairs } else { authors }
    }

    /// A name for the reference in a file of them: the ASCII letters and digits of its identifier,
    /// `2023-actes-pdf-atelier-4`. Identifiers that differ in signs only have the same.
    pub fn key(&self) -> String {
        let plain = names::fold(&self.id);
        let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
        let key = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        if key.is_empty() { "glane".to_owned() } else { key }
    }

    /// The days that are cited: that of the section, else those of the event.
    pub fn days(&self) -> &[PartialDate] {
        self.day.as_ref().map_or(&self.dates[..], std::slice::from_ref)
    }

    /// The title, with the subtitle behind it.
    pub fn full_title(&self) -> String {
        match &self.subtitle {
            Some(subtitle) => format!("{} : {subtitle}", self.title),
            None => self.title.clone(),
        }
    }
}

impl CitedPerson {
    /// `Luc de La Tour`.
    pub fn full_name(&self) -> String {
        let parts = [self.given.as_deref(), self.particle.as_deref(), Some(&self.family)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The family name with what stands before it: `de La Tour`.
    pub fn family_with_particle(&self) -> String {
        match &self.particle {
            Some(particle) => format!("{particle} {}", self.family),
            None => self.family.clone(),
        }
    }
}

impl PageSpan {
    /// The pages of bytes of a section's text; `None` where no page is known.
    pub fn of(section: &Section, bytes: Range<usize>) -> Option<PageSpan> {
        let first = CitedPage::at(section, bytes.start)?;
        let last = CitedPage::at(section, bytes.end.saturating_sub(1).max(bytes.start));
        let last = last.filter(|last| last.number > first.number).unwrap_or(first);
        // A table of contents tells where the heading stands, and no more.
        let open = section.page_start_at(bytes.start).is_none() && bytes.end > section.head;
        Some(PageSpan { first, last, open })
    }

    /// `12`, `12-14`, `12 et suiv.`; in brackets where pages were counted: `[12]`.
    pub fn numbers(&self) -> String {
        let numbers = match (self.first == self.last, self.open) {
            (true, false) => self.first.number.to_string(),
            (true, true) => format!("{} et suiv.", self.first.number),
            (false, _) => format!("{}-{}", self.first.number, self.last.number),
        };
        if self.first.counted { format!("[{numbers}]") } else { numbers }
    }

    /// The ranks of these pages in the file, `14`, `14-16`, where they are not the printed numbers.
    pub fn sheets(&self) -> Option<String> {
        let (first, last) = (self.first.sheet?, self.last.sheet?);
        if first == self.first.number && !self.first.counted {
            return None;
        }
        Some(if first == last { first.to_string() } else { format!("{first}-{last}") })
    }
}

impl CitedPage {
    /// The page of a byte of a section's text.
    fn at(section: &Section, offset: usize) -> Option<CitedPage> {
        let known =
            section.page_start_at(offset).map(|&PageStart { page, sheet, counted, .. }| {
                CitedPage { number: page, sheet, counted }
            });
        let stated = |number| CitedPage { number, sheet: None, counted: false };
        known.or_else(|| section.page.map(stated))
    }
}

#[cfg(test)]
mod tests {
    use glane_document::SectionKind;

    use super::*;

    fn start(offset: usize, page: u32, sheet: u32) -> PageStart {
        PageStart { offset, page, sheet: Some(sheet), counted: false }
    }

    fn section() -> Section {
        let mut section = Section::new(SectionKind::Workshop);
        section.text = "Une page.\nUne autre.\n\n".to_owned();
        section.pages = vec![start(0, 12, 14), start(10, 13, 15)];
        section
    }

    #[test]
    fn a_stretch_has_the_pages_where_it_stands() {
        let section = section();
        let numbers = |bytes| PageSpan::of(&section, bytes).unwrap().numbers();
        assert_eq!(numbers(0..4), "12");
        assert_eq!(numbers(10..13), "13");
        assert_eq!(numbers(4..13), "12-13");
        // Where one page ends the next has not begun.
        assert_eq!(numbers(4..10), "12");
    }

    #[test]
    fn pages_in_the_file_are_told_where_they_differ() {
        let mut section = section();
        let sheets = |section: &Section| PageSpan::of(section, 0..20).unwrap().sheets();
        assert_eq!(sheets(&section).as_deref(), Some("14-15"));
        section.pages = vec![start(0, 14, 14)];
        assert_eq!(sheets(&section), None);
    }

    #[test]
    fn counted_pages_stand_in_brackets() {
        let mut section = section();
        section.pages = vec![PageStart { offset: 0, page: 5, sheet: Some(5), counted: true }];
        let span = PageSpan::of(&section, 0..4).unwrap();
        assert_eq!((span.numbers().as_str(), span.sheets().as_deref()), ("[5]", Some("5")));
    }

    #[test]
    fn no_page_is_guessed() {
        assert_eq!(PageSpan::of(&Section::default(), 0..4), None);
        let stated = Section { page: Some(7), head: 20, ..Section::default() };
        assert_eq!(PageSpan::of(&stated, 3..12).unwrap().numbers(), "7");
        assert_eq!(PageSpan::of(&stated, 900..950).unwrap().numbers(), "7 et suiv.");
    }

    #[test]
    fn who_wrote_the_whole_wrote_a_part_without_speakers() {
        let mut document = Document::new("cours.txt", "");
        document.people.push(glane_document::Person {
            name: "Ève Tarn".to_owned(),
            variants: Vec::new(),
            functions: vec![Function::Author],
        });
        let reference = Reference::to_section(&document, &section());
        assert_eq!(reference.people[0].full_name(), "Ève Tarn");
    }
}
