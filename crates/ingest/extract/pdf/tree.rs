//! The tree of the pages, which a file may make as wrong as it likes.

use std::collections::HashSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::object::{Lookup, whole};

/// A page with what it inherits.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    /// The object that it is.
    pub(super) id: ObjectId,
    /// Where its fonts and forms are named.
    pub(super) resources: Option<Object>,
    /// How it is shown, in degrees clockwise.
    pub(super) turn: i64,
}

/// The pages in reading order; each object is visited once, so that a loop ends.
pub(super) fn pages(document: &Document) -> Vec<Page> {
    let root = document.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok());
    let Some(root) = root.and_then(|root| root.as_reference().ok()) else { return Vec::new() };
    let (mut pages, mut seen) = (Vec::new(), HashSet::new());
    // What is still to be visited, with what it inherits, last first.
    let mut open = vec![Page { id: root, resources: None, turn: 0 }];
    while let Some(inherited) = open.pop() {
        let Ok(node) = document.get_dictionary(inherited.id) else { continue };
        if !seen.insert(inherited.id) {
            continue;
        }
        let own = inherited.with(document, node);
        match document.array(node, b"Kids") {
            Some(kids) => {
                let kids = kids.iter().rev().filter_map(|kid| kid.as_reference().ok());
                open.extend(kids.map(|id| Page { id, ..own.clone() }));
            }
            None => pages.push(own),
        }
    }
    pages
}

/// All the objects that are pages, in the order of their numbers, where no tree holds them.
pub(super) fn loose_pages(document: &Document) -> Vec<Page> {
    let pages = document.objects.iter().filter_map(|(&id, object)| {
        let page = object.as_dict().ok().filter(|page| page.has_type(b"Page"))?;
        Some(Page { id, resources: None, turn: 0 }.with(document, page))
    });
    pages.collect()
}

impl Page {
    /// With what a node of the tree says itself.
    fn with(mut self, document: &Document, node: &Dictionary) -> Page {
        if let Ok(resources) = node.get(b"Resources") {
            self.resources = Some(resources.clone());
        }
        if let Some(turn) = document.number(node, b"Rotate") {
            self.turn = whole(turn);
        }
        self
    }
}
