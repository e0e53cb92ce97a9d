//! The text of a section as paragraphs, and where pages begin in them.

use std::ops::Range;

use glane_document::Section;
use glane_query::PageSpan;

/// A part of a paragraph.
pub(super) enum Piece<'a> {
    /// Text.
    Text(&'a str),
    /// The beginning of a page.
    Page(PageSpan),
}

/// What stands in `bytes` of a section's text. Of a section whose inner pages are not known, the page on
/// which it starts begins with its text.
pub(super) fn pieces(section: &Section, bytes: Range<usize>) -> Vec<Piece<'_>> {
    let page = |offset: usize| PageSpan::of(section, offset..offset).map(Piece::Page);
    let mut pieces = Vec::new();
    let mut at = bytes.start;
    if section.pages.is_empty() && at == 0 {
        pieces.extend(page(0));
    }
    for start in section.pages.iter().filter(|start| bytes.contains(&start.offset)) {
        let end = section.text.floor_char_boundary(start.offset).max(at);
        pieces.push(Piece::Text(&section.text[at..end]));
        pieces.extend(page(start.offset));
        at = end;
    }
    pieces.push(Piece::Text(&section.text[at..bytes.end]));
    pieces
}

/// The paragraphs of a text from a byte on, which tile it: each has the blank lines that follow it, the
/// first those before it. None where there are blank lines only.
pub(super) fn paragraphs(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let (mut at, mut blank) = (from, true);
    for line in text[from..].split_inclusive('\n') {
        let end = at + line.len();
        let is_blank = line.trim().is_empty();
        match paragraphs.last_mut() {
            Some(last) if is_blank || !blank => last.end = end,
            None if !is_blank => paragraphs.push(from..end),
            None => {}
            Some(_) => paragraphs.push(at..end),
        }
        blank = is_blank;
        at = end;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, from: usize, expect: &[&str]) {
        let found: Vec<&str> = paragraphs(text, from).into_iter().map(|own| &text[own]).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn paragraphs_tile_the_text() {
        check("a\nb\n\nc", 0, &["a\nb\n\n", "c"]);
        check("\n\na\n\n\nb\n", 0, &["\n\na\n\n\n", "b\n"]);
        check("Titre\na", 6, &["a"]);
        check(" \n\n", 0, &[]);
    }
}
