//! The people of a cell of a table.

use glane_document::{Function, Speaker};

use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, speaker};
use crate::words::{Text, capitals};

/// The people of a cell, those whom it announces included: `Zoé Lanteri, animé par Luc Perrot`.
pub(super) fn people_of(cell: &str, trust: Trust, function: Function) -> Vec<Speaker> {
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
    fn a_team_is_named_by_who_leads_it() {
        check("Équipe du Dr Perrota CHU Orn", &["Perrota"]);
        check("Service de soins, Pr Y. Belkanta", &["Y. Belkanta"]);
        check("Équipe du CHU d'Orn", &[]);
    }
}
