//! `glane specific`: the words of each part of the corpus.

use glane_query::{Specific, SpecificPart, specificities};
use glane_render::{json_line, part_name, specific_csv, specific_lines, text};

use crate::args::{Global, SpecificArgs, TableFormat};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::streams::Streams;

/// Compares parts with the whole; a corpus that was never indexed is indexed first.
pub(crate) fn run(global: &Global, args: &SpecificArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let asked = Specific {
        by: args.by,
        filters: args.filters.read(),
        level: args.words.level(),
        stop_words: args.words.stop_words(),
        least: args.min,
        limit: args.limit,
    };
    let index = open_or_build(global, streams)?;
    let mut table = specificities(&index, &asked)?;
    if let Some(name) = &args.part {
        let is_shown = |part: &SpecificPart| {
            let own = part_name(table.by, part.part.as_deref());
            glane_analysis::fold(&own.to_lowercase())
                .contains(&glane_analysis::fold(&name.to_lowercase()))
        };
        table.parts.retain(is_shown);
    }
    streams.answer(|out| match args.table.format {
        TableFormat::Text => text::specific(&table, streams.style(), out),
        TableFormat::Json => json_line(&table, out),
        TableFormat::Jsonl => specific_lines(&table, out),
        TableFormat::Csv => specific_csv(&table, args.table.csv.dialect(), out),
    })?;
    let found = table.parts.iter().any(|part| !part.over.is_empty() || !part.under.is_empty());
    Ok(if found { Exit::Done } else { Exit::Nothing })
}
