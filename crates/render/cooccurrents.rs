//! Cooccurrents as a table, one a line.

use std::io::{self, Write};

use glane_query::{CooccurrenceTable, Cooccurrent};

use crate::table::{Dialect, table};

/// The columns, under the names that JSON gives them.
const COLUMNS: [&str; 9] = [
    "word",
    "part",
    "corpus",
    "part_words",
    "corpus_words",
    "expected",
    "log_likelihood",
    "log_dice",
    "specificity",
];

/// Writes the cooccurrents, in their order.
///
/// # Errors
///
/// What `out` reports.
pub fn cooccurrents_csv(
    cooccurrents: &CooccurrenceTable,
    dialect: Dialect,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut rows = table(dialect, out)?;
    rows.write_record(COLUMNS)?;
    for row in &cooccurrents.rows {
        rows.write_record(cells(row, dialect))?;
    }
    rows.flush()
}

fn cells(row: &Cooccurrent, dialect: Dialect) -> [String; COLUMNS.len()] {
    let of = row.frequencies;
    [
        row.word.clone(),
        of.part.to_string(),
        of.corpus.to_string(),
        of.part_words.to_string(),
        of.corpus_words.to_string(),
        dialect.number(row.expected),
        dialect.number(row.log_likelihood),
        dialect.number(row.log_dice),
        dialect.number(row.specificity),
    ]
}
