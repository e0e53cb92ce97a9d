//! What a section is worth, by the evidence of its passages.

use tantivy::DocId;

use crate::evidence::{Evidence, Window};
use crate::near::Near;
use crate::presence::Presence;
use crate::scale::Scale;
use crate::weights;

/// Judges one section after the other.
pub(crate) struct Tally<'a> {
    scale: &'a Scale<'a>,
    presence: &'a Presence<'a>,
    near: Vec<Near<'a>>,
    /// The passages of the section that have something of the query.
    passages: Vec<DocId>,
    /// How many of them have words of the query in their text.
    matching: usize,
    /// The most that the section has of each unit, wherever it stands.
    most: Vec<Evidence>,
    /// How far each unit is present in the section.
    covers: Vec<f32>,
    /// What each passage has of each pair: one row a passage.
    pairs: Vec<Evidence>,
}

/// How much of the query a section has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judged {
    /// One bit per unit that it has.
    pub(crate) present: u64,
    /// Whether nothing of the query is missing from it.
    pub(crate) whole: bool,
    /// The share of the query that it holds, from 0 to 1.
    pub(crate) share: f32,
    /// What that share multiplies.
    pub(crate) factor: f32,
}

/// What a section is worth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worth {
    /// Of the whole section.
    pub(crate) score: f32,
    /// Its best passage.
    pub(crate) best: DocId,
    heading: f32,
}

