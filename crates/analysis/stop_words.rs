//! French function words, which a query may leave out.
//!
//! Only words that carry no meaning on their own are listed. `sans`, `pas`, `non`, `contre` and
//! `tous` do carry one, and stay. The analyzer itself removes nothing.

/// Lower-case forms with their accents, in the order of their bytes.
const STOP_WORDS: &[&str] = &[
    "a",
    "afin",
    "ai",
    "aie",
    "ainsi",
    "ait",
    "alors",
    "as",
    "au",
    "auquel",
    "aura",
    "aurait",
    "auront",
    "aussi",
    "aux",
    "auxquelles",
    "auxquels",
    "avaient",
    "avait",
    "avec",
    "avez",
    "avoir",
    "avons",
    "ayant",
    "c",
    "car",
    "ce",
    "ceci",
    "cela",
    "celle",
    "celles",
    "celui",
    "ces",
    "cet",
    "cette",
    "ceux",
    "chez",
    "combien",
    "comme",
    "comment",
    "d",
    "dans",
    "de",
    "depuis",
    "des",
    "desquelles",
    "desquels",
    "donc",
    "dont",
    "du",
    "duquel",
    "elle",
    "elles",
    "en",
    "entre",
    "es",
    "est",
    "et",
    "eu",
    "eux",
    "furent",
    "fut",
    "iel",
    "iels",
    "il",
    "ils",
    "j",
    "je",
    "jusqu",
    "jusque",
    "l",
    "la",
    "laquelle",
    "le",
    "lequel",
    "les",
    "lesquelles",
    "lesquels",
    "leur",
    "leurs",
    "lorsqu",
    "lorsque",
    "lui",
    "m",
    "ma",
    "mais",
    "me",
    "mes",
    "moi",
    "mon",
    "n",
    "ne",
    "ni",
    "nos",
    "notre",
    "nous",
    "on",
    "ont",
    "or",
    "ou",
    "où",
    "par",
    "pendant",
    "pour",
    "pourquoi",
    "puisqu",
    "puisque",
    "qu",
    "quand",
    "que",
    "quel",
    "quelle",
    "quelles",
    "quels",
    "qui",
    "quoi",
    "quoiqu",
    "quoique",
    "s",
    "sa",
    "se",
    "sera",
    "seraient",
    "serait",
    "seront",
    "ses",
    "si",
    "soi",
    "soient",
    "soit",
    "sommes",
    "son",
    "sont",
    "suis",
    "sur",
    "t",
    "ta",
    "te",
    "tes",
    "toi",
    "ton",
    "tu",
    "un",
    "une",
    "vers",
    "vos",
    "votre",
    "vous",
    "y",
    "à",
    "ç",
    "ça",
    "étaient",
    "étais",
    "était",
    "étant",
    "êtes",
    "être",
];

/// Whether a lower-case form with its accents is a French function word.
///
/// Accents count: `du` is one and `dû` is not.
pub fn is_stop_word(form: &str) -> bool {
    STOP_WORDS.binary_search(&form).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expect: bool, forms: &[&str]) {
        for form in forms {
            assert_eq!(is_stop_word(form), expect, "{form}");
        }
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn articles_prepositions_and_pronouns_are_function_words() {
        check(true, &["le", "la", "les", "du", "des", "un", "à", "en", "dans", "ils", "d", "l"]);
    }

    #[test]
    fn question_words_are_function_words() {
        check(true, &["qui", "quels", "comment", "pourquoi", "où", "est", "ce", "qu"]);
    }

    #[test]
    fn negations_and_sans_are_content() {
        check(false, &["sans", "pas", "non", "contre", "tous"]);
    }

    #[test]
    fn an_accent_makes_another_word() {
        check(false, &["dû", "né", "sûr", "mûr"]);
    }
}
