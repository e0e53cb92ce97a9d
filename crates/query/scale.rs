//! What each unit of a query weighs: by how few sections have it.

use crate::asking::is_asking;
use crate::need::Share;
use crate::plan::{Pair, Plan};
use crate::presence::Presence;
use crate::weights;

/// The weight of each unit and pair in a query.
pub(crate) struct Scale<'a> {
    /// The query.
    pub(crate) plan: &'a Plan,
    /// By unit.
    pub(crate) units: Vec<f32>,
    /// By pair.
    pub(crate) pairs: Vec<f32>,
    /// What each unit adds to the share of the query that a section has, where shares but add up.
    sums: Option<Vec<f32>>,
    /// The units that count, one bit each.
    counted: u64,
    /// Whether the query is of two subjects.
    is_pair: bool,
    /// Of the whole query.
    pub(crate) total: f32,
    /// Whether what made the question stands nowhere.
    pub(crate) is_absent: bool,
}

impl<'a> Scale<'a> {
    /// Weighs the units of `plan`, given where they stand in each segment; `sections` is how many
    /// the index holds.
    pub(crate) fn new(presences: &[Presence<'_>], plan: &'a Plan, sections: usize) -> Scale<'a> {
        // What only restricts or leaves out is worth nothing.
        let counted = plan.share.units();
        let mut units = vec![0.0; plan.units.len()];
        let mut stand = vec![0.0; plan.units.len()];
        for (unit, (weight, stands)) in units.iter_mut().zip(&mut stand).enumerate() {
            if counted & (1 << unit) == 0 {
                continue;
            }
            // Words that are but akin to it in headings of others hold it nowhere.
            let holding = presences.iter().map(|presence| {
                presence.sections(unit, |class| class.cover >= weights::HOLDING_COVER)
            });
            let holders = holding.map(|held| held.count_ones(..)).sum();
            let mut anywhere = presences.iter().map(|presence| presence.sections(unit, |_| true));
            let is_there = holders > 0 || anywhere.any(|held| !held.is_clear());
            *stands = if is_there { 1.0 } else { 0.0 };
            let asked = if is_asking(&plan.units[unit]) { weights::ASKING } else { 1.0 };
            *weight = asked * idf(holders, sections);
        }
        let pair = |pair: &Pair| {
            let [first, second] = pair.units;
            weights::PROXIMITY * units[first].min(units[second])
        };
        let total = plan.share.weight(&units);
        Scale {
            plan,
            pairs: plan.pairs.iter().map(pair).collect(),
            total,
            is_absent: is_absent(&plan.share, &units, &stand),
            sums: plan.share.sums(units.len()).map(|sums| {
                sums.iter().zip(&units).map(|(times, weight)| times * weight / total).collect()
            }),
            counted,
            is_pair: plan.share.parts() == 2 && !plan.units.iter().any(is_asking),
            units,
        }
    }

    /// The units that count, one bit each.
    pub(crate) fn counted(&self) -> u64 {
        self.counted
    }

    /// What each unit adds to the share of the query that a section has, where shares but add up.
    pub(crate) fn sums(&self) -> Option<&[f32]> {
        self.sums.as_deref()
    }

    /// The share of the query that a section has, given how far each unit is present, from 0 to 1:
    /// all of it where nothing is asked but what restricts.
    pub(crate) fn share(&self, covers: &[f32]) -> f32 {
        match &self.sums {
            _ if self.total == 0.0 => 1.0,
            Some(sums) => sums.iter().zip(covers).map(|(weight, cover)| weight * cover).sum(),
            None => self.plan.share.held(&self.units, covers) / self.total,
        }
    }

    /// What a section's score is multiplied with, for its share of the query and for having the
    /// whole of it in its own words.
    pub(crate) fn factor(&self, share: f32, owns_all: bool) -> f32 {
        // A query of two words is about both: what has one of them only comes after.
        let both = if self.is_pair && owns_all { weights::BOTH_WORDS } else { 1.0 };
        weights::of_coverage(share) * both
    }

    /// No less than what a section with these units is worth: in its text and in its headings, one
    /// bit each.
    pub(crate) fn most(&self, [text, heading]: [u64; 2]) -> f32 {
        let (mut most, mut covers) = (0.0, [0.0; weights::MAX_UNITS]);
        let worth = |weight: f32, bits: u64| {
            let stands = |zone: u64| f32::from(u8::from(zone & bits == bits));
            // However often something stands somewhere, it is worth no more.
            weight * (weights::K1 + 1.0) * (stands(text) + weights::HEADING * stands(heading))
        };
        let present = text | heading;
        for (unit, (weight, cover)) in self.units.iter().zip(&mut covers).enumerate() {
            most += worth(*weight, 1 << unit);
            *cover = f32::from(u8::from(present & (1 << unit) != 0));
        }
        for (Pair { units: [first, second], .. }, weight) in self.plan.pairs.iter().zip(&self.pairs)
        {
            most += worth(*weight, 1 << first | 1 << second);
        }
        most * self.factor(self.share(&covers[..self.units.len()]), self.is_whole(present))
    }

    /// Whether nothing of the query is missing from a section with these units.
    pub(crate) fn is_whole(&self, present: u64) -> bool {
        match self.sums {
            Some(_) => present & self.counted == self.counted,
            None => self.plan.share.is_whole(present),
        }
    }
}

/// Whether most of the weight of a query, and half of its words, are of units that stand nowhere:
/// a single rare word among several is rather one that the reader misspelt, or did not need.
fn is_absent(share: &Share, units: &[f32], stand: &[f32]) -> bool {
    let ones: Vec<f32> = units.iter().map(|weight| f32::from(u8::from(*weight > 0.0))).collect();
    let part = |weights: &[f32]| 1.0 - share.held(weights, stand) / share.weight(weights);
    part(units) > weights::MOST_ABSENT && part(&ones) >= weights::MOST_ABSENT
}

/// The inverse document frequency of BM25, never negative; largest for what is nowhere.
fn idf(holders: usize, sections: usize) -> f32 {
    let (holders, sections) = (holders as f32, sections as f32);
    (1.0 + ((sections - holders).max(0.0) + 0.5) / (holders + 0.5)).ln()
}
