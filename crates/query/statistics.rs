//! What frequencies say: specificity, log-likelihood, logDice. Numbers in, numbers out.

mod hypergeometric;

use std::f64::consts::{LN_2, LN_10};

use serde::Serialize;

/// How often a word stands in a part of a corpus, and in the whole of it.
///
/// The four numbers are those of TXM and of its R package `textometry`: `f`, `F`, `t`, `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Frequencies {
    /// `f`: occurrences in the part.
    pub part: u64,
    /// `F`: occurrences in the corpus.
    pub corpus: u64,
    /// `t`: words of the part.
    pub part_words: u64,
    /// `T`: words of the corpus.
    pub corpus_words: u64,
}

/// A specificity less than this, above or below nought, is one that chance explains: banality.
pub const BANAL: f64 = 2.0;

/// No specificity is farther from nought, as in TXM.
pub const MOST_SPECIFIC: f64 = 1000.0;

impl Frequencies {
    /// How many occurrences the part would have if it had its share: `F t / T`.
    pub fn expected(self) -> f64 {
        match self.corpus_words {
            0 => 0.0,
            words => self.corpus as f64 * (self.part_words as f64 / words as f64),
        }
    }

    /// Occurrences in ten thousand words of the part; nought in a part without words.
    pub fn per_10_000(self) -> f64 {
        match self.part_words {
            0 => 0.0,
            words => self.part as f64 * 10_000.0 / words as f64,
        }
    }

    /// The specificity of the word to the part: the power of ten of the probability that a part of
    /// so many words drawn at random would have as many occurrences or more (above nought), or as
    /// few or fewer where they are fewer than expected (below nought).
    ///
    /// Model: the hypergeometric distribution of Pierre Lafon, « Sur la variabilité de la fréquence
    /// des formes dans un corpus », *Mots*, 1, 1980, p. 127-165. Sign and tails are those of TXM
    /// (R package `textometry`, `specificities`): an occurrence more than expected or exactly as
    /// many ask for the upper tail, `f` included. Within [`MOST_SPECIFIC`] of nought.
    ///
    /// Nought where the numbers contradict each other (more occurrences than words).
    pub fn specificity(self) -> f64 {
        let Frequencies { part, corpus, part_words, corpus_words } = self;
        let is_possible = part <= corpus.min(part_words)
            && corpus <= corpus_words
            && part_words <= corpus_words
            && corpus - part <= corpus_words - part_words;
        if !is_possible {
            return 0.0;
        }
        // In whole numbers: the expected count is exact, and so is the side of it.
        let is_less = u128::from(part) * u128::from(corpus_words)
            < u128::from(corpus) * u128::from(part_words);
        let power = -self.ln_tail(is_less) / LN_10;
        let signed = if is_less { -power } else { power };
        // Nought has no sign.
        signed.clamp(-MOST_SPECIFIC, MOST_SPECIFIC) + 0.0
    }

    /// The logarithm of the probability of the lower or the upper tail, never above nought.
    fn ln_tail(self, is_lower: bool) -> f64 {
        let tail = if is_lower { hypergeometric::ln_at_most } else { hypergeometric::ln_at_least };
        tail(self).min(0.0)
    }

    /// Twice the logarithm of the likelihood ratio, *G²*: how badly independence explains the
    /// counts, whichever way they lean. Ted Dunning, “Accurate Methods for the Statistics of
    /// Surprise and Coincidence”, *Computational Linguistics*, 19 (1), 1993, p. 61-74.
    pub fn log_likelihood(self) -> f64 {
        let Frequencies { part, corpus, part_words, corpus_words } = self;
        let rest = corpus_words.saturating_sub(part_words);
        let beyond = corpus.saturating_sub(part);
        let cells = [
            (part, corpus, part_words),
            (beyond, corpus, rest),
            (part_words.saturating_sub(part), corpus_words.saturating_sub(corpus), part_words),
            (rest.saturating_sub(beyond), corpus_words.saturating_sub(corpus), rest),
        ];
        let cell = |(observed, row, column): (u64, u64, u64)| {
            let expected = row as f64 * (column as f64 / corpus_words as f64);
            match observed {
                0 => expected,
                // As a deviance, which loses nothing where both are large and near to each other.
                _ => hypergeometric::deviance(observed as f64, expected),
            }
        };
        match corpus_words {
            0 => 0.0,
            _ => 2.0 * cells.into_iter().map(cell).sum::<f64>(),
        }
    }
}

/// How much two words go together, 14 at most and one more where twice as often: logDice. Pavel
/// Rychlý, “A Lexicographer-Friendly Association Score”, *RASLAN*, 2008, p. 6-9.
///
/// `together` is how often they do, `one` and `other` how often each stands; minus infinity where
/// they never stand together.
pub fn log_dice(together: u64, one: u64, other: u64) -> f64 {
    14.0 + (2.0 * together as f64 / (one as f64 + other as f64)).ln() / LN_2
}

#[cfg(test)]
mod tests;
