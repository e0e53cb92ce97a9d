//! Office documents and web pages from the file to the answer, good ones and hostile ones.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::sandbox::Sandbox;

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

const RELATIONS: &str = r#"<Relationships>
    <Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
    <Relationship Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

fn docx(body: &str, core: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    archive(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("docProps/core.xml", format!("<core>{core}</core>").as_bytes()),
    ])
}

/// A paragraph of a Word document, at a level of the outline from 0 where it is a heading.
fn paragraph(level: Option<u8>, text: &str) -> String {
    let level = level.map(|level| format!(r#"<w:outlineLvl w:val="{level}"/>"#));
    let level = level.unwrap_or_default();
    format!(
        r#"<w:p><w:pPr>{level}<w:spacing w:after="160"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

fn workshop_docx() -> Vec<u8> {
    let body = [
        paragraph(Some(0), "Journée de l'accueil à Kerval"),
        paragraph(Some(1), "Atelier 4 : Recevoir sans trier"),
        paragraph(None, "Zoé LANTERI, directrice du CCAS"),
        paragraph(None, "Le guichet ambulant reçoit chacun sans condition."),
    ];
    docx(&body.concat(), "<dc:creator>Luc Perrot</dc:creator>")
}

fn odt(body: &str, meta: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let meta =
        format!("<office:document-meta><office:meta>{meta}</office:meta></office:document-meta>");
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", meta.as_bytes()),
    ])
}

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Le verger partagé</title></head><body><nav>Plan du site</nav><h1>Le verger partagé</h1><h2>Atelier 2 : Greffer</h2><p>La pépinière prête des sécateurs aux voisins.</p></body></html>";

#[test]
fn each_format_is_searched_and_cites_its_headings() {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/accueil.docx", &workshop_docx());
    let body = r#"<text:h text:outline-level="1">Budget participatif</text:h><text:h text:outline-level="2">Table ronde : Voter à l'école</text:h><text:p>Les urnes voyagent en triporteur.</text:p>"#;
    sandbox.write("corpus/budget.odt", &odt(body, ""));
    sandbox.write("corpus/verger.html", PAGE.as_bytes());
    assert_eq!(sandbox.glane(&["index", "--quiet"]).code, 0);
    for (query, title) in [
        ("guichet ambulant", "Recevoir sans trier"),
        ("triporteur", "Voter à l'école"),
        ("sécateurs", "Greffer"),
    ] {
        let answer = sandbox.json(&["search", query]);
        assert_eq!(answer["hits"][0]["section"]["title"], title, "{answer}");
    }
    assert_eq!(sandbox.glane(&["search", "\"plan du site\""]).code, 1);
}

#[test]
fn people_and_headings_of_a_word_document_are_found() {
    let sandbox = Sandbox::new();
    sandbox.write("a.docx", &workshop_docx());
    let document = sandbox.json(&["inspect", "a.docx"]);
    assert_eq!(document["format"], "docx");
    assert_eq!(document["title"], "Journée de l'accueil à Kerval");
    let names: Vec<&str> = document["people"]
        .as_array()
        .map(|people| people.iter().filter_map(|person| person["name"].as_str()).collect())
        .unwrap_or_default();
    // Where the text names people, whoever typed it is not one of them.
    assert_eq!(names, ["Zoé Lanteri"]);
    assert!(document["from_properties"].is_null());
}

#[test]
fn what_the_file_says_of_itself_is_told_as_such() {
    let sandbox = Sandbox::new();
    let meta = "<dc:title>Guide du guichet</dc:title><meta:creation-date>2021-05-03T09:00:00</meta:creation-date>";
    let body = "<text:p>le guichet ferme à midi.</text:p>";
    sandbox.write("a.odt", &odt(body, meta));
    let shown = sandbox.glane(&["inspect", "a.odt"]).stdout;
    assert!(shown.starts_with("Guide du guichet (propriétés du fichier)\n"), "{shown}");
    assert!(shown.contains("3 mai 2021 (propriétés du fichier)"), "{shown}");
}

#[test]
fn hostile_files_are_named_and_cost_the_others_nothing() {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/accueil.docx", &workshop_docx());
    let bomb = archive(&[("word/document.xml", &vec![b' '; 100 << 20])]);
    sandbox.write("corpus/bombe.docx", &bomb);
    sandbox.write("corpus/profond.docx", &docx(&"<w:p>".repeat(100_000), ""));
    sandbox.write("corpus/coupe.docx", &workshop_docx()[..600]);
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let secret = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
    ]);
    sandbox.write("corpus/secret.odt", &secret);
    sandbox.write("corpus/puits.html", ("<div>".repeat(200_000) + "au fond").as_bytes());
    let ended = sandbox.glane(&["index"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    for (name, reason) in [
        ("bombe.docx", "trop volumineux"),
        ("profond.docx", "imbriqués"),
        ("coupe.docx", "tronqué"),
        ("secret.odt", "chiffré"),
    ] {
        let told = ended.stderr.lines().any(|line| line.contains(name) && line.contains(reason));
        assert!(told, "{name}: {ended:?}");
    }
    assert_eq!(sandbox.glane(&["search", "guichet ambulant"]).code, 0);
    assert_eq!(sandbox.glane(&["search", "\"au fond\""]).code, 0, "depth is no reason to refuse");
}
