//! What becomes of the words of a text as they are placed.

use std::ops::Range;
use std::sync::Arc;

use crate::normalize::Normalized;
use crate::short::Short;
use crate::token::{Rule, Token, Word};

/// Where a word stands, and by which rule.
pub(crate) struct Place<'a> {
    /// The text in which it stands.
    pub(crate) normalized: &'a Normalized,
    /// Its bytes there.
    pub(crate) range: Range<usize>,
    /// [`Token::position`].
    pub(crate) position: u32,
    /// [`Token::span`].
    pub(crate) span: u32,
    /// [`Token::rule`].
    pub(crate) rule: Rule,
}

impl Place<'_> {
    /// Bytes of the text as given.
    pub(crate) fn offset(&self) -> Range<usize> {
        self.normalized.given(&self.range)
    }
}

/// What takes words, by position, then by start.
pub(crate) trait Output {
    /// Takes a word.
    fn take(&mut self, word: &Arc<Word>, place: &Place<'_>);

    /// Takes a plain word of which nothing has to be known but where it stands; tells whether it
    /// is one.
    fn passes(&mut self, _spelling: Short, _place: &Place<'_>) -> bool {
        false
    }

    /// Hears of a plain word, which follows.
    fn learn(&mut self, _spelling: Short, _word: &Word) {}
}

/// All tokens.
impl Output for Vec<Token> {
    fn take(&mut self, word: &Arc<Word>, place: &Place<'_>) {
        let Place { position, span, rule, .. } = *place;
        let word = Arc::clone(word);
        self.push(Token { offset: place.offset(), position, span, word, rule });
    }
}

/// Hands each word over, with its position and rule.
pub(crate) struct Each<F>(pub(crate) F);

impl<F: FnMut(u32, &Word, Rule)> Output for Each<F> {
    fn take(&mut self, word: &Arc<Word>, place: &Place<'_>) {
        (self.0)(place.position, word, place.rule);
    }
}
