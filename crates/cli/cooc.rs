//! `glane cooc`: the words that stand around a query.

use anyhow::bail;
use glane_query::{Concordance, Cooccurrence, Span, StopWords, WordLevel, cooccurrences};
use glane_render::{cooccurrents_csv, json_line, text};

use crate::args::{CoocArgs, Global, Level, TableFormat, Within, WordArgs};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::streams::Streams;

/// Finds cooccurrents; a corpus that was never indexed is indexed first.
pub(crate) fn run(global: &Global, args: &CoocArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let query = args.query.join(" ");
    if query.trim().is_empty() {
        bail!(
            "la requête est vide : écrire au moins un mot, par exemple « glane cooc non-recours »"
        );
    }
    let asked = Cooccurrence {
        around: Concordance {
            filters: args.filters.read(),
            except: args.reach.except.clone(),
            reach: args.reach.read(),
            ..Concordance::new(query)
        },
        span: span(args),
        level: args.words.level(),
        stop_words: args.words.stop_words(),
        least: args.min,
    };
    let index = open_or_build(global, streams)?;
    let mut table = cooccurrences(&index, &asked)?;
    table.notes.iter().for_each(|note| streams.say(&format!("Note : {note}")));
    table.rows.truncate(args.limit);
    streams.answer(|out| match args.table.format {
        TableFormat::Text => text::cooccurrents(&table, streams.style(), out),
        TableFormat::Json => json_line(&table, out),
        TableFormat::Jsonl => table.rows.iter().try_for_each(|row| json_line(row, out)),
        TableFormat::Csv => cooccurrents_csv(&table, args.table.csv.dialect(), out),
    })?;
    Ok(if table.rows.is_empty() { Exit::Nothing } else { Exit::Done })
}

fn span(args: &CoocArgs) -> Span {
    match args.within {
        Some(Within::Passage) => Span::Passage,
        Some(Within::Section) => Span::Section,
        None => Span::Window {
            left: args.left.unwrap_or(args.window),
            right: args.right.unwrap_or(args.window),
        },
    }
}

impl WordArgs {
    /// What counts as one word, as the query crate takes it.
    pub(crate) fn level(&self) -> WordLevel {
        match self.words {
            Level::Form => WordLevel::Form,
            Level::Key => WordLevel::Key,
        }
    }

    /// Whether function words are listed.
    pub(crate) fn stop_words(&self) -> StopWords {
        if self.no_stop_words { StopWords::LeftOut } else { StopWords::Listed }
    }
}
