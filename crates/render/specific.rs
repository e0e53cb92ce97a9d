//! What is specific to parts as a table, one word a line.

use std::io::{self, Write};

use glane_query::{SpecificPart, SpecificTable, SpecificWord};
use serde::Serialize;

use crate::table::{Dialect, table};

/// The columns after the part, under the names that JSON gives them.
const COLUMNS: [&str; 6] = ["word", "part", "corpus", "part_words", "corpus_words", "specificity"];

/// One word of a part, as a program gets it.
#[derive(Debug, Serialize)]
struct Line<'a> {
    by: &'static str,
    name: Option<&'a str>,
    #[serde(flatten)]
    word: &'a SpecificWord,
}

/// Writes the words of each part, those that it has more of first: the part, empty where the
/// documents do not say, then the word.
///
/// # Errors
///
/// What `out` reports.
pub fn specific_csv(
    specific: &SpecificTable,
    dialect: Dialect,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut rows = table(dialect, out)?;
    rows.write_record([specific.by.as_str()].into_iter().chain(COLUMNS))?;
    for (part, word) in words(specific) {
        let name = [part.part.clone().unwrap_or_default()];
        rows.write_record(name.into_iter().chain(cells(word, dialect)))?;
    }
    rows.flush()
}

/// Writes the same as one object a line.
///
/// # Errors
///
/// What `out` reports.
pub fn specific_lines(specific: &SpecificTable, out: &mut impl Write) -> io::Result<()> {
    words(specific).try_for_each(|(part, word)| {
        let line = Line { by: specific.by.as_str(), name: part.part.as_deref(), word };
        crate::json_line(&line, out)
    })
}

fn words(specific: &SpecificTable) -> impl Iterator<Item = (&SpecificPart, &SpecificWord)> {
    specific.parts.iter().flat_map(|part| {
        let words = part.over.iter().chain(&part.under);
        words.map(move |word| (part, word))
    })
}

fn cells(word: &SpecificWord, dialect: Dialect) -> [String; COLUMNS.len()] {
    let of = word.frequencies;
    [
        word.word.clone(),
        of.part.to_string(),
        of.corpus.to_string(),
        of.part_words.to_string(),
        of.corpus_words.to_string(),
        dialect.number(word.specificity),
    ]
}
