//! What a query searches, with the index's own spellings of it.

use std::collections::BTreeMap;

use glane_analysis::{Language, Word, is_fragment};
use glane_index::{Index, Level, encode};
use serde::Serialize;
use tantivy::TantivyError;

use crate::SearchError;
use crate::fault::Fault;
use crate::lexicon::Lexicon;
use crate::need::Share;
use crate::parse::parse;
use crate::plan::{Plan, plan};
use crate::positions;
use crate::segment::Segment;
use crate::unit::{Slot, Way};

/// What a query searches.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// The query, as it was understood.
    pub query: String,
    /// What is searched, in the order of the query.
    pub units: Vec<ExplainedUnit>,
    /// Words left out because they say too little.
    pub ignored: Vec<String>,
    /// What was reinterpreted, in French.
    pub notes: Vec<String>,
}

/// A word, a compound, a phrase, a person, or what a section must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedUnit {
    /// As typed.
    pub label: String,
    /// What it does.
    pub role: Role,
    /// The spellings that the index has of it, the most frequent first.
    pub spellings: Vec<Spelling>,
    /// Words of the same family, which count less, the most frequent first.
    pub akin: Vec<Spelling>,
    /// The people whose names it agrees with.
    pub people: Vec<String>,
}

/// What a part of a query does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sections that have it come first.
    Ranks,
    /// Only sections that have it answer, or one of several such.
    Asks,
    /// It restricts the answer, or leaves sections out.
    Restricts,
}

/// A spelling and the number of passages that hold it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spelling {
    /// As the documents write it, in lower case.
    pub text: String,
    /// Passages.
    pub passages: u64,
}

/// How many spellings are told.
const MOST: usize = 40;

/// Explains what `query` searches in `index`.
///
/// # Errors
///
/// [`SearchError`] when the index is damaged.
pub fn explain(index: &Index, query: &str) -> Result<Explanation, SearchError> {
    explained(index, query).map_err(|fault| fault.of(index))
}

fn explained(index: &Index, query: &str) -> Result<Explanation, Fault> {
    let segments = Segment::all(index)?;
    let mut lexicon = Lexicon::new(index, &segments);
    let parsed = parse(query);
    let Plan { units, need, share, restrictions, notes, ignored, .. } =
        plan(&mut lexicon, &parsed)?;
    let forms = forms(&mut lexicon)?;
    let mut explained = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let role = role(at, need.units(), &share);
        let mut found = Spellings::default();
        for way in &unit.ways {
            found.add(&lexicon, way, &forms)?;
        }
        explained.push(ExplainedUnit {
            label: unit.label.clone(),
            role,
            spellings: most(found.same),
            akin: most(found.akin),
            people: found.people,
        });
    }
    explained.extend(restrictions.into_iter().map(|label| ExplainedUnit {
        label,
        role: Role::Restricts,
        spellings: Vec::new(),
        akin: Vec::new(),
        people: Vec::new(),
    }));
    // What restricts in two ways is told once.
    explained.dedup();
    Ok(Explanation { query: parsed.to_string(), units: explained, ignored, notes })
}

fn role(unit: usize, needed: u64, share: &Share) -> Role {
    let bit = 1 << unit;
    match (share.units() & bit != 0, needed & bit != 0) {
        (false, _) => Role::Restricts,
        (true, true) => Role::Asks,
        (true, false) => Role::Ranks,
    }
}

/// The most frequent spellings.
fn most(counts: BTreeMap<String, u64>) -> Vec<Spelling> {
    let found = counts.into_iter().filter(|(_, passages)| *passages > 0);
    let mut spellings: Vec<Spelling> =
        found.map(|(text, passages)| Spelling { text, passages }).collect();
    spellings.sort_by(|one, other| other.passages.cmp(&one.passages).then(one.cmp(other)));
    spellings.truncate(MOST);
    spellings
}

/// The words of an index as its analyzer reads them, each with the passages that hold its form.
type Forms = Vec<(Word, u64)>;

