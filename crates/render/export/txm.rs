//! TXM's “XML-XTZ + CSV”: a folder of one XML file a text, and `metadata.csv` whose first column is
//! the name of the file.
//!
//! What TXM counts is every word of a file: metadata are attributes and columns, never text. Names and
//! values are in French, since they are what a reader of TXM sees.

use std::collections::BTreeSet;
use std::io::{self, Write};

use csv::{Writer, WriterBuilder};
use glane_query::Selected;

use super::pages::{Piece, paragraphs, pieces};
use super::tree::Tree;
use super::xml::Xml;
use crate::table::one_line;

/// The columns of the metadata.
const COLUMNS: [&str; 9] =
    ["id", "titre", "genre", "annee", "date", "evenement", "lieu", "langue", "source"];

/// The metadata of the texts, a row each.
pub struct TxmMetadata<W: Write>(Writer<W>);

impl<W: Write> TxmMetadata<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn new(out: W) -> io::Result<TxmMetadata<W>> {
        let mut rows = WriterBuilder::new().from_writer(out);
        rows.write_record(COLUMNS)?;
        Ok(TxmMetadata(rows))
    }

    /// Writes the row of a document whose file is `name`, without its extension.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn row(&mut self, name: &str, selected: &Selected) -> io::Result<()> {
        let document = &selected.document;
        let known = |text: &Option<String>| one_line(text.as_deref().unwrap_or("ND"));
        let first = document.dates.first();
        Ok(self.0.write_record([
            name.to_owned(),
            one_line(document.display_title()),
            document.kind.label().to_owned(),
            first.map_or_else(|| "ND".to_owned(), |date| date.year.to_string()),
            first.map_or_else(|| "ND".to_owned(), ToString::to_string),
            known(&document.event),
            known(&document.place),
            known(&document.language),
            one_line(&document.id),
        ])?)
    }

    /// Writes what is left to write.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A name for the file of a document, which no other has: ASCII letters, digits and hyphens, since
/// names of files become identifiers of texts.
pub fn txm_name(selected: &Selected, taken: &mut BTreeSet<String>) -> String {
    let base = glane_query::Reference::to_document(&selected.document).key();
    let base: String = base.chars().take(80).collect();
    let numbered = (2u32..).map(|number| format!("{base}-{number}"));
    let mut names = std::iter::once(base.clone()).chain(numbered);
    let free = names.find(|name| !taken.contains(name)).unwrap_or(base);
    taken.insert(free.clone());
    free
}

/// Writes the file of a document.
///
/// # Errors
///
/// What `out` reports.
pub fn txm_text(selected: &Selected, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out);
    xml.declaration()?;
    xml.open("TEI", &[("xmlns", Some("http://www.tei-c.org/ns/1.0"))])?;
    xml.open("text", &[])?;
    let sections = &selected.document.sections;
    let tree = Tree::of(sections);
    let mut left: Vec<Option<usize>> = tree.roots.iter().rev().map(|at| Some(*at)).collect();
    while let Some(step) = left.pop() {
        let Some(at) = step else {
            xml.close("div")?;
            continue;
        };
        section(&mut xml, selected, at)?;
        left.push(None);
        left.extend(tree.children[at].iter().rev().map(|child| Some(*child)));
    }
    xml.close("text")?;
    xml.close("TEI")?;
    xml.out.flush()
}

/// A section without its end; its parts and what TXM may partition by are attributes.
fn section<W: Write>(xml: &mut Xml<W>, selected: &Selected, at: usize) -> io::Result<()> {
    let section = &selected.document.sections[at];
    let heard = section.speakers.iter().map(|speaker| speaker.name.as_str());
    let speakers = heard.collect::<Vec<_>>().join("|");
    let words: Vec<&str> = section.keywords.iter().map(|word| word.0.as_str()).collect();
    let known = |text: &'_ str| if text.is_empty() { "ND".to_owned() } else { text.to_owned() };
    let date = section.date.map(|date| date.to_string()).unwrap_or_default();
    xml.open(
        "div",
        &[
            ("type", Some(section.kind.label())),
            ("n", Some(&known(section.number.as_deref().unwrap_or_default()))),
            ("titre", Some(&known(section.title.as_deref().unwrap_or_default()))),
            ("theme", Some(&known(section.theme.as_deref().unwrap_or_default()))),
            ("intervenants", Some(&known(&speakers))),
            ("motscles", Some(&known(&words.join("|")))),
            ("date", Some(&known(&date))),
            ("id", Some(&format!("{}#{}", selected.document.id, section.id))),
        ],
    )?;
    for bytes in paragraphs(&section.text, 0) {
        xml.within("p", &[], |xml| {
            pieces(section, bytes).into_iter().try_for_each(|piece| match piece {
                Piece::Text(text) => xml.text(text),
                Piece::Page(pages) => xml.empty("pb", &[("n", Some(&pages.numbers()))]),
            })
        })?;
    }
    Ok(())
}
