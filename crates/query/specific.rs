//! What is specific to each part of a corpus.

use std::collections::HashMap;

use glane_index::Index;
use serde::Serialize;

use crate::count::Partition;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::occurrence::Walk;
use crate::statistics::{BANAL, Frequencies};
use crate::vocabulary::Vocabulary;
use crate::{Concordance, Dimension, Filters, SearchError, StopWords, WordLevel};

/// What is asked for: the words that parts of a corpus have more, or less, than their share of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specific {
    /// What the parts are.
    pub by: Dimension,
    /// What narrows the corpus that parts are compared with.
    pub filters: Filters,
    /// What counts as one word.
    pub level: WordLevel,
    /// Whether function words are listed.
    pub stop_words: StopWords,
    /// How often a word must stand in the corpus to be listed.
    pub least: u64,
    /// How many words of each part are listed, of those that it has more of and of the others.
    pub limit: usize,
}

impl Specific {
    /// The ten most and least used words of each part of the whole index, met five times at least.
    pub fn new(by: Dimension) -> Specific {
        Specific {
            by,
            filters: Filters::default(),
            level: WordLevel::default(),
            stop_words: StopWords::default(),
            least: 5,
            limit: 10,
        }
    }
}

/// What is specific to each part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpecificTable {
    /// What the parts are.
    pub by: Dimension,
    /// What counts as one word.
    pub level: WordLevel,
    /// Words of the corpus, within the filters.
    pub corpus_words: u64,
    /// The parts, in the order of [`count`](crate::count)'s.
    pub parts: Vec<SpecificPart>,
}

/// A part and its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpecificPart {
    /// Its name; `None` where the documents do not say.
    pub part: Option<String>,
    /// How many words it has.
    pub words: u64,
    /// Words that it has more of than chance explains, the most specific first.
    pub over: Vec<SpecificWord>,
    /// Words that it has less of than chance explains, likewise.
    pub under: Vec<SpecificWord>,
}

/// A word, and how specific it is to a part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpecificWord {
    /// The word, by its most frequent form.
    pub word: String,
    /// How often it stands in the part and in the corpus.
    #[serde(flatten)]
    pub frequencies: Frequencies,
    /// Lafon's specificity.
    pub specificity: f64,
}

/// Finds what is specific to the parts that `asked` asks of `index`. All passages are read.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn specificities(index: &Index, asked: &Specific) -> Result<SpecificTable, SearchError> {
    let narrowing = Narrowing::resolve(index, &asked.filters)?;
    found(index, asked, &narrowing).map_err(|fault| fault.of(index))
}

fn found(index: &Index, asked: &Specific, narrowing: &Narrowing) -> Result<SpecificTable, Fault> {
    let mut walk = Walk::open(index, &Concordance::new(""), narrowing)?.through()?;
    let mut counts = Counts {
        partition: Partition::new(index, &[asked.by])?,
        vocabulary: Vocabulary::new(asked.level),
        parts: Vec::new(),
        words: 0,
    };
    while let Some(scanned) = walk.next_visited()? {
        let parts = counts.partition.of(scanned.address)?;
        for token in scanned.read.tokens() {
            let word = counts.vocabulary.add(&token.word);
            counts.words += 1;
            for part in parts {
                if counts.parts.len() <= *part {
                    counts.parts.resize_with(part + 1, Part::default);
                }
                let own = &mut counts.parts[*part];
                own.words += 1;
                *own.counts.entry(word).or_default() += 1;
            }
        }
    }
    counts.table(asked)
}

/// How often each word stands in each part.
struct Counts<'a> {
    partition: Partition<'a>,
    vocabulary: Vocabulary,
    parts: Vec<Part>,
    words: u64,
}

#[derive(Default)]
struct Part {
    words: u64,
    counts: HashMap<u32, u64>,
}

impl Counts<'_> {
    fn table(&self, asked: &Specific) -> Result<SpecificTable, Fault> {
        let mut ranked = Vec::new();
        for part in 0..self.parts.len() {
            let rank = self.partition.rank(part)?;
            let named = rank.into_iter().map(|(name, number)| (name.is_none(), name, number));
            ranked.push((named.collect::<Vec<_>>(), part));
        }
        ranked.sort();
        let listed: Vec<u32> =
            self.vocabulary.numbers().filter(|of| self.is_listed(asked, *of)).collect();
        let parts = ranked.into_iter().map(|(_, part)| self.part(asked, part, &listed));
        Ok(SpecificTable {
            by: asked.by,
            level: asked.level,
            corpus_words: self.words,
            parts: parts.collect::<Result<_, Fault>>()?,
        })
    }

    fn is_listed(&self, asked: &Specific, word: u32) -> bool {
        self.vocabulary.count(word) >= asked.least
            && (asked.stop_words == StopWords::Listed || !self.vocabulary.is_stop(word))
    }

    fn part(&self, asked: &Specific, part: usize, listed: &[u32]) -> Result<SpecificPart, Fault> {
        let own = &self.parts[part];
        let mut scored: Vec<(f64, u32)> = listed
            .iter()
            .map(|word| (self.frequencies(own, *word).specificity(), *word))
            .filter(|(specificity, _)| specificity.abs() >= BANAL)
            .collect();
        // The farthest from nought first, then the most frequent, then by letters.
        scored.sort_by(|one, other| {
            let (a, b) = (self.vocabulary.count(one.1), self.vocabulary.count(other.1));
            let order = other.0.abs().total_cmp(&one.0.abs()).then(b.cmp(&a));
            order.then_with(|| self.vocabulary.name(one.1).cmp(self.vocabulary.name(other.1)))
        });
        let (over, under): (Vec<_>, Vec<_>) = scored.into_iter().partition(|(of, _)| *of > 0.0);
        let words = |scored: Vec<(f64, u32)>| {
            let first = scored.into_iter().take(asked.limit);
            first.map(|(specificity, word)| self.word(own, word, specificity)).collect()
        };
        let name = self.partition.name(part)?.into_iter().next().flatten();
        Ok(SpecificPart { part: name, words: own.words, over: words(over), under: words(under) })
    }

    fn frequencies(&self, part: &Part, word: u32) -> Frequencies {
        Frequencies {
            part: part.counts.get(&word).copied().unwrap_or_default(),
            corpus: self.vocabulary.count(word),
            part_words: part.words,
            corpus_words: self.words,
        }
    }

    fn word(&self, part: &Part, word: u32, specificity: f64) -> SpecificWord {
        let name = self.vocabulary.name(word).to_owned();
        SpecificWord { word: name, frequencies: self.frequencies(part, word), specificity }
    }
}
