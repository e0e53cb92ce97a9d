//! Lines of a calendar that tell the day, what it is about, and who holds it in brackets, often by
//! first names alone: `mercredi 3 mai - Tailler les haies (Zoé et Paul)`.

use glane_document::{Function, Speaker};

use super::Finder;
use crate::line::Line;
use crate::structure::first_names::is_first_name;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::name::{self, Form, Trust};
use crate::structure::time::leading_slot;
use crate::structure::{cue, date};
use crate::words::starts_upper;

/// How many lines must name who holds what they tell.
const MANY: usize = 3;

/// The longest line, in bytes.
const MAX_LINE: usize = 200;

/// How many lines of a calendar may say nothing of the kind between two that do.
const MAX_APART: usize = 6;

impl Finder<'_> {
    /// A line of such a calendar.
    pub(super) fn by_dated_talk(&self, at: usize) -> Option<Heading> {
        self.dated_talks.binary_search(&at).ok()?;
        let line = &self.lines[at];
        let text = after_day(line)?;
        let (title, people) = held_by(text).unwrap_or((text, Vec::new()));
        let heading = untitled(title, depth::SLOT);
        let day = date::leading(line.words(), self.years.of(at)).map(|(day, _)| day);
        let (kind, printed) = (or_session(heading.kind), line.plain.to_string());
        Some(Heading { lines: at..at + 1, kind, date: day, people, printed, ..heading })
    }
}

/// The lines of the calendars of a text, in order: of the lines of each, most name people in brackets.
pub(super) fn dated_talks(lines: &[Line<'_>]) -> Vec<usize> {
    let told = |at: usize| Some((at, held_by(after_day(&lines[at])?).is_some()));
    let found: Vec<(usize, bool)> = (0..lines.len()).filter_map(told).collect();
    if found.iter().filter(|(_, held)| *held).take(MANY).count() < MANY {
        return Vec::new();
    }
    let near = |one: &(usize, bool), next: &(usize, bool)| {
        let between = || lines[one.0 + 1..next.0].iter().filter(|line| !line.is_blank());
        between().take(MAX_APART).count() < MAX_APART && between().all(|line| line.level.is_none())
    };
    let most = |run: &&[(usize, bool)]| {
        let held = run.iter().filter(|(_, held)| *held).count();
        held >= MANY && 2 * held >= run.len()
    };
    let runs = found.chunk_by(near).filter(most);
    runs.flatten().map(|(at, _)| *at).collect()
}

/// What stands after the day of a line and a mark; nothing where it is struck out or gives hours.
fn after_day<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    if line.level.is_some() || line.code || line.plain.len() > MAX_LINE || line.raw.contains("~~") {
        return None;
    }
    let words = line.words();
    let (_, rest) = date::leading(words, Some(date::ANY_YEAR))?;
    let title = rest.trim_start_matches(['–', '—', '-', ':', ' ']);
    let day = &words.printed[..words.printed.len() - title.len()];
    let marked = day.trim_end().ends_with(['–', '—', '-', ':']);
    let told = title.chars().filter(|c| c.is_alphabetic()).count() > 2;
    (marked && told && leading_slot(title).is_none() && !cue::tells_deadline(title))
        .then_some(title)
}

/// The title before the brackets that end a text, and the people who are all that these hold.
fn held_by(text: &str) -> Option<(&str, Vec<Speaker>)> {
    let (title, inside) = text.trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    let commas = inside.split([',', '&', '/']).flat_map(|part| part.split(" et "));
    let people: Option<Vec<Speaker>> = commas.map(person).collect();
    let title = title.trim_end();
    people.filter(|_| title.chars().any(char::is_alphabetic)).map(|people| (title, people))
}

/// Somebody whom a part of a list names, by a first name alone or in full: `Zoé`, `peut-être Paul Roc`.
fn person(part: &str) -> Option<Speaker> {
    let part = part.trim();
    let part = ["peut-être ", "sans doute ", "avec ", "par "]
        .iter()
        .find_map(|lead| part.strip_prefix(lead))
        .unwrap_or(part);
    if !part.contains(' ') {
        let first = starts_upper(part) && is_first_name(part);
        return first.then(|| Speaker::new(part, part, Function::Speaker));
    }
    let name = name::parse(part, Trust::Announced)
        .filter(|name| name.form <= Form::Known && name.len == part.len())?;
    Some(Speaker::new(&name.display(), part, Function::Speaker))
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
            format!("{}: {}", section.title.as_deref().unwrap_or_default(), people.join(", "))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expect);
    }

    const HELD: &str = "mercredi 3 mai - tailler les haies (Zoé et Louis)\n\n~~samedi 6 mai~~ - férié\n\nmercredi 10 mai - poser un nichoir (Zoé)\n\nsamedi 13 mai - semer (Paul Roc et peut-être Louise)\n\n";

    #[test]
    fn days_tell_what_is_done_and_who_holds_it() {
        let held =
            ["tailler les haies: Zoé, Louis", "poser un nichoir: Zoé", "semer: Paul Roc, Louise"];
        check(&format!("# Le jardin\n\n{HELD}"), &held);
        let more = "mercredi 17 mai - récolter les radis\n\n";
        let all = [&held[..], &["récolter les radis: "]].concat();
        check(&format!("# Le jardin\n\n{HELD}{more}"), &all);
    }

    #[test]
    fn days_with_places_are_no_talks() {
        let places = HELD.replace("(Zoé et Louis)", "(salle verte)").replace("(Zoé)", "(Orn)");
        check(&format!("# Le jardin\n\n{places}"), &[]);
        let few = HELD.replace("(Zoé)", "");
        check(&format!("# Le jardin\n\n{few}"), &[]);
    }
}
