//! Where an event is held.

use std::cell::OnceCell;
use std::sync::LazyLock;

use glane_document::Document;

use super::held::{Held, held_sentences};
use crate::clean::front_matter::FrontMatter;
use crate::pattern::{Pattern, pattern};
use crate::structure::cover::Cover;
use crate::structure::{date, name};
use crate::words::{Text, fold};

static PLACE_OF_EVENT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:nationale?|régionale?|départementale?|territoriales?|colloque) (?:de |d['’])(\p{Lu}[\p{L}'’-]+(?:[ -](?:\p{Lu}[\p{L}'’-]+|sur|les|en|de|la))*)",
    )
});
/// A line that is a place.
static PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?i:à|au|lieu *:|salle|amphithéâtre|auditorium|hôtel|espace|maison|halle)\s)((?:l['’]|la |le )?\p{L}.{2,80})$",
    )
});
static TOWN_BEFORE_DATE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(\p{Lu}[\p{L}'’-]+(?:[ -][\p{L}'’-]+){0,4}), (?:le |les |du )?(?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi)",
    )
});
/// A room or a house inside a line that tells when.
static ROOM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:[,–—-] ?|(?:à|au|en|dans|À) )(?:la |le |l['’])?((?i:salle|amphithéâtre|amphi|auditorium|espace|maison|hôtel|halle|palais|musée|médiathèque|bibliothèque|mairie|université|campus|centre|théâtre|cinéma|château|bourse du travail)\s.*)$",
    )
});

/// The fields of front matter that tell where.
const FIELDS: [&str; 6] = ["location", "lieu", "place", "venue", "adresse", "address"];

/// The longest line that is a place, in bytes.
const MAX_LINE: usize = 90;

/// The longest line of a cover in which a place is looked for beside a date, in bytes.
const MAX_DATED: usize = 400;

/// Where the event is held: a field's, the town in its name, a line of the cover, else what is told
/// with its date.
pub(super) fn found(
    document: &Document,
    cover: &Cover<'_>,
    front: &FrontMatter,
    held: &OnceCell<Held>,
) -> Option<String> {
    let of_event = || {
        let event = document.event.as_deref()?;
        Some(PLACE_OF_EVENT.captures(event)?[1].to_owned())
    };
    let lines = || cover.lines.iter().map(|line| &***line);
    let towns = || {
        let town = |line| Some(TOWN_BEFORE_DATE.captures(line)?[1].to_owned());
        lines().filter_map(town).find(|town| date::weekday(town).is_none())
    };
    let dated =
        |block: &&Text<'_>| block.len() < MAX_DATED && !date::dates(block, Some(2000)).is_empty();
    let announced = || {
        let held = held.get_or_init(|| held_sentences(document));
        held.own.lines().find_map(room_in)
    };
    front
        .get(&FIELDS)
        .map(str::to_owned)
        .or_else(of_event)
        .or_else(|| lines().find_map(alone))
        .or_else(towns)
        .or_else(|| cover.blocks.iter().filter(dated).find_map(|block| room_in(block)))
        .or_else(announced)
}

/// The place that a line is.
fn alone(line: &str) -> Option<String> {
    const ROOMS: [&str; 7] = ["salle", "amphi", "audit", "hotel", "espace", "maison", "halle"];
    const NOT_YET: [&str; 3] = ["pour ", "a definir", "a confirmer"];
    if line.len() >= MAX_LINE || line.ends_with([':', ',']) {
        return None;
    }
    let captures = PLACE.captures(line)?;
    let folded = fold(line);
    let room = ROOMS.iter().any(|room| folded.starts_with(room));
    let labelled = folded.starts_with("lieu");
    let place = if room { line } else { &captures[1] };
    let place =
        ["l'", "l’"].iter().find_map(|article| place.strip_prefix(article)).unwrap_or(place);
    let place = if labelled { place } else { without_date(place) };
    let bare = place.trim_start_matches("la ").trim_start_matches("le ");
    let proper = room || labelled || bare.starts_with(char::is_uppercase);
    let later = NOT_YET.iter().any(|start| fold(place).starts_with(start));
    let named = name::opens_with_civility(place) || date::weekday(place).is_some();
    (proper && !later && !named && place.chars().count() > 2).then(|| place.to_owned())
}

