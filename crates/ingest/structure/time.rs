//! Time slots in any French spelling: `9h15-10h30`, `09 h 00`, `de 14h à 16h`, `10:45 – 12:15`.

mod next;
mod told;

use std::sync::LazyLock;

use glane_document::TimeOfDay;
use memchr::memchr3_iter;
use regex::Captures;

use crate::pattern::{Pattern, pattern};
pub(crate) use next::next_range;
pub(crate) use told::{after_date, after_day, labelled, labelled_range, of_session};

/// A slot of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    /// When it starts.
    pub(crate) start: TimeOfDay,
    /// When it ends, where stated.
    pub(crate) end: Option<TimeOfDay>,
}

const TIME: &str =
    r"([0-9]{1,2})\s?(?:[hH](?:eures?)?(?::|\s?)([0-5][0-9])?(?-u:\b)|:([0-5][0-9])(?-u:\b))";

/// A time in figures, as part of an expression: `9h`, `9 h 30`, `9:30`.
pub(crate) const HOUR: &str = r"[0-9]{1,2}\s?(?:[hH](?:\s?[0-5][0-9])?|:[0-5][0-9])(?-u:\b)";

static AT_START: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?i:de|à partir de|à|dès)?\s*{TIME}(?:\.?\s*(?:-|–|—|−|/|>|→|à|a|au)\s*{TIME})?[\s:|.,;►▶→\])–—\-]*"
    ))
});
/// Fives of minutes of the hours of a working day: `14.00`, `13,30`.
const DOTTED_TIME: &str = "(0?[7-9]|1[0-9]|2[0-2])[.,]([0-5][05])";

/// `14.00 Titre`, `13,30 : Titre`, before words; `14.00`, `9.30 - 10.30` alone.
static DOTTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^{DOTTED_TIME}(?:\s*[-–—à]\s*{DOTTED_TIME})?(?:\s*[\s:|–—-]\s*(?:[«“\x22(*]|\p{{Lu}})|\s*[:–—-]?\s*$)"
    ))
});
/// `9.30 - 10.30` in a text.
static DOTTED_RANGE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(r"(?:^|[\s(\[]){DOTTED_TIME}\s?(?:-|–|—|à)\s?{DOTTED_TIME}(?:$|[)\]:;,.]|\s)"))
});
/// `1-4pm`, `9:30am – 11am`.
static ENGLISH: LazyLock<Pattern> = LazyLock::new(|| {
    const TIME: &str = r"([0-9]{1,2})(?:[:.]([0-5][0-9]))?\s?([aApP]\.?[mM]\b)?";
    pattern(&format!(r"\b{TIME}(?:\s*(?:-|–|—|to)\s*{TIME})?"))
});
static RANGE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(&format!(r"{TIME}\.?\s*(?:-|–|—|−|/|>|→|à|a)\s*{TIME}")));
static SINGLE: LazyLock<Pattern> = LazyLock::new(|| pattern(TIME));

/// The slot at the start of a line and the rest of the line, without the marks between.
pub(crate) fn leading_slot(line: &str) -> Option<(Slot, &str)> {
    let opens = |c: char| c.is_ascii_digit() || matches!(c, 'd' | 'D' | 'à' | 'À');
    if !line.starts_with(opens) || !has_digit(line) {
        return None;
    }
    if let Some((slot, taken)) = english(line).filter(|(_, taken)| taken.start == 0) {
        return Some((slot, line[taken.end..].trim_start_matches(MARKS)));
    }
    if let Some(found) = DOTTED.captures(line) {
        let start = time(&found, 1)?;
        let slot = Slot { start, end: time(&found, 3) };
        let taken = found.get(4).or_else(|| found.get(2))?.end();
        return Some((slot, line[taken..].trim_start_matches(MARKS)));
    }
    let found = AT_START.captures(line)?;
    // « 00:02:26 » is a place in a recording.
    let last = found.get(6).or(found.get(5)).or(found.get(3)).or(found.get(2));
    let seconds = last.is_some_and(|last| {
        let after = line[last.end()..].strip_prefix(':');
        after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
    });
    let slot = slot(&found).filter(|_| !seconds)?;
    let rest = &line[found[0].len()..];
    let rest = if slot.end.is_none() { after_other_hour(rest) } else { rest };
    // « 1h15 de débat », « 12 heures par mois » are durations.
    let in_words = || found[0].contains("heure") && !is_hour_in_words(slot.start, &found[0], rest);
    let counted = rest.starts_with("de ") || rest.starts_with("par ") || in_words();
    let duration = counted && slot.end.is_none();
    (!duration).then_some((slot, rest))
}

