//! The folder of an index: its generations, and which one is live.
//!
//! ```text
//! .lock                 held by whoever builds
//! CURRENT               the live generation's number, replaced at once
//! generations/000001/   tantivy's files, glane.json and two lists of sources
//! seen.tsv              what the sources looked like
//! last-run.json         how the last run ended
//! ```
//!
//! A generation that continues another shares the files that did not change with it, as hard links:
//! tantivy never writes to a segment's file again.

use std::io;
use std::path::{Path, PathBuf};

use crate::beside::Note;
use crate::files;

/// The file that names the live generation.
pub(crate) const CURRENT: &str = "CURRENT";
/// The folder of the generations.
const GENERATIONS: &str = "generations";
/// What a person, a version control system or a run may leave beside the index.
const TOLERATED: [&str; 6] =
    ["README.md", ".gitignore", ".gitkeep", crate::lock::LOCK, CURRENT, GENERATIONS];

/// What `CURRENT` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Current {
    /// There is no such file: nothing was ever published.
    Absent,
    /// It names no generation.
    Illegible,
    /// The live generation.
    Generation(u64),
}

/// Which generation is live.
pub(crate) fn current(dir: &Path) -> io::Result<Current> {
    let Some(bytes) = files::read(&dir.join(CURRENT))? else { return Ok(Current::Absent) };
    let number = std::str::from_utf8(&bytes).ok().and_then(|text| number(text.trim_end()));
    Ok(number.map_or(Current::Illegible, Current::Generation))
}

/// Makes a generation the live one.
pub(crate) fn set_current(dir: &Path, generation: u64) -> io::Result<()> {
    files::replace(dir, CURRENT, format!("{}\n", name(generation)).as_bytes())
}

/// The folder of a generation.
pub(crate) fn path(dir: &Path, generation: u64) -> PathBuf {
    dir.join(GENERATIONS).join(name(generation))
}

/// The generations that exist, live or not, in order.
pub(crate) fn all(dir: &Path) -> io::Result<Vec<u64>> {
    let names = files::names(&dir.join(GENERATIONS))?;
    Ok(names.iter().filter_map(|name| number(name)).collect())
}

/// Removes every generation but those in `kept`.
pub(crate) fn remove_others(dir: &Path, kept: &[u64]) -> io::Result<()> {
    for generation in all(dir)?.into_iter().filter(|generation| !kept.contains(generation)) {
        files::remove_dir(&path(dir, generation))?;
    }
    Ok(())
}

/// Removes what interrupted runs left, and says which generation is live. Only who holds the lock
/// may ask.
pub(crate) fn sweep(dir: &Path) -> io::Result<Option<u64>> {
    for name in files::names(dir)?.iter().filter(|name| is_temporary(name)) {
        files::remove(&dir.join(name))?;
    }
    let Current::Generation(live) = current(dir)? else {
        remove_others(dir, &[])?;
        return Ok(None);
    };
    let before = all(dir)?.into_iter().rfind(|generation| *generation < live);
    remove_others(dir, &[live, before.unwrap_or(live)])?;
    Ok(Some(live))
}

/// Starts the generation `to` with the files of the generation `from`.
///
/// Segments are shared; the lists that tantivy keeps of them are copied, since they will change.
pub(crate) fn branch(dir: &Path, from: u64, to: u64, names: &[&String]) -> io::Result<()> {
    let (from, to) = (path(dir, from), path(dir, to));
    files::create_dir(&to)?;
    for &name in names {
        let (from, to) = (from.join(name), to.join(name));
        if name.ends_with(".json") {
            files::copy(&from, &to)?;
        } else {
            files::link(&from, &to)?;
        }
    }
    files::sync_dir(&to)
}

/// The first name in `dir` that no index would hold.
pub(crate) fn foreign(dir: &Path) -> io::Result<Option<String>> {
    let ours = |name: &String| is_ours(name) || is_temporary(name);
    let strange = files::names(dir)?.into_iter().find(|name| !ours(name));
    let inner = files::names(&dir.join(GENERATIONS))?.into_iter();
    let inner =
        inner.filter(|name| number(name).is_none()).map(|name| format!("{GENERATIONS}/{name}"));
    Ok(strange.or_else(|| inner.into_iter().next()))
}

fn is_ours(name: &str) -> bool {
    TOLERATED.contains(&name) || Note::ALL.iter().any(|note| note.file() == name)
}

/// What an interrupted [`files::replace`] leaves.
fn is_temporary(name: &str) -> bool {
    name.strip_prefix('.').and_then(|rest| rest.strip_suffix(".tmp")).is_some_and(is_ours)
}

fn name(generation: u64) -> String {
    format!("{generation:06}")
}

fn number(name: &str) -> Option<u64> {
    let digits = name.len() >= 6 && name.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| name.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn current_reads_back_what_was_set() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(current(dir.path()).unwrap(), Current::Absent);
        set_current(dir.path(), 12).unwrap();
        assert_eq!(current(dir.path()).unwrap(), Current::Generation(12));
        files::replace(dir.path(), CURRENT, b"\xff\xfe").unwrap();
        assert_eq!(current(dir.path()).unwrap(), Current::Illegible);
    }

    #[test]
    fn a_stranger_in_the_folder_is_named() {
        let dir = tempfile::tempdir().unwrap();
        files::replace(dir.path(), "README.md", b"").unwrap();
        assert_eq!(foreign(dir.path()).unwrap(), None);
        files::replace(dir.path(), "rapport.docx", b"").unwrap();
        assert_eq!(foreign(dir.path()).unwrap().as_deref(), Some("rapport.docx"));
    }
}
