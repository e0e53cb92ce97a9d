//! Occurrences as a table, one a line.

use std::io::{self, Write};

use csv::Writer;
use glane_query::Occurrence;

use crate::table::{Dialect, one_line, table};

/// What separates several names in one cell.
const LIST: &str = "; ";

/// The columns, under the names that JSON gives them.
const COLUMNS: [&str; 19] = [
    "left", "pivot", "right", "unit", "event", "date", "year", "place", "source", "title",
    "section", "label", "kind", "speakers", "page", "sheet", "start", "end", "id",
];

/// A concordance for a spreadsheet, a row at a time. White space is one space; JSON has it as it is.
pub struct ConcordanceTable<W: Write>(Writer<W>);

impl<W: Write> ConcordanceTable<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn new(dialect: Dialect, out: W) -> io::Result<ConcordanceTable<W>> {
        let mut rows = table(dialect, out)?;
        rows.write_record(COLUMNS)?;
        Ok(ConcordanceTable(rows))
    }

    /// Writes one occurrence.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn row(&mut self, occurrence: &Occurrence) -> io::Result<()> {
        Ok(self.0.write_record(row(occurrence))?)
    }

    /// Writes what is left to write.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn row(occurrence: &Occurrence) -> [String; COLUMNS.len()] {
    let place = &occurrence.place;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    [
        one_line(&occurrence.left),
        one_line(&occurrence.pivot),
        one_line(&occurrence.right),
        occurrence.unit.clone(),
        or_empty(&place.event),
        place.date.map(|date| date.to_string()).unwrap_or_default(),
        place.year.map(|year| year.to_string()).unwrap_or_default(),
        or_empty(&place.place),
        place.source.clone(),
        place.title.clone(),
        place.section.clone(),
        place.label.clone(),
        place.kind.as_str().to_owned(),
        place.speakers.join(LIST),
        number(occurrence.page),
        number(occurrence.sheet),
        occurrence.bytes.start.to_string(),
        occurrence.bytes.end.to_string(),
        occurrence.id.clone(),
    ]
}
