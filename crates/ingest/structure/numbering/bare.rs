//! Numbers alone on their line above the titles that they number: `II.`, then `Budget`.

use std::sync::LazyLock;

use super::{Part, in_order, roman};
use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, pattern};
use crate::words::starts_upper;

/// Figures need a mark: without any, they are those of pages.
static NUMBER: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:([IVX]{1,5}) ?[./)°–-]?|([0-9]{1,2}) ?[./)°])$"));

/// How many of them number parts.
const MANY: usize = 3;

/// The longest title, in characters.
const MAX_TITLE: usize = 140;

/// Whether a line is such a number.
pub(super) fn is_number(line: &Line<'_>) -> bool {
    number(line).is_some()
}

fn number(line: &Line<'_>) -> Option<String> {
    let raw = line.raw.trim();
    if raw.is_empty() || raw.len() > 8 || line.level.is_some() {
        return None;
    }
    let found = NUMBER.captures(raw)?;
    Some(found.get(1).or(found.get(2))?.as_str().to_owned())
}

/// The parts whose numbers stand alone, from the first on without a gap.
pub(super) fn parts(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Part> {
    let own = (0..lines.len()).filter(|&at| !skipped[at]);
    let parts = in_order(own.filter_map(|at| part(at, lines, skipped)).collect(), lines);
    if parts.len() >= MANY { parts } else { Vec::new() }
}

/// The part whose number stands on a line, its title below.
fn part(at: usize, lines: &[Line<'_>], skipped: &[bool]) -> Option<Part> {
    let printed = number(&lines[at])?;
    let below = (at + 1..lines.len().min(at + 3)).find(|&next| !lines[next].is_blank())?;
    let line = &lines[below];
    let title = markup::plain(line.raw.trim()).trim_end_matches([':', ' ']).to_owned();
    let fits = title.chars().count() <= MAX_TITLE
        && starts_upper(&title)
        && !title.ends_with(['.', ',', ';'])
        && !(skipped[below] || line.item || line.level.is_some() || is_number(line));
    let rank = printed.parse().ok().or_else(|| roman(&printed))?;
    fits.then_some(Part { line: at, end: below + 1, printed, title, level: 0, rank })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let found = parts(&lines, &vec![false; lines.len()]);
        let found: Vec<&str> = found.iter().map(|part| part.title.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn numbers_above_titles_number_them() {
        let text = "I.\nVOIRIE\n- Trottoirs\nII.\nÉCOLES :\n- Cantine\nIII.\nDIVERS\n- Fête\n";
        check(text, &["VOIRIE", "ÉCOLES", "DIVERS"]);
    }

    #[test]
    fn numbers_of_pages_and_of_torn_lists_number_nothing() {
        check("1\nVoirie\nTexte\n2\nÉcoles\nTexte\n3\nDivers\nTexte\n", &[]);
        check("1.\n2.\n3.\nVoirie\nÉcoles\nDivers\n", &[]);
        check("I.\nVoirie\nTexte\nIII.\nÉcoles\nTexte\n", &[]);
    }
}
