//! The folder of an index: its generations, and which one is live.
//!
//! ```text
//! .lock                 held by whoever builds
//! CURRENT               the live generation's number, replaced at once
//! generations/000001/   tantivy's files and glane.json
//! ```

use std::io;
use std::path::{Path, PathBuf};

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

/// The first name in `dir` that no index would hold.
pub(crate) fn foreign(dir: &Path) -> io::Result<Option<String>> {
    let ours = |name: &String| TOLERATED.contains(&name.as_str()) || is_temporary(name);
    let strange = files::names(dir)?.into_iter().find(|name| !ours(name));
    let inner = files::names(&dir.join(GENERATIONS))?.into_iter();
    let inner =
        inner.filter(|name| number(name).is_none()).map(|name| format!("{GENERATIONS}/{name}"));
    Ok(strange.or_else(|| inner.into_iter().next()))
}

/// What an interrupted [`files::replace`] leaves.
fn is_temporary(name: &str) -> bool {
    name == ".CURRENT.tmp"
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
