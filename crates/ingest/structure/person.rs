//! Who is who: the appearances of a document brought to persons.

mod mentions;

use std::collections::{HashMap, HashSet};

use glane_analysis::edit;
use glane_document::{Document, Function, FurnitureKind, Person, Speaker};

use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Name, Trust};
use crate::words::{capitals, fold, is_upper};

/// Gives each speaker the name of the person it resolves to, and lists the people.
pub(crate) fn resolve(document: &mut Document) {
    let mut people = People::default();
    let appearances = || document.sections.iter().flat_map(|section| &section.speakers);
    let named = |speaker: &Speaker| {
        let name = parsed(&speaker.name);
        (Key::of(&name), name)
    };
    let names: Vec<(Key, Name)> = appearances().map(named).collect();
    // Full names first: an initial or a civility resolves to a name that may stand after it.
    for full in [true, false] {
        for (speaker, (key, name)) in appearances().zip(&names) {
            if key.full == full {
                people.add(key, name, speaker);
            }
        }
    }
    people.note_links(document);
    people.count_mentions(document);
    people.count_surnames(&names, document);
    let resolved: Vec<Option<usize>> = names.iter().map(|(key, _)| people.find(key)).collect();
    let people = people.persons();
    let speakers = document.sections.iter_mut().flat_map(|section| &mut section.speakers);
    for (speaker, who) in speakers.zip(resolved) {
        if let Some(who) = who {
            speaker.name.clone_from(&people[who].name);
        }
    }
    for section in &mut document.sections {
        let mut seen = HashSet::new();
        section.speakers.retain(|speaker| seen.insert(speaker.name.clone()));
    }
    document.people = people;
}

/// The names of people and their variants, folded.
pub(crate) fn folded_names(people: &[Person]) -> HashSet<String> {
    let names =
        people.iter().flat_map(|person| std::iter::once(&person.name).chain(&person.variants));
    names.map(|name| fold(name).into_owned()).collect()
}

/// Whether a text is one of the `known` names, folded, or a name that anybody would tell for one: a
/// known first name before a surname.
pub(crate) fn is_name(text: &str, known: &HashSet<String>) -> bool {
    let full = || {
        let name = name::parse(text, Trust::Text).filter(|name| name.len == text.len());
        name.is_some_and(|name| name.given.split(' ').next().is_some_and(is_first_name))
    };
    known.contains(&*fold(text)) || full()
}

/// The persons of a document, found by their names.
#[derive(Debug, Default)]
struct People {
    identities: Vec<Identity>,
    /// Ranks of the identities by name.
    by_name: HashMap<Key, usize>,
    /// Ranks of the identities that have a surname, by their first name, whole or to its hyphen.
    by_first: HashMap<String, Vec<usize>>,
    /// Ranks of the identities by surname, as [`compact`] gives it.
    by_family: HashMap<String, Vec<usize>>,
    /// Ranks of the identities by folded first names and the first letter of the surname, and by
    /// its last: one edit leaves one of them as it is.
    by_letter: HashMap<(String, End), Vec<usize>>,
    /// The variants of each identity, to look them up.
    noted: HashSet<(usize, String)>,
    /// How often the text has each spelling of an identity.
    counts: HashMap<(usize, String), usize>,
}

/// A name as it is looked up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    /// Folded first names.
    given: String,
    /// Surname, as [`compact`] gives it.
    family: String,
    /// Whether the first names are more than initials.
    full: bool,
}

impl Key {
    fn of(name: &Name) -> Key {
        Key {
            given: fold(&name.given).into_owned(),
            family: compact(&name.family),
            full: is_full(name),
        }
    }
}

/// The letter at one end of a surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum End {
    First(Option<char>),
    Last(Option<char>),
}

impl End {
    fn both(family: &str) -> [End; 2] {
        [End::First(family.chars().next()), End::Last(family.chars().next_back())]
    }
}

