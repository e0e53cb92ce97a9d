//! What the analyzer yields.

use std::ops::Range;
use std::sync::Arc;

/// One word at one position of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the analysed text that the token stands for; an elided article is left out.
    pub offset: Range<usize>,
    /// 0-based position; several tokens may share one.
    pub position: u32,
    /// How many positions it covers: 2 for `nonrecours` made from `non-recours`.
    pub span: u32,
    /// The word on its three levels.
    pub word: Arc<Word>,
    /// The rule that made it.
    pub rule: Rule,
}

/// A word on three levels, from the narrowest to the widest.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// Lower case, accents kept: `usagères`.
    pub form: String,
    /// Folded, number and gender removed: joins `usager`, `usagers`, `usagère`.
    pub key: String,
    /// Stem of the key: joins derivations such as `participation` and `participatif`.
    pub stem: String,
}

/// The rule that made a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A plain word.
    Word,
    /// A part of a hyphenated compound.
    Part,
    /// The parts of a compound joined.
    Joined,
}
