//! People that a heading is made of, or opens with: `### Zoé Lanteri et Luc Perrot`.

use glane_document::{Function, Speaker};

use super::before::people_with_bodies;
use crate::structure::name::{self, Form, Name, Trust};
use crate::structure::{cue, speaker};
use crate::words::words;

/// The longest bodies in brackets after the last name, in bytes.
const MAX_BODIES: usize = 160;

/// The people that a heading is made of: `### Zoé Lanteri et Luc Perrot`.
pub(crate) fn people_alone(title: &str) -> Vec<Speaker> {
    if names_work(title) {
        return Vec::new();
    }
    let people = speaker::people(title, Trust::Text, Function::Speaker);
    let opens = people.first().is_some_and(|first| title.starts_with(&first.as_written));
    if !opens || !people.iter().all(speaker::has_known_first_name) {
        return Vec::new();
    }
    let named: usize = people.iter().map(|person| words(&person.as_written).len()).sum();
    let words_of_title = words(title);
    let joint = |word: &&String| matches!(word.as_str(), "et" | "avec");
    let joints = |words: &[String]| words.iter().filter(joint).count();
    let bodies =
        people.last().and_then(|last| last.role.as_deref().or(last.organisation.as_deref()));
    // « Zoé Lanteri (Physicienne, Laboratoire vert, Université d'Orn) »
    let introduced = |body: &str| title.ends_with(')') && cue::names_role(body);
    let short = |body: &str| body.len() <= 40 || body.len() <= MAX_BODIES && introduced(body);
    let body = bodies.filter(|body| short(body)).map_or(Vec::new(), words);
    let outside = joints(&words_of_title).saturating_sub(joints(&body));
    let whole = named + outside + body.len() == words_of_title.len();
    if whole { people } else { Vec::new() }
}

/// The people that a heading opens with, or is, among others that are names: `## Ysoria Belkant`,
/// `## Zoé Lanteri - Se loger`.
pub(crate) fn people_among_names(heading: &str) -> Vec<Speaker> {
    let text = heading.trim_end_matches([':', ' ']);
    if names_work(text) {
        return Vec::new();
    }
    let Some(name) = name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty())
    else {
        return Vec::new();
    };
    let after = text[name.len..].trim_start();
    let apart = after.starts_with(['-', '–', '—', ':']) && name.form <= Form::Known;
    let body = after.starts_with('(') && after.ends_with(')');
    if !(after.is_empty() || apart || body) {
        return Vec::new();
    }
    vec![Speaker::new(&name.display(), &text[..name.len], Function::Speaker)]
}

/// The person that a heading is, with a role after a comma: `## Zoé Lanteri, directrice d'école`.
pub(crate) fn is_introduced(heading: &str) -> bool {
    person_introduced(heading).is_some_and(|person| speaker::has_known_first_name(&person))
}

/// The person that a heading opens with, role included, among others that are such: first names that no
/// list knows are as good, and roles may be long.
pub(crate) fn person_introduced(heading: &str) -> Option<Speaker> {
    if names_work(heading) {
        return None;
    }
    let name = name::parse(heading, Trust::Announced).filter(|name| !name.given.is_empty())?;
    let role = heading[name.len..].strip_prefix(',')?.trim_start();
    let first = role.split([',', ' ']).next().unwrap_or_default();
    if !(role.starts_with(char::is_lowercase) && cue::is_role(first)) {
        return None;
    }
    let bare = Speaker::new(&name.display(), &heading[..name.len], Function::Speaker);
    Some(Speaker { role: Some(role.to_owned()), ..bare })
}

/// The person that a heading is, whom a civility tells: `## M. Perrot (Ville d'Orn)`.
pub(crate) fn person_with_civility(heading: &str) -> Option<Speaker> {
    let text = heading.trim_end_matches([':', ' ']);
    let name = name::parse(text, Trust::Announced).filter(|_| name::opens_with_civility(text))?;
    let after = text[name.len..].trim_start();
    let whole = after.is_empty() || after.starts_with('(') && after.ends_with(')');
    whole.then(|| Speaker::new(&name.display(), &text[..name.len], Function::Speaker))
}

