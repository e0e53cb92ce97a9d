//! Evidence by passage → sections in order of merit.

use tantivy::{DocAddress, DocId};

use crate::evidence::{Evidence, Matches, Scratch, gather};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::need::Held;
use crate::plan::{Pair, Plan};
use crate::positions;
use crate::segment::Segment;
use crate::weights;

/// A section that answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    /// The higher the better.
    pub(crate) score: f32,
    /// The section's number in the index.
    pub(crate) section: u64,
    /// Its best passage.
    pub(crate) best: DocAddress,
    /// How many of its passages match in their text.
    pub(crate) passages: usize,
    /// One bit per unit that it has.
    pub(crate) present: u64,
    /// Whether nothing of the query is missing from it.
    pub(crate) whole: bool,
}

/// All sections of `segments` that answer `plan` within `narrowing`, in the order of the index.
pub(crate) fn candidates(
    segments: &[Segment<'_>],
    plan: &Plan,
    narrowing: &Narrowing,
    sections: usize,
) -> Result<Vec<Candidate>, Fault> {
    let gathered = segments
        .iter()
        .map(|segment| Gathered::new(segment, plan))
        .collect::<Result<Vec<Gathered<'_>>, Fault>>()?;
    let scale = Scale::new(&gathered, plan, sections);
    let mut candidates = Vec::new();
    if scale.absent > weights::MOST_ABSENT * scale.total {
        return Ok(candidates);
    }
    for gathered in &gathered {
        let allowed = match narrowing.is_empty() {
            true => None,
            false => Some(narrowing.passages(gathered.segment)?),
        };
        gathered.rank(&scale, allowed.as_deref(), &mut candidates);
    }
    Ok(candidates)
}

/// The sections of `segments` within `narrowing`, all of the same merit, in the order of the
/// index.
pub(crate) fn listing(
    segments: &[Segment<'_>],
    narrowing: &Narrowing,
) -> Result<Vec<Candidate>, Fault> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for segment in segments {
        let allowed = narrowing.passages(segment)?;
        for doc in (0..segment.reader.max_doc()).filter(|doc| allowed[*doc as usize]) {
            let section = segment.section_of(doc);
            match candidates.last_mut() {
                Some(last) if last.section == section => last.passages += 1,
                _ => candidates.push(Candidate {
                    score: 0.0,
                    section,
                    best: DocAddress::new(segment.ord, doc),
                    passages: 1,
                    present: 0,
                    whole: true,
                }),
            }
        }
    }
    Ok(candidates)
}

/// What one segment has of a query.
struct Gathered<'a> {
    segment: &'a Segment<'a>,
    units: Vec<Matches>,
    pairs: Vec<Matches>,
}

impl<'a> Gathered<'a> {
    fn new(segment: &'a Segment<'a>, plan: &Plan) -> Result<Gathered<'a>, Fault> {
        let mut scratch = Scratch::new(segment);
        let units = plan.units.iter().map(|unit| gather(segment, unit, &mut scratch));
        let units = units.collect::<Result<Vec<Matches>, Fault>>()?;
        let pairs = plan.pairs.iter().map(|pair| near(segment, plan, *pair, &mut scratch));
        Ok(Gathered { segment, units, pairs: pairs.collect::<Result<_, Fault>>()? })
    }

    fn rank(&self, scale: &Scale<'_>, allowed: Option<&[bool]>, candidates: &mut Vec<Candidate>) {
        let mut rows = Rows::new(&self.units, &self.pairs);
        let mut tally = Tally::new(scale, self.segment.ord);
        while let Some(doc) = rows.peek() {
            if allowed.is_some_and(|allowed| !allowed[doc as usize]) {
                rows.pass(doc, |_| {});
                continue;
            }
            let section = self.segment.section_of(doc);
            if section != tally.section {
                candidates.extend(tally.turn(section));
            }
            tally.passages.push(doc);
            rows.pass(doc, |evidence| tally.cells.push(evidence));
        }
        candidates.extend(tally.turn(u64::MAX));
    }
}

