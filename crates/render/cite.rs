//! References in the formats that bibliographies are kept and printed in.
//!
//! A file of references has each of them once: what is cited twice is listed once.

use std::collections::BTreeSet;
use std::io::{self, Write};

use glane_query::Reference;

mod bibtex;
mod csl;
mod ris;
mod style;

pub use style::CitationStyle;

/// How references are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationFormat {
    /// A line of French text after ISO 690: [`Reference::iso690`].
    Iso690,
    /// Entries for BibTeX and BibLaTeX, in UTF-8.
    Bibtex,
    /// Records for reference managers: the tagged format of Research Information Systems.
    Ris,
    /// Items for citation processors: <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>.
    CslJson,
    /// A line of text in another style, in French.
    Style(CitationStyle),
}

impl CitationFormat {
    /// The names that [`parse`](CitationFormat::parse) knows first; styles follow.
    pub const NAMES: [&str; 9] =
        ["iso690", "bibtex", "ris", "csl-json", "apa", "chicago", "harvard", "mla", "vancouver"];

    /// The format that a reader names: one of these, or a style of the Citation Style Language.
    pub fn parse(name: &str) -> Option<CitationFormat> {
        match name.to_lowercase().as_str() {
            "iso690" | "iso-690" => Some(CitationFormat::Iso690),
            "bibtex" | "biblatex" => Some(CitationFormat::Bibtex),
            "ris" => Some(CitationFormat::Ris),
            "csl-json" | "csljson" | "csl" => Some(CitationFormat::CslJson),
            other => CitationStyle::named(other).map(CitationFormat::Style),
        }
    }
}

/// Writes `references`, each once, as a file of this format: entries, records, one array of items, or
/// a line each.
///
/// # Errors
///
/// What `out` reports.
pub fn citations(
    references: &[Reference],
    format: CitationFormat,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut seen = BTreeSet::new();
    let references: Vec<&Reference> =
        references.iter().filter(|reference| seen.insert(&reference.id)).collect();
    match format {
        CitationFormat::Iso690 => lines(references.iter().map(|own| own.iso690()), out),
        CitationFormat::Style(style) => lines(style.cite(&references).into_iter(), out),
        CitationFormat::Bibtex => {
            let mut keys = bibtex::Keys::default();
            references.iter().try_for_each(|own| write!(out, "{}", bibtex::entry(own, &mut keys)))
        }
        CitationFormat::Ris => {
            references.iter().try_for_each(|own| write!(out, "{}", ris::record(own)))
        }
        CitationFormat::CslJson => {
            let items: Vec<_> = references.iter().map(|own| csl::item(own)).collect();
            serde_json::to_writer_pretty(&mut *out, &items)?;
            writeln!(out)
        }
    }
}

/// One reference as text, for a cell or a field: without the line end that a file asks for.
pub fn citation(reference: &Reference, format: CitationFormat) -> String {
    let text = match format {
        CitationFormat::Iso690 => reference.iso690(),
        CitationFormat::Style(style) => style.cite(&[reference]).concat(),
        CitationFormat::Bibtex => bibtex::entry(reference, &mut bibtex::Keys::default()),
        CitationFormat::Ris => ris::record(reference),
        CitationFormat::CslJson => csl::item(reference).to_string(),
    };
    text.trim_end().to_owned()
}

fn lines(lines: impl Iterator<Item = String>, out: &mut impl Write) -> io::Result<()> {
    lines.into_iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// `text` on one line, without control characters: no format of references has room for others.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;
