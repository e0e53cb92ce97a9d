//! What a section must have, and how much of a query it has.

use fixedbitset::FixedBitSet;

/// What a section must have to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Need {
    /// A unit, by its index in the plan, wherever it stands.
    Has(usize),
    /// A unit in the section's own words, up to number and gender.
    Owns(usize),
    /// All of these.
    All(Vec<Need>),
    /// One of these.
    Any(Vec<Need>),
    /// Anything but this.
    Not(Box<Need>),
}

impl Need {
    /// Nothing is asked.
    pub(crate) fn nothing() -> Need {
        Need::All(Vec::new())
    }

    /// The sections among `all` that are what is asked for, where they are taken to hold more of
    /// what is asked for than of what is left out.
    pub(crate) fn met(&self, all: &FixedBitSet, asked: &Held, left_out: &Held) -> FixedBitSet {
        let mut met = match self {
            Need::Has(unit) => asked.present[*unit].clone(),
            Need::Owns(unit) => asked.own[*unit].clone(),
            Need::All(parts) => parts.iter().fold(all.clone(), |mut met, part| {
                met.intersect_with(&part.met(all, asked, left_out));
                met
            }),
            Need::Any(parts) => {
                let none = FixedBitSet::with_capacity(all.len());
                parts.iter().fold(none, |mut met, part| {
                    met.union_with(&part.met(all, asked, left_out));
                    met
                })
            }
            Need::Not(part) => {
                let mut met = all.clone();
                met.difference_with(&part.met(all, left_out, asked));
                met
            }
        };
        met.intersect_with(all);
        met
    }

    /// Whether sections that hold nothing of it meet it.
    fn is_met_by_nothing(&self) -> bool {
        match self {
            Need::Has(_) | Need::Owns(_) => false,
            Need::All(parts) => parts.iter().all(Need::is_met_by_nothing),
            Need::Any(parts) => parts.iter().any(Need::is_met_by_nothing),
            Need::Not(part) => !part.is_met_by_nothing(),
        }
    }

    /// The units that it names, one bit each.
    pub(crate) fn units(&self) -> u64 {
        match self {
            Need::Has(unit) | Need::Owns(unit) => 1 << unit,
            Need::All(parts) | Need::Any(parts) => {
                parts.iter().fold(0, |bits, part| bits | part.units())
            }
            Need::Not(part) => part.units(),
        }
    }

    /// Whether it is met by sections that hold nothing of it: what leaves out, and that alone.
    pub(crate) fn only_leaves_out(&self) -> bool {
        self.units() != 0 && self.is_met_by_nothing()
    }
}

/// The sections of a segment that hold each unit, by the last passage of each.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// Where it stands anywhere in them, or in what is said of their document.
    pub(crate) present: Vec<FixedBitSet>,
    /// Where it stands in their own words, up to number and gender.
    pub(crate) own: Vec<FixedBitSet>,
}

/// How much of a query a section has: what each unit counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Share {
    /// A unit, by its index in the plan.
    Unit(usize),
    /// All of these count.
    Sum(Vec<Share>),
    /// The best of these counts.
    Best(Vec<Share>),
}

impl Share {
    /// Nothing counts.
    pub(crate) fn nothing() -> Share {
        Share::Sum(Vec::new())
    }

    /// The weight of the whole, given that of each unit.
    pub(crate) fn weight(&self, weights: &[f32]) -> f32 {
        match self {
            Share::Unit(unit) => weights[*unit],
            Share::Sum(parts) => parts.iter().map(|part| part.weight(weights)).sum(),
            Share::Best(parts) => parts.iter().map(|part| part.weight(weights)).fold(0.0, f32::max),
        }
    }

    /// The weight that is there, given the weight of each unit and how far it is there, 0 to 1.
    pub(crate) fn held(&self, weights: &[f32], covers: &[f32]) -> f32 {
        match self {
            Share::Unit(unit) => weights[*unit] * covers[*unit],
            Share::Sum(parts) => parts.iter().map(|part| part.held(weights, covers)).sum(),
            Share::Best(parts) => {
                let share = |part: &Share| {
                    part.held(weights, covers) / part.weight(weights).max(f32::MIN_POSITIVE)
                };
                self.weight(weights) * parts.iter().map(share).fold(0.0, f32::max)
            }
        }
    }

    /// How often each of `count` units counts, where nothing but a sum is asked for.
    pub(crate) fn sums(&self, count: usize) -> Option<Vec<f32>> {
        let mut sums = vec![0.0; count];
        self.add_to(&mut sums).then_some(sums)
    }

