//! A document: what it is, then its sections.

use std::io::{self, Write};

use glane_document::Document;

use super::phrase::{cited, dotted, event_beside, heading, slot};
use crate::wrap::wrapped;
use crate::{Style, counted, french_dates};

/// Writes what a document is, how it is cited, and the identifier of each of its sections, for
/// `glane show`.
///
/// # Errors
///
/// What `out` reports.
pub fn document(
    document: &Document,
    citation: &str,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    head(document, style, out)?;
    cited(citation, style, out)?;
    writeln!(out)?;
    for section in &document.sections {
        let page = section.page.map(|page| format!("p. {page}"));
        let text = dotted([Some(heading(section).as_str()), page.as_deref()]);
        wrapped("- ", &text, style.width, out)?;
        wrapped("  ", &style.code(&format!("{}#{}", document.id, section.id)), style.width, out)?;
    }
    Ok(())
}

/// Writes title, subtitle, genre, event, dates, hours, place, organisers, keywords, and the counts.
pub(crate) fn head(document: &Document, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let title = style.strong(document.display_title());
    wrapped("", &format!("{title}{}", origin(document, "title", style)), style.width, out)?;
    if let Some(subtitle) = &document.subtitle {
        wrapped("", subtitle, style.width, out)?;
    }
    wrapped("", &facts(document, style), style.width, out)?;
    if !document.organisers.is_empty() {
        wrapped("Organisation : ", &document.organisers.join(", "), style.width, out)?;
    }
    if !document.keywords.is_empty() {
        let words: Vec<&str> = document.keywords.iter().map(|word| word.0.as_str()).collect();
        wrapped("Mots-clés : ", &words.join(", "), style.width, out)?;
    }
    let counts = [
        counted(document.sections.len(), "section", "sections"),
        counted(document.people.len(), "personne", "personnes"),
        document.id.clone(),
    ];
    wrapped("", &style.faint(&counts.join(" · ")), style.width, out)
}

/// What is said behind a value that the file's properties gave.
pub(crate) fn origin(document: &Document, field: &str, style: &Style) -> String {
    let given = document.from_properties.iter().any(|name| name == field);
    if given { format!(" {}", style.faint("(propriétés du fichier)")) } else { String::new() }
}

fn facts(document: &Document, style: &Style) -> String {
    let dates = french_dates(&document.dates);
    let hours = document.slots.first().and_then(|&(start, end)| slot(Some(start), end));
    let dates = dates.map(|dates| format!("{dates}{}", origin(document, "dates", style)));
    dotted([
        Some(document.kind.label()),
        event_beside(document.display_title(), document.event.as_deref()),
        dates.as_deref(),
        hours.as_deref(),
        document.place.as_deref(),
    ])
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use glane_document::{DocumentKind, Keyword, Section, SectionKind, TimeOfDay};

    use super::*;

    #[test]
    fn what_the_file_says_of_itself_is_marked() {
        let mut shown = Document::new("guide.docx", "guide.docx");
        shown.title = Some("Guide de l'accueil".to_owned());
        shown.dates.push("2021-05-03".parse().unwrap());
        shown.from_properties = vec!["title".to_owned(), "dates".to_owned()];
        let mut out = Vec::new();
        head(&shown, &Style::default(), &mut out).unwrap();
        expect![[r#"
            Guide de l'accueil (propriétés du fichier)
            Document · 3 mai 2021 (propriétés du fichier)
            0 section · 0 personne · guide.docx
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }

    #[test]
    fn a_document_lists_the_identifiers_of_its_sections() {
        let mut shown = Document::new("2025/actes.txt", "actes.txt");
        shown.title = Some("Actes de Kerval".to_owned());
        shown.kind = DocumentKind::Proceedings;
        shown.place = Some("Kerval".to_owned());
        shown.slots = vec![(TimeOfDay::new(9, 0).unwrap(), TimeOfDay::new(17, 0))];
        shown.keywords = vec![Keyword("accueil".to_owned())];
        let mut part = Section::new(SectionKind::Plenary);
        part.id = "pleniere-1".to_owned();
        part.title = Some("Ouvrir les guichets".to_owned());
        part.page = Some(3);
        shown.sections.push(part);

        let mut out = Vec::new();
        document(&shown, "Actes de Kerval, Kerval.", &Style::default(), &mut out).unwrap();
        expect![[r#"
            Actes de Kerval
            Actes · 09:00–17:00 · Kerval
            Mots-clés : accueil
            1 section · 0 personne · 2025/actes.txt
            → Actes de Kerval, Kerval.

            - Ouvrir les guichets · p. 3
              2025/actes.txt#pleniere-1
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
}
