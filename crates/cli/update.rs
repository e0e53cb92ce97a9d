//! Brings an index to what a folder of documents holds: reads what changed, keeps the rest.
//!
//! Under the lock, one step after the other: the sources are looked at (`state`, `seen`) and
//! compared with what the live generation holds (`plan`, both from `survey`), removals are weighed
//! (`guard`), changes read into a new generation (`read`), which is published. How it ended is left
//! for whoever watches (`report`).

mod failure;
mod guard;
pub(crate) mod plan;
mod read;
pub(crate) mod report;
mod seen;
mod state;
mod survey;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::bail;
use glane_index::{BuildError, BuildReport, Builder, Lock, Note, Origin};
use glane_render::counted;

use crate::args::FileArgs;
use crate::disk;
use crate::log::Log;
use crate::progress::Progress;
use report::{Failed, Report, Status};
use survey::Survey;

/// What is asked of a run.
#[derive(Debug)]
pub(crate) struct Job<'a> {
    /// The folder of the documents.
    pub(crate) corpus: &'a Path,
    /// The folder of the index.
    pub(crate) index: &'a Path,
    pub(crate) files: &'a FileArgs,
    pub(crate) how: How,
}

/// How a run goes about it.
#[derive(Debug, Clone, Default)]
pub(crate) struct How {
    /// Take nothing over from the index.
    pub(crate) rebuild: bool,
    /// Only tell what would be done.
    pub(crate) dry_run: bool,
    /// Read the bytes of every file, even if it looks as it did.
    pub(crate) verify: bool,
    /// Read again what failed.
    pub(crate) retry: bool,
    /// Leave for the next run what was written since so long.
    pub(crate) settle: Duration,
    /// Remove as many documents.
    pub(crate) accept_deletions: Option<usize>,
    /// Wait so long while another run holds the lock.
    pub(crate) wait: Duration,
}

/// Runs; leaves how it ended beside the index, unless another run holds it or nothing is to be
/// written.
pub(crate) fn run(job: &Job<'_>, log: &Log<'_>) -> (Report, Option<anyhow::Error>) {
    let since = Instant::now();
    // A folder of documents that is not there is no reason to make one for the index.
    if job.how.dry_run || job.corpus.metadata().is_err() {
        return end(rehearse(job, log), since, None);
    }
    let lock = match Lock::wait(job.index, job.how.wait) {
        Ok(lock) => Arc::new(lock),
        Err(error) => return end(Err(error.into()), since, None),
    };
    if let Some(system) = disk::network(job.index) {
        log.notice(&format!(
            "l'index « {} » est sur un disque réseau ({system}), où le verrou peut ne pas protéger \
             d'une autre machine : n'indexer que depuis celle-ci",
            job.index.display()
        ));
    }
    let before = lock.note(Note::LastRun).as_deref().and_then(Report::parse);
    let (report, error) = end(update(job, &lock, log), since, before.as_ref());
    let left = serde_json::to_vec(&report).map_err(std::io::Error::from);
    let left = left.and_then(|json| lock.leave(Note::LastRun, &[&json[..], b"\n"].concat()));
    if let Err(error) = left {
        log.notice(&format!("le bilan n'a pas pu être écrit dans l'index ({error})"));
    }
    (report, error)
}

/// The report of a run, however it ended.
fn end(
    ended: anyhow::Result<Report>,
    since: Instant,
    before: Option<&Report>,
) -> (Report, Option<anyhow::Error>) {
    let (report, error) = match ended {
        Ok(report) => (report, None),
        Err(error) => {
            let status = match error.downcast_ref() {
                Some(BuildError::Busy { .. }) => Status::Busy,
                _ if error.is::<guard::Refused>() => Status::Refused,
                _ => Status::Failed,
            };
            let told = Some(format!("{error:#}"));
            (Report { status, error: told, ..Report::default() }, Some(error))
        }
    };
    (report.ended(since.elapsed(), before), error)
}

