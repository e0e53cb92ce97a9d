//! What all XML that is written here shares: tags and the characters that it has room for.

use std::fmt::{self, Write};

use quick_xml::escape::escape;

/// Writes the start of a tag, its name and its attributes, without what ends it.
pub(crate) fn tag<'a>(
    name: &str,
    attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    out: &mut impl Write,
) -> fmt::Result {
    write!(out, "<{name}")?;
    for (name, value) in attributes {
        write!(out, " {name}=\"{}\"", escape(value))?;
    }
    Ok(())
}

/// Whether XML 1.0 has room for a character: for no control but tab and line feed, nor for U+FFFE and
/// U+FFFF. A form feed is told by the page that it begins.
pub(crate) fn is_legal(letter: char) -> bool {
    match letter {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        letter => !letter.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped() {
        let mut out = String::new();
        tag("a", [("b", "\"<"), ("c", "&")], &mut out).unwrap();
        assert_eq!(out, r#"<a b="&quot;&lt;" c="&amp;""#);
    }

    #[test]
    fn what_xml_has_no_room_for_is_told() {
        let kept: String =
            "a\u{0}\t\u{c}\n\u{85}\u{fffe}é\u{feff}".chars().filter(|c| is_legal(*c)).collect();
        assert_eq!(kept, "a\t\né\u{feff}");
    }
}
