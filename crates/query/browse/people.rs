//! Who is heard, as one person under all spellings of the name, across documents.

use std::collections::BTreeMap;

use glane_document::{Document, Function, Section, Speaker};
use glane_index::Index;
use serde::Serialize;

use super::{Browsing, Places, Spellings, most_first};
use crate::SearchError;
use crate::names::{self, NameMatch, fold};

/// A person who is heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerEntry {
    /// The name that documents give most often, in full where one does.
    pub name: String,
    /// Other names and spellings, as printed.
    pub variants: Vec<String>,
    /// Sections where the person is heard.
    pub sections: usize,
    /// Documents with such a section.
    pub documents: usize,
    /// What the person did and was, year by year, those without a date last.
    pub years: Vec<SpeakerYear>,
}

/// What a person did in a document, and was said to be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SpeakerYear {
    /// The year of the document; `None` where it has no date.
    pub year: Option<i16>,
    /// The document's identifier.
    pub document: String,
    /// Its title.
    pub title: String,
    /// What the person does.
    pub function: Function,
    /// What the person is said to be.
    pub role: Option<String>,
    /// The body that the person is said to belong to.
    pub organisation: Option<String>,
    /// In how many sections.
    pub sections: usize,
}

/// Those who speak, moderate or wrote, most heard first. A pattern is a name, as `--speaker` takes it,
/// or letters of one.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn speakers(index: &Index, browsing: &Browsing) -> Result<Vec<SpeakerEntry>, SearchError> {
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    browsing.each_section(index, |document, section, _| add(&mut people, document, section))?;
    let people = unite(people.into_values().collect());
    let mut entries: Vec<SpeakerEntry> = people.into_iter().map(Person::entry).collect();
    keep(&mut entries, &browsing.pattern);
    most_first(&mut entries, |own| (own.sections, own.documents, own.name.clone()));
    Ok(entries)
}

/// A person under names that are the same but for accents, case, order and doubled letters.
#[derive(Default)]
struct Person {
    names: Spellings,
    written: Spellings,
    places: Places,
    years: BTreeMap<SpeakerYear, usize>,
}

fn add(people: &mut BTreeMap<String, Person>, document: &Document, section: &Section) {
    let mut seen = Vec::new();
    for speaker in section.speakers.iter().filter(|speaker| glane_index::is_heard(speaker)) {
        let key = key(&speaker.name);
        let person = people.entry(key.clone()).or_default();
        person.names.add(&speaker.name);
        person.written.add(&speaker.as_written);
        if !seen.contains(&key) {
            person.places.add(document);
            *person.years.entry(year(document, speaker)).or_default() += 1;
            seen.push(key);
        }
    }
}

fn year(document: &Document, speaker: &Speaker) -> SpeakerYear {
    SpeakerYear {
        year: document.year(),
        document: document.id.clone(),
        title: document.display_title().to_owned(),
        function: speaker.function,
        role: speaker.role.clone(),
        organisation: speaker.organisation.clone(),
        sections: 0,
    }
}

/// The parts of a name in one order, each letter once of those that are doubled.
fn key(name: &str) -> String {
    let mut parts: Vec<String> = names::parts(name)
        .into_iter()
        .map(|part| {
            let mut letters: Vec<char> = part.chars().collect();
            letters.dedup();
            letters.into_iter().collect()
        })
        .collect();
    parts.sort_unstable();
    if parts.is_empty() { fold(name) } else { parts.join(" ") }
}

/// Gives those who are known by initials to the one person whose name these begin, if there is one.
fn unite(people: Vec<Person>) -> Vec<Person> {
    let (short, mut full): (Vec<Person>, Vec<Person>) =
        people.into_iter().partition(|person| has_initial(&names::parts(person.name())));
    let mut apart = Vec::new();
    for person in short {
        let parts = names::parts(person.name());
        let is_initial = |other: &&mut Person| {
            names::matches(&parts, &names::parts(other.name())) == Some(NameMatch::Initial)
        };
        let mut candidates = full.iter_mut().filter(is_initial);
        match (candidates.next(), candidates.next()) {
            (Some(only), None) => only.take(person),
            _ => apart.push(person),
        }
    }
    full.extend(apart);
    full
}

