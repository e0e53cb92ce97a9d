//! Lists and tables of people: who is but present is not said to speak.

use glane_document::{FurnitureKind, Rule, Speaker};

use crate::line::Line;
use crate::structure::draft::Draft;
use crate::structure::speaker::by_rule;
use crate::structure::timetable::Roster;
use crate::structure::{cue, turn};
use crate::words::{Folded, Text};

/// Gives the people of a table to the part that it stands in, unless they are but present there.
pub(super) fn give_roster(roster: Roster, drafts: &mut [Draft], lines: &[Line<'_>]) {
    let start = roster.lines.start;
    let Some(draft) = drafts.iter_mut().find(|draft| draft.lines.contains(&start)) else { return };
    let attends = |line: Folded<'_>| cue::lists_present(line) || cue::lists_absent(line);
    let heading = draft.heading.as_ref().map(|heading| Text::new(heading.printed.clone()));
    let above = lines[draft.lines.start..start].iter().rev().find(|line| !line.is_blank());
    let present = heading.is_some_and(|heading| attends(heading.both()))
        || above.is_some_and(|line| attends(line.plain.both()));
    if present || draft.in_timetable {
        return;
    }
    for person in roster.people {
        if draft.speakers.iter().all(|known| known.name != person.name) {
            draft.speakers.push(person);
        }
    }
}

/// The officers named among those present or absent: who is on these lists is not said to speak.
pub(super) fn read_officers(
    draft: &mut Draft,
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) {
    let own = draft.lines.clone().filter(|&at| furniture[at].is_none() && !lines[at].code);
    let officers: Vec<Speaker> = own.flat_map(|at| turn::officers(&lines[at])).collect();
    draft.speakers.extend(by_rule(officers, Rule::Reported));
}
