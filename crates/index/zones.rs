//! Which passages of a segment stand beside the text: notes, bibliographies, captions, tables.

use fixedbitset::FixedBitSet;
use glane_document::Zone;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, SegmentReader, Term};

use crate::schema::Fields;

/// The passages of each zone of a segment but the text itself; zones without any are left out.
#[derive(Debug, Clone)]
pub struct Zones(Vec<(Zone, FixedBitSet)>);

impl Zones {
    /// Reads those of a segment.
    pub(crate) fn read(segment: &SegmentReader, fields: &Fields) -> tantivy::Result<Zones> {
        let postings = segment.inverted_index(fields.zone)?;
        let mut zones = Vec::new();
        for zone in Zone::ALL.into_iter().filter(|zone| !zone.is_body()) {
            let term = Term::from_field_text(fields.zone, zone.as_str());
            let Some(mut block) = postings.read_block_postings(&term, IndexRecordOption::Basic)?
            else {
                continue;
            };
            let mut passages = FixedBitSet::with_capacity(segment.max_doc() as usize);
            while !block.docs().is_empty() {
                block.docs().iter().for_each(|passage| passages.insert(*passage as usize));
                block.advance();
            }
            zones.push((zone, passages));
        }
        Ok(Zones(zones))
    }

    /// Each zone beside the text that has passages, with these.
    pub fn beside(&self) -> impl Iterator<Item = (Zone, &FixedBitSet)> {
        self.0.iter().map(|(zone, passages)| (*zone, passages))
    }

    /// The zone of a passage.
    pub fn of(&self, passage: DocId) -> Zone {
        let own = self.beside().find(|(_, passages)| passages.contains(passage as usize));
        own.map_or(Zone::Body, |(zone, _)| zone)
    }
}
