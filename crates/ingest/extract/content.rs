//! What a paragraph holds while it is read.

use super::emphasis::Emphasis;
use super::markdown::{Block, Paragraph, Rank};
use super::numeral::Mark;
use super::styled::Styled;
use super::tree::Element;

/// The text of a paragraph, and what stands in it without being of it.
#[derive(Debug, Default)]
pub(super) struct Content<'t> {
    pub(super) text: Styled,
    /// What text boxes in it hold.
    pub(super) boxes: Vec<Block>,
    /// The notes that it calls, with their numbers.
    pub(super) notes: Vec<(usize, Element<'t>)>,
    /// The size of its smallest letters, in half points.
    size: Option<u32>,
    /// Whether what is added is a link, which stands out for that alone.
    pub(super) linked: bool,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// What its style makes of it.
    pub(super) rank: Rank,
    /// Whether it stands apart from what is above.
    pub(super) above: bool,
    /// Whether it stands apart from what is below.
    pub(super) below: bool,
}

impl Content<'_> {
    /// Adds text of a size, in half points.
    pub(super) fn add(&mut self, text: &str, emphasis: impl Into<Emphasis>, size: Option<u32>) {
        let emphasis = emphasis.into();
        let plain = self.linked && emphasis != Emphasis::Bold;
        self.text.push(text, if plain { Emphasis::None } else { emphasis });
        if let Some(size) = size.filter(|_| !text.trim().is_empty()) {
            self.size = Some(self.size.map_or(size, |smallest| smallest.min(size)));
        }
    }

    /// Adds text whose white space is that of its file: any of it is one space.
    ///
    /// A tab within a line is kept: office suites write those of the author so.
    pub(super) fn add_collapsed(
        &mut self,
        text: &str,
        emphasis: impl Into<Emphasis>,
        size: Option<u32>,
    ) {
        let mut collapsed = String::with_capacity(text.len());
        let mut spaced = self.text.ends_with_space();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let white = rest.find(|c| !is_white(c)).unwrap_or(rest.len());
            let length = if white > 0 { white } else { rest.find(is_white).unwrap_or(rest.len()) };
            let (part, after) = rest.split_at(length);
            match is_white(first) {
                false => collapsed.push_str(part),
                true if part.contains('\t') && !part.contains(['\n', '\r']) => collapsed.push('\t'),
                true if !spaced => collapsed.push(' '),
                true => {}
            }
            spaced = is_white(first);
            rest = after;
        }
        self.add(&collapsed, emphasis, size);
    }

    /// Adds the text of a note behind that of the paragraph.
    ///
    /// On a line of its own it would look like a person and a role, which most sources that are
    /// cited do.
    pub(super) fn add_note(&mut self, number: usize, note: &str) {
        let note = note.trim();
        if !note.is_empty() {
            self.text.push(&format!(" [^{number}] {note}"), false);
        }
    }

    /// The paragraph, heading or item that it is, then its text boxes.
    pub(super) fn finish(
        self,
        setting: Setting,
        depth: usize,
        mark: Mark,
    ) -> impl Iterator<Item = Block> {
        let Content { text, boxes, size, .. } = self;
        let blank = text.is_blank();
        let block = match (setting.rank, mark) {
            (Rank::Text, mark @ (Mark::Bullet | Mark::Number(_))) if !blank => {
                let mark = if let Mark::Number(mark) = mark { Some(mark) } else { None };
                Block::Item { depth, mark, text, size: size.unwrap_or_default() }
            }
            (Rank::Text, _) => Block::Paragraph(setting.paragraph(text, size)),
            _ if blank => Block::Paragraph(setting.paragraph(text, size)),
            (rank, Mark::Number(number)) => rank.heading(text.after(&format!("{number} "))),
            (rank, _) => rank.heading(text),
        };
        std::iter::once(block).chain(apart(boxes))
    }
}

impl Setting {
    fn paragraph(self, text: Styled, size: Option<u32>) -> Paragraph {
        Paragraph { text, above: self.above, below: self.below, size: size.unwrap_or_default() }
    }
}

fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// The blocks of text boxes, apart from the paragraph that holds them.
fn apart(mut boxes: Vec<Block>) -> Vec<Block> {
    if let Some(Block::Paragraph(first)) = boxes.first_mut() {
        first.above = true;
    }
    if let Some(Block::Paragraph(last)) = boxes.last_mut() {
        last.below = true;
    }
    boxes
}
