//! A page to print: one file, no script, nothing to load.

use super::leaflet::{Entry, Leaflet, Source};
use super::xml::Xml;

/// The whole page.
pub(super) fn page(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.raw("<!DOCTYPE html>\n");
    xml.within("html", &[("lang", "fr")], |xml| {
        xml.within("head", &[], |xml| {
            xml.raw(concat!(
                r#"<meta charset="utf-8">"#,
                r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
                // Whatever a document held, the page runs and loads nothing.
                r#"<meta http-equiv="Content-Security-Policy" "#,
                r#"content="default-src 'none'; style-src 'unsafe-inline'">"#,
                "<meta name=\"generator\" content=\"Glane\">\n"
            ));
            xml.element("title", &[], &leaflet.title);
            xml.raw(concat!("\n<style>\n", include_str!("html/print.css"), "</style>\n"));
        });
        xml.within("body", &[], |xml| {
            xml.raw("\n<main>");
            main(xml, leaflet);
            xml.raw("</main>\n");
        });
    });
    xml.raw("\n");
    xml.finish()
}

/// The title page, the contents, the excerpts and the sources, without what surrounds them.
pub(super) fn body(leaflet: &Leaflet) -> Vec<u8> {
    let mut xml = Xml::new();
    main(&mut xml, leaflet);
    xml.finish()
}

fn main(xml: &mut Xml, leaflet: &Leaflet) {
    title_page(xml, leaflet);
    if leaflet.contents {
        contents(xml, leaflet);
    }
    for (rank, entry) in (1..).zip(&leaflet.entries) {
        excerpt(xml, rank, entry);
    }
    sources(xml, leaflet);
}

fn title_page(xml: &mut Xml, leaflet: &Leaflet) {
    xml.raw("\n");
    xml.within("div", &[("class", "couverture")], |xml| {
        xml.element("h1", &[], &leaflet.title);
        for line in &leaflet.presentation {
            xml.element("p", &[("class", "sous")], line);
        }
        xml.within("dl", &[], |xml| {
            for (label, fact) in &leaflet.facts {
                xml.element("dt", &[], label);
                xml.element("dd", &[], fact);
            }
        });
    });
}

fn contents(xml: &mut Xml, leaflet: &Leaflet) {
    xml.raw("\n");
    let labelled = [("class", "table-matieres"), ("aria-labelledby", "sommaire")];
    xml.within("nav", &labelled, |xml| {
        xml.element("h2", &[("id", "sommaire")], "Sommaire");
        xml.within("ol", &[], |xml| {
            for (rank, entry) in (1..).zip(&leaflet.entries) {
                let (_, title) = entry.numbered();
                let target = format!("#extrait-{rank}");
                xml.within("li", &[], |xml| xml.element("a", &[("href", &target)], title));
            }
        });
    });
}

fn excerpt(xml: &mut Xml, rank: usize, entry: &Entry) {
    let (id, title) = (format!("extrait-{rank}"), format!("titre-{rank}"));
    let class = if entry.whole { "piece court" } else { "piece" };
    xml.raw("\n");
    let labelled = [("class", class), ("id", id.as_str()), ("aria-labelledby", title.as_str())];
    xml.within("section", &labelled, |xml| {
        xml.element("h2", &[("id", &title)], &entry.heading);
        let language = entry.language.as_deref().unwrap_or("fr");
        xml.within("blockquote", &[("class", "lire"), ("lang", language)], |xml| words(xml, entry));
        xml.element("p", &[("class", "reference")], &entry.reference);
        if !entry.keywords.is_empty() {
            xml.element("p", &[("class", "reference")], &format!("Mots-clés : {}", entry.keywords));
        }
        if !entry.note.is_empty() {
            xml.within("div", &[("class", "consigne")], |xml| {
                xml.element("b", &[], "Note");
                entry.note.iter().for_each(|line| xml.element("p", &[], line));
            });
        }
        if entry.boxed {
            let discuss = |xml: &mut Xml| xml.element("b", &[], "À discuter");
            xml.within("div", &[("class", "discuter")], discuss);
        }
    });
}

fn words(xml: &mut Xml, entry: &Entry) {
    for (rank, piece) in entry.pieces.iter().enumerate() {
        if rank > 0 {
            xml.element("p", &[], "[…]");
        }
        piece.iter().for_each(|line| xml.element("p", &[], line));
    }
}

fn sources(xml: &mut Xml, leaflet: &Leaflet) {
    xml.raw("\n");
    let labelled = [("class", "piece court"), ("aria-labelledby", "sources")];
    xml.within("section", &labelled, |xml| {
        xml.element("h2", &[("id", "sources")], "Sources");
        xml.within("ul", &[("class", "sources")], |xml| {
            for Source { title, rest } in &leaflet.sources {
                xml.within("li", &[], |xml| {
                    xml.element("i", &[], title);
                    xml.text(rest);
                });
            }
        });
    });
    xml.raw("\n");
}
