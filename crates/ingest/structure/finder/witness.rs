//! Names that head what somebody says or does: `1. Zoé Lanteri, artiste`, `**Luc Perrot, Ferme du
//! gué**`, each above paragraphs.

use std::ops::Range;

use super::Finder;
use crate::line::Line;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::name::Form;
use crate::structure::numbering::Part;
use crate::structure::title_people::person_with_role;

/// How many such lines make a text one of words gathered from several people.
const MANY: usize = 3;

/// The longest line that is a name and who bears it, in bytes.
const MAX_LINE: usize = 140;

/// The shortest paragraph below it, in bytes.
const MIN_PARAGRAPH: usize = 100;

impl Finder<'_> {
    /// A name with who bears it, alone above a paragraph, where others stand so.
    pub(super) fn by_witness(&self, rank: usize) -> Option<Heading> {
        if !self.witnesses || !is_witness(self.lines, self.blocks, rank, self.numbered_witnesses) {
            return None;
        }
        let block = &self.blocks[rank];
        let text = self.lines[block.start].plain.trim_end_matches([':', ' ']);
        let heading = untitled(text, depth::PART);
        let kind = or_session(heading.kind);
        let people = person_with_role(text).into_iter().collect();
        Some(Heading { lines: block.clone(), kind, people, ..heading })
    }
}

/// Whether several numbered parts are headed by people.
pub(super) fn numbered(parts: &[Part]) -> bool {
    let people = parts.iter().filter(|part| person_with_role(&part.title).is_some());
    people.take(MANY).count() == MANY
}

/// Whether names in bold often stand alone above a paragraph.
pub(super) fn in_bold(lines: &[Line<'_>], blocks: &[Range<usize>]) -> bool {
    let heads = (0..blocks.len()).filter(|&rank| is_witness(lines, blocks, rank, false));
    heads.take(MANY).count() == MANY
}

/// Whether a block is a name and who bears it, above a paragraph; `plain` where bold is not asked for.
fn is_witness(lines: &[Line<'_>], blocks: &[Range<usize>], rank: usize, plain: bool) -> bool {
    let (block, Some(next)) = (&blocks[rank], blocks.get(rank + 1)) else { return false };
    let line = &lines[block.start];
    let short = block.len() == 1 && line.plain.len() <= MAX_LINE && line.level.is_none();
    if !short || line.item || !(plain || line.bold) || line.plain.ends_with(['.', ',', ';']) {
        return false;
    }
    let below = &lines[next.start];
    let prose = below.plain.len() >= MIN_PARAGRAPH && !below.bold && below.level.is_none();
    let named = line.name().is_some_and(|name| {
        let after = line.words().printed[name.len..].trim_start();
        name.form <= Form::Known && after.starts_with([',', '-', '–', '—'])
    });
    prose && named
}
