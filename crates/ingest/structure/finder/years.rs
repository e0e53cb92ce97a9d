//! The years of lines that open with a date and state none.

use crate::line::Line;
use crate::structure::date;

/// How many months back tell the next year: January follows December.
const NEW_YEAR: u8 = 6;

/// For each line that opens with a date without a year, the year that the dates above give it.
#[derive(Debug, Default)]
pub(crate) struct Years {
    /// By line, in order.
    found: Vec<(usize, i16)>,
    /// The year of dates with none above.
    first: Option<i16>,
}

/// The first month of a season, which goes on into the next year: « Séminaire 2018-2019 ».
const SEASON: u8 = 8;

/// The longest line that tells a season, in bytes.
const MAX_SEASON: usize = 120;

impl Years {
    /// Reads the dates that open lines, the headings that are a year, and the lines that end with the
    /// two years of a season.
    pub(crate) fn new(lines: &[Line], first: Option<i16>) -> Years {
        let mut years = Years { found: Vec::new(), first };
        let mut last: Option<(i16, u8)> = None;
        let mut season: Option<i16> = None;
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.plain.len() < 300) {
            if line.level.is_some()
                && let Some(year) = lone_year(&line.plain)
            {
                last = Some((year, 0));
            } else if let Some((day, _)) = date::leading(line.words(), None) {
                last = Some((day.year, day.month));
            } else if let Some((year, before)) = last
                && let Some((day, _)) = date::leading(line.words(), Some(year))
            {
                let year = if before >= day.month + NEW_YEAR { year + 1 } else { year };
                years.found.push((at, year));
                last = Some((year, day.month));
            } else if let Some(year) = season
                && let Some((day, _)) = date::leading(line.words(), Some(year))
            {
                years.found.push((at, if day.month < SEASON { year + 1 } else { year }));
            } else if !line.item
                && line.plain.len() <= MAX_SEASON
                && let Some(year) = date::last_season(&line.plain)
            {
                season = Some(year);
            }
        }
        years
    }

    /// The year of a date that a line states without one.
    pub(crate) fn of(&self, at: usize) -> Option<i16> {
        let known = self.found.binary_search_by_key(&at, |(line, _)| *line).ok();
        known.map(|known| self.found[known].1).or(self.first)
    }
}

fn lone_year(text: &str) -> Option<i16> {
    let year = text.trim();
    let plausible = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    plausible.then(|| year.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[Option<i16>]) {
        let lines = lines(text);
        let years = Years::new(&lines, Some(2000));
        let full = (0..lines.len()).filter(|&at| !lines[at].is_blank());
        assert_eq!(full.map(|at| years.of(at)).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_year_goes_on_until_its_months_start_again() {
        check(
            "3 octobre : A\n9 octobre 2025 : B\n6 novembre : C\n12 février : D\n26 février : E\n",
            &[Some(2000), Some(2000), Some(2025), Some(2026), Some(2026)],
        );
    }

    #[test]
    fn a_season_goes_on_into_the_next_year() {
        let days = "3 octobre : A\n12 février : B\n6 novembre : C\n";
        check(days, &[Some(2000); 3]);
        let year = Some(2000);
        check(
            &format!("Séminaires 2018-2019 :\n{days}"),
            &[year, Some(2018), Some(2019), Some(2018)],
        );
        check(
            "# Saison 2018/2019\n12 février : B\n# Saison 2017/2018\n12 février : B\n",
            &[year, Some(2019), year, Some(2018)],
        );
        check("En 2018-2019, on a lu.\n12 février : B\n", &[year, year]);
        let stated = "Séminaires 2018-2019\n3 octobre 2020 : A\n12 février : B\n";
        check(stated, &[year, year, Some(2021)]);
    }

    #[test]
    fn a_heading_may_be_a_year() {
        check(
            "# 2022\n11 mars : A\n25 février : B\n# 2021\n10 décembre : C\n",
            &[Some(2000), Some(2022), Some(2022), Some(2000), Some(2021)],
        );
    }
}
