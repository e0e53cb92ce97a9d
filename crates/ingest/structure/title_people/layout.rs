//! People set apart from a title where the layout vouches for any name: a label, a tail, an item.

use glane_document::{Function, Speaker};

use super::after::people_last;
use super::before::people_before_dash;
use super::sure::is_participle;
use crate::structure::first_names::is_first_name;
use crate::structure::heading::Heading;
use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, date, speaker};
use crate::words::starts_upper;

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
        // « Résumé du 3 mai – Ysoria LI »: so short a surname is none elsewhere.
        let lowered = name::lowered(tail);
        let short = || {
            let dated = !date::dates(&title[..cut], Some(2000)).is_empty();
            dated && name::parse(&lowered, Trust::Announced).is_some_and(|n| n.len == lowered.len())
        };
        let long = !whole && (is_long_name(tail) || short());
        if cut > 12 && (whole || long) {
            self.people = match long {
                true => vec![Speaker::new(&lowered, tail, Function::Speaker)],
                false => speaker::people(tail, Trust::Announced, Function::Speaker),
            };
            self.title = Some(title[..cut].trim_end().to_owned());
        }
    }
}

/// How many words a name of several first names takes.
const LONG_NAME: std::ops::RangeInclusive<usize> = 3..=6;

/// Whether words are a name none of whose forms takes them whole: two of them are first names that
/// the list knows, and none is a common noun.
fn is_long_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let proper = |word: &&str| {
        starts_upper(word)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && !cue::is_common(word)
    };
    let known = words.iter().filter(|word| is_first_name(word)).count();
    LONG_NAME.contains(&words.len()) && words.iter().all(proper) && known >= 2
}

#[cfg(test)]
mod tests {
    use crate::structure::heading::{depth, untitled};

    #[test]
    fn items_of_a_list_may_end_with_long_and_with_short_names() {
        let people = |title: &str| {
            let mut heading = untitled(title, depth::SLOT);
            heading.split_listed();
            heading.people.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(people("Résumé du 3 mai 2019 - Ysoria Zoé Anna Tarn"), ["Ysoria Zoé Anna Tarn"]);
        assert_eq!(people("Résumé du 3 mai 2019 - Ysoria LI"), ["Ysoria Li"]);
        for none in ["3 mai 2019 - Espace Zoé Tarn", "3 mai 2019 - Accueil ENS", "bourg - Ysor LI"]
        {
            assert_eq!(people(&format!("Résumé du {none}")), Vec::<String>::new());
        }
    }
}
