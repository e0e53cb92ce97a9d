//! Sessions written as records of labelled lines: `Date : 3 mai 2004` or `Horaire : 9h - 10h`, then
//! `Thème : Habiter`.

use std::collections::HashSet;
use std::sync::LazyLock;

use glane_document::PartialDate;

use super::Finder;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::time::Slot;
use crate::structure::{date, time};

/// How many records make a text a list of them.
const MANY_RECORDS: usize = 3;

/// How many lines may stand between the day of a session and its title, and how many wrap it.
const NEAR: usize = 3;

/// The longest line of a record, in bytes.
const MAX_LINE: usize = 200;

/// A session: the lines from its day to its title.
#[derive(Debug)]
pub(super) struct Record {
    start: usize,
    end: usize,
    title: String,
    day: Option<PartialDate>,
    slot: Option<Slot>,
}

impl Finder<'_> {
    /// A session of a list of records, from the line that gives its day to its title.
    pub(super) fn by_record(&self, at: usize) -> Option<Heading> {
        let found = self.records.binary_search_by_key(&at, |record| record.start).ok()?;
        let record = &self.records[found];
        let heading = untitled(&record.title, depth::SLOT);
        Some(Heading {
            lines: at..record.end,
            kind: or_session(heading.kind),
            date: record.day.or(self.day),
            start: record.slot.map(|slot| slot.start),
            end: record.slot.and_then(|slot| slot.end),
            ..heading
        })
    }
}

/// The records of a text that has several, by line.
pub(super) fn records(lines: &[Line<'_>]) -> Vec<Record> {
    let records: Vec<Record> = (0..lines.len()).filter_map(|at| record(lines, at)).collect();
    // The day and the hours of one may stand on lines of their own.
    let ends: HashSet<usize> = records.iter().map(|record| record.end).collect();
    if ends.len() < MANY_RECORDS { Vec::new() } else { records }
}

/// The session whose day stands on a line, its title a line or two below, under a label of its own.
fn record(lines: &[Line<'_>], at: usize) -> Option<Record> {
    static DAY: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:date|jour|quand)(?: et (?:heure|horaires?))? ?: *"));
    static TITLE: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:theme|titre|sujet|intitule|objet) ?: *"));
    static HOURS: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:heures?|horaires?|creneau|quand) ?: *"));
    static BETWEEN: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:heures?|horaires?|lieu|salle|duree|cycle) ?: *"));
    let labelled = |line: &Line<'_>, label: &Pattern| {
        label.after(line.plain.both()).filter(|_| line.plain.len() <= MAX_LINE).map(str::to_owned)
    };
    let told = labelled(&lines[at], &DAY);
    let day = told.as_ref().and_then(|told| date::dates(told, None).first().copied());
    let hours = || time::leading_slot(&labelled(&lines[at], &HOURS)?).map(|(slot, _)| slot);
    let mut slot = told.as_ref().and_then(|told| time::after_date(told)).or_else(hours);
    if day.is_none() && slot.is_none() {
        return None;
    }
    for (below, line) in lines.iter().enumerate().skip(at + 1).take(NEAR) {
        if let Some(title) = labelled(line, &TITLE) {
            let (title, end) = wrapped(lines, title, below);
            return (!title.is_empty()).then_some(Record { start: at, end, title, day, slot });
        }
        let between = labelled(line, &BETWEEN)?;
        slot = slot.or_else(|| time::range(&between));
    }
    None
}

/// A title with the lines that go on with it, to the next label, and the line after them.
fn wrapped(lines: &[Line<'_>], title: String, at: usize) -> (String, usize) {
    let (mut title, mut end) = (title, at + 1);
    let goes_on = |line: &&Line<'_>| line.goes_on() && !line.plain.contains(" :");
    for line in lines[end..].iter().take(NEAR).take_while(goes_on) {
        title = super::join(&title, &line.plain);
        end += 1;
    }
    (title, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn records_give_the_day_and_the_title_of_sessions() {
        let text = "Date : 3 mai 2004\nThème : Habiter\nAnimatrice : Zoé Lanteri\n\nDate : 7 juin 2004\nLieu : Orn\nThème : Manger à sa faim et\nbien\nAnimateur : Luc Perrot\n\nDate : 8 juillet 2004\nHoraire : 10h-12h\nTitre : Bouger\n";
        let found = records(&lines(text));
        let shown = found.iter().map(|record| {
            let hour = record.slot.map(|slot| slot.start.hour);
            let day = record.day.map(|day| day.to_string()).unwrap_or_default();
            format!("{day} {} {hour:?}", record.title)
        });
        let shown: Vec<String> = shown.collect();
        assert_eq!(
            shown.iter().filter(|shown| !shown.starts_with(' ')).collect::<Vec<_>>(),
            [
                "2004-05-03 Habiter None",
                "2004-06-07 Manger à sa faim et bien None",
                "2004-07-08 Bouger Some(10)",
            ]
        );
        let timed =
            |hour: u8| format!("**Horaire** : {hour}h - {}h\n**Titre** : Lire\n\n", hour + 1);
        assert_eq!(records(&lines(&(timed(9) + &timed(10) + &timed(11)))).len(), 3);
        assert!(records(&lines(&(timed(9) + &timed(10)))).is_empty());
        assert!(records(&lines("Date : 3 mai 2004\nObjet : Habiter\n")).is_empty());
    }
}
