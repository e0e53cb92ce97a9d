//! What the analyzer yields.

use std::ops::Range;
use std::sync::Arc;

use crate::language::Language;

/// One word at one position of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the analysed text that the token stands for; an elided article is left out.
    pub offset: Range<usize>,
    /// 0-based position; several tokens may share one.
    pub position: u32,
    /// How many positions it covers: 2 for `nonrecours` made from `non-recours`. The tokens at
    /// these positions whose own span is 1 are what it was made from.
    pub span: u32,
    /// The word on its three levels.
    pub word: Arc<Word>,
    /// The rule that made it.
    pub rule: Rule,
}

/// A word on three levels, from the narrowest to the widest.
///
/// Words of two languages have nothing in common, even spelt alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// The language as a word of which it was read.
    pub language: Language,
    /// Lower case, accents kept: `usagères`.
    pub form: String,
    /// Folded; in French, number and gender removed: joins `usager`, `usagers`, `usagère`.
    pub key: String,
    /// In French, the stem of the key: joins derivations such as `participation` and
    /// `participatif`. In other languages, the stem of the form: joins number and gender as well.
    pub stem: String,
}

/// The rule that made a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A plain word.
    Word,
    /// An elided word, without its apostrophe: the `l` of `l'accès`.
    Elision,
    /// A part of a hyphenated compound, of a name with an apostrophe, of an address, of a legal
    /// reference or of a number that may be two.
    Part,
    /// The parts of a compound joined.
    Joined,
    /// A word that a hyphen cut at the end of a line, put together again.
    LineEnd,
    /// What stands before or after that hyphen, under a name of its own.
    Fragment,
    /// The masculine or the feminine of a word in inclusive writing, or a word with its plural in
    /// brackets.
    Inclusive,
    /// A word in capitals among words in small letters, or an acronym with dots.
    Acronym,
    /// A number in its plain spelling, or the number of an ordinal.
    Number,
    /// An ordinal.
    Ordinal,
    /// An e-mail or web address as a whole.
    Address,
    /// An abbreviation, spelt out.
    Abbreviation,
    /// A legal reference as a whole: `l262-1`.
    Reference,
}

impl Rule {
    /// The rule in French, for people.
    pub fn label(self) -> &'static str {
        match self {
            Rule::Word => "mot",
            Rule::Elision => "élision",
            Rule::Part => "partie",
            Rule::Joined => "forme soudée",
            Rule::LineEnd => "coupure de fin de ligne",
            Rule::Fragment => "morceau d'un mot coupé",
            Rule::Inclusive => "écriture inclusive",
            Rule::Acronym => "sigle ou mot en capitales",
            Rule::Number => "nombre",
            Rule::Ordinal => "ordinal",
            Rule::Address => "adresse",
            Rule::Abbreviation => "abréviation",
            Rule::Reference => "référence juridique",
        }
    }
}
