//! Two words near to each other: what they add where they are.

use tantivy::{DocId, TantivyError};

use crate::evidence::Evidence;
use crate::plan::{Pair, Plan};
use crate::positions::Following;
use crate::segment::{SearchedField, Segment};
use crate::weights;

/// The two words of a pair in one segment, read passage by passage, onwards only.
pub(crate) struct Near<'a> {
    /// The fields that hold both.
    fields: Vec<(&'a SearchedField, Following)>,
}

impl<'a> Near<'a> {
    /// Before the first passage of `segment`.
    pub(crate) fn open(
        segment: &'a Segment<'a>,
        plan: &Plan,
        pair: Pair,
    ) -> Result<Near<'a>, TantivyError> {
        let [first, second] = pair.units.map(|unit| plan.units[unit].lone_word());
        let (Some(first), Some(second)) = (first, second) else {
            return Ok(Near { fields: Vec::new() });
        };
        let mut fields = Vec::new();
        for field in &segment.fields {
            let following = Following::open(field, [first, second], pair.gap + weights::SLOP)?;
            fields.extend(following.map(|following| (field, following)));
        }
        Ok(Near { fields })
    }

    /// What `passage` has of the two, given what it has of each.
    pub(crate) fn at(&mut self, passage: DocId, [first, second]: [Evidence; 2]) -> Evidence {
        let (text, heading) =
            (first.text > 0.0 && second.text > 0.0, first.heading > 0.0 && second.heading > 0.0);
        let mut evidence = Evidence::default();
        for (field, following) in &mut self.fields {
            if !(if field.is_text { text } else { heading }) {
                continue;
            }
            let worth = following.count_at(passage) as f32 * field.worth(passage);
            let kept = if field.is_text { &mut evidence.text } else { &mut evidence.heading };
            *kept += worth;
        }
        evidence
    }
}
