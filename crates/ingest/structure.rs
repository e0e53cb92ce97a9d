//! Finds the structure of a text, one detector a file, and assembles the document.

pub(crate) mod acronym;
pub(crate) mod caption;
pub(crate) mod cover;
pub(crate) mod credits;
pub(crate) mod cue;
pub(crate) mod date;
pub(crate) mod draft;
pub(crate) mod finder;
pub(crate) mod first_names;
pub(crate) mod head;
pub(crate) mod heading;
pub(crate) mod keyword;
pub(crate) mod language;
pub(crate) mod metadata;
pub(crate) mod name;
pub(crate) mod numbering;
pub(crate) mod person;
pub(crate) mod speaker;
pub(crate) mod tag;
pub(crate) mod time;
pub(crate) mod timetable;
pub(crate) mod title_people;
pub(crate) mod turn;

use glane_document::{Document, DocumentKind, Furniture, FurnitureKind, PartialDate};

use crate::clean::{self, Cleaned};
use crate::line::{Line, blocks, lines};
use crate::words::prefix;
use cover::Cover;
use draft::{Draft, drafts};
use finder::Finder;
pub use language::Detection;
use timetable::timetables;

/// What is looked for in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether the languages of its sections are.
    pub language: Detection,
}

/// The structure of a text; `id` and `source` name it.
///
/// Each line of `text` is in exactly one section's text or in recorded furniture.
pub fn structure(id: &str, source: &str, text: &str) -> Document {
    structure_with(&Options::default(), id, source, text)
}

/// The structure of a text, as far as `options` ask for it.
pub fn structure_with(options: &Options, id: &str, source: &str, text: &str) -> Document {
    let lines = lines(text);
    let mut cleaned = clean::clean(&lines);
    let mut document = Document::new(id, source);
    let skipped = cleaned.skipped();
    let blocks = blocks(&lines, &skipped);

    let opening = Cover::new(&lines, &blocks, lines.len().min(40), None);
    let cover_dates = opening.dates();
    let year = year(&cover_dates, &cleaned, id, text);
    let timetables = timetables(&lines, &skipped, &cover_dates, year);
    let headings = Finder::new(&lines, &blocks, &skipped, &cleaned.contents, year).headings();
    let mut drafts = drafts(&lines, headings, timetables);
    let genre = genre(&opening, &cleaned, id);
    head::read(&mut drafts, &lines, &mut cleaned.furniture, genre);
    draft::nest(&mut drafts, &lines, &cleaned.furniture);

    document.sections = draft::sections(&drafts, text, &lines, &cleaned);
    document.furniture = furniture(text, &lines, &cleaned);
    document.acronyms = acronym::acronyms(&own_text(&document));
    if let Some(first) = document.sections.first_mut() {
        first.speakers.extend(credits::people(&cleaned.front_matter));
    }
    person::resolve(&mut document);
    let title =
        drafts.iter().find(|draft| draft.titles_document).and_then(|draft| draft.heading.as_ref());
    let title = title.map(|heading| heading.printed.as_str());
    let cover = Cover::new(&lines, &blocks, cover_end(&drafts, lines.len()), title);
    metadata::fill(&mut document, &cover, &cleaned.front_matter);
    draft::finish(&mut document);
    language::settle(&mut document, options.language);
    document
}

/// The year of dates that state none: the cover's, the title's, the file's, else the most named.
fn year(dates: &[PartialDate], cleaned: &Cleaned, id: &str, text: &str) -> Option<i16> {
    let front = &cleaned.front_matter;
    let fields = [front.get(&["title", "titre"]), front.get(&["date", "dates"])];
    let field = || fields.into_iter().flatten().find_map(date::main_year);
    let cover = dates.first().map(|date| date.year);
    cover
        .or_else(field)
        .or_else(|| date::main_year(id))
        .or_else(|| date::main_year(prefix(text, 1 << 16)))
}

/// What the front matter, the first blocks or the file's name tell the document to be.
fn genre(opening: &Cover<'_>, cleaned: &Cleaned, id: &str) -> Option<DocumentKind> {
    let front = &cleaned.front_matter;
    let mut fields = front.all(&["title", "titre", "categories", "category", "categorie", "tags"]);
    let told = fields.find_map(cue::genre);
    told.or_else(|| opening.blocks.iter().take(6).find_map(|block| cue::genre(prefix(block, 300))))
        .or_else(|| cue::genre(&id.replace(['-', '_', '/'], " ")))
}

/// Where the cover ends: at the first heading that does not give the document its title.
fn cover_end(drafts: &[Draft], end: usize) -> usize {
    let last_title = drafts.iter().take(6).rposition(Draft::is_cover).map_or(0, |at| at + 1);
    drafts.get(last_title).map_or(end, |draft| draft.lines.start)
}

