//! People under a heading that only announces them: `### Intervenants`, `### Avec`.

use std::collections::HashSet;

use glane_document::{Function, SectionKind};

use crate::structure::draft::Draft;
use crate::structure::speaker;

/// How many sections with such a heading make it a habit of the text.
const MANY_SECTIONS: usize = 2;

/// Gives the people under such headings to the section that the heading stands in: to a session, or
/// to any section where several have a list of their people.
pub(super) fn give_to_sections(drafts: &mut [Draft]) {
    let lists = lists(drafts);
    let mut sections: Vec<usize> = lists.iter().map(|list| list.section).collect();
    sections.dedup();
    let habit = sections.len() >= MANY_SECTIONS;
    for List { section, at } in lists {
        if !habit && !is_session(&drafts[section]) {
            continue;
        }
        let people = std::mem::take(&mut drafts[at].speakers);
        let own = &mut drafts[section].speakers;
        let known: HashSet<String> = own.iter().map(|person| person.name.clone()).collect();
        own.extend(people.into_iter().filter(|person| !known.contains(&person.name)));
    }
}

/// The draft at `at`, whose heading only announces people, and the section that it stands in.
struct List {
    at: usize,
    section: usize,
}

/// The lists of people that stand in sections, in order.
fn lists(drafts: &[Draft]) -> Vec<List> {
    let mut lists = Vec::new();
    // The sections that are open, each deeper than the one before.
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(heading) = &draft.heading else { continue };
        while open.pop_if(|(depth, _)| *depth >= heading.depth).is_some() {}
        let function = || speaker::function_of(&heading.printed);
        if let Some((_, section)) = open.last()
            && !draft.speakers.is_empty()
            && !drafts[*section].is_cover()
            && function().is_some_and(|function| function != Function::Contact)
        {
            lists.push(List { at, section: *section });
        }
        open.push((heading.depth, at));
    }
    lists
}

/// Whether a section is one at which people speak.
fn is_session(draft: &Draft) -> bool {
    let timed = |draft: &Draft| {
        draft
            .heading
            .as_ref()
            .is_some_and(|heading| heading.start.is_some() || heading.date.is_some())
    };
    let kinds = [
        SectionKind::Session,
        SectionKind::Workshop,
        SectionKind::Roundtable,
        SectionKind::Plenary,
    ];
    kinds.contains(&draft.kind()) || timed(draft)
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let document = structure("a", "a.md", text);
        let sections = document.sections.iter().filter(|section| !section.speakers.is_empty());
        let shown = sections.map(|section| {
            let people: Vec<&str> = section.speakers.iter().map(|one| one.name.as_str()).collect();
            format!("{}: {}", section.title.as_deref().unwrap_or_default(), people.join(", "))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn the_people_of_a_session_may_have_a_heading_of_their_own() {
        let list = "### Intervenants\n\n- Zoé Lanteri (CNRS)\n- Luc Perrot, maire\n\n";
        let text =
            format!("# Journée\n\n## Atelier 1 : Se loger\n\n{list}### Description\n\nTexte.\n");
        check(&text, &["Se loger: Zoé Lanteri, Luc Perrot"]);
        // What is no session keeps the heading of its people, unless others have one too.
        let part =
            |title: &str, name: &str| format!("## {title}\n\nTexte.\n\n### Avec\n\n- {name}\n\n");
        let first = part("Le groupe des jardins", "Zoé Lanteri, juriste");
        check(&format!("# Journée\n\n{first}"), &["Avec: Zoé Lanteri"]);
        let both = first + &part("Le groupe des quais", "Luc Perrot, maire");
        check(
            &format!("# Journée\n\n{both}"),
            &["Le groupe des jardins: Zoé Lanteri", "Le groupe des quais: Luc Perrot"],
        );
    }
}
