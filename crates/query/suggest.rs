//! Other queries to try when nothing was found: the nearest words that the index knows, or those of
//! the query that it does.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use glane_analysis::{Language, edit, is_fragment};
use glane_index::{Level, encode};
use tantivy::TantivyError;

use crate::lexicon::Lexicon;
use crate::names::fold;
use crate::query::{Node, Query};
use crate::typed::TypedWord;
use crate::weights;

/// Shorter words have too many neighbours.
const LEAST_LETTERS: usize = 4;

/// Folding makes two letters of one.
const LIGATURE: usize = 1;

/// `query` with each unknown word replaced by its nearest neighbour in the index, or left out where it
/// has none; `None` where no word is unknown, or none is left.
pub(crate) fn suggest(
    lexicon: &mut Lexicon<'_>,
    query: &Query,
) -> Result<Option<String>, TantivyError> {
    let mut nodes = query.nodes.clone();
    match replace(lexicon, &mut nodes)? {
        Some(true) => Ok(Some(Query { nodes }.to_string())),
        Some(false) => Ok(None),
        None => known(lexicon, query),
    }
}

/// `query` without the words of its own that the index does not know, nor any near them.
fn known(lexicon: &mut Lexicon<'_>, query: &Query) -> Result<Option<String>, TantivyError> {
    let (mut nodes, mut left) = (Vec::new(), false);
    for node in &query.nodes {
        let Node::Words(text) = node else {
            nodes.push(node.clone());
            continue;
        };
        let mut words = Vec::new();
        for word in lexicon.read(text).words.iter().filter(|word| !word.is_stop) {
            match lexicon.frequency(&word.slot)? {
                0 => words.extend(nearest(lexicon, word)?),
                _ => words.push(word.label.clone()),
            }
        }
        left |= !words.is_empty();
        if !words.is_empty() {
            nodes.push(Node::Words(words.join(" ")));
        }
    }
    Ok(left.then(|| Query { nodes }.to_string()))
}

/// Replaces the unknown words of parts; whether there were some, `None` when one has no neighbour.
fn replace(lexicon: &mut Lexicon<'_>, nodes: &mut [Node]) -> Result<Option<bool>, TantivyError> {
    let mut changed = false;
    for node in nodes {
        let found = match node {
            Node::Words(text) | Node::Phrase { words: text, .. } => replace_words(lexicon, text)?,
            Node::Sequence(parts) | Node::All(parts) | Node::Any(parts) => replace(lexicon, parts)?,
            _ => Some(false),
        };
        let Some(found) = found else { return Ok(None) };
        changed |= found;
    }
    Ok(Some(changed))
}

fn replace_words(
    lexicon: &mut Lexicon<'_>,
    text: &mut String,
) -> Result<Option<bool>, TantivyError> {
    let mut changed = false;
    for word in lexicon.read(text).words.iter().filter(|word| !word.is_stop) {
        if lexicon.frequency(&word.slot)? > 0 {
            continue;
        }
        let Some(nearest) = nearest(lexicon, word)? else { return Ok(None) };
        *text = text.replacen(&word.label, &nearest, 1);
        changed = true;
    }
    Ok(Some(changed))
}

fn nearest(lexicon: &Lexicon<'_>, word: &TypedWord) -> Result<Option<String>, TantivyError> {
    let letters = fold(&word.label).chars().count();
    let most = if letters >= weights::TWO_EDITS_FROM { 2 } else { 1 };
    nearest_within(lexicon, word, most)
}

/// The indexed form fewest edits away, and `most` at most; of those, the most frequent.
pub(crate) fn nearest_within(
    lexicon: &Lexicon<'_>,
    word: &TypedWord,
    most: usize,
) -> Result<Option<String>, TantivyError> {
    let typed = fold(&word.label);
    let letters = typed.chars().count();
    if letters < LEAST_LETTERS {
        return Ok(None);
    }
    let languages = [Language::French].into_iter().chain(lexicon.others.iter().copied());
    let prefixes: Vec<String> =
        languages.map(|language| encode(language, Level::Form, "")).collect();
    let fields = lexicon.segments.iter().flat_map(|segment| segment.fields.iter().enumerate());
    // A form counts where it stands most, in all segments together.
    let mut near: BTreeMap<(usize, String, usize), u32> = BTreeMap::new();
    for ((place, field), prefix) in
        fields.flat_map(|field| prefixes.iter().map(move |prefix| (field, prefix)))
    {
        let mut terms = field.terms().range().ge(prefix).into_stream()?;
        while terms.advance() {
            let Some(form) = terms.key().strip_prefix(prefix.as_bytes()) else { break };
            let Ok(form) = std::str::from_utf8(form) else { continue };
            if is_fragment(form) {
                continue;
            }
            if form.chars().count().abs_diff(letters) > most + LIGATURE {
                continue;
            }
            let Some(edits) = edit::distance(&typed, &fold(form), most) else { continue };
            *near.entry((edits, form.to_owned(), place)).or_default() +=
                field.holders(terms.value())?;
        }
    }
    let near = near.into_iter().filter(|(_, holders)| *holders > 0);
    let best = near.map(|((edits, form, _), holders)| (edits, Reverse(holders), form)).min();
    Ok(best.map(|(_, _, form)| form))
}
