//! `glane export`: documents, or the sections that answer, for other tools.

use std::collections::BTreeSet;
use std::io::{self, Write};

use anyhow::bail;
use glane_index::Index;
use glane_query::{Selected, Selection, select};
use glane_render::{
    IramuteqCorpus, PassageTable, TeiCorpus, TxmMetadata, json_line, txm_name, txm_text,
};

use crate::args::{ExportArgs, ExportFormat, Global};
use crate::exit::Exit;
use crate::open::open_or_build;
use crate::output::{Folder, NewFile};
use crate::streams::Streams;

/// Writes what is asked for, one document in memory at a time; all of it or nothing.
pub(crate) fn run(global: &Global, args: &ExportArgs, streams: &Streams) -> anyhow::Result<Exit> {
    if args.format == ExportFormat::Txm && args.output.is_none() {
        bail!("--format txm écrit un dossier : il demande -o DOSSIER");
    }
    let recording = args.recipe.begin()?;
    let index = open_or_build(global, streams)?;
    let (query, filters) = (args.query.join(" "), args.filters.read());
    let mut selection = select(&index, &query, &filters)?;
    selection.notes.iter().for_each(|note| streams.say(&format!("Note : {note}")));
    if selection.sections == 0 {
        streams.say("Rien à exporter : aucune section ne répond.");
        return Ok(Exit::Nothing);
    }
    match (&args.output, args.format) {
        (Some(path), ExportFormat::Txm) => {
            let folder = Folder::create(path, args.force)?;
            txm(&mut selection, &folder)?;
            folder.publish()?;
        }
        (Some(path), _) => {
            let mut file = NewFile::create(path, args.force)?;
            file.write(|out| write(&index, args, &mut selection, out))?;
            file.publish()?;
        }
        (None, _) => {
            let mut ended = Ok(());
            streams.answer(|out| match write(&index, args, &mut selection, out) {
                Err(error) => match error.downcast::<io::Error>() {
                    Ok(error) => Err(error),
                    Err(error) => {
                        ended = Err(error);
                        Ok(())
                    }
                },
                Ok(()) => Ok(()),
            })?;
            ended?;
        }
    }
    recording.end(&index, "export", (&query, &filters), &[])?;
    Ok(Exit::Done)
}

fn write(
    index: &Index,
    args: &ExportArgs,
    selection: &mut Selection<'_>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    match args.format {
        ExportFormat::Tei => {
            let mut corpus = TeiCorpus::new(&described(index, args), out)?;
            each(selection, |document| corpus.document(document))?;
            corpus.end()?;
        }
        ExportFormat::Iramuteq => {
            let mut corpus = IramuteqCorpus::new(out);
            each(selection, |document| corpus.document(document))?;
            corpus.end()?;
        }
        ExportFormat::Csv => {
            let mut rows = PassageTable::new(args.csv.dialect(), out)?;
            each(selection, |document| rows.document(document))?;
            rows.end()?;
        }
        ExportFormat::Jsonl | ExportFormat::Txm => {
            let mut out = out;
            each(selection, |selected| json_line(&selected.document, &mut out))?;
        }
    }
    Ok(())
}

/// A folder of texts with their metadata.
fn txm(selection: &mut Selection<'_>, folder: &Folder) -> anyhow::Result<()> {
    let mut names = BTreeSet::new();
    let mut metadata = TxmMetadata::new(folder.file("metadata.csv")?)?;
    each(selection, |document| {
        let name = txm_name(document, &mut names);
        metadata.row(&name, document)?;
        txm_text(document, folder.file(&format!("{name}.xml"))?)
    })?;
    Ok(metadata.end()?)
}

fn each(
    selection: &mut Selection<'_>,
    mut write: impl FnMut(&Selected) -> io::Result<()>,
) -> anyhow::Result<()> {
    for selected in selection {
        write(&selected?)?;
    }
    Ok(())
}

/// What an export holds, in a sentence.
fn described(index: &Index, args: &ExportArgs) -> String {
    let status = index.status();
    let query = args.query.join(" ");
    let asked =
        if query.trim().is_empty() { String::new() } else { format!(", requête « {query} »") };
    let (corpus, created) = (status.corpus, status.created_at);
    format!("Documents de « {corpus} », indexés le {created}{asked}.")
}
