//! Words before a colon that the text uses as nouns too: `Relance : …`, then `la relance est votée`.

use std::collections::HashSet;

use memchr::memchr;

use crate::line::Line;
use crate::words::canonical;

/// What stands before a noun, and before no name in small letters.
const DETERMINERS: [&str; 26] = [
    "l", "le", "la", "les", "un", "une", "des", "du", "ce", "cet", "cette", "ces", "son", "sa",
    "ses", "leur", "leurs", "notre", "nos", "votre", "aucun", "aucune", "chaque", "au", "aux",
    "toute",
];

/// Those of the tags, in their canonical spelling, that stand in small letters after a determiner.
pub(super) fn nouns<'t>(
    lines: &[Line<'_>],
    tags: impl Iterator<Item = &'t &'t str>,
) -> HashSet<String> {
    let tags: HashSet<String> = tags.map(|tag| canonical(tag)).collect();
    let mut found = HashSet::new();
    if tags.is_empty() {
        return found;
    }
    for line in lines.iter().filter(|line| memchr(b' ', line.plain.as_bytes()).is_some()) {
        let mut before = "";
        for word in line.plain.split(|c: char| !c.is_alphanumeric() && c != '-') {
            let noun = word.starts_with(char::is_lowercase)
                && DETERMINERS.iter().any(|one| before.eq_ignore_ascii_case(one));
            if noun {
                let word = canonical(word);
                let singular = word.strip_suffix('s').filter(|word| tags.contains(*word));
                if let Some(tag) = singular.or(Some(&*word).filter(|word| tags.contains(*word))) {
                    found.insert(tag.to_owned());
                }
            }
            before = word;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn words_that_are_nouns_elsewhere_are_nobody() {
        let turns = "Zoé : je propose de commencer.\nRelance : il faut payer la facture.\n";
        check(&turns.repeat(4), &["Zoé", "Relance"]);
        let noun = "\nLes relances sont votées, la relance de mai aussi.\n";
        check(&(turns.repeat(4) + noun), &["Zoé"]);
        check(&turns.replace("Relance", "Filou").repeat(4), &["Zoé", "Filou"]);
    }
}
