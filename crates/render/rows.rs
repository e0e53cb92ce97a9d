//! Plain data that is shown but belongs to no other crate's vocabulary.

use std::collections::BTreeMap;
use std::ops::Range;

use glane_query::{Answer, Changes, Recipe, Unread};
use serde::Serialize;

/// The answer to one topic of several, with the topic's identifier.
#[derive(Debug, Clone, Serialize)]
pub struct TopicAnswer<'a> {
    /// The topic's identifier.
    pub topic: &'a str,
    /// Its answer, whose fields stand beside it.
    #[serde(flatten)]
    pub answer: &'a Answer,
}

/// One token of an analysis, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenRow {
    /// 0-based position in the text; several tokens may share one.
    pub position: u32,
    /// How many positions the token covers.
    pub span: u32,
    /// Bytes of the analysed text.
    pub offset: Range<usize>,
    /// The text as written at [`offset`](TokenRow::offset).
    pub written: String,
    /// Lower case, accents kept.
    pub form: String,
    /// Number and gender removed.
    pub key: String,
    /// What joins derivations.
    pub stem: String,
    /// The French name of the rule that made the token.
    pub rule: String,
}

/// The state of an index, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusReport {
    /// Where the index stands.
    pub index: String,
    /// Where its sources were when it was built.
    pub corpus: String,
    /// When it was built, in UTC: `2025-03-04T10:20:30Z`.
    pub created_at: String,
    /// How many times an index was published there.
    pub generation: u64,
    /// Documents indexed.
    pub documents: usize,
    /// Sections indexed.
    pub sections: usize,
    /// Passages indexed.
    pub passages: usize,
    /// Size on disk.
    pub bytes: u64,
    /// Years of the documents, earliest and latest; `None` when no document is dated.
    pub years: Option<(i16, i16)>,
    /// Number of documents by genre, under the genre's JSON name.
    pub kinds: BTreeMap<String, usize>,
    /// Number of sections by language, under its ISO 639-1 code.
    pub languages: BTreeMap<String, usize>,
    /// Number of documents without a date.
    pub undated: usize,
    /// What of the corpus could not be read.
    pub unread: Unread,
    /// Which sources, and why; where that is asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread_sources: Vec<UnreadSource>,
    /// How the last run ended; `None` where none left a word.
    pub last_run: Option<LastRun>,
    /// Bytes that can still be written beside the index; `None` where the system does not say.
    pub free_bytes: Option<u64>,
}

/// The numbers of a recipe, made again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Replayed<'a> {
    /// Whether they are the same.
    pub same: bool,
    /// The numbers now.
    pub now: BTreeMap<String, u64>,
    /// What differs in the corpus and in the program.
    pub changes: Changes,
    /// What was asked, and the numbers then.
    pub recipe: &'a Recipe,
}

/// A source of which nothing, or not every page, could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnreadSource {
    /// Its path relative to the corpus.
    pub path: String,
    /// Why, in a word for programs.
    pub code: String,
    /// The same in French.
    pub message: String,
    /// How many pages could not be read, where they were counted.
    pub pages: Option<usize>,
}

/// How the last run of the indexing ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastRun {
    /// In a word: `done`, `unchanged`, `partial`, `refused`, `failed`.
    pub status: String,
    /// Its exit code.
    pub exit_code: u8,
    /// When it ended, in UTC: `2025-03-04T10:20:30Z`.
    pub ended_at: String,
    /// When one last left the index as the corpus is, likewise.
    pub last_success_at: Option<String>,
    /// How long ago that was, in seconds; 0 for a time to come.
    pub age_s: Option<u64>,
    /// How many sources failed.
    pub failed: usize,
}