/// What stands after another hour at which the same goes on: `et 16h : Se loger`.
fn after_other_hour(rest: &str) -> &str {
    let next = ["et ", "ou ", "puis ", "& "].iter().find_map(|joint| rest.strip_prefix(joint));
    let after = next.and_then(|next| {
        let found = AT_START.captures(next)?;
        slot(&found).map(|_| &next[found[0].len()..])
    });
    after.unwrap_or(rest)
}

/// Whether hours in full are those of a day, not how many they are: `18 heures : Se loger`, `20
/// heures, concert : « Les gués »`.
fn is_hour_in_words(start: TimeOfDay, hours: &str, title: &str) -> bool {
    let in_day = start.hour >= FIRST_HOUR;
    let marked = hours.trim_end().ends_with(':') && !title.is_empty();
    let quoted = || hours.trim_end().ends_with(',') && title.contains(['«', '“', '"']);
    in_day && (marked || quoted())
}

/// The first hour that a programme may give in full: fewer hours are how long something lasts.
const FIRST_HOUR: u8 = 9;

/// What stands between a slot and what it is the slot of.
const MARKS: &[char] =
    &[' ', ':', '|', '.', ',', ';', '►', '▶', '→', ']', ')', '–', '—', '-', '\u{a0}'];

/// The first time in English and the bytes that it takes: `1-4pm`.
fn english(text: &str) -> Option<(Slot, std::ops::Range<usize>)> {
    let half = |pair: &[u8]| {
        matches!(pair[0], b'a' | b'A' | b'p' | b'P') && matches!(pair[1], b'm' | b'M' | b'.')
    };
    if !text.as_bytes().windows(2).any(half) {
        return None;
    }
    let found =
        ENGLISH.captures_iter(text).find(|found| found.get(3).or(found.get(6)).is_some())?;
    let group = |at: usize| found.get(at).map(|group| group.as_str());
    let half = |own: Option<&str>| own.map(|half| half.starts_with(['p', 'P']));
    let hour = |at: usize, half: Option<bool>| {
        let hour: u8 = group(at)?.parse().ok()?;
        let minutes = group(at + 1).map_or(Ok(0), str::parse).ok()?;
        let late = half.unwrap_or(false) && hour < 12;
        TimeOfDay::new(hour + if late { 12 } else { 0 }, minutes)
    };
    let (first, last) = (half(group(3)), half(group(6)));
    // « 10-12am »… the half of the end is that of the start, unless it would come before it.
    let start = hour(1, first.or(last))?;
    let end = group(4).and_then(|_| hour(4, last));
    let start = if end.is_some_and(|end| end < start) { hour(1, Some(false))? } else { start };
    Some((Slot { start, end }, found.get(0)?.range()))
}

/// The first range of times anywhere in a text.
pub(crate) fn range(text: &str) -> Option<Slot> {
    find_range(text).map(|(_, slot)| slot)
}

/// `14-16h`, `de 14 à 16h`, `entre 14 et 15h`: hours of a working day, the second after the first.
fn bare_range(text: &str) -> Option<(usize, Slot)> {
    static BARE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"(?:^|[\s(])([0-9]{1,2})\s?(?:-|–|à|et)\s?([0-9]{1,2})\s?[hH]\s?([0-5][0-9])?(?-u:\b)",
        )
    });
    if !has_time(text) {
        return None;
    }
    let found = BARE.captures(text)?;
    let hour = |at: usize| found[at].parse::<u8>().ok().filter(|hour| (7..=22).contains(hour));
    let (start, end) = (hour(1)?, hour(2)?);
    let minutes = found.get(3).map_or(Ok(0), |minutes| minutes.as_str().parse()).ok()?;
    let slot = Slot { start: TimeOfDay::new(start, 0)?, end: TimeOfDay::new(end, minutes) };
    (start < end).then(|| (found.get(1).map_or(0, |first| first.start()), slot))
}

