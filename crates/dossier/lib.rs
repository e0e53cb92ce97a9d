//! The dossier: excerpts that a reader keeps, in order, with notes, to hand them out.
//!
//! # Overview
//!
//! - [`Dossier`]: a title, a presentation and [`Excerpt`]s, with what can be done to them: add,
//!   remove, raise, lower, trim, annotate, rename, clear. Plain data.
//! - [`pick`] makes an excerpt of what an identifier names in an index, [`excerpt`] of stretches of a
//!   section; an excerpt keeps its words, whatever becomes of the index.
//! - [`refresh`] says which excerpts an index still has, and brings their references up to date.
//! - [`Store`]: the one local file that a dossier is kept in. The only part that touches the disk.
//! - [`paragraphs`] cuts the text of a source into paragraphs as a reader sees them.
//!
//! # Example
//!
//! ```
//! use glane_dossier::{Added, Dossier, excerpt};
//! use glane_document::{Document, Section, SectionKind};
//!
//! let document = Document::new("notes.txt", "corpus/notes.txt");
//! let mut section = Section::new(SectionKind::Workshop);
//! section.id = "atelier-4".to_owned();
//! section.text = "Recevoir sans trier, c'est écouter d'abord.".to_owned();
//!
//! let mut dossier = Dossier::default();
//! let kept = excerpt(&document, &section, &[0..section.text.len()], None).expect("some words");
//! assert_eq!(dossier.add(kept), Added::New(1));
//! dossier.annotate(1, "Commencer par là.");
//! assert_eq!(dossier.holding("notes.txt#atelier-4").map(|kept| kept.id), Some(1));
//! # assert_eq!(dossier.excerpts[0].note, "Commencer par là.");
//! ```

mod dossier;
mod excerpt;
mod file;
mod paragraphs;
mod pick;
mod refresh;
mod squeeze;
mod store;

pub use dossier::{Added, Dossier};
pub use excerpt::{Excerpt, Origin, Piece, excerpt};
pub use file::{FileError, read, write};
pub use paragraphs::paragraphs;
pub use pick::pick;
pub use refresh::{Standing, refresh};
pub use store::{Store, StoreError};
