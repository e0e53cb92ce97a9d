//! How many words passages have.

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, SegmentReader, TERMINATED, Term};

use crate::schema::Fields;
use crate::tokenizer::END;

/// Those of each passage of a segment, its head included.
///
/// A text is analysed once, when tantivy asks for its terms; what follows the last of them says how
/// many words there were.
pub(crate) fn read(segment: &SegmentReader, fields: &Fields) -> tantivy::Result<Vec<u64>> {
    let heads = segment.fast_fields().u64("head_words")?;
    let passages = 0..segment.max_doc();
    let mut words: Vec<u64> = passages.map(|doc| heads.first(doc).unwrap_or_default()).collect();
    let end = Term::from_field_text(fields.text, END);
    let option = IndexRecordOption::WithFreqsAndPositions;
    let inverted = segment.inverted_index(fields.text)?;
    let Some(mut postings) = inverted.read_postings(&end, option)? else { return Ok(words) };
    let mut positions = Vec::new();
    while postings.doc() != TERMINATED {
        postings.positions(&mut positions);
        words[postings.doc() as usize] += positions.iter().copied().map(u64::from).sum::<u64>();
        postings.advance();
    }
    Ok(words)
}
