//! The distinct values of what is filtered by name.

use std::collections::BTreeSet;
use std::sync::Arc;

use fixedbitset::FixedBitSet;
use tantivy::Searcher;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};

use crate::schema::Fields;

/// Distinct values in byte order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Names of those who speak, moderate or wrote.
    pub speakers: Vec<String>,
    /// Keywords as printed.
    pub keywords: Vec<String>,
    /// Headings of themes as printed.
    pub themes: Vec<String>,
    /// Events as printed.
    pub events: Vec<String>,
    /// Places of events as printed.
    pub places: Vec<String>,
    /// Identifiers of the documents.
    pub documents: Vec<String>,
}

impl Catalogue {
    /// Reads that of an index, given the passages of each segment that left it.
    pub(crate) fn read(
        searcher: &Searcher,
        fields: &Fields,
        departed: &[Option<Arc<FixedBitSet>>],
    ) -> tantivy::Result<Catalogue> {
        let values = |field| values(searcher, field, departed);
        Ok(Catalogue {
            speakers: values(fields.speaker)?,
            keywords: values(fields.keyword)?,
            themes: values(fields.theme_label)?,
            events: values(fields.event)?,
            places: values(fields.place)?,
            documents: values(fields.source)?,
        })
    }
}

fn values(
    searcher: &Searcher,
    field: Field,
    departed: &[Option<Arc<FixedBitSet>>],
) -> tantivy::Result<Vec<String>> {
    let mut values = BTreeSet::new();
    for (segment, departed) in searcher.segment_readers().iter().zip(departed) {
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted.terms().stream()?;
        while terms.advance() {
            if let Some(departed) = departed
                && !stands(&inverted, terms.value(), departed)?
            {
                continue;
            }
            values.insert(String::from_utf8_lossy(terms.key()).into_owned());
        }
    }
    Ok(values.into_iter().collect())
}

/// Whether some passage that is left has a value.
fn stands(
    inverted: &InvertedIndexReader,
    info: &TermInfo,
    departed: &FixedBitSet,
) -> tantivy::Result<bool> {
    let option = IndexRecordOption::Basic;
    let mut block = inverted.read_block_postings_from_terminfo(info, option)?;
    while !block.docs().is_empty() {
        if block.docs().iter().any(|passage| !departed.contains(*passage as usize)) {
            return Ok(true);
        }
        block.advance();
    }
    Ok(false)
}
