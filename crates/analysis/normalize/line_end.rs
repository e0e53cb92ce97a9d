//! Words that are cut at the end of a line.

/// Where the word goes on after a hyphen that ends a line, if it does: past the break and the
/// indentation of the next line, which starts with a letter. An empty line ends a paragraph, and
/// no word reaches over it; a page break between two lines is passed over.
pub(super) fn break_after(text: &str, hyphen_end: usize) -> Option<usize> {
    let rest = &text[hyphen_end..];
    let next_line = rest.trim_start_matches([' ', '\t', '\r']).strip_prefix(['\n', '\x0c'])?;
    let next_word = next_line.trim_start_matches([' ', '\t', '\x0c']);
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
    }

    #[test]
    fn no_word_goes_on_after_an_empty_line() {
        check("\n\nlisation", None);
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
