//! Programmes as Markdown tables: a session a row, what each column holds told by its header.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{Function, SectionKind, Speaker};

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, pattern};
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::name::{self, Trust};
use crate::structure::time::{Slot, leading_slot, range};
use crate::structure::timetable::Timetable;
use crate::structure::title_people::people_last;
use crate::structure::{cue, date, keyword, speaker};
use crate::words::{canonical, fold};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Date,
    Time,
    Title,
    People(Function),
    Keywords,
    /// What goes on in one room, beside what goes on in the others.
    Room,
    Other,
}

/// The tables of a text that list sessions; dates without a year take `year`.
pub(super) fn tables(lines: &[Line<'_>], year: Option<i16>) -> Vec<Timetable> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at + 2 < lines.len() {
        if !is_row(&lines[at]) || !is_rule(&lines[at + 1]) {
            at += 1;
            continue;
        }
        let end = (at + 2..lines.len()).find(|&row| !is_row(&lines[row])).unwrap_or(lines.len());
        tables.extend(table(lines, at..end, year));
        at = end;
    }
    tables
}

fn is_row(line: &Line<'_>) -> bool {
    let raw = line.raw.trim();
    raw.len() > 2 && raw.starts_with('|') && raw[1..].contains('|')
}

fn is_rule(line: &Line<'_>) -> bool {
    is_row(line) && line.raw.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '+'))
}

fn cells(line: &Line<'_>) -> Vec<String> {
    let raw = line.raw.trim().trim_start_matches('|').trim_end_matches('|');
    raw.split('|').map(|cell| markup::plain(&cell.replace("&nbsp;", " ")).into_owned()).collect()
}

/// The cells of a row as they stand.
fn raw_cells<'t>(line: &'t Line<'_>) -> Vec<&'t str> {
    line.raw.trim().trim_start_matches('|').trim_end_matches('|').split('|').collect()
}

