//! The few things done to disk, all durable before they are visible.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Replaces the file `name` of `dir` by `bytes`: a reader sees the old content or the new.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn replace(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let temporary = dir.join(format!(".{name}.tmp"));
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&temporary, dir.join(name))?;
    sync_dir(dir)
}

/// Makes `to` another name of the file `from`, or a copy of it where links are not known.
pub(crate) fn link(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => copy(from, to),
        linked => linked,
    }
}

/// Copies a file.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::copy(from, to)?;
    File::open(to)?.sync_all()
}

/// Makes what was created or renamed in `dir` durable.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Folders cannot be opened as files here; renames are journalled by the system.
#[cfg(not(unix))]
pub(crate) fn sync_dir(_dir: &Path) -> io::Result<()> {
    Ok(())
}

/// The content of a file, or `None` when there is no such file.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names in `dir`, sorted; none when there is no such folder.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn names(dir: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if absent(&error) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let name = |entry: io::Result<std::fs::DirEntry>| {
        entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    let mut names = entries.map(name).collect::<io::Result<Vec<String>>>()?;
    names.sort();
    Ok(names)
}

/// Creates `dir` and the folders above it.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn create_dir(dir: &Path) -> io::Result<()> {
    std::fs::create_dir_all(dir)
}

/// Removes `dir` and what it holds.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn remove_dir(dir: &Path) -> io::Result<()> {
    std::fs::remove_dir_all(dir)
}

/// Removes a file.
#[expect(clippy::disallowed_methods, reason = "the index is an edge: it owns its folder")]
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    std::fs::remove_file(path)
}

/// The length of a file, or `None` when there is no such file.
pub(crate) fn length(path: &Path) -> io::Result<Option<u64>> {
    match path.metadata() {
        Ok(metadata) => Ok(Some(metadata.len())),
        Err(error) if absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The present, in UTC, as `2025-03-04T10:20:30Z`.
pub(crate) fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    timestamp(seconds)
}

/// A moment in seconds since 1970, in UTC, as `2025-03-04T10:20:30Z`.
pub fn timestamp(seconds: u64) -> String {
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The Gregorian date of a day counted from 1970-01-01, after Howard Hinnant's `civil_from_days`.
fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_follow_the_calendar() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00Z");
        assert_eq!(timestamp(951_827_696), "2000-02-29T12:34:56Z");
        assert_eq!(timestamp(1_735_689_599), "2024-12-31T23:59:59Z");
    }

    #[test]
    fn a_replaced_file_holds_the_new_bytes_and_leaves_no_other() {
        let dir = tempfile::tempdir().unwrap();
        replace(dir.path(), "CURRENT", b"000001").unwrap();
        replace(dir.path(), "CURRENT", b"000002").unwrap();
        assert_eq!(names(dir.path()).unwrap(), ["CURRENT"]);
        assert_eq!(read(&dir.path().join("CURRENT")).unwrap().unwrap(), b"000002");
    }
}
