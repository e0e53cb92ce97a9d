//! PDF: the text of each page, put together from where its glyphs stand.
//!
//! `lopdf`, which comes with `pdf-extract`, reads the objects; `pdf-extract` tells what the codes
//! of a font say ([`font`]). What lies between is here, for three reasons: their readers stop at
//! what a font or a colour has that they do not expect, nothing bounds what they unfold, and the
//! text that they give has neither sizes nor bold.

mod drawing;
mod face;
mod flow;
mod font;
mod grid;
mod letters;
mod line;
mod link;
mod matrix;
mod measure;
mod object;
mod open;
mod properties;
#[cfg(test)]
mod sample;
mod show;
mod stream;
mod tagged;
mod tags;
#[cfg(test)]
mod tests;
mod token;
mod tree;
mod underline;
mod word;

use glane_document::{Warning, ranges};
use pdf_extract::Document;

use super::{ExtractedText, Refusal};
use line::Line;
use link::unlinked;
use open::Opened;
use show::{Reader, Shown};
use tags::Tags;
use tree::Page;
use underline::underlined;
use word::Word;

/// The text of a PDF.
///
/// # Errors
///
/// When it is encrypted, holds no text or none that can be read, or cannot be taken apart.
pub(super) fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let Opened { document, pages, repaired } = open::open(bytes)?;
    let read = pages_of(&document, &pages)?;
    if read.lines.iter().all(Vec::is_empty) {
        return Err(read.without_text(repaired));
    }
    if read.unmapped > read.mapped {
        return Err(Refusal::Unmapped);
    }
    let warnings = read.warnings(repaired);
    let text = flow::text(&read.lines);
    let unread_pages = read.pictures;
    Ok(ExtractedText { text, properties: properties::of(&document), unread_pages, warnings })
}

/// The pages of a document, read.
#[derive(Debug, Default)]
struct Read {
    /// The lines of each page.
    lines: Vec<Vec<Line>>,
    /// The pages, from 1, that show pictures and no text.
    pictures: Vec<u32>,
    /// How many letters can be read, and how many cannot.
    mapped: usize,
    unmapped: usize,
}

fn pages_of(document: &Document, pages: &[Page]) -> Result<Read, Refusal> {
    let tags = Tags::of(document);
    let mut reader = Reader::new(document, &tags);
    let mut read = Read::default();
    for (page, number) in pages.iter().zip(1..) {
        let shown = page_of(&mut reader, document, page)
            .map_err(|stream::TooLarge| Refusal::TooLarge(format!("page {number}")))?;
        read.push(shown, number, &tags);
    }
    Ok(read)
}

fn page_of(
    reader: &mut Reader<'_>,
    document: &Document,
    page: &Page,
) -> Result<Shown, stream::TooLarge> {
    let Ok(dictionary) = document.get_dictionary(page.id) else { return Ok(Shown::default()) };
    let resources = page.resources.as_ref();
    let resources = resources.and_then(|resources| document.dereference(resources).ok());
    let resources = resources.and_then(|(_, resources)| resources.as_dict().ok());
    reader.page(page.id, dictionary, resources, page.turn)
}

impl Read {
    fn push(&mut self, shown: Shown, number: u32, tags: &Tags) {
        let Shown { words, rules, links, unmapped, pictures } = shown;
        let letters = |word: &Word| word.text.chars().filter(|c| !letters::is_private(*c)).count();
        let all = |word: &Word| word.text.chars().count();
        let mapped: usize = words.iter().map(letters).sum();
        self.mapped += mapped;
        self.unmapped += unmapped + words.iter().map(all).sum::<usize>() - mapped;
        if words.is_empty() && unmapped == 0 && pictures {
            self.pictures.push(number);
        }
        let words = unlinked(underlined(words, &rules), &links);
        // What is drawn tells a cell's columns, which tags often leave out.
        let words = tagged::with_tables(grid::with_tables(words, &rules), tags);
        self.lines.push(line::lines(words));
    }

    /// Why there is no text.
    fn without_text(&self, repaired: bool) -> Refusal {
        let pages = self.lines.len();
        match () {
            () if self.unmapped > 0 => Refusal::Unmapped,
            () if !self.pictures.is_empty() => Refusal::NoText { pages },
            () if repaired => Refusal::Truncated("aucun texte n'a pu être retrouvé".to_owned()),
            () => Refusal::Malformed(format!("ses {pages} page(s) ne montrent rien")),
        }
    }

    fn warnings(&self, repaired: bool) -> Vec<Warning> {
        let mut messages = Vec::new();
        if repaired {
            messages.push(format!(
                "PDF abîmé ou tronqué : {} page(s) retrouvée(s), d'autres peuvent manquer",
                self.lines.len()
            ));
        }
        if !self.pictures.is_empty() {
            messages.push(format!(
                "pages sans texte, à passer à la reconnaissance de caractères (OCR) : {}",
                ranges(&self.pictures)
            ));
        }
        // A few signs are missing from most documents: bullets, ornaments, signs of mathematics.
        if 10 * self.unmapped > self.mapped {
            let share = 100 * self.unmapped / (self.mapped + self.unmapped);
            messages.push(format!("{share} % des caractères n'ont pas de correspondance"));
        }
        messages.into_iter().map(|message| Warning { line: None, message }).collect()
    }
}
