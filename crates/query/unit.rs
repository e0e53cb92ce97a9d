//! What is searched: the units of a query, each found in one of several ways.

use std::collections::BTreeMap;

use glane_analysis::Word;
use glane_index::{Level, encode};

use crate::weights;

/// A word, a compound, a phrase or a person: what counts as present or absent as a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    /// As typed.
    pub(crate) label: String,
    /// The ways in which it is found; their occurrences add up.
    pub(crate) ways: Vec<Way>,
    /// Whether a section without it is no answer, however much else it has.
    pub(crate) required: bool,
}

/// A way in which a unit is found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Way {
    /// One of these words, the closer the level the better.
    Word(Slot),
    /// One of these sequences; occurrences that start at the same place count once.
    Places(Vec<Vec<Slot>>),
    /// Being heard in the section: one of these names.
    Heard(Vec<String>),
}

/// The words that one position of a query stands for: several in inclusive writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Words to be found on any level.
    pub(crate) words: Vec<Word>,
    /// Compounds to be found joined, by key.
    pub(crate) joined: Vec<String>,
}

/// What an occurrence of a term is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TermWeight {
    /// Beside an occurrence of the very form.
    pub(crate) boost: f32,
    /// How far it shows that the section is about the word.
    pub(crate) cover: f32,
}

impl Slot {
    /// The slot of one word.
    pub(crate) fn word(word: &Word) -> Slot {
        Slot { words: vec![word.clone()], joined: Vec::new() }
    }

    /// The terms of every level, with their weights.
    ///
    /// A token is written on a wider level only where the text differs from the narrower one
    /// ([`encode`]). The weights are such that those of a token's terms add up to the weight of
    /// its closest level.
    pub(crate) fn weighted_terms(&self) -> BTreeMap<String, TermWeight> {
        let mut terms = BTreeMap::new();
        let mut add = |level, text: &str, boost, cover| {
            let weight = TermWeight { boost, cover };
            let slot = terms.entry(encode(level, text)).or_insert(weight);
            slot.boost = slot.boost.max(weight.boost);
            slot.cover = slot.cover.max(weight.cover);
        };
        for Word { form, key, stem } in &self.words {
            let own_stem = stem == key;
            let inner = if own_stem { 0.0 } else { weights::STEM };
            add(Level::Stem, stem, weights::STEM, weights::STEM_COVER);
            if !own_stem {
                add(Level::Key, stem, weights::STEM, weights::STEM_COVER);
                add(Level::Form, stem, weights::STEM, weights::STEM_COVER);
            }
            add(Level::Key, key, weights::KEY - inner, 1.0);
            if form == key {
                add(Level::Form, form, weights::FORM - inner, 1.0);
            } else {
                add(Level::Form, key, weights::KEY - inner, 1.0);
                add(Level::Form, form, weights::FORM - weights::KEY, 1.0);
            }
        }
        for key in &self.joined {
            add(Level::Joined, key, weights::FORM, 1.0);
        }
        terms
    }

    /// The terms up to the level of the key: what phrases ask for.
    pub(crate) fn key_terms(&self) -> Vec<String> {
        let words = self.words.iter().flat_map(|word| {
            [
                encode(Level::Key, &word.key),
                encode(Level::Form, &word.key),
                encode(Level::Form, &word.form),
            ]
        });
        let joined = self.joined.iter().map(|key| encode(Level::Joined, key));
        let mut terms: Vec<String> = words.chain(joined).collect();
        terms.sort();
        terms.dedup();
        terms
    }
}

impl Unit {
    /// The word, where the unit is but a word: what proximity is measured on.
    pub(crate) fn lone_word(&self) -> Option<&Slot> {
        match &self.ways[..] {
            [Way::Word(slot)] => Some(slot),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str, key: &str, stem: &str) -> Word {
        Word { form: form.to_owned(), key: key.to_owned(), stem: stem.to_owned() }
    }

    /// The terms that the index writes for a token, as documented in `glane_index`.
    fn written(Word { form, key, stem }: &Word) -> Vec<String> {
        let mut terms = vec![encode(Level::Form, form)];
        terms.extend((key != form).then(|| encode(Level::Key, key)));
        terms.extend((stem != key).then(|| encode(Level::Stem, stem)));
        terms
    }

    #[track_caller]
    fn check(query: &Word, token: &Word, expect: f32) {
        let weights = Slot::word(query).weighted_terms();
        let total: f32 =
            written(token).iter().filter_map(|term| weights.get(term)).map(|w| w.boost).sum();
        assert!((total - expect).abs() < 1e-6, "{total} is not {expect}");
    }

    #[test]
    fn the_same_form_is_worth_its_level_alone() {
        for same in [
            word("élues", "elu", "el"),
            word("elu", "elu", "el"),
            word("loi", "loi", "loi"),
            word("lois", "loi", "loi"),
        ] {
            check(&same, &same, weights::FORM);
        }
    }

    #[test]
    fn another_number_is_worth_the_key() {
        check(&word("élues", "elu", "el"), &word("élu", "elu", "el"), weights::KEY);
        check(&word("élues", "elu", "el"), &word("elu", "elu", "el"), weights::KEY);
        check(&word("elu", "elu", "el"), &word("élues", "elu", "el"), weights::KEY);
        check(&word("loi", "loi", "loi"), &word("lois", "loi", "loi"), weights::KEY);
    }

    #[test]
    fn a_derived_word_is_worth_the_stem() {
        check(&word("aider", "aider", "aid"), &word("aidant", "aidant", "aid"), weights::STEM);
        check(&word("aider", "aider", "aide"), &word("aides", "aide", "aide"), weights::STEM);
        check(&word("aides", "aide", "aide"), &word("aider", "aider", "aide"), weights::STEM);
        check(&word("aider", "aider", "aide"), &word("aide", "aide", "aide"), weights::STEM);
    }

    #[test]
    fn an_unrelated_word_is_worth_nothing() {
        check(&word("loi", "loi", "loi"), &word("loyer", "loyer", "loyer"), 0.0);
    }
}
