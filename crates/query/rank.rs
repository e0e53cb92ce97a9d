//! Evidence by passage → sections in order of merit.

use tantivy::{DocAddress, DocId};

use crate::Group;
use crate::evidence::{Evidence, Matches, Scratch, gather};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::need::Held;
use crate::plan::{Pair, Plan};
use crate::positions;
use crate::segment::Segment;
use crate::weights;

/// A section that answers, or a passage or a document that does by it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    /// The higher the better.
    pub(crate) score: f32,
    /// The section's number in the index.
    pub(crate) section: u64,
    /// Its best passage, or the very passage.
    pub(crate) best: DocAddress,
    /// How many sections it stands for.
    pub(crate) sections: usize,
    /// How many passages match in their text.
    pub(crate) passages: usize,
    /// One bit per unit that the section has.
    pub(crate) present: u64,
    /// Whether nothing of the query is missing from it.
    pub(crate) whole: bool,
}

/// What answers, in the order of the index.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Every section.
    pub(crate) sections: Vec<Candidate>,
    /// Every passage, where hits are passages.
    pub(crate) passages: Vec<Candidate>,
}

/// All sections of `segments` that answer `plan` within `narrowing`, and their passages where
/// `group` asks for them; `sections` is how many the index holds.
pub(crate) fn candidates(
    segments: &[Segment<'_>],
    plan: &Plan,
    narrowing: &Narrowing,
    sections: usize,
    group: Group,
) -> Result<Found, Fault> {
    let gathered = segments
        .iter()
        .map(|segment| Gathered::new(segment, plan))
        .collect::<Result<Vec<Gathered<'_>>, Fault>>()?;
    let scale = Scale::new(&gathered, plan, sections);
    let mut found = Found::default();
    if scale.absent > weights::MOST_ABSENT * scale.total {
        return Ok(found);
    }
    for gathered in &gathered {
        let allowed = match narrowing.is_empty() {
            true => None,
            false => Some(narrowing.passages(gathered.segment)?),
        };
        gathered.rank(&scale, allowed.as_deref(), group, &mut found);
    }
    Ok(found)
}

/// The sections of `segments` within `narrowing`, all of the same merit, and their passages where
/// `group` asks for them.
pub(crate) fn listing(
    segments: &[Segment<'_>],
    narrowing: &Narrowing,
    group: Group,
) -> Result<Found, Fault> {
    let mut found = Found::default();
    for segment in segments {
        let allowed = narrowing.passages(segment)?;
        for doc in (0..segment.reader.max_doc()).filter(|doc| allowed[*doc as usize]) {
            let section = segment.section_of(doc);
            let best = DocAddress::new(segment.ord, doc);
            let listed = Candidate {
                score: 0.0,
                section,
                best,
                sections: 1,
                passages: 1,
                present: 0,
                whole: true,
            };
            match found.sections.last_mut() {
                Some(last) if last.section == section => last.passages += 1,
                _ => found.sections.push(listed),
            }
            found.passages.extend((group == Group::Passage).then_some(listed));
        }
    }
    Ok(found)
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

    fn rank(&self, scale: &Scale<'_>, allowed: Option<&[bool]>, group: Group, found: &mut Found) {
        let mut rows = Rows::new(&self.units, &self.pairs);
        let mut tally = Tally::new(scale, self.segment.ord);
        while let Some(doc) = rows.peek() {
            if allowed.is_some_and(|allowed| !allowed[doc as usize]) {
                rows.pass(doc, |_| {});
                continue;
            }
            let section = self.segment.section_of(doc);
            if section != tally.section {
                tally.turn(section, group, found);
            }
            tally.passages.push(doc);
            rows.pass(doc, |evidence| tally.cells.push(evidence));
        }
        tally.turn(u64::MAX, group, found);
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

/// A section that has enough of the query.
struct Judged {
    present: u64,
    whole: bool,
    heading: f32,
    factor: f32,
    /// Its best passage, and what the text of that is worth.
    best: (f32, DocId),
}

impl Judged {
    /// The score of the section, given what its text is worth.
    fn score(&self, text: f32) -> f32 {
        (text + weights::HEADING * self.heading) * self.factor
    }
}

impl<'a> Tally<'a> {
    fn new(scale: &'a Scale<'a>, segment: u32) -> Tally<'a> {
        Tally { scale, segment, section: u64::MAX, passages: Vec::new(), cells: Vec::new() }
    }

    /// Adds the section to `found` unless it has too little of the query. Starts another.
    fn turn(&mut self, section: u64, group: Group, found: &mut Found) {
        if let Some(judged) = self.judged() {
            let of_section = self.candidate(&judged);
            if group == Group::Passage {
                found.passages.extend(self.passages(&judged, &of_section));
            }
            found.sections.push(of_section);
        }
        self.section = section;
        self.passages.clear();
        self.cells.clear();
    }

    /// What the section is worth whichever of its passages is looked at; `None` when it has too
    /// little of the query.
    fn judged(&self) -> Option<Judged> {
        let (held, coverage) = self.coverage();
        let plan = self.scale.plan;
        if !plan.need.is_met(held) || coverage < weights::LEAST_COVERAGE {
            return None;
        }
        let whole = plan.share.is_whole(held.present);
        let best = self.best_passage()?;
        let factor = coverage.powf(weights::COVERAGE_POWER) * self.both(whole);
        let (present, heading) = (held.present, self.most_of_all(Evidence::heading));
        Some(Judged { present, whole, heading, factor, best })
    }

    fn candidate(&self, judged: &Judged) -> Candidate {
        let (best, doc) = judged.best;
        let whole = self.most_of_all(Evidence::text);
        Candidate {
            score: judged.score(best + weights::OTHER_PASSAGES * (whole - best)),
            section: self.section,
            best: DocAddress::new(self.segment, doc),
            sections: 1,
            passages: self.rows().filter(|row| self.has_text(row)).count(),
            present: judged.present,
            whole: judged.whole,
        }
    }

    /// The passages with words of the query; the first one where only headings have any.
    fn passages(&self, judged: &Judged, of_section: &Candidate) -> Vec<Candidate> {
        let passage = |text, doc| Candidate {
            score: judged.score(text),
            best: DocAddress::new(self.segment, doc),
            passages: 1,
            ..*of_section
        };
        if of_section.passages == 0 {
            let (text, doc) = judged.best;
            return vec![passage(text, doc)];
        }
        let rows = self.rows().zip(&self.passages).filter(|(row, _)| self.has_text(row));
        rows.map(|(row, doc)| passage(self.text(row), *doc)).collect()
    }

    /// A query of two words is about both: what has one of them only comes after.
    fn both(&self, whole: bool) -> f32 {
        let both = self.scale.plan.share.parts() == 2 && whole;
        if both { weights::BOTH_WORDS } else { 1.0 }
    }

    fn best_passage(&self) -> Option<(f32, DocId)> {
        let scored = self.rows().map(|row| self.text(row)).zip(self.passages.iter().copied());
        // The first of equals: it is the nearest to the heading.
        scored.reduce(|best, other| if other.0 > best.0 { other } else { best })
    }

    /// What a passage's own text is worth.
    fn text(&self, row: &[Evidence]) -> f32 {
        self.scale.columns().map(|(at, weight)| weight * saturate(row[at].text)).sum()
    }

    /// What the section is worth by the best of each column, wherever it stands.
    fn most_of_all(&self, value: fn(&Evidence) -> f32) -> f32 {
        self.scale.columns().map(|(at, weight)| weight * saturate(self.most(at, value))).sum()
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
        // One bit a unit: there are no more of them.
        let mut covers = [0.0; 64];
        let mut held = Held::default();
        for (unit, cover) in covers.iter_mut().enumerate().take(units.len()) {
            *cover = self.most(unit, Evidence::cover);
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