/// The slot of a text that says nothing else: `9h`, `à partir de 18h30`.
pub(crate) fn alone(text: &str) -> Option<Slot> {
    let (slot, rest) = leading_slot(text.trim())?;
    rest.is_empty().then_some(slot)
}

/// The hour of a date and time in ISO 8601: `2021-10-11T10:00:00`.
pub(crate) fn iso(text: &str) -> Option<TimeOfDay> {
    let (day, hour) = text.trim().split_once(['T', ' '])?;
    let (hours, rest) = hour.split_once(':')?;
    let dated = day.len() == 10 && day.starts_with(|c: char| c.is_ascii_digit());
    let minutes = rest.get(..2)?.parse().ok()?;
    if dated { TimeOfDay::new(hours.parse().ok()?, minutes) } else { None }
}

/// The first range of times and the byte where it starts.
pub(crate) fn find_range(text: &str) -> Option<(usize, Slot)> {
    if !has_digit(text) {
        return None;
    }
    if has_time(text) {
        let mut ranges = RANGE.captures_iter(text);
        if let Some(found) = ranges.find(|found| !is_of_recording(text, found)) {
            return Some((found.get(0)?.start(), slot(&found)?));
        }
    }
    let english = || {
        let found = english(text).filter(|(slot, _)| slot.end.is_some())?;
        Some((found.1.start, found.0))
    };
    bare_range(text).or_else(english).or_else(|| dotted_range(text))
}

/// `9.30 - 10.30`: the second hour is after the first.
fn dotted_range(text: &str) -> Option<(usize, Slot)> {
    let figures = |window: &[u8]| matches!(window, [before, b'.' | b',', after] if before.is_ascii_digit() && after.is_ascii_digit());
    if !text.as_bytes().windows(3).any(figures) {
        return None;
    }
    let found = DOTTED_RANGE.captures(text)?;
    let (start, end) = (time(&found, 1)?, time(&found, 3)?);
    let after = text[found.get(4)?.end()..].trim_start();
    // What something costs, weighs or measures is no hour.
    let units = ["€", "%", "$", "euro", "m²", "m2", "ha", "k", "million", "milliard", "point"];
    let measured = units.iter().any(|unit| after.starts_with(unit));
    let slot = Slot { start, end: Some(end) };
    (start < end && !measured).then(|| (found.get(1).map_or(0, |first| first.start()), slot))
}

/// Whether a range is one of places in a recording, seconds included: `00:02:26 - 00:03:04`.
fn is_of_recording(text: &str, found: &Captures<'_>) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let range = found.get(0).map_or(0..0, |range| range.range());
    let before =
        text[..range.start].strip_suffix(':').is_some_and(|before| before.ends_with(digit));
    let after = || text[range.end..].strip_prefix(':').is_some_and(|rest| rest.starts_with(digit));
    before || after()
}

/// Whether a text may state a time: all are in figures.
fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a figure stands before the mark of an hour somewhere in a text.
fn has_time(text: &str) -> bool {
    let figure = |at: usize| text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
    memchr3_iter(b'h', b'H', b':', text.as_bytes()).any(figure)
}

/// Every time of a text, in order.
pub(crate) fn times(text: &str) -> Vec<TimeOfDay> {
    SINGLE.captures_iter(text).filter_map(|found| time(&found, 1)).collect()
}

fn slot(found: &Captures<'_>) -> Option<Slot> {
    let start = time(found, 1)?;
    Some(Slot { start, end: time(found, 4) })
}

