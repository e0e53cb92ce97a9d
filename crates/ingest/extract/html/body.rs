//! The body of a page → blocks.

use super::fields;
use super::skip::Skip;
use crate::extract::content::{Content, Setting};
use crate::extract::emphasis::{Face, is_bold, is_coloured};
use crate::extract::length::points;
use crate::extract::markdown::{Block, Paragraph, Rank};
use crate::extract::numeral::{Mark, numeral};
use crate::extract::spans::Rows;
use crate::extract::tree::{Child, Element};

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 31] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "ol",
    "option",
    "section",
    "summary",
    "ul",
];

/// From which margin on paragraphs stand apart, in points.
const APART: f32 = 3.0;

/// The blocks of an element, in order, but for what `skip` leaves out.
pub(super) fn blocks(element: Element<'_>, skip: Skip) -> Vec<Block> {
    let mut body = Body { skip, ..Body::default() };
    body.add_all(element, Ways::default());
    body.finish_line();
    body.blocks
}

/// How the text of an element is read.
#[derive(Debug, Clone, Copy, Default)]
struct Ways {
    face: Face,
    /// Whether white space is the author's.
    preformatted: bool,
    /// How many lists it stands in.
    lists: usize,
}

/// Blocks that grow.
#[derive(Default)]
struct Body<'t> {
    skip: Skip,
    blocks: Vec<Block>,
    /// What stands on the lines that are not finished.
    content: Content<'t>,
    setting: Setting,
    /// The item that the next text opens.
    item: Option<(usize, Mark)>,
}

impl<'t> Body<'t> {
    fn add_all(&mut self, parent: Element<'t>, ways: Ways) {
        for child in parent.children() {
            match child {
                Child::Text(text) if ways.preformatted => {
                    self.content.add(text, ways.face.emphasis(), None);
                }
                Child::Text(text) => self.content.add_collapsed(text, ways.face.emphasis(), None),
                Child::Element(element) if self.skip.skips(element) => {}
                Child::Element(element) => self.add(element, ways),
            }
        }
    }

    fn add(&mut self, element: Element<'t>, ways: Ways) {
        let set = Ways { face: face(element).over(ways.face), ..ways };
        match element.name() {
            "br" => self.content.add("\n", ways.face.emphasis(), None),
            "div" | "p" if fields::end_with_hours(element) => self.add_fields(element, set),
            "p" => self.add_apart(element, margins(element), set),
            "pre" => {
                let ways = Ways { preformatted: true, ..set };
                self.add_apart(
                    element,
                    Setting { above: true, below: true, ..Setting::default() },
                    ways,
                );
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.add_heading(element, ways),
            "ul" | "ol" | "menu" | "dir" => self.add_list(element, set),
            "dt" => {
                let setting = Setting { above: true, ..Setting::default() };
                let face = Face { bold: Some(true), ..ways.face };
                self.add_apart(element, setting, Ways { face, ..ways });
            }
            "table" => self.add_table(element),
            "sup" => self.add_raised(element, set),
            "a" if element.attribute("href").is_some() => {
                self.content.linked = true;
                self.add_all(element, set);
                self.content.linked = false;
            }
            name if BLOCKS.contains(&name) => self.add_apart(element, Setting::default(), set),
            _ => self.add_all(element, set),
        }
    }

    /// Adds an element that stands on lines of its own.
    fn add_apart(&mut self, element: Element<'t>, setting: Setting, ways: Ways) {
        self.finish_line();
        self.setting = setting;
        self.add_all(element, ways);
        // An empty paragraph is a blank line where its author put something in it.
        let meant = self.content.text.has_tab() || element.descendant("br").is_some();
        if element.name() == "p" && meant && self.content.text.is_blank() {
            let text = std::mem::take(&mut self.content).text;
            self.blocks.push(Block::Paragraph(Paragraph { text, ..Paragraph::default() }));
        }
        self.finish_line();
    }

    /// Adds a title and its hours, which their page sets side by side, each on its line.
    fn add_fields(&mut self, element: Element<'t>, ways: Ways) {
        self.finish_line();
        self.setting = Setting { above: true, below: true, ..Setting::default() };
        for (rank, field) in fields::fields(element).enumerate() {
            if rank > 0 {
                self.content.add("\n", ways.face.emphasis(), None);
            }
            self.add(field, ways);
        }
        self.finish_line();
    }

    fn add_heading(&mut self, element: Element<'t>, ways: Ways) {
        let level = element.name()[1..].parse().unwrap_or(6);
        self.add_apart(element, Setting { rank: Rank::Heading(level), ..Setting::default() }, ways);
    }

    fn add_list(&mut self, list: Element<'t>, ways: Ways) {
        self.finish_line();
        let number = |element: Element<'_>, name| element.attribute(name)?.parse::<u32>().ok();
        let mut next = number(list, "start").unwrap_or(1);
        let inner = Ways { lists: ways.lists + 1, ..ways };
        let skip = self.skip;
        for element in list.elements().filter(|element| !skip.skips(*element)) {
            if element.name() != "li" {
                self.add(element, inner);
                continue;
            }
            next = number(element, "value").unwrap_or(next);
            let mark = match list.name() {
                "ol" => {
                    let format = list.attribute("type").unwrap_or("1");
                    Mark::Number(format!("{}.", numeral(format, next)))
                }
                _ => Mark::Bullet,
            };
            next = next.saturating_add(1);
            self.finish_line();
            self.item = Some((ways.lists, mark));
            self.add_apart(element, Setting::default(), inner);
            self.item = None;
        }
    }

    /// `<sup>` is of an ordinal or a unit, unless it links to a note.
    fn add_raised(&mut self, element: Element<'t>, ways: Ways) {
        let text = element.text();
        let call = text.trim().trim_matches(['[', ']', '(', ')']);
        let numbered =
            !call.is_empty() && call.len() < 4 && call.bytes().all(|b| b.is_ascii_digit());
        if numbered && element.descendant("a").is_some() {
            self.content.add(&format!("[^{call}]"), ways.face.emphasis(), None);
        } else {
            self.add_all(element, ways);
        }
    }

    fn add_table(&mut self, table: Element<'t>) {
        self.finish_line();
        let mut grid = Grid { skip: self.skip, ..Grid::default() };
        grid.add_rows(table);
        for caption in grid.captions {
            self.add_apart(
                caption,
                Setting { above: true, below: true, ..Setting::default() },
                Ways::default(),
            );
        }
        self.blocks.push(Block::Table(grid.rows.finish()));
    }

    /// Ends the lines that are open.
    fn finish_line(&mut self) {
        let content = std::mem::take(&mut self.content);
        if content.text.is_blank() {
            return;
        }
        let setting = std::mem::take(&mut self.setting);
        let (depth, mark) = self.item.take().unwrap_or((0, Mark::None));
        self.blocks.extend(content.finish(setting, depth, mark));
    }
}

/// The rows of a table, each cell in its column.
#[derive(Default)]
struct Grid<'t> {
    skip: Skip,
    rows: Rows,
    captions: Vec<Element<'t>>,
}

