//! Names alone on a line above what their bearers say, again and again: `Zoé`, then `Bonjour à tous …`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use glane_document::{FurnitureKind, Speaker};

use super::speaker;
use crate::line::Line;
use crate::structure::cue;
use crate::structure::draft::Draft;
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Trust};
use crate::structure::small_name;
use crate::words::{canonical, is_upper};

/// How many turns of people who speak more than once make a text one of such turns.
const MANY_TURNS: usize = 4;

/// The longest line of who speaks, in bytes.
const MAX_NAME: usize = 60;

/// The shortest turn, in bytes.
const SHORTEST_TURN: usize = 40;

/// The people whose names stand alone above what they say, by their names, in a text where two who
/// have known first names speak again: those who do too, and full names with a place in a recording;
/// those of people presented in the sections found so far, where several speak so.
pub(super) fn voices(
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
    drafts: &[Draft],
) -> HashMap<String, Speaker> {
    let mut turns: HashMap<&str, Turns> = HashMap::new();
    let own = (0..lines.len()).filter(|&at| furniture[at].is_none());
    for voice in own.filter_map(|at| voice(lines, at)) {
        let turns = turns.entry(voice.name).or_default();
        turns.count += 1;
        turns.stamped |= voice.stamped;
    }
    let known = |name: &str| name.split([' ', '-', '_']).next().is_some_and(is_first_name);
    let again = || turns.iter().filter(|(name, turns)| turns.count > 1 && known(name));
    let names = drafts.iter().flat_map(|draft| &draft.speakers).map(|one| canonical(&one.name));
    let names: HashSet<String> = if turns.is_empty() { HashSet::new() } else { names.collect() };
    let presented = |name: &str| name.contains(' ') && names.contains(&canonical(name));
    let told = || turns.iter().filter(|(name, _)| presented(name)).map(|(_, turns)| turns.count);
    let many = told().count() > 1 && told().sum::<usize>() >= MANY_TURNS;
    if !many
        && (again().count() < 2
            || again().map(|(_, turns)| turns.count).sum::<usize>() < MANY_TURNS)
    {
        return HashMap::new();
    }
    let speaks = |(name, turns): &(&str, Turns)| {
        turns.count >= MANY_TURNS
            || turns.count > 1 && known(name)
            || turns.stamped && name.contains(' ')
            || many && presented(name)
    };
    let people = turns.into_iter().filter(speaks);
    people.map(|(name, _)| (canonical(name), speaker(&printed(name), name))).collect()
}

/// A name as it is printed, that a machine may have made an identifier of: `zoe-lanteri`.
fn printed(name: &str) -> Cow<'_, str> {
    match is_identifier(name) {
        true => Cow::Owned(small_name::titled(&name.replace(['-', '_'], " "))),
        false => Cow::Borrowed(name),
    }
}

/// The turns under one name.
#[derive(Debug, Default)]
struct Turns {
    count: usize,
    /// Whether a place in a recording stands beside one.
    stamped: bool,
}

/// A name alone on its line.
#[derive(Debug)]
pub(super) struct Voice<'t> {
    pub(super) name: &'t str,
    /// Whether a place in a recording stands beside it: `Zoé Lanteri   0:03`.
    stamped: bool,
}

/// The name that a line is, below a blank line or a place in a recording, and above what is said.
pub(super) fn voice<'t>(lines: &'t [Line<'_>], at: usize) -> Option<Voice<'t>> {
    let line = &lines[at];
    if line.plain.len() > MAX_NAME || line.level.is_some() || line.item || line.code {
        return None;
    }
    let name = sole_name(&line.plain)?;
    let above = at.checked_sub(1).map_or("", |above| &*lines[above].plain);
    let said = lines[at + 1..].iter().take(2).find(|line| !line.is_blank());
    let speech = |line: &Line<'_>| line.goes_on() || line.raw.trim_start().starts_with('>');
    let said = said.is_some_and(|said| speech(said) && said.plain.len() >= SHORTEST_TURN);
    let alone = above.chars().all(is_of_stamp) && said;
    alone.then(|| Voice { name, stamped: line.plain.bytes().any(|byte| byte.is_ascii_digit()) })
}

/// The name that a text is, but for a colon or a place in a recording: a word, a full name, or one that
/// a machine wrote.
pub(crate) fn sole_name(text: &str) -> Option<&str> {
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let text = text.trim_matches(|c: char| digits && is_of_stamp(c));
    let text = text.trim_end_matches([':', '：', ' ']);
    if text.len() > MAX_NAME || is_upper(text) {
        return None;
    }
    if !text.starts_with(char::is_uppercase) {
        return is_identifier(text).then_some(text);
    }
    let word = text.chars().all(|c| c.is_alphabetic() || c == '-');
    let named = if word {
        text.len() > 2 && !cue::is_common(text)
    } else {
        let name = name::parse(text, Trust::Announced);
        name.is_some_and(|name| name.len == text.len() && !name.given.is_empty())
    };
    named.then_some(text)
}

/// Whether a text is small words that hyphens join, of which the first is a first name.
fn is_identifier(text: &str) -> bool {
    let words = || text.split(['-', '_']);
    words().count() > 1
        && words().all(|word| !word.is_empty() && word.chars().all(char::is_lowercase))
        && words().next().is_some_and(is_first_name)
}

/// Whether a letter may be of a place in a recording: `[00:02:10 --> 00:03:05]`.
fn is_of_stamp(c: char) -> bool {
    c.is_ascii_digit() || " :.,->–→[]()".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let found = voices(&lines, &vec![None; lines.len()], &[]);
        let mut names: Vec<&str> = found.values().map(|person| person.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, expect);
    }

    #[test]
    fn names_above_what_is_said_return() {
        let said = "bonjour à vous, et merci d'être venus si nombreux ce soir.";
        let turn = |name: &str| format!("{name}\n{said}\n\n");
        let two = turn("Zoé") + &turn("Paul") + "00:02:10 - 00:03:05\n" + &turn("Zoé");
        check(&two, &[]);
        check(&(two.clone() + &turn("Paul")), &["Paul", "Zoé"]);
        let full = turn("Zoé Lanteri") + &turn("Luc Perrot :");
        check(&full.repeat(2), &["Luc Perrot", "Zoé Lanteri"]);
        // Who speaks once has a place in the recording.
        let stamped = full.repeat(2) + &turn("Ysoria Belkant 12:03") + &turn("Grand Large");
        check(&stamped, &["Luc Perrot", "Ysoria Belkant", "Zoé Lanteri"]);
        // Chapters that return have no first names.
        check(&(turn("Matin") + &turn("Soir")).repeat(3), &[]);
        // A name under each portrait is said once.
        check(
            &(turn("Zoé Lanteri") + &turn("Luc Perrot") + &turn("Ève Tarn") + &turn("Paul Roc")),
            &[],
        );
    }
}
