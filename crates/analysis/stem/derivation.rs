//! Words that are made from another by an ending that Snowball leaves alone, or only half takes off.
//!
//! *Départemental* says « of a *département* », *prestataire* is who makes a *prestation*,
//! *démissionner* is to give one's *démission*: what is about one is about the other. Learned verbs
//! have several roots (*inscrire*, *inscription*). The endings are those that grammars give
//! (Riegel, Pellat and Rioul, Grammaire méthodique du français, chapter XVIII).

/// Endings of keys, each with that of the key which they are made from, and the fewest letters
/// before it.
pub(crate) const ENDINGS: &[(&str, &str, usize)] = &[
    // Verbs made from nouns.
    ("ionner", "ion", 4),
    ("ionne", "ion", 4),
    ("ionnement", "ion", 4),
    // Adjectives that say no more than « of » a noun.
    ("ionnel", "ion", 4),
    ("ional", "ion", 3),
    ("mental", "ment", 4),
    ("mentaire", "ment", 4),
    ("orial", "oire", 4),
    ("turel", "tur", 2),
    ("itaire", "ite", 3),
    ("autaire", "aute", 3),
    ("entiel", "ence", 4),
    ("monial", "moine", 4),
    ("atoire", "ation", 4),
    // Who does or has something, and what they are.
    ("ionnaire", "ion", 4),
    ("ataire", "at", 4),
    ("ariat", "aire", 4),
    ("arial", "aire", 4),
    ("atur", "at", 4),
    ("ennete", "en", 4),
    // What is so, and that it is.
    ("ance", "ant", 5),
];

/// Keys that end so and are not made so, or say something else.
pub(crate) const OTHERS: &[&str] = &[
    "actionnaire",
    "communautaire",
    "correctionnel",
    "fonctionnaire",
    "fondamental",
    "international",
    "militaire",
    "national",
    "reactionnaire",
    "salarial",
    "salariat",
    "stationner",
];

/// Endings of one verb and its nouns, before what they have in common, and the fewest letters before
/// it.
pub(crate) const ROOTS: &[(&[&str], &str, usize)] = &[
    (&["scrire", "scrit", "scription", "scripteu"], "scri", 2),
    (&["duire", "duit", "duction", "ducteu", "ductif"], "dui", 2),
    (&["struire", "struit", "struction", "structeu", "structif"], "strui", 2),
    (&["clur", "clu", "clusion", "clusif"], "clu", 2),
    (&["rompre", "rompu", "ruptur", "ruption"], "romp", 0),
];

/// The key of the word that the word of `key` is made from.
pub(super) fn origin(key: &str) -> Option<String> {
    if OTHERS.contains(&key) {
        return None;
    }
    ENDINGS.iter().find_map(|(made, from, least)| {
        let kept = key.strip_suffix(made)?;
        (kept.len() >= *least).then(|| format!("{kept}{from}"))
    })
}

/// What a key that has one of the roots of a verb shares with its others.
pub(super) fn root(key: &str) -> Option<String> {
    ROOTS.iter().find_map(|(endings, root, least)| {
        let kept = endings.iter().find_map(|ending| key.strip_suffix(ending))?;
        (kept.len() >= *least).then(|| format!("{kept}{root}"))
    })
}

/// Endings of stems that differ from one word of a family to another only in spelling.
pub(crate) const SPELLINGS: &[(&str, &str)] =
    &[("qu", "c"), ("gu", "g"), ("ifi", "if"), ("anci", "anc"), ("air", "ar"), ("enc", "ent")];

/// A stem as its family spells it, but for short ones (*manquer*), which differ in sense.
pub(super) fn spelt_alike(stem: String) -> String {
    let found = SPELLINGS.iter().find_map(|(ending, alike)| {
        let kept = stem.strip_suffix(ending)?;
        (kept.len() >= 3 && kept.len() + alike.len() >= 5).then(|| format!("{kept}{alike}"))
    });
    found.unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjective_is_of_its_noun() {
        assert_eq!(origin("departemental").as_deref(), Some("departement"));
        assert_eq!(origin("territorial").as_deref(), Some("territoire"));
        assert_eq!(origin("regional").as_deref(), Some("region"));
        assert_eq!(origin("mental"), None);
    }

    #[test]
    fn what_says_something_else_is_left_alone() {
        assert_eq!(origin("fonctionnaire"), None);
        assert_eq!(origin("militaire"), None);
    }

    #[test]
    fn the_roots_of_a_verb_are_one() {
        assert_eq!(root("inscription").as_deref(), Some("inscri"));
        assert_eq!(root("inscrire"), root("inscription"));
        assert_eq!(root("rupture"), None);
        assert_eq!(root("ruptur").as_deref(), Some("romp"));
    }

    #[test]
    fn short_stems_keep_their_spelling() {
        assert_eq!(spelt_alike("manqu".into()), "manqu");
        assert_eq!(spelt_alike("convoqu".into()), "convoc");
        assert_eq!(spelt_alike("agenc".into()), "agenc");
    }
}
