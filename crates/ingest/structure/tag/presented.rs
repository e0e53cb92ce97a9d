//! The short names of those whom a text presents, where they take the floor under them again and again:
//! `Intervenants : Zoé Lanteri, Luc Perrot`, then `Lanteri : …`, `L. Perrot : …`, `ZL : …`.

use std::collections::{HashMap, HashSet};

use glane_document::{FurnitureKind, Speaker};

use super::{MANY_TURNS, speaker, tag};
use crate::line::Line;
use crate::structure::draft::Draft;
use crate::words::canonical;

/// How people are named in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Surname,
    Initial,
    Initials,
}

/// The people of the sections found so far, by the short names under which turns return.
pub(super) fn presented(
    drafts: &[Draft],
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) -> Vec<(String, Speaker)> {
    let mut names: Vec<&str> =
        drafts.iter().flat_map(|draft| &draft.speakers).map(|one| &*one.name).collect();
    names.sort_unstable();
    names.dedup();
    // Who shares a short name with another is told by none.
    let mut short: HashMap<String, Option<(Form, &str)>> = HashMap::new();
    for name in names {
        for (form, tag) in short_names(name) {
            let who = short.entry(tag).or_insert(Some((form, name)));
            *who = who.filter(|(_, other)| *other == name);
        }
    }
    let mut turns: HashMap<Form, Vec<&str>> = HashMap::new();
    let own = lines.iter().zip(furniture).filter(|(_, furniture)| furniture.is_none());
    for tag in own.filter_map(|(line, _)| tag(line)) {
        if let Some(Some((form, name))) = short.get(&canonical(tag)) {
            turns.entry(*form).or_default().push(name);
        }
    }
    let returns = |form: Form| {
        let voices = turns.get(&form).map_or(&[][..], Vec::as_slice);
        voices.len() >= MANY_TURNS && voices.iter().collect::<HashSet<_>>().len() > 1
    };
    let short = short.into_iter().filter_map(|(tag, who)| Some((tag, who?)));
    let short = short.filter(|(_, (form, _))| returns(*form));
    short.map(|(tag, (_, name))| (tag.clone(), speaker(name, &tag))).collect()
}

/// What somebody may be called in short.
fn short_names(name: &str) -> Vec<(Form, String)> {
    let Some((given, family)) = name.split_once(' ') else { return Vec::new() };
    let letters = name.split([' ', '-', '\'', '’']).filter_map(|part| part.chars().next());
    let initials: String = letters.collect();
    let mut found =
        vec![(Form::Surname, canonical(family)), (Form::Initials, canonical(&initials))];
    found.extend(with_initial(given, family).map(|tag| (Form::Initial, canonical(&tag))));
    found
}

/// A name with the initial of the first one: `Z. Lanteri`.
pub(super) fn with_initial(given: &str, family: &str) -> Option<String> {
    let initial = given.chars().next().filter(|first| first.is_uppercase() && given.len() > 2)?;
    Some(format!("{initial}. {family}"))
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    const LIST: &str = "Modération : Zoé Lanteri, juriste\n\nIntervenants : Luc Perrot, maire ; Ysor Belkant, CNRS\n\n";

    /// The people of the sections that have a title.
    #[track_caller]
    fn check(turns: [&str; 4], expect: &[&str]) {
        let says = ["il pleut depuis deux jours sur les quais.", "on attend le bateau du soir."];
        let said = turns.iter().zip(says.iter().cycle());
        let said: String = said.map(|(who, says)| format!("{who} : {says}\n\n")).collect();
        let text = format!("# Table ronde : les quais\n\n{LIST}## La pluie\n\n{said}");
        let document = structure("a", "a.md", &text);
        let people =
            document.sections.iter().filter(|part| part.title.as_deref() == Some("La pluie"));
        let names = people.flat_map(|part| &part.speakers).map(|one| one.name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn those_presented_speak_under_short_names_that_return() {
        let all = ["Zoé Lanteri", "Luc Perrot", "Ysor Belkant"];
        check(["Lanteri", "Perrot", "Belkant", "Lanteri"], &all);
        check(["Z. Lanteri", "L. Perrot", "Y. Belkant", "L. Perrot"], &all);
        check(["ZL", "LP", "YB", "LP"], &all);
        // A label beside one turn is no name.
        check(["Lanteri", "Quai", "Pont", "Bateau"], &[]);
    }
}
