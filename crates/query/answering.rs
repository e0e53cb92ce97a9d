//! Which sections of a segment answer, and which of them may be among the best.

use std::cmp::Ordering;

use fixedbitset::FixedBitSet;
use tantivy::DocId;

use crate::found::Counted;
use crate::presence::Presence;
use crate::scale::Scale;
use crate::weights;

/// The sections of a segment that answer a query.
pub(crate) struct Answering<'a> {
    presence: &'a Presence<'a>,
    scale: &'a Scale<'a>,
    /// By the last passage of each.
    sections: FixedBitSet,
    /// The sections that have each unit.
    units: Vec<FixedBitSet>,
    /// Whether nothing of any unit stands in another section.
    is_all: bool,
}

impl<'a> Answering<'a> {
    /// Those where the units are present as told.
    pub(crate) fn new(presence: &'a Presence<'a>, scale: &'a Scale<'a>) -> Answering<'a> {
        let (any, held) = (presence.any(), presence.held());
        let mut sections = scale.plan.need.met(&any, &held, &held);
        sections.intersect_with(&with_enough(presence, scale, &any, &held.present));
        Answering { presence, scale, is_all: sections == any, sections, units: held.present }
    }

    /// All of them, by the last passage of each.
    pub(crate) fn sections(&self) -> &FixedBitSet {
        &self.sections
    }

    /// What they count for.
    pub(crate) fn counted(&self) -> Counted {
        let present = (0..).zip(&self.units).fold(0, |present, (unit, sections)| {
            present | u64::from(!sections.is_disjoint(&self.sections)) << unit
        });
        Counted {
            passages: self.sections.ones().filter_map(|last| DocId::try_from(last).ok()).collect(),
            whole: self.whole(),
            matching: self.matching(),
            present,
        }
    }

    /// How many have the whole query.
    fn whole(&self) -> usize {
        let counted = self.scale.counted();
        match self.scale.sums() {
            Some(_) => self.with_all(&units_of(counted)).count_ones(..),
            None => {
                let present = |last: &usize| self.scale.is_whole(self.present(*last));
                self.sections.ones().filter(present).count()
            }
        }
    }

    /// One bit per unit that a section has.
    fn present(&self, last: usize) -> u64 {
        held(&self.units, last)
    }

    /// How many passages they match in: one at least each.
    fn matching(&self) -> usize {
        let mut text = self.presence.text(self.scale.counted());
        if !self.is_all {
            self.presence.keep(&mut text, &self.sections);
        }
        let with_text = self.presence.sections_of(&text).count_ones(..);
        text.count_ones(..) + self.sections.count_ones(..) - with_text
    }

    fn with_all(&self, units: &[usize]) -> FixedBitSet {
        let mut sections = self.sections.clone();
        units.iter().for_each(|unit| sections.intersect_with(&self.units[*unit]));
        sections
    }

    /// At least `count` of those that have the most of the query's weight, as far as there are.
    pub(crate) fn with_most(&self, count: usize) -> FixedBitSet {
        let mut units = self.by_weight();
        loop {
            let sections = self.with_all(&units);
            if units.is_empty() || sections.count_ones(..) >= count {
                return sections;
            }
            units.remove(0);
        }
    }

    /// The units that count, the least weight first.
    fn by_weight(&self) -> Vec<usize> {
        let weights = &self.scale.units;
        let mut units = units_of(self.scale.counted());
        units.sort_by(|a, b| weights[*a].partial_cmp(&weights[*b]).unwrap_or(Ordering::Equal));
        units
    }

    /// Those but `others` that may be worth `least`.
    pub(crate) fn worth(&self, least: f32, others: &FixedBitSet) -> FixedBitSet {
        let mut sections = self.sections.clone();
        sections.difference_with(others);
        if sections.is_clear() {
            return sections;
        }
        // Sums are rounded.
        let least = least * 0.999;
        let count = self.scale.units.len();
        let [text, heading] = [true, false].map(|is_text| -> Vec<FixedBitSet> {
            let of = |unit| self.presence.sections(unit, |class| class.is_text == is_text);
            (0..count).map(of).collect()
        });
        // Those that have nothing but the text of units which are not worth it, even together.
        let mut low = 0;
        let mut promising = self.presence.none();
        for unit in self.by_weight() {
            promising.union_with(&heading[unit]);
            match self.scale.most([low | 1 << unit, 0]) < least {
                true => low |= 1 << unit,
                false => promising.union_with(&text[unit]),
            }
        }
        sections.intersect_with(&promising);
        let is_worth =
            |last: usize| self.scale.most([held(&text, last), held(&heading, last)]) >= least;
        let kept = sections.ones().filter(|last| is_worth(*last));
        let mut worth = self.presence.none();
        kept.for_each(|last| worth.insert(last));
        worth
    }
}

/// One bit for each of the sets that has a section.
fn held(sets: &[FixedBitSet], last: usize) -> u64 {
    let bit = |(at, set): (usize, &FixedBitSet)| u64::from(set.contains(last)) << at;
    sets.iter().enumerate().map(bit).sum()
}

fn units_of(bits: u64) -> Vec<usize> {
    (0..u64::BITS as usize).filter(|unit| bits & (1 << unit) != 0).collect()
}

/// The sections that hold enough of the query's weight, among `any` that have something; `units`
/// has those that hold each unit.
fn with_enough(
    presence: &Presence<'_>,
    scale: &Scale<'_>,
    any: &FixedBitSet,
    units: &[FixedBitSet],
) -> FixedBitSet {
    if scale.total == 0.0 {
        return any.clone();
    }
    let (mut enough, mut once, mut doubtful) = (presence.none(), presence.none(), any.clone());
    if let Some(sums) = scale.sums() {
        // Two units at least of those that do not suffice alone may do so together.
        doubtful.clear();
        for (unit, (sum, some)) in sums.iter().zip(units).enumerate() {
            let is_enough = |cover: f32| sum * cover >= weights::LEAST_COVERAGE;
            enough.union_with(&presence.sections(unit, |class| is_enough(class.cover)));
            let mut twice = once.clone();
            twice.intersect_with(some);
            doubtful.union_with(&twice);
            once.union_with(some);
        }
        doubtful.difference_with(&enough);
    }
    let mut covers = vec![0.0; scale.units.len()];
    for last in doubtful.ones() {
        presence.covers_into(last, &mut covers);
        if scale.share(&covers) >= weights::LEAST_COVERAGE {
            enough.insert(last);
        }
    }
    enough
}
