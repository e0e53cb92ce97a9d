//! The distinct values of what is filtered by name.

use std::collections::BTreeSet;

use tantivy::Searcher;
use tantivy::schema::Field;

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
    /// Places of events as printed.
    pub places: Vec<String>,
    /// Identifiers of the documents.
    pub documents: Vec<String>,
}

impl Catalogue {
    pub(crate) fn read(searcher: &Searcher, fields: &Fields) -> tantivy::Result<Catalogue> {
        Ok(Catalogue {
            speakers: values(searcher, fields.speaker)?,
            keywords: values(searcher, fields.keyword)?,
            themes: values(searcher, fields.theme_label)?,
            places: values(searcher, fields.place)?,
            documents: values(searcher, fields.source)?,
        })
    }
}

fn values(searcher: &Searcher, field: Field) -> tantivy::Result<Vec<String>> {
    let mut values = BTreeSet::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted.terms().stream()?;
        while terms.advance() {
            values.insert(String::from_utf8_lossy(terms.key()).into_owned());
        }
    }
    Ok(values.into_iter().collect())
}
