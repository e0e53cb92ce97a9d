//! `glane show`: a section or a document, whole.

use anyhow::Context;
use glane_document::{Document, Section};
use glane_index::Index;
use glane_render::{json_line, text};

use crate::args::{Format, Global, ShowArgs};
use crate::exit::Exit;
use crate::streams::Streams;

/// Shows what the identifier names: `document#section`, or a document.
pub(crate) fn run(global: &Global, args: &ShowArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let index = Index::open(&global.index)?;
    // A file name may hold a `#`: what is not a section may still be a document.
    if let Some((document, section)) = index.section(&args.id)? {
        return show_section(document, section, args.output.format, streams);
    }
    let document = index.document(&args.id)?.with_context(|| {
        format!(
            "rien ne s'appelle « {} » dans l'index « {} » : « glane search » donne l'identifiant \
             de chaque section",
            args.id,
            global.index.display()
        )
    })?;
    streams.answer(|out| match args.output.format {
        Format::Text => text::document(&document, streams.style(), out),
        Format::Json => json_line(&document, out),
    })?;
    Ok(Exit::Done)
}

/// In JSON, a section is its document with no other section: the contract of `inspect` holds.
fn show_section(
    mut document: Document,
    section: Section,
    format: Format,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    streams.answer(|out| match format {
        Format::Text => text::section(&document, &section, streams.style(), out),
        Format::Json => {
            document.sections = vec![section];
            json_line(&document, out)
        }
    })?;
    Ok(Exit::Done)
}
