//! Blocks of a document → light Markdown, as the detectors of structure read it.

use super::lettering::Body;
use super::styled::Styled;
use crate::markup;
use crate::structure::time::leading_slot;

/// A part of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading that the file marks as such; `level` counts from 1, 0 is the document's title.
    Heading { level: u8, text: Styled },
    /// A paragraph, which may be empty.
    Paragraph(Paragraph),
    /// An item of a list, `depth` counted from 0; `mark` is its number as printed.
    /// `size` is that of its smallest letters, in half points; 0 where unknown.
    Item { depth: usize, mark: Option<String>, text: Styled, size: u32 },
    /// Rows of cells, which hold blocks in turn.
    Table(Vec<Row>),
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Rank {
    /// The document's title.
    Title,
    /// A heading, whose level counts from 1.
    Heading(u8),
    /// Neither.
    #[default]
    Text,
}

impl Rank {
    /// What the name of a style says, in French or in English: `Titre 1`, `heading 1`.
    pub(super) fn of_style(name: &str) -> Rank {
        let name = name.to_lowercase();
        if matches!(name.as_str(), "title" | "titre" | "titre principal" | "titre du document") {
            return Rank::Title;
        }
        let level = ["titre", "heading"].iter().find_map(|noun| name.strip_prefix(noun));
        match level.and_then(|level| level.trim_start_matches([' ', '_']).parse().ok()) {
            Some(level @ 1..=9) => Rank::Heading(level),
            _ => Rank::Text,
        }
    }

    /// A heading of this rank.
    pub(super) fn heading(self, text: Styled) -> Block {
        let level = if let Rank::Heading(level) = self { level } else { 0 };
        Block::Heading { level, text }
    }
}

/// The cells of a row of a table.
pub(super) type Row = Vec<Vec<Block>>;

impl Block {
    /// Its words on one line, without marks.
    pub(super) fn plain(&self) -> String {
        match self {
            Block::Heading { text, .. } | Block::Item { text, .. } => text.plain(),
            Block::Paragraph(paragraph) => paragraph.text.plain(),
            Block::Table(rows) => {
                let blocks = rows.iter().flatten().flatten();
                blocks.map(Block::plain).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// A paragraph, and how it is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Paragraph {
    /// Its text.
    pub(super) text: Styled,
    /// Whether it stands apart from what is above.
    pub(super) above: bool,
    /// Whether it stands apart from what is below.
    pub(super) below: bool,
    /// The size of its smallest letters, in half points; 0 where unknown.
    pub(super) size: u32,
}

/// The longest heading, in bytes: a paragraph set as one for its looks is longer.
const MAX_HEADING: usize = 300;

/// The longest cell of a table that is one, in bytes: a longer cell lays out a page.
const MAX_CELL: usize = 1500;

/// The widest table: no sheet is as wide, a crafted file may be.
const MAX_COLUMNS: usize = 64;

/// How many empty paragraphs in a row are kept.
const MAX_BLANK: usize = 4;

/// The text of these blocks.
pub(super) fn markdown(blocks: &[Block]) -> String {
    let titled = blocks.iter().any(|block| matches!(block, Block::Heading { level: 0, .. }));
    let body = Body::of(blocks);
    let below = u8::from(titled);
    let mut writer = Writer { out: String::new(), apart: false, listed: false, body, below };
    for (block, level) in blocks.iter().zip(body.levels(blocks)) {
        match (block, level) {
            (Block::Paragraph(Paragraph { text, .. }), Some(level)) => writer.heading(level, text),
            _ => writer.block(block),
        }
    }
    writer.out
}

struct Writer {
    out: String,
    /// Whether the last block stands apart from what follows.
    apart: bool,
    /// Whether it is an item of a list: a paragraph that follows is none of it.
    listed: bool,
    /// How most of the text is set.
    body: Body,
    /// How many levels headings stand below the document's title.
    below: u8,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } if text.len() <= MAX_HEADING => {
                self.heading(*level, text);
            }
            Block::Heading { text, .. } => self.paragraph(text, true, true),
            Block::Paragraph(paragraph) => {
                let Paragraph { text, above, below, .. } = paragraph;
                let parts = self.body.parts(paragraph);
                let (above, below) = (*above || parts, *below || parts);
                match self.body.is_heading(paragraph) {
                    true => self.paragraph(&text.all_bold(), above, below),
                    false => self.paragraph(&self.body.marked(text), above, below),
                }
            }
            Block::Item { depth, mark, text, .. } => {
                self.item(*depth, mark.as_deref(), &self.body.marked(text));
            }
            Block::Table(rows) => self.table(rows),
        }
    }

