//! People listed in brackets after a title with its hour: `9h30 : Se loger (Z. Lanteri, L. Perrot, CNRS)`.

use std::sync::LazyLock;

use glane_document::{Function, Speaker};

use super::after::LEAST_TITLE;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::cue;
use crate::structure::heading::{Heading, is_room};
use crate::structure::name::{self, Form, Trust};
use crate::words::{fold, is_upper, starts_upper};

/// What vouches for the names in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Witness {
    /// Their own letters: initials, or first names that a list knows.
    Own,
    /// The other titles of the programme, many of which end so.
    Others,
}

/// The longest list of people in brackets, in bytes.
const MAX_LIST: usize = 300;

/// The longest body beside the names, in bytes.
const MAX_BODY: usize = 40;

impl Heading {
    /// Whether the people that it names stand in the brackets that end it.
    pub(crate) fn names_in_brackets(&self) -> bool {
        let inside = last_brackets(&self.printed).map(|(_, inside)| inside);
        let first = self.people.first().zip(inside);
        first.is_some_and(|(person, inside)| inside.contains(&person.as_written))
    }

    /// Sets apart the names of any form in the brackets that end a title, where others end so.
    pub(crate) fn split_brackets(&mut self) {
        let title = self.title.as_deref().filter(|_| self.people.is_empty());
        if let Some((title, people)) =
            title.and_then(|title| people_in_brackets(title, Witness::Others))
        {
            (self.title, self.people) = (Some(title), people);
        }
    }
}

/// The title before the brackets that end it and the people that these list, beside their bodies.
pub(super) fn people_in_brackets(text: &str, witness: Witness) -> Option<(String, Vec<Speaker>)> {
    let (title, inside) = last_brackets(text)?;
    let named = title.len() >= LEAST_TITLE && inside.len() <= MAX_LIST && !is_room(inside);
    if !named || witness == Witness::Own && is_of_works(title) {
        return None;
    }
    let commas = inside.split([',', ';', '/', '&']);
    let parts = commas.flat_map(|part| part.split(" et ")).flat_map(|part| part.split(" and "));
    let parts = parts.map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let initials = parts.iter().any(|part| has_initials(part));
    let mut people: Vec<Speaker> = Vec::new();
    for part in parts {
        match person(part, initials, witness) {
            Some(person) => people.push(person),
            None if is_beside(part) => share(part, &mut people),
            None => return None,
        }
    }
    (!people.is_empty()).then(|| (title.to_owned(), people))
}

/// Whether a title ends with who speaks in brackets: `Habiter la ville (Zoé Lanteri, juriste, CNRS)`.
pub(crate) fn ends_with_bracket(text: &str) -> bool {
    let Some((title, inside)) = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("))
    else {
        return false;
    };
    // A year is that of a work.
    let work = inside.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let named = name::parse(inside, Trust::Text).is_some_and(|name| {
        let after = &inside[name.len..];
        name.form <= Form::Known && (after.is_empty() || after.starts_with([',', ';', '–']))
    });
    named && !work && title.split(' ').count() >= 3
}

/// What stands before the brackets that end a text, and in them.
fn last_brackets(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches(['.', ' ', '\u{a0}']).strip_suffix(')')?;
    let (title, inside) = text.rsplit_once('(')?;
    Some((title.trim_end_matches(['.', ' ', '\u{a0}']), inside.trim()))
}

/// Whether a title is that of an evening of works, whose authors may stand in brackets.
fn is_of_works(title: &str) -> bool {
    static WORKS: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:concert|recital|films?|projection|cine|lectures?|livres?|spectacle|theatre|opera|piece|quatuor|musique|chants?)\b",
        )
    });
    WORKS.is_match(&fold(title))
}

/// Whether words open with the initials of a name, which nothing else looks like.
fn has_initials(part: &str) -> bool {
    name::parse(&spaced(part), Trust::Announced).is_some_and(|name| name.form == Form::Initial)
}

/// The person whom a part of a list names, with the body glued to the name or not; in a list with
/// `initials`, those without a full stop are such, and `M.` is one of them.
fn person(part: &str, initials: bool, witness: Witness) -> Option<Speaker> {
    let text = spaced(part);
    let of = |name: &str, written: &str, body: &str| {
        let organisation = (!body.is_empty()).then(|| body.to_owned());
        let bare = Speaker::new(name, written, Function::Speaker);
        Some(Speaker { organisation, ..bare })
    };
    if let Some((first, family)) = text.split_once(' ').filter(|_| initials)
        && is_bare_initial(first)
        && starts_upper(family)
        && !family.contains(' ')
    {
        let stop = if first.len() == 1 { "." } else { "" };
        return of(&format!("{first}{stop} {family}"), part, "");
    }
    let name = name::parse(&text, Trust::Announced)?;
    let (written, after) = text.split_at(name.len);
    let (display, body) = match name.form {
        Form::Initial | Form::Civility => {
            let (family, glued) = without_body(&name.family);
            let given = if name.form == Form::Initial { name.given.as_str() } else { "M." };
            let own = name.form == Form::Initial || initials && text.starts_with("M. ");
            let body = if glued.is_empty() { after.trim_matches([' ', '-', '–']) } else { glued };
            let fits = own && body.len() <= MAX_BODY && (body.is_empty() || starts_upper(body));
            fits.then(|| (format!("{given} {family}"), body))?
        }
        Form::Capitals | Form::Known => (name.display(), after.trim()),
        Form::Plain if witness == Witness::Others && goes_on_as_name(after) => (text.clone(), ""),
        Form::Plain if witness == Witness::Others => (name.display(), after.trim()),
        Form::Plain => return None,
    };
    let whole = body.is_empty() || matches!(name.form, Form::Initial | Form::Civility);
    let written = if display == text || !part.contains(written) { part } else { written };
    if whole { of(&display, written, body) } else { None }
}

