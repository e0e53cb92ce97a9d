//! Where the paragraphs of a source's text stand.

use std::ops::Range;

/// A line longer than this was not wrapped by hand: it is a paragraph by itself.
const WRAPPED: usize = 160;

/// The paragraphs of `text`, as byte ranges in order, without the white space between them.
///
/// A blank line ends a paragraph; so do the start of a list item, a row or a heading, and the end of a
/// sentence on a line into which the next word would have fitted.
pub fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let lengths = lines.iter().map(|line| text[line.clone()].chars().count());
    let width = lengths.filter(|length| *length <= WRAPPED).max().unwrap_or(0);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for line in lines {
        let words = &text[line.clone()];
        if words.is_empty() {
            open = false;
            continue;
        }
        match found.last_mut() {
            Some(last) if open && goes_on(text, last, words, width) => last.end = line.end,
            _ => found.push(line),
        }
        open = !is_heading(words);
    }
    found
}

/// The lines, each without the white space around it.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']) {
        let end = start + line.trim_end().len();
        let words = line.trim();
        lines.push(end.max(start) - words.len()..end);
        start += line.len();
    }
    lines
}

/// Whether the line `next` belongs to the paragraph that `last` is so far.
fn goes_on(text: &str, last: &Range<usize>, next: &str, width: usize) -> bool {
    if is_item(next) || is_heading(next) {
        return false;
    }
    let so_far = &text[last.clone()];
    let line = so_far.rsplit('\n').next().unwrap_or(so_far).trim();
    let length = line.chars().count();
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    let fitted = length > WRAPPED || length + 1 + word <= width;
    !(fitted && ends_sentence(line))
}

/// Closing marks and notes may stand after the point.
fn ends_sentence(line: &str) -> bool {
    let line =
        line.trim_end_matches(['»', ')', ']', '"', '”', '*', '_', '\u{a0}', '\u{202f}', ' ']);
    line.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// A list item, or the row of a table: a bar, a dash, a bullet, or a number with its point.
fn is_item(line: &str) -> bool {
    let after_mark = line.strip_prefix(['-', '*', '•', '–', '—', '+']);
    if line.starts_with('|') {
        return true;
    }
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (1..=3).contains(&(line.len() - digits.len()));
    let after_number = digits.strip_prefix(['.', ')']).filter(|_| numbered);
    after_mark.or(after_number).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// A Markdown heading.
fn is_heading(line: &str) -> bool {
    let after = line.trim_start_matches('#');
    after.len() < line.len() && after.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = paragraphs(text).into_iter().map(|part| &text[part]).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn blank_lines_part_paragraphs_and_wrapped_lines_do_not() {
        check(
            "On nous dit que l'accueil\nest une vitrine.\n\n  La suite\nvient après.\n",
            &["On nous dit que l'accueil\nest une vitrine.", "La suite\nvient après."],
        );
    }

    #[test]
    fn a_sentence_that_ends_short_of_the_margin_ends_its_paragraph() {
        check(
            "Le conseil a longuement débattu du budget.\nIl vote.\nLa séance est levée à midi.",
            &[
                "Le conseil a longuement débattu du budget.\nIl vote.",
                "La séance est levée à midi.",
            ],
        );
    }

    #[test]
    fn long_lines_are_paragraphs_each() {
        let line = format!("{}.", "mot ".repeat(60).trim_end());
        check(&format!("{line}\n{line}"), &[&line, &line]);
    }

    #[test]
    fn items_and_headings_stand_alone() {
        check(
            "## Atelier 4\nOn retient\n- le temps\n- le lieu, qui\n  compte\n2) la suite\n2019 fut",
            &[
                "## Atelier 4",
                "On retient",
                "- le temps",
                "- le lieu, qui\n  compte",
                "2) la suite\n2019 fut",
            ],
        );
    }

    #[test]
    fn rows_of_a_table_stand_alone() {
        check(
            "| Qui | Quand |\n|---|---|\n| CAF | 2020 |",
            &["| Qui | Quand |", "|---|---|", "| CAF | 2020 |"],
        );
    }

    proptest! {
        #[test]
        fn paragraphs_hold_every_word_in_order(text in "[aé.\n #\\-1)\u{a0}\u{c}\r]{0,120}") {
            let found = paragraphs(&text);
            let (mut end, mut rest) = (0, String::new());
            for part in found {
                prop_assert!(part.start >= end && !text[part.clone()].trim().is_empty());
                rest.push_str(&text[end..part.start]);
                end = part.end;
            }
            rest.push_str(&text[end..]);
            prop_assert!(rest.trim().is_empty(), "{:?}", rest);
        }
    }
}
