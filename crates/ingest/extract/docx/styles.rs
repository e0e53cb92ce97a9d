//! How paragraphs and runs of a Word document look, by their styles.

use std::collections::{HashMap, HashSet};

use crate::extract::emphasis::{Face, is_coloured};
use crate::extract::markdown::Rank;
use crate::extract::tree::Element;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: String,
    /// What holds where no style says otherwise.
    base: Look,
}

#[derive(Debug)]
struct Style {
    name: String,
    based_on: Option<String>,
    look: Look,
}

/// How text is set; `None` leaves it to what is below.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    /// The level that it has in the outline, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    pub(super) face: Face,
    pub(super) hidden: Option<bool>,
    /// In half points.
    pub(super) size: Option<u32>,
    /// The space above, in twentieths of a point.
    pub(super) above: Option<u32>,
    pub(super) below: Option<u32>,
    /// Whether paragraphs of one style close up.
    pub(super) contextual: Option<bool>,
    /// The list that it is an item of, and the level in it.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

/// How deep styles are looked for in those that they are based on.
const MAX_CHAIN: usize = 20;

impl Styles {
    /// The styles of `styles.xml`.
    pub(super) fn read(root: Element<'_>) -> Styles {
        let mut styles = Styles::default();
        let held = root.child("w:styles").into_iter().flat_map(Element::elements);
        for element in held {
            match element.name() {
                "w:docDefaults" => styles.base = defaults(element),
                "w:style" => styles.add(element),
                _ => {}
            }
        }
        styles
    }

    fn add(&mut self, element: Element<'_>) {
        let Some(id) = element.attribute("w:styleId") else { return };
        if is_on(element.attribute("w:default")) && element.attribute("w:type") == Some("paragraph")
        {
            id.clone_into(&mut self.usual);
        }
        let value = |name| element.child(name)?.attribute("w:val");
        let style = Style {
            name: value("w:name").unwrap_or_default().to_owned(),
            based_on: value("w:basedOn").map(str::to_owned),
            look: Look::of(element),
        };
        self.by_id.insert(id.to_owned(), style);
    }

    /// How a style sets text, with all that it is based on; the usual one for `None`.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        self.chain(id).for_each(|style| look.fall_back(&style.look));
        look.fall_back(&self.base);
        look
    }

    /// How a style of runs sets them: what it leaves open is the paragraph's.
    pub(super) fn run_look(&self, id: &str) -> Look {
        let mut look = Look::default();
        self.chain(Some(id)).for_each(|style| look.fall_back(&style.look));
        look
    }

    /// What a style makes of a paragraph.
    pub(super) fn rank(&self, id: Option<&str>) -> Rank {
        let told = |style: &Style| match style.look.outline {
            Some(level) => Some(of_outline(level)),
            None => Some(Rank::of_style(&style.name)).filter(|rank| *rank != Rank::Text),
        };
        self.chain(id).find_map(told).unwrap_or_default()
    }

    /// Whether a style is that of entries of a table of contents.
    pub(super) fn lists_contents(&self, id: Option<&str>) -> bool {
        let name = self.chain(id).next().map(|style| style.name.to_lowercase()).unwrap_or_default();
        name.starts_with("toc ") || name.starts_with("tm ")
    }

    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let first = self.by_id.get(id.unwrap_or(&self.usual));
        let mut seen = HashSet::new();
        let below = |style: &&'s Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, below).take_while(move |style| {
            seen.len() < MAX_CHAIN && seen.insert(std::ptr::from_ref(*style))
        })
    }
}

impl Look {
    /// What `w:pPr` and `w:rPr` of an element set.
    pub(super) fn of(element: Element<'_>) -> Look {
        let mut look = Look::default();
        if let Some(set) = element.child("w:pPr") {
            look.set_paragraph(set);
        }
        if let Some(set) = element.child("w:rPr") {
            look.set_run(set);
        }
        look
    }

    fn set_paragraph(&mut self, set: Element<'_>) {
        self.outline = number(set, "w:outlineLvl");
        self.contextual = switch(set, "w:contextualSpacing");
        if let Some(list) = set.child("w:numPr") {
            self.list =
                list.child("w:numId").and_then(|id| id.attribute("w:val")).map(str::to_owned);
            self.level = number(list, "w:ilvl");
        }
        let Some(spacing) = set.child("w:spacing") else { return };
        let length = |name: &str, automatic: &str| {
            if is_on(spacing.attribute(automatic)) {
                return Some(280);
            }
            spacing.attribute(name)?.parse().ok()
        };
        self.above = length("w:before", "w:beforeAutospacing");
        self.below = length("w:after", "w:afterAutospacing");
    }

    fn set_run(&mut self, set: Element<'_>) {
        let value = |name| set.child(name)?.attribute("w:val");
        self.face = Face {
            bold: switch(set, "w:b"),
            underlined: value("w:u").map(|line| line != "none"),
            coloured: value("w:color").map(is_coloured),
            italic: switch(set, "w:i"),
        };
        self.hidden = switch(set, "w:vanish");
        self.size = number(set, "w:sz");
    }

    /// Takes from `other` what is open.
    pub(super) fn fall_back(&mut self, other: &Look) {
        self.outline = self.outline.or(other.outline);
        self.face.fall_back(other.face);
        self.hidden = self.hidden.or(other.hidden);
        self.size = self.size.or(other.size);
        self.above = self.above.or(other.above);
        self.below = self.below.or(other.below);
        self.contextual = self.contextual.or(other.contextual);
        self.list = self.list.take().or_else(|| other.list.clone());
        self.level = self.level.or(other.level);
    }
}

/// What a level of the outline, from 0, makes of a paragraph.
pub(super) fn of_outline(level: u8) -> Rank {
    if level < 9 { Rank::Heading(level + 1) } else { Rank::Text }
}

fn defaults(element: Element<'_>) -> Look {
    let mut look = Look::default();
    let of = |name| element.child(name).map(Look::of).unwrap_or_default();
    look.fall_back(&of("w:pPrDefault"));
    look.fall_back(&of("w:rPrDefault"));
    look
}

fn number<N: std::str::FromStr>(set: Element<'_>, name: &str) -> Option<N> {
    set.child(name)?.attribute("w:val")?.parse().ok()
}

fn switch(set: Element<'_>, name: &str) -> Option<bool> {
    let switch = set.child(name)?.attribute("w:val");
    Some(switch.is_none_or(|value| is_on(Some(value))))
}

fn is_on(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "on"))
}
