//! Headings that the table of contents has, over several lines perhaps.

use super::{Finder, join};
use crate::structure::heading::{Heading, depth, untitled};
use crate::words::fold;

/// The longest entry of a table of contents, in bytes.
const MAX_ENTRY: usize = 600;

impl Finder<'_> {
    /// A block whose first lines are an entry of the table of contents.
    pub(super) fn by_contents(&self, rank: usize) -> Option<Heading> {
        let block = &self.blocks[rank];
        if self.contents.is_empty()
            || !self.contents.opens_with(self.lines[block.start].plain.folded(), self.entry)
        {
            return None;
        }
        let mut text = String::new();
        for at in block.start..self.reach(rank) {
            if text.len() > MAX_ENTRY {
                return None;
            }
            if !self.lines[at].is_blank() {
                text = join(&text, &self.lines[at].plain);
                let longer = join(&text, self.next_line(at + 1));
                let whole = !self.contents.opens_with(&fold(&longer), self.entry);
                if whole && self.contents.find(&text, self.entry).is_some() {
                    return Some(Heading {
                        lines: block.start..at + 1,
                        ..untitled(&text, depth::PART)
                    });
                }
            }
        }
        None
    }
}
