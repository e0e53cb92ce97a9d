//! Names strung together without a mark between them: `Zoé LANTERI Luc PERROT`, `Lanteri Zoé Perrot
//! Luc`; those whose surnames come first, so that commas part names in two: `Lanteri, Zoé Perrot, Luc`.

use glane_document::{Function, Speaker};

use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, is_particle};
use crate::words::{is_upper, starts_upper};

/// How many words are looked at.
const MAX_WORDS: usize = 40;

/// How many names are strung together at least.
const MANY: usize = 2;

/// How many words a name has at most.
const MAX_NAME: usize = 5;

/// The people that a text which is a list of authors strings together, if it does.
pub(super) fn strung(text: &str) -> Option<Vec<Speaker>> {
    let words: Vec<&str> = text.split(' ').take(MAX_WORDS + 1).collect();
    let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    let own = |word: &&str| {
        let word = word.strip_suffix(',').unwrap_or(word);
        (starts_upper(word) || is_particle(word)) && word.chars().all(letters)
    };
    if words.len() > MAX_WORDS || !words.iter().all(own) {
        return None;
    }
    match text.contains(',') {
        true => surnames_first(text),
        false => {
            by_capitals(&words).or_else(|| by_pairs(&words)).or_else(|| by_first_names(&words))
        }
    }
}

/// Names told from each other by their surnames, all in capitals: before the first names, or after.
fn by_capitals(words: &[&str]) -> Option<Vec<Speaker>> {
    let upper = |word: &str| is_upper(word) && word.chars().count() > 1;
    let runs: Vec<&[&str]> = words.chunk_by(|one, next| upper(one) == upper(next)).collect();
    if runs.len() < 2 * MANY || runs.len() % 2 == 1 {
        return None;
    }
    let inverted = upper(words[0]);
    let pairs = || runs.chunks(2).map(|pair| (pair[0], pair[1]));
    let known = |(first, last): (&[&str], &[&str])| {
        let given = if inverted { last } else { first };
        is_first_name(given[0])
    };
    let fits = pairs().all(|(first, last)| first.len() + last.len() <= MAX_NAME);
    let told = fits && 2 * pairs().filter(|pair| known(*pair)).count() >= runs.len() / 2;
    told.then(|| pairs().map(|(first, last)| person(first, last, inverted)).collect())
}

/// Names of two words each, told by the place of those that are first names.
fn by_pairs(words: &[&str]) -> Option<Vec<Speaker>> {
    if words.len() < 2 * MANY || words.len() % 2 == 1 || !words.iter().all(|word| is_name(word)) {
        return None;
    }
    let inverted = |pair: &[&str]| match (is_first_name(pair[0]), is_first_name(pair[1])) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    };
    let told = |way: bool| words.chunks(2).filter(|pair| inverted(pair) == Some(way)).count();
    let (straight, back) = (told(false), told(true));
    let (most, least) = (straight.max(back), straight.min(back));
    // Names of three words put those that follow out of step.
    let in_step = least == 0 || most + least == words.len() / 2;
    let sure = in_step && most >= MANY && most > 2 * least && 2 * (most + least) >= words.len() / 2;
    let way = |pair: &[&str]| inverted(pair).unwrap_or(back > straight);
    sure.then(|| words.chunks(2).map(|pair| person(&pair[..1], &pair[1..], way(pair))).collect())
}

/// Names of any length, each of which opens with first names that no other one of it is.
fn by_first_names(words: &[&str]) -> Option<Vec<Speaker>> {
    if !words.iter().all(|word| is_name(word) || is_particle(word)) {
        return None;
    }
    let names = words.chunk_by(|one, next| is_first_name(one) || !is_first_name(next));
    let names: Vec<&[&str]> = names.collect();
    let fits = |name: &&[&str]| {
        let given = name.iter().take_while(|word| is_first_name(word)).count();
        (1..name.len()).contains(&given) && name.len() <= MAX_NAME && is_name(name[name.len() - 1])
    };
    let sure = names.len() > MANY && names.iter().all(fits);
    sure.then(|| names.iter().map(|name| person(&name[..1], &name[1..], false)).collect())
}

