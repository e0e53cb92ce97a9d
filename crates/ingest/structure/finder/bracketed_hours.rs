//! Titles with their hours in brackets, and a room or not, before who speaks: `Se loger au bourg (9h30 -
//! 10h15, salle verte) — Zoé Lanteri, juriste`.

use std::ops::Range;

use glane_document::{Function, Speaker};

use super::Finder;
use crate::line::Line;
use crate::structure::heading::Heading;
use crate::structure::name::Trust;
use crate::structure::speaker;
use crate::structure::time::{Slot, leading_slot};
use crate::words::starts_upper;

/// How many lines must be written so.
const MANY: usize = 2;

/// The longest line, in bytes.
const MAX_LINE: usize = 250;

/// The longest room beside the hours, in bytes.
const MAX_ROOM: usize = 40;

impl Finder<'_> {
    /// A line that tells the title, then the hours in brackets.
    pub(super) fn by_bracketed_hours(&self, at: usize) -> Option<Heading> {
        self.bracketed_hours.binary_search(&at).ok()?;
        let (title, slot, after) = parts(&self.lines[at])?;
        let named = after.trim_start_matches(['—', '–', '-', ':', ',', ' ']);
        let named = named.strip_prefix("par ").unwrap_or(named);
        let people: Vec<Speaker> = speaker::people(named, Trust::Announced, Function::Speaker);
        let printed = self.lines[at].plain.to_string();
        Some(Heading { people, printed, ..self.timed(at, title, slot) })
    }
}

/// The lines of a text that are written so, in order, each an item or a block of its own.
pub(super) fn bracketed_hours(lines: &[Line<'_>], blocks: &[Range<usize>]) -> Vec<usize> {
    let own = blocks.iter().flat_map(|block| {
        let alone = block.len() == 1;
        block.clone().filter(move |&at| alone || lines[at].item)
    });
    let found: Vec<usize> = own.filter(|&at| parts(&lines[at]).is_some()).collect();
    if found.len() < MANY { Vec::new() } else { found }
}

/// The title, the hours and what stands after the brackets.
fn parts<'t>(line: &'t Line<'_>) -> Option<(&'t str, Slot, &'t str)> {
    let text = &*line.plain;
    if text.len() > MAX_LINE || line.level.is_some() || line.code || !starts_upper(text) {
        return None;
    }
    let (title, rest) = text.split_once(" (").filter(|(_, rest)| opens_hours(rest))?;
    let (inside, after) = rest.split_once(')')?;
    let (slot, room) = leading_slot(inside)?;
    let after = after.trim();
    let apart = after.is_empty()
        || after.starts_with(['—', '–', '-', ':', ','])
        || after.starts_with("par ");
    let title = title.trim_end_matches([',', ':', '–', '-', ' ']);
    let fits = slot.end.is_some() && room.len() <= MAX_ROOM && !title.contains(". ");
    (fits && apart && title.contains(' ') && leading_slot(title).is_none())
        .then_some((title, slot, after))
}

/// Whether hours may stand first in what a bracket opens.
fn opens_hours(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("de ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_timed as check;

    #[test]
    fn hours_in_brackets_may_stand_before_a_room_and_who_speaks() {
        let one = "Se loger au bourg ? (9h30-10h15, salle verte) — Zoé Lanteri, juriste\n\n";
        let two = "Passer le gué (de 10h15 à 11h)\n\n";
        check(
            &format!("# Fête du gué\n\n## Matin\n\n{one}{two}"),
            &["09:30 Se loger au bourg ?: Zoé Lanteri", "10:15 Passer le gué: "],
        );
        let prose = "La mairie (9h-12h, fermée le lundi) reçoit sans rendez-vous.\n\n";
        check(&format!("# Fête du gué\n\n{}", prose.repeat(3)), &[]);
    }
}
