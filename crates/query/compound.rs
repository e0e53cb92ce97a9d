//! Compounds in their three spellings: hyphenated, spaced, solid.

use tantivy::TantivyError;

use crate::lexicon::Lexicon;
use crate::plan::Reading;
use crate::query::Node;
use crate::typed::{Typed, Whole};
use crate::unit::{Slot, Unit, Way};

/// Two words are read as a compound when it stands in at least one of so many passages that hold
/// the rarer of them: once hyphenated by chance is not enough to part them from each other.
const ATTESTED_ONE_IN: u64 = 4;
/// The shortest parts into which a solid word is cut, in letters.
const LEAST_PART: [usize; 2] = [2, 3];

/// The compound that starts at a word, in whichever spelling it was typed.
pub(crate) fn read(
    lexicon: &mut Lexicon<'_>,
    typed: &Typed,
    first: usize,
) -> Result<Option<Reading>, TantivyError> {
    if let Some(whole) = typed.whole_at(first) {
        return hyphenated(lexicon, typed, whole);
    }
    if let Some(reading) = spaced(lexicon, typed, first)? {
        return Ok(Some(reading));
    }
    solid(lexicon, typed, first)
}

/// A compound that a space before its hyphen cut in two: `non -recours`.
pub(crate) struct Cut {
    /// The words, the compound whole.
    pub(crate) words: String,
    /// What is to be said of it.
    pub(crate) note: String,
}

/// The compound that a part of a query ends with and the next leaves out, where the documents have
/// it: a hyphen after a space leaves out what follows it, unless it is one of a compound's.
pub(crate) fn cut_by_hyphen(
    lexicon: &mut Lexicon<'_>,
    before: &Node,
    next: Option<&Node>,
) -> Result<Option<Cut>, TantivyError> {
    let (Node::Words(words), Some(Node::Without { part, hyphen: true })) = (before, next) else {
        return Ok(None);
    };
    let Node::Words(after) = &**part else { return Ok(None) };
    let (start, first) = words.rsplit_once(' ').unwrap_or(("", words));
    let Some((whole, _)) = lexicon.compound(first, after) else { return Ok(None) };
    if lexicon.joined_frequency(&whole.slot)? == 0 {
        return Ok(None);
    }
    let note = format!("« {first} -{after} » lu comme « {first}-{after} ».");
    Ok(Some(Cut { words: format!("{start} {first}-{after}").trim_start().to_owned(), note }))
}

/// The other spellings of a phrase that the index has: its two words joined, or a compound in it.
pub(crate) fn joined_forms(
    lexicon: &mut Lexicon<'_>,
    typed: &Typed,
) -> Result<Vec<Vec<Slot>>, TantivyError> {
    if let [first, second] = &typed.words[..] {
        let Some((whole, _)) = lexicon.compound(&first.label, &second.label) else {
            return Ok(Vec::new());
        };
        let known = lexicon.frequency(&whole.slot)? > 0;
        return Ok(known.then(|| vec![whole.slot]).into_iter().collect());
    }
    let mut forms = Vec::new();
    for whole in &typed.wholes {
        // Hyphenated, its parts stand in sequence; solid, or cut by a line end, they do not.
        let solid = Slot { joined: Vec::new(), ..whole.slot.clone() };
        if lexicon.frequency(&solid)? > 0 {
            let mut slots = typed.slots(0, typed.words.len());
            slots.splice(whole.first..whole.first + whole.count, [solid]);
            forms.push(slots);
        }
    }
    Ok(forms)
}

/// `non-recours`: the parts in sequence, or joined; apart, only where the index has neither.
fn hyphenated(
    lexicon: &Lexicon<'_>,
    typed: &Typed,
    whole: &Whole,
) -> Result<Option<Reading>, TantivyError> {
    let parts = typed.slots(whole.first, whole.count);
    let known = lexicon.frequency(&whole.slot)? > 0 || lexicon.occurs(&parts)?;
    let apart = typed.words[whole.first..].iter().take(whole.count).all(|word| !word.is_stop);
    if !known && apart {
        return Ok(None);
    }
    Ok(Some(Reading { unit: unit(&whole.label, whole, parts), count: whole.count, note: None }))
}

/// `non recours`, where the documents write `non-recours`.
fn spaced(
    lexicon: &mut Lexicon<'_>,
    typed: &Typed,
    first: usize,
) -> Result<Option<Reading>, TantivyError> {
    if !typed.are_neighbours(first, 2) || typed.whole_at(first + 1).is_some() {
        return Ok(None);
    }
    let [before, after] = [&typed.words[first], &typed.words[first + 1]];
    let compound = lexicon.compound(&before.label, &after.label);
    let Some((whole, parts)) = compound else { return Ok(None) };
    let attested = lexicon.joined_frequency(&whole.slot)?;
    let rarer = lexicon.frequency(&before.slot)?.min(lexicon.frequency(&after.slot)?);
    if attested == 0 || attested * ATTESTED_ONE_IN < rarer {
        return Ok(None);
    }
    let label = typed.label(first, 2);
    let note = Some(format!("« {label} » lu comme « {} ».", whole.label));
    Ok(Some(Reading { unit: unit(&label, &whole, parts), count: 2, note }))
}

/// `nonrecours`, where the documents write `non-recours` or `non recours`.
fn solid(
    lexicon: &mut Lexicon<'_>,
    typed: &Typed,
    first: usize,
) -> Result<Option<Reading>, TantivyError> {
    let word = &typed.words[first];
    if word.is_stop {
        return Ok(None);
    }
    let stands = lexicon.frequency(&word.slot)? > 0;
    for (cut, _) in word.label.char_indices() {
        let (before, after) = word.label.split_at(cut);
        let lengths = [before.chars().count(), after.chars().count()];
        if lengths[0] < LEAST_PART[0] || lengths[1] < LEAST_PART[1] {
            continue;
        }
        let Some((whole, parts)) = lexicon.compound(before, after) else { continue };
        // A solid word that stands is cut only where the documents hyphenate it as well.
        let hyphenated = lexicon.joined_frequency(&whole.slot)? > 0;
        if (hyphenated || !stands) && occurs(lexicon, &parts)? {
            let note = Some(format!("« {} » lu comme « {} ».", word.label, whole.label));
            let unit = unit(&word.label, &whole, parts);
            return Ok(Some(Reading { unit, count: 1, note }));
        }
    }
    Ok(None)
}

/// Whether parts stand in sequence; asks for each alone first, which is cheaper.
fn occurs(lexicon: &Lexicon<'_>, parts: &[Slot]) -> Result<bool, TantivyError> {
    for part in parts {
        if lexicon.frequency(part)? == 0 {
            return Ok(false);
        }
    }
    lexicon.occurs(parts)
}

fn unit(label: &str, whole: &Whole, parts: Vec<Slot>) -> Unit {
    let ways = vec![Way::Places(vec![parts, vec![whole.slot.clone()]])];
    Unit { label: label.to_owned(), ways }
}
