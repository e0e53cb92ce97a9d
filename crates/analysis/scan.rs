//! The tokenizer: one pass over the normalised text, which hands each run to the rule it needs.

use std::ops::Range;

use crate::abbreviation;
use crate::acronym::{self, Line};
use crate::address;
use crate::elision;
use crate::inclusive;
use crate::lexicon::Lexicon;
use crate::normalize::Normalized;
use crate::number;
use crate::output::{Each, Output};
use crate::placement::{Placement, Unit};
use crate::plain;
use crate::reference;
use crate::run;
use crate::short::Short;
use crate::sieve::{Sieve, Sifted};
use crate::stop_words::is_stop_word;
use crate::token::{Rule, Token, Word};

/// The tokens of `given`, by position, then by start.
pub(crate) fn scan(given: &str, lexicon: &mut Lexicon) -> Vec<Token> {
    // French has a word in some six bytes.
    read(given, lexicon, Vec::with_capacity(given.len() / 6))
}

/// What `sieve` leaves of `given`.
pub(crate) fn sift(given: &str, lexicon: &mut Lexicon, sieve: &mut Sieve) -> Sifted {
    let sifting = sieve.open(lexicon.language());
    read(given, lexicon, sifting).into_sifted()
}

/// Hands over the words of `given`, each with its position and rule, by position, then by start.
pub(crate) fn each(given: &str, lexicon: &mut Lexicon, each: impl FnMut(u32, &Word, Rule)) {
    read(given, lexicon, Each(each));
}

/// Gives `output` the words of `given`.
fn read<O: Output>(given: &str, lexicon: &mut Lexicon, output: O) -> O {
    let normalized = Normalized::of(given);
    let text = normalized.text();
    let placement = Placement::new(given, &normalized, lexicon, output);
    let mut scanner = Scanner { text, placement, line: Line::default() };
    let mut at = 0;
    while let Some(start) = run::next_start(text, at) {
        at = scanner.read(start..run::end(text, start));
    }
    scanner.placement.into_output()
}

struct Scanner<'a, O> {
    /// The normalised text.
    text: &'a str,
    placement: Placement<'a, O>,
    /// The line of the last word in capitals.
    line: Line,
}