/// Where the two words of a pair stand near to each other.
fn near(
    segment: &Segment<'_>,
    plan: &Plan,
    pair: Pair,
    scratch: &mut Scratch,
) -> Result<Matches, Fault> {
    let [first, second] = pair.units.map(|unit| &plan.units[unit]);
    let (Some(first), Some(second)) = (first.lone_word(), second.lone_word()) else {
        return Ok(Matches::new());
    };
    for field in &segment.fields {
        for (doc, count) in positions::count_near(field, [first, second], pair.gap + weights::SLOP)?
        {
            scratch.add(doc, field.is_text, count as f32 * field.worth(doc), 1.0);
        }
    }
    Ok(scratch.drain())
}

/// The weight of each unit and pair in a query.
struct Scale<'a> {
    plan: &'a Plan,
    units: Vec<f32>,
    pairs: Vec<f32>,
    total: f32,
    /// The part of [`total`](Scale::total) that is of units that stand nowhere.
    absent: f32,
}

impl<'a> Scale<'a> {
    fn new(gathered: &[Gathered<'_>], plan: &'a Plan, sections: usize) -> Scale<'a> {
        // What only restricts or leaves out is worth nothing.
        let counted = plan.share.units();
        let unit = |index: usize| {
            if counted & (1 << index) == 0 {
                return 0.0;
            }
            let holders = gathered.iter().map(|own| holders(own.segment, &own.units[index])).sum();
            idf(holders, sections)
        };
        let units: Vec<f32> = (0..plan.units.len()).map(unit).collect();
        let pair = |pair: &Pair| {
            let [first, second] = pair.units;
            weights::PROXIMITY * units[first].min(units[second])
        };
        let stands = |index: usize| {
            f32::from(u8::from(gathered.iter().any(|own| !own.units[index].is_empty())))
        };
        let total = plan.share.weight(&units);
        Scale {
            plan,
            pairs: plan.pairs.iter().map(pair).collect(),
            total,
            absent: total - plan.share.held(&units, &stands),
            units,
        }
    }
}

impl Scale<'_> {
    /// Units, then pairs, with their weights.
    fn columns(&self) -> impl Iterator<Item = (usize, f32)> {
        self.units.iter().chain(&self.pairs).copied().enumerate()
    }

    /// How many columns there are; never zero.
    fn width(&self) -> usize {
        (self.units.len() + self.pairs.len()).max(1)
    }
}

/// How many sections hold a unit, derived words left out.
fn holders(segment: &Segment<'_>, matches: &Matches) -> usize {
    let mut holders = 0;
    let mut last = None;
    for (doc, _) in matches.iter().filter(|(_, evidence)| evidence.cover >= 0.5) {
        let section = Some(segment.section_of(*doc));
        holders += usize::from(section != last);
        last = section;
    }
    holders
}

/// The inverse document frequency of BM25, never negative; largest for what is nowhere.
fn idf(holders: usize, sections: usize) -> f32 {
    let (holders, sections) = (holders as f32, sections as f32);
    (1.0 + ((sections - holders).max(0.0) + 0.5) / (holders + 0.5)).ln()
}

/// Merges the matches of units and pairs by passage.
struct Rows<'a> {
    columns: Vec<&'a [(DocId, Evidence)]>,
}

impl<'a> Rows<'a> {
    fn new(units: &'a [Matches], pairs: &'a [Matches]) -> Rows<'a> {
        Rows { columns: units.iter().chain(pairs).map(Vec::as_slice).collect() }
    }

    /// The next passage.
    fn peek(&self) -> Option<DocId> {
        self.columns.iter().filter_map(|column| Some(column.first()?.0)).min()
    }

    /// Passes `doc`, handing its evidence to `keep`: units first, then pairs.
    fn pass(&mut self, doc: DocId, mut keep: impl FnMut(Evidence)) {
        for column in &mut self.columns {
            match column.split_first() {
                Some(((first, evidence), rest)) if *first == doc => {
                    *column = rest;
                    keep(*evidence);
                }
                _ => keep(Evidence::default()),
            }
        }
    }
}

/// The passages of one section after the other: many sections, little room.
struct Tally<'a> {
    scale: &'a Scale<'a>,
    segment: u32,
    section: u64,
    passages: Vec<DocId>,
    /// One row a passage, one column a unit or pair.
    cells: Vec<Evidence>,
}

