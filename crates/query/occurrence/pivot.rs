//! Which stretches of a text are occurrences.

use std::ops::Range;

use glane_analysis::{Rule, Token};

use super::Reach;
use super::read::Part;
use crate::mark::{self, Mark};
use crate::plan::Plan;
use crate::positions;
use crate::unit::{Slot, Way};

/// The occurrences of the units of `plan` that count, in order, apart.
pub(super) fn pivots(part: Part<'_>, plan: &Plan, reach: Reach) -> Vec<Mark> {
    mark::apart(all(part, plan, reach))
}

/// The occurrences of the units of `plan` that count, whether they overlap or not.
pub(super) fn all(part: Part<'_>, plan: &Plan, reach: Reach) -> Vec<Mark> {
    let counted = plan.share.units();
    let units = (0..).zip(&plan.units).filter(|(unit, _)| counted & (1 << unit) != 0);
    let ways = units.flat_map(|(index, unit)| unit.ways.iter().map(move |way| (index, way)));
    let mut marks = Vec::new();
    for (unit, way) in ways {
        let ranges = of_way(part, way, reach);
        marks.extend(ranges.into_iter().map(|range| Mark { range, unit }));
    }
    marks
}

fn of_way(part: Part<'_>, way: &Way, reach: Reach) -> Vec<Range<usize>> {
    let tokens = part.tokens;
    match way {
        Way::Word(slot) => words(tokens, slot, reach),
        Way::Places(sequences) => {
            sequences.iter().flat_map(|sequence| mark::places(tokens, sequence)).collect()
        }
        Way::Near(slots, others) => near(part, slots, *others),
        Way::Terms(terms) => mark::written(tokens, terms),
        // Being heard is no word of the text; a person's name is searched as one besides.
        Way::Heard(_) | Way::InField(..) | Way::Holds(_) => Vec::new(),
    }
}

fn words(tokens: &[Token], slot: &Slot, reach: Reach) -> Vec<Range<usize>> {
    // A compound is found by its parts, or by the way that asks for it joined.
    let is_apart = |token: &&Token| token.rule != Rule::Joined || !slot.joined.is_empty();
    let is_one = |token: &&Token| match reach {
        Reach::Inflection => slot.is_same(&token.word),
        Reach::Family => slot.is_akin(&token.word),
    };
    let own = tokens.iter().filter(is_apart).filter(is_one);
    own.map(|token| token.offset.clone()).collect()
}

/// From the first to the last word of each stretch that holds all of `slots`, with so many
/// `others` among them.
fn near(part: Part<'_>, slots: &[Slot], others: u32) -> Vec<Range<usize>> {
    let positions = |slot: &Slot| {
        let own = part.tokens.iter().filter(|token| slot.is_same(&token.word));
        let mut positions: Vec<u32> = own.map(|token| token.position).collect();
        positions.dedup();
        positions
    };
    let lists: Vec<Vec<u32>> = slots.iter().map(positions).collect();
    let width = others.saturating_add(u32::try_from(slots.len()).unwrap_or(u32::MAX));
    let stretch = |positions: std::ops::RangeInclusive<u32>| {
        let [first, last] = [positions.start(), positions.end()].map(|at| *at as usize);
        Some(part.words.get(first)?.start..part.words.get(last)?.end)
    };
    positions::stretches(&lists, width).into_iter().filter_map(stretch).collect()
}
