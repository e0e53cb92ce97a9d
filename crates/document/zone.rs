//! What a stretch of text is beside the sentences of its section.

use serde::{Deserialize, Serialize};

/// What a passage is made of: a passage is in one zone only.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// The text itself: sentences, lists, headings.
    #[default]
    Body,
    /// Footnotes and endnotes.
    Note,
    /// A bibliography.
    Bibliography,
    /// Captions of figures and tables.
    Caption,
    /// Tables, but for those that lay out a whole programme.
    Table,
}

impl Zone {
    /// Every zone.
    pub const ALL: [Zone; 5] =
        [Zone::Body, Zone::Note, Zone::Bibliography, Zone::Caption, Zone::Table];

    /// The name used in JSON, in the index and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Zone::Body => "body",
            Zone::Note => "note",
            Zone::Bibliography => "bibliography",
            Zone::Caption => "caption",
            Zone::Table => "table",
        }
    }

    /// The French name that readers see.
    pub fn label(self) -> &'static str {
        match self {
            Zone::Body => "Texte",
            Zone::Note => "Note",
            Zone::Bibliography => "Bibliographie",
            Zone::Caption => "Légende",
            Zone::Table => "Tableau",
        }
    }

    /// Whether it is the text itself.
    pub fn is_body(&self) -> bool {
        *self == Zone::Body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_serialise_as_their_names() {
        for zone in Zone::ALL {
            assert_eq!(serde_json::to_value(zone).unwrap(), zone.as_str());
        }
    }
}
