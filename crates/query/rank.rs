//! Passages of a segment → sections in order of merit.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use tantivy::{DocAddress, DocId};

use crate::evidence::Window;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::found::{Candidate, Found};
use crate::near::Near;
use crate::plan::Plan;
use crate::scale::Scale;
use crate::segment::Segment;
use crate::stream::{Stream, streams};
use crate::tally::Tally;

/// How many passages are looked at together, so that what is known of them stays in the cache.
const WINDOW: DocId = 4096;

/// Adds to `found` all sections of `segments` that answer `plan` within `narrowing`; `sections` is
/// how many the index holds.
pub(crate) fn candidates(
    segments: &[Segment<'_>],
    plan: &Plan,
    narrowing: &Narrowing,
    sections: usize,
    found: &mut Found,
) -> Result<(), Fault> {
    let of_units = |segment| plan.units.iter().map(|unit| streams(segment, unit)).collect();
    let streams = segments.iter().map(of_units).collect::<Result<Vec<Vec<_>>, Fault>>()?;
    let scale = Scale::new(segments, &streams, plan, sections)?;
    if scale.is_absent {
        return Ok(());
    }
    for (segment, streams) in segments.iter().zip(&streams) {
        let allowed = match narrowing.is_empty() && segment.departed.is_none() {
            true => None,
            false => Some(narrowing.passages(segment)?),
        };
        rank(segment, streams, &scale, allowed.as_ref(), found)?;
    }
    Ok(())
}

/// Adds to `found` the sections of `segments` within `narrowing`, all of the same merit.
pub(crate) fn listing(
    segments: &[Segment<'_>],
    narrowing: &Narrowing,
    found: &mut Found,
) -> Result<(), Fault> {
    for segment in segments {
        found.open(segment.ord);
        let allowed = narrowing.passages(segment)?;
        let mut section = Vec::new();
        for doc in 0..segment.reader.max_doc() {
            section.extend(allowed.contains(doc as usize).then_some(doc));
            if !segment.boundaries.is_last(doc) {
                continue;
            }
            if let Some(first) = section.first() {
                let listed = Candidate {
                    score: 0.0,
                    section: segment.section_of(*first),
                    best: DocAddress::new(segment.ord, *first),
                    sections: 1,
                    passages: section.len(),
                    present: 0,
                    whole: true,
                };
                found.count(*first, section.len(), 0, true);
                found.keep(listed);
                if found.wants_passages() {
                    let at = |doc: &DocId| DocAddress::new(segment.ord, *doc);
                    let passages = section.iter().map(at);
                    found.keep_passages(passages.map(|best| Candidate {
                        best,
                        passages: 1,
                        ..listed
                    }));
                }
            }
            section.clear();
        }
    }
    Ok(())
}

fn rank<'a>(
    segment: &'a Segment<'a>,
    streams: &'a [Vec<Stream<'a>>],
    scale: &'a Scale<'a>,
    allowed: Option<&FixedBitSet>,
    found: &mut Found,
) -> Result<(), Fault> {
    let pairs = scale.plan.pairs.iter().map(|pair| Near::open(segment, scale.plan, *pair));
    let mut tally = Tally::new(scale, pairs.collect::<Result<_, _>>()?);
    let mut window = Window::new(streams)?;
    found.open(segment.ord);
    let mut start = 0;
    while start < segment.reader.max_doc() {
        let passages = run(segment, start);
        start = passages.end;
        window.turn(passages);
        let mut last = 0;
        for doc in window.touched() {
            if allowed.is_some_and(|allowed| !allowed.contains(doc as usize)) {
                continue;
            }
            if tally.passages().is_empty() || doc > last {
                turn(segment, &window, &mut tally, found);
                last = segment.boundaries.last_of_section(doc);
            }
            tally.add(&window, doc);
        }
        turn(segment, &window, &mut tally, found);
    }
    Ok(())
}

/// Whole sections from the passage `start` on.
fn run(segment: &Segment<'_>, start: DocId) -> Range<DocId> {
    let count = segment.reader.max_doc();
    let most = start.saturating_add(WINDOW).min(count);
    start..segment.boundaries.last_of_section(most - 1) + 1
}

/// Adds the section to `found` unless it has too little of the query. Starts another.
fn turn(segment: &Segment<'_>, window: &Window<'_>, tally: &mut Tally<'_>, found: &mut Found) {
    add(segment, window, tally, found);
    tally.clear();
}

fn add(
    segment: &Segment<'_>,
    window: &Window<'_>,
    tally: &mut Tally<'_>,
    found: &mut Found,
) -> Option<()> {
    let first = *tally.passages().first()?;
    let judged = tally.judged()?;
    let matching = tally.matching();
    found.count(first, matching, judged.present, judged.whole);
    let worth = tally.worth(window, &judged, found.least())?;
    let section = Candidate {
        score: worth.score,
        section: segment.section_of(first),
        best: DocAddress::new(segment.ord, worth.best),
        sections: 1,
        passages: matching,
        present: judged.present,
        whole: judged.whole,
    };
    found.keep(section);
    if found.wants_passages() {
        // Those with words of the query; the best one where only headings have any.
        let rows = (0..).zip(tally.passages()).filter(|(_, doc)| match matching {
            0 => **doc == worth.best,
            _ => tally.has_text(window.evidence(**doc)),
        });
        found.keep_passages(rows.map(|(row, doc)| Candidate {
            score: tally.passage(window, row, &worth, &judged),
            best: DocAddress::new(segment.ord, *doc),
            passages: 1,
            ..section
        }));
    }
    Some(())
}
