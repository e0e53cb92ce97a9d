//! Names that caption photos, below the prose: their bearers are introduced elsewhere.

use std::cell::LazyCell;
use std::collections::HashSet;

use glane_document::{FurnitureKind, Speaker};

use crate::line::Line;
use crate::structure::draft::Draft;
use crate::structure::speaker::{self, Zone};
use crate::words::canonical;

/// The longest caption that names a person, in bytes.
const MAX_CAPTION: usize = 160;

/// A name alone below the prose captions a photo when the person is introduced elsewhere.
pub(crate) fn set_captions_apart(
    draft: &mut Draft,
    known: &HashSet<String>,
    lines: &[Line<'_>],
    furniture: &mut [Option<FurnitureKind>],
) {
    if draft.is_cover() {
        return;
    }
    let roles = draft.speakers.iter().filter_map(|speaker| speaker.role.as_deref());
    let roles = LazyCell::new(|| roles.map(canonical).collect::<HashSet<String>>());
    let alone = |at: usize| {
        let blank = |at: Option<&Line<'_>>| at.is_none_or(Line::is_blank);
        blank(at.checked_sub(1).and_then(|at| lines.get(at))) && blank(lines.get(at + 1))
    };
    let start = draft.head_end.max(draft.lines.start);
    let mut captioned: HashSet<String> = HashSet::new();
    for at in start..draft.lines.end {
        let line = &lines[at];
        if furniture[at].is_some()
            || line.is_blank()
            || line.item
            || line.level.is_some()
            || line.plain.len() > MAX_CAPTION
            || !alone(at)
        {
            continue;
        }
        let people = speaker::speakers(line, Zone::Body);
        let caption = match &people[..] {
            [person] => {
                person.role.is_none()
                    && person.organisation.is_none()
                    && known.contains(&canonical(&person.name))
            }
            _ => !roles.is_empty() && roles.contains(&canonical(&line.plain)),
        };
        if caption {
            furniture[at] = Some(FurnitureKind::Caption);
            captioned.extend(people.iter().map(|person| canonical(&person.name)));
        }
    }
    let bare = |speaker: &Speaker| speaker.role.is_none() && speaker.organisation.is_none();
    if !captioned.is_empty() {
        draft
            .speakers
            .retain(|speaker| !(bare(speaker) && captioned.contains(&canonical(&speaker.name))));
    }
}
