//! The stem: Snowball's French stemmer over the inflection key, for the widest level.
//!
//! A stem depends on the key alone, so words that share a key share a stem. Keys are not shaped
//! like words: what Snowball needs to see is restored first. Short stems merge too much (`loi` and
//! `loyer`), so a stem under five letters gives way to its key.
//!
//! Before Snowball come families that no ending tells (`families.rs`) and words made from another by
//! an ending (`derivation.rs`): *départemental* has the stem of *département*.

pub(crate) mod derivation;
pub(crate) mod families;

use rust_stemmers::{Algorithm, Stemmer};

use crate::acronym::is_unpronounceable;
use crate::fold::fold;
use crate::language::Language;

/// The shortest stem accepted, in letters.
const FLOOR: usize = 5;

/// Letters before `-ite` that tell a noun in `-ité` from a feminine in `-ite`.
const NOUN_IN_ITE: &[&str] =
    &["alite", "ilite", "arite", "ivite", "icite", "osite", "anite", "urite", "orite"];

/// Letters that end the key of a participle in `-ié`, from a verb in `-ier`.
const IN_IER: &[&str] = &["fi", "ci", "ffili", "cili"];

/// The stem of an inflection key.
pub(crate) fn stem(key: &str) -> String {
    if let Some(stem) = families::stem(key) {
        return stem.to_owned();
    }
    if !key.chars().all(char::is_alphabetic) || is_unpronounceable(key) {
        return key.to_owned();
    }
    if let Some(origin) = derivation::origin(key) {
        return stem(&origin);
    }
    if let Some(root) = derivation::root(key) {
        return root;
    }
    let stem = fold(&snowball(Language::French, &restore(key)));
    if stem.chars().count() >= FLOOR {
        return derivation::spelt_alike(stem);
    }
    // Snowball takes *-asse* of *reclasse* for an ending of verbs.
    let short = key.strip_suffix("er").or_else(|| key.strip_suffix('e')).unwrap_or(key);
    if short.chars().count() >= FLOOR { short.to_owned() } else { key.to_owned() }
}

/// What Snowball's stemmer of `language` leaves of a lower-case form.
pub(crate) fn snowball(language: Language, form: &str) -> String {
    let algorithm = match language {
        Language::French => Algorithm::French,
        Language::English => Algorithm::English,
        Language::Spanish => Algorithm::Spanish,
        Language::German => Algorithm::German,
        Language::Italian => Algorithm::Italian,
        Language::Portuguese => Algorithm::Portuguese,
    };
    Stemmer::create(algorithm).stem(form).into_owned()
}