impl<'a> Tally<'a> {
    fn new(scale: &'a Scale<'a>, segment: u32) -> Tally<'a> {
        Tally { scale, segment, section: u64::MAX, passages: Vec::new(), cells: Vec::new() }
    }

    /// The merit of the section; `None` when it has too little of the query. Starts another.
    fn turn(&mut self, section: u64) -> Option<Candidate> {
        let candidate = if self.passages.is_empty() { None } else { self.candidate() };
        self.section = section;
        self.passages.clear();
        self.cells.clear();
        candidate
    }

    fn candidate(&self) -> Option<Candidate> {
        let scale = self.scale;
        let (held, coverage) = self.coverage();
        let plan = scale.plan;
        if !plan.need.is_met(held) || coverage < weights::LEAST_COVERAGE {
            return None;
        }
        let complete = plan.share.is_whole(held.present);
        let heading: f32 = self
            .scale
            .columns()
            .map(|(at, weight)| weight * saturate(self.most(at, Evidence::heading)))
            .sum();
        let (best, doc) = self.best_passage()?;
        let whole: f32 = self
            .scale
            .columns()
            .map(|(at, weight)| weight * saturate(self.most(at, Evidence::text)))
            .sum();
        let text = best + weights::OTHER_PASSAGES * (whole - best);
        let merit = text + weights::HEADING * heading;
        Some(Candidate {
            score: merit * coverage.powf(weights::COVERAGE_POWER) * self.both(complete),
            section: self.section,
            best: DocAddress::new(self.segment, doc),
            passages: self.rows().filter(|row| self.has_text(row)).count(),
            present: held.present,
            whole: complete,
        })
    }

    /// A query of two words is about both: what has one of them only comes after.
    fn both(&self, whole: bool) -> f32 {
        let both = self.scale.plan.share.parts() == 2 && whole;
        if both { weights::BOTH_WORDS } else { 1.0 }
    }

    fn best_passage(&self) -> Option<(f32, DocId)> {
        let score = |row: &[Evidence]| -> f32 {
            self.scale.columns().map(|(at, weight)| weight * saturate(row[at].text)).sum()
        };
        let scored = self.rows().map(score).zip(self.passages.iter().copied());
        // The first of equals: it is the nearest to the heading.
        scored.reduce(|best, other| if other.0 > best.0 { other } else { best })
    }

    fn rows(&self) -> impl Iterator<Item = &[Evidence]> {
        self.cells.chunks(self.scale.width())
    }

    fn has_text(&self, row: &[Evidence]) -> bool {
        let counted = (0..).zip(&self.scale.units).filter(|(_, weight)| **weight > 0.0);
        counted.into_iter().any(|(unit, _): (usize, &f32)| row[unit].text > 0.0)
    }

    fn most(&self, column: usize, value: fn(&Evidence) -> f32) -> f32 {
        self.rows().map(|row| value(&row[column])).fold(0.0, f32::max)
    }

    /// The units that the section has, and their share of the query; all of it, where nothing is
    /// asked but what restricts.
    fn coverage(&self) -> (Held, f32) {
        let Scale { plan, units, total, .. } = self.scale;
        let covers: Vec<f32> =
            (0..units.len()).map(|unit| self.most(unit, Evidence::cover)).collect();
        let mut held = Held::default();
        for (unit, cover) in covers.iter().enumerate() {
            held.present |= u64::from(*cover > 0.0) << unit;
            held.own |= u64::from(*cover >= weights::OWN_COVER) << unit;
        }
        if *total == 0.0 {
            return (held, 1.0);
        }
        (held, plan.share.held(units, &|unit| covers[unit]) / total)
    }
}

fn saturate(occurrences: f32) -> f32 {
    occurrences * (weights::K1 + 1.0) / (occurrences + weights::K1)
}

/// How many documents `candidates` stand in; they must be in the order of [`candidates`].
pub(crate) fn documents(segments: &[Segment<'_>], found: &[Candidate]) -> Result<usize, Fault> {
    let mut documents = 0;
    for segment in segments {
        let column = segment.reader.fast_fields().u64("document_ordinal")?;
        let own = found.iter().filter(|candidate| candidate.best.segment_ord == segment.ord);
        // The sections of a document are neighbours.
        let mut last = None;
        for document in own.map(|candidate| column.first(candidate.best.doc_id)) {
            documents += usize::from(document != last);
            last = document;
        }
    }
    Ok(documents)
}