impl<O: Output> Scanner<'_, O> {
    /// Reads what starts with `run`, and says where to go on.
    fn read(&mut self, run: Range<usize>) -> usize {
        let rule = plain::rule(self.text, &run);
        let known = rule.and_then(|rule| Some((rule, Short::of(self.text, &run)?)));
        let Some((rule, short)) = known else { return self.read_by_rules(run) };
        if self.placement.place_known(short, &run, rule) {
            return run.end;
        }
        let end = self.read_by_rules(run.clone());
        if plain::is_plain(&self.text[run]) {
            self.placement.note_plain(short);
        }
        end
    }

    fn read_by_rules(&mut self, run: Range<usize>) -> usize {
        let bytes = self.text.as_bytes();
        if let Some(end) = self.read_reference(&run) {
            return end;
        }
        match bytes.get(run.end) {
            _ if bytes[run.start].is_ascii_digit() => {
                self.read_number(&run).unwrap_or_else(|| self.read_words(run))
            }
            _ if self.text[..run.start].ends_with('#') => self.read_hashtag(&run),
            // Most words end like these, and need no further look.
            None | Some(b' ' | b',' | b'\n') => self.read_words(run),
            _ => self
                .read_address(&run)
                .or_else(|| self.read_dotted(&run))
                .or_else(|| abbreviation::numero_end(self.text, &run))
                .unwrap_or_else(|| self.read_words(run)),
        }
    }

    fn read_reference(&mut self, run: &Range<usize>) -> Option<usize> {
        let reference = reference::read(self.text, run)?;
        let whole = reference.range();
        let spelling = &reference.spelling;
        self.placement.place_with_parts(spelling, &whole, &reference.parts, Rule::Reference);
        Some(whole.end)
    }

    fn read_number(&mut self, run: &Range<usize>) -> Option<usize> {
        let number = number::read(self.text, run)?;
        let whole = run.start..number.end;
        if let Some(scaled) = number.scaled {
            let end = scaled.noun.end;
            self.placement.place_scaled(&number.value, whole, &scaled);
            return Some(end);
        }
        match number.doubt {
            None => self.placement.place(&number.value, whole, Rule::Number),
            Some(second) => {
                let parts = [run.clone(), second..number.end];
                self.placement.place_with_parts(&number.value, &whole, &parts, Rule::Number);
            }
        }
        Some(number.end)
    }

    fn read_hashtag(&mut self, run: &Range<usize>) -> usize {
        let parts = address::hashtag_parts(self.text, run);
        self.placement.place_with_parts(&self.text[run.clone()], run, &parts, Rule::Joined);
        run.end
    }

    fn read_address(&mut self, run: &Range<usize>) -> Option<usize> {
        let whole = address::read(self.text, run)?;
        let parts = address::parts(self.text, &whole);
        self.placement.place_with_parts(&self.text[whole.clone()], &whole, &parts, Rule::Address);
        Some(whole.end)
    }

    fn read_dotted(&mut self, run: &Range<usize>) -> Option<usize> {
        let end = acronym::dotted_end(self.text, run.start)?;
        let letters = self.text[run.start..end].replace('.', "");
        self.placement.place(&letters, run.start..end, Rule::Acronym);
        Some(end)
    }

    /// Reads an elided word, a compound or a word by itself.
    fn read_words(&mut self, run: Range<usize>) -> usize {
        if elision::stands_elided(self.text, &run) {
            let after = run.end + 1;
            self.placement.place(&self.text[run.clone()], run, Rule::Elision);
            return after;
        }
        let first = self.unit(run);
        let mut end = first.range.end;
        let Some(mut next) = next_part(self.text, end) else {
            self.placement.place_alone(&first);
            return end;
        };
        let mut units = vec![first];
        loop {
            let unit = self.unit(next);
            end = unit.range.end;
            units.push(unit);
            match next_part(self.text, end) {
                Some(part) => next = part,
                None => break,
            }
        }
        self.placement.place_compound(&units);
        end
    }

    fn unit(&mut self, run: Range<usize>) -> Unit {
        if let Some(saint) = abbreviation::expand(self.text, &run) {
            let word = self.placement.word(saint);
            return Unit { range: run, word, feminine: None, rule: Rule::Abbreviation };
        }
        let range = run.start..whole_end(self.text, &run);
        if let Some(inclusive) = inclusive::read(self.text, &range) {
            return Unit {
                range: range.start..inclusive.end,
                word: self.placement.word(&inclusive.masculine),
                feminine: inclusive.feminine.map(|feminine| self.placement.word(&feminine)),
                rule: Rule::Inclusive,
            };
        }
        let written = &self.text[range.clone()];
        let word = match written.split_once(['\'', '’']).filter(|(_, after)| after.starts_with(' '))
        {
            Some((before, after)) => {
                self.placement.word(&[before, "'", after.trim_start()].concat())
            }
            None => self.placement.word(written),
        };
        let rule = match acronym::is_in_capitals(&self.text[run.clone()]) {
            true if self.stands_out(&run) && !self.is_shouted(&word.form, &run) => Rule::Acronym,
            true => Rule::Shouted,
            false => Rule::Word,
        };
        Unit { range, word, feminine: None, rule }
    }

    /// Whether a word in capitals is a function word before another in capitals: LE CCAS.
    fn is_shouted(&self, form: &str, run: &Range<usize>) -> bool {
        let rest = &self.text[run.end..];
        let next = rest.strip_prefix([' ', '\u{a0}']).map(|rest| run::at(rest, 0));
        is_stop_word(form) && next.is_some_and(acronym::is_in_capitals)
    }

    /// Whether `run`, which is in capitals, is on a line that is not.
    fn stands_out(&mut self, run: &Range<usize>) -> bool {
        if run.start >= self.line.end {
            self.line = Line::from(self.text, run.start);
        }
        self.line.has_small_letters
    }
}

/// Where the word that starts with `run` ends, past an apostrophe that belongs to it, and a space
/// typed after that.
fn whole_end(text: &str, run: &Range<usize>) -> usize {
    let Some(rest) = text[run.end..].strip_prefix(['\'', '’']) else { return run.end };
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let after = run::at(rest, 0);
    let is_whole = !after.is_empty() && elision::is_one_word(&text[run.clone()], after);
    if is_whole { text.len() - rest.len() + after.len() } else { run.end }
}

/// The next part of a compound, after a hyphen or the apostrophe of a name.
fn next_part(text: &str, end: usize) -> Option<Range<usize>> {
    text[end..].strip_prefix(['-', '\''])?;
    let start = end + 1;
    let next = start..run::end(text, start);
    // An acronym with dots is read on its own: ex-C.C.A.S.
    (!next.is_empty() && acronym::dotted_end(text, start).is_none()).then_some(next)
}
