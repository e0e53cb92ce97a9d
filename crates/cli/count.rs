//! `glane count`: how often queries occur, by part of the corpus.

use std::path::Path;

use anyhow::{Context, bail};
use glane_index::Index;
use glane_query::{Count, CountTable, Reach, Zeros, count};
use glane_render::{count_chart, count_csv, count_lines, json_line, text};

use crate::args::{CountArgs, Global, TableFormat};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::recipe::{BY, EXCEPT, FAMILY, Recording};
use crate::streams::Streams;

/// Counts; a corpus that was never indexed is indexed first.
pub(crate) fn run(global: &Global, args: &CountArgs, streams: &Streams) -> anyhow::Result<Exit> {
    if args.queries.iter().any(|query| query.trim().is_empty()) {
        bail!(
            "une requête est vide : écrire au moins un mot, par exemple « glane count non-recours »"
        );
    }
    if args.chart.is_some() && args.by.is_empty() {
        bail!("--chart dessine des groupes : ajouter --by, par exemple --by year");
    }
    let asked = Count {
        queries: args.queries.clone(),
        filters: args.filters.read(),
        except: args.reach.except.clone(),
        reach: args.reach.read(),
        by: args.by.clone(),
        zeros: if args.zeros { Zeros::All } else { Zeros::Years },
    };
    let recording = args.recipe.begin()?;
    let index = open_or_build(global, streams)?;
    let mut table = count(&index, &asked)?;
    table.notes.extend(text::set_apart(index.status().counts.furniture_words));
    table.notes.iter().for_each(|note| streams.say(&format!("Note : {note}")));
    if let Some(path) = &args.chart {
        draw(&table, path)?;
    }
    streams.answer(|out| match args.table.format {
        TableFormat::Text => text::count(&table, streams.style(), out),
        TableFormat::Json => json_line(&table, out),
        TableFormat::Jsonl => count_lines(&table, out),
        TableFormat::Csv => count_csv(&table, args.table.csv.dialect(), out),
    })?;
    record(recording, &index, &asked)?;
    let found = table.total.cells.iter().any(|cell| cell.occurrences > 0);
    Ok(if found { Exit::Done } else { Exit::Nothing })
}

/// Writes the recipe of what was counted, if one is asked for.
fn record(recording: Recording, index: &Index, asked: &Count) -> anyhow::Result<()> {
    let by: Vec<&str> = asked.by.iter().map(|dimension| dimension.as_str()).collect();
    let family = asked.reach == Reach::Family;
    let options = [
        (EXCEPT, asked.except.clone()),
        (FAMILY, family.then(String::new)),
        (BY, (!by.is_empty()).then(|| by.join(","))),
    ];
    recording.end(index, "count", (&asked.queries.join("\n"), &asked.filters), &options)
}

/// Writes the chart of `table` to the file that the reader named.
fn draw(table: &CountTable, path: &Path) -> anyhow::Result<()> {
    let chart = count_chart(table);
    #[expect(clippy::disallowed_methods, reason = "the reader asks for this very file")]
    let written = std::fs::write(path, chart);
    written.with_context(|| format!("« {} » ne peut pas être écrit", path.display()))
}
