//! `glane explain`: what a query searches.

use glane_index::Index;
use glane_render::{json_line, text};

use crate::args::{ExplainArgs, Format, Global};
use crate::exit::Exit;
use crate::streams::Streams;

/// Shows what is searched for each part of a query, with the spellings that the index has.
pub(crate) fn run(global: &Global, args: &ExplainArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let index = Index::open(&global.index)?;
    let explanation = glane_query::explain(&index, &args.query.join(" "))?;
    streams.answer(|out| match args.output.format {
        Format::Text => text::explanation(&explanation, streams.style(), out),
        Format::Json => json_line(&explanation, out),
    })?;
    Ok(Exit::Done)
}
