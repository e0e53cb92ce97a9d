//! `glane cite`: references of what the index holds.

use glane_index::Index;
use glane_query::Reference;
use glane_render::citations;

use crate::args::{CiteArgs, Global};
use crate::exit::Exit;
use crate::show;
use crate::streams::Streams;

/// Writes the reference of each identifier, or none: a bibliography must not lack an entry.
pub(crate) fn run(global: &Global, args: &CiteArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let index = Index::open(&global.index)?;
    let named = args.ids.iter().map(|id| Ok(reference(&show::named(&index, id, global)?)));
    let references = named.collect::<anyhow::Result<Vec<Reference>>>()?;
    streams.answer(|out| citations(&references, args.cite, out))?;
    Ok(Exit::Done)
}

/// The reference of what an identifier names.
pub(crate) fn reference(named: &glane_index::Named) -> Reference {
    match (&named.section, &named.passage) {
        (Some(section), Some(passage)) => Reference::to_passage(&named.document, section, passage),
        (Some(section), None) => Reference::to_section(&named.document, section),
        (None, _) => Reference::to_document(&named.document),
    }
}
