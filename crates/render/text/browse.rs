//! Lists of what the documents hold.

use std::io::{self, Write};

use glane_document::Function;
use glane_query::{
    AcronymEntry, Definition, LabelEntry, PairEntry, SpeakerEntry, SpeakerYear, WorkshopEntry,
};

use super::phrase::dotted;
use crate::wrap::wrapped;
use crate::{Style, counted, french_dates};

/// Up to so many people are shown in full rather than a line each.
const DETAILED: usize = 3;

/// Writes people, one a line; a few who were asked for, with their names and years.
///
/// # Errors
///
/// What `out` reports.
pub fn speakers(
    entries: &[SpeakerEntry],
    asked: bool,
    style: &Style,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let in_full = asked && entries.len() <= DETAILED;
    for entry in entries {
        let counts = places(entry.sections, entry.documents);
        wrapped("", &dotted([Some(&*style.strong(&entry.name)), Some(&counts)]), style.width, out)?;
        if in_full {
            if !entry.variants.is_empty() {
                wrapped("  Aussi : ", &entry.variants.join(", "), style.width, out)?;
            }
            entry.years.iter().try_for_each(|year| speaker_year(year, style, out))?;
        }
    }
    Ok(())
}

fn speaker_year(
    year: &SpeakerYear,
    style: &Style,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let when = year.year.map_or_else(|| "s. d.".to_owned(), |year| year.to_string());
    let does = (year.function != Function::Speaker).then(|| year.function.label());
    let is = [year.role.as_deref(), year.organisation.as_deref()];
    let is = is.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let sections = (year.sections > 1).then(|| counted(year.sections, "section", "sections"));
    let text = dotted([Some(is.as_str()), does, sections.as_deref(), Some(&year.title)]);
    wrapped(&format!("  {when}  "), &text, style.width, out)
}

/// Writes keywords or themes, one a line.
///
/// # Errors
///
/// What `out` reports.
pub fn labels(
    entries: &[LabelEntry],
    style: &Style,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    entries.iter().try_for_each(|entry| {
        let counts = places(entry.sections, entry.documents);
        let also = (!entry.variants.is_empty())
            .then(|| style.faint(&format!("aussi : {}", entry.variants.join(", "))));
        let text = dotted([Some(&*style.strong(&entry.label)), Some(&counts), also.as_deref()]);
        wrapped("", &text, style.width, out)
    })
}

/// Writes which keywords go with the one asked for.
///
/// # Errors
///
/// What `out` reports.
pub fn pairs(
    entries: &[PairEntry],
    style: &Style,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let mut with = None;
    for entry in entries {
        if with != Some(&entry.with) {
            let counts = counted(entry.with_sections, "section", "sections");
            writeln!(out, "Avec {} ({counts}) :", style.strong(&entry.with))?;
            with = Some(&entry.with);
        }
        let score = format!("logDice {:.2}", entry.log_dice).replace('.', ",");
        let text = dotted([
            Some(&*style.strong(&entry.label)),
            Some(&format!("{} ensemble", places(entry.together, entry.documents))),
            Some(&format!("{} en tout", entry.sections)),
            Some(&score),
        ]);
        wrapped("- ", &text, style.width, out)?;
    }
    Ok(())
}

/// Writes workshops: heading, where and when, who and about what.
///
/// # Errors
///
/// What `out` reports.
pub fn workshops(
    entries: &[WorkshopEntry],
    style: &Style,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    entries.iter().try_for_each(|entry| {
        wrapped("", &style.strong(&entry.label), style.width, out)?;
        let date = entry.date.and_then(|date| french_dates(&[date]));
        let pages = entry.pages.as_ref().map(|pages| format!("p. {pages}"));
        let place = [Some(entry.title.as_str()), date.as_deref(), pages.as_deref()];
        wrapped("  ", &dotted(place), style.width, out)?;
        if !entry.speakers.is_empty() {
            wrapped("  Avec : ", &entry.speakers.join(", "), style.width, out)?;
        }
        if !entry.keywords.is_empty() {
            wrapped("  Mots-clés : ", &entry.keywords.join(", "), style.width, out)?;
        }
        wrapped("  ", &style.code(&entry.id), style.width, out)
    })
}

/// Writes acronyms with what they stand for, and where that is first said.
///
/// # Errors
///
/// What `out` reports.
pub fn acronyms(
    entries: &[AcronymEntry],
    style: &Style,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    for entry in entries {
        let uses = counted(entry.occurrences, "occurrence", "occurrences");
        let conflict =
            entry.conflict.then(|| counted(entry.senses.len(), "sens", "sens en conflit"));
        let name = style.strong(&entry.acronym);
        wrapped("", &dotted([Some(&*name), Some(&uses), conflict.as_deref()]), style.width, out)?;
        for sense in &entry.senses {
            let documents = counted(sense.documents, "document", "documents");
            let text = dotted([
                Some(&*sense.expansion),
                Some(&documents),
                Some(&format!("1re définition : {}", defined(&sense.first))),
            ]);
            wrapped("  = ", &text, style.width, out)?;
        }
    }
    Ok(())
}

fn defined(first: &Definition) -> String {
    let year = first.year.map(|year| year.to_string());
    let page = first.page.as_ref().map(|page| format!("p. {page}"));
    let place = [Some(first.title.as_str()), year.as_deref(), page.as_deref()];
    place.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn places(sections: usize, documents: usize) -> String {
    let sections = counted(sections, "section", "sections");
    format!("{sections} dans {}", counted(documents, "document", "documents"))
}
