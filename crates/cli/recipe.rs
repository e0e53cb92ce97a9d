//! `--recipe` and `glane replay`: figures that can be made again.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail};
use glane_index::{Index, timestamp};
use glane_query::{
    Concordance, CorpusState, Count, CountRow, CountTable, Filters, Reach, Recipe, Search, Zeros,
    count, occurrences, select,
};
use glane_render::{Replayed, json_line, text};

use crate::args::{Format, Global, RecipeArgs, ReplayArgs};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::output::NewFile;
use crate::streams::Streams;

/// The option of a count of occurrences: what they must not be in.
pub(crate) const EXCEPT: &str = "except";
/// The option of a count of occurrences that takes words of the same family in.
pub(crate) const FAMILY: &str = "family";

/// The option of counts by part: the dimensions, with commas between.
pub(crate) const BY: &str = "by";

/// A recipe on its way to its file, which was asked for before anything was answered.
pub(crate) struct Recording(Option<NewFile>);

impl RecipeArgs {
    /// Begins the file, if one is asked for.
    ///
    /// # Errors
    ///
    /// When something stands there, or it cannot be written.
    pub(crate) fn begin(&self) -> anyhow::Result<Recording> {
        Ok(Recording(self.recipe.as_ref().map(|path| NewFile::create(path, false)).transpose()?))
    }
}

impl Recording {
    /// Writes how `command` was asked, of what, and the numbers that this gives.
    pub(crate) fn end(
        self,
        index: &Index,
        command: &str,
        asked: (&str, &Filters),
        options: &[(&str, Option<String>)],
    ) -> anyhow::Result<()> {
        let Some(mut file) = self.0 else { return Ok(()) };
        let mut recipe = Recipe::new(index, command, asked, now())?;
        let given =
            options.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?)));
        recipe.options = given.collect();
        recipe.numbers = numbers(index, &recipe)?;
        file.write(|out| {
            serde_json::to_writer_pretty(&mut *out, &recipe)?;
            Ok(writeln!(out)?)
        })?;
        file.publish()
    }
}

fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    timestamp(since.map_or(0, |since| since.as_secs()))
}

/// Makes the numbers of a recipe again, and tells what changed.
pub(crate) fn replay(
    global: &Global,
    args: &ReplayArgs,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let recipe = read(&args.file)?;
    let index = open_or_build(global, streams)?;
    let now = numbers(&index, &recipe)?;
    let changes = recipe.corpus.changes(&CorpusState::of(&index)?);
    let replayed = Replayed { same: recipe.numbers == now, now, changes, recipe: &recipe };
    streams.answer(|out| match args.output.format {
        Format::Text => text::replayed(&replayed, streams.style(), out),
        Format::Json => json_line(&replayed, out),
    })?;
    Ok(if replayed.same { Exit::Done } else { Exit::Nothing })
}

#[expect(clippy::disallowed_methods, reason = "a recipe is an argument, given as a file")]
fn read(path: &Path) -> anyhow::Result<Recipe> {
    let bytes = std::fs::read(path)
        .with_context(|| format!("« {} » ne peut pas être lu", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| {
        format!("« {} » n'est pas une recette, comme --recipe en écrit", path.display())
    })
}

/// The numbers that a recipe gives in an index: when it is written, and whenever it is replayed.
fn numbers(index: &Index, recipe: &Recipe) -> anyhow::Result<BTreeMap<String, u64>> {
    let Recipe { command, query, filters, options, .. } = recipe;
    let reach = if options.contains_key(FAMILY) { Reach::Family } else { Reach::Inflection };
    let (filters, except) = (filters.clone(), options.get(EXCEPT).cloned());
    let named: Vec<(&str, usize)> = match command.as_str() {
        "search" => {
            let asked = Search { filters, limit: 0, ..Search::new(query.as_str()) };
            let answer = glane_query::search(index, &asked)?;
            vec![
                ("sections", answer.total),
                ("complete", answer.complete),
                ("documents", answer.documents),
                ("passages", answer.passages),
            ]
        }
        "kwic" => {
            let asked = Concordance { filters, except, reach, ..Concordance::new(query.as_str()) };
            let mut count = 0;
            for occurrence in occurrences(index, &asked)? {
                occurrence?;
                count += 1;
            }
            vec![("occurrences", count)]
        }
        "count" => {
            let by = options.get(BY).map_or("", String::as_str);
            let by = by.split(',').filter_map(|name| name.parse().ok()).collect();
            let queries = query.lines().map(str::to_owned).collect();
            let asked = Count { queries, filters, except, reach, by, zeros: Zeros::Years };
            return Ok(counted(&count(index, &asked)?));
        }
        "export" => {
            let (mut sections, mut documents) = (0, 0);
            for selected in select(index, query, &filters)? {
                sections += selected?.document.sections.len();
                documents += 1;
            }
            vec![("sections", sections), ("documents", documents)]
        }
        other => bail!("« {other} » n'est pas une commande que replay sache refaire"),
    };
    Ok(named.into_iter().map(|(name, count)| (name.to_owned(), count as u64)).collect())
}

/// What a count gives, by query and part: `non-recours · 2019 : occurrences`.
fn counted(table: &CountTable) -> BTreeMap<String, u64> {
    let mut numbers = BTreeMap::new();
    let mut add = |row: &CountRow, part: &str| {
        for (query, cell) in table.queries.iter().zip(&row.cells) {
            for (name, count) in [
                ("occurrences", cell.occurrences),
                ("passages", cell.passages),
                ("sections", cell.sections),
                ("documents", cell.documents),
                ("words", cell.words),
            ] {
                numbers.insert(format!("{query}{part} : {name}"), count);
            }
        }
    };
    add(&table.total, "");
    for row in table.rows.iter().filter(|_| !table.by.is_empty()) {
        let part: Vec<&str> = row.part.iter().map(|of| of.as_deref().unwrap_or("—")).collect();
        add(row, &format!(" · {}", part.join(" · ")));
    }
    numbers
}
