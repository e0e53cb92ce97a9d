//! The halves of a day, in bold with the title of what each is about: `**Matinée : Se loger**`.

use super::Finder;
use crate::line::Line;
use crate::structure::cue;
use crate::structure::heading::{Heading, depth, or_session, untitled};
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
        let heading = untitled(title(line)?, depth::UNIT);
        let kind = or_session(heading.kind);
        let printed = line.plain.to_string();
        Some(Heading { lines: at..at + 1, kind, printed, date: self.day, ..heading })
    }
}

/// The lines that are halves of a day, in order, where there are several.
pub(super) fn half_days(lines: &[Line<'_>]) -> Vec<usize> {
    let found: Vec<usize> = (0..lines.len()).filter(|&at| title(&lines[at]).is_some()).collect();
    if found.len() < MANY { Vec::new() } else { found }
}

/// The title that a line in bold gives to a half of the day.
fn title<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    if !line.bold || line.level.is_some() || line.plain.len() > MAX_LINE {
        return None;
    }
    let title = cue::after_half_day(line.plain.both())?.strip_prefix(':')?;
    let title = title.trim_start().trim_end_matches(['.', ' ']);
    (starts_upper(title) && title.contains(' ')).then_some(title)
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
    fn halves_of_a_day_have_titles() {
        let text = "**Matinée : Se loger au bourg.**\n\nUn tour des baux.\n\n**Après-midi : Se nourrir ?**\nAtelier de cuisine\n";
        check(text, &["Se loger au bourg", "Se nourrir ?"]);
        check("**Matinée : Se loger au bourg.**\n\nUn tour des baux.\n", &[]);
        check("Matinée : Se loger au bourg.\n\nAprès-midi : Se nourrir ?\n", &[]);
    }
}
