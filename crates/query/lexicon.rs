//! What the index knows of words.

use std::cell::Cell;
use std::ops::{Deref, DerefMut};

use glane_analysis::{Analyzer, Language, Word, fragment_opening};
use glane_index::{Index, Level, encode};
use tantivy::TantivyError;
use tantivy::schema::Field;

use crate::positions;
use crate::segment::Segment;
use crate::typed::{self, Typed, TypedWord, Whole};
use crate::unit::Slot;

/// The vocabulary of an index.
pub(crate) struct Lexicon<'a> {
    /// The index.
    pub(crate) index: &'a Index,
    /// Its segments.
    pub(crate) segments: &'a [Segment<'a>],
    /// The analyzer that made the index's terms.
    pub(crate) analyzer: Remembering,
    /// The languages other than French in which the index holds words.
    pub(crate) others: Vec<Language>,
}

/// An analyzer that remembers the words of the searches before on the same thread: reading those
/// of ten passages anew takes a fifth of a search.
pub(crate) struct Remembering(Option<Box<Analyzer>>);

thread_local! {
    static KEPT: Cell<Option<Box<Analyzer>>> = const { Cell::new(None) };
}

impl Remembering {
    /// That of the thread, or a new one while it is lent.
    pub(crate) fn new() -> Remembering {
        Remembering(Some(KEPT.take().unwrap_or_default()))
    }
}

impl Drop for Remembering {
    fn drop(&mut self) {
        KEPT.set(self.0.take());
    }
}

impl Deref for Remembering {
    type Target = Analyzer;

    #[expect(clippy::expect_used, reason = "it is given back when dropped only")]
    fn deref(&self) -> &Analyzer {
        self.0.as_ref().expect("held until dropped")
    }
}

impl DerefMut for Remembering {
    #[expect(clippy::expect_used, reason = "it is given back when dropped only")]
    fn deref_mut(&mut self) -> &mut Analyzer {
        self.0.as_mut().expect("held until dropped")
    }
}

impl<'a> Lexicon<'a> {
    /// The vocabulary of `index`, whose segments are `segments`.
    pub(crate) fn new(index: &'a Index, segments: &'a [Segment<'a>]) -> Lexicon<'a> {
        let others = index.other_languages();
        Lexicon { index, segments, analyzer: Remembering::new(), others }
    }

    /// The languages in which the index holds words.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> {
        [Language::French].into_iter().chain(self.others.iter().copied())
    }

    /// How many passages hold a word of `slot`, in any number or gender, or joined.
    ///
    /// An upper estimate: passages that hold two of its forms count twice.
    pub(crate) fn frequency(&self, slot: &Slot) -> Result<u64, TantivyError> {
        self.sum(&slot.inflected_terms(), None)
    }

    /// How many passages hold a term.
    pub(crate) fn holders(&self, term: &str) -> Result<u64, TantivyError> {
        self.sum(&[term.to_owned()], None)
    }

    /// How many passages hold the compound of `slot`, hyphenated.
    pub(crate) fn joined_frequency(&self, slot: &Slot) -> Result<u64, TantivyError> {
        self.sum(&slot.joined_terms(), None)
    }

    /// Whether a word of `slot` is part of the name of someone who is heard.
    pub(crate) fn is_name(&self, slot: &Slot) -> Result<bool, TantivyError> {
        Ok(self.sum(&slot.inflected_terms(), Some(self.index.fields().names))? > 0)
    }

    /// Whether `sequence` stands somewhere.
    pub(crate) fn occurs(&self, sequence: &[Slot]) -> Result<bool, TantivyError> {
        let sequences = [sequence.to_vec()];
        for field in self.segments.iter().flat_map(|segment| &segment.fields) {
            if !positions::count(field, &sequences)?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The words of `text`.
    pub(crate) fn read(&mut self, text: &str) -> Typed {
        let mut typed = typed::read(&mut self.analyzer, &self.others, text);
        for TypedWord { slot, .. } in &mut typed.words {
            self.know(slot);
            // An index that cannot be read is told where it is searched.
            let fragments = self.fragments(slot).unwrap_or_default();
            slot.words.extend_from_slice(&fragments);
            slot.known.extend(fragments);
        }
        typed.wholes.iter_mut().for_each(|whole| self.know(&mut whole.slot));
        typed
    }

    /// A slot for these words, with what the index has of them.
    pub(crate) fn known(&self, words: Vec<Word>) -> Slot {
        let mut slot = Slot::of(words);
        self.know(&mut slot);
        slot
    }

    /// Looks for what the index has of the words of `slot`.
    fn know(&self, slot: &mut Slot) {
        for akin in slot.words.iter().flat_map(|word| self.index.family(word)) {
            if !slot.known.contains(&akin) {
                slot.known.push(akin);
            }
        }
    }

    /// The names under which the words of `slot` stand where a line end cut them off from others,
    /// but for those that the documents write as one word, and never with a hyphen: there, they are
    /// no words.
    fn fragments(&mut self, slot: &Slot) -> Result<Vec<Word>, TantivyError> {
        let mut fragments = Vec::new();
        for own in &slot.words {
            let opening = fragment_opening(&own.key);
            for name in self.index.fragments(own) {
                let whole = name.form.strip_prefix(&opening).unwrap_or_default();
                if !fragments.contains(&name)
                    && self.stands_apart(own.language, &name.form, whole)?
                {
                    fragments.push(name);
                }
            }
        }
        Ok(fragments)
    }

    /// Whether the fragments of a word cut at the end of a line, once `whole`, may be words: unless
    /// it stands whole elsewhere, and nowhere with a hyphen.
    fn stands_apart(
        &mut self,
        language: Language,
        name: &str,
        whole: &str,
    ) -> Result<bool, TantivyError> {
        let cut = self.holders(&encode(language, Level::Form, name))?;
        let word = (*self.analyzer.word_in(language, whole)).clone();
        let solid = self.frequency(&self.known(vec![word]))?;
        Ok(solid <= cut || self.holders(&encode(language, Level::Joined, whole))? > 0)
    }

    /// The compound that two words would make with a hyphen, with its parts.
    pub(crate) fn compound(&mut self, first: &str, second: &str) -> Option<(Whole, Vec<Slot>)> {
        let typed = self.read(&format!("{first}-{second}"));
        let whole = typed.whole_at(0)?.clone();
        let parts = typed.slots(0, whole.count);
        (parts.len() == typed.words.len() && !whole.slot.joined.is_empty())
            .then_some((whole, parts))
    }

    fn sum(&self, terms: &[String], only: Option<Field>) -> Result<u64, TantivyError> {
        let mut total = 0;
        for term in terms {
            let mut most = [0, 0];
            for field in self.segments.iter().flat_map(|segment| &segment.fields) {
                if only.is_none_or(|only| only == field.field) {
                    most[usize::from(field.is_text)] += field.doc_freq(term)?;
                }
            }
            total += most[0].max(most[1]);
        }
        Ok(total)
    }
}
