//! People who stand after the title: `Titre, par Zoé Lanteri`, `Titre – Zoé LANTERI`.

use glane_document::{Function, Speaker};

use super::sure::{is_initial, is_name, is_named, is_named_by, is_participle, is_work};
use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, speaker};
use crate::words::{Text, prefix};

/// The shortest title, in bytes, before its people.
pub(super) const LEAST_TITLE: usize = 4;

/// People whom sentences after the title announce: `Table ronde. Modération : Zoé Lanteri. Avec Luc
/// Perrot (Ville d'Orn)`.
pub(super) fn announced_last(text: &str) -> Option<(String, Vec<Speaker>)> {
    let (title, rest) = text.split_once(". ")?;
    let announces = |rest: &str| {
        let rest = Text::new(rest.to_owned());
        cue::announcement(rest.both()).is_some()
    };
    if title.len() < LEAST_TITLE || !rest.starts_with(char::is_uppercase) || !announces(rest) {
        return None;
    }
    let mut people: Vec<Speaker> = Vec::new();
    for person in rest.split(". ").flat_map(speaker::announced_in) {
        if people.iter().all(|other| other.name != person.name) {
            people.push(person);
        }
    }
    (!people.is_empty()).then(|| (title.to_owned(), people))
}

/// People after the title: after `par`, `avec`, a dash, a comma or a bracket.
pub(crate) fn people_last(text: &str) -> Option<(String, Vec<Speaker>)> {
    let mut cuts = cuts(text);
    let (cut, start) = cuts.find(|&(cut, start)| people_follow(text, cut, start))?;
    let inside = text[cut..start].ends_with('(') || text[..start].ends_with('(');
    let named = if inside { text[start..].trim_end_matches(')') } else { &text[start..] };
    let by = text[cut..start].contains("par");
    let function = if by { cue::function_by(&text[..cut]) } else { Function::Speaker };
    let mut people = speaker::people(named, Trust::Announced, function);
    // « Débat avec Zoé Lanteri (CNRS) autour de la ville » is a title as it stands.
    if [" autour d", ") sur "].iter().any(|joint| named.contains(joint))
        && cue::is_bare_kind(&text[..cut])
    {
        let people = people.into_iter().map(|one| Speaker { role: None, ..one }).collect();
        return Some((text.trim_end_matches('.').to_owned(), people));
    }
    // « Table ronde animée par Zoé Lanteri, avec Luc Perrot »: the others do not moderate.
    if function != Function::Speaker
        && let Some((first, others)) = named.split_once(" avec ")
    {
        people = speaker::people(first, Trust::Announced, function);
        people.extend(speaker::people(others, Trust::Announced, Function::Speaker));
    }
    // « Habiter la ville (présentation par Zoé Lanteri) »
    let before = text[..cut].rsplit_once(" (").filter(|(_, open)| by && !open.contains(')'));
    let title = before
        .map_or(&text[..cut], |(title, _)| title)
        .trim_end_matches([',', ';', ' ', ':', '–', '-', '|']);
    // « Table ronde animée »
    let participle = title
        .rsplit_once(' ')
        .filter(|(before, last)| by && is_participle(last) && !ends_with_article(before));
    let title = participle.map_or(title, |(title, _)| title.trim_end_matches([',', ' ']));
    let title = without_quotes(title);
    (!people.is_empty() && !title.is_empty()).then(|| (title.to_owned(), people))
}

/// People right after a title in quotation marks, a body in brackets after the first: `« Se loger » Zoé
/// Lanteri (CNRS) et Luc Perrot (Ville d'Orn)`.
pub(super) fn people_after_quotation(text: &str) -> Option<(String, Vec<Speaker>)> {
    let quotes = [('«', '»'), ('“', '”')];
    let (inside, after) = quotes.iter().find_map(|&(open, close)| {
        text.strip_prefix(open)?.rsplit_once(close).filter(|(inside, _)| !inside.contains(open))
    })?;
    let after = after.trim_start_matches([' ', ',', ':', '.', '\u{a0}']);
    let name = name::parse(after, Trust::Announced).filter(|name| !name.given.is_empty())?;
    if !after[name.len..].trim_start().starts_with('(') || inside.trim().len() < LEAST_TITLE {
        return None;
    }
    let people = speaker::people(after, Trust::Announced, Function::Speaker);
    let title = inside.trim_matches([' ', '\u{a0}']).to_owned();
    (!people.is_empty()).then_some((title, people))
}

