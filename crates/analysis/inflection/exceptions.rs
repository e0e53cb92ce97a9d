//! Words that the rules of number and gender would misread, by the reason.

/// Words that keep their whole form as key, because the rules would merge them with another word
/// of public life: `cours` with `cour`, `partie` with `parti`, `armée` with `arme`.
pub(crate) const PROTECTED: &[&str] = &[
    "fois", "mois", "cours", "fonds", "fils", "mais", "conduite", "credite", "partie", "marie",
    "capitale", "plante", "fonde", "mandate", "armee", "annee", "entree", "duree", "donnee",
    "musee", "traine", "entraine", "graine", "bassine",
];

/// Words whose number or gender no rule of theirs can tell, with their key.
pub(crate) const IRREGULAR: &[(&str, &str)] = &[
    // Plurals in -aux of words in -ail and -al, where the rule would choose the wrong one.
    ("travaux", "travail"),
    ("baux", "bail"),
    ("vitraux", "vitrail"),
    ("maux", "mal"),
    ("yeux", "oeil"),
    ("ideaux", "ideal"),
    ("loyaux", "loyal"),
    ("royaux", "royal"),
    ("materiaux", "materiau"),
    // Adjectives with two masculine forms.
    ("belle", "beau"),
    ("bel", "beau"),
    ("nouvelle", "nouveau"),
    ("nouvel", "nouveau"),
    ("vieille", "vieu"),
    ("vieil", "vieu"),
    ("folle", "fou"),
    // Function words.
    ("tous", "tout"),
    ("toute", "tout"),
    ("aucune", "aucun"),
    ("telle", "tel"),
    // Feminines in -che and -que.
    ("publique", "public"),
    ("laique", "laic"),
    ("blanche", "blanc"),
    ("franche", "franc"),
    ("seche", "sec"),
    ("fraiche", "frai"),
    ("grecque", "grec"),
    ("turque", "turc"),
    // Masculines in -s and -x, whose key has lost its last letter as a plural does.
    ("douce", "dou"),
    ("fausse", "faux"),
    ("tierce", "tier"),
    ("epouse", "epou"),
    ("basse", "bas"),
    ("grosse", "gro"),
    ("epaisse", "epai"),
    ("grise", "gri"),
    ("precise", "preci"),
    ("mise", "mis"),
    ("confuse", "confu"),
    ("incluse", "inclu"),
    ("diverse", "diver"),
    ("mairesse", "maire"),
    ("diffuse", "diffu"),
    ("jalouse", "jalou"),
    // Feminines in -te: a rule would merge port and porte, droit and droite.
    ("petite", "petit"),
    ("haute", "haut"),
    ("courte", "court"),
    ("forte", "fort"),
    ("morte", "mort"),
    ("lente", "lent"),
    ("prete", "pret"),
    ("defunte", "defunt"),
    ("etroite", "etroit"),
    ("exacte", "exact"),
    ("stricte", "strict"),
    ("distincte", "distinct"),
    ("abstraite", "abstrait"),
    ("extraite", "extrait"),
    ("dite", "dit"),
    ("faite", "fait"),
    ("nette", "net"),
    ("prefete", "prefet"),
    ("muette", "muet"),
    ("subite", "subit"),
    ("compacte", "compact"),
    ("intacte", "intact"),
    ("brute", "brut"),
    ("maladroite", "maladroit"),
    // Feminines with a doubled consonant.
    ("nulle", "nul"),
    ("gentille", "gentil"),
    ("pareille", "pareil"),
    ("bonne", "bon"),
    ("patronne", "patron"),
    ("pietonne", "pieton"),
    ("paysanne", "paysan"),
    ("championne", "champion"),
    ("cheffe", "chef"),
    ("bretonne", "breton"),
    // Other feminines.
    ("longue", "long"),
    ("breve", "bref"),
    ("noire", "noir"),
    ("claire", "clair"),
    ("seule", "seul"),
    ("pleine", "plein"),
    ("fine", "fin"),
    ("froide", "froid"),
    ("espagnole", "espagnol"),
    ("maligne", "malin"),
];

/// The key of an exceptional folded word.
pub(crate) fn exceptional_key(folded: &str) -> Option<&'static str> {
    let protected = PROTECTED.iter().find(|&&word| word == folded).copied();
    protected.or_else(|| IRREGULAR.iter().find(|(word, _)| *word == folded).map(|&(_, key)| key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_listed_twice() {
        let listed = PROTECTED.iter().chain(IRREGULAR.iter().map(|(word, _)| word));
        let mut words: Vec<_> = listed.collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }

    #[test]
    fn an_irregular_plural_has_the_key_of_its_singular() {
        assert_eq!(exceptional_key("travaux"), Some("travail"));
    }

    #[test]
    fn a_protected_word_is_its_own_key() {
        assert_eq!(exceptional_key("annee"), Some("annee"));
    }

    #[test]
    fn a_regular_word_has_no_exceptional_key() {
        assert_eq!(exceptional_key("usagers"), None);
    }
}
