//! Names that caption photos, below the prose: their bearers are introduced elsewhere.

use std::cell::LazyCell;
use std::collections::HashSet;

use glane_document::{FurnitureKind, Rule, Speaker};

use crate::line::Line;
use crate::structure::draft::Draft;
use crate::structure::speaker::{self, Zone};
use crate::words::{Openings, canonical, capitals};

/// The longest caption that names a person, in bytes.
const MAX_CAPTION: usize = 160;

/// The people whom a document introduces: with a role or a body.
pub(crate) struct Introduced {
    /// Their names, canonical.
    names: HashSet<String>,
    /// What the words of these names open with.
    openings: Openings,
}

impl Introduced {
    /// Those of the sections of a document.
    pub(crate) fn of(drafts: &[Draft]) -> Introduced {
        let speakers = drafts.iter().flat_map(|draft| &draft.speakers);
        let names: HashSet<String> = speakers
            .filter(|speaker| speaker.role.is_some() || speaker.organisation.is_some())
            .map(|speaker| canonical(&speaker.name))
            .collect();
        let openings = Openings::of(names.iter().flat_map(|name| name.split(' ')));
        Introduced { names, openings }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether a text may name one of them: most name nobody.
    fn may_stand_in(&self, text: &str) -> bool {
        capitals(text).any(|at| self.openings.may_open(text, at))
    }
}

/// A name alone below the prose captions a photo when the person is introduced elsewhere.
pub(crate) fn set_captions_apart(
    draft: &mut Draft,
    introduced: &Introduced,
    lines: &[Line<'_>],
    furniture: &mut [Option<FurnitureKind>],
) {
    if draft.is_cover() {
        return;
    }
    let roles = draft.speakers.iter().filter_map(|speaker| speaker.role.as_deref());
    let roles = LazyCell::new(|| roles.map(canonical).collect::<HashSet<String>>());
    // Who takes the floor stands alone above what they say.
    let turns = draft.speakers.iter().filter(|speaker| speaker.rule == Some(Rule::Turn));
    let turns: HashSet<String> = turns.map(|speaker| canonical(&speaker.name)).collect();
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
        let role = !roles.is_empty() && roles.contains(&canonical(&line.plain));
        if !role && !introduced.may_stand_in(&line.plain) {
            continue;
        }
        let people = speaker::speakers(line, Zone::Body);
        let caption = match &people[..] {
            [person] => {
                person.role.is_none()
                    && person.organisation.is_none()
                    && introduced.names.contains(&canonical(&person.name))
                    && !turns.contains(&canonical(&person.name))
            }
            _ => role,
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
