//! A tree of elements, which XML and HTML are read into and the readers of formats walk.

use std::collections::HashMap;
use std::ops::Range;

/// How deep elements may stand in each other: walking a tree recurses, on stacks of any size.
///
/// Tables in tables of a Word document take some ten levels each.
pub(super) const MAX_DEPTH: usize = 256;

/// How many elements and stretches of text a tree may hold, of twenty bytes each.
const MAX_NODES: usize = 8 << 20;

/// What stands for « none » among nodes, and for the name of a text.
const NONE: u32 = u32::MAX;

/// A document as elements and text. Names and texts are stored once, nodes refer to each other.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    names: Vec<String>,
    /// The texts and the values of attributes, one after the other.
    pool: String,
    attributes: Vec<(u32, Range<u32>)>,
}

#[derive(Debug)]
struct Node {
    /// The rank of the name; [`NONE`] for a text.
    name: u32,
    /// Its attributes, or its text in the pool.
    held: Range<u32>,
    first: u32,
    next: u32,
}

/// An element of a tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'t> {
    tree: &'t Tree,
    at: u32,
}

/// What stands in an element.
#[derive(Debug, Clone, Copy)]
pub(super) enum Child<'t> {
    /// Another element.
    Element(Element<'t>),
    /// Text, its entities decoded.
    Text(&'t str),
}

impl Tree {
    /// The element that holds all others; it has no name.
    pub(super) fn root(&self) -> Element<'_> {
        Element { tree: self, at: 0 }
    }
}

impl<'t> Element<'t> {
    /// The name, with its prefix in XML and in lower case in HTML.
    pub(super) fn name(self) -> &'t str {
        let name = self.node().name;
        self.tree.names.get(name as usize).map_or("", String::as_str)
    }

    /// The value of an attribute.
    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        let Range { start, end } = self.node().held;
        let mut held = self.tree.attributes[start as usize..end as usize].iter();
        let (_, value) = held.find(|(held, _)| self.tree.names[*held as usize] == name)?;
        Some(self.tree.slice(value))
    }

    /// What stands in it, in order.
    pub(super) fn children(self) -> impl Iterator<Item = Child<'t>> {
        let mut next = self.node().first;
        std::iter::from_fn(move || {
            let node = self.tree.nodes.get(next as usize)?;
            let at = std::mem::replace(&mut next, node.next);
            Some(match node.name {
                NONE => Child::Text(self.tree.slice(&node.held)),
                _ => Child::Element(Element { tree: self.tree, at }),
            })
        })
    }

    /// The elements that stand in it, in order.
    pub(super) fn elements(self) -> impl Iterator<Item = Element<'t>> {
        self.children().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name that stands in it.
    pub(super) fn child(self, name: &str) -> Option<Element<'t>> {
        self.elements().find(|element| element.name() == name)
    }

    /// The first element of this name that stands in it, at any depth.
    pub(super) fn descendant(self, name: &str) -> Option<Element<'t>> {
        self.elements().find_map(|element| match element.name() == name {
            true => Some(element),
            false => element.descendant(name),
        })
    }

    /// All the text in it, at any depth.
    pub(super) fn text(self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(self, text: &mut String) {
        for child in self.children() {
            match child {
                Child::Text(part) => text.push_str(part),
                Child::Element(element) => element.add_text(text),
            }
        }
    }

    fn node(self) -> &'t Node {
        &self.tree.nodes[self.at as usize]
    }
}

impl Tree {
    fn slice(&self, range: &Range<u32>) -> &str {
        &self.pool[range.start as usize..range.end as usize]
    }
}

/// A tree is beyond what is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    /// Elements stand too deep in each other.
    Depth,
    /// There are too many.
    Nodes,
}

/// A tree that grows, element by element.
#[derive(Debug)]
pub(super) struct Growing {
    tree: Tree,
    ranks: HashMap<String, u32>,
    /// The elements that are open, and the last child of each.
    open: Vec<(u32, u32)>,
}

impl Growing {
    /// A tree of a root only.
    pub(super) fn new() -> Growing {
        let root = Node { name: 0, held: 0..0, first: NONE, next: NONE };
        let tree = Tree { nodes: vec![root], names: vec![String::new()], ..Tree::default() };
        Growing { tree, ranks: HashMap::new(), open: vec![(0, NONE)] }
    }

