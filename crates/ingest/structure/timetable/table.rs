//! Programmes as tables: a session a row, what each column holds told by its header.

use std::sync::LazyLock;

use glane_document::{Function, PartialDate, SectionKind, Speaker};

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, pattern};
use crate::structure::heading::{Heading, depth, or_session, slotted, untitled};
use crate::structure::name::{self, Form, Trust};
use crate::structure::time::{Slot, leading_slot, range};
use crate::structure::timetable::Timetable;
use crate::structure::timetable::column::{Column, announces, columns, lists_talks};
use crate::structure::timetable::rooms::in_rooms;
use crate::structure::timetable::rows::{self, Cell, Place, Row, Table};
use crate::structure::timetable::talk::talk;
use crate::structure::title_people::people_last;
use crate::structure::{cue, date, keyword, speaker};
use crate::words::{Text, fold};

/// The tables of a text that list sessions; dates without a year take `year`.
pub(super) fn tables(lines: &[Line<'_>], year: Option<i16>) -> Vec<Timetable> {
    let tables = rows::tables(lines).into_iter().filter_map(|table| timetable(table, year));
    tables.map(|table| with_blank_end(table, lines)).collect()
}

/// Nothing to read is no text of its own: what is blank below a table goes with its last row.
fn with_blank_end(table: Timetable, lines: &[Line<'_>]) -> Timetable {
    let blank = lines[table.lines.end..].iter().take_while(|line| line.is_blank()).count();
    Timetable { lines: table.lines.start..table.lines.end + blank, ..table }
}

fn timetable(mut table: Table, year: Option<i16>) -> Option<Timetable> {
    if table.header.is_empty() {
        let first = table.rows.iter().take(3).position(|row| announces(row, year));
        let header = first.map(|at| table.rows.remove(at).cells).unwrap_or_default();
        table.header = header.into_iter().map(|cell| cell.plain).collect();
    }
    let columns = columns(&table.header, &table.rows, year);
    let has = |wanted: fn(Column) -> bool| columns.iter().any(|&column| wanted(column));
    let when = has(|column| matches!(column, Column::Date | Column::Time));
    let what = has(|column| matches!(column, Column::Title | Column::People(_) | Column::Talk(_)));
    let rooms = columns.iter().filter(|column| **column == Column::Room).count();
    let talks = || lists_talks(&table.header, &columns, &table.rows);
    if !when && !talks() || !what && rooms < 2 {
        return None;
    }
    let found = match what {
        true => in_rows(&columns, &table.rows, year),
        false => in_rooms(&columns, &table.header, &table.rows, year),
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

/// Whether the cells of a row each hold a session beside the others: the row above says in one cell
/// what they are, and its times reach into them.
fn stands_beside(columns: &[Column], above: &Row, row: &Row) -> bool {
    let of = |row: &Row, wanted: Column| -> Vec<Place> {
        let cells = columns.iter().zip(&row.cells).filter(|(column, _)| **column == wanted);
        cells.filter(|(_, cell)| !cell.plain.is_empty()).map(|(_, cell)| cell.place).collect()
    };
    let times = of(row, Column::Time);
    let heads = of(above, Column::Title);
    let titles = of(row, Column::Title);
    let wide = heads.len() > 1 && heads[1..].iter().all(|place| *place == Place::Left);
    let beside = titles.iter().filter(|place| **place == Place::Own).count() > 1;
    wide && beside && !times.is_empty() && times.iter().all(|place| *place == Place::Above)
}

/// The rows that the titles of one would be, each on its own.
fn each_alone(columns: &[Column], row: &Row) -> Vec<Row> {
    let title = |at: &usize| columns.get(*at) == Some(&Column::Title);
    let alone = |kept: usize| {
        let empty = |(at, cell): (usize, &Cell)| match at != kept && title(&at) {
            true => Cell::new(""),
            false => cell.clone(),
        };
        Row { cells: row.cells.iter().enumerate().map(empty).collect(), ..row.clone() }
    };
    let own = |at: &usize| title(at) && row.cells[*at].place == Place::Own;
    let full = |at: &usize| !row.cells[*at].plain.is_empty();
    (0..row.cells.len()).filter(|at| own(at) && full(at)).map(alone).collect()
}

/// The slot of the row above, where a row leaves its own empty: both go on at the same time.
fn slot_above(columns: &[Column], row: &Row, above: Option<&Heading>) -> Option<Slot> {
    let mut times = columns.iter().zip(&row.cells).filter(|(column, _)| **column == Column::Time);
    let empty = times.all(|(_, cell)| cell.plain.is_empty());
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
            session.people.extend(speaker::people(&cell.plain, Trust::Announced, *function));
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
pub(super) fn broken(cell: &str) -> Vec<String> {
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
        let labelled = parts.iter().position(|part| opens_with_label(part));
        let twice = parts.len() == 2 && parts[0] == parts[1];
        let (titles, below) = parts.split_at(labelled.unwrap_or(1).min(parts.len()));
        let (title, kind) = match titles {
            [kind, title] if labelled.is_some() && cue::is_bare_kind(kind) => (title, Some(kind)),
            [title, ..] => (title, None),
            [] => continue,
        };
        let people: Vec<Speaker> = below
            .iter()
            .flat_map(|part| match labelled {
                Some(_) => speaker::announced_in(part),
                None => speaker::people(part, Trust::Announced, Function::Speaker),
            })
            .collect();
        // « Pause », said twice, is said once.
        if !people.is_empty() || labelled.is_some() || twice {
            session.kind = kind.map_or(session.kind, |column| self::kind(title, Some(column)));
            session.title = Some(title.clone());
            session.people = people;
            return;
        }
    }
}

/// Whether a text opens with a label that announces people: `Intervenante : Zoé Lanteri`.
fn opens_with_label(text: &str) -> bool {
    let colon = text.find(':').filter(|colon| *colon < 40);
    let text = Text::new(text.to_owned());
    colon.is_some() && cue::announcement(text.both()).is_some()
}

/// The title of a row and the people that stand before it in its cell.
fn title(columns: &[Column], row: &Row) -> Option<(String, Vec<Speaker>)> {
    let of = |wanted: fn(&Column) -> bool| {
        let cells = columns.iter().zip(&row.cells).filter(move |(column, _)| wanted(column));
        cells.map(|(_, cell)| cell).filter(|cell| !cell.plain.is_empty())
    };
    let titles = || of(|column| *column == Column::Title).filter(|cell| cell.is_own());
    // What reaches over several rows is the title of all of them.
    if let Some(cell) = titles().find(|cell| !cell.tall).or_else(|| titles().next()) {
        return Some((cell.plain.clone(), Vec::new()));
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
    date.or(kind).map(|title| (title, Vec::new()))
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
            heading.people.extend(people_of(&cell.plain, trust, *function));
        }
    }
    if heading.people.is_empty() {
        let others = texts(Column::Title).skip(1).chain(texts(Column::Other));
        heading.people = others.filter_map(people_last).flat_map(|(_, people)| people).collect();
    }
    if !heading.title.as_ref().is_some_and(|title| title.contains(char::is_alphanumeric))
        || heading.start.is_none() && heading.date.is_none() && heading.people.is_empty()
    {
        return None;
    }
    part_title(&mut heading, columns, row);
    Some(heading)
}

/// The people of a cell, those whom it announces included: `Zoé Lanteri, animé par Luc Perrot`.
fn people_of(cell: &str, trust: Trust, function: Function) -> Vec<Speaker> {
    let text = Text::new(cell.to_owned());
    let announced = cue::announcements_within(text.both());
    let start = announced.iter().map(|found| cell.len() - found.rest.len()).min();
    let cut = start.and_then(|start| cell[..start].rfind([',', ';', '(', '–']));
    let cut = cut.filter(|_| trust == Trust::Announced).unwrap_or(cell.len());
    let mut people = speaker::people(&cell[..cut], trust, function);
    people.retain(|person| !opens_body(cell, &person.as_written));
    people.extend(speaker::announced_in(&cell[cut..]));
    people
}

/// Whether words of a cell that read as a name nothing knows open a longer one: `Grand Orn Habitat`,
/// `Élèves du Collège d'Orn`.
fn opens_body(cell: &str, name: &str) -> bool {
    let Some(at) = cell.find(name) else { return false };
    let plain =
        name::parse(&cell[at..], Trust::Announced).is_some_and(|name| name.form == Form::Plain);
    let next = cell[at + name.len()..].strip_prefix(' ').unwrap_or_default();
    plain
        && (next.starts_with(char::is_uppercase)
            || ["d'", "d’"].iter().any(|of| next.starts_with(of)))
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
        assert_eq!(tables[0].lines, 0..5, "with what is blank below");
    }

    #[test]
    fn a_column_of_days_may_give_hours() {
        let lines =
            lines("| Titre | Date |\n|---|---|\n| Habiter | Jeudi 3 mai, 9h-11h & 13h-15h |\n");
        let found = tables(&lines, Some(2025));
        assert_eq!(found[0].sessions[0].start.unwrap().hour, 9);
        assert_eq!(found[0].sessions[0].end.unwrap().hour, 11);
    }

    #[test]
    fn rows_without_a_time_go_on_beside_the_one_above() {
        let lines = lines(
            "||||\n|-|-|-|\n| 9h-10h | Zoé Lanteri | Se loger |\n| | Luc Perrot | Manger |\n| 10h | | Pause |\n| 11h | Ève Tarn | Bouger |\n",
        );
        let found = tables(&lines, None);
        let shown = found[0].sessions.iter().map(|session| {
            let people: Vec<&str> = session.people.iter().map(|one| one.name.as_str()).collect();
            format!("{:?} {:?} {people:?}", session.start.map(|at| at.hour), session.title)
        });
        assert_eq!(
            shown.collect::<Vec<_>>(),
            [
                "Some(9) Some(\"Se loger\") [\"Zoé Lanteri\"]",
                "Some(9) Some(\"Manger\") [\"Luc Perrot\"]",
                "Some(10) Some(\"Pause\") []",
                "Some(11) Some(\"Bouger\") [\"Ève Tarn\"]",
            ]
        );
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

    /// The sessions of the only table of a text: times, kind, title, people.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let tables = tables(&lines(text), Some(2025));
        let row = |session: &Heading| {
            let times = [session.start, session.end].map(|time| time.map(|time| time.to_string()));
            let date = session.date.map(|date| date.to_string());
            let people = session.people.iter().map(|person| person.name.clone());
            let parts = date.into_iter().chain(times.into_iter().flatten());
            let parts = parts.chain([session.kind.as_str().to_owned()]);
            parts.chain(session.title.clone()).chain(people).collect::<Vec<_>>().join(" · ")
        };
        let found: Vec<String> = tables[0].sessions.iter().map(row).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn people_may_stand_before_their_titles() {
        check(
            "<table>\n<tr><th>Horaire</th><th>Type</th><th>Intervenant</th></tr>\n<tr>\n<td>9 h 30</td>\n<td>Communication</td>\n<td>YSORIA BELKANT - <i>Se loger</i></td>\n</tr>\n<tr>\n<td>10 h</td>\n<td><b>PAUSE</b></td>\n<td><i>Thé & tartes</i></td>\n</tr>\n<tr><td>11 h</td><td>Table ronde</td><td>LUC PERROT - <i>Manger</i></td></tr>\n</table>\n",
            &[
                "09:30 · session · Se loger · Ysoria Belkant",
                "10:00 · break · PAUSE",
                "11:00 · roundtable · Manger · Luc Perrot",
            ],
        );
    }

    #[test]
    fn a_column_of_kinds_is_no_title() {
        check(
            "| Heure | Type d'intervention | Titre | Nom |\n|---|---|---|---|\n| 9h | Communication | Lire | Luc Perrot |\n| 10h | Pause | | |\n",
            &["09:00 · session · Lire · Luc Perrot", "10:00 · break · Pause"],
        );
    }

    #[test]
    fn a_cell_may_hold_its_kind_its_title_and_labels_of_people() {
        check(
            "| Time | Type | Title & Description |\n|---|---|---|\n| 9h - 10h | Talk | Exposé<br>« Se loger »<br>**Speaker:** BELKANT OURI Ysoria, Maître assistant, Université d'Orn / PERROT Luc, ENS<br>**Moderator:** TARN Ève, Ville d'Orn |\n| 10h - 11h | Break | Pause<br>Pause |\n| 11h | Talk | Synthèse<br>Bilan du jour<br>**Moderator:** TARN Ève |\n",
            &[
                "09:00 · 10:00 · session · « Se loger » · Ysoria Belkant Ouri · Luc Perrot · Ève Tarn",
                "10:00 · 11:00 · break · Pause",
                "11:00 · synthesis · Bilan du jour · Ève Tarn",
            ],
        );
    }

    #[test]
    fn a_title_over_several_rows_gathers_what_they_say() {
        check(
            "<table><tr><td>Heure<td>Titre<td>Intervenants\n<tr><td>9h-10h<td rowspan=2>Se loger<td>Zoé Lanteri\n<tr><td>10h-11h<td>Luc Perrot\n<tr><td>11h-12h<td>Lire<td>Ève Tarn</table>\n",
            &[
                "09:00 · 11:00 · session · Se loger · Zoé Lanteri · Luc Perrot",
                "11:00 · 12:00 · session · Lire · Ève Tarn",
            ],
        );
    }

    #[test]
    fn a_cell_over_a_whole_row_is_a_session_or_heads_the_next() {
        check(
            "<table><tr><th colspan=3>Mardi 3 juin<tr><th>Heure<th>Titre<th>Nom\n<tr><td>9h<td>Lire<td>Zoé Lanteri\n<tr><td colspan=3>10h30 : Pause café\n<tr><td colspan=3>Session 2 : habiter\n<tr><td>11h<td>Dire<td>Luc Perrot</table>\n",
            &[
                "2025-06-03 · section · Mardi 3 juin",
                "09:00 · session · Lire · Zoé Lanteri",
                "10:30 · break · Pause café",
                "session · Session 2 : habiter",
                "11:00 · session · Dire · Luc Perrot",
            ],
        );
    }

    #[test]
    fn days_stand_side_by_side_and_sessions_last_over_their_rows() {
        check(
            "<table><tr><th><th>Mardi 3 juin<th>Mercredi 4 juin\n<tr><td>9h<td rowspan=3>Exposé<br>Zoé Lanteri<td>Lire\n<tr>\n<tr><td>10h<td>Dire\n<tr><td>11h<td colspan=2>Repas</table>\n",
            &[
                "2025-06-03 · 09:00 · 11:00 · session · Exposé · Zoé Lanteri",
                "2025-06-04 · 09:00 · session · Lire",
                "2025-06-04 · 10:00 · session · Dire",
                "2025-06-03 · 11:00 · break · Repas",
            ],
        );
    }

    #[test]
    fn talks_with_who_holds_them_need_no_time() {
        check(
            "| Intervention | Intervenant·e |\n|---|---|\n| **Mot d'accueil** | Luc Perrot (Ville d'Orn) |\n| **« Un banc pour la place »** | Ysoria Belkant |\n| **Lire en commun** | Élèves du Collège d'Orn, animé par Zoé Lanteri |\n| Jouer | Orn Habitat Jeunes |\n",
            &[
                "address · Mot d'accueil · Luc Perrot",
                "session · « Un banc pour la place » · Ysoria Belkant",
                "session · Lire en commun · Zoé Lanteri",
            ],
        );
        let none = |text: &str| assert!(tables(&lines(text), None).is_empty(), "{text}");
        none("| Titre | Auteur |\n|---|---|\n| Lire | Luc Perrot |\n| Dire | Zoé Lanteri |\n");
        none("| Thème | Intervenants |\n|---|---|\n| Lire | 12 |\n| Dire | 4 |\n");
    }

    #[test]
    fn a_column_says_when_a_session_starts_and_the_next_when_it_ends() {
        check(
            "<table><thead><tr><th>9h30<th>10h<th colspan=2>Café</thead>\n<tr><td rowspan=2>10h<td rowspan=2>11h<td colspan=2>Ateliers\n<tr><td>Lire<td>Coudre\n<tr><td>11h<td>11h30<td colspan=2>Bilan</table>\n",
            &[
                "09:30 · 10:00 · break · Café",
                "10:00 · 11:00 · workshop · Ateliers",
                "10:00 · 11:00 · session · Lire",
                "10:00 · 11:00 · session · Coudre",
                "11:00 · 11:30 · synthesis · Bilan",
            ],
        );
        check(
            "<table><tr><th colspan=3>mardi 3 juin<th>Lien\n<tr><td>9h<td>10h<td>Lire<td>a.fr\n<tr><td>10h<td>11h<td>Dire<td>b.fr</table>\n",
            &["09:00 · 10:00 · session · Lire", "10:00 · 11:00 · session · Dire"],
        );
        check(
            "| 9h | Accueil |\n|---|---|\n| 10h | Lire |\n",
            &["09:00 · break · Accueil", "10:00 · session · Lire"],
        );
    }

    #[test]
    fn days_of_the_week_stand_side_by_side() {
        check(
            "| Horaire | Lundi | Mardi |\n|---|---|---|\n| 9h-10h | Lire – Z. Lanteri | Dire |\n| 10h-11h | | Pause |\n",
            &[
                "09:00 · 10:00 · session · Lire · Z. Lanteri",
                "09:00 · 10:00 · session · Dire",
                "10:00 · 11:00 · break · Pause",
            ],
        );
    }

    #[test]
    fn a_table_of_figures_lists_no_session() {
        assert!(tables(&lines("| Commune | Voix |\n|---|---|\n| Orn | 12 |\n"), None).is_empty());
    }
}
