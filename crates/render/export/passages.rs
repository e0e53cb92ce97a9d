//! Passages as a table, one a row, each with its citation.

use std::io::{self, Write};

use csv::Writer;
use glane_query::{CitedPerson, Selected};

use crate::table::{Dialect, table};

/// What separates several values in one cell.
const LIST: &str = "; ";

const COLUMNS: [&str; 21] = [
    "id",
    "source",
    "title",
    "document_kind",
    "event",
    "date",
    "year",
    "place",
    "section",
    "label",
    "kind",
    "number",
    "theme",
    "language",
    "speakers",
    "keywords",
    "page",
    "sheet",
    "start",
    "citation",
    "text",
];

/// Passages for a spreadsheet, a document at a time.
pub struct PassageTable<W: Write>(Writer<W>);

impl<W: Write> PassageTable<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn new(dialect: Dialect, out: W) -> io::Result<PassageTable<W>> {
        let mut rows = table(dialect, out)?;
        rows.write_record(COLUMNS)?;
        Ok(PassageTable(rows))
    }

    /// Writes the passages of a document. Texts stand as they are, line ends included.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn document(&mut self, selected: &Selected) -> io::Result<()> {
        let document = &selected.document;
        let known = |text: &Option<String>| text.clone().unwrap_or_default();
        for passage in &selected.passages {
            let section = selected.section(passage);
            let reference = selected.reference(passage);
            let heard = reference.people.iter().map(CitedPerson::full_name);
            let date = reference.days().first().copied();
            let pages = reference.pages;
            self.0.write_record([
                reference.id.clone(),
                document.id.clone(),
                document.display_title().to_owned(),
                document.kind.as_str().to_owned(),
                known(&document.event),
                date.map(|date| date.to_string()).unwrap_or_default(),
                document.year().map(|year| year.to_string()).unwrap_or_default(),
                known(&document.place),
                section.id.clone(),
                section.label(),
                section.kind.as_str().to_owned(),
                known(&section.number),
                known(&section.theme),
                known(&section.language),
                heard.collect::<Vec<_>>().join(LIST),
                reference.keywords.join(LIST),
                pages.map(|pages| pages.numbers()).unwrap_or_default(),
                pages
                    .and_then(|pages| pages.first.sheet)
                    .map(|at| at.to_string())
                    .unwrap_or_default(),
                passage.bytes.start.to_string(),
                reference.iso690(),
                section.text[passage.bytes.clone()].to_owned(),
            ])?;
        }
        Ok(())
    }

    /// Writes what is left to write.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}
