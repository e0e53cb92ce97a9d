//! `glane search`: sections that answer a query.

use anyhow::bail;
use glane_index::{Index, OpenError};
use glane_query::{Filters, Search};
use glane_render::{json_line, text};

use crate::args::{FileArgs, Format, Global, SearchArgs};
use crate::corpus;
use crate::exit::Exit;
use crate::streams::Streams;

/// Searches; a corpus that was never indexed is indexed first.
pub(crate) fn run(global: &Global, args: &SearchArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let search = search(args)?;
    let index = open_or_build(global, streams)?;
    let answer = glane_query::search(&index, &search)?;
    streams.answer(|out| match args.output.format {
        Format::Text => text::answer(&answer, streams.style(), out),
        Format::Json => json_line(&answer, out),
    })?;
    Ok(if answer.total == 0 { Exit::Nothing } else { Exit::Done })
}

/// What is asked. Without words, something must at least narrow the search.
fn search(args: &SearchArgs) -> anyhow::Result<Search> {
    let query = args.query.join(" ");
    let filters = filters(args);
    if query.trim().is_empty() && filters == Filters::default() {
        bail!(
            "la requête est vide : écrire au moins un mot, par exemple « glane search \
             \"non-recours\" », ou une restriction comme --speaker ou --keyword"
        );
    }
    Ok(Search { query, filters, limit: args.limit, offset: args.offset })
}

fn filters(args: &SearchArgs) -> Filters {
    Filters {
        speaker: args.speaker.clone(),
        theme: args.theme.clone(),
        keyword: args.keyword.clone(),
        kind: args.kind.clone(),
        language: args.language.clone(),
        document: args.document.clone(),
        years: args.year.clone(),
    }
}

fn open_or_build(global: &Global, streams: &Streams) -> anyhow::Result<Index> {
    match Index::open(&global.index) {
        Err(OpenError::Missing { .. }) => {}
        opened => return Ok(opened?),
    }
    if streams.watched() {
        streams.say(&format!(
            "Pas encore d'index : indexation de « {} » dans « {} ».",
            global.corpus.display(),
            global.index.display()
        ));
    }
    let published = corpus::build(&global.corpus, &global.index, &FileArgs::default(), streams)?;
    published.tell_failures(streams);
    Ok(Index::open(&global.index)?)
}
