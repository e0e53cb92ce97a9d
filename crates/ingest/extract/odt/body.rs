//! The body of an open document → blocks.

use super::lists::{Lists, OUTLINE};
use super::styles::{Look, Styles};
use crate::extract::content::{Content, Setting};
use crate::extract::markdown::{Block, Rank};
use crate::extract::numeral::Mark;
use crate::extract::spans::{MAX_SPAN, Rows};
use crate::extract::tree::{Child, Element};

/// From which space on paragraphs stand apart, in points.
const APART: f32 = 3.0;

/// How many spaces in a row are believed.
const MAX_SPACES: usize = 100;

/// Reads a body.
pub(super) struct Body<'a> {
    styles: &'a Styles<'a>,
    lists: Lists<'a>,
    /// How many notes were called.
    called: usize,
}

/// Where a list item stands, and what is before it.
struct Place {
    depth: usize,
    mark: Mark,
}

impl<'a> Body<'a> {
    /// A reader of the body that these styles and lists go with.
    pub(super) fn new(styles: &'a Styles<'a>, lists: Lists<'a>) -> Body<'a> {
        Body { styles, lists, called: 0 }
    }

    /// What stands in an element, in order.
    pub(super) fn blocks(&mut self, parent: Element<'a>) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.add_blocks(parent, &mut blocks);
        blocks
    }

    fn add_blocks(&mut self, parent: Element<'a>, blocks: &mut Vec<Block>) {
        parent.elements().for_each(|element| self.add_block(element, blocks));
    }

    fn add_block(&mut self, element: Element<'a>, blocks: &mut Vec<Block>) {
        match element.name() {
            "text:p" => self.add_paragraph(element, Place { depth: 0, mark: Mark::None }, blocks),
            "text:h" => self.add_heading(element, blocks),
            "text:list" => self.add_list(element, None, 0, blocks),
            "table:table" => {
                let mut rows = Rows::default();
                self.add_rows(element, &mut rows);
                blocks.push(Block::Table(rows.finish()));
            }
            "text:tracked-changes" | "office:annotation" | "office:forms" => {}
            _ => self.add_blocks(element, blocks),
        }
    }

    fn add_paragraph(&mut self, element: Element<'a>, place: Place, blocks: &mut Vec<Block>) {
        let style = element.attribute("text:style-name");
        let look = self.styles.paragraph(style);
        let content = self.content(element, &look);
        let setting = setting(self.styles.rank(style), &look);
        blocks.extend(content.finish(setting, place.depth, place.mark));
    }

    fn add_heading(&mut self, element: Element<'a>, blocks: &mut Vec<Block>) {
        let look = self.styles.paragraph(element.attribute("text:style-name"));
        let content = self.content(element, &look);
        let level = element.attribute("text:outline-level").and_then(|level| level.parse().ok());
        let level: u8 = level.unwrap_or(1).clamp(1, 10);
        let counted = element.attribute("text:is-list-header") != Some("true");
        let mark = match counted && !content.text.is_blank() {
            true => self.lists.mark(OUTLINE, usize::from(level) - 1, None),
            false => Mark::None,
        };
        blocks.extend(content.finish(setting(Rank::Heading(level), &look), 0, mark));
    }

    /// Adds the items of a list, which stands in one of style `outer` at `depth`.
    fn add_list(
        &mut self,
        list: Element<'a>,
        outer: Option<&'a str>,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) {
        let style = list.attribute("text:style-name").or(outer).unwrap_or("?");
        let goes_on = list.attribute("text:continue-numbering") == Some("true")
            || list.attribute("text:continue-list").is_some();
        if depth == 0 && !goes_on {
            self.lists.restart(style);
        }
        for item in list.elements() {
            let mut first = item.name() == "text:list-item";
            let value = item.attribute("text:start-value").and_then(|value| value.parse().ok());
            for element in item.elements() {
                match element.name() {
                    "text:list" => self.add_list(element, Some(style), depth + 1, blocks),
                    "text:p" => {
                        let counted = std::mem::take(&mut first);
                        let mark = match counted {
                            true => self.lists.mark(style, depth, value),
                            false => Mark::None,
                        };
                        self.add_paragraph(element, Place { depth, mark }, blocks);
                    }
                    _ => self.add_block(element, blocks),
                }
            }
        }
    }

    /// What a paragraph holds, with its notes.
    fn content(&mut self, element: Element<'a>, look: &Look) -> Content<'a> {
        let mut content = Content::default();
        self.add_inline(element, look, &mut content);
        for (number, note) in std::mem::take(&mut content.notes) {
            let note: Vec<String> = self.blocks(note).iter().map(Block::plain).collect();
            content.add_note(number, &note.join(" "));
        }
        content
    }

    fn add_inline(&mut self, parent: Element<'a>, look: &Look, content: &mut Content<'a>) {
        for child in parent.children() {
            match child {
                Child::Text(text) => content.add_collapsed(text, look.face.emphasis(), look.size),
                Child::Element(element) => self.add_element(element, look, content),
            }
        }
    }

    fn add_element(&mut self, element: Element<'a>, look: &Look, content: &mut Content<'a>) {
        match element.name() {
            "text:span" => {
                let look = self.styles.run(element.attribute("text:style-name"), look);
                if look.hidden != Some(true) {
                    self.add_inline(element, &look, content);
                }
            }
            "text:a" => {
                content.linked = true;
                self.add_inline(element, look, content);
                content.linked = false;
            }
            "text:s" => {
                let count = element.attribute("text:c").and_then(|count| count.parse().ok());
                content.add(
                    &" ".repeat(count.unwrap_or(1).min(MAX_SPACES)),
                    look.face.emphasis(),
                    None,
                );
            }
            "text:tab" => content.add("\t", look.face.emphasis(), None),
            "text:line-break" => content.add("\n", look.face.emphasis(), None),
            "text:note" => {
                self.called += 1;
                content.add(&format!("[^{}]", self.called), look.face.emphasis(), look.size);
                content
                    .notes
                    .extend(element.child("text:note-body").map(|note| (self.called, note)));
            }
            "draw:text-box" | "text:p" | "text:list" | "table:table" | "text:h" => {
                let boxed = element.name() == "draw:text-box";
                match boxed {
                    true => self.add_blocks(element, &mut content.boxes),
                    false => self.add_block(element, &mut content.boxes),
                }
            }
            "office:annotation"
            | "text:tracked-changes"
            | "text:ruby-text"
            | "text:script"
            | "svg:title"
            | "svg:desc" => {}
            _ => self.add_inline(element, look, content),
        }
    }

    fn add_rows(&mut self, parent: Element<'a>, rows: &mut Rows) {
        for element in parent.elements() {
            match element.name() {
                "table:table-row" => {
                    element.elements().for_each(|cell| self.add_cell(cell, rows));
                    rows.end_row();
                }
                _ => self.add_rows(element, rows),
            }
        }
    }

    fn add_cell(&mut self, cell: Element<'a>, rows: &mut Rows) {
        let times = |name| cell.attribute(name).and_then(|times| times.parse().ok()).unwrap_or(1);
        let repeated: usize = times("table:number-columns-repeated");
        match cell.name() {
            "table:table-cell" => {
                // Cells that are repeated are empty.
                let columns = times("table:number-columns-spanned").max(repeated);
                rows.push(self.blocks(cell), columns, times("table:number-rows-spanned"));
            }
            "table:covered-table-cell" => {
                (0..repeated.min(MAX_SPAN)).for_each(|_| rows.push_covered());
            }
            _ => {}
        }
    }
}

fn setting(rank: Rank, look: &Look) -> Setting {
    let closed = look.contextual == Some(true);
    let apart = |space: Option<f32>| !closed && space.is_some_and(|space| space >= APART);
    Setting { rank, above: apart(look.above), below: apart(look.below) }
}
