//! Lines that open with a date: `Mardi 3 juin 2014 – Bilan`, `Jeudi 2.01`.

use std::sync::LazyLock;

use glane_document::PartialDate;

use super::{MONTHS, WEEKDAYS, month_number};
use crate::pattern::{Pattern, folded_pattern as pattern};
use crate::words::Folded;

static LEADING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:le +)?(?:(?:{})\.?,? +(?:le +)?)?(?:(\d{{1,2}})(?:er)? +({})(?:,? +(\d{{4}}))?|(\d{{1,2}})[/.](\d{{1,2}})(?:[/.](\d{{4}}))?|(\d{{4}})[-/](\d{{2}})[-/](\d{{2}}))\b[ ,:|.(-]*",
        WEEKDAYS.join("|"),
        MONTHS.join("|")
    ))
});

/// The date at the start of a line and the rest of the line, without the marks between.
///
/// A date without a year takes `year`.
pub(crate) fn leading(line: Folded<'_>, year: Option<i16>) -> Option<(PartialDate, &str)> {
    let opens = |folded: &str| {
        folded.starts_with(|c: char| c.is_ascii_digit())
            || WEEKDAYS.iter().any(|day| folded.starts_with(day))
    };
    let folded = line.folded.strip_prefix("le ").unwrap_or(line.folded);
    if !opens(folded.trim_start()) {
        return None;
    }
    let found = LEADING.captures(line.folded)?;
    // « 2.1 Recettes » numbers a part, « Jeudi 2.1 » names a day.
    let dotted = found.get(4).is_some_and(|day| line.folded[day.end()..].starts_with('.'));
    if dotted && found.get(6).is_none() {
        let day = WEEKDAYS.iter().any(|day| folded.starts_with(day));
        let goes_on = line.folded[found[0].len()..].starts_with(|c: char| c.is_ascii_digit());
        if !day || goes_on {
            return None;
        }
    }
    let number = |at: usize| found.get(at).and_then(|group| group.as_str().parse::<i16>().ok());
    let small = |at: usize| number(at).and_then(|number| u8::try_from(number).ok());
    let month = match found.get(2) {
        Some(name) => {
            MONTHS.iter().position(|&month| month == name.as_str()).and_then(month_number)
        }
        None => small(5).or(small(8)),
    };
    let year = number(3).or(number(6)).or(number(7)).or(year)?;
    let date = PartialDate::new(year, month?, small(1).or(small(4)).or(small(9)))?;
    Some((date, line.after(found[0].len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[test]
    fn a_line_may_open_with_a_date() {
        let found = |line: &str| {
            let line = Text::new(line.to_owned());
            leading(line.both(), Some(2020)).map(|(date, rest)| (date.to_string(), rest.to_owned()))
        };
        assert_eq!(
            found("vendredi 25/09 à 10h"),
            Some(("2020-09-25".to_owned(), "à 10h".to_owned()))
        );
        assert_eq!(
            found("Le mardi 3 juin 2014 – Bilan"),
            Some(("2014-06-03".to_owned(), "Bilan".to_owned()))
        );
        assert_eq!(
            found("2020-11-13 (14h-16h). Habiter"),
            Some(("2020-11-13".to_owned(), "14h-16h). Habiter".to_owned()))
        );
        assert_eq!(found("25 agents ont répondu"), None);
        assert_eq!(
            found("Jeudi 2.01 – Bilan"),
            Some(("2020-01-02".to_owned(), "Bilan".to_owned()))
        );
        assert_eq!(found("Jeudi 2.01.21 – Bilan"), None);
        assert_eq!(found("2.1 Recettes"), None);
    }
}
