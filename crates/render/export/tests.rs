use std::collections::BTreeSet;

use expect_test::expect;
use glane_document::{Document, Function, Keyword, PageStart, Section, SectionKind, Speaker};
use glane_query::Selected;
use proptest::prelude::*;

use super::*;
use crate::table::Dialect;

fn selected(sections: Vec<Section>) -> Selected {
    let mut document = Document::new("2023/actes été.pdf", "");
    document.format = "pdf".to_owned();
    document.title = Some("L'action <sociale> & co".to_owned());
    document.dates = vec!["2023-03-14".parse().unwrap()];
    document.place = Some("Valmorin".to_owned());
    document.language = Some("fr".to_owned());
    document.keywords = vec![Keyword("accueil".to_owned())];
    document.sections = sections;
    Selected { document, passages: Vec::new() }
}

fn workshop() -> Section {
    let mut section = Section::new(SectionKind::Workshop);
    section.id = "atelier-4".to_owned();
    section.number = Some("4".to_owned());
    section.title = Some("Se loger".to_owned());
    section.text = "Atelier 4\nUn * début…\nsuite.\n\nPage d’après.\n".to_owned();
    section.head = "Atelier 4\n".len();
    let page = |offset, page, sheet| PageStart { offset, page, sheet: Some(sheet), counted: false };
    section.pages = vec![page(0, 16, 18), page(section.text.find("Page").unwrap(), 17, 19)];
    section.keywords = vec![Keyword("Non-recours".to_owned())];
    let speaker = Speaker::new("Solenne Le Gallou", "Solenne LE GALLOU", Function::Speaker);
    section.speakers = vec![Speaker { role: Some("directrice".to_owned()), ..speaker }];
    section
}

fn tei(selected: &Selected) -> String {
    let mut out = Vec::new();
    let mut corpus = TeiCorpus::new("Essai.", &mut out).unwrap();
    corpus.document(selected).unwrap();
    corpus.end().unwrap();
    String::from_utf8(out).unwrap()
}

fn txm(selected: &Selected) -> String {
    let mut out = Vec::new();
    txm_text(selected, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn iramuteq(selected: &Selected) -> String {
    let mut out = Vec::new();
    let mut corpus = IramuteqCorpus::new(&mut out);
    corpus.document(selected).unwrap();
    corpus.end().unwrap();
    String::from_utf8(out).unwrap()
}

/// The text of an XML file, by another reader than ours; fails where it is not well-formed.
fn read(xml: &str) -> Result<String, quick_xml::Error> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut text, mut open) = (String::new(), 0i64);
    loop {
        match reader.read_event()? {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Text(own) => text.push_str(&own.xml10_content()),
            quick_xml::events::Event::GeneralRef(name) => {
                let name: &str = &name;
                text.push(match name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("{other:?}"),
                });
            }
            _ => {}
        }
    }
    assert_eq!(open, 0, "{xml}");
    Ok(text)
}

