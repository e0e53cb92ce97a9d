//! A section cut to what is read aloud: whole sentences around what was found.

use std::ops::Range;

use glane_document::Section;

use super::sentences::{Sentence, sentences};

/// The fewest words of an excerpt.
pub(super) const LEAST: usize = 80;
/// The most words of an excerpt.
pub(super) const MOST: usize = 250;

/// The words of an excerpt when nothing else decides: less than a minute, read aloud.
const USUAL: i64 = 150;
/// More matches than this say nothing more of an excerpt.
const ENOUGH: usize = 10;

/// The stretch of whole sentences, of [`LEAST`] to [`MOST`] words, in which most of what was
/// `found` stands; `None` where the section has fewer words of its own.
///
/// Among equals, one that opens or ends with a paragraph, then one of a usual length, then the first.
pub(super) fn around(section: &Section, found: &[Range<usize>]) -> Option<Range<usize>> {
    let head = section.text.floor_char_boundary(section.head.min(section.text.len()));
    let sentences: Vec<Sentence> = sentences(&section.text[head..])
        .into_iter()
        .map(|one| Sentence { range: head + one.range.start..head + one.range.end, ..one })
        .collect();
    let matches: Vec<usize> = sentences.iter().map(|one| count(found, &one.range)).collect();
    let mut best: Option<(i64, Range<usize>)> = None;
    for first in 0..sentences.len() {
        let (mut words, mut matching) = (0, 0);
        for last in first..sentences.len() {
            words += sentences[last].words;
            matching += matches[last];
            if words > MOST {
                break;
            }
            if words < LEAST {
                continue;
            }
            let worth = worth(matching, words, &sentences[first], &sentences[last]);
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, sentences[first].range.start..sentences[last].range.end));
            }
        }
    }
    best.map(|(_, range)| range)
}

/// A match is worth more than the start or the end of a paragraph, and these more than some words
/// beyond or short of [`USUAL`].
fn worth(matching: usize, words: usize, first: &Sentence, last: &Sentence) -> i64 {
    let matching = i64::try_from(matching.min(ENOUGH)).unwrap_or(0);
    let words = i64::try_from(words).unwrap_or(0);
    100 * matching + 40 * i64::from(first.opens) + 40 * i64::from(last.ends) - (words - USUAL).abs()
}

/// How many of `found`, which are in order, start in `range`.
fn count(found: &[Range<usize>], range: &Range<usize>) -> usize {
    let before = |at: usize| found.partition_point(|one| one.start < at);
    before(range.end) - before(range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(text: &str) -> Section {
        Section { text: text.to_owned(), ..Section::default() }
    }

    /// A sentence of `words` words, the first of which is `first`.
    fn sentence(first: &str, words: usize) -> String {
        format!("{first} {}fin.", "mot ".repeat(words - 2))
    }

    #[test]
    fn whole_sentences_are_taken_around_what_was_found() {
        let parts: Vec<String> =
            (0..12).map(|n| sentence(if n == 6 { "Guichet" } else { "Autre" }, 40)).collect();
        let section = section(&parts.join(" "));
        let at = section.text.find("Guichet").unwrap();
        let part = around(&section, &[at..at + 7]).unwrap();
        let kept = &section.text[part.clone()];
        assert!(part.start <= at && part.end > at && kept.ends_with("fin."), "{kept}");
        assert!(kept.starts_with("Autre") || kept.starts_with("Guichet"));
        assert_eq!(kept.split_whitespace().count(), 160);
    }

    #[test]
    fn the_head_is_left_out_and_what_is_too_short_is_none() {
        let body = sentence("Corps", 90);
        let mut whole = section(&format!("Atelier 4\n\n{body}"));
        whole.head = 11;
        assert_eq!(around(&whole, &[]), Some(11..whole.text.len()));
        whole.head = 200;
        assert_eq!(around(&whole, &[]).map(|part| part.start), None);
        assert_eq!(around(&section(&sentence("Court", 40)), &[]), None);
    }

    #[test]
    fn an_excerpt_has_the_words_of_a_few_minutes() {
        for length in [5, 30, 79, 81, 99] {
            let text: Vec<String> = (0..40).map(|_| sentence("Une", length)).collect();
            let section = section(&text.join(" "));
            let words = section.text[around(&section, &[]).unwrap()].split_whitespace().count();
            assert!((LEAST..=MOST).contains(&words), "{words} words from sentences of {length}");
        }
        let endless = section(&"mot ".repeat(5_000));
        let words = endless.text[around(&endless, &[]).unwrap()].split_whitespace().count();
        assert!((LEAST..=MOST).contains(&words));
    }
}
