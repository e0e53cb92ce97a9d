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
use tantivy::Searcher;
use tantivy::schema::Field;

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
    encode_into(&mut term, language, level, text);
    term
}

fn encode_into(term: &mut String, language: Language, level: Level, text: &str) {
    term.clear();
    // No code starts with the letter of a level.
    if language != Language::French {
        term.push_str(language.code());
        term.push(':');
    }
    term.push(level.prefix());
    term.push_str(text);
}

/// Whether one of `fields` holds fragments of words that line ends cut.
pub(crate) fn have_fragments(searcher: &Searcher, fields: &[Field]) -> tantivy::Result<bool> {
    let prefixes = Language::ALL.map(|language| encode(language, Level::Form, "-"));
    for segment in searcher.segment_readers() {
        for field in fields {
            let postings = segment.inverted_index(*field)?;
            for prefix in &prefixes {
                let mut terms = postings.terms().range().ge(prefix).into_stream()?;
                if terms.advance() && terms.key().starts_with(prefix.as_bytes()) {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// The terms of tokens, by position, each once at a position.
pub(crate) struct Terms {
    tokens: Vec<Token>,
    /// The token that is read, and its next level.
    at: (usize, usize),
    /// The first token at its position.
    first: usize,
}

impl Terms {
    /// Before the first term of `tokens`.
    pub(crate) fn of(tokens: Vec<Token>) -> Terms {
        Terms { tokens, at: (0, 0), first: 0 }
    }

    /// Writes the next term over `term`, and says where it stands; `None` after the last.
    pub(crate) fn next_into(&mut self, term: &mut String) -> Option<u32> {
        loop {
            let (at, level) = self.at;
            let token = self.tokens.get(at)?;
            self.at = if level < 2 { (at, level + 1) } else { (at + 1, 0) };
            if level == 0 && self.tokens[self.first].position != token.position {
                self.first = at;
            }
            let Some((level, text)) = on(token, level) else { continue };
            let language = token.word.language;
            let mut before = self.tokens[self.first..at].iter();
            let is_known = before.any(|other| {
                other.word.language == language
                    && (0..3).filter_map(|of| on(other, of)).any(|own| own == (level, text))
            });
            if !is_known {
                encode_into(term, language, level, text);
                return Some(token.position);
            }
        }
    }
}

/// What a token writes on the first, second or third of its levels.
fn on(token: &Token, level: usize) -> Option<(Level, &str)> {
    let Word { form, key, stem, .. } = &*token.word;
    match (token.rule, level) {
        (Rule::Joined, 0) => Some((Level::Joined, key)),
        (Rule::Joined, _) => None,
        (_, 0) => Some((Level::Form, form)),
        (_, 1) => (key != form).then_some((Level::Key, key)),
        (..) => (stem != key).then_some((Level::Stem, stem)),
    }
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
        let (mut terms, mut term, mut seen) =
            (Terms::of(tokens.to_vec()), String::new(), Vec::new());
        while let Some(position) = terms.next_into(&mut term) {
            seen.push(format!("{term}@{position}"));
        }
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
