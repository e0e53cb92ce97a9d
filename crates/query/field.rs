//! What a section or its document must be: `intervenant:Lanteri`, `année:2015..2019`.

use std::fmt;
use std::ops::RangeInclusive;

use glane_document::PartialDate;

use crate::names::fold;
use crate::{kind, zone};

/// What is asked of a section or of its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// What of it.
    pub field: Field,
    /// The value, as typed but for the white space.
    pub value: String,
}

/// What a query may restrict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Someone who speaks or moderates.
    Speaker,
    /// A workshop, by its number or by words of its title.
    Workshop,
    /// A declared keyword.
    Keyword,
    /// Words of the theme's heading.
    Theme,
    /// Words of the section's heading.
    Title,
    /// A kind of section.
    Kind,
    /// A zone of the text: notes, a bibliography, captions, tables.
    Zone,
    /// A document, by path, file name or stem.
    Document,
    /// The event, or words of its name.
    Event,
    /// Words of the event's place.
    Place,
    /// A language.
    Language,
    /// A year, or an interval of years.
    Year,
    /// What is dated before a day, a month or a year.
    Before,
    /// What is dated after a day, a month or a year.
    After,
}

/// Each field, its French name first, then the others that are understood, folded.
const NAMES: [(Field, &[&str]); 14] = [
    (Field::Speaker, &["intervenant", "intervenante", "intervenants", "orateur", "speaker"]),
    (Field::Workshop, &["atelier", "ateliers", "workshop"]),
    (Field::Keyword, &["motclé", "motcle", "mot-cle", "motscles", "mots-cles", "keyword"]),
    (Field::Theme, &["thème", "theme"]),
    (Field::Title, &["titre", "title"]),
    (Field::Kind, &["type", "sorte", "kind"]),
    (Field::Zone, &["zone", "zones"]),
    (Field::Document, &["document", "fichier", "file"]),
    (Field::Event, &["événement", "evenement", "event"]),
    (Field::Place, &["lieu", "place"]),
    (Field::Language, &["langue", "language"]),
    (Field::Year, &["année", "annee", "an", "year"]),
    (Field::Before, &["avant", "before"]),
    (Field::After, &["après", "apres", "after"]),
];

impl Field {
    /// The field that a reader names.
    pub(crate) fn named(name: &str) -> Option<Field> {
        let folded = fold(name);
        let known = NAMES.iter().find(|(_, names)| names.contains(&folded.as_str()));
        known.map(|(field, _)| *field)
    }

    /// Its French name.
    pub(crate) fn name(self) -> &'static str {
        let own = NAMES.iter().find(|(field, _)| *field == self);
        own.map_or("", |(_, names)| names[0])
    }
}

impl Restriction {
    /// What a reader asks of a field; `None` where the value says nothing of it.
    pub(crate) fn new(field: Field, value: &str) -> Option<Restriction> {
        let means = match field {
            Field::Year => years(value).is_some(),
            Field::Before | Field::After => period(value).is_some(),
            Field::Kind => kind::parse(value).is_ok(),
            Field::Zone => zone::parse(value).is_ok(),
            _ => value.chars().any(char::is_alphanumeric),
        };
        means.then(|| Restriction { field, value: value.to_owned() })
    }
}

impl fmt::Display for Restriction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Restriction { field, value } = self;
        let bare = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '/' | '\'');
        if value.starts_with(char::is_alphanumeric) && value.chars().all(bare)
            || *field == Field::Year
        {
            write!(f, "{}:{value}", field.name())
        } else {
            write!(f, "{}:« {value} »", field.name())
        }
    }
}

/// The first and last year of `2019`, `2015..2019`, `2015..`, `..2019`.
pub(crate) fn years(value: &str) -> Option<(i16, i16)> {
    let year = |text: &str| text.parse::<i16>().ok().filter(|year| (1..=9999).contains(year));
    match value.split_once("..") {
        None => year(value).map(|year| (year, year)),
        Some((from, to)) => {
            let bound = |text: &str, open| if text.is_empty() { Some(open) } else { year(text) };
            let bounded = !(from.is_empty() && to.is_empty());
            let (from, to) = (bound(from, 1)?, bound(to, 9999)?);
            (bounded && from <= to).then_some((from, to))
        }
    }
}

/// The days of `2019`, `2019-03`, `2019-03-12`, `03/2019`, `12/03/2019`, as `YYYYMMDD`: a day or
/// month that is not stated is 0 at the start and 99 at the end.
pub(crate) fn period(value: &str) -> Option<RangeInclusive<i64>> {
    let parts: Vec<&str> = value.split(['-', '/', '.']).collect();
    let small = |text: &str| (text.len() <= 2).then(|| text.parse::<u8>().ok()).flatten();
    let year = |text: &str| (text.len() == 4).then(|| text.parse::<i16>().ok()).flatten();
    let (year, month, day) = match parts[..] {
        [only] => (year(only)?, None, None),
        [first, second] => match year(first) {
            Some(year) => (year, Some(small(second)?), None),
            None => (year(second)?, Some(small(first)?), None),
        },
        [first, second, third] => match year(first) {
            Some(year) => (year, Some(small(second)?), Some(small(third)?)),
            None => (year(third)?, Some(small(second)?), Some(small(first)?)),
        },
        _ => return None,
    };
    PartialDate::new(year, month.unwrap_or(1), day)?;
    let bound = |open: u8| {
        let [month, day] = [month, day].map(|part| i64::from(part.unwrap_or(open)));
        i64::from(year) * 10_000 + month * 100 + day
    };
    Some(bound(0)..=bound(99))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_in_both_languages() {
        for (name, field) in [
            ("intervenant", Field::Speaker),
            ("Année", Field::Year),
            ("kind", Field::Kind),
            ("Zone", Field::Zone),
        ] {
            assert_eq!(Field::named(name), Some(field), "{name}");
        }
        assert_eq!(Field::named("note"), None);
    }

    #[test]
    fn years_are_a_year_or_an_interval() {
        assert_eq!(years("2019"), Some((2019, 2019)));
        assert_eq!(years("2015.."), Some((2015, 9999)));
        assert_eq!(years("..2019"), Some((1, 2019)));
        for text in ["..", "2019..2015", "deux mille"] {
            assert_eq!(years(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_spans_what_is_not_stated() {
        assert_eq!(period("2019"), Some(20_190_000..=20_199_999));
        assert_eq!(period("03/2019"), Some(20_190_300..=20_190_399));
        assert_eq!(period("2019-03-12"), Some(20_190_312..=20_190_312));
        assert_eq!(period("12/03/2019"), Some(20_190_312..=20_190_312));
        for text in ["2019-13", "31/02/2019", "mars", "12/3"] {
            assert_eq!(period(text), None, "{text}");
        }
    }
}
