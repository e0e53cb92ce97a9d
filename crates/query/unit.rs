//! What is searched: the units of a query, each found in one of several ways.

use std::collections::BTreeMap;

use glane_analysis::{Language, Word};
use glane_index::{Level, encode};
use tantivy::schema::Field;

use crate::filter::Narrowing;
use crate::weights;

/// A word, a compound, a phrase or a person: what counts as present or absent as a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    /// As typed.
    pub(crate) label: String,
    /// The ways in which it is found; their occurrences add up.
    pub(crate) ways: Vec<Way>,
}

/// A way in which a unit is found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Way {
    /// One of these words, the closer the level the better.
    Word(Slot),
    /// One of these sequences; occurrences that start at the same place count once.
    Places(Vec<Vec<Slot>>),
    /// These words, in any order, with so many others at most among them.
    Near(Vec<Slot>, u32),
    /// One of these terms, each with its weight.
    Terms(BTreeMap<String, TermWeight>),
    /// Being heard in the section: one of these names.
    Heard(Vec<String>),
    /// These words one after the other, in this field alone.
    InField(Field, Vec<Slot>),
    /// What the section or its document is.
    Holds(Narrowing),
}

/// The words that one position of a query stands for: several in inclusive writing, and one for
/// each language of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Words to be found on any level.
    pub(crate) words: Vec<Word>,
    /// Compounds to be found joined, by key.
    pub(crate) joined: Vec<Word>,
    /// The words of the index that are [akin](Slot::is_akin).
    pub(crate) known: Vec<Word>,
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
    /// For these words, of which nothing is known.
    pub(crate) fn of(words: Vec<Word>) -> Slot {
        Slot { words, joined: Vec::new(), known: Vec::new() }
    }

    /// The terms of every level, each with the weight of its closest.
    pub(crate) fn weighted_terms(&self) -> BTreeMap<String, TermWeight> {
        let joined = TermWeight { boost: weights::FORM, cover: 1.0 };
        let joined = self.joined_terms().into_iter().map(|term| (term, joined));
        self.known.iter().map(|own| (term(own), self.weight(own))).chain(joined).collect()
    }

    /// What an occurrence of a word that is akin is worth.
    fn weight(&self, word: &Word) -> TermWeight {
        let is_own = |own: &Word| own.language == word.language && own.form == word.form;
        let (boost, cover) = if self.words.iter().any(is_own) {
            (weights::FORM, 1.0)
        } else if self.is_same(word) {
            (weights::KEY, 1.0)
        } else {
            (weights::STEM, weights::STEM_COVER)
        };
        TermWeight { boost, cover }
    }

    /// The terms of every level on which number and gender do not matter: what phrases ask for.
    pub(crate) fn inflected_terms(&self) -> Vec<String> {
        let known = self.known.iter().filter(|own| self.is_same(own));
        self.joined_terms().into_iter().chain(known.map(term)).collect()
    }

    /// The terms of compounds, joined.
    pub(crate) fn joined_terms(&self) -> Vec<String> {
        let joined = self.joined.iter();
        joined.map(|word| encode(word.language, Level::Joined, &word.key)).collect()
    }

    /// Whether `word` is one of the slot up to number and gender.
    pub(crate) fn is_same(&self, word: &Word) -> bool {
        let in_language = |own: &&Word| own.language == word.language;
        let same = |own: &Word| match word.language {
            Language::French => own.key == word.key,
            _ => own.key == word.key || own.stem == word.stem,
        };
        self.words.iter().filter(in_language).any(same)
            || self.joined.iter().filter(in_language).any(|own| own.key == word.key)
    }

    /// Whether `word` matches the slot on any level.
    pub(crate) fn is_akin(&self, word: &Word) -> bool {
        let akin = |own: &Word| own.language == word.language && own.stem == word.stem;
        self.is_same(word) || self.words.iter().any(akin)
    }
}

/// The term of a word of the index.
fn term(word: &Word) -> String {
    encode(word.language, Level::Form, &word.form)
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
        word_in(Language::French, form, key, stem)
    }

    fn word_in(language: Language, form: &str, key: &str, stem: &str) -> Word {
        let [form, key, stem] = [form, key, stem].map(str::to_owned);
        Word { language, form, key, stem }
    }

    #[track_caller]
    fn check(query: &Word, token: &Word, expect: f32) {
        let mut slot = Slot::of(vec![query.clone()]);
        slot.known.extend(slot.is_akin(token).then(|| token.clone()));
        let worth = slot.weighted_terms().get(&term(token)).map_or(0.0, |own| own.boost);
        assert!((worth - expect).abs() < 1e-6, "{worth} is not {expect}");
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
    fn another_number_in_another_language_is_worth_the_key() {
        let english = |form, stem| word_in(Language::English, form, form, stem);
        check(&english("policies", "polici"), &english("policy", "polici"), weights::KEY);
        check(&english("workshops", "workshop"), &english("workshop", "workshop"), weights::KEY);
        check(&english("workshop", "workshop"), &english("workshops", "workshop"), weights::KEY);
        check(&english("policies", "polici"), &english("policies", "polici"), weights::FORM);
        let accented = word_in(Language::Spanish, "acción", "accion", "accion");
        check(&word_in(Language::Spanish, "accion", "accion", "accion"), &accented, weights::KEY);
        check(&accented, &accented, weights::FORM);
    }

    #[test]
    fn the_same_letters_in_another_language_are_worth_nothing() {
        let french = word("chat", "chat", "chat");
        let english = word_in(Language::English, "chat", "chat", "chat");
        check(&french, &english, 0.0);
        check(&english, &french, 0.0);
    }

    #[test]
    fn an_unrelated_word_is_worth_nothing() {
        check(&word("loi", "loi", "loi"), &word("loyer", "loyer", "loyer"), 0.0);
    }
}
