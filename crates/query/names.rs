//! Names of people as people type them: without accents, in any order, slightly misspelt.

use glane_analysis::edit;

/// How well typed words match a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameMatch {
    /// Each word is a part of the name, but for accents, case and doubled letters.
    Same,
    /// Some word is the initial of a part, or its first consonants.
    Initial,
    /// Some word is one edit from a part, or sounds like it.
    Near,
}

/// Shorter words have too many neighbours for an edit to mean a misspelling.
const LEAST_LETTERS_FOR_EDIT: usize = 5;

/// The parts of a name: lower case, without accents, civilities left out.
pub(crate) fn parts(name: &str) -> Vec<String> {
    let folded = fold(name);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.filter(|part| !is_civility(part)).map(str::to_owned).collect()
}

/// Lower case without accents, ligatures in two letters.
pub fn fold(text: &str) -> String {
    glane_analysis::fold(&text.to_lowercase())
}

fn is_civility(part: &str) -> bool {
    matches!(part, "m" | "mr" | "mme" | "mlle" | "monsieur" | "madame" | "dr" | "pr")
}

/// How `typed` matches the parts of one name, whatever their order; `None` when some word matches
/// no part. Particles may be written apart or together (`Legoff`, `Mc Allan`), and so may initials
/// (`J.-M.`, `JM`).
pub(crate) fn matches(typed: &[String], name: &[String]) -> Option<NameMatch> {
    one_to_one(typed, name)
        .or_else(|| one_to_one(&glued(typed, name)?, name))
        .or_else(|| one_to_one(typed, &glued(name, typed)?))
        .or_else(|| one_to_one(&with_initials_apart(typed, name)?, name))
}

/// How each word of `typed` matches a part of its own.
fn one_to_one(typed: &[String], name: &[String]) -> Option<NameMatch> {
    if typed.is_empty() {
        return None;
    }
    let mut free: Vec<&String> = name.iter().collect();
    let mut worst = NameMatch::Same;
    // A word that is a part must not lose it to a neighbour that is merely like it.
    for level in [NameMatch::Same, NameMatch::Initial, NameMatch::Near] {
        for word in typed.iter().filter(|word| best(word, name) == Some(level)) {
            let place = free.iter().position(|part| part_match(word, part) == Some(level))?;
            free.swap_remove(place);
            worst = worst.max(level);
        }
    }
    let matched = name.len() - free.len();
    let lone_near = worst == NameMatch::Near && typed.len() == 1 && is_short(&typed[0]);
    (matched == typed.len() && !lone_near).then_some(worst)
}

/// `words` with the first two neighbours that make one of `others` together made one.
fn glued(words: &[String], others: &[String]) -> Option<Vec<String>> {
    let is_one = |first: usize| {
        let rest = |other: &String| Some(other.strip_prefix(&words[first])? == words[first + 1]);
        others.iter().filter_map(rest).any(|is_rest| is_rest)
    };
    let first = (0..words.len().saturating_sub(1)).find(|first| is_one(*first))?;
    let mut glued = words.to_vec();
    let second = glued.remove(first + 1);
    glued[first].push_str(&second);
    Some(glued)
}

/// `typed` with the first word of two letters that begin two neighbouring parts cut in two.
fn with_initials_apart(typed: &[String], name: &[String]) -> Option<Vec<String>> {
    let initials = |word: &String| {
        let mut letters = word.chars();
        let [first, second] = [letters.next()?, letters.next()?];
        let starts = |pair: &[String]| pair[0].starts_with(first) && pair[1].starts_with(second);
        let are_two = letters.next().is_none() && name.windows(2).any(starts);
        are_two.then(|| [first.to_string(), second.to_string()])
    };
    let (place, apart) =
        typed.iter().enumerate().find_map(|(place, word)| Some((place, initials(word)?)))?;
    let mut typed = typed.to_vec();
    typed.splice(place..=place, apart);
    Some(typed)
}

