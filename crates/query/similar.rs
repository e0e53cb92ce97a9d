//! Sections like another: those that share its characteristic words and its keywords.
//!
//! A word characterises a section as it is frequent there and rare elsewhere (tf-idf: Spärck Jones
//! 1972); another section is worth the weights of those that it shares, saturated as in the ranking,
//! and divided by its length in passages by pivoted normalisation (Singhal, Buckley & Mitra 1996),
//! so that the longest are not like everything.

use std::collections::HashMap;

use glane_analysis::{is_fragment, is_stop_word};
use glane_document::{Document, Section, SectionKind};
use glane_index::Index;
use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, TERMINATED};

use crate::fault::Fault;
use crate::lexicon::Lexicon;
use crate::segment::Segment;
use crate::tally::saturate;
use crate::unit::Slot;
use crate::{Reading, SearchError};

/// How many of a section's words are looked up, the most frequent first.
const LOOKED_UP: usize = 120;
/// How many of them characterise it.
const WORDS: usize = 24;
/// The shortest word that says something.
const LEAST_LETTERS: usize = 4;
/// A word that more than one passage in so many has says nothing of a section.
const COMMON: u64 = 8;
/// Up to so many passages, no word is that common.
const FEW_PASSAGES: u64 = 400;
/// How much a long section is brought down, from 0 to 1.
const SLOPE: f32 = 0.3;
/// How many shared words are told.
const TOLD: usize = 3;

/// A section that is like another one.
#[derive(Debug, Clone)]
pub struct Similar {
    /// Its identifier: `actes.txt#atelier-10`.
    pub id: String,
    /// Its document, without sections.
    pub document: Document,
    /// The section, without text.
    pub section: Section,
    /// What they have in common, most telling first: keywords and words.
    pub shared: Vec<String>,
}

/// Something that characterises a section, and where it stands.
struct Trait {
    label: String,
    weight: f32,
    field: Field,
    terms: Vec<String>,
}

/// What another section shares.
struct Shared {
    address: DocAddress,
    score: f32,
    /// What each trait adds.
    traits: Vec<(usize, f32)>,
}

/// The `count` sections of `index` most like the one of `reading`, best first; breaks and
/// references are passed over.
///
/// # Errors
///
/// [`SearchError`] when the index is damaged.
pub fn similar(
    index: &Index,
    reading: &Reading,
    count: usize,
) -> Result<Vec<Similar>, SearchError> {
    closest(index, reading, count).map_err(|fault| fault.of(index))
}

fn closest(index: &Index, reading: &Reading, count: usize) -> Result<Vec<Similar>, Fault> {
    let segments = Segment::all(index)?;
    let mut lexicon = Lexicon::new(index, &segments);
    let traits = traits(&mut lexicon, reading)?;
    let mut found: Vec<Shared> =
        sharing(&segments, &traits, index.fields().keyword)?.into_values().collect();
    found.sort_unstable_by(|a, b| {
        let place = |own: &Shared| (own.address.segment_ord, own.address.doc_id);
        b.score.total_cmp(&a.score).then_with(|| place(a).cmp(&place(b)))
    });
    let mut closest = Vec::with_capacity(count);
    for other in found {
        if closest.len() == count {
            break;
        }
        let (document, section) = index.heading(other.address)?;
        let own = document.id == reading.document.id && section.id == reading.section.id;
        if own || matches!(section.kind, SectionKind::Break | SectionKind::References) {
            continue;
        }
        let id = format!("{}#{}", document.id, section.id);
        closest.push(Similar { id, document, section, shared: told(&traits, other.traits) });
    }
    Ok(closest)
}

/// What characterises a section: its keywords, and the words that are frequent there only.
fn traits(lexicon: &mut Lexicon<'_>, reading: &Reading) -> Result<Vec<Trait>, Fault> {
    let fields = *lexicon.index.fields();
    let passages = lexicon.index.status().counts.passages as u64;
    let idf = |holders: u64| ((passages as f32 + 1.0) / (holders as f32 + 0.5)).ln().max(0.0);
    let mut traits = Vec::new();
    for (label, times, slot) in words(lexicon, reading) {
        let holders = lexicon.frequency(&slot)?;
        let common = holders > passages / COMMON && passages > FEW_PASSAGES;
        // Those who speak in both are told elsewhere.
        if common || lexicon.is_name(&slot)? {
            continue;
        }
        let weight = (1.0 + times as f32).ln() * idf(holders);
        traits.push(Trait { label, weight, field: fields.text, terms: slot.inflected_terms() });
    }
    traits.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    traits.truncate(WORDS);
    let heaviest = traits.first().map_or(1.0, |own| own.weight);
    traits.extend(reading.section.keywords.iter().map(|keyword| Trait {
        label: keyword.0.clone(),
        weight: heaviest,
        field: fields.keyword,
        terms: vec![keyword.0.clone()],
    }));
    Ok(traits)
}

