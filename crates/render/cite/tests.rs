use biblatex::{Bibliography, ChunksExt, EntryType, Person};
use expect_test::{Expect, expect};
use glane_document::{
    Document, DocumentKind, Function, Keyword, PageStart, Section, SectionKind, Speaker,
};
use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn colloquium() -> Document {
    let mut document = Document::new("2023/actes.pdf", "");
    document.format = "pdf".to_owned();
    document.kind = DocumentKind::Proceedings;
    document.title = Some("L'action sociale & ses 50 % de détours".to_owned());
    document.event = Some("Colloque national de Valmorin".to_owned());
    document.place = Some("Valmorin".to_owned());
    document.organisers = vec!["CCAS de Valmorin".to_owned(), "Institut d'Orn".to_owned()];
    document.dates = ["2023-03-14", "2023-03-15"].map(|date| date.parse().unwrap()).into();
    document.language = Some("fr".to_owned());
    document
}

fn workshop() -> Section {
    let mut section = Section::new(SectionKind::Workshop);
    section.id = "atelier-4".to_owned();
    section.number = Some("4".to_owned());
    section.title = Some("Le non-recours : le « repérer »".to_owned());
    section.text = "Un.\nDeux.\n".to_owned();
    section.keywords = vec![Keyword("Non-recours".to_owned()), Keyword("TZNR".to_owned())];
    let page = |offset, page, sheet| PageStart { offset, page, sheet: Some(sheet), counted: false };
    section.pages = vec![page(0, 16, 18), page(4, 17, 19)];
    section.speakers = ["Solenne Le Gallou", "Malik de La Tour"]
        .map(|name| Speaker::new(name, name, Function::Speaker))
        .into();
    section
}

fn reference() -> Reference {
    Reference::to_section(&colloquium(), &workshop())
}

fn hostile(text: &str) -> Reference {
    let mut document = Document::new(text, "");
    document.kind = DocumentKind::Proceedings;
    let [title, event, place] = [(); 3].map(|()| Some(text.to_owned()));
    (document.title, document.event, document.place) = (title, event, place);
    document.organisers = vec![text.to_owned()];
    document.dates = vec!["2023-03".parse().unwrap()];
    let mut section = workshop();
    section.title = Some(text.to_owned());
    section.speakers = vec![Speaker::new(text, text, Function::Speaker)];
    section.keywords = vec![Keyword(text.to_owned())];
    Reference::to_section(&document, &section)
}

fn format(name: &str) -> CitationFormat {
    CitationFormat::parse(name).unwrap()
}