/// A place without the day that follows it.
fn without_date(place: &str) -> &str {
    let day = |(at, _): &(usize, &str)| {
        let after = place[at + 1..].trim_start();
        let after = after.strip_prefix("le ").unwrap_or(after);
        date::weekday(after).is_some()
            || after.starts_with(|c: char| c.is_ascii_digit())
                && !date::dates(after, Some(2000)).is_empty()
    };
    place.match_indices(',').find(day).map_or(place, |(at, _)| &place[..at])
}

/// The room or house that a line with a date names, as far as its words are a name's.
fn room_in(line: &str) -> Option<String> {
    let captures = ROOM.captures(line)?;
    let rest = captures.get(1)?.as_str();
    let mut end = 0;
    let mut at = 0;
    let mut proper = false;
    for token in rest.split_inclusive(' ') {
        let word = token.trim_end();
        let bare = word.trim_end_matches(|c: char| ",.;:)".contains(c));
        let own = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || ["d'", "d’", "l'", "l’"].iter().any(|start| {
                bare.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_uppercase))
            });
        let kind = at == 0 || is_of_address(bare);
        if !(own || kind || links(bare)) || date::weekday(bare).is_some() {
            break;
        }
        // « 23, rue » waits for the name of the street.
        if own || at == 0 {
            proper |= own && at > 0;
            end = at + bare.len();
        }
        at += token.len();
        if word.len() > bare.len() && !word.ends_with(',') {
            break;
        }
    }
    proper.then(|| rest[..end].to_owned())
}

/// Whether a word stands inside the name of a place: « Maison de la Recherche ».
fn links(word: &str) -> bool {
    const LINKS: [&str; 15] =
        ["de", "du", "des", "la", "le", "les", "et", "sur", "en", "à", "au", "aux", "-", "–", "d'"];
    LINKS.contains(&word)
}

/// Whether a word is of an address: « 12 rue des Ormes ».
fn is_of_address(word: &str) -> bool {
    const ADDRESS: [&str; 13] = [
        "rue",
        "avenue",
        "boulevard",
        "place",
        "quai",
        "cours",
        "allée",
        "chemin",
        "impasse",
        "bis",
        "salle",
        "bâtiment",
        "étage",
    ];
    ADDRESS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::structure;

    #[track_caller]
    fn check_line(line: &str, expect: Option<&str>) {
        assert_eq!(alone(line).as_deref(), expect);
    }

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(structure("a", "a.md", text).place.as_deref(), expect);
    }

    #[test]
    fn a_line_may_be_a_place() {
        check_line("à l'Espace Garance, le 3 mai 2021", Some("Espace Garance"));
        check_line("Lieu : ancienne halle, Orn", Some("ancienne halle, Orn"));
        check_line("Salle du conseil", Some("Salle du conseil"));
        check_line("Au programme : la halle", None);
        check_line("À la prochaine", None);
        check_line("Lieu : pour le moment, on cherche", None);
        check_line("à Mme Lanteri Zoé", None);
        check_line("à la Halle,", None);
    }

    #[test]
    fn a_place_may_stand_beside_a_date() {
        let heading = "# Habiter la ville\n\n";
        check(
            &format!(
                "{heading}**30 avril 2019 – Salle Garance - Maison du Peuple**\n\nIl pleut.\n"
            ),
            Some("Salle Garance - Maison du Peuple"),
        );
        check(
            &format!(
                "{heading}Il pleut.\n\n## Suite\n\nLa soirée aura lieu jeudi 12 mai 2019 dans l'Amphithéâtre Zoé Lanteri de la Halle, dès 9h.\n"
            ),
            Some("Amphithéâtre Zoé Lanteri de la Halle"),
        );
        check(&format!("{heading}Le 30 avril 2019, la salle était pleine.\n\nIl pleut.\n"), None);
    }
}
