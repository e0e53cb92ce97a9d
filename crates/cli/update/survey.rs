//! What there is to do, found out without writing anything.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use anyhow::bail;
use glane_index::{Note, OpenError, Sources};
use glane_ingest::{Found, IngestError, READER, Selection, discover, nanoseconds};
use glane_render::counted;

use crate::args::FileArgs;
use crate::update::plan::{self, Again, Plan};
use crate::update::seen::Seen;
use crate::update::state::{self, Present};
use crate::update::{Job, failure, guard};

/// What there is to do.
pub(crate) struct Survey {
    pub(crate) plan: Plan,
    /// What the index holds.
    pub(crate) live: Sources,
    /// Why what the index holds cannot be continued.
    pub(crate) unusable: Option<OpenError>,
    pub(crate) present: Present,
    /// What is to be said besides.
    pub(crate) notices: Vec<String>,
    /// Under which rules sources are read.
    pub(crate) rules: String,
}

/// Compares the corpus with the index.
///
/// # Errors
///
/// When the folder is missing or holds nothing to index, and when the index cannot be read.
pub(crate) fn survey(job: &Job<'_>) -> anyhow::Result<Survey> {
    let now = nanoseconds(SystemTime::now());
    let mut found = found(job.corpus, job.files)?;
    let (live, unusable) = match Sources::live(job.index) {
        Ok(live) => (live, None),
        Err(OpenError::Missing { .. }) => (Sources::default(), None),
        Err(error @ OpenError::Io { .. }) => return Err(error.into()),
        Err(error) => (Sources::default(), Some(error)),
    };
    let seen = glane_index::note(job.index, Note::Seen).filter(|_| !job.how.verify);
    let seen = seen.unwrap_or_default();
    let seen = Seen::parse(&seen);
    let settle = i64::try_from(job.how.settle.as_nanos()).unwrap_or(i64::MAX);
    // What a new index leaves for later would be missing from it.
    let fresh = (settle > 0 && !job.how.rebuild).then(|| now.saturating_sub(settle));
    let mut present = state::present(&mut found, &seen, now, fresh);
    let rules = rules(job.corpus);
    let again = Again {
        everything: job.how.rebuild || live.rules() != rules,
        failed: job.how.retry,
        max_bytes: job.files.max_size,
    };
    let mut plan = plan::plan(&mut present, &live, &found.unreachable, job.corpus, again);
    plan.failures.splice(0..0, found.unreachable.iter().map(|error| told(error, job.corpus)));
    let orphans = found.orphans.iter().map(ToString::to_string);
    let notices = orphans.chain(unread_formats(&found.other_formats)).collect();
    Ok(Survey { plan, live, unusable, present, notices, rules })
}

impl Survey {
    /// Weighs what would leave the index.
    ///
    /// # Errors
    ///
    /// [`guard::Refused`] when that is too much.
    pub(crate) fn weigh(&self, job: &Job<'_>) -> Result<(), guard::Refused> {
        let mut lost: Vec<&String> = self.plan.lost().collect();
        if job.how.rebuild {
            // An index made from nothing has nothing to keep.
            lost.extend(&self.plan.kept);
        }
        let count = lost.iter().filter_map(|id| Some(self.live.get(id)?.documents)).sum();
        let total = self.live.counts().documents;
        guard::check(count, total, job.how.accept_deletions, job.corpus, &lost)
    }
}

/// Where the sources are and what reads them: documents hold the first, and depend on the second.
fn rules(corpus: &Path) -> String {
    let corpus = corpus.canonicalize().unwrap_or_else(|_| corpus.to_owned());
    format!("{READER} {}", corpus.display())
}

/// The files to index, and what is to be said of the others.
fn found(corpus: &Path, files: &FileArgs) -> anyhow::Result<Found> {
    let selection = Selection::new(&files.include, &files.exclude)?;
    let remedy = "indiquer le dossier des documents avec « glane index DOSSIER » ou --corpus";
    let found = match discover(corpus, &selection) {
        Ok(found) => found,
        Err(error) => bail!("{error} ; {remedy}"),
    };
    match found.unreachable.first() {
        Some(error) if found.sources.is_empty() => {
            bail!("{error} ; vérifier les droits de lecture")
        }
        None if found.sources.is_empty() => bail!(
            "« {} » ne contient aucun document (.pdf, .docx, .odt, .html, .md, .txt, .jsonl) : y \
             déposer des documents, ou {remedy}",
            corpus.display()
        ),
        _ => Ok(found),
    }
}

/// A part of the corpus that cannot be looked into, and why.
fn told(error: &IngestError, corpus: &Path) -> (String, glane_index::Failure) {
    let path = match error {
        IngestError::Read { path, .. } => path.strip_prefix(corpus).unwrap_or(path),
        _ => corpus,
    };
    (path.display().to_string(), failure::of(error))
}

/// What is to be said of the files whose format is not read.
fn unread_formats(others: &BTreeMap<String, usize>) -> Option<String> {
    let count = others.values().sum();
    let extensions: Vec<String> = others.keys().take(6).map(|name| format!(".{name}")).collect();
    let more = if others.len() > extensions.len() { "…" } else { "" };
    let files = counted(count, "fichier laissé de côté", "fichiers laissés de côté");
    let extensions = extensions.join(", ");
    (count > 0).then(|| format!("{files}, d'un format qui n'est pas lu ({extensions}{more})"))
}
