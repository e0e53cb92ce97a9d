//! Tables with a column a room or a day: what goes on at the same time, side by side.

use glane_document::{Function, PartialDate};

use crate::structure::heading::{Heading, depth, is_room, or_session, untitled};
use crate::structure::name::{self, Trust};
use crate::structure::time::{Slot, leading_slot};
use crate::structure::timetable::column::Column;
use crate::structure::timetable::rows::{Place, Row};
use crate::structure::timetable::table::{broken, slot};
use crate::structure::{cue, date, speaker};
use crate::words::Text;

/// The sessions of rows that hold one in each room.
pub(super) fn in_rooms(
    columns: &[Column],
    header: &[String],
    rows: &[Row],
    year: Option<i16>,
) -> Vec<Heading> {
    // « jeudi 2/04 » is a day of the year, as no figures elsewhere are.
    let opening = |text: &String| {
        let text = Text::new(text.to_owned());
        date::leading(text.both(), year).map(|(day, _)| day)
    };
    let day = |text: &String| opening(text).or_else(|| date::dates(text, year).first().copied());
    let days: Vec<Option<PartialDate>> = header.iter().map(day).collect();
    let mut sessions: Vec<Heading> = Vec::new();
    // For each column, the session whose cell reached into the row above.
    let mut open: Vec<Option<usize>> = vec![None; columns.len()];
    for row in rows {
        let texts = |wanted: Column| {
            let cells = columns.iter().zip(&row.cells);
            cells.filter(move |(column, _)| **column == wanted).map(|(_, cell)| &cell.plain)
        };
        let slot = texts(Column::Time).find_map(|cell| slot(cell));
        let day = texts(Column::Date).find_map(day);
        let rooms = columns.iter().zip(&row.cells).enumerate();
        for (at, (_, cell)) in rooms.filter(|(_, (column, _))| **column == Column::Room) {
            let end = match cell.place {
                Place::Above => slot.and_then(|slot| slot.end),
                _ => slot.map(|slot| slot.start),
            };
            if let Some(above) = open[at].filter(|_| end.is_some()) {
                sessions[above].end = end.max(sessions[above].end);
            }
            if cell.place != Place::Above {
                open[at] = None;
            }
            let Some(found) = of_cell(&cell.raw).filter(|_| cell.place == Place::Own) else {
                continue;
            };
            let own = found.start.map(|start| Slot { start, end: found.end });
            let slot = own.or(slot);
            let lasts = cell.tall && own.is_none_or(|own| own.end.is_none());
            open[at] = lasts.then_some(sessions.len());
            sessions.push(Heading {
                lines: row.lines.clone(),
                start: slot.map(|slot| slot.start),
                end: slot.and_then(|slot| slot.end),
                date: day.or(days.get(at).copied().flatten()),
                ..found
            });
        }
    }
    sessions
}

/// The session of a cell: `Titre<br>Zoé Lanteri (CNRS)`, `Zoé Lanteri (CNRS) Titre`, or
/// `Titre – Z. Lanteri`; its own hours, and what kind it is, may stand above its title.
fn of_cell(cell: &str) -> Option<Heading> {
    let parts = broken(cell);
    let (hours, parts) = hours_above(&parts);
    let (kind, parts) = kind_above(&parts);
    let (first, below) = parts.split_first()?;
    let named = name::parse(first, Trust::Announced).and_then(|name| {
        let body = first[name.len..].trim_start().strip_prefix('(')?;
        let (_, title) = body.split_once(')')?;
        Some((first.len() - title.len(), title.trim_matches([' ', ':', '–', '-'])))
    });
    let (title, people) = match named.filter(|(_, title)| !title.is_empty()) {
        Some((end, title)) => (title, &first[..end]),
        None => (*first, ""),
    };
    let mut heading = untitled(title, depth::SLOT);
    heading.kind = or_session(kind.map_or(heading.kind, cue::kind));
    (heading.start, heading.end) = (hours.map(|of| of.start), hours.and_then(|of| of.end));
    let listed = std::iter::once(people).chain(below.iter().copied());
    heading.people = listed
        .flat_map(|part| speaker::people(part, Trust::Announced, Function::Speaker))
        .collect();
    heading.split_people();
    Some(heading)
}

/// The hours that open a cell, from when to when, and what stands after them: `9h - 12h Lecture`.
fn hours_above(parts: &[String]) -> (Option<Slot>, Vec<&str>) {
    let whole = || parts.iter().map(String::as_str).collect();
    let Some((first, below)) = parts.split_first() else { return (None, whole()) };
    match leading_slot(first).filter(|(slot, _)| slot.end.is_some()) {
        Some((slot, rest)) if !(rest.is_empty() && below.is_empty()) => {
            let rest = Some(rest).filter(|rest| !rest.is_empty());
            (Some(slot), rest.into_iter().chain(below.iter().map(String::as_str)).collect())
        }
        _ => (None, whole()),
    }
}

/// The kind that stands alone above a title, and what is below it: `Lecture`, then `Se loger`.
fn kind_above<'p, 't>(parts: &'p [&'t str]) -> (Option<&'t str>, &'p [&'t str]) {
    match parts {
        [kind, rest @ ..]
            if cue::is_bare_kind(kind)
                && rest.first().is_some_and(|title| !is_person(title) && !is_room(title)) =>
        {
            (Some(kind), rest)
        }
        _ => (None, parts),
    }
}

fn is_person(text: &str) -> bool {
    name::parse(text, Trust::Announced).is_some()
}
