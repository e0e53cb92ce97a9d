//! Where the sentences of a text stand.

use std::ops::Range;

use crate::paragraphs;

/// A sentence longer than this many words, as a list without points, is cut between words.
const LONGEST: usize = 100;

/// Abbreviations whose point ends no sentence.
const ABBREVIATIONS: [&str; 22] = [
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "st", "ste", "p", "pp", "art", "al", "cf",
    "chap", "éd", "fig", "n", "no", "vol", "ex",
];

/// A sentence, and whether it opens or ends its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Bytes of the text, without the white space around.
    pub(super) range: Range<usize>,
    /// How many words it has.
    pub(super) words: usize,
    /// Whether it opens a paragraph.
    pub(super) opens: bool,
    /// Whether it ends a paragraph.
    pub(super) ends: bool,
}

/// The sentences of the paragraphs of a text, in order.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs(text) {
        let first = sentences.len();
        for range in within(text, paragraph) {
            pieces(text, range, &mut sentences);
        }
        if let Some(sentence) = sentences.get_mut(first) {
            sentence.opens = true;
        }
        if let Some(sentence) = sentences.get_mut(first..).and_then(<[Sentence]>::last_mut) {
            sentence.ends = true;
        }
    }
    sentences
}

/// The sentences of one paragraph.
fn within(text: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    for (at, letter) in text[paragraph.clone()].char_indices() {
        let end = paragraph.start + at + letter.len_utf8();
        if matches!(letter, '.' | '!' | '?' | '…') && is_end(text, start, end, paragraph.end) {
            let closed = end + closing(&text[end..paragraph.end]);
            if closed > start {
                found.push(start..closed);
                start = closed + blank(&text[closed..paragraph.end]);
            }
        }
    }
    found.push(start..paragraph.end);
    found.retain(|range| range.start < range.end && !text[range.clone()].trim().is_empty());
    found
}

/// Whether the sign that ends at `end` ends a sentence: white space and a capital, a digit or an
/// opening mark follow, and no abbreviation or initial stands before.
fn is_end(text: &str, start: usize, end: usize, limit: usize) -> bool {
    let Some(before) = text.get(start..end) else { return false };
    let rest = &text[end..limit];
    let rest = &rest[closing(rest)..];
    let Some(next) = rest.trim_start().chars().next() else { return false };
    let starts = next.is_uppercase()
        || next.is_ascii_digit()
        || matches!(next, '«' | '“' | '"' | '—' | '–' | '*');
    if !rest.starts_with(char::is_whitespace) || !starts {
        return false;
    }
    let word = before.trim_end_matches('.');
    let word = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !before.ends_with('.') || !(initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

/// Bytes of the marks that close a sentence after its point, a space before `»` included.
fn closing(rest: &str) -> usize {
    let mut length = 0;
    for (at, letter) in rest.char_indices() {
        match letter {
            '»' | '”' | '"' | ')' | ']' | '.' | '!' | '?' | '…' | '*' | '_' => {
                length = at + letter.len_utf8();
            }
            ' ' | '\u{a0}' | '\u{202f}' => {}
            _ => break,
        }
    }
    length
}

fn blank(rest: &str) -> usize {
    rest.len() - rest.trim_start().len()
}

/// Adds a sentence, in pieces where it is too long to be one.
fn pieces(text: &str, range: Range<usize>, sentences: &mut Vec<Sentence>) {
    let mut start = range.start;
    let mut words = 0;
    let mut at = range.start;
    for part in text[range.clone()].split_inclusive(char::is_whitespace) {
        at += part.len();
        words += usize::from(!part.trim().is_empty());
        if words == LONGEST {
            let end = start + text[start..at].trim_end().len();
            sentences.push(Sentence { range: start..end, words, opens: false, ends: false });
            (start, words) = (at, 0);
        }
    }
    let end = start + text[start..range.end].trim_end().len();
    if words > 0 {
        sentences.push(Sentence { range: start..end, words, opens: false, ends: false });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|one| &text[one.range]).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_sentence_ends_with_its_closing_marks() {
        check(
            "Elle dit : « Non ! » Puis elle part. Pourquoi ? On l’ignore…",
            &["Elle dit : « Non ! »", "Puis elle part.", "Pourquoi ?", "On l’ignore…"],
        );
    }

    #[test]
    fn abbreviations_initials_and_numbers_end_nothing() {
        check(
            "M. Loustaleix cite l’art. 3, p. 12. J. Roux vote. Le 3.12 aussi, etc. et la suite.",
            &[
                "M. Loustaleix cite l’art. 3, p. 12.",
                "J. Roux vote.",
                "Le 3.12 aussi, etc. et la suite.",
            ],
        );
    }

    #[test]
    fn a_paragraph_ends_its_last_sentence() {
        let found = sentences("Un titre\n\nUne phrase. Une autre.");
        let sides: Vec<(bool, bool)> = found.iter().map(|one| (one.opens, one.ends)).collect();
        assert_eq!(sides, [(true, true), (true, false), (false, true)]);
    }

    #[test]
    fn what_has_no_point_is_cut_between_words() {
        let found = sentences(&"mot ".repeat(250));
        assert_eq!(found.iter().map(|one| one.words).collect::<Vec<_>>(), [100, 100, 50]);
    }

    proptest! {
        #[test]
        fn sentences_hold_every_word_in_order(text in "[aÉ.!?» \n«1M]{0,80}") {
            let (mut end, mut rest) = (0, String::new());
            for one in sentences(&text) {
                prop_assert!(one.range.start >= end);
                prop_assert_eq!(text[one.range.clone()].split_whitespace().count(), one.words);
                rest.push_str(&text[end..one.range.start]);
                end = one.range.end;
            }
            rest.push_str(&text[end..]);
            prop_assert!(rest.trim().is_empty(), "{:?}", rest);
        }
    }
}
