//! A passage cut around its matches.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::Snippet;
use crate::mark::Mark;
use crate::markup::Markup;

/// How many bytes a snippet aims at.
const LENGTH: usize = 240;
/// How far back a snippet may start to begin with a sentence.
const BACK_TO_SENTENCE: usize = 120;

/// What is shown of a passage.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// As a reader sees it.
    pub(crate) snippet: Snippet,
    /// From the first to the last match shown, in bytes of the passage; without a match, where what
    /// is shown starts.
    pub(crate) bytes: Range<usize>,
}

/// The part of `text` where most of a query stands, and its matches there.
///
/// The first `head` bytes are heading, keyword and speaker lines, which a hit shows elsewhere:
/// they are shown only when nothing else matches, or nothing else is there.
pub(crate) fn snippet(text: &str, head: usize, marks: &[Mark]) -> Shown {
    let head = if text.is_char_boundary(head) { head } else { 0 };
    let body = if text[head..].trim().is_empty() { 0 } else { head };
    let in_body: Vec<&Mark> = marks.iter().filter(|mark| mark.range.start >= body).collect();
    let (from, shown) = match (in_body.is_empty(), marks.is_empty()) {
        (true, false) => (0, marks.iter().collect()),
        _ => (body, in_body),
    };
    let window = window(text, from, &shown);
    let inside: Vec<_> = shown.iter().filter(|mark| is_within(mark, &window)).collect();
    let bytes = match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => window.start..window.start,
    };
    Shown { snippet: collapse(text, from, window, &shown), bytes }
}

fn is_within(mark: &Mark, window: &Range<usize>) -> bool {
    mark.range.start >= window.start && mark.range.end <= window.end
}

/// The bytes to show: the densest stretch, from the start of a sentence or of a word.
fn window(text: &str, from: usize, marks: &[&Mark]) -> Range<usize> {
    let anchor = densest(marks).unwrap_or(from);
    let room = LENGTH / 4;
    let earliest = text.floor_char_boundary(anchor.saturating_sub(BACK_TO_SENTENCE).max(from));
    let start = sentence_start(text, earliest, anchor).unwrap_or_else(|| {
        let start = text.floor_char_boundary(anchor.saturating_sub(room).max(from));
        if start == from { from } else { word_start(text, start, anchor) }
    });
    let end = text.floor_char_boundary(start + LENGTH);
    start..if end == text.len() { end } else { word_end(text, start, end) }
}

/// The start of the mark from which a snippet's length holds the most of the query.
fn densest(marks: &[&Mark]) -> Option<usize> {
    let worth = |(index, first): (usize, &&Mark)| {
        let end = first.range.start + LENGTH * 3 / 4;
        let inside = marks[index..].iter().take_while(|mark| mark.range.end <= end);
        let units: BTreeSet<usize> = inside.clone().map(|mark| mark.unit).collect();
        (units.len(), inside.count().min(4), std::cmp::Reverse(first.range.start))
    };
    let best = marks.iter().enumerate().max_by_key(|(index, first)| worth((*index, first)));
    best.map(|(_, first)| first.range.start)
}

/// The last sentence, or paragraph, that starts in `earliest..=anchor`.
fn sentence_start(text: &str, earliest: usize, anchor: usize) -> Option<usize> {
    let (mut ended, mut after_line) = (earliest == 0, false);
    let mut start = None;
    let letters = text[earliest..].char_indices().map(|(at, letter)| (earliest + at, letter));
    for (at, letter) in letters.take_while(|(at, _)| *at <= anchor) {
        if ended && (letter.is_alphanumeric() || letter == '«') {
            start = Some(at);
        }
        let ends = matches!(letter, '.' | '!' | '?' | '…') || (after_line && letter == '\n');
        ended = ends || (ended && letter.is_whitespace());
        after_line = letter == '\n';
    }
    start
}

/// The first word that starts in `start..=anchor`.
fn word_start(text: &str, start: usize, anchor: usize) -> usize {
    let space = text[start..anchor].find(char::is_whitespace);
    space.map_or(start, |space| {
        let rest = &text[start + space..anchor];
        anchor - rest.trim_start().len()
    })
}

/// The end of the last whole word in `start..end`.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    text[start..end].rfind(char::is_whitespace).map_or(end, |space| start + space)
}

