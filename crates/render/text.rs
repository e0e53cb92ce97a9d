//! French text for a person at a terminal, legible without colour.

mod answer;
mod concordance;
pub(crate) mod count;
mod document;
mod explanation;
mod facets;
pub(crate) mod grid;
mod hit;
mod phrase;
mod section;
mod status;
mod tokens;
mod tree;

pub use answer::answer;
pub use concordance::{Layout, concordance};
pub use count::count;
pub use document::document;
pub use explanation::explanation;
pub(crate) use phrase::event_beside;
pub use section::section;
pub use status::status;
pub use tokens::tokens;
pub use tree::tree;
