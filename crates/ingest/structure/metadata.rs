//! Title, event, place, dates, organisers and genre, from the cover and the front matter.

mod dates;
mod fields;
mod formula;
mod held;

use std::cell::OnceCell;
use std::sync::LazyLock;

use glane_document::{Document, DocumentKind, SectionKind, TimeOfDay};

use crate::clean::front_matter::FrontMatter;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::cover::{Cover, cleaned};
use crate::structure::time::Slot;
use crate::structure::{cue, date, keyword, time};
use crate::words::{Text, canonical, fold, prefix};
use dates::event_dates;
pub(crate) use fields::TITLE_FIELDS;
use fields::{DATE_FIELDS, END_FIELDS, EVENT_FIELDS, HOUR_FIELDS, START_FIELDS};
use held::{Held, held_sentences};

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
static PLACE_OF_EVENT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:nationale?|régionale?|départementale?|territoriales?|colloque) (?:de |d['’])(\p{Lu}[\p{L}'’-]+(?:[ -](?:\p{Lu}[\p{L}'’-]+|sur|les|en|de|la))*)",
    )
});
static PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?i:à|au|lieu *:|salle|amphithéâtre|auditorium|hôtel|espace|maison|halle)\s)((?:l['’])?\p{L}.{2,80})$",
    )
});
static TOWN_BEFORE_DATE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(\p{Lu}[\p{L}'’-]+(?:[ -][\p{L}'’-]+){0,4}), (?:le |les |du )?(?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi)",
    )
});
static ACRONYM: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\p{Lu}[\p{Lu}\d-]{2,9}$"));

/// Fills the document's metadata.
pub(crate) fn fill(document: &mut Document, cover: &Cover<'_>, front: &FrontMatter) {
    let named = front.get(&TITLE_FIELDS).map(str::to_owned);
    let (title, subtitle) = cover.titles();
    let title = title.or_else(|| first_heading(document));
    document.title = named.or(title);
    document.subtitle = front.get(&["subtitle", "sous-titre"]).map(str::to_owned).or(subtitle);
    document.event = event(document, cover);
    document.place = front
        .get(&["location", "lieu", "place", "venue"])
        .map(str::to_owned)
        .or_else(|| place(document, cover));
    document.kind = kind(document, cover);
    let held = OnceCell::new();
    document.dates = event_dates(document, cover, front, &held);
    document.slots = event_slots(document, cover, front, &held);
    formula::add(document, &opening(document));
    document.organisers = organisers(cover, front);
    let tags = front.all(&["tags", "keywords", "mots-cles", "mots_cles", "motscles"]);
    document.keywords = tags.flat_map(keyword::split).collect();
    document.keywords.dedup();
}

/// The highest heading that names no part of the document.
fn first_heading(document: &Document) -> Option<String> {
    let proper = |kind| matches!(kind, SectionKind::Section | SectionKind::Foreword);
    let mut headings = document.sections.iter().filter(|section| section.title.is_some());
    headings
        .clone()
        .find(|section| {
            proper(section.kind)
                && section.title.as_deref().is_some_and(|title| !cue::opens_part(title))
        })
        .or_else(|| headings.next())
        .and_then(|section| section.title.clone())
}

fn event(document: &Document, cover: &Cover<'_>) -> Option<String> {
    let titles = [&document.subtitle, &document.title].into_iter().flatten();
    let mut titles = titles.filter(|title| EVENT_NOUN.is_match(&fold(title)));
    let blocks = cover.blocks.iter().take(12);
    let mut blocks = blocks.filter(|block| EVENT_NOUN.is_match(block.folded()));
    let found = titles
        .find_map(|title| event_in(title))
        .or_else(|| blocks.find_map(|block| event_in(block)))?;
    let event = cleaned(found.split(['|', '\t']).next().unwrap_or_default());
    let mut chars = event.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

/// The name of an event in a text, as far as a mark.
fn event_in(text: &str) -> Option<&str> {
    let found = EVENT.find(text)?;
    let after = text[found.end()..].chars().take(MAX_EVENT);
    let after = after.take_while(|c| !".:;!?«»\"".contains(*c)).map(char::len_utf8);
    Some(&text[found.start()..found.end() + after.sum::<usize>()])
}

/// The longest name of an event after what opens it, in characters.
const MAX_EVENT: usize = 90;

fn place(document: &Document, cover: &Cover<'_>) -> Option<String> {
    if let Some(found) = document.event.as_deref().and_then(|event| PLACE_OF_EVENT.captures(event))
    {
        return Some(found[1].to_owned());
    }
    let lines = cover.lines.iter().map(|line| &***line);
    let at_start =
        lines.clone().filter(|line| line.len() < 90 && !line.ends_with(':')).find_map(|line| {
            let found = PLACE.captures(line)?;
            let whole = ["salle", "amphi", "audit", "hotel", "espace", "maison", "halle"]
                .iter()
                .any(|room| fold(line).starts_with(room));
            let place = if whole { line } else { &found[1] };
            date::weekday(place).is_none().then_some(())?;
            Some(place.trim_start_matches("l'").trim_start_matches("l’").to_owned())
        });
    at_start.or_else(|| {
        let towns =
            lines.clone().filter_map(|line| Some(TOWN_BEFORE_DATE.captures(line)?[1].to_owned()));
        towns.into_iter().find(|town| date::weekday(town).is_none())
    })
}

/// The hour before which a field tells how long rather than when: `duree: 1h30 à 2h`.
const FIRST_HOUR: u8 = 6;

/// The hours of the event as a whole: a field's, the cover's, those of the sentences that announce
/// it, else the first range of hours in the opening.
fn event_slots(
    document: &Document,
    cover: &Cover<'_>,
    front: &FrontMatter,
    held: &OnceCell<Held>,
) -> Vec<(TimeOfDay, Option<TimeOfDay>)> {
    let dated_field = front.get(&EVENT_FIELDS).or_else(|| front.get(&DATE_FIELDS));
    let field = || dated_field.and_then(time::range);
    let ends = || {
        let (start, end) = (dated_field?, front.get(&END_FIELDS)?);
        let (start, end) = (time::iso(start)?, time::iso(end)?);
        (start < end).then_some(Slot { start, end: Some(end) })
    };
    let labels = || {
        let by_day = |slot: &Slot| slot.start.hour >= FIRST_HOUR;
        let fields = front.all(&HOUR_FIELDS).find_map(|value| time::range(value).filter(by_day));
        let starts =
            || front.all(&START_FIELDS).find_map(|value| time::alone(value).filter(by_day));
        let fields = fields.or_else(starts);
        let label = |line: &&Text<'_>| time::labelled(line.both().without_marks().folded);
        fields.or_else(|| cover.lines.iter().find_map(label))
    };
    let says = |line: &&Text<'_>| {
        let bare = line.chars().filter(|c| c.is_alphabetic()).count() <= 8;
        bare || line.folded().starts_with("horaire") || !date::dates(line, Some(2000)).is_empty()
    };
    let lines = cover.lines.iter().copied().filter(|line| line.len() < 200);
    let dated = || lines.filter(says).find_map(|line| time::after_date(line));
    let timed = document.sections.iter().any(|section| section.start.is_some());
    let first = || if timed { None } else { time::range(&opening(document)) };
    // « Habiter la ville, mercredi 22 mai 18h30 »
    let titles = [&document.title, &document.subtitle];
    let mut titles =
        titles.into_iter().flatten().filter(|title| !date::dates(title, Some(2000)).is_empty());
    let mut titled = || titles.find_map(|title| time::after_date(title));
    let announced = || {
        let held = held.get_or_init(|| held_sentences(document)).told();
        if timed { time::range(held) } else { time::after_date(held) }
    };
    let slot = field()
        .or_else(ends)
        .or_else(labels)
        .or_else(dated)
        .or_else(&mut titled)
        .or_else(announced)
        .or_else(first);
    slot.map(|slot| (slot.start, slot.end)).into_iter().collect()
}

