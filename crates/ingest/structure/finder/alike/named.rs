//! Lists of people, where the layout says that they are: names that no list knows are as good there.

use glane_document::{Function, Speaker};

use super::split::is_body;
use crate::structure::finder::authors::is_full_name;
use crate::structure::name::{self, Form, Name, Trust};
use crate::structure::{cue, speaker};
use crate::words::Text;

/// The longest list of people, in bytes.
const MAX_PEOPLE: usize = 500;

/// What parts people from each other, besides commas.
const JOINTS: [&str; 4] = ["; ", " / ", " & ", " | "];

/// What joins the last of them to the others.
const CONJUNCTIONS: [&str; 2] = [" et ", " and "];

/// The people that a text is made of, and whether a list knows the first name of one.
pub(super) fn people(text: &str) -> Option<(Vec<Speaker>, bool)> {
    let text = text.trim().trim_start_matches([':', ' ', '\u{a0}']);
    if text.len() > MAX_PEOPLE {
        return None;
    }
    let (function, named) = match full_name(text) {
        Some(_) => (Function::Speaker, text),
        None => announced(text)?,
    };
    let mut people = Vec::new();
    let mut known = false;
    for part in parts(named) {
        let name = full_name(part)?;
        known |= name.known;
        let found = speaker::people(part, Trust::Announced, function);
        if found.first().is_some_and(|first| first.as_written == part[..name.len]) {
            people.extend(found);
        } else {
            let bare = Speaker::new(&name.display, &part[..name.len], function);
            people.push(speaker::introduced(bare, &part[name.len..]));
        }
    }
    (!people.is_empty()).then_some((people, known))
}

/// The people whom a label announces, and the function that it gives them.
fn announced(text: &str) -> Option<(Function, &str)> {
    if let Some(named) = ["par ", "Par "].iter().find_map(|by| text.strip_prefix(by)) {
        return Some((Function::Speaker, named));
    }
    let folded = Text::new(text);
    let found = cue::announcement(folded.both())?;
    let rest = found.rest.trim_start_matches([':', ' ', '\u{a0}']);
    Some((found.function, &text[text.len() - rest.len()..]))
}

/// The parts of a list of people, each of which opens with a name.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for joint in JOINTS {
        parts = parts.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    let ends = [' ', '.', ';'];
    parts.into_iter().map(|part| part.trim_matches(ends)).flat_map(by_conjunction).collect()
}

/// The parts of a text around « et », where the same mark follows the names of both: `Zoé Lanteri (Orn)
/// et Ysor Belkant (CNRS)`.
fn by_conjunction(text: &str) -> Vec<&str> {
    let mark = |part: &str| {
        let after = part[full_name(part)?.len..].trim_start();
        Some(after.chars().next().filter(|c| !c.is_alphabetic()))
    };
    let first = mark(text);
    let around = |(at, joint): (usize, &str)| (&text[..at], &text[at + joint.len()..]);
    let joints = CONJUNCTIONS.iter().flat_map(|joint| text.match_indices(joint));
    let same = |(_, after): &(&str, &str)| first.is_some() && mark(after) == first;
    match joints.map(around).find(same) {
        Some((before, after)) => vec![before, after],
        None => vec![text],
    }
}

/// A name at the start of a text.
struct FullName {
    display: String,
    /// Bytes of the text that it takes.
    len: usize,
    /// Whether its form or its first name tells a name.
    known: bool,
}

/// The name that a text opens with, set apart from what follows it.
fn full_name(text: &str) -> Option<FullName> {
    let mut words = text.splitn(3, ' ');
    let upper = |word: &str| word.starts_with(char::is_uppercase);
    // « Animé par Zoé Lanteri »
    let second =
        |word: &str| upper(word) || word.starts_with(['d', 'D']) || name::is_particle(word);
    if !(words.next().is_some_and(upper) && words.next().is_some_and(second)) {
        return None;
    }
    let apart = |after: &str| {
        let after = after.trim_start();
        after.is_empty()
            || after.starts_with([',', '(', '–', '—', '-', '[', ';', '/', '&', '|'])
            || CONJUNCTIONS.iter().any(|joint| after.starts_with(joint.trim_start()))
    };
    let full = |name: &Name| !name.given.is_empty() || name.form == Form::Civility;
    if let Some(name) = name::parse(text, Trust::Announced)
        && full(&name)
        && apart(&text[name.len..])
    {
        let known = name.form <= Form::Known;
        return (!is_body(&name.given)).then(|| FullName {
            display: name.display(),
            len: name.len,
            known,
        });
    }
    // « Ysoria Belkant Tarn (CNRS) »: what ends the name tells how long it is.
    let ends = [",", " (", " [", " –", " —", " - "];
    let ends = ends.iter().chain(&CONJUNCTIONS).filter_map(|end| text.find(end));
    let end = ends.min().unwrap_or(text.len());
    let written = &text[..end];
    let first = written.split(' ').next().unwrap_or_default();
    let full = is_full_name(written) && !is_body(first) && !cue::is_common(first);
    full.then(|| FullName { display: name::lowered(written), len: end, known: false })
}
