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
    /// The terms of every level, with their weights.
    ///
    /// A token is written on a wider level only where the text differs from the narrower one
    /// ([`encode`]). The weights are such that those of a token's terms add up to the weight of
    /// its closest level.
    pub(crate) fn weighted_terms(&self) -> BTreeMap<String, TermWeight> {
        let mut terms = BTreeMap::new();
        let mut add = |term: String, boost, cover| {
            let weight = TermWeight { boost, cover };
            let slot = terms.entry(term).or_insert(weight);
            slot.boost = slot.boost.max(weight.boost);
            slot.cover = slot.cover.max(weight.cover);
        };
        for word @ Word { form, key, stem, .. } in &self.words {
            let (wide, wide_cover) = stem_weight(word.language);
            let mut add = |level, text, boost, cover| {
                add(encode(word.language, level, text), boost, cover);
            };
            let own_stem = stem == key;
            let inner = if own_stem { 0.0 } else { wide };
            add(Level::Stem, stem, wide, wide_cover);
            if !own_stem {
                add(Level::Key, stem, wide, wide_cover);
                add(Level::Form, stem, wide, wide_cover);
            }
            add(Level::Key, key, weights::KEY - inner, 1.0);
            if form == key {
                add(Level::Form, form, weights::FORM - inner, 1.0);
            } else {
                add(Level::Form, key, weights::KEY - inner, 1.0);
                add(Level::Form, form, weights::FORM - weights::KEY, 1.0);
            }
        }
        for word in &self.joined {
            add(encode(word.language, Level::Joined, &word.key), weights::FORM, 1.0);
        }
        terms
    }

    /// The terms of every level on which number and gender do not matter: what phrases ask for.
    pub(crate) fn inflected_terms(&self) -> Vec<String> {
        let mut terms = self.joined_terms();
        for word @ Word { form, key, stem, .. } in &self.words {
            let mut add = |level, text| terms.push(encode(word.language, level, text));
            add(Level::Key, key);
            add(Level::Form, key);
            add(Level::Form, form);
            if word.language != Language::French {
                add(Level::Stem, stem);
                add(Level::Key, stem);
                add(Level::Form, stem);
            }
        }
        terms.sort();
        terms.dedup();
        terms
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

/// What an occurrence that shares but its stem is worth, and how far it covers the word: in other
/// languages than French, the stem is what joins number and gender.
fn stem_weight(language: Language) -> (f32, f32) {
    match language {
        Language::French => (weights::STEM, weights::STEM_COVER),
        _ => (weights::KEY, 1.0),
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
        word_in(Language::French, form, key, stem)
    }

    fn word_in(language: Language, form: &str, key: &str, stem: &str) -> Word {
        let [form, key, stem] = [form, key, stem].map(str::to_owned);
        Word { language, form, key, stem }
    }

    /// The terms that the index writes for a token, as documented in `glane_index`.
    fn written(Word { language, form, key, stem }: &Word) -> Vec<String> {
        let mut terms = vec![encode(*language, Level::Form, form)];
        terms.extend((key != form).then(|| encode(*language, Level::Key, key)));
        terms.extend((stem != key).then(|| encode(*language, Level::Stem, stem)));
        terms
    }

    #[track_caller]
    fn check(query: &Word, token: &Word, expect: f32) {
        let slot = Slot { words: vec![query.clone()], joined: Vec::new() };
        let weights = slot.weighted_terms();
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
