//! Two ranges of hours side by side, those of the halves of a day: `9h30-12h30 / 14h-17h`.

use super::{Slot, find_range, leading_slot};

/// The range right after one in a line that gives both: `9h30-12h30 / 14h-17h`, the two halves of a day.
pub(crate) fn next_range(line: &str, first: Slot) -> Option<Slot> {
    let (at, found) = find_range(line).filter(|(_, found)| *found == first)?;
    let (_, rest) = leading_slot(line[at..].trim_start()).filter(|(slot, _)| *slot == found)?;
    let joints = ["/ ", "et ", "puis ", "& ", "+ "];
    let rest = joints.iter().find_map(|joint| rest.strip_prefix(joint)).unwrap_or(rest);
    let (next, _) = leading_slot(rest)?;
    (next.end.is_some() && Some(next.start) >= first.end).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::super::range;
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Option<u8>) {
        let next = range(line).and_then(|first| next_range(line, first));
        assert_eq!(next.map(|slot| slot.start.hour), expect, "{line}");
    }

    #[test]
    fn a_day_may_have_hours_on_both_sides_of_noon() {
        check("Horaires : 9h30-12h30 / 14H-17h", Some(14));
        check("de 9h à 12h et de 14h à 17h30, salle 2", Some(14));
        check("9h-12h, 13h30-17h", Some(13));
        check("9h-12h, puis un repas", None);
        check("14h-17h / 9h-12h", None);
        check("9h-12h et 14h", None);
    }
}
