//! The unit of retrieval.

use serde::{Deserialize, Serialize};

use crate::Zone;

/// A stretch of one section's text, on known pages where the source has pages.
///
/// The passages of a section, in order, concatenate to its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Index of the section in [`Document::sections`](crate::Document::sections).
    pub section: usize,
    /// 1-based rank of the passage in its section.
    pub ordinal: u32,
    /// Byte offset in the section's text.
    pub offset: usize,
    /// The text itself.
    pub text: String,
    /// How many bytes at the start of the text are heading, keyword and speaker lines.
    pub head: usize,
    /// The page on which it starts; `None` when unknown.
    pub page: Option<u32>,
    /// The 1-based rank of that page in the file; `None` where the file has no pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<u32>,
    /// The zone in which all of it stands.
    #[serde(default, skip_serializing_if = "Zone::is_body")]
    pub zone: Zone,
}
