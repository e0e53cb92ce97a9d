//! Keys that Snowball would merge with another word, and families that it would split.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::inflection::exceptions::PROTECTED;

/// Keys that are their own stem, besides those that the inflection protects.
pub(crate) const APART: &[&str] = &[
    "arret",
    "arrete",
    "capital",
    "chemin",
    "chemine",
    "collectif",
    "colon",
    "colonne",
    "commandant",
    "commandement",
    "comment",
    "commun",
    "communaute",
    "communisme",
    "communiste",
    "conseil",
    "conseiller",
    "course",
    "depart",
    "departement",
    "direct",
    "directif",
    "droit",
    "droite",
    "emploi",
    "employe",
    "employeu",
    "format",
    "garant",
    "garanti",
    "general",
    "generalite",
    "institut",
    "instituteu",
    "machin",
    "machine",
    "maintenant",
    "medecin",
    "medecine",
    "objectif",
    "objection",
    "organe",
    "personne",
    "personnel",
    "positif",
    "position",
    "presence",
    "present",
    "presentation",
    "public",
    "publication",
    "publicite",
    "relatif",
    "relation",
    "retrait",
    "retraite",
    "salaire",
    "salari",
    "syndic",
    "vaccin",
    "vaccination",
];

/// Families under one stem, which is their first key.
pub(crate) const FAMILIES: &[&[&str]] = &[
    &["formation", "formateu"],
    &["direction", "directeu"],
    &["communication", "communiquer", "communique"],
    &["syndical", "syndicat", "syndique", "syndiquer", "syndicalisme", "syndicaliste"],
    &["medical", "medicalisation", "medicalise"],
    &["manager", "management", "managerial"],
    &["ministere", "ministeriel"],
    &["contrat", "contractuel", "contractualisation", "contractualiser"],
    &["secteu", "sectoriel"],
    &["budget", "budgetaire"],
    &["commune", "communal"],
    &["election", "electoral", "electeu", "electorat"],
    &["prefet", "prefectur", "prefectoral"],
    &["famille", "familial"],
    &["commerce", "commercial", "commercant", "commercialisation"],
    &["ecole", "scolaire", "scolarite", "scolarisation", "scolarise"],
    &["sante", "sanitaire"],
    &["hopital", "hospitalier", "hospitalisation", "hospitaliser"],
    &["benevole", "benevolat"],
    &["industri", "industriel"],
    &["province", "provincial"],
    &["agricultur", "agricole", "agriculteu"],
    &["education", "educatif", "educateu", "eduquer"],
    &["animation", "animateu", "animer"],
    &["creation", "createu", "creer", "creatif"],
    &["gestion", "gerer", "gestionnaire"],
    &["location", "locataire", "louer"],
    &["edition", "editeu", "editer", "editorial"],
    &["logement", "loger", "logeu"],
    &["versement", "verser", "verse"],
    &["paiement", "payer", "paye"],
    &["placement", "placer", "place"],
    &["isolement", "isoler", "isole"],
    &["achat", "acheter", "acheteu"],
    &["vente", "vendre", "vendeu"],
    &["visite", "visiter", "visiteu"],
    &["vote", "voter", "votant"],
    &["aide", "aider"],
    &["soin", "soigner", "soignant"],
    &["danse", "danser", "danseu"],
    &["grev", "greve", "greviste"],
    &["candidat", "candidatur"],
    &["apprenti", "apprentissage"],
    &["expert", "expertise"],
    &["apte", "aptitude"],
    &["inapte", "inaptitude"],
    &["pauvre", "pauvrete"],
    &["laic", "laicite"],
    &["securite", "securiser", "securisation", "securitaire"],
    &["indemnite", "indemniser", "indemnisation"],
    &["parent", "parental", "parentalite"],
    &["enfant", "enfance"],
    &["interim", "interimaire"],
    &["mandat", "mandataire", "mandater"],
    &["benefice", "beneficier", "benefici", "beneficiaire"],
    &["temoin", "temoigner", "temoignage"],
    &["certification", "certificat", "certifier", "certifi"],
    &["allocation", "allocataire"],
    &["disciplin", "disciplinaire"],
    &["suspension", "suspendre", "suspendu", "suspensif"],
    &["transmission", "transmettre", "transmi", "transmet"],
    &["permission", "permettre", "permi"],
    &["admission", "admettre", "admi"],
    &["prevention", "prevenir", "preventif"],
    &["intervention", "intervenir", "intervenant"],
    &["suppression", "supprimer", "supprime"],
    &["expression", "exprimer", "exprime"],
    &["protection", "proteger", "protege", "protecteu"],
    &["adhesion", "adherer", "adherent"],
    &["decision", "decider", "decideu", "decide"],
    &["perception", "percevoir", "percu"],
    &["conception", "concevoir", "concu", "concepteu"],
    &["acquisition", "acquerir", "acqui", "acquereu"],
    &["resolution", "resoudre", "resolu"],
    &["promotion", "promouvoir", "promu", "promoteu"],
    &["defense", "defendre", "defenseu"],
    &["reponse", "repondre"],
    &["reunion", "reunir", "reuni"],
    &["saisin", "saisir"],
    &["choix", "choisir", "choisi"],
    &["pert", "perdre", "perdu"],
    &["ouvertur", "ouvrir", "ouvert"],
    &["maintien", "maintenir", "maintenu"],
    &["soutien", "soutenir", "soutenu"],
    &["obtention", "obtenir", "obtenu"],
    &["interdiction", "interdire", "interdit"],
    &["restriction", "restreindre", "restreint"],
    &["reconnaissance", "reconnaitre", "reconnu"],
    &["croissance", "croitre"],
    &["naissance", "naitre"],
    &["souffrance", "souffrir"],
    &["redaction", "rediger", "redacteu"],
    &["correction", "corriger", "correcteu"],
    &["exercice", "exercer"],
    &["lectur", "lecteu", "lire"],
    &["appartenance", "appartenir"],
    &["volontaire", "volontariat"],
    &["citoyen", "citoyennete"],
    &["patron", "patronal", "patronat"],
    &["president", "presidence", "presidentiel"],
];

/// The stem of each key that has one of its own.
static STEMS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let families = FAMILIES.iter().flat_map(|family| family.iter().map(|&key| (key, family[0])));
    let kept = APART.iter().chain(PROTECTED).map(|&key| (key, key));
    families.chain(kept).collect()
});

/// The stem of a key that is kept apart or belongs to a family.
pub(super) fn stem(key: &str) -> Option<&'static str> {
    STEMS.get(key).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inflection::inflection_key;

    #[test]
    fn a_key_stands_in_one_place() {
        let mut keys: Vec<&str> =
            FAMILIES.iter().copied().flatten().chain(APART).chain(PROTECTED).copied().collect();
        keys.sort_unstable();
        let twice: Vec<&str> =
            keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert_eq!(twice, [""; 0]);
    }

    #[test]
    fn a_family_holds_keys() {
        let keys = FAMILIES.iter().copied().flatten().chain(APART);
        let others: Vec<_> = keys.filter(|key| inflection_key(key) != **key).collect();
        assert_eq!(others, [&""; 0]);
    }
}
