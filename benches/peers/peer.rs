//! Plain tantivy: its default tokenizer, one stored text field.

use std::path::Path;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{STORED, Schema, TEXT};
use tantivy::{Index, IndexReader, doc};

use crate::text::Cut;

/// An index open for searching.
pub(crate) struct Peer {
    reader: IndexReader,
    parser: QueryParser,
}

/// As much room for writing as Glane's own.
const ROOM: usize = 128 << 20;

impl Peer {
    /// Indexes the passages of documents.
    pub(crate) fn index(dir: &Path, cuts: &[Cut]) {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT | STORED);
        let index = Index::create_in_dir(dir, schema.build()).expect("the folder is new");
        let mut writer = index.writer(ROOM).expect("there is room to write");
        for (document, passages) in cuts {
            let title = document.title.as_deref().unwrap_or_default();
            for passage in passages {
                let whole = format!("{title}\n{}", passage.text);
                writer.add_document(doc!(text => whole)).expect("the disk has room");
            }
        }
        writer.commit().expect("the disk has room");
        writer.wait_merging_threads().expect("the disk has room");
    }

    /// Opens an index.
    pub(crate) fn open(dir: &Path) -> Peer {
        let index = Index::open_in_dir(dir).expect("the index was just built");
        let text = index.schema().get_field("text").expect("there is one field");
        Peer {
            reader: index.reader().expect("the index was just built"),
            parser: QueryParser::for_index(&index, vec![text]),
        }
    }

    /// The ten best passages for one of the words, and how many there are.
    pub(crate) fn answer(&self, query: &str) -> usize {
        let query = self.parser.parse_query(query).expect("words are a query");
        let collected = (TopDocs::with_limit(10).order_by_score(), Count);
        let searcher = self.reader.searcher();
        let (best, count) = searcher.search(&query, &collected).expect("the index is whole");
        count.max(best.len())
    }
}
