//! XML that is well-formed by construction, as it is written.

use std::io::{self, Write};

use quick_xml::escape::escape;

use crate::xml::{is_legal, tag};

/// An attribute: a name, and a value without which there is no attribute.
pub(super) type Attribute<'a> = (&'a str, Option<&'a str>);

/// XML on its way to `out`: an element is closed where it was opened, every text is escaped.
pub(super) struct Xml<W: Write> {
    pub(super) out: W,
}

impl<W: Write> Xml<W> {
    pub(super) fn new(out: W) -> Xml<W> {
        Xml { out }
    }

    /// The declaration of a file.
    pub(super) fn declaration(&mut self) -> io::Result<()> {
        writeln!(self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    }

    /// An element with what `inner` writes.
    pub(super) fn within(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        inner: impl FnOnce(&mut Xml<W>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.open(name, attributes)?;
        inner(self)?;
        self.close(name)
    }

    /// The start of an element that is closed by name.
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.tag(name, attributes)?;
        write!(self.out, ">")
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        writeln!(self.out, "</{name}>")
    }

    /// An element that holds only text; none without text.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        text: Option<&str>,
    ) -> io::Result<()> {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => self.within(name, attributes, |xml| xml.text(text)),
            None => Ok(()),
        }
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.tag(name, attributes)?;
        write!(self.out, "/>")
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        write!(self.out, "{}", escape(legal(text)))
    }

    fn tag(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        let known =
            attributes.iter().filter_map(|(name, value)| Some((*name, one_line((*value)?))));
        let known: Vec<(&str, String)> = known.collect();
        let known = known.iter().map(|(name, value)| (*name, value.as_str()));
        let mut written = String::new();
        tag(name, known, &mut written).map_err(io::Error::other)?;
        self.out.write_all(written.as_bytes())
    }
}

/// A value as an attribute has it: a reader would make spaces of its line ends.
fn one_line(value: &str) -> String {
    legal(value).chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

fn legal(text: &str) -> String {
    text.chars().filter(|letter| is_legal(*letter)).collect()
}
