//! The spellings that a text has of the names of its people.

use std::collections::{HashMap, HashSet};

use glane_document::Document;

use super::{Key, People, first_word, is_full};
use crate::structure::name::{self, Name, Trust};
use crate::words::{Openings, capitals, fold, prefix, with_folded};

impl People {
    /// Counts the spellings that the whole text has of the names: the commonest is the right one.
    pub(super) fn count_mentions(&mut self, document: &Document) {
        let given = self.identities.iter().map(|identity| &identity.key.given);
        let firsts = given.filter_map(|given| first_word(given));
        let firsts: HashSet<String> = firsts.map(|first| fold(first).into_owned()).collect();
        if firsts.is_empty() {
            return;
        }
        let openings = Openings::of(firsts.iter().map(String::as_str));
        let texts = document.sections.iter().map(|section| &section.text);
        let captions = document.furniture.iter().map(|furniture| &furniture.text);
        let mut mentions = Mentions::default();
        for text in texts.chain(captions) {
            for at in capitals(text) {
                if !openings.may_open(text, at) {
                    continue;
                }
                let Some(first) = first_word(&text[at..]) else { continue };
                if !with_folded(first, |first| firsts.contains(first)) {
                    continue;
                }
                // Emphasis may stand inside a name: « Zoé **LANTERI** ».
                let window = prefix(&text[at..], 100);
                let name = if window.contains('*') {
                    name::parse(&window.replace('*', ""), Trust::Introduced)
                } else {
                    name::parse(window, Trust::Introduced)
                };
                if let Some(name) = name.filter(is_full) {
                    mentions.add(name);
                }
            }
        }
        for (name, times) in mentions.each {
            if let Some(who) = self.find(&Key::of(&name)) {
                self.count(who, name.display(), times);
            }
        }
    }
}

impl People {
    /// Counts the spellings that the whole text has of surnames to which it gives no first name.
    pub(super) fn count_surnames(&mut self, names: &[(Key, Name)], document: &Document) {
        let alone = |name: &&Name| name.given.is_empty() && !name.family.contains(' ');
        let names = || names.iter().map(|(_, name)| name).filter(alone);
        let mut times: HashMap<String, usize> =
            names().map(|name| (fold(&name.family).into_owned(), 0)).collect();
        if times.len() < 2 {
            return;
        }
        let openings = Openings::of(times.keys().map(String::as_str));
        for text in document.sections.iter().map(|section| &section.text) {
            for at in capitals(text).filter(|at| openings.may_open(text, *at)) {
                let end = text[at..].find(|c: char| !c.is_alphabetic() && c != '-');
                let word = &text[at..end.map_or(text.len(), |end| at + end)];
                with_folded(word, |word| times.get_mut(word).into_iter().for_each(|of| *of += 1));
            }
        }
        for name in names() {
            let found = self.find(&Key::of(name)).zip(times.remove(&*fold(&name.family)));
            if let Some((who, times)) = found
                && self.identities[who].key.given.is_empty()
            {
                self.count(who, name.display(), times);
            }
        }
    }
}

/// How often names stand in a text, as printed: most do again and again.
#[derive(Default)]
struct Mentions {
    /// In order of appearance.
    each: Vec<(Name, usize)>,
    /// Their ranks, by first names and surname.
    ranks: HashMap<String, HashMap<String, usize>>,
}

impl Mentions {
    fn add(&mut self, name: Name) {
        let known = self.ranks.get(&name.given).and_then(|families| families.get(&name.family));
        match known {
            Some(&rank) => self.each[rank].1 += 1,
            None => {
                let families = self.ranks.entry(name.given.clone()).or_default();
                families.insert(name.family.clone(), self.each.len());
                self.each.push((name, 1));
            }
        }
    }
}
