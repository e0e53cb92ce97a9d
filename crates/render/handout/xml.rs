//! XML that is well-formed by construction.

use quick_xml::escape::escape;

use crate::xml::tag;

/// XML being written: an element is closed where it was opened, and every text is escaped.
///
/// Texts must hold no control characters: `clean` takes them out.
#[derive(Debug, Default)]
pub(super) struct Xml(String);

/// The attributes of an element: names and values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// Nothing, without a declaration.
    pub(super) fn new() -> Xml {
        Xml::default()
    }

    /// A file of its own.
    pub(super) fn file() -> Xml {
        Xml("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element with what `inner` writes.
    pub(super) fn within(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Xml),
    ) {
        self.open(name, attributes);
        self.0.push('>');
        inner(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element that holds only text.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.within(name, attributes, |xml| xml.text(text));
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&escape(text));
    }

    /// Markup that is written by hand, and well-formed.
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// What was written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        // A string takes whatever is written to it.
        let _ = tag(name, attributes.iter().copied(), &mut self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_values_are_escaped() {
        let mut xml = Xml::new();
        xml.within("a", &[("b", "\"<")], |xml| {
            xml.text("]]> & <script>");
            xml.empty("c", &[]);
        });
        let written = String::from_utf8(xml.finish()).unwrap();
        assert_eq!(written, r#"<a b="&quot;&lt;">]]&gt; &amp; &lt;script&gt;<c/></a>"#);
    }
}
