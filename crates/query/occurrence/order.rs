//! The order of a concordance.

use serde::Serialize;

use super::Occurrence;
use super::context::Side;
use crate::names;

/// What a concordance is sorted on. What is unknown comes last; equals are in the order of the
/// documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ConcordanceKey {
    /// The word of this rank before the occurrence, 1 for the nearest.
    Left(u8),
    /// The word of this rank after it.
    Right(u8),
    /// The occurrence itself.
    Pivot,
    /// The day of the section, else of its document, earliest first.
    Date,
    /// The first of those who are heard in the section, by name as it is printed.
    Speaker,
    /// The document's path.
    Document,
}

impl ConcordanceKey {
    /// The rank of the farthest word that can be sorted on.
    pub const FARTHEST: u8 = 5;
}

/// How many words on either side the keys ask for.
pub(super) fn farthest(keys: &[ConcordanceKey]) -> usize {
    let rank = |key: &ConcordanceKey| match key {
        ConcordanceKey::Left(rank) | ConcordanceKey::Right(rank) => usize::from(*rank),
        _ => 0,
    };
    keys.iter().map(rank).max().unwrap_or_default()
}

/// What an occurrence is sorted by: known values, then the unknown.
pub(super) type Key = Box<[(bool, Box<str>)]>;

/// The key of an occurrence.
pub(super) fn key(
    keys: &[ConcordanceKey],
    occurrence: &Occurrence,
    [left, right]: &[Side; 2],
) -> Key {
    let word = |side: &Side, rank: u8| {
        let at = usize::from(rank).checked_sub(1)?;
        // A section that starts before the word comes before the others, as an empty cell does.
        Some(side.words.get(at).cloned().unwrap_or_default())
    };
    let place = &occurrence.place;
    let value = |key: &ConcordanceKey| match key {
        ConcordanceKey::Left(rank) => word(left, *rank),
        ConcordanceKey::Right(rank) => word(right, *rank),
        ConcordanceKey::Pivot => Some(folded(&occurrence.pivot)),
        ConcordanceKey::Date => place.date.map(|date| date.to_string()),
        ConcordanceKey::Speaker => place.speakers.first().map(|name| folded(name)),
        ConcordanceKey::Document => Some(place.source.clone()),
    };
    let known = |value: Option<String>| (value.is_none(), value.unwrap_or_default().into());
    keys.iter().map(|key| known(value(key))).collect()
}

/// As words are sorted: without accents and capitals, white space as one space.
pub(super) fn folded(text: &str) -> String {
    let folded = names::fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
