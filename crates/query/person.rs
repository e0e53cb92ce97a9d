//! People in a query: words that agree with the name of someone who is heard.

use crate::fault::Fault;

use crate::lexicon::Lexicon;
use crate::names::{self, NameMatch};
use crate::plan::Reading;
use crate::typed::{Typed, TypedWord};
use crate::unit::{Slot, Unit, Way};

/// The longest name looked for, in words.
const MOST_WORDS: usize = 4;
/// A word that stands in more passages than this is not a misspelling.
const RARE: u64 = 3;

/// The person whose name starts at a word.
///
/// A single word names someone only where it is the whole query; several must agree with one
/// person. Misspelt, they must not be words that the documents use.
pub(crate) fn read(
    lexicon: &mut Lexicon<'_>,
    typed: &Typed,
    first: usize,
    content: usize,
) -> Result<Option<Reading>, Fault> {
    let shortest = if content == 1 { 1 } else { 2 };
    for count in (shortest..=MOST_WORDS).rev() {
        let Some(words) = typed.words.get(first..first + count) else { continue };
        if !may_be_name(lexicon, words)? {
            continue;
        }
        let Some((heard, quality)) = agreeing(lexicon, words)? else { continue };
        let label = typed.label(first, count);
        let note = note(&label, &heard, quality);
        return Ok(Some(Reading { unit: unit(lexicon, label, words, heard), count, note }));
    }
    Ok(None)
}

/// Whether it is worth comparing `words` with every name.
fn may_be_name(lexicon: &Lexicon<'_>, words: &[TypedWord]) -> Result<bool, Fault> {
    if words.first().is_none_or(|word| word.is_stop) || words.last().is_none_or(|word| word.is_stop)
    {
        return Ok(false);
    }
    for word in words {
        if !lexicon.is_name(&word.slot)? && lexicon.frequency(&word.slot)? > RARE {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Those whose names agree best with `words`, and how well.
fn agreeing(
    lexicon: &Lexicon<'_>,
    words: &[TypedWord],
) -> Result<Option<(Vec<String>, NameMatch)>, Fault> {
    let typed: Vec<String> = words.iter().flat_map(|word| names::parts(&word.label)).collect();
    let speakers = &lexicon.index.catalogue()?.speakers;
    let best = names::best_matches(&typed, speakers);
    Ok(best.filter(|(_, quality)| *quality != NameMatch::Initial))
}

fn unit(lexicon: &mut Lexicon<'_>, label: String, words: &[TypedWord], heard: Vec<String>) -> Unit {
    let mut sequences = vec![words.iter().map(|word| word.slot.clone()).collect::<Vec<Slot>>()];
    for name in &heard {
        let typed = lexicon.read(name);
        sequences.push(typed.slots(0, typed.words.len()));
    }
    sequences.retain(|sequence| !sequence.is_empty());
    sequences.dedup();
    Unit { label, ways: vec![Way::Heard(heard), Way::Places(sequences)] }
}

/// What is said of a name that was not typed as it is written.
fn note(label: &str, heard: &[String], quality: NameMatch) -> Option<String> {
    let typed = names::parts(label);
    let as_written = |name: &String| {
        let parts = names::parts(name);
        typed.iter().all(|word| parts.contains(word))
    };
    let others: Vec<&str> =
        heard.iter().filter(|name| !as_written(name)).map(String::as_str).collect();
    let said = quality == NameMatch::Near || !others.is_empty();
    said.then(|| format!("« {label} » lu comme « {} ».", others.join(" », « ")))
}
