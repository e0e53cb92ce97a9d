//! Documents for the tools that researchers use: TEI, TXM, IRaMuTeQ, spreadsheets.
//!
//! Each writer takes one document at a time and keeps none.

mod iramuteq;
mod pages;
mod passages;
mod tei;
mod tree;
mod txm;
mod xml;

pub use iramuteq::IramuteqCorpus;
pub use passages::PassageTable;
pub use tei::TeiCorpus;
pub use txm::{TxmMetadata, txm_name, txm_text};

#[cfg(test)]
mod tests;
