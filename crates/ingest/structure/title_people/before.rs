//! People who stand before the title: `Zoé LANTERI (Ville) : Titre`.

use std::sync::LazyLock;

use glane_document::{Function, SectionKind, Speaker};

use super::after::without_quotes;
use super::alone::{people_alone, people_only};
use super::sure::is_named;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::name::{self, Form, Name, Trust};
use crate::structure::{cue, speaker};
use crate::words::fold;

/// The noun of a speech before who holds it: `Exposé de`.
static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?i:interventions?|conférence|présentation|communication|allocution|témoignage|exposé|keynote) ?(?:de |d['’]|par |: )",
    )
});

/// People before the title: before a colon, or before quotation marks.
pub(super) fn people_first(text: &str) -> Option<(String, Vec<Speaker>)> {
    static WORD: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?i:(introduction|ouverture|conclusions?|clôture|accueil|bienvenue|allocutions?|discours|modération|synthèse|mot d['’]accueil)) \p{Lu}",
        )
    });
    // « introduction Zoé Lanteri, juriste »
    if let Some(word) = WORD.captures(text).map(|found| found[1].to_owned())
        && let rest = &text[word.len() + 1..]
        && is_named(rest, true)
    {
        return Some((word, speaker::people(rest, Trust::Announced, Function::Speaker)));
    }
    let text = LEAD.find(text).map_or(text, |lead| &text[lead.end()..]);
    // A title in quotation marks vouches for any name before it.
    let quoted = |name: &Name| {
        let after = text[name.len..].trim_start_matches([' ', ':', ',', '.', '\u{a0}']);
        after.starts_with(['«', '“', '"'])
    };
    let name = name::parse(text, Trust::Announced)
        .filter(|name| name.form <= Form::Known || quoted(name))?;
    // « Zoé Lanteri (Ville d'Orn) Deux rues : la vieille et la neuve »
    let body = text[name.len..].trim_start().strip_prefix('(');
    let titled = |after: &str| {
        let rest = after.strip_prefix('.').unwrap_or(after).strip_prefix(' ');
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    if body.and_then(|body| body.split_once(')')).is_some_and(|(_, after)| titled(after)) {
        return None;
    }
    let quote = text.find(['«', '“', '"']);
    let colon = text.find(" : ").or_else(|| text.find(": "));
    // « Zoé Lanteri (CNRS) : Le mot « gué » dans les cartes »
    let inside =
        |quote: &usize| colon.and_then(|colon| text.get(colon..*quote)).is_some_and(is_open_title);
    let cut = quote.filter(|quote| !inside(quote)).or(colon)?;
    let people = speaker::people(&text[..cut], Trust::Announced, Function::Speaker);
    let title =
        text[cut..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ','));
    let title = without_quotes(title);
    (!people.is_empty() && !title.is_empty()).then(|| (title.to_owned(), people))
}

/// Whether what stands between a colon and a quotation is the start of a title that holds it, not what
/// the quotation is: `Conférence`.
fn is_open_title(between: &str) -> bool {
    let words = between.trim_start_matches([':', ' ']).trim_end();
    words.starts_with(char::is_uppercase)
        && words.split(' ').count() >= 2
        && cue::kind(words) == SectionKind::Section
}

/// How many words a title has at least after those with whom it is talked about.
const LEAST_TALKED: usize = 3;

/// People with whom it is talked, then the title: `Entretien avec Zoé Lanteri (CNRS) : Se loger au
/// bourg`.
pub(super) fn people_met(text: &str) -> Option<(String, Vec<Speaker>)> {
    let (_, after) = text.split_once(" avec ").filter(|(kind, _)| cue::is_bare_kind(kind))?;
    let (named, title) = after.split_once(" : ").or_else(|| after.split_once(": "))?;
    let inside = title.trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']);
    let quoted = title.trim().starts_with(['«', '“', '"']) && !inside.is_empty();
    let long = inside.split_whitespace().count() >= LEAST_TALKED;
    let titled = quoted || long && inside.starts_with(char::is_uppercase);
    if !titled || !is_named(named, true) {
        return None;
    }
    let people = speaker::people(named, Trust::Announced, Function::Speaker);
    (!people.is_empty()).then(|| (inside.to_owned(), people))
}

/// People between what they give and its title: `Performance – Zoé Lanteri : Le gué la nuit`.
///
/// « Conférence – Luc Perrot : Une vie » may be about him.
pub(super) fn people_after_kind(text: &str) -> Option<(String, Vec<Speaker>)> {
    static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:performances?|concerts?|spectacles?|recitals?|keynotes?|talks?|interventions?|communications?|exposes?|temoignages?|demonstrations?)(?: [a-z]+)? ?[-–—:] ",
        )
    });
    let lead = text.find(['-', '–', '—', ':']).filter(|at| *at <= MAX_KIND)?;
    let rest = text[lead..].trim_start_matches(['-', '–', '—', ':']);
    if !(rest.starts_with(' ') && GIVEN.is_match(&fold(&text[..text.len() - rest.len() + 1]))) {
        return None;
    }
    let (named, title) = rest.split_once(" : ")?;
    let title = title.trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']);
    let titled = title.starts_with(char::is_uppercase) && title.contains(' ');
    let people = if titled { people_only(named.trim()) } else { Vec::new() };
    (!people.is_empty()).then(|| (title.to_owned(), people))
}

