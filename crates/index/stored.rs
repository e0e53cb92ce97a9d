//! What the store keeps of each passage, for answers to be shown without the sources.

use glane_document::{Document, Passage, Section};
use serde::{Deserialize, Serialize};

/// A passage as stored. Sections and documents are stored once, in their first passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredPassage {
    /// The passage; its [`section`](Passage::section) is the index in the document.
    pub passage: Passage,
    /// The section without its text, in the first of its passages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Box<Section>>,
    /// The document without sections and furniture, in the first of its passages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Box<Document>>,
}
