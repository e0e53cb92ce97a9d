//! Counts as a table, one part and query a line.

use std::io::{self, Write};

use glane_query::{CountCell, CountRow, CountTable};
use serde::Serialize;

use crate::table::{Dialect, table};

/// What is counted of each part, under the names that JSON gives them.
const COLUMNS: [&str; 9] = [
    "query",
    "occurrences",
    "passages",
    "sections",
    "documents",
    "words",
    "per_10_000",
    "specificity",
    "flag",
];

/// One part and one query, as a program gets them.
#[derive(Debug, Serialize)]
struct Line<'a> {
    /// The part, by dimension; empty for the whole.
    part: std::collections::BTreeMap<&'static str, Option<&'a str>>,
    query: &'a str,
    #[serde(flatten)]
    cell: CountCell,
    flag: &'static str,
}

/// Writes the parts, or the whole where there is none, one query a line: first the part's value of
/// each dimension, empty where the documents do not say, then what is counted.
///
/// # Errors
///
/// What `out` reports.
pub fn count_csv(counts: &CountTable, dialect: Dialect, out: &mut impl Write) -> io::Result<()> {
    let mut rows = table(dialect, out)?;
    let dimensions = counts.by.iter().map(|dimension| dimension.as_str());
    rows.write_record(dimensions.chain(COLUMNS))?;
    for row in told(counts) {
        for (query, cell) in counts.queries.iter().zip(&row.cells) {
            let names = row.part.iter().map(|name| name.clone().unwrap_or_default());
            rows.write_record(names.chain(cells(query, cell, dialect)))?;
        }
    }
    rows.flush()
}

/// Writes the same as one object a line.
///
/// # Errors
///
/// What `out` reports.
pub fn count_lines(counts: &CountTable, out: &mut impl Write) -> io::Result<()> {
    for row in told(counts) {
        for (query, cell) in counts.queries.iter().zip(&row.cells) {
            let names = row.part.iter().map(Option::as_deref);
            let part = counts.by.iter().map(|dimension| dimension.as_str()).zip(names).collect();
            crate::json_line(&Line { part, query, cell: *cell, flag: flag(cell) }, out)?;
        }
    }
    Ok(())
}

fn told(counts: &CountTable) -> Vec<&CountRow> {
    match counts.by.is_empty() {
        true => vec![&counts.total],
        false => counts.rows.iter().collect(),
    }
}

fn cells(query: &str, cell: &CountCell, dialect: Dialect) -> [String; COLUMNS.len()] {
    [
        query.to_owned(),
        cell.occurrences.to_string(),
        cell.passages.to_string(),
        cell.sections.to_string(),
        cell.documents.to_string(),
        cell.words.to_string(),
        dialect.number(cell.per_10_000),
        dialect.number(cell.specificity),
        flag(cell).to_owned(),
    ]
}

/// `ns` where chance explains what is observed.
fn flag(cell: &CountCell) -> &'static str {
    if cell.is_banal() { "ns" } else { "" }
}
