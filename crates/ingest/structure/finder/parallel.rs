//! Sessions side by side: the items of a list under hours that are alone on their line.

use super::Finder;
use crate::line::Line;
use crate::structure::heading::Heading;
use crate::structure::time::{Slot, leading_slot};

/// How many items make a list one of sessions that share its hours.
const MANY_ITEMS: usize = 2;

/// The longest line of hours, and the longest item, in bytes.
const MAX_LINE: (usize, usize) = (60, 250);

/// An item that is a session, and the hours above its list.
#[derive(Debug)]
pub(super) struct Parallel {
    line: usize,
    slot: Slot,
}

impl Finder<'_> {
    /// `14h - 17h :`, above the titles in bold of what goes on meanwhile.
    pub(super) fn by_parallel(&self, at: usize) -> Option<Heading> {
        let found = self.parallel.binary_search_by_key(&at, |item| item.line).ok()?;
        let slot = self.parallel[found].slot;
        let title = self.lines[at].bold_start.as_deref()?.trim_end_matches([':', ' ', '.']);
        Some(self.timed(at, title, slot))
    }
}

/// The items of lists under hours alone, all of which open with a title in bold, by line.
pub(super) fn parallel(lines: &[Line<'_>]) -> Vec<Parallel> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(slot) = hours(line) else { continue };
        let below = at + 1 + usize::from(lines.get(at + 1).is_some_and(Line::is_blank));
        let items = lines[below.min(lines.len())..].iter().take_while(|line| line.item);
        let items: Vec<&Line<'_>> = items.collect();
        if items.len() >= MANY_ITEMS && items.iter().all(|item| is_titled(item)) {
            found.extend((0..items.len()).map(|item| Parallel { line: below + item, slot }));
        }
    }
    found
}

/// The hours of a line that gives a range and nothing else.
fn hours(line: &Line<'_>) -> Option<Slot> {
    if line.level.is_some() || line.item || line.plain.len() > MAX_LINE.0 {
        return None;
    }
    let (slot, rest) = leading_slot(&line.plain)?;
    (rest.is_empty() && slot.end.is_some()).then_some(slot)
}

/// Whether an item opens with a title in bold, which names nobody: people may stand under hours too.
fn is_titled(item: &Line<'_>) -> bool {
    let titled = item.bold_start.as_ref().is_some_and(|bold| bold.contains(' '));
    titled && item.plain.len() <= MAX_LINE.1 && item.name().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn items_in_bold_share_the_hours_above_them() {
        let found = |text: &str| {
            let found = parallel(&lines(text));
            found.iter().map(|item| (item.line, item.slot.start.hour)).collect::<Vec<_>>()
        };
        let titled = "14h - 17h :\n- **Atelier Sols**, salle 2\n- **Atelier Mares**\n\nTexte.\n";
        assert_eq!(found(titled), [(1, 14), (2, 14)]);
        assert_eq!(found("9h - 10h\n\n- **Zoé Lanteri**, juriste\n- **Luc Perrot**\n"), []);
        assert_eq!(found("14h - 17h\n- Apporter son **goûter** \n- Venir tôt\n"), []);
    }
}
