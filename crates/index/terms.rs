//! How a word becomes terms of one field.
//!
//! Each term starts with a letter that names its level. A word is written as its form; who searches
//! it on a wider level asks for all forms of its [family](crate::families). What is written in
//! capitals has its form a second time, for searches in which capitals matter, and a compound the
//! key of its parts joined.
//!
//! Terms of another language than French start with its code and a colon: what is searched in
//! French meets French only, and weighs alike whatever else the index holds.

use std::ops::Range;

use glane_analysis::{Language, Rule, Word};

/// What a term says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// As written, in lower case.
    Form,
    /// The key of the parts of a hyphenated compound, joined.
    Joined,
    /// The form of a word that is written in capitals throughout.
    Capitals,
}

impl Level {
    fn prefix(self) -> char {
        match self {
            Level::Form => 'f',
            Level::Joined => 'j',
            Level::Capitals => 'c',
        }
    }
}

/// The term for `text` on `level` in `language`.
pub fn encode(language: Language, level: Level, text: &str) -> String {
    let mut term = String::with_capacity(text.len() + 4);
    encode_onto(&mut term, language, level, text);
    term
}

fn encode_onto(term: &mut String, language: Language, level: Level, text: &str) {
    // No code starts with the letter of a level.
    if language != Language::French {
        term.push_str(language.code());
        term.push(':');
    }
    term.push(level.prefix());
    term.push_str(text);
}

/// The terms of a text, by position, each once at a position.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// All of them, one after the other.
    text: String,
    /// Where each stands: its position, and where it ends in the text.
    ends: Vec<(u32, usize)>,
    /// The first one at the last position.
    first: usize,
}

impl Terms {
    /// None yet, with room for those of a text of so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Terms {
        // A text has a word in some six bytes.
        let (text, ends) = (String::with_capacity(bytes * 5 / 4), Vec::with_capacity(bytes / 5));
        Terms { text, ends, first: 0 }
    }

    /// Adds the terms of a word that follows those before or shares the position of the last.
    pub(crate) fn add(&mut self, position: u32, word: &Word, rule: Rule) {
        if self.last_position() != Some(position) {
            self.first = self.ends.len();
        }
        let Word { language, form, key, .. } = word;
        let mut add = |level, text| self.add_one(position, *language, level, text);
        if rule == Rule::Joined {
            return add(Level::Joined, key);
        }
        add(Level::Form, form);
        if rule.is_in_capitals() {
            add(Level::Capitals, form);
        }
    }

    fn add_one(&mut self, position: u32, language: Language, level: Level, text: &str) {
        let (start, count) = (self.text.len(), self.ends.len());
        encode_onto(&mut self.text, language, level, text);
        let is_known =
            (self.first..count).any(|at| self.text[self.range(at)] == self.text[start..]);
        match is_known {
            true => self.text.truncate(start),
            false => self.ends.push((position, self.text.len())),
        }
    }

    /// Adds a term that is no word's.
    pub(crate) fn add_mark(&mut self, position: u32, mark: &str) {
        self.text.push_str(mark);
        self.ends.push((position, self.text.len()));
    }

    /// The position of the last term.
    pub(crate) fn last_position(&self) -> Option<u32> {
        self.ends.last().map(|(position, _)| *position)
    }

    /// A term with its position; `None` after the last.
    pub(crate) fn get(&self, at: usize) -> Option<(u32, &str)> {
        let (position, _) = self.ends.get(at)?;
        Some((*position, &self.text[self.range(at)]))
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].1);
        start..self.ends[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word with its position and rule.
    type Token = (u32, Word, Rule);

    fn token(position: u32, levels: [&str; 3], rule: Rule) -> Token {
        token_in(Language::French, position, levels, rule)
    }

    fn token_in(language: Language, position: u32, levels: [&str; 3], rule: Rule) -> Token {
        let [form, key, stem] = levels.map(str::to_owned);
        (position, Word { language, form, key, stem }, rule)
    }

    #[track_caller]
    fn check(tokens: &[Token], expect: &[&str]) {
        let mut terms = Terms::default();
        tokens.iter().for_each(|(position, word, rule)| terms.add(*position, word, *rule));
        let each = (0..).map_while(|at| terms.get(at));
        let seen: Vec<String> = each.map(|(position, term)| format!("{term}@{position}")).collect();
        assert_eq!(seen, expect);
    }

    #[test]
    fn a_word_is_its_form() {
        check(&[token(0, ["loi", "loi", "loi"], Rule::Word)], &["floi@0"]);
        check(&[token(3, ["élues", "elu", "el"], Rule::Word)], &["félues@3"]);
    }

    #[test]
    fn a_word_of_another_language_has_terms_of_its_own() {
        let levels = ["policies", "policies", "polici"];
        let token = token_in(Language::English, 0, levels, Rule::Word);
        check(&[token], &["en:fpolicies@0"]);
    }

    #[test]
    fn no_code_starts_with_the_letter_of_a_level() {
        let levels = [Level::Form, Level::Joined, Level::Capitals];
        let levels = levels.map(Level::prefix);
        for language in Language::ALL.into_iter().filter(|own| *own != Language::French) {
            assert!(!language.code().starts_with(levels), "{language:?}");
        }
    }

    #[test]
    fn a_word_in_capitals_has_a_term_that_says_so() {
        check(&[token(2, ["rsa", "rsa", "rsa"], Rule::Acronym)], &["frsa@2", "crsa@2"]);
        check(&[token(0, ["rsa", "rsa", "rsa"], Rule::Shouted)], &["frsa@0", "crsa@0"]);
    }

    #[test]
    fn a_joined_compound_is_one_term_at_its_first_part() {
        let tokens = [
            token(0, ["non", "non", "non"], Rule::Part),
            token(0, ["nonrecours", "nonrecours", "nonrecour"], Rule::Joined),
            token(1, ["recours", "recours", "recours"], Rule::Part),
        ];
        check(&tokens, &["fnon@0", "jnonrecours@0", "frecours@1"]);
    }

    #[test]
    fn two_tokens_at_one_position_do_not_count_a_term_twice() {
        let tokens = [
            token(0, ["agents", "agent", "agent"], Rule::Word),
            token(0, ["agents", "agent", "agent"], Rule::Word),
            token(0, ["agentes", "agent", "agent"], Rule::Word),
        ];
        check(&tokens, &["fagents@0", "fagentes@0"]);
    }
}
