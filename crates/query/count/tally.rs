//! Adding up what parts have.

use std::cmp::Reverse;

use glane_index::Index;
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId};

use super::{CountCell, CountRow, Dimension, Partition, Zeros};
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::statistics::Frequencies;

/// What each part has of each query.
pub(super) struct Tally<'a> {
    partition: Partition<'a>,
    by: Vec<Dimension>,
    /// By segment.
    documents: &'a [Column<u64>],
    words: Vec<Vec<u64>>,
    /// The whole of each query.
    total: Vec<Sum>,
    /// By part, then by query.
    parts: Vec<Vec<Sum>>,
}

/// What a part has of a query, while it is added up in the order of documents and sections.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    cell: CountCell,
    /// The section and the document of the last occurrence, by number.
    last: Option<(u64, u64)>,
}

impl Sum {
    fn add(&mut self, occurrences: u64, section: u64, document: u64) {
        self.cell.occurrences += occurrences;
        self.cell.passages += 1;
        self.cell.sections += u64::from(self.last.is_none_or(|(last, _)| last != section));
        self.cell.documents += u64::from(self.last.is_none_or(|(_, last)| last != document));
        self.last = Some((section, document));
    }
}

impl<'a> Tally<'a> {
    /// Nothing yet of `queries` queries.
    pub(super) fn new(
        index: &'a Index,
        by: &[Dimension],
        queries: usize,
    ) -> Result<Tally<'a>, Fault> {
        let partition = Partition::new(index, by)?;
        Ok(Tally {
            documents: index.documents()?,
            words: index.words()?,
            partition,
            by: by.to_vec(),
            total: vec![Sum::default(); queries],
            parts: Vec::new(),
        })
    }

    /// Adds the words of the passages within `narrowing` to what a query is compared with.
    pub(super) fn add_words(&mut self, query: usize, narrowing: &Narrowing) -> Result<(), Fault> {
        for ord in 0..self.partition.segments.len() {
            let passages = narrowing.passages(&self.partition.segments[ord])?;
            for doc in passages.ones().filter_map(|doc| DocId::try_from(doc).ok()) {
                let words = self.words[ord][doc as usize];
                let segment = self.partition.segments[ord].ord;
                self.each(query, DocAddress::new(segment, doc), |sum| sum.cell.words += words)?;
            }
        }
        Ok(())
    }

    /// Adds a passage with so many occurrences.
    pub(super) fn add(
        &mut self,
        query: usize,
        address: DocAddress,
        occurrences: u64,
    ) -> Result<(), Fault> {
        let ord = address.segment_ord as usize;
        let section = self.partition.segments[ord].section_of(address.doc_id);
        let document = self.documents[ord].first(address.doc_id).unwrap_or(u64::MAX);
        self.each(query, address, |sum| sum.add(occurrences, section, document))
    }

    fn each(
        &mut self,
        query: usize,
        address: DocAddress,
        mut add: impl FnMut(&mut Sum),
    ) -> Result<(), Fault> {
        add(&mut self.total[query]);
        for part in self.partition.of(address)? {
            if self.parts.len() <= *part {
                self.parts.resize_with(part + 1, || vec![Sum::default(); self.total.len()]);
            }
            add(&mut self.parts[*part][query]);
        }
        Ok(())
    }

    /// The parts in order, the whole, and how many parts are left out.
    pub(super) fn rows(self, zeros: Zeros) -> Result<(Vec<CountRow>, CountRow, usize), Fault> {
        let are_years = self.by == [Dimension::Year];
        let is_told = |sums: &[Sum]| {
            zeros == Zeros::All || are_years || sums.iter().any(|sum| sum.cell.occurrences > 0)
        };
        let told = (0..self.parts.len()).filter(|part| is_told(&self.parts[*part]));
        let mut parts = Vec::new();
        for part in told {
            parts.push((self.rank(part)?, part));
        }
        parts.sort();
        let row = |part: usize| -> Result<CountRow, Fault> {
            let sums = self.parts[part].iter().zip(&self.total);
            let cells = sums.map(|(sum, total)| measured(sum.cell, total.cell)).collect();
            Ok(CountRow { part: self.partition.name(part)?, cells })
        };
        if self.by.is_empty() {
            parts.clear();
        }
        let left_out = if self.by.is_empty() { 0 } else { self.parts.len() - parts.len() };
        let rows = parts.into_iter().map(|(_, part)| row(part)).collect::<Result<_, Fault>>()?;
        let total = self.total.iter().map(|sum| measured(sum.cell, sum.cell)).collect();
        Ok((rows, CountRow { part: Vec::new(), cells: total }, left_out))
    }

    /// Where a part stands: by its names, or the fullest first where its names have no order.
    fn rank(&self, part: usize) -> Result<Rank, Fault> {
        let names = self.partition.rank(part)?;
        let is_ordered = self.by.iter().any(|dimension| dimension.is_ordered());
        let occurrences: u64 = self.parts[part].iter().map(|sum| sum.cell.occurrences).sum();
        let fullest = Reverse(if is_ordered { 0 } else { occurrences });
        let known = names.into_iter().map(|(name, number)| (name.is_none(), name, number));
        Ok((fullest, known.collect()))
    }
}

/// The fullest first, then by name, what is unknown last.
type Rank = (Reverse<u64>, Vec<(bool, Option<String>, u64)>);

/// A cell with what its counts say beside those of the whole.
fn measured(cell: CountCell, total: CountCell) -> CountCell {
    let frequencies = Frequencies {
        part: cell.occurrences,
        corpus: total.occurrences,
        part_words: cell.words,
        corpus_words: total.words,
    };
    let (per_10_000, specificity) = (frequencies.per_10_000(), frequencies.specificity());
    CountCell { per_10_000, specificity, ..cell }
}
