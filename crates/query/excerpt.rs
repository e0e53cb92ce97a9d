//! The passages that a hit is best shown by.

use tantivy::DocAddress;

use crate::evidence::Window;
use crate::fault::Fault;
use crate::found::Candidate;
use crate::plan::Plan;
use crate::presence::Presence;
use crate::scale::Scale;
use crate::segment::Segment;
use crate::stream::all_streams;
use crate::tally::saturate;

/// How many passages of a section are shown at most.
const MOST: usize = 3;

/// The best passages of the section of each hit, in the order of the text: those with most of the
/// query in their own text, by weight; the passage that it is shown by is always among them.
/// `sections` is how many the index holds.
pub(crate) fn best(
    segments: &[Segment<'_>],
    plan: &Plan,
    sections: usize,
    hits: &[Candidate],
) -> Result<Vec<Vec<DocAddress>>, Fault> {
    let mut excerpts: Vec<Vec<DocAddress>> = hits.iter().map(|hit| vec![hit.best]).collect();
    if plan.units.is_empty() {
        return Ok(excerpts);
    }
    let streams = all_streams(segments, plan)?;
    let presences = Presence::of_all(segments, &streams)?;
    let scale = Scale::new(&presences, plan, sections);
    for ((segment, streams), presence) in segments.iter().zip(&streams).zip(&presences) {
        // A window moves onwards only.
        let own = (0..).zip(hits).filter(|(_, hit)| hit.best.segment_ord == segment.ord);
        let mut own: Vec<(usize, &Candidate)> = own.collect();
        own.sort_unstable_by_key(|(_, hit)| hit.best.doc_id);
        let wanted = presence.passages();
        let mut window = Window::new(segment, streams, &wanted)?;
        let mut turned = None;
        for (at, hit) in own {
            let passages = segment.boundaries.section_of(hit.best.doc_id);
            if turned.as_ref() != Some(&passages) {
                window.turn(passages.clone());
                turned = Some(passages);
            }
            excerpts[at] = of_section(&window, &scale, hit);
        }
    }
    Ok(excerpts)
}

fn of_section(window: &Window<'_>, scale: &Scale<'_>, hit: &Candidate) -> Vec<DocAddress> {
    let worth = |passage| {
        let units = window.evidence(passage).iter().zip(&scale.units);
        units.map(|(own, weight)| weight * saturate(own.text)).sum::<f32>()
    };
    let others = window.passages().filter(|passage| *passage != hit.best.doc_id);
    let mut others: Vec<(f32, u32)> =
        others.map(|passage| (worth(passage), passage)).filter(|(worth, _)| *worth > 0.0).collect();
    others.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut shown: Vec<u32> = others.into_iter().take(MOST - 1).map(|(_, own)| own).collect();
    shown.push(hit.best.doc_id);
    shown.sort_unstable();
    shown.into_iter().map(|doc| DocAddress::new(hit.best.segment_ord, doc)).collect()
}
