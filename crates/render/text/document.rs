//! A document: what it is, then its sections.

use std::io::{self, Write};

use glane_document::Document;

use super::phrase::{dotted, event_beside, heading, slot};
use crate::wrap::wrapped;
use crate::{Style, counted, french_dates};

/// Writes what a document is and the identifier of each of its sections, for `glane show`.
///
/// # Errors
///
/// What `out` reports.
pub fn document(document: &Document, style: &Style, out: &mut impl Write) -> io::Result<()> {
    head(document, style, out)?;
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
    wrapped("", &style.strong(document.display_title()), style.width, out)?;
    if let Some(subtitle) = &document.subtitle {
        wrapped("", subtitle, style.width, out)?;
    }
    wrapped("", &facts(document), style.width, out)?;
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

fn facts(document: &Document) -> String {
    let dates = french_dates(&document.dates);
    let hours = document.slots.first().and_then(|&(start, end)| slot(Some(start), end));
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
        document(&shown, &Style::default(), &mut out).unwrap();
        expect![[r#"
            Actes de Kerval
            Actes · 09:00–17:00 · Kerval
            Mots-clés : accueil
            1 section · 0 personne · 2025/actes.txt

            - Ouvrir les guichets · p. 3
              2025/actes.txt#pleniere-1
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
}
