//! Tables for spreadsheets: RFC 4180 but for what a dialect says.

use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What separates cells, in ASCII.
    pub separator: u8,
    /// Whether a byte-order mark comes first, without which some spreadsheets misread UTF-8.
    pub bom: bool,
}

impl Default for Dialect {
    fn default() -> Dialect {
        Dialect { separator: b',', bom: false }
    }
}

impl Dialect {
    /// A number with four decimals: with a comma where cells are separated by semicolons, as
    /// spreadsheets in French expect them together.
    pub(crate) fn number(self, number: f64) -> String {
        self.decimal(format!("{number:.4}"))
    }

    /// A number that has a point, likewise.
    pub(crate) fn decimal(self, number: String) -> String {
        if self.separator == b';' { number.replace('.', ",") } else { number }
    }
}

/// A table that writes its rows one after the other to `out`.
pub(crate) fn table<W: Write>(dialect: Dialect, mut out: W) -> io::Result<Writer<W>> {
    if dialect.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut builder = WriterBuilder::new();
    Ok(builder.terminator(Terminator::CRLF).delimiter(dialect.separator).from_writer(out))
}

/// White space as one space: a cell is one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
