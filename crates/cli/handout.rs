//! A dossier → the file that is handed out. The only part of the command line that writes documents.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
use glane_document::PartialDate;
use glane_dossier::Dossier;
use glane_index::timestamp;
use glane_render::{Handout, handout};

use crate::args::HandoutArgs;
use crate::output::{temporary, told};
use crate::streams::Streams;

/// A file that is there, and that nobody said to replace.
#[derive(Debug, thiserror::Error)]
#[error("« {} » existe déjà : rien n'a été écrit ; --force le remplace", path.display())]
pub(crate) struct Exists {
    path: PathBuf,
}

/// Writes a dossier as it is asked for. With `beside`, also as the file that it can be made again from.
///
/// # Errors
///
/// [`Exists`] where a file would be replaced; what the system reports. A file is whole or not there.
pub(crate) fn write(
    dossier: &Dossier,
    args: &HandoutArgs,
    beside: Beside,
    streams: &Streams,
) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    let told = Handout { dossier, date: today(), parts: args.parts() };
    handout(&told, args.kind(), &mut bytes)?;
    if is_stdout(args) {
        return Ok(streams.answer(|out| out.write_all(&bytes))?);
    }
    let mut files = vec![(args.output.clone(), bytes)];
    if beside == Beside::Dossier {
        files.push((dossier_beside(&args.output), glane_dossier::write(dossier)));
    }
    // All or none: what would be refused is refused before anything is written.
    if let Some((path, _)) = files.iter().find(|(path, _)| !args.force && path.exists()) {
        return Err(Exists { path: path.clone() }.into());
    }
    for (path, bytes) in &files {
        put(path, bytes, args.force)?;
    }
    if streams.watched() {
        let names: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
        streams.say(&format!("Écrit : {}.", names.join(" et ")));
    }
    Ok(())
}

/// What is written beside the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Nothing: the dossier is kept elsewhere.
    Nothing,
    /// The dossier, as `FILE.dossier.json`.
    Dossier,
}

/// Whether the document goes to standard output.
pub(crate) fn is_stdout(args: &HandoutArgs) -> bool {
    args.output.as_os_str() == "-"
}

fn dossier_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".dossier.json");
    PathBuf::from(name)
}

/// Puts a file in place at once.
fn put(path: &Path, bytes: &[u8], force: bool) -> anyhow::Result<()> {
    let told = || told(path);
    let (mut file, unfinished) = temporary(path).with_context(told)?;
    file.write_all(bytes).with_context(told)?;
    let persist = || if force { file.persist(path) } else { file.persist_noclobber(path) };
    match unfinished.place(persist) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Exists { path: path.to_owned() }.into())
        }
        Err(error) => Err(error.error).with_context(told),
    }
}

/// The day, in UTC.
fn today() -> Option<PartialDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    timestamp(seconds).get(..10)?.parse().ok()
}
