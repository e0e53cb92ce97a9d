//! Reads the tags of a table in HTML one by one, and fills the cells that others span.

use std::ops::Range;

use html5gum::{HtmlString, StartTag};

use crate::structure::timetable::rows::{Cell, Place, Row, Table};

/// Elements that stand on lines of their own: they part the text of a cell as a break does.
const BREAKS: [&str; 14] =
    ["br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dd"];

/// The longest text of a cell that is read, in bytes: what is longer is prose.
const MAX_CELL: usize = 4 << 10;

/// How many columns are looked through for cells that reach into the rows below.
const MAX_TALL: usize = 64;

/// How much longer the cells may be than what the table is written with, where they span others.
const MAX_GROWTH: usize = 8;

/// What the text that is read now belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Caption,
    Cell,
}

/// Reads a table, tag by tag.
#[derive(Debug)]
pub(super) struct Reader {
    inside: Inside,
    /// The text of the cell or caption that is open, in light Markdown.
    raw: String,
    /// How long that text was where a `span` last opened or closed.
    seam: Option<usize>,
    /// How many columns and rows the cell that is open takes.
    span: (usize, usize),
    /// The lines of the caption, and what it says unless it holds a heading.
    caption: Option<(Range<usize>, String)>,
    /// The line after the last caption or heading outside cells, which are no part of a row.
    apart: usize,
    /// The row that is open.
    row: Option<Row>,
    /// Whether a cell of the row that is open is of the body.
    of_body: bool,
    in_head: bool,
    rows: Vec<Row>,
    /// The rank of the first row that is marked as the header.
    header: Option<usize>,
    /// The last cell of each column that reached into rows below, and the first that it does not.
    above: Vec<Option<(Cell, usize)>>,
    /// How many more bytes the cells that span others may take: a bomb of spans is not unfolded.
    room: usize,
}

impl Reader {
    /// A reader of a table written in `length` bytes.
    pub(super) fn new(length: usize) -> Reader {
        Reader {
            inside: Inside::Nothing,
            raw: String::new(),
            seam: None,
            span: (1, 1),
            caption: None,
            apart: 0,
            row: None,
            of_body: false,
            in_head: false,
            rows: Vec::new(),
            header: None,
            above: Vec::new(),
            room: length * MAX_GROWTH,
        }
    }

    /// Reads the start of an element that stands on a line.
    pub(super) fn open(&mut self, tag: &StartTag<usize>, line: usize) {
        match &tag.name[..] {
            b"caption" => {
                self.end_row(line);
                self.inside = Inside::Caption;
                self.caption = Some((line..line + 1, String::new()));
                self.apart = line + 1;
            }
            b"thead" | b"tbody" | b"tfoot" => {
                self.end_row(line);
                self.in_head = &tag.name[..] == b"thead";
            }
            b"tr" => {
                self.end_row(line);
                self.start_row(line);
            }
            b"td" | b"th" => {
                self.end_cell();
                if self.row.is_none() {
                    self.start_row(line);
                }
                self.took(line);
                self.of_body |= &tag.name[..] == b"td";
                self.span = (span(tag, "colspan"), span(tag, "rowspan"));
                self.inside = Inside::Cell;
            }
            b"span" if is_badge(tag) && self.raw.ends_with(char::is_alphanumeric) => {
                self.mark(b"br", line);
            }
            name => self.mark(name, line),
        }
    }

    /// Reads the end of an element; whether the table goes on.
    pub(super) fn close(&mut self, name: &HtmlString, line: usize) -> bool {
        match &name[..] {
            b"caption" => self.end_caption(line),
            b"td" | b"th" => {
                self.took(line);
                self.end_cell();
            }
            b"tr" => self.end_row(line + 1),
            b"thead" | b"tbody" | b"tfoot" => {
                self.end_row(line);
                self.in_head = false;
            }
            b"table" => {
                self.end_row(line);
                return false;
            }
            name => self.mark(name, line),
        }
        true
    }

    /// What an element inside a cell is in Markdown: its start and its end are marked alike.
    fn mark(&mut self, name: &[u8], line: usize) {
        let heading = matches!(name, [b'h', b'1'..=b'6']);
        match self.inside {
            Inside::Cell if matches!(name, b"i" | b"em") => self.text("*"),
            Inside::Cell if name == b"span" => self.seam = Some(self.raw.len()),
            Inside::Cell if BREAKS.iter().any(|of| of.as_bytes() == name) => self.text("<br>"),
            // It is found where headings are, like any other.
            Inside::Caption if heading => {
                self.inside = Inside::Nothing;
                self.caption = None;
                self.apart = line + 1;
            }
            Inside::Nothing if heading => self.apart = line + 1,
            _ => {}
        }
    }

    /// Reads text, or a mark that stands for an element.
    pub(super) fn text(&mut self, text: &str) {
        if self.inside == Inside::Nothing || self.raw.len() >= MAX_CELL {
            return;
        }
        // « Zoé Lanteri<span>Salle 2</span> »: no word goes on with a capital.
        let glued = self.seam.take() == Some(self.raw.len())
            && self.raw.ends_with(char::is_lowercase)
            && text.starts_with(char::is_uppercase);
        if glued {
            self.raw.push_str("<br>");
        }
        self.raw.push_str(text);
    }

    fn start_row(&mut self, line: usize) {
        self.row = Some(Row { lines: line..line + 1, cells: Vec::new() });
        self.of_body = false;
    }

