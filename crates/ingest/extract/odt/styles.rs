//! How paragraphs and runs of an open document look, by their styles.

use std::collections::HashMap;

use crate::extract::emphasis::{Face, is_bold, is_coloured};
use crate::extract::length::points;
use crate::extract::markdown::Rank;
use crate::extract::tree::Element;

/// The styles of a document, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles<'t> {
    by_name: HashMap<(Family, &'t str), Style<'t>>,
    base: Look,
}

/// What a style is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Paragraph,
    Text,
}

#[derive(Debug)]
struct Style<'t> {
    /// The name that the author sees.
    shown: &'t str,
    parent: Option<&'t str>,
    outline: Option<u8>,
    look: Look,
}

/// How text is set; `None` leaves it to what is below.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) face: Face,
    pub(super) hidden: Option<bool>,
    /// In half points.
    pub(super) size: Option<u32>,
    /// The space above, in points.
    pub(super) above: Option<f32>,
    pub(super) below: Option<f32>,
    /// Whether paragraphs of one style close up.
    pub(super) contextual: Option<bool>,
}

/// How deep styles are looked for in their parents, which may stand in a circle.
const MAX_CHAIN: usize = 20;

impl<'t> Styles<'t> {
    /// The styles of these sets, common or of the document's own.
    pub(super) fn read(sets: &[Element<'t>]) -> Styles<'t> {
        let mut styles = Styles::default();
        let of_styles =
            |set: &&Element<'_>| matches!(set.name(), "office:styles" | "office:automatic-styles");
        for element in sets.iter().filter(of_styles).flat_map(|set| set.elements()) {
            let Some(family) = family(element) else { continue };
            match element.name() {
                "style:default-style" if family == Family::Paragraph => {
                    styles.base = Look::of(element);
                }
                "style:style" => styles.add(family, element),
                _ => {}
            }
        }
        styles
    }

    fn add(&mut self, family: Family, element: Element<'t>) {
        let Some(name) = element.attribute("style:name") else { return };
        let style = Style {
            shown: element.attribute("style:display-name").unwrap_or(name),
            parent: element.attribute("style:parent-style-name"),
            outline: element
                .attribute("style:default-outline-level")
                .and_then(|level| level.parse().ok()),
            look: Look::of(element),
        };
        self.by_name.insert((family, name), style);
    }

    /// How a style of paragraphs sets them, with all that it is based on.
    pub(super) fn paragraph(&self, name: Option<&str>) -> Look {
        let mut look = self.looks(Family::Paragraph, name);
        look.fall_back(&self.base);
        look
    }

    /// How a style of runs sets them, over how their paragraph does.
    pub(super) fn run(&self, name: Option<&str>, paragraph: &Look) -> Look {
        let mut look = self.looks(Family::Text, name);
        look.fall_back(paragraph);
        look
    }

    /// What a style makes of a paragraph.
    pub(super) fn rank(&self, name: Option<&str>) -> Rank {
        let told = |style: &Style<'_>| match style.outline {
            Some(level @ 1..=10) => Rank::Heading(level),
            _ => Rank::of_style(style.shown),
        };
        let mut ranks = self.chain(Family::Paragraph, name).map(told);
        ranks.find(|rank| *rank != Rank::Text).unwrap_or_default()
    }

    fn looks(&self, family: Family, name: Option<&str>) -> Look {
        let mut look = Look::default();
        self.chain(family, name).for_each(|style| look.fall_back(&style.look));
        look
    }

    fn chain<'s>(
        &'s self,
        family: Family,
        name: Option<&'s str>,
    ) -> impl Iterator<Item = &'s Style<'t>> {
        let first = name.and_then(|name| self.by_name.get(&(family, name)));
        let parent = move |style: &&'s Style<'t>| self.by_name.get(&(family, style.parent?));
        std::iter::successors(first, parent).take(MAX_CHAIN)
    }
}

impl Look {
    fn of(element: Element<'_>) -> Look {
        let mut look = Look::default();
        if let Some(set) = element.child("style:paragraph-properties") {
            look.above = set.attribute("fo:margin-top").and_then(points);
            look.below = set.attribute("fo:margin-bottom").and_then(points);
            look.contextual = set.attribute("style:contextual-spacing").map(|on| on == "true");
        }
        if let Some(set) = element.child("style:text-properties") {
            look.face = Face {
                bold: set.attribute("fo:font-weight").map(is_bold),
                underlined: set.attribute("style:text-underline-style").map(|line| line != "none"),
                coloured: set.attribute("fo:color").map(is_coloured),
                italic: set.attribute("fo:font-style").map(|style| style == "italic"),
            };
            look.hidden = set.attribute("text:display").map(|display| display == "none");
            look.size = set.attribute("fo:font-size").and_then(points).map(half_points);
        }
        look
    }

    fn fall_back(&mut self, other: &Look) {
        self.face.fall_back(other.face);
        self.hidden = self.hidden.or(other.hidden);
        self.size = self.size.or(other.size);
        self.above = self.above.or(other.above);
        self.below = self.below.or(other.below);
        self.contextual = self.contextual.or(other.contextual);
    }
}

fn family(element: Element<'_>) -> Option<Family> {
    match element.attribute("style:family")? {
        "paragraph" => Some(Family::Paragraph),
        "text" => Some(Family::Text),
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes of letters are small, and casts saturate"
)]
fn half_points(points: f32) -> u32 {
    (points * 2.0).round() as u32
}
