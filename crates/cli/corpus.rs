//! From a folder of documents to a published index.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;

use anyhow::bail;
use glane_index::{BuildError, BuildReport, Builder};
use glane_ingest::{Found, Ingested, Reading, Selection, SourceFile, discover, ingest, passages};
use glane_render::counted;
use rayon::prelude::*;

use crate::args::FileArgs;
use crate::extraction::Workers;
use crate::progress::Progress;
use crate::streams::Streams;

/// A published index, and what is to be said of the files.
pub(crate) struct Published {
    /// What was published.
    pub(crate) report: BuildReport,
    /// Why each source or sidecar that failed did, in order.
    pub(crate) failures: Vec<String>,
    /// What is to be said of sidecars that were read, and of files in formats that are not.
    notices: Vec<String>,
}

impl Published {
    /// Lists on stderr the files that failed.
    pub(crate) fn tell_failures(&self, streams: &Streams) {
        for failure in &self.failures {
            streams.say(&format!("glane : {failure}"));
        }
    }

    /// Lists on stderr the corrections that could not be made, and sidecars without a source.
    pub(crate) fn tell_notices(&self, streams: &Streams) {
        for notice in &self.notices {
            streams.say(&format!("glane : {notice}"));
        }
    }
}

/// What was said while sources were added.
#[derive(Default)]
struct Said {
    /// How many sources could not be read.
    unread: usize,
    failures: Vec<String>,
    notices: Vec<String>,
}

/// Indexes the documents of `corpus` into `index`; nothing is published unless one could be read.
///
/// # Errors
///
/// When the folder is missing or holds nothing to index, and what the builder reports.
pub(crate) fn build(
    corpus: &Path,
    index: &Path,
    files: &FileArgs,
    streams: &Streams,
) -> anyhow::Result<Published> {
    let Found { sources, unreachable, orphans, other_formats } = found(corpus, files)?;
    let builder = Builder::new(index, corpus)?;
    let mut failures: Vec<String> = unreachable.iter().map(ToString::to_string).collect();
    let said = add_all(&sources, files.max_size, &builder, &Progress::new(streams, sources.len()))?;
    failures.extend(said.failures);
    if said.unread == sources.len() {
        bail!("aucun document n'a pu être lu, l'index est inchangé :\n{}", failures.join("\n"));
    }
    let orphans = orphans.iter().map(ToString::to_string);
    let others = unread_formats(&other_formats);
    let notices = said.notices.into_iter().chain(orphans).chain(others).collect();
    Ok(Published { report: builder.publish()?, failures, notices })
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
            "« {} » ne contient aucun document (.pdf, .docx, .odt, .html, .md, .txt, .jsonl) : y déposer des documents, ou \
             {remedy}",
            corpus.display()
        ),
        _ => Ok(found),
    }
}

/// Adds every source, files in parallel; returns what is to be said of them, in order.
fn add_all(
    sources: &[SourceFile],
    max_bytes: u64,
    builder: &Builder,
    progress: &Progress<'_>,
) -> Result<Said, BuildError> {
    let (workers, said) = (Workers::default(), Mutex::new(Vec::new()));
    let reading = Reading { extractor: &workers, max_bytes };
    let say = |place: usize, of_one: Said| {
        said.lock().unwrap_or_else(PoisonError::into_inner).push((place, of_one));
    };
    sources.par_iter().enumerate().try_for_each(|(place, source)| {
        match ingest(source, reading) {
            Ok(ingested) => {
                for document in &ingested.documents {
                    builder.add(document, &passages(document))?;
                }
                say(place, Said::of(&ingested));
            }
            Err(error) => {
                let failures = vec![error.to_string()];
                say(place, Said { unread: 1, failures, ..Said::default() });
            }
        }
        progress.advance(&source.id);
        Ok(())
    })?;
    let mut said = said.into_inner().unwrap_or_else(PoisonError::into_inner);
    said.sort_by_key(|(place, _)| *place);
    Ok(said.into_iter().fold(Said::default(), |all, (_, of_one)| all.and(of_one)))
}

impl Said {
    /// What is to be said of a source that was read.
    fn of(ingested: &Ingested) -> Said {
        Said {
            unread: 0,
            failures: ingested.refused.iter().map(ToString::to_string).collect(),
            notices: ingested.notices.iter().map(ToString::to_string).collect(),
        }
    }

    fn and(mut self, next: Said) -> Said {
        self.unread += next.unread;
        self.failures.extend(next.failures);
        self.notices.extend(next.notices);
        self
    }
}
