//! The index: passages in tantivy, in generations that are published at once.
//!
//! # Overview
//!
//! - [`Builder`] writes every document of a corpus into a new generation, which
//!   [`publish`](Builder::publish) makes the live one.
//! - [`Index`] opens the live generation: [`Index::searcher`] and [`Index::fields`] for the query
//!   crate, [`Index::document`] and [`Index::section`] for what is shown whole, [`Index::status`].
//! - [`encode`] says how a word is written as terms, and [`Index::family`] which forms it has.
//!
//! # Example
//!
//! ```
//! use glane_document::Document;
//! use glane_index::{Builder, Index};
//!
//! let dir = tempfile::tempdir()?;
//! let builder = Builder::new(dir.path(), "corpus".as_ref())?;
//! builder.add(&Document::new("notes.txt", "corpus/notes.txt"), &[])?;
//! builder.publish()?;
//! assert_eq!(Index::open(dir.path())?.status().counts.documents, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod beside;
mod bits;
mod boundaries;
mod builder;
mod catalogue;
mod compaction;
mod departed;
mod entry;
mod failure;
mod families;
mod files;
mod generation;
mod index;
mod ledger;
mod lock;
mod lookup;
mod manifest;
mod open;
mod removal;
mod schema;
mod seal;
mod sources;
mod stored;
mod terms;
mod tokenizer;
mod words;
mod zones;

pub use beside::{Note, read as note};
pub use bits::next as next_passage;
pub use boundaries::Boundaries;
pub use builder::{BuildReport, Builder, Origin};
pub use catalogue::Catalogue;
pub use entry::{is_heard, language};
pub use failure::BuildError;
pub use files::timestamp;
pub use index::{Index, ReadError, Status};
pub use lock::Lock;
pub use lookup::{Named, Outline, Stretch};
pub use manifest::{Acronyms, Counts, Unread, hash};
pub use open::OpenError;
pub use schema::{FORMAT, Fields};
pub use sources::{Failure, Source, Sources};
pub use stored::StoredPassage;
pub use terms::{Level, encode};
pub use zones::Zones;