/// Whether words end with what makes a noun of the next one: « les bases de données ».
fn ends_with_article(words: &str) -> bool {
    const ARTICLES: [&str; 9] = ["le", "la", "les", "un", "une", "des", "de", "du", "nos"];
    words.rsplit(' ').next().is_some_and(|last| ARTICLES.contains(&last))
}

/// A title without the quotation marks around it; those of its last words stay: `Film « Le gué »`.
pub(super) fn without_quotes(title: &str) -> &str {
    let inside = title.trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']);
    let count = |mark| inside.matches(mark).count();
    let paired = count('«') == count('»')
        && count('“') == count('”')
        && count('"').is_multiple_of(2)
        && inside.find('»').is_none_or(|close| inside.find('«').is_some_and(|open| open < close));
    if paired { inside } else { title.trim() }
}

/// Where a title may end and its people start, from left to right.
fn cuts(text: &str) -> impl Iterator<Item = (usize, usize)> {
    const MARKS: [&str; 15] = [
        ";", ", par ", " par ", ", avec ", " avec ", " – ", " — ", " - ", " | ", ", ", " (", ". ",
        ": ", "! ", "? ",
    ];
    let opens = move |&at: &usize| b" ,.:!?;".contains(&text.as_bytes()[at]);
    // « par la présidente Zoé Lanteri », « par le Dr Luc Perrot »
    let skipped = move |mark: &str, start: usize| match mark {
        ", par " | " par " => text.len() - cue::without_role(&text[start..]).len(),
        ", avec " | " avec " => text.len() - without_part(&text[start..]).len(),
        _ => start,
    };
    (LEAST_TITLE..text.len()).filter(opens).flat_map(move |at| {
        let marks = MARKS.iter().filter(move |mark| text[at..].starts_with(**mark));
        marks.map(move |mark| (at, skipped(mark, at + mark.len())))
    })
}

/// How much of a text what somebody brings takes at most, in bytes.
const MAX_PART: usize = 40;

/// A text without what somebody brings who is said to be something: `le regard de Zoé Lanteri,
/// sociologue`. Who only lends does not appear.
fn without_part(text: &str) -> &str {
    const LENT: [&str; 6] = ["soutien", "appui", "aide", "concours", "accord", "musique"];
    let part = prefix(text, MAX_PART);
    let named = || {
        let rest = ["le ", "la ", "l'", "l’"].iter().find_map(|the| part.strip_prefix(the))?;
        let joints = [" de ", " d'", " d’"];
        let (noun, joint) =
            joints.iter().find_map(|joint| Some((&rest[..rest.find(joint)?], joint.len())))?;
        let start = part.len() - rest.len() + noun.len() + joint;
        let found = name::parse(&text[start..], Trust::Text)?;
        let role = text[start + found.len..].strip_prefix(", ")?;
        let brings = !noun.contains(' ') && !LENT.contains(&noun) && found.form <= Form::Known;
        (brings && cue::names_role(prefix(role, MAX_PART))).then_some(start)
    };
    named().map_or(text, |start| &text[start..])
}

/// Whether people follow the mark that stands from byte `cut` to byte `start` of a text.
fn people_follow(text: &str, cut: usize, start: usize) -> bool {
    let (mark, after) = (&text[cut..start], &text[start..]);
    let by = mark.contains("par");
    let named = match mark.as_bytes()[0] {
        b':' => is_name(after),
        b'!' | b'?' => is_named(after, true),
        _ => {
            let dashed = mark.contains(['–', '—']);
            is_named(after, !by) || by && is_named_by(after) || dashed && is_initial(after)
        }
    };
    named && !(by && is_work(&text[..cut]))
}
