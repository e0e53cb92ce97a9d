//! Timetables flattened by a converter: days in a row, then rows of cells led by a time.
//!
//! The converter writes the cells of a row one after another and starts each with a tab, alone on
//! its line or before the text of the cell. Printed, such a text keeps blank lines only: where a
//! cell ends is lost, not the days above, nor the times that lead each row.

use std::ops::Range;

use glane_document::{PartialDate, SectionKind, TimeOfDay};

use crate::line::{Line, blocks};
use crate::structure::cue;
use crate::structure::date::weekday;
use crate::structure::heading::{Heading, depth, untitled};
use crate::structure::speaker::{self, Zone};
use crate::structure::time::times;
use crate::structure::timetable::Timetable;

/// A session of a timetable.
#[derive(Debug, PartialEq, Eq)]
struct Session {
    /// The lines of its title.
    title: Range<usize>,
    /// Its day.
    date: Option<PartialDate>,
    /// When it starts.
    start: Option<TimeOfDay>,
    /// When it ends.
    end: Option<TimeOfDay>,
}

/// A day of the week and, where stated, of the month.
type Day = Option<u8>;

/// A row: the times of its label, and the lines of its cells.
struct Row {
    times: Vec<TimeOfDay>,
    cells: Vec<Range<usize>>,
}