impl<'t> Grid<'t> {
    fn add_rows(&mut self, parent: Element<'t>) {
        for child in parent.children() {
            let element = match child {
                Child::Element(element) => element,
                Child::Text(text) => {
                    self.add_stray(text);
                    continue;
                }
            };
            match element.name() {
                "tr" => self.add_row(element),
                "caption" => self.captions.push(element),
                "td" | "th" => self.rows.push_apart(blocks(element, self.skip)),
                _ if self.skip.skips(element) => {}
                _ => self.add_rows(element),
            }
        }
    }

    fn add_row(&mut self, element: Element<'t>) {
        for cell in element.elements().filter(|cell| matches!(cell.name(), "td" | "th")) {
            let held = if self.skip.skips(cell) { Vec::new() } else { blocks(cell, self.skip) };
            self.rows.push(held, span(cell, "colspan"), span(cell, "rowspan"));
        }
        self.rows.end_row();
        for child in element.children() {
            match child {
                Child::Text(text) => self.add_stray(text),
                Child::Element(cell) if matches!(cell.name(), "td" | "th") => {}
                Child::Element(inner) if self.skip.skips(inner) => {}
                Child::Element(inner) => self.rows.push_apart(blocks(inner, self.skip)),
            }
        }
    }

    /// Adds text that stands in a table outside its cells, as a row.
    fn add_stray(&mut self, text: &str) {
        let mut content = Content::default();
        content.add_collapsed(text, false, None);
        if !content.text.is_blank() {
            self.rows.push_apart(content.finish(Setting::default(), 0, Mark::None).collect());
        }
    }
}

fn span(cell: Element<'_>, name: &str) -> usize {
    cell.attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1)
}

/// What an element sets of its letters.
fn face(element: Element<'_>) -> Face {
    let style = element.attribute("style").unwrap_or_default();
    let named = |names: &[&str]| names.contains(&element.name()).then_some(true);
    let set = |property| declared(style, property);
    let colour = || element.attribute("color").filter(|_| element.name() == "font");
    Face {
        bold: named(&["b", "strong"]).or_else(|| set("font-weight").map(is_bold)),
        underlined: named(&["u", "ins"])
            .or_else(|| set("text-decoration").map(|line| line.contains("underline"))),
        coloured: set("color").or_else(colour).map(is_coloured),
        italic: named(&["i", "em"]).or_else(|| set("font-style").map(|style| style == "italic")),
    }
}

/// How a paragraph stands: apart, unless its own style closes it up.
fn margins(element: Element<'_>) -> Setting {
    let style = element.attribute("style").unwrap_or_default();
    let sides = declared(style, "margin").map(|all| all.split_whitespace().collect::<Vec<_>>());
    let side = |name: &str, at: usize| {
        let of_all = || {
            let sides = sides.as_ref()?;
            sides.get(at).or(sides.first()).copied()
        };
        declared(style, name).or_else(of_all).and_then(points)
    };
    let apart = |margin: Option<f32>| margin.is_none_or(|margin| margin >= APART);
    let (above, below) = (side("margin-top", 0), side("margin-bottom", 2));
    // Whoever closes a paragraph below means it above, too.
    let above = if above.is_none() { apart(below) } else { apart(above) };
    Setting { above, below: apart(below), ..Setting::default() }
}

/// The value that a style declares of a property.
fn declared<'s>(style: &'s str, property: &str) -> Option<&'s str> {
    style.split(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        (name.trim().eq_ignore_ascii_case(property)).then_some(value.trim())
    })
}
