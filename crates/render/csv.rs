//! Hits as a table, one a line, for spreadsheets and statistics: RFC 4180 but for what a dialect says,
//! UTF-8.
//!
//! Columns never change with what is asked, so that tables can be put one under the other.

use std::io::{self, Write};

use glane_query::{Answer, Hit};

use crate::table::{Dialect, table};

/// What separates several values in one cell.
const LIST: &str = "; ";

/// The columns, under the names that JSON gives them.
const COLUMNS: [&str; 20] = [
    "topic", "query", "rank", "score", "id", "source", "title", "event", "date", "place", "kind",
    "number", "section", "theme", "speakers", "keywords", "page", "missing", "snippet", "citation",
];

/// Writes the names of the columns.
///
/// # Errors
///
/// What `out` reports.
pub fn csv_head(dialect: Dialect, out: &mut impl Write) -> io::Result<()> {
    rows([COLUMNS.map(str::to_owned)], dialect, out)
}

/// Writes the hits of `answer`, those of the topic `topic`; it is empty for a lone query.
///
/// # Errors
///
/// What `out` reports.
pub fn csv_rows(
    topic: &str,
    answer: &Answer,
    dialect: Dialect,
    out: &mut impl Write,
) -> io::Result<()> {
    // A mark of the order of bytes stands before the head only.
    let below = Dialect { bom: false, ..dialect };
    rows(answer.hits.iter().map(|hit| row(topic, &answer.query, hit, dialect)), below, out)
}

fn rows(
    rows: impl IntoIterator<Item = [String; COLUMNS.len()]>,
    dialect: Dialect,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut table = table(dialect, out)?;
    for row in rows {
        table.write_record(row)?;
    }
    table.flush()
}

fn row(topic: &str, query: &str, hit: &Hit, dialect: Dialect) -> [String; COLUMNS.len()] {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let date = hit.section.date.or_else(|| hit.dates.first().copied());
    let speakers: Vec<&str> = hit.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    [
        topic.to_owned(),
        query.to_owned(),
        hit.rank.to_string(),
        dialect.decimal(hit.score.to_string()),
        hit.id.clone(),
        hit.source.clone(),
        hit.title.clone(),
        or_empty(&hit.event),
        date.map(|date| date.to_string()).unwrap_or_default(),
        or_empty(&hit.place),
        hit.section.kind.as_str().to_owned(),
        or_empty(&hit.section.number),
        hit.section.label.clone(),
        or_empty(&hit.section.theme),
        speakers.join(LIST),
        hit.keywords.join(LIST),
        hit.page.map(|page| page.to_string()).unwrap_or_default(),
        hit.missing.join(LIST),
        hit.snippet.text.clone(),
        hit.citation.clone(),
    ]
}
