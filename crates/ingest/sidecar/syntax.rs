//! What the TOML parser does not understand, said in French.

use std::collections::HashSet;

use toml::de::Error;

use super::Remark;
use super::value::line_at;

/// The start of what the parser says, and what it means to who wrote the file; surest first.
const MEANINGS: [(&str, &str); 23] = [
    ("string values must be quoted", "un texte se met entre guillemets droits : \"…\""),
    (
        "invalid date",
        "cette date n'en est pas une : attendu AAAA-MM-JJ, ou \"AAAA-MM\" entre guillemets",
    ),
    ("invalid time", "cette heure n'en est pas une : attendu HH:MM"),
    ("invalid datetime", "cette date n'en est pas une : attendu AAAA-MM-JJ"),
    (
        "invalid basic string",
        "le guillemet \" qui ferme le texte manque, ou le texte passe à la ligne",
    ),
    (
        "invalid literal string",
        "l'apostrophe ' qui ferme le texte manque, ou le texte en contient une : écrire \"…\"",
    ),
    ("invalid multi-line", "les guillemets qui ferment le texte manquent"),
    ("missing escaped value", "« \\ » ne s'écrit pas seul entre guillemets : le doubler, « \\\\ »"),
    ("too few unicode", "« \\ » ne s'écrit pas seul entre guillemets : le doubler, « \\\\ »"),
    (
        "duplicate key",
        "cette clé est déjà donnée plus haut ; plusieurs personnes ou sections s'écrivent chacune sous [[person]] ou [[section]]",
    ),
    ("key with no value", "attendu « clé = valeur », ou « # » devant un commentaire"),
    ("missing assignment", "attendu « clé = valeur »"),
    ("extra `=`", "un signe « = » est de trop"),
    ("unquoted keys cannot be empty", "il manque une clé devant « = »"),
    ("invalid unquoted key", "une clé s'écrit sans accent ni signe"),
    ("unclosed array table", "il manque les crochets qui ferment : [[section]]"),
    ("unclosed table", "il manque les crochets qui ferment : [[section]]"),
    ("unclosed array", "il manque le crochet « ] » qui ferme la liste"),
    ("unclosed inline table", "il manque l'accolade « } » qui ferme"),
    ("missing comma", "il manque une virgule"),
    ("invalid boolean", "attendu true ou false, en minuscules"),
    (
        "unexpected leading zero",
        "un nombre ne commence pas par 0 ; mettre le texte entre guillemets",
    ),
    ("unexpected key or value", "quelque chose est de trop sur cette ligne"),
];

/// One remark a line: what follows a mistake on its line is mostly its consequence.
pub(super) fn remarks(text: &str, errors: &[Error]) -> Vec<Remark> {
    let mut placed: Vec<(u32, &Error)> =
        errors.iter().map(|error| (line(text, error), error)).collect();
    placed.sort_by_key(|(line, _)| *line);
    let mut told = HashSet::new();
    placed.retain(|(line, _)| told.insert(*line));
    placed.into_iter().map(|(line, error)| Remark::new(line, meaning(error.message()))).collect()
}

/// The line of an error; what is missing at the end of a line is said to be on it.
fn line(text: &str, error: &Error) -> u32 {
    let at = error.span().map_or(0, |span| span.start);
    let at = text.floor_char_boundary(at);
    // An error at the very end of the file is told on its last line that holds something.
    let at = if text[at..].trim().is_empty() { text.trim_end().len() } else { at };
    line_at(text, at)
}

fn meaning(message: &str) -> &'static str {
    MEANINGS.iter().find(|(start, _)| message.starts_with(start)).map_or(
        "ce n'est pas du TOML : vérifier les guillemets, les crochets et les signes « = »",
        |(_, meaning)| meaning,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::de::DeTable;

    #[track_caller]
    fn check(text: &str, line: u32, part: &str) {
        let (_, errors) = DeTable::parse_recoverable(text);
        let remarks = remarks(text, &errors);
        let first = remarks.first().unwrap();
        assert_eq!(first.line, Some(line), "{remarks:?}");
        assert!(first.message.contains(part), "{remarks:?}");
    }

    #[test]
    fn a_text_without_quotes_is_told() {
        check("kind = \"note\"\ntitle = Actes", 2, "guillemets droits");
        check("title = « Actes »", 1, "guillemets droits");
    }

    #[test]
    fn a_quote_left_open_is_told_on_its_line() {
        check("title = \"Actes\nkind = \"note\"", 1, "ferme le texte");
        check("place = 'Rue de l'Orne'", 1, "");
    }

    #[test]
    fn brackets_and_keys_are_told() {
        check("\n[[section\n", 2, "[[section]]");
        check("title: \"Actes\"", 1, "clé = valeur");
        check("# un\ntitre général\n", 2, "clé = valeur");
        check("dates = [\"2019-01\"", 1, "]");
        check("title = \"a\"\ntitle = \"b\"\n", 2, "déjà donnée");
    }

    #[test]
    fn no_english_is_left() {
        for text in ["a = 1 2", "= 1", "a = [1 2]", "a = 01", "a = \"\\q\"", "\u{0}", "a.b = [[1"] {
            let (_, errors) = DeTable::parse_recoverable(text);
            for remark in remarks(text, &errors) {
                assert!(!remark.message.contains("expected"), "{remark:?}");
            }
        }
    }
}
