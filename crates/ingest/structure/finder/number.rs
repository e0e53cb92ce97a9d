//! Headings that numbers tell: parts numbered from 1, and numbers of a register above titles.

use super::Finder;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::title_people::person_with_role;

impl Finder<'_> {
    /// `3/ Budget`, among parts numbered from 1.
    pub(super) fn by_number(&self, at: usize) -> Option<Heading> {
        let part = self.parts.iter().find(|part| part.line == at)?;
        let heading = untitled(&part.title, depth::PART);
        let kind = or_session(heading.kind);
        let person = self.numbered_witnesses.then(|| person_with_role(&part.title)).flatten();
        let people = person.into_iter().collect();
        let depth = heading.depth + 5 * part.level.min(3);
        let number = Some(part.printed.clone());
        Some(Heading { lines: at..part.end, number, kind, depth, people, ..heading })
    }

    /// `136-04-2026`, its title below.
    pub(super) fn by_register(&self, rank: usize, at: usize) -> Option<Heading> {
        self.register.binary_search(&at).ok()?;
        let mut heading = untitled(&self.lines[at].plain, depth::UNIT);
        heading.number = heading.title.take();
        heading.kind = or_session(heading.kind);
        heading.lines = at..at + 1;
        self.title_below(rank, &mut heading);
        heading.title.is_some().then_some(heading)
    }
}
