//! Inline HTML that Markdown sources hold: read as a page shows it.

/// Tags that only style the text inside them.
const STYLES: [&str; 9] = ["b", "em", "i", "small", "span", "strong", "sub", "sup", "u"];

/// `text` without comments, style tags and calls of notes (`<sup>1</sup>`). What is no such tag stays.
pub(crate) fn without_tags(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        match tag(rest) {
            Some(length) => rest = &rest[length..],
            None => {
                shown.push('<');
                rest = &rest[1..];
            }
        }
    }
    shown.push_str(rest);
    shown
}

/// The bytes of the tag, the comment or the call of a note at the start of `text`.
fn tag(text: &str) -> Option<usize> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.find("-->").map(|end| "<!--".len() + end + "-->".len());
    }
    if let Some(call) = text.strip_prefix("<sup>") {
        let digits = call.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0);
        let closed = digits.filter(|end| call[*end..].starts_with("</sup>"));
        if let Some(end) = closed {
            return Some("<sup>".len() + end + "</sup>".len());
        }
    }
    let inside = &text[1..text.find('>')?];
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let name = name.split([' ', '/']).next().unwrap_or_default();
    STYLES.contains(&name.to_lowercase().as_str()).then_some(inside.len() + 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(without_tags(text), expect);
    }

    #[test]
    fn styles_comments_and_calls_of_notes_are_not_shown() {
        check("la question simple<sup>1</sup>.", "la question simple.");
        check("le 2<sup>e</sup> <b class=\"x\">jour</b><!-- suite -->", "le 2e jour");
    }

    #[test]
    fn what_is_no_such_tag_stays() {
        check("<script>alert(1)</script>", "<script>alert(1)</script>");
        check("3 < 4 et 5 > 2, <!-- ouvert", "3 < 4 et 5 > 2, <!-- ouvert");
        check("<sup>", "");
        check("<", "<");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[<>/!é1-]{0,20}|(<sup>|</sup>|1|é|<b|<!--|-->){0,8}") {
            prop_assert!(without_tags(&text).len() <= text.len());
        }
    }
}
