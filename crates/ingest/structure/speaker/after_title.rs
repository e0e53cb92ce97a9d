//! Talks written on one line, with who holds them after a civility: `Vacciner au marché, Drs Zoé
//! Lanteri et Luc Perrot`.

use glane_document::{Function, Speaker};

use crate::structure::name::{self, Trust};
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

#[cfg(test)]
mod tests {
    use super::*;

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
