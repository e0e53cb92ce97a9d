//! How a word on three levels becomes terms of one field.
//!
//! Each term starts with a letter that names its level. The form is always written; the key only
//! where it differs from the form, and the stem only where it differs from the key: half of the
//! words are their own key. A search on a wider level therefore also asks for the narrower terms
//! that have the same text.
//!
//! Terms of another language than French start with its code and a colon: what is searched in
//! French meets French only, and weighs alike whatever else the index holds.

use glane_analysis::{Language, Rule, Token, Word};

/// The level of a term, from the narrowest to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// As written, in lower case.
    Form,
    /// Number and gender removed.
    Key,
    /// Derivations joined.
    Stem,
    /// The parts of a hyphenated compound, joined.
    Joined,
}

impl Level {
    fn prefix(self) -> char {
        match self {
            Level::Form => 'f',
            Level::Key => 'k',
            Level::Stem => 's',
            Level::Joined => 'j',
        }
    }
}

/// The term for `text` on `level` in `language`.
pub fn encode(language: Language, level: Level, text: &str) -> String {
    let mut term = String::with_capacity(text.len() + 4);
    // No code starts with the letter of a level.
    if language != Language::French {
        term.push_str(language.code());
        term.push(':');
    }
    term.push(level.prefix());
    term.push_str(text);
    term
}

/// A term at its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlacedTerm {
    pub(crate) text: String,
    pub(crate) position: u32,
}

/// The terms of `tokens`, by position, each once at a position.
pub(crate) fn of_tokens(tokens: &[Token]) -> Vec<PlacedTerm> {
    let mut terms: Vec<PlacedTerm> = Vec::with_capacity(tokens.len() * 2);
    let mut start = 0;
    for token in tokens {
        if terms.get(start).is_some_and(|first| first.position != token.position) {
            start = terms.len();
        }
        for text in of_token(token) {
            if terms[start..].iter().all(|term| term.text != text) {
                terms.push(PlacedTerm { text, position: token.position });
            }
        }
    }
    terms
}

fn of_token(token: &Token) -> impl Iterator<Item = String> {
    let joined = token.rule == Rule::Joined;
    let word = &token.word;
    let levels = if joined { [None, None, None] } else { levels(word) };
    let joined = joined.then(|| encode(word.language, Level::Joined, &word.key));
    levels.into_iter().flatten().chain(joined)
}

fn levels(word: &Word) -> [Option<String>; 3] {
    let encode = |level, text| encode(word.language, level, text);
    [
        Some(encode(Level::Form, &word.form)),
        (word.key != word.form).then(|| encode(Level::Key, &word.key)),
        (word.stem != word.key).then(|| encode(Level::Stem, &word.stem)),
    ]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn token(position: u32, levels: [&str; 3], rule: Rule) -> Token {
        token_in(Language::French, position, levels, rule)
    }

    fn token_in(language: Language, position: u32, levels: [&str; 3], rule: Rule) -> Token {
        let [form, key, stem] = levels.map(str::to_owned);
        let word = Word { language, form, key, stem };
        Token { offset: 0..0, position, span: 1, word: Arc::new(word), rule }
    }

    #[track_caller]
    fn check(tokens: &[Token], expect: &[&str]) {
        let terms = of_tokens(tokens);
        let seen: Vec<String> =
            terms.iter().map(|term| format!("{}@{}", term.text, term.position)).collect();
        assert_eq!(seen, expect);
    }

    #[test]
    fn a_word_that_is_its_own_key_and_stem_is_one_term() {
        check(&[token(0, ["loi", "loi", "loi"], Rule::Word)], &["floi@0"]);
    }

    #[test]
    fn each_level_that_differs_is_a_term_at_the_same_position() {
        check(&[token(3, ["élues", "elu", "el"], Rule::Word)], &["félues@3", "kelu@3", "sel@3"]);
    }

    #[test]
    fn a_word_of_another_language_has_terms_of_its_own() {
        let levels = ["policies", "policies", "polici"];
        let token = token_in(Language::English, 0, levels, Rule::Word);
        check(&[token], &["en:fpolicies@0", "en:spolici@0"]);
    }

    #[test]
    fn no_code_starts_with_the_letter_of_a_level() {
        let levels = [Level::Form, Level::Key, Level::Stem, Level::Joined].map(Level::prefix);
        for language in Language::ALL.into_iter().filter(|own| *own != Language::French) {
            assert!(!language.code().starts_with(levels), "{language:?}");
        }
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
            token(0, ["agentes", "agent", "agent"], Rule::Word),
        ];
        check(&tokens, &["fagents@0", "kagent@0", "fagentes@0"]);
    }
}
