//! `glane index`: an index is brought to what a folder of documents holds.

use std::path::Path;

use glane_render::{counted, json_line};

use crate::args::{Format, Global, IndexArgs};
use crate::exit::Exit;
use crate::log::Log;
use crate::prom;
use crate::streams::Streams;
use crate::update::report::{Report, Status};
use crate::update::{self, How, Job};

/// Indexes what changed, then says in one line what was done.
pub(crate) fn run(global: &Global, args: &IndexArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let log = Log::new(streams, args.log_format, global.quiet, args.verbose);
    let job = Job {
        corpus: args.folder.as_ref().unwrap_or(&global.corpus),
        index: &global.index,
        files: &args.files,
        how: how(args),
    };
    let (report, error) = update::run(&job, &log);
    if let Some(path) = args.prom.as_ref().filter(|_| report.status != Status::Busy)
        && let Err(error) = prom::write(path, &report)
    {
        log.notice(&format!("« {} » n'a pas pu être écrit ({error})", path.display()));
    }
    match &error {
        Some(error) => log.error(&format!("{error:#}")),
        None => {
            let is_failure = report.exit() != Exit::Done;
            log.outcome(&summary(&report, &global.index), is_failure);
        }
    }
    if args.output.format == Format::Json {
        streams.answer(|out| json_line(&report, out))?;
    }
    Ok(report.exit())
}

fn how(args: &IndexArgs) -> How {
    How {
        rebuild: args.rebuild,
        dry_run: args.dry_run,
        verify: args.verify,
        retry: args.retry,
        settle: args.settle,
        accept_deletions: args.accept_deletions,
        wait: args.wait,
    }
}

/// What was done, and what the index holds.
fn summary(report: &Report, index: &Path) -> String {
    let holdings = update::holdings(report);
    let mut summary = match report.status {
        Status::Planned => format!("À faire : {}", changes(report)),
        _ if changes(report).is_empty() => {
            format!("Rien à faire : {holdings} dans l'index « {} »", index.display())
        }
        _ => format!("{holdings} dans l'index « {} » : {}", index.display(), changes(report)),
    };
    if report.status == Status::Planned && changes(report).is_empty() {
        summary = "Rien à faire".to_owned();
    }
    if !report.deferred.is_empty() {
        let deferred = counted(report.deferred.len(), "fichier", "fichiers");
        summary.push_str(&format!(" ; en cours d'écriture, remis à plus tard : {deferred}"));
    }
    if !report.failed.is_empty() {
        let failed = counted(report.failed.len(), "fichier", "fichiers");
        summary.push_str(&format!(" ; en échec : {failed}"));
    }
    summary
}

/// What became of the sources that changed; empty where none did.
fn changes(report: &Report) -> String {
    let counts = [
        (report.added, "ajouté", "ajoutés"),
        (report.updated, "relu", "relus"),
        (report.moved, "renommé", "renommés"),
        (report.removed, "retiré", "retirés"),
    ];
    let some = counts.into_iter().filter(|(count, ..)| *count > 0);
    some.map(|(count, one, more)| counted(count, one, more)).collect::<Vec<_>>().join(", ")
}
