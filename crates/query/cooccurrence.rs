//! What words stand around a query more than elsewhere.

use std::ops::RangeInclusive;
use std::sync::Arc;

use glane_analysis::Word;
use glane_index::Index;
use serde::Serialize;

use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::occurrence::{Scanned, Walk};
use crate::statistics::{Frequencies, log_dice};
use crate::vocabulary::Vocabulary;
use crate::{Concordance, SearchError, StopWords, WordLevel};

/// What is asked for: the cooccurrents of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cooccurrence {
    /// The occurrences around which words are looked at; its context and its order do not matter.
    pub around: Concordance,
    /// What is around an occurrence.
    pub span: Span,
    /// What counts as one word.
    pub level: WordLevel,
    /// Whether function words are listed.
    pub stop_words: StopWords,
    /// How often a word must stand around occurrences to be listed.
    pub least: u64,
}

impl Cooccurrence {
    /// The cooccurrents of `query` in the whole index, five words away at most, met twice at least.
    pub fn new(query: impl Into<String>) -> Cooccurrence {
        Cooccurrence {
            around: Concordance::new(query),
            span: Span::default(),
            level: WordLevel::default(),
            stop_words: StopWords::default(),
            least: 2,
        }
    }
}

/// What is around an occurrence: never beyond its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Span {
    /// So many words before and after.
    Window {
        /// Before.
        left: usize,
        /// After.
        right: usize,
    },
    /// Its passage.
    Passage,
    /// Its section.
    Section,
}

impl Default for Span {
    fn default() -> Span {
        Span::Window { left: 5, right: 5 }
    }
}

/// The cooccurrents of a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CooccurrenceTable {
    /// The query.
    pub query: String,
    /// What is around an occurrence.
    pub span: Span,
    /// What counts as one word.
    pub level: WordLevel,
    /// Occurrences of the query.
    pub occurrences: u64,
    /// Words around them, each once however many occurrences it is near to; those of the
    /// occurrences themselves are left out.
    pub context_words: u64,
    /// Words of the corpus, within the filters.
    pub corpus_words: u64,
    /// The cooccurrents, the most specific first.
    pub rows: Vec<Cooccurrent>,
    /// What is said of the query, in French.
    pub notes: Vec<String>,
}

/// A word that stands around occurrences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cooccurrent {
    /// The word, by its most frequent form.
    pub word: String,
    /// How often it stands around occurrences, and in the corpus.
    #[serde(flatten)]
    pub frequencies: Frequencies,
    /// How often it would stand around them by chance.
    pub expected: f64,
    /// Dunning's log-likelihood.
    pub log_likelihood: f64,
    /// Rychlý's logDice with the query.
    pub log_dice: f64,
    /// Lafon's specificity to the words around occurrences.
    pub specificity: f64,
}

/// Finds the cooccurrents that `asked` asks of `index`. All passages within the filters are read.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn cooccurrences(
    index: &Index,
    asked: &Cooccurrence,
) -> Result<CooccurrenceTable, SearchError> {
    let narrowing = Narrowing::resolve(index, &asked.around.filters)?;
    found(index, asked, &narrowing).map_err(|fault| fault.of(index))
}

fn found(
    index: &Index,
    asked: &Cooccurrence,
    narrowing: &Narrowing,
) -> Result<CooccurrenceTable, Fault> {
    let mut walk = Walk::open(index, &asked.around, narrowing)?.through()?;
    let mut contexts = Contexts {
        span: asked.span,
        vocabulary: Vocabulary::new(asked.level),
        near: Vec::new(),
        occurrences: 0,
        words: 0,
        near_words: 0,
    };
    let mut section = Stretch::default();
    let mut last = None;
    while let Some(scanned) = walk.next_visited()? {
        let address = scanned.address;
        let own = (address.segment_ord, walk.section(address).start, address.doc_id);
        let is_same = |(segment, start, doc): &(u32, u32, u32)| match asked.span {
            Span::Passage => (*segment, *doc) == (own.0, own.2),
            _ => (*segment, *start) == (own.0, own.1),
        };
        if !last.as_ref().is_some_and(is_same) {
            contexts.add(&mut section);
            last = Some(own);
        }
        section.extend(&scanned);
    }
    contexts.add(&mut section);
    Ok(contexts.table(asked, walk.plan.notes))
}

