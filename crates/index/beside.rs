//! Small files beside the generations, that runs leave to the next and to whoever watches.

use std::path::Path;

use crate::files;

/// What a run leaves beside the generations. None of it decides what a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// What the sources looked like, so that those that did not change need not be read.
    Seen,
    /// How the last run ended.
    LastRun,
}

impl Note {
    /// Every note.
    pub(crate) const ALL: [Note; 2] = [Note::Seen, Note::LastRun];

    /// Its name in the index's folder.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Note::Seen => "seen.tsv",
            Note::LastRun => "last-run.json",
        }
    }
}

/// A note of the index in `dir`; `None` where there is none or it cannot be read.
pub fn read(dir: &Path, note: Note) -> Option<Vec<u8>> {
    files::read(&dir.join(note.file())).ok().flatten()
}