/// Those of `names` that match `typed` best, and how well; `None` when none does.
pub(crate) fn best_matches(typed: &[String], names: &[String]) -> Option<(Vec<String>, NameMatch)> {
    let matched = names.iter().filter_map(|name| Some((matches(typed, &parts(name))?, name)));
    let matched: Vec<(NameMatch, &String)> = matched.collect();
    let best = matched.iter().map(|(quality, _)| *quality).min()?;
    let agreeing = matched.iter().filter(|(quality, _)| *quality == best);
    Some((agreeing.map(|(_, name)| (*name).clone()).collect(), best))
}

fn best(word: &str, name: &[String]) -> Option<NameMatch> {
    name.iter().filter_map(|part| part_match(word, part)).min()
}

fn part_match(word: &str, part: &str) -> Option<NameMatch> {
    let (letters, others) = (word.chars().count(), part.chars().count());
    if word == part || (letters.max(others) > 3 && undoubled(word) == undoubled(part)) {
        Some(NameMatch::Same)
    } else if (letters == 1 || is_abbreviation(word)) && part.starts_with(word) {
        Some(NameMatch::Initial)
    } else if letters.max(others) >= LEAST_LETTERS_FOR_EDIT
        && (edit::within(word, part, 1) || as_heard(word) == as_heard(part))
    {
        Some(NameMatch::Near)
    } else {
        None
    }
}

/// `Ph.`, `Ch.`, `Chr.`: first names are shortened before a vowel, and particles have one.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= 3 && word.chars().all(|letter| !"aeiouy".contains(letter))
}

fn is_short(word: &str) -> bool {
    word.chars().count() < LEAST_LETTERS_FOR_EDIT
}

/// Spellings that a French ear does not tell apart in names: `Philippe`, `Filipe`.
fn as_heard(word: &str) -> String {
    undoubled(&word.replace("ph", "f").replace("th", "t").replace('y', "i"))
}

/// Doubled letters are what people remember least of a name.
fn undoubled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, name: &str, expect: Option<NameMatch>) {
        assert_eq!(matches(&parts(typed), &parts(name)), expect);
    }

    #[test]
    fn case_accents_and_order_do_not_matter() {
        check("FERROUK nadia", "Nadia Ferrouk", Some(NameMatch::Same));
        check("hélene ozcan", "Hélène Özcan", Some(NameMatch::Same));
        check("Mme Ferrouk", "Nadia Ferrouk", Some(NameMatch::Same));
    }

    #[test]
    fn doubled_letters_do_not_matter() {
        check("ferouk", "Nadia Ferrouk", Some(NameMatch::Same));
    }

    #[test]
    fn one_edit_in_a_long_word_is_near() {
        check("nadia ferrouc", "Nadia Ferrouk", Some(NameMatch::Near));
        check("nadja ferrouc", "Nadia Ferrouk", Some(NameMatch::Near));
        check("ferruoc", "Nadia Ferrouk", None);
        check("Filipe Lantier", "Philippe Lantier", Some(NameMatch::Near));
    }

    #[test]
    fn a_short_word_alone_is_never_near() {
        check("roux", "Paul Rouxe", None);
        check("paul roux", "Paul Rouxe", Some(NameMatch::Near));
        check("paul rou", "Paul Roux", None);
    }

    #[test]
    fn an_initial_stands_for_a_first_name() {
        check("N. Ferrouk", "Nadia Ferrouk", Some(NameMatch::Initial));
        check("P. Ferrouk", "Nadia Ferrouk", None);
        check("Ph. Lantier", "Philippe Lantier", Some(NameMatch::Initial));
        check("La Lantier", "Laurent Lantier", None);
    }

    #[test]
    fn particles_and_initials_are_written_together_or_apart() {
        check("legoff", "Bénédicte Le Goff", Some(NameMatch::Same));
        check("mc allan", "Sean McAllan", Some(NameMatch::Same));
        check("JM Moreau", "Jean-Marc Moreau", Some(NameMatch::Initial));
        check("JP Moreau", "Jean-Marc Moreau", None);
    }

    #[test]
    fn both_words_must_agree_with_one_person() {
        check("nadia meunier", "Nadia Ferrouk", None);
        check("nadia nadia", "Nadia Ferrouk", None);
    }
}