/// The start of the text, in some 1,500 bytes.
fn opening(document: &Document) -> String {
    let mut opening = String::new();
    for section in &document.sections {
        let left = 1500usize.saturating_sub(opening.len());
        if left == 0 {
            break;
        }
        opening.push_str(prefix(&section.text, left));
    }
    opening
}

fn organisers(cover: &Cover<'_>, front: &FrontMatter) -> Vec<String> {
    static INVITES: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^(.{3,90}?) (?:vous )?(?:proposent?|organisent?|invitent|invite)\b")
    });
    static BY: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"(?i)\borganisée?s? par ([^.;:()]{3,90})"));
    let mut found: Vec<String> = front
        .all(&["organisateurs", "organisateur", "organisers", "organizer"])
        .map(str::to_owned)
        .collect();
    let may_name = |text: &&Text<'_>| {
        let folded = text.folded();
        ["propose", "organise", "invite"].iter().any(|verb| folded.contains(verb))
    };
    let mut naming = cover.blocks.iter().filter(may_name);
    let named = naming.find_map(|text| INVITES.captures(text).or_else(|| BY.captures(text)));
    if let Some(named) = named {
        let bodies = named[1].split([',', ';']).flat_map(|part| part.split(" et "));
        found.extend(
            bodies
                .map(without_article)
                .filter(|body| !body.is_empty() && body.chars().any(char::is_uppercase)),
        );
    }
    let in_brackets =
        cover.blocks.iter().flat_map(|text| text.split(['(', ')'])).skip(1).step_by(2);
    found.extend(in_brackets.filter(|text| ACRONYM.is_match(text)).map(str::to_owned));
    let mut seen = std::collections::HashSet::new();
    found.retain(|body| seen.insert(canonical(body)));
    found.truncate(8);
    found
}

fn without_article(body: &str) -> String {
    let body = body.trim();
    let short = ["le ", "la ", "les ", "l'", "l’", "Le ", "La ", "Les ", "L'", "L’"]
        .iter()
        .find_map(|article| body.strip_prefix(article));
    short.unwrap_or(body).trim().to_owned()
}

fn kind(document: &Document, cover: &Cover<'_>) -> DocumentKind {
    let mut titles = [&document.subtitle, &document.title, &document.event].into_iter().flatten();
    let mut blocks = cover.blocks.iter().take(6);
    let told = titles.find_map(|title| cue::genre(title));
    if let Some(kind) = told.or_else(|| blocks.find_map(|block| cue::genre(block))) {
        return kind;
    }
    let count = |test: &dyn Fn(&glane_document::Section) -> bool| {
        document.sections.iter().filter(|s| test(s)).count()
    };
    let headings: String = document
        .sections
        .iter()
        .filter_map(|section| section.title.as_deref())
        .collect::<Vec<_>>()
        .join(" \n ");
    let workshops = count(&|section| section.kind == SectionKind::Workshop);
    let references = count(&|section| section.kind == SectionKind::References);
    match () {
        () if count(&|section| section.start.is_some()) >= 3 => DocumentKind::Programme,
        () if workshops >= 4 => DocumentKind::Proceedings,
        () if cue::genre(&headings).is_some() => cue::genre(&headings).unwrap_or_default(),
        () if references > 0
            && document
                .sections
                .iter()
                .any(|section| fold(prefix(&section.text, 400)).contains("seance")) =>
        {
            DocumentKind::Course
        }
        () => DocumentKind::Other,
    }
}
