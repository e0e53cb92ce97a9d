//! Dates and times as far as a source states them.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, or a month when the source gives no day. Written `2019-11-15` or `2016-08` (ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, 1000 to 9999.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to the month's length; `None` when not stated.
    pub day: Option<u8>,
}

impl PartialDate {
    /// A valid date, or `None`.
    pub fn new(year: i16, month: u8, day: Option<u8>) -> Option<PartialDate> {
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let valid =
            (1000..=9999).contains(&year) && day.is_none_or(|day| (1..=length).contains(&day));
        valid.then_some(PartialDate { year, month, day })
    }

    /// The day of the month as French writes it: `1er`, `2`; `None` when not stated.
    pub fn french_day(self) -> Option<String> {
        self.day.map(|day| if day == 1 { "1er".to_owned() } else { day.to_string() })
    }

    /// Without the year, as French writes it: `1er mai`, `août`.
    pub fn french_day_and_month(self) -> String {
        let month = MONTHS[usize::from(self.month.saturating_sub(1)) % MONTHS.len()];
        self.french_day().map_or_else(|| month.to_owned(), |day| format!("{day} {month}"))
    }

    /// As French writes it: `15 novembre 2019`, `août 2016`.
    pub fn french(self) -> String {
        format!("{} {}", self.french_day_and_month(), self.year)
    }
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<PartialDate, ParseDateError> {
        let error = || ParseDateError(text.to_owned());
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| part.parse().ok()).ok_or_else(error)?;
        let month = parts.next().and_then(|part| part.parse().ok()).ok_or_else(error)?;
        let day = parts.next().map(|part| part.parse().map_err(|_| error())).transpose()?;
        if parts.next().is_some() {
            return Err(error());
        }
        PartialDate::new(year, month, day).ok_or_else(error)
    }
}

/// Not a date of the form `YYYY-MM-DD` or `YYYY-MM`, or not a day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDateError(String);

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "« {} » n'est pas une date de la forme AAAA-MM-JJ ou AAAA-MM", self.0)
    }
}

impl std::error::Error for ParseDateError {}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PartialDate, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A time of day, written `09:15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeOfDay {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl TimeOfDay {
    /// A valid time, or `None`.
    pub fn new(hour: u8, minute: u8) -> Option<TimeOfDay> {
        (hour < 24 && minute < 60).then_some(TimeOfDay { hour, minute })
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for TimeOfDay {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<TimeOfDay, ParseDateError> {
        let (hour, minute) = text.split_once(':').ok_or_else(|| ParseDateError(text.to_owned()))?;
        match (hour.parse(), minute.parse()) {
            (Ok(hour), Ok(minute)) => TimeOfDay::new(hour, minute),
            _ => None,
        }
        .ok_or_else(|| ParseDateError(text.to_owned()))
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TimeOfDay, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_print_as_they_are_parsed() {
        for text in ["2019-11-15", "2016-08", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn days_outside_the_calendar_are_refused() {
        for text in ["2023-02-29", "2023-13", "2023-04-31", "2023", "2023-04-01-02", "hier"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn french_makes_an_ordinal_of_the_first_only() {
        let french = |text: &str| text.parse::<PartialDate>().unwrap().french();
        assert_eq!(french("2020-05-01"), "1er mai 2020");
        assert_eq!(french("2020-05-02"), "2 mai 2020");
        assert_eq!(french("2016-08"), "août 2016");
    }

    #[test]
    fn times_print_as_they_are_parsed() {
        assert_eq!("09:05".parse::<TimeOfDay>().unwrap().to_string(), "09:05");
        assert!("24:00".parse::<TimeOfDay>().is_err());
    }
}