/// A key with the ending that Snowball recognises.
fn restore(key: &str) -> String {
    let count = key.chars().count();
    if key.ends_with("ateu") {
        return format!("{key}r");
    }
    if count >= 5 && key.ends_with("eu") {
        return format!("{key}x");
    }
    let is_noun = key.ends_with("phi") || key.ends_with("rci");
    if count >= 6 && !is_noun && IN_IER.iter().any(|ending| key.ends_with(ending)) {
        return format!("{key}er");
    }
    match key.strip_suffix('e') {
        Some(shortened) if count >= 7 && NOUN_IN_ITE.iter().any(|ending| key.ends_with(ending)) => {
            format!("{shortened}é")
        }
        _ => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inflection::inflection_key;

    fn stem_of(word: &str) -> String {
        stem(&inflection_key(&fold(word)))
    }

    #[track_caller]
    fn joins(words: &[&str]) {
        for word in &words[1..] {
            assert_eq!(stem_of(word), stem_of(words[0]), "{word}, {}", words[0]);
        }
    }

    #[track_caller]
    fn parts(words: &[&str]) {
        for (place, word) in words.iter().enumerate() {
            for other in &words[place + 1..] {
                assert_ne!(stem_of(word), stem_of(other), "{word}, {other}");
            }
        }
    }

    #[test]
    fn derivations_share_a_stem() {
        joins(&["participation", "participatif", "participant", "participer"]);
        joins(&["administration", "administratif", "administrateur"]);
        joins(&["négociation", "négociateur"]);
        joins(&["représentation", "représentant"]);
        joins(&["municipal", "municipalité"]);
        joins(&["mobile", "mobilité"]);
        joins(&["accompagnement", "accompagnant"]);
        joins(&["financement", "financeur"]);
        joins(&["production", "producteur"]);
        joins(&["association", "associatif"]);
    }

    #[test]
    fn a_family_shares_a_stem_that_snowball_would_not_give() {
        joins(&["formation", "formateur", "formatrices"]);
        joins(&["communication", "communiquer", "communiqué"]);
    }

    #[test]
    fn an_adjective_shares_the_stem_of_its_noun() {
        joins(&["département", "départemental", "départementale"]);
        joins(&["territoire", "territorial", "territoriaux"]);
        joins(&["région", "régional", "régionales"]);
        joins(&["institution", "institutionnel", "institutionnelle"]);
        joins(&["culture", "culturel"]);
        joins(&["règlement", "réglementaire"]);
        joins(&["obligation", "obligatoire", "obliger"]);
        joins(&["école", "scolaire", "scolarité"]);
        joins(&["syndicat", "syndical", "syndiqué", "syndicalistes"]);
        joins(&["précaire", "précarité"]);
        joins(&["solidaire", "solidarité"]);
    }

    #[test]
    fn who_acts_shares_the_stem_of_the_act() {
        joins(&["prestation", "prestataire"]);
        joins(&["gestion", "gestionnaire", "gérer"]);
        joins(&["partenaire", "partenariat", "partenarial"]);
        joins(&["signature", "signataire"]);
        joins(&["assistance", "assistant"]);
    }

    #[test]
    fn a_verb_shares_the_stem_of_its_noun_whatever_its_root() {
        joins(&["démission", "démissionner"]);
        joins(&["licencier", "licencié", "licenciement"]);
        joins(&["modifier", "modifié", "modification"]);
        joins(&["convoquer", "convocation"]);
        joins(&["déléguer", "délégué", "délégation"]);
        joins(&["inscrire", "inscrit", "inscription"]);
        joins(&["rompre", "rupture", "rompu"]);
        joins(&["inclure", "inclus", "inclusion", "inclusif"]);
        joins(&["construire", "construit", "construction"]);
        joins(&["prévenir", "prévention", "préventive"]);
        joins(&["éduquer", "éducation", "éducatif", "éducatrice"]);
        joins(&["proposer", "proposé", "proposition"]);
        joins(&["reclasser", "reclassé", "reclassement"]);
    }

    #[test]
    fn endings_alike_do_not_make_a_family() {
        parts(&["fonction", "fonctionnaire"]);
        parts(&["action", "actionnaire"]);
        parts(&["salaire", "salarié", "salarial"]);
        parts(&["interne", "international"]);
        parts(&["agence", "agent"]);
        parts(&["licence", "licencier"]);
        parts(&["noir", "noircir"]);
        parts(&["collège", "collègue"]);
        parts(&["syndic", "syndiquer"]);
        parts(&["correction", "correctionnel"]);
    }

    #[test]
    fn a_short_stem_gives_way_to_the_key() {
        parts(&["loi", "loyer"]);
        parts(&["foi", "foyer"]);
        parts(&["délai", "délit"]);
        parts(&["maire", "mairie"]);
        parts(&["usage", "usager"]);
    }

    #[test]
    fn words_kept_apart_keep_their_own_stem() {
        parts(&["formation", "format"]);
        parts(&["commune", "commun", "communication", "communisme"]);
        parts(&["retraite", "retrait"]);
        parts(&["conseil", "conseiller"]);
        parts(&["droit", "droite"]);
        parts(&["direct", "direction", "directive"]);
        parts(&["objectif", "objection"]);
        parts(&["relation", "relatif"]);
        parts(&["médecin", "médecine"]);
        parts(&["commande", "commandement", "commandant"]);
        parts(&["général", "généralité"]);
        parts(&["publicité", "publication"]);
        parts(&["présence", "présent", "présentation"]);
        parts(&["position", "positif"]);
        parts(&["capital", "capitale"]);
        parts(&["vaccin", "vaccination"]);
        parts(&["cours", "course"]);
        parts(&["garant", "garantie"]);
        parts(&["arrêté", "arrêt"]);
        parts(&["département", "départ"]);
        parts(&["cheminée", "chemin"]);
        parts(&["donnée", "donner", "donne"]);
    }

    #[test]
    fn an_acronym_that_no_word_begins_like_is_not_stemmed() {
        assert_eq!(stem("cpam"), "cpam");
    }
}