#[test]
fn tei_tells_who_speaks_in_which_part_on_which_page() {
    let text = tei(&selected(vec![workshop()]));
    let (_, body) = text.split_once("<text>").unwrap();
    expect![[r##"
        <body><div type="workshop" xml:id="d1.s1" n="2023/actes été.pdf#atelier-4"><head><pb n="16" corresp="2023/actes%20%C3%A9t%C3%A9.pdf#page=18"/>Atelier 4
        </head>
        <note type="keywords"><term>Non-recours</term>
        </note>
        <u who="#d1.p1"><seg>Un * début…
        suite.

        </seg>
        <seg><pb n="17" corresp="2023/actes%20%C3%A9t%C3%A9.pdf#page=19"/>Page d’après.
        </seg>
        </u>
        </div>
        </body>
        </text>
        </TEI>
        </teiCorpus>
    "##]].assert_eq(body);
    for part in [
        r##"<person xml:id="d1.p1"><persName>Solenne Le Gallou</persName>"##,
        "<occupation>directrice</occupation>",
        "<title type=\"main\">L&apos;action &lt;sociale&gt; &amp; co</title>",
        "<date when=\"2023-03-14\">14 mars 2023</date>",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
}

#[test]
fn txm_has_metadata_in_attributes_and_text_in_elements() {
    let text = txm(&selected(vec![workshop()]));
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><div type="Atelier" n="4" titre="Se loger" theme="ND" intervenants="Solenne Le Gallou" motscles="Non-recours" date="ND" id="2023/actes été.pdf#atelier-4"><p><pb n="16"/>Atelier 4
        Un * début…
        suite.

        </p>
        <p><pb n="17"/>Page d’après.
        </p>
        </div>
        </text>
        </TEI>
    "#]].assert_eq(&text);
}

#[test]
fn iramuteq_has_each_variable_once_and_no_star_in_texts() {
    let text = iramuteq(&selected(vec![workshop()]));
    expect![[r#"
        **** *doc_2023actesetepdf *section_atelier4 *genre_document *sorte_atelier *numero_4 *annee_2023 *evenement_na *lieu_valmorin *theme_na *intervenant_solennelegallou *langue_fr
        Atelier 4
        Un   début...
        suite.
        Page d'après.

    "#]].assert_eq(&text);
}

#[test]
fn texts_without_words_are_left_out_of_iramuteq() {
    let section = Section { text: " *\n…\n".to_owned(), ..workshop() };
    assert_eq!(iramuteq(&selected(vec![section])), "");
}

#[test]
fn names_of_files_differ() {
    let mut taken = BTreeSet::new();
    let one = selected(vec![workshop()]);
    let names = [(); 3].map(|()| txm_name(&one, &mut taken));
    assert_eq!(names, ["2023-actes-ete-pdf", "2023-actes-ete-pdf-2", "2023-actes-ete-pdf-3"]);
}

#[test]
fn sections_stand_in_those_that_contain_them_whatever_is_said() {
    let section = |id: &str, parent: Option<&str>| Section {
        id: id.to_owned(),
        parent: parent.map(str::to_owned),
        text: format!("texte {id}"),
        ..Section::default()
    };
    let sections = vec![
        section("a", None),
        section("b", Some("a")),
        section("c", Some("absent")),
        section("d", Some("d")),
        section("e", Some("f")),
        section("f", Some("e")),
    ];
    let text = read(&tei(&selected(sections))).unwrap();
    for id in ["a", "b", "c", "d", "e", "f"] {
        assert_eq!(text.matches(&format!("texte {id}")).count(), 1, "{id}");
    }
}

proptest! {
    #[test]
    fn any_text_makes_well_formed_files_that_hold_it(
        text in "(\\PC|[\u{0}-\u{1f}<>&\"'*]|\\]\\]>|\n\n|\u{c}|\u{fffe}|\u{feff}|é){0,80}",
        head in 0usize..20,
        page in 0usize..60,
    ) {
        let mut section = workshop();
        section.text = text.clone();
        section.head = text.floor_char_boundary(head.min(text.len()));
        section.pages[1].offset = page;
        section.title = Some(text.clone());
        section.id = text.clone();
        section.keywords = vec![Keyword(text.clone())];
        section.speakers[0].name = text.clone();
        let mut one = selected(vec![section]);
        one.document.title = Some(text.clone());
        one.document.event = Some(text.clone());
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).collect()
        };
        let begun = one.document.sections[0].pages.iter().filter(|own| own.offset < text.len());
        let begun = if text.trim().is_empty() { 0 } else { begun.count() };
        for xml in [tei(&one), txm(&one)] {
            prop_assert_eq!(xml.matches("<pb ").count(), begun);
            let read = read(&xml);
            prop_assert!(read.is_ok(), "{read:?} {xml}");
            prop_assert!(letters(&read.unwrap()).contains(&letters(&text)));
            prop_assert!(xml.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()));
        }
        let stars = iramuteq(&one);
        for line in stars.lines() {
            prop_assert!(line.starts_with("**** ") || !line.contains('*'), "{stars}");
        }
        let mut out = Vec::new();
        let mut rows = PassageTable::new(Dialect::default(), &mut out).unwrap();
        let bytes = 0..text.len();
        one.passages = vec![glane_query::Stretch { section: 0, ordinal: 1, bytes }];
        rows.document(&one).unwrap();
        rows.end().unwrap();
        let mut reader = csv::Reader::from_reader(&out[..]);
        let row = reader.records().next().unwrap().unwrap();
        prop_assert_eq!(&row[20], text.as_str());
    }
}
