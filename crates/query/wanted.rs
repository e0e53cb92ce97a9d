//! Which words of a text tell where a plan matches it.

use std::collections::BTreeSet;

use glane_analysis::{Sieve, Word};
use glane_index::{Level, encode};

use crate::names;
use crate::plan::Plan;
use crate::unit::{Slot, Way};

/// Keeps the tokens from which the matches of `plans` are told: what is found among them is what is
/// found among all.
pub(crate) fn sieve<'a>(plans: impl IntoIterator<Item = &'a Plan>) -> Sieve {
    let mut wanted = Wanted::default();
    let units = plans.into_iter().flat_map(|plan| &plan.units);
    units.flat_map(|unit| &unit.ways).for_each(|way| wanted.add(way));
    Sieve::new(move |word| wanted.has(word))
}

#[derive(Default)]
struct Wanted {
    slots: Vec<Slot>,
    terms: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Wanted {
    fn add(&mut self, way: &Way) {
        match way {
            Way::Word(slot) => self.slots.push(slot.clone()),
            Way::Places(sequences) => self.slots.extend(sequences.iter().flatten().cloned()),
            Way::Near(slots, _) => self.slots.extend_from_slice(slots),
            Way::Terms(terms) => self.terms.extend(terms.keys().cloned()),
            Way::Heard(heard) => {
                self.names.extend(heard.iter().flat_map(|name| names::parts(name)));
            }
            // What is not in the text.
            Way::InField(..) | Way::Holds(_) => {}
        }
    }

    fn has(&self, word: &Word) -> bool {
        self.slots.iter().any(|slot| slot.is_akin(word))
            || (!self.terms.is_empty() && self.is_term(word))
            || (!self.names.is_empty() && self.names.contains(&names::fold(&word.form)))
    }

    fn is_term(&self, word: &Word) -> bool {
        let is_term = |level, text| self.terms.contains(&encode(word.language, level, text));
        is_term(Level::Form, &word.form) || is_term(Level::Joined, &word.key)
    }
}
