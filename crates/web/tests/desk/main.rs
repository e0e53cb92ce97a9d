//! The pages as a browser without script sees them, in process.
#![expect(clippy::unwrap_used, reason = "a test that cannot index or ask has failed")]

mod api;
mod dossier;
mod filters;
mod guard;
mod live;
mod pages;
mod shelf;