    /// Adds an element to the last open one, and opens it.
    ///
    /// # Errors
    ///
    /// When the tree would be beyond what is walked; it is then as it was.
    pub(super) fn open<'a>(
        &mut self,
        name: &str,
        attributes: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), Beyond> {
        if self.open.len() > MAX_DEPTH {
            return Err(Beyond::Depth);
        }
        let start = offset(self.tree.attributes.len());
        for (name, value) in attributes {
            let (name, value) = (self.rank(name), self.store(value));
            self.tree.attributes.push((name, value));
        }
        let name = self.rank(name);
        let at = self.add(name, start..offset(self.tree.attributes.len()))?;
        self.open.push((at, NONE));
        Ok(())
    }

    /// Adds text to the last open element.
    ///
    /// # Errors
    ///
    /// When the tree would hold too much.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Beyond> {
        if text.is_empty() {
            return Ok(());
        }
        let last = self.open.last().map_or(NONE, |(_, last)| *last);
        let held = self.store(text);
        // Text comes in pieces, around entities.
        match self.tree.nodes.get_mut(last as usize) {
            Some(node) if node.name == NONE && node.held.end == held.start => {
                node.held.end = held.end;
                Ok(())
            }
            _ => self.add(NONE, held).map(drop),
        }
    }

    /// Closes the last open element.
    pub(super) fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    /// The names of the open elements, the last one first.
    pub(super) fn open_names(&self) -> impl Iterator<Item = &str> {
        let names = self.open[1..].iter().rev();
        names.map(|(at, _)| self.tree.names[self.tree.nodes[*at as usize].name as usize].as_str())
    }

    /// The tree, with all closed.
    pub(super) fn finish(self) -> Tree {
        self.tree
    }

    fn add(&mut self, name: u32, held: Range<u32>) -> Result<u32, Beyond> {
        if self.tree.nodes.len() >= MAX_NODES {
            return Err(Beyond::Nodes);
        }
        let at = offset(self.tree.nodes.len());
        self.tree.nodes.push(Node { name, held, first: NONE, next: NONE });
        if let Some((parent, last)) = self.open.last_mut() {
            match *last {
                NONE => self.tree.nodes[*parent as usize].first = at,
                before => self.tree.nodes[before as usize].next = at,
            }
            *last = at;
        }
        Ok(at)
    }

    fn rank(&mut self, name: &str) -> u32 {
        if let Some(rank) = self.ranks.get(name) {
            return *rank;
        }
        let rank = offset(self.tree.names.len());
        self.tree.names.push(name.to_owned());
        self.ranks.insert(name.to_owned(), rank);
        rank
    }

    fn store(&mut self, text: &str) -> Range<u32> {
        let start = offset(self.tree.pool.len());
        self.tree.pool.push_str(text);
        start..offset(self.tree.pool.len())
    }
}

/// A length as it is stored: sources are far below four gigabytes.
fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_each_other_in_order() {
        let mut tree = Growing::new();
        tree.open("p", [("style", "Titre")].into_iter()).unwrap();
        tree.text("Bonjour ").unwrap();
        tree.open("b", std::iter::empty()).unwrap();
        tree.text("à ").unwrap();
        tree.text("tous").unwrap();
        tree.close();
        tree.close();
        tree.open("table", std::iter::empty()).unwrap();
        let tree = tree.finish();
        let names: Vec<&str> = tree.root().elements().map(Element::name).collect();
        assert_eq!(names, ["p", "table"]);
        let paragraph = tree.root().child("p").unwrap();
        assert_eq!(paragraph.attribute("style"), Some("Titre"));
        assert_eq!(paragraph.text(), "Bonjour à tous");
        assert_eq!(tree.root().descendant("b").unwrap().children().count(), 1);
    }

    #[test]
    fn depth_is_bounded() {
        let mut tree = Growing::new();
        let open = |tree: &mut Growing| tree.open("a", std::iter::empty());
        for _ in 0..MAX_DEPTH {
            open(&mut tree).unwrap();
        }
        assert_eq!(open(&mut tree), Err(Beyond::Depth));
    }
}
