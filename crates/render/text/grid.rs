//! Columns under their heads.

use std::io::{self, Write};

use crate::Style;
use crate::wrap::columns;

/// A table whose first columns are names, at the left, and whose others are numbers, at the right.
pub(crate) struct Grid {
    /// How many columns are names.
    pub(crate) names: usize,
    /// The heads of the columns.
    pub(crate) head: Vec<String>,
    /// The rows, each as long as the head.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A name is never cut to fewer columns.
const LEAST_NAME: usize = 12;

impl Grid {
    /// Writes the table, names cut where it is wider than the style allows; `after` is written as it
    /// is at the end of each row, in so many columns.
    pub(crate) fn write(
        &self,
        style: &Style,
        (after, reserved): (&[String], usize),
        out: &mut impl Write,
    ) -> io::Result<()> {
        let widths = self.widths(style.width.saturating_sub(reserved));
        writeln!(out, "{}", style.strong(self.line(&self.head, &widths).trim_end()))?;
        for (at, row) in self.rows.iter().enumerate() {
            let end = after.get(at).map(|end| format!("  {end}")).unwrap_or_default();
            let line = format!("{}{end}", self.line(row, &widths));
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// The columns that it takes with its widest name cut as short as it may be.
    pub(crate) fn least_width(&self) -> usize {
        self.widths(0).iter().map(|width| width + 2).sum::<usize>().saturating_sub(2)
    }

    fn widths(&self, most: usize) -> Vec<usize> {
        let lines = || std::iter::once(&self.head).chain(&self.rows);
        let widest = |column: usize| lines().map(|line| columns(&line[column])).max().unwrap_or(0);
        let mut widths: Vec<usize> = (0..self.head.len()).map(widest).collect();
        let taken = |widths: &[usize]| widths.iter().map(|width| width + 2).sum::<usize>();
        let over = taken(&widths).saturating_sub(2).saturating_sub(most);
        // The widest name gives way.
        if let Some(widest) = widths[..self.names].iter_mut().max() {
            *widest = widest.saturating_sub(over).max(LEAST_NAME.min(*widest));
        }
        widths
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let cell = |(column, (cell, width)): (usize, (&String, &usize))| {
            let cell = cut_name(cell, *width);
            let fill = " ".repeat(width - columns(&cell));
            if column < self.names { format!("{cell}{fill}") } else { format!("{fill}{cell}") }
        };
        let cells = cells.iter().zip(widths).enumerate();
        cells.map(cell).collect::<Vec<_>>().join("  ")
    }
}

/// A text in so many columns at most, the end replaced by an ellipsis where it is longer.
pub(crate) fn cut(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    if most == 0 { String::new() } else { format!("{}…", kept.trim_end()) }
}

/// A name in so many columns at most: of a section's, `actes.txt#atelier-10`, the document gives way.
pub(crate) fn cut_name(name: &str, most: usize) -> String {
    let section = name.rsplit_once('#').filter(|(_, section)| columns(section) + 4 < most);
    match section.filter(|_| columns(name) > most) {
        Some((document, section)) => {
            format!("{}#{section}", cut(document, most - columns(section) - 1))
        }
        None => cut(name, most),
    }
}

/// A bar of `value` beside `most`, in eighths of a column.
pub(crate) fn bar(value: f64, most: f64, width: usize) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if most <= 0.0 || value <= 0.0 {
        return String::new();
    }
    let eighths = ((value / most).min(1.0) * width as f64 * 8.0).round().max(1.0);
    // At most eight times the width of a terminal.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small, positive")]
    let eighths = eighths as usize;
    format!("{}{}", "█".repeat(eighths / 8), PARTS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_section_stays_where_its_name_is_cut() {
        assert_eq!(cut_name("actes-2023.txt#atelier-10", 18), "actes-…#atelier-10");
        assert_eq!(cut_name("actes.txt#atelier-10", 20), "actes.txt#atelier-10");
        assert_eq!(cut_name("actes.txt#un-titre-trop-long", 12), "actes.txt#u…");
    }

    #[test]
    fn names_are_at_the_left_and_give_way_to_numbers() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let grid = Grid {
            names: 1,
            head: row(["colloque", "occ.", "mots"]),
            rows: vec![
                row(["Rencontres nationales de l'accueil", "4", "1 200"]),
                row(["Autre", "12", "80"]),
            ],
        };
        let mut out = Vec::new();
        let style = Style { width: 40, ..Style::default() };
        let after = ["██".to_owned(), "█".to_owned()];
        grid.write(&style, (&after, 6), &mut out).unwrap();
        expect![[r#"
            colloque               occ.   mots
            Rencontres nationale…     4  1 200  ██
            Autre                    12     80  █
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(bar(2.0, 4.0, 4), "██");
        assert_eq!(bar(4.0, 4.0, 2), "██");
        assert_eq!(bar(0.001, 4.0, 2), "▏", "what is there is seen");
        assert_eq!((bar(0.0, 4.0, 2), bar(1.0, 0.0, 2)), (String::new(), String::new()));
    }
}
