//! Which passages have occurrences, as the postings tell.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;
use tantivy::schema::{Field, IndexRecordOption};

use super::Reach;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::plan::Plan;
use crate::positions;
use crate::presence::Presence;
use crate::segment::{SearchedField, Segment};
use crate::stream::unit_streams;
use crate::unit::{Unit, Way};

/// The passages of `segment` that may hold an occurrence of a unit of `plan` that counts: those that
/// have its terms, in sections that have what the plan asks for, within `narrowing`.
///
/// A section has what is asked for as in a search, or in any line of its text; it has what is left
/// out as in a search.
pub(super) fn candidates(
    segment: &Segment<'_>,
    plan: &Plan,
    narrowing: &Narrowing,
    reach: Reach,
    text: [Field; 2],
) -> Result<FixedBitSet, Fault> {
    let mut allowed = narrowing.passages(segment)?;
    let standing: Vec<FixedBitSet> = plan
        .units
        .iter()
        .map(|unit| standing(segment, unit, reach, text))
        .collect::<Result<_, Fault>>()?;
    if plan.need.units() != 0 {
        allowed.intersect_with(&answering(segment, plan, &allowed, &standing)?);
    }
    let mut candidates = FixedBitSet::with_capacity(allowed.len());
    let counted = plan.share.units();
    for (_, own) in (0..).zip(&standing).filter(|(unit, _)| counted & (1u64 << unit) != 0) {
        candidates.union_with(own);
    }
    candidates.intersect_with(&allowed);
    Ok(candidates)
}

/// The passages whose own text has a unit.
fn standing(
    segment: &Segment<'_>,
    unit: &Unit,
    reach: Reach,
    text: [Field; 2],
) -> Result<FixedBitSet, Fault> {
    let mut passages = FixedBitSet::with_capacity(segment.reader.max_doc() as usize);
    for field in segment.fields.iter().filter(|field| text.contains(&field.field)) {
        for way in &unit.ways {
            add(field, way, reach, &mut passages)?;
        }
    }
    Ok(passages)
}

fn add(
    field: &SearchedField,
    way: &Way,
    reach: Reach,
    passages: &mut FixedBitSet,
) -> Result<(), Fault> {
    let terms: BTreeSet<String> = match (way, reach) {
        (Way::Word(slot), Reach::Inflection) => slot.inflected_terms().into_iter().collect(),
        (Way::Word(slot), Reach::Family) => slot.weighted_terms().into_keys().collect(),
        (Way::Terms(terms), _) => terms.keys().cloned().collect(),
        (Way::Places(sequences), _) => {
            let counts = positions::count(field, sequences)?;
            counts.iter().for_each(|(doc, _)| passages.insert(*doc as usize));
            return Ok(());
        }
        (Way::Near(slots, others), _) => {
            let width = others.saturating_add(u32::try_from(slots.len()).unwrap_or(u32::MAX));
            let counts = positions::count_within(field, slots, width)?;
            counts.iter().for_each(|(doc, _)| passages.insert(*doc as usize));
            return Ok(());
        }
        (Way::Heard(_) | Way::InField(..) | Way::Holds(_), _) => return Ok(()),
    };
    for term in &terms {
        let Some(info) = field.terms().get(term)? else { continue };
        let mut block = field.blocks(&info, IndexRecordOption::Basic)?;
        while !block.docs().is_empty() {
            block.docs().iter().for_each(|doc| passages.insert(*doc as usize));
            block.advance();
        }
    }
    Ok(())
}

/// The passages of the sections that have what `plan` needs.
fn answering(
    segment: &Segment<'_>,
    plan: &Plan,
    allowed: &FixedBitSet,
    standing: &[FixedBitSet],
) -> Result<FixedBitSet, Fault> {
    let mut presence = Presence::read(segment, &unit_streams(segment, plan)?)?;
    presence.restrict(allowed);
    let searched = presence.held();
    let mut asked = searched.clone();
    for (unit, own) in standing.iter().enumerate() {
        let sections = segment.boundaries.sections_of(&(own & allowed));
        asked.present[unit].union_with(&sections);
        asked.own[unit].union_with(&sections);
    }
    let sections = plan.need.met(&presence.any(), &asked, &searched);
    Ok(segment.boundaries.passages_of(&sections))
}
