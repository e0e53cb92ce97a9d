//! People after a label on their line: `L’avis des experts : A. Tarn et B. Roc`.

use glane_document::{Function, Speaker};
use memchr::memchr;

use super::Zone;
use super::list::people;
use crate::line::Line;
use crate::structure::cue;
use crate::structure::name::{self, Form, Trust};
use crate::structure::title_people::people_only;
use crate::words::is_upper;

/// A label, then names: `L'analyse des experts : A. B et C. D`.
pub(super) fn labelled(line: &Line<'_>, text: &str, zone: Zone) -> Option<Vec<Speaker>> {
    let listed = line.item || matches!(zone, Zone::Head | Zone::Slot);
    if zone == Zone::Slot
        && let Some(people) = of_body(text)
    {
        return Some(people);
    }
    memchr(b':', text.as_bytes())?;
    if !listed {
        return labelled_role(text);
    }
    let (label, rest) = text.split_once(" : ").or_else(|| text.split_once(": "))?;
    let short = label.chars().count() <= 60 && rest.chars().count() <= 160;
    if !short {
        return None;
    }
    if let Zone::Announced(function) = zone {
        let people = of_label(label, rest, function);
        if !people.is_empty() {
            return Some(people);
        }
    }
    let mut people = people(rest, Trust::Text, Function::Speaker);
    if people.is_empty() {
        // A body may come first: « CNFPT et Zoé LANTERI ».
        let (_, second) = rest.split_once(" et ")?;
        people = self::people(second, Trust::Text, Function::Speaker);
    }
    let ends_with_name =
        people.last().is_some_and(|last| last.role.is_none() || rest.starts_with(&last.as_written));
    (ends_with_name && !people.is_empty()).then_some(people)
}

/// The people listed after a label where people are announced, with nobody else: `CCAS : Zoé Lanteri,
/// Ysoria Belkant`.
fn of_label(label: &str, named: &str, function: Function) -> Vec<Speaker> {
    let acronym = label.len() <= MAX_ACRONYM && is_upper(label);
    let body = |person: &Speaker| {
        person.organisation.clone().or_else(|| acronym.then(|| label.to_owned()))
    };
    let people = people_only(named).into_iter();
    people.map(|person| Speaker { organisation: body(&person), function, ..person }).collect()
}

/// People after the acronym of those they speak for, on a line that holds nothing else: `CCAS - Zoé
/// Lanteri et Luc Perrot`.
fn of_body(text: &str) -> Option<Vec<Speaker>> {
    let (body, named) = [" - ", " – ", " — "].iter().find_map(|mark| text.split_once(mark))?;
    let acronym = body.len() >= 2 && body.len() <= MAX_ACRONYM && is_upper(body);
    let people = if acronym && !body.contains(' ') { people_only(named) } else { Vec::new() };
    let of = |person: Speaker| Speaker {
        organisation: person.organisation.or_else(|| Some(body.to_owned())),
        ..person
    };
    (!people.is_empty()).then(|| people.into_iter().map(of).collect())
}

/// The longest acronym, in bytes.
const MAX_ACRONYM: usize = 8;

/// A short line with a label, one name and a role without a comma: `Archives : Zoé Lanteri
/// responsable de la médiation`.
fn labelled_role(text: &str) -> Option<Vec<Speaker>> {
    let (label, rest) = text.split_once(" : ")?;
    let short = label.chars().count() <= 60 && text.chars().count() <= 160;
    let name = name::parse(rest, Trust::Text).filter(|name| name.form <= Form::Known)?;
    let after = rest[name.len..].trim_start();
    let role = after.starts_with(char::is_lowercase)
        && cue::is_role(after.split(' ').next().unwrap_or_default());
    (short && role && !text.ends_with('.')).then(|| people(rest, Trust::Text, Function::Speaker))
}
