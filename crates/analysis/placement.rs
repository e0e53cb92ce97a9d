//! Placement: which words stand at which position of a text.
//!
//! A word by itself takes one position; the parts of a compound, an address or a number in doubt
//! take one each. What is found besides (the feminine, the joined compound, the digits of a
//! numeral) shares the first position of what it was made from, so nothing moves a neighbour.

use std::ops::Range;
use std::sync::Arc;

use crate::compound;
use crate::fragment::fragment;
use crate::lexicon::Lexicon;
use crate::normalize::Normalized;
use crate::number::Scaled;
use crate::ordinal::{self, Roman};
use crate::output::{Output, Place};
use crate::run;
use crate::short::Short;
use crate::token::{Rule, Word};

/// A part of a compound, or a word by itself.
pub(crate) struct Unit {
    /// Bytes of the normalised text.
    pub(crate) range: Range<usize>,
    /// The word; the masculine in inclusive writing.
    pub(crate) word: Arc<Word>,
    /// The feminine in inclusive writing.
    pub(crate) feminine: Option<Arc<Word>>,
    /// The rule that read it.
    pub(crate) rule: Rule,
}

/// Hands words to an output, each with its place.
pub(crate) struct Placement<'a, O> {
    given: &'a str,
    normalized: &'a Normalized,
    lexicon: &'a mut Lexicon,
    output: O,
    /// The position of the next word.
    position: u32,
    last: Option<Last>,
}

/// The last word that was placed.
enum Last {
    /// A plain word by itself: its bytes in the normalised text.
    Plain(Range<usize>),
    Word(Arc<Word>),
}

