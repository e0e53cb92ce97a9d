//! The fingerprint of the analysis: an index and a query must be analysed alike.

use std::hash::Hasher as _;

use crate::fnv::Fnv;
use crate::inclusive::feminine;
use crate::inflection::{endings, exceptions};
use crate::stem::{derivation, families};
use crate::{Analyzer, Language};
use crate::{acronym, address, compound, elision, ordinal, spelling};

/// To be raised when a rule changes in a way that neither the tables nor the probe shows.
const VERSION: u8 = 3;

/// A text that calls every rule, the stemmer included: a change of any changes its tokens.
const PROBE: &str = "L’accès aux droits, aujourd'hui : non-recours, sous-préfecture, a-t-il ? \
    Les agent·e·s, chargé(e)s et tou.te.s ; C.C.A.S., RSA, 1 400 000 € et 12,5 %. \
    Au XXIe siècle, 2ème atelier n° 3 à St-Étienne, contact@mairie.fr, #AccesAuxDroits, \
    démobi-\nlisation, ﬁnancement, art. L. 262-1, loi 83-634, atelier iii, xxie siècle, participation, administrateur, négociation, 1,4 million.";

/// Words that call the stemmers of the other languages.
const OTHERS: &str = "workshops policies derechos políticas Häuser servizi direitos ações";

/// The tables that are lists of words.
const LISTS: &[&[&str]] = &[
    acronym::ONSETS,
    address::TOP_LEVELS,
    compound::CLITICS,
    compound::NOUNS,
    compound::PREFIXES,
    elision::ELIDED,
    exceptions::PROTECTED,
    derivation::OTHERS,
    families::APART,
    ordinal::ENDINGS,
    ordinal::NUMBERED,
];

/// The tables that pair words.
const PAIRS: &[&[(&str, &str)]] = &[
    derivation::SPELLINGS,
    elision::WHOLE,
    exceptions::IRREGULAR,
    feminine::PAIRS,
    spelling::VARIANTS,
];

/// Identifies the rules, tables and stemmer: an index built under another fingerprint is another
/// index.
///
/// It is the same on every platform and in every run.
pub fn fingerprint() -> String {
    let lists = LISTS.iter().chain(families::FAMILIES).map(|list| list.join(" "));
    let pairs = PAIRS.iter().map(|pairs| format!("{pairs:?}"));
    let feminines = feminine::ENDINGS.iter().map(|line| format!("{line:?}"));
    let derivations = [format!("{:?}", derivation::ENDINGS), format!("{:?}", derivation::ROOTS)];
    let endings = endings::ENDINGS
        .iter()
        .map(|line| format!("{} {} {}", line.feminine, line.masculine, line.letters));
    let mut analyzer = Analyzer::new();
    let mut tokens = analyzer.tokens(PROBE);
    for language in Language::ALL {
        tokens.extend(analyzer.tokens_in(language, OTHERS));
    }
    let tokens = tokens.iter().map(|token| format!("{token:?}"));
    let mut hash = Fnv::default();
    hash.write(&[VERSION]);
    let tables = lists.chain(pairs).chain(feminines).chain(endings).chain(derivations);
    for entry in tables.chain(tokens) {
        hash.write(entry.as_bytes());
        hash.write(&[0xff]);
    }
    format!("{:016x}", hash.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_sixteen_digits_and_the_same_in_every_run() {
        assert_eq!(fingerprint(), fingerprint());
        assert_eq!(fingerprint().len(), 16);
    }
}
