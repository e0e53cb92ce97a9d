//! People set apart from a title where the layout vouches for any name: a label, a tail, an item.

use glane_document::{Function, Speaker};

use super::after::people_last;
use super::before::people_before_dash;
use super::sure::is_participle;
use crate::structure::heading::Heading;
use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, speaker};

impl Heading {
    /// Takes for people a title made of them: `Table ronde : Zoé Lanteri (CNRS), Luc Perrot (Ville)`.
    pub(crate) fn take_people(&mut self) {
        if let Some((title, people)) = self.title.as_deref().and_then(people_before_dash) {
            self.title = Some(title);
            self.people = people;
            return;
        }
        let listed = |title: &&String| {
            name::parse(title, Trust::Text).is_some_and(|name| {
                name.form <= Form::Known && title[name.len..].trim_start().starts_with(['(', ','])
            })
        };
        let Some(title) = self.title.as_ref().filter(listed) else { return };
        self.people = speaker::people(title, Trust::Announced, Function::Speaker);
        let noun = self.printed.split([':', '–', '—', '|']).next().unwrap_or_default();
        self.title = Some(noun.trim().to_owned());
    }

    /// Sets apart who leads what a label titles: `Atelier 1 – Pétrir, animé par Zoé Lanteri`.
    pub(crate) fn split_leader(&mut self) {
        let led = |title: &&String| {
            let by = title.split_once(" par ").and_then(|(before, _)| before.rsplit(' ').next());
            by.is_some_and(is_participle)
        };
        if let Some(title) = self.title.as_ref().filter(led)
            && let Some((title, people)) = people_last(title)
        {
            self.title = Some(title);
            self.people = people;
        }
    }

    /// Sets apart the person before the colon or the dash that a talk's title follows.
    pub(crate) fn take_first(&mut self, text: &str) {
        let Some((name, title)) =
            [" : ", ": ", " – ", " — ", ") - "].iter().find_map(|mark| text.split_once(mark))
        else {
            return;
        };
        self.people = speaker::people(name, Trust::Announced, Function::Speaker);
        self.title = Some(title.trim().to_owned());
    }

    /// Sets apart the names of any form after the last dash: `Titre – Ysoria Belkant`.
    pub(crate) fn split_tail(&mut self) {
        let Some(title) = self.title.as_ref().filter(|_| self.people.is_empty()) else { return };
        let Some((cut, mark)) = title.rmatch_indices(['–', '—']).next() else { return };
        let tail = title[cut + mark.len()..].trim();
        let people = speaker::people(tail, Trust::Announced, Function::Speaker);
        let bare = people.iter().all(|person| person.role.is_none());
        let named: usize = people.iter().map(|person| person.as_written.len()).sum();
        // « Titre — Ysoria Belkant, sociologue »
        let role = |person: &Speaker| person.role.as_deref().is_some_and(cue::names_role);
        let introduced = people.len() == 1 && people.iter().all(role);
        let whole = bare && named + 4 * people.len() >= tail.len();
        if cut > 3 && !people.is_empty() && (whole || introduced) {
            self.title = Some(title[..cut].trim().to_owned());
            self.people = people;
        }
    }

    /// Sets apart the name of any form that ends an item among others that end with names.
    pub(crate) fn split_listed(&mut self) {
        let Some(title) = self.title.as_ref().filter(|_| self.people.is_empty()) else { return };
        let marks = [", ", " : ", ": ", " – ", " — ", " - "];
        let ends = marks.iter().filter_map(|mark| Some((title.rfind(mark)?, mark.len())));
        let Some((cut, mark)) = ends.max_by_key(|(at, _)| *at) else { return };
        let tail = title[cut + mark..].trim_end_matches('.');
        let whole = name::parse(tail, Trust::Announced).is_some_and(|name| {
            let after = tail[name.len..].trim();
            !name.given.is_empty()
                && (after.is_empty() || after.starts_with('(') && after.ends_with(')'))
        });
        if whole && cut > 12 {
            self.people = speaker::people(tail, Trust::Announced, Function::Speaker);
            self.title = Some(title[..cut].to_owned());
        }
    }
}
