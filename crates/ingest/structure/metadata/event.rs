//! The name of the event that a document is of: « Colloque national de Rouen ».

use std::sync::LazyLock;

use glane_document::Document;

use crate::clean::front_matter::FrontMatter;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::cover::{Cover, cleaned};
use crate::structure::date;
use crate::words::{fold, starts_upper};

/// What the name of an event opens with. Boundaries of ASCII words: beside letters with accents,
/// Unicode's would send the engine to its slow paths.
static EVENT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?i)(?-u:\b)(?:\d+(?:es?|èmes?) )?(?:colloque|congrès|séminaire|journées? (?:nationale|d'étude|d’étude|régionale|de|des)s?|rencontres?|assises|universités? d['’](?:été|automne)|forum|session de formation|stage|cycle|série|webinaire)s?(?-u:\b)",
    )
});

/// What any event's name holds, folded: the expression above is slow.
static EVENT_NOUN: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"\b(?:colloque|congres|seminaire|journee|rencontre|assises|universite|forum|session|stage|cycle|serie|webinaire)",
    )
});

/// The fields of front matter that name the event.
const FIELDS: [&str; 3] = ["event", "evenement", "event_name"];

/// The longest name of an event, in characters.
const MAX_EVENT: usize = 100;

/// The longest block that is read as a title is, in bytes.
const MAX_TITLE: usize = 120;

/// The event: a field's, else what the subtitle, the title or a block of the cover names.
pub(super) fn named(document: &Document, cover: &Cover<'_>, front: &FrontMatter) -> Option<String> {
    let field = front.get(&FIELDS).filter(|value| value.contains(' ')).map(str::to_owned);
    let titles = [&document.subtitle, &document.title].into_iter().flatten();
    let mut titles = titles.filter(|title| EVENT_NOUN.is_match(&fold(title)));
    let blocks = cover.blocks.iter().take(12);
    let mut blocks = blocks.filter(|block| EVENT_NOUN.is_match(block.folded()));
    field
        .or_else(|| titles.find_map(|title| event_in(title)))
        .or_else(|| blocks.find_map(|block| event_in(block)))
}

