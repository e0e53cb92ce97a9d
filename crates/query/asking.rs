//! Words that say what is asked about a subject rather than the subject.

use glane_analysis::{Language, fold};

use crate::unit::Unit;

/// Without accents, in order.
///
/// Short on purpose: what a section may be about (a rule, a procedure, a calculation) is not among
/// them.
const ASKING: &[&str] = &[
    "comprendre",
    "connaitre",
    "consiste",
    "consister",
    "definir",
    "definition",
    "definitions",
    "difference",
    "differences",
    "exemple",
    "exemples",
    "existe",
    "existent",
    "exister",
    "explication",
    "explications",
    "expliquer",
    "fonctionne",
    "fonctionnent",
    "fonctionner",
    "obligatoire",
    "obligatoires",
    "possible",
    "possibles",
    "savoir",
    "sert",
    "servent",
    "servir",
    "signifie",
    "signifier",
];

/// Whether a unit is a word such as *obligatoire* in « le préavis est-il obligatoire ? »: what
/// answers may well not say it.
pub(crate) fn is_asking(unit: &Unit) -> bool {
    let is_known = |form: &str| ASKING.binary_search(&fold(form).as_str()).is_ok();
    unit.lone_word().is_some_and(|slot| {
        slot.words.iter().any(|word| word.language == Language::French && is_known(&word.form))
    })
}

#[cfg(test)]
mod tests {
    use glane_analysis::Analyzer;

    use super::*;
    use crate::unit::{Slot, Way};

    #[track_caller]
    fn check(expect: bool, forms: &[&str]) {
        for form in forms {
            let word = (*Analyzer::new().word_in(Language::French, form)).clone();
            let ways = vec![Way::Word(Slot::of(vec![word]))];
            assert_eq!(is_asking(&Unit { label: String::new(), ways }), expect, "{form}");
        }
    }

    #[test]
    fn words_of_asking_are_told_from_subjects() {
        assert!(ASKING.is_sorted());
        check(true, &["obligatoire", "définition", "sert", "connaître", "Connaitre"]);
        check(false, &["obligation", "service", "règlement", "procédure", "calcul"]);
    }
}
