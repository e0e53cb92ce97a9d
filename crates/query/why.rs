//! Why hits are worth what they are.

use serde::Serialize;

use crate::evidence::{Evidence, Window};
use crate::fault::Fault;
use crate::found::Candidate;
use crate::near::Near;
use crate::plan::Plan;
use crate::presence::Presence;
use crate::scale::Scale;
use crate::segment::Segment;
use crate::stream::all_streams;
use crate::tally::{Tally, saturate};
use crate::{Group, weights};

/// Why a hit is worth what it is: its score is the sum of its [`parts`](Why::parts) times its
/// [`factor`](Why::factor).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Why {
    /// What the words, phrases and people of the query add, then neighbours that stand near to each
    /// other; what adds nothing is left out.
    pub parts: Vec<WhyPart>,
    /// The share of the query that the section holds, from 0 to 1.
    pub share: f32,
    /// What that share multiplies.
    pub factor: f32,
}

/// What one word of a query, or two near to each other, add to a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhyPart {
    /// As typed.
    pub words: String,
    /// How rare it is: the inverse document frequency, in sections.
    pub weight: f32,
    /// What it adds by the passage, and in a small part by the others.
    pub text: f32,
    /// What it adds by the section's title, keywords and names, and by its document.
    pub headings: f32,
}

/// Why each of `hits`, which are what `group` says, is worth what it is.
pub(crate) fn reasons(
    segments: &[Segment<'_>],
    plan: &Plan,
    sections: usize,
    group: Group,
    hits: &[Candidate],
) -> Result<Vec<Option<Why>>, Fault> {
    let streams = all_streams(segments, plan)?;
    let presences = Presence::of_all(segments, &streams)?;
    let scale = Scale::new(&presences, plan, sections);
    let mut reasons = Vec::with_capacity(hits.len());
    for hit in hits {
        let ord = hit.best.segment_ord;
        let mut own = segments.iter().zip(&streams).zip(&presences);
        let Some(((segment, streams), presence)) = own.find(|((own, _), _)| own.ord == ord) else {
            reasons.push(None);
            continue;
        };
        let passages = segment.boundaries.section_of(hit.best.doc_id);
        let last = passages.end - 1;
        let wanted = presence.passages();
        let mut window = Window::new(segment, streams, &wanted)?;
        window.turn(passages);
        let near = plan.pairs.iter().map(|pair| Near::open(segment, plan, *pair));
        let mut tally = Tally::new(&scale, presence, near.collect::<Result<_, _>>()?);
        window.passages().for_each(|passage| tally.add(&window, passage));
        let judged = tally.judged(last);
        tally.read_pairs(&window, &judged);
        let parts = parts(&scale, &tally, &window, group, hit);
        reasons.push(Some(Why { parts, share: judged.share, factor: judged.factor }));
    }
    Ok(reasons)
}

fn parts(
    scale: &Scale<'_>,
    tally: &Tally<'_>,
    window: &Window<'_>,
    group: Group,
    hit: &Candidate,
) -> Vec<WhyPart> {
    let plan = scale.plan;
    let pair = |at: usize| plan.pairs[at].units.map(|unit| &plan.units[unit].label[..]).join(" … ");
    let labels = plan.units.iter().map(|unit| unit.label.clone());
    let labels = labels.chain((0..plan.pairs.len()).map(pair));
    let weights = scale.units.iter().chain(&scale.pairs).copied();
    let parts = labels.zip(weights).enumerate().map(|(column, (words, weight))| {
        let all = tally.rows(window).map(|(_, row)| row(column));
        let most = all.fold(Evidence::default(), Evidence::or_more);
        let best = tally.rows(window).find(|(passage, _)| *passage == hit.best.doc_id);
        let best = best.map_or(0.0, |(_, row)| saturate(row(column).text));
        let others = if group == Group::Passage { 0.0 } else { weights::OTHER_PASSAGES };
        WhyPart {
            words,
            weight,
            text: weight * (best + others * (saturate(most.text) - best)),
            headings: weight * weights::HEADING * saturate(most.heading),
        }
    });
    parts.filter(|part| part.text > 0.0 || part.headings > 0.0).collect()
}
