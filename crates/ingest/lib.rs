//! From a source file to a structured document and its passages.

use std::path::{Path, PathBuf};

use glane_document::{Document, Passage};

/// A file of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the corpus, with `/`: the document's identifier.
    pub id: String,
    /// Where to read it.
    pub path: PathBuf,
}

/// Why a file or folder could not be read. Messages are French and name the path.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The folder or file is missing or unreadable.
    #[error("« {path} » ne peut pas être lu : {source}", path = path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
}

/// The sources under `root` in order of identifier, and those that cannot be reached.
///
/// # Errors
///
/// [`IngestError::Read`] when `root` itself cannot be read.
pub fn discover(root: &Path) -> Result<(Vec<SourceFile>, Vec<IngestError>), IngestError> {
    let _ = root;
    Ok((Vec::new(), Vec::new()))
}

/// The documents of one source file: one, or as many as a `.jsonl` holds.
///
/// # Errors
///
/// [`IngestError`] when the file cannot be read or is not text.
pub fn ingest(source: &SourceFile) -> Result<Vec<Document>, IngestError> {
    let _ = source;
    Ok(Vec::new())
}

/// The structure of a text.
pub fn structure(id: &str, source: &str, text: &str) -> Document {
    let _ = text;
    Document::new(id, source)
}

/// The passages of a document, by section and rank.
pub fn passages(document: &Document) -> Vec<Passage> {
    let _ = document;
    Vec::new()
}
