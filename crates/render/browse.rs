//! Lists of what the documents hold, as tables.

use std::io::{self, Write};

use glane_query::{AcronymEntry, LabelEntry, PairEntry, SpeakerEntry, WorkshopEntry};

use crate::table::{Dialect, one_line, table};

/// What separates several values in one cell.
const LIST: &str = "; ";

/// Entries of one list as rows under the names that JSON gives them.
pub trait TableRows {
    /// The names of the columns.
    fn columns() -> &'static [&'static str];
    /// The rows of an entry, one unless it has parts.
    fn rows(&self, dialect: Dialect) -> Vec<Vec<String>>;
}

/// Writes a list as a table.
///
/// # Errors
///
/// What `out` reports.
pub fn list_table<T: TableRows>(
    entries: &[T],
    dialect: Dialect,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut writer = table(dialect, out)?;
    writer.write_record(T::columns())?;
    for row in entries.iter().flat_map(|entry| entry.rows(dialect)) {
        writer.write_record(row.iter().map(|cell| one_line(cell)))?;
    }
    writer.flush()
}

fn known<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// With a comma where cells are separated by semicolons, as spreadsheets in French expect them together.
fn decimal(number: f64, dialect: Dialect) -> String {
    let number = format!("{number:.4}");
    if dialect.separator == b';' { number.replace('.', ",") } else { number }
}

/// A person takes a row for each document and function.
impl TableRows for SpeakerEntry {
    fn columns() -> &'static [&'static str] {
        &[
            "name",
            "variants",
            "sections",
            "documents",
            "year",
            "document",
            "title",
            "function",
            "role",
            "organisation",
            "sections_there",
        ]
    }

    fn rows(&self, _: Dialect) -> Vec<Vec<String>> {
        let row = |year: &glane_query::SpeakerYear| {
            vec![
                self.name.clone(),
                self.variants.join(LIST),
                self.sections.to_string(),
                self.documents.to_string(),
                known(year.year.as_ref()),
                year.document.clone(),
                year.title.clone(),
                year.function.as_str().to_owned(),
                known(year.role.as_ref()),
                known(year.organisation.as_ref()),
                year.sections.to_string(),
            ]
        };
        self.years.iter().map(row).collect()
    }
}

impl TableRows for LabelEntry {
    fn columns() -> &'static [&'static str] {
        &["label", "variants", "sections", "documents"]
    }

    fn rows(&self, _: Dialect) -> Vec<Vec<String>> {
        let counts = [self.sections, self.documents].map(|count| count.to_string());
        let cells = [self.label.clone(), self.variants.join(LIST)];
        vec![cells.into_iter().chain(counts).collect()]
    }
}

impl TableRows for PairEntry {
    fn columns() -> &'static [&'static str] {
        &["with", "label", "together", "documents", "with_sections", "sections", "log_dice"]
    }

    fn rows(&self, dialect: Dialect) -> Vec<Vec<String>> {
        let counts = [self.together, self.documents, self.with_sections, self.sections];
        let cells = [self.with.clone(), self.label.clone()].into_iter();
        let counts = counts.into_iter().map(|count| count.to_string());
        vec![cells.chain(counts).chain([decimal(self.log_dice, dialect)]).collect()]
    }
}

impl TableRows for WorkshopEntry {
    fn columns() -> &'static [&'static str] {
        &["id", "label", "kind", "theme", "title", "date", "pages", "speakers", "keywords"]
    }

    fn rows(&self, _: Dialect) -> Vec<Vec<String>> {
        vec![vec![
            self.id.clone(),
            self.label.clone(),
            self.kind.as_str().to_owned(),
            known(self.theme.as_ref()),
            self.title.clone(),
            known(self.date.as_ref()),
            known(self.pages.as_ref()),
            self.speakers.join(LIST),
            self.keywords.join(LIST),
        ]]
    }
}

/// An acronym takes a row for each of its senses.
impl TableRows for AcronymEntry {
    fn columns() -> &'static [&'static str] {
        &[
            "acronym",
            "expansion",
            "variants",
            "documents",
            "occurrences",
            "conflict",
            "first_document",
            "first_title",
            "first_year",
            "first_section",
            "first_page",
        ]
    }

    fn rows(&self, _: Dialect) -> Vec<Vec<String>> {
        let row = |sense: &glane_query::Sense| {
            vec![
                self.acronym.clone(),
                sense.expansion.clone(),
                sense.variants.join(LIST),
                sense.documents.to_string(),
                self.occurrences.to_string(),
                self.conflict.to_string(),
                sense.first.document.clone(),
                sense.first.title.clone(),
                known(sense.first.year.as_ref()),
                known(sense.first.section.as_ref()),
                known(sense.first.page.as_ref()),
            ]
        };
        self.senses.iter().map(row).collect()
    }
}