    /// Makes a line part of the row that is open.
    fn took(&mut self, line: usize) {
        let Some(row) = &mut self.row else { return };
        if row.cells.is_empty() {
            row.lines.start = row.lines.start.max(self.apart.min(line));
        }
        row.lines.end = row.lines.end.max(line + 1);
    }

    fn end_caption(&mut self, line: usize) {
        let raw = std::mem::take(&mut self.raw);
        if let Some((lines, text)) =
            self.caption.as_mut().filter(|_| self.inside == Inside::Caption)
        {
            lines.end = line + 1;
            *text = Cell::new(&raw).plain;
            self.apart = line + 1;
        }
        self.inside = Inside::Nothing;
    }

    fn end_cell(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        if std::mem::replace(&mut self.inside, Inside::Nothing) != Inside::Cell {
            return;
        }
        let cell = Cell { tall: self.span.1 > 1, ..Cell::new(raw.trim()) };
        self.fill_from_above();
        let Some(row) = &mut self.row else { return };
        for rank in 0..self.span.0 {
            let place = if rank == 0 { Place::Own } else { Place::Left };
            if rank > 0 && !take(&mut self.room, &cell) {
                break;
            }
            let column = row.cells.len();
            row.cells.push(Cell { place, ..cell.clone() });
            if self.span.1 > 1 && column < MAX_TALL {
                self.above.resize(self.above.len().max(column + 1), None);
                self.above[column] =
                    Some((cell.clone(), self.rows.len().saturating_add(self.span.1)));
            }
        }
    }

    /// Adds the cells of rows above that take the next columns.
    fn fill_from_above(&mut self) {
        let Some(row) = &mut self.row else { return };
        while let Some(Some((cell, end))) = self.above.get(row.cells.len()) {
            if *end <= self.rows.len() || !take(&mut self.room, cell) {
                return;
            }
            let tall = *end > self.rows.len() + 1;
            row.cells.push(Cell { place: Place::Above, tall, ..cell.clone() });
        }
    }

    /// Adds the cells of rows above that stand beyond the last cell of the row that is open.
    fn fill_to_end(&mut self) {
        let rank = self.rows.len();
        let reaches = |above: &Option<(Cell, usize)>| above.as_ref().is_some_and(|of| of.1 > rank);
        let Some(last) = self.above.iter().rposition(reaches) else { return };
        self.fill_from_above();
        while let Some(row) = self.row.as_mut().filter(|row| row.cells.len() <= last) {
            row.cells.push(Cell::new(""));
            self.fill_from_above();
        }
    }

    /// Ends the row that is open before a line, or on the last line that it took.
    fn end_row(&mut self, line: usize) {
        self.end_cell();
        self.fill_to_end();
        let Some(mut row) = self.row.take() else { return };
        row.lines.end = row.lines.end.max(line);
        let marked = (self.in_head || !self.of_body) && !row.opens_with_time();
        let full = row.cells.iter().any(|cell| !cell.plain.is_empty());
        if marked && full && !row.is_whole() && self.header.is_none() && self.rows.len() < 3 {
            self.header = Some(self.rows.len());
        }
        self.rows.push(row);
    }

    /// What was read, if it has rows.
    pub(super) fn finish(mut self) -> Option<Table> {
        // Nothing says where an open cell ends but the end of its paragraph.
        if let Some(end) = self.raw.find("\n\n") {
            self.raw.truncate(end);
        }
        self.end_row(0);
        // Where a row starts on the line where another ends, the line is its own.
        for at in 1..self.rows.len() {
            let next = self.rows[at].lines.start;
            let row = &mut self.rows[at - 1].lines;
            row.end = row.end.min(next).max(row.start + 1);
        }
        let lines = self.rows.first()?.lines.start..self.rows.last()?.lines.end;
        let caption = self.caption.filter(|(at, text)| at.end <= lines.start && !text.is_empty());
        let start = caption.as_ref().map_or(lines.start, |(at, _)| at.start);
        let header = self.header.map(|at| self.rows.remove(at).cells).unwrap_or_default();
        Some(Table {
            lines: start..lines.end,
            caption,
            header: header.into_iter().map(|cell| cell.plain).collect(),
            rows: self.rows,
        })
    }
}

/// Takes what a cell that spans others costs, if there is room for it.
fn take(room: &mut usize, cell: &Cell) -> bool {
    let cost = cell.raw.len() + cell.plain.len() + size_of::<Cell>() / 4;
    let left = room.checked_sub(cost);
    *room = left.unwrap_or(*room);
    left.is_some()
}

/// Whether a `span` is drawn as a badge, apart from the words that it touches.
fn is_badge(tag: &StartTag<usize>) -> bool {
    let class = tag.attributes.get(b"class".as_slice());
    let class = class.map(|class| String::from_utf8_lossy(class).into_owned()).unwrap_or_default();
    class
        .split([' ', '-', '_'])
        .any(|word| matches!(word, "badge" | "label" | "pill" | "chip" | "tag"))
}

/// How many columns or rows a cell takes.
fn span(tag: &StartTag<usize>, name: &str) -> usize {
    let value = tag.attributes.get(name.as_bytes());
    let value = value.map(|value| String::from_utf8_lossy(value).into_owned());
    value.and_then(|value| value.trim().parse().ok()).unwrap_or(1).max(1)
}
