//! The years that `--year` takes.

use std::ops::RangeInclusive;

/// The years that the calendar of the corpus can hold.
const ALL: RangeInclusive<i16> = 1000..=9999;

/// Parses `2019`, `2015..2019`, `2015..` or `..2019`; both ends are included.
///
/// # Errors
///
/// A French sentence, when the text is neither.
pub(crate) fn parse(text: &str) -> Result<RangeInclusive<i16>, String> {
    if text.is_empty() || text == ".." {
        return Err(expected());
    }
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let years = year(first, *ALL.start())?..=year(last, *ALL.end())?;
    if years.is_empty() {
        return Err(format!("{first} vient après {last}"));
    }
    Ok(years)
}

fn year(text: &str, absent: i16) -> Result<i16, String> {
    match text.trim() {
        "" => Ok(absent),
        digits => digits.parse().ok().filter(|year| ALL.contains(year)).ok_or_else(expected),
    }
}

fn expected() -> String {
    "attendu une année ou un intervalle : 2019, 2015..2019, 2015.., ..2019".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_and_its_ranges_are_read() {
        assert_eq!(parse("2019"), Ok(2019..=2019));
        assert_eq!(parse("2015..2019"), Ok(2015..=2019));
        assert_eq!(parse("2015.."), Ok(2015..=9999));
        assert_eq!(parse("..2019"), Ok(1000..=2019));
    }

    #[test]
    fn what_is_not_a_year_is_refused() {
        for text in ["", "..", "hier", "19", "2019..2015", "2015-2019"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
