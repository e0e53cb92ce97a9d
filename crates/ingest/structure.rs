//! Finds the structure of a text, one detector a file, and assembles the document.

pub(crate) mod acronym;
pub(crate) mod assemble;
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
mod raised;
pub(crate) mod small_name;
pub(crate) mod speaker;
mod spoken;
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
use finder::years::Years;
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
    let mut lines = lines(text);
    spoken::lower(&mut lines);
    raised::raise(&mut lines);
    let mut cleaned = clean::clean(&lines);
    let mut document = Document::new(id, source);
    let skipped = cleaned.skipped();
    let blocks = blocks(&lines, &skipped);

    let opening = Cover::new(&lines, &blocks, lines.len().min(40), None);
    let cover_dates = opening.dates();
    let year = year(&cover_dates, &cleaned, id, text);
    let genre = genre(&opening, &cleaned, id);
    let mut timetables = timetables(&lines, &skipped, &cover_dates, year);
    // The table of days in minutes is a calendar of what was or will be done elsewhere.
    timetables.retain(|table| genre != Some(DocumentKind::Minutes) || !table.is_calendar());
    let years = Years::new(&lines, year);
    let mut finder = Finder::new(&lines, &blocks, &skipped, &cleaned.contents, &years);
    if genre == Some(DocumentKind::Minutes) {
        finder = finder.of_minutes();
    }
    let headings = finder.headings();
    let mut drafts = drafts(&lines, headings, timetables);
    head::read(&mut drafts, &lines, &mut cleaned.furniture, genre);
    draft::nest(&mut drafts, &lines, &cleaned.furniture);

    document.sections = assemble::sections(&drafts, text, &lines, &cleaned, &years);
    document.furniture = furniture(text, &lines, &cleaned);
    if let Some(first) = document.sections.first_mut() {
        first.speakers.extend(credits::people(&cleaned.front_matter));
    }
    person::resolve(&mut document);
    document.acronyms = acronym::acronyms(&own_text(&document));
    // Minutes shorten people as they shorten bodies: « Jean-Paul Martin (JPM) ».
    let names = person::folded_names(&document.people);
    document.acronyms.retain(|_, expansion| !person::is_name(expansion, &names));
    let title =
        drafts.iter().find(|draft| draft.titles_document).and_then(|draft| draft.heading.as_ref());
    let title_page = cover::title_page(&drafts, &lines).filter(|_| title.is_none());
    let opened = title_page.and_then(|draft| draft.heading.as_ref());
    let title = title.or(opened).map(|heading| heading.printed.as_str());
    let end = title_page.map(|draft| draft.lines.end);
    let end = end.unwrap_or_else(|| cover_end(&drafts, lines.len()));
    let cover = Cover::new(&lines, &blocks, end, title);
    metadata::fill(&mut document, &cover, &cleaned.front_matter);
    assemble::finish(&mut document);
    language::settle(&mut document, options.language);
    document
}

/// The year of dates that state none: the cover's, the title's, the file's, else the most named.
fn year(dates: &[PartialDate], cleaned: &Cleaned, id: &str, text: &str) -> Option<i16> {
    let front = &cleaned.front_matter;
    let fields = [front.get(&metadata::TITLE_FIELDS), front.get(&["date", "dates"])];
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
    // « title: Comité de rédaction du 3 mai 2018 »
    let titled = || front.get(&metadata::TITLE_FIELDS).filter(|title| cue::titles_record(title));
    let told = told.or_else(|| titled().map(|_| DocumentKind::Minutes));
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
mod tests;
