//! A parsed query and an index → what is searched, and what is said of it.

use crate::fault::Fault;

use crate::lexicon::Lexicon;
use crate::parse::{Clause, Query};
use crate::typed::Typed;
use crate::unit::{Slot, Unit, Way};
use crate::weights;
use crate::{acronym, compound, person};

/// What is searched.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    /// In the order of the query.
    pub(crate) units: Vec<Unit>,
    /// Neighbours whose nearness counts.
    pub(crate) pairs: Vec<Pair>,
    /// What was reinterpreted, in French.
    pub(crate) notes: Vec<String>,
    /// Words that were left out because they say too little.
    pub(crate) ignored: Vec<String>,
}

/// Two units that are words and neighbours in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The index of the first in [`Plan::units`]; the other is the next.
    pub(crate) first: usize,
    /// How many positions lie between them in the query.
    pub(crate) gap: u32,
}

/// A unit made of some words of a clause.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// The unit.
    pub(crate) unit: Unit,
    /// How many words it takes.
    pub(crate) count: usize,
    /// What is to be said of it.
    pub(crate) note: Option<String>,
}

/// Plans the search of `query`.
pub(crate) fn plan(lexicon: &mut Lexicon<'_>, query: &Query) -> Result<Plan, Fault> {
    let clauses: Vec<(bool, Typed)> = query
        .clauses
        .iter()
        .map(|clause| match clause {
            Clause::Words(text) => (false, lexicon.read(text)),
            Clause::Phrase(text) => (true, lexicon.read(text)),
        })
        .collect();
    let mut plan = Plan::default();
    for (is_phrase, typed) in &clauses {
        if *is_phrase {
            plan.add_phrase(lexicon, typed)?;
        } else {
            plan.add_words(lexicon, typed, content_words(&clauses))?;
        }
    }
    if plan.units.is_empty() {
        plan.add_stop_words(&clauses);
    }
    plan.truncate();
    Ok(plan)
}

/// How many words of the query are not function words.
fn content_words(clauses: &[(bool, Typed)]) -> usize {
    clauses.iter().flat_map(|(_, typed)| &typed.words).filter(|word| !word.is_stop).count()
}

impl Plan {
    fn add_phrase(&mut self, lexicon: &mut Lexicon<'_>, typed: &Typed) -> Result<(), Fault> {
        let count = typed.words.len();
        if count == 0 {
            return Ok(());
        }
        let mut sequences = vec![typed.slots(0, count)];
        if let Some(joined) = compound::joined_form(lexicon, typed)? {
            sequences.push(vec![joined]);
        }
        let label = format!("« {} »", typed.label(0, count));
        self.push(Unit { label, ways: vec![Way::Places(sequences)], required: true });
        Ok(())
    }

    fn add_words(
        &mut self,
        lexicon: &mut Lexicon<'_>,
        typed: &Typed,
        content: usize,
    ) -> Result<(), Fault> {
        let mut next = 0;
        let mut last_word: Option<u32> = None;
        while let Some(word) = typed.words.get(next) {
            let reading = read_at(lexicon, typed, next, content)?;
            let Some(Reading { unit, count, note }) = reading else {
                self.ignored.push(word.label.clone());
                next += 1;
                continue;
            };
            let is_word = unit.lone_word().is_some();
            if self.push(unit) {
                self.pair(last_word.filter(|_| is_word), word.position);
                last_word = is_word.then_some(word.position);
            }
            self.notes.extend(note);
            next += count;
        }
        Ok(())
    }

    /// A query that has nothing else means its function words.
    fn add_stop_words(&mut self, clauses: &[(bool, Typed)]) {
        for word in clauses.iter().flat_map(|(_, typed)| &typed.words) {
            self.push(word_unit(&word.label, &word.slot));
        }
        self.ignored.clear();
    }

    /// Adds a unit, unless it is there already.
    fn push(&mut self, unit: Unit) -> bool {
        let is_new = self.units.iter().all(|known| known.ways != unit.ways);
        if is_new {
            self.units.push(unit);
        }
        is_new
    }

    fn pair(&mut self, before: Option<u32>, position: u32) {
        if let (Some(before), Some(first)) = (before, self.units.len().checked_sub(2)) {
            self.pairs.push(Pair { first, gap: position.saturating_sub(before).max(1) });
        }
    }

    fn truncate(&mut self) {
        if self.units.len() > weights::MAX_UNITS {
            self.units.truncate(weights::MAX_UNITS);
            self.pairs.retain(|pair| pair.first + 1 < weights::MAX_UNITS);
            self.notes.push(format!(
                "La requête est longue : seuls ses {} premiers mots sont cherchés.",
                weights::MAX_UNITS
            ));
        }
    }
}

/// The unit that starts at a word; `None` for a function word.
fn read_at(
    lexicon: &mut Lexicon<'_>,
    typed: &Typed,
    first: usize,
    content: usize,
) -> Result<Option<Reading>, Fault> {
    if let Some(reading) = person::read(lexicon, typed, first, content)? {
        return Ok(Some(reading));
    }
    if let Some(reading) = acronym::read(lexicon, typed, first) {
        return Ok(Some(reading));
    }
    if let Some(reading) = compound::read(lexicon, typed, first)? {
        return Ok(Some(reading));
    }
    let word = &typed.words[first];
    let reading = |unit| Reading { unit, count: 1, note: None };
    Ok((!word.is_stop).then(|| reading(word_unit(&word.label, &word.slot))))
}

fn word_unit(label: &str, slot: &Slot) -> Unit {
    Unit { label: label.to_owned(), ways: vec![Way::Word(slot.clone())], required: false }
}
