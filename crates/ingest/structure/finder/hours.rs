//! Hours alone on their line, above or below the heading that they are of.

use crate::line::Line;
use crate::structure::heading::is_room;
use crate::structure::time::{Slot, leading_slot};

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

/// The hours that a line holds, with nothing else but a room: `9h - 10h`, `9h - 10h · Salle 2`.
pub(super) fn alone(line: &Line<'_>) -> Option<Slot> {
    if line.level.is_some() || line.item || line.plain.len() > MAX_LINE {
        return None;
    }
    let (slot, rest) = leading_slot(&line.plain)?;
    let place = rest.trim_start_matches(['·', '•', ' ']);
    let apart = place.len() < rest.len();
    let nothing = place.is_empty() || apart && !place.contains(['.', ':']) || is_room(place);
    (nothing && slot.end.is_some()).then_some(slot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn hours_stand_above_or_below_their_headings() {
        let side = |text: &str| side(&lines(text));
        let above = "9h-10h\n\n### Accueil\n\n10h-11h\n\n### Lire\n\nTexte.\n";
        assert_eq!(side(above), Some(Side::Above));
        let below = "### Accueil\n\n9h - 10h · Grand hall\n\n### Lire\n\n10h - 11h · Salle 2\n";
        assert_eq!(side(below), Some(Side::Below));
        assert_eq!(side("### Accueil\n\nTexte.\n\n9h-10h\n\nLire\n"), None);
    }
}
