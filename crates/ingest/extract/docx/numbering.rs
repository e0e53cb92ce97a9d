//! The numbers of list items, which a Word document leaves to its reader.

use std::collections::HashMap;

use crate::extract::numeral::{Mark, numeral};
use crate::extract::tree::Element;

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    /// By kind of list: what counts on together.
    counted: HashMap<String, [u32; LEVELS]>,
}

#[derive(Debug, Clone, Default)]
struct List {
    /// What it counts with: lists of one kind, unless they start anew.
    counter: String,
    levels: HashMap<usize, Level>,
}

#[derive(Debug, Clone)]
struct Level {
    format: String,
    /// The number as printed, `%1` for that of the first level.
    text: String,
    start: u32,
}

/// How many levels a list has.
const LEVELS: usize = 9;

impl Numbering {
    /// The lists of `numbering.xml`.
    pub(super) fn read(root: Element<'_>) -> Numbering {
        let held = || root.child("w:numbering").into_iter().flat_map(Element::elements);
        let of = |name: &'static str| held().filter(move |element| element.name() == name);
        let kinds: HashMap<&str, HashMap<usize, Level>> = of("w:abstractNum")
            .filter_map(|kind| Some((kind.attribute("w:abstractNumId")?, levels(kind))))
            .collect();
        let lists = of("w:num").filter_map(|list| {
            let id = list.attribute("w:numId")?;
            let kind = list.child("w:abstractNumId")?.attribute("w:val")?;
            let mut levels = kinds.get(kind).cloned().unwrap_or_default();
            let counter =
                if restart(list, &mut levels) { format!("={id}") } else { kind.to_owned() };
            Some((id.to_owned(), List { counter, levels }))
        });
        Numbering { lists: lists.collect(), counted: HashMap::new() }
    }

    /// Counts an item, and tells what stands before it.
    pub(super) fn mark(&mut self, list: &str, level: usize) -> Mark {
        let level = level.min(LEVELS - 1);
        let Some(list) = self.lists.get(list) else { return Mark::None };
        let start = |at: usize| list.levels.get(&at).map_or(1, |level| level.start);
        let counted = self.counted.entry(list.counter.clone()).or_insert([0; LEVELS]);
        counted[level] = match counted[level] {
            0 => start(level).max(1),
            count => count.saturating_add(1),
        };
        counted[level + 1..].fill(0);
        let Some(set) = list.levels.get(&level) else { return Mark::Bullet };
        match set.format.as_str() {
            "bullet" => Mark::Bullet,
            "none" => Mark::None,
            _ => number(&list.levels, counted, &set.text),
        }
    }
}

/// The number as printed.
fn number(levels: &HashMap<usize, Level>, counted: &[u32; LEVELS], text: &str) -> Mark {
    let mut printed = text.to_owned();
    for (at, count) in counted.iter().enumerate() {
        let format = levels.get(&at).map_or("decimal", |level| level.format.as_str());
        printed = printed.replace(&format!("%{}", at + 1), &numeral(format, (*count).max(1)));
    }
    let printed = printed.trim();
    if printed.is_empty() { Mark::None } else { Mark::Number(printed.to_owned()) }
}

fn levels(kind: Element<'_>) -> HashMap<usize, Level> {
    let levels = kind.elements().filter(|element| element.name() == "w:lvl");
    levels
        .filter_map(|level| Some((level.attribute("w:ilvl")?.parse().ok()?, set(level))))
        .collect()
}

fn set(level: Element<'_>) -> Level {
    let value = |name| level.child(name).and_then(|element| element.attribute("w:val"));
    Level {
        format: value("w:numFmt").unwrap_or("decimal").to_owned(),
        text: value("w:lvlText").unwrap_or_default().to_owned(),
        start: value("w:start").and_then(|start| start.parse().ok()).unwrap_or(1),
    }
}

/// Changes the levels as a list of their kind does; whether it starts anew.
fn restart(list: Element<'_>, levels: &mut HashMap<usize, Level>) -> bool {
    let mut anew = false;
    for change in list.elements().filter(|element| element.name() == "w:lvlOverride") {
        let at = change.attribute("w:ilvl").and_then(|at| at.parse().ok()).unwrap_or(0);
        if let Some(level) = change.child("w:lvl") {
            levels.insert(at, set(level));
        }
        let start = change.child("w:startOverride").and_then(|start| start.attribute("w:val"));
        if let Some(start) = start.and_then(|start| start.parse().ok()) {
            anew = true;
            if let Some(level) = levels.get_mut(&at) {
                level.start = start;
            }
        }
    }
    anew
}
