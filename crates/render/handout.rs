//! The dossier as a handout: what a trainer prints and hands round.
//!
//! A title page, contents, each excerpt with its reference, its note and a box to write in, and the
//! sources at the end. The same [`Leaflet`] is written in every format, so that they say the same.

mod clean;
mod docx;
mod html;
mod leaflet;
mod markdown;
mod odt;
mod package;
mod reference;
mod xml;

use std::io::{self, Write};

use glane_document::PartialDate;
use glane_dossier::Dossier;

use leaflet::Leaflet;
pub use reference::{reference, source};

/// A dossier and what its handout shows of it.
#[derive(Debug, Clone, Copy)]
pub struct Handout<'a> {
    /// What is handed out.
    pub dossier: &'a Dossier,
    /// The day it was prepared on; `None` leaves it unsaid, so that the same dossier always makes
    /// the same bytes.
    pub date: Option<PartialDate>,
    /// What is shown besides the excerpts.
    pub parts: Parts,
}

/// What a handout shows besides the excerpts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// The list of excerpts, after the title page.
    pub contents: bool,
    /// The reader's notes.
    pub notes: bool,
    /// A box under each excerpt, with room to write.
    pub boxes: bool,
}

impl Parts {
    /// Everything.
    pub const ALL: Parts = Parts { contents: true, notes: true, boxes: true };
}

/// The formats of a handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandoutFormat {
    /// Office Open XML, for Word.
    Docx,
    /// OpenDocument, for LibreOffice.
    Odt,
    /// One page without scripts, nor anything to load.
    Html,
    /// Markdown (`CommonMark`).
    Markdown,
}

impl HandoutFormat {
    /// Every format.
    pub const ALL: [HandoutFormat; 4] =
        [HandoutFormat::Docx, HandoutFormat::Odt, HandoutFormat::Html, HandoutFormat::Markdown];

    /// What a file name ends with, and what options call it.
    pub fn extension(self) -> &'static str {
        match self {
            HandoutFormat::Docx => "docx",
            HandoutFormat::Odt => "odt",
            HandoutFormat::Html => "html",
            HandoutFormat::Markdown => "md",
        }
    }

    /// The format that options call so.
    pub fn from_extension(name: &str) -> Option<HandoutFormat> {
        HandoutFormat::ALL.into_iter().find(|format| format.extension() == name)
    }

    /// The media type, for `Content-Type`.
    pub fn media_type(self) -> &'static str {
        match self {
            HandoutFormat::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            HandoutFormat::Odt => "application/vnd.oasis.opendocument.text",
            HandoutFormat::Html => "text/html; charset=utf-8",
            HandoutFormat::Markdown => "text/markdown; charset=utf-8",
        }
    }
}

/// Writes a handout.
///
/// # Errors
///
/// What `out` reports.
pub fn handout(
    handout: &Handout<'_>,
    format: HandoutFormat,
    out: &mut impl Write,
) -> io::Result<()> {
    let leaflet = Leaflet::of(handout);
    let bytes = match format {
        HandoutFormat::Docx => docx::write(&leaflet)?,
        HandoutFormat::Odt => odt::write(&leaflet)?,
        HandoutFormat::Html => html::page(&leaflet),
        HandoutFormat::Markdown => markdown::write(&leaflet).into_bytes(),
    };
    out.write_all(&bytes)
}

/// Writes what stands between `<body>` and `</body>` of the page, for a page that has its own head
/// and style sheet.
///
/// # Errors
///
/// What `out` reports.
pub fn handout_body(handout: &Handout<'_>, out: &mut impl Write) -> io::Result<()> {
    out.write_all(&html::body(&Leaflet::of(handout)))
}

#[cfg(test)]
mod tests;
