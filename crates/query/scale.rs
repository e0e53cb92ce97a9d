//! What each unit of a query weighs: by how few sections have it.

use fixedbitset::FixedBitSet;
use tantivy::TantivyError;

use crate::need::Share;
use crate::plan::{Pair, Plan};
use crate::segment::Segment;
use crate::stream::Stream;
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
    /// Of the whole query.
    pub(crate) total: f32,
    /// Whether what made the question stands nowhere.
    pub(crate) is_absent: bool,
}

impl<'a> Scale<'a> {
    /// Weighs the units of `plan`, given where each stands in each of `segments`; `sections` is how
    /// many the index holds.
    pub(crate) fn new(
        segments: &[Segment<'_>],
        streams: &[Vec<Vec<Stream<'_>>>],
        plan: &'a Plan,
        sections: usize,
    ) -> Result<Scale<'a>, TantivyError> {
        // What only restricts or leaves out is worth nothing.
        let counted = plan.share.units();
        let mut units = vec![0.0; plan.units.len()];
        let mut stand = vec![0.0; plan.units.len()];
        for (unit, (weight, stands)) in units.iter_mut().zip(&mut stand).enumerate() {
            if counted & (1 << unit) == 0 {
                continue;
            }
            let mut holders = 0;
            for (segment, streams) in segments.iter().zip(streams) {
                let Held { any, sections } = held(segment, &streams[unit])?;
                holders += sections;
                *stands = if any { 1.0 } else { *stands };
            }
            *weight = idf(holders, sections);
        }
        let pair = |pair: &Pair| {
            let [first, second] = pair.units;
            weights::PROXIMITY * units[first].min(units[second])
        };
        let total = plan.share.weight(&units);
        Ok(Scale {
            plan,
            pairs: plan.pairs.iter().map(pair).collect(),
            total,
            is_absent: is_absent(&plan.share, &units, &stand),
            sums: plan.share.sums(units.len()).map(|sums| {
                sums.iter().zip(&units).map(|(times, weight)| times * weight / total).collect()
            }),
            counted,
            units,
        })
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

/// Where a unit stands in a segment.
struct Held {
    /// Whether it stands anywhere.
    any: bool,
    /// How many sections hold it, words that are but akin to it in headings of others left out.
    sections: usize,
}

fn held(segment: &Segment<'_>, streams: &[Stream<'_>]) -> Result<Held, TantivyError> {
    let mut passages = FixedBitSet::with_capacity(segment.reader.max_doc() as usize);
    for stream in streams.iter().filter(|stream| stream.cover >= weights::HOLDING_COVER) {
        stream.mark(&mut passages)?;
    }
    leave_departed(segment, &mut passages);
    let sections = segment.boundaries.sections_of(&passages);
    if sections == 0 {
        streams.iter().try_for_each(|stream| stream.mark(&mut passages))?;
        leave_departed(segment, &mut passages);
    }
    Ok(Held { any: !passages.is_clear(), sections })
}

/// Leaves out passages that are not in the index any more.
fn leave_departed(segment: &Segment<'_>, passages: &mut FixedBitSet) {
    if let Some(departed) = &segment.departed {
        passages.difference_with(departed);
    }
}

/// The inverse document frequency of BM25, never negative; largest for what is nowhere.
fn idf(holders: usize, sections: usize) -> f32 {
    let (holders, sections) = (holders as f32, sections as f32);
    (1.0 + ((sections - holders).max(0.0) + 0.5) / (holders + 0.5)).ln()
}
