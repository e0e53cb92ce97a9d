//! How French is set: apostrophes and the spaces that do not break.

use maud::Render;

/// Words of the page, written plainly: typographic apostrophes, and no break before high signs nor
/// inside quotation marks. Words of documents keep their own spelling.
pub(crate) struct T<S>(pub(crate) S);

impl<S: AsRef<str>> Render for T<S> {
    fn render_to(&self, page: &mut String) {
        typeset(self.0.as_ref()).render_to(page);
    }
}

/// Words of a document: no line breaks before their high signs.
pub(crate) struct W<S>(pub(crate) S);

impl<S: AsRef<str>> Render for W<S> {
    fn render_to(&self, page: &mut String) {
        glane_render::unbroken(self.0.as_ref()).render_to(page);
    }
}

/// `text` as it is printed.
pub(crate) fn typeset(text: &str) -> String {
    glane_render::set(text, |before, letter, after| match (before, letter, after) {
        (_, '\'', _) => '’',
        (_, ' ', Some(';' | '!' | '?')) => '\u{202f}',
        (_, ' ', Some(':' | '»' | '%')) | ('«', ' ', _) => '\u{a0}',
        _ => letter,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stay_with_their_words() {
        assert_eq!(typeset("l'un : « a » ? 5 %"), "l’un\u{a0}: «\u{a0}a\u{a0}»\u{202f}? 5\u{a0}%");
    }

    #[test]
    fn what_is_set_is_escaped() {
        assert_eq!(T("<b> & c'").render().into_string(), "&lt;b&gt; &amp; c’");
    }
}
