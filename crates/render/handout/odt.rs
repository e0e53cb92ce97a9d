//! OpenDocument 1.3 (OASIS), for LibreOffice.
//!
//! Styles never change but for the footer: they are a file in `odt/`.

use std::io;

use super::leaflet::{Entry, Leaflet, SOURCES, Source, bookmark};
use super::package::package;
use super::xml::Xml;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("office:version", "1.3"),
];

/// The handout as the bytes of an `.odt`.
pub(super) fn write(leaflet: &Leaflet) -> io::Result<Vec<u8>> {
    package(vec![
        ("mimetype", MEDIA_TYPE.as_bytes().to_vec()),
        ("META-INF/manifest.xml", include_str!("odt/manifest.xml").as_bytes().to_vec()),
        ("meta.xml", meta(leaflet)),
        ("styles.xml", styles(leaflet)),
        ("content.xml", content(leaflet)),
    ])
}

fn meta(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.within("office:document-meta", NAMESPACES, |xml| {
        xml.within("office:meta", &[], |xml| {
            xml.element("meta:generator", &[], "Glane");
            xml.element("dc:title", &[], &leaflet.title);
            xml.element("dc:language", &[], "fr-FR");
            if let Some(date) = &leaflet.date {
                xml.element("meta:creation-date", &[], &format!("{date}T00:00:00"));
            }
        });
    });
    xml.finish()
}

fn styles(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.within("office:document-styles", NAMESPACES, |xml| {
        xml.raw(include_str!("odt/styles-body.xml"));
        xml.within("office:master-styles", &[], |xml| {
            let page = [("style:name", "Standard"), ("style:page-layout-name", "A4")];
            xml.within("style:master-page", &page, |xml| {
                xml.within("style:footer", &[], |xml| footer(xml, leaflet));
            });
        });
    });
    xml.finish()
}

fn footer(xml: &mut Xml, leaflet: &Leaflet) {
    paragraph(xml, "Footer", |xml| {
        xml.text(&leaflet.short_title());
        xml.empty("text:tab", &[]);
        xml.element("text:page-number", &[("text:select-page", "current")], "1");
        xml.text("\u{a0}/\u{a0}");
        xml.element("text:page-count", &[], "1");
    });
}

fn content(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.within("office:document-content", NAMESPACES, |xml| {
        xml.within("office:automatic-styles", &[], |xml| automatic_styles(xml, leaflet));
        xml.within("office:body", &[], |xml| {
            xml.within("office:text", &[], |xml| {
                title_page(xml, leaflet);
                if leaflet.contents {
                    contents(xml, leaflet);
                }
                for (rank, entry) in (1..).zip(&leaflet.entries) {
                    excerpt(xml, rank, entry);
                }
                sources(xml, leaflet);
            });
        });
    });
    xml.finish()
}

/// What the body needs besides named styles: the heading that starts a page, the first fact, the
/// box, and the languages of excerpts.
fn automatic_styles(xml: &mut Xml, leaflet: &Leaflet) {
    xml.raw(concat!(
        r#"<style:style style:name="Premier" style:family="paragraph" "#,
        r#"style:parent-style-name="Heading_20_1"><style:paragraph-properties "#,
        r#"fo:break-before="page" fo:margin-top="0mm"/></style:style>"#,
        r#"<style:style style:name="Premiere_20_fiche" style:family="paragraph" "#,
        r#"style:parent-style-name="Fiche"><style:paragraph-properties fo:margin-top="12mm"/>"#,
        r#"</style:style>"#,
        r#"<style:style style:name="Tableau" style:family="table"><style:table-properties "#,
        r#"style:width="174mm" table:align="left" fo:margin-top="2mm" style:may-break-between-rows="false"/>"#,
        r#"</style:style><style:style style:name="Colonne" style:family="table-column">"#,
        r#"<style:table-column-properties style:column-width="174mm"/></style:style>"#,
        r#"<style:style style:name="Ligne" style:family="table-row"><style:table-row-properties "#,
        r#"style:min-row-height="45mm" fo:keep-together="always"/></style:style>"#,
        r#"<style:style style:name="Cellule" style:family="table-cell">"#,
        r##"<style:table-cell-properties fo:border="0.75pt dashed #555555" fo:padding="2.5mm"/>"##,
        r#"</style:style>"#
    ));
    let mut languages: Vec<&str> =
        leaflet.entries.iter().filter_map(|entry| entry.language.as_deref()).collect();
    languages.sort_unstable();
    languages.dedup();
    for code in languages {
        let (name, country) =
            (language_style(code), [("fo:language", code), ("fo:country", "none")]);
        let style = [("style:name", name.as_str()), ("style:family", "text")];
        xml.within("style:style", &style, |xml| xml.empty("style:text-properties", &country));
    }
}

fn language_style(code: &str) -> String {
    format!("Langue_20_{code}")
}

fn title_page(xml: &mut Xml, leaflet: &Leaflet) {
    text(xml, "Title", &leaflet.title);
    for line in &leaflet.presentation {
        text(xml, "Subtitle", line);
    }
    for (rank, (label, fact)) in leaflet.facts.iter().enumerate() {
        paragraph(xml, if rank == 0 { "Premiere_20_fiche" } else { "Fiche" }, |xml| {
            xml.element("text:span", &[("text:style-name", "Discret")], label);
            xml.empty("text:tab", &[]);
            xml.text(fact);
        });
    }
}

