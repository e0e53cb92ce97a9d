//! Talks laid out alike: where most lines of a kind part who speaks from the title at the same mark,
//! those do too whose names no list knows: `- Zoé Lanteri, Ville d'Orn – *Se loger au bourg*`.

mod entry;
mod named;
mod split;

use std::collections::{HashMap, HashSet};

use glane_document::{SectionKind, Speaker};

use super::Finder;
use crate::line::Line;
use crate::structure::heading::{Heading, dated, depth, or_session, untitled};
use crate::structure::time::leading_slot;
use crate::structure::{cue, speaker};
use entry::{Class, Entry, entries};
use split::{Split, Way, splits};

/// How many lines must part people from titles in the same way.
const MANY: usize = 3;

/// How many of them must name somebody whose first name a list knows.
const MANY_KNOWN: usize = 2;

/// How many words most titles have: what somebody is or works for is shorter.
const MANY_WORDS: usize = 4;

/// A talk, as those around it tell.
#[derive(Debug)]
pub(super) struct Alike {
    /// Its first line.
    line: usize,
    /// The line after those of its title and of who speaks.
    end: usize,
    /// Its title, where that is not all that the line says.
    title: Option<String>,
    people: Vec<Speaker>,
}

impl Finder<'_> {
    /// Gives a heading the title and the people that those around it tell, where it names nobody, or
    /// takes somebody for its title.
    pub(super) fn vouch(&self, heading: &mut Heading) {
        let Some(talk) = self.alike_at(heading.lines.start) else { return };
        let has = |people: &[Speaker], one: &Speaker| {
            people.iter().any(|other| other.as_written == one.as_written)
        };
        let title = heading.title.as_deref().unwrap_or_default();
        // « Explainable Anomaly Detection (xAD) » reads as somebody does and their employer.
        let unknown =
            |person: &Speaker| !speaker::has_known_first_name(person) && !has(&talk.people, person);
        if heading.people.iter().all(unknown) {
            heading.people.clear();
        }
        let misread = talk.people.iter().any(|person| title.contains(&person.as_written));
        if heading.people.is_empty() || misread {
            if let Some(title) = &talk.title {
                heading.title = Some(title.clone());
                heading.kind = or_session(cue::kind(title));
            }
            heading.lines.end = heading.lines.end.max(talk.end);
            let day = || dated(self.lines[talk.line].words(), self.years.of(talk.line))?.date;
            heading.date = heading.date.or_else(day);
        } else if !heading.people.iter().all(|person| has(&talk.people, person)) {
            return;
        }
        let others = talk.people.iter().filter(|person| !has(&heading.people, person)).cloned();
        let others: Vec<Speaker> = others.collect();
        heading.people.extend(others);
    }

    /// A talk that others around it are written like.
    pub(super) fn by_alike(&self, at: usize) -> Option<Heading> {
        let talk = self.alike_at(at)?;
        let line = &self.lines[at];
        let slot = leading_slot(line.words().printed).map(|(slot, _)| slot);
        let (start, end) = (slot.map(|slot| slot.start), slot.and_then(|slot| slot.end));
        let on_day = dated(line.words(), self.years.of(at));
        let (date, start, end) =
            on_day.map_or((self.day, start, end), |day| (day.date, day.start, day.end));
        let title = talk.title.as_deref().unwrap_or(line.words().printed);
        let heading = untitled(title, depth::SLOT);
        Some(Heading {
            lines: at..talk.end,
            kind: or_session(heading.kind),
            title: Some(title.to_owned()),
            people: talk.people.clone(),
            date,
            start,
            end,
            ..heading
        })
    }

    fn alike_at(&self, at: usize) -> Option<&Alike> {
        let found = self.alike.binary_search_by_key(&at, |talk| talk.line).ok()?;
        Some(&self.alike[found])
    }
}

