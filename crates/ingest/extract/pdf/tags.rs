//! The tree of the structure of a tagged PDF → what each piece of marked content is part of.
//!
//! Word, LibreOffice and browsers write it: paragraphs, headings, lists and tables, of which each page
//! shows pieces that have numbers (ISO 32000-1, 14.7 and 14.8).

use std::collections::{HashMap, HashSet};

use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::object::{Lookup, whole};
use crate::extract::markdown::Rank;
use crate::extract::spans::MAX_SPAN;

/// How many elements of a tree are read: those of some thousand pages.
const MAX_ELEMENTS: usize = 1 << 20;

/// How often a name of the writer may stand for another one.
const MAX_ROLES: usize = 8;

/// What pieces of content are parts of.
#[derive(Debug, Default)]
pub(super) struct Tags {
    /// By the page or the form that shows a piece, and its number there.
    pieces: HashMap<(ObjectId, i64), Mark>,
    /// The rows of each table.
    tables: Vec<Vec<Vec<Cell>>>,
}

/// What a piece of content is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The number of its paragraph, heading or item, in the order of the tree.
    pub(super) part: u32,
    pub(super) role: Role,
    /// Whether it is the bullet or the number of an item.
    pub(super) label: bool,
    /// The cell that it stands in.
    pub(super) cell: Option<Place>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the document.
    Title,
    /// A heading, whose level counts from 1.
    Heading(u8),
    /// An item of a list, in as many others.
    Item(u8),
    /// Any other text.
    Text,
}

/// Where a cell stands: in which table, in which of its rows, at which place among its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) table: u32,
    pub(super) row: u32,
    pub(super) cell: u32,
}

/// How many columns and rows a cell spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// What holds for what stands in an element.
#[derive(Debug, Clone, Copy)]
struct Inside {
    page: ObjectId,
    /// The part that text belongs to.
    part: Option<(u32, Role)>,
    label: bool,
    cell: Option<Place>,
    /// The table that rows are of.
    table: Option<u32>,
    lists: u8,
    sections: u8,
}

impl Tags {
    /// The structure of a document, empty where it tells none.
    pub(super) fn of(document: &Document) -> Tags {
        let root = document.catalog().ok();
        let root = root.and_then(|catalog| document.dictionary(catalog, b"StructTreeRoot"));
        let Some(root) = root else { return Tags::default() };
        let roles = document.dictionary(root, b"RoleMap");
        let mut reader = Reader {
            document,
            roles,
            tags: Tags::default(),
            parts: 0,
            open: Vec::new(),
            seen: HashSet::new(),
        };
        let inside = Inside {
            page: (0, 0),
            part: None,
            label: false,
            cell: None,
            table: None,
            lists: 0,
            sections: 0,
        };
        reader.open_kids(root, inside);
        reader.read();
        reader.tags
    }

    /// What the piece of this number is part of that a page or a form shows.
    pub(super) fn mark(&self, shown_by: ObjectId, number: i64) -> Option<Mark> {
        self.pieces.get(&(shown_by, number)).copied()
    }

    /// The rows of a table.
    pub(super) fn rows(&self, table: u32) -> &[Vec<Cell>] {
        self.tables.get(table as usize).map_or(&[], Vec::as_slice)
    }
}

/// Reads the tree.
struct Reader<'a> {
    document: &'a Document,
    roles: Option<&'a Dictionary>,
    tags: Tags,
    /// How many parts there are.
    parts: u32,
    /// What is still to be read, last first.
    open: Vec<(&'a Object, Inside)>,
    /// The elements that were read: each is once, so that a loop ends.
    seen: HashSet<ObjectId>,
}

impl<'a> Reader<'a> {
    fn open_kids(&mut self, element: &'a Dictionary, inside: Inside) {
        let kids = match self.document.entry(element, b"K") {
            Some(Object::Array(kids)) => kids.as_slice(),
            // The reference itself tells an element that was read.
            Some(_) => element.get(b"K").map(std::slice::from_ref).unwrap_or_default(),
            None => &[],
        };
        self.open.extend(kids.iter().rev().map(|kid| (kid, inside)));
    }

    fn read(&mut self) {
        let mut left = MAX_ELEMENTS;
        while let Some((kid, inside)) = self.open.pop() {
            if left == 0 {
                return;
            }
            left -= 1;
            if let Ok(id) = kid.as_reference()
                && !self.seen.insert(id)
            {
                continue;
            }
            match self.document.resolved(kid) {
                Some(Object::Integer(number)) => self.note(inside.page, *number, inside),
                Some(Object::Dictionary(kid)) => self.read_element(kid, inside),
                _ => {}
            }
        }
    }

    fn read_element(&mut self, element: &'a Dictionary, mut inside: Inside) {
        if let Ok(page) = element.get(b"Pg").and_then(Object::as_reference) {
            inside.page = page;
        }
        let Some(kind) = self.document.name(element, b"S") else {
            // A reference to a piece of content, or to an annotation.
            if let Some(number) = self.document.number(element, b"MCID") {
                let form = element.get(b"Stm").and_then(Object::as_reference);
                self.note(form.unwrap_or(inside.page), whole(number), inside);
            }
            return;
        };
        // Some software keeps the names of styles and tells that all are paragraphs.
        match Rank::of_style(&String::from_utf8_lossy(kind)) {
            Rank::Heading(level) => self.start(Role::Heading(level.min(6)), &mut inside),
            Rank::Title => self.start(Role::Title, &mut inside),
            Rank::Text => self.enter(self.standard(kind), element, &mut inside),
        }
        self.open_kids(element, inside);
    }

