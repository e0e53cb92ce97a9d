//! Excerpts from the index to the file that is handed out.

mod dossiers;
mod office;
mod packs;
