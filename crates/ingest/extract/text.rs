//! What reading a file gives, whatever its format.

use glane_document::{PartialDate, Warning};
use serde::{Deserialize, Serialize};

/// The text of a file, and what the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExtractedText {
    /// Plain text or light Markdown, in reading order. A form feed ends a page, and nothing else.
    pub text: String,
    /// What the file says of itself apart from its text.
    pub properties: Properties,
    /// The pages that show pictures and no text, by their 1-based ranks, in order.
    pub unread_pages: Vec<u32>,
    /// What was odd, in French.
    pub warnings: Vec<Warning>,
}

/// What a file says of itself apart from its text, as its author's software wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Properties {
    /// The title.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was written.
    pub date: Option<PartialDate>,
    /// Keywords.
    pub keywords: Vec<String>,
}
