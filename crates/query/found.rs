//! What answers: counted whole, kept as far as it is shown.

use tantivy::{DocAddress, DocId};

use crate::{Group, Sort};

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
#[derive(Debug)]
pub(crate) struct Found {
    /// Sections: every one, or the best.
    pub(crate) sections: Vec<Candidate>,
    /// Every passage, where hits are passages.
    pub(crate) passages: Vec<Candidate>,
    /// A passage of each section, by segment.
    pub(crate) counted: Vec<(u32, Vec<DocId>)>,
    /// How many sections there are.
    pub(crate) total: usize,
    /// How many of them have the whole query.
    pub(crate) whole: usize,
    /// How many passages they match in: one at least each.
    pub(crate) matching: usize,
    /// One bit per unit that some section has.
    pub(crate) present: u64,
    wants_passages: bool,
    best: Option<Best>,
}

/// The sections of a segment that answer.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    /// A passage of each, in order.
    pub(crate) passages: Vec<DocId>,
    /// How many of them have the whole query.
    pub(crate) whole: usize,
    /// How many passages they match in: one at least each.
    pub(crate) matching: usize,
    /// One bit per unit that some section has.
    pub(crate) present: u64,
}

/// The best sections are kept, all that equal the last of them included.
#[derive(Debug)]
struct Best {
    count: usize,
    /// A section of less than this is not among them.
    least: f32,
    /// How many may be kept before the least of them go.
    room: usize,
}

impl Found {
    /// Nothing yet. The first `count` by `sort` of what `group` makes of sections will be shown.
    pub(crate) fn new(group: Group, sort: Sort, count: usize) -> Found {
        let best = group == Group::Section && sort == Sort::Relevance;
        Found {
            sections: Vec::new(),
            passages: Vec::new(),
            counted: Vec::new(),
            total: 0,
            whole: 0,
            matching: 0,
            present: 0,
            wants_passages: group == Group::Passage,
            best: best.then(|| Best { count, least: 0.0, room: 2 * count + 8 }),
        }
    }

    /// Whether nothing answers.
    pub(crate) fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Whether hits are passages.
    pub(crate) fn wants_passages(&self) -> bool {
        self.wants_passages
    }

    /// Counts the sections of a segment.
    pub(crate) fn count(&mut self, segment: u32, counted: Counted) {
        let Counted { passages, whole, matching, present } = counted;
        self.total += passages.len();
        self.whole += whole;
        self.matching += matching;
        self.present |= present;
        self.counted.push((segment, passages));
    }

    /// How many sections will be shown, the best first; `None` where each must be kept.
    pub(crate) fn shown(&self) -> Option<usize> {
        self.best.as_ref().map(|best| best.count)
    }

    /// The least score with which a section is kept.
    pub(crate) fn least(&self) -> f32 {
        self.best.as_ref().map_or(0.0, |best| best.least)
    }

    /// Keeps a section if it is good enough.
    pub(crate) fn keep(&mut self, section: Candidate) {
        if section.score < self.least() {
            return;
        }
        self.sections.push(section);
        let Some(best) = self.best.as_mut().filter(|best| self.sections.len() > best.room) else {
            return;
        };
        let mut scores: Vec<f32> = self.sections.iter().map(|section| section.score).collect();
        let last = best.count.clamp(1, scores.len()) - 1;
        let (_, least, _) = scores.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
        best.least = *least;
        self.sections.retain(|section| section.score >= best.least);
        best.room = best.room.max(2 * self.sections.len());
    }

    /// Keeps passages.
    pub(crate) fn keep_passages(&mut self, passages: impl Iterator<Item = Candidate>) {
        self.passages.extend(passages);
    }
}
