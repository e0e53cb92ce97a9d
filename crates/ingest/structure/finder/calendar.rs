//! Sessions of a calendar that tells the day and who speaks, no title: `- 3 mai 2018 : Zoé Lanteri
//! (Ville d'Orn)`, `- Date à préciser : Luc Perrot`.

use std::sync::LazyLock;

use glane_document::{Function, SectionKind};

use super::Finder;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::heading::{Heading, depth, untitled};
use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, date, speaker};

/// How many such items make a calendar.
const MANY: usize = 3;

/// The longest item, in bytes.
const MAX_ITEM: usize = 160;

impl Finder<'_> {
    /// An item of a calendar of people: who speaks is all that its title says.
    pub(super) fn by_calendar(&self, at: usize) -> Option<Heading> {
        self.calendar.binary_search(&at).ok()?;
        let line = &self.lines[at];
        let named = after_day(line)?;
        let day = date::leading(line.words(), self.years.of(at)).map(|(day, _)| day);
        let people = speaker::people(named, Trust::Announced, Function::Speaker);
        let heading = untitled(named, depth::SLOT);
        let printed = line.plain.to_string();
        let kind = SectionKind::Session;
        Some(Heading { lines: at..at + 1, kind, date: day, people, printed, ..heading })
    }
}

/// The items of a text that are a day and a person, in order, where there are several, most of whom
/// a first name that is known or a role in brackets tells: `14 juillet : Grand Bal` names nobody.
pub(super) fn calendar(lines: &[Line<'_>]) -> Vec<usize> {
    let items = (0..lines.len()).filter_map(|at| Some((at, is_sure(after_day(&lines[at])?)?)));
    let found: Vec<(usize, bool)> = items.collect();
    let sure = found.iter().filter(|(_, sure)| *sure).count();
    if sure < MANY || sure * 2 <= found.len() {
        return Vec::new();
    }
    found.into_iter().map(|(at, _)| at).collect()
}

/// What stands after the day of an item, or after words that say it is not known yet.
fn after_day<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    static LATER: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:date|jour) (?:a (?:definir|preciser|venir|fixer|confirmer|determiner)|inconnue?) ?[:–-] *",
        )
    });
    if !line.item || line.plain.len() > MAX_ITEM {
        return None;
    }
    let words = line.words();
    let day = date::leading(words, Some(date::ANY_YEAR)).map(|(_, rest)| rest);
    day.or_else(|| LATER.after(words)).map(|rest| rest.trim_start_matches(['–', '—', ' ']))
}

/// Whether what tells a person is sure; `None` where it is more than a name and its brackets.
fn is_sure(text: &str) -> Option<bool> {
    let name = name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty())?;
    let after = text[name.len..].trim();
    let inside = after.strip_prefix('(').and_then(|after| after.strip_suffix(')'));
    let whole = after.is_empty() || inside.is_some_and(|inside| !inside.contains(['(', ')']));
    let role = || inside.is_some_and(cue::names_role);
    whole.then(|| name.form <= Form::Known || role())
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let document = structure("programme", "programme.md", text);
        let sections = document.sections.iter().filter(|section| section.title.is_some());
        let shown = sections.map(|section| {
            let people: Vec<&str> = section.speakers.iter().map(|one| one.name.as_str()).collect();
            let date = section.date.map(|date| date.to_string()).unwrap_or_default();
            format!("{date} {}", people.join(", "))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn days_and_people_are_sessions() {
        let days = "- 03/05/2018 : Zoé Lanteri (juriste, Orn)\n\n- 7 juin 2018 : Ysoria Belkant (doctorante, Orn)\n\n- 05/07/2018 – Luc Perrot\n";
        let found =
            ["2018-05-03 Zoé Lanteri", "2018-06-07 Ysoria Belkant", "2018-07-05 Luc Perrot"];
        check(&format!("Le calendrier :\n\n{days}"), &found);
        let later = "\n- Date à préciser : Ève Tarn (maire)\n";
        check(&format!("Le calendrier :\n\n{days}{later}"), &[&found[..], &[" Ève Tarn"]].concat());
    }

    #[test]
    fn days_of_feasts_name_nobody() {
        check(
            "- 3 mai 2018 : Grand Bal (place verte)\n- 7 juin 2018 : Petit Loto\n- 5 juillet 2018 : Fête Verte\n",
            &[],
        );
        check("- 3 mai 2018 : Zoé Lanteri\n- 7 juin 2018 : Luc Perrot\n", &[]);
    }
}
