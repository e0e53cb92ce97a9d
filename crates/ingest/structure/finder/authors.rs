//! Talks that are items of a list, with their authors on the line below, or before the title:
//! `- **Habiter la ville**`, then `*Zoé Lanteri, Luc Perrot* (CNRS)`.

pub(crate) mod first;
mod strung;

use std::ops::Range;

use glane_document::{Function, Speaker};

use super::Finder;
use crate::line::Line;
use crate::structure::heading::{Heading, depth, or_session, untitled, without_room};
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker;
use crate::words::starts_upper;

/// How many talks with a known first name among their authors make the layout one of talks.
const MANY_TALKS: usize = 2;

/// The longest title of a talk or of a session of talks, in bytes.
const MAX_TITLE: usize = 300;

/// A talk, or the session of the talks below it.
#[derive(Debug)]
pub(super) struct Talk {
    /// The lines of its title and of its authors.
    lines: Range<usize>,
    title: String,
    people: Vec<Speaker>,
    depth: u8,
}

impl Finder<'_> {
    /// A talk with its authors below or before its title, or an item that gathers such talks.
    pub(super) fn by_authors(&self, at: usize) -> Option<Heading> {
        let found = self.talks.binary_search_by_key(&at, |talk| talk.lines.start).ok()?;
        let talk = &self.talks[found];
        let heading = untitled(&talk.title, talk.depth);
        let kind = or_session(heading.kind);
        let (lines, people) = (talk.lines.clone(), talk.people.clone());
        Some(Heading { lines, kind, people, date: self.day, ..heading })
    }
}

/// The depth of a talk: that of what stands in a slot.
const UNDER: u8 = depth::SLOT + 5;

