//! The words around a query, for a person.

use std::io::{self, Write};

use glane_query::{CooccurrenceTable, Cooccurrent, Span};

use super::grid::Grid;
use super::phrase::DOT;
use crate::count::grouped;
use crate::number::{decimal, specificity};
use crate::wrap::wrapped;
use crate::{Style, counted};

/// Writes what was looked at, then a word a line.
///
/// # Errors
///
/// What `out` reports.
pub fn cooccurrents(
    table: &CooccurrenceTable,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let facts = [
        counted(number(table.occurrences), "occurrence", "occurrences"),
        format!("{} {}", counted(number(table.context_words), "mot", "mots"), span(table.span)),
        format!("sur {}", grouped(table.corpus_words)),
    ];
    let whole = format!("« {} » : {}", table.query, facts.join(DOT));
    wrapped("", &whole, style.width, out)?;
    if table.rows.is_empty() {
        return writeln!(out, "\nAucun mot.");
    }
    writeln!(out)?;
    let head = ["mot", "f", "F", "attendu", "log-vrais.", "logDice", "spécif."];
    let grid = Grid {
        names: 1,
        head: head.map(str::to_owned).to_vec(),
        rows: table.rows.iter().map(row).collect(),
    };
    grid.write(style, (&[], 0), out)
}

fn span(span: Span) -> String {
    match span {
        Span::Window { left, right } if left == right => format!("à {left} mots au plus"),
        Span::Window { left, right } => format!("à {left} mots à gauche et {right} à droite"),
        Span::Passage => "dans les mêmes passages".to_owned(),
        Span::Section => "dans les mêmes sections".to_owned(),
    }
}

fn row(row: &Cooccurrent) -> Vec<String> {
    let is_banal = row.specificity.abs() < glane_query::statistics::BANAL;
    vec![
        row.word.clone(),
        grouped(row.frequencies.part),
        grouped(row.frequencies.corpus),
        decimal(row.expected, 2),
        decimal(row.log_likelihood, 2),
        decimal(row.log_dice, 2),
        specificity(row.specificity, is_banal),
    ]
}
