//! Words that are cut at the end of a line.

/// Where the word goes on after a hyphen that ends a line, if it does: past the break and the
/// indentation of the next line, which starts with a letter. An empty line ends a paragraph, and
/// no word reaches over it; but over a page break, with what its running heads left empty.
pub(super) fn break_after(text: &str, hyphen_end: usize) -> Option<usize> {
    let rest = &text[hyphen_end..];
    let line_end = rest.trim_start_matches([' ', '\t', '\r']);
    let next_word = line_end.trim_start_matches([' ', '\t', '\r', '\n', '\x0c']);
    let gap = &line_end[..line_end.len() - next_word.len()];
    let is_one_break = gap.starts_with('\n') && gap.rfind('\n') == Some(0);
    (is_one_break || gap.contains('\x0c')).then_some(())?;
    next_word.starts_with(char::is_alphabetic).then(|| text.len() - next_word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, rest: Option<&str>) {
        assert_eq!(break_after(text, 0).map(|end| &text[end..]), rest);
    }

    #[test]
    fn the_word_goes_on_after_the_indentation() {
        check(" \r\n\t lisation", Some("lisation"));
    }

    #[test]
    fn the_word_goes_on_over_a_page_break() {
        check("\n\x0clisation", Some("lisation"));
        check("\n\n\x0c\r\n\nlisation", Some("lisation"));
    }

    #[test]
    fn no_word_goes_on_after_an_empty_line() {
        check("\n\nlisation", None);
        check("\r\n \r\nlisation", None);
    }

    #[test]
    fn a_list_mark_is_no_rest_of_a_word() {
        check("\n- lisation", None);
        check("\n12", None);
    }

    #[test]
    fn a_hyphen_within_a_line_ends_none() {
        check("lisation", None);
    }
}
