//! What a passage is to tantivy: one document, and its fields.

use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions,
};

use crate::tokenizer::{COUNTING_TOKENIZER, TOKENIZER};

/// Changes whenever an index written before cannot be read any more.
pub const FORMAT: u32 = 9;

/// What [`Fields::opening`] holds.
pub(crate) const FIRST: &str = "1";

/// The fields of a passage.
///
/// The searched fields about the section and its document (all but [`text`](Fields::text) and
/// [`head`](Fields::head)) are filled in the first passage of a section only; what filters and
/// counts is in every passage.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// The section's label: kind, number and title.
    pub title: Field,
    /// The section's declared keywords.
    pub keywords: Field,
    /// The names of those who speak, moderate or wrote, as resolved and as printed.
    pub names: Field,
    /// Heading, keyword and speaker lines of the passage; kind, roles and organisations.
    pub head: Field,
    /// The passage without its head.
    pub text: Field,
    /// The heading of the theme.
    pub theme: Field,
    /// The document's title, subtitle, event, place and organisers.
    pub document: Field,
    /// Exact, counted: [`SectionKind::as_str`](glane_document::SectionKind::as_str).
    pub kind: Field,
    /// Exact, counted: the name of each of those who speak, moderate or wrote.
    pub speaker: Field,
    /// Exact, counted: each keyword as printed.
    pub keyword: Field,
    /// Exact, counted: the theme's heading as printed.
    pub theme_label: Field,
    /// Exact, counted: the event's place as printed.
    pub place: Field,
    /// Exact, counted: the event as printed.
    pub event: Field,
    /// Exact, counted: the section's language, as an ISO 639-1 code.
    pub language: Field,
    /// Exact, counted: the document's identifier.
    pub source: Field,
    /// Counted: the year of the document's first date.
    pub year: Field,
    /// Counted: the section's first day, else the document's, as `YYYYMMDD`.
    pub date: Field,
    /// Counted: unique to the section within an index, growing within a document.
    pub section: Field,
    /// Counted: unique to the document within an index.
    pub document_ordinal: Field,
    /// Counted: how many words the passage's head has; those of its text are told by its postings.
    pub head_words: Field,
    /// Exact: [`Zone::as_str`](glane_document::Zone::as_str).
    pub zone: Field,
    /// Exact: `1` in the first passage of each section.
    pub opening: Field,
    /// What an answer shows, as JSON: [`StoredPassage`](crate::StoredPassage).
    pub stored: Field,
}

impl Fields {
    /// The fields whose words are searched.
    pub(crate) fn searched(&self) -> [Field; 7] {
        let Fields { title, keywords, names, head, text, theme, document, .. } = *self;
        [title, keywords, names, head, text, theme, document]
    }
}

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let fields = Fields {
        title: builder.add_text_field("title", searched()),
        keywords: builder.add_text_field("keywords", searched()),
        names: builder.add_text_field("names", searched()),
        head: builder.add_text_field("head", searched()),
        text: builder.add_text_field("text", searched_by(COUNTING_TOKENIZER)),
        theme: builder.add_text_field("theme", searched()),
        document: builder.add_text_field("document", searched()),
        kind: builder.add_text_field("kind", exact()),
        speaker: builder.add_text_field("speaker", exact()),
        keyword: builder.add_text_field("keyword", exact()),
        theme_label: builder.add_text_field("theme_label", exact()),
        place: builder.add_text_field("place", exact()),
        event: builder.add_text_field("event", exact()),
        language: builder.add_text_field("language", exact()),
        source: builder.add_text_field("source", exact()),
        year: builder.add_i64_field("year", counted()),
        date: builder.add_i64_field("date", counted()),
        section: builder.add_u64_field("section", counted()),
        document_ordinal: builder.add_u64_field("document_ordinal", counted()),
        head_words: builder.add_u64_field("head_words", counted()),
        zone: builder.add_text_field("zone", uncounted()),
        opening: builder.add_text_field("opening", uncounted()),
        stored: builder.add_text_field("stored", STORED),
    };
    (builder.build(), fields)
}

fn searched() -> TextOptions {
    searched_by(TOKENIZER)
}

fn searched_by(tokenizer: &str) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions),
    )
}

fn exact() -> TextOptions {
    uncounted().set_fast("raw")
}

fn uncounted() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    TextOptions::default().set_indexing_options(indexing)
}

fn counted() -> NumericOptions {
    NumericOptions::default().set_fast()
}
