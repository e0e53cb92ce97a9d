//! What tags tell of a paragraph: where it goes on, at which level it is a heading, how its item is
//! marked.

use super::super::line::Line;
use super::super::measure::Measures;
use super::super::tags::Role;
use super::{MAX_HEADING, Paragraph, has_room, is_item, is_sign, opens_with_hour, waits};

/// How deep lists are told to stand in lists.
const MAX_DEPTH: usize = 8;

/// A paragraph of an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// In how many others it stands.
    depth: usize,
    /// Whether the paragraph is its first.
    pub(super) starts: bool,
}

impl Item {
    /// What a part is an item of, which has `started` above.
    pub(super) fn of(role: Role, started: bool) -> Option<Item> {
        match role {
            Role::Item(depth) => Some(Item { depth: depth.into(), starts: !started }),
            _ => None,
        }
    }
}

impl Paragraph<'_> {
    /// Whether `line` goes on with what the last line says, where both are told to be of one part: all
    /// of a heading does, and what the last line had no room for.
    pub(super) fn goes_on_within(&self, role: Role, line: &Line, edge: f64) -> bool {
        let last = self.lines[self.lines.len() - 1];
        let heading = matches!(role, Role::Title | Role::Heading(_));
        let title = last.is_bold() && !line.words[0].is_bold();
        let new = || title || opens_with_hour(line) && !waits(last);
        heading || !has_room(last, line, edge) && !new()
    }

    /// The level that tags tell of it as a heading.
    pub(super) fn told_level(&self, measures: &Measures) -> Option<u8> {
        let short = self.length() <= MAX_HEADING;
        match self.lines[0].mark.filter(|_| short)?.role {
            Role::Title => Some(1),
            Role::Heading(level) => Some((level + measures.below_title()).min(6)),
            _ => None,
        }
    }

    /// Writes the mark of an item; how many of its words it stands for.
    pub(super) fn write_mark(&self, text: &mut String) -> usize {
        let Some(Item { depth, starts }) = self.item else {
            let [first, _, ..] = &self.lines[0].words[..] else { return 0 };
            let sign = is_sign(&first.text);
            text.push_str(if sign { "- " } else { "" });
            return sign.into();
        };
        text.extend(std::iter::repeat_n("  ", depth.min(MAX_DEPTH)));
        if !starts {
            text.push_str("  ");
            return 0;
        }
        let words = &self.lines[0].words;
        let first = &words[0];
        let label = first.mark.is_some_and(|mark| mark.label);
        let mut letters = first.text.chars();
        // Fonts of signs show letters as bullets.
        let bullet = match (letters.next(), letters.next()) {
            (Some(sign), None) => !sign.is_alphanumeric() || label && !sign.is_ascii_digit(),
            _ => false,
        };
        if bullet && words.len() > 1 {
            text.push_str("- ");
            return 1;
        }
        if !label && !is_item(self.lines[0]) {
            text.push_str("- ");
        }
        0
    }
}
