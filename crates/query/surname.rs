//! Names of people taken apart: first name, particle, family name.

use glane_document::Function;

use crate::reference::CitedPerson;

/// Particles that stand before a family name without being sorted by, as French libraries do:
/// `La Tour (Luc de)`, but `Le Gallou (Solenne)`.
const PARTICLES: [&str; 16] = [
    "de", "d'", "d’", "da", "das", "di", "do", "dos", "von", "van", "der", "den", "zu", "ter",
    "ten", "y",
];

/// The parts of `name`, a person's name in its natural order.
///
/// Where the name is printed with the family name alone in capitals (`Jean Pierre MARTIN`), that
/// decides; else the first word is the first name.
pub(crate) fn parts(name: &str, as_written: &str, function: Function) -> CitedPerson {
    let words: Vec<&str> = name.split_whitespace().collect();
    let [given, particle, family] = split(&words, as_written);
    let joined = |words: &[&str]| (!words.is_empty()).then(|| words.join(" "));
    CitedPerson {
        given: joined(given),
        particle: joined(particle),
        family: family.join(" "),
        function,
    }
}

/// What people are listed by: the family name as references have it, without an elided particle.
pub fn surname(name: &str) -> &str {
    let words: Vec<&str> = name.split_whitespace().collect();
    let [_, _, family] = split(&words, name);
    // Words are stretches of the name: the first of the family's says where it starts.
    let start = family.first().map_or(0, |word| word.as_ptr().addr() - name.as_ptr().addr());
    let family = name[start..].trim_end();
    ["d'", "d’"].iter().find_map(|elided| family.strip_prefix(elided)).unwrap_or(family)
}

/// The words of the first name, of the particle and of the family name.
fn split<'w, 'n>(words: &'w [&'n str], as_written: &str) -> [&'w [&'n str]; 3] {
    let from = family_start(words, as_written).unwrap_or_else(|| usize::from(words.len() > 1));
    let (given, family) = words.split_at(from.min(words.len().saturating_sub(1)));
    let particles = family.iter().take_while(|word| PARTICLES.contains(&**word)).count();
    let (particle, family) = family.split_at(particles.min(family.len().saturating_sub(1)));
    [given, particle, family]
}

/// Where the family name starts, its particles included, if capitals tell it.
fn family_start(words: &[&str], as_written: &str) -> Option<usize> {
    let capitals: Vec<String> =
        as_written.split_whitespace().filter(|word| is_in_capitals(word)).map(folded).collect();
    let is_family = |word: &&str| capitals.contains(&folded(word));
    let first = words.iter().position(&is_family)?;
    let before = words[..first].iter().rev();
    let start = first - before.take_while(|word| is_particle(word)).count();
    (start > 0 && words[first..].iter().all(is_family)).then_some(start)
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word) || matches!(word, "du" | "des" | "la" | "le" | "La" | "Le")
}

/// More than an initial, and no small letter.
fn is_in_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    letters().count() > 1 && letters().all(|letter| !letter.is_lowercase())
}

fn folded(word: &str) -> String {
    let letters: String = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
    crate::names::fold(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, as_written: &str, expect: [&str; 3]) {
        let CitedPerson { given, particle, family, .. } =
            parts(name, as_written, Function::Speaker);
        let parts = [given.unwrap_or_default(), particle.unwrap_or_default(), family];
        assert_eq!(parts, expect);
    }

    #[test]
    fn the_first_word_is_the_first_name_unless_capitals_tell() {
        check("Nadia Ferrouk", "Nadia Ferrouk", ["Nadia", "", "Ferrouk"]);
        check("Jean Pierre Martin", "Jean Pierre MARTIN", ["Jean Pierre", "", "Martin"]);
        check("Malik Ben Salah-Morvan", "M. BEN SALAH-MORVAN", ["Malik", "", "Ben Salah-Morvan"]);
        check("Nadia Ferrouk", "NADIA FERROUK", ["Nadia", "", "Ferrouk"]);
        check("Hélène Özcan", "OZCAN Hélène", ["Hélène", "", "Özcan"]);
    }

    #[test]
    fn articles_belong_to_the_family_name_and_particles_do_not() {
        check("Solenne Le Gallou", "Solenne LE GALLOU", ["Solenne", "", "Le Gallou"]);
        check("Luc de La Tour", "Luc de La Tour", ["Luc", "de", "La Tour"]);
        check("Luc de La Tour", "Luc de La TOUR", ["Luc", "de", "La Tour"]);
        check("Paul du Bellay", "Paul du Bellay", ["Paul", "", "du Bellay"]);
    }

    #[test]
    fn people_are_listed_as_they_are_cited() {
        for (name, expect) in [
            ("Anne de La Tour", "La Tour"),
            ("Léa d’Arvor", "Arvor"),
            ("Ferrouk", "Ferrouk"),
            ("Jean-Luc  Morin-Sel", "Morin-Sel"),
            ("Paul du Bellay", "du Bellay"),
            ("Ruth von der Tann", "Tann"),
            ("Jean Pierre MARTIN", "MARTIN"),
            ("", ""),
        ] {
            assert_eq!(surname(name), expect, "{name}");
        }
    }

    #[test]
    fn any_name_has_a_family_name() {
        check("Platon", "PLATON", ["", "", "Platon"]);
        check("de", "de", ["", "", "de"]);
        check("Luc de", "Luc de", ["Luc", "", "de"]);
        check("", "", ["", "", ""]);
    }
}
