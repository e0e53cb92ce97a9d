//! What stands on either side of an occurrence, as far as its section goes.

use std::ops::Range;
use std::sync::Arc;

use glane_analysis::Language;
use tantivy::{DocAddress, DocId};

use super::Read;
use super::reader::Reader;
use crate::fault::Fault;

/// Some words of a text, from the nearest to an occurrence to the farthest.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// The text that holds them, as it is written.
    pub(super) text: String,
    /// The words, folded, the nearest first; none unless they are asked for.
    pub(super) words: Vec<String>,
}

/// How much stands on a side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// How many words of text.
    pub(super) text: usize,
    /// How many words one by one.
    pub(super) words: usize,
}

impl Extent {
    fn most(self) -> usize {
        self.text.max(self.words)
    }
}

/// What precedes the byte `at` of the passage at `address`, of a section in `language`.
pub(super) fn left(
    reader: &mut Reader<'_>,
    (address, language): (DocAddress, Language),
    at: usize,
    extent: Extent,
) -> Result<Side, Fault> {
    let mut side = Side::default();
    let (mut at, mut passed) = (at, 0);
    let mut doc = address.doc_id;
    loop {
        let read = reader.read(DocAddress::new(address.segment_ord, doc), language)?;
        let before = read.words.partition_point(|word| word.end <= at);
        let taken = before.min(extent.most() - passed);
        let words = before - taken..before;
        side.add(&read, words.clone().rev(), passed, extent);
        if passed < extent.text {
            let needed = before.min(extent.text - passed);
            let start = if needed == before && before < extent.text - passed {
                0
            } else {
                read.words.get(before - needed).map_or(at, |word| word.start)
            };
            side.text.insert_str(0, &read.passage.text[start..at]);
        }
        passed += taken;
        let Some(previous) = previous(reader, address, doc, passed < extent.most())? else { break };
        doc = previous;
        at = reader.read(DocAddress::new(address.segment_ord, doc), language)?.passage.text.len();
    }
    Ok(side)
}

/// What follows the byte `at` of the passage at `address`, of a section in `language`.
pub(super) fn right(
    reader: &mut Reader<'_>,
    (address, language): (DocAddress, Language),
    at: usize,
    extent: Extent,
) -> Result<Side, Fault> {
    let mut side = Side::default();
    let (mut at, mut passed) = (at, 0);
    let mut doc = address.doc_id;
    loop {
        let read = reader.read(DocAddress::new(address.segment_ord, doc), language)?;
        let first = read.words.partition_point(|word| word.start < at);
        let left = read.words.len() - first;
        let taken = left.min(extent.most() - passed);
        side.add(&read, first..first + taken, passed, extent);
        if passed < extent.text {
            let needed = left.min(extent.text - passed);
            let text = &read.passage.text;
            let end = if needed == left && left < extent.text - passed {
                text.len()
            } else {
                past_punctuation(text, read.words[..first + needed].last().map_or(at, |w| w.end))
            };
            side.text.push_str(text.get(at..end.max(at)).unwrap_or_default());
        }
        passed += taken;
        let section = reader.section(address)?;
        doc += 1;
        if passed >= extent.most() || !section.contains(&doc) {
            break;
        }
        at = 0;
    }
    Ok(side)
}

/// The passage before `doc` in its section, where more is wanted.
fn previous(
    reader: &mut Reader<'_>,
    address: DocAddress,
    doc: DocId,
    is_wanted: bool,
) -> Result<Option<DocId>, Fault> {
    let section: Range<DocId> = reader.section(address)?;
    Ok(doc.checked_sub(1).filter(|previous| is_wanted && section.contains(previous)))
}

/// The end of the signs that stand against the word that ends at `end`.
fn past_punctuation(text: &str, end: usize) -> usize {
    let signs = text[end..].chars().take_while(|c| !c.is_alphanumeric() && !c.is_whitespace());
    end + signs.map(char::len_utf8).sum::<usize>()
}

impl Side {
    fn add(
        &mut self,
        read: &Arc<Read>,
        words: impl Iterator<Item = usize>,
        passed: usize,
        extent: Extent,
    ) {
        let wanted = extent.words.saturating_sub(passed);
        self.words.extend(words.take(wanted).map(|at| super::order::folded(read.word(at))));
    }
}
