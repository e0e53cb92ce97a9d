//! The tokens of an analysis, as a table.

use std::io::{self, Write};

use crate::wrap::columns;
use crate::{Style, TokenRow};

const HEADS: [&str; 7] = ["position", "octets", "texte", "forme", "clé", "racine", "règle"];

/// Writes one row per token, columns aligned.
///
/// # Errors
///
/// What `out` reports.
pub fn tokens(rows: &[TokenRow], style: &Style, out: &mut impl Write) -> io::Result<()> {
    let cells: Vec<[String; 7]> = rows.iter().map(cells).collect();
    let widths = widths(&cells);
    let heads = HEADS.map(str::to_owned);
    writeln!(out, "{}", style.strong(&aligned(&heads, &widths)))?;
    for row in &cells {
        writeln!(out, "{}", aligned(row, &widths))?;
    }
    Ok(())
}

fn cells(row: &TokenRow) -> [String; 7] {
    let position = match row.span {
        0 | 1 => row.position.to_string(),
        span => format!("{}–{}", row.position, row.position + span - 1),
    };
    [
        position,
        format!("{}–{}", row.offset.start, row.offset.end),
        // A word that a line end cuts is written over two lines.
        row.written.split_whitespace().collect::<Vec<_>>().join(" "),
        row.form.clone(),
        row.key.clone(),
        row.stem.clone(),
        row.rule.clone(),
    ]
}

fn widths(cells: &[[String; 7]]) -> [usize; 7] {
    let mut widths = HEADS.map(columns);
    for row in cells {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(columns(cell));
        }
    }
    widths
}

fn aligned(row: &[String; 7], widths: &[usize; 7]) -> String {
    let cells: Vec<String> =
        row.iter().zip(widths).map(|(cell, &width)| format!("{cell:<width$}")).collect();
    cells.join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn columns_are_aligned_and_joined_tokens_show_their_span() {
        let row = |span, written: &str, rule: &str| TokenRow {
            position: 0,
            span,
            offset: 2..12,
            written: written.to_owned(),
            form: written.to_owned(),
            key: written.to_owned(),
            stem: written.to_owned(),
            rule: rule.to_owned(),
        };
        let mut out = Vec::new();
        tokens(&[row(1, "été", "mot"), row(2, "étés", "joint")], &Style::default(), &mut out)
            .unwrap();
        expect![[r#"
            position  octets  texte  forme  clé   racine  règle
            0         2–12    été    été    été   été     mot
            0–1       2–12    étés   étés   étés  étés    joint
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
    #[test]
    fn a_word_that_a_line_end_cuts_is_on_one_row() {
        let row = TokenRow {
            position: 0,
            span: 1,
            offset: 0..9,
            written: "mai-\n  rie".to_owned(),
            form: "mairie".to_owned(),
            key: "mairie".to_owned(),
            stem: "mairie".to_owned(),
            rule: "mot".to_owned(),
        };
        let mut out = Vec::new();
        tokens(&[row], &Style::default(), &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert!(shown.lines().count() == 2 && shown.contains("mai- rie"), "{shown}");
    }
}
