//! Hours alone on their line, above or below the heading that they are of.

use glane_document::Rule;

use super::Finder;
use crate::line::Line;
use crate::structure::date;
use crate::structure::heading::{Heading, is_room, or_session};
use crate::structure::time::{Slot, leading_slot};
use crate::words::Text;

/// Where hours stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// How many headings must have their hours beside them.
const MANY: usize = 2;

/// The longest line of hours, in bytes.
const MAX_LINE: usize = 80;

impl Finder<'_> {
    /// Takes the hours that stand alone above or below a heading, where those of others do.
    pub(super) fn take_hours_beside(&self, heading: &mut Heading) {
        let full = |at: &usize| !self.lines[*at].is_blank();
        let beside = match self.hours {
            Some(Side::Above) => (0..heading.lines.start).rev().find(full),
            Some(Side::Below) => self.next_full_line(heading.lines.end),
            None => None,
        };
        let Some(at) = beside else { return };
        let Some(slot) = alone(&self.lines[at]) else { return };
        (heading.start, heading.end) = (Some(slot.start), slot.end);
        heading.kind = or_session(heading.kind);
        heading.lines.end = heading.lines.end.max(at + 1);
    }

    /// Takes the hour that is a heading of its own right below, with its day or not: `### Se loger`,
    /// then `#### 9h30`, or `#### 9h30 - 12h, jeudi 3 mai 2018`.
    pub(super) fn take_hour_heading(&self, heading: &mut Heading) {
        let below = || self.next_full_line(heading.lines.end);
        let Some(at) = self.hour_headings.then(below).flatten() else { return };
        let deeper = self.lines[at].level > self.lines[heading.lines.start].level;
        let line = &self.lines[at];
        let slot = in_heading(line).or_else(|| in_heading_of_day(line)).filter(|_| deeper);
        let Some(slot) = slot else { return };
        (heading.start, heading.end) = (Some(slot.start), slot.end);
        heading.date = date::dates(&line.plain, self.years.of(at)).first().copied();
        heading.kind = or_session(heading.kind);
        heading.lines.end = at + 1;
    }
}