/// The name of an event in a text. A kind of event alone names none.
fn event_in(text: &str) -> Option<String> {
    let found = EVENT.find(text)?;
    let (before, opening) = (&text[..found.start()], found.as_str());
    if !starts_upper(opening) && !is_definite(before, text.len()) {
        return None;
    }
    let end = found.end() + name_length(&text[found.end()..]);
    let event = cleaned(&text[found.start()..end]);
    let numbered = opening.starts_with(|c: char| c.is_ascii_digit());
    if event.chars().count() <= opening.chars().count() && !numbered {
        return None;
    }
    let mut chars = event.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

/// Whether what stands before a name in small letters tells that it is a certain event's, in a text
/// of so many bytes: « lors du colloque », not « plusieurs rencontres ».
fn is_definite(before: &str, length: usize) -> bool {
    const DEFINITE: [&str; 13] = [
        "le", "la", "les", "du", "au", "aux", "ce", "cet", "cette", "notre", "nos", "votre", "vos",
    ];
    let before = fold(before);
    let title = length <= MAX_TITLE;
    match before.split([' ', '\'']).rfind(|word| !word.is_empty()) {
        None => title,
        Some(word) => DEFINITE.contains(&word) || title && !is_indefinite(word),
    }
}

/// Whether a folded word tells that what follows is any event.
fn is_indefinite(word: &str) -> bool {
    const INDEFINITE: [&str; 8] =
        ["un", "une", "des", "de", "d", "plusieurs", "quelques", "chaque"];
    INDEFINITE.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// How far the name of an event goes in what follows its kind, in bytes: to a mark, to what is said of
/// it, to its date or to its place.
fn name_length(after: &str) -> usize {
    let limit = after.char_indices().nth(MAX_EVENT).map_or(after.len(), |(at, _)| at);
    let mark = |c: char| ".:;!?«»\"“”|\t(".contains(c);
    let after = &after[..after.find(mark).unwrap_or(after.len()).min(limit)];
    let mut at = 0;
    let mut words = after.split_inclusive(' ').peekable();
    let mut whole = 0;
    while let Some(token) = words.next() {
        let word = token.trim_end();
        let next = words.peek().map_or("", |next| next.trim_end());
        if ends_before(word, next) {
            break;
        }
        at += token.len();
        if !links(word) {
            whole = at;
        }
        if word.ends_with(',') && !continues(next) {
            return at - token.len() + word.len() - 1;
        }
    }
    whole
}

/// Whether a word cannot end a name: « Journées de la ».
fn links(word: &str) -> bool {
    const LINKS: [&str; 14] =
        ["de", "du", "des", "la", "le", "les", "et", "sur", "en", "à", "au", "aux", "pour", "dans"];
    LINKS.contains(&word)
}

/// Whether a name goes on after a comma: « Rencontres de l'eau, des sols et du climat ».
fn continues(next: &str) -> bool {
    ["de", "du", "des"].contains(&next) || next.starts_with("d'") || next.starts_with("d’")
}

/// Whether a word is no more part of a name: a dash, a pronoun, a verb, a date.
fn ends_before(word: &str, next: &str) -> bool {
    const SAYS: [&str; 42] = [
        "a",
        "ont",
        "est",
        "sont",
        "aura",
        "auront",
        "sera",
        "seront",
        "était",
        "fut",
        "se",
        "qui",
        "que",
        "où",
        "dont",
        "nous",
        "vous",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "fait",
        "font",
        "porte",
        "portant",
        "vise",
        "permet",
        "permettant",
        "invite",
        "propose",
        "rassemble",
        "réunit",
        "réunira",
        "réunissant",
        "revient",
        "reviennent",
        "accueille",
        "débute",
        "commence",
        "avec",
        "intitulé",
    ];
    const HELD: [&str; 6] = ["organisé", "accueilli", "consacré", "animé", "intitulé", "proposé"];
    let lower = word.to_lowercase();
    let plain = lower.trim_end_matches(',');
    let elided = ["s'", "s’", "n'", "n’", "qu'", "qu’", "j'", "j’"];
    let dated = |word: &str| {
        let digits = word.trim_end_matches(',').trim_end_matches("er");
        let day = digits.len() <= 2 && !digits.is_empty() && digits.parse::<u8>().is_ok();
        day || date::weekday(word).is_some()
    };
    let day = ["le", "du", "les", "des", "ce", "au"].contains(&plain) && dated(next);
    let aims = plain == "pour" && (next.ends_with("er") || next.ends_with("ir"));
    matches!(word, "–" | "—" | "-" | "/" | "&")
        || SAYS.contains(&plain)
        || HELD.iter().any(|held| lower.starts_with(held))
        || elided.iter().any(|elided| lower.starts_with(elided))
        || dated(word)
        || day
        || aims
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(event_in(text).as_deref(), expect);
    }

    #[test]
    fn a_name_ends_with_its_date_its_place_or_what_is_said_of_it() {
        check(
            "Assises rurales du pays d'Orn, espace Garance, samedi 24 novembre 2018",
            Some("Assises rurales du pays d'Orn"),
        );
        check("Colloque annuel de la Halle – actes", Some("Colloque annuel de la Halle"));
        check(
            "Journées de l'eau, des sols et du vent",
            Some("Journées de l'eau, des sols et du vent"),
        );
        check("7es Rencontres de Marn le 3 mai 2021", Some("7es Rencontres de Marn"));
        check("Actes du colloque national d'Orn", Some("Colloque national d'Orn"));
        check("Le séminaire annuel du Gué a réuni cent voisins", Some("Séminaire annuel du Gué"));
        check("Rencontres de la halle 2018, suite et fin", Some("Rencontres de la halle 2018"));
    }

    #[test]
    fn kinds_alone_and_any_events_name_none() {
        check("Webinaire du jeudi 25 novembre 2021", None);
        check("Journée d'étude", None);
        check("Ce stage est fait pour vous", None);
        check("Une rencontre pour comprendre la halle du village", None);
        check(&format!("{} 45 rencontres au palais d'Orn", "Il pleut encore. ".repeat(9)), None);
        check(&format!("{} plusieurs stages de la région", "Il pleut encore. ".repeat(9)), None);
    }
}
