//! Dates as French prints them.

use glane_document::PartialDate;

/// How many dates are enumerated before the span is given instead.
const ENUMERATED: usize = 4;

/// The dates of an event in one phrase: `4 et 5 mars 2025`, `7–11 juillet 2025`, `août 2016`.
/// `None` without dates. Dates need not be in order.
pub fn french_dates(dates: &[PartialDate]) -> Option<String> {
    let mut dates = dates.to_vec();
    dates.sort_unstable();
    dates.dedup();
    match dates.as_slice() {
        [] => None,
        [date] => Some(date.french()),
        [first, .., last] if consecutive(&dates) && dates.len() > 2 => Some(span(*first, *last)),
        [first, .., last] if dates.len() > ENUMERATED => {
            Some(format!("{} ({} dates)", span(*first, *last), dates.len()))
        }
        [before @ .., last] => Some(enumerated(before, *last)),
    }
}

fn consecutive(dates: &[PartialDate]) -> bool {
    dates.windows(2).all(|pair| next_day(pair[0]) == Some(pair[1]))
}

fn next_day(date: PartialDate) -> Option<PartialDate> {
    let day = date.day?;
    PartialDate::new(date.year, date.month, Some(day + 1))
        .or_else(|| PartialDate::new(date.year, date.month + 1, Some(1)))
        .or_else(|| PartialDate::new(date.year + 1, 1, Some(1)))
}

/// From `first` to `last`, what they share said once.
fn span(first: PartialDate, last: PartialDate) -> String {
    if first.year != last.year {
        format!("{} – {}", first.french(), last.french())
    } else if first.month != last.month {
        format!("{} – {}", first.french_day_and_month(), last.french())
    } else {
        match first.french_day() {
            Some(day) => format!("{day}–{}", last.french()),
            None => last.french(),
        }
    }
}

/// Each date, with the month and the year only where the next date's differ.
fn enumerated(before: &[PartialDate], last: PartialDate) -> String {
    let mut phrase = String::new();
    let followers = before.iter().skip(1).chain(std::iter::once(&last));
    for (index, (date, next)) in before.iter().zip(followers).enumerate() {
        if index > 0 {
            phrase.push_str(", ");
        }
        phrase.push_str(&shared(*date, *next));
    }
    format!("{phrase} et {}", last.french())
}

/// `date` without what it shares with `next`.
fn shared(date: PartialDate, next: PartialDate) -> String {
    match date.french_day() {
        _ if date.year != next.year => date.french(),
        Some(day) if date.month == next.month => day,
        _ => date.french_day_and_month(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(dates: &[&str], expect: &str) {
        let dates: Vec<PartialDate> = dates.iter().map(|date| date.parse().unwrap()).collect();
        assert_eq!(french_dates(&dates).as_deref(), Some(expect));
    }

    #[test]
    fn a_day_and_a_month_read_as_in_a_letter() {
        check(&["2019-11-15"], "15 novembre 2019");
        check(&["2020-05-01"], "1er mai 2020");
        check(&["2016-08"], "août 2016");
    }

    #[test]
    fn two_days_are_joined_by_et() {
        check(&["2025-03-05", "2025-03-04"], "4 et 5 mars 2025");
        check(&["2025-06-30", "2025-07-01"], "30 juin et 1er juillet 2025");
        check(&["2024-12-19", "2025-01-16"], "19 décembre 2024 et 16 janvier 2025");
    }

    #[test]
    fn consecutive_days_make_a_span() {
        let week = ["2025-07-07", "2025-07-08", "2025-07-09", "2025-07-10", "2025-07-11"];
        check(&week, "7–11 juillet 2025");
        check(&["2025-06-30", "2025-07-01", "2025-07-02"], "30 juin – 2 juillet 2025");
    }

    #[test]
    fn days_apart_are_enumerated() {
        check(&["2025-03-04", "2025-03-06", "2025-04-02"], "4, 6 mars et 2 avril 2025");
    }

    #[test]
    fn many_days_apart_give_the_span_and_their_number() {
        let days = ["2022-10-06", "2022-11-10", "2022-12-08", "2023-01-12", "2023-02-09"];
        check(&days, "6 octobre 2022 – 9 février 2023 (5 dates)");
    }

    #[test]
    fn no_dates_make_no_phrase() {
        assert_eq!(french_dates(&[]), None);
    }
}