    fn heading(&mut self, level: u8, text: &Styled) {
        let text = text.plain();
        if text.is_empty() {
            return self.blank();
        }
        self.set_apart();
        let marks = "#".repeat(usize::from(level.saturating_add(self.below).clamp(1, 6)));
        self.line(&format!("{marks} {text}"));
        self.apart = true;
    }

    fn paragraph(&mut self, text: &Styled, above: bool, below: bool) {
        if text.is_blank() && text.has_tab() {
            return self.line("\t");
        }
        if text.is_blank() {
            return self.blank();
        }
        if above || self.apart || self.listed {
            self.set_apart();
        }
        self.listed = false;
        for line in text.lines() {
            self.line(&escaped(&line));
        }
        self.apart = below;
    }

    fn item(&mut self, depth: usize, mark: Option<&str>, text: &Styled) {
        if self.apart {
            self.set_apart();
        }
        let indent = "  ".repeat(depth.min(8));
        let mark = mark.unwrap_or("-");
        for (at, line) in text.lines().iter().enumerate() {
            match at {
                0 => self.line(&format!("{indent}{mark} {}", line.trim_start())),
                _ => self.line(&format!("{indent}  {}", line.trim_start())),
            }
        }
        (self.apart, self.listed) = (false, true);
    }

    fn table(&mut self, rows: &[Row]) {
        if is_layout(rows) {
            for cell in rows.iter().flatten() {
                self.apart = true;
                cell.iter().for_each(|block| self.block(block));
            }
            self.apart = true;
            return;
        }
        self.set_apart();
        let width = rows.iter().map(Vec::len).max().unwrap_or_default().min(MAX_COLUMNS);
        let rule = format!("|{}", "---|".repeat(width));
        let mut rows = rows.iter().filter(|row| row.iter().any(|cell| !is_blank(cell))).peekable();
        // A row that opens with a time is no header: the table has none.
        let headed = rows.peek().and_then(|row| row.first()).map(|first| cell(first));
        if headed.is_some_and(|first| leading_slot(&markup::plain(&first)).is_some()) {
            self.line(&format!("|{}", "  |".repeat(width)));
            self.line(&rule);
            rows.for_each(|each| self.line(&row(each, width)));
        } else {
            for (at, each) in rows.enumerate() {
                self.line(&row(each, width));
                if at == 0 {
                    self.line(&rule);
                }
            }
        }
        self.apart = true;
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// An empty paragraph.
    fn blank(&mut self) {
        if !self.out.ends_with(&"\n".repeat(MAX_BLANK + 1)) {
            self.out.push('\n');
        }
        self.apart = false;
    }

    /// Ends with a blank line, unless nothing is above.
    fn set_apart(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// Whether a table lays out a page rather than lists anything.
pub(super) fn is_layout(rows: &[Row]) -> bool {
    let full = |row: &&Row| row.iter().any(|cell| !is_blank(cell));
    let columns = rows.iter().map(|row| row.iter().filter(|cell| !is_blank(cell)).count()).max();
    columns.is_none_or(|columns| columns < 2)
        || rows.iter().filter(full).count() < 2
        || rows.iter().flatten().any(|cell| holds_page(cell))
}

/// Whether a cell holds what only a page holds.
fn holds_page(cell: &[Block]) -> bool {
    let length: usize = cell.iter().map(length).sum();
    let parts = |block: &Block| matches!(block, Block::Heading { .. } | Block::Table(_));
    length > MAX_CELL || cell.iter().filter(|block| parts(block)).count() > 1
}

fn length(block: &Block) -> usize {
    match block {
        Block::Heading { text, .. } | Block::Item { text, .. } => text.len(),
        Block::Paragraph(paragraph) => paragraph.text.len(),
        Block::Table(rows) => rows.iter().flatten().flatten().map(length).sum(),
    }
}

fn is_blank(cell: &[Block]) -> bool {
    cell.iter().all(|block| length(block) == 0)
}

fn row(cells: &[Vec<Block>], width: usize) -> String {
    let mut row = String::from("|");
    for at in 0..width {
        let text = cells.get(at).map(|blocks| cell(blocks)).unwrap_or_default();
        row.push_str(&format!(" {text} |"));
    }
    // What is beyond the widest table stands in its last cell.
    for beyond in cells.iter().skip(width) {
        row.push_str(&cell(beyond));
    }
    row
}

/// The text of a cell on one line.
fn cell(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } => parts.extend(text.all_bold().lines()),
            Block::Paragraph(Paragraph { text, .. }) => parts.extend(text.lines()),
            Block::Item { mark, text, .. } => {
                let mark = mark.as_deref().unwrap_or("-");
                parts.push(format!("{mark} {}", text.lines().join(" ")));
            }
            Block::Table(rows) => {
                parts.extend(rows.iter().flatten().map(|inner| cell(inner)));
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    // A bar would end the cell, and no detector undoes its escape.
    parts.join("<br>").replace('|', "¦").replace('\t', " ")
}

/// A line of a paragraph, with what would be read as a heading, a quotation, a rule or a table
/// undone.
///
/// A hyphen or a number that the author typed at the start of a line is that of a list, and stays.
fn escaped(line: &str) -> String {
    let text = line.trim_start();
    let rule = |mark: char| text.len() >= 3 && text.chars().all(|c| c == mark);
    let read = markup::heading(text).0.is_some()
        || text.starts_with('>')
        || text.starts_with('|')
        || rule('=')
        || rule('-');
    if !read {
        return line.to_owned();
    }
    format!("{}\\{text}", &line[..line.len() - text.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styled(text: &str) -> Styled {
        let mut styled = Styled::default();
        styled.push(text, false);
        styled
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(Paragraph { text: styled(text), ..Paragraph::default() })
    }

    fn apart(text: &str) -> Block {
        let text = styled(text);
        Block::Paragraph(Paragraph { text, below: true, ..Paragraph::default() })
    }

    fn item(depth: usize, mark: Option<&str>, text: &str) -> Block {
        Block::Item { depth, mark: mark.map(str::to_owned), text: styled(text), size: 0 }
    }

    fn rows(rows: &[&[&str]]) -> Block {
        let row = |row: &&[&str]| row.iter().map(|cell| vec![paragraph(cell)]).collect();
        Block::Table(rows.iter().map(row).collect())
    }

    #[track_caller]
    fn check(blocks: &[Block], expect: &str) {
        assert_eq!(markdown(blocks), expect);
    }

    #[test]
    fn headings_stand_apart() {
        let heading = Block::Heading { level: 2, text: styled("Se\nloger") };
        check(&[paragraph("un"), heading, paragraph("deux")], "un\n\n## Se loger\n\ndeux\n");
    }

    #[test]
    fn paragraphs_stand_as_their_spacing_sets_them() {
        check(&[paragraph("un"), paragraph("deux")], "un\ndeux\n");
        check(&[apart("un"), paragraph("deux")], "un\n\ndeux\n");
        check(&[paragraph("un"), paragraph(""), paragraph("deux")], "un\n\ndeux\n");
    }

    #[test]
    fn items_follow_each_other() {
        let blocks = [apart("Liste :"), item(0, None, "un"), item(1, Some("2."), "deux")];
        check(&blocks, "Liste :\n\n- un\n  2. deux\n");
    }

    #[test]
    fn a_paragraph_after_a_list_is_none_of_it() {
        let blocks = [item(0, None, "un"), item(0, None, "deux"), paragraph("Suite")];
        check(&blocks, "- un\n- deux\n\nSuite\n");
    }

    #[test]
    fn what_would_be_read_as_markup_is_undone_on_reading() {
        for text in ["# mot", "> mot", "---", "| a | b |", "===="] {
            let written = markdown(&[paragraph(text)]);
            let lines = crate::line::lines(&written);
            assert_eq!((lines[0].level, lines[0].raw.starts_with('\\')), (None, true));
        }
        assert_eq!(
            crate::line::lines(&markdown(&[paragraph("# mot")]))[0].plain.to_string(),
            "# mot"
        );
        check(&[paragraph("- un")], "- un\n");
    }

    #[test]
    fn a_table_has_a_rule_after_its_first_row() {
        let table = rows(&[&["Heure", "Titre"], &["9h", "Se | loger"], &["", ""]]);
        check(&[table], "| Heure | Titre |\n|---|---|\n| 9h | Se ¦ loger |\n");
    }

    #[test]
    fn a_table_of_times_without_header_has_an_empty_one() {
        let table = rows(&[&["9h00", "Accueil"], &["9h30", "Se loger"]]);
        check(&[table], "|  |  |\n|---|---|\n| 9h00 | Accueil |\n| 9h30 | Se loger |\n");
    }

    #[test]
    fn a_table_that_lays_out_a_page_is_paragraphs() {
        check(&[rows(&[&["un"], &["deux"]])], "un\n\ndeux\n");
        let long = "mot ".repeat(500);
        assert!(markdown(&[rows(&[&["a", &long], &["b", "c"]])]).starts_with("a\n\nmot"));
    }
}