fn table(lines: &[Line<'_>], range: Range<usize>, year: Option<i16>) -> Option<Timetable> {
    let headers = cells(&lines[range.start]);
    let rows: Vec<Vec<String>> = lines[range.start + 2..range.end].iter().map(cells).collect();
    let mut columns: Vec<Column> = match headers.iter().any(|header| !header.is_empty()) {
        true => headers.iter().map(|header| column(header)).collect(),
        false => columns_by_content(&rows, headers.len()),
    };
    for (at, column) in columns.iter_mut().enumerate().skip(1) {
        if *column == Column::Other && holds_people(&rows, at) {
            *column = Column::People(Function::Speaker);
        }
    }
    let has = |wanted: fn(Column) -> bool| columns.iter().any(|&column| wanted(column));
    let when = has(|column| matches!(column, Column::Date | Column::Time));
    let what = has(|column| matches!(column, Column::Title | Column::People(_)));
    let rooms = columns.iter().filter(|column| **column == Column::Room).count();
    if !when || !what && rooms < 2 {
        return None;
    }
    let sessions = (range.start + 2..range.end).flat_map(|at| {
        if !what {
            return in_rooms(&columns, &lines[at], at, year);
        }
        let mut session = session(&columns, &cells(&lines[at]), at, year);
        if let Some(session) = &mut session {
            part_title(session, &columns, &raw_cells(&lines[at]));
        }
        session.into_iter().collect()
    });
    Some(Timetable { sessions: sessions.collect(), lines: range, of_cells: false })
}

/// What the columns of a table without a header hold: times, and what is left.
fn columns_by_content(rows: &[Vec<String>], width: usize) -> Vec<Column> {
    let timed = |at: usize| {
        let times = rows.iter().filter_map(|row| leading_slot(row.get(at)?)).count();
        times * 2 > rows.len()
    };
    let of = |at: usize| match () {
        () if timed(at) => Column::Time,
        () if at > 0 && holds_people(rows, at) => Column::Other,
        () => Column::Title,
    };
    (0..width).map(of).collect()
}

/// Whether most full cells of a column are names, whatever its header says: `Référent`.
fn holds_people(rows: &[Vec<String>], at: usize) -> bool {
    let full = || rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
    let named = full().filter(|cell| {
        name::parse(cell, Trust::Text).is_some_and(|name| {
            let after = cell[name.len..].trim_start();
            name.form <= name::Form::Known
                && (after.is_empty()
                    || after.starts_with([',', '(', '&', '/'])
                    || after.starts_with("et "))
        })
    });
    let named = named.count();
    named >= 2 && named * 5 >= full().count() * 3
}

/// The parts of a cell that breaks part, without markup.
fn broken(cell: &str) -> Vec<String> {
    static BREAK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"<br\s*/?>"));
    let parts = BREAK.split(cell).map(|part| markup::plain(part.trim()).into_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// What a header announces.
fn column(header: &str) -> Column {
    let header = canonical(header);
    let names = |words: &[&str]| words.iter().any(|word| header.contains(word));
    match () {
        () if names(&["horaire", "heure"]) => Column::Time,
        () if names(&["date", "jour"]) && !names(&["journee"]) => Column::Date,
        () if names(&["mot cle", "mots cle", "keyword", "thematique"]) => Column::Keywords,
        () if names(&["salle", "amphi", "parcours", "piste", "groupe "]) => Column::Room,
        () if names(&["moderat", "discutant", "animat", "presiden"]) => {
            Column::People(Function::Moderator)
        }
        () if names(&[
            "intervenant",
            "orat",
            "conferencier",
            "speaker",
            "invite",
            "animateur",
            "nom",
        ]) =>
        {
            Column::People(Function::Speaker)
        }
        () if names(&[
            "intervention",
            "titre",
            "sujet",
            "theme",
            "intitule",
            "seance",
            "session",
            "activite",
            "contenu",
            "programme",
            "communication",
            "description",
            "evenement",
        ]) =>
        {
            Column::Title
        }
        () => Column::Other,
    }
}

/// The sessions of a row that go on at the same time, each in its room.
fn in_rooms(columns: &[Column], line: &Line<'_>, at: usize, year: Option<i16>) -> Vec<Heading> {
    let texts = cells(line);
    let when = |heading: &mut Heading| {
        let of = |wanted| columns.iter().zip(&texts).filter(move |(column, _)| **column == wanted);
        let slot = of(Column::Time).find_map(|(_, cell)| slot(cell));
        heading.start = slot.map(|slot| slot.start);
        heading.end = slot.and_then(|slot| slot.end);
        heading.date =
            of(Column::Date).find_map(|(_, cell)| date::dates(cell, year).first().copied());
    };
    let rooms = columns.iter().zip(raw_cells(line)).filter(|(column, _)| **column == Column::Room);
    rooms
        .filter_map(|(_, cell)| {
            let mut heading = of_cell(cell)?;
            heading.lines = at..at + 1;
            when(&mut heading);
            Some(heading)
        })
        .collect()
}

/// The slot of a cell of times.
fn slot(cell: &str) -> Option<Slot> {
    range(cell).or_else(|| leading_slot(cell).map(|(slot, _)| slot))
}

/// The session of a cell: `Titre<br>Zoé Lanteri (CNRS)`, or `Zoé Lanteri (CNRS) Titre`.
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
    Some(heading)
}

/// Parts the title of a cell from the people that a line break sets under it.
fn part_title(session: &mut Heading, columns: &[Column], cells: &[&str]) {
    let of_title = columns.iter().zip(cells).filter(|(column, _)| **column == Column::Title);
    for (_, cell) in of_title {
        let [title, below @ ..] = &broken(cell)[..] else { continue };
        let people: Vec<Speaker> = below
            .iter()
            .flat_map(|part| speaker::people(part, Trust::Announced, Function::Speaker))
            .collect();
        if !people.is_empty() {
            session.title = Some(title.clone());
            session.people = people;
            return;
        }
    }
}

