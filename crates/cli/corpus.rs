//! From a folder of documents to a published index.

use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;

use anyhow::bail;
use glane_index::{BuildError, BuildReport, Builder};
use glane_ingest::{IngestError, SourceFile, discover, ingest, passages};
use rayon::prelude::*;

use crate::progress::Progress;
use crate::streams::Streams;

/// A published index, and the files that are not in it.
pub(crate) struct Published {
    /// What was published.
    pub(crate) report: BuildReport,
    /// Why each file that failed did, in order.
    pub(crate) failures: Vec<String>,
}

impl Published {
    /// Lists on stderr the files that failed.
    pub(crate) fn tell_failures(&self, streams: &Streams) {
        for failure in &self.failures {
            streams.say(&format!("glane : {failure}"));
        }
    }
}

/// Indexes the documents of `corpus` into `index`; nothing is published unless one could be read.
///
/// # Errors
///
/// When the folder is missing or holds nothing to index, and what the builder reports.
pub(crate) fn build(corpus: &Path, index: &Path, streams: &Streams) -> anyhow::Result<Published> {
    let (sources, unreachable) = sources(corpus)?;
    let builder = Builder::new(index, corpus)?;
    let mut failures: Vec<String> = unreachable.iter().map(ToString::to_string).collect();
    let failed = add_all(&sources, &builder, &Progress::new(streams, sources.len()))?;
    if failed.len() == sources.len() {
        failures.extend(failed);
        bail!("aucun document n'a pu être lu, l'index est inchangé :\n{}", failures.join("\n"));
    }
    failures.extend(failed);
    Ok(Published { report: builder.publish()?, failures })
}

/// The files to index, and those that cannot be reached.
fn sources(corpus: &Path) -> anyhow::Result<(Vec<SourceFile>, Vec<IngestError>)> {
    let remedy = "indiquer le dossier des documents avec « glane index DOSSIER » ou --corpus";
    let (sources, unreachable) = match discover(corpus) {
        Ok(found) => found,
        Err(error) => bail!("{error} ; {remedy}"),
    };
    match unreachable.first() {
        Some(error) if sources.is_empty() => bail!("{error} ; vérifier les droits de lecture"),
        None if sources.is_empty() => bail!(
            "« {} » ne contient aucun document (.txt, .md, .jsonl) : y déposer des documents, ou \
             {remedy}",
            corpus.display()
        ),
        _ => Ok((sources, unreachable)),
    }
}

/// Adds every source, files in parallel; returns why those that failed did, in order.
fn add_all(
    sources: &[SourceFile],
    builder: &Builder,
    progress: &Progress<'_>,
) -> Result<Vec<String>, BuildError> {
    let failures = Mutex::new(Vec::new());
    sources.par_iter().enumerate().try_for_each(|(place, source)| {
        match ingest(source) {
            Ok(documents) => {
                for document in &documents {
                    builder.add(document, &passages(document))?;
                }
            }
            Err(error) => {
                let mut failures = failures.lock().unwrap_or_else(PoisonError::into_inner);
                failures.push((place, error.to_string()));
            }
        }
        progress.advance(&source.id);
        Ok(())
    })?;
    let mut failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    failures.sort_unstable();
    Ok(failures.into_iter().map(|(_, reason)| reason).collect())
}
