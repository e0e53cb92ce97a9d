//! `glane index`: a folder of documents becomes an index.

use std::path::Path;

use glane_index::Counts;
use glane_render::counted;

use crate::args::{Global, IndexArgs};
use crate::corpus;
use crate::exit::Exit;
use crate::streams::Streams;

/// Indexes, then says in one line what is in the index.
pub(crate) fn run(global: &Global, args: &IndexArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let folder = args.folder.as_ref().unwrap_or(&global.corpus);
    let published = corpus::build(folder, &global.index, &args.files, streams)?;
    published.tell_failures(streams);
    if !global.quiet {
        published.tell_notices(streams);
    }
    let failed = published.failures.len();
    if !global.quiet || failed > 0 {
        streams.say(&summary(&published.report.counts, failed, &global.index));
    }
    Ok(if failed > 0 { Exit::Partial } else { Exit::Done })
}

fn summary(counts: &Counts, failed: usize, index: &Path) -> String {
    let summary = format!(
        "{} ({}, {}) dans l'index « {} »",
        counted(counts.documents, "document", "documents"),
        counted(counts.sections, "section", "sections"),
        counted(counts.passages, "passage", "passages"),
        index.display(),
    );
    match failed {
        0 => summary,
        _ => format!("{summary} ; non lus : {}", counted(failed, "fichier", "fichiers")),
    }
}
