//! Dates in French spellings: `7-11 juillet 2025`, `4 et 5 mars`, `août 2016`, `12/03/2019`.

mod days;
mod leading;

use std::sync::LazyLock;

use glane_document::PartialDate;

use crate::pattern::{Pattern, folded_pattern as pattern};
use crate::words::{fold, folded_words, prefix};
pub(crate) use leading::leading;

pub(crate) use days::leading_days;

/// A day is one in any year, stated or not; this one has all of them.
pub(crate) const ANY_YEAR: i16 = 2000;

pub(super) const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub(super) const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const ENGLISH_WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

static DAYS_OF_MONTH: LazyLock<Pattern> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    let short = r"(?:janv?|fevr?|avr|juill?|sept|oct|nov|dec)\.";
    let weekday = format!("(?:(?:{}),? +)?", WEEKDAYS.join("|"));
    let day = r"\d{1,2}(?:er)?";
    pattern(&format!(
        r"\b(?:({day}(?: *(?:,|et|-|au|a|/|&) *(?:le )?{weekday}{day})*) +)?\b((?:{months})\b|{short})(?:,? +(\d{{4}}))?\b"
    ))
});
static NUMERIC: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})(?:t\d|\b)|\b((?:19|20)\d\d)/(\d{2})/(\d{2})\b|\b(20[0-4]\d)(0[1-9]|1[0-2])([0-3]\d)\b",
    )
});
/// `11.02.20`, `11/02/20`: a year of this century in two figures.
static SHORT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"(?:^|[^0-9./])([0-3]\d)[./]([01]\d)[./]([0-4]\d)(?:[^0-9./]|[./](?:[^0-9]|$)|$)")
});
static YEAR: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:19[5-9]\d|20[0-4]\d)\b"));
static ABBREVIATED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(\d{1,2}) (jan|fev|feb|mar|avr|apr|may|jun|jui|jul|aug|aou|sep|oct|nov|dec)[a-z]{0,4}\.? (\d{4})\b",
    )
});
/// `June 14, 2011`, `14th June 2011`.
static ENGLISH: LazyLock<Pattern> = LazyLock::new(|| {
    let months = ENGLISH_MONTHS.join("|");
    let day = r"(\d{1,2})(?:st|nd|rd|th)?";
    pattern(&format!(r"\b(?:({months}) {day},? (\d{{4}})|{day} ({months}),? (\d{{4}}))\b"))
});
/// The months of [`ENGLISH`]: these are quick to look for.
static ENGLISH_MONTH: LazyLock<Pattern> = LazyLock::new(|| pattern(&ENGLISH_MONTHS.join("|")));
static NUMBER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\d{1,2}"));
static DAY_NAME: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(r"^(?:le +)?({})(?: +(\d{{1,2}})(?:er)?)?\b", WEEKDAYS.join("|")))
});

/// A day or month of which the year may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mention {
    year: Option<i16>,
    month: u8,
    day: Option<u8>,
}

/// The dates that a text states, in order of appearance, without repetition.
///
/// A date without a year takes that of the next one that has it, else of the one before, else
/// `year`; without any, it is left out.
pub(crate) fn dates(text: &str, year: Option<i16>) -> Vec<PartialDate> {
    // A month alone is no date.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mentions = mentions(&fold(text));
    let mut dates: Vec<PartialDate> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let later = mentions[at..].iter().find_map(|mention| mention.year);
        let earlier = mentions[..at].iter().rev().find_map(|mention| mention.year);
        let Some(year) = later.or(earlier).or(year) else { continue };
        if let Some(date) = PartialDate::new(year, mention.month, mention.day)
            && !dates.contains(&date)
        {
            dates.push(date);
        }
    }
    dates
}

fn month_number(rank: usize) -> Option<u8> {
    u8::try_from(rank + 1).ok()
}

