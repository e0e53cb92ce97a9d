//! A whole answer: notes, hits, counts.

use std::io::{self, Write};

use glane_query::{Answer, Hit};

use super::facets::facets;
use super::hit::hit;
use crate::wrap::wrapped;
use crate::{Style, counted};

/// Writes an answer: what was reinterpreted, the sections in rank order, how many there are.
///
/// # Errors
///
/// What `out` reports.
pub fn answer(answer: &Answer, style: &Style, out: &mut impl Write) -> io::Result<()> {
    for note in &answer.notes {
        wrapped("Note : ", note, style.width, out)?;
    }
    if !answer.notes.is_empty() {
        writeln!(out)?;
    }
    if answer.total == 0 {
        return nothing(answer, style, out);
    }
    for found in &answer.hits {
        hit(found, style, out)?;
        writeln!(out)?;
    }
    wrapped("", &style.strong(&total(answer)), style.width, out)?;
    facets(&answer.facets, style, out)
}

fn nothing(answer: &Answer, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let query = answer.query.trim();
    wrapped("", &format!("Rien ne répond à « {query} »."), style.width, out)?;
    if !answer.suggestions.is_empty() {
        wrapped("Essayez : ", &answer.suggestions.join(", "), style.width, out)?;
    }
    Ok(())
}

/// `12 sections dans 4 documents, dont 3 avec tous les mots`, and which are shown where not all are.
fn total(answer: &Answer) -> String {
    let mut total = format!(
        "{} dans {}",
        counted(answer.total, "section", "sections"),
        counted(answer.documents, "document", "documents"),
    );
    if (1..answer.total).contains(&answer.complete) {
        total = format!("{total}, dont {} avec tous les mots", answer.complete);
    }
    match (answer.hits.first(), answer.hits.last()) {
        (Some(first), Some(last)) if last.rank < answer.total => {
            format!("{total} ; {}, la suite avec --offset {}", shown(first, last), last.rank)
        }
        (Some(first), Some(last)) if first.rank > 1 => format!("{total} ; {}", shown(first, last)),
        (None, _) => format!("{total} ; toutes avant le rang demandé par --offset"),
        _ => total,
    }
}

/// Which sections of the ranking are shown.
fn shown(first: &Hit, last: &Hit) -> String {
    match (ordinal(first.rank), ordinal(last.rank)) {
        (first, last) if first == last => format!("la {first}"),
        (first, last) => format!("de la {first} à la {last}"),
    }
}

fn ordinal(rank: usize) -> String {
    if rank == 1 { "1re".to_owned() } else { format!("{rank}e") }
}

#[cfg(test)]
mod tests;