/// Names whose surnames stand before a comma, the last of which ends with a first name alone.
fn surnames_first(text: &str) -> Option<Vec<Speaker>> {
    let parts: Vec<Vec<&str>> = text.split(", ").map(|part| part.split(' ').collect()).collect();
    let [first, middle @ .., last] = &parts[..] else { return None };
    let alone = |part: &[&str]| part.iter().all(|word| is_first_name(word));
    let known = |part: &Vec<&str>| is_first_name(part[0]);
    let fits = !first.iter().any(|word| is_first_name(word))
        && alone(last)
        && middle.iter().all(|part| part.len() >= 2)
        && 2 * middle.iter().filter(|part| known(part)).count() >= middle.len();
    if !fits || parts.iter().any(|part| part.len() > MAX_NAME) {
        return None;
    }
    let mut people = Vec::new();
    let mut surname: &[&str] = first;
    for part in middle {
        let particles = part[..part.len() - 1].iter().rev();
        let particles = particles.take_while(|word| word.starts_with(char::is_lowercase)).count();
        let (given, next) = part.split_at(part.len() - 1 - particles);
        people.push(after_comma(surname, given)?);
        surname = next;
    }
    people.push(after_comma(surname, last)?);
    Some(people)
}

fn after_comma(surname: &[&str], given: &[&str]) -> Option<Speaker> {
    let (surname, given) = (surname.join(" "), given.join(" "));
    let shown = format!("{} {}", name::lowered(&given), name::lowered(&surname));
    let named = !given.is_empty();
    named.then(|| Speaker::new(&shown, &format!("{surname}, {given}"), Function::Speaker))
}

/// The person whose names stand side by side.
fn person(first: &[&str], last: &[&str], inverted: bool) -> Speaker {
    let (first, last) = (first.join(" "), last.join(" "));
    let (given, surname) = if inverted { (&last, &first) } else { (&first, &last) };
    let shown = format!("{} {}", name::lowered(given), name::lowered(surname));
    Speaker::new(&shown, &format!("{first} {last}"), Function::Speaker)
}

/// Whether a word may be a name of its own: `Lanteri`, neither `CNRS` nor `de`.
fn is_name(word: &str) -> bool {
    starts_upper(word) && !is_upper(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = strung(text).into_iter().flatten().map(|one| one.name).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn capitals_tell_surnames() {
        check(
            "Zoé LANTERI-TARN Ysor Luc EL BELKANT Paul ROC",
            &["Zoé Lanteri-Tarn", "Ysor Luc El Belkant", "Paul Roc"],
        );
        check("LANTERI Zoé DE BELKANT Ysor", &["Zoé Lanteri", "Ysor De Belkant"]);
        check("Zoé LANTERI", &[]);
        check("Gestion GRAAL Suivi ORNE", &[]);
    }

    #[test]
    fn first_names_tell_where_names_end() {
        check(
            "Zoé Lanteri Ysor Belkant Luc Perrot",
            &["Zoé Lanteri", "Ysor Belkant", "Luc Perrot"],
        );
        check("Lanteri Zoé Perrot Luc", &["Zoé Lanteri", "Luc Perrot"]);
        check(
            "Zoé Lanteri Luc Perrot Anna Belkant Tarn Paul Luc Roc Orlan Vesk",
            &["Zoé Lanteri", "Luc Perrot", "Anna Belkant Tarn", "Paul Luc Roc Orlan Vesk"],
        );
        check("Lanteri Zoé Luc Perrot", &[]);
        check("Zoé Anna Maria Tarn", &[]);
        check("Deep Learning Rural Roads", &[]);
    }

    #[test]
    fn commas_may_part_names_in_two() {
        check("Lanteri, Zoé", &["Zoé Lanteri"]);
        check(
            "Lanteri Tarn, Zoé Anne de Belkant, Ysor Perrot, Luc",
            &["Zoé Anne Lanteri Tarn", "Ysor de Belkant", "Luc Perrot"],
        );
        check("Zoé Lanteri, Luc Perrot", &[]);
        check("Zoé Lanteri, Luc", &[]);
        check("Ville d'Orn, Pays Vert", &[]);
    }
}
