//! The halves of a day, in bold or emphasis with the title of what each is about: `**Matinée : Se loger**`.

use super::Finder;
use crate::line::Line;
use crate::markup;
use crate::structure::cue;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::time::leading_slot;
use crate::words::starts_upper;

/// How many halves a day has: one alone may say when something is.
const MANY: usize = 2;

/// The longest line of a half, in bytes.
const MAX_LINE: usize = 200;

impl Finder<'_> {
    /// A half of the day with its title, where another has one too.
    pub(super) fn by_half_day(&self, at: usize) -> Option<Heading> {
        self.half_days.binary_search(&at).ok()?;
        let line = &self.lines[at];
        let heading = untitled(title(self.lines, at)?, depth::UNIT);
        let kind = or_session(heading.kind);
        let printed = line.plain.to_string();
        Some(Heading { lines: at..at + 1, kind, printed, date: self.day, ..heading })
    }
}

/// The lines that are halves of a day, in order, where there are several.
pub(super) fn half_days(lines: &[Line<'_>]) -> Vec<usize> {
    let found: Vec<usize> = (0..lines.len()).filter(|&at| title(lines, at).is_some()).collect();
    if found.len() < MANY { Vec::new() } else { found }
}

/// Sets what is on another day than the half of one above it beside this half, not in it.
pub(super) fn keep_to_their_day(headings: &mut [Heading], half_days: &[usize]) {
    let mut day = None;
    for heading in headings {
        if half_days.binary_search(&heading.lines.start).is_ok() {
            day = heading.date;
        } else if heading.depth < depth::UNIT {
            day = None;
        } else if heading.start.is_some()
            && day.zip(heading.date).is_some_and(|(of, own)| of != own)
        {
            heading.depth = depth::UNIT;
        }
    }
}

/// How many words a title has that opens with a small letter, above the hours of what it gathers.
const SMALL_TITLE: usize = 3;

/// The title that a line in bold or in emphasis gives to a half of the day.
fn title<'t>(lines: &'t [Line<'_>], at: usize) -> Option<&'t str> {
    let line = &lines[at];
    if line.level.is_some() || line.plain.len() > MAX_LINE || !(line.bold || is_emphasised(line)) {
        return None;
    }
    let title = cue::after_half_day(line.plain.both())?.trim_start().strip_prefix(':')?;
    let title = title.trim_start().trim_end_matches(['.', ' ']);
    let timed = || {
        let below = lines[at + 1..].iter().take(NEAR).find(|line| !line.is_blank());
        below.is_some_and(|line| leading_slot(line.words().printed).is_some())
    };
    let small = || title.split(' ').count() >= SMALL_TITLE && timed();
    (title.contains(' ') && (starts_upper(title) || small())).then_some(title)
}

/// How many lines below a title the hours of what it gathers start at most.
const NEAR: usize = 4;

/// Whether all of a line stands in emphasis.
fn is_emphasised(line: &Line<'_>) -> bool {
    let raw = line.raw.trim();
    let mut runs = if raw.starts_with(['*', '_']) { Some(markup::runs(raw)) } else { None };
    let first = runs.as_mut().and_then(Iterator::next);
    first.is_some_and(|run| run.start == 0 && run.end == raw.len())
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let document = structure("programme", "programme.md", text);
        let found = document.sections.iter().filter_map(|section| section.title.as_deref());
        assert_eq!(found.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn what_is_on_another_day_is_beside_a_half() {
        let day = |day: &str, half: &str| {
            format!(
                "**Jeudi {day} mai 2018**\n\n9.00 Le bail\n\n**{half} : Se loger au bourg**\n\n14.00 La clé\n\n"
            )
        };
        let text = format!("# Fête\n\n{}{}", day("3", "Après-midi"), day("10", "Après-midi"));
        let document = structure("programme", "programme.md", &text);
        let half = |id: &String| {
            let mut parents = document.sections.iter().filter(|section| section.id == *id);
            parents.any(|section| section.title.as_deref() == Some("Se loger au bourg"))
        };
        let timed = document.sections.iter().filter(|section| section.start.is_some());
        let held: Vec<bool> =
            timed.map(|section| section.parent.as_ref().is_some_and(half)).collect();
        assert_eq!(held, [false, true, false, true]);
    }

    #[test]
    fn halves_of_a_day_have_titles() {
        let text = "**Matinée : Se loger au bourg.**\n\nUn tour des baux.\n\n**Après-midi : Se nourrir ?**\nAtelier de cuisine\n";
        check(text, &["Se loger au bourg", "Se nourrir ?"]);
        let hours = "*Morning session: the old fords*\n\n9.00 Le bail\n\n*Afternoon: open meeting of tenants*\n14.00 La clé\n";
        check(hours, &["the old fords", "Le bail", "open meeting of tenants", "La clé"]);
        check("*Matin : le bail du bourg*\n\nTexte.\n\n*Soir : la clé du gué*\n", &[]);
        check("**Matinée : Se loger au bourg.**\n\nUn tour des baux.\n", &[]);
        check("Matinée : Se loger au bourg.\n\nAprès-midi : Se nourrir ?\n", &[]);
    }
}
