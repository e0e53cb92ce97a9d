//! The inflection key: one key for the singular, the plural, the masculine and the feminine.
//!
//! A key is opaque: `travailleurs` and `travailleuse` share `travailleu`. It is reached from the
//! folded word alone, so an unaccented query meets an accented text by construction. The rules
//! keep apart what Snowball merges (`loi` and `loyer`, `commune` and `commun`); the words where
//! they fail stand in the [exceptions].

pub(crate) mod endings;
pub(crate) mod exceptions;

use crate::acronym::is_unpronounceable;

use endings::ENDINGS;
use exceptions::exceptional_key;

/// The inflection key of a folded word.
///
/// A word with a character that is no letter, or that no French word could begin like, is its own
/// key.
pub(crate) fn inflection_key(folded: &str) -> String {
    if !folded.chars().all(char::is_alphabetic) || is_unpronounceable(folded) {
        return folded.to_owned();
    }
    let singular = singular(folded);
    let word = participle(singular.as_str());
    [folded, &singular, word]
        .into_iter()
        .find_map(exceptional_key)
        .map_or_else(|| masculine(word), str::to_owned)
}

fn singular(word: &str) -> String {
    let count = letters(word);
    if count < 4 || word.ends_with("ss") {
        return word.to_owned();
    }
    if let Some(singular) = word.strip_suffix('s') {
        return singular.to_owned();
    }
    let Some(singular) = word.strip_suffix('x').filter(|word| word.ends_with('u')) else {
        return word.to_owned();
    };
    match singular.strip_suffix("au") {
        Some(stem) if stem.ends_with(['e', 'y']) => singular.to_owned(),
        Some(stem) if count >= 5 => format!("{stem}al"),
        None if singular.ends_with("eu") || singular.ends_with("ou") => singular.to_owned(),
        _ => word.to_owned(),
    }
}

/// A word in `-ée` without its last letter: folding has made `porté` and `porte` one word, and
/// their feminines would part otherwise.
fn participle(word: &str) -> &str {
    match word.strip_suffix('e') {
        Some(shortened) if shortened.ends_with('e') && letters(word) >= 4 => shortened,
        _ => word,
    }
}

fn masculine(word: &str) -> String {
    let count = letters(word);
    let matching = ENDINGS
        .iter()
        .filter(|ending| count >= ending.letters)
        .find_map(|ending| Some((word.strip_suffix(ending.feminine)?, ending.masculine)));
    match matching {
        Some((stem, masculine)) => [stem, masculine].concat(),
        None => word.to_owned(),
    }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[track_caller]
    fn check(key: &str, words: &[&str]) {
        for word in words {
            assert_eq!(inflection_key(&fold(word)), key, "{word}");
        }
    }

    #[test]
    fn number_is_removed() {
        check("usager", &["usager", "usagers"]);
        check("reseau", &["réseau", "réseaux"]);
        check("enjeu", &["enjeu", "enjeux"]);
        check("local", &["local", "locaux"]);
        check("loi", &["loi", "lois"]);
    }

    #[test]
    fn a_final_s_or_x_that_is_no_plural_stays_or_goes_alike() {
        check("recour", &["recours"]);
        check("prix", &["prix"]);
        check("taux", &["taux"]);
        check("stress", &["stress"]);
    }

    #[test]
    fn gender_is_removed() {
        check("usager", &["usagère", "usagères"]);
        check("directeu", &["directeur", "directrice", "directrices"]);
        check("travailleu", &["travailleur", "travailleuses"]);
        check("elu", &["élu", "élue", "élus", "élues"]);
        check("adjoint", &["adjoint", "adjointes"]);
    }

    #[test]
    fn participles_join_whatever_their_accents() {
        check("delegue", &["délégué", "déléguée", "DELEGUEES".to_lowercase().as_str()]);
        check("salari", &["salarié", "salariée", "salaries"]);
    }

    #[test]
    fn irregular_words_join() {
        check("travail", &["travail", "travaux"]);
        check("public", &["public", "publique", "publics", "publiques"]);
        check("oeil", &["œil", "yeux"]);
        check("chef", &["chef", "cheffes"]);
        check("opportun", &["opportun", "opportunes"]);
        check("hote", &["hôte", "hôtesses"]);
        check("ingenieux", &["ingénieux", "ingénieuses"]);
    }

    #[test]
    fn feminines_that_a_longer_ending_tells_join() {
        check("maitre", &["maître", "maîtresses"]);
        check("filleul", &["filleul", "filleule"]);
        check("bavard", &["bavard", "bavarde"]);
        check("clandestin", &["clandestin", "clandestine"]);
        check("girondin", &["girondin", "girondines"]);
        check("conci", &["concis", "concise"]);
    }

    #[test]
    fn words_of_another_meaning_stay_apart() {
        for (one, other) in [
            ("loi", "loyer"),
            ("foi", "fois"),
            ("commune", "commun"),
            ("droit", "droite"),
            ("parti", "partie"),
            ("cour", "cours"),
            ("année", "Anne"),
            ("arrêté", "arrêt"),
            ("tranchée", "tranche"),
            ("desserte", "dessert"),
            ("crue", "cru"),
            ("carrière", "carrier"),
            ("concerté", "concert"),
            ("ingénieux", "ingénieur"),
            ("regardé", "regard"),
            ("abandonné", "abandon"),
        ] {
            let key = |word: &str| inflection_key(&fold(&word.to_lowercase()));
            assert_ne!(key(one), key(other), "{one}, {other}");
        }
    }

    #[test]
    fn a_word_with_a_digit_is_its_own_key() {
        check("article2s", &["article2s"]);
    }

    #[test]
    fn an_unpronounceable_acronym_is_its_own_key() {
        check("ccas", &["ccas"]);
    }
}