/// The dates of a field of front matter, where months may be abbreviated in French or English.
pub(crate) fn of_field(field: &str) -> Vec<PartialDate> {
    const SHORT: [&[&str]; 12] = [
        &["jan"],
        &["fev", "feb"],
        &["mar"],
        &["avr", "apr"],
        &["may"],
        &["jun"],
        &["jul"],
        &["aug", "aou"],
        &["sep"],
        &["oct"],
        &["nov"],
        &["dec"],
    ];
    let folded = fold(field);
    let found = dates(&folded, None);
    if !found.is_empty() {
        return found;
    }
    let short = ABBREVIATED.captures_iter(&folded).filter_map(|found| {
        let month =
            SHORT.iter().position(|names| names.contains(&&found[2])).and_then(month_number)?;
        PartialDate::new(found[3].parse().ok()?, month, found[1].parse().ok())
    });
    short.collect()
}

/// The first of the two years that follow each other at the end of a line, as seasons are told:
/// `Séminaires 2018-2019`.
pub(crate) fn last_season(text: &str) -> Option<i16> {
    static SEASON: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"(?:^|[^0-9/.-])(20[0-4][0-9]) ?[-–/] ?((?:20)?[0-4][0-9])[^\p{L}0-9]*$")
    });
    if !text.contains("20") || !text.contains(['-', '–', '/']) {
        return None;
    }
    let found = SEASON.captures(text)?;
    let first: i16 = found[1].parse().ok()?;
    let next: i16 = found[2].parse().ok()?;
    (next % 100 == (first + 1) % 100).then_some(first)
}

