//! Office Open XML (ISO/IEC 29500, transitional), for Word.
//!
//! Styles, settings and fonts never change: they are files in `docx/`. Lengths are twentieths of a
//! point, font sizes half points, borders eighths of a point.

use std::io;

use super::leaflet::{Entry, Leaflet, SOURCES, Source, bookmark};
use super::package::package;
use super::xml::Xml;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Attributes that keep the white space at both ends of a text.
const KEEP_SPACE: &[(&str, &str)] = &[("xml:space", "preserve")];

/// The handout as the bytes of a `.docx`.
pub(super) fn write(leaflet: &Leaflet) -> io::Result<Vec<u8>> {
    let fixed = |text: &str| text.as_bytes().to_vec();
    package(vec![
        ("[Content_Types].xml", fixed(include_str!("docx/content-types.xml"))),
        ("_rels/.rels", fixed(include_str!("docx/package.rels"))),
        ("docProps/core.xml", core(leaflet)),
        ("docProps/app.xml", fixed(include_str!("docx/app.xml"))),
        ("word/document.xml", document(leaflet)),
        ("word/_rels/document.xml.rels", fixed(include_str!("docx/document.rels"))),
        ("word/styles.xml", fixed(include_str!("docx/styles.xml"))),
        ("word/settings.xml", fixed(include_str!("docx/settings.xml"))),
        ("word/fontTable.xml", fixed(include_str!("docx/font-table.xml"))),
        ("word/footer1.xml", footer(leaflet)),
    ])
}

