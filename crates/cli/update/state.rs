//! What the sources are now: each known by a digest, or by why it has none.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};

use glane_ingest::{Found, IngestError, Look, SourceFile, digest};
use rayon::prelude::*;

use crate::update::seen::Seen;

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
    /// By identifier.
    pub(crate) sources: BTreeMap<String, (SourceFile, State)>,
    /// What they looked like.
    pub(crate) looks: HashMap<PathBuf, Look>,
    /// The same with digests, for the next run.
    pub(crate) seen: Seen,
}

/// Reads those of the files `found` that do not look as they did. Files written after `fresh`, in
/// nanoseconds since 1970, are left for later.
pub(crate) fn present(found: &mut Found, before: &Seen, now: i64, fresh: Option<i64>) -> Present {
    let looks = std::mem::take(&mut found.looks);
    let digests: HashMap<&Path, io::Result<String>> = looks
        .par_iter()
        .map(|(path, look)| {
            let known = before.digest(path, look).map(|known| Ok(known.to_owned()));
            (path.as_path(), known.unwrap_or_else(|| digest(path)))
        })
        .collect();
    let mut seen = Seen::new(now);
    for (path, digest) in &digests {
        if let Ok(digest) = digest {
            seen.add(path, looks[*path], digest);
        }
    }
    let has_sidecars = looks.len() > found.sources.len();
    let is_fresh = |path: &Path| {
        let look = looks.get(path);
        look.zip(fresh).is_some_and(|(look, fresh)| look.modified > fresh)
    };
    let state = |source: SourceFile| {
        let own = match digests.get(source.path.as_path()) {
            Some(Ok(own)) => own,
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => {
                let error = io::Error::new(error.kind(), error.to_string());
                let error = IngestError::Read { path: source.path.clone(), source: error };
                return Some((source.id.clone(), (source, State::Unreadable(error))));
            }
            // It was there a moment ago.
            _ => return None,
        };
        let sidecars = if has_sidecars { source.sidecars() } else { Vec::new() };
        let state = match sidecars.iter().chain([&source.path]).any(|path| is_fresh(path)) {
            true => State::Fresh,
            false => State::Known(SourceFile::state(own, &of_sidecars(&sidecars, &digests))),
        };
        Some((source.id.clone(), (source, state)))
    };
    let sources = std::mem::take(&mut found.sources).into_iter().filter_map(state).collect();
    Present { sources, seen, looks }
}

/// The names and digests of the sidecars that exist; a failure to read one is told once the source
/// is read, and tried again once that changes.
fn of_sidecars(
    sidecars: &[PathBuf],
    digests: &HashMap<&Path, io::Result<String>>,
) -> Vec<(String, String)> {
    let state = |path: &PathBuf| {
        let digest = match digests.get(path.as_path())? {
            Ok(digest) => digest.clone(),
            Err(error) => error.kind().to_string(),
        };
        Some((path.file_name()?.to_string_lossy().into_owned(), digest))
    };
    sidecars.iter().filter_map(state).collect()
}