    /// The standard name of a kind of elements.
    fn standard(&self, mut kind: &'a [u8]) -> &'a [u8] {
        let document = self.document;
        for _ in 0..MAX_ROLES {
            let known = KINDS.contains(&kind) || heading_level(kind).is_some();
            let Some(roles) = self.roles.filter(|_| !known) else { break };
            match document.name(roles, kind) {
                Some(role) => kind = role,
                None => break,
            }
        }
        kind
    }

    /// What holds inside an element of a kind.
    fn enter(&mut self, kind: &[u8], element: &'a Dictionary, inside: &mut Inside) {
        let in_text = inside.part.is_some();
        if let Some(level) = heading_level(kind) {
            self.start(Role::Heading(level), inside);
            return;
        }
        match kind {
            b"Sect" | b"Art" => inside.sections = inside.sections.saturating_add(1),
            b"H" => self.start(Role::Heading(inside.sections.clamp(1, 6)), inside),
            b"L" => inside.lists = inside.lists.saturating_add(1),
            b"LI" => self.start(Role::Item(inside.lists.saturating_sub(1)), inside),
            b"Lbl" => inside.label = in_text,
            b"Table" => {
                inside.part = None;
                if inside.cell.is_none() {
                    inside.table = u32::try_from(self.tags.tables.len()).ok();
                    self.tags.tables.push(Vec::new());
                }
            }
            b"TR" => self.start_row(inside),
            b"TH" | b"TD" => self.start_cell(element, inside),
            // The first paragraph of an item goes on with its mark.
            b"P" if matches!(inside.part, Some((_, Role::Item(_)))) => {}
            b"P" | b"Caption" | b"Note" | b"FENote" | b"TOCI" | b"BibEntry" | b"Figure" => {
                self.start(Role::Text, inside);
            }
            _ => {}
        }
    }

    fn start(&mut self, role: Role, inside: &mut Inside) {
        inside.part = Some((self.parts, role));
        inside.label = false;
        self.parts = self.parts.saturating_add(1);
    }

    fn start_row(&mut self, inside: &mut Inside) {
        inside.part = None;
        if inside.cell.is_none()
            && let Some(rows) = inside.table.and_then(|at| self.tags.tables.get_mut(at as usize))
        {
            rows.push(Vec::new());
        }
    }

    fn start_cell(&mut self, element: &Dictionary, inside: &mut Inside) {
        self.start(Role::Text, inside);
        let Some(table) = inside.table.filter(|_| inside.cell.is_none()) else { return };
        let cell = self.cell(element);
        let Some(rows) = self.tags.tables.get_mut(table as usize) else { return };
        if rows.last().is_some_and(|cells| cells.len() >= MAX_SPAN) {
            return;
        }
        let row = rows.len().checked_sub(1).and_then(|row| u32::try_from(row).ok());
        let (Some(row), Some(cells)) = (row, rows.last_mut()) else { return };
        inside.cell = u32::try_from(cells.len()).ok().map(|cell| Place { table, row, cell });
        cells.push(cell);
    }

    /// How a cell spans, by its attributes.
    fn cell(&self, element: &Dictionary) -> Cell {
        let attributes = match self.document.entry(element, b"A") {
            Some(Object::Array(all)) => all.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let attributes =
            attributes.iter().filter_map(|one| self.document.resolved(one)?.as_dict().ok());
        let span = |key: &[u8]| {
            let found = attributes.clone().find_map(|one| self.document.number(one, key));
            usize::try_from(found.map_or(1, whole)).unwrap_or(1).clamp(1, MAX_SPAN)
        };
        Cell { columns: span(b"ColSpan"), rows: span(b"RowSpan") }
    }

    /// Notes what a piece is part of; what stands in no paragraph is left to what the page shows.
    fn note(&mut self, shown_by: ObjectId, number: i64, inside: Inside) {
        let Some((part, role)) = inside.part else { return };
        let mark = Mark { part, role, label: inside.label, cell: inside.cell };
        self.tags.pieces.insert((shown_by, number), mark);
    }
}

/// The kinds that are told apart, and those that are nothing but inside a text.
const KINDS: [&[u8]; 21] = [
    b"Sect",
    b"Art",
    b"H",
    b"L",
    b"LI",
    b"Lbl",
    b"LBody",
    b"Table",
    b"TR",
    b"TH",
    b"TD",
    b"P",
    b"Caption",
    b"Note",
    b"FENote",
    b"TOCI",
    b"BibEntry",
    b"Figure",
    b"Span",
    b"Link",
    b"Document",
];

/// The level of `H1` and the like, deeper than 6 as 6.
fn heading_level(kind: &[u8]) -> Option<u8> {
    let digits = kind.strip_prefix(b"H")?;
    let level: u8 = std::str::from_utf8(digits).ok()?.parse().ok()?;
    (level > 0).then(|| level.min(6))
}