/// One person, as its appearances show.
#[derive(Debug)]
struct Identity {
    key: Key,
    /// The spellings of the name, in order of appearance.
    spellings: Vec<String>,
    variants: Vec<String>,
    functions: Vec<Function>,
}

/// How many persons of one first name or surname are compared: enough for any document, and a
/// bound for what is none.
const MAX_NAMESAKES: usize = 50;

impl People {
    fn add(&mut self, key: &Key, name: &Name, speaker: &Speaker) {
        let who = self.find(key).unwrap_or_else(|| self.insert(key, name));
        self.note(who, &speaker.as_written);
        let identity = &mut self.identities[who];
        if !identity.functions.contains(&speaker.function) {
            identity.functions.push(speaker.function);
            identity.functions.sort_unstable();
        }
    }

    fn insert(&mut self, key: &Key, name: &Name) -> usize {
        let who = self.identities.len();
        self.by_name.entry(key.clone()).or_insert(who);
        self.by_family.entry(key.family.clone()).or_default().push(who);
        if let Some(first) = first_word(&key.given) {
            self.by_first.entry(first.to_owned()).or_default().push(who);
            // « Anne-Lise » is looked for whole too.
            let whole = compact(&key.given);
            if whole != first {
                self.by_first.entry(whole).or_default().push(who);
            }
        }
        for end in End::both(&key.family) {
            self.by_letter.entry((key.given.clone(), end)).or_default().push(who);
        }
        self.identities.push(Identity {
            key: key.clone(),
            spellings: vec![name.display()],
            variants: Vec::new(),
            functions: Vec::new(),
        });
        who
    }

    /// Keeps a form of the name of an identity.
    fn note(&mut self, who: usize, written: &str) {
        if self.noted.insert((who, written.to_owned())) {
            self.identities[who].variants.push(written.to_owned());
        }
    }

    /// Counts more appearances of an identity under a spelling.
    fn count(&mut self, who: usize, spelling: String, times: usize) {
        let spellings = &mut self.identities[who].spellings;
        *self.counts.entry((who, spelling)).or_insert_with_key(|(_, spelling)| {
            // Each identity has its first spelling from the start.
            if spellings.first() != Some(spelling) {
                spellings.push(spelling.clone());
            }
            0
        }) += times;
    }

    /// The persons, each under its commonest spelling, the first of equals.
    fn persons(self) -> Vec<Person> {
        let count = |who: usize, spelling: String| {
            let key = (who, spelling);
            (self.counts.get(&key).copied().unwrap_or_default(), key.1)
        };
        let named = |(who, identity): (usize, Identity)| {
            let counted = identity.spellings.into_iter().map(|spelling| count(who, spelling));
            let most = counted.reduce(|most, next| if next.0 > most.0 { next } else { most });
            let name = most.map(|(_, spelling)| spelling).unwrap_or_default();
            let variants = identity.variants.into_iter().filter(|variant| *variant != name);
            Person { variants: variants.collect(), name, functions: identity.functions }
        };
        self.identities.into_iter().enumerate().map(named).collect()
    }

    /// The identity that a name fits, if it fits one only or one best.
    fn find(&self, key: &Key) -> Option<usize> {
        if key.full
            && let Some(who) = self.by_name.get(key)
        {
            return Some(*who);
        }
        let namesakes = self.by_family.get(&key.family).map_or(&[][..], Vec::as_slice);
        let namesakes = &namesakes[..namesakes.len().min(MAX_NAMESAKES)];
        let given = |who: usize| self.identities[who].key.given.as_str();
        let mut exact =
            namesakes.iter().copied().filter(|&who| is_compatible(given(who), &key.given));
        if let Some(first) = exact.next() {
            // A civility or an initial that fits several persons names none of them.
            return (key.full || exact.next().is_none()).then_some(first);
        }
        // « Zoé » alone is the only Zoé of the document.
        if key.given.is_empty()
            && namesakes.is_empty()
            && let Some([only]) = self.by_first.get(&key.family).map(Vec::as_slice)
        {
            return Some(*only);
        }
        let misspelt =
            namesakes.iter().copied().find(|&who| is_misspelt_given(given(who), &key.given));
        misspelt.or_else(|| self.misspelt_family(key))
    }

