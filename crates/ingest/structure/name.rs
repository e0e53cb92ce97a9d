//! Names of persons at the start of a text, in the forms that documents print.

mod capitals;
mod lowered;
mod shape;
mod small;
mod words;

use crate::structure::cue;
use capitals::{capitals_first, capitals_last, family_in_capitals};
pub(crate) use lowered::lowered;
use shape::is_civility;
pub(crate) use shape::is_particle;
use small::{all_in_capitals, family_in_lower_case, initial, plain};
use words::{CLOSING, MAX_WORDS, Word, is_elided, spaced, split};

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
        Some(word) if is_civility(word.text) => (true, without_office(&words[1..])?),
        _ => (false, words),
    };
    // A name ends with a word of its own: « Ville de la mer » has but one.
    let proper = |word: &Word<'_>| word.shape.proper || word.shape.initial || word.shape.surname;
    if !civility && !words.iter().skip(1).any(proper) {
        return None;
    }
    let sure = capitals_last(words, civility).or_else(|| capitals_first(words, trust, civility));
    if civility {
        // « Mme Ysoria Belkant »: the civility vouches for the first name.
        let full = || plain(words, Trust::Announced).map(|name| Name { form: Form::Known, ..name });
        return sure.or_else(full).or_else(|| family_alone(words));
    }
    sure.or_else(|| all_in_capitals(words, trust))
        .or_else(|| initial(words, trust))
        .or_else(|| plain(words, trust))
}

/// Whether a text opens with `M.`, `Mme`, `Dr`…
pub(crate) fn opens_with_civility(text: &str) -> bool {
    text.split(' ').next().is_some_and(is_civility)
}

/// The words after `le Maire`, `la Conseillère`, which stand between a civility and a name; none
/// where they tell what the office is of: « le Président de la Ligue ».
fn without_office<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let of = |word: &Word<'_>| matches!(word.text, "de" | "du" | "des") || is_elided(word.text);
    match words {
        [article, office, rest @ ..]
            if matches!(article.text, "le" | "la")
                && !office.closed
                && cue::names_role(office.text) =>
        {
            (!rest.first().is_some_and(of)).then_some(rest)
        }
        _ => Some(words),
    }
}

/// Whether the first words may be those of a name, which ends with a word of its own: « Ville de la
/// mer » has but one. Most lines of prose say no at once.
fn may_be_name(text: &str) -> bool {
    let mut words = spaced(text).map(str::trim_end).filter(|word| !word.is_empty());
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let upper = |word: &str| word.starts_with(char::is_uppercase);
    let proper = |word: &str| upper(word) || is_elided(word);
    let civility = is_civility(first);
    if !(civility || upper(first) || is_particle(first)) {
        return false;
    }
    if proper(second) || second.starts_with(CLOSING) {
        return true;
    }
    let particle = |word: &str| is_particle(word.trim_end_matches('-').trim_end_matches(CLOSING));
    if civility {
        return particle(second) || is_civility(second);
    }
    // After particles, another word in lower case ends what may be of a name.
    let goes_on = |word: &&str| {
        let lower = word.starts_with(char::is_lowercase);
        !lower || proper(word) || particle(word) || word.contains([',', '/', ';'])
    };
    particle(second) && words.take(MAX_WORDS).take_while(goes_on).any(proper)
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

#[cfg(test)]
mod tests;
