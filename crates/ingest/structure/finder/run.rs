//! Sessions that run on in one line, as text taken from a page may give them: `9h Accueil 9h30
//! Ouverture Zoé Lanteri, maire d'Orn 10h15 Se loger au bourg`.

use std::sync::LazyLock;

use glane_document::{Function, Rule};

use super::Finder;
use crate::line::Line;
use crate::pattern::{Pattern, pattern};
use crate::structure::heading::{Heading, slotted};
use crate::structure::name::{self, Form, Trust};
use crate::structure::time::{HOUR, leading_slot};
use crate::structure::{date, speaker};
use crate::words::capitals;

/// How many sessions a line must hold to run on.
const MANY: usize = 2;

/// The longest such line and the longest title in it, in bytes.
const MAX: (usize, usize) = (2_000, 220);

impl Finder<'_> {
    /// The sessions of a line that holds several, each from its hour on; none for any other line.
    pub(super) fn run_on(&mut self, at: usize) -> Vec<Heading> {
        let line = &self.lines[at];
        let plain = line.level.is_none() && !line.item && !line.code && !self.skipped[at];
        if !plain || line.plain.len() > MAX.0 || line.raw.contains(['|', '\t', '<']) {
            return Vec::new();
        }
        let Some(sessions) = sessions(line) else { return Vec::new() };
        let day = date::leading(line.plain.both(), self.years.of(at)).map(|(day, _)| day);
        self.day = day.or(self.day);
        let date = self.day;
        let found = sessions.into_iter().filter_map(session);
        found.map(|found| Heading { lines: at..at + 1, date, rule: Rule::Slot, ..found }).collect()
    }
}

/// What a line says of each of its sessions, where it opens with an hour, or with a day and an hour,
/// and others follow, each later than the one before and above words with a capital.
fn sessions<'l>(line: &'l Line<'_>) -> Option<Vec<&'l str>> {
    static STARTS: LazyLock<Pattern> = LazyLock::new(|| pattern(&format!(r"{HOUR} \p{{Lu}}")));
    let text = &*line.plain;
    // The digits of hours tell most lines apart.
    if !text.bytes().any(|byte| matches!(byte, b'h' | b'H' | b':')) {
        return None;
    }
    let rest = match date::leading(line.plain.both(), Some(2000)) {
        Some((_, rest)) => rest,
        None => text,
    };
    leading_slot(rest).filter(|(_, title)| !title.is_empty())?;
    let from = text.len() - rest.len();
    let apart = |at: &usize| *at == from || text[..*at].ends_with(' ');
    let starts = STARTS.find_iter(&text[from..]).map(|found| from + found.start());
    let starts: Vec<usize> = starts.filter(apart).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Vec<&str> = starts.iter().zip(ends).map(|(&at, end)| text[at..end].trim()).collect();
    let hours: Vec<_> = parts.iter().filter_map(|part| Some(leading_slot(part)?.0.start)).collect();
    // « 9h Lundi 14h Mardi » says when a place is open.
    let opening =
        |part: &&str| leading_slot(part).is_some_and(|(_, day)| date::weekday(day).is_some());
    let opens = starts.first().is_some_and(|first| *first == from);
    let rising = hours.len() == parts.len() && hours.is_sorted_by(|one, next| one < next);
    let many = parts.len() >= MANY && !parts.iter().any(opening);
    (opens && rising && many).then_some(parts)
}

/// The session that opens with its hour: its title ends before the first person with a role.
fn session(text: &str) -> Option<Heading> {
    let mut heading = slotted(text)?;
    let title = heading.title.take()?;
    let introduced = |at: &usize| {
        let name = name::parse(&title[*at..], Trust::Text);
        name.is_some_and(|name| {
            name.form <= Form::Known && title[*at + name.len..].starts_with(',')
        })
    };
    let person = capitals(&title).filter(|at| *at > 0).find(introduced);
    let spoken = |before: &str| before.ends_with(" de") || before.ends_with(" par");
    let cut = person.filter(|at| !spoken(title[..*at].trim_end()));
    if let Some(cut) = cut {
        heading.people = speaker::people(&title[cut..], Trust::Announced, Function::Speaker);
    }
    let title = title[..cut.unwrap_or(title.len())].trim();
    let title = title.split_once(". ").map_or(title, |(first, _)| first).trim_end_matches('.');
    let fits = title.len() > 3 && title.len() <= MAX.1;
    heading.title = Some(title.to_owned());
    if heading.people.is_empty() {
        heading.split_people();
    }
    fits.then_some(heading)
}
