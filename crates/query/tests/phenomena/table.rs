//! Rows, lines, and how they are checked.

use crate::shelf::Shelf;

/// A phenomenon.
pub(crate) struct Row {
    /// Its number in the specification.
    pub(crate) number: u32,
    /// What it is.
    pub(crate) name: &'static str,
    /// What must and must not be found.
    pub(crate) lines: &'static [Line],
}

/// A query and the texts that are searched.
pub(crate) struct Line {
    query: &'static str,
    /// What must answer has its matches in square brackets.
    texts: &'static [&'static str],
    /// An acronym that the first text introduces, with what it stands for.
    acronym: Option<(&'static str, &'static str)>,
    /// The query that must be proposed instead.
    suggestion: Option<&'static str>,
    /// The language of all texts, when it is not French.
    language: Option<&'static str>,
}

/// A query and the texts that are searched.
pub(crate) const fn line(query: &'static str, texts: &'static [&'static str]) -> Line {
    Line { query, texts, acronym: None, suggestion: None, language: None }
}

impl Line {
    /// The first text introduces `short` for `long`.
    pub(crate) const fn introducing(self, short: &'static str, long: &'static str) -> Line {
        Line { acronym: Some((short, long)), ..self }
    }

    /// Nothing answers, and `query` is proposed.
    pub(crate) const fn suggesting(self, query: &'static str) -> Line {
        Line { suggestion: Some(query), ..self }
    }

    /// The texts are in the language with this code.
    pub(crate) const fn written_in(self, code: &'static str) -> Line {
        Line { language: Some(code), ..self }
    }

    /// What is found instead of what must be, if they differ.
    fn fault(&self) -> Option<String> {
        let mut shelf = Shelf::default();
        for text in self.texts {
            shelf.add(&text.replace(['[', ']'], ""), self.language);
        }
        if let Some((short, long)) = self.acronym {
            shelf.introduce(short, long);
        }
        let found = shelf.ask(self.query);
        let expected: Vec<Option<String>> = self
            .texts
            .iter()
            .map(|text| text.contains('[').then(|| crate::shelf::collapse(text)))
            .collect();
        let suggestions: Vec<&str> = self.suggestion.into_iter().collect();
        let same = found.marked == expected && (found.suggestions == suggestions);
        (!same).then(|| {
            let Found { marked, suggestions, notes } = found;
            format!(
                "{:?}\n    found    {marked:?}\n    expected {expected:?}\n    {suggestions:?} \
                 {notes:?}",
                self.query
            )
        })
    }
}

/// What a search of the texts of a line gives.
pub(crate) struct Found {
    /// By text: the text with its matches in brackets, if it has the whole query.
    pub(crate) marked: Vec<Option<String>>,
    /// Queries proposed instead.
    pub(crate) suggestions: Vec<String>,
    /// What is said of the query.
    pub(crate) notes: Vec<String>,
}

/// Checks every line of `rows`, and tells all that fail.
#[track_caller]
pub(crate) fn check(rows: &[Row]) {
    let faults: Vec<String> = rows
        .iter()
        .flat_map(|row| row.lines.iter().map(move |line| (row, line)))
        .filter_map(|(row, line)| Some(format!("{} {}: {}", row.number, row.name, line.fault()?)))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