/// The properties that the system and Word show: the title first of all.
fn core(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::file();
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.within("cp:coreProperties", &names, |xml| {
        xml.element("dc:title", &[], &leaflet.title);
        if let Some(date) = &leaflet.date {
            let moment = format!("{date}T00:00:00Z");
            xml.element("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &moment);
        }
        xml.element("dc:language", &[], "fr-FR");
    });
    xml.finish()
}

fn footer(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.within("w:ftr", &[("xmlns:w", NAMESPACE)], |xml| {
        paragraph(xml, &Shape::of("Pieddepage"), |xml| {
            run(xml, "", &leaflet.short_title());
            tab(xml);
            field(xml, "PAGE", "1");
            run(xml, "", "\u{a0}/\u{a0}");
            field(xml, "NUMPAGES", "1");
        });
    });
    xml.finish()
}

fn document(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.within("w:document", &[("xmlns:w", NAMESPACE), ("xmlns:r", RELATIONS)], |xml| {
        xml.within("w:body", &[], |xml| {
            title_page(xml, leaflet);
            if leaflet.contents {
                contents(xml, leaflet);
            }
            for (rank, entry) in (1..).zip(&leaflet.entries) {
                excerpt(xml, rank, entry);
            }
            sources(xml, leaflet);
            section(xml);
        });
    });
    xml.finish()
}

/// A4, margins of 20, 18 and 22 mm.
fn section(xml: &mut Xml) {
    xml.raw(concat!(
        r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>"#,
        r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"<w:pgMar w:top="1134" w:right="1021" w:bottom="1247" w:left="1021" w:header="567" "#,
        r#"w:footer="567" w:gutter="0"/></w:sectPr>"#
    ));
}

fn title_page(xml: &mut Xml, leaflet: &Leaflet) {
    text(xml, &Shape::of("Titre"), &leaflet.title);
    for line in &leaflet.presentation {
        text(xml, &Shape::of("Sous-titre"), line);
    }
    for (rank, (label, fact)) in leaflet.facts.iter().enumerate() {
        let shape = Shape { before: (rank == 0).then_some("700"), ..Shape::of("Fiche") };
        paragraph(xml, &shape, |xml| {
            run(xml, r#"<w:color w:val="595959"/>"#, label);
            tab(xml);
            run(xml, "", fact);
        });
    }
}

/// Each heading with the page it stands on. These are plain references rather than a generated
/// table: LibreOffice works them out as it opens the file, and Word before it prints; a generated
/// table would ask its reader, at each opening, whether to be brought up to date.
fn contents(xml: &mut Xml, leaflet: &Leaflet) {
    let title = Shape { new_page: true, ..Shape::of("En-ttedetabledesmatires") };
    text(xml, &title, "Sommaire");
    for (rank, entry) in (1..).zip(&leaflet.entries) {
        let (number, title) = entry.numbered();
        contents_line(xml, &bookmark(rank), Some(number), title);
    }
    contents_line(xml, SOURCES, None, "Sources");
}

fn contents_line(xml: &mut Xml, bookmark: &str, number: Option<&str>, title: &str) {
    paragraph(xml, &Shape::of("TM1"), |xml| {
        xml.within("w:hyperlink", &[("w:anchor", bookmark), ("w:history", "1")], |xml| {
            if let Some(number) = number {
                run(xml, "", &format!("{number}."));
                tab(xml);
            }
            run(xml, "", title);
            tab(xml);
            field(xml, &format!("PAGEREF {bookmark} \\h"), "");
        });
    });
}

fn excerpt(xml: &mut Xml, rank: usize, entry: &Entry) {
    heading(xml, rank, &bookmark(rank), &entry.heading, rank == 1);
    words(xml, entry);
    // The note and the box belong to the words above them.
    let together = entry.boxed || !entry.note.is_empty();
    let shape = Shape { with_next: together, ..Shape::of("Reference") };
    if !entry.keywords.is_empty() {
        let shape = Shape { with_next: true, ..shape };
        text(xml, &shape, &entry.reference);
        text(
            xml,
            &Shape { with_next: together, ..shape },
            &format!("Mots-clés : {}", entry.keywords),
        );
    } else {
        text(xml, &shape, &entry.reference);
    }
    if !entry.note.is_empty() {
        text(xml, &Shape::of("Intitule"), "Note");
    }
    for line in &entry.note {
        text(xml, &Shape { with_next: entry.boxed && entry.whole, ..Shape::of("Note") }, line);
    }
    if entry.boxed {
        discussion(xml);
    }
}

fn words(xml: &mut Xml, entry: &Entry) {
    let shape = Shape { with_next: entry.whole, whole: entry.whole, ..Shape::of("Extrait") };
    let language = entry.language.as_ref().map(|code| format!(r#"<w:lang w:val="{code}"/>"#));
    for (rank, piece) in entry.pieces.iter().enumerate() {
        if rank > 0 {
            text(xml, &shape, "[…]");
        }
        let last_piece = rank + 1 == entry.pieces.len();
        for (rank, line) in piece.iter().enumerate() {
            // The last words stay with their reference, however long the excerpt.
            let last = last_piece && rank + 1 == piece.len();
            let shape = Shape { with_next: entry.whole || last, ..shape };
            paragraph(xml, &shape, |xml| run(xml, language.as_deref().unwrap_or(""), line));
        }
    }
}

fn heading(xml: &mut Xml, id: usize, bookmark: &str, title: &str, new_page: bool) {
    let before = new_page.then_some("0");
    paragraph(xml, &Shape { new_page, before, ..Shape::of("Titre1") }, |xml| {
        let id = id.to_string();
        xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", bookmark)]);
        run(xml, "", title);
        xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    });
}

/// A table of one cell, 45 mm high at least, that no page cuts.
fn discussion(xml: &mut Xml) {
    let side =
        |name: &str| format!(r#"<w:{name} w:val="dashed" w:sz="6" w:space="0" w:color="555555"/>"#);
    let borders: String = ["top", "left", "bottom", "right"].map(side).concat();
    xml.within("w:tbl", &[], |xml| {
        xml.raw(&format!(
            concat!(
                r#"<w:tblPr><w:tblW w:w="9864" w:type="dxa"/><w:tblBorders>{}</w:tblBorders>"#,
                r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="113" w:type="dxa"/>"#,
                r#"<w:left w:w="170" w:type="dxa"/><w:bottom w:w="113" w:type="dxa"/>"#,
                r#"<w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>"#,
                r#"<w:tblGrid><w:gridCol w:w="9864"/></w:tblGrid>"#
            ),
            borders
        ));
        xml.within("w:tr", &[], |xml| {
            xml.raw(
                r#"<w:trPr><w:cantSplit/><w:trHeight w:val="2551" w:hRule="atLeast"/></w:trPr>"#,
            );
            xml.within("w:tc", &[], |xml| {
                xml.raw(r#"<w:tcPr><w:tcW w:w="9864" w:type="dxa"/></w:tcPr>"#);
                let shape = Shape { before: Some("0"), free: true, ..Shape::of("Intitule") };
                text(xml, &shape, "À discuter");
            });
        });
    });
}

fn sources(xml: &mut Xml, leaflet: &Leaflet) {
    let id = leaflet.entries.len() + 1;
    heading(xml, id, SOURCES, "Sources", leaflet.entries.is_empty());
    for Source { title, rest } in &leaflet.sources {
        paragraph(xml, &Shape::of("Source"), |xml| {
            run(xml, "<w:i/><w:iCs/>", title);
            run(xml, "", rest);
        });
    }
}

/// The style of a paragraph, and where it departs from it.
#[derive(Clone, Copy)]
struct Shape {
    style: &'static str,
    /// Starts a page.
    new_page: bool,
    /// Stays on the page of the next paragraph.
    with_next: bool,
    /// No page cuts it.
    whole: bool,
    /// Does not stay with the next paragraph, though its style would.
    free: bool,
    /// The space above, in twentieths of a point.
    before: Option<&'static str>,
}

impl Shape {
    fn of(style: &'static str) -> Shape {
        Shape { style, new_page: false, with_next: false, whole: false, free: false, before: None }
    }
}

/// A paragraph; the order of its properties is that of the schema.
fn paragraph(xml: &mut Xml, shape: &Shape, runs: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", shape.style)]);
            match (shape.with_next, shape.free) {
                (true, _) => xml.empty("w:keepNext", &[]),
                (_, true) => xml.empty("w:keepNext", &[("w:val", "0")]),
                _ => {}
            }
            if shape.whole {
                xml.empty("w:keepLines", &[]);
            }
            if shape.new_page {
                xml.empty("w:pageBreakBefore", &[]);
            }
            if let Some(before) = shape.before {
                xml.empty("w:spacing", &[("w:before", before)]);
            }
        });
        runs(xml);
    });
}

fn text(xml: &mut Xml, shape: &Shape, text: &str) {
    paragraph(xml, shape, |xml| run(xml, "", text));
}

/// A run of text; `properties` is what stands in its `w:rPr`.
fn run(xml: &mut Xml, properties: &str, text: &str) {
    xml.within("w:r", &[], |xml| {
        if !properties.is_empty() {
            xml.within("w:rPr", &[], |xml| xml.raw(properties));
        }
        xml.element("w:t", KEEP_SPACE, text);
    });
}

fn tab(xml: &mut Xml) {
    xml.raw("<w:r><w:tab/></w:r>");
}

/// A field, with what stands in its place until it is worked out.
fn field(xml: &mut Xml, code: &str, result: &str) {
    let mark = |xml: &mut Xml, kind: &str| {
        xml.within("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
    };
    mark(xml, "begin");
    xml.within("w:r", &[], |xml| xml.element("w:instrText", KEEP_SPACE, &format!(" {code} ")));
    mark(xml, "separate");
    run(xml, "", result);
    mark(xml, "end");
}