/// The longest words for what somebody gives, in bytes.
const MAX_KIND: usize = 40;

/// People with their bodies, then the title: `Zoé Lanteri (CNRS), Luc Perrot (Ville), Habiter`.
pub(super) fn people_with_bodies(text: &str) -> Option<(String, Vec<Speaker>)> {
    let text = LEAD.find(text).map_or(text, |lead| &text[lead.end()..]);
    let mut end = 0;
    while let Some(name) = name::parse(&text[end..], Trust::Announced)
        && let Some(body) = text[end + name.len..].trim_start().strip_prefix('(')
        && let Some((inside, rest)) = body.split_once(')')
        && inside.len() < 120
    {
        let skipped = rest.trim_start_matches([',', '.', ' ', '&', ':', '–', '—', '-']);
        let skipped = skipped.strip_prefix("et ").unwrap_or(skipped);
        end = text.len() - skipped.len();
    }
    let title = text[end..].trim_matches(['/', '*', ' ', '«', '»', '"', '\u{a0}']);
    let people = speaker::people(&text[..end], Trust::Announced, Function::Speaker);
    if people.is_empty() || title.chars().count() <= 3 {
        return None;
    }
    // « Zoé Lanteri (juriste), séance commune avec … » has no title.
    let title = if title.starts_with(char::is_lowercase) { "" } else { title };
    Some((title.to_owned(), people))
}

/// How many words a title has at least after people and a dash, where bodies stand as well.
const LEAST_WORDS: usize = 5;

/// People of known first names, with what they are or not, a dash, then the title: `Zoé Lanteri –
/// Deux rues, la vieille et la neuve`.
pub(super) fn people_before_dash(text: &str) -> Option<(String, Vec<Speaker>)> {
    let text = LEAD.find(text).map_or(text, |lead| &text[lead.end()..]);
    let (before, title) = text.split_once(" – ").or_else(|| text.split_once(" — "))?;
    let opens = title.starts_with(|first: char| first.is_uppercase() || first == '«');
    let first = title.split([' ', '\'', '’']).next().unwrap_or_default();
    // « Zoé Lanteri – Maire d'Orn et des deux rives »
    let says = title.split_whitespace().count() >= LEAST_WORDS && !cue::is_role(first);
    if !opens || !says || is_body(first) {
        return None;
    }
    let introduced = |name: &Name| {
        name.form <= Form::Known && before[name.len..].trim_start().starts_with(['(', ','])
    };
    let people = match name::parse(before, Trust::Text).filter(introduced) {
        Some(_) => speaker::people(before, Trust::Announced, Function::Speaker),
        None => people_alone(before),
    };
    (!people.is_empty()).then(|| (title.trim().to_owned(), people))
}

/// Whether a word opens the name of a body.
pub(crate) fn is_body(word: &str) -> bool {
    static BODY: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:universite|ecole|institut|laboratoire|centre|ville|mairie|conseil|departement|region|agence|association|federation|union|syndicat|ministere|direction|service|maison|fondation|groupe|unite|societe|faculte|hopital|chu|academie|observatoire|communaute|metropole|caisse|college|lycee)$",
        )
    });
    BODY.is_match(&fold(word))
}

/// How many words in small letters a title has at least that stands in brackets after who speaks.
const LEAST_ENCLOSED: usize = 4;

/// Several people, then the title in brackets: `Zoé Lanteri, Luc Perrot et Ève Tarn (Deux rues, la
/// vieille et la neuve)`. What they are or work for may stand there as well.
pub(super) fn people_before_bracket(text: &str) -> Option<(String, Vec<Speaker>)> {
    let (named, title) = text.strip_suffix(')')?.split_once(" (")?;
    let first = title.split([' ', '\'', '’']).next().unwrap_or_default();
    let bodied = || title.split([' ', '\'', '’']).any(is_body);
    let told = cue::is_role(first) || title.contains(['(', ')']) || bodied();
    // « Presse de la Ville d'Orn » has more capitals than a title.
    let small = title.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    if told || small.count() < LEAST_ENCLOSED {
        return None;
    }
    let people = people_only(named);
    (people.len() > 1).then(|| (title.trim().to_owned(), people))
}

/// A body, its people in brackets, then the title: `Ville d'Orn (Zoé Lanteri) : habiter`.
pub(super) fn people_of_body(text: &str) -> Option<(String, Vec<Speaker>)> {
    let (body, rest) = text.split_once(" (")?;
    let (inside, title) = rest.split_once(')')?;
    let title = title.trim_start().strip_prefix([':', '–', '—'])?.trim();
    let people = people_only(inside);
    let named = body.len() <= 80 && !body.contains(':') && !people.is_empty();
    let with_body = |person: Speaker| Speaker {
        organisation: person.organisation.or_else(|| Some(body.to_owned())),
        ..person
    };
    (named && title.contains(' '))
        .then(|| (title.to_owned(), people.into_iter().map(with_body).collect()))
}
