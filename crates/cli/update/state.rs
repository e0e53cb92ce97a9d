//! What the sources are now: each known by a digest, or by why it has none.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use glane_ingest::{Found, IngestError, Look, Looks, SourceFile, digest};
use rayon::prelude::*;

use crate::update::seen::{self, Seen};

/// What is known of a source before it is read.
#[derive(Debug)]
pub(crate) enum State {
    /// Identifies it and its corrections.
    Known(String),
    /// It was written so recently that it may not be whole.
    Fresh,
    /// It cannot be read.
    Unreadable(IngestError),
}

/// The sources now.
#[derive(Debug)]
pub(crate) struct Present {
    /// In order of identifier.
    pub(crate) sources: Vec<(SourceFile, State)>,
    /// What they looked like.
    pub(crate) looks: Looks,
    /// The same with digests, for the next run, where this one does not know them already.
    pub(crate) seen: Option<String>,
}

/// The digests of files, or why they have none.
type Digests = HashMap<PathBuf, io::Result<String>>;

/// Reads those of the files `found` that do not look as they did `before`. Files written after
/// `fresh`, in nanoseconds since 1970 as `now` is, are left for later.
pub(crate) fn present(
    found: &mut Found,
    before: &Seen<'_>,
    now: i64,
    fresh: Option<i64>,
) -> Present {
    let looks = std::mem::take(&mut found.looks);
    let read = read(&looks, before);
    let known = |path: &Path, look: &Look| match read.get(path) {
        Some(Ok(digest)) => Some(digest.as_str()),
        Some(Err(_)) => None,
        None => before.digest(path, look),
    };
    let has_sidecars = looks.count() > found.sources.len();
    let state = |source: SourceFile| {
        // What was there a moment ago and is not any more has left.
        let look = looks.get(&source.path)?;
        let Some(own) = known(&source.path, look) else {
            let error = unreadable(&source, read.get(&source.path)?.as_ref().err()?)?;
            return Some((source, State::Unreadable(error)));
        };
        let sidecars = if has_sidecars { source.sidecars() } else { Vec::new() };
        let files = sidecars.iter().chain([&source.path]).filter_map(|path| looks.get(path));
        let is_fresh = |look: &Look| fresh.is_some_and(|fresh| look.modified > fresh);
        let state = match files.into_iter().any(is_fresh) {
            true => State::Fresh,
            false => State::Known(SourceFile::state(
                own,
                &of_sidecars(&sidecars, |path| {
                    let digest = known(path, looks.get(path)?);
                    // A failure to read one is told once the source is read, and ends with it.
                    Some(digest.unwrap_or("illisible").to_owned())
                }),
            )),
        };
        Some((source, state))
    };
    let sources = std::mem::take(&mut found.sources).into_iter().filter_map(state).collect();
    let is_known = read.is_empty() && before.count() == looks.count();
    let seen = (!is_known).then(|| {
        let digests =
            looks.iter().filter_map(|(path, look)| Some((path, look, known(path, look)?)));
        seen::to_text(now, digests)
    });
    Present { sources, looks, seen }
}

/// Reads the files that do not look as they did.
fn read(looks: &Looks, before: &Seen<'_>) -> Digests {
    let is_other = |(path, look): &(&Path, &Look)| before.digest(path, look).is_none();
    let others: Vec<&Path> = looks.iter().filter(is_other).map(|(path, _)| path).collect();
    if others.is_empty() {
        // Threads need not be started.
        return Digests::new();
    }
    others.into_par_iter().map(|path| (path.to_owned(), digest(path))).collect()
}

fn unreadable(source: &SourceFile, error: &io::Error) -> Option<IngestError> {
    let copy = io::Error::new(error.kind(), error.to_string());
    (error.kind() != io::ErrorKind::NotFound)
        .then(|| IngestError::Read { path: source.path.clone(), source: copy })
}

/// The names and digests of the sidecars that exist.
fn of_sidecars(
    sidecars: &[PathBuf],
    digest: impl Fn(&Path) -> Option<String>,
) -> Vec<(String, String)> {
    let state =
        |path: &PathBuf| Some((path.file_name()?.to_string_lossy().into_owned(), digest(path)?));
    sidecars.iter().filter_map(state).collect()
}
