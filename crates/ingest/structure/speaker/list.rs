//! The people of a list: names, what joins them and what follows each.

use glane_document::{Function, Speaker};

use super::role::{role, share_organisation};
use crate::structure::cue;
use crate::structure::name::{self, Form, Name, Trust};

/// The people of a list: names at its start and after its separators, with what follows each.
pub(crate) fn people(text: &str, trust: Trust, function: Function) -> Vec<Speaker> {
    // « Zoé Lanteri, urbaniste. © Luc Perrot »: who took the picture does not appear.
    let text = text.split('©').next().unwrap_or_default();
    let text = within_quotes(text);
    let names = names(text, trust);
    let mut speakers: Vec<Speaker> = Vec::new();
    for (rank, (start, name)) in names.iter().enumerate() {
        let end = names.get(rank + 1).map_or(text.len(), |(next, _)| *next);
        let written = &text[*start..start + name.len];
        let bare = Speaker::new(&name.display(), written, function);
        speakers.push(introduced(bare, &text[start + name.len..end]));
    }
    share_organisation(&mut speakers);
    speakers
}

/// What stands before the quotation mark that ends what another one opened before the text: `Zoé
/// Lanteri", info: …`.
fn within_quotes(text: &str) -> &str {
    let mark = text.find('"').filter(|&at| {
        let after = text[at + 1..].trim_start();
        text[..at].ends_with(char::is_alphabetic)
            && (after.is_empty() || after.starts_with([',', ']', ')', '}']))
    });
    mark.filter(|_| text.matches('"').count() % 2 == 1).map_or(text, |at| &text[..at])
}

/// Somebody with what follows their name.
pub(crate) fn introduced(bare: Speaker, after: &str) -> Speaker {
    let (role, organisation) = role(after);
    Speaker { role, organisation, ..bare }
}

fn names(text: &str, trust: Trust) -> Vec<(usize, Name)> {
    let announced = trust == Trust::Announced;
    let mut names: Vec<(usize, Name)> = Vec::new();
    let mut at = 0;
    while let Some(skip) = text[at..].find(char::is_alphanumeric) {
        let start = at + skip;
        let joint = ["et ", "and ", "ainsi que "]
            .into_iter()
            .find(|joint| text[start..].starts_with(joint));
        let start = start + joint.map_or(0, str::len);
        // « de Zoé Lanteri et de Luc Perrot »
        let of = ["de ", "d'", "d’"].into_iter().find(|of| text[start..].starts_with(of));
        let of = of.filter(|_| !names.is_empty() && text[..start].ends_with("et "));
        let start = start + of.map_or(0, str::len);
        let between =
            names.last().map(|(last, name): &(usize, Name)| &text[last + name.len..start]);
        // In a list announced, who stands after a semicolon is one of them, whatever the first is.
        let listed = announced && text[..start].trim_end().ends_with(';');
        let joined = listed || between.is_none_or(is_joint);
        // « Zoé Lanteri – Zone Critique »: what a dash parts from a name is no name alike.
        let dashed = between.is_some_and(|between| between.contains(['-', '–', '—']));
        let comma = text[..start].trim_end().ends_with(',') && !names.is_empty();
        let sure = |name: &Name| match name.form {
            Form::Capitals => true,
            // After a comma, « Paul Sabatier » may be a university; a list announced is of people.
            Form::Known => !comma || announced && is_set_apart(&text[start + name.len..]),
            // « Ève Tarn, Pays Vert » ends with a place.
            Form::Plain => {
                let after = text[start + name.len..].trim_start();
                let apart = !after.is_empty() && is_set_apart(after) && !opens_firm(after);
                let opens = start == 0 || !names.is_empty();
                // « Zoé Lanteri, Gouverneure de la Caisse d'Orn »
                let role = || comma && cue::is_role(&name.given);
                joined && !dashed && (opens || apart) && (!comma || announced && apart) && !role()
            }
            _ => joined && (!comma || announced),
        };
        // « Zoé Lanteri, juriste, et Ysoria Belkant, avocate »
        let closes = text[..start].strip_suffix("et ").is_some_and(|before| before.ends_with(", "));
        let last = announced && closes && !names.is_empty();
        let beside = || {
            let name = name::parse(&text[start..], Trust::Announced).filter(|_| last)?;
            text[start + name.len..].starts_with([',', '(']).then_some(name)
        };
        let found =
            name::parse(&text[start..], if joined { trust } else { Trust::Text }).filter(sure);
        let found = found.or_else(beside);
        at = match found {
            Some(name) => {
                let end = start + name.len;
                names.push((start, name));
                end
            }
            None if names.is_empty() && !announced => return names,
            None => start,
        };
        match next_separator(&text[at..]) {
            Some(skip) => at += skip,
            None => break,
        }
    }
    names
}

/// Whether what follows a name sets it apart.
pub(crate) fn is_set_apart(after: &str) -> bool {
    let after = after.trim_start();
    matches!(after, "" | ".")
        || after.starts_with([',', '(', '–', '—', '-', ':', ';', '/', '&', '|'])
        || after.starts_with("du ")
        || ["et ", "and ", "de "].iter().any(|joint| {
            after.strip_prefix(joint).is_some_and(|next| next.starts_with(char::is_uppercase))
        })
}

/// Whether what follows words joins them to one that is no name: `Bâti Loire & Fils`.
fn opens_firm(after: &str) -> bool {
    let joined = after.strip_prefix("& ");
    joined.is_some_and(|joined| name::parse(joined, Trust::Announced).is_none())
}

/// Whether only separators stand between two names, but for a body in brackets.
fn is_joint(between: &str) -> bool {
    let after = match between.trim_start().strip_prefix('(') {
        Some(inside) => inside.split_once(')').map_or("(", |(_, after)| after),
        None => between,
    };
    after.split(|c: char| !c.is_alphanumeric()).all(|word| {
        matches!(word, "" | "et" | "de" | "d" | "ou" | "avec" | "and" | "ainsi" | "que")
    })
}

/// Bytes to the end of the next separator of a list of people.
fn next_separator(text: &str) -> Option<usize> {
    const SEPARATORS: [&str; 11] =
        [" et ", " & ", ";", " / ", ", ", ") ", "/", " – ", " - ", " and ", " ainsi que "];
    // What stands in brackets lists bodies, not people.
    let opening = text.find('(');
    let brackets = opening.and_then(|open| Some(open..open + text[open..].find(')')?));
    let outside = |at: &usize| brackets.as_ref().is_none_or(|inside| !inside.contains(at));
    let opens = |byte: u8| SEPARATORS.iter().any(|mark| mark.as_bytes()[0] == byte);
    let starts = (0..text.len()).filter(|&at| opens(text.as_bytes()[at]));
    starts.filter(outside).find_map(|at| {
        let mark = SEPARATORS.iter().find(|mark| text[at..].starts_with(**mark))?;
        Some(at + mark.len())
    })
}