/// Tells what would be done.
fn rehearse(job: &Job<'_>, log: &Log<'_>) -> anyhow::Result<Report> {
    let survey = survey::survey(job)?;
    log.notices(&survey.notices);
    log.failures(&survey.plan.failures);
    log.plan(&survey.plan)?;
    survey.weigh(job)?;
    Ok(Report { status: Status::Planned, ..planned(&survey) })
}

fn planned(survey: &Survey) -> Report {
    let Survey { plan, live, .. } = survey;
    Report::planned(plan).holding(live.generation(), live.counts(), live.bytes())
}

/// Does what there is to do.
fn update(job: &Job<'_>, lock: &Arc<Lock>, log: &Log<'_>) -> anyhow::Result<Report> {
    let survey = survey::survey(job)?;
    log.notices(&survey.notices);
    survey.weigh(job)?;
    let report = planned(&survey);
    if survey.plan.is_empty() && survey.live.generation() > 0 {
        log.failures(&survey.plan.failures);
        remember(lock, survey.present.seen.as_deref(), log);
        return Ok(report);
    }
    if let Some(reason) = &survey.unusable {
        log.notice(&format!("reconstruction complète : {reason}"));
    }
    make_room(job, &survey)?;
    let (published, said, seen) = write(job, lock, log, survey)?;
    // Of a file that changed in the meantime, it says too what it looked like before.
    remember(lock, seen.as_deref(), log);
    log.notices(&said.notices);
    let BuildReport { generation, counts, bytes } = published;
    let mut report = report.holding(generation, &counts, bytes);
    report.status = Status::Done;
    report.deferred.extend(said.deferred);
    report.failed.extend(said.failures.into_iter().map(Failed::from));
    Ok(report)
}

/// Writes a generation and publishes it.
fn write(
    job: &Job<'_>,
    lock: &Arc<Lock>,
    log: &Log<'_>,
    survey: Survey,
) -> anyhow::Result<(BuildReport, read::Said, Option<String>)> {
    let Survey { plan, live, present, rules, .. } = survey;
    let origin = Origin { corpus: job.corpus.display().to_string(), rules };
    let builder = match job.how.rebuild {
        true => Builder::empty(lock, origin)?,
        false => Builder::onto(lock, origin, live)?,
    };
    for id in &plan.removed {
        builder.remove(id);
        log.source("removed", id, None);
    }
    let progress = Progress::new(log.streams(), plan.reads.len());
    let said =
        read::read_all(&plan.reads, &present.looks, job.files.max_size, &builder, &progress, log)?;
    drop(progress);
    log.failures(&plan.failures);
    log.failures(&said.failures);
    if builder.documents() == 0 {
        bail!("aucun document n'a pu être lu, l'index est inchangé");
    }
    Ok((builder.publish()?, said, present.seen))
}

/// Refuses to start what the disk has no room for: a generation may rewrite all of the one before,
/// and adds what is read.
fn make_room(job: &Job<'_>, survey: &Survey) -> anyhow::Result<()> {
    let size =
        |read: &plan::Read| survey.present.looks.get(&read.source.path).map(|look| look.size);
    let reads: u64 = survey.plan.reads.iter().filter_map(size).sum();
    let needed = survey.live.bytes() + reads;
    match disk::free(job.index) {
        Some(free) if free < needed => bail!(
            "il n'y a pas assez de place pour l'index « {} » : {} Mo libres, il en faut {} ; \
             l'index est inchangé",
            job.index.display(),
            free / 1_000_000,
            needed.div_ceil(1_000_000)
        ),
        _ => Ok(()),
    }
}

/// Keeps what files looked like; without it the next run reads their bytes.
fn remember(lock: &Lock, seen: Option<&str>, log: &Log<'_>) {
    let left = seen.map(|text| lock.leave(Note::Seen, text.as_bytes()));
    if let Some(Err(error)) = left {
        log.notice(&format!("les dates des fichiers n'ont pas pu être notées ({error})"));
    }
}

/// What an index holds, in a few words.
pub(crate) fn holdings(report: &Report) -> String {
    format!(
        "{} ({}, {})",
        counted(report.documents, "document", "documents"),
        counted(report.sections, "section", "sections"),
        counted(report.passages, "passage", "passages"),
    )
}
