//! How good a ranking is, as `trec_eval` has it.

use std::fmt;

use crate::judgements::Topic;

/// Ranks that nDCG looks at.
const RANKS: usize = 10;

/// What a topic got.
#[derive(Debug)]
pub(crate) struct Measured {
    /// Normalised discounted cumulative gain of the first ten, the grade being the gain (Järvelin &
    /// Kekäläinen 2002).
    pub(crate) ndcg: f64,
    /// The share of the sections that answer or help that was found at all.
    pub(crate) recall: f64,
    /// Whether a trap came first.
    pub(crate) trapped: bool,
    /// The first sections, with their grades where they were judged.
    pub(crate) first: Vec<String>,
    /// The sections that answer and are not among the first ten.
    missed: Vec<String>,
}

impl Measured {
    /// Judges the sections `ids`, best first.
    pub(crate) fn new(topic: &Topic, ids: &[String]) -> Measured {
        let grade = |id: &String| topic.grades.get(id).copied();
        let top = &ids[..ids.len().min(RANKS)];
        let mut ideal: Vec<u32> = topic.grades.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let gained = gain(top.iter().map(|id| grade(id).unwrap_or(0)));
        let relevant: Vec<&String> =
            topic.grades.iter().filter(|(_, grade)| **grade > 0).map(|(id, _)| id).collect();
        let found = relevant.iter().filter(|id| ids.contains(id)).count();
        let missed = |id: &&&String| topic.grades[**id] == 2 && !top.contains(id);
        let shown = |id: &String| match grade(id) {
            Some(grade) => format!("{id} [{grade}]"),
            None => id.clone(),
        };
        Measured {
            ndcg: gained / gain(ideal.into_iter().take(RANKS)).max(f64::MIN_POSITIVE),
            recall: found as f64 / relevant.len().max(1) as f64,
            trapped: ids.first().and_then(grade) == Some(0),
            first: ids.iter().take(3).map(shown).collect(),
            missed: relevant.iter().filter(missed).map(|id| (*id).clone()).collect(),
        }
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Measured { ndcg, recall, .. } = self;
        let first = self.first.join(", ");
        write!(f, ": nDCG@{RANKS} {ndcg:.2}, recall {recall:.2}, first {first}")?;
        if self.missed.is_empty() {
            Ok(())
        } else {
            write!(f, ", missed {}", self.missed.join(", "))
        }
    }
}

/// Discounted cumulative gain.
fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    let gains = (2u32..).zip(grades);
    gains.fold(0.0, |sum, (rank, grade)| sum + f64::from(grade) / f64::from(rank).log2())
}

/// The mean; 0 of nothing.
pub(crate) fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
