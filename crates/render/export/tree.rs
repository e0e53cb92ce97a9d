//! Sections within sections, whatever their parents are said to be.

use std::collections::HashMap;

use glane_document::Section;

/// Which sections stand in which, by their places in `sections`, each once.
pub(super) struct Tree {
    /// Sections that stand in no other, in order.
    pub(super) roots: Vec<usize>,
    /// By section, those that stand in it, in order.
    pub(super) children: Vec<Vec<usize>>,
}

impl Tree {
    /// The tree that parents make. One that is absent, is the section itself or makes a ring is none.
    pub(super) fn of(sections: &[Section]) -> Tree {
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (at, section) in sections.iter().enumerate() {
            places.entry(&section.id).or_insert(at);
        }
        // A parent stands before its children, which leaves no room for a ring.
        let parent = |at: usize| {
            let named = sections[at].parent.as_deref().and_then(|id| places.get(id));
            named.copied().filter(|parent| *parent < at)
        };
        let mut tree = Tree { roots: Vec::new(), children: vec![Vec::new(); sections.len()] };
        for at in 0..sections.len() {
            match parent(at) {
                Some(parent) => tree.children[parent].push(at),
                None => tree.roots.push(at),
            }
        }
        tree
    }
}