fn session(columns: &[Column], cells: &[String], at: usize, year: Option<i16>) -> Option<Heading> {
    let texts = |wanted: Column| {
        columns
            .iter()
            .zip(cells)
            .filter(move |(column, cell)| **column == wanted && !cell.is_empty())
            .map(|(_, cell)| cell)
    };
    let title = texts(Column::Title).next().or_else(|| texts(Column::Date).next())?;
    let mut heading = untitled(title, depth::SLOT);
    heading.lines = at..at + 1;
    let slot = texts(Column::Time).find_map(|cell| slot(cell));
    heading.start = slot.map(|slot| slot.start);
    heading.end = slot.and_then(|slot| slot.end);
    heading.date = texts(Column::Date).find_map(|cell| date::dates(cell, year).first().copied());
    heading.keywords = texts(Column::Keywords)
        .filter(|cell| !is_pending(cell))
        .flat_map(|cell| keyword::split(&cell.replace(" & ", ", ")))
        .collect();
    heading.kind = or_session(match cue::kind(title) {
        SectionKind::Theme => SectionKind::Session,
        kind => kind,
    });
    heading.split_people();
    for (column, cell) in columns.iter().zip(cells) {
        if let Column::People(function) = column {
            heading.people.extend(speaker::people(cell, Trust::Announced, *function));
        }
    }
    if heading.people.is_empty() {
        let others = texts(Column::Title).skip(1).chain(texts(Column::Other));
        heading.people =
            others.filter_map(|cell| people_last(cell)).flat_map(|(_, people)| people).collect();
    }
    (heading.title.is_some()
        && (heading.start.is_some() || heading.date.is_some() || !heading.people.is_empty()))
    .then_some(heading)
}

/// `À venir`, `à confirmer`: the cell is not filled yet.
fn is_pending(cell: &str) -> bool {
    let folded = fold(cell);
    folded.starts_with("a venir")
        || folded.starts_with("a confirmer")
        || folded.starts_with("a preciser")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn a_row_is_a_session() {
        let lines = lines(
            "| Date | Intervenant·e·s | Mots-clés | Horaires |\n|---|:--|---|---|\n| 20 mars | Zoé Lanteri &<br/>Luc Perrot | eau, sols & air | 10h-12h |\n| 3 mai | À venir | | 10h-12h |\n\nFin.\n",
        );
        let tables = tables(&lines, Some(2025));
        let [first, second] = &tables[0].sessions[..] else { panic!("{tables:?}") };
        let people: Vec<&str> = first.people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(people, ["Zoé Lanteri", "Luc Perrot"]);
        assert_eq!(first.keywords.len(), 3);
        assert_eq!(first.date.unwrap().to_string(), "2025-03-20");
        assert_eq!(first.end.unwrap().hour, 12);
        assert!(second.people.is_empty());
        assert_eq!(tables[0].lines, 0..4);
    }

    #[test]
    fn a_table_without_header_is_read_by_its_content() {
        let lines = lines(
            "| | | |\n|---|---|---|\n| 14:00 - 14:10 | &nbsp; | **Ouverture** |\n| 14:10 - 15:00 | &nbsp; | **Habiter la ville**<br>Ysoria Belkant (Ville d'Orn) & Luc Perrot (CNRS) |\n",
        );
        let tables = tables(&lines, None);
        let [first, second] = &tables[0].sessions[..] else { panic!("{tables:?}") };
        assert_eq!(first.title.as_deref(), Some("Ouverture"));
        let people: Vec<&str> = second.people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(people, ["Ysoria Belkant", "Luc Perrot"]);
        assert_eq!(second.title.as_deref(), Some("Habiter la ville"));
    }

    #[test]
    fn rooms_hold_sessions_side_by_side() {
        let lines = lines(
            "|Heure|salle 1|salle 2\n|---|---|---\n|10h-11h|Zoé Lanteri (CNRS) [Habiter](a.md)|**Manger**<br>Luc Perrot\n|11h-12h|Débat| |\n",
        );
        let tables = tables(&lines, None);
        let found: Vec<(&str, usize)> = tables[0]
            .sessions
            .iter()
            .map(|session| (session.title.as_deref().unwrap_or_default(), session.people.len()))
            .collect();
        assert_eq!(found, [("Habiter", 1), ("Manger", 1), ("Débat", 0)]);
    }

    #[test]
    fn a_table_of_figures_lists_no_session() {
        assert!(tables(&lines("| Commune | Voix |\n|---|---|\n| Orn | 12 |\n"), None).is_empty());
    }
}