/// Whether one more word than most names have ends a name that no list knows: `Þóra Björg Lindsdóttir`.
fn goes_on_as_name(after: &str) -> bool {
    let word = after.trim();
    let proper = starts_upper(word)
        && !is_upper(word)
        && word.chars().all(|c| c.is_alphabetic() || c == '-');
    proper && !cue::is_common(word)
}

/// A surname and the body that a hyphen glues to it: `Tarn-CNRS`.
fn without_body(family: &str) -> (&str, &str) {
    let glued = family
        .rsplit_once('-')
        .filter(|(name, body)| body.chars().count() > 2 && is_upper(body) && !is_upper(name));
    glued.unwrap_or((family, ""))
}

/// Whether a word is initials without a full stop: `Z`, `J-P`.
fn is_bare_initial(word: &str) -> bool {
    let letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    word.split('-').all(letter)
}

/// A part of a list with a space between initials and a surname glued to them: `Z.Lanteri`.
fn spaced(part: &str) -> String {
    let mut text = String::with_capacity(part.len() + 1);
    let mut chars = part.chars().peekable();
    while let Some(c) = chars.next() {
        text.push(c);
        let next = chars.peek().is_some_and(|next| next.is_uppercase());
        if c == '.' && next && text.chars().count() <= 3 {
            text.push(' ');
        }
    }
    text
}

/// Whether a part of a list says what those beside it are of: `CNRS`, `Lot 2`, `maire`.
fn is_beside(part: &str) -> bool {
    let first = part.split(' ').next().unwrap_or_default();
    part.len() <= MAX_BODY && (starts_upper(part) || cue::is_role(first))
}

/// Gives a body to those before it who have none.
fn share(body: &str, people: &mut [Speaker]) {
    let bodied = starts_upper(body) && !body.contains(|c: char| c.is_ascii_digit());
    let lack = |person: &&mut Speaker| person.organisation.is_none();
    for person in people.iter_mut().rev().take_while(lack).filter(|_| bodied) {
        person.organisation = Some(body.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, witness: Witness, expect: Option<(&str, &[&str])>) {
        let found = people_in_brackets(text, witness);
        let found = found.as_ref().map(|(title, people)| {
            let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
            (title.as_str(), names)
        });
        assert_eq!(found, expect.map(|(title, people)| (title, people.to_vec())), "{text}");
    }

    #[test]
    fn initials_are_listed_beside_bodies() {
        check(
            "Se loger au bourg (Lot 2.1.,Z. Lanteri, L Perrot, È. Tarn, Lot 2).",
            Witness::Own,
            Some(("Se loger au bourg", &["Z. Lanteri", "L. Perrot", "È. Tarn"])),
        );
        check(
            "Se chauffer (M.Roc-CNRS, J. Tarn Ville d'Orn, J-P Perrot, UTO)",
            Witness::Own,
            Some(("Se chauffer", &["M. Roc", "J. Tarn", "J-P Perrot"])),
        );
        check(
            "Manger bio.( Zoé Lanteri, UTO)",
            Witness::Own,
            Some(("Manger bio", &["Zoé Lanteri"])),
        );
    }

    #[test]
    fn bodies_works_and_asides_are_no_people() {
        for text in [
            "Se loger (CNRS, UTO)",
            "Se loger (salle Z. Lanteri)",
            "Se loger (Z. Lanteri, sous réserve de places)",
            "Concert du soir (L. Perrot, È. Tarn)",
            "Ysoria Belkant et la ville (Grand Large, UTO)",
        ] {
            check(text, Witness::Own, None);
        }
    }

    #[test]
    fn other_titles_vouch_for_any_name() {
        let text = "Se loger au bourg (Ysoria Belkant, Lot 2)";
        check(text, Witness::Own, None);
        check(text, Witness::Others, Some(("Se loger au bourg", &["Ysoria Belkant"])));
        check("Se loger au bourg (lot 2)", Witness::Others, None);
        let text = "Old fords (Ysoria Belkant and Þóra Björg Lindsdóttir)";
        let both: &[&str] = &["Ysoria Belkant", "Þóra Björg Lindsdóttir"];
        check(text, Witness::Others, Some(("Old fords", both)));
    }
}
