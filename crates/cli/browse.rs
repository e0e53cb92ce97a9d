//! `glane speakers`, `workshops`, `keywords`, `themes` and `acronyms`: what the documents hold.

use std::io::{self, Write};

use glane_query::{Browsing, SearchError};
use glane_render::{Style, TableRows, json_line, list_table, text};
use serde::Serialize;

use crate::args::{BrowseArgs, Global, KeywordsArgs, TableFormat};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::streams::Streams;

/// Lists who is heard.
pub(crate) fn speakers(
    global: &Global,
    args: &BrowseArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let index = open_or_build(global, streams)?;
    let entries = glane_query::speakers(&index, &browsing(args))?;
    let asked = !args.pattern.is_empty();
    write(entries, args, streams, |entries, style, out| text::speakers(entries, asked, style, out))
}

/// Lists workshops, or sections of the kind asked for.
pub(crate) fn workshops(
    global: &Global,
    args: &BrowseArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let index = open_or_build(global, streams)?;
    let entries = glane_query::workshops(&index, &browsing(args))?;
    write(entries, args, streams, |entries, style, out| text::workshops(entries, style, out))
}

/// Lists declared keywords, or those that go with one.
pub(crate) fn keywords(
    global: &Global,
    args: &KeywordsArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let index = open_or_build(global, streams)?;
    let browsing = browsing(&args.browse);
    match &args.with {
        Some(with) => {
            let entries = glane_query::keyword_pairs(&index, &browsing, with)?;
            write(entries, &args.browse, streams, |entries, style, out| {
                text::pairs(entries, style, out)
            })
        }
        None => {
            let entries = glane_query::keywords(&index, &browsing)?;
            labels(entries, &args.browse, streams)
        }
    }
}

/// Lists themes.
pub(crate) fn themes(
    global: &Global,
    args: &BrowseArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let index = open_or_build(global, streams)?;
    labels(glane_query::themes(&index, &browsing(args))?, args, streams)
}

/// Lists acronyms.
pub(crate) fn acronyms(
    global: &Global,
    args: &BrowseArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let index = open_or_build(global, streams)?;
    let entries: Result<Vec<_>, SearchError> = glane_query::acronyms(&index, &browsing(args));
    let entries = entries?;
    if entries.is_empty() && args.table.format == TableFormat::Text {
        streams.say("Un sigle est listé s'il est développé dans un document : « … (CCAS) ».");
    }
    write(entries, args, streams, |entries, style, out| text::acronyms(entries, style, out))
}

fn browsing(args: &BrowseArgs) -> Browsing {
    Browsing { pattern: args.pattern.join(" "), filters: args.filters.read() }
}

fn labels(
    entries: Vec<glane_query::LabelEntry>,
    args: &BrowseArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    write(entries, args, streams, |entries, style, out| text::labels(entries, style, out))
}

/// Writes a list in the format asked for.
fn write<T: Serialize + TableRows>(
    mut entries: Vec<T>,
    args: &BrowseArgs,
    streams: &Streams,
    as_text: impl FnOnce(&[T], &Style, &mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<Exit> {
    let total = entries.len();
    entries.truncate(args.limit.unwrap_or(total));
    streams.answer(|mut out| match args.table.format {
        TableFormat::Text => as_text(&entries, streams.style(), &mut out),
        TableFormat::Csv => list_table(&entries, args.table.csv.dialect(), out),
        TableFormat::Json | TableFormat::Jsonl => {
            entries.iter().try_for_each(|entry| json_line(entry, out))
        }
    })?;
    if total == 0 && args.table.format == TableFormat::Text {
        let pattern = args.pattern.join(" ");
        let of = if pattern.is_empty() { String::new() } else { format!(" pour « {pattern} »") };
        streams.say(&format!("Rien à lister{of}."));
    }
    if entries.len() < total && args.table.format == TableFormat::Text {
        streams.say(&format!("{} lignes sur {total} (--limit).", entries.len()));
    }
    Ok(if total == 0 { Exit::Nothing } else { Exit::Done })
}