/// Every form of the index.
fn forms(lexicon: &mut Lexicon<'_>) -> Result<Forms, TantivyError> {
    let languages: Vec<Language> = lexicon.languages().collect();
    // By field: a form counts where it stands most, since a title is a passage's as well.
    let mut holders: BTreeMap<(Language, String), BTreeMap<usize, u64>> = BTreeMap::new();
    let fields = lexicon.segments.iter().flat_map(|segment| segment.fields.iter().enumerate());
    for (place, field) in fields {
        for language in &languages {
            let prefix = encode(*language, Level::Form, "");
            let mut terms = field.terms().range().ge(&prefix).into_stream()?;
            while terms.advance() {
                let Some(form) = terms.key().strip_prefix(prefix.as_bytes()) else { break };
                let Ok(form) = std::str::from_utf8(form) else { continue };
                if is_fragment(form) {
                    continue;
                }
                let held = u64::from(field.holders(terms.value())?);
                if held > 0 {
                    let own = holders.entry((*language, form.to_owned())).or_default();
                    *own.entry(place).or_default() += held;
                }
            }
        }
    }
    let most = |own: BTreeMap<usize, u64>| own.into_values().max().unwrap_or_default();
    let counts = holders.into_iter().map(|(form, own)| (form, most(own)));
    let mut read = |((language, form), count): ((Language, String), u64)| {
        ((*lexicon.analyzer.word_in(language, &form)).clone(), count)
    };
    Ok(counts.map(&mut read).collect())
}

/// The spellings of one unit.
#[derive(Default)]
struct Spellings {
    same: BTreeMap<String, u64>,
    akin: BTreeMap<String, u64>,
    people: Vec<String>,
}

impl Spellings {
    fn add(
        &mut self,
        lexicon: &Lexicon<'_>,
        way: &Way,
        forms: &[(Word, u64)],
    ) -> Result<(), Fault> {
        match way {
            Way::Word(slot) => self.add_words(slot, forms),
            Way::Places(sequences) => self.add_places(lexicon, sequences)?,
            Way::Near(slots, _) | Way::InField(_, slots) => {
                slots.iter().for_each(|slot| self.add_words(slot, forms));
            }
            Way::Terms(terms) => {
                let own = |(word, _): &&(Word, u64)| {
                    terms.contains_key(&encode(word.language, Level::Form, &word.form))
                };
                for (word, count) in forms.iter().filter(own) {
                    self.same.insert(word.form.clone(), *count);
                }
            }
            Way::Heard(names) => self.people.extend(names.iter().cloned()),
            Way::Holds(_) => {}
        }
        Ok(())
    }

    fn add_words(&mut self, slot: &Slot, forms: &[(Word, u64)]) {
        for (word, count) in forms.iter().filter(|(word, _)| slot.is_akin(word)) {
            let group = if slot.is_same(word) { &mut self.same } else { &mut self.akin };
            group.insert(word.form.clone(), *count);
        }
    }

    /// Each sequence as it stands; a compound apart, hyphenated and in one word.
    fn add_places(&mut self, lexicon: &Lexicon<'_>, sequences: &[Vec<Slot>]) -> Result<(), Fault> {
        let joined = sequences.iter().find_map(|sequence| match &sequence[..] {
            [slot] if !slot.joined.is_empty() => Some(slot),
            _ => None,
        });
        let hyphenated = joined.map_or(Ok(0), |slot| lexicon.joined_frequency(slot))?;
        for sequence in sequences.iter().filter(|sequence| sequence.len() > 1) {
            let mut passages = 0;
            for field in lexicon.segments.iter().flat_map(|segment| &segment.fields) {
                if field.is_text {
                    passages +=
                        positions::count(field, std::slice::from_ref(sequence))?.len() as u64;
                }
            }
            // A hyphenated compound is written with its parts as well.
            self.same.insert(spelt(sequence, " "), passages.saturating_sub(hyphenated));
            if joined.is_some() {
                self.same.insert(spelt(sequence, "-"), hyphenated);
            }
        }
        if let Some(slot) = joined {
            let solid = lexicon.frequency(slot)?.saturating_sub(hyphenated);
            self.same.insert(spelt(std::slice::from_ref(slot), ""), solid);
        }
        Ok(())
    }
}

/// The forms of slots, joined.
fn spelt(slots: &[Slot], joint: &str) -> String {
    let forms = slots.iter().filter_map(|slot| slot.words.first());
    forms.map(|word| word.form.as_str()).collect::<Vec<_>>().join(joint)
}
