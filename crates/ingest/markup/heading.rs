//! The marks that make a line a heading: `## Bilan`, `<h3>Bilan</h3>`.

use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};

/// `<h3>Bilan</h3>`, alone or within other tags: `<caption><h4>Matinée</h4></caption>`.
static TAG_HEADING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:<[a-z][^<>]{0,200}>\s*){0,4}<h([1-6])(?:\s[^<>]{0,200})?>(.*)</h[1-6]>\s*(?:</?[a-z][^<>]{0,200}>\s*){0,6}$",
    )
});

/// The level of a Markdown heading and what stands after its marks.
pub(crate) fn heading(raw: &str) -> (Option<u8>, &str) {
    let text = raw.trim_start();
    if text.starts_with('<')
        && text.contains("<h")
        && let Some(found) = TAG_HEADING.captures(text).filter(|found| !found[2].contains("</h"))
    {
        return (found[1].parse().ok(), raw);
    }
    let marks = text.bytes().take_while(|&b| b == b'#').count();
    match u8::try_from(marks) {
        Ok(level @ 1..=6) if opens_heading(&text[marks..], marks) => {
            (Some(level), text[marks..].trim_end().trim_end_matches('#'))
        }
        _ => (None, raw),
    }
}

/// Whether what follows the marks makes them those of a heading; `#mot` is an account's label.
fn opens_heading(after: &str, marks: usize) -> bool {
    after.is_empty() || after.starts_with([' ', '\t']) || marks > 1 && opens_glued(after)
}

/// Whether words glued to the marks open a title: `##Bilan`, `###« Bilan »`, `###-- Bilan`.
fn opens_glued(after: &str) -> bool {
    let words = after.trim_start_matches(|c: char| "-–—«“\" ".contains(c));
    words.starts_with(char::is_uppercase)
        || opens_with_figures(after)
        || after.starts_with(['*', '['])
}

/// Whether hours or a number with a word after it open a title: `####9h30 - Se loger`, no `##12`.
fn opens_with_figures(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < after.len() && rest.starts_with(['h', ':', ' ', '.', ')']) && rest.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_be_glued_to_the_marks() {
        assert_eq!(heading("##Bilan du gué"), (Some(2), "Bilan du gué"));
        assert_eq!(heading("###« Bilan » du gué"), (Some(3), "« Bilan » du gué"));
        assert_eq!(heading("###-- Bilan"), (Some(3), "-- Bilan"));
        assert_eq!(heading("###[Bilan](b.html)"), (Some(3), "[Bilan](b.html)"));
        assert_eq!(heading("####9h30, jeudi"), (Some(4), "9h30, jeudi"));
        for none in ["#gué", "##gué", "##---", "##12", "#« Bilan »"] {
            assert_eq!(heading(none), (None, none));
        }
    }
}