/// Each heading with the page it stands on, worked out as the file opens.
fn contents(xml: &mut Xml, leaflet: &Leaflet) {
    text(xml, "Contents_20_Heading", "Sommaire");
    for (rank, entry) in (1..).zip(&leaflet.entries) {
        let (number, title) = entry.numbered();
        contents_line(xml, &bookmark(rank), Some(number), title);
    }
    contents_line(xml, SOURCES, None, "Sources");
}

fn contents_line(xml: &mut Xml, bookmark: &str, number: Option<&str>, title: &str) {
    paragraph(xml, "Contents_20_1", |xml| {
        let target = format!("#{bookmark}");
        let link = [
            ("xlink:type", "simple"),
            ("xlink:href", target.as_str()),
            ("text:style-name", "Index_20_Link"),
            ("text:visited-style-name", "Index_20_Link"),
        ];
        xml.within("text:a", &link, |xml| {
            if let Some(number) = number {
                xml.text(&format!("{number}."));
                xml.empty("text:tab", &[]);
            }
            xml.text(title);
            xml.empty("text:tab", &[]);
            let page = [("text:reference-format", "page"), ("text:ref-name", bookmark)];
            xml.element("text:bookmark-ref", &page, "");
        });
    });
}

fn excerpt(xml: &mut Xml, rank: usize, entry: &Entry) {
    heading(xml, &bookmark(rank), &entry.heading, rank == 1);
    words(xml, entry);
    // The note and the box belong to the words above them.
    let together = entry.boxed || !entry.note.is_empty();
    let last = if together { "Reference_20_suivie" } else { "Reference" };
    if entry.keywords.is_empty() {
        text(xml, last, &entry.reference);
    } else {
        text(xml, "Reference_20_suivie", &entry.reference);
        text(xml, last, &format!("Mots-clés : {}", entry.keywords));
    }
    if !entry.note.is_empty() {
        text(xml, "Intitule", "Note");
    }
    let note = if entry.boxed && entry.whole { "Note_20_suivie" } else { "Note" };
    entry.note.iter().for_each(|line| text(xml, note, line));
    if entry.boxed {
        discussion(xml, rank);
    }
}

fn words(xml: &mut Xml, entry: &Entry) {
    let language = entry.language.as_deref().map(language_style);
    let style = if entry.whole { "Extrait_20_entier" } else { "Extrait" };
    for (rank, piece) in entry.pieces.iter().enumerate() {
        if rank > 0 {
            text(xml, style, "[…]");
        }
        let last_piece = rank + 1 == entry.pieces.len();
        for (rank, line) in piece.iter().enumerate() {
            // The last words stay with their reference, however long the excerpt.
            let last = last_piece && rank + 1 == piece.len() && !entry.whole;
            paragraph(xml, if last { "Extrait_20_fin" } else { style }, |xml| match &language {
                Some(style) => {
                    xml.within("text:span", &[("text:style-name", style)], |xml| spaced(xml, line));
                }
                None => spaced(xml, line),
            });
        }
    }
}

fn heading(xml: &mut Xml, bookmark: &str, title: &str, first: bool) {
    let style = if first { "Premier" } else { "Heading_20_1" };
    let attributes = [("text:style-name", style), ("text:outline-level", "1")];
    xml.within("text:h", &attributes, |xml| {
        xml.empty("text:bookmark-start", &[("text:name", bookmark)]);
        spaced(xml, title);
        xml.empty("text:bookmark-end", &[("text:name", bookmark)]);
    });
}

/// A table of one cell, 45 mm high at least, that no page cuts.
fn discussion(xml: &mut Xml, rank: usize) {
    let name = format!("À discuter {rank}");
    let table = [("table:name", name.as_str()), ("table:style-name", "Tableau")];
    xml.within("table:table", &table, |xml| {
        xml.empty("table:table-column", &[("table:style-name", "Colonne")]);
        xml.within("table:table-row", &[("table:style-name", "Ligne")], |xml| {
            let cell = [("table:style-name", "Cellule"), ("office:value-type", "string")];
            xml.within("table:table-cell", &cell, |xml| text(xml, "Cadre", "À discuter"));
        });
    });
}

fn sources(xml: &mut Xml, leaflet: &Leaflet) {
    heading(xml, SOURCES, "Sources", leaflet.entries.is_empty());
    for Source { title, rest } in &leaflet.sources {
        paragraph(xml, "Source", |xml| {
            xml.element("text:span", &[("text:style-name", "Emphasis")], title);
            spaced(xml, rest);
        });
    }
}

fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.within("text:p", &[("text:style-name", style)], inner);
}

fn text(xml: &mut Xml, style: &str, text: &str) {
    paragraph(xml, style, |xml| spaced(xml, text));
}

/// Text whose tabs stay tabs; OpenDocument reads them as spaces otherwise.
fn spaced(xml: &mut Xml, text: &str) {
    for (rank, part) in text.split('\t').enumerate() {
        if rank > 0 {
            xml.empty("text:tab", &[]);
        }
        xml.text(part);
    }
}
