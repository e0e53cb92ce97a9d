//! Names of persons at the start of a text, in the forms that documents print.

mod shape;

use crate::structure::cue;
use crate::structure::first_names::is_first_name;
use crate::words::is_upper;
use shape::{Shape, is_civility, is_initial, is_particle};

/// A name as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// First names or initials, as printed; empty after a civility.
    pub(crate) given: String,
    /// Surname with its particles, as printed.
    pub(crate) family: String,
    /// How sure the form itself is.
    pub(crate) form: Form,
    /// Bytes of the text that the name takes.
    pub(crate) len: usize,
}

/// The printed form of a name, from the surest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// `Prénom NOM`, `NOM Prénom`: capitals tell the surname.
    Capitals,
    /// `Prénom Nom` with a known first name.
    Known,
    /// `P. Nom`.
    Initial,
    /// `M. Nom`, `Mme Nom`.
    Civility,
    /// Two capitalised words.
    Plain,
}

/// What surrounds the place where a name may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Nothing announces a person: only the surest forms are read.
    Text,
    /// Bold, a list of speakers, an announcement: any form is read.
    Announced,
    /// The first names are those of a person already introduced.
    Introduced,
}

impl Name {
    /// `Prénom Nom`, capitals lowered.
    pub(crate) fn display(&self) -> String {
        let family = lowered(&self.family);
        if self.given.is_empty() {
            return family;
        }
        let mut name = lowered(&self.given);
        name.push(' ');
        name.push_str(&family);
        name
    }
}

/// One word of a text and where it ends.
#[derive(Debug, Clone, Copy, Default)]
struct Word<'t> {
    /// Without the punctuation after it.
    text: &'t str,
    /// Byte offset of the end of the word, punctuation left out.
    end: usize,
    /// Whether punctuation follows at once.
    closed: bool,
    /// Whether that punctuation is a comma.
    comma: bool,
    /// What its letters tell.
    shape: Shape,
}

/// The name at the start of `text`, which starts with no space.
pub(crate) fn parse(text: &str, trust: Trust) -> Option<Name> {
    if let Some(rest) = text.strip_prefix("M.").filter(|rest| rest.starts_with(char::is_uppercase))
    {
        // « M.Perrot » is written without a space.
        let mut room = [Word::default(); MAX_WORDS];
        let words = split(rest, &mut room);
        let full = || plain(words, Trust::Announced).map(|name| Name { form: Form::Known, ..name });
        let name = capitals_last(words, true).or_else(full).or_else(|| family_alone(words))?;
        return Some(Name { len: name.len + "M.".len(), ..name });
    }
    if !may_be_name(text) {
        return None;
    }
    let mut room = [Word::default(); MAX_WORDS];
    let words = split(text, &mut room);
    let (civility, words) = match words.first() {
        Some(word) if is_civility(word.text) => (true, without_office(&words[1..])),
        _ => (false, words),
    };
    let sure = capitals_last(words, civility).or_else(|| capitals_first(words, trust, civility));
    if civility {
        // « Mme Ysoria Belkant »: the civility vouches for the first name.
        let full = || plain(words, Trust::Announced).map(|name| Name { form: Form::Known, ..name });
        return sure.or_else(full).or_else(|| family_alone(words));
    }
    sure.or_else(|| initial(words, trust)).or_else(|| plain(words, trust))
}

/// Whether a text opens with `M.`, `Mme`, `Dr`…
pub(crate) fn opens_with_civility(text: &str) -> bool {
    text.split(' ').next().is_some_and(is_civility)
}

/// The words after `le Maire`, `la Conseillère`, which stand between a civility and a name.
fn without_office<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    match words {
        [article, office, rest @ ..]
            if matches!(article.text, "le" | "la")
                && !office.closed
                && cue::names_role(office.text) =>
        {
            rest
        }
        _ => words,
    }
}

