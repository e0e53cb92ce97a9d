//! People whom words announce: `Animé par Zoé Lanteri`, `Avec A. Tarn et B. Roc`.

use glane_document::{Function, Speaker};

use super::list::people;
use crate::structure::cue::{self, Announcement};
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Form, Name, Trust};
use crate::words::{Folded, Text, prefix};

/// The people whom a sentence announces: `avec Zoé Lanteri, animé par Luc Perrot`.
pub(crate) fn announced_in(text: &str) -> Vec<Speaker> {
    let text = Text::new(text.to_owned());
    announced(text.both()).unwrap_or_default()
}

/// The people whom a line announces, each part of it apart: `Animatrice : Zoé Lanteri · Rapporteur :
/// Luc Perrot`.
pub(super) fn announced(text: Folded<'_>) -> Option<Vec<Speaker>> {
    let announces = |part: &str| cue::announcement(Text::new(part.to_owned()).both()).is_some();
    let parts = || text.printed.split(" · ").map(str::trim);
    if text.printed.contains(" · ") && parts().filter(|part| announces(part)).count() > 1 {
        let people: Vec<Speaker> = parts().flat_map(announced_in_part).collect();
        return (!people.is_empty()).then_some(people);
    }
    announced_in_one(text)
}

/// Whether nothing parts what somebody gives from what follows, which may be what it is about:
/// `Témoignage Quais Verts`, not `Témoignage : …` nor `Témoignage de …`.
fn says_what_is_given(text: Folded<'_>, rest: &str) -> bool {
    let before = &text.printed[..text.printed.len() - rest.len()];
    let bare = before.strip_suffix(' ').filter(|noun| !noun.contains([' ', ':', ',']));
    let given = ["temoignage", "intervention"];
    bare.is_some() && given.iter().any(|noun| text.folded.starts_with(noun))
}

/// Whether a list opens with bodies of which it gives the names: `les réseaux de la Ville, Pays Vert`.
fn opens_with_bodies(rest: &str) -> bool {
    let named = ["les ", "des "].iter().find_map(|article| rest.strip_prefix(article));
    let Some((noun, after)) = named.and_then(|named| named.split_once(' ')) else { return false };
    noun.starts_with(char::is_lowercase)
        && !cue::names_role(noun)
        && name::parse(after, Trust::Announced).is_none()
}

fn announced_in_part(part: &str) -> Vec<Speaker> {
    announced_in_one(Text::new(part.to_owned()).both()).unwrap_or_default()
}

fn announced_in_one(text: Folded<'_>) -> Option<Vec<Speaker>> {
    if let Some(found) = cue::announcement(text) {
        let rest = found.rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        // « Présidence de M. Perrot »
        let rest = ["de ", "d'", "d’"].iter().find_map(|of| rest.strip_prefix(of)).unwrap_or(rest);
        let mut people = announced_people(rest, found.function);
        if opens_with_bodies(rest) || says_what_is_given(text, found.rest) {
            let sure = |name: &str| name::parse(name, Trust::Text).is_some();
            people.retain(|person| sure(&person.as_written));
        }
        if people.is_empty() {
            people = first_names(rest, found.function);
        }
        if !people.is_empty() {
            // « avec Zoé Lanteri, juriste, animé par Luc Perrot »
            let others = within(text);
            others.for_each(|other| {
                if people.iter().all(|person| person.name != other.name) {
                    people.push(other);
                }
            });
            return Some(people);
        }
    }
    let people: Vec<Speaker> = within(text).collect();
    (!people.is_empty()).then_some(people)
}

/// The people whom the announcements inside a line name.
fn within(text: Folded<'_>) -> impl Iterator<Item = Speaker> {
    let found = cue::announcements_within(text).into_iter();
    found.flat_map(|found| in_sentence(&found))
}

/// The people announced inside a sentence: only sure names, and not what the next sentence says.
fn in_sentence(found: &Announcement<'_>) -> Vec<Speaker> {
    // « Débats animés par : Zoé Lanteri »
    let rest = cue::without_role(found.rest.trim_start_matches([':', ' ']));
    let ends = |&(at, _): &(usize, &str)| {
        rest[..at].chars().rev().take_while(|c| c.is_lowercase()).count() >= 3
    };
    let sentence = rest.match_indices(". ").find(ends).map_or(rest, |(at, _)| &rest[..at]);
    let sentence = before_attendance(sentence);
    let sure = |name: &Name| {
        let after = &sentence[name.len..];
        name.form != Form::Plain || is_introduced(after) || in_company(after)
    };
    // « Entretien avec Luc Perrot sur le site … » refers to what others published.
    let elsewhere = |name: &Name| sentence[name.len..].starts_with(" sur le site");
    let appears = |name: &Name| sure(name) && !elsewhere(name);
    match name::parse(sentence, Trust::Announced).filter(appears) {
        Some(_) => announced_people(sentence, found.function),
        None => Vec::new(),
    }
}

/// People who are given a function, and those with whom they take the floor: `animée par Zoé Lanteri,
/// juriste, avec Luc Perrot et Ève Tarn`.
fn announced_people(text: &str, function: Function) -> Vec<Speaker> {
    const WITH: &str = " avec ";
    let named = |(at, _): &(usize, &str)| {
        let other = name::parse(&text[at + WITH.len()..], Trust::Announced);
        other.is_some_and(|name| !name.given.is_empty())
    };
    let leads = matches!(function, Function::Moderator | Function::Organiser);
    let with = leads.then(|| text.match_indices(WITH).find(named)).flatten();
    let Some((at, _)) = with else { return people(text, Trust::Announced, function) };
    let mut found = people(&text[..at], Trust::Announced, function);
    found.extend(people(&text[at + WITH.len()..], Trust::Announced, Function::Speaker));
    found
}

/// What stands before a list of those present or absent that the same line holds.
fn before_attendance(sentence: &str) -> &str {
    const LISTS: [&str; 6] = [
        "Étaient présent",
        "Etaient présent",
        "Présents",
        "Absents",
        "Membres présents",
        "PRÉSENTS",
    ];
    let starts = LISTS.iter().filter_map(|list| sentence.find(list));
    starts.min().map_or(sentence, |at| sentence[..at].trim_end())
}

/// People of whom an announcement gives but the first names: `Rapporteuse : Zoé`.
fn first_names(text: &str, function: Function) -> Vec<Speaker> {
    let parts: Vec<&str> = text
        .split([',', '&'])
        .flat_map(|part| part.split(" et "))
        .map(|part| part.trim_matches(|c: char| !c.is_alphabetic()))
        .collect();
    if !parts.iter().all(|part| part.starts_with(char::is_uppercase) && is_first_name(part)) {
        return Vec::new();
    }
    let person = |name: &&str| Speaker::new(name, name, function);
    parts.iter().map(person).collect()
}

/// Whether a sure name follows at once in the same list: `…, Zoé Lanteri et Luc Perrot`.
fn in_company(after: &str) -> bool {
    let next = [", ", " et ", " & "].iter().find_map(|joint| after.strip_prefix(joint));
    next.and_then(|next| name::parse(next, Trust::Text))
        .is_some_and(|name| name.form <= Form::Known)
}

/// Whether what follows a name says who bears it: a body in brackets, or a role.
fn is_introduced(after: &str) -> bool {
    let after = after.trim_start();
    let bracket = after.strip_prefix('(').and_then(|rest| rest.split(')').next());
    bracket.is_some_and(|inside| inside.chars().any(char::is_alphabetic))
        || after.starts_with(',') && cue::names_role(prefix(after, 60))
}
