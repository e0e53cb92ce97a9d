//! Text of documents, with what matches marked.

use std::ops::Range;

use glane_query::Snippet;
use maud::{Markup, html};

use crate::typography::W;

/// A snippet, with an ellipsis where it was cut.
pub(crate) fn snippet(snippet: &Snippet) -> Markup {
    let mut written = 0;
    html! {
        @if snippet.cut_before { "… " }
        @for range in &snippet.matches {
            (W(&snippet.text[written..range.start]))
            mark { (W(&snippet.text[range.clone()])) }
            @let () = written = range.end;
        }
        (W(&snippet.text[written..]))
        @if snippet.cut_after { " …" }
    }
}

/// A text whose matches are numbered, and whose marks of emphasis are not shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marked<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    /// Byte ranges that match, in order, apart; the first has the number 1.
    pub(crate) matches: &'a [Range<usize>],
    /// Byte ranges that are not shown, in order, apart.
    pub(crate) hidden: &'a [Range<usize>],
    /// The number of the match that the reader is at.
    pub(crate) here: usize,
}

/// Whether matches have their numbers as anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Shown,
    Hidden,
}

impl Marked<'_> {
    /// A part of the text. A match that goes on in the next part is marked in both, and has its
    /// number where it starts.
    pub(crate) fn part(&self, part: &Range<usize>) -> Markup {
        self.set(part, Number::Shown)
    }

    /// A part of the text that is a heading in light Markdown, without the signs that say so.
    pub(crate) fn heading(&self, part: &Range<usize>) -> Markup {
        let words = &self.text[part.clone()];
        let signs = words.len() - words.trim_start_matches('#').trim_start().len();
        self.part(&(part.start + signs..part.end))
    }

    /// A part of the text whose matches cannot be turned to.
    pub(crate) fn unnumbered(&self, part: &Range<usize>) -> Markup {
        self.set(part, Number::Hidden)
    }

    fn set(&self, part: &Range<usize>, numbers: Number) -> Markup {
        let first = self.matches.partition_point(|own| own.end <= part.start);
        let inside = self.matches[first..].iter().take_while(|own| own.start < part.end);
        let mut written = part.start;
        html! {
            @for (number, own) in (first + 1..).zip(inside) {
                @let (start, end) = (own.start.max(part.start), own.end.min(part.end));
                (W(self.shown(written..start)))
                @let id = (own.start >= part.start && numbers == Number::Shown).then(|| format!("m{number}"));
                mark id=[id] class=[(number == self.here).then_some("ici")] {
                    (W(self.shown(start..end)))
                }
                @let () = written = end;
            }
            (W(self.shown(written..part.end)))
        }
    }

    fn shown(&self, range: Range<usize>) -> String {
        let first = self.hidden.partition_point(|own| own.end <= range.start);
        let mut shown = String::with_capacity(range.len());
        let mut at = range.start;
        for own in self.hidden[first..].iter().take_while(|own| own.start < range.end) {
            shown.push_str(self.text.get(at..own.start.max(at)).unwrap_or_default());
            at = own.end.min(range.end).max(at);
        }
        shown.push_str(self.text.get(at..range.end).unwrap_or_default());
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_marked_and_numbered_and_the_rest_is_escaped() {
        let text = "un <b>guichet</b> *unique* & fermé";
        let find = |word: &str| {
            let start = text.find(word).unwrap();
            start..start + word.len()
        };
        let matches = [find("guichet"), find("unique")];
        let stars: Vec<Range<usize>> = text.match_indices('*').map(|(at, _)| at..at + 1).collect();
        let marked = Marked { text, matches: &matches, hidden: &stars, here: 2 };
        assert_eq!(
            marked.part(&(0..text.len())).into_string(),
            "un &lt;b&gt;<mark id=\"m1\">guichet</mark>&lt;/b&gt; <mark id=\"m2\" \
             class=\"ici\">unique</mark> &amp; fermé"
        );
    }

    #[test]
    fn a_match_across_two_parts_is_marked_in_both_and_numbered_once() {
        let text = "reste à\n\ncharge";
        let marked = Marked { text, matches: &[0..15], hidden: &[], here: 0 };
        assert_eq!(marked.part(&(0..8)).into_string(), "<mark id=\"m1\">reste à</mark>");
        assert_eq!(marked.part(&(10..16)).into_string(), "<mark>charg</mark>e");
    }
}
