//! The numbers of list items and headings, which an open document leaves to its reader.

use std::collections::HashMap;

use crate::extract::numeral::{Mark, numeral};
use crate::extract::tree::Element;

/// The styles of lists, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Lists<'t> {
    styles: HashMap<&'t str, [Option<Level<'t>>; LEVELS]>,
    counted: HashMap<&'t str, [u32; LEVELS]>,
}

#[derive(Debug, Clone, Copy)]
struct Level<'t> {
    /// Empty where nothing is counted.
    format: &'t str,
    prefix: &'t str,
    suffix: &'t str,
    /// How many levels the number shows.
    shown: usize,
    start: u32,
    bullet: bool,
}

/// How many levels a list has.
const LEVELS: usize = 10;

/// The name that the style of headings goes by; no list has it.
pub(super) const OUTLINE: &str = "";

impl<'t> Lists<'t> {
    /// The styles of lists of these sets, and that of headings.
    pub(super) fn read(sets: &[Element<'t>]) -> Lists<'t> {
        let mut lists = Lists::default();
        for element in sets.iter().flat_map(|set| set.elements()) {
            let name = match element.name() {
                "text:list-style" => element.attribute("style:name"),
                "text:outline-style" => Some(OUTLINE),
                _ => None,
            };
            if let Some(name) = name {
                lists.styles.insert(name, levels(element));
            }
        }
        lists
    }

    /// Starts a list anew.
    pub(super) fn restart(&mut self, style: &'t str) {
        self.counted.remove(style);
    }

    /// Counts an item, whose level is from 0, and tells what stands before it.
    pub(super) fn mark(&mut self, style: &'t str, level: usize, value: Option<u32>) -> Mark {
        let level = level.min(LEVELS - 1);
        let levels = self.styles.get(style).copied().unwrap_or_default();
        let start = levels[level].map_or(1, |level| level.start);
        let counted = self.counted.entry(style).or_insert([0; LEVELS]);
        counted[level] = value.unwrap_or(match counted[level] {
            0 => start,
            count => count.saturating_add(1),
        });
        counted[level + 1..].fill(0);
        match levels[level] {
            None if style == OUTLINE => Mark::None,
            None => Mark::Bullet,
            Some(set) if set.bullet => Mark::Bullet,
            Some(set) => set.number(&levels, counted, level),
        }
    }
}

impl Level<'_> {
    fn number(
        &self,
        levels: &[Option<Level<'_>>; LEVELS],
        counted: &[u32; LEVELS],
        level: usize,
    ) -> Mark {
        if self.format.is_empty() {
            return Mark::None;
        }
        let first = (level + 1).saturating_sub(self.shown.max(1));
        let parts = (first..=level).filter_map(|at| {
            let format =
                levels[at].map(|level| level.format).filter(|format| !format.is_empty())?;
            Some(numeral(format, counted[at].max(1)))
        });
        let number = parts.collect::<Vec<_>>().join(".");
        let printed = format!("{}{number}{}", self.prefix, self.suffix);
        Mark::Number(printed.trim().to_owned())
    }
}

fn levels(style: Element<'_>) -> [Option<Level<'_>>; LEVELS] {
    let mut levels = [None; LEVELS];
    for element in style.elements() {
        let number = |name: &str| element.attribute(name).and_then(|value| value.parse().ok());
        let text = |name: &str| element.attribute(name).unwrap_or_default();
        let Some(at) = number("text:level").filter(|at| (1..=LEVELS).contains(at)) else {
            continue;
        };
        levels[at - 1] = Some(Level {
            format: text("style:num-format"),
            prefix: text("style:num-prefix"),
            suffix: text("style:num-suffix"),
            shown: number("text:display-levels").unwrap_or(1),
            start: number("text:start-value")
                .and_then(|start| u32::try_from(start).ok())
                .unwrap_or(1),
            bullet: !matches!(
                element.name(),
                "text:list-level-style-number" | "text:outline-level-style"
            ),
        });
    }
    levels
}
