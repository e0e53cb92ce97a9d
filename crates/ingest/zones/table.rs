//! Tables: rows between bars, between tags, or aligned by spaces.

use std::ops::Range;

/// The least rows that make a table of lines between bars.
const LEAST_ROWS: usize = 2;

/// The least lines that make a table of what is but aligned.
const LEAST_ALIGNED: usize = 3;

/// The least columns that make a table of what is but aligned: two are a list, or prose in columns.
const LEAST_COLUMNS: usize = 3;

/// Whether a line is a row between bars, or opens a table between tags.
pub(super) fn is_row(line: &str) -> bool {
    is_barred(line.trim()) || opens(line)
}

/// Whether a line opens a table between tags.
pub(super) fn opens(line: &str) -> bool {
    let line = line.trim_start().as_bytes();
    line.get(..6).is_some_and(|start| start.eq_ignore_ascii_case(b"<table"))
}

/// Whether a line closes a table between tags.
pub(super) fn closes(line: &str) -> bool {
    memchr::memmem::find(line.as_bytes(), b"</table").is_some()
        || memchr::memmem::find(line.as_bytes(), b"</TABLE").is_some()
}

/// The tables among the lines of a paragraph, in order.
pub(super) fn tables(lines: &[&str]) -> Vec<Range<usize>> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let length = table(&lines[at..]);
        if length > 0 {
            tables.push(at..at + length);
        }
        at += length.max(1);
    }
    tables
}

/// How many lines the table takes that starts with the first of them; none where none does.
fn table(lines: &[&str]) -> usize {
    let Some(first) = lines.first() else { return 0 };
    if opens(first) {
        let end = lines.iter().position(|line| closes(line));
        return end.map_or(lines.len(), |end| end + 1);
    }
    let barred = lines.iter().take_while(|line| is_barred(line.trim())).count();
    if barred >= LEAST_ROWS {
        return barred;
    }
    if lines.get(1).is_some_and(|rule| is_rule(rule.trim())) && first.contains('|') {
        return lines.iter().take_while(|line| line.contains('|')).count();
    }
    aligned(lines)
}

fn is_barred(line: &str) -> bool {
    let barred = line.starts_with('|') && line.len() > 1 && line[1..].contains('|');
    barred || line.starts_with("+-") || line.starts_with("+=")
}

/// `---|:---:`, below the header of a table whose rows have no outer bars.
fn is_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains("--")
        && line.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':' | b' '))
}

/// How many lines from the first on have cells that stand under those of the line above.
fn aligned(lines: &[&str]) -> usize {
    let Some(mut above) = lines.first().and_then(|line| cells(line)) else { return 0 };
    let under = |cells: &Vec<Range<usize>>| {
        let stands = |cell: &Range<usize>| {
            above.iter().skip(1).any(|own| own.start == cell.start || own.end == cell.end)
        };
        let is_under = cells.iter().skip(1).any(stands);
        above.clone_from(cells);
        is_under
    };
    let rows = lines[1..].iter().map_while(|line| cells(line)).take_while(under).count() + 1;
    if rows >= LEAST_ALIGNED { rows } else { 0 }
}

/// The columns of the cells of a line, in characters, where tabs or three spaces part several.
fn cells(line: &str) -> Option<Vec<Range<usize>>> {
    let bytes = line.trim().as_bytes();
    let parted =
        memchr::memchr(b'\t', bytes).is_some() || memchr::memmem::find(bytes, b"   ").is_some();
    if !parted {
        return None;
    }
    let mut cells: Vec<Range<usize>> = Vec::new();
    let (mut column, mut spaces, mut tabbed) = (0, 0, false);
    for c in line.trim_end().chars() {
        match c {
            ' ' => spaces += 1,
            '\t' => {
                tabbed = true;
                // The next cell stands under the others after as many tabs.
                column = (cells.len() + 1) << 16;
                spaces = 0;
            }
            _ => {
                column += spaces;
                match cells.last_mut() {
                    Some(cell) if spaces < 3 && !tabbed => cell.end = column + 1,
                    _ => cells.push(column..column + 1),
                }
                column += 1;
                (spaces, tabbed) = (0, false);
            }
        }
    }
    (cells.len() >= LEAST_COLUMNS).then_some(cells)
}
