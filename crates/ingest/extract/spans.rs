//! Cells that span columns and rows → rows whose cells stand in their columns.

use std::collections::HashMap;

use super::markdown::{Block, Row};

/// How many columns or rows a cell may span.
pub(super) const MAX_SPAN: usize = 64;

/// The rows of a table that is read cell by cell.
#[derive(Debug, Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// The row that is read.
    row: Row,
    /// How many columns at its end the last cell spans beyond its own.
    spanned: usize,
    /// The columns that cells of rows above take, and how many rows they still do.
    taken: HashMap<usize, usize>,
    /// The same for the row below.
    below: HashMap<usize, usize>,
}

impl Rows {
    /// Adds a cell to the row, of as many columns and rows; those that it covers are empty.
    pub(super) fn push(&mut self, cell: Vec<Block>, columns: usize, rows: usize) {
        while let Some(rows) = self.taken.remove(&self.row.len()) {
            self.keep(self.row.len(), rows);
            self.row.push(Vec::new());
        }
        let (columns, rows) = (columns.clamp(1, MAX_SPAN), rows.clamp(1, MAX_SPAN));
        let at = self.row.len();
        self.row.push(cell);
        self.row.extend((1..columns).map(|_| Vec::new()));
        (at..at + columns).for_each(|column| self.keep(column, rows));
        self.spanned = columns - 1;
    }

    /// Passes the cell that a file holds where another one covers it, which that one says or not.
    pub(super) fn push_covered(&mut self) {
        match self.spanned {
            0 if self.taken.contains_key(&self.row.len()) => {
                let at = self.row.len();
                let rows = self.taken.remove(&at).unwrap_or_default();
                self.keep(at, rows);
                self.row.push(Vec::new());
            }
            0 => self.row.push(Vec::new()),
            _ => self.spanned -= 1,
        }
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        for (column, rows) in std::mem::take(&mut self.taken) {
            self.keep(column, rows);
        }
        self.taken = std::mem::take(&mut self.below);
        self.spanned = 0;
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// Adds a row of one cell, which stands in no column.
    pub(super) fn push_apart(&mut self, cell: Vec<Block>) {
        self.rows.push(vec![cell]);
    }

    /// The rows.
    pub(super) fn finish(self) -> Vec<Row> {
        self.rows
    }

    /// Notes that a cell takes its column for rows below its own.
    fn keep(&mut self, column: usize, rows: usize) {
        if rows > 1 {
            self.below.insert(column, rows - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::content::{Content, Setting};
    use crate::extract::markdown::markdown;
    use crate::extract::numeral::Mark;

    /// A cell of a word, with its columns and rows; an empty word is a cell that another covers.
    fn table(rows: &[&[(&str, usize, usize)]]) -> String {
        let mut table = Rows::default();
        for row in rows {
            for &(word, columns, rows) in *row {
                let mut content = Content::default();
                content.add(word, false, None);
                let cell = content.finish(Setting::default(), 0, Mark::None);
                match word {
                    "" => table.push_covered(),
                    _ => table.push(cell.collect(), columns, rows),
                }
            }
            table.end_row();
        }
        markdown(&[Block::Table(table.finish())])
    }

    #[test]
    fn cells_stand_in_their_columns_under_those_that_span() {
        let expect = "| a | b |  |\n|---|---|---|\n|  | c | d |\n| e | f | g |\n";
        let last: &[(&str, usize, usize)] = &[("e", 1, 1), ("f", 1, 1), ("g", 1, 1)];
        let bare = table(&[&[("a", 1, 2), ("b", 2, 1)], &[("c", 1, 1), ("d", 1, 1)], last]);
        assert_eq!(bare, expect);
        let covered = table(&[
            &[("a", 1, 2), ("b", 2, 1), ("", 1, 1)],
            &[("", 1, 1), ("c", 1, 1), ("d", 1, 1)],
            last,
        ]);
        assert_eq!(covered, expect);
    }

    #[test]
    fn a_covered_cell_that_nothing_covers_is_empty() {
        let rows = table(&[&[("a", 1, 1), ("", 1, 1), ("b", 1, 1)], &[("c", 1, 1), ("d", 1, 1)]]);
        assert_eq!(rows, "| a |  | b |\n|---|---|---|\n| c | d |  |\n");
    }

    #[test]
    fn no_cell_spans_more_than_a_sheet_holds() {
        let mut table = Rows::default();
        table.push(Vec::new(), usize::MAX, usize::MAX);
        table.end_row();
        assert_eq!(table.finish()[0].len(), MAX_SPAN);
    }
}