fn file(references: &[Reference], name: &str) -> String {
    let mut out = Vec::new();
    citations(references, format(name), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn lone(reference: &Reference, name: &str) -> String {
    file(std::slice::from_ref(reference), name)
}

#[track_caller]
fn check(name: &str, expect: &Expect) {
    expect.assert_eq(&file(&[reference()], name).replace("\r\n", "\n"));
}

#[test]
fn bibtex_has_the_fields_of_both_programs() {
    check(
        "bibtex",
        &expect![[r#"
        @inproceedings{2023-actes-pdf-atelier-4,
          author = {Le Gallou, Solenne and de La Tour, Malik},
          title = {{Atelier 4 — Le non-recours : le « repérer »}},
          booktitle = {L'action sociale \& ses 50 \% de détours},
          eventtitle = {Colloque national de Valmorin},
          venue = {Valmorin},
          eventdate = {2023-03-14/2023-03-15},
          year = {2023},
          month = {3},
          pages = {16--17},
          organization = {{CCAS de Valmorin} and {Institut d'Orn}},
          address = {Valmorin},
          keywords = {Non-recours, TZNR},
          langid = {french},
          note = {p. 18-19 du PDF},
        }

    "#]],
    );
}

#[test]
fn ris_names_the_event_and_its_proceedings() {
    check(
        "ris",
        &expect![[r#"
        TY  - CPAPER
        AU  - Le Gallou, Solenne
        AU  - de La Tour, Malik
        TI  - Atelier 4 — Le non-recours : le « repérer »
        C3  - L'action sociale & ses 50 % de détours
        T2  - Colloque national de Valmorin
        C1  - Valmorin
        PY  - 2023
        DA  - 2023/03/14/
        SP  - 16
        EP  - 17
        N1  - p. 18-19 du PDF
        PB  - CCAS de Valmorin
        PB  - Institut d'Orn
        KW  - Non-recours
        KW  - TZNR
        LA  - fr
        ID  - 2023/actes.pdf#atelier-4
        ER  - 

    "#]],
    );
}

#[test]
fn csl_json_is_an_array_of_items() {
    check(
        "csl-json",
        &expect![[r#"
        [
          {
            "author": [
              {
                "family": "Le Gallou",
                "given": "Solenne"
              },
              {
                "family": "La Tour",
                "given": "Malik",
                "non-dropping-particle": "de"
              }
            ],
            "container-title": "L'action sociale & ses 50 % de détours",
            "event-date": {
              "date-parts": [
                [
                  2023,
                  3,
                  14
                ],
                [
                  2023,
                  3,
                  15
                ]
              ]
            },
            "event-place": "Valmorin",
            "event-title": "Colloque national de Valmorin",
            "id": "2023/actes.pdf#atelier-4",
            "issued": {
              "date-parts": [
                [
                  2023,
                  3,
                  14
                ],
                [
                  2023,
                  3,
                  15
                ]
              ]
            },
            "keyword": "Non-recours, TZNR",
            "language": "fr",
            "note": "p. 18-19 du PDF",
            "page": "16-17",
            "publisher": "CCAS de Valmorin, Institut d'Orn",
            "publisher-place": "Valmorin",
            "title": "Atelier 4 — Le non-recours : le « repérer »",
            "type": "paper-conference"
          }
        ]
    "#]],
    );
}

#[test]
fn styles_print_authors_book_event_and_page() {
    check(
        "apa",
        &expect![[r#"
        Le Gallou, S., & de La Tour, M. (2023). Atelier 4 — Le non-recours : le « repérer ». In L'action sociale & ses 50 % de détours (p. 16‑17). CCAS de Valmorin, Institut d'Orn. Colloque national de Valmorin, Valmorin.
    "#]],
    );
    check(
        "chicago",
        &expect![[r#"
        Solenne Le Gallou et Malik de La Tour, « Atelier 4 — Le non-recours : le « repérer » », in L'action sociale & ses 50 % de détours, Colloque national de Valmorin, Valmorin (CCAS de Valmorin, Institut d'Orn, 2023), 16–17.
    "#]],
    );
    check(
        "harvard",
        &expect![[r#"
        Le Gallou, S. et de La Tour, M. (2023) « Atelier 4 — Le non-recours : le « repérer » », in L'action sociale & ses 50 % de détours. Valmorin: CCAS de Valmorin, Institut d'Orn, p. 16‑17.
    "#]],
    );
    check(
        "mla",
        &expect![[r#"
        Le Gallou, Solenne, et Malik de La Tour. « Atelier 4 — Le non-recours : le « repérer » ». L'action sociale & ses 50 % de détours, CCAS de Valmorin, Institut d'Orn, 2023, Colloque national de Valmorin, Valmorin, p. 16‑17.
    "#]],
    );
    check(
        "iso-690-author-date",
        &expect![[r#"
        LE GALLOU, Solenne et DE LA TOUR, Malik, 2023. Atelier 4 — Le non-recours : le « repérer ». In: L'action sociale & ses 50 % de détours. Valmorin: CCAS de Valmorin, Institut d'Orn. p. 16‑17.
    "#]],
    );
}

#[test]
fn bibtex_reads_back_as_it_was_meant() {
    let read = Bibliography::parse(&file(&[reference()], "bibtex")).unwrap();
    let entry = read.get("2023-actes-pdf-atelier-4").unwrap();
    assert_eq!(entry.entry_type, EntryType::InProceedings);
    let of = |field: &str| entry.get(field).unwrap().format_verbatim();
    assert_eq!(of("title"), "Atelier 4 — Le non-recours : le « repérer »");
    assert_eq!(of("booktitle"), "L'action sociale & ses 50 % de détours");
    assert_eq!(of("eventdate"), "2023-03-14/2023-03-15");
    let people = entry.author().unwrap();
    let parts =
        |person: &Person| (person.given_name.clone(), person.prefix.clone(), person.name.clone());
    let owned = |parts: [&str; 3]| {
        let [given, prefix, name] = parts.map(str::to_owned);
        (given, prefix, name)
    };
    assert_eq!(parts(&people[0]), owned(["Solenne", "", "Le Gallou"]));
    assert_eq!(parts(&people[1]), owned(["Malik", "de", "La Tour"]));
    assert!(
        matches!(entry.pages().unwrap(), biblatex::PermissiveType::Typed(ranges) if ranges == [16..17])
    );
}

#[test]
fn what_is_cited_twice_is_listed_once_and_keys_differ() {
    let mut other = reference();
    other.id = "2023/actes.pdf#atelier.4".to_owned();
    let text = file(&[reference(), reference(), other], "bibtex");
    let read = Bibliography::parse(&text).unwrap();
    let keys: Vec<&str> = read.iter().map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys, ["2023-actes-pdf-atelier-4", "2023-actes-pdf-atelier-4-bis2"]);
}

#[test]
fn pages_without_a_number_are_never_given_one() {
    let mut section = workshop();
    section.pages = vec![PageStart { offset: 0, page: 5, sheet: Some(5), counted: true }];
    let counted = Reference::to_section(&colloquium(), &section);
    assert!(lone(&counted, "bibtex").contains("pages = {[5]}"));
    assert!(lone(&counted, "ris").contains("SP  - [5]\r\nN1  - p. 5 du PDF\r\n"));
    assert!(lone(&counted, "apa").contains("[5]"));
    section.pages.clear();
    section.page = Some(16);
    let open = Reference::to_section(&colloquium(), &section);
    assert!(lone(&open, "bibtex").contains("pages = {16+}"));
    assert!(lone(&open, "apa").contains("16 et suiv."));
    section.page = None;
    let unknown = Reference::to_section(&colloquium(), &section);
    assert!(!lone(&unknown, "bibtex").contains("pages"));
    assert!(!lone(&unknown, "ris").contains("SP  -"));
}

/// The records of a RIS file, read by what its lines are: tags with their values.
fn records(text: &str) -> Vec<Vec<(&str, &str)>> {
    let records = text.split("ER  - \r\n\r\n").filter(|record| !record.is_empty());
    let line = |line: &'_ str| -> Option<()> {
        let (tag, rest) = line.split_at_checked(2)?;
        let tagged = tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        (tagged && rest.starts_with("  - ") && !rest.contains('\n')).then_some(())
    };
    records
        .map(|record| {
            let lines = record.split("\r\n").filter(|line| !line.is_empty());
            lines
                .map(|own| {
                    assert_eq!(line(own), Some(()), "{own:?}");
                    (&own[..2], &own[6..])
                })
                .collect()
        })
        .collect()
}

const TEXTS: &str =
    "([a-zÉé{}\\\\%&$#_~^,;@\"'«» \n\r\t]|and|\u{0}|\u{1b}|-|\\[|[0-9]|😀|<b>|\\PC){0,40}";

proptest! {
    #[test]
    fn any_text_makes_bibtex_that_parses(text in TEXTS) {
        let written = file(&[hostile(&text), reference()], "bibtex");
        let read = Bibliography::parse(&written);
        prop_assert!(read.is_ok(), "{written}\n{read:?}");
        let read = read.unwrap();
        prop_assert_eq!(read.len(), 2);
        let last = read.iter().last().unwrap();
        prop_assert_eq!(&last.key, "2023-actes-pdf-atelier-4");
    }

    #[test]
    fn any_text_makes_records_with_one_line_a_field(text in TEXTS) {
        let written = file(&[hostile(&text), reference()], "ris");
        let read = records(&written);
        prop_assert_eq!(read.len(), 2);
        prop_assert!(read.iter().all(|record| record[0].0 == "TY"));
    }

    #[test]
    fn any_text_makes_items_that_read_back(text in TEXTS) {
        let read: Value = serde_json::from_str(&file(&[hostile(&text)], "csl-json")).unwrap();
        let title = read[0]["title"].as_str().unwrap();
        prop_assert_eq!(title, one_line(&format!("Atelier 4 — {text}")));
    }

    #[test]
    fn any_text_is_printed_by_every_style(text in TEXTS, style in 0usize..5) {
        let name = ["apa", "chicago", "harvard", "mla", "vancouver"][style];
        let printed = file(&[hostile(&text)], name);
        prop_assert_eq!(printed.lines().count(), 1);
    }
}
