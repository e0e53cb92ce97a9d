//! Evidence by passage → sections in order of merit.

use std::collections::HashSet;

use tantivy::{DocAddress, DocId};

use crate::evidence::{Evidence, Matches, Scratch, gather};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::plan::{Pair, Plan};
use crate::positions;
use crate::segment::Segment;
use crate::unit::Unit;
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
}

/// All sections of `segments` that answer `plan` within `narrowing`, in no order.
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

/// The sections of `segments` within `narrowing`, all of the same merit.
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
        let units = plan.units.iter().map(|unit| Ok(gather(segment, unit, &mut scratch)?));
        let units = units.collect::<Result<Vec<Matches>, Fault>>()?;
        let pairs = plan.pairs.iter().map(|pair| near(segment, plan, *pair, &mut scratch));
        Ok(Gathered { segment, units, pairs: pairs.collect::<Result<_, Fault>>()? })
    }

    fn rank(&self, scale: &Scale, allowed: Option<&[bool]>, candidates: &mut Vec<Candidate>) {
        let mut rows = Rows::new(&self.units, &self.pairs);
        let mut open: Option<Tally> = None;
        while let Some((doc, row)) = rows.next() {
            if allowed.is_some_and(|allowed| !allowed[doc as usize]) {
                continue;
            }
            let section = self.segment.section_of(doc);
            let same = open.as_ref().is_some_and(|tally| tally.section == section);
            if !same {
                candidates
                    .extend(open.take().and_then(|tally| tally.close(scale, self.segment.ord)));
            }
            open.get_or_insert_with(|| Tally::new(section)).passages.push((doc, row));
        }
        candidates.extend(open.and_then(|tally| tally.close(scale, self.segment.ord)));
    }
}

/// Where the two words of a pair stand near to each other.
fn near(
    segment: &Segment<'_>,
    plan: &Plan,
    pair: Pair,
    scratch: &mut Scratch,
) -> Result<Matches, Fault> {
    let [first, second] = [&plan.units[pair.first], &plan.units[pair.first + 1]];
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
struct Scale {
    units: Vec<f32>,
    pairs: Vec<f32>,
    total: f32,
    /// The part of [`total`](Scale::total) that is of units that stand nowhere.
    absent: f32,
    required: u64,
}

impl Scale {
    fn new(gathered: &[Gathered<'_>], plan: &Plan, sections: usize) -> Scale {
        let unit = |index: usize| {
            let holders = gathered.iter().map(|own| holders(own.segment, &own.units[index])).sum();
            idf(holders, sections)
        };
        let units: Vec<f32> = (0..plan.units.len()).map(unit).collect();
        let pair = |pair: &Pair| weights::PROXIMITY * units[pair.first].min(units[pair.first + 1]);
        let stands = |index: usize| gathered.iter().any(|own| !own.units[index].is_empty());
        let absent = (0..units.len()).filter(|index| !stands(*index)).map(|index| units[index]);
        let required = (0..).zip(&plan.units).filter(|(_, unit): &(u32, &Unit)| unit.required);
        Scale {
            pairs: plan.pairs.iter().map(pair).collect(),
            total: units.iter().sum(),
            absent: absent.sum(),
            required: required.fold(0, |bits, (index, _)| bits | 1 << index),
            units,
        }
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

/// The evidence of one passage: units first, then pairs.
type Row = Vec<Evidence>;

/// Merges the matches of units and pairs by passage.
struct Rows<'a> {
    columns: Vec<&'a [(DocId, Evidence)]>,
}

impl<'a> Rows<'a> {
    fn new(units: &'a [Matches], pairs: &'a [Matches]) -> Rows<'a> {
        Rows { columns: units.iter().chain(pairs).map(Vec::as_slice).collect() }
    }

    fn next(&mut self) -> Option<(DocId, Row)> {
        let doc = self.columns.iter().filter_map(|column| Some(column.first()?.0)).min()?;
        let take = |column: &mut &[(DocId, Evidence)]| match column.split_first() {
            Some(((first, evidence), rest)) if *first == doc => {
                *column = rest;
                *evidence
            }
            _ => Evidence::default(),
        };
        Some((doc, self.columns.iter_mut().map(take).collect()))
    }
}

/// The passages of one section.
struct Tally {
    section: u64,
    passages: Vec<(DocId, Row)>,
}

impl Tally {
    fn new(section: u64) -> Tally {
        Tally { section, passages: Vec::new() }
    }

    /// The section's merit; `None` when it has too little of the query.
    fn close(self, scale: &Scale, segment: u32) -> Option<Candidate> {
        let columns = scale.units.len() + scale.pairs.len();
        let heading: Vec<f32> =
            (0..columns).map(|column| self.most(column, |e| e.heading)).collect();
        let (present, coverage) = self.coverage(scale);
        if present & scale.required != scale.required || coverage < weights::LEAST_COVERAGE {
            return None;
        }
        let score = |row: &dyn Fn(usize) -> f32| -> f32 {
            let weights = scale.units.iter().chain(&scale.pairs);
            (0..)
                .zip(weights)
                .map(|(column, weight)| {
                    weight * (saturate(row(column)) + weights::HEADING * saturate(heading[column]))
                })
                .sum()
        };
        let by_passage =
            self.passages.iter().map(|(doc, row)| (score(&|column| row[column].text), *doc));
        let (best, doc) = by_passage.reduce(|a, b| if b.0 > a.0 { b } else { a })?;
        let whole = score(&|column| self.most(column, |evidence| evidence.text));
        let score = (best + weights::OTHER_PASSAGES * (whole - best))
            * coverage.powf(weights::COVERAGE_POWER);
        let texts = |row: &Row| row[..scale.units.len()].iter().any(|evidence| evidence.text > 0.0);
        let passages = self.passages.iter().filter(|(_, row)| texts(row)).count();
        let best = DocAddress::new(segment, doc);
        Some(Candidate { score, section: self.section, best, passages, present })
    }

    fn most(&self, column: usize, value: fn(&Evidence) -> f32) -> f32 {
        self.passages.iter().map(|(_, row)| value(&row[column])).fold(0.0, f32::max)
    }

    /// The units that the section has, and their share of the query.
    fn coverage(&self, scale: &Scale) -> (u64, f32) {
        let mut present = 0;
        let mut covered = 0.0;
        for (unit, weight) in scale.units.iter().enumerate() {
            let cover = self.most(unit, |evidence| evidence.cover);
            present |= u64::from(cover > 0.0) << unit;
            covered += weight * cover;
        }
        (present, covered / scale.total.max(f32::MIN_POSITIVE))
    }
}

fn saturate(occurrences: f32) -> f32 {
    occurrences * (weights::K1 + 1.0) / (occurrences + weights::K1)
}

/// How many documents `candidates` stand in.
pub(crate) fn documents(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
) -> Result<usize, Fault> {
    let mut documents = HashSet::new();
    for segment in segments {
        let column = segment.reader.fast_fields().u64("document_ordinal")?;
        let own = candidates.iter().filter(|candidate| candidate.best.segment_ord == segment.ord);
        documents.extend(own.filter_map(|candidate| column.first(candidate.best.doc_id)));
    }
    Ok(documents.len())
}
