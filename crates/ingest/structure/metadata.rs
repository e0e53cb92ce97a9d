//! Title, event, place, dates, organisers and genre, from the cover and the front matter.

mod dates;
mod deadlines;
mod event;
mod fields;
mod formula;
mod held;
mod organiser;
mod place;

use std::cell::OnceCell;

use glane_document::{Document, DocumentKind, SectionKind, TimeOfDay};

use crate::clean::front_matter::FrontMatter;
use crate::structure::cover::Cover;
use crate::structure::time::Slot;
use crate::structure::{cue, date, keyword, time};
use crate::words::{Text, fold, prefix};
use dates::event_dates;
pub(crate) use fields::TITLE_FIELDS;
use fields::{DATE_FIELDS, END_FIELDS, EVENT_FIELDS, HOUR_FIELDS, START_FIELDS};
use held::{Held, held_sentences};

/// Fills the document's metadata.
pub(crate) fn fill(document: &mut Document, cover: &Cover<'_>, front: &FrontMatter) {
    let named = front.get(&TITLE_FIELDS).map(str::to_owned);
    let (title, subtitle) = cover.titles();
    let title = title.or_else(|| first_heading(document));
    document.title = named.or(title);
    document.subtitle = front.get(&["subtitle", "sous-titre"]).map(str::to_owned).or(subtitle);
    document.event = event::named(document, cover, front);
    let held = OnceCell::new();
    document.place = place::found(document, cover, front, &held);
    document.kind = kind(document, cover);
    document.dates = event_dates(document, cover, front, &held);
    document.slots = event_slots(document, cover, front, &held);
    formula::add(document, &opening(document));
    document.organisers = organiser::named(cover, front);
    let tags = front.all(&["tags", "keywords", "mots-cles", "mots_cles", "motscles", "taxonomy"]);
    document.keywords = tags.flat_map(keyword::split_field).collect();
    document.keywords.dedup();
}

/// The highest heading that names no part of the document.
fn first_heading(document: &Document) -> Option<String> {
    let proper = |kind| matches!(kind, SectionKind::Section | SectionKind::Foreword);
    let mut headings = document.sections.iter().filter(|section| section.title.is_some());
    headings
        .clone()
        .find(|section| {
            proper(section.kind)
                && section.title.as_deref().is_some_and(|title| !cue::opens_part(title))
        })
        .or_else(|| headings.next())
        .and_then(|section| section.title.clone())
}

/// The hour before which a field tells how long rather than when: `duree: 1h30 à 2h`.
const FIRST_HOUR: u8 = 6;

/// The hours of the event as a whole: a field's, the cover's, those of the sentences that announce
/// it, else the first range of hours in the opening.
fn event_slots(
    document: &Document,
    cover: &Cover<'_>,
    front: &FrontMatter,
    held: &OnceCell<Held>,
) -> Vec<(TimeOfDay, Option<TimeOfDay>)> {
    let dated_field = front.get(&EVENT_FIELDS).or_else(|| front.get(&DATE_FIELDS));
    let field = || dated_field.and_then(time::range);
    let ends = || {
        let (start, end) = (dated_field?, front.get(&END_FIELDS)?);
        let (start, end) = (time::iso(start)?, time::iso(end)?);
        (start < end).then_some(Slot { start, end: Some(end) })
    };
    let labels = || {
        let by_day = |slot: &Slot| slot.start.hour >= FIRST_HOUR;
        let fields = front.all(&HOUR_FIELDS).find_map(|value| time::range(value).filter(by_day));
        let starts =
            || front.all(&START_FIELDS).find_map(|value| time::alone(value).filter(by_day));
        let fields = fields.or_else(starts);
        let label = |line: &&Text<'_>| time::labelled(line.both().without_marks().folded);
        fields.or_else(|| cover.lines.iter().find_map(label))
    };
    let says = |line: &&Text<'_>| {
        let bare = line.chars().filter(|c| c.is_alphabetic()).count() <= 8;
        bare || line.folded().starts_with("horaire") || !date::dates(line, Some(2000)).is_empty()
    };
    let lines = cover.lines.iter().copied().filter(|line| line.len() < 200);
    let dated = || lines.filter(says).find_map(|line| time::after_date(line));
    let timed = document.sections.iter().any(|section| section.start.is_some());
    let first = || if timed { None } else { time::range(&opening(document)) };
    // « Habiter la ville, mercredi 22 mai 18h30 »
    let titles = [&document.title, &document.subtitle];
    let mut titles =
        titles.into_iter().flatten().filter(|title| !date::dates(title, Some(2000)).is_empty());
    let mut titled = || titles.find_map(|title| time::after_date(title));
    let announced = || {
        let held = held.get_or_init(|| held_sentences(document)).told();
        if timed { time::range(held) } else { time::after_date(held) }
    };
    let slot = field()
        .or_else(ends)
        .or_else(labels)
        .or_else(dated)
        .or_else(&mut titled)
        .or_else(announced)
        .or_else(first);
    let opening = || opening(document);
    let next = slot
        .filter(|slot| slot.end.is_some())
        .and_then(|slot| opening().lines().find_map(|line| time::next_range(line, slot)));
    slot.into_iter().chain(next).map(|slot| (slot.start, slot.end)).collect()
}

/// The start of the text, in some 1,500 bytes.
fn opening(document: &Document) -> String {
    let mut opening = String::new();
    for section in &document.sections {
        let left = 1500usize.saturating_sub(opening.len());
        if left == 0 {
            break;
        }
        opening.push_str(prefix(&section.text, left));
    }
    opening
}

fn kind(document: &Document, cover: &Cover<'_>) -> DocumentKind {
    let mut titles = [&document.subtitle, &document.title, &document.event].into_iter().flatten();
    let mut blocks = cover.blocks.iter().take(6);
    let told = titles.find_map(|title| cue::genre(title));
    if let Some(kind) = told.or_else(|| blocks.find_map(|block| cue::genre(block))) {
        return kind;
    }
    let count = |test: &dyn Fn(&glane_document::Section) -> bool| {
        document.sections.iter().filter(|s| test(s)).count()
    };
    let headings: String = document
        .sections
        .iter()
        .filter_map(|section| section.title.as_deref())
        .collect::<Vec<_>>()
        .join(" \n ");
    let workshops = count(&|section| section.kind == SectionKind::Workshop);
    let references = count(&|section| section.kind == SectionKind::References);
    match () {
        () if count(&|section| section.start.is_some()) >= 3 => DocumentKind::Programme,
        () if workshops >= 4 => DocumentKind::Proceedings,
        () if cue::genre(&headings).is_some() => cue::genre(&headings).unwrap_or_default(),
        () if references > 0
            && document
                .sections
                .iter()
                .any(|section| fold(prefix(&section.text, 400)).contains("seance")) =>
        {
            DocumentKind::Course
        }
        () => DocumentKind::Other,
    }
}