/// The time whose hour is the group `at`, and whose minutes are one of the next two.
fn time(found: &Captures<'_>, at: usize) -> Option<TimeOfDay> {
    let hour = found.get(at)?.as_str().parse().ok()?;
    let minutes = found.get(at + 1).or_else(|| found.get(at + 2));
    TimeOfDay::new(hour, minutes.map_or(Ok(0), |minutes| minutes.as_str().parse()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Option<(&str, Option<&str>, &str)>) {
        let found = leading_slot(line).map(|(slot, rest)| {
            (slot.start.to_string(), slot.end.map(|end| end.to_string()), rest)
        });
        let found =
            found.as_ref().map(|(start, end, rest)| (start.as_str(), end.as_deref(), *rest));
        assert_eq!(found, expect);
    }

    #[test]
    fn slots_are_read_in_any_spelling() {
        check("9h15- 10h30 Conférence", Some(("09:15", Some("10:30"), "Conférence")));
        check("09 h 00", Some(("09:00", None, "")));
        check("13h00-14h15 – Ouverture", Some(("13:00", Some("14:15"), "Ouverture")));
        check("14h-15h30 | Ateliers", Some(("14:00", Some("15:30"), "Ateliers")));
        check("de 14h à 16h : débat", Some(("14:00", Some("16:00"), "débat")));
        check("10:45 – 12:15 Table ronde", Some(("10:45", Some("12:15"), "Table ronde")));
        check("8H30-9H Café", Some(("08:30", Some("09:00"), "Café")));
        check("17 h 00- 17h30", Some(("17:00", Some("17:30"), "")));
        check("12h15  Buffet", Some(("12:15", None, "Buffet")));
        check("14.00 Ouverture", Some(("14:00", None, "Ouverture")));
        check("13,30 : Introduction", Some(("13:30", None, "Introduction")));
        check("14.00 – 17.30 : Débat", Some(("14:00", Some("17:30"), "Débat")));
        check("1-4pm Débat", Some(("13:00", Some("16:00"), "Débat")));
        check("9:30am – 11am: Débat", Some(("09:30", Some("11:00"), "Débat")));
        check("14h30 et 16h : Visite", Some(("14:30", None, "Visite")));
        check("9h et café", Some(("09:00", None, "et café")));
        check("15h] Accueil", Some(("15:00", None, "Accueil")));
        check("14h:45-16h:00 Débat", Some(("14:45", Some("16:00"), "Débat")));
        check("14h: 45 agents témoignent", Some(("14:00", None, "45 agents témoignent")));
        check("14h.-16h. Débat", Some(("14:00", Some("16:00"), "Débat")));
    }

    #[test]
    fn hours_in_full_are_those_of_a_programme_before_a_mark() {
        check("18 heures : Veillée", Some(("18:00", None, "Veillée")));
        check("20 heures, film : « Le gué »", Some(("20:00", None, "film : « Le gué »")));
        check("20 heures, dont dix à distance", None);
        check("3 heures : module d'accueil", None);
    }

    #[test]
    fn durations_and_numbers_are_no_slots() {
        check("14h de formation", None);
        check("12 heures pour cinquante agents", None);
        check("15 ateliers", None);
        check("2019 en chiffres", None);
        check("25h30 - fin", None);
        check("1.15 Titre", None);
        check("12,5 Millions", None);
    }

    #[test]
    fn places_in_a_recording_are_no_hours() {
        assert_eq!(range("00:12:26 - 00:13:04"), None);
        assert_eq!(range("[1:12:26 – 1:13]"), None);
        let start = range("de 00:12:26 à 00:13:04, le soir 18:30 - 20:00").map(|slot| slot.start);
        assert_eq!(start.map(|start| start.to_string()).as_deref(), Some("18:30"));
    }

    #[test]
    fn a_text_may_be_an_hour() {
        assert_eq!(alone("à partir de 18h30").map(|slot| slot.start.hour), Some(18));
        assert_eq!(alone("9h, sur inscription"), None);
    }

    #[test]
    fn ranges_may_be_written_with_dots() {
        let found = |text| range(text).map(|slot| slot.start.to_string());
        assert_eq!(found("Salle B204 (9.30-10.30)").as_deref(), Some("09:30"));
        assert_eq!(found("mardi 3 mai, 14.00 – 16.30 en salle").as_deref(), Some("14:00"));
        assert_eq!(found("de 12.50 à 15.20 € par repas"), None);
        assert_eq!(found("de 12,50 à 15,20 m² par agent"), None);
        assert_eq!(found("versions 12.30-10.15"), None);
        assert_eq!(alone("9.30 - 10.15").map(|slot| slot.start.hour), Some(9));
        assert_eq!(alone("14.00").map(|slot| slot.start.hour), Some(14));
        assert_eq!(alone("14.07"), None);
    }

    #[test]
    fn ranges_are_found_inside_a_text() {
        let slot = range("Salle B204, de 10h à 12h").unwrap();
        assert_eq!((slot.start.hour, slot.end.unwrap().hour), (10, 12));
    }
}
