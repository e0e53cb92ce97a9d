//! The analyzer as tantivy's tokenizer: the terms of each word at its position.

use std::cell::RefCell;

use glane_analysis::{Analyzer, Language, Word};
use tantivy::tokenizer::{PreTokenizedString, Token, TokenStream, Tokenizer};

use crate::terms::Terms;

/// The name under which the schema asks for the tokenizer.
pub(crate) const TOKENIZER: &str = "glane";

/// The name of the one that writes [`END`] as well.
pub(crate) const COUNTING_TOKENIZER: &str = "glane-counting";

/// A term after the last word of a text: its position is how many words the text has. No other term
/// starts alike: they start with the letter of a level or the code of a language.
pub(crate) const END: &str = ".";

thread_local! {
    // tantivy clones a tokenizer for each field of each segment; what the analyzer remembers of
    // each form is worth sharing between them.
    static ANALYZER: RefCell<Analyzer> = RefCell::new(Analyzer::new());
}

/// Makes the tokenizer known to an index, which stores its name only.
pub(crate) fn register(index: &tantivy::Index) {
    index.tokenizers().register(TOKENIZER, FormTokenizer { counts: false });
    index.tokenizers().register(COUNTING_TOKENIZER, FormTokenizer { counts: true });
}

/// A text in another language than French, cut beforehand: a tokenizer of tantivy's sees the text
/// alone, and could not tell. With [`END`] where it `counts`.
pub(crate) fn cut(language: Language, text: &str, counts: bool) -> PreTokenizedString {
    let mut stream = FormStream::new(language, text, counts);
    let mut tokens = Vec::new();
    while stream.advance() {
        tokens.push(stream.token.clone());
    }
    PreTokenizedString { text: String::new(), tokens }
}

/// How many words a text in `language` has: the positions of the analyzer.
pub(crate) fn words(language: Language, text: &str) -> u64 {
    let mut words = 0;
    let count = |position: u32, _: &Word, _| words = u64::from(position) + 1;
    ANALYZER.with_borrow_mut(|analyzer| analyzer.each_word(language, text, count));
    words
}

/// Cuts French text into the terms that are indexed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FormTokenizer {
    /// Whether [`END`] follows.
    counts: bool,
}

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = FormStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FormStream {
        FormStream::new(Language::French, text, self.counts)
    }
}

/// The terms of one text.
pub(crate) struct FormStream {
    terms: Terms,
    /// The next one.
    next: usize,
    token: Token,
}

impl FormStream {
    fn new(language: Language, text: &str, counts: bool) -> FormStream {
        let mut terms = Terms::with_capacity(text.len());
        let add = |position, word: &Word, rule| terms.add(position, word, rule);
        ANALYZER.with_borrow_mut(|analyzer| analyzer.each_word(language, text, add));
        if counts {
            terms.add_mark(terms.last_position().map_or(0, |last| last + 1), END);
        }
        FormStream { terms, next: 0, token: Token::default() }
    }
}

impl TokenStream for FormStream {
    fn advance(&mut self) -> bool {
        let Some((position, term)) = self.terms.get(self.next) else { return false };
        self.next += 1;
        self.token.text.clear();
        self.token.text.push_str(term);
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
