//! How a run ended, for the last line, `last-run.json` and whoever watches.

use std::time::{Duration, SystemTime};

use glane_index::{Counts, Failure};
use glane_ingest::nanoseconds;
use serde::{Deserialize, Serialize};

use crate::exit::Exit;
use crate::update::plan::Plan;

/// How a run ended. Its fields are a contract: what reads them is not ours.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) status: Status,
    pub(crate) exit_code: u8,
    /// The live generation, none where there is none.
    pub(crate) generation: Option<u64>,
    /// Sources by what became of them.
    pub(crate) added: usize,
    pub(crate) updated: usize,
    pub(crate) moved: usize,
    pub(crate) removed: usize,
    pub(crate) unchanged: usize,
    /// Unreadable now: the index has them as they were.
    pub(crate) kept: usize,
    /// Being written: left for the next run.
    pub(crate) deferred: Vec<String>,
    pub(crate) failed: Vec<Failed>,
    /// What the index holds.
    pub(crate) documents: usize,
    pub(crate) sections: usize,
    pub(crate) passages: usize,
    pub(crate) bytes: u64,
    /// Seconds since 1970.
    pub(crate) ended_at: u64,
    /// When a run last published or found nothing to do, in seconds since 1970.
    pub(crate) last_success_at: Option<u64>,
    pub(crate) duration_s: f64,
    /// Why the run stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

/// A source that the index has not, or not as it should.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Failed {
    pub(crate) path: String,
    pub(crate) code: String,
    pub(crate) message: String,
}

/// How a run ended, in a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    /// Published.
    Done,
    /// There was nothing to do.
    Unchanged,
    /// What would be done was told.
    Planned,
    /// As it should be, but for what failed.
    Partial,
    /// Stopped by the guard.
    Refused,
    /// Another run held the lock.
    Busy,
    /// Stopped: nothing changed.
    #[default]
    Failed,
}

impl Report {
    /// What a plan says, before anything is done.
    pub(crate) fn planned(plan: &Plan) -> Report {
        Report {
            status: Status::Unchanged,
            added: plan.added(),
            updated: plan.updated(),
            moved: plan.moved.len(),
            removed: plan.removed.len() - plan.moved.len(),
            unchanged: plan.unchanged,
            kept: plan.kept.len(),
            deferred: plan.deferred.clone(),
            failed: plan.failures.iter().cloned().map(Failed::from).collect(),
            ..Report::default()
        }
    }

    /// Adds what the index holds.
    pub(crate) fn holding(mut self, generation: u64, counts: &Counts, bytes: u64) -> Report {
        self.generation = Some(generation).filter(|generation| *generation > 0);
        self.documents = counts.documents;
        self.sections = counts.sections;
        self.passages = counts.passages;
        self.bytes = bytes;
        self
    }

    /// The same of a run that took so long, after one that left `before`.
    pub(crate) fn ended(mut self, took: Duration, before: Option<&Report>) -> Report {
        if matches!(self.status, Status::Done | Status::Unchanged) && !self.failed.is_empty() {
            self.status = Status::Partial;
        }
        self.exit_code = self.exit().code();
        self.duration_s = took.as_millis() as f64 / 1000.0;
        self.ended_at = now();
        self.last_success_at = match self.status {
            Status::Done | Status::Unchanged | Status::Partial => Some(self.ended_at),
            _ => before.and_then(|before| before.last_success_at),
        };
        if let Some(before) = before.filter(|_| self.generation.is_none()) {
            // Nothing changed what the run before saw.
            self.generation = before.generation;
            self.documents = before.documents;
            self.sections = before.sections;
            self.passages = before.passages;
            self.bytes = before.bytes;
        }
        self
    }

    /// How the command ends.
    pub(crate) fn exit(&self) -> Exit {
        match self.status {
            Status::Done | Status::Unchanged | Status::Planned => Exit::Done,
            Status::Partial => Exit::Partial,
            Status::Refused => Exit::Refused,
            Status::Busy => Exit::Busy,
            Status::Failed => Exit::Failed,
        }
    }

    /// What a run left; `None` of what cannot be read.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Report> {
        serde_json::from_slice(bytes).ok()
    }
}

impl From<(String, Failure)> for Failed {
    fn from((path, Failure { code, message, .. }): (String, Failure)) -> Failed {
        Failed { path, code, message }
    }
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    u64::try_from(nanoseconds(SystemTime::now()) / 1_000_000_000).unwrap_or_default()
}
