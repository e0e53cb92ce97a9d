//! Names of people as people type them: without accents, in any order, slightly misspelt.

use glane_analysis::edit;

/// How well typed words match a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameMatch {
    /// Each word is a part of the name, but for accents, case and doubled letters.
    Same,
    /// Some word is the initial of a part.
    Initial,
    /// Some word is one edit from a part.
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
pub(crate) fn fold(text: &str) -> String {
    glane_analysis::fold(&text.to_lowercase())
}

fn is_civility(part: &str) -> bool {
    matches!(part, "m" | "mr" | "mme" | "mlle" | "monsieur" | "madame" | "dr" | "pr")
}

/// How `typed` matches the parts of one name, whatever their order; `None` when some word matches
/// no part.
pub(crate) fn matches(typed: &[String], name: &[String]) -> Option<NameMatch> {
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
    if word == part || (letters > 3 && undoubled(word) == undoubled(part)) {
        Some(NameMatch::Same)
    } else if letters == 1 && part.starts_with(word) {
        Some(NameMatch::Initial)
    } else if letters.max(others) >= LEAST_LETTERS_FOR_EDIT && edit::within(word, part, 1) {
        Some(NameMatch::Near)
    } else {
        None
    }
}

fn is_short(word: &str) -> bool {
    word.chars().count() < LEAST_LETTERS_FOR_EDIT
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
    }

    #[test]
    fn both_words_must_agree_with_one_person() {
        check("nadia meunier", "Nadia Ferrouk", None);
        check("nadia nadia", "Nadia Ferrouk", None);
    }
}
