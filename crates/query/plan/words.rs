//! Words side by side → people, acronyms, compounds, and words.

use super::{Mode, Need, Part, Planner, Share, typed_words, word_unit};
use crate::fault::Fault;
use crate::lexicon::Lexicon;
use crate::plan::{Pair, Plan};
use crate::query::Node;
use crate::typed::{Typed, TypedWord};
use crate::unit::Unit;
use crate::{acronym, compound, person, suggest, weights};

/// A unit made of some words of a query.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// The unit.
    pub(crate) unit: Unit,
    /// How many words it takes.
    pub(crate) count: usize,
    /// What is to be said of it.
    pub(crate) note: Option<String>,
}

impl Planner {
    /// Words side by side: the more of them the better, unless an operator asks for all.
    pub(super) fn words(
        &mut self,
        lexicon: &mut Lexicon<'_>,
        typed: &Typed,
        mode: Mode,
    ) -> Result<Part, Fault> {
        let (mut needs, mut shares) = (Vec::new(), Vec::new());
        let mut next = 0;
        let mut before: Option<(usize, u32)> = None;
        while let Some(word) = typed.words.get(next) {
            let reading = read_at(lexicon, typed, next, self.content)?;
            let Some(Reading { unit, count, note }) = reading else {
                self.plan.ignored.push(word.label.clone());
                next += 1;
                continue;
            };
            let is_word = unit.lone_word().is_some();
            let known = self.plan.units.len();
            if let Some(unit) = self.plan.index_of(unit) {
                if unit == known {
                    self.pair(before.filter(|_| is_word), (unit, word.position));
                    before = is_word.then_some((unit, word.position));
                }
                if mode != Mode::Ranked {
                    needs.push(Need::Owns(unit));
                }
                shares.push(Share::Unit(unit));
            }
            self.plan.notes.extend(note);
            next += count;
        }
        Ok(Part { need: Need::All(needs), share: Share::Sum(shares) })
    }

    fn pair(&mut self, before: Option<(usize, u32)>, (unit, position): (usize, u32)) {
        if let Some((first, place)) = before {
            let gap = position.saturating_sub(place).max(1);
            self.plan.pairs.push(Pair { units: [first, unit], gap });
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
    if word.is_stop {
        return Ok(None);
    }
    if let Some(reading) = misspelt(lexicon, word, content)? {
        return Ok(Some(reading));
    }
    Ok(Some(Reading { unit: word_unit(&word.label, &word.slot), count: 1, note: None }))
}

/// A word that the index does not have, among others, and that is one letter away from one that it
/// has. A word alone is answered with a suggestion.
fn misspelt(
    lexicon: &mut Lexicon<'_>,
    word: &TypedWord,
    content: usize,
) -> Result<Option<Reading>, Fault> {
    let letters = word.label.chars().count();
    if content < 2 || letters < weights::LEAST_MISSPELT || lexicon.frequency(&word.slot)? > 0 {
        return Ok(None);
    }
    let Some(nearest) = suggest::nearest_within(lexicon, word, 1)? else { return Ok(None) };
    let read = lexicon.read(&nearest);
    let [as_read] = &read.words[..] else { return Ok(None) };
    let note = format!("« {} » lu comme « {nearest} ».", word.label);
    let unit = word_unit(&word.label, &as_read.slot);
    Ok(Some(Reading { unit, count: 1, note: Some(note) }))
}

/// How many words of a query are not function words.
pub(super) fn content(lexicon: &mut Lexicon<'_>, nodes: &[Node]) -> usize {
    let mut count = 0;
    for node in nodes {
        count += match node {
            Node::Sequence(parts) | Node::All(parts) | Node::Any(parts) => content(lexicon, parts),
            node => typed_words(lexicon, node).words.iter().filter(|word| !word.is_stop).count(),
        };
    }
    count
}

/// A query that has nothing else means its function words.
pub(super) fn add_stop_words(lexicon: &mut Lexicon<'_>, plan: &mut Plan, nodes: &[Node]) {
    let mut shares = Vec::new();
    add_words(lexicon, plan, nodes, &mut shares);
    plan.share = Share::Sum(shares);
    plan.ignored.clear();
}

fn add_words(lexicon: &mut Lexicon<'_>, plan: &mut Plan, nodes: &[Node], shares: &mut Vec<Share>) {
    for node in nodes {
        if let Node::Sequence(parts) | Node::All(parts) | Node::Any(parts) = node {
            add_words(lexicon, plan, parts, shares);
        }
        for word in typed_words(lexicon, node).words {
            shares.extend(plan.index_of(word_unit(&word.label, &word.slot)).map(Share::Unit));
        }
    }
}
