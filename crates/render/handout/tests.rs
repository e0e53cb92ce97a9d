//! What every format says alike, whatever the documents held.

use glane_document::{Document, Function, Keyword, PageStart, Section, SectionKind, Speaker};
use glane_dossier::{Dossier, excerpt};
use glane_ingest::{ExtractedText, Extractor, Format, InProcess};

use super::*;

const COUNTER: &str = "On nous dit que l’accueil des usagers est la vitrine de la mairie,\nmais \
                       personne ne demande à **celle** qui la tient ce qu’elle y voit passer.\n\n\
                       Elle voit tout.\n\nElle se tait.";

/// A dossier of two excerpts: one in two pieces with a note, one in English.
fn dossier() -> Dossier {
    let mut document = Document::new("actes.txt", "actes.txt");
    document.title = Some("Rencontres de Valbrune".to_owned());
    document.dates = vec!["2019-03-14".parse().unwrap()];
    let mut section = Section::new(SectionKind::Workshop);
    section.id = "atelier-4".to_owned();
    section.number = Some("4".to_owned());
    section.title = Some("Derrière le guichet : accueillir sans trier".to_owned());
    section.text = COUNTER.to_owned();
    section.pages = vec![PageStart { offset: 0, page: 43, sheet: None }];
    section.keywords = vec![Keyword("accueil".to_owned()), Keyword("guichet".to_owned())];
    section.speakers = vec![Speaker::new("Nadège Bourcelot", "N. B.", Function::Speaker)];
    let mut dossier = Dossier::default();
    let end = COUNTER.len();
    dossier.add(
        excerpt(&document, &section, &[0..COUNTER.find("\n\n").unwrap(), end - 13..end], None)
            .unwrap(),
    );
    let mut other = Section::new(SectionKind::Section);
    other.id = "abstract".to_owned();
    other.title = Some("Abstract".to_owned());
    other.language = Some("en".to_owned());
    other.text = "Frontline staff see everything.".to_owned();
    dossier.add(excerpt(&document, &other, &[0..31], None).unwrap());
    dossier.rename("L’accueil, un métier");
    dossier.present("Stage des 12 et 13 mai.\nQuinze personnes.");
    dossier.annotate(1, "Commencer par là.\n\nLaisser deux minutes.");
    dossier
}

/// What a hostile document can put anywhere.
const HOSTILE: &str = "a\u{0}\u{8}<script>alert('x')</script>]]> &amp; \"\u{202e}مرحبا\u{fffe}\
                       <w:p/><text:p/> # {{x}} `c` | \u{1f600}";

fn hostile() -> Dossier {
    let mut document = Document::new(format!("{HOSTILE}.txt"), HOSTILE);
    document.title = Some(HOSTILE.to_owned());
    document.event = Some(HOSTILE.to_owned());
    document.place = Some(HOSTILE.to_owned());
    let mut section = Section::new(SectionKind::Other);
    section.id = HOSTILE.to_owned();
    section.title = Some(HOSTILE.to_owned());
    section.text = format!("{HOSTILE}\n\n{}", "anticonstitutionnellement".repeat(60));
    section.language = Some("en\"><script>".to_owned());
    section.keywords = vec![Keyword(HOSTILE.to_owned())];
    section.speakers = vec![Speaker::new(HOSTILE, HOSTILE, Function::Speaker)];
    let mut dossier = Dossier::default();
    dossier.add(excerpt(&document, &section, &[0..section.text.len()], None).unwrap());
    dossier.rename(HOSTILE);
    dossier.present(HOSTILE);
    dossier.annotate(1, HOSTILE);
    dossier
}

fn written(dossier: &Dossier, parts: Parts, format: HandoutFormat) -> Vec<u8> {
    let date = "2025-05-12".parse().ok();
    let mut out = Vec::new();
    handout(&Handout { dossier, date, parts }, format, &mut out).unwrap();
    out
}

/// The text that our own readers find in a handout.
#[track_caller]
fn read(bytes: &[u8], format: Format) -> ExtractedText {
    InProcess.extract(format, bytes).unwrap_or_else(|refusal| panic!("{refusal}"))
}

