//! Acronyms that the text itself spells out: `Territoire zéro attente (TZA)`, `TZA (territoire…)`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};
use crate::words::{fold, words};

static ACRONYM: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:ex-)?(\p{Lu}[\p{L}0-9&-]{1,9})$"));
static BEFORE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|[^\p{L}])(\p{Lu}[\p{Lu}0-9&-]{1,9})\s*$"));

/// How far before a bracket an expansion may start, in bytes.
const REACH: usize = 140;

/// The longest text in brackets that is looked at, in characters.
const LONGEST: usize = 120;

/// Words that an acronym passes over.
const PASSED: [&str; 18] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "par",
    "pour", "sur", "the",
];

/// The acronyms of a text with their expansions.
pub(crate) fn acronyms(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (start, inside) in brackets(text) {
        let before = &text[text.floor_char_boundary(start.saturating_sub(REACH))..start];
        if !inside.contains(' ')
            && let Some(acronym) = ACRONYM.captures(inside)
            && let Some(expansion) = ending(sentence_end(before), &acronym[1])
        {
            found.entry(acronym[1].to_owned()).or_insert(expansion);
        } else if before.trim_end().ends_with(|c: char| !c.is_lowercase())
            && let Some(acronym) = BEFORE.captures(before)
            && spells(inside, &acronym[1])
        {
            found.entry(acronym[1].to_owned()).or_insert_with(|| inside.to_owned());
        }
    }
    found
}

/// The short texts in brackets on one line, and where their brackets open.
fn brackets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('(').filter_map(|(start, _)| {
        let after = &text[start + 1..];
        // Four bytes at most make a character.
        let end = after.bytes().take(4 * LONGEST + 1).position(|byte| b"()\n".contains(&byte))?;
        let inside = &after[..end];
        let fits = after[end..].starts_with(')') && (2..=LONGEST).contains(&inside.chars().count());
        fits.then(|| (start, inside.trim()))
    })
}

/// What stands after the last mark that no expansion spans.
fn sentence_end(before: &str) -> &str {
    before.rsplit(['(', ')', '.', ';', ':', '!', '?', '«']).next().unwrap_or_default()
}

/// The shortest ending of a text that an acronym spells.
fn ending(text: &str, acronym: &str) -> Option<String> {
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|&(at, c)| {
            c.is_alphanumeric()
                && !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '-')
        })
        .map(|(at, _)| at)
        .collect();
    // An acronym opens with the letter of its first word, or of one passed over.
    let first = fold(acronym).chars().next();
    let candidates = starts.iter().rev().map(|&at| text[at..].trim());
    let candidates = candidates.filter(|text| {
        let initial = text.chars().next().map(|c| fold(&c.to_string()).into_owned());
        initial.and_then(|initial| initial.chars().next()) == first
    });
    let mut candidates =
        candidates.filter(|text| !PASSED.contains(&words(text).first().map_or("", String::as_str)));
    candidates.find(|text| spells(text, acronym)).map(|text| {
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .trim_end_matches([' ', '»', '\u{a0}'])
            .to_owned()
    })
}

/// Whether the initials of a text's words, some passed over, give the acronym.
fn spells(text: &str, acronym: &str) -> bool {
    let letters: Vec<char> = fold(acronym).chars().filter(|c| c.is_alphanumeric()).collect();
    let words = words(text);
    let heavy: Vec<&String> =
        words.iter().filter(|word| !PASSED.contains(&word.as_str())).collect();
    if letters.len() < 2 || heavy.len() < 2 {
        return false;
    }
    let initials = |words: &mut dyn Iterator<Item = &String>| {
        words.filter_map(|word| word.chars().next()).collect::<Vec<char>>()
    };
    initials(&mut heavy.iter().copied()) == letters || initials(&mut words.iter()) == letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = acronyms(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn initials_must_align() {
        check(
            "l'expérience Territoire zéro non-recours (TZNR) continue",
            &[("TZNR", "Territoire zéro non-recours")],
        );
        check(
            "Le CCAS (centre communal d'action sociale) ouvre",
            &[("CCAS", "centre communal d'action sociale")],
        );
        check(
            "la direction générale de la cohésion sociale (DGCS)",
            &[("DGCS", "direction générale de la cohésion sociale")],
        );
    }

    #[test]
    fn brackets_that_spell_nothing_are_left() {
        check("le maire de la commune (PARIS)", &[]);
        check("INSEE (chiffres de l'année)", &[]);
    }
}
