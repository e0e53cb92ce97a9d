//! Tags that set words in bold, underline or italics → marks of Markdown, which all that reads layout
//! knows.

use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};

/// Attributes tell that a tag of italics shows an icon.
static OPENS: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [r"(?:<(?:b|strong|u)(?:\s[^<>]{0,200})?>)+(\s*)", r"(?:<(?:i|em)>)+(\s*)"].map(pattern)
});
static CLOSES: LazyLock<[Pattern; 2]> =
    LazyLock::new(|| [r"(\s*)(?:</(?:b|strong|u)>)+", r"(\s*)(?:</(?:i|em)>)+"].map(pattern));

/// How tags that emphasise open.
const TAGS: [&str; 5] = ["<b", "<strong", "<u", "<i", "<em"];

/// A line with marks of Markdown in the place of its tags of emphasis; `None` where it holds none, or
/// where they go on over its end.
pub(crate) fn with_marks(raw: &str) -> Option<String> {
    if !raw.contains("</") || !TAGS.iter().any(|tag| raw.contains(tag)) {
        return None;
    }
    let mut marked = raw.to_owned();
    for (at, mark) in ["**", "*"].into_iter().enumerate() {
        let (opens, closes) = (&OPENS[at], &CLOSES[at]);
        let count = |tags: &Pattern| tags.find_iter(&marked).count();
        if count(opens) == 0 || count(opens) != count(closes) {
            continue;
        }
        // Where marks stand already, those of the tags would double them.
        let mark = if raw.contains(['*', '_']) { "" } else { mark };
        let (before, after) = (format!("${{1}}{mark}"), format!("{mark}${{1}}"));
        marked = opens.replace_all(&marked, before.as_str()).into_owned();
        marked = closes.replace_all(&marked, after.as_str()).into_owned();
    }
    (marked != raw).then_some(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expect: &str) {
        assert_eq!(with_marks(raw).as_deref().unwrap_or(raw), expect);
    }

    #[test]
    fn tags_of_emphasis_are_marks() {
        check("<strong>Se loger </strong>: Zoé", "**Se loger** : Zoé");
        check("<p><b><u>Se loger</u></b></p>", "<p>**Se loger**</p>");
        check("<b class=\"a\">Se loger</b>, <em>le bail</em>", "**Se loger**, *le bail*");
    }

    #[test]
    fn what_is_no_emphasis_stays() {
        check("<i class=\"fa fa-home\"></i> Se loger", "<i class=\"fa fa-home\"></i> Se loger");
        check("<body>Se loger</body>", "<body>Se loger</body>");
        check("<b>Se loger, et", "<b>Se loger, et");
        check("<b>**Se loger**</b>", "**Se loger**");
    }
}
