//! Programmes as tables: a session a row, what each column holds told by its header.

mod people;

use std::collections::HashMap;
use std::sync::LazyLock;

use glane_document::{Function, PartialDate, SectionKind, Speaker};

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, pattern};
use crate::structure::heading::{Heading, depth, or_session, slotted, untitled};
use crate::structure::name::Trust;
use crate::structure::time::{Slot, leading_slot, range};
use crate::structure::timetable::Timetable;
use crate::structure::timetable::cells::{each_alone, each_label, stands_beside};
use crate::structure::timetable::column::{Column, columns, lists_talks};
use crate::structure::timetable::header::{continued, with_header};
use crate::structure::timetable::rooms::in_rooms;
use crate::structure::timetable::rows::{self, Cell, Row, Table};
use crate::structure::timetable::talk::talk;
use crate::structure::title_people::people_last;
use crate::structure::{cue, date, keyword, speaker};
use crate::words::{Text, canonical, fold};
use people::{people_below, people_of_cell};

/// The tables of a text that list sessions; dates without a year take `year`.
pub(super) fn tables(lines: &[Line<'_>], skipped: &[bool], year: Option<i16>) -> Vec<Timetable> {
    let mut found: Vec<Table> = rows::tables(lines).into_iter().map(with_header).collect();
    continued(&mut found, lines, skipped);
    let mut alike: HashMap<&[String], Vec<Row>> = HashMap::new();
    for table in found.iter().filter(|table| !table.header.is_empty()) {
        alike.entry(&table.header).or_default().extend_from_slice(&table.rows);
    }
    // Tables of one header, as of several days, have the same columns.
    let known: HashMap<Vec<String>, Vec<Column>> =
        alike.into_iter().map(|(header, rows)| (header.to_vec(), columns(header, &rows))).collect();
    let sessions = |table: Table| {
        let columns = match known.get(&table.header) {
            Some(columns) => columns.clone(),
            None => columns(&table.header, &table.rows),
        };
        timetable(table, &columns, year)
    };
    let tables = found.into_iter().filter_map(sessions);
    tables.map(|table| with_blank_end(table, lines)).collect()
}

/// Nothing to read is no text of its own: what is blank below a table goes with its last row.
fn with_blank_end(table: Timetable, lines: &[Line<'_>]) -> Timetable {
    let blank = lines[table.lines.end..].iter().take_while(|line| line.is_blank()).count();
    Timetable { lines: table.lines.start..table.lines.end + blank, ..table }
}

fn timetable(table: Table, columns: &[Column], year: Option<i16>) -> Option<Timetable> {
    let has = |wanted: fn(Column) -> bool| columns.iter().any(|&column| wanted(column));
    let when = has(|column| matches!(column, Column::Date | Column::Time));
    let what = has(|column| matches!(column, Column::Title | Column::People(_) | Column::Talk(_)));
    let rooms = columns.iter().filter(|column| **column == Column::Room).count();
    let talks = || lists_talks(&table.header, columns, &table.rows);
    if !when && !talks() || !what && rooms < 2 {
        return None;
    }
    let found = match what {
        true => in_rows(columns, &table.rows, year),
        false => in_rooms(columns, &table.header, &table.rows, year),
    };
    let caption = table.caption.filter(|_| !found.is_empty()).map(|(lines, caption)| Heading {
        lines,
        date: date_at_start(&caption, year),
        ..untitled(&caption, depth::UNIT)
    });
    let sessions = caption.into_iter().chain(found).collect();
    Some(Timetable { sessions, lines: table.lines, of_cells: false })
}

/// The sessions of rows that each hold one.
fn in_rows(columns: &[Column], rows: &[Row], year: Option<i16>) -> Vec<Heading> {
    let mut sessions: Vec<Heading> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 && stands_beside(columns, &rows[at - 1], row) {
            let found = each_alone(columns, row);
            sessions.extend(found.iter().filter_map(|row| session(columns, row, year, None)));
            continue;
        }
        let parts = each_label(columns, row);
        if !parts.is_empty() {
            sessions.extend(parts.iter().filter_map(|row| session(columns, row, year, None)));
            continue;
        }
        let found = match row.is_whole() {
            true => across(row, year),
            false if goes_on(columns, row) => None,
            false => session(columns, row, year, slot_above(columns, row, sessions.last())),
        };
        match (found, sessions.last_mut()) {
            (Some(session), _) => sessions.push(session),
            (None, Some(above)) if goes_on(columns, row) => add_row(above, columns, row),
            // A row of several lines is no prose that follows a session.
            (None, Some(above)) if row.lines.len() > 1 => above.lines.end = row.lines.end,
            (None, _) => {}
        }
    }
    sessions
}

/// The slot of the row above, where a row leaves its own empty: both go on at the same time.
fn slot_above(columns: &[Column], row: &Row, above: Option<&Heading>) -> Option<Slot> {
    let mut times = columns.iter().zip(&row.cells).filter(|(column, _)| **column == Column::Time);
    let empty = times.all(|(_, cell)| cell.is_open());
    let above = above.filter(|above| empty && above.kind != SectionKind::Break)?;
    Some(Slot { start: above.start?, end: above.end })
}

/// Whether the title of a row is that of a row above, which reaches into it.
fn goes_on(columns: &[Column], row: &Row) -> bool {
    let titled = |cell: &(&Column, &Cell)| {
        matches!(cell.0, Column::Title | Column::Talk(_)) && !cell.1.plain.is_empty()
    };
    let mut titles = columns.iter().zip(&row.cells).filter(titled).peekable();
    titles.peek().is_some() && titles.all(|(_, cell)| !cell.is_own())
}

/// Adds to a session what a row below says of it: until when it lasts, who else speaks.
fn add_row(session: &mut Heading, columns: &[Column], row: &Row) {
    session.lines.end = session.lines.end.max(row.lines.end);
    let own = || columns.iter().zip(&row.cells).filter(|(_, cell)| cell.is_own());
    let mut times = own().filter(|(column, _)| **column == Column::Time);
    let end = times.find_map(|(_, cell)| slot(&cell.plain)?.end);
    session.end = end.or(session.end);
    for (column, cell) in own() {
        if let Column::People(function) = column {
            session.people.extend(people_of_cell(cell, Trust::Announced, *function));
        }
    }
}

/// What a cell says that takes a whole row: a session with its time, or what the rows below are.
fn across(row: &Row, year: Option<i16>) -> Option<Heading> {
    const LONGEST: usize = 160;
    let text = row.cells.first()?.plain.as_str();
    let heading = match slotted(text) {
        Some(mut session) => {
            session.split_people();
            session.title.is_some().then_some(session)?
        }
        None if text.len() > LONGEST || text.ends_with('.') => return None,
        None => Heading { date: date_at_start(text, year), ..untitled(text, depth::UNIT) },
    };
    Some(Heading { lines: row.lines.clone(), ..heading })
}

fn date_at_start(text: &str, year: Option<i16>) -> Option<PartialDate> {
    date::leading(Text::new(text.to_owned()).both(), year).map(|(date, _)| date)
}

/// The slot of a cell of times.
pub(super) fn slot(cell: &str) -> Option<Slot> {
    range(cell).or_else(|| leading_slot(cell).map(|(slot, _)| slot))
}

/// The parts of a cell that breaks part, without markup.
pub(crate) fn broken(cell: &str) -> Vec<String> {
    static BREAK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"<br\s*/?>"));
    let parts = BREAK.split(cell).map(|part| markup::plain(part.trim()).into_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Parts the title of a cell from what line breaks set around it: what kind of session it is, above;
/// people, below.
fn part_title(session: &mut Heading, columns: &[Column], row: &Row) {
    let of_title = columns.iter().zip(&row.cells).filter(|(column, _)| **column == Column::Title);
    for (_, cell) in of_title.filter(|(_, cell)| cell.is_own()) {
        let parts = broken(&cell.raw);
        // « Intervenante : » says where people start; else they are what is below the title.
        let labelled = parts.iter().position(|part| people::opens_with_label(part));
        let twice = parts.len() == 2 && parts[0] == parts[1];
        let (titles, below) = parts.split_at(labelled.unwrap_or(1).min(parts.len()));
        let (title, kind) = match titles {
            [kind, title] if labelled.is_some() && cue::is_bare_kind(kind) => (title, Some(kind)),
            [title, ..] => (title, None),
            [] => continue,
        };
        let people = people_below(below, labelled.is_some());
        // « Pause », said twice, is said once.
        if !people.is_empty() || labelled.is_some() || twice {
            session.kind = kind.map_or(session.kind, |column| self::kind(title, Some(column)));
            session.title = Some(title.clone());
            session.people = people;
            return;
        }
    }
}

/// The title of a row and the people that stand before it in its cell.
fn title(columns: &[Column], row: &Row) -> Option<(String, Vec<Speaker>)> {
    let of = |wanted: fn(&Column) -> bool| {
        let cells = columns.iter().zip(&row.cells).filter(move |(column, _)| wanted(column));
        cells.map(|(_, cell)| cell).filter(|cell| !cell.plain.is_empty())
    };
    // « — » says that there is none.
    let said = |cell: &&Cell| cell.is_own() && cell.plain.contains(char::is_alphanumeric);
    let titles = || of(|column| *column == Column::Title).filter(said);
    // What reaches over several rows is the title of all of them.
    if let Some(cell) = titles().find(|cell| !cell.tall).or_else(|| titles().next()) {
        return Some((words_of_title(cell), Vec::new()));
    }
    if let Some(theme) = of(|column| *column == Column::Theme).find(said) {
        return Some((theme.plain.clone(), Vec::new()));
    }
    let kind = of(|column| *column == Column::Kind).next().map(|cell| cell.plain.clone());
    let is_break = |kind: &String| cue::kind(kind) == SectionKind::Break;
    if let Some(pause) = kind.clone().filter(is_break) {
        return Some((pause, Vec::new()));
    }
    for (column, cell) in columns.iter().zip(&row.cells) {
        let Column::Talk(function) = column else { continue };
        if let Some((people, title)) = talk(cell, *function) {
            return Some((title, people));
        }
        let people = speaker::people(&cell.plain, Trust::Announced, *function);
        if people.is_empty() && !cell.plain.is_empty() {
            return Some((cell.plain.clone(), people));
        }
        if let Some(kind) = kind.as_ref().filter(|_| !people.is_empty()) {
            return Some((kind.clone(), people));
        }
    }
    let date = of(|column| *column == Column::Date).next().map(|cell| cell.plain.clone());
    // « 12h | Zoé Lanteri | — »: who speaks stands for a title that is still to come.
    let untold = of(|column| *column == Column::Title).any(Cell::is_own);
    let named = |cell: &&Cell| {
        let people = speaker::people(&cell.plain, Trust::Announced, Function::Speaker);
        untold && cell.is_own() && !people.is_empty()
    };
    let person = || of(|column| matches!(column, Column::People(_))).find(named);
    let title = date.or(kind).or_else(|| person().map(|cell| cell.plain.clone()));
    title.map(|title| (title, Vec::new()))
}

/// The title that a cell holds: its words in bold, where much is told of them after a colon.
fn words_of_title(cell: &Cell) -> String {
    let opened = cell.raw.trim_start().strip_prefix("**").and_then(|raw| raw.split_once("**"));
    let told = opened.and_then(|(bold, after)| Some((bold, after.trim_start().strip_prefix(':')?)));
    match told {
        Some((bold, told)) if told.len() >= MIN_TOLD && bold.contains(' ') => {
            markup::plain(bold).trim_end_matches([':', ' ']).to_owned()
        }
        _ => cell.plain.clone(),
    }
}

/// How much is told of a title in bold for it to be one by itself, in bytes.
const MIN_TOLD: usize = 100;

/// Whether a cell of times gives no hour but a part of the day: `Toute la journée`.
fn is_part_of_day(cell: &str) -> bool {
    const PARTS: [&str; 8] = [
        "toute la journee",
        "journee entiere",
        "journee",
        "matin",
        "matinee",
        "apres midi",
        "soir",
        "soiree",
    ];
    PARTS.contains(&canonical(cell).as_str())
}

/// The session of a row; `above` is the slot of the row above that it may share.
fn session(
    columns: &[Column],
    row: &Row,
    year: Option<i16>,
    above: Option<Slot>,
) -> Option<Heading> {
    let texts = |wanted: Column| {
        columns
            .iter()
            .zip(&row.cells)
            .filter(move |(column, cell)| **column == wanted && !cell.plain.is_empty())
            .map(|(_, cell)| cell.plain.as_str())
    };
    let (title, people) = title(columns, row)?;
    let mut heading = Heading { people, ..untitled(&title, depth::SLOT) };
    heading.lines = row.lines.clone();
    // « Jeudi 3 mai, 10h-12h »: a column of days may give the hours.
    let timed = || texts(Column::Date).find_map(range);
    let mut times = texts(Column::Time).filter_map(slot);
    let slot = times.next().map(|first| until(first, times.next()));
    let slot = slot.or_else(timed).or(above);
    heading.start = slot.map(|slot| slot.start);
    heading.end = slot.and_then(|slot| slot.end);
    heading.date = texts(Column::Date).find_map(|cell| date::dates(cell, year).first().copied());
    heading.keywords = texts(Column::Keywords)
        .filter(|cell| !is_pending(cell))
        .flat_map(|cell| keyword::split(&cell.replace(" & ", ", ")))
        .collect();
    heading.kind = kind(&title, texts(Column::Kind).next());
    heading.split_people();
    // Nobody speaks during a break: what stands there may be its menu.
    let trust = match heading.kind {
        SectionKind::Break => Trust::Text,
        _ => Trust::Announced,
    };
    for (column, cell) in columns.iter().zip(&row.cells) {
        if let Column::People(function) = column {
            heading.people.extend(people_of_cell(cell, trust, *function));
        }
    }
    if heading.people.is_empty() {
        let others = texts(Column::Title).skip(1).chain(texts(Column::Other));
        heading.people = others.filter_map(people_last).flat_map(|(_, people)| people).collect();
    }
    if !heading.title.as_ref().is_some_and(|title| title.contains(char::is_alphanumeric))
        || heading.start.is_none()
            && heading.date.is_none()
            && heading.people.is_empty()
            && !texts(Column::Time).any(is_part_of_day)
    {
        return None;
    }
    part_title(&mut heading, columns, row);
    Some(heading)
}

/// A slot that lasts until the time of the next column, where it says no end: `9h | 10h`.
fn until(slot: Slot, next: Option<Slot>) -> Slot {
    let end = next.filter(|next| next.end.is_none() && next.start > slot.start);
    Slot { end: slot.end.or(end.map(|next| next.start)), ..slot }
}

/// What a session is by its title, else by the column that says so.
fn kind(title: &str, column: Option<&str>) -> SectionKind {
    let of_column = || column.map_or(SectionKind::Section, cue::kind);
    or_session(match cue::kind(title) {
        SectionKind::Section => of_column(),
        SectionKind::Theme => SectionKind::Session,
        kind => kind,
    })
}

/// `À venir`, `à confirmer`: the cell is not filled yet.
fn is_pending(cell: &str) -> bool {
    let folded = fold(cell);
    folded.starts_with("a venir")
        || folded.starts_with("a confirmer")
        || folded.starts_with("a preciser")
}

#[cfg(test)]
mod tests;