/// Words that follow each other, within which contexts stay, and where occurrences are.
#[derive(Default)]
struct Stretch {
    words: Vec<Arc<Word>>,
    /// The words of each occurrence, by rank.
    pivots: Vec<RangeInclusive<usize>>,
}

impl Stretch {
    fn extend(&mut self, scanned: &Scanned) {
        let (before, read) = (self.words.len(), &scanned.read);
        self.words.extend(read.tokens().map(|token| Arc::clone(&token.word)));
        self.pivots.extend(scanned.found.iter().filter_map(|mark| {
            let first = read.words.partition_point(|word| word.end <= mark.range.start);
            let after = read.words.partition_point(|word| word.start < mark.range.end);
            Some(before + first..=before + after.checked_sub(1)?)
        }));
    }
}

/// What stands around occurrences, and in the whole.
struct Contexts {
    span: Span,
    vocabulary: Vocabulary,
    /// By word: how often around occurrences.
    near: Vec<u64>,
    occurrences: u64,
    words: u64,
    near_words: u64,
}

impl Contexts {
    /// Adds a stretch, and empties it.
    fn add(&mut self, stretch: &mut Stretch) {
        let near = self.near(stretch);
        for (word, is_near) in stretch.words.drain(..).zip(near) {
            let number = self.vocabulary.add(&word) as usize;
            if self.near.len() <= number {
                self.near.push(0);
            }
            self.words += 1;
            if is_near {
                self.near[number] += 1;
                self.near_words += 1;
            }
        }
        self.occurrences += stretch.pivots.len() as u64;
        stretch.pivots.clear();
    }

    /// Whether each word of a stretch is around an occurrence, and of none.
    fn near(&self, Stretch { words, pivots }: &Stretch) -> Vec<bool> {
        let mut near = vec![false; words.len()];
        for pivot in pivots {
            let around = match self.span {
                Span::Window { left, right } => {
                    let end = pivot.end().saturating_add(right).saturating_add(1);
                    pivot.start().saturating_sub(left)..end.min(words.len())
                }
                Span::Passage | Span::Section => 0..words.len(),
            };
            near[around].fill(true);
            if !matches!(self.span, Span::Window { .. }) {
                break;
            }
        }
        for pivot in pivots {
            near[pivot.clone()].fill(false);
        }
        near
    }

    fn table(self, asked: &Cooccurrence, notes: Vec<String>) -> CooccurrenceTable {
        let is_listed = |number: &u32| {
            self.near[*number as usize] >= asked.least.max(1)
                && (asked.stop_words == StopWords::Listed || !self.vocabulary.is_stop(*number))
        };
        let mut rows: Vec<Cooccurrent> =
            self.vocabulary.numbers().filter(is_listed).map(|number| self.row(number)).collect();
        rows.sort_by(|one, other| {
            let order = other.specificity.total_cmp(&one.specificity);
            order
                .then_with(|| other.log_likelihood.total_cmp(&one.log_likelihood))
                .then_with(|| one.word.cmp(&other.word))
        });
        CooccurrenceTable {
            query: asked.around.query.clone(),
            span: asked.span,
            level: asked.level,
            occurrences: self.occurrences,
            context_words: self.near_words,
            corpus_words: self.words,
            rows,
            notes,
        }
    }

    fn row(&self, number: u32) -> Cooccurrent {
        let frequencies = Frequencies {
            part: self.near[number as usize],
            corpus: self.vocabulary.count(number),
            part_words: self.near_words,
            corpus_words: self.words,
        };
        Cooccurrent {
            word: self.vocabulary.name(number).to_owned(),
            frequencies,
            expected: frequencies.expected(),
            log_likelihood: frequencies.log_likelihood(),
            log_dice: log_dice(frequencies.part, self.occurrences, frequencies.corpus),
            specificity: frequencies.specificity(),
        }
    }
}
