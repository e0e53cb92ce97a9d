//! Headings that are names of people in small letters: `## zoé lanteri`, in notes typed as they came.

use glane_document::{Function, Speaker};

use crate::structure::cue;
use crate::structure::first_names::is_first_name;

/// Whether a heading in small letters opens with a first name that the list knows: `## zoé lanteri`.
pub(crate) fn is_known(heading: &str) -> bool {
    small_name(heading).is_some_and(|(name, _)| is_first_name(name.split(' ').next().unwrap_or("")))
}

/// The person that a heading in small letters opens with, among others that do: one that no list
/// knows where a mark sets the name apart, as in `## ysor belkant, se loger`.
pub(crate) fn person_in_small(heading: &str) -> Option<Speaker> {
    let (name, after) = small_name(heading)?;
    let vouched = is_known(heading) || !after.is_empty();
    vouched.then(|| Speaker::new(&titled(name), name, Function::Speaker))
}

/// The two or three words in small letters that may be a name at the start of a heading in small
/// letters, and what a comma, colon, dash or bracket sets apart from them.
fn small_name(heading: &str) -> Option<(&str, &str)> {
    let end = heading.find([',', '(', ':', '–', '—']).unwrap_or(heading.len());
    let name = heading[..end].trim();
    let words = name.split(' ').count();
    let letters = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_lowercase)
            && chars.all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’'))
            && (is_particle(word) || !cue::is_common(word))
    };
    let particles = name.split(' ').skip(1).filter(|word| is_particle(word)).count();
    let fits = words == 2 && particles == 0 || words == 3 && particles == 1;
    let opens = name.split(' ').next().is_some_and(|word| !is_particle(word));
    (fits && opens && name.split(' ').all(letters)).then(|| (name, heading[end..].trim()))
}

fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "du" | "des" | "la" | "le")
}

/// `zoé lanteri` as a name is printed: a capital to each part that is no particle.
pub(crate) fn titled(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for word in name.split_inclusive([' ', '-', '\'', '’']) {
        let particle = !start && is_particle(word.trim_end());
        let mut chars = word.chars();
        let first = chars.next().filter(|_| !particle);
        out.extend(first.into_iter().flat_map(char::to_uppercase));
        out.push_str(if particle { word } else { chars.as_str() });
        start = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_small_letters_may_be_names() {
        let person = |heading: &str| person_in_small(heading).map(|person| person.name);
        for (heading, name) in [
            ("zoé lanteri", "Zoé Lanteri"),
            ("luc d'arvel (ville d'orn)", "Luc D'Arvel"),
            ("anne-lise le guen", "Anne-Lise le Guen"),
            ("ysor belkant, se loger à orn", "Ysor Belkant"),
        ] {
            assert_eq!(person(heading).as_deref(), Some(name));
        }
        for heading in
            ["table ronde, le soir", "se loger", "ysor belkant", "Zoé lanteri", "vie privée"]
        {
            assert_eq!(person(heading), None, "{heading}");
        }
        assert!(!is_known("ysor belkant, se loger"));
    }
}
