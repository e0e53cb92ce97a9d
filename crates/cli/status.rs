//! `glane status`: what the index holds.

use glane_index::{Index, Status};
use glane_render::{StatusReport, json_line, text};

use crate::args::{Format, Global, StatusArgs};
use crate::exit::Exit;
use crate::streams::Streams;

/// Reports on the index.
pub(crate) fn run(global: &Global, args: &StatusArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let status = Index::open(&global.index)?.status();
    let report = report(global.index.display().to_string(), status);
    streams.answer(|out| match args.output.format {
        Format::Text => text::status(&report, streams.style(), out),
        Format::Json => json_line(&report, out),
    })?;
    Ok(Exit::Done)
}

fn report(index: String, status: Status) -> StatusReport {
    StatusReport {
        index,
        corpus: status.corpus,
        created_at: status.created_at,
        generation: status.generation,
        documents: status.counts.documents,
        sections: status.counts.sections,
        passages: status.counts.passages,
        bytes: status.bytes,
        years: status.counts.years,
        kinds: status.counts.kinds,
        languages: status.counts.languages,
        undated: status.counts.undated,
    }
}
