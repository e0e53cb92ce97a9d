//! Reads sources, in parallel, into a generation.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use glane_index::{BuildError, Builder, Failure, Source};
use glane_ingest::{Ingested, Look, Looks, Reading, ingest, passages};
use rayon::prelude::*;

use crate::extraction::Workers;
use crate::log::Log;
use crate::progress::Progress;
use crate::update::failure;
use crate::update::plan::Read;

/// What is to be said of the sources that were read.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) failures: Vec<(String, Failure)>,
    /// What is to be said of sidecars that were read.
    pub(crate) notices: Vec<String>,
    /// Sources that changed while they were read: what the index has of them stays.
    pub(crate) deferred: Vec<String>,
}

/// What became of one source.
enum Outcome {
    Added(Vec<Failure>, Vec<String>),
    Changing,
}

/// Reads `reads` into `builder`; `looks` are what the files looked like when they were chosen.
pub(crate) fn read_all(
    reads: &[Read],
    looks: &Looks,
    max_bytes: u64,
    builder: &Builder,
    progress: &Progress<'_>,
    log: &Log<'_>,
) -> Result<Said, BuildError> {
    let (workers, outcomes) = (Workers::default(), Mutex::new(Vec::new()));
    let reading = Reading { extractor: &workers, max_bytes };
    reads.par_iter().enumerate().try_for_each(|(place, read)| {
        let since = Instant::now();
        let outcome = read_one(read, looks, reading, builder)?;
        let id = &read.source.id;
        let event = match (&outcome, read.is_known) {
            (Outcome::Changing, _) => "deferred",
            (Outcome::Added(failures, _), _) if !failures.is_empty() => "failed",
            (Outcome::Added(..), true) => "updated",
            (Outcome::Added(..), false) => "added",
        };
        log.source(event, id, Some(since.elapsed()));
        outcomes.lock().unwrap_or_else(PoisonError::into_inner).push((place, outcome));
        progress.advance(id);
        Ok(())
    })?;
    let mut outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    outcomes.sort_by_key(|(place, _)| *place);
    let mut said = Said::default();
    for (place, outcome) in outcomes {
        let id = &reads[place].source.id;
        match outcome {
            Outcome::Changing => said.deferred.push(id.clone()),
            Outcome::Added(failures, notices) => {
                said.failures.extend(failures.into_iter().map(|failure| (id.clone(), failure)));
                said.notices.extend(notices);
            }
        }
    }
    Ok(said)
}

fn read_one(
    read: &Read,
    looks: &Looks,
    reading: Reading<'_>,
    builder: &Builder,
) -> Result<Outcome, BuildError> {
    let Read { source, digest, is_known } = read;
    let ingested = ingest(source, reading);
    // What was read is what was chosen only if the file did not move in between.
    let looks_the_same = |path: &PathBuf| Look::at(path).ok().as_ref() == looks.get(path);
    let files = source.sidecars().into_iter().chain([source.path.clone()]);
    let is_still = files.collect::<Vec<_>>().iter().all(looks_the_same);
    // Half a file is better than none only where that would be forgotten.
    let is_forgotten = *is_known && !builder.has(&source.id);
    if !is_still && !is_forgotten {
        return Ok(Outcome::Changing);
    }
    let digest = if is_still { digest.clone() } else { String::new() };
    let id = source.id.clone();
    match ingested {
        Ok(Ingested { documents, refused, notices }) => {
            let failures: Vec<Failure> = refused.iter().map(failure::of).collect();
            let digest = match refused.iter().any(failure::may_pass) {
                true => String::new(),
                false => digest,
            };
            let told = Source { id, digest, failures: failures.clone(), ..Source::default() };
            builder.add_source(told, &documents, passages)?;
            let notices = notices.iter().map(ToString::to_string).collect();
            Ok(Outcome::Added(failures, notices))
        }
        Err(error) if failure::may_pass(&error) && read.is_known => {
            Ok(Outcome::Added(vec![failure::of(&error)], Vec::new()))
        }
        Err(error) => {
            let failures = vec![failure::of(&error)];
            let digest = if failure::may_pass(&error) { String::new() } else { digest };
            let told = Source { id, digest, failures: failures.clone(), ..Source::default() };
            builder.add_source(told, &[], passages)?;
            Ok(Outcome::Added(failures, Vec::new()))
        }
    }
}
