//! Programmes laid out as tables: rows of Markdown or HTML, or cells that a converter wrote one
//! after another.

mod cells;
mod column;
mod grid;
mod header;
mod html;
mod rooms;
mod roster;
mod rows;
mod table;
mod talk;

use std::ops::Range;

use glane_document::{PartialDate, Rule};

use crate::line::Line;
use crate::structure::heading::Heading;
use crate::structure::speaker::by_rule;
pub(crate) use roster::{Roster, rosters};
pub(crate) use table::broken;

/// A table of sessions.
#[derive(Debug)]
pub(crate) struct Timetable {
    /// The lines it takes.
    pub(crate) lines: Range<usize>,
    /// Its sessions, by line.
    pub(crate) sessions: Vec<Heading>,
    /// Whether each line of a session is its title or people.
    pub(crate) of_cells: bool,
}

impl Timetable {
    /// Whether it gives days and titles only: no hour, nobody who speaks.
    pub(crate) fn is_calendar(&self) -> bool {
        let bare = |session: &Heading| session.start.is_none() && session.people.is_empty();
        self.sessions.iter().all(bare)
    }
}

/// The timetables of a text, by line; `dates` are those of the cover, `year` the document's.
pub(crate) fn timetables(
    lines: &[Line<'_>],
    skipped: &[bool],
    dates: &[PartialDate],
    year: Option<i16>,
) -> Vec<Timetable> {
    let mut found = table::tables(lines, skipped, year);
    found.extend(grid::grid(lines, skipped, dates));
    for session in found.iter_mut().flat_map(|timetable| &mut timetable.sessions) {
        session.rule = Rule::Table;
        session.people = by_rule(std::mem::take(&mut session.people), Rule::Table);
    }
    found.sort_by_key(|timetable| timetable.lines.start);
    // No line is read twice: a table that starts inside another is part of it.
    let mut end = 0;
    found.retain(|timetable| {
        let apart = timetable.lines.start >= end;
        end = end.max(timetable.lines.end);
        apart
    });
    found
}
