//! The state of an index.

use std::io::{self, Write};

use glane_document::DocumentKind;

use super::phrase::{counted, grouped};
use crate::{StatusReport, Style};

/// Writes what an index holds.
///
/// # Errors
///
/// What `out` reports.
pub fn status(report: &StatusReport, style: &Style, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", style.strong(&format!("Index « {} »", report.index)))?;
    writeln!(
        out,
        "{}, {}, {}",
        counted(report.documents, "document", "documents"),
        counted(report.sections, "section", "sections"),
        counted(report.passages, "passage", "passages"),
    )?;
    for (kind, count) in &report.kinds {
        writeln!(out, "- {} : {count}", label(kind))?;
    }
    if let Some((first, last)) = report.years {
        let years = if first == last { first.to_string() } else { format!("de {first} à {last}") };
        writeln!(out, "Années : {years}")?;
    }
    if report.undated > 0 {
        writeln!(out, "Sans date : {}", counted(report.undated, "document", "documents"))?;
    }
    writeln!(out, "Taille : {}", size(report.bytes))
}

fn label(kind: &str) -> &str {
    DocumentKind::ALL
        .into_iter()
        .find(|known| known.as_str() == kind)
        .map_or(kind, |kind| kind.label())
}

/// Bytes in the unit that a reader expects.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} octets"),
        1_000..1_000_000 => format!("{} ko", bytes / 1_000),
        _ => {
            let tenths = bytes / 100_000;
            format!("{},{} Mo", grouped(tenths / 10), tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_state_gives_counts_years_and_size() {
        let report = StatusReport {
            index: "./index".to_owned(),
            documents: 12,
            sections: 118,
            passages: 1402,
            bytes: 2_345_678,
            years: Some((2015, 2025)),
            kinds: vec![("proceedings".to_owned(), 3)],
            undated: 1,
        };
        let mut out = Vec::new();
        status(&report, &Style::default(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap().replace('\u{202f}', " ");
        expect![[r#"
            Index « ./index »
            12 documents, 118 sections, 1 402 passages
            - Actes : 3
            Années : de 2015 à 2025
            Sans date : 1 document
            Taille : 2,3 Mo
        "#]]
        .assert_eq(&text);
    }
}
