//! Days as a French reference gives them.

use glane_document::PartialDate;

/// The days of an event in one phrase: `4-5 mars 2025`, `30 mai-1er juin 2024`, `août 2016`;
/// `None` without a date. Days apart from each other are given as a span, as references do.
pub(crate) fn phrase(dates: &[PartialDate]) -> Option<String> {
    let (first, last) = (dates.iter().min()?, dates.iter().max()?);
    let end = last.french();
    if first == last {
        return Some(end);
    }
    let same_month = (first.year, first.month) == (last.year, last.month);
    Some(match (first.year == last.year, same_month, first.french_day()) {
        (true, true, Some(day)) => format!("{day}-{end}"),
        (true, true, None) => end,
        (true, false, _) => format!("{}-{end}", first.french_day_and_month()),
        (false, _, _) => format!("{}-{end}", first.french()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(dates: &[&str], expect: Option<&str>) {
        let dates: Vec<PartialDate> = dates.iter().map(|date| date.parse().unwrap()).collect();
        assert_eq!(phrase(&dates).as_deref(), expect);
    }

    #[test]
    fn a_lone_date_says_what_is_known() {
        check(&[], None);
        check(&["2016-08"], Some("août 2016"));
        check(&["2024-06-01"], Some("1er juin 2024"));
    }

    #[test]
    fn a_span_names_month_and_year_once_where_they_are_shared() {
        check(&["2025-03-04", "2025-03-05"], Some("4-5 mars 2025"));
        check(&["2024-05-30", "2024-05-31", "2024-06-01"], Some("30 mai-1er juin 2024"));
        check(&["2023-12-31", "2024-01-01"], Some("31 décembre 2023-1er janvier 2024"));
    }
}