const OFFICE: [(HandoutFormat, Format); 3] = [
    (HandoutFormat::Docx, Format::Docx),
    (HandoutFormat::Odt, Format::Odt),
    (HandoutFormat::Html, Format::Html),
];

#[test]
fn our_own_readers_find_the_headings_and_every_word() {
    for (written_as, read_as) in OFFICE {
        let text = read(&written(&dossier(), Parts::ALL, written_as), read_as).text;
        for line in [
            "# 1. Atelier 4 — Derrière le guichet : accueillir sans trier",
            "# 2. Abstract",
            "# Sources",
        ] {
            let is_heading = |found: &str| found.trim_start_matches('#').trim() == &line[2..];
            let heading = text.lines().find(|found| found.starts_with('#') && is_heading(found));
            assert!(heading.is_some(), "{written_as:?}: no heading « {line} » in {text}");
        }
        for words in [
            "L’accueil, un métier",
            "Stage des 12 et 13 mai.",
            "Quinze personnes.",
            "On nous dit que l’accueil des usagers est la vitrine de la mairie, mais personne ne \
             demande à celle qui la tient ce qu’elle y voit passer.",
            "[…]",
            "Elle se tait.",
            "Nadège Bourcelot, Rencontres de Valbrune, 14 mars 2019, p.\u{a0}43.",
            "Mots-clés : accueil, guichet",
            "Commencer par là.",
            "Laisser deux minutes.",
            "À discuter",
            "Frontline staff see everything.",
            "12 mai 2025, avec Glane",
        ] {
            // Our reader of pages writes light marks before some signs.
            let plain = text.replace('\\', "");
            assert!(plain.contains(words), "{written_as:?}: no « {words} » in {text}");
        }
        assert!(!text.contains("Elle voit tout."), "{written_as:?}: what was left out stays out");
    }
}

#[test]
fn the_file_says_its_title_and_its_day() {
    for (written_as, read_as) in OFFICE {
        let properties = read(&written(&dossier(), Parts::ALL, written_as), read_as).properties;
        assert_eq!(properties.title.as_deref(), Some("L’accueil, un métier"), "{written_as:?}");
    }
    let properties =
        read(&written(&dossier(), Parts::ALL, HandoutFormat::Odt), Format::Odt).properties;
    assert_eq!(properties.date.map(|date| date.to_string()).as_deref(), Some("2025-05-12"));
}

#[test]
fn notes_boxes_and_contents_can_be_left_out() {
    let none = Parts { contents: false, notes: false, boxes: false };
    for format in HandoutFormat::ALL {
        let text = |parts| match format {
            HandoutFormat::Docx => read(&written(&dossier(), parts, format), Format::Docx).text,
            HandoutFormat::Odt => read(&written(&dossier(), parts, format), Format::Odt).text,
            _ => String::from_utf8(written(&dossier(), parts, format)).unwrap(),
        };
        for words in ["Sommaire", "Commencer par là", "À discuter"] {
            assert!(text(Parts::ALL).contains(words), "{format:?}: {words}");
            assert!(!text(none).contains(words), "{format:?}: {words}");
        }
        assert!(text(none).contains("Elle se tait."));
    }
}

#[test]
fn the_same_dossier_makes_the_same_bytes() {
    for format in HandoutFormat::ALL {
        let [first, again] = [(), ()].map(|()| written(&dossier(), Parts::ALL, format));
        assert_eq!(first, again, "{format:?}");
    }
}

#[test]
fn an_empty_dossier_is_a_title_page() {
    for (written_as, read_as) in OFFICE {
        let text = read(&written(&Dossier::default(), Parts::ALL, written_as), read_as).text;
        assert!(text.contains("Dossier") && !text.contains("Sommaire"), "{written_as:?}: {text}");
    }
}

/// The parts of an office document, by path.
fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    use std::io::Read;

    let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at| {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..count).map(read).collect()
}

/// Checks that `xml` is well-formed and has only characters that XML may have; returns the names of
/// its elements.
#[track_caller]
fn well_formed(xml: &str) -> Vec<String> {
    use quick_xml::events::Event;

    let bad = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    assert!(!xml.contains(|c| bad(c) || matches!(c, '\u{fffe}' | '\u{ffff}')), "{xml:?}");
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut names, mut depth) = (Vec::new(), 0);
    loop {
        let name = |name: quick_xml::name::QName<'_>| name.as_ref().to_owned();
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                assert!(tag.attributes().all(|attribute| attribute.is_ok()));
                names.push(name(tag.name()));
                depth += 1;
            }
            Event::Empty(tag) => {
                assert!(tag.attributes().all(|attribute| attribute.is_ok()));
                names.push(name(tag.name()));
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    names
}

