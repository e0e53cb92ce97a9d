//! Who is who: the appearances of a document brought to persons.

use std::collections::HashSet;

use glane_analysis::edit;
use glane_document::{Document, Function, FurnitureKind, Person};

use crate::structure::name::{self, Name, Trust};
use crate::words::{fold, is_upper};

/// One person, as its appearances show.
#[derive(Debug)]
struct Identity {
    given: String,
    family: String,
    person: Person,
    mentions: usize,
}

/// Gives each speaker the name of the person it resolves to, and lists the people.
pub(crate) fn resolve(document: &mut Document) {
    let mut identities: Vec<Identity> = Vec::new();
    let appearances = || document.sections.iter().flat_map(|section| &section.speakers);
    // Full names first: an initial or a civility resolves to a name that may stand after it.
    for full in [true, false] {
        for speaker in appearances() {
            if let Some(name) = parsed(&speaker.name).filter(|name| is_full(name) == full) {
                add(&mut identities, &name, &speaker.as_written, Some(speaker.function));
            }
        }
    }
    for furniture in
        document.furniture.iter().filter(|furniture| furniture.kind == FurnitureKind::Link)
    {
        for written in names_within(&furniture.text) {
            if let Some(identity) = parsed(&written).and_then(|name| known(&mut identities, &name))
            {
                identity.note(&written);
            }
        }
    }
    for speaker in document.sections.iter_mut().flat_map(|section| &mut section.speakers) {
        if let Some(identity) = parsed(&speaker.name).and_then(|name| known(&mut identities, &name))
        {
            speaker.name.clone_from(&identity.person.name);
        }
    }
    for section in &mut document.sections {
        let mut seen = HashSet::new();
        section.speakers.retain(|speaker| seen.insert(speaker.name.clone()));
    }
    document.people = identities.into_iter().map(|identity| identity.person).collect();
}

fn parsed(name: &str) -> Option<Name> {
    name::parse(name, Trust::Announced).or_else(|| {
        let (given, family) = name.split_once(' ').unwrap_or(("", name));
        Some(Name {
            given: given.to_owned(),
            family: family.to_owned(),
            form: name::Form::Plain,
            len: name.len(),
        })
    })
}

fn is_full(name: &Name) -> bool {
    !name.given.is_empty() && !name.given.ends_with('.')
}

fn add(identities: &mut Vec<Identity>, name: &Name, written: &str, function: Option<Function>) {
    if let Some(identity) = known(identities, name) {
        identity.mentions += 1;
        identity.note(written);
        identity.person.functions.extend(function);
        identity.person.functions.sort_unstable();
        identity.person.functions.dedup();
        return;
    }
    let person = Person {
        name: name.display(),
        variants: Vec::new(),
        functions: function.into_iter().collect(),
    };
    let mut identity =
        Identity { given: fold(&name.given), family: compact(&name.family), person, mentions: 1 };
    identity.note(written);
    identities.push(identity);
}

/// The identity that a name fits, if it fits one only or one best.
fn known<'i>(identities: &'i mut [Identity], name: &Name) -> Option<&'i mut Identity> {
    let (given, family) = (fold(&name.given), compact(&name.family));
    let exact =
        |identity: &&mut Identity| identity.family == family && compatible(&identity.given, &given);
    let count = identities.iter_mut().filter(exact).count();
    if count > 0 {
        // A civility or an initial that fits several persons names none of them.
        return if count == 1 || is_full(name) { identities.iter_mut().find(exact) } else { None };
    }
    identities.iter_mut().find(|identity| {
        let short = identity.family.len().min(family.len()) < 5;
        identity.given == given && !short && edit::within(&identity.family, &family, 1)
    })
}

/// Whether two first names may be one person's: equal, an initial of, or one is missing.
fn compatible(a: &str, b: &str) -> bool {
    let initial_of = |short: &str, long: &str| {
        short.ends_with('.')
            && long.starts_with(
                short.trim_end_matches('.').split(['.', '-']).next().unwrap_or_default(),
            )
    };
    a == b || a.is_empty() || b.is_empty() || initial_of(a, b) || initial_of(b, a)
}

/// A surname without case, accents, spaces and hyphens.
fn compact(family: &str) -> String {
    fold(family).chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Identity {
    fn note(&mut self, written: &str) {
        let variants = &mut self.person.variants;
        if written != self.person.name && !variants.iter().any(|variant| variant == written) {
            variants.push(written.to_owned());
        }
    }
}

/// Full names anywhere in a text.
fn names_within(text: &str) -> Vec<String> {
    let text = text.replace(['*', '\n'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let starts = text
        .char_indices()
        .filter(|&(at, c)| c.is_uppercase() && (at == 0 || text[..at].ends_with(' ')));
    starts
        .filter_map(|(at, _)| {
            name::parse(&text[at..], Trust::Announced)
                .map(|name| text[at..at + name.len].to_owned())
        })
        .filter(|name| !is_upper(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use glane_document::{Section, SectionKind, Speaker};

    use super::*;

    fn document(names: &[&str]) -> Document {
        let mut document = Document::new("a", "a");
        let mut section = Section::new(SectionKind::Workshop);
        for written in names {
            let name = name::parse(written, Trust::Announced).unwrap();
            section.speakers.push(Speaker {
                name: name.display(),
                as_written: (*written).to_owned(),
                role: None,
                organisation: None,
                function: Function::Speaker,
            });
        }
        document.sections.push(section);
        resolve(&mut document);
        document
    }

    #[track_caller]
    fn check(names: &[&str], people: &[&str]) {
        let found: Vec<String> =
            document(names).people.into_iter().map(|person| person.name).collect();
        assert_eq!(found, people);
    }

    #[test]
    fn initials_and_civilities_resolve_to_the_full_name() {
        check(&["P. Tardieu", "Paule TARDIEU", "Mme Tardieu"], &["Paule Tardieu"]);
    }

    #[test]
    fn one_letter_in_a_long_surname_is_a_misspelling() {
        check(&["Zoé LANTERI", "Zoé Lanterri"], &["Zoé Lanteri"]);
        check(&["Zoé LANTERI", "Zora LANTERI"], &["Zoé Lanteri", "Zora Lanteri"]);
    }

    #[test]
    fn an_initial_that_fits_two_people_stays_apart() {
        check(&["Paul ROC", "Pia ROC", "P. Roc"], &["Paul Roc", "Pia Roc", "P. Roc"]);
    }

    #[test]
    fn printed_forms_are_kept_as_variants() {
        assert_eq!(
            document(&["Zoé LANTERI", "Z. Lanteri"]).people[0].variants,
            ["Zoé LANTERI", "Z. Lanteri"]
        );
    }
}
