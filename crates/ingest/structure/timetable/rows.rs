//! Where the rows and cells of a table are, however it is written; its Markdown form.

use std::ops::Range;

use crate::line::Line;
use crate::markup;
use crate::structure::time::leading_slot;
use crate::structure::timetable::html;

/// A table of a text, whatever it holds.
#[derive(Debug)]
pub(super) struct Table {
    /// The lines that it takes, from its header on.
    pub(super) lines: Range<usize>,
    /// The lines of its caption and what it says, where no heading stands in it.
    pub(super) caption: Option<(Range<usize>, String)>,
    /// What each column announces; empty where no row is marked as a header.
    pub(super) header: Vec<String>,
    /// Its rows, without the header.
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// The lines that it takes: several where each cell has its own. Rows may share a line.
    pub(super) lines: Range<usize>,
    /// Its cells, those that reach into it included: one a column.
    pub(super) cells: Vec<Cell>,
}

impl Row {
    /// Whether one cell takes all of its columns.
    pub(super) fn is_whole(&self) -> bool {
        let [first, beside @ ..] = &self.cells[..] else { return false };
        !first.plain.is_empty()
            && !beside.is_empty()
            && beside.iter().all(|cell| cell.place == Place::Left)
    }

    /// Whether its first cell is a time: no header, whatever its marks.
    pub(super) fn opens_with_time(&self) -> bool {
        let time = self.cells.first().and_then(|cell| leading_slot(&cell.plain));
        time.is_some_and(|(_, rest)| rest.is_empty())
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// What it holds, in light Markdown; breaks are `<br>`.
    pub(super) raw: String,
    /// What it holds, without markup.
    pub(super) plain: String,
    /// Where it stands.
    pub(super) place: Place,
    /// Whether it reaches into the rows below.
    pub(super) tall: bool,
}

impl Cell {
    pub(super) fn new(raw: &str) -> Cell {
        let raw = with_breaks(raw);
        let plain = markup::plain(&raw.replace("&nbsp;", " ")).into_owned();
        Cell { raw, plain, place: Place::Own, tall: false }
    }

    /// Whether it leaves open what its column tells: empty, or a mark for what stands above.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.plain.as_str(), "" | "-" | "–" | "—" | "\"" | "〃" | "idem" | "Idem")
    }

    /// Whether it holds something that no other row said.
    pub(super) fn is_own(&self) -> bool {
        self.place != Place::Above && !self.plain.is_empty()
    }
}

/// The text of a cell with `<br>` where the two letters `\n` part its lines; those of formulas, as of
/// `\nu`, are in small letters.
fn with_breaks(raw: &str) -> String {
    let mut parts = raw.split("\\n");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let formula = part.starts_with(|c: char| c.is_lowercase());
        text.push_str(if formula { "\\n" } else { "<br>" });
        text.push_str(part);
    }
    text
}

/// Where a cell stands that may span rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In this row and column.
    Own,
    /// In a column before.
    Left,
    /// In a row above.
    Above,
}

/// The tables of a text, in order.
pub(super) fn tables(lines: &[Line<'_>]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let next = lines.get(at + 1);
        if is_row(&lines[at]) && next.is_some_and(is_rule) {
            let table = pipes(lines, at);
            at = table.lines.end;
            tables.push(table);
        } else if html::opens(&lines[at]) {
            let (table, end) = html::table(lines, at);
            at = end;
            tables.extend(table);
        } else {
            at += 1;
        }
    }
    tables
}

/// The Markdown table that starts at a line, of rows between bars.
fn pipes(lines: &[Line<'_>], start: usize) -> Table {
    let within = |at: &usize| is_row(&lines[*at]) || parts_rows(&lines[*at]);
    let end = (start + 2..lines.len()).find(|at| !within(at)).unwrap_or(lines.len());
    let end = (start + 2..end).rev().find(|&at| is_row(&lines[at])).map_or(start + 2, |at| at + 1);
    let row = |at: usize| row(lines, at);
    let first = row(start);
    let (header, first) = match first.opens_with_time() {
        true => (Vec::new(), Some(first)),
        false => (first.cells.into_iter().map(|cell| cell.plain).collect(), None),
    };
    let rows = first
        .into_iter()
        .chain((start + 2..end).filter(|&at| is_row(&lines[at])).map(row))
        .collect();
    Table { lines: start..end, caption: None, header, rows }
}

/// The row of a Markdown table that stands on a line.
pub(super) fn row(lines: &[Line<'_>], at: usize) -> Row {
    Row { lines: at..at + 1, cells: cells(&lines[at]) }
}

fn is_row(line: &Line<'_>) -> bool {
    let raw = line.raw.trim();
    raw.len() > 2 && raw.starts_with('|') && raw[1..].contains('|')
}

/// Whether a line but draws a rule between the rows of a table: `<tr><td colspan="3"></td></tr>`.
fn parts_rows(line: &Line<'_>) -> bool {
    line.raw.trim_start().starts_with("<tr") && line.is_blank()
}

fn is_rule(line: &Line<'_>) -> bool {
    is_row(line) && line.raw.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '+'))
}

fn cells(line: &Line<'_>) -> Vec<Cell> {
    let raw = line.raw.trim();
    let raw = raw.strip_prefix('|').unwrap_or(raw);
    let raw = raw.strip_suffix('|').unwrap_or(raw);
    raw.split('|').map(Cell::new).collect()
}
