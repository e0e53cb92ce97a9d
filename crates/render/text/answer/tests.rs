//! Answers as a person reads them.

use expect_test::{Expect, expect};
use glane_document::{Document, DocumentKind, Function, SectionKind, Speaker, Zone};
use glane_query::{FacetCount, Facets, Reference, SectionRef, Snippet, Sort, Unread};

use super::*;
use crate::Marks;

fn speaker(name: &str, function: Function) -> Speaker {
    Speaker::new(name, name, function)
}

fn workshop() -> SectionRef {
    SectionRef {
        id: "atelier-4".to_owned(),
        kind: SectionKind::Workshop,
        number: Some("4".to_owned()),
        title: Some("Accueillir sans trier".to_owned()),
        label: "Atelier 4 — Accueillir sans trier".to_owned(),
        theme: None,
        language: Some("fr".to_owned()),
        date: None,
        start: None,
        end: None,
    }
}

fn found() -> Hit {
    Hit {
        rank: 1,
        score: 7.5,
        id: "actes.txt#atelier-4".to_owned(),
        document: "actes".to_owned(),
        source: "actes.txt".to_owned(),
        document_kind: DocumentKind::Proceedings,
        title: "Actes des Rencontres de Kerval".to_owned(),
        event: Some("Rencontres de Kerval".to_owned()),
        dates: vec!["2025-03-04".parse().unwrap(), "2025-03-05".parse().unwrap()],
        place: Some("Kerval".to_owned()),
        section: workshop(),
        speakers: vec![
            speaker("Inès Kerbrat", Function::Moderator),
            speaker("Paul Ansel", Function::Speaker),
        ],
        keywords: vec!["accueil".to_owned(), "accès aux droits".to_owned()],
        page: Some(27),
        sheet: None,
        passage: 2,
        zone: Zone::Body,
        sections: 1,
        passages: 3,
        snippet: Snippet {
            text: "Réduire le non-recours demande du temps.".to_owned(),
            matches: Vec::from([12..23]),
            cut_before: false,
            cut_after: true,
        },
        missing: Vec::new(),
        citation: "« Accueillir sans trier », Actes des Rencontres de Kerval, 2025, p. 27."
            .to_owned(),
        reference: Reference::to_document(&Document::new("actes.txt", "actes.txt")),
        excerpts: Vec::new(),
        why: None,
    }
}

fn one_section() -> Answer {
    Answer {
        query: "non-recours".to_owned(),
        group: Group::Section,
        sort: Sort::Relevance,
        total: 1,
        complete: 1,
        documents: 1,
        passages: 3,
        hits: vec![found()],
        facets: Facets::default(),
        notes: Vec::new(),
        suggestions: Vec::new(),
        unread: Unread::default(),
    }
}

#[track_caller]
fn check(given: &Answer, style: &Style, expect: &Expect) {
    let mut out = Vec::new();
    answer(given, style, &mut out).unwrap();
    expect.assert_eq(&String::from_utf8(out).unwrap());
}

#[test]
fn a_hit_says_where_who_what_and_how_to_cite() {
    let expect = expect![[r#"
         1. Atelier 4 — Accueillir sans trier
            Actes des Rencontres de Kerval · 4 et 5 mars 2025 · Kerval · p. 27
            Intervenants : Inès Kerbrat (animation), Paul Ansel
            Mots-clés : accueil, accès aux droits
            « Réduire le [non-recours] demande du temps. … »
            → « Accueillir sans trier », Actes des Rencontres de Kerval, 2025, p. 27.
            $ glane show actes.txt#atelier-4

        1 section dans 1 document
    "#]];
    check(&one_section(), &Style::default(), &expect);
}

#[test]
fn narrow_terminals_get_hanging_lines() {
    let mut out = Vec::new();
    let style = Style { width: 40, marks: Marks::Brackets };
    answer(&one_section(), &style, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    for line in text.lines() {
        assert!(line.chars().count() <= 40, "{line}");
        let hanging = line.is_empty() || line.starts_with("    ") || line.starts_with(" 1. ");
        assert!(hanging || line.starts_with("1 section"), "{line}");
    }
}

#[test]
fn more_sections_than_shown_are_announced() {
    let mut given = one_section();
    given.total = 12;
    given.complete = 12;
    given.documents = 4;
    given.facets.years = vec![
        FacetCount { value: "2025".to_owned(), count: 9 },
        FacetCount { value: "2019".to_owned(), count: 3 },
    ];
    given.hits.clear();
    given.hits.push(Hit { rank: 11, ..found() });
    let mut out = Vec::new();
    answer(&given, &Style::default(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let footer = text.split("\n\n").last().unwrap();
    let expect = expect![[r#"
        12 sections dans 4 documents ; la 11e, la suite avec --offset 11
        Années : 2025 (9) · 2019 (3)
    "#]];
    expect.assert_eq(footer);
}

#[test]
fn nothing_found_names_the_query_and_what_to_try() {
    let mut given = one_section();
    given.total = 0;
    given.hits.clear();
    given.suggestions.push("recours".to_owned());
    let expect = expect![[r#"
        Rien ne répond à « non-recours ».
        Essayez : recours
    "#]];
    check(&given, &Style::default(), &expect);
}

#[test]
fn notes_stand_before_the_hits() {
    let mut given = one_section();
    given.notes.push("la requête a été élargie.".to_owned());
    let mut out = Vec::new();
    answer(&given, &Style::default(), &mut out).unwrap();
    assert!(out.starts_with("Note : la requête a été élargie.\n\n 1. ".as_bytes()));
}

#[test]
fn colour_adds_no_line() {
    let lines = |marks| {
        let mut out = Vec::new();
        answer(&one_section(), &Style { marks, ..Style::default() }, &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().count()
    };
    assert_eq!(lines(Marks::Ansi), lines(Marks::Brackets));
}
