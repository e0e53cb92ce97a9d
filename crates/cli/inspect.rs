//! `glane inspect`: the structure found in files, before anything is indexed.

use glane_document::Document;
use glane_ingest::{Found, Reading, Selection, discover, ingest, passages};
use glane_render::{json_line, text};

use crate::args::{Format, InspectArgs};
use crate::exit::Exit;
use crate::extraction::Workers;
use crate::streams::Streams;

/// Shows the documents of each file in turn; a file that cannot be read does not stop the others.
///
/// What is to be said of a sidecar stands with its document; one that is wrong is a failure as well.
pub(crate) fn run(args: &InspectArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let workers = Workers::default();
    let (mut shown, mut failed) = (0, 0);
    let reading = Reading { extractor: &workers, max_bytes: args.files.max_size };
    let selection = Selection::new(&args.files.include, &args.files.exclude)?;
    for file in &args.paths {
        let found = discover(file, &selection)
            .unwrap_or_else(|error| Found { unreachable: vec![error], ..Found::default() });
        let mut failures = found.unreachable;
        for source in &found.sources {
            match ingest(source, reading) {
                Ok(ingested) => {
                    show(&ingested.documents, args.output.format, streams)?;
                    shown += 1;
                    failures.extend(ingested.refused);
                }
                Err(error) => failures.push(error),
            }
        }
        for error in &failures {
            streams.say(&format!("glane : {error}"));
        }
        failed += failures.len();
    }
    Ok(match (shown, failed) {
        (_, 0) => Exit::Done,
        (0, _) => Exit::Failed,
        _ => Exit::Partial,
    })
}

fn show(documents: &[Document], format: Format, streams: &Streams) -> std::io::Result<()> {
    streams.answer(|out| {
        documents.iter().try_for_each(|document| match format {
            Format::Text => text::tree(document, &passages(document), streams.style(), out),
            Format::Json => json_line(document, out),
        })
    })
}
