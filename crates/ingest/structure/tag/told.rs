//! Short names that a text gives its people as it goes: `M. Luc Perrot (LP)`, `Louise présente …`.

use std::collections::{HashMap, HashSet};

use glane_document::{FurnitureKind, Speaker};
use memchr::memchr_iter;

use super::attendance::is_initials_of;
use super::present::opens_sentence;
use super::{MANY_TURNS, SHORTEST_TURN, speaker};
use crate::line::Line;
use crate::structure::cue;
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Trust};
use crate::structure::turn;
use crate::words::{canonical, capitals, is_upper, prefix};

/// How many letters initials in brackets have.
const INITIALS: std::ops::RangeInclusive<usize> = 2..=4;

/// The longest bracket of initials, in bytes.
const MAX_INITIALS: usize = 10;

/// The longest line that may say at its end who leads, in bytes.
const MAX_LED: usize = 120;

/// The people whom prose introduces with their initials: `le maire, M. Luc Perrot (LP), ouvre`.
pub(super) fn introduced(lines: &[Line<'_>]) -> Vec<(String, Speaker)> {
    let mut found = Vec::new();
    for text in lines.iter().filter(|line| !line.code).map(|line| &*line.plain) {
        let mut brackets = memchr_iter(b'(', text.as_bytes());
        if !brackets.any(|at| initials(&text[at + 1..]).is_some()) {
            continue;
        }
        let mut end = 0;
        for at in capitals(text) {
            if at < end {
                continue;
            }
            let Some(name) = name::parse(&text[at..], Trust::Text) else { continue };
            end = at + name.len;
            let tag = text[end..].strip_prefix(" (").and_then(initials);
            let own = |tag: &&str| !name.given.is_empty() && is_initials_of(tag, &name.display());
            if let Some(tag) = tag.filter(own) {
                found.push((canonical(tag), speaker(&name.display(), tag)));
            }
        }
    }
    found
}

/// The initials that a bracket holds, from what stands after its mark.
fn initials(inside: &str) -> Option<&str> {
    let (tag, _) = prefix(inside, MAX_INITIALS).split_once(')')?;
    (INITIALS.contains(&tag.chars().count()) && is_upper(tag)).then_some(tag)
}

/// The first names under which minutes report several turns, and those that a title ends with beside
/// them: `Louise présente le bilan`, `Le jardin, raconté par Luc`.
pub(super) fn first_names(
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) -> Vec<(String, Speaker)> {
    let own = || {
        let own = lines.iter().zip(furniture).filter(|(_, furniture)| furniture.is_none());
        own.map(|(line, _)| line).filter(|line| !line.code)
    };
    let speaks = |line: &'_ &Line<'_>| line.plain.len() >= SHORTEST_TURN;
    let mut names: HashSet<&str> = HashSet::new();
    let mut turns = 0;
    for text in own().filter(speaks).map(|line| line.words().printed) {
        let sentences = capitals(text).filter(|at| opens_sentence(text, *at));
        let told = sentences.filter_map(|at| speaking(&text[at..]));
        for name in told {
            turns += 1;
            names.insert(name);
        }
    }
    if turns < MANY_TURNS || names.len() < 2 {
        return Vec::new();
    }
    let led = own().filter(|line| line.plain.len() <= MAX_LED).filter_map(|line| {
        let (_, name) = line.plain.trim_end_matches([' ', ':', '.']).rsplit_once(" par ")?;
        is_known(name).then_some(name)
    });
    names.extend(led);
    let tags: HashMap<String, Speaker> =
        names.into_iter().map(|name| (canonical(name), speaker(name, name))).collect();
    tags.into_iter().collect()
}

/// The first name that a sentence opens with and whose bearer, it says, speaks.
fn speaking(sentence: &str) -> Option<&str> {
    let (name, _) = sentence.split_once(' ')?;
    (is_known(name) && turn::says_of_present(&sentence[name.len()..])).then_some(name)
}

fn is_known(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
        && !is_upper(name)
        && is_first_name(name)
        && !cue::is_common(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(found: &[(String, Speaker)], expect: &[&str]) {
        let mut found: Vec<&str> = found.iter().map(|(_, one)| one.name.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, expect);
    }

    #[test]
    fn initials_in_brackets_are_those_of_the_name_before() {
        let found = |text: &str| introduced(&lines(text));
        check(&found("On demande à Monsieur Luc Perrot (LP) s'il peut venir."), &["Luc Perrot"]);
        check(&found("On demande à Luc Perrot (CNRS) et au bureau (LP)."), &[]);
    }

    #[test]
    fn first_names_that_often_open_what_is_reported_are_people() {
        let found = |text: &str| {
            let lines = lines(text);
            first_names(&lines, &vec![None; lines.len()])
        };
        let told =
            "Louise présente le bilan. Louise propose un vote.\n\nPaul rappelle le règlement.\n";
        check(&found(told), &["Louise", "Paul"]);
        check(
            &found(&format!("Le jardin, raconté par Luc :\n\n{told}")),
            &["Louise", "Luc", "Paul"],
        );
        check(&found("Louise présente le bilan.\n\nPaul rappelle le règlement.\n"), &[]);
        check(&found(&"Bilan présente un solde.\n".repeat(3)), &[]);
    }
}
