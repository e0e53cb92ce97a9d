//! The pages, as HTML. Everything that a document or a reader says is escaped.

pub(crate) mod browse;
pub(crate) mod concordance;
pub(crate) mod dossier;
pub(crate) mod empty;
pub(crate) mod error;
pub(crate) mod evolution;
pub(crate) mod facets;
pub(crate) mod help;
pub(crate) mod hit;
pub(crate) mod home;
pub(crate) mod icon;
pub(crate) mod inline;
pub(crate) mod keep;
pub(crate) mod layout;
pub(crate) mod paragraphs;
pub(crate) mod results;
pub(crate) mod views;
pub(crate) mod workshop;
