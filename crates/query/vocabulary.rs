//! The words of a corpus, each by a number.

use std::collections::HashMap;
use std::sync::Arc;

use glane_analysis::{Language, Word, is_stop_word};
use serde::Serialize;

/// What counts as one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WordLevel {
    /// Each form by itself, in small letters.
    Form,
    /// Any number and gender of a word: its inflection key.
    #[default]
    Key,
}

/// Whether function words are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StopWords {
    /// As any word.
    #[default]
    Listed,
    /// They are counted, and not listed.
    LeftOut,
}

/// The words that were met.
pub(crate) struct Vocabulary {
    level: WordLevel,
    numbers: HashMap<Language, HashMap<String, u32>>,
    words: Vec<Entry>,
}

/// A word on its level.
struct Entry {
    /// Its forms, with how often each was met.
    forms: Vec<(Arc<Word>, u64)>,
}

impl Vocabulary {
    /// No word yet.
    pub(crate) fn new(level: WordLevel) -> Vocabulary {
        Vocabulary { level, numbers: HashMap::new(), words: Vec::new() }
    }

    /// Counts one more of a word, and says its number.
    pub(crate) fn add(&mut self, word: &Arc<Word>) -> u32 {
        let text = match self.level {
            WordLevel::Form => &word.form,
            WordLevel::Key => &word.key,
        };
        let numbers = self.numbers.entry(word.language).or_default();
        // Looked up before it is copied: most words were met.
        let number = match numbers.get(text) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
                numbers.insert(text.clone(), number);
                self.words.push(Entry { forms: Vec::new() });
                number
            }
        };
        let forms = &mut self.words[number as usize].forms;
        match forms.iter_mut().find(|(known, _)| known.form == word.form) {
            Some((_, count)) => *count += 1,
            None => forms.push((Arc::clone(word), 1)),
        }
        number
    }

    /// How often a word was met.
    pub(crate) fn count(&self, number: u32) -> u64 {
        self.words[number as usize].forms.iter().map(|(_, count)| count).sum()
    }

    /// The form of a word that was met most, the first by letters of those met as often.
    pub(crate) fn name(&self, number: u32) -> &str {
        self.most_frequent(number).map_or("", |word| word.form.as_str())
    }

    /// Whether a word is a function word, as its name tells: `là` leaves `la` one.
    pub(crate) fn is_stop(&self, number: u32) -> bool {
        let is_stop = |word: &Word| word.language == Language::French && is_stop_word(&word.form);
        self.most_frequent(number).is_some_and(is_stop)
    }

    fn most_frequent(&self, number: u32) -> Option<&Word> {
        let forms = self.words[number as usize].forms.iter();
        let most = forms
            .max_by(|one, other| one.1.cmp(&other.1).then_with(|| other.0.form.cmp(&one.0.form)));
        most.map(|(word, _)| &**word)
    }

    /// The numbers of the words, in the order in which they were met.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        0..u32::try_from(self.words.len()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use glane_analysis::Analyzer;

    use super::*;

    #[test]
    fn a_function_word_is_told_by_its_most_frequent_form() {
        let mut vocabulary = Vocabulary::new(WordLevel::Key);
        let mut analyzer = Analyzer::new();
        let mut number = |text: &str| {
            let tokens = analyzer.tokens(text);
            tokens.iter().map(|token| vocabulary.add(&token.word)).last().unwrap_or_default()
        };
        let article = number("la la là");
        let noun = number("caisse");
        assert_eq!(vocabulary.name(article), "la");
        assert!(vocabulary.is_stop(article));
        assert!(!vocabulary.is_stop(noun));
    }
}