/// The words of a section, each with how often it stands there, most frequent first.
fn words(lexicon: &mut Lexicon<'_>, reading: &Reading) -> Vec<(String, usize, Slot)> {
    let language = glane_index::language(&reading.section);
    let tokens = lexicon.analyzer.tokens_in(language, &reading.section.text);
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (at, token) in tokens.iter().enumerate() {
        let form = &token.word.form;
        let says = token.span <= 1
            && !is_fragment(form)
            && form.chars().all(|c| c.is_alphabetic() || c == '-');
        if says && form.chars().count() >= LEAST_LETTERS && !is_stop_word(form) {
            counts.entry(&token.word.key).or_insert((0, at)).0 += 1;
        }
    }
    let mut counts: Vec<(usize, usize)> = counts.into_values().collect();
    counts.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counts.truncate(LOOKED_UP);
    let read = |(times, at): (usize, usize)| {
        let word = (*tokens[at].word).clone();
        (word.form.clone(), times, lexicon.known(vec![word]))
    };
    counts.into_iter().map(read).collect()
}

/// The sections that share some trait, by number.
fn sharing(
    segments: &[Segment<'_>],
    traits: &[Trait],
    keyword: Field,
) -> Result<HashMap<u64, Shared>, Fault> {
    let mut found: HashMap<u64, Shared> = HashMap::new();
    for segment in segments {
        for (at, own) in traits.iter().enumerate() {
            for (address, section, worth) in holding(segment, own)? {
                let adds = own.weight * if own.field == keyword { 1.0 } else { saturate(worth) };
                let shared = found.entry(section).or_insert_with(|| Shared {
                    address,
                    score: 0.0,
                    traits: Vec::new(),
                });
                shared.score += adds;
                shared.traits.push((at, adds));
            }
        }
    }
    let length = |own: &Shared| {
        let segment = &segments[own.address.segment_ord as usize];
        segment.boundaries.section_of(own.address.doc_id).len() as f32
    };
    let total: f32 = found.values().map(length).sum();
    let average = (total / found.len().max(1) as f32).max(1.0);
    for own in found.values_mut() {
        own.score /= 1.0 - SLOPE + SLOPE * length(own) / average;
    }
    Ok(found)
}

/// The sections of a segment that have a trait, with what its occurrences are worth there.
fn holding(segment: &Segment<'_>, own: &Trait) -> Result<Vec<(DocAddress, u64, f32)>, Fault> {
    let inverted = segment.reader.inverted_index(own.field)?;
    let mut passages: Vec<(u32, f32)> = Vec::new();
    for term in &own.terms {
        let Some(info) = inverted.terms().get(term)? else { continue };
        let mut postings =
            inverted.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
        while postings.doc() != TERMINATED {
            passages.push((postings.doc(), postings.term_freq() as f32));
            postings.advance();
        }
    }
    passages.sort_unstable_by_key(|(doc, _)| *doc);
    let mut sections: Vec<(DocAddress, u64, f32)> = Vec::new();
    for (doc, times) in passages {
        if segment.departed.as_ref().is_some_and(|gone| gone.contains(doc as usize)) {
            continue;
        }
        let number = segment.section_of(doc);
        match sections.last_mut().filter(|(_, last, _)| *last == number) {
            Some((.., worth)) => *worth += times,
            None => sections.push((DocAddress::new(segment.ord, doc), number, times)),
        }
    }
    Ok(sections)
}

/// The most telling traits, by their labels.
fn told(traits: &[Trait], mut shared: Vec<(usize, f32)>) -> Vec<String> {
    shared.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut labels: Vec<String> = Vec::new();
    for (at, _) in shared {
        let label = &traits[at].label;
        if labels.len() < TOLD
            && !labels.iter().any(|told| told.to_lowercase() == *label.to_lowercase())
        {
            labels.push(label.clone());
        }
    }
    labels
}
