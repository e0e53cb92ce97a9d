use glane_document::{Document, Function, PageStart, Section, SectionKind, Speaker};

use super::*;

fn colloquium() -> Document {
    let mut document = Document::new("actes.txt", "");
    document.title = Some("Actes des rencontres".to_owned());
    document.event = Some("Rencontres de l'accueil".to_owned());
    document.place = Some("Kerlavan".to_owned());
    document.dates = ["2025-03-04", "2025-03-05"].map(|date| date.parse().unwrap()).into();
    document
}

fn workshop(speakers: &[&str]) -> Section {
    let mut section = Section::new(SectionKind::Workshop);
    section.number = Some("10".to_owned());
    section.title = Some("Ouvrir tôt".to_owned());
    let speaker = |name: &&str| Speaker::new(name, name, Function::Speaker);
    section.speakers = speakers.iter().map(speaker).collect();
    section
}

fn on_page(page: u32, sheet: u32, counted: bool) -> Section {
    let start = PageStart { offset: 0, page, sheet: Some(sheet), counted };
    Section { pages: vec![start], ..Section::default() }
}

#[track_caller]
fn check(document: &Document, section: &Section, expect: &str) {
    assert_eq!(Reference::to_section(document, section).iso690(), expect);
}

#[test]
fn everything_known_is_cited() {
    let section =
        Section { page: Some(27), head: 9, ..workshop(&["Nadia Ferrouk", "Luc de La Tour"]) };
    check(
        &colloquium(),
        &section,
        "Nadia FERROUK, Luc de LA TOUR, « Atelier 10 — Ouvrir tôt », in Actes des rencontres, \
         Rencontres de l'accueil, Kerlavan, 4-5 mars 2025, p. 27.",
    );
}

#[test]
fn what_is_unknown_is_left_out() {
    let document = Document::new("2019/notes.txt", "");
    check(&document, &workshop(&[]), "« Atelier 10 — Ouvrir tôt », in notes.");
    check(&document, &Section::default(), "notes.");
}

#[test]
fn a_quotation_inside_the_title_takes_the_other_marks() {
    let mut section = Section::new(SectionKind::Section);
    section.title = Some("Dire « non » tôt".to_owned());
    check(&Document::new("a.txt", ""), &section, "« Dire “non” tôt », in a.");
}

#[test]
fn many_speakers_are_cited_by_the_first() {
    let section = workshop(&["Nadia Ferrouk", "Paul Roux", "Ana Brel", "Zoé Caron"]);
    let line = Reference::to_section(&Document::new("a.txt", ""), &section).iso690();
    assert!(line.starts_with("Nadia FERROUK et al., «"), "{line}");
}

#[test]
fn who_chairs_is_cited_where_nobody_else_is_heard() {
    let mut section = workshop(&["Nadia Ferrouk", "Paul Roux"]);
    section.speakers[0].function = Function::Moderator;
    let document = Document::new("a.txt", "");
    check(&document, &section, "Paul ROUX, « Atelier 10 — Ouvrir tôt », in a.");
    section.speakers.truncate(1);
    check(&document, &section, "Nadia FERROUK, « Atelier 10 — Ouvrir tôt », in a.");
}

#[test]
fn a_pdf_is_cited_by_its_folio_and_found_by_its_page() {
    let mut document = Document::new("guide.pdf", "");
    document.format = "pdf".to_owned();
    check(&document, &on_page(12, 14, false), "guide, p. 12 (page 14 du PDF).");
    check(&document, &on_page(12, 12, false), "guide, p. 12.");
    document.format = "text".to_owned();
    check(&document, &on_page(12, 14, false), "guide, p. 12.");
}

#[test]
fn a_page_without_a_folio_is_cited_as_a_count() {
    let mut document = Document::new("guide.pdf", "");
    document.format = "pdf".to_owned();
    check(&document, &on_page(5, 5, true), "guide, p. [5 du PDF].");
    document.format = "text".to_owned();
    check(&document, &on_page(5, 5, true), "guide, p. [5].");
}
