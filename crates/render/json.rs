//! JSON for programs.

use std::io::{self, Write};

use serde::Serialize;

/// Writes `value` as one JSON object on one line.
///
/// # Errors
///
/// What `out` reports.
pub fn json_line(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_takes_one_line_whatever_it_holds() {
        let mut out = Vec::new();
        json_line(&["une\nligne", "é"], &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "[\"une\\nligne\",\"é\"]\n");
    }
}
