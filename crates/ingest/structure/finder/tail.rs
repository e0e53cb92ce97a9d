//! Who speaks after the titles, where the headings of a text often end so.

use glane_document::{Rule, Speaker};

use super::authors::first::gives_year;
use crate::structure::cue;
use crate::structure::heading::{Heading, or_session};
use crate::structure::title_people::{people_last, people_only};

/// How many timed headings must end with people for all to be read so.
const MANY_TAILS: usize = 3;

/// How many marked-up headings must end with people and their bodies for all to be read so.
const MANY_SIGNED: usize = 2;

/// How many words a title has at least before who speaks.
const LEAST_WORDS: usize = 3;

/// Parts titles from those who speak, where other headings end with people.
pub(super) fn split(headings: &mut [Heading]) {
    split_timed(headings);
    split_signed(headings);
}

/// Parts titles from unknown names after a dash or in brackets, where other timed headings end so.
fn split_timed(headings: &mut [Heading]) {
    let many = |ends: fn(&Heading) -> bool| {
        let timed = headings.iter().filter(|heading| heading.start.is_some());
        timed.filter(|heading| ends(heading)).take(MANY_TAILS).count() == MANY_TAILS
    };
    let named = many(|heading| !heading.people.is_empty());
    let bracketed = many(Heading::names_in_brackets);
    for heading in headings.iter_mut().filter(|heading| named && heading.start.is_some()) {
        if bracketed {
            heading.split_brackets();
        }
        heading.split_tail();
    }
}

/// Parts titles from who speaks and their bodies, where several marked-up headings end with both:
/// `## Habiter la ville, Zoé Lanteri (CNRS)`.
fn split_signed(headings: &mut [Heading]) {
    let signed = |heading: &Heading| {
        let plain = heading.rule == Rule::Markup && heading.people.is_empty();
        heading.title.as_deref().filter(|_| plain).and_then(signed)
    };
    let found: Vec<_> = headings.iter().map(signed).collect();
    let bodied = found.iter().flatten().filter(|(_, people)| people.iter().any(has_employer));
    if bodied.count() < MANY_SIGNED {
        return;
    }
    for (heading, found) in headings.iter_mut().zip(found) {
        if let Some((title, people)) = found {
            heading.kind = or_session(heading.kind);
            (heading.title, heading.people) = (Some(title), people);
        }
    }
}

/// Whether what stands beside a name is where somebody works, or what they are: a publisher is not.
fn has_employer(person: &Speaker) -> bool {
    let told = [&person.organisation, &person.role];
    told.into_iter().flatten().any(|told| cue::names_role(told) || told.starts_with("Centre "))
}

/// A title, then nothing but people, each with a body in brackets or before one who has one.
fn signed(text: &str) -> Option<(String, Vec<Speaker>)> {
    if !text.ends_with(')') {
        return None;
    }
    let (title, people) = people_last(text)?;
    let start = text.find(&people.first()?.as_written)?;
    let (before, named) = text.split_at(start);
    let apart = before.trim_end().ends_with([',', '–', '—', '-', ':']);
    // A year is that of a work.
    let fits = apart && !gives_year(named) && title.split(' ').count() >= LEAST_WORDS;
    (fits && !people_only(named).is_empty()).then_some((title, people))
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    /// The titles and the speakers of the sections of a text.
    #[track_caller]
    fn check(text: &str, expect: &[(&str, &[&str])]) {
        let document = structure("cr", "cr.md", text);
        let found = document.sections.iter().map(|section| {
            let people = section.speakers.iter().map(|person| person.name.as_str());
            (section.title.as_deref().unwrap_or_default(), people.collect::<Vec<_>>())
        });
        let expect = expect.iter().map(|(title, people)| (*title, people.to_vec()));
        assert_eq!(found.collect::<Vec<_>>(), expect.collect::<Vec<_>>());
    }

    #[test]
    fn marked_up_headings_may_end_with_who_speaks_and_their_body() {
        let text = "## Habiter au bord du gué, Zoé Lanteri (Laboratoire d'Orn, UMR 7512)\n\nUn texte.\n\n## Nourrir le bourg, un essai, Luc Perrot (Université d'Orn) et Ève Tarn (CNRS)\n\nUn texte.\n";
        check(
            text,
            &[
                ("Habiter au bord du gué", &["Zoé Lanteri"]),
                ("Nourrir le bourg, un essai", &["Luc Perrot", "Ève Tarn"]),
            ],
        );
        // Publishers stand in brackets too.
        let books = text.replace("Laboratoire d'Orn, UMR 7512", "Éditions du gué");
        let books = books.replace("Université d'Orn", "Val").replace("CNRS", "Val");
        let found = structure("cr", "cr.md", &books);
        assert!(found.sections.iter().all(|section| section.speakers.is_empty()));
    }
}
