//! `glane show`: a passage, a section or a document, whole.

use anyhow::Context;
use glane_index::{Index, Named};
use glane_render::{citation, json_line, text};

use crate::args::{Format, Global, ShowArgs};
use crate::cite;
use crate::exit::Exit;
use crate::streams::Streams;

/// Shows what the identifier names: `document#section@passage`, `document#section`, or a document.
pub(crate) fn run(global: &Global, args: &ShowArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let index = Index::open(&global.index)?;
    let named = named(&index, &args.id, global)?;
    let cited = citation(&cite::reference(&named), args.cite);
    let Named { mut document, section, passage } = named;
    let style = streams.style();
    streams.answer(|out| match (section, args.output.format) {
        (None, Format::Text) => text::document(&document, &cited, style, out),
        (None, Format::Json) => json_line(&document, out),
        (Some(mut section), format) => {
            if let Some(passage) = passage {
                section.page = passage.page.or(section.page);
                section.text = passage.text;
            }
            if format == Format::Text {
                return text::section(&document, &section, &cited, style, out);
            }
            // A section is its document with no other section: the contract of `inspect` holds.
            document.sections = vec![section];
            json_line(&document, out)
        }
    })?;
    Ok(Exit::Done)
}

/// What `id` names in the index.
pub(crate) fn named(index: &Index, id: &str, global: &Global) -> anyhow::Result<Named> {
    index.named(id)?.with_context(|| {
        format!(
            "rien ne s'appelle « {id} » dans l'index « {} » : « glane search » donne l'identifiant \
             de chaque section",
            global.index.display()
        )
    })
}
