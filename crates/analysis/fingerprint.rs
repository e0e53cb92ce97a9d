//! The fingerprint of the analysis: an index and a query must be analysed alike.

use std::hash::Hasher as _;

use crate::Analyzer;
use crate::compound;
use crate::fnv::Fnv;
use crate::inflection::{endings, exceptions};
use crate::stem::families;

/// To be raised when a rule changes in a way that neither the tables nor the probe shows.
const VERSION: u8 = 1;

/// A text that calls every rule, the stemmer included: a change of any changes its tokens.
const PROBE: &str = "L’accès aux droits, aujourd'hui : non-recours, sous-préfecture, a-t-il ? \
    Les agent·e·s, chargé(e)s et tou.te.s ; C.C.A.S., RSA, 1 400 000 € et 12,5 %. \
    Au XXIe siècle, 2ème atelier n° 3 à St-Étienne, contact@mairie.fr, #AccesAuxDroits, \
    démobi-\nlisation, ﬁnancement, participation, administrateur, négociation.";

/// Identifies the rules, tables and stemmer: an index built under another fingerprint is another
/// index.
///
/// It is the same on every platform and in every run.
pub fn fingerprint() -> String {
    let mut hash = Fnv::default();
    hash.write(&[VERSION]);
    let mut add = |text: &str| {
        hash.write(text.as_bytes());
        hash.write(&[0xff]);
    };
    exceptions::PROTECTED.iter().for_each(|word| add(word));
    exceptions::IRREGULAR.iter().for_each(|(word, key)| add(&format!("{word} {key}")));
    for ending in endings::ENDINGS {
        add(&format!("{} {} {}", ending.feminine, ending.masculine, ending.letters));
    }
    families::APART.iter().for_each(|key| add(key));
    families::FAMILIES.iter().for_each(|family| add(&family.join(" ")));
    compound::TABLES.iter().for_each(|table| add(&table.join(" ")));
    for token in Analyzer::new().tokens(PROBE) {
        let word = &token.word;
        add(&format!("{} {} {} {} {}", token.position, token.span, word.form, word.key, word.stem));
    }
    format!("{:016x}", hash.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_same_in_every_run() {
        assert_eq!(fingerprint(), fingerprint());
        assert_eq!(fingerprint().len(), 16);
    }
}
