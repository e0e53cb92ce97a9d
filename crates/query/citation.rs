//! One line to copy into a text.

use glane_document::{Document, Section, Speaker};

use crate::dates;

/// More speakers than this are cited by the first of them.
const MOST_SPEAKERS: usize = 3;

/// `Prénom NOM, « Atelier 10 — Titre », in Document, Événement, Lieu, 4-5 mars 2025, p. 27.`
///
/// What is unknown is left out; without speakers the line starts with the section.
///
/// `sheet` is the rank in the file of the page, told where a PDF prints another number.
pub fn cite(
    document: &Document,
    section: &Section,
    page: Option<u32>,
    sheet: Option<u32>,
) -> String {
    let label = section.label();
    let quoted = (!label.is_empty()).then(|| format!("« {} »", with_inner_marks(&label)));
    let source = match &quoted {
        Some(_) => format!("in {}", document.display_title()),
        None => document.display_title().to_owned(),
    };
    let known = |part: &Option<String>| {
        // A title that names the event or the place already says it.
        part.clone().filter(|part| !document.display_title().contains(part.as_str()))
    };
    let parts = [
        speakers(&section.speakers),
        quoted,
        Some(source),
        known(&document.event),
        known(&document.place),
        dates::phrase(&document.dates),
        page.map(|page| page_of(document, page, sheet)),
    ];
    let line: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}.", line.join(", "))
}

/// `p. 12`, and where a viewer shows it: `p. 12 (page 14 du PDF)`.
fn page_of(document: &Document, page: u32, sheet: Option<u32>) -> String {
    match sheet.filter(|sheet| *sheet != page && document.format == "pdf") {
        Some(sheet) => format!("p. {page} (page {sheet} du PDF)"),
        None => format!("p. {page}"),
    }
}

/// Inside a quotation French prints the other quotation marks.
fn with_inner_marks(label: &str) -> String {
    let pieces = label.split('«').map(str::trim_start).collect::<Vec<_>>().join("“");
    pieces.split('»').map(str::trim_end).collect::<Vec<_>>().join("”")
}

fn speakers(speakers: &[Speaker]) -> Option<String> {
    let heard = speakers.iter().filter(|speaker| glane_index::is_heard(speaker));
    let names: Vec<String> = heard.map(|speaker| with_surname_in_capitals(&speaker.name)).collect();
    match &names[..] {
        [] => None,
        [first, ..] if names.len() > MOST_SPEAKERS => Some(format!("{first} et al.")),
        names => Some(names.join(", ")),
    }
}

/// `Nadia FERROUK`: all but the first name, particles aside, as French references print names.
fn with_surname_in_capitals(name: &str) -> String {
    let Some((first, rest)) = name.split_once(' ') else { return name.to_owned() };
    let upper = |part: &str| match part {
        "de" | "du" | "des" | "la" | "le" => part.to_owned(),
        _ => part.to_uppercase(),
    };
    let rest: Vec<String> = rest.split(' ').map(upper).collect();
    format!("{first} {}", rest.join(" "))
}

#[cfg(test)]
mod tests {
    use glane_document::{Function, SectionKind};

    use super::*;

    fn speaker(name: &str) -> Speaker {
        Speaker::new(name, name, Function::Speaker)
    }

    fn colloquium() -> Document {
        let mut document = Document::new("actes.txt", "");
        document.title = Some("Actes des rencontres".to_owned());
        document.event = Some("Rencontres de l'accueil".to_owned());
        document.place = Some("Kerlavan".to_owned());
        document.dates = ["2025-03-04", "2025-03-05"].map(|date| date.parse().unwrap()).into();
        document
    }

    fn workshop(speakers: &[&str]) -> Section {
        let mut section = Section::new(SectionKind::Workshop);
        section.number = Some("10".to_owned());
        section.title = Some("Ouvrir tôt".to_owned());
        section.speakers = speakers.iter().map(|name| speaker(name)).collect();
        section
    }

    #[track_caller]
    fn check(document: &Document, section: &Section, page: Option<u32>, expect: &str) {
        assert_eq!(cite(document, section, page, None), expect);
    }

    #[test]
    fn everything_known_is_cited() {
        check(
            &colloquium(),
            &workshop(&["Nadia Ferrouk", "Luc de La Tour"]),
            Some(27),
            "Nadia FERROUK, Luc de LA TOUR, « Atelier 10 — Ouvrir tôt », in Actes des rencontres, \
             Rencontres de l'accueil, Kerlavan, 4-5 mars 2025, p. 27.",
        );
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let document = Document::new("2019/notes.txt", "");
        check(&document, &workshop(&[]), None, "« Atelier 10 — Ouvrir tôt », in notes.");
        check(&document, &Section::default(), None, "notes.");
    }

    #[test]
    fn a_quotation_inside_the_title_takes_the_other_marks() {
        let mut section = Section::new(SectionKind::Section);
        section.title = Some("Dire « non » tôt".to_owned());
        check(&Document::new("a.txt", ""), &section, None, "« Dire “non” tôt », in a.");
    }

    #[test]
    fn many_speakers_are_cited_by_the_first() {
        let section = workshop(&["Nadia Ferrouk", "Paul Roux", "Ana Brel", "Zoé Caron"]);
        let line = cite(&Document::new("a.txt", ""), &section, None, None);
        assert!(line.starts_with("Nadia FERROUK et al., «"), "{line}");
    }

    #[test]
    fn a_pdf_is_cited_by_its_folio_and_found_by_its_page() {
        let mut document = Document::new("guide.pdf", "");
        document.format = "pdf".to_owned();
        let section = Section::default();
        assert_eq!(cite(&document, &section, Some(12), Some(14)), "guide, p. 12 (page 14 du PDF).");
        assert_eq!(cite(&document, &section, Some(12), Some(12)), "guide, p. 12.");
        document.format = "text".to_owned();
        assert_eq!(cite(&document, &section, Some(12), Some(14)), "guide, p. 12.");
    }
}