/// Gives the hours that are a heading of their own to the headings right below, one or several side
/// by side: `### 14h - 15h30`, then `#### Atelier A`. The line of the hours goes with the first.
pub(super) fn give_to_headings_below(headings: &mut Vec<Heading>, lines: &[Line<'_>]) {
    let count = headings.len();
    let gives = |at: usize| {
        let (above, below) = headings.split_at_mut(at + 1);
        above.last().is_some_and(|hour| give(hour, below, lines))
    };
    let mut given = (0..count).map(gives).collect::<Vec<bool>>().into_iter();
    headings.retain(|_| !given.next().unwrap_or_default());
}

/// Gives the hours that a heading is made of to those that it holds; whether it did.
fn give(hour: &Heading, below: &mut [Heading], lines: &[Line<'_>]) -> bool {
    let start = hour.lines.start;
    let bare = hour.rule == Rule::Markup && hour.lines.len() == 1 && hour.people.is_empty();
    let slot = if bare { in_heading(&lines[start]) } else { None };
    let (Some(slot), Some(first)) = (slot, below.first()) else { return false };
    let (near, depth) = (&lines[start + 1..first.lines.start], first.depth);
    let held = below.iter().take_while(|below| below.depth > hour.depth).count();
    let held = &mut below[..held];
    let untimed =
        |below: &Heading| below.start.is_none() && lines[below.lines.start].level.is_some();
    if held.is_empty() || !near.iter().all(Line::is_blank) || !held.iter().all(untimed) {
        return false;
    }
    for below in held.iter_mut().filter(|below| below.depth == depth) {
        (below.start, below.end) = (Some(slot.start), slot.end);
        below.date = below.date.or(hour.date);
        below.kind = or_session(below.kind);
    }
    held[0].lines.start = start;
    true
}

/// The hours that a heading is made of.
fn in_heading(line: &Line<'_>) -> Option<Slot> {
    line.level.filter(|_| line.plain.len() <= MAX_LINE)?;
    leading_slot(&line.plain).filter(|(_, rest)| rest.is_empty()).map(|(slot, _)| slot)
}

/// The hours that a heading is made of, and their day: `9h30 - 12h, jeudi 3 mai 2018`, `Jeudi 3 mai,
/// 9h30`; of hours on two days, `Jeudi 3 mai 17h au samedi 5 mai 12h`, when they start.
fn in_heading_of_day(line: &Line<'_>) -> Option<Slot> {
    line.level.filter(|_| line.plain.len() <= MAX_LINE)?;
    let days = |text: &str| date::is_date_line(&without_half_day(text));
    if let Some((slot, rest)) = leading_slot(&line.plain) {
        return days(rest).then_some(slot);
    }
    let (_, rest) = date::leading(line.plain.both(), Some(date::ANY_YEAR))?;
    let (slot, rest) = leading_slot(rest)?;
    let Some(last) = rest.strip_prefix("au ") else { return rest.is_empty().then_some(slot) };
    let last = Text::new(last);
    let (_, hour) = date::leading(last.both(), Some(date::ANY_YEAR))?;
    let (_, rest) = leading_slot(hour)?;
    let closed = rest.chars().all(|c| c.is_ascii_digit());
    closed.then_some(Slot { start: slot.start, end: None })
}

/// A day without its half: `Jeudi soir 3 mai`.
fn without_half_day(text: &str) -> String {
    let half =
        |word: &&str| !["matin", "soir", "midi", "après-midi"].contains(&&*word.to_lowercase());
    text.split(' ').filter(half).collect::<Vec<_>>().join(" ")
}

/// Whether hours that are headings are those of the headings right above them: each of these has
/// one such hour only. « Matinée » above « 9h », « 9h30 » and « 10h » holds what goes on then.
pub(super) fn are_headings(lines: &[Line<'_>]) -> bool {
    are_headings_by(lines, in_heading) || are_headings_by(lines, in_heading_of_day)
}

/// The same of the hours that are read in one way.
fn are_headings_by(lines: &[Line<'_>], read: fn(&Line<'_>) -> Option<Slot>) -> bool {
    // The level of the heading that an hour is right below, while what it holds goes on.
    let (mut open, mut above, mut found): (Option<u8>, Option<u8>, usize) = (None, None, 0);
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let Some(level) = line.level else {
            above = None;
            continue;
        };
        let hour = read(line).is_some();
        open = open.filter(|open| *open < level);
        match above.filter(|above| hour && *above < level) {
            Some(_) if open.is_some() => return false,
            Some(titled) => {
                open = Some(titled);
                found += 1;
            }
            None if hour && open.is_some() => return false,
            None => {}
        }
        above = (!hour).then_some(level);
    }
    found >= MANY
}

/// Where the hours of the marked-up headings of a text stand, if they do beside them.
pub(super) fn side(lines: &[Line<'_>]) -> Option<Side> {
    let mut counts = [0, 0];
    let mut full = lines.iter().filter(|line| !line.is_blank());
    let (mut before, mut hours): (Option<&Line<'_>>, bool) = (None, false);
    for line in full.by_ref() {
        let heads = line.level.is_some();
        counts[0] += usize::from(hours && heads && leading_slot(&line.plain).is_none());
        hours = alone(line).is_some();
        counts[1] += usize::from(hours && before.is_some_and(|before| before.level.is_some()));
        before = Some(line);
    }
    match counts {
        [above, below] if above.max(below) < MANY || above == below => None,
        [above, below] => Some(if above > below { Side::Above } else { Side::Below }),
    }
}

/// Whether a line is of a table in HTML: its hours are those of a row.
fn is_cell(line: &Line<'_>) -> bool {
    let raw = line.raw.trim_start();
    ["<tr", "<td", "<th", "<TR", "<TD", "<TH"].iter().any(|tag| raw.starts_with(tag))
}

/// The hours that a line holds, with nothing else but a room: `9h`, `9h - 10h · Salle 2`.
pub(super) fn alone(line: &Line<'_>) -> Option<Slot> {
    if line.level.is_some() || line.item || line.plain.len() > MAX_LINE || is_cell(line) {
        return None;
    }
    let (slot, rest) = leading_slot(&line.plain)?;
    let place = rest.trim_start_matches(['·', '•', ' ']);
    let apart = place.len() < rest.len();
    let nothing = place.is_empty() || apart && !place.contains(['.', ':']) || is_room(place);
    (nothing && (slot.end.is_some() || place.is_empty())).then_some(slot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn hours_may_be_headings_below_those_that_they_are_of() {
        let below = "### Se loger\n\n#### 9h30\n\nTexte.\n\n##### Débat\n\n### Manger\n\n#### 11h\n\nTexte.\n";
        assert!(are_headings(&lines(below)));
        let held = "### Matinée\n\n#### 9h30\n\nAccueil\n\n#### 10h\n\nDébat\n\n### Soir\n\n#### 18h\n\nFilm\n";
        assert!(!are_headings(&lines(held)));
    }

    #[test]
    fn hours_that_are_headings_may_tell_their_day() {
        let text = "## [Se loger](se-loger.html)\n\n#### 9h30 - 12h, jeudi 3 mai 2018\n\nTexte.\n\n## Le gué : une nuit\n\n#### Vendredi 4 mai 17h au samedi 5 mai 12h, 2018\n\nTexte.\n";
        let document = crate::structure::structure("programme", "programme.md", text);
        let shown = document.sections.iter().map(|section| {
            let hours = [section.start, section.end].map(|hour| hour.map(|hour| hour.hour));
            let date = section.date.map(|date| date.to_string());
            (section.title.as_deref(), date.unwrap_or_default(), hours)
        });
        let expect = [
            (Some("Se loger"), "2018-05-03".to_owned(), [Some(9), Some(12)]),
            (Some("Le gué : une nuit"), "2018-05-04".to_owned(), [Some(17), None]),
        ];
        assert_eq!(shown.collect::<Vec<_>>(), expect);
        // A day and its hours head what goes on then.
        let day = |day: u8| {
            format!(
                "## Jeudi {day} mai 2018, 9h - 17h\n\n### Se loger\n\nTexte.\n\n### Se nourrir\n\nTexte.\n"
            )
        };
        assert!(!are_headings(&lines(&format!("# Gués\n\n{}{}", day(3), day(10)))));
    }

    #[test]
    fn hours_stand_above_or_below_their_headings() {
        let side = |text: &str| side(&lines(text));
        let above = "9h-10h\n\n### Accueil\n\n10h-11h\n\n### Lire\n\nTexte.\n";
        assert_eq!(side(above), Some(Side::Above));
        let starts = "*9h*\n\n### Accueil\n\n*10h05*\n\n### Lire\n\nTexte.\n";
        assert_eq!(side(starts), Some(Side::Above));
        let below = "### Accueil\n\n9h - 10h · Grand hall\n\n### Lire\n\n10h - 11h · Salle 2\n";
        assert_eq!(side(below), Some(Side::Below));
        assert_eq!(side("### Accueil\n\nTexte.\n\n9h-10h\n\nLire\n"), None);
        let rows = "<tr><td>9h</td></tr>\n\n### Lire\n\n<tr><td>9h</td></tr>\n\n### Dire\n";
        assert_eq!(side(rows), None, "hours of rows");
    }
}
