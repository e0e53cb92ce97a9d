//! French text for a person at a terminal, legible without colour.

mod answer;
mod browse;
mod concordance;
mod document;
mod explanation;
mod facets;
mod hit;
mod phrase;
mod replay;
mod section;
mod status;
mod tokens;
mod tree;

pub use answer::answer;
pub use browse::{acronyms, labels, pairs, speakers, workshops};
pub use concordance::{Layout, concordance};
pub use document::document;
pub use explanation::explanation;
pub use replay::replayed;
pub use section::section;
pub use status::status;
pub use tokens::tokens;
pub use tree::tree;