/// The timetable of a text, if it has one; `dates` are those of the document.
pub(super) fn grid(
    lines: &[Line<'_>],
    skipped: &[bool],
    dates: &[PartialDate],
) -> Option<Timetable> {
    tabbed(lines, skipped, dates).or_else(|| spaced(lines, skipped))
}

/// The timetable whose cells start with tabs.
fn tabbed(lines: &[Line<'_>], skipped: &[bool], dates: &[PartialDate]) -> Option<Timetable> {
    let cells = cells(lines, skipped);
    let (first, days) = days(lines, &cells)?;
    let rows = rows(lines, &cells[first + days.len()..], days.len());
    if rows.is_empty() {
        return None;
    }
    let end = table_end(lines, rows.last()?.cells.last()?);
    let mut sessions = Vec::new();
    for (rank, row) in rows.iter().enumerate() {
        let next = rows.get(rank + 1).and_then(|row| row.times.first()).copied();
        for (column, cell) in row.cells.iter().enumerate() {
            let cell = cell.start..cell.end.min(end);
            let date = date(days.get(column).copied().flatten(), dates);
            let found = in_cell(lines, skipped, cell, row, next, date);
            sessions.extend(found.into_iter().map(|session| heading(lines, session)));
        }
    }
    Some(Timetable { lines: cells[first].start..end, sessions, of_cells: true })
}

/// The timetable of which blank lines are left: the cells of a row are read as one.
fn spaced(lines: &[Line<'_>], skipped: &[bool]) -> Option<Timetable> {
    let blocks = blocks(lines, skipped);
    let (first, days) = days(lines, &blocks)?;
    let rows = labelled(lines, &blocks[first + days.len()..]);
    if rows.len() < 2 || rows[0].cells[0].start > blocks.get(first + days.len() + 1)?.start {
        return None;
    }
    let end = table_end(lines, &rows.last()?.cells[0]);
    let mut sessions = Vec::new();
    for (rank, row) in rows.iter().enumerate() {
        let next = rows.get(rank + 1).and_then(|row| row.times.first()).copied();
        let cell = row.cells[0].start..row.cells[0].end.min(end);
        let found = in_cell(lines, skipped, cell, row, next, None);
        sessions.extend(found.into_iter().map(|session| heading(lines, session)));
    }
    Some(Timetable { lines: blocks[first].start..end, sessions, of_cells: true })
}

/// Rows of one cell each: what stands between blocks that hold times only.
fn labelled(lines: &[Line<'_>], blocks: &[Range<usize>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut after_label = false;
    for block in blocks {
        let label = is_time_label(lines, block);
        let times = || lines[block.clone()].iter().flat_map(|line| times(&line.plain));
        match rows.last_mut() {
            Some(row) if label && after_label => row.times.extend(times()),
            _ if label => {
                let cells = vec![block.end..block.end];
                rows.push(Row { times: times().collect(), cells });
            }
            Some(row) if after_label => row.cells[0] = block.clone(),
            Some(row) => row.cells[0].end = block.end,
            None => {}
        }
        after_label = label;
    }
    rows
}

fn heading(lines: &[Line<'_>], session: Session) -> Heading {
    let printed = text(lines, &session.title);
    let kind = match cue::kind(&printed) {
        SectionKind::Section | SectionKind::Theme => SectionKind::Session,
        SectionKind::Synthesis => SectionKind::Closing,
        kind => kind,
    };
    Heading {
        lines: session.title,
        kind,
        date: session.date,
        start: session.start,
        end: session.end,
        ..untitled(&printed, depth::SLOT)
    }
}

/// Cells: from a line that starts with a tab to the next such line.
fn cells(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Range<usize>> {
    let mut cells: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.raw.starts_with('\t') && !skipped[at] {
            cells.push(at..at + 1);
        } else if let Some(cell) = cells.last_mut() {
            cell.end = at + 1;
        }
    }
    cells
}

/// The first run of three or more cells that each name a weekday and nothing else.
fn days(lines: &[Line<'_>], cells: &[Range<usize>]) -> Option<(usize, Vec<Day>)> {
    let day = |cell: &Range<usize>| {
        let words = lines[cell.clone()].iter().filter(|line| !line.is_blank());
        if words.flat_map(|line| line.plain.split(' ')).nth(4).is_some() {
            return None;
        }
        weekday(&text(lines, cell)).map(|(_, day)| day)
    };
    let first = cells.iter().position(|cell| day(cell).is_some())?;
    let days: Vec<Day> = cells[first..].iter().map_while(day).collect();
    (days.len() >= 3).then_some((first, days))
}

/// Rows of `width` cells, each after a cell that holds times only.
fn rows(lines: &[Line<'_>], cells: &[Range<usize>], width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        if !is_time_label(lines, &cells[at]) {
            at += 1;
            continue;
        }
        let end = (at + 1 + width).min(cells.len());
        // Line by line: « 14h » above « 17 h 00 » is not « 14h17 ».
        let times = lines[cells[at].clone()].iter().flat_map(|line| times(&line.plain)).collect();
        rows.push(Row { times, cells: cells[at + 1..end].to_vec() });
        at = end;
    }
    rows
}

fn is_time_label(lines: &[Line<'_>], cell: &Range<usize>) -> bool {
    let mut letters = lines[cell.clone()].iter().flat_map(|line| line.plain.chars());
    letters.all(|c| !c.is_alphabetic() || matches!(c, 'h' | 'H' | 'à' | 'd' | 'e'))
        && !times(&text(lines, cell)).is_empty()
}

/// Where the last cell really ends: before a line in capitals or two blank lines and prose.
fn table_end(lines: &[Line<'_>], last: &Range<usize>) -> usize {
    let heading = |&at: &usize| {
        let plain = &lines[at].plain;
        let row = lines[at].raw.trim_start().starts_with('|') && at > last.start;
        row || at > last.start
            && crate::words::is_upper(plain)
            && times(plain).is_empty()
            && plain.len() > 5
    };
    last.clone().find(heading).unwrap_or(last.end)
}

/// The sessions of a cell: runs of lines, a run that starts with a name belongs to the one above.
fn in_cell(
    lines: &[Line<'_>],
    skipped: &[bool],
    cell: Range<usize>,
    row: &Row,
    next: Option<TimeOfDay>,
    date: Option<PartialDate>,
) -> Vec<Session> {
    let mut starts: Vec<usize> = Vec::new();
    let mut fin = None;
    for at in cell.clone().filter(|&at| !lines[at].is_blank() && !skipped[at]) {
        let line = &lines[at];
        // The end of a page parts lines as a blank one does, and may part a title from its text.
        let broken = at > 0 && (skipped[at - 1] || lines[at - 1].sheet != line.sheet);
        let opens = at == cell.start || lines[at - 1].is_blank() || broken;
        let opens = opens && !(is_cut(lines, skipped, at) && announces_work(&line.plain));
        if is_end(&line.plain) {
            fin = times(&line.plain).first().copied();
        } else if opens && (starts.is_empty() || !is_people(line)) {
            starts.push(at);
        }
    }
    let count = starts.len();
    let session = |(rank, &start): (usize, &usize)| {
        let end = starts.get(rank + 1).copied().unwrap_or(cell.end);
        let (from, to) = slot(row, rank, count, next);
        let title = title(lines, start..end);
        Session { title, date, start: from, end: fin.filter(|_| rank + 1 == count).or(to) }
    };
    starts.iter().enumerate().map(session).collect()
}

/// Whether the line before, blank ones and furniture aside, stands on the page before.
fn is_cut(lines: &[Line], skipped: &[bool], at: usize) -> bool {
    let before = (0..at).rev().find(|&before| !lines[before].is_blank() && !skipped[before]);
    before.is_some_and(|before| lines[before].sheet != lines[at].sheet)
}

/// The times of the session of rank `rank` among `count` in its cell.
///
/// A label with two starts (`14h … 17h-17h30`) gives the second to the last session of a cell that
/// has several.
fn slot(
    row: &Row,
    rank: usize,
    count: usize,
    next: Option<TimeOfDay>,
) -> (Option<TimeOfDay>, Option<TimeOfDay>) {
    match row.times[..] {
        [start, second, end] if count > 1 && rank + 1 == count => {
            (Some(second), Some(end).filter(|_| start < second))
        }
        [start, second, _] => (Some(start), Some(second)),
        [start, end] => (Some(start), Some(end)),
        _ => (row.times.first().copied(), next),
    }
}

/// The title: the first lines, up to people, brackets or an announcement.
fn title(lines: &[Line<'_>], session: Range<usize>) -> Range<usize> {
    let body = |at: usize| {
        let line = &lines[at];
        line.is_blank()
            || is_people(line)
            || line.plain.starts_with('(')
            || *line.plain == *lines[session.start].plain
            || announces_work(&line.plain)
    };
    let end = (session.start + 1..session.end).find(|&at| body(at)).unwrap_or(session.end);
    session.start..end
}

fn announces_work(text: &str) -> bool {
    let folded = crate::words::fold(text);
    [
        "travail ",
        "lecture ",
        "discussion ",
        "echange",
        "debat",
        "organise",
        "anime",
        "intervention ",
    ]
    .iter()
    .any(|cue| folded.starts_with(cue))
}

fn is_people(line: &Line<'_>) -> bool {
    !speaker::speakers(line, Zone::Announced(glane_document::Function::Speaker)).is_empty()
}

fn is_end(text: &str) -> bool {
    crate::words::fold(text).starts_with("fin ") && !times(text).is_empty()
}

fn date(day: Day, dates: &[PartialDate]) -> Option<PartialDate> {
    let first = dates.first()?;
    let date = PartialDate::new(first.year, first.month, Some(day?))?;
    if date >= *first {
        Some(date)
    } else {
        dates.last().and_then(|last| PartialDate::new(last.year, last.month, day))
    }
}

fn text(lines: &[Line<'_>], range: &Range<usize>) -> String {
    let words =
        lines[range.clone()].iter().map(|line| &*line.plain).filter(|text| !text.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    const TABLE: &str = "Stage\n\tLundi 5\n\tMardi 6\n\tMercredi 7\n\t\n09 h 00\n\t\nAccueillir\nsans trier\n\nZoé LANTERI (Ville d'Orn)\n\nÉcouter\n\t\nLire\n\t\nÉcrire\n\t12 h 30\n\tRepas\n\tRepas\n\tRepas\n\t14h\n\n17h-17h30\n\tAller voir\n\nBilan du jour\n\tDessiner\n\tConclure\n\nFIN 15 H\nPRÉSENTATION DU STAGE\n";

    fn found() -> (Vec<Line<'static>>, Timetable) {
        let lines = lines(TABLE);
        let dates = [
            PartialDate::new(2025, 5, Some(5)).unwrap(),
            PartialDate::new(2025, 5, Some(7)).unwrap(),
        ];
        let grid = grid(&lines, &vec![false; lines.len()], &dates).unwrap();
        (lines, grid)
    }

    #[test]
    fn each_session_has_its_day_and_slot() {
        let (_, grid) = found();
        let rows: Vec<String> = grid
            .sessions
            .iter()
            .map(|s| {
                let time =
                    |time: Option<TimeOfDay>| time.map_or("?".to_owned(), |time| time.to_string());
                let date = s.date.map_or(String::new(), |date| date.to_string());
                format!("{} {}-{} {}", date, time(s.start), time(s.end), s.printed)
            })
            .collect();
        assert_eq!(
            rows,
            [
                "2025-05-05 09:00-12:30 Accueillir sans trier",
                "2025-05-05 09:00-12:30 Écouter",
                "2025-05-06 09:00-12:30 Lire",
                "2025-05-07 09:00-12:30 Écrire",
                "2025-05-05 12:30-14:00 Repas",
                "2025-05-06 12:30-14:00 Repas",
                "2025-05-07 12:30-14:00 Repas",
                "2025-05-05 14:00-17:00 Aller voir",
                "2025-05-05 17:00-17:30 Bilan du jour",
                "2025-05-06 14:00-17:00 Dessiner",
                "2025-05-07 14:00-15:00 Conclure",
            ]
        );
    }

    #[test]
    fn a_printed_table_keeps_its_sessions_and_times() {
        let printed: Vec<&str> = TABLE.lines().map(str::trim).collect();
        let printed = printed.join("\n\n");
        let lines = lines(&printed);
        let grid = grid(&lines, &vec![false; lines.len()], &[]).unwrap();
        let titles: Vec<String> = grid
            .sessions
            .iter()
            .map(|s| format!("{} {}", s.start.map_or("?".to_owned(), |t| t.to_string()), s.printed))
            .collect();
        assert!(titles.contains(&"09:00 Lire".to_owned()), "{titles:?}");
        assert!(titles.contains(&"14:00 Aller voir".to_owned()), "{titles:?}");
        assert_eq!(&*lines[grid.lines.end].plain, "PRÉSENTATION DU STAGE");
    }

    #[test]
    fn the_table_ends_before_the_text_that_follows() {
        let (lines, grid) = found();
        assert_eq!(&*lines[grid.lines.end].plain, "PRÉSENTATION DU STAGE");
    }

    #[test]
    fn a_text_without_days_has_no_timetable() {
        let lines = lines("\tun\n\tdeux\n\ttrois\n");
        assert!(grid(&lines, &[false; 3], &[]).is_none());
    }
}
