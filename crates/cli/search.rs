//! `glane search`: what answers a query, or a file of them.

use anyhow::bail;
use glane_query::{Answer, Detail, Filters, Group, Reference, Search, Sort};
use glane_render::{
    CitationFormat, Dialect, citation, citations, csv_head, csv_rows, json_line, text,
};

use crate::args::{Global, Grouping, Order, SearchArgs, SearchFormat};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::streams::Streams;
use crate::topics;

/// Searches; a corpus that was never indexed is indexed first.
pub(crate) fn run(global: &Global, args: &SearchArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let search = search(args);
    let Some(path) = &args.topics else { return run_one(global, args, &search, streams) };
    if !search.query.is_empty() {
        bail!("--topics donne les requêtes : « {} » est de trop", search.query);
    }
    let format = args.format.unwrap_or(SearchFormat::Jsonl);
    if format == SearchFormat::Text {
        bail!("--format text ne convient pas à --topics ; choisir parmi : jsonl, csv, trec");
    }
    if args.cite.is_some() {
        bail!("--cite ne convient pas à --topics");
    }
    if args.recipe.recipe.is_some() {
        bail!("--recipe ne convient pas à --topics : une recette est celle d'une requête");
    }
    let topics = topics::read(path)?;
    let format = (format, args.csv.dialect());
    topics::run(&topics, &search, &open_or_build(global, streams)?, format, streams)
}

/// Answers one query. Without words, something must at least narrow the search.
fn run_one(
    global: &Global,
    args: &SearchArgs,
    search: &Search,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    if search.query.trim().is_empty() && search.filters == Filters::default() {
        bail!(
            "la requête est vide : écrire au moins un mot, par exemple « glane search \
             \"non-recours\" », ou une restriction comme --speaker ou --keyword"
        );
    }
    let format = args.format.unwrap_or(SearchFormat::Text);
    if format == SearchFormat::Trec {
        bail!("--format trec nomme la requête de chaque ligne : il demande --topics FICHIER");
    }
    if args.explain && format == SearchFormat::Csv {
        bail!("--explain ne convient pas à --format csv ; choisir parmi : text, json, jsonl");
    }
    let recording = args.recipe.begin()?;
    let index = open_or_build(global, streams)?;
    let mut answer = glane_query::search(&index, search)?;
    let format = (format, args.csv.dialect());
    let exit = match args.cite {
        Some(cite) => cited(&mut answer, cite, format, streams)?,
        None => write(&answer, format, streams)?,
    };
    recording.end(&index, "search", (&search.query, &search.filters), &[])?;
    Ok(exit)
}

/// Writes references alone, or a whole answer whose citations are in a format of their own.
fn cited(
    answer: &mut Answer,
    cite: CitationFormat,
    format: (SearchFormat, Dialect),
    streams: &Streams,
) -> anyhow::Result<Exit> {
    if format.0 != SearchFormat::Text {
        answer.hits.iter_mut().for_each(|hit| hit.citation = citation(&hit.reference, cite));
        return write(answer, format, streams);
    }
    answer.notes.iter().for_each(|note| streams.say(&format!("Note : {note}")));
    let references: Vec<Reference> = answer.hits.iter().map(|hit| hit.reference.clone()).collect();
    streams.answer(|out| citations(&references, cite, out))?;
    Ok(exit(answer))
}

fn write(
    answer: &Answer,
    (format, dialect): (SearchFormat, Dialect),
    streams: &Streams,
) -> anyhow::Result<Exit> {
    if format == SearchFormat::Csv {
        // A table has no room for them.
        answer.notes.iter().for_each(|note| streams.say(&format!("Note : {note}")));
    }
    streams.answer(|out| match format {
        SearchFormat::Text => text::answer(answer, streams.style(), out),
        SearchFormat::Csv => {
            csv_head(dialect, out).and_then(|()| csv_rows("", answer, dialect, out))
        }
        _ => json_line(answer, out),
    })?;
    Ok(exit(answer))
}

fn exit(answer: &Answer) -> Exit {
    if answer.total == 0 { Exit::Nothing } else { Exit::Done }
}

/// What is asked.
fn search(args: &SearchArgs) -> Search {
    Search {
        query: args.query.join(" "),
        filters: args.filters.read(),
        group: match args.group {
            Grouping::Passage => Group::Passage,
            Grouping::Section => Group::Section,
            Grouping::Document => Group::Document,
        },
        sort: match args.sort {
            Order::Relevance => Sort::Relevance,
            Order::Date => Sort::Date,
            Order::Oldest => Sort::Oldest,
            Order::Document => Sort::Document,
        },
        detail: match args.format {
            // A run holds identifiers and scores.
            Some(SearchFormat::Trec) => Detail::Brief,
            _ if args.explain => Detail::Explained,
            _ => Detail::Full,
        },
        limit: args.limit,
        offset: args.offset,
    }
}
