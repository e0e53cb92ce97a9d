//! First names in the brackets that end headings, of those whom the text names in full elsewhere:
//! `Intervenants : Zoé Lanteri, Luc Perrot`, then `Séance 3 – 12 mai (Luc)`.

use std::collections::HashMap;

use glane_document::{Rule, Speaker};

use super::speaker;
use crate::structure::draft::Draft;
use crate::structure::first_names::is_first_name;
use crate::words::canonical;

/// How many headings must end so: one may name whom it is about.
const MANY: usize = 3;

/// Gives the sections whose headings end with first names those who bear them.
pub(super) fn give_to_sections(drafts: &mut [Draft]) {
    let found: Vec<(usize, Vec<&str>)> = (0..drafts.len())
        .filter_map(|at| {
            let heading = drafts[at].heading.as_ref().filter(|heading| heading.people.is_empty());
            Some((at, first_names(&heading?.printed)?))
        })
        .collect();
    if found.len() < MANY {
        return;
    }
    let full = by_first_name(drafts);
    let told = found.into_iter().map(|(at, names)| {
        let people = names.iter().filter_map(|name| {
            let (whole, written) = (full.get(&canonical(name))?.as_ref()?, *name);
            Some(Speaker { rule: Some(Rule::Title), ..speaker(whole, written) })
        });
        (at, people.collect::<Vec<_>>())
    });
    for (at, people) in told.collect::<Vec<_>>() {
        let known = &mut drafts[at].speakers;
        let others = people.into_iter().filter(|one| known.iter().all(|own| own.name != one.name));
        let others: Vec<Speaker> = others.collect();
        known.extend(others);
    }
}

/// The first names, and nothing else, that the brackets which end a heading hold.
fn first_names(heading: &str) -> Option<Vec<&str>> {
    let (_, inside) = heading.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let names = inside.split([',', '&', '/']).flat_map(|part| part.split(" et "));
    let names: Vec<&str> = names.map(str::trim).collect();
    let known = |name: &&str| name.starts_with(char::is_uppercase) && is_first_name(name);
    names.iter().all(known).then_some(names)
}

/// Those named in full, by their first names; nobody by one that two bear.
fn by_first_name(drafts: &[Draft]) -> HashMap<String, Option<String>> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for one in drafts.iter().flat_map(|draft| &draft.speakers) {
        let Some((given, _)) = one.name.split_once(' ') else { continue };
        let who = found.entry(canonical(given)).or_insert_with(|| Some(one.name.clone()));
        *who = who.take().filter(|other| *other == one.name);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(people: &str, expect: [&str; 3]) {
        let text = format!(
            "# Cours sur les quais\n\nIntervenants : {people}\n\n## Séance 1 – le gué (Luc)\n\nÀ pied.\n\n## Séance 2 – le bac (Zoé)\n\nEn barque.\n\n## Séance 3 – le pont (Zoé et Luc)\n\nÀ vélo.\n"
        );
        let document = structure("a", "a.md", &text);
        let held = document.sections.iter().filter(|part| part.number.is_some());
        let held = held.map(|part| {
            let names = part.speakers.iter().map(|one| one.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        });
        assert_eq!(held.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn who_holds_a_session_may_be_told_by_first_name() {
        let both = "Zoé Lanteri, Luc Perrot";
        check(both, ["Luc Perrot", "Zoé Lanteri", "Zoé Lanteri, Luc Perrot"]);
        // Two bear the name.
        check(&format!("{both}, Luc Tarn"), ["", "Zoé Lanteri", "Zoé Lanteri"]);
    }
}
