//! Corrects who is who, and keeps the list of people true to the sections.

use std::collections::HashSet;

use glane_document::{Document, Function, Person, Speaker};

use super::anchor::{compact, is_headed};
use super::{PersonRule, Placed, Remark};

/// Applies the rules in their order; returns those whose names are nobody's.
pub(super) fn apply(rules: &[PersonRule], document: &mut Document) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for rule in rules {
        for name in &rule.merge {
            remarks.extend(merge(document, name, &rule.name.value));
        }
        for name in &rule.split {
            remarks.extend(split(document, name, rule));
        }
        if rule.remove {
            remarks.extend(remove(document, &rule.name));
        }
    }
    for section in &mut document.sections {
        unite(&mut section.speakers);
    }
    remarks
}

/// Whether a person goes by a name, or is printed so here.
pub(super) fn is_called(speaker: &Speaker, compact_name: &str) -> bool {
    [&speaker.name, &speaker.as_written].into_iter().any(|name| compact(name) == compact_name)
}

/// Gives the appearances of a person, or those that are printed so, to the person `name`.
fn merge(document: &mut Document, other: &Placed<String>, name: &str) -> Option<Remark> {
    let (wanted, own) = (compact(&other.value), compact(name));
    let moved = rename(document, name, |speaker| is_called(speaker, &wanted));
    let people = &mut document.people;
    let place = |form: &str| people.iter().position(|person| compact(&person.name) == form);
    let merged = match (place(&wanted).filter(|_| wanted != own), place(&own)) {
        (None, _) if moved == 0 => return Some(nobody(other)),
        (None, _) => None,
        (Some(at), Some(_)) => Some(people.remove(at)),
        // The person is only called otherwise, and keeps its place in the list.
        (Some(at), None) => Some(std::mem::replace(&mut people[at], unknown(name))),
    };
    let person = person(document, name);
    if let Some(merged) = merged {
        person.variants.extend(std::iter::once(merged.name).chain(merged.variants));
        person.functions.extend(merged.functions);
    }
    None
}

/// Gives appearances printed so to the person of the rule, in one section or in all.
fn split(document: &mut Document, printed: &Placed<String>, rule: &PersonRule) -> Option<Remark> {
    let wanted = compact(&printed.value);
    let mut moved = 0;
    for section in &mut document.sections {
        let within =
            |place: &Placed<String>| section.id == place.value || is_headed(section, &place.value);
        if !rule.within.as_ref().is_none_or(within) {
            continue;
        }
        for speaker in section.speakers.iter_mut().filter(|speaker| is_called(speaker, &wanted)) {
            speaker.name.clone_from(&rule.name.value);
            moved += 1;
        }
    }
    if moved == 0 {
        return Some(match &rule.within {
            None => nobody(printed),
            Some(place) => Remark::new(
                printed.line,
                format!(
                    "personne n'apparaît comme « {} » dans « {} » ; add_speakers, sous un \
                     [[section]], y ajoute quelqu'un",
                    printed.value, place.value
                ),
            ),
        });
    }
    forget_variant(document, &wanted);
    person(document, &rule.name.value);
    None
}

/// A form that was given to another person is no longer a variant of the first, unless it is still
/// printed for both.
fn forget_variant(document: &mut Document, form: &str) {
    let sections = &document.sections;
    let still = |person: &Person| {
        let mut speakers = sections.iter().flat_map(|section| &section.speakers);
        speakers.any(|speaker| speaker.name == person.name && compact(&speaker.as_written) == form)
    };
    for person in &mut document.people {
        if !still(person) {
            person.variants.retain(|variant| compact(variant) != form);
        }
    }
}

/// Takes someone who is no person out of the sections and of the list.
fn remove(document: &mut Document, name: &Placed<String>) -> Option<Remark> {
    let wanted = compact(&name.value);
    let mut removed = 0;
    for section in &mut document.sections {
        let before = section.speakers.len();
        section.speakers.retain(|speaker| !is_called(speaker, &wanted));
        removed += before - section.speakers.len();
    }
    let before = document.people.len();
    document.people.retain(|person| compact(&person.name) != wanted);
    removed += before - document.people.len();
    (removed == 0).then(|| nobody(name))
}

fn nobody(name: &Placed<String>) -> Remark {
    let message = format!(
        "personne ne s'appelle « {} » dans ce document ; « glane inspect » donne les noms",
        name.value
    );
    Remark::new(name.line, message)
}

/// Gives appearances the name of a person; says how many.
fn rename(document: &mut Document, name: &str, is_meant: impl Fn(&Speaker) -> bool) -> usize {
    let speakers = document.sections.iter_mut().flat_map(|section| &mut section.speakers);
    let mut renamed = 0;
    for speaker in speakers.filter(|speaker| is_meant(speaker)) {
        name.clone_into(&mut speaker.name);
        renamed += 1;
    }
    renamed
}

/// The person of that name, listed now if it was not, and called exactly so everywhere.
fn person<'d>(document: &'d mut Document, name: &str) -> &'d mut Person {
    let wanted = compact(name);
    rename(document, name, |speaker| compact(&speaker.name) == wanted);
    let people = &mut document.people;
    let at = people.iter().position(|person| compact(&person.name) == wanted);
    let at = at.unwrap_or_else(|| {
        people.push(unknown(name));
        people.len() - 1
    });
    name.clone_into(&mut people[at].name);
    &mut people[at]
}

/// Leaves one appearance of each person in a section, with all that is known of it.
fn unite(speakers: &mut Vec<Speaker>) {
    let mut kept: Vec<Speaker> = Vec::with_capacity(speakers.len());
    for speaker in speakers.drain(..) {
        match kept.iter_mut().find(|known| known.name == speaker.name) {
            Some(known) => {
                known.role = known.role.take().or(speaker.role);
                known.organisation = known.organisation.take().or(speaker.organisation);
            }
            None => kept.push(speaker),
        }
    }
    *speakers = kept;
}

/// Who appears as what.
pub(super) type Appearances = HashSet<(String, Function)>;

/// Who appears as what in the sections.
pub(super) fn appearances(document: &Document) -> Appearances {
    let speakers = document.sections.iter().flat_map(|section| &section.speakers);
    speakers.map(|speaker| (speaker.name.clone(), speaker.function)).collect()
}

/// Lists the people that appear in the sections, those that were listed in their place.
///
/// A function that the person had without an appearance `before`, as of one of two appearances in a
/// section, stays.
pub(super) fn list(document: &mut Document, before: &Appearances) {
    let now = appearances(document);
    let mut people = std::mem::take(&mut document.people);
    people.retain(|person| now.iter().any(|(name, _)| *name == person.name));
    for person in &mut people {
        let name = &person.name;
        person.functions.retain(|function| !before.contains(&(name.clone(), *function)));
    }
    for speaker in document.sections.iter().flat_map(|section| &section.speakers) {
        let at = people.iter().position(|person| person.name == speaker.name);
        let at = at.unwrap_or_else(|| {
            people.push(unknown(&speaker.name));
            people.len() - 1
        });
        people[at].variants.push(speaker.as_written.clone());
        people[at].functions.push(speaker.function);
    }
    for person in &mut people {
        let mut seen = HashSet::from([person.name.clone()]);
        person.variants.retain(|variant| seen.insert(variant.clone()));
        person.functions.sort_unstable();
        person.functions.dedup();
    }
    document.people = people;
}

/// A person of whom only the name is known.
fn unknown(name: &str) -> Person {
    Person { name: name.to_owned(), variants: Vec::new(), functions: Vec::new() }
}