    fn add_to(&self, sums: &mut [f32]) -> bool {
        match self {
            Share::Unit(unit) => {
                sums[*unit] += 1.0;
                true
            }
            Share::Sum(parts) => parts.iter().all(|part| part.add_to(sums)),
            Share::Best(_) => false,
        }
    }

    /// Whether nothing is missing from a section with these units.
    pub(crate) fn is_whole(&self, present: u64) -> bool {
        match self {
            Share::Unit(unit) => present & (1 << unit) != 0,
            Share::Sum(parts) => parts.iter().all(|part| part.is_whole(present)),
            Share::Best(parts) => parts.iter().any(|part| part.is_whole(present)),
        }
    }

    /// The units that are missing from a section, in order.
    pub(crate) fn missing(&self, present: u64) -> Vec<usize> {
        match self {
            Share::Unit(unit) if present & (1 << unit) == 0 => vec![*unit],
            Share::Unit(_) => Vec::new(),
            Share::Sum(parts) => parts.iter().flat_map(|part| part.missing(present)).collect(),
            Share::Best(parts) => {
                let missing = parts.iter().map(|part| part.missing(present));
                missing.min_by_key(Vec::len).unwrap_or_default()
            }
        }
    }

    /// The units that count, one bit each.
    pub(crate) fn units(&self) -> u64 {
        match self {
            Share::Unit(unit) => 1 << unit,
            Share::Sum(parts) | Share::Best(parts) => {
                parts.iter().fold(0, |bits, part| bits | part.units())
            }
        }
    }

    /// How many parts there are to be had.
    pub(crate) fn parts(&self) -> usize {
        match self {
            Share::Unit(_) => 1,
            Share::Sum(parts) => parts.iter().map(Share::parts).sum(),
            Share::Best(parts) => parts.iter().map(Share::parts).max().unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_met_by_what_is_held() {
        let need = Need::All(vec![
            Need::Any(vec![Need::Has(0), Need::Owns(1)]),
            Need::Not(Box::new(Need::Owns(2))),
        ]);
        // One section a bit: with the first unit, the second in other words, the second, all three.
        let set = |sections: &[usize]| -> FixedBitSet {
            let mut set = FixedBitSet::with_capacity(5);
            sections.iter().for_each(|section| set.insert(*section));
            set
        };
        let held = Held {
            present: vec![set(&[0, 3]), set(&[1, 2, 3]), set(&[2, 3])],
            own: vec![set(&[0, 3]), set(&[2, 3]), set(&[3])],
        };
        let all = set(&[0, 1, 2, 3]);
        let met = |need: &Need| need.met(&all, &held, &held).ones().collect::<Vec<_>>();
        assert_eq!(met(&need), [0, 2], "what is left out is not in its own words");
        assert_eq!(met(&Need::nothing()), [0, 1, 2, 3]);
        assert_eq!(met(&Need::Not(Box::new(Need::Has(2)))), [0, 1]);
        let nowhere = Held { present: vec![set(&[]); 3], own: vec![set(&[]); 3] };
        let twice_not = Need::Not(Box::new(Need::Not(Box::new(Need::Has(0)))));
        assert_eq!(twice_not.met(&all, &held, &nowhere).ones().collect::<Vec<_>>(), [0, 3]);
        assert_eq!(need.met(&all, &held, &nowhere).ones().collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(need.units(), 0b111);
        assert!(!need.only_leaves_out() && !Need::nothing().only_leaves_out());
        assert!(Need::Not(Box::new(Need::Has(0))).only_leaves_out());
    }

    #[test]
    fn the_best_of_alternatives_counts_as_the_whole() {
        let share = Share::Sum(vec![
            Share::Unit(0),
            Share::Best(vec![Share::Unit(1), Share::Sum(vec![Share::Unit(2), Share::Unit(3)])]),
        ]);
        let weights = [1.0, 2.0, 3.0, 3.0];
        assert_eq!(share.weight(&weights), 7.0);
        assert_eq!(share.held(&weights, &[0.0, 1.0, 0.0, 0.0]), 6.0);
        assert_eq!(share.held(&weights, &[1.0, 0.0, 1.0, 0.0]), 4.0);
        assert_eq!(share.sums(4), None);
        assert!(share.is_whole(0b0011) && !share.is_whole(0b0101));
        assert_eq!(share.missing(0b0100), [0, 1]);
        assert_eq!(share.missing(0b0001), [1]);
        assert_eq!((share.units(), share.parts()), (0b1111, 3));
        let twice = Share::Sum(vec![Share::Unit(0), Share::Sum(vec![Share::Unit(0)])]);
        assert_eq!(twice.sums(2), Some(vec![2.0, 0.0]));
    }
}
