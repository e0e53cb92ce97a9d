//! Tells the layout's text (furniture) from the document's.

pub(crate) mod block;
pub(crate) mod comment;
pub(crate) mod contents;
pub(crate) mod front_matter;
pub(crate) mod page;

use glane_document::FurnitureKind;

use crate::line::{Line, blocks};
use contents::Contents;
use front_matter::FrontMatter;
use page::Pages;

/// What the layout's text says, and which lines it takes.
#[derive(Debug, Default)]
pub(crate) struct Cleaned {
    /// For each line, why it is furniture; `None` for the document's own text.
    pub(crate) furniture: Vec<Option<FurnitureKind>>,
    /// The entries of the tables of contents.
    pub(crate) contents: Contents,
    /// The fields at the top of a Markdown file.
    pub(crate) front_matter: FrontMatter,
    /// The page of each sheet between form feeds.
    pub(crate) pages: Pages,
}

/// Marks the furniture of a text.
pub(crate) fn clean(lines: &[Line<'_>]) -> Cleaned {
    let mut cleaned = Cleaned { furniture: vec![None; lines.len()], ..Cleaned::default() };
    let (front, taken) = front_matter::read(lines);
    cleaned.front_matter = front;
    cleaned.mark(taken, FurnitureKind::FrontMatter);
    for hidden in comment::hidden(lines) {
        cleaned.mark(hidden, FurnitureKind::Markup);
    }
    for (at, kind) in page::heads_and_folios(lines) {
        cleaned.furniture[at].get_or_insert(kind);
    }
    cleaned.pages = page::pages(lines, &cleaned.furniture);
    for table in contents::tables(lines) {
        cleaned.mark(table.clone(), FurnitureKind::Contents);
        cleaned.contents.read(&lines[table]);
    }
    let skipped: Vec<bool> = cleaned.furniture.iter().map(Option::is_some).collect();
    for (range, kind) in block::furniture(lines, &blocks(lines, &skipped)) {
        cleaned.mark(range, kind);
    }
    cleaned
}

impl Cleaned {
    fn mark(&mut self, lines: std::ops::Range<usize>, kind: FurnitureKind) {
        for line in &mut self.furniture[lines] {
            line.get_or_insert(kind);
        }
    }

    /// For each line, whether it is furniture.
    pub(crate) fn skipped(&self) -> Vec<bool> {
        self.furniture.iter().map(Option::is_some).collect()
    }
}
