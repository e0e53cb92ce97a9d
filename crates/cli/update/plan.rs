//! What is to be done for the index to hold what the corpus does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use glane_index::{Failure, Source, Sources};
use glane_ingest::{IngestError, SourceFile};

use crate::update::failure;
use crate::update::state::{Present, State};

/// What is to be done.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// What is to be read, in order.
    pub(crate) reads: Vec<Read>,
    /// Sources that left, in order.
    pub(crate) removed: Vec<String>,
    /// Sources that only changed their names: from, to. They are among the reads as well.
    pub(crate) moved: Vec<(String, String)>,
    /// Sources that stay as the index has them, though they, or their folders, cannot be read.
    pub(crate) kept: Vec<String>,
    /// Sources that may not be whole yet: what the index has of them stays.
    pub(crate) deferred: Vec<String>,
    /// How many sources are as the index has them.
    pub(crate) unchanged: usize,
    /// What is wrong, by identifier, with sources that are not to be read.
    pub(crate) failures: Vec<(String, Failure)>,
}

/// A source to be read.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) source: SourceFile,
    pub(crate) digest: String,
    /// Whether the index has it already.
    pub(crate) is_known: bool,
}

/// What asks for a source to be read although it did not change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Again {
    /// Everything.
    pub(crate) everything: bool,
    /// What failed.
    pub(crate) failed: bool,
    /// Files on the other side of this size in bytes than when they were read.
    pub(crate) max_bytes: u64,
}

/// Compares the sources `present` with those of `live`; `unreachable` are folders and files that
/// could not be looked into.
pub(crate) fn plan(
    present: &mut Present,
    live: &Sources,
    unreachable: &[IngestError],
    corpus: &Path,
    again: Again,
) -> Plan {
    let mut plan = Plan::default();
    let unreachable = Unreachable::new(unreachable, corpus);
    // Both are in order of identifier.
    let mut before = live.all().peekable();
    for (source, state) in std::mem::take(&mut present.sources) {
        while let Some(gone) = before.next_if(|before| before.id < source.id) {
            plan.leave(gone, &unreachable);
        }
        let before = before.next_if(|before| before.id == source.id);
        match state {
            State::Unreadable(error) => {
                plan.kept.extend(before.map(|_| source.id.clone()));
                plan.failures.push((source.id, failure::of(&error)));
            }
            State::Fresh => plan.deferred.push(source.id),
            State::Known(digest) => {
                let size = present.looks.get(&source.path).map_or(0, |look| look.size);
                match before.filter(|before| before.digest == digest && !again.asks(before, size)) {
                    Some(before) => {
                        plan.unchanged += 1;
                        let failures = before.failures.iter().cloned();
                        plan.failures.extend(failures.map(|failure| (before.id.clone(), failure)));
                    }
                    None => {
                        plan.reads.push(Read { source, digest, is_known: before.is_some() });
                    }
                }
            }
        }
    }
    before.for_each(|gone| plan.leave(gone, &unreachable));
    plan.moved = moved(&plan, live);
    plan
}

impl Again {
    fn asks(&self, before: &Source, size: u64) -> bool {
        let was_too_large =
            before.failures.iter().any(|failure| failure.code == failure::TOO_LARGE);
        self.everything
            || self.failed && !before.failures.is_empty()
            || was_too_large != (size > self.max_bytes)
    }
}

/// New sources with the bytes of one that left, each with one of them.
fn moved(plan: &Plan, live: &Sources) -> Vec<(String, String)> {
    let mut left: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for id in plan.removed.iter().rev() {
        let digest = live.get(id).map_or("", |source| source.digest.as_str());
        left.entry(digest).or_default().push(id);
    }
    let new = plan.reads.iter().filter(|read| !read.is_known);
    let pair = |read: &Read| {
        let from = left.get_mut(read.digest.as_str())?.pop()?;
        Some((from.clone(), read.source.id.clone()))
    };
    new.filter_map(pair).collect()
}

impl Plan {
    /// Settles what becomes of a source that was not found.
    fn leave(&mut self, source: &Source, unreachable: &Unreachable) {
        match unreachable.holds(&source.id) {
            true => self.kept.push(source.id.clone()),
            false => self.removed.push(source.id.clone()),
        }
    }

    /// Whether the index already holds what it should.
    pub(crate) fn is_empty(&self) -> bool {
        self.reads.is_empty() && self.removed.is_empty()
    }

    /// Sources that left and have not come back under another name.
    pub(crate) fn lost(&self) -> impl Iterator<Item = &String> {
        self.removed.iter().filter(|id| !self.moved.iter().any(|(from, _)| from == *id))
    }

    /// How many sources are new, moved ones left out.
    pub(crate) fn added(&self) -> usize {
        self.reads.iter().filter(|read| !read.is_known).count() - self.moved.len()
    }

    /// How many known sources are read again.
    pub(crate) fn updated(&self) -> usize {
        self.reads.iter().filter(|read| read.is_known).count()
    }
}

/// Parts of the corpus that could not be looked into: what they held is not known to have left.
struct Unreachable(Vec<PathBuf>);

impl Unreachable {
    fn new(errors: &[IngestError], corpus: &Path) -> Unreachable {
        let path = |error: &IngestError| match error {
            IngestError::Read { path, .. } => Some(path.strip_prefix(corpus).ok()?.to_owned()),
            _ => None,
        };
        Unreachable(errors.iter().filter_map(path).collect())
    }

    fn holds(&self, id: &str) -> bool {
        self.0.iter().any(|path| Path::new(id).starts_with(path))
    }
}
