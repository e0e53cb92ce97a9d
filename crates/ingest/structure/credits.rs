//! People whom the front matter names: `author:`, `speakers:`, `title: Rencontre avec …`.

use glane_document::{Function, Rule, Speaker};

use crate::clean::front_matter::FrontMatter;
use crate::structure::cue;
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker::{self, by_rule};
use crate::structure::title_people::people_of_title;
use crate::words::fold;

/// The fields that name people, and what these do.
const FIELDS: [(&[&str], Function); 4] = [
    (
        &["author", "authors", "auteur", "auteurs", "autrice", "auteur.e", "auteur·e"],
        Function::Author,
    ),
    (
        &[
            "speaker",
            "speakers",
            "intervenant",
            "intervenants",
            "intervenante",
            "intervenantes",
            "orateur",
            "oratrice",
        ],
        Function::Speaker,
    ),
    (
        &["moderator", "moderators", "moderation", "animation", "animateur", "animatrice"],
        Function::Moderator,
    ),
    (&["contact", "contacts"], Function::Contact),
];

/// The fields that may announce people in a sentence: `avec Zoé Lanteri, historienne`.
const SENTENCES: [&str; 4] = ["subtitle", "sous-titre", "soustitre", "lead"];

/// The fields that may say in a sentence who organises: `est organisé par Zoé Lanteri (Ville)`.
const SUMMARIES: [&str; 5] = ["abstract", "summary", "description", "resume", "chapo"];

/// The people of the fields; a field may as well name a body or an account.
pub(crate) fn people(front: &FrontMatter) -> Vec<Speaker> {
    let named = |(names, function): &(&'static [&'static str], Function)| {
        // « author_2: Zoé Lanteri »
        let fits = |field: &str| names.contains(&field.split(['_', '-']).next().unwrap_or(field));
        let values = front.matching(fits).flat_map(|value| value.split([',', ';', '&']));
        let people: Vec<Speaker> = values
            .filter_map(|value| {
                let value = value.trim();
                person(value, *function).or_else(|| person_of_part(value))
            })
            .collect();
        people
    };
    let titles = front.all(&["title", "titre"]).flat_map(people_of_title);
    let told = front.all(&SENTENCES).flat_map(speaker::announced_in);
    // A summary may as well name whom a work is about.
    let organises = |person: &Speaker| person.function == Function::Organiser;
    let summed = front.all(&SUMMARIES).flat_map(speaker::announced_in).filter(organises);
    let titled = by_rule(titles.chain(told).chain(summed).collect(), Rule::FrontMatter);
    FIELDS.iter().flat_map(named).chain(titled).collect()
}

/// The person that a value is, whole.
fn person(value: &str, function: Function) -> Option<Speaker> {
    // « Lanteri Zoé »: the first name may come last.
    let reversed = || value.split(' ').next_back().is_some_and(is_first_name);
    let name = name::parse(value, Trust::Announced)
        .filter(|name| name.len == value.len() && (name.form <= Form::Known || reversed()))?;
    let person = Speaker::new(&name.display(), value, function);
    Some(Speaker { rule: Some(Rule::FrontMatter), ..person })
}

/// The person of whom a value says what they did: `conférence de Zoé Lanteri`, `notes de Luc Perrot`.
fn person_of_part(value: &str) -> Option<Speaker> {
    const JOINTS: [&str; 3] = [" de ", " d'", " par "];
    const WROTE: [&str; 6] = ["note", "prise de note", "texte", "redaction", "compte", "photo"];
    let (at, joint) = JOINTS.iter().find_map(|joint| Some((value.find(joint)?, joint)))?;
    let part = fold(&value[..at]);
    let wrote = WROTE.iter().any(|noun| part.starts_with(noun));
    let function = if wrote { Function::Author } else { Function::Speaker };
    let part = wrote || cue::is_bare_kind(&part);
    part.then(|| person(value[at + joint.len()..].trim(), function)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::front_matter;
    use crate::line::lines;

    #[test]
    fn fields_name_people_and_not_bodies() {
        let lines = lines(
            "---\nauthor: Zoé Lanteri\nspeakers:\n  - Luc Perrot\n  - Collectif d'Orn\n---\n",
        );
        let (front, _) = front_matter::read(&lines);
        let found = people(&front);
        let found: Vec<(&str, Function)> =
            found.iter().map(|person| (person.name.as_str(), person.function)).collect();
        assert_eq!(found, [("Zoé Lanteri", Function::Author), ("Luc Perrot", Function::Speaker)]);
    }

    #[test]
    fn fields_of_the_same_kind_may_be_told_apart() {
        let lines = lines(
            "---\nauthor_1: Zoé Lanteri\nauthor-notes: Luc Perrot\nauthor_url: luc.fr\n---\n",
        );
        let (front, _) = front_matter::read(&lines);
        let found: Vec<String> = people(&front).into_iter().map(|person| person.name).collect();
        assert_eq!(found, ["Zoé Lanteri", "Luc Perrot"]);
    }

    #[test]
    fn a_field_says_what_each_did() {
        let lines = lines("---\nauthor: Conférence de Zoé Lanteri, notes de Luc Perrot\n---\n");
        let (front, _) = front_matter::read(&lines);
        let found = people(&front);
        let found: Vec<(&str, Function)> =
            found.iter().map(|person| (person.name.as_str(), person.function)).collect();
        assert_eq!(found, [("Zoé Lanteri", Function::Speaker), ("Luc Perrot", Function::Author)]);
    }

    #[test]
    fn a_summary_says_who_organises() {
        let lines = lines(
            "---\nabstract: 'La journée est organisée par Zoé Lanteri (Ville d’Orn) et Luc Perrot (juriste, CNRS), en lien avec le musée.'\nsummary: Une rencontre avec Ève Tarn, à propos d’un livre\n---\n",
        );
        let (front, _) = front_matter::read(&lines);
        let found = people(&front);
        let found: Vec<(&str, Function)> =
            found.iter().map(|person| (person.name.as_str(), person.function)).collect();
        assert_eq!(
            found,
            [("Zoé Lanteri", Function::Organiser), ("Luc Perrot", Function::Organiser)]
        );
    }
}
