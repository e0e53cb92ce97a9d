//! Names whose surname is in lower case: `Prénom Nom`, `P. Nom`.

use super::shape::is_particle;
use super::words::Word;
use super::{Form, Name, Trust, name};
use crate::structure::cue;
use crate::structure::first_names::is_first_name;

/// `PRÉNOM NOM, fonction`, `PRÉNOM PRÉNOM DE NOM : fonction` with a known first name: all is in
/// capitals, and set apart; where something announces a person, by the end of the text too.
pub(super) fn all_in_capitals(words: &[Word<'_>], trust: Trust) -> Option<Name> {
    let given = |word: &Word<'_>| {
        word.shape.upper && !word.closed && is_first_name(word.text) && !cue::is_common(word.text)
    };
    let (first, rest) = words.split_first()?;
    if !given(first) {
        return None;
    }
    let second =
        rest.first().is_some_and(given) && rest.get(1).is_some_and(|next| next.shape.surname);
    let count = 1 + usize::from(second);
    let (taken, last) = capitals(&words[count..])?;
    let own = &words[count..count + taken];
    let doubtful =
        |word: &Word<'_>| word.glued || !is_particle(word.text) && cue::is_common(word.text);
    if last.text.chars().count() < 3 || own.iter().any(doubtful) {
        return None;
    }
    let after = words.get(count + taken);
    let set_apart = |after: &Word<'_>| {
        after.text.starts_with(|c: char| c.is_lowercase() || matches!(c, '-' | '('))
    };
    let apart = last.closed || after.map_or(trust == Trust::Announced, set_apart);
    apart.then(|| name(words, 0..count, count..count + taken, Form::Known))
}

/// How many words a surname of one or two words takes where all is in capitals, particles included,
/// and its last one.
fn capitals<'w, 't>(words: &'w [Word<'t>]) -> Option<(usize, &'w Word<'t>)> {
    let before =
        words.iter().take(2).take_while(|word| is_particle(word.text) && !word.closed).count();
    let last = words.get(before).filter(|word| word.shape.surname)?;
    match words.get(before + 1).filter(|next| !last.closed && next.shape.surname) {
        Some(next) => Some((before + 2, next)),
        None => Some((before + 1, last)),
    }
}

/// `P. Nom`, `J.-P. Nom`, when something announces a person.
pub(super) fn initial(words: &[Word<'_>], trust: Trust) -> Option<Name> {
    let first = words.first().filter(|word| word.shape.initial)?;
    // « Z. Nadia Lanteri »
    let second = words.get(1).is_some_and(|word| {
        let after = words.get(2).is_some_and(|word| !cue::is_common(word.text));
        after && !word.closed && word.shape.proper && is_first_name(word.text)
    });
    let full =
        if second { family_in_lower_case(&words[2..]).map(|family| (2, family)) } else { None };
    let (given, family) =
        full.or_else(|| family_in_lower_case(&words[1..]).map(|family| (1, family)))?;
    let plausible = trust != Trust::Text && !first.closed && !cue::is_common(words[1].text);
    plausible.then(|| name(words, 0..given, given..given + family, Form::Initial))
}

/// `Prénom Nom`, `CLAIRE NOM` with a known first name, or any two capitalised words if announced.
pub(super) fn plain(words: &[Word<'_>], trust: Trust) -> Option<Name> {
    let first = words.first().filter(|word| word.shape.given || word.shape.upper)?;
    let fits = |next: &Word<'_>| next.shape.proper || next.shape.initial || is_particle(next.text);
    if first.closed || !words.get(1).is_some_and(fits) {
        return None;
    }
    let known = is_first_name(first.text);
    // « CAF d’Outre-Loire »
    if !known && (trust == Trust::Text || !first.shape.given) {
        return None;
    }
    // « Linguistique Appliquée »
    if !known && cue::opens_no_name(first.text) {
        return None;
    }
    // « Quitter les Quais »
    if !known && is_infinitive(first.text) && is_article(words[1].text) {
        return None;
    }
    // « France » is a country, unless somebody here bears the name.
    if trust != Trust::Introduced && cue::is_common(first.text) {
        return None;
    }
    let more = words[1..].iter().take(2).take_while(|word| {
        let given = word.shape.given && is_first_name(word.text);
        (given || word.shape.initial) && !word.closed
    });
    let given = 1 + if known { more.count() } else { 0 };
    let family = match family_in_lower_case(&words[given..]) {
        Some(family) => family,
        // « Paul Simon »: the last first name is the surname.
        None if given > 1 => return Some(name(words, 0..given - 1, given - 1..given, Form::Known)),
        None => return None,
    };
    // « Clinique Saint Jean »
    if !known && words[given..given + family].iter().any(is_saint) {
        return None;
    }
    let own = words[given..given + family].iter().filter(|word| !opens_surname(word));
    if own.into_iter().any(|word| cue::is_common(word.text)) {
        return None;
    }
    let after = &words[given + family..];
    let alone = known && trust == Trust::Announced;
    let family = family + second_surname(after, words[given + family - 1], alone);
    let form = if known { Form::Known } else { Form::Plain };
    Some(name(words, 0..given, given..given + family, form))
}

/// Whether a word ends as infinitives do: unknown first names do too, but no article follows them.
fn is_infinitive(word: &str) -> bool {
    word.len() > 4 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}

fn is_article(word: &str) -> bool {
    matches!(word, "le" | "la" | "les" | "du" | "des" | "au" | "aux")
}

/// How many words a surname takes, particles included: `Le Gall`, `d’Arvor`, `de La Tour`.
pub(super) fn family_in_lower_case(words: &[Word<'_>]) -> Option<usize> {
    let mut taken = 0;
    let mut proper = 0;
    for (at, word) in words.iter().enumerate().take(4) {
        let saint = is_saint(word) && words.get(at + 1).is_some_and(|next| next.shape.proper);
        let particle = (is_particle(word.text) || saint) && !word.closed;
        if !particle {
            if proper == 1 || !word.shape.proper {
                break;
            }
            proper += 1;
        } else if proper == 1 {
            break;
        }
        taken += 1;
        if word.closed {
            break;
        }
    }
    (proper == 1).then_some(taken)
}

/// Whether a word opens a surname rather than is one: `de`, `Saint`.
fn opens_surname(word: &Word<'_>) -> bool {
    is_particle(word.text) || is_saint(word)
}

/// Whether a word is that of surnames such as `Saint Amant`.
fn is_saint(word: &Word<'_>) -> bool {
    matches!(word.text, "Saint" | "Sainte")
}

/// Whether one more word belongs to a surname of two: `Ruiz Fabo`, before what sets names apart.
fn second_surname(after: &[Word<'_>], before: Word<'_>, alone: bool) -> usize {
    let particle = usize::from(
        after
            .first()
            .is_some_and(|word| matches!(word.text, "da" | "de" | "do" | "dos") && !word.closed),
    );
    let Some(next) = after.get(particle) else { return 0 };
    let bracket = after.get(particle + 1).is_some_and(|word| word.text.starts_with('('));
    let fits = !before.closed && next.shape.proper && !cue::is_common(next.text);
    // « Zoé Lanteri Marn » may be `alone`; « Zoé Lanteri Ign » ends with a body.
    let last = alone && after.len() == particle + 1 && next.text.chars().count() > 3;
    if fits && (next.comma || bracket || last) { particle + 1 } else { 0 }
}
