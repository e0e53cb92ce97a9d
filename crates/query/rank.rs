//! Passages of a segment → sections in order of merit.
//!
//! What answers is counted on sets of sections, 64 passages at a time. Occurrences are then looked
//! at in two rounds: first in the sections that have the most of the query, then in those others
//! that could still be worth as much (the idea of `MaxScore`; Turtle & Flood 1995).

use std::ops::Range;

use fixedbitset::FixedBitSet;
use glane_index::next_passage;
use tantivy::{DocAddress, DocId};

use crate::answering::Answering;
use crate::evidence::Window;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::found::{Candidate, Counted, Found};
use crate::near::Near;
use crate::plan::Plan;
use crate::presence::Presence;
use crate::scale::Scale;
use crate::segment::Segment;
use crate::stream::{Stream, all_streams};
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
    let streams = all_streams(segments, plan)?;
    let presences = Presence::of_all(segments, &streams)?;
    let scale = Scale::new(&presences, plan, sections);
    if scale.is_absent {
        return Ok(());
    }
    for ((segment, streams), mut presence) in segments.iter().zip(&streams).zip(presences) {
        let allowed = match narrowing.is_empty() && segment.departed.is_none() {
            true => None,
            false => Some(narrowing.passages(segment)?),
        };
        if let Some(allowed) = &allowed {
            presence.restrict(allowed);
        }
        let answering = Answering::new(&presence, &scale);
        found.count(segment.ord, answering.counted());
        let round = Round { segment, streams, scale: &scale, presence: &presence };
        round.rank(&answering, found)?;
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
        let allowed = narrowing.passages(segment)?;
        let mut counted = Counted::default();
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
                counted.passages.push(*first);
                counted.whole += 1;
                counted.matching += section.len();
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
        found.count(segment.ord, counted);
    }
    Ok(())
}

/// Looks at the occurrences in one segment.
struct Round<'a> {
    segment: &'a Segment<'a>,
    streams: &'a [Vec<Stream<'a>>],
    scale: &'a Scale<'a>,
    presence: &'a Presence<'a>,
}

impl Round<'_> {
    /// Adds the sections that answer to `found`: all, or the best.
    fn rank(&self, answering: &Answering<'_>, found: &mut Found) -> Result<(), Fault> {
        match found.shown() {
            None => self.look(answering.sections(), found),
            Some(0) => Ok(()),
            Some(shown) => {
                let first = answering.with_most(shown);
                self.look(&first, found)?;
                self.look(&answering.worth(found.least(), &first), found)
            }
        }
    }

    /// Adds `sections`, each given by its last passage, as far as they are worth it.
    fn look(&self, sections: &FixedBitSet, found: &mut Found) -> Result<(), Fault> {
        if sections.is_clear() {
            return Ok(());
        }
        let Round { segment, streams, scale, presence } = *self;
        let wanted = presence.passages_of(sections);
        let pairs = scale.plan.pairs.iter().map(|pair| Near::open(segment, scale.plan, *pair));
        let mut tally = Tally::new(scale, presence, pairs.collect::<Result<_, _>>()?);
        let mut window = Window::new(segment, streams, &wanted)?;
        let mut start = 0;
        while let Some(first) = next_passage(&wanted, start) {
            let passages = run(segment, first);
            start = passages.end;
            window.turn(passages);
            let mut last = None;
            for doc in window.passages() {
                if let Some(last) = last.take_if(|last| *last < doc) {
                    self.turn(&window, &mut tally, last, found);
                }
                last.get_or_insert_with(|| segment.boundaries.last_of_section(doc));
                tally.add(&window, doc);
            }
            if let Some(last) = last {
                self.turn(&window, &mut tally, last, found);
            }
        }
        Ok(())
    }

    /// Adds the section that ends with `last` to `found`, if it is worth it. Starts another.
    fn turn(&self, window: &Window<'_>, tally: &mut Tally<'_>, last: DocId, found: &mut Found) {
        let judged = tally.judged(last);
        if let Some(worth) = tally.worth(window, &judged, found.least()) {
            let matching = tally.matching();
            let at = |doc| DocAddress::new(self.segment.ord, doc);
            let section = Candidate {
                score: worth.score,
                section: self.segment.section_of(last),
                best: at(worth.best),
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
                    best: at(*doc),
                    passages: 1,
                    ..section
                }));
            }
        }
        tally.clear();
    }
}

/// Whole sections from the passage `start` on.
fn run(segment: &Segment<'_>, start: DocId) -> Range<DocId> {
    let count = segment.reader.max_doc();
    let most = start.saturating_add(WINDOW).min(count);
    start..segment.boundaries.last_of_section(most - 1) + 1
}
