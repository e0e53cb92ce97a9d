//! The pages as a browser without script sees them, in process.

mod api;
mod dossier;
mod guard;
mod live;
mod pages;
mod shelf;
