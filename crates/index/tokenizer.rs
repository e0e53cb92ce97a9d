//! The analyzer as tantivy's tokenizer: the levels of each token, stacked at its position.

use std::cell::RefCell;

use glane_analysis::{Analyzer, Language};
use tantivy::tokenizer::{PreTokenizedString, Token, TokenStream, Tokenizer};

use crate::terms::Terms;

/// The name under which the schema asks for the tokenizer.
pub(crate) const TOKENIZER: &str = "glane";

thread_local! {
    // tantivy clones a tokenizer for each field of each segment; what the analyzer remembers of
    // each form is worth sharing between them.
    static ANALYZER: RefCell<Analyzer> = RefCell::new(Analyzer::new());
}

/// Makes the tokenizer known to an index, which stores its name only.
pub(crate) fn register(index: &tantivy::Index) {
    index.tokenizers().register(TOKENIZER, LevelTokenizer);
}

/// A text in another language than French, cut beforehand: a tokenizer of tantivy's sees the text
/// alone, and could not tell.
pub(crate) fn cut(language: Language, text: &str) -> PreTokenizedString {
    let tokens = ANALYZER.with_borrow_mut(|analyzer| analyzer.tokens_in(language, text));
    let (mut terms, mut text, mut tokens) = (Terms::of(tokens), String::new(), Vec::new());
    while let Some(position) = terms.next_into(&mut text) {
        let position = position as usize;
        tokens.push(Token { position, text: text.clone(), ..Token::default() });
    }
    PreTokenizedString { text: String::new(), tokens }
}

/// How many words a text in `language` has: the positions of the analyzer.
pub(crate) fn words(language: Language, text: &str) -> u64 {
    let tokens = ANALYZER.with_borrow_mut(|analyzer| analyzer.tokens_in(language, text));
    tokens.last().map_or(0, |token| u64::from(token.position) + 1)
}

/// Cuts French text into the terms that are indexed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LevelTokenizer;

impl Tokenizer for LevelTokenizer {
    type TokenStream<'a> = LevelStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LevelStream {
        let tokens = ANALYZER.with_borrow_mut(|analyzer| analyzer.tokens(text));
        LevelStream { terms: Terms::of(tokens), token: Token::default() }
    }
}

/// The terms of one text.
pub(crate) struct LevelStream {
    terms: Terms,
    token: Token,
}

impl TokenStream for LevelStream {
    fn advance(&mut self) -> bool {
        let Some(position) = self.terms.next_into(&mut self.token.text) else { return false };
        self.token.position = position as usize;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
