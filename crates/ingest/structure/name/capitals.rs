//! Names whose surname is in capitals: `Prénom NOM`, `NOM Prénom`.

use super::shape::is_particle;
use super::words::Word;
use super::{Form, Name, Trust, name};
use crate::structure::cue;
use crate::structure::first_names::is_first_name;

/// What hospitals are called for short.
const HOSPITALS: [&str; 11] =
    ["APHP", "CH", "CHI", "CHR", "CHRU", "CHS", "CHU", "GH", "GHT", "GHU", "HIA"];

/// `Prénom NOM`, `Jean-Luc de LA TOUR`, `P. NOM`; a comma may stray after the first name. A civility
/// vouches for any first name.
pub(super) fn capitals_last(words: &[Word<'_>], civility: bool) -> Option<Name> {
    let mut given = 0;
    while given < 3 && words.get(given).is_some_and(|word| word.shape.given) {
        given += 1;
        if words[given - 1].closed {
            break;
        }
    }
    let last = given.checked_sub(1).map(|last| words[last])?;
    let stray = last.comma && given == 1;
    if last.closed && !stray {
        return None;
    }
    // Lists are asked last: few words are followed by one in capitals.
    let family = family_in_capitals(&words[given..])?;
    let listed = is_first_name(words[0].text);
    let known = civility || listed;
    // « Dr Perrot CHU d'Orn »: the hospital follows the surname.
    if (given > 1 || !listed) && HOSPITALS.contains(&words[given].text) {
        return None;
    }
    // « Ambassadrice du CERDD »
    let role = || is_particle(words[given].text) && cue::names_role(words[0].text);
    if !known && (cue::is_common(words[0].text) || role()) {
        return None;
    }
    let name = name(words, 0..given, given..given + family, Form::Capitals);
    // Without a known first name, « Hébergement AWS » reads alike: a surname is longer.
    let letters = name.family.chars().filter(|c| c.is_alphabetic()).count();
    let bracket = words.get(given + family).is_some_and(|word| word.text.starts_with('('));
    let closed = words[given + family - 1].closed || words.len() == given + family || bracket;
    let unsure = !known && !words[0].shape.initial;
    // « Montant des IJ », « Durée du PEC »: nouns and acronyms join like names with particles.
    let least = if is_particle(words[given].text) { 7 } else { 4 };
    // « Données FAIR » alone on a line is as good a name as « Ysoria BELK ».
    let bare = words.len() == given + family && !words[given + family - 1].closed && letters < 6;
    // « Histoire de la SMOR » alone on a line is a title.
    let article = matches!(words[given].text, "du" | "des")
        || words.get(given + 1).is_some_and(|next| matches!(next.text, "la" | "l'" | "les"));
    let bare =
        bare || article && words.len() == given + family && !words[given + family - 1].closed;
    // « France ESS » is a body, « France TARDIEU » a person.
    let body = known && letters < 4 && cue::is_common(words[0].text);
    // « Serveur LINUX/UNIX »
    let glued = unsure && words[given + family - 1].glued;
    // « Mme Perrot, CAF » is of that body, whatever the civility vouches for.
    let doubtful =
        glued || body || stray && !listed || unsure && (letters < least || !closed || bare);
    (!doubtful).then_some(name)
}

/// `NOM Prénom`, `NOM Prénom Prénom`, when the first name is known; or two surnames and any first
/// name before a comma, when something announces a person. A civility vouches for any first name
/// that ends what is said: `Dr PERROT Ysorian`.
pub(super) fn capitals_first(words: &[Word<'_>], trust: Trust, civility: bool) -> Option<Name> {
    let family = words
        .iter()
        .take(4)
        .take_while(|word| word.shape.surname || (is_particle(word.text) && !word.closed));
    let family = family.count();
    let given = words.get(family)?;
    // « par la DINUM Luc Perrot »
    let article = words.first().is_some_and(|word| matches!(word.text, "la" | "le" | "les"));
    let open = !article && words[..family].iter().all(|word| !word.closed);
    let in_capitals = words[..family].iter().any(|word| word.shape.upper);
    // « la MRC de Thérèse-De Blainville »: a first name ends with no particle.
    let whole = || !given.text.rsplit('-').next().is_some_and(|last| matches!(last, "De" | "Du"));
    let fits = given.shape.given && !given.shape.upper;
    if !(open && in_capitals && fits && whole()) {
        return None;
    }
    let announced = trust == Trust::Announced;
    let long = |word: &Word<'_>| word.text.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let two = || family > 1 && words[..family].iter().all(long) && given.comma;
    let alone = || given.closed || words.len() == family + 1;
    let last = || alone() || to_the_end(&words[family..]).is_some();
    let civil = || civility && words[..family].iter().all(long) && last();
    let any = || (announced && two() || civil()) && !cue::is_common(given.text);
    if !(is_first_name(given.text) || any()) {
        return None;
    }
    // « M. MARTIN Jean Bosco Ysorian, professeur »
    if civility && let Some(more) = to_the_end(&words[family..]) {
        return Some(name(words, family..family + more, 0..family, Form::Capitals));
    }
    // « MARTIN Jean Bosco, professeur »
    let second = |word: &&Word<'_>| {
        let last = announced && word.comma && !cue::is_role(word.text);
        !given.closed && word.shape.given && (is_first_name(word.text) || last)
    };
    let more = usize::from(
        words
            .get(family + 1)
            .as_ref()
            .is_some_and(|next| second(next) && !next.shape.upper && !cue::is_common(next.text)),
    );
    Some(name(words, family..family + 1 + more, 0..family, Form::Capitals))
}

/// How many words first names take up to a comma, or to the end of the text.
fn to_the_end(words: &[Word<'_>]) -> Option<usize> {
    let fits = |word: &&Word<'_>| {
        word.shape.given && !word.shape.upper && !word.shape.initial && !cue::is_role(word.text)
    };
    let given = words.iter().take_while(fits).count();
    let end = words[..given].iter().position(|word| word.closed).map(|last| last + 1);
    end.or((given > 0 && given == words.len()).then_some(given))
}

/// How many words a surname in capitals takes, particles included.
pub(super) fn family_in_capitals(words: &[Word<'_>]) -> Option<usize> {
    let (mut taken, mut capitals) = (0, 0);
    for word in words.iter().take(5) {
        if word.shape.surname {
            capitals += 1;
        } else if !is_particle(word.text) {
            break;
        }
        taken += 1;
        if word.closed {
            break;
        }
    }
    // A particle at the end is the start of what follows: « Léa MARTIN de la ville ».
    while taken > 0 && !words[taken - 1].shape.surname {
        taken -= 1;
    }
    (capitals > 0 && taken > 0).then_some(taken)
}