fn has_initial(parts: &[String]) -> bool {
    parts.len() > 1 && parts.iter().any(|part| part.chars().count() == 1)
}

impl Person {
    fn name(&self) -> &str {
        let most = self.names.0.iter().rev().max_by_key(|(name, count)| (*count, name.len()));
        most.map_or("", |(name, _)| name)
    }

    /// Takes in the same person under another name, heard in other sections.
    fn take(&mut self, other: Person) {
        self.names.0.extend(other.names.0);
        self.written.0.extend(other.written.0);
        self.places.sections += other.places.sections;
        self.places.documents.extend(other.places.documents);
        for (year, sections) in other.years {
            *self.years.entry(year).or_default() += sections;
        }
    }

    fn entry(self) -> SpeakerEntry {
        let full = self.names.0.iter().filter(|(name, _)| !has_initial(&names::parts(name)));
        let best = full.rev().max_by_key(|(name, count)| (*count, name.len()));
        let name = best.map_or_else(|| self.name().to_owned(), |(name, _)| name.clone());
        let mut variants: Vec<String> = Vec::new();
        for (spelling, _) in self.names.0.iter().chain(&self.written.0) {
            if *spelling != name && !variants.contains(spelling) {
                variants.push(spelling.clone());
            }
        }
        let mut years: Vec<SpeakerYear> = self
            .years
            .into_iter()
            .map(|(year, sections)| SpeakerYear { sections, ..year })
            .collect();
        years.sort_by_key(|own| (own.year.is_none(), own.year));
        let (sections, documents) = (self.places.sections, self.places.documents.len());
        SpeakerEntry { name, variants, sections, documents, years }
    }
}

/// Keeps those whose name is the pattern, as well as any is; else those whose name holds its letters.
fn keep(entries: &mut Vec<SpeakerEntry>, pattern: &str) {
    if pattern.trim().is_empty() {
        return;
    }
    let typed = names::parts(pattern);
    let quality = |entry: &SpeakerEntry| {
        let names = std::iter::once(&entry.name).chain(&entry.variants);
        names.filter_map(|name| names::matches(&typed, &names::parts(name))).min()
    };
    match entries.iter().filter_map(quality).min() {
        Some(best) => entries.retain(|entry| quality(entry) == Some(best)),
        None => {
            let letters = fold(pattern.trim());
            entries.retain(|entry| fold(&entry.name).contains(&letters));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn united(names: &[&str]) -> Vec<SpeakerEntry> {
        let mut people = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            let document = Document::new(format!("d{at}"), "");
            let mut section = Section::default();
            section.speakers.push(Speaker::new(name, name, Function::Speaker));
            add(&mut people, &document, &section);
        }
        let people = unite(people.into_values().collect());
        let mut entries: Vec<SpeakerEntry> = people.into_iter().map(Person::entry).collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        entries
    }

    #[test]
    fn spellings_and_initials_of_one_name_are_one_person() {
        let entries = united(&["Nadia Ferrouk", "FERROUK Nadia", "Nadia Ferouk", "N. Ferrouk"]);
        assert_eq!(entries.len(), 1);
        assert_eq!((entries[0].sections, entries[0].documents), (4, 4));
        assert_eq!(entries[0].name, "Nadia Ferrouk");
        assert!(entries[0].variants.contains(&"N. Ferrouk".to_owned()));
    }

    #[test]
    fn an_initial_that_two_people_have_stays_apart() {
        let entries = united(&["Nadia Ferrouk", "Noé Ferrouk", "N. Ferrouk"]);
        assert_eq!(entries.len(), 3);
    }

    #[test]
    fn a_pattern_is_a_name_or_its_letters() {
        let kept = |pattern: &str| {
            let mut entries = united(&["Nadia Ferrouk", "Paul Roux", "Zoé Rouxel"]);
            keep(&mut entries, pattern);
            entries.into_iter().map(|entry| entry.name).collect::<Vec<_>>()
        };
        assert_eq!(kept("ferouk"), ["Nadia Ferrouk"]);
        assert_eq!(kept("roux"), ["Paul Roux"]);
        assert_eq!(kept("rou"), ["Nadia Ferrouk", "Paul Roux", "Zoé Rouxel"]);
        assert_eq!(kept(""), ["Nadia Ferrouk", "Paul Roux", "Zoé Rouxel"]);
    }
}
