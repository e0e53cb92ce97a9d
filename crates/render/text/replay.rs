//! Figures made again, beside those that were given.

use std::io::{self, Write};

use super::status::moment;
use crate::count::grouped;
use crate::wrap::wrapped;
use crate::{Replayed, Style};

/// Up to so many sources are named.
const NAMED: usize = 20;

/// Writes whether the numbers are the same, and what changed since.
///
/// # Errors
///
/// What `out` reports.
pub fn replayed(replayed: &Replayed<'_>, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let recipe = replayed.recipe;
    let asked = format!("{} « {} », le {}", recipe.command, recipe.query, moment(&recipe.made_at));
    wrapped("", &style.strong(&asked), style.width, out)?;
    writeln!(out, "{}", if replayed.same { "Mêmes nombres :" } else { "D'autres nombres :" })?;
    for (name, then) in &recipe.numbers {
        let now = replayed.now.get(name);
        let changed = Some(now.unwrap_or(&0)).filter(|now| *now != then);
        let changed = changed.map(|now| format!(" → {}", grouped(*now)));
        let (label, then) = (label(name), grouped(*then));
        writeln!(out, "- {label} : {then}{}", changed.unwrap_or_default())?;
    }
    let since = replayed.now.iter().filter(|(name, _)| !recipe.numbers.contains_key(*name));
    for (name, now) in since {
        writeln!(out, "- {} : 0 → {}", label(name), grouped(*now))?;
    }
    let changes = &replayed.changes;
    if changes.is_empty() {
        let count = recipe.corpus.sources.len();
        return writeln!(
            out,
            "Corpus inchangé : {}.",
            crate::counted(count, "fichier", "fichiers")
        );
    }
    for (what, sources) in [
        ("Ajoutés", &changes.added),
        ("Retirés", &changes.removed),
        ("Modifiés", &changes.modified),
    ] {
        if !sources.is_empty() {
            let shown = &sources[..sources.len().min(NAMED)];
            let more = if shown.len() < sources.len() { ", …" } else { "" };
            let list = format!("{}{more}", shown.join(", "));
            wrapped(&format!("{what} ({}) : ", sources.len()), &list, style.width, out)?;
        }
    }
    if changes.analyzer {
        writeln!(out, "Les règles d'analyse ont changé.")?;
    }
    match &changes.version {
        Some((then, now)) => writeln!(out, "Glane {then} alors, {now} maintenant."),
        None => Ok(()),
    }
}

/// What a number counts, as a reader says it: that of a count follows its query and its part.
fn label(name: &str) -> String {
    let (of, what) = name.rsplit_once(" : ").map_or((None, name), |(of, what)| (Some(of), what));
    let what = match what {
        "complete" => "sections avec tous les mots",
        "words" => "mots",
        other => other,
    };
    of.map_or_else(|| what.to_owned(), |of| format!("{of} : {what}"))
}
