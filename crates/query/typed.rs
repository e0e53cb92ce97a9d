//! The words of a clause, as typed and as analysed.

use glane_analysis::{Analyzer, Language, Rule, Token, Word, is_stop_word};

use crate::unit::Slot;

/// The words of one clause.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    /// By position, each position once.
    pub(crate) words: Vec<TypedWord>,
    /// What stands for several neighbours at once.
    pub(crate) wholes: Vec<Whole>,
}

/// One position of a clause.
#[derive(Debug, Clone)]
pub(crate) struct TypedWord {
    /// As typed, without its elided article.
    pub(crate) label: String,
    /// What it stands for.
    pub(crate) slot: Slot,
    /// Whether it is a function word.
    pub(crate) is_stop: bool,
    /// 0-based, in the clause.
    pub(crate) position: u32,
}

/// A token that covers several positions: a compound joined, a word cut at the end of a line.
#[derive(Debug, Clone)]
pub(crate) struct Whole {
    /// The index of its first word in [`Typed::words`].
    pub(crate) first: usize,
    /// How many words it covers.
    pub(crate) count: usize,
    /// As typed.
    pub(crate) label: String,
    /// What it is.
    pub(crate) slot: Slot,
}

/// Analyses the words of a clause: in French, and as words of `others` as well.
pub(crate) fn read(analyzer: &mut Analyzer, others: &[Language], text: &str) -> Typed {
    let tokens = analyzer.tokens(text);
    let mut typed = Typed::default();
    for token in tokens.iter().filter(|token| token.span <= 1) {
        let label = text.get(token.offset.clone()).unwrap_or_default();
        let words = words(analyzer, others, token);
        match typed.words.last_mut() {
            Some(last) if last.position == token.position => {
                last.slot.words.extend(words);
                last.is_stop &= is_stop(token, label);
            }
            _ => typed.words.push(TypedWord {
                label: label.to_owned(),
                slot: Slot::of(words),
                is_stop: is_stop(token, label),
                position: token.position,
            }),
        }
    }
    for token in tokens.iter().filter(|token| token.span > 1) {
        let slot = whole_slot(token, words(analyzer, others, token));
        typed.wholes.extend(whole(&typed.words, token, text, slot));
    }
    typed
}

/// The word of a token, as French and as each of `others` read it.
fn words(analyzer: &mut Analyzer, others: &[Language], token: &Token) -> Vec<Word> {
    let mut words = vec![(*token.word).clone()];
    let read = |other: &Language| (*analyzer.word_in(*other, &token.word.form)).clone();
    words.extend(others.iter().map(read));
    words
}

/// An acronym may be spelt as a function word is.
fn is_stop(token: &Token, label: &str) -> bool {
    let capitals = label.chars().count() > 1 && label.chars().all(char::is_uppercase);
    !(capitals && token.rule == Rule::Acronym) && is_stop_word(&token.word.form)
}

fn whole(words: &[TypedWord], token: &Token, text: &str, slot: Slot) -> Option<Whole> {
    let first = words.iter().position(|word| word.position == token.position)?;
    let end = token.position + token.span;
    let count = words[first..].iter().take_while(|word| word.position < end).count();
    let label = text.get(token.offset.clone()).unwrap_or_default().to_owned();
    (count > 1).then_some(Whole { first, count, label, slot })
}

/// A joined compound is found joined, or as the solid word that it would make.
fn whole_slot(token: &Token, words: Vec<Word>) -> Slot {
    let joined = if token.rule == Rule::Joined { words.clone() } else { Vec::new() };
    Slot { joined, ..Slot::of(words) }
}

impl Typed {
    /// The longest whole that starts at a word.
    pub(crate) fn whole_at(&self, first: usize) -> Option<&Whole> {
        self.wholes.iter().filter(|whole| whole.first == first).max_by_key(|whole| whole.count)
    }

    /// The slots of `count` words.
    pub(crate) fn slots(&self, first: usize, count: usize) -> Vec<Slot> {
        self.words[first..].iter().take(count).map(|word| word.slot.clone()).collect()
    }

    /// `count` words as typed, joined by spaces.
    pub(crate) fn label(&self, first: usize, count: usize) -> String {
        let labels = self.words[first..].iter().take(count).map(|word| word.label.as_str());
        labels.collect::<Vec<_>>().join(" ")
    }

    /// Whether `count` words stand one after the other without a gap.
    pub(crate) fn are_neighbours(&self, first: usize, count: usize) -> bool {
        let Some(words) = self.words.get(first..first + count) else { return false };
        words.windows(2).all(|pair| pair[1].position == pair[0].position + 1)
    }
}
