//! Light markup inside a passage: kept in the index, not shown to a reader.

use std::ops::Range;

/// `text` as a reader is shown it: without light markup, white space collapsed.
pub fn plain(text: &str) -> String {
    let markup = Markup::of(text, &(0..text.len()));
    let shown = text.char_indices().filter(|(at, _)| !markup.hides(*at)).map(|(_, letter)| letter);
    let mut plain = String::with_capacity(text.len());
    for letter in shown {
        match letter.is_whitespace() && !is_unbreakable(letter) {
            true if plain.is_empty() || plain.ends_with(' ') => {}
            true => plain.push(' '),
            false => plain.push(letter),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// The spaces that French sets before `:` and inside guillemets hold words together.
fn is_unbreakable(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{202f}')
}

/// The bytes of a window that only mark up what stands between them.
#[derive(Debug, Default)]
pub(crate) struct Markup {
    /// In order, apart.
    hidden: Vec<Range<usize>>,
}

impl Markup {
    /// The emphasis, code and link marks of a window of `text`.
    pub(crate) fn of(text: &str, window: &Range<usize>) -> Markup {
        let mut hidden = links(text, window);
        // A heading may open the text.
        let mut before = text[..window.start].chars().next_back().unwrap_or('\n');
        for (at, letter) in text[window.clone()].char_indices() {
            let at = window.start + at;
            let after = text[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
            let marks = match letter {
                '*' | '`' => true,
                '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
                '#' => matches!(before, '\n' | '#') && matches!(after, ' ' | '#'),
                _ => false,
            };
            if marks {
                hidden.push(at..at + 1);
            }
            before = letter;
        }
        hidden.sort_unstable_by_key(|range| range.start);
        // Underscores of an address are inside its range: what is left is apart.
        let mut end = 0;
        hidden.retain(|range| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
        Markup { hidden }
    }

    /// The bytes that are markup, in order, apart.
    pub(crate) fn into_ranges(self) -> Vec<Range<usize>> {
        self.hidden
    }

    /// Whether a byte of the text is markup.
    pub(crate) fn hides(&self, at: usize) -> bool {
        let next = self.hidden.partition_point(|range| range.start <= at);
        self.hidden[..next].last().is_some_and(|range| range.contains(&at))
    }
}

/// The marks of `[text](address)`, of images and of `[text]{.style}`, addresses and styles included.
fn links(text: &str, window: &Range<usize>) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    let window_text = &text[window.clone()];
    let closing = |(at, mark): (usize, &str)| {
        let end = match window_text[at + mark.len()..].chars().next() {
            Some('(') => ')',
            Some('{') => '}',
            _ => return None,
        };
        Some((window.start + at, end))
    };
    for (close, last) in window_text.match_indices(']').filter_map(closing) {
        let Some(end) = text[close..].find(last).filter(|length| *length < 400) else { continue };
        let Some(open) = text[..close].rfind('[').filter(|open| close - open < 400) else {
            continue;
        };
        let open = if text[..open].ends_with('!') { open - 1..open + 1 } else { open..open + 1 };
        hidden.push(open);
        hidden.push(close..close + end + 1);
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(plain(text), expect);
    }

    #[test]
    fn marks_and_line_ends_are_not_shown() {
        check("Lire **la [note](https://exemple.fr)**\n  de *Léa*.\n", "Lire la note de Léa.");
        check("un_nom et ![](b.png) rien", "un_nom et rien");
        check("Zoé [Lanteri]{.smallcaps} (oui)", "Zoé Lanteri (oui)");
        check(" \n\t ", "");
    }

    #[test]
    fn spaces_that_hold_words_together_stay() {
        check("« oui\u{a0}» :\n non", "« oui\u{a0}» : non");
    }
}
