//! Turns under full names that no list knows, in a text where people of known first names take the floor
//! in the same way: `Orlan Vesk : …` beside `Zoé Lanteri : …`.

use std::collections::{HashMap, HashSet};

use glane_document::{FurnitureKind, Speaker};
use memchr::{memchr, memchr2_iter};

use super::{MANY_TURNS, SHORTEST_TURN, speaker};
use crate::line::Line;
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Trust};
use crate::words::{canonical, prefix};

/// How often somebody whom no list knows must take the floor.
const AGAIN: usize = 2;

/// How many people of known first names must take the floor.
const MANY_VOICES: usize = 2;

/// The longest name and its mark, in bytes.
const MAX_NAME: usize = 60;

/// The people whose full names open turns, by their names.
pub(super) fn full_names(
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) -> HashMap<String, Speaker> {
    let mut turns: HashMap<&str, usize> = HashMap::new();
    let own = lines.iter().zip(furniture).filter(|(_, furniture)| furniture.is_none());
    for name in own.filter_map(|(line, _)| opening(line)) {
        *turns.entry(name).or_default() += 1;
    }
    let known = |name: &&str| is_first_name(name.split(' ').next().unwrap_or_default());
    let voices: HashSet<&str> = turns.keys().copied().filter(known).collect();
    let told: usize = voices.iter().map(|name| turns[name]).sum();
    if voices.len() < MANY_VOICES || told < MANY_TURNS {
        return HashMap::new();
    }
    let again = turns.into_iter().filter(|(_, count)| *count >= AGAIN);
    again.map(|(name, _)| (canonical(name), speaker(name, name))).collect()
}

/// The full name that a mark parts from what its bearer says.
pub(super) fn opening<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    if line.code || line.level.is_some() || line.plain.len() < SHORTEST_TURN {
        return None;
    }
    let text = line.words().printed;
    if !opens_name(text) {
        return None;
    }
    let start = prefix(text, MAX_NAME);
    let bold = line.bold_start.as_deref().map(|bold| bold.trim_end_matches(['.', ':', ' ']));
    // A full stop ends a name in bold only.
    let stop = bold.map(str::len).filter(|&length| {
        text.get(length..).is_some_and(|after| after.starts_with(". ") || after.starts_with('.'))
    });
    let dash = |at: usize| [" – ", " — "].iter().any(|dash| start[at..].starts_with(dash));
    let parts = |&at: &usize| start.as_bytes()[at] == b':' || dash(at);
    let end = memchr2_iter(b':', b' ', start.as_bytes()).find(parts);
    let end = end.into_iter().chain(stop).min()?;
    let (name, said) = (text.get(..end)?.trim_end(), &text[end..]);
    let whole = || {
        let found = name::parse(name, Trust::Announced)?;
        (found.len == name.len() && !found.given.is_empty()).then_some(name)
    };
    if said.len() < SHORTEST_TURN { None } else { whole() }
}

/// Whether the first two words of a text may be those of a full name: most lines of prose say no.
fn opens_name(text: &str) -> bool {
    let second = || Some(&text[memchr(b' ', text.as_bytes())? + 1..]);
    let proper = |word: &str| word.starts_with(|c: char| c.is_uppercase() || "dvl".contains(c));
    text.starts_with(char::is_uppercase) && second().is_some_and(proper)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(marks: [&str; 2], expect: &[&str]) {
        let turn = |who: &str| {
            format!("{}{who}{}il pleut depuis deux jours sur les quais.\n\n", marks[0], marks[1])
        };
        let text = turn("Zoé Lanteri") + &turn("Orlan Vesk") + &turn("Luc Perrot");
        let text = text + &turn("Orlan Vesk") + &turn("Zoé Lanteri") + &turn("Pays Vert");
        let lines = lines(&text);
        let found = full_names(&lines, &vec![None; lines.len()]);
        let mut names: Vec<&str> = found.values().map(|person| person.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, expect);
    }

    #[test]
    fn full_names_that_return_are_voices() {
        let all = ["Orlan Vesk", "Zoé Lanteri"];
        check(["", " : "], &all);
        check(["", " – "], &all);
        check(["**", ".** "], &all);
        // A comma parts a name from a role.
        check(["", ", "], &[]);
    }
}
