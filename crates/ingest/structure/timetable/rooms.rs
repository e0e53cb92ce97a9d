//! Tables with a column a room or a day: what goes on at the same time, side by side.

use glane_document::{Function, PartialDate};

use crate::structure::date;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::name::{self, Trust};
use crate::structure::speaker;
use crate::structure::timetable::column::Column;
use crate::structure::timetable::rows::{Place, Row};
use crate::structure::timetable::table::{broken, slot};

/// The sessions of rows that hold one in each room.
pub(super) fn in_rooms(
    columns: &[Column],
    header: &[String],
    rows: &[Row],
    year: Option<i16>,
) -> Vec<Heading> {
    let day = |text: &String| date::dates(text, year).first().copied();
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
            open[at] = cell.tall.then_some(sessions.len());
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
/// `Titre – Z. Lanteri`.
fn of_cell(cell: &str) -> Option<Heading> {
    let parts = broken(cell);
    let (first, below) = parts.split_first()?;
    let named = name::parse(first, Trust::Announced).and_then(|name| {
        let body = first[name.len..].trim_start().strip_prefix('(')?;
        let (_, title) = body.split_once(')')?;
        Some((first.len() - title.len(), title.trim_matches([' ', ':', '–', '-'])))
    });
    let (title, people) = match named.filter(|(_, title)| !title.is_empty()) {
        Some((end, title)) => (title, &first[..end]),
        None => (first.as_str(), ""),
    };
    let mut heading = untitled(title, depth::SLOT);
    heading.kind = or_session(heading.kind);
    let listed = std::iter::once(people).chain(below.iter().map(String::as_str));
    heading.people = listed
        .flat_map(|part| speaker::people(part, Trust::Announced, Function::Speaker))
        .collect();
    heading.split_people();
    Some(heading)
}
