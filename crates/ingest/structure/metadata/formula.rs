//! The formula in full letters that opens the minutes of assemblies: `L'an deux mille vingt-trois, le
//! trois mai, à dix-huit heures trente, le conseil …`.

use std::sync::LazyLock;

use glane_document::{Document, PartialDate, TimeOfDay};

use crate::pattern::{Pattern, folded_pattern};
use crate::structure::date::{MONTHS, WEEKDAYS};
use crate::words::fold;

/// What the formula says of when the assembly met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Formula {
    date: PartialDate,
    /// `None` where the hour is not stated.
    start: Option<TimeOfDay>,
}

/// Adds to a document when an assembly met, if its opening says so in full letters.
pub(super) fn add(document: &mut Document, opening: &str) {
    let Some(Formula { date, start }) = formula(&fold(opening)) else { return };
    if !document.dates.contains(&date) {
        document.dates.push(date);
        document.dates.sort_unstable();
    }
    if let Some(start) = start.filter(|start| document.slots.iter().all(|own| own.0 != *start)) {
        document.slots = vec![(start, None)];
    }
}

/// The formula in a folded text.
fn formula(folded: &str) -> Option<Formula> {
    static FORMULA: LazyLock<Pattern> = LazyLock::new(|| {
        let (weekdays, months) = (WEEKDAYS.join("|"), MONTHS.join("|"));
        folded_pattern(&format!(
            r"\bl'an deux[ -]mill?e?s?[ -]([a-z -]{{2,24}}?) ?,? (?:et )?le (?:(?:{weekdays}),? (?:le )?)?([a-z -]{{2,14}}|\d{{1,2}}(?:er)?) (?:du mois (?:de |d'))?({months})\b(?:[^.]{{0,80}}?\ba (?:([0-9]{{1,2}}) ?h(?:eures?)? ?([0-5][0-9])?\b|([a-z -]{{2,16}}?) heures?(?: (et demie|et quart|trente|quinze|quarante[ -]cinq)\b)?))?"
        ))
    });
    // The first word is quick to look for.
    let at = memchr::memmem::find(folded.as_bytes(), b"l'an deux")?;
    let found = FORMULA.captures(&folded[at..])?;
    let month = MONTHS.iter().position(|month| *month == &found[3])?;
    let year = 2000 + i16::from(number(&found[1])?);
    let month = u8::try_from(month + 1).ok()?;
    let date = PartialDate::new(year, month, Some(number(&found[2])?))?;
    let hour = found.get(4).or_else(|| found.get(6)).and_then(|hour| number(hour.as_str()));
    let minutes = found.get(5).or_else(|| found.get(7));
    let minutes = minutes.map_or(Some(0), |minutes| match minutes.as_str() {
        "et demie" => Some(30),
        "et quart" => Some(15),
        minutes => number(minutes),
    });
    let start = hour.zip(minutes).and_then(|(hour, minutes)| TimeOfDay::new(hour, minutes));
    Some(Formula { date, start })
}

/// A number in figures or in letters, up to 59: `vingt-et-un`, `premier`, `1er`.
fn number(words: &str) -> Option<u8> {
    if words.starts_with(|c: char| c.is_ascii_digit()) {
        return words.trim_end_matches("er").parse().ok();
    }
    const UNITS: [&str; 17] = [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize",
    ];
    const TENS: [(&str, u8); 4] =
        [("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50)];
    let unit = |word: &str| UNITS.iter().zip(0_u8..).find(|(unit, _)| **unit == word);
    let round = |word: &str| TENS.iter().find(|(tens, _)| *tens == word).map(|(_, value)| *value);
    let value = |word: &str| match word {
        "premier" | "une" => Some(1),
        _ => unit(word).map(|(_, value)| value).or_else(|| round(word)),
    };
    let mut sum: Option<u8> = None;
    for word in words.split([' ', '-']).filter(|word| !matches!(*word, "" | "et")) {
        sum = match (sum, value(word)?) {
            (None, value) => Some(value),
            // « dix-huit », « vingt-et-un »: a smaller unit follows what is round.
            (Some(sum), value) if sum % 10 == 0 && value < 10 => Some(sum + value),
            _ => return None,
        };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, Option<&str>)>) {
        let found = formula(&fold(text));
        let found =
            found.map(|found| (found.date.to_string(), found.start.map(|start| start.to_string())));
        let found = found.as_ref().map(|(date, slot)| (date.as_str(), slot.as_deref()));
        assert_eq!(found, expect);
    }

    #[test]
    fn assemblies_meet_on_a_day_in_full_letters() {
        check(
            "L'an deux mille vingt-trois, le vingt-cinq janvier à 18h30 heures, le conseil",
            Some(("2023-01-25", Some("18:30"))),
        );
        check(
            "L’AN DEUX MILLE DIX-NEUF ET LE MARDI PREMIER DU MOIS D’OCTOBRE À DIX-HUIT HEURES TRENTE",
            Some(("2019-10-01", Some("18:30"))),
        );
        check("L'an deux mil vingt et un, le 3 mai, le conseil", Some(("2021-05-03", None)));
        check(
            "L'an deux mille seize, le trente-et-un mai à vingt heures et demie, s'est réuni",
            Some(("2016-05-31", Some("20:30"))),
        );
    }

    #[test]
    fn other_years_are_no_formula() {
        check("En l'an deux mille, la mairie a brûlé.", None);
        check("L'an deux mille vingt-trois a été sec, et mai aussi.", None);
    }
}
