//! The index that a command asks.

use std::time::Duration;

use glane_index::{Index, OpenError};

use crate::args::{FileArgs, Global, LogFormat};
use crate::log::Log;
use crate::streams::Streams;
use crate::update::{self, How, Job};

/// How long two first searches at once wait for each other's index.
const PATIENCE: Duration = Duration::from_secs(600);

/// Opens the index; a corpus that was never indexed is indexed first.
pub(crate) fn open_or_build(global: &Global, streams: &Streams) -> anyhow::Result<Index> {
    match Index::open(&global.index) {
        Err(OpenError::Missing { .. }) => {}
        opened => return Ok(opened?),
    }
    if streams.watched() {
        streams.say(&format!(
            "Pas encore d'index : indexation de « {} » dans « {} ».",
            global.corpus.display(),
            global.index.display()
        ));
    }
    let (files, how) = (FileArgs::default(), How { wait: PATIENCE, ..How::default() });
    let job = Job { corpus: &global.corpus, index: &global.index, files: &files, how };
    let (_, error) = update::run(&job, &Log::new(streams, LogFormat::Text, true, 0));
    if let Some(error) = error {
        return Err(error);
    }
    Ok(Index::open(&global.index)?)
}