/// The year that a text names most, the first of equals.
pub(crate) fn main_year(text: &str) -> Option<i16> {
    let mut counts: Vec<(i16, usize)> = Vec::new();
    for year in YEAR.find_iter(text).filter_map(|year| year.as_str().parse().ok()) {
        match counts.iter_mut().find(|(known, _)| *known == year) {
            Some((_, count)) => *count += 1,
            None => counts.push((year, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(year, _)| year)
}

fn mentions(folded: &str) -> Vec<Mention> {
    let mut found: Vec<(usize, Mention)> = Vec::new();
    for part in DAYS_OF_MONTH.captures_iter(folded) {
        let printed = part[2].trim_end_matches('.');
        let month =
            MONTHS.iter().position(|month| month.starts_with(printed)).unwrap_or_default() + 1;
        let month = u8::try_from(month).unwrap_or_default();
        let year = part.get(3).and_then(|year| year.as_str().parse().ok());
        let at = part.get(0).map_or(0, |all| all.start());
        match part.get(1) {
            Some(days) => found.extend(NUMBER.find_iter(days.as_str()).map(|day| {
                (at + day.start(), Mention { year, month, day: day.as_str().parse().ok() })
            })),
            // « mars » or « mai » without day and year is rarely a date.
            None if year.is_some() => found.push((at, Mention { year, month, day: None })),
            None => {}
        }
    }
    let numeric = has_numbers(folded).then(|| NUMERIC.captures_iter(folded));
    found.extend(numeric.into_iter().flatten().filter_map(|part| {
        let group = |at: usize| part.get(at).and_then(|group| group.as_str().parse::<i16>().ok());
        let (year, month, day) = match group(3) {
            Some(year) => (year, group(2)?, group(1)?),
            None if group(4).is_some() => (group(4)?, group(5)?, group(6)?),
            None if group(7).is_some() => (group(7)?, group(8)?, group(9)?),
            None => (group(10)?, group(11)?, group(12)?),
        };
        let found = part.get(0)?;
        let (before, after) = (&folded[..found.start()], &folded[found.end()..]);
        // « Délibération n° 2018-03-01 » is a number.
        if before.trim_end().ends_with("n°") {
            return None;
        }
        // `…/blog/2019/04/12/note` is an address.
        if part.get(7).is_some() && (before.ends_with('/') || after.starts_with('/')) {
            return None;
        }
        let mention = Mention {
            year: Some(year),
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok(),
        };
        Some((part.get(0)?.start(), mention))
    }));
    let short =
        has_pair(folded, |mark| matches!(mark, b'.' | b'/')).then(|| SHORT.captures_iter(folded));
    found.extend(short.into_iter().flatten().filter_map(|part| {
        let number = |at: usize| part[at].parse::<u8>().ok();
        let year = Some(2000 + i16::from(number(3)?));
        Some((part.get(1)?.start(), Mention { year, month: number(2)?, day: number(1) }))
    }));
    let english = ENGLISH_MONTH.is_match(folded).then(|| ENGLISH.captures_iter(folded));
    found.extend(english.into_iter().flatten().filter_map(|part| {
        let group = |one: usize, other: usize| part.get(one).or_else(|| part.get(other));
        let printed = group(1, 5)?.as_str();
        let month =
            ENGLISH_MONTHS.iter().position(|&month| month == printed).and_then(month_number)?;
        let day = group(2, 4)?.as_str().parse().ok();
        let year = group(3, 6)?.as_str().parse().ok();
        Some((part.get(0)?.start(), Mention { year, month, day }))
    }));
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, mention)| mention).collect()
}

/// Whether a folded text may hold a date in figures: two of them with a mark between, or eight.
fn has_numbers(folded: &str) -> bool {
    let eight = || folded.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    has_pair(folded, |mark| matches!(mark, b'.' | b'/' | b'-'))
        || eight().any(|run| run.len() >= 8 && run[0].is_ascii_digit())
}

/// Whether two figures stand somewhere with such a mark alone between them.
fn has_pair(folded: &str, mark: impl Fn(u8) -> bool) -> bool {
    let figures = |three: &[u8]| three[0].is_ascii_digit() && three[2].is_ascii_digit();
    folded.as_bytes().windows(3).any(|three| mark(three[1]) && figures(three))
}

/// The longest day that a line starts with, in bytes.
const MAX_DAY: usize = 60;

/// The weekday that a line starts with, 0 for Monday, and the day of the month after it.
pub(crate) fn weekday(line: &str) -> Option<(usize, Option<u8>)> {
    let opens = |c: char| matches!(c, 'd' | 'j' | 'l' | 'm' | 's' | 'v') || !c.is_ascii();
    if !line.starts_with(|c: char| opens(c.to_ascii_lowercase())) {
        return None;
    }
    let folded = fold(prefix(line, MAX_DAY));
    let found = DAY_NAME.captures(&folded)?;
    let name = WEEKDAYS.iter().position(|&name| name == &found[1])?;
    Some((name, found.get(2).and_then(|day| day.as_str().parse().ok())))
}

/// Whether a canonical text is the name of a weekday, with the day of the month or without.
pub(crate) fn is_weekday(text: &str) -> bool {
    let (name, day) = text.split_once(' ').unwrap_or((text, ""));
    WEEKDAYS.contains(&name) && (day.is_empty() || day.parse::<u8>().is_ok())
}

/// Whether a line states a date and nothing else of weight.
pub(crate) fn is_date_line(line: &str) -> bool {
    if !line.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let folded = fold(line);
    if folded_words(&folded).any(is_of_no_date) {
        return false;
    }
    let without = DAYS_OF_MONTH.replace_all(&folded, "");
    let without = NUMERIC.replace_all(&without, "");
    let without = ENGLISH.replace_all(&without, "");
    without.len() < folded.len()
        && without
            .split(|c: char| !c.is_alphanumeric())
            .all(|word| word.len() <= 3 || is_weekday_name(word) || word == "heures")
}

fn is_weekday_name(word: &str) -> bool {
    WEEKDAYS.contains(&word) || ENGLISH_WEEKDAYS.contains(&word)
}

/// Whether a word is long, and in no date: most lines with a figure have one.
fn is_of_no_date(word: &str) -> bool {
    word.len() > 3
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !MONTHS.iter().any(|month| month.starts_with(word))
        && !ENGLISH_MONTHS.contains(&word)
        && !is_weekday_name(word)
        && word != "heures"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_years_that_follow_each_other_are_a_season() {
        assert_eq!(last_season("Séminaires 2018-2019 :"), Some(2018));
        assert_eq!(last_season("Saison 2018/19"), Some(2018));
        assert_eq!(last_season("Le plan 2018-2022"), None);
        assert_eq!(last_season("La saison 2018-2019 commence"), None);
        assert_eq!(last_season("2018-19-03"), None);
    }

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = dates(text, None).iter().map(PartialDate::to_string).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn lists_and_ranges_give_each_day_named() {
        check("— 04 et 05 mars 2025", &["2025-03-04", "2025-03-05"]);
        check("7- 11 juillet 2025", &["2025-07-07", "2025-07-11"]);
        check("les 6, 7 et 8 octobre 2016", &["2016-10-06", "2016-10-07", "2016-10-08"]);
        check("du jeudi 12 au samedi 14 mai 2022", &["2022-05-12", "2022-05-14"]);
        check("le 1er février 2024", &["2024-02-01"]);
        check("Jeudi 16 oct. 2025", &["2025-10-16"]);
        check("9 jan. 2026, 3 juill. 2026", &["2026-01-09", "2026-07-03"]);
        check("June 14, 2011 then 3rd May 2012", &["2011-06-14", "2012-05-03"]);
    }

    #[test]
    fn a_missing_year_is_taken_from_the_next_date() {
        check("du 30 septembre au 2 octobre 2019", &["2019-09-30", "2019-10-02"]);
        check("12 mars, puis le 4 avril", &[]);
    }

    #[test]
    fn months_need_a_year_and_numbers_are_read() {
        check("août 2016", &["2016-08"]);
        check("en mars nous verrons", &[]);
        check("2022-03-11T09:09:51", &["2022-03-11"]);
        check("12/03/2019 et 2020-01-31", &["2019-03-12", "2020-01-31"]);
        check("2019/04/12 puis 2020/01/31", &["2019-04-12", "2020-01-31"]);
        check("exemple.fr/2019/04/12/note, 1234/05/06", &[]);
        check("Réunion 2 - 11.02.20, puis 13/06/23", &["2020-02-11", "2023-06-13"]);
        check("01.02.03.04.05, version 10.11.12.1", &[]);
        check("28-05-2024 23:00, 3.12.2021", &["2024-05-28", "2021-12-03"]);
        check("réunion-20210212", &["2021-02-12"]);
        check("Délibération N° 2018-03-01", &[]);
        check("Vendredi, 3 décembre 2021 1-4pm", &["2021-12-03"]);
    }

    #[test]
    fn days_outside_the_calendar_are_left_out() {
        check("le 31 février 2020", &[]);
    }

    #[test]
    fn weekdays_open_a_day() {
        assert_eq!(weekday("Lundi 7"), Some((0, Some(7))));
        assert_eq!(weekday("Vendredi"), Some((4, None)));
        assert_eq!(weekday("Le mardi 3 juin"), Some((1, Some(3))));
        assert_eq!(weekday("Mardis"), None);
    }

    #[test]
    fn fields_may_abbreviate_months() {
        assert_eq!(of_field("28 jun 2023 16:00 - 19:00")[0].to_string(), "2023-06-28");
    }

    #[test]
    fn a_line_with_a_date_only_is_told_from_prose() {
        assert!(is_date_line("Le vendredi 15 novembre 2019"));
        assert!(is_date_line("— 04 et 05 mars 2025"));
        assert!(is_date_line("Thursday 3 May 2018"));
        assert!(!is_date_line("Thursday 3 May 2018, the gate"));
        assert!(!is_date_line("Le 4 mars 2025, le maire a reçu les habitants"));
    }
}
