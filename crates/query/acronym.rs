//! Acronyms and what they stand for, as the documents say themselves.

use crate::lexicon::Lexicon;
use crate::names::fold;
use crate::plan::Reading;
use crate::typed::{Typed, TypedWord};
use crate::unit::{Slot, Unit, Way};

/// An acronym, or an expansion, that starts at a word.
pub(crate) fn read(lexicon: &mut Lexicon<'_>, typed: &Typed, first: usize) -> Option<Reading> {
    short(lexicon, typed, first).or_else(|| long(lexicon, typed, first))
}

/// An acronym: found as itself or spelt out.
fn short(lexicon: &mut Lexicon<'_>, typed: &Typed, first: usize) -> Option<Reading> {
    let word = typed.words.get(first).filter(|word| !word.is_stop)?;
    let folded = fold(&word.label).replace('.', "");
    let acronyms = lexicon.index.acronyms();
    let (_, senses) = acronyms.iter().find(|(acronym, _)| fold(acronym) == folded)?;
    let Some(expansion) = only_sense(senses.keys()) else {
        return Some(ambiguous(word, senses.keys()));
    };
    let expansion = expansion.to_owned();
    let spelt_out = slots(lexicon, &expansion);
    let ways = vec![Way::Word(word.slot.clone()), Way::Places(vec![spelt_out])];
    let note = Some(format!("« {} » cherché aussi comme « {expansion} ».", word.label));
    Some(Reading { unit: Unit { label: word.label.clone(), ways }, count: 1, note })
}

/// An acronym that the documents spell out in several ways: which one is meant is not to be guessed.
fn ambiguous<'a>(word: &TypedWord, senses: impl Iterator<Item = &'a String>) -> Reading {
    let mut distinct: Vec<&String> = Vec::new();
    for sense in senses {
        if distinct.iter().all(|known| sense_key(known) != sense_key(sense)) {
            distinct.push(sense);
        }
    }
    let listed: Vec<String> = distinct.iter().map(|sense| format!("« {sense} »")).collect();
    let label = word.label.clone();
    let note = format!(
        "« {label} » a plusieurs sens dans les documents ({}) : cherché tel quel.",
        listed.join(", ")
    );
    let unit = Unit { label, ways: vec![Way::Word(word.slot.clone())] };
    Reading { unit, count: 1, note: Some(note) }
}

/// An expansion: found as itself or as its acronym.
fn long(lexicon: &mut Lexicon<'_>, typed: &Typed, first: usize) -> Option<Reading> {
    let word = typed.words.get(first).filter(|word| !word.is_stop)?;
    let opening = opening(&word.label);
    // Reading an expansion costs more than all the rest: few open as the word does.
    let candidates: Vec<(String, String)> = lexicon
        .index
        .acronyms()
        .iter()
        .flat_map(|(acronym, senses)| senses.keys().map(move |sense| (acronym, sense, senses)))
        .filter(|(_, sense, _)| self::opening(sense) == opening)
        .filter(|(_, _, senses)| only_sense(senses.keys()).is_some())
        .map(|(acronym, sense, _)| (acronym.clone(), sense.clone()))
        .collect();
    let longest = candidates
        .into_iter()
        .filter_map(|(acronym, sense)| {
            let expected = slots(lexicon, &sense);
            starts_with(typed, first, &expected).then_some((acronym, expected))
        })
        .max_by_key(|(_, expected)| expected.len());
    let (acronym, expected) = longest?;
    let count = expected.len();
    let label = typed.label(first, count);
    let mut ways = vec![Way::Places(vec![typed.slots(first, count)])];
    ways.extend(slots(lexicon, &acronym).into_iter().next().map(Way::Word));
    let note = Some(format!("« {label} » cherché aussi comme « {acronym} »."));
    Some(Reading { unit: Unit { label, ways }, count, note })
}

/// The first two letters of a text, folded: no inflection changes them.
fn opening(text: &str) -> String {
    let start: String = text.chars().take(2).collect();
    fold(&start).chars().take(2).collect()
}

/// The expansion, where all that are written have one [key](sense_key).
fn only_sense<'a>(mut senses: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let first = senses.next()?;
    let key = sense_key(first);
    senses.all(|sense| sense_key(sense) == key).then_some(first)
}

/// What is the same in two spellings of one expansion: letters, whatever their case and accents, without
/// the mark of the plural.
pub(crate) fn sense_key(sense: &str) -> String {
    let folded = fold(sense);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.map(|word| word.strip_suffix(['s', 'x']).unwrap_or(word)).collect()
}

fn slots(lexicon: &mut Lexicon<'_>, text: &str) -> Vec<Slot> {
    let typed = lexicon.read(text);
    typed.slots(0, typed.words.len())
}

/// Whether the words from `first` on are those of an expansion of two words or more.
fn starts_with(typed: &Typed, first: usize, expected: &[Slot]) -> bool {
    let Some(words) = typed.words.get(first..first + expected.len()) else { return false };
    let same =
        |(word, slot): (&TypedWord, &Slot)| word.slot.words.iter().any(|word| slot.is_same(word));
    expected.len() > 1 && words.iter().zip(expected).all(same)
}
