//! Two spellings of one word: those that the rectifications of 1990 allow (Conseil supérieur de la
//! langue française, Journal officiel, 6 December 1990), and older ones that live on.
//!
//! Most of 1990 concerns accents and hyphens, which folding and compounds see through already
//! (`évènement`, `maitre`, `portemonnaie`). Listed are the words whose letters differ.

/// Inflection keys that are another spelling, with the key of the usual one.
pub(crate) const VARIANTS: &[(&str, &str)] = &[
    // Nouns in -ellement, which double a letter or take an accent.
    ("amoncelement", "amoncellement"),
    ("chancelement", "chancellement"),
    ("ensorcelement", "ensorcellement"),
    ("etincelement", "etincellement"),
    ("morcelement", "morcellement"),
    ("nivelement", "nivellement"),
    ("renouvelement", "renouvellement"),
    ("ruisselement", "ruissellement"),
    // Families made regular.
    ("bonhommi", "bonhomi"),
    ("charriot", "chariot"),
    ("combattif", "combatif"),
    ("combattivite", "combativite"),
    ("imbecilite", "imbecillite"),
    ("persiffler", "persifler"),
    ("prudhommal", "prudhomal"),
    ("prudhommi", "prudhomi"),
    // Letters that are not heard.
    ("assoir", "asseoir"),
    ("exema", "eczema"),
    ("joailler", "joaillier"),
    ("nenufar", "nenuphar"),
    ("ognon", "oignon"),
    ("quincailler", "quincaillier"),
    ("serpiller", "serpillier"),
    ("sursoir", "surseoir"),
    // Two spellings that were allowed before.
    ("bistro", "bistrot"),
    ("clef", "cle"),
    ("contrexemple", "contreexemple"),
    ("gaiete", "gaite"),
    ("interpeler", "interpeller"),
    ("payement", "paiement"),
    ("tzar", "tsar"),
    ("yogourt", "yaourt"),
];

/// The key of the usual spelling of a word with this inflection key.
pub(crate) fn usual(key: String) -> String {
    match VARIANTS.iter().find(|(variant, _)| *variant == key) {
        Some((_, usual)) => (*usual).to_owned(),
        None => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use crate::inflection::inflection_key;

    #[track_caller]
    fn check(one: &str, other: &str) {
        let key = |word: &str| usual(inflection_key(&fold(word)));
        assert_eq!(key(one), key(other), "{one}, {other}");
    }

    #[test]
    fn both_spellings_have_one_key_in_any_number_and_gender() {
        check("renouvèlements", "renouvellement");
        check("clefs", "clé");
        check("payement", "paiements");
        check("combattive", "combatif");
        check("ognons", "oignon");
        check("eczéma", "exéma");
        check("quincaillère", "quincaillier");
        check("bonhommie", "bonhomie");
        check("prudhommale", "prud'homal".replace('\'', "").as_str());
    }

    #[test]
    fn folding_alone_sees_through_accents() {
        for (one, other) in
            [("évènement", "événement"), ("maitre", "maître"), ("règlementaire", "réglementaire")]
        {
            assert_eq!(fold(one), fold(other));
        }
    }

    #[test]
    fn no_usual_spelling_is_a_variant_of_another() {
        for (variant, usual) in VARIANTS {
            assert!(VARIANTS.iter().all(|(other, _)| other != usual), "{variant}");
        }
    }
}
