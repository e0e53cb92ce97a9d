//! Turns tagged with a short name: `ZL : …`, `Louise : …`, `Perrot : …`.

use std::collections::{HashMap, HashSet};

use glane_document::{Function, FurnitureKind, Rule, Speaker};

use crate::line::Line;
use crate::structure::cue;
use crate::structure::draft::Draft;
use crate::structure::first_names::is_first_name;
use crate::words::{canonical, fold, is_upper};

/// How many turns by first names alone make a text one of turns.
const MANY_TURNS: usize = 3;

/// The shortest turn, in bytes: « Zoé : 3 » is a line of figures.
const SHORTEST_TURN: usize = 15;

/// Gives each section the people whose tags open its lines.
///
/// A tag is the initials of a person introduced with them (`Zoé Lanteri (ZL)`), a name on the list
/// of those present, or a first name in a text where such turns return.
pub(crate) fn give_turns(
    drafts: &mut [Draft],
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) {
    let mut tags = initials(drafts);
    for (tag, speaker) in attendance(lines).into_iter().chain(first_names(lines, furniture)) {
        tags.entry(tag).or_insert(speaker);
    }
    if tags.is_empty() {
        return;
    }
    for draft in drafts {
        let mut known: HashSet<String> =
            draft.speakers.iter().map(|speaker| speaker.name.clone()).collect();
        for at in draft.lines.clone().filter(|&at| furniture[at].is_none()) {
            let Some(tag) = tag(&lines[at]) else { continue };
            let Some(turn) = tags.get(&canonical(tag)) else { continue };
            if known.insert(turn.name.clone()) {
                draft.speakers.push(Speaker { as_written: tag.to_owned(), ..turn.clone() });
            }
        }
    }
}

/// What stands before the colon of a turn.
fn tag<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    let text = line.words().printed;
    let (tag, turn) = text.split_once(':')?;
    let tag = tag.trim();
    let short = tag.len() <= 40 && tag.split(' ').count() <= 3;
    (short && turn.len() >= SHORTEST_TURN).then_some(tag)
}

/// The people introduced with their initials, which are then no organisation.
fn initials(drafts: &mut [Draft]) -> HashMap<String, Speaker> {
    let mut tags = HashMap::new();
    for speaker in drafts.iter_mut().flat_map(|draft| &mut draft.speakers) {
        let initials: String =
            speaker.name.split([' ', '-']).filter_map(|part| part.chars().next()).collect();
        if let Some(tag) =
            speaker.organisation.take_if(|tag| tag.to_uppercase() == initials.to_uppercase())
        {
            tags.entry(canonical(&tag)).or_insert(Speaker {
                role: None,
                rule: Some(Rule::Turn),
                ..speaker.clone()
            });
        }
    }
    tags
}

/// The names on the lists of those present: they may take the floor under them.
fn attendance(lines: &[Line<'_>]) -> HashMap<String, Speaker> {
    let mut tags = HashMap::new();
    let opens = |line: &Line<'_>| cue::lists_present(line.plain.both());
    for at in (0..lines.len()).filter(|&at| opens(&lines[at])) {
        let own = lines[at].plain.split_once(':').map_or("", |(_, names)| names);
        let below =
            lines[at + 1..].iter().take_while(|line| !line.is_blank() && tag(line).is_none());
        let listed = std::iter::once(own).chain(below.map(|line| &*line.plain));
        for name in listed.flat_map(|line| line.split([',', ';'])) {
            let (alias, full) = match name.split_once('(') {
                Some((alias, rest)) => (alias.trim(), rest.trim_end_matches([')', ' '])),
                None => (name.trim(), name.trim()),
            };
            let names_person = full.split(' ').count() >= 2 && full.split(' ').count() <= 4;
            let name = if names_person { titled(full) } else { alias.to_owned() };
            if (2..=30).contains(&alias.len()) && alias.split(' ').count() <= 3 {
                tags.entry(canonical(alias)).or_insert(speaker(&name, alias));
            }
        }
    }
    tags
}

/// First names that open several turns.
fn first_names(
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) -> HashMap<String, Speaker> {
    let own = lines.iter().zip(furniture).filter(|(_, furniture)| furniture.is_none());
    let tags = own.filter_map(|(line, _)| tag(line));
    let names: Vec<&str> = tags
        .filter(|tag| !tag.contains(' ') && !is_upper(tag) && !cue::is_common(tag))
        .filter(|tag| tag.starts_with(char::is_uppercase) && is_first_name(tag))
        .collect();
    if names.len() < MANY_TURNS {
        return HashMap::new();
    }
    names.into_iter().map(|name| (canonical(name), speaker(name, name))).collect()
}

fn speaker(name: &str, written: &str) -> Speaker {
    Speaker { rule: Some(Rule::Turn), ..Speaker::new(name, written, Function::Speaker) }
}

/// `karl durieux` as a name: a capital to each word.
fn titled(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    };
    let lower = fold(name) == name;
    if lower { name.split(' ').map(word).collect::<Vec<_>>().join(" ") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let mut drafts = crate::structure::draft::drafts(&lines, Vec::new(), Vec::new());
        give_turns(&mut drafts, &lines, &vec![None; lines.len()]);
        let found: Vec<&str> =
            drafts[0].speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn those_present_speak_under_their_short_names() {
        check(
            "Présents : zoe (Zoé Lanteri), Filou, Ève Tarn\n\nZoe : je propose de commencer.\nFilou : il faut un ordre du jour.\n",
            &["Zoé Lanteri", "Filou"],
        );
    }

    #[test]
    fn first_names_that_return_are_turns() {
        check(
            "Zoé : je propose de commencer.\nLouis : il faut un ordre du jour.\nZoé : alors je le rédige.\n",
            &["Zoé", "Louis"],
        );
        check("Marie : salle de réunion du premier étage\n", &[]);
    }
}