impl<'a> Tally<'a> {
    /// For sections of the segment where the units are present as told, and that `near` reads.
    pub(crate) fn new(
        scale: &'a Scale<'a>,
        presence: &'a Presence<'a>,
        near: Vec<Near<'a>>,
    ) -> Tally<'a> {
        let units = scale.units.len();
        Tally {
            scale,
            presence,
            near,
            passages: Vec::new(),
            matching: 0,
            most: vec![Evidence::default(); units],
            covers: vec![0.0; units],
            pairs: Vec::new(),
        }
    }

    /// Adds a passage to the section.
    pub(crate) fn add(&mut self, window: &Window<'_>, passage: DocId) {
        let evidence = window.evidence(passage);
        if self.passages.is_empty() {
            self.most.copy_from_slice(evidence);
        } else {
            for (most, own) in self.most.iter_mut().zip(evidence) {
                *most = most.or_more(*own);
            }
        }
        self.matching += usize::from(self.has_text(evidence));
        self.passages.push(passage);
    }

    /// Its passages, each with what it has of a unit or, beyond the units, of a pair.
    pub(crate) fn rows<'w>(
        &'w self,
        window: &'w Window<'_>,
    ) -> impl Iterator<Item = (DocId, impl Fn(usize) -> Evidence + 'w)> {
        self.passages.iter().enumerate().map(move |(row, passage)| {
            let (units, pairs) = (window.evidence(*passage), self.pairs_of(row));
            let column = move |column: usize| match column.checked_sub(units.len()) {
                Some(pair) => pairs.get(pair).copied().unwrap_or_default(),
                None => units[column],
            };
            (*passage, column)
        })
    }

    /// Its passages that have something of the query.
    pub(crate) fn passages(&self) -> &[DocId] {
        &self.passages
    }

    /// How many of them have words of the query in their text.
    pub(crate) fn matching(&self) -> usize {
        self.matching
    }

    /// Starts another section.
    pub(crate) fn clear(&mut self) {
        self.passages.clear();
        self.matching = 0;
    }

    /// How much of the query the section has, which ends with the passage `last`.
    pub(crate) fn judged(&mut self, last: DocId) -> Judged {
        self.presence.covers_into(last as usize, &mut self.covers);
        let covered = |least: f32| -> u64 {
            let bit = |(unit, cover): (usize, &f32)| u64::from(*cover >= least) << unit;
            self.covers.iter().enumerate().map(bit).sum()
        };
        let (present, own) = (covered(f32::MIN_POSITIVE), covered(weights::OWN_COVER));
        let share = self.scale.share(&self.covers);
        let factor = self.scale.factor(share, self.scale.is_whole(own));
        Judged { present, whole: self.scale.is_whole(present), share, factor }
    }

    /// What the section is worth; `None` where that is less than `least`.
    pub(crate) fn worth(
        &mut self,
        window: &Window<'_>,
        judged: &Judged,
        least: f32,
    ) -> Option<Worth> {
        // Sums are rounded.
        let least_of_sums = least * 0.999;
        let near = judged.score(self.most_of_pairs(judged));
        if judged.score(self.most_of_units()) + near < least_of_sums {
            return None;
        }
        self.pairs.clear();
        if near > 0.0 {
            if self.measured(window, judged).score + near < least_of_sums {
                return None;
            }
            self.read_pairs(window, judged);
        }
        let worth = self.measured(window, judged);
        (worth.score >= least).then_some(worth)
    }

    /// What a passage of a section that is worth so much is worth itself.
    pub(crate) fn passage(
        &self,
        window: &Window<'_>,
        row: usize,
        worth: &Worth,
        judged: &Judged,
    ) -> f32 {
        judged.score((self.text(window, row), worth.heading))
    }

    /// Whether a passage with this evidence has words of the query in its own text.
    pub(crate) fn has_text(&self, evidence: &[Evidence]) -> bool {
        self.scale.units.iter().zip(evidence).any(|(weight, own)| *weight > 0.0 && own.text > 0.0)
    }

    /// What text and headings are worth by the most of each unit, whichever passage has it.
    fn most_of_units(&self) -> (f32, f32) {
        let mut most = (0.0, 0.0);
        for (weight, own) in self.scale.units.iter().zip(&self.most) {
            most.0 += weight * saturate(own.text);
            most.1 += weight * saturate(own.heading);
        }
        most
    }

    /// No less than what pairs can add: each occurrence of the first word is followed by the second
    /// at most once, and counts as [`weights::KEY`] at least in what is known of the first alone.
    fn most_of_pairs(&self, judged: &Judged) -> (f32, f32) {
        let mut most = (0.0, 0.0);
        for (pair, weight) in self.scale.plan.pairs.iter().zip(&self.scale.pairs) {
            if judged.has(pair.units) {
                let [first, second] = pair.units.map(|unit| self.most[unit]);
                if second.text > 0.0 {
                    most.0 += weight * saturate(first.text / weights::KEY);
                }
                if second.heading > 0.0 {
                    most.1 += weight * saturate(first.heading / weights::KEY);
                }
            }
        }
        most
    }

    /// Reads where the words of pairs stand, as far as the section has both.
    pub(crate) fn read_pairs(&mut self, window: &Window<'_>, judged: &Judged) {
        for passage in &self.passages {
            let evidence = window.evidence(*passage);
            for (near, pair) in self.near.iter_mut().zip(&self.scale.plan.pairs) {
                self.pairs.push(match judged.has(pair.units) {
                    true => {
                        let own = near.at(*passage, pair.units.map(|unit| evidence[unit]));
                        Evidence { text: own.text * window.weight(*passage), ..own }
                    }
                    false => Evidence::default(),
                });
            }
        }
    }

    fn measured(&self, window: &Window<'_>, judged: &Judged) -> Worth {
        let mut best = (f32::MIN, 0);
        for (row, passage) in self.passages.iter().enumerate() {
            let text = self.text(window, row);
            // The first of equals: it is the nearest to the heading.
            if text > best.0 {
                best = (text, *passage);
            }
        }
        let (mut all, mut heading) = self.most_of_units();
        for (pair, weight) in self.scale.pairs.iter().enumerate() {
            let rows = (0..self.passages.len()).filter_map(|row| self.pairs_of(row).get(pair));
            let most = rows.fold(Evidence::default(), |most, own| most.or_more(*own));
            all += weight * saturate(most.text);
            heading += weight * saturate(most.heading);
        }
        let text = best.0 + weights::OTHER_PASSAGES * (all - best.0);
        Worth { score: judged.score((text, heading)), best: best.1, heading }
    }

    /// What a passage's own text is worth.
    fn text(&self, window: &Window<'_>, row: usize) -> f32 {
        let columns = |weights: &[f32], evidence: &[Evidence]| -> f32 {
            weights.iter().zip(evidence).map(|(weight, own)| weight * saturate(own.text)).sum()
        };
        columns(&self.scale.units, window.evidence(self.passages[row]))
            + columns(&self.scale.pairs, self.pairs_of(row))
    }

    /// What the passage of a row has of each pair; nothing where none was looked for.
    fn pairs_of(&self, row: usize) -> &[Evidence] {
        let width = self.scale.pairs.len();
        self.pairs.get(row * width..(row + 1) * width).unwrap_or_default()
    }
}

impl Judged {
    /// The score of a section, given what its text and headings are worth.
    fn score(&self, (text, heading): (f32, f32)) -> f32 {
        (text + weights::HEADING * heading) * self.factor
    }

    fn has(&self, units: [usize; 2]) -> bool {
        units.iter().all(|unit| self.present & (1 << unit) != 0)
    }
}

/// What so many weighted occurrences are worth: less and less each (BM25).
pub(crate) fn saturate(occurrences: f32) -> f32 {
    occurrences * (weights::K1 + 1.0) / (occurrences + weights::K1)
}