/// Copies a window with its white space collapsed, and moves the marks along.
fn collapse(text: &str, from: usize, window: Range<usize>, marks: &[&Mark]) -> Snippet {
    let mut shown = String::with_capacity(window.len());
    let mut matches: Vec<Range<usize>> = Vec::new();
    let markup = Markup::of(text, &window);
    let mut inside =
        marks.iter().filter(|mark| is_within(mark, &window) && !markup.hides(mark.range.start));
    let mut next = inside.next();
    let mut open = None;
    for (at, letter) in text[window.clone()].char_indices() {
        let at = window.start + at;
        close(&mut open, &mut matches, at, &shown);
        if markup.hides(at) {
            continue;
        }
        if letter.is_whitespace() {
            if !shown.is_empty() && !shown.ends_with(' ') {
                shown.push(' ');
            }
            continue;
        }
        if let Some(mark) = next.filter(|mark| mark.range.start <= at && open.is_none()) {
            open = Some((shown.len(), mark.range.end));
            next = inside.next();
        }
        shown.push(letter);
    }
    close(&mut open, &mut matches, window.end, &shown);
    shown.truncate(shown.trim_end().len());
    matches.retain(|range| range.end <= shown.len() && !range.is_empty());
    Snippet {
        matches,
        cut_before: !text[from..window.start].trim().is_empty(),
        cut_after: !text[window.end..].trim().is_empty(),
        text: shown,
    }
}

/// Ends the open match once its last byte is copied.
fn close(
    open: &mut Option<(usize, usize)>,
    matches: &mut Vec<Range<usize>>,
    at: usize,
    shown: &str,
) {
    if let Some((start, end)) = *open
        && at >= end
    {
        matches.push(start..shown.trim_end().len());
        *open = None;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(text: &str, word: &str) -> Mark {
        let start = text.find(word).unwrap();
        Mark { range: start..start + word.len(), unit: 0 }
    }

    #[track_caller]
    fn check(text: &str, head: usize, words: &[&str], expect: &str) {
        let marks: Vec<Mark> = words.iter().map(|word| mark(text, word)).collect();
        let Snippet { text, matches, .. } = snippet(text, head, &marks).snippet;
        let mut marked = text.clone();
        for range in matches.into_iter().rev() {
            marked.insert(range.end, ']');
            marked.insert(range.start, '[');
        }
        assert_eq!(marked, expect);
    }

    #[test]
    fn white_space_is_collapsed_and_matches_follow() {
        check("Un  guichet\n\tunique pour tous.", 0, &["unique"], "Un guichet [unique] pour tous.");
        check("Un reste\n à  charge.", 0, &["reste\n à  charge"], "Un [reste à charge].");
    }

    #[test]
    fn heading_lines_are_left_out_when_the_body_matches() {
        let text = "Atelier : guichet\nLe guichet ouvre.";
        let head = text.find("Le").unwrap();
        let marks = [mark(text, "guichet"), Mark { range: head + 3..head + 10, unit: 0 }];
        assert_eq!(snippet(text, head, &marks).snippet.text, "Le guichet ouvre.");
        assert!(!snippet(text, head, &marks).snippet.cut_before);
    }

    #[test]
    fn heading_lines_are_shown_when_only_they_match() {
        let text = "Atelier : guichet\nNous ouvrons.";
        check(text, 18, &["guichet"], "Atelier : [guichet] Nous ouvrons.");
    }

    #[test]
    fn a_long_text_is_cut_at_the_sentence_of_its_match() {
        let filler = "Le conseil a délibéré longuement sur ce point sans rien décider. ".repeat(8);
        let text = format!("{filler}Puis la cantine fut votée. {filler}");
        let found = snippet(&text, 0, &[mark(&text, "cantine")]).snippet;
        assert!(found.text.starts_with("Puis la cantine fut votée."), "{}", found.text);
        assert!(found.cut_before && found.cut_after);
    }

    #[test]
    fn light_markup_is_not_shown() {
        let text =
            "Lire **la [note](https://exemple.fr/_a_b_c_d_)** de *Léa*, ![](b.png) et un_nom.";
        let snippet = snippet(text, 0, &[mark(text, "note")]).snippet;
        assert_eq!(snippet.text, "Lire la note de Léa, et un_nom.");
        assert_eq!(&snippet.text[snippet.matches[0].clone()], "note");
    }

    proptest! {
        #[test]
        fn matches_lie_on_char_boundaries_and_in_order(
            text in "[aé «.\n'’x]{0,400}", head in 0usize..400, starts in prop::collection::vec(0usize..400, 0..6),
        ) {
            let mut marks: Vec<Mark> = Vec::new();
            for start in starts {
                let Some((start, letter)) = text.char_indices().find(|(at, _)| *at >= start) else { continue };
                marks.push(Mark { range: start..start + letter.len_utf8(), unit: 0 });
            }
            marks.sort_by_key(|mark| mark.range.start);
            marks.dedup();
            let found = snippet(&text, head.min(text.len()), &marks).snippet;
            let mut last = 0;
            for range in &found.matches {
                prop_assert!(range.start >= last && found.text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
