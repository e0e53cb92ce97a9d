//! Sifting: the tokens of a text that someone looks for, and where its other words stand.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::language::Language;
use crate::output::{Output, Place};
use crate::short::Short;
use crate::token::{Token, Word};

/// How many words that nobody looks for are remembered before all are forgotten.
const CAPACITY: usize = 1 << 17;

/// What tells the words that are looked for; remembers those that are not.
#[derive(Clone)]
pub struct Sieve {
    wanted: Arc<dyn Fn(&Word) -> bool + Send + Sync>,
    dull: HashMap<Language, FxHashSet<Short>>,
}

/// What is left of a text once it is sifted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sifted {
    /// The tokens whose word is looked for, as in the whole text: by position, then by start.
    pub tokens: Vec<Token>,
    /// Bytes of the word at each position: those of the first token there.
    pub words: Vec<Range<usize>>,
}

impl Sifted {
    /// A whole text.
    pub fn all(tokens: Vec<Token>) -> Sifted {
        let mut words: Vec<Range<usize>> = Vec::new();
        for token in &tokens {
            if words.len() == token.position as usize {
                words.push(token.offset.clone());
            }
        }
        Sifted { tokens, words }
    }
}

impl Sieve {
    /// One that keeps the tokens of `wanted` words.
    pub fn new(wanted: impl Fn(&Word) -> bool + Send + Sync + 'static) -> Sieve {
        Sieve { wanted: Arc::new(wanted), dull: HashMap::new() }
    }

    /// Ready for a text in `language`.
    pub(crate) fn open(&mut self, language: Language) -> Sifting<'_> {
        let dull = self.dull.entry(language).or_default();
        Sifting { wanted: &*self.wanted, dull, sifted: Sifted::default() }
    }
}

impl fmt::Debug for Sieve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sieve").finish_non_exhaustive()
    }
}

/// A text being sifted.
pub(crate) struct Sifting<'a> {
    wanted: &'a (dyn Fn(&Word) -> bool + Send + Sync),
    dull: &'a mut FxHashSet<Short>,
    sifted: Sifted,
}

impl Sifting<'_> {
    /// What is left.
    pub(crate) fn into_sifted(self) -> Sifted {
        self.sifted
    }
}

impl Output for Sifting<'_> {
    fn take(&mut self, word: &Arc<Word>, place: &Place<'_>) {
        if self.sifted.words.len() == place.position as usize {
            self.sifted.words.push(place.offset());
        }
        if (self.wanted)(word) {
            self.sifted.tokens.take(word, place);
        }
    }

    fn passes(&mut self, spelling: Short, place: &Place<'_>) -> bool {
        let is_dull = self.dull.contains(&spelling);
        if is_dull {
            self.sifted.words.push(place.offset());
        }
        is_dull
    }

    /// Notes whether the word is dull.
    fn learn(&mut self, spelling: Short, word: &Word) {
        if !(self.wanted)(word) {
            if self.dull.len() >= CAPACITY {
                self.dull.clear();
            }
            self.dull.insert(spelling);
        }
    }
}