    /// The person of these first names whose surname is one edit away.
    fn misspelt_family(&self, key: &Key) -> Option<usize> {
        let family = &key.family;
        // « M. Adrien » and « M. Adrian » are called by first names that both exist.
        let first = |family: &str| key.given.is_empty() && is_first_name(family);
        let own = first(family);
        let near = |&who: &usize| {
            let known = &self.identities[who].key.family;
            let short = known.len().min(family.len()) < 4 || known.len().max(family.len()) < 5;
            !(short || own && first(known))
                && known.len().abs_diff(family.len()) <= 1
                && edit::within(known, family, 1)
        };
        End::both(family).into_iter().find_map(|end| {
            let namesakes = self.by_letter.get(&(key.given.clone(), end))?;
            namesakes.iter().copied().take(MAX_NAMESAKES).find(near)
        })
    }

    /// Keeps the forms that invitations to follow a link print.
    fn note_links(&mut self, document: &Document) {
        let links = document.furniture.iter().filter(|of| of.kind == FurnitureKind::Link);
        for written in links.flat_map(|link| names_within(&link.text)) {
            if let Some(who) = self.find(&Key::of(&parsed(&written))) {
                self.note(who, &written);
            }
        }
    }
}

/// The name of somebody who was found: all of it is of the name, but for a short last word, which
/// may be a body: `Zoé Lanteri Ign`.
fn parsed(name: &str) -> Name {
    const SHORT: usize = 3;
    let last = name.rsplit([' ', '-']).next().unwrap_or_default();
    // « Ysor Belkant Vo »: no body has so few letters.
    let letters = last.chars().count();
    let body = letters <= SHORT && !(letters == 2 && last.chars().all(char::is_alphabetic));
    let whole = |found: &Name| found.len == name.len() || body;
    name::parse(name, Trust::Announced).filter(whole).unwrap_or_else(|| {
        let (given, family) = name.split_once(' ').unwrap_or(("", name));
        Name {
            given: given.to_owned(),
            family: family.to_owned(),
            form: name::Form::Plain,
            len: name.len(),
        }
    })
}

fn is_full(name: &Name) -> bool {
    !name.given.is_empty() && !name.given.ends_with('.')
}

/// Whether two first names may be one person's: equal, an initial of, or one is missing.
fn is_compatible(a: &str, b: &str) -> bool {
    let initial_of = |short: &str, long: &str| {
        short.ends_with('.')
            && long.starts_with(
                short.trim_end_matches('.').split(['.', '-']).next().unwrap_or_default(),
            )
    };
    a == b || a.is_empty() || b.is_empty() || initial_of(a, b) || initial_of(b, a)
}

/// Whether one of two first names is the other misspelt: `Morganne` is no first name, `Pascale` is.
fn is_misspelt_given(a: &str, b: &str) -> bool {
    let long = a.len().min(b.len()) >= 5;
    long && !(is_first_name(a) && is_first_name(b)) && edit::within(a, b, 1)
}

/// A surname without case, accents, spaces and hyphens.
fn compact(family: &str) -> String {
    let folded = fold(family);
    if folded.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return folded.into_owned();
    }
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first word of a text.
fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    (end > 1).then(|| &text[..end])
}

/// Full names anywhere in a text.
fn names_within(text: &str) -> Vec<String> {
    let text = text.replace(['*', '\n'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = capitals(&text).filter(|&at| at == 0 || text[..at].ends_with(' '));
    found
        .filter_map(|at| {
            name::parse(&text[at..], Trust::Announced)
                .map(|name| text[at..at + name.len].to_owned())
        })
        .filter(|name| !is_upper(name))
        .collect()
}

#[cfg(test)]
mod tests;
