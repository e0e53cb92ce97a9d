//! Matches in whole sections, where a snippet is not enough.

use std::ops::Range;

use glane_document::Section;
use glane_index::Index;

use crate::fault::Fault;
use crate::lexicon::Lexicon;
use crate::parse::parse;
use crate::segment::Segment;
use crate::{SearchError, mark, plan, wanted};

/// The bytes of the text of each of `sections` that match `query`, in order, apart: those that
/// snippets mark.
///
/// # Errors
///
/// [`SearchError::Read`] when the index is damaged.
pub fn match_ranges(
    index: &Index,
    query: &str,
    sections: &[&Section],
) -> Result<Vec<Vec<Range<usize>>>, SearchError> {
    found(index, query, sections).map_err(|fault| fault.of(index))
}

fn found(
    index: &Index,
    query: &str,
    sections: &[&Section],
) -> Result<Vec<Vec<Range<usize>>>, Fault> {
    let segments = Segment::all(index)?;
    let mut lexicon = Lexicon::new(index, &segments);
    let plan = plan::plan(&mut lexicon, &parse(query))?;
    let mut sieve = wanted::sieve([&plan]);
    let mut of = |section: &Section| {
        let language = glane_index::language(section);
        let sifted = lexicon.analyzer.sift(language, &section.text, &mut sieve);
        mark::marks(&sifted.tokens, &plan).into_iter().map(|mark| mark.range).collect()
    };
    Ok(sections.iter().map(|section| of(section)).collect())
}
