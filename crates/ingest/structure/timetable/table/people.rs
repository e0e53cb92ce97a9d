//! The people of a cell of a table.

use glane_document::{Function, Speaker};

use super::broken;
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker::is_set_apart;
use crate::structure::timetable::rows::Cell;
use crate::structure::title_people::is_body;
use crate::structure::{cue, speaker};
use crate::words::{Text, capitals};

/// The people of a cell, each of those whom breaks part on their own: what follows a name says who
/// bears it.
pub(super) fn people_of_cell(cell: &Cell, trust: Trust, function: Function) -> Vec<Speaker> {
    if !cell.raw.contains("<br") {
        return people_of(&cell.plain, trust, function);
    }
    let mut parts: Vec<String> = Vec::new();
    for part in broken(&cell.raw) {
        match parts.last_mut() {
            Some(above) if !opens_with_name(&part) => *above = format!("{above} {part}"),
            _ => parts.push(part),
        }
    }
    if parts.len() < 2 {
        return people_of(&cell.plain, trust, function);
    }
    parts.iter().flat_map(|part| people_of(part, trust, function)).collect()
}

/// Whether a part of a cell opens with the name of somebody else than the part above.
fn opens_with_name(part: &str) -> bool {
    let first = part.split(' ').next().unwrap_or_default();
    name::parse(part, Trust::Announced).is_some_and(|name| {
        name.form <= Form::Known || !is_body(first) && is_set_apart(&part[name.len..])
    })
}

/// The people of a cell, those whom it announces included: `Zoé Lanteri, animé par Luc Perrot`.
fn people_of(cell: &str, trust: Trust, function: Function) -> Vec<Speaker> {
    let text = Text::new(cell.to_owned());
    let announced = cue::announcements_within(text.both());
    let start = announced.iter().map(|found| cell.len() - found.rest.len()).min();
    let cut = start.and_then(|start| cell[..start].rfind([',', ';', '(', '–']));
    let cut = cut.filter(|_| trust == Trust::Announced).unwrap_or(cell.len());
    let mut people = speaker::people(&cell[..cut], trust, function);
    if people.is_empty() && trust == Trust::Announced {
        let led = led_by(&cell[..cut]).map(|at| speaker::people(&cell[at..cut], trust, function));
        people.extend(led.into_iter().flatten());
    }
    people.retain(|person| !opens_body(cell, &person.as_written));
    people.extend(speaker::announced_in(&cell[cut..]));
    people
}

/// The people of the parts of a cell below its title: those that labels announce or, where they
/// are not `labelled`, those that open what a middle dot parts.
pub(super) fn people_below(parts: &[String], labelled: bool) -> Vec<Speaker> {
    let of = |part: &str| match labelled || opens_with_label(part) {
        true => speaker::announced_in(part),
        false => speaker::people(part, Trust::Announced, Function::Speaker),
    };
    let mut people: Vec<Speaker> = Vec::new();
    for person in parts.iter().flat_map(|part| part.split(" · ")).flat_map(of) {
        if people.iter().all(|other| other.name != person.name) {
            people.push(person);
        }
    }
    people
}

/// Whether a text opens with a label that announces people: `Intervenante : Zoé Lanteri`, `Avec Zoé Lanteri`.
pub(super) fn opens_with_label(text: &str) -> bool {
    let text = Text::new(text.to_owned());
    let Some(found) = cue::announcement(text.both()) else { return false };
    let colon = text.find(':').is_some_and(|colon| colon < MAX_LABEL);
    let short = text.len() - found.rest.len() < MAX_LABEL;
    colon || short && name::parse(found.rest.trim_start(), Trust::Announced).is_some()
}

/// The longest label, in bytes.
const MAX_LABEL: usize = 40;

/// Whether words of a cell that read as a name nothing knows open a longer one: `Grand Orn Habitat`,
/// `Élèves du Collège d'Orn`.
fn opens_body(cell: &str, name: &str) -> bool {
    let Some(at) = cell.find(name) else { return false };
    let plain =
        name::parse(&cell[at..], Trust::Announced).is_some_and(|name| name.form == Form::Plain);
    let next = cell[at + name.len()..].strip_prefix(' ').unwrap_or_default();
    plain
        && (next.starts_with(char::is_uppercase)
            || ["d'", "d’"].iter().any(|of| next.starts_with(of)))
}

/// Where the person with a title starts whose team a cell names: `Équipe du Dr Carvin`.
fn led_by(cell: &str) -> Option<usize> {
    const TITLES: [&str; 8] = ["Dr ", "Dr. ", "Docteur ", "Pr ", "Pr. ", "Prof. ", "M. ", "Mme "];
    let titled = |at: &usize| {
        let (before, person) = cell.split_at(*at);
        before.ends_with(' ')
            && TITLES.iter().any(|title| person.starts_with(title))
            && name::parse(person, Trust::Announced).is_some()
    };
    capitals(cell).find(titled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expect: &[&str]) {
        let people = people_of(cell, Trust::Announced, Function::Speaker);
        let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, expect);
    }

    #[test]
    fn breaks_part_people_whom_no_list_knows() {
        let names = |cell: &str| {
            let cell = Cell::new(cell);
            let people = people_of_cell(&cell, Trust::Announced, Function::Speaker);
            people.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(
            names("Ysor Belkant, CNRS<br/>Orlan Vesk – juriste, régie du Val<br>Luc Perrot"),
            ["Ysor Belkant", "Orlan Vesk", "Luc Perrot"]
        );
        assert_eq!(names("Zoé Lanteri<br>Université d'Orn<br>directrice"), ["Zoé Lanteri"]);
    }

    #[test]
    fn a_team_is_named_by_who_leads_it() {
        check("Équipe du Dr Perrota CHU Orn", &["Perrota"]);
        check("Service de soins, Pr Y. Belkanta", &["Y. Belkanta"]);
        check("Équipe du CHU d'Orn", &[]);
    }
}
