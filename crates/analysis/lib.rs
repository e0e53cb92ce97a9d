//! French text analysis: one analyzer for indexing, querying and marking matches. Text in other
//! [`Language`]s is cut alike and stemmed as its own language asks.
//!
//! # Overview
//!
//! - [`Analyzer`] turns text into [`Token`]s; each rule stands in a file of its own.
//! - A [`Token`] carries a [`Word`]: one word on three levels, the *form* as written, the
//!   *inflection key* that joins number and gender, and the *stem* that joins derivations.
//! - [`Rule`] says which rule made a token.
//! - [`fingerprint()`] identifies the whole analysis, and [`is_stop_word`] the words that a query
//!   may leave out.
//!
//! Text is normalised once, with a map that leads back to the text as given. One scan then cuts it
//! into runs of letters and digits and hands each to the rule that its surroundings call for:
//! elision, compounds, inclusive writing, numbers, ordinals, acronyms, addresses, references,
//! abbreviations.
//! Every word gets its levels from the lexicon of the analyzer, which works out each form once.
//!
//! # Example
//!
//! ```
//! use glane_analysis::Analyzer;
//!
//! let text = "L’accès des usager·ère·s";
//! let tokens = Analyzer::new().tokens(text);
//! let keys: Vec<_> = tokens.iter().map(|token| token.word.key.as_str()).collect();
//! assert_eq!(keys, ["l", "acce", "des", "usager", "usager"]);
//! assert_eq!(&text[tokens[1].offset.clone()], "accès");
//! ```

mod token;

mod normalize;

mod placement;
mod plain;
mod run;
mod scan;
mod short;
mod sieve;

mod abbreviation;
mod acronym;
mod address;
mod compound;
mod elision;
mod fragment;
mod inclusive;
mod number;
mod ordinal;
mod output;
mod reference;

mod fold;
mod inflection;
mod language;
mod lexicon;
mod spelling;
mod stem;

mod fingerprint;
mod fnv;
mod stop_words;

pub mod edit;

use std::collections::HashMap;
use std::sync::Arc;

pub use fingerprint::fingerprint;
pub use fnv::Fnv;
pub use fold::{fold, fold_letter};
pub use fragment::{is_fragment, opening as fragment_opening};
pub use language::Language;
pub use normalize::ligature;
pub use sieve::{Sieve, Sifted};
pub use stop_words::is_stop_word;
pub use token::{Rule, Token, Word};

use lexicon::Lexicon;

/// Analyses text; remembers the levels of each distinct form that it meets.
#[derive(Debug, Clone, Default)]
pub struct Analyzer {
    french: Lexicon,
    /// Made when a text in the language is met.
    others: HashMap<Language, Lexicon>,
}

impl Analyzer {
    /// An analyzer that has met nothing.
    pub fn new() -> Analyzer {
        Analyzer::default()
    }

    /// The tokens of a French `text`, by position, then by start.
    ///
    /// Any text has tokens or none: nothing that it holds is an error.
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        self.tokens_in(Language::French, text)
    }

    /// The tokens of a `text` in `language`, by position, then by start.
    ///
    /// Their offsets and positions are those of [`tokens`](Analyzer::tokens), so that a query,
    /// which is cut once, can be searched in every language; their words are of `language`.
    pub fn tokens_in(&mut self, language: Language, text: &str) -> Vec<Token> {
        scan::scan(text, self.lexicon(language))
    }

    /// The tokens of a `text` in `language` that `sieve` keeps, and where its words stand: those of
    /// [`tokens_in`](Analyzer::tokens_in).
    pub fn sift(&mut self, language: Language, text: &str, sieve: &mut Sieve) -> Sifted {
        scan::sift(text, self.lexicon(language), sieve)
    }

    /// Hands over the word of each token of a `text` in `language`, with its position and rule: those
    /// of [`tokens_in`](Analyzer::tokens_in), for whom they are all that matters.
    pub fn each_word(
        &mut self,
        language: Language,
        text: &str,
        each: impl FnMut(u32, &Word, Rule),
    ) {
        scan::each(text, self.lexicon(language), each);
    }

    /// A word of a query, or of a text in another language, read as a word of `language`.
    pub fn word_in(&mut self, language: Language, form: &str) -> Arc<Word> {
        self.lexicon(language).word(form)
    }

    fn lexicon(&mut self, language: Language) -> &mut Lexicon {
        match language {
            Language::French => &mut self.french,
            other => self.others.entry(other).or_insert_with(|| Lexicon::of(other)),
        }
    }
}
