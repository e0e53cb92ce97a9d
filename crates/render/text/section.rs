//! One section in full.

use std::io::{self, Write};

use glane_document::{Document, Section, Speaker};

use super::phrase::{cited, dotted, event_beside, foreign, heading, named, slot};
use crate::wrap::wrapped;
use crate::{Style, french_dates};

/// Writes a section: its heading, where it stands, its people and keywords, its citation, then its
/// text line by line as in the source.
///
/// # Errors
///
/// What `out` reports.
pub fn section(
    document: &Document,
    section: &Section,
    citation: &str,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    wrapped("", &style.strong(&heading(section)), style.width, out)?;
    wrapped("", &place(document, section), style.width, out)?;
    if let Some(theme) = &section.theme {
        wrapped("Dans : ", theme, style.width, out)?;
    }
    for speaker in &section.speakers {
        wrapped("- ", &introduced(speaker), style.width, out)?;
    }
    if !section.keywords.is_empty() {
        let words: Vec<&str> = section.keywords.iter().map(|word| word.0.as_str()).collect();
        wrapped("Mots-clés : ", &words.join(", "), style.width, out)?;
    }
    cited(citation, style, out)?;
    writeln!(out)?;
    writeln!(out, "{}", section.text.trim_matches('\n'))
}

/// The document, the day and hour, the place, the page.
fn place(document: &Document, section: &Section) -> String {
    let dates = match section.date {
        Some(date) => french_dates(&[date]),
        None => french_dates(&document.dates),
    };
    let page = section.page.map(|page| format!("p. {page}"));
    let slot = slot(section.start, section.end);
    dotted([
        Some(document.display_title()),
        event_beside(document.display_title(), document.event.as_deref()),
        dates.as_deref(),
        slot.as_deref(),
        document.place.as_deref(),
        page.as_deref(),
        foreign(section.language.as_deref()).as_deref(),
    ])
}

/// The name, then what the person is said to be.
fn introduced(speaker: &Speaker) -> String {
    let mut parts = vec![named(speaker)];
    parts.extend(speaker.role.clone());
    parts.extend(speaker.organisation.clone());
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use glane_document::{Function, Keyword, SectionKind};

    use super::*;

    #[test]
    fn a_section_is_shown_with_its_people_and_its_text_as_it_stands() {
        let mut document = Document::new("actes.txt", "actes.txt");
        document.title = Some("Actes de Kerval".to_owned());
        document.dates.push("2025-03-04".parse().unwrap());
        let mut shown = Section::new(SectionKind::Workshop);
        shown.number = Some("4".to_owned());
        shown.page = Some(9);
        shown.keywords.push(Keyword("accueil".to_owned()));
        shown.speakers.push(Speaker {
            role: Some("directeur".to_owned()),
            organisation: Some("CCAS de Kerval".to_owned()),
            ..Speaker::new("Paul Ansel", "Paul ANSEL", Function::Speaker)
        });
        shown.text = "Atelier 4\nPremière ligne,\nseconde ligne.\n".to_owned();

        let mut out = Vec::new();
        section(&document, &shown, "Actes de Kerval, p. 9.", &Style::default(), &mut out).unwrap();
        expect![[r#"
            Atelier 4
            Actes de Kerval · 4 mars 2025 · p. 9
            - Paul Ansel, directeur, CCAS de Kerval
            Mots-clés : accueil
            → Actes de Kerval, p. 9.

            Atelier 4
            Première ligne,
            seconde ligne.
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
}