/// The talks of a text that are laid out alike, by line.
pub(super) fn alike(lines: &[Line<'_>]) -> Vec<Alike> {
    let mut classes: HashMap<Class, Vec<Entry<'_>>> = HashMap::new();
    for entry in entries(lines) {
        classes.entry(entry.class).or_default().push(entry);
    }
    let mut found: Vec<Alike> = classes.into_values().flat_map(of_class).collect();
    found.sort_by_key(|talk| talk.line);
    found
}

/// Those of the parts of a text where most lines of a kind are parted so.
fn in_most(
    found: Vec<(usize, Split)>,
    entries: &[Entry<'_>],
    parts: &HashMap<usize, usize>,
) -> Vec<(usize, Split)> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    found.iter().for_each(|(rank, _)| *counts.entry(entries[*rank].part).or_default() += 1);
    // A lone line under a heading tells of what the heading opens.
    let most = |part: usize| counts[&part] > 1 && 2 * counts[&part] > parts[&part];
    found.into_iter().filter(|(rank, _)| most(entries[*rank].part)).collect()
}

/// The talks among the lines of a kind.
fn of_class(entries: Vec<Entry<'_>>) -> Vec<Alike> {
    let told = |entry: &&Entry<'_>| cue::kind(&entry.text) != SectionKind::Break;
    let entries: Vec<Entry<'_>> = entries.into_iter().filter(|entry| told(&entry)).collect();
    if entries.len() < MANY {
        return Vec::new();
    }
    let mut ways: HashMap<Way, Vec<(usize, Split)>> = HashMap::new();
    for (rank, entry) in entries.iter().enumerate() {
        for split in splits(entry) {
            let found = ways.entry(split.way).or_default();
            if found.last().is_none_or(|(last, _)| *last != rank) {
                found.push((rank, split));
            }
        }
    }
    let mut parts: HashMap<usize, usize> = HashMap::new();
    entries.iter().for_each(|entry| *parts.entry(entry.part).or_default() += 1);
    let own = |found: Vec<(usize, Split)>| in_most(found, &entries, &parts);
    let fits = |found: &Vec<(usize, Split)>| {
        let known = found.iter().filter(|(_, split)| split.known).count();
        let voices: HashSet<&str> =
            found.iter().filter_map(|(_, split)| Some(&*split.people.first()?.name)).collect();
        let doubtful = found.iter().filter(|(_, split)| split.is_doubtful()).count();
        let long = found.iter().filter(|(_, split)| split.words() >= MANY_WORDS).count();
        found.len() >= MANY
            // Who takes the floor again and again gives no talk.
            && 3 * voices.len() >= 2 * found.len()
            && known >= MANY_KNOWN
            && 3 * known >= found.len()
            && 4 * doubtful < found.len()
            && 2 * long >= found.len()
    };
    let ways = ways.into_iter().map(|(way, found)| (way, own(found)));
    let ways = ways.filter(|(_, found)| fits(found));
    let Some((_, found)) = ways.max_by_key(|(way, found)| (found.len(), *way)) else {
        return Vec::new();
    };
    let talk = |(rank, split): (usize, Split)| {
        let entry = &entries[rank];
        let end = if split.way.takes_next() { entry.end } else { entry.own_end };
        let own = entry.class.is_dated() || !split.way.leaves_title();
        let title = own.then_some(split.title);
        Alike { line: entry.line, end, title, people: split.people }
    };
    found.into_iter().filter(|(_, split)| !split.is_doubtful()).map(talk).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = alike(&lines(text));
        let shown = found.iter().map(|talk| {
            let people: Vec<&str> = talk.people.iter().map(|one| one.name.as_str()).collect();
            format!("{}: {}", talk.title.as_deref().unwrap_or("-"), people.join(", "))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expect);
    }

    const FOUND: [&str; 3] = [
        "Se loger au bourg quand on est seul: Zoé Lanteri, Ysor Belkant",
        "Manger sans voiture en hiver: Luc Perrot",
        "Ce que la rivière laisse aux quais: Orlan Vesk",
    ];

    #[test]
    fn items_before_their_titles_vouch_for_each_other() {
        let items = "- Zoé Lanteri, Ville d'Orn ; Ysor Belkant, CNRS. *Se loger au bourg quand on est seul*\n- Luc Perrot, maire. *Manger sans voiture en hiver*\n- Orlan Vesk, régie du Val. *Ce que la rivière laisse aux quais*\n";
        check(&format!("# Colloque des quais\n\n{items}"), &FOUND);
        // Nothing says that these are talks.
        check(&format!("# Lectures\n\n{items}"), &[]);
        let colon = items.replace(". *", " : ").replace("*\n", "\n");
        check(&format!("# Colloque des quais\n\n### Communications\n\n{colon}"), &FOUND);
        check(&format!("# Colloque des quais\n\n## Bibliographie\n\n{colon}"), &[]);
    }

    #[test]
    fn titles_before_people_vouch_for_each_other() {
        let hours = "9h : Se loger au bourg quand on est seul / Zoé Lanteri (Orn) & Ysor Belkant (CNRS)\n\n10h : Manger sans voiture en hiver / Luc Perrot (mairie)\n\n11h : Pause\n\n12h : Ce que la rivière laisse aux quais / Orlan Vesk (régie du Val)\n";
        check(hours, &FOUND);
        let bold =
            hours.replace("h : Se", "h Se").replace(" / ", "** *Par* ").replace("\n\n1", "\n\n**1");
        check(&format!("**{bold}"), &FOUND);
    }

    #[test]
    fn who_speaks_may_stand_on_a_line_of_their_own() {
        let lines = "**Zoé Lanteri, Ville d'Orn ; Ysor Belkant, CNRS**\nSe loger au bourg quand on est seul\n\n**Luc Perrot, maire**\nManger sans voiture en hiver\n\n**Orlan Vesk, régie du Val**\nCe que la rivière laisse aux quais\n";
        check(&format!("# Colloque des quais\n\n{lines}"), &FOUND);
        let hours = "#### 9h : Zoé Lanteri & Ysor Belkant\n\nSe loger au bourg quand on est seul\n\n#### 10h : Luc Perrot\n\nManger sans voiture en hiver\n\n#### 11h : Orlan Vesk\n\nCe que la rivière laisse aux quais\n";
        check(hours, &FOUND);
    }

    #[test]
    fn what_people_are_is_no_title() {
        let roles = "- Zoé Lanteri : juriste au service du logement\n- Luc Perrot : Directeur de la régie des quais d'Orn\n- Ève Tarn : Maire adjointe de la ville d'Orn\n";
        check(&format!("# Colloque des quais\n\n{roles}"), &[]);
        let said = "- Zoé Lanteri : Le bourg se vide. Personne n'y peut rien\n- Luc Perrot : On mange mal ici. Il faut une cantine\n- Ève Tarn : Les quais sont beaux. Il faut les garder\n";
        check(&format!("# Colloque des quais\n\n{said}"), &[]);
    }
}
