//! Which stretches of a text match a plan.

use std::collections::BTreeMap;
use std::ops::Range;

use glane_analysis::{Rule, Token, Word};
use glane_index::{Level, encode};

use crate::names;
use crate::plan::Plan;
use crate::unit::{Slot, TermWeight, Way};

/// A stretch of a text that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// The index of the unit in the plan.
    pub(crate) unit: usize,
}

/// The stretches of a text with these `tokens` that match `plan`, in order, apart.
pub(crate) fn marks(tokens: &[Token], plan: &Plan) -> Vec<Mark> {
    let mut marks = Vec::new();
    let counted = plan.share.units();
    for (unit, way) in (0..)
        .zip(&plan.units)
        .filter(|(unit, _)| counted & (1 << unit) != 0)
        .flat_map(|(index, unit)| unit.ways.iter().map(move |way| (index, way)))
    {
        let ranges = match way {
            Way::Word(slot) => words(tokens, slot),
            Way::Places(sequences) => {
                sequences.iter().flat_map(|sequence| places(tokens, sequence)).collect()
            }
            Way::Heard(heard) => named(tokens, heard),
            Way::Near(slots, _) => slots.iter().flat_map(|slot| same(tokens, slot)).collect(),
            Way::Terms(terms) => written(tokens, terms),
            // What is not in the text.
            Way::InField(..) | Way::Holds(_) => Vec::new(),
        };
        marks.extend(ranges.into_iter().map(|range| Mark { range, unit }));
    }
    apart(marks)
}

/// Words of a slot, on any level.
pub(crate) fn words(tokens: &[Token], slot: &Slot) -> Vec<Range<usize>> {
    let matching = tokens.iter().filter(|token| slot.is_akin(&token.word));
    matching.map(|token| token.offset.clone()).collect()
}

/// Words of a slot, up to number and gender.
pub(crate) fn same(tokens: &[Token], slot: &Slot) -> Vec<Range<usize>> {
    let matching = tokens.iter().filter(|token| slot.is_same(&token.word));
    matching.map(|token| token.offset.clone()).collect()
}

/// Words whose own form is one of `terms`.
pub(crate) fn written(tokens: &[Token], terms: &BTreeMap<String, TermWeight>) -> Vec<Range<usize>> {
    let is_term = |token: &&Token| {
        let Word { language, form, key, .. } = &*token.word;
        let term = match token.rule {
            Rule::Joined => encode(*language, Level::Joined, key),
            _ => encode(*language, Level::Form, form),
        };
        terms.contains_key(&term)
    };
    tokens.iter().filter(is_term).map(|token| token.offset.clone()).collect()
}

/// From the first to the last word of each place where `sequence` stands.
pub(crate) fn places(tokens: &[Token], sequence: &[Slot]) -> Vec<Range<usize>> {
    let Some((first, rest)) = sequence.split_first() else { return Vec::new() };
    let starts = tokens.iter().enumerate().filter(|(_, token)| first.is_same(&token.word));
    let place = |(index, start): (usize, &Token)| {
        let mut end = start.offset.end;
        for (distance, slot) in (1..).zip(rest) {
            let expected = start.position + distance;
            let mut following =
                tokens[index..].iter().take_while(|token| token.position <= expected);
            let next =
                following.find(|token| token.position == expected && slot.is_same(&token.word))?;
            end = end.max(next.offset.end);
        }
        Some(start.offset.start..end)
    };
    starts.filter_map(place).collect()
}

/// Words that are parts of a name, in names of two parts or more where a neighbour is one too.
fn named(tokens: &[Token], heard: &[String]) -> Vec<Range<usize>> {
    let parts: Vec<Vec<String>> = heard.iter().map(|name| names::parts(name)).collect();
    let is_part = |token: &Token, parts: &Vec<String>| {
        let folded = names::fold(&token.word.form);
        parts.contains(&folded)
    };
    let beside = |index: usize, parts: &Vec<String>| {
        let at = tokens[index].position;
        let first = tokens.partition_point(|token| token.position + 1 < at);
        let near = tokens[first..].iter().take_while(|token| token.position <= at + 1);
        (first..).zip(near).any(|(other, token)| other != index && is_part(token, parts))
    };
    let matching = tokens.iter().enumerate().filter(|(index, token)| {
        parts.iter().any(|parts| is_part(token, parts) && beside(*index, parts))
    });
    matching.map(|(_, token)| token.offset.clone()).collect()
}

/// Marks in order, apart: the first of those that overlap, the longest of those that start alike.
pub(crate) fn apart(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.retain(|mark| !mark.range.is_empty());
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end), mark.unit));
    let mut kept: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        if kept.last().is_none_or(|last| last.range.end <= mark.range.start) {
            kept.push(mark);
        }
    }
    kept
}
