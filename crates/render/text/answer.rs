//! A whole answer: notes, hits, counts.

use std::io::{self, Write};

use glane_query::{Answer, Group, Hit};

use super::facets::facets;
use super::hit::hit;
use super::phrase::unread;
use crate::wrap::wrapped;
use crate::{Style, counted};

/// Writes an answer: what was reinterpreted, the hits in rank order, how many there are.
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
        nothing(answer, style, out)?;
        return coverage(answer, style, out);
    }
    for found in &answer.hits {
        hit(found, answer.group, style, out)?;
        writeln!(out)?;
    }
    wrapped("", &style.strong(&total(answer)), style.width, out)?;
    facets(&answer.facets, style, out)?;
    coverage(answer, style, out)
}

/// What the answer does not speak of.
fn coverage(answer: &Answer, style: &Style, out: &mut impl Write) -> io::Result<()> {
    match unread(answer.unread) {
        Some(told) => {
            wrapped("", &style.faint(&format!("{told} : glane status -v")), style.width, out)
        }
        None => Ok(()),
    }
}

fn nothing(answer: &Answer, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let query = answer.query.trim();
    wrapped("", &format!("Rien ne répond à « {query} »."), style.width, out)?;
    if !answer.suggestions.is_empty() {
        wrapped("Essayez : ", &answer.suggestions.join(", "), style.width, out)?;
    }
    Ok(())
}

/// `12 sections dans 4 documents, dont 3 avec tous les mots`, and which hits are shown where not all
/// are.
fn total(answer: &Answer) -> String {
    let sections = counted(answer.total, "section", "sections");
    let documents = counted(answer.documents, "document", "documents");
    let mut total = match answer.group {
        Group::Passage => {
            let passages = counted(answer.passages, "passage", "passages");
            format!("{passages}, de {sections} dans {documents}")
        }
        Group::Section | Group::Document => format!("{sections} dans {documents}"),
    };
    if (1..answer.total).contains(&answer.complete) {
        total = format!("{total}, dont {} avec tous les mots", answer.complete);
    }
    match (answer.hits.first(), answer.hits.last()) {
        (Some(first), Some(last)) if last.rank < answer.found() => {
            let shown = shown(first, last, answer.group);
            format!("{total} ; {shown}, la suite avec --offset {}", last.rank)
        }
        (Some(first), Some(last)) if first.rank > 1 => {
            format!("{total} ; {}", shown(first, last, answer.group))
        }
        (None, _) => {
            let all = if answer.group == Group::Section { "toutes" } else { "tous" };
            format!("{total} ; {all} avant le rang demandé par --offset")
        }
        _ => total,
    }
}

/// Which hits of the ranking are shown: `de la 1re à la 10e` section, `du 1er au 10e` document.
fn shown(first: &Hit, last: &Hit, group: Group) -> String {
    let (first, last) = (first.rank, last.rank);
    match group {
        Group::Section if first == last => format!("la {}", ordinal(first, "re")),
        Group::Section => format!("de la {} à la {}", ordinal(first, "re"), ordinal(last, "re")),
        _ if first == last => format!("le {}", ordinal(first, "er")),
        _ => format!("du {} au {}", ordinal(first, "er"), ordinal(last, "er")),
    }
}

/// `1er` or `1re`, as `of_first` ends it; `12e`.
fn ordinal(rank: usize, of_first: &str) -> String {
    if rank == 1 { format!("1{of_first}") } else { format!("{rank}e") }
}

#[cfg(test)]
mod tests;
