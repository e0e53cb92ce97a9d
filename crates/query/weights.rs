//! Every number that ranking rests on, in one place.
//!
//! The score of a word in a section is BM25F (Robertson, Zaragoza & Taylor 2004): occurrences are
//! weighted by level and field, normalised by the field's length, added up, and only then
//! saturated; once for the passage, once for all that is true of its whole section, so that a
//! title does not make the passage worthless. The inverse document frequency is that of sections.
//!
//! The values were chosen on 2,062 French sheets of public service (147 topics, and 670 phrasings
//! of them by people) and checked on the judged queries of the sample documents: where both were
//! indifferent, the round value stands. nDCG@10 there is .634 and .551; one number moved alone
//! changes them by (thousandths, topics / phrasings; less than three is noise, since lengths are
//! stored in one byte):
//!
//! | number | less | more |
//! |---|---|---|
//! | `K1` | 2.5: −4.4 / −1.0 | 4.5: −0.5 / −1.3 |
//! | `HEADING` | 1.1: −3.6 / −4.5 | 1.7: −0.6 / −1.4 |
//! | `TITLE.boost` | 2: −3.3 / −2.1 | 4: +0.5 / −1.4 |
//! | `TITLE.b` | .5: −2.0 / −2.5 | .9: −4.0 / +0.1 |
//! | `TEXT.b` | .45: −5.9 / −2.1 | .65: −2.2 / −3.5 |
//! | `DOCUMENT.boost` | .3: −0.5 / −0.2 | .6: +1.8 / +0.1 |
//! | `STEM` | .3: −2.3 / −0.7 | .5: +1.3 / −0.1 |
//! | `STEM_COVER` | .6: 0 / −0.5 | .85: −0.3 / +0.4 |
//! | root of the share | power .3: +0.1 / −0.2 | power .8: −1.9 / −5.5 |
//! | `PROXIMITY` | .4: −0.3 / −0.7 | .8: +0.3 / −0.2 |
//! | `OTHER_PASSAGES` | .1: +0.3 / −0.2 | .3: −1.6 / −1.0 |
//! | `BOTH_WORDS` | 1: −1.8 / +2.0 | 10: −0.2 / −1.3 |
//! | `ASKING` | .15: 0 / +0.8 | 1: −4.0 / −0.9 |
//! | power of the inverse document frequency | .7: +1.9 / −2.9 | 1.3: −5.9 / −5.3 |
//!
//! These sheets have short heads, no people, and next to nothing beside their text: `KEYWORDS`,
//! `NAMES`, `HEAD`, `THEME` and [`of_zone`] change nothing there and rest on the sample documents
//! alone.

use glane_document::Zone;

/// Saturation of repeated occurrences. Field boosts multiply occurrences, which asks for more
/// than the 1.2 of a single field.
pub(crate) const K1: f32 = 3.5;

/// What the section's headings are worth beside the passage.
pub(crate) const HEADING: f32 = 1.4;

/// How a searched field counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldWeight {
    /// What one occurrence is worth beside one in the text.
    pub(crate) boost: f32,
    /// How much a long field dilutes its occurrences, from 0 to 1.
    pub(crate) b: f32,
    /// How far an occurrence there shows that the section is about the word, from 0 to 1.
    pub(crate) cover: f32,
}

/// The section's label.
pub(crate) const TITLE: FieldWeight = FieldWeight { boost: 3.0, b: 0.7, cover: 1.0 };
/// Declared keywords.
pub(crate) const KEYWORDS: FieldWeight = FieldWeight { boost: 3.0, b: 0.3, cover: 1.0 };
/// Names of those who are heard.
pub(crate) const NAMES: FieldWeight = FieldWeight { boost: 3.0, b: 0.1, cover: 1.0 };
/// Heading lines, roles, organisations, the noun of the kind: what a speaker's role says, the
/// section does not.
pub(crate) const HEAD: FieldWeight = FieldWeight { boost: 0.6, b: 0.3, cover: 0.6 };
/// The passage.
pub(crate) const TEXT: FieldWeight = FieldWeight { boost: 1.0, b: 0.55, cover: 1.0 };
/// The theme's heading: true of all its sections.
pub(crate) const THEME: FieldWeight = FieldWeight { boost: 0.6, b: 0.3, cover: 0.6 };
/// What the document says of itself: true of all its sections.
pub(crate) const DOCUMENT: FieldWeight = FieldWeight { boost: 0.4, b: 0.3, cover: 0.5 };

/// What an occurrence in a zone of the text is worth beside one in its sentences: who cites a book
/// or captions a figure is not yet speaking of what their titles say.
pub(crate) fn of_zone(zone: Zone) -> f32 {
    match zone {
        Zone::Body => 1.0,
        Zone::Note | Zone::Caption | Zone::Table => 0.8,
        Zone::Bibliography => 0.6,
    }
}

/// What an occurrence of the very form is worth.
pub(crate) const FORM: f32 = 1.0;
/// What an occurrence of another number or gender is worth.
pub(crate) const KEY: f32 = 0.9;
/// What an occurrence of a derived word is worth.
pub(crate) const STEM: f32 = 0.4;
/// How far a derived word shows that the section is about the word.
pub(crate) const STEM_COVER: f32 = 0.7;

/// What being heard in a section is worth to a search for that person.
pub(crate) const HEARD: f32 = 12.0;

/// With more than this share of a query's weight, and no less of its words, nowhere in the index,
/// the words that made the question are absent: there is no answer. By weight alone, one misspelt
/// word among three left a question without an answer (phrasings −0.004).
pub(crate) const MOST_ABSENT: f32 = 0.5;
/// The least share of the query's weight that a section must hold.
pub(crate) const LEAST_COVERAGE: f32 = 0.15;
/// What a section's score is multiplied with, for the share of the query that it holds.
pub(crate) fn of_coverage(share: f32) -> f32 {
    share.sqrt()
}

/// What a section that has both words of a two-word query, up to number and gender, is worth beside
/// one that has not: enough to come first, unless the other says a word of the same family far more
/// often. For three words and more this costs nDCG@10 0.016 and 0.029 on the sheets (main,
/// phrasings), so that only pairs are held together.
pub(crate) const BOTH_WORDS: f32 = 1.5;

/// What a word that says what is asked about a subject weighs beside one that says a subject.
pub(crate) const ASKING: f32 = 0.3;

/// What two query words as near as in the query add, beside their own scores.
pub(crate) const PROXIMITY: f32 = 0.6;
/// How many words may stand between two query words beyond those of the query.
pub(crate) const SLOP: u32 = 1;

/// What the other passages of a section add to its best one.
pub(crate) const OTHER_PASSAGES: f32 = 0.2;

/// How far a unit must be present in a section for the section to count among those that hold it.
pub(crate) const HOLDING_COVER: f32 = 0.5;

/// How far a unit must be present to stand in the section's own words, up to number and gender.
pub(crate) const OWN_COVER: f32 = 0.99;

/// The shortest word that is read as another one letter away, where the index does not have it.
pub(crate) const LEAST_MISSPELT: usize = 5;

/// From so many letters on, a misspelt word may be two edits away.
pub(crate) const TWO_EDITS_FROM: usize = 8;

/// How many words a pattern or a misspelling stands for, the most frequent first.
pub(crate) const MAX_EXPANSIONS: usize = 200;

/// Words of a query beyond this many are not searched.
pub(crate) const MAX_UNITS: usize = 32;
