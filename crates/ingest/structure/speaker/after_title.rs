//! Talks written on one line, with who holds them after a civility: `Vacciner au marché, Drs Zoé
//! Lanteri et Luc Perrot`.

use glane_document::{Function, Speaker};

use crate::structure::name::{self, Trust};
use crate::structure::title_people::is_work;
use crate::structure::{cue, speaker};
use crate::words::starts_upper;

/// The longest such line, in bytes.
const MAX_LINE: usize = 260;

/// How many words a title has at least: « Pour le maire, M. Luc Perrot » signs.
const LEAST_WORDS: usize = 4;

/// The people that a line names after a title and a comma, under the name of their profession or a
/// civility, and nothing after them.
pub(super) fn after_title(text: &str) -> Vec<Speaker> {
    if text.len() > MAX_LINE || text.ends_with('.') || !starts_upper(text) {
        return Vec::new();
    }
    let commas = text.match_indices(", ").map(|(at, mark)| (at, at + mark.len()));
    let civil = |&(_, start): &(usize, usize)| name::opens_with_civility(&text[start..]);
    let Some((end, start)) = commas.into_iter().find(civil) else { return Vec::new() };
    let (title, named) = (&text[..end], &text[start..]);
    let signed = title.starts_with("Pour ") || cue::names_role(title);
    if title.split(' ').count() < LEAST_WORDS || signed {
        return Vec::new();
    }
    let people = speaker::people(named, Trust::Announced, Function::Speaker);
    let full = |person: &Speaker| person.name.contains(' ') && person.role.is_none();
    if people.iter().all(full) { people } else { Vec::new() }
}

/// The people whom a line below an hour names after « par », and nothing after them: `Récit du chantier
/// par Z. Lanteri et L. Perrot.`
pub(super) fn by_last(text: &str) -> Vec<Speaker> {
    let Some((title, named)) = text.trim_end_matches('.').rsplit_once(" par ") else {
        return Vec::new();
    };
    if text.len() > MAX_LINE || !starts_upper(title) || is_work(title) {
        return Vec::new();
    }
    let people = speaker::people(named, Trust::Announced, Function::Speaker);
    let mut rest = named.to_owned();
    for person in &people {
        rest = rest.replacen(&person.as_written, "", 1);
    }
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let full = |person: &Speaker| {
        speaker::has_known_first_name(person)
            || person.name.split(' ').next().is_some_and(|first| first.ends_with('.'))
    };
    let whole = people.iter().all(full) && words.all(|word| word == "et");
    if whole { people } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_follow_par_below_an_hour() {
        let found =
            |text: &str| by_last(text).into_iter().map(|person| person.name).collect::<Vec<_>>();
        assert_eq!(
            found("Récit du chantier (avec des images) par Z. Lanteri, L. Perrot."),
            ["Z. Lanteri", "L. Perrot"]
        );
        for text in [
            "Lecture du livre écrit par Zoé Lanteri",
            "Visite du quai par la rue L. Perrot",
            "Visite par petits groupes",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn people_follow_a_title_on_its_line() {
        let found = |text: &str| {
            let people = after_title(text);
            people.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(
            found("Suivre une grossesse loin de l'hôpital, Drs Zoé LANTERI et Ysor BELKANT"),
            ["Zoé Lanteri", "Ysor Belkant"]
        );
        assert_eq!(found("Vacciner au marché couvert, Pr Luc Perrot"), ["Luc Perrot"]);
        for text in [
            "Pour le maire empêché, M. Luc Perrot",
            "Nous remercions pour son accueil chaleureux, Mme Zoé Lanteri, qui part.",
            "Vacciner au marché couvert, dans le bourg",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