/// Whether the first two words may be those of a name: most lines of prose say no at once.
fn may_be_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let fits =
        |word: &str| word.starts_with(char::is_uppercase) || is_particle(word) || is_civility(word);
    let rest = |word: &str| fits(word) || word.starts_with(CLOSING) || is_elided(word);
    words.next().is_some_and(fits) && words.next().is_some_and(rest)
}

/// `d’Ancelle`
fn is_elided(word: &str) -> bool {
    word.starts_with("d'") || word.starts_with("d’")
}

/// How many words are looked at: a name takes at most eight.
const MAX_WORDS: usize = 9;

/// A civility, an article and an office may stand before a name: `Mme la conseillère Ève Tarn`.
const BEFORE_NAME: usize = 3;

/// The first words of a text, to the first that is in no name.
fn split<'w, 't>(text: &'t str, room: &'w mut [Word<'t>; MAX_WORDS]) -> &'w [Word<'t>] {
    let (mut count, mut at, mut before_name) = (0, 0, 0);
    for part in text.split_inclusive(char::is_whitespace).take(MAX_WORDS) {
        let whole = part.trim_end();
        // « PERROT,maire »: what is glued to a comma is no part of the word.
        let comma = whole.bytes().position(|byte| byte == b',');
        let glued = comma.filter(|comma| comma + 1 < whole.len());
        let whole = glued.map_or(whole, |comma| &whole[..=comma]);
        let open = whole.ends_with(|c: char| c.is_ascii_alphanumeric());
        let word = if open || is_initial(whole) { whole } else { whole.trim_end_matches(CLOSING) };
        if !word.is_empty() {
            let after = &whole[word.len()..];
            let end = at + word.len();
            let shape = Shape::of(word);
            room[count] =
                Word { text: word, end, closed: !after.is_empty(), comma: after == ",", shape };
            count += 1;
            if count == 1 && is_civility(word) {
                before_name = BEFORE_NAME;
            }
            let lower = word.starts_with(char::is_lowercase);
            if lower && count > before_name && !is_particle(word) && !is_elided(word) {
                break;
            }
        } else if count > 0 {
            // « Langues : FRANÇAIS »: a mark between spaces closes what stands before it.
            room[count - 1].closed = true;
        }
        at += part.len();
    }
    &room[..count]
}

/// What ends a word, and the name with it.
const CLOSING: &[char] =
    &[',', ';', ':', '.', ')', '!', '?', '»', '”', '"', '\'', '’', '…', '–', '—', '|', '&', '/'];

/// `Prénom NOM`, `Jean-Luc de LA TOUR`, `P. NOM`; a comma may stray after the first name. A civility
/// vouches for any first name.
fn capitals_last(words: &[Word<'_>], civility: bool) -> Option<Name> {
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
    let known = civility || is_first_name(words[0].text);
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
    let doubtful = body || stray && !known || unsure && (letters < least || !closed || bare);
    (!doubtful).then_some(name)
}

/// How many words a surname in capitals takes, particles included.
fn family_in_capitals(words: &[Word<'_>]) -> Option<usize> {
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

/// `NOM Prénom`, `NOM Prénom Prénom`, when the first name is known; or two surnames and any first
/// name before a comma, when something announces a person. A civility vouches for any first name
/// that ends what is said: `Dr PERROT Ysorian`.
fn capitals_first(words: &[Word<'_>], trust: Trust, civility: bool) -> Option<Name> {
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
    let civil = || civility && words[..family].iter().all(long) && alone();
    let any = || (announced && two() || civil()) && !cue::is_common(given.text);
    if !(is_first_name(given.text) || any()) {
        return None;
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

/// `P. Nom`, `J.-P. Nom`, when something announces a person.
fn initial(words: &[Word<'_>], trust: Trust) -> Option<Name> {
    let first = words.first().filter(|word| word.shape.initial)?;
    let family = family_in_lower_case(&words[1..])?;
    let plausible = trust != Trust::Text && !first.closed && !cue::is_common(words[1].text);
    plausible.then(|| name(words, 0..1, 1..1 + family, Form::Initial))
}

/// `Prénom Nom`, `CLAIRE NOM` with a known first name, or any two capitalised words if announced.
fn plain(words: &[Word<'_>], trust: Trust) -> Option<Name> {
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
    if words[given..given + family]
        .iter()
        .any(|word| !is_particle(word.text) && cue::is_common(word.text))
    {
        return None;
    }
    let after = &words[given + family..];
    let alone = known && trust == Trust::Announced;
    let family = family + second_surname(after, words[given + family - 1], alone);
    let form = if known { Form::Known } else { Form::Plain };
    Some(name(words, 0..given, given..given + family, form))
}

/// How many words a surname takes, particles included: `Le Gall`, `d’Arvor`, `de La Tour`.
fn family_in_lower_case(words: &[Word<'_>]) -> Option<usize> {
    let mut taken = 0;
    let mut proper = 0;
    for word in words.iter().take(4) {
        let particle = is_particle(word.text) && !word.closed;
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

fn family_alone(words: &[Word<'_>]) -> Option<Name> {
    let family = family_in_capitals(words).or_else(|| family_in_lower_case(words))?;
    if words[..family].iter().any(|word| !is_particle(word.text) && cue::is_common(word.text)) {
        return None;
    }
    Some(name(words, 0..0, 0..family, Form::Civility))
}

fn name(
    words: &[Word<'_>],
    given: std::ops::Range<usize>,
    family: std::ops::Range<usize>,
    form: Form,
) -> Name {
    let join = |range: std::ops::Range<usize>| {
        let mut joined = String::new();
        for word in &words[range] {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word.text);
        }
        joined
    };
    let last = given.end.max(family.end) - 1;
    Name { given: join(given), family: join(family), form, len: words[last].end }
}

/// Capitals lowered but for the first letter of each part: `LE GUÉNO-MARTIN` → `Le Guéno-Martin`.
pub(crate) fn lowered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (rank, word) in text.split(' ').enumerate() {
        if rank > 0 {
            out.push(' ');
        }
        push_lowered(word, &mut out);
    }
    out
}

/// Whether a word is in capitals: what writes them may forget accented letters, as in `CéDRIC`.
fn is_in_capitals(word: &str) -> bool {
    if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    is_upper(word) || word.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn push_lowered(word: &str, out: &mut String) {
    if !is_in_capitals(word) || word.ends_with('.') {
        out.push_str(word);
        return;
    }
    let mut start = true;
    for c in word.chars() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, trust: Trust, expect: Option<&str>) {
        let found = parse(text, trust);
        assert_eq!(found.as_ref().map(Name::display).as_deref(), expect, "{found:?}");
    }

    #[test]
    fn capitals_tell_the_surname() {
        check("Lise TARDIEU, directrice", Trust::Text, Some("Lise Tardieu"));
        check("Jean-Luc LE GUÉNO, maire", Trust::Text, Some("Jean-Luc Le Guéno"));
        check(
            "Zélie MARN de la BRETONNE, archiviste",
            Trust::Text,
            Some("Zélie Marn de la Bretonne"),
        );
        check("Aya de MONTFERRY, juriste", Trust::Text, Some("Aya de Montferry"));
        check("de la MRC de Zoé-De Bellerive", Trust::Text, None);
        check("Lise TARDIEU de la ville d'Orn", Trust::Text, Some("Lise Tardieu"));
        check("TARDIEU Lise, directrice", Trust::Text, Some("Lise Tardieu"));
        check("Luc, TARDIEU, directeur", Trust::Text, Some("Luc Tardieu"));
        check("TARDIEU MARN Jean Zoan, maire", Trust::Announced, Some("Jean Zoan Tardieu Marn"));
        check("TARDIEU MARN Ysoria, maire", Trust::Announced, Some("Ysoria Tardieu Marn"));
        check("TARDIEU MARN Ysoria, maire", Trust::Text, None);
        check("TARDIEU Lise Maire, Orn", Trust::Announced, Some("Lise Tardieu"));
        check("MJC ORN Ysoria et", Trust::Announced, None);
        check("Ysoria BELKANT,maire d'Orn", Trust::Text, Some("Ysoria Belkant"));
        assert_eq!(lowered("CéDRIC D'ORNé-MARN"), "Cédric D'Orné-Marn");
    }

    #[test]
    fn known_first_names_need_no_capitals() {
        check("Nadia Ferrouk, directrice", Trust::Text, Some("Nadia Ferrouk"));
        check("Marie d’Ancelle (Ined)", Trust::Text, Some("Marie d’Ancelle"));
        check("Clara Le Gall-Roc", Trust::Text, Some("Clara Le Gall-Roc"));
        check("Paul Simon, greffier", Trust::Text, Some("Paul Simon"));
        check("Luc E. Tardieu, greffier", Trust::Text, Some("Luc E. Tardieu"));
        check("Luc Tardieu Roc (Ville)", Trust::Text, Some("Luc Tardieu Roc"));
    }

    #[test]
    fn other_names_need_an_announcement() {
        check("Ysoria Belkant, directrice", Trust::Text, None);
        check("Ysoria Belkant, directrice", Trust::Announced, Some("Ysoria Belkant"));
        check("A. Tardieu et B. Roc", Trust::Text, None);
        check("Ph. Tardieu (Ville)", Trust::Announced, Some("Ph. Tardieu"));
    }

    #[test]
    fn civilities_stand_for_a_first_name() {
        check("Mme LE DANTEC – Je voudrais", Trust::Text, Some("Le Dantec"));
        check("M. Carvin demande", Trust::Text, Some("Carvin"));
        check("Mme Ysoria Belkant demande", Trust::Text, Some("Ysoria Belkant"));
        check("Dr Lise TARDIEU, médecin", Trust::Text, Some("Lise Tardieu"));
        check("Mme la Conseillère Lise Tardieu demande", Trust::Text, Some("Lise Tardieu"));
        check("M. le Maire ouvre la séance", Trust::Text, None);
        check("M.Carvin propose", Trust::Text, Some("Carvin"));
        check("madame Ysoria BELK et monsieur", Trust::Text, Some("Ysoria Belk"));
    }

    #[test]
    fn a_civility_vouches_for_a_first_name_after_the_surname() {
        check("Dr PERROTA Ysorian", Trust::Text, Some("Ysorian Perrota"));
        check("Drs Ysorian PERROTA et Luc Tarn", Trust::Text, Some("Ysorian Perrota"));
        check("PERROTA Ysorian", Trust::Text, None);
    }

    #[test]
    fn a_surname_of_two_words_may_end_a_list() {
        check("Luc Caye Dault", Trust::Announced, Some("Luc Caye Dault"));
        check(
            "Ysoria Soares da Silva, urbaniste",
            Trust::Announced,
            Some("Ysoria Soares da Silva"),
        );
        check("Luc Perrot Ign", Trust::Announced, Some("Luc Perrot"));
    }

    #[test]
    fn bodies_and_places_are_no_persons() {
        for text in [
            "Histoire de la SMORAL",
            "Montant des IJ",
            "Durée du PEC",
            "Hébergement AWS",
            "Données FAIR",
            "France ESS",
            "Conseil Départemental",
            "Ville de Brive",
            "Atelier Relais",
            "Pays de la Loire",
            "Directeur DGS",
            "Ambassadrice du CERDOR",
            "CAF d’Outre-Loire",
            "GIP ATGeRi",
            "Site Web",
        ] {
            check(text, Trust::Announced, None);
        }
    }
}
