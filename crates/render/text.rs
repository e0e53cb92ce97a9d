//! French text for a person at a terminal, legible without colour.

mod answer;
mod browse;
mod concordance;
mod cooccurrents;
pub(crate) mod count;
mod document;
mod dossier;
mod explanation;
mod facets;
pub(crate) mod grid;
mod hit;
mod phrase;
mod replay;
mod section;
mod specific;
mod status;
mod tokens;
mod tree;

pub use answer::answer;
pub use browse::{acronyms, labels, pairs, speakers, workshops};
pub use concordance::{Layout, concordance};
pub use cooccurrents::cooccurrents;
pub use count::count;
pub use document::document;
pub(crate) use dossier::duration;
pub use dossier::{dossier, excerpt, passed};
pub use explanation::explanation;
pub(crate) use phrase::event_beside;
pub use phrase::set_apart;
pub use replay::replayed;
pub use section::section;
pub use specific::specific;
pub use status::status;
pub use tokens::tokens;
pub use tree::tree;
