//! `glane kwic`: every occurrence of a query, in its context.

use std::io::{self, Write};

use anyhow::bail;
use glane_query::{Concordance, Occurrence, Occurrences, Reach, SearchError, occurrences};
use glane_render::{ConcordanceTable, json_line, text};

use crate::args::{Global, KwicArgs, ReachArgs, TableFormat};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::recipe::{EXCEPT, FAMILY};
use crate::streams::Streams;

/// Writes occurrences as they are found; a corpus that was never indexed is indexed first.
pub(crate) fn run(global: &Global, args: &KwicArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let query = args.query.join(" ");
    if query.trim().is_empty() {
        bail!(
            "la requête est vide : écrire au moins un mot, par exemple « glane kwic non-recours »"
        );
    }
    let asked = Concordance {
        query,
        filters: args.filters.read(),
        except: args.reach.except.clone(),
        reach: args.reach.read(),
        context: args.context,
        sort: args.sort.clone(),
    };
    let recording = args.recipe.begin()?;
    let index = open_or_build(global, streams)?;
    let found = occurrences(&index, &asked)?;
    found.notes().iter().for_each(|note| streams.say(&format!("Note : {note}")));
    let mut shown = Shown { found, left: args.limit, count: 0, failed: None };
    streams.answer(|out| write(args, &mut shown, streams, out))?;
    if shown.failed.is_none() {
        let options =
            [(EXCEPT, asked.except.clone()), (FAMILY, args.reach.family.then(String::new))];
        recording.end(&index, "kwic", (&asked.query, &asked.filters), &options)?;
    }
    if let Some(apart) = text::set_apart(index.status().counts.furniture_words) {
        streams.say(&format!("Note : {apart}"));
    }
    let is_text = args.table.format == TableFormat::Text;
    if is_text && args.limit == Some(shown.count) && shown.found.next().is_some() {
        streams.say(&format!("{} occurrences données, d'autres suivent (--limit).", shown.count));
    }
    match shown.failed {
        Some(error) => Err(error.into()),
        None if shown.count == 0 => Ok(Exit::Nothing),
        None => Ok(Exit::Done),
    }
}

impl ReachArgs {
    /// As the query crate takes it.
    pub(crate) fn read(&self) -> Reach {
        if self.family { Reach::Family } else { Reach::Inflection }
    }
}

/// Occurrences up to a limit, until the index cannot be read.
struct Shown<'a> {
    found: Occurrences<'a>,
    left: Option<usize>,
    count: usize,
    failed: Option<SearchError>,
}

impl Iterator for Shown<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        if self.left.is_some_and(|left| self.count >= left) {
            return None;
        }
        match self.found.next()? {
            Ok(occurrence) => {
                self.count += 1;
                Some(occurrence)
            }
            Err(error) => {
                self.failed = Some(error);
                None
            }
        }
    }
}

fn write(
    args: &KwicArgs,
    shown: &mut Shown<'_>,
    streams: &Streams,
    out: &mut impl Write,
) -> io::Result<()> {
    match args.table.format {
        TableFormat::Text => {
            let layout = match args.sort.is_empty() {
                true => text::Layout::BySection,
                false => text::Layout::Listed,
            };
            text::concordance(shown, layout, streams.style(), out)
        }
        TableFormat::Json | TableFormat::Jsonl => {
            shown.try_for_each(|occurrence| json_line(&occurrence, out))
        }
        TableFormat::Csv => {
            let mut table = ConcordanceTable::new(args.table.csv.dialect(), out)?;
            shown.try_for_each(|occurrence| table.row(&occurrence))?;
            table.end()
        }
    }
}
