//! What is specific to parts, for a person.

use std::io::{self, Write};

use glane_query::{SpecificPart, SpecificTable, SpecificWord};

use super::count::{dimension_label, part_label};
use crate::count::grouped;
use crate::number::specificity;
use crate::wrap::wrapped;
use crate::{Style, counted};

/// Writes each part with the words that it has more of, then those that it has less of.
///
/// # Errors
///
/// What `out` reports.
pub fn specific(table: &SpecificTable, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let told = |part: &&SpecificPart| !part.over.is_empty() || !part.under.is_empty();
    let shown: Vec<&SpecificPart> = table.parts.iter().filter(told).collect();
    for part in &shown {
        let name = part_label(table.by, part.part.as_deref());
        let words = counted(usize::try_from(part.words).unwrap_or(usize::MAX), "mot", "mots");
        wrapped("", &format!("{} — {words}", style.strong(&name)), style.width, out)?;
        list("  + ", &part.over, style, out)?;
        list("  − ", &part.under, style, out)?;
        writeln!(out)?;
    }
    let silent = table.parts.len() - shown.len();
    if silent > 0 {
        let parts = counted(silent, "partie", "parties");
        writeln!(out, "{parts} ({}) sans mot spécifique.", dimension_label(table.by))?;
    }
    let text = "mot (f dans la partie / F dans l'ensemble, spécificité de Lafon)";
    writeln!(out, "{}", style.faint(text))
}

fn list(sign: &str, words: &[SpecificWord], style: &Style, out: &mut impl Write) -> io::Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let told = words.iter().map(|word| {
        let [part, corpus] = [word.frequencies.part, word.frequencies.corpus].map(grouped);
        let score = specificity(word.specificity, false);
        format!("{} ({part}\u{a0}/\u{a0}{corpus}, {score})", word.word)
    });
    wrapped(sign, &told.collect::<Vec<_>>().join(" ; "), style.width, out)
}
