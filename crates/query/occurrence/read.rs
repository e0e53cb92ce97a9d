//! A passage read: its text and its words.

use std::ops::Range;

use glane_analysis::{Analyzer, Language, Sieve, Sifted, Token};
use glane_document::Passage;

/// A passage with its words.
#[derive(Debug)]
pub(crate) struct Read {
    /// The passage.
    pub(crate) passage: Passage,
    /// Tokens of its head, then of its text: no phrase goes from one to the other, for the index
    /// holds them apart. Offsets are those of the passage.
    tokens: [Vec<Token>; 2],
    /// Its words, in order: the bytes of each position.
    pub(crate) words: Vec<Range<usize>>,
    /// How many of them are its head's.
    head_words: usize,
    /// Whether it has the tokens of all its words.
    is_whole: bool,
}

/// Words that follow each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    /// Their tokens: all, or those that are looked for.
    pub(crate) tokens: &'a [Token],
    /// The bytes of each position.
    pub(crate) words: &'a [Range<usize>],
}

impl Read {
    /// Analyses `passage`, a passage of a section in `language`: all of it, or what a sieve keeps.
    pub(crate) fn new(
        analyzer: &mut Analyzer,
        language: Language,
        passage: Passage,
        mut sieve: Option<&mut Sieve>,
    ) -> Read {
        let is_whole = sieve.is_none();
        let mut read = |text: &str| match &mut sieve {
            Some(sieve) => analyzer.sift(language, text, sieve),
            None => Sifted::all(analyzer.tokens_in(language, text)),
        };
        let (head, text) =
            passage.text.split_at_checked(passage.head).unwrap_or(("", &passage.text));
        let (head, mut text, from) = (read(head), read(text), head.len());
        let move_on = |bytes: &mut Range<usize>| *bytes = bytes.start + from..bytes.end + from;
        text.tokens.iter_mut().for_each(|token| move_on(&mut token.offset));
        text.words.iter_mut().for_each(move_on);
        let mut words = head.words;
        let head_words = words.len();
        words.append(&mut text.words);
        let tokens = [head.tokens, text.tokens];
        Read { passage, tokens, words, head_words, is_whole }
    }

    /// The first token of each word of a passage that was analysed whole, in order: what covers
    /// several words is left aside.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = &Token> {
        debug_assert!(self.is_whole, "a sifted passage has but some of its tokens");
        self.tokens.iter().flat_map(|tokens| {
            let mut last = None;
            tokens.iter().filter(|token| token.span <= 1).filter(move |token| {
                let is_new = last != Some(token.position);
                last = Some(token.position);
                is_new
            })
        })
    }

    /// Its head, then its text.
    pub(crate) fn parts(&self) -> [Part<'_>; 2] {
        let (head, text) = self.words.split_at(self.head_words);
        let [head_tokens, text_tokens] = &self.tokens;
        [Part { tokens: head_tokens, words: head }, Part { tokens: text_tokens, words: text }]
    }

    /// The text of a word.
    pub(crate) fn word(&self, at: usize) -> &str {
        &self.passage.text[self.words[at].clone()]
    }
}
