//! The body of a Word document → blocks.

use super::Notes;
use super::numbering::Numbering;
use super::styles::{Look, Styles, of_outline};
use crate::extract::content::{Content, Setting};
use crate::extract::emphasis::Face;
use crate::extract::markdown::{Block, Row};
use crate::extract::numeral::Mark;
use crate::extract::spans::MAX_SPAN;
use crate::extract::tree::{Child, Element};

/// From which space on paragraphs stand apart, in twentieths of a point.
const APART: u32 = 60;

/// Reads a body.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    notes: &'a Notes<'a>,
    /// How many notes were called.
    called: usize,
}

impl<'a> Body<'a> {
    /// A reader of the body that these styles, lists and notes go with.
    pub(super) fn new(styles: &'a Styles, numbering: Numbering, notes: &'a Notes<'a>) -> Body<'a> {
        Body { styles, numbering, notes, called: 0 }
    }

    /// What stands in an element, in order.
    pub(super) fn blocks(&mut self, parent: Element<'a>) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.add_blocks(parent, &mut blocks);
        blocks
    }

    fn add_blocks(&mut self, parent: Element<'a>, blocks: &mut Vec<Block>) {
        for element in parent.elements() {
            match element.name() {
                "w:p" => self.add_paragraph(element, blocks),
                "w:tbl" => blocks.push(Block::Table(self.rows(element))),
                "w:sdt" | "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag" => {
                    self.add_blocks(element, blocks);
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.add_blocks(chosen, blocks);
                    }
                }
                _ => {}
            }
        }
    }

    fn add_paragraph(&mut self, element: Element<'a>, blocks: &mut Vec<Block>) {
        let style = element
            .child("w:pPr")
            .and_then(|set| set.child("w:pStyle"))
            .and_then(|style| style.attribute("w:val"));
        // The run properties of a paragraph are those of its mark.
        let mut look =
            Look { face: Face::default(), size: None, hidden: None, ..Look::of(element) };
        let direct = look.outline;
        look.fall_back(&self.styles.look(style));
        let mut content = Content::default();
        self.add_inline(element, &look, &mut content);
        let rank = direct.map_or_else(|| self.styles.rank(style), of_outline);
        let (level, blank) = (look.level.unwrap_or_default(), content.text.is_blank());
        let mark = match &look.list {
            Some(list) if !blank => self.numbering.mark(list, level),
            _ => Mark::None,
        };
        for (number, note) in std::mem::take(&mut content.notes) {
            let note = self.note(note);
            content.add_note(number, &note);
        }
        let closed = self.styles.lists_contents(style) || look.contextual == Some(true);
        let apart = |space: Option<u32>| !closed && space.is_some_and(|space| space >= APART);
        let setting = Setting { rank, above: apart(look.above), below: apart(look.below) };
        blocks.extend(content.finish(setting, level, mark));
    }

    /// Adds what stands in an element of a paragraph; text is only where `w:t` says.
    fn add_inline(&mut self, parent: Element<'a>, look: &Look, content: &mut Content<'a>) {
        for element in parent.elements() {
            match element.name() {
                "w:r" => {
                    let look = self.run_look(element, look);
                    if look.hidden != Some(true) {
                        self.add_inline(element, &look, content);
                    }
                }
                "w:t" | "m:t" => {
                    content.add(&text_of(element), look.face.emphasis(), look.size);
                }
                "w:tab" | "w:ptab" => content.add("\t", look.face.emphasis(), look.size),
                "w:br" | "w:cr" => content.add("\n", look.face.emphasis(), look.size),
                "w:noBreakHyphen" => content.add("-", look.face.emphasis(), look.size),
                "w:hyperlink" => {
                    content.linked = true;
                    self.add_inline(element, look, content);
                    content.linked = false;
                }
                "w:footnoteReference" | "w:endnoteReference" => self.call(element, look, content),
                "w:txbxContent" => self.add_blocks(element, &mut content.boxes),
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.add_inline(chosen, look, content);
                    }
                }
                "w:pPr" | "w:rPr" | "w:del" | "w:moveFrom" | "w:rt" => {}
                _ => self.add_inline(element, look, content),
            }
        }
    }

    fn run_look(&self, run: Element<'_>, paragraph: &Look) -> Look {
        let mut look = Look::of(run);
        let style = run.child("w:rPr").and_then(|set| set.child("w:rStyle"));
        if let Some(style) = style.and_then(|style| style.attribute("w:val")) {
            look.fall_back(&self.styles.run_look(style));
        }
        look.face.fall_back(paragraph.face);
        look.size = look.size.or(paragraph.size);
        look.hidden = look.hidden.or(paragraph.hidden);
        look
    }

    fn call(&mut self, element: Element<'a>, look: &Look, content: &mut Content<'a>) {
        let notes = match element.name() {
            "w:footnoteReference" => &self.notes.foot,
            _ => &self.notes.end,
        };
        let Some(note) = element.attribute("w:id").and_then(|id| notes.get(id)) else { return };
        self.called += 1;
        content.add(&format!("[^{}]", self.called), look.face.emphasis(), look.size);
        content.notes.push((self.called, *note));
    }

    /// The text of a note on one line; the notes that it calls in turn are left out.
    fn note(&mut self, element: Element<'a>) -> String {
        let mut content = Content::default();
        self.add_inline(element, &Look::default(), &mut content);
        self.called -= content.notes.len();
        let text = content.text.plain();
        let calls = content.notes.iter().map(|(number, _)| format!("[^{number}]"));
        calls.fold(text, |text, call| text.replace(&call, "")).trim().to_owned()
    }

    fn rows(&mut self, table: Element<'a>) -> Vec<Row> {
        let mut rows = Vec::new();
        self.add_rows(table, &mut rows);
        rows
    }

    fn add_rows(&mut self, parent: Element<'a>, rows: &mut Vec<Row>) {
        for element in parent.elements() {
            match element.name() {
                "w:tr" => {
                    let mut row = Vec::new();
                    self.add_cells(element, &mut row);
                    rows.push(row);
                }
                "w:tblPr" | "w:tblGrid" | "w:del" => {}
                _ => self.add_rows(element, rows),
            }
        }
    }

    fn add_cells(&mut self, parent: Element<'a>, row: &mut Row) {
        for element in parent.elements() {
            match element.name() {
                "w:tc" => {
                    row.push(self.blocks(element));
                    let set = element.child("w:tcPr").and_then(|set| set.child("w:gridSpan"));
                    let span = set.and_then(|span| span.attribute("w:val")?.parse().ok());
                    let span: usize = span.unwrap_or(1);
                    row.extend((1..span.min(MAX_SPAN)).map(|_| Vec::new()));
                }
                "w:trPr" | "w:tblPrEx" => {}
                _ => self.add_cells(element, row),
            }
        }
    }
}

/// What is read of several forms of one content: the first that stands there.
fn chosen(element: Element<'_>) -> Option<Element<'_>> {
    element.child("mc:Choice").or_else(|| element.child("mc:Fallback"))
}

fn text_of(element: Element<'_>) -> String {
    let parts = element.children().filter_map(|child| match child {
        Child::Text(text) => Some(text),
        Child::Element(_) => None,
    });
    // Line ends inside a text are those of its file.
    parts.collect::<String>().replace(['\n', '\r'], " ")
}