/// The talks whose authors stand beside the title, and what gathers them, by line.
pub(super) fn talks(lines: &[Line<'_>]) -> Vec<Talk> {
    let mut talks = talks_above(lines);
    talks.extend(first::talks(lines));
    talks.sort_by_key(|talk| talk.lines.start);
    talks
}

/// The talks of lists whose authors stand below, and the items right above their lists, by line.
fn talks_above(lines: &[Line<'_>]) -> Vec<Talk> {
    let mut talks: Vec<Talk> = Vec::new();
    let mut known = 0;
    for (at, pair) in lines.windows(2).enumerate() {
        let Some(people) = authors_below(&pair[0], &pair[1]) else { continue };
        known += usize::from(people.iter().any(speaker::has_known_first_name));
        let above = lines[..at].last().and_then(|above| gathers(above, &pair[0]));
        talks.extend(above.map(|talk| Talk { lines: at - 1..at, ..talk }));
        let title = pair[0].plain.to_string();
        talks.push(Talk { lines: at..at + 2, title, people, depth: UNDER });
    }
    if known < MANY_TALKS { Vec::new() } else { talks }
}

/// The authors of an item that is a title, where the line below is made of them.
fn authors_below(title: &Line<'_>, below: &Line<'_>) -> Option<Vec<Speaker>> {
    let titled = title.item && title.plain.len() <= MAX_TITLE && title.plain.split(' ').count() > 1;
    let under = !below.item && below.level.is_none() && indent(below) > indent(title);
    if !titled || !under || below.plain.len() > speaker::MAX_BYTES {
        return None;
    }
    let emphasis = below.raw.trim_start().starts_with(['*', '_']);
    // Two marks, at least: a title in bold, or names in emphasis.
    if !(emphasis || title.bold) || name::parse(&title.plain, Trust::Text).is_some() {
        return None;
    }
    authors(&below.plain, emphasis)
}

/// The people of a line that holds nothing but names, and their bodies in brackets at its end; a
/// name that no list knows counts where the line is `set_apart` by emphasis.
pub(crate) fn authors(text: &str, set_apart: bool) -> Option<Vec<Speaker>> {
    let (names, body) = match text.strip_suffix(')').and_then(|text| text.split_once(" (")) {
        Some((names, body)) => (names, Some(body.trim())),
        None => (text, None),
    };
    let of_body = |person: Speaker| Speaker { organisation: body.map(str::to_owned), ..person };
    if let Some(people) = strung::strung(names).filter(|_| set_apart) {
        return Some(people.into_iter().map(of_body).collect());
    }
    let joints = [", et ", ", and ", " et ", " and ", " & ", "; ", ", "];
    let one = joints.iter().fold(names.to_owned(), |text, joint| text.replace(joint, "\n"));
    let parts: Vec<&str> = one.split('\n').map(str::trim).filter(|part| !part.is_empty()).collect();
    let fits = |part: &&str| set_apart && is_full_name(part) || is_known(part);
    if parts.is_empty() || !parts.iter().all(fits) {
        return None;
    }
    let person = |part: &&str| Speaker::new(&name::lowered(part), part, Function::Speaker);
    Some(parts.iter().map(person).map(of_body).collect())
}

/// Whether a text is a name that a list knows, and nothing else.
fn is_known(text: &str) -> bool {
    name::parse(text, Trust::Announced)
        .is_some_and(|name| name.form <= Form::Initial && name.len == text.len())
}

/// Whether a text has the words of a full name: `Aya-Lou Ndongo El Maar`, `Jan K. de Vries`.
pub(super) fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let letters =
        |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let proper = words.iter().filter(|word| starts_upper(word)).count();
    let particle = |word: &&str| word.len() <= 3 || starts_upper(word);
    (2..=6).contains(&words.len())
        && proper >= 2
        && starts_upper(words[0])
        && words.iter().all(|word| letters(word) && particle(word))
}

/// The session of talks that an item right above them is: `- Séance 1 : Luc Perrot (CNRS) (*salle 3*)`.
fn gathers(line: &Line<'_>, talk: &Line<'_>) -> Option<Talk> {
    let above = line.item && line.plain.len() <= MAX_TITLE && indent(line) < indent(talk);
    let text = above.then(|| without_room(&line.plain))?;
    let (title, named) = text.split_once(" : ").unwrap_or((text, ""));
    let people = match named {
        "" => Vec::new(),
        named => speaker::people(named, Trust::Announced, Function::Moderator),
    };
    let title = if people.is_empty() { text } else { title };
    let title = title.trim_end_matches([' ', ':']).to_owned();
    (!title.is_empty()).then_some(Talk { lines: 0..1, title, people, depth: depth::SLOT })
}

/// How far a line stands from the margin, in columns.
fn indent(line: &Line<'_>) -> usize {
    let blank = line.raw.chars().take_while(|c| c.is_whitespace() || *c == '>');
    blank.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        assert_eq!(shown(&talks(&lines(text))), expect);
    }

    /// Talks as `title: people`.
    pub(in crate::structure::finder) fn shown(talks: &[Talk]) -> Vec<String> {
        let shown = talks.iter().map(|talk| {
            let people: Vec<&str> = talk.people.iter().map(|one| one.name.as_str()).collect();
            format!("{}: {}", talk.title, people.join(", "))
        });
        shown.collect()
    }

    #[test]
    fn authors_stand_below_the_titles_of_their_talks() {
        check(
            "- **Habiter la ville**\n  Zoé Lanteri, Luc Perrot et Ève Tarn\n- **Manger à sa faim**\n  Paul Roc (CNRS)\n",
            &["Habiter la ville: Zoé Lanteri, Luc Perrot, Ève Tarn", "Manger à sa faim: Paul Roc"],
        );
        check("- **Habiter la ville**\n  un atelier\n- **Manger à sa faim**\n  un autre\n", &[]);
    }

    #[test]
    fn an_item_above_talks_is_their_session() {
        check(
            "- Logement : Luc Perrot (Ville) (*salle 3*)\n  - Habiter la ville\n    *Ysoria Lou Belkant and Zoé Lanteri* (CNRS)\n  - Se déplacer\n    *Paul Roc*\n",
            &[
                "Logement: Luc Perrot",
                "Habiter la ville: Ysoria Lou Belkant, Zoé Lanteri",
                "Se déplacer: Paul Roc",
            ],
        );
    }

    #[test]
    fn names_that_no_list_knows_need_others_around() {
        check("- Habiter la ville\n  *Ysoria Lou Belkant*\n- Manger\n  *Pays Vert*\n", &[]);
    }
}
