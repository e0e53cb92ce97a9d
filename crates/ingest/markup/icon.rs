//! Icons that a site's generator draws for their names: `:material-calendar:`.

use std::borrow::Cow;

/// A text without the icons that it names: `:material-calendar: Séance`.
pub(super) fn without_icons(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(colon) = text[at..].find(':').map(|found| at + found) {
        at = colon + 1;
        let apart =
            !text[..colon].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '/'));
        if let Some(length) = icon(&text[at..]).filter(|_| apart) {
            out.push_str(&text[kept..colon]);
            at += length;
            kept = at;
        }
    }
    if kept == 0 { Cow::Borrowed(text) } else { Cow::Owned(out + &text[kept..]) }
}

/// How many bytes the name of an icon takes after its first colon, the last one included.
fn icon(text: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    let named = |byte: &u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-')
    };
    let length = text.bytes().take(LONGEST).take_while(named).count();
    let after = text[length..].strip_prefix(':')?;
    let whole = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '/'));
    let opens = text.starts_with(|c: char| c.is_ascii_lowercase());
    (whole && opens && length > 1).then_some(length + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_told_from_hours_and_addresses() {
        assert_eq!(without_icons(":tada: Séance :material-clock:"), " Séance ");
        for text in ["10:30:45", "http://exemple.fr:a:b", "Lieu :salle : étage", "::note:: oui"] {
            assert_eq!(without_icons(text), text);
        }
    }
}
