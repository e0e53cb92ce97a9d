//! Dates in French spellings: `7-11 juillet 2025`, `4 et 5 mars`, `août 2016`, `12/03/2019`.

use std::sync::LazyLock;

use glane_document::PartialDate;
use regex::Regex;

use crate::pattern;
use crate::words::fold;

const MONTHS: [&str; 12] = [
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

const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

static DAYS_OF_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    let weekday = format!("(?:(?:{}),? +)?", WEEKDAYS.join("|"));
    let day = r"\d{1,2}(?:er)?";
    pattern(&format!(
        r"\b(?:({day}(?: *(?:,|et|-|au|a|/|&) *(?:le )?{weekday}{day})*) +)?\b({months})\b(?:,? +(\d{{4}}))?\b"
    ))
});
static NUMERIC: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d{1,2}"));
static DAY_NAME: LazyLock<Regex> = LazyLock::new(|| {
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

fn mentions(folded: &str) -> Vec<Mention> {
    let mut found: Vec<(usize, Mention)> = Vec::new();
    for part in DAYS_OF_MONTH.captures_iter(folded) {
        let month = MONTHS.iter().position(|&month| month == &part[2]).unwrap_or_default() + 1;
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
    found.extend(NUMERIC.captures_iter(folded).filter_map(|part| {
        let group = |at: usize| part.get(at).and_then(|group| group.as_str().parse::<i16>().ok());
        let (year, month, day) = match group(3) {
            Some(year) => (year, group(2)?, group(1)?),
            None => (group(4)?, group(5)?, group(6)?),
        };
        let mention = Mention {
            year: Some(year),
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok(),
        };
        Some((part.get(0)?.start(), mention))
    }));
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, mention)| mention).collect()
}

/// The weekday that a line starts with, 0 for Monday, and the day of the month after it.
pub(crate) fn weekday(line: &str) -> Option<(usize, Option<u8>)> {
    let folded = fold(line);
    let found = DAY_NAME.captures(&folded)?;
    let name = WEEKDAYS.iter().position(|&name| name == &found[1])?;
    Some((name, found.get(2).and_then(|day| day.as_str().parse().ok())))
}

/// Whether a line states a date and nothing else of weight.
pub(crate) fn is_date_line(line: &str) -> bool {
    let folded = fold(line);
    let without = DAYS_OF_MONTH.replace_all(&folded, "");
    let without = NUMERIC.replace_all(&without, "");
    without.len() < folded.len()
        && without
            .split(|c: char| !c.is_alphanumeric())
            .all(|word| word.len() <= 3 || WEEKDAYS.contains(&word) || word == "heures")
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check("12/03/2019 et 2020-01-31", &["2019-03-12", "2020-01-31"]);
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
    fn a_line_with_a_date_only_is_told_from_prose() {
        assert!(is_date_line("Le vendredi 15 novembre 2019"));
        assert!(is_date_line("— 04 et 05 mars 2025"));
        assert!(!is_date_line("Le 4 mars 2025, le maire a reçu les habitants"));
    }
}
