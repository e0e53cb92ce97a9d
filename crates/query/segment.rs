//! A tantivy segment as searched: postings, lengths and columns within reach.

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use glane_index::{Boundaries, Index, Zones};
use tantivy::fastfield::Column;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, SegmentReader, TantivyError};

use crate::weights::{self, FieldWeight};

/// The searched fields of one segment.
pub(crate) struct Segment<'a> {
    /// Its rank in the index.
    pub(crate) ord: u32,
    /// tantivy's view of it.
    pub(crate) reader: &'a SegmentReader,
    /// The section of each passage.
    pub(crate) sections: Column<u64>,
    /// Where sections end.
    pub(crate) boundaries: &'a Boundaries,
    /// The passages beside the text.
    pub(crate) zones: &'a Zones,
    /// The searched fields, the text first.
    pub(crate) fields: Vec<SearchedField>,
    /// The names of those who are heard.
    pub(crate) speaker: Field,
    /// Passages that left the index; `None` where all are there.
    pub(crate) departed: Option<Arc<FixedBitSet>>,
}

/// One searched field of one segment.
pub(crate) struct SearchedField {
    /// Which field it is.
    pub(crate) field: Field,
    /// Whether it belongs to the passage rather than to the whole section.
    pub(crate) is_text: bool,
    /// How it counts.
    pub(crate) weight: FieldWeight,
    inverted: Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
    /// What one occurrence is worth, by length.
    worth: Arc<[f32; 256]>,
    departed: Option<Arc<FixedBitSet>>,
}

impl<'a> Segment<'a> {
    /// The segments of `index`.
    pub(crate) fn all(index: &'a Index) -> Result<Vec<Segment<'a>>, TantivyError> {
        let worths = worths(index);
        let readers = index.searcher().segment_readers().iter();
        let known = index.boundaries()?.iter().zip(index.zones()?);
        let open = |((ord, reader), known): ((u32, &'a SegmentReader), _)| {
            let (boundaries, zones): (&'a Boundaries, &'a Zones) = known;
            let departed = index.departed(ord).cloned();
            let fields = worths.iter().map(|worth| worth.in_segment(reader, departed.clone()));
            Ok(Segment {
                ord,
                reader,
                sections: reader.fast_fields().u64("section")?,
                boundaries,
                zones,
                fields: fields.collect::<Result<_, TantivyError>>()?,
                speaker: index.fields().speaker,
                departed,
            })
        };
        (0..).zip(readers).zip(known).map(open).collect()
    }

    /// The section of a passage.
    pub(crate) fn section_of(&self, doc: u32) -> u64 {
        self.sections.first(doc).unwrap_or(u64::MAX)
    }
}

impl SearchedField {
    /// The passages that hold `term` in this field.
    pub(crate) fn postings(
        &self,
        term: &str,
        option: IndexRecordOption,
    ) -> Result<Option<SegmentPostings>, TantivyError> {
        let Some(info) = self.inverted.terms().get(term)? else { return Ok(None) };
        Ok(Some(self.inverted.read_postings_from_terminfo(&info, option)?))
    }

    /// The blocks of the postings of a term of this field.
    pub(crate) fn blocks(
        &self,
        info: &TermInfo,
        option: IndexRecordOption,
    ) -> Result<BlockSegmentPostings, TantivyError> {
        Ok(self.inverted.read_block_postings_from_terminfo(info, option)?)
    }

    /// How many passages hold `term` in this field.
    pub(crate) fn doc_freq(&self, term: &str) -> Result<u64, TantivyError> {
        match self.inverted.terms().get(term)? {
            Some(info) => Ok(u64::from(self.holders(&info)?)),
            None => Ok(0),
        }
    }

    /// How many passages hold a term of this field: none, for one of what left the index.
    pub(crate) fn holders(&self, info: &TermInfo) -> Result<u32, TantivyError> {
        let Some(departed) = &self.departed else { return Ok(info.doc_freq) };
        let mut block = self.blocks(info, IndexRecordOption::Basic)?;
        let mut holders = info.doc_freq;
        while !block.docs().is_empty() {
            let gone = block.docs().iter().filter(|doc| departed.contains(**doc as usize));
            holders -= gone.map(|_| 1).sum::<u32>();
            block.advance();
        }
        Ok(holders)
    }

    /// Whether a passage is in the index.
    pub(crate) fn has(&self, doc: DocId) -> bool {
        self.departed.as_ref().is_none_or(|departed| !departed.contains(doc as usize))
    }

    /// What one occurrence in the passage `doc` is worth, for its field's boost and length.
    pub(crate) fn worth(&self, doc: u32) -> f32 {
        self.worth[usize::from(self.lengths.fieldnorm_id(doc))]
    }

    /// The terms of this field.
    pub(crate) fn terms(&self) -> &tantivy::termdict::TermDictionary {
        self.inverted.terms()
    }
}

/// A searched field over all segments.
struct Worth {
    field: Field,
    is_text: bool,
    weight: FieldWeight,
    by_length: Arc<[f32; 256]>,
}

impl Worth {
    fn in_segment(
        &self,
        reader: &SegmentReader,
        departed: Option<Arc<FixedBitSet>>,
    ) -> Result<SearchedField, TantivyError> {
        Ok(SearchedField {
            field: self.field,
            is_text: self.is_text,
            weight: self.weight,
            inverted: reader.inverted_index(self.field)?,
            lengths: reader.get_fieldnorms_reader(self.field)?,
            worth: Arc::clone(&self.by_length),
            departed,
        })
    }
}

fn worths(index: &Index) -> Vec<Worth> {
    let fields = index.fields();
    let counts = index.status().counts;
    let weighted = [
        (fields.text, weights::TEXT),
        (fields.title, weights::TITLE),
        (fields.keywords, weights::KEYWORDS),
        (fields.names, weights::NAMES),
        (fields.head, weights::HEAD),
        (fields.theme, weights::THEME),
        (fields.document, weights::DOCUMENT),
    ];
    let worth = |(field, weight): (Field, FieldWeight)| {
        let is_text = field == fields.text;
        let holders = if is_text { counts.passages } else { counts.sections };
        let average = average_length(index, field, holders);
        Worth { field, is_text, weight, by_length: Arc::new(by_length(weight, average)) }
    };
    weighted.into_iter().map(worth).collect()
}

fn average_length(index: &Index, field: Field, holders: usize) -> f32 {
    (index.words_in(field) as f32 / holders.max(1) as f32).max(1.0)
}

fn by_length(weight: FieldWeight, average: f32) -> [f32; 256] {
    std::array::from_fn(|id| {
        let length = FieldNormReader::id_to_fieldnorm(u8::try_from(id).unwrap_or(u8::MAX));
        weight.boost / (1.0 - weight.b + weight.b * length as f32 / average)
    })
}
