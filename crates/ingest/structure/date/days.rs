//! Several days at the start of a line: `Lundi 3 et mardi 4 mai 2021 : …`, `Du 30 avril au 2 mai : …`.

use std::sync::LazyLock;

use glane_document::PartialDate;

use super::{MONTHS, WEEKDAYS, dates};
use crate::pattern::{Pattern, folded_pattern as pattern};
use crate::words::Folded;

/// The days that a line starts with, two at least, and the rest of it, without the marks between.
///
/// Days without a year take `year`.
pub(crate) fn leading_days(
    line: Folded<'_>,
    year: Option<i16>,
) -> Option<(Vec<PartialDate>, &str)> {
    static DAYS: LazyLock<Pattern> = LazyLock::new(|| {
        let weekday = format!("(?:(?:{})\\.?,? +)?", WEEKDAYS.join("|"));
        let day = format!(r"{weekday}\d{{1,2}}(?:er)?");
        let joint = r" *(?:,|et|au|&|-|/|puis) *(?:le +)?";
        let of_month =
            format!(r"{day}(?:{joint}{day})* +(?:{})\b(?:,? +\d{{4}}\b)?", MONTHS.join("|"));
        pattern(&format!(r"^(?:du +|les +|le +)?{of_month}(?:{joint}{of_month})*[ ,:|.(-]*"))
    });
    const OPENINGS: [&str; 3] = ["du ", "le ", "les "];
    let first = OPENINGS.iter().find_map(|opening| line.folded.strip_prefix(opening));
    let first = first.unwrap_or(line.folded);
    let opens = first.starts_with(|c: char| c.is_ascii_digit())
        || WEEKDAYS.iter().any(|weekday| first.starts_with(weekday));
    let found = if opens { DAYS.find(line.folded)? } else { return None };
    let days = dates(found.as_str(), year);
    (days.len() > 1).then(|| (days, line.after(found.end())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[track_caller]
    fn check(line: &str, expect: Option<(&[&str], &str)>) {
        let line = Text::new(line.to_owned());
        let found = leading_days(line.both(), Some(2020)).map(|(days, rest)| {
            (days.iter().map(ToString::to_string).collect::<Vec<_>>(), rest.to_owned())
        });
        let expect = expect.map(|(days, rest)| {
            (days.iter().map(ToString::to_string).collect::<Vec<_>>(), rest.to_owned())
        });
        assert_eq!(found, expect);
    }

    #[test]
    fn a_line_may_open_with_several_days() {
        check(
            "Lundi 3 mai 2021 et mardi 8 juin 2021 : Se loger",
            Some((&["2021-05-03", "2021-06-08"], "Se loger")),
        );
        check("Du 30 avril au 2 mai 2021 : Foire", Some((&["2021-04-30", "2021-05-02"], "Foire")));
        check("3 et 4 mai, Foire", Some((&["2020-05-03", "2020-05-04"], "Foire")));
        check("Lundi 3 mai 2021 : Se loger", None);
        check("Du pain au chocolat", None);
    }
}
