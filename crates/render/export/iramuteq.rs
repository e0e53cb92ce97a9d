//! IRaMuTeQ's corpus: each text behind a line of stars and variables, `**** *annee_2019 *sorte_atelier`.
//!
//! A text is a section. Variables and their values are ASCII letters and digits, each text has all of
//! them, each once: IRaMuTeQ makes a table of them. Stars begin variables, so that none is left in a text.

use std::io::{self, Write};

use glane_document::{Document, Function, Section};
use glane_query::Selected;

/// What an unknown value is told by.
const UNKNOWN: &str = "na";

/// Beyond this a value is no name that a reader of graphs can tell from others.
const LONGEST: usize = 40;

/// A corpus that writes its documents one after the other.
pub struct IramuteqCorpus<W: Write> {
    out: W,
}

impl<W: Write> IramuteqCorpus<W> {
    /// An empty corpus.
    pub fn new(out: W) -> IramuteqCorpus<W> {
        IramuteqCorpus { out }
    }

    /// Writes the sections of a document that have words.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn document(&mut self, selected: &Selected) -> io::Result<()> {
        let document = &selected.document;
        for section in &document.sections {
            let text = text(&section.text);
            // A text without words stops the import.
            if text.chars().any(char::is_alphanumeric) {
                writeln!(self.out, "{}\n{text}\n", variables(document, section))?;
            }
        }
        Ok(())
    }

    /// Writes what is left to write.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn end(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn variables(document: &Document, section: &Section) -> String {
    let year = document.year().map(|year| year.to_string());
    let known = |text: &Option<String>| text.clone().unwrap_or_default();
    let values = [
        ("doc", document.id.clone()),
        ("section", section.id.clone()),
        ("genre", document.kind.label().to_owned()),
        ("sorte", section.kind.label().to_owned()),
        ("numero", known(&section.number)),
        ("annee", year.unwrap_or_default()),
        ("evenement", known(&document.event)),
        ("lieu", known(&document.place)),
        ("theme", known(&section.theme)),
        ("intervenant", speaker(section)),
        ("langue", section.language.clone().or(document.language.clone()).unwrap_or_default()),
    ];
    let variables = values.iter().map(|(name, value)| format!(" *{name}_{}", plain(value)));
    format!("****{}", variables.collect::<String>())
}

/// The one person who is heard; a variable has one value.
fn speaker(section: &Section) -> String {
    let heard = section
        .speakers
        .iter()
        .filter(|speaker| matches!(speaker.function, Function::Speaker | Function::Author));
    let mut names: Vec<&str> = heard.map(|speaker| speaker.name.as_str()).collect();
    names.dedup();
    match names[..] {
        [] => "aucun".to_owned(),
        [only] => only.to_owned(),
        _ => "plusieurs".to_owned(),
    }
}

/// A value without accents, spaces and signs.
fn plain(value: &str) -> String {
    let folded = glane_query::fold(value);
    let plain: String = folded.chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect();
    if plain.is_empty() { UNKNOWN.to_owned() } else { plain }
}

/// A text as the import expects it: no stars, plain apostrophes and spaces, no blank line.
fn text(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '*' => plain.push(' '),
            '’' => plain.push('\''),
            '…' => plain.push_str("..."),
            '\u{ad}' => {}
            '\n' => plain.push('\n'),
            letter if letter.is_whitespace() || letter.is_control() => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