#[test]
fn every_part_is_well_formed_whatever_the_documents_held() {
    for dossier in [dossier(), hostile(), Dossier::default()] {
        for format in [HandoutFormat::Docx, HandoutFormat::Odt] {
            for (path, text) in parts(written(&dossier, Parts::ALL, format)) {
                if path != "mimetype" {
                    let names = well_formed(&text);
                    assert!(!names.iter().any(|name| name.contains("script")), "{path}");
                }
            }
        }
    }
}

#[test]
fn what_a_document_held_is_shown_and_never_run() {
    let page = String::from_utf8(written(&hostile(), Parts::ALL, HandoutFormat::Html)).unwrap();
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;alert("), "{page}");
    assert!(!page.contains('\u{202e}') && page.contains("مرحبا"));
    let body = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    well_formed(&format!("<main>{body}</main>"));
    let markdown =
        String::from_utf8(written(&hostile(), Parts::ALL, HandoutFormat::Markdown)).unwrap();
    assert!(markdown.contains("\\<script\\>"), "{markdown}");
    assert!(!markdown.replace("\\<", "").contains("<script"), "{markdown}");
    for (written_as, read_as) in OFFICE {
        let text = read(&written(&hostile(), Parts::ALL, written_as), read_as).text;
        assert!(text.contains("alert(") && text.contains("مرحبا"), "{written_as:?}: {text}");
    }
}

#[test]
fn the_type_of_an_open_document_stands_first_and_as_it_is() {
    let bytes = written(&dossier(), Parts::ALL, HandoutFormat::Odt);
    // OpenDocument 1.3, part 2, 3.3: readable at byte 38, without decompression.
    assert_eq!(&bytes[30..38], b"mimetype");
    assert!(bytes[38..].starts_with(HandoutFormat::Odt.media_type().as_bytes()));
}

#[test]
fn each_part_of_a_word_document_has_its_type_and_each_reference_its_target() {
    let parts = parts(written(&dossier(), Parts::ALL, HandoutFormat::Docx));
    let part = |path: &str| {
        let found = parts.iter().find(|(name, _)| name == path);
        found.map(|(_, text)| text.as_str()).unwrap_or_default()
    };
    let types = part("[Content_Types].xml");
    for (path, _) in &parts {
        let typed = types.contains(&format!("PartName=\"/{path}\""));
        assert!(typed || path.ends_with(".rels") || path.starts_with('['), "{path} has no type");
    }
    let (document, styles) = (part("word/document.xml"), part("word/styles.xml"));
    for mark in ["w:anchor=\"", "PAGEREF "] {
        for target in document.split(mark).skip(1) {
            let name: String =
                target.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            assert!(document.contains(&format!("w:name=\"{name}\"")), "no bookmark {name}");
        }
    }
    for style in document.split("w:pStyle w:val=\"").skip(1) {
        let id = style.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "no style {id}");
    }
}

#[test]
fn each_style_and_reference_of_an_open_document_is_there() {
    let parts = parts(written(&dossier(), Parts::ALL, HandoutFormat::Odt));
    let part = |path: &str| {
        let found = parts.iter().find(|(name, _)| name == path);
        found.map(|(_, text)| text.as_str()).unwrap_or_default()
    };
    let (content, styles) = (part("content.xml"), part("styles.xml"));
    let quoted = |text: &str| text.split('"').next().unwrap_or_default().to_owned();
    for mark in ["text:style-name=\"", "table:style-name=\""] {
        for id in content.split(mark).skip(1).map(quoted) {
            let own = format!("style:name=\"{id}\"");
            assert!(content.contains(&own) || styles.contains(&own), "no style {id}");
        }
    }
    for name in content.split("text:ref-name=\"").skip(1).map(quoted) {
        assert!(content.contains(&format!("text:bookmark-start text:name=\"{name}\"")), "{name}");
    }
}
