//! `glane inspect`: the structure found in files, before anything is indexed.

use glane_document::Document;
use glane_ingest::{discover, ingest};
use glane_render::{json_line, text};

use crate::args::{Format, InspectArgs};
use crate::exit::Exit;
use crate::streams::Streams;

/// Shows the documents of each file in turn; a file that cannot be read does not stop the others.
pub(crate) fn run(args: &InspectArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let (mut shown, mut failed) = (0, 0);
    for file in &args.files {
        let (sources, unreachable) = match discover(file) {
            Ok(found) => found,
            Err(error) => (Vec::new(), vec![error]),
        };
        for error in &unreachable {
            streams.say(&format!("glane : {error}"));
        }
        failed += unreachable.len();
        for source in &sources {
            match ingest(source) {
                Ok(documents) => {
                    show(&documents, args.output.format, streams)?;
                    shown += 1;
                }
                Err(error) => {
                    streams.say(&format!("glane : {error}"));
                    failed += 1;
                }
            }
        }
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
            Format::Text => text::tree(document, streams.style(), out),
            Format::Json => json_line(document, out),
        })
    })
}