/// The person whose words a heading says to stand below, role included: `## de Zoé Lanteri, juriste`.
pub(crate) fn person_of_words(heading: &str) -> Option<Speaker> {
    const JOINTS: [&str; 7] = ["de ", "d'", "d’", "De ", "D'", "D’", "par "];
    let text = heading.trim_end_matches([':', ' ']);
    let text = JOINTS.iter().find_map(|joint| text.strip_prefix(joint))?;
    let name = name::parse(text, Trust::Text).filter(|name| name.form <= Form::Known)?;
    let after = &text[name.len..];
    let short = |role: &&str| role.len() <= MAX_ROLE && !role.ends_with('.');
    let role = after.strip_prefix(", ").map(str::trim).filter(short);
    let told = role.is_some() || after.is_empty();
    let bare = || Speaker::new(&name.display(), &text[..name.len], Function::Speaker);
    told.then(|| Speaker { role: role.map(str::to_owned), ..bare() })
}

/// The longest role after the name of who wrote what stands below, in bytes.
const MAX_ROLE: usize = 60;

/// The people of a text that holds nothing but names, and bodies in brackets.
pub(crate) fn people_only(text: &str) -> Vec<Speaker> {
    let sure =
        |name: &Name| name.form <= Form::Known || text[name.len..].trim_start().starts_with('(');
    if name::parse(text, Trust::Announced).filter(sure).is_none() {
        return Vec::new();
    }
    let people = speaker::people(text, Trust::Announced, Function::Speaker);
    let mut rest = String::new();
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && c != ')' {
            rest.push(c);
        }
    }
    for person in &people {
        rest = rest.replacen(&person.as_written, "", 1);
    }
    let joints = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let whole = joints.into_iter().all(|word| matches!(word, "et" | "and"));
    // « Buffet bio (salle 3) »
    if whole && people.iter().any(speaker::has_known_first_name) { people } else { Vec::new() }
}

/// The person that a heading opens with, who bears the name told after a comma or a dash: `Zoé
/// Lanteri, artiste`.
pub(crate) fn person_with_role(heading: &str) -> Option<Speaker> {
    let name = name::parse(heading, Trust::Text).filter(|name| name.form <= Form::Known)?;
    let what = heading[name.len..].trim_start().strip_prefix([',', '-', '–', '—'])?;
    let role = Some(what.trim().to_owned()).filter(|what| !what.is_empty());
    let bare = Speaker::new(&name.display(), &heading[..name.len], Function::Speaker);
    role.map(|role| Speaker { role: Some(role), ..bare })
}

/// The people between square brackets before or after a title: `[Zoé Lanteri] Se loger`.
pub(crate) fn people_in_square_brackets(heading: &str) -> Vec<Speaker> {
    let before = || heading.strip_prefix('[')?.split_once(']').filter(|(_, title)| titled(title));
    let after = || {
        let (title, inside) = heading.strip_suffix(']')?.rsplit_once('[')?;
        titled(title).then_some(inside)
    };
    let inside = before().map(|(inside, _)| inside).or_else(after);
    inside.map_or(Vec::new(), people_only)
}

/// Whether a text has words enough for a title.
fn titled(text: &str) -> bool {
    text.trim().chars().count() > 3
}

/// The people whose names and bodies open a heading: `Zoé Lanteri (Ville d'Orn) — Se loger`.
pub(crate) fn people_with_title(heading: &str) -> Vec<Speaker> {
    let known = |person: &Speaker| {
        let body = person.organisation.as_deref().unwrap_or_default();
        speaker::has_known_first_name(person) && body.starts_with(char::is_uppercase)
    };
    let (_, people) = people_with_bodies(heading).unwrap_or_default();
    if people.iter().all(known) { people } else { Vec::new() }
}

/// Whether a text gives a year: « Zoé Lanteri (1976 – La Ville) » is told about, with a work or a life.
fn names_work(text: &str) -> bool {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    digits.into_iter().any(|number| number.len() == 4)
}