/// Runs of lines of one kind of furniture.
fn furniture(text: &str, lines: &[Line<'_>], cleaned: &Cleaned) -> Vec<Furniture> {
    let mut runs: Vec<(std::ops::Range<usize>, FurnitureKind)> = Vec::new();
    for (at, kind) in cleaned.furniture.iter().enumerate() {
        let Some(kind) = *kind else { continue };
        match runs.last_mut() {
            Some((run, of)) if run.end == at && *of == kind => run.end = at + 1,
            _ => runs.push((at..at + 1, kind)),
        }
    }
    runs.into_iter()
        .map(|(run, kind)| Furniture {
            kind,
            first_line: line_number(run.start),
            last_line: line_number(run.end - 1),
            text: text[lines[run.start].span.start..lines[run.end - 1].span.end].to_owned(),
        })
        .collect()
}

/// The 1-based number of a line.
fn line_number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

fn own_text(document: &Document) -> String {
    document.sections.iter().map(|section| section.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Sections and furniture are made of the source's lines: each must be there, once.
    fn check_nothing_is_lost(text: &str) {
        let document = structure("a.txt", "a.txt", text);
        let sections = document.sections.iter().map(|section| section.text.as_str());
        let furniture = document.furniture.iter().map(|furniture| furniture.text.as_str());
        let mut found: Vec<&str> = sections.chain(furniture).flat_map(cut).collect();
        let mut expected = cut(text);
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "in {text:?}");
    }

    fn cut(text: &str) -> Vec<&str> {
        lines(text).into_iter().map(|line| &text[line.span]).collect()
    }

    proptest! {
        #[test]
        fn nothing_of_an_arbitrary_text_is_lost(text in "(?s).{0,300}") {
            check_nothing_is_lost(&text);
        }

        #[test]
        fn nothing_of_a_structured_text_is_lost(
            parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)
        ) {
            check_nothing_is_lost(&parts.concat());
        }
    }

    const PARTS: &[&str] = &[
        "Atelier 4\n",
        "Accueillir sans trier\n",
        "\n",
        "\n\n",
        "Mots clés : accueil, écoute\n",
        "\x0c",
        "Zoé LANTERI, directrice du CCAS\n",
        "## Clôture\n",
        "9h15-10h30 **Conférence**\n",
        "\tLundi 5\n",
        "\tMardi 6\n\tMercredi 7\n",
        "\t\n09 h 00\n",
        "\tRepas\n",
        "Sommaire\nAvant-propos\t5\nClôture\t9\n",
        "De g. à dr. :\n",
        "Zoé LANTERI\n",
        "---\n",
        "title: Note\n",
        "12\n",
        "— 4 —\n",
        "Références\n",
        "Les agents de la ville accueillent les habitants dans les mairies de quartier. ",
        "Avec Luc PERROT et Ève TARN\r\n",
    ];

    #[test]
    fn a_workshop_has_its_title_keywords_and_speakers() {
        let text = "Thème 1 | Habiter\n\nAtelier 4\n\nSe loger\nà plusieurs\n\nMots clés : bail, voisins\n\nZoé LANTERI, directrice du CCAS\n\nLuc PERROT, agent\nde la ville d'Orn\n\nL'atelier a réuni trente agents.\n";
        let document = structure("a.txt", "a.txt", text);
        let workshop = document.section("atelier-4").unwrap();
        assert_eq!(workshop.title.as_deref(), Some("Se loger à plusieurs"));
        assert_eq!(workshop.theme.as_deref(), Some("Thème 1 | Habiter"));
        assert_eq!(workshop.keywords.len(), 2);
        let roles: Vec<&str> =
            workshop.speakers.iter().filter_map(|speaker| speaker.role.as_deref()).collect();
        assert_eq!(roles, ["directrice du CCAS", "agent de la ville d'Orn"]);
        assert!(workshop.text[workshop.head..].trim().starts_with("L'atelier"));
    }

    fn people(text: &str) -> Vec<String> {
        let people = structure("a.md", "a.md", text).people;
        people.into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn names_in_bold_all_along_a_text_are_of_people_who_appear() {
        let line = |name: &str| {
            format!(
                "La journée se poursuit avec un exposé remarqué où **{name}** dira ce que la ville a tenté.\n\n"
            )
        };
        let names = ["Zoé Lanteri", "Luc Perrot", "Nadia Ferrouk"];
        let text: String = names.map(line).concat();
        assert_eq!(people(&text), names);
        assert!(people(&line("Zoé Lanteri")).is_empty(), "once may be mere emphasis");
    }

    #[test]
    fn a_table_below_a_flattened_timetable_is_read_once() {
        let text = "\tMardi\n\tMercredi\n\tJeudi\n\t9h\n\tHabiter\n\n| Heure | Titre |\n|---|---|\n| 9h | Se loger |\n\nTexte.\n";
        let document = structure("a.md", "a.md", text);
        let titles: Vec<&str> =
            document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
        assert_eq!(titles, ["Habiter", "Se loger"]);
        assert!(document.sections.iter().all(|section| !section.text.is_empty()));
    }

    #[test]
    fn a_text_without_structure_is_one_section() {
        let document = structure("a.txt", "a.txt", "il pleut sur la ville.\n");
        assert_eq!(document.sections.len(), 1);
        assert_eq!(document.sections[0].kind, glane_document::SectionKind::Other);
    }

    #[test]
    fn an_empty_text_has_no_section() {
        assert_eq!(structure("a.txt", "a.txt", "").sections, []);
    }
}
