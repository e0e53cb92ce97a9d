//! The structured document: plain data, without I/O.
//!
//! Every other crate speaks in these types: the ingestion crate fills them, the index stores them,
//! the query crate answers with them.
//!
//! # Overview
//!
//! - [`Document`]: one source, structured: its metadata and a flat list of [`Section`]s, each of
//!   which may name its parent.
//! - [`Section`]: a workshop, a plenary, a theme… with its [`Speaker`]s and [`Keyword`]s.
//! - [`Passage`]: the unit of retrieval, a stretch of one section's text, in one [`Zone`] of it.
//! - [`PartialDate`] and [`TimeOfDay`]: what the sources state, never more.
//!
//! A document serialises to the JSON object that `glane inspect` prints, which is also the import
//! and export format (`.jsonl`, one object per line).
//!
//! # Example
//!
//! ```
//! use glane_document::{Document, Section, SectionKind};
//!
//! let mut document = Document::new("actes.txt", "actes.txt");
//! let mut section = Section::new(SectionKind::Workshop);
//! section.number = Some("4".to_owned());
//! section.title = Some("Accueillir sans trier".to_owned());
//! document.sections.push(section);
//! assert_eq!(document.sections[0].label(), "Atelier 4 — Accueillir sans trier");
//! ```

mod date;
mod document;
mod passage;
mod person;
mod ranges;
mod rule;
mod section;
mod zone;

pub use date::{ParseDateError, PartialDate, TimeOfDay};
pub use document::{Document, DocumentKind, Furniture, FurnitureKind, Warning};
pub use passage::Passage;
pub use person::{Function, Person, Speaker};
pub use ranges::ranges;
pub use rule::Rule;
pub use section::{Keyword, PageStart, Section, SectionKind};
pub use zone::Zone;