impl<'a, O: Output> Placement<'a, O> {
    /// Nothing placed yet, for a text as given and normalised.
    pub(crate) fn new(
        given: &'a str,
        normalized: &'a Normalized,
        lexicon: &'a mut Lexicon,
        output: O,
    ) -> Placement<'a, O> {
        Placement { given, normalized, lexicon, output, position: 0, last: None }
    }

    /// What took the words.
    pub(crate) fn into_output(self) -> O {
        self.output
    }

    /// Places a word that is known to be plain in this spelling; tells whether it is.
    pub(crate) fn place_known(
        &mut self,
        spelling: Short,
        range: &Range<usize>,
        rule: Rule,
    ) -> bool {
        let (normalized, position) = (self.normalized, self.position);
        let place = Place { normalized, range: range.clone(), position, span: 1, rule };
        if !self.output.passes(spelling, &place) {
            let Some(word) = self.lexicon.plain(spelling) else { return false };
            self.output.learn(spelling, word);
            self.output.take(word, &place);
        }
        self.last = Some(Last::Plain(place.range));
        self.position += 1;
        true
    }

    /// Notes that a word, which was just placed, is plain in this spelling.
    pub(crate) fn note_plain(&mut self, spelling: Short) {
        self.lexicon.note_plain(spelling);
    }

    /// The word for a spelling.
    pub(crate) fn word(&mut self, spelling: &str) -> Arc<Word> {
        self.lexicon.word(spelling)
    }

    /// Places one word, with nothing besides.
    pub(crate) fn place(&mut self, spelling: &str, range: Range<usize>, rule: Rule) {
        let word = self.lexicon.word(spelling);
        self.push(range, &word, 1, rule);
        self.position += 1;
    }

    /// Places a whole and its parts; a single part is a plain word.
    pub(crate) fn place_with_parts(
        &mut self,
        spelling: &str,
        whole: &Range<usize>,
        parts: &[Range<usize>],
        rule: Rule,
    ) {
        if parts.len() < 2 {
            return self.place(spelling, whole.clone(), Rule::Word);
        }
        for (place, part) in parts.iter().enumerate() {
            let word = self.lexicon.word(&self.normalized.text()[part.clone()]);
            self.push(part.clone(), &word, 1, Rule::Part);
            if place == 0 {
                let word = self.lexicon.word(spelling);
                self.push(whole.clone(), &word, span(parts.len()), rule);
            }
            self.position += 1;
        }
    }

    /// Places a number and the noun that says what it counts, with the number in units.
    pub(crate) fn place_scaled(&mut self, value: &str, number: Range<usize>, scaled: &Scaled) {
        let [word, units] = [value, &scaled.value].map(|spelling| self.lexicon.word(spelling));
        let whole = number.start..scaled.noun.end;
        self.push(number, &word, 1, Rule::Number);
        self.push(whole, &units, 2, Rule::Number);
        self.position += 1;
        let noun = self.normalized.text()[scaled.noun.clone()].to_owned();
        self.place(&noun, scaled.noun.clone(), Rule::Word);
    }

    /// Places a word by itself.
    pub(crate) fn place_alone(&mut self, unit: &Unit) {
        self.push_unit(unit, unit.rule);
        self.position += 1;
    }

    /// Adds a word with what is found at its place: its feminine, the digits of a numeral.
    fn push_unit(&mut self, unit: &Unit, rule: Rule) {
        let written = &self.normalized.text()[unit.range.clone()];
        let digits = ordinal::digits(&unit.word.form);
        // The word before must be looked at before this one is placed after it.
        let roman = self.rank(written, &unit.range);
        let rule = if digits.is_some() { Rule::Ordinal } else { rule };
        self.push(unit.range.clone(), &unit.word, 1, rule);
        if let Some(feminine) = &unit.feminine {
            self.push(unit.range.clone(), feminine, 1, rule);
        }
        if let Some(digits) = digits {
            self.push_besides(digits, unit, Rule::Number);
        }
        if let Some(Roman::Ordinal(value)) = roman {
            self.push_besides(&format!("{value}e"), unit, Rule::Ordinal);
        }
        if let Some(Roman::Ordinal(value) | Roman::Cardinal(value)) = roman {
            self.push_besides(&value.to_string(), unit, Rule::Number);
        }
    }

    /// The Roman numeral that a word is: it has an ending, or stands beside a word that numbers go
    /// with; in small letters, it must stand there, and before a century if it has an ending.
    fn rank(&mut self, written: &str, range: &Range<usize>) -> Option<Roman> {
        if !written.starts_with(['I', 'V', 'X', 'i', 'v', 'x']) {
            return None;
        }
        let text = self.normalized.text();
        let next = text[range.end..].strip_prefix([' ', '\u{a0}']).map(|rest| run::at(rest, 0));
        let mut is_numbered = || {
            self.previous().is_some_and(|word| ordinal::is_numbered(&word.key))
                || next.is_some_and(ordinal::is_numbered_word)
        };
        if let Some(roman) = ordinal::roman(written) {
            return (matches!(roman, Roman::Ordinal(_)) || is_numbered()).then_some(roman);
        }
        let roman = ordinal::roman_in_one_case(written)?;
        let is_meant = match roman {
            Roman::Ordinal(_) => next.is_some_and(ordinal::is_century),
            Roman::Cardinal(_) => is_numbered(),
        };
        is_meant.then_some(roman)
    }

    /// Places the parts of a compound, with what they make when joined.
    pub(crate) fn place_compound(&mut self, units: &[Unit]) {
        if let [first, second] = units
            && self.is_cut(first, second)
        {
            return self.place_cut(first, second);
        }
        let kept = self.without_clitics(units);
        for (first, unit) in units.iter().enumerate() {
            self.push_unit(unit, if unit.rule.is_a_word() { Rule::Part } else { unit.rule });
            for join in compound::joins(first, kept) {
                self.push_join(&units[join]);
            }
            self.position += 1;
        }
    }

    /// Whether a hyphen at the end of a line may have cut one word in two: not after a prefix, which
    /// keeps its own, nor before a capital, with which no rest of a word starts.
    fn is_cut(&self, first: &Unit, second: &Unit) -> bool {
        let starts = |unit: &Unit, is: fn(char) -> bool| {
            self.normalized.text()[unit.range.clone()].starts_with(is)
        };
        let before = &self.normalized.text()[first.range.clone()];
        self.breaks_line(first.range.end..second.range.start)
            && !compound::is_prefix(&first.word.form)
            && [first, second]
                .iter()
                .all(|unit| unit.rule.is_a_word() || unit.rule == Rule::Acronym)
            && (!starts(second, char::is_uppercase) || !before.contains(char::is_lowercase))
            && !starts(first, char::is_numeric)
    }

    /// Places a word that is cut as one, with its fragments for those who look for them.
    fn place_cut(&mut self, first: &Unit, second: &Unit) {
        let whole = self.lexicon.word(&[&*first.word.form, &*second.word.form].concat());
        self.push(first.range.start..second.range.end, &whole, 1, Rule::LineEnd);
        for part in [first, second] {
            let word = Arc::new(fragment(&part.word, &whole));
            self.push(part.range.clone(), &word, 1, Rule::Fragment);
        }
        self.position += 1;
    }

    fn without_clitics(&self, units: &[Unit]) -> usize {
        if let [.., before, last] = units
            && self.breaks_line(before.range.end..last.range.start)
        {
            // What looks like a clitic at the start of a line is the end of a word: ensemb-le.
            return units.len();
        }
        let forms: Vec<_> = units.iter().map(|unit| unit.word.form.as_str()).collect();
        compound::without_clitics(&forms)
    }

    fn push_join(&mut self, units: &[Unit]) {
        let [first, .., last] = units else { return };
        // 2018-2019 is no number of eight digits.
        if units.iter().all(|unit| unit.word.form.starts_with(|c: char| c.is_ascii_digit())) {
            return;
        }
        let range = first.range.start..last.range.end;
        let is_cut = self.breaks_line(range.clone()) && !compound::is_prefix(&first.word.form);
        let rule = if is_cut { Rule::LineEnd } else { Rule::Joined };
        let masculine: String = units.iter().map(|unit| unit.word.form.as_str()).collect();
        let word = self.lexicon.word(&masculine);
        self.push(range.clone(), &word, span(units.len()), rule);
        if units.iter().any(|unit| unit.feminine.is_some()) {
            let feminine = |unit: &Unit| unit.feminine.as_ref().unwrap_or(&unit.word).form.clone();
            let feminine: String = units.iter().map(feminine).collect();
            let word = self.lexicon.word(&feminine);
            self.push(range, &word, span(units.len()), rule);
        }
    }

    fn breaks_line(&self, range: Range<usize>) -> bool {
        self.given[self.normalized.given(&range)].contains(['\n', '\x0c'])
    }

    fn push_besides(&mut self, spelling: &str, unit: &Unit, rule: Rule) {
        let word = self.lexicon.word(spelling);
        self.push(unit.range.clone(), &word, 1, rule);
    }

    /// The last word that was placed.
    fn previous(&mut self) -> Option<Arc<Word>> {
        match self.last.as_ref()? {
            Last::Plain(range) => Some(self.lexicon.word(&self.normalized.text()[range.clone()])),
            Last::Word(word) => Some(Arc::clone(word)),
        }
    }

    fn push(&mut self, range: Range<usize>, word: &Arc<Word>, span: u32, rule: Rule) {
        let (normalized, position) = (self.normalized, self.position);
        self.output.take(word, &Place { normalized, range, position, span, rule });
        self.last = Some(Last::Word(Arc::clone(word)));
    }
}

fn span(parts: usize) -> u32 {
    u32::try_from(parts).unwrap_or(u32::MAX)
}
