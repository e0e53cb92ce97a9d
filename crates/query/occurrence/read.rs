//! A passage read: its text and its words.

use std::ops::Range;

use glane_analysis::{Analyzer, Language, Token};
use glane_document::Passage;

/// A passage with its tokens.
#[derive(Debug)]
pub(crate) struct Read {
    /// The passage.
    pub(crate) passage: Passage,
    /// Tokens of its head, then of its text: no phrase goes from one to the other, for the index
    /// holds them apart. Offsets are those of the passage.
    parts: [Vec<Token>; 2],
    /// Its words, in order: the bytes of each position.
    pub(crate) words: Vec<Range<usize>>,
}

impl Read {
    /// Analyses `passage`, a passage of a section in `language`.
    pub(crate) fn new(analyzer: &mut Analyzer, language: Language, passage: Passage) -> Read {
        let (head, text) =
            passage.text.split_at_checked(passage.head).unwrap_or(("", &passage.text));
        let from = head.len();
        let head = analyzer.tokens_in(language, head);
        let mut text = analyzer.tokens_in(language, text);
        for token in &mut text {
            token.offset = token.offset.start + from..token.offset.end + from;
        }
        let parts = [head, text];
        let words = parts.iter().flat_map(|tokens| words(tokens)).collect();
        Read { passage, parts, words }
    }

    /// The tokens of its head, then those of its text.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &[Token]> {
        self.parts.iter().map(Vec::as_slice)
    }

    /// The text of a word.
    pub(crate) fn word(&self, at: usize) -> &str {
        &self.passage.text[self.words[at].clone()]
    }
}

/// The bytes of each position, those of what covers several left aside.
fn words(tokens: &[Token]) -> impl Iterator<Item = Range<usize>> {
    let mut last = None;
    tokens.iter().filter(|token| token.span <= 1).filter_map(move |token| {
        let is_new = last != Some(token.position);
        last = Some(token.position);
        is_new.then(|| token.offset.clone())
    })
}
