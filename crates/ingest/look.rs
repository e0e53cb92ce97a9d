//! What tells a file from what it was: its size, time and place, else a digest of its bytes.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use foldhash::fast::RandomState;

use crate::SourceFile;

/// What the system says of a file without opening it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Its length in bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970; negative before, 0 where unknown.
    pub modified: i64,
    /// Its number in its file system; 0 where files have none.
    pub inode: u64,
}

impl Look {
    /// That of a file now.
    ///
    /// # Errors
    ///
    /// What the system reports.
    pub fn at(path: &Path) -> io::Result<Look> {
        std::fs::symlink_metadata(path).map(|metadata| Look::of(&metadata))
    }

    pub(crate) fn of(metadata: &Metadata) -> Look {
        let modified = metadata.modified().map_or(0, nanoseconds);
        Look { size: metadata.len(), modified, inode: inode(metadata) }
    }
}

/// What files looked like when they were found, by path.
#[derive(Debug, Default)]
pub struct Looks {
    // Paths hash and compare part by part, which costs more than looking at the files.
    files: HashMap<OsString, Look, RandomState>,
}

impl Looks {
    /// That of a file; `None` for one that was not found, or vanished since.
    pub fn get(&self, path: &Path) -> Option<&Look> {
        self.files.get(path.as_os_str())
    }

    /// Every file, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &Look)> {
        self.files.iter().map(|(path, look)| (Path::new(path), look))
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    pub(crate) fn insert(&mut self, path: &Path, look: Look) {
        self.files.insert(path.as_os_str().to_owned(), look);
    }
}

/// Nanoseconds since 1970, negative before.
pub fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        Err(error) => i64::try_from(error.duration().as_nanos()).map_or(i64::MIN, |until| -until),
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

/// A digest of the bytes of a file: 128 bits of BLAKE3, in hexadecimal.
///
/// # Errors
///
/// What the system reports.
#[expect(clippy::disallowed_methods, reason = "this is the source reader")]
pub fn digest(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(std::fs::File::open(path)?)?;
    Ok(short(&hasher))
}

impl SourceFile {
    /// Identifies what a source and its corrections hold, given the digests of its own file and of
    /// the sidecars that exist, in their order.
    pub fn state(own: &str, sidecars: &[(String, String)]) -> String {
        if sidecars.is_empty() {
            return own.to_owned();
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update(own.as_bytes());
        for part in sidecars.iter().flat_map(|(name, digest)| [name, digest]) {
            // Neither a name nor a digest holds a zero.
            hasher.update(b"\0").update(part.as_bytes());
        }
        short(&hasher)
    }
}

fn short(hasher: &blake3::Hasher) -> String {
    let mut hex = hasher.finalize().to_hex().to_string();
    hex.truncate(32);
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sidecar_changes_the_state_of_its_source() {
        let sidecar = |digest: &str| vec![("a.glane.toml".to_owned(), digest.to_owned())];
        let states = [&[][..], &sidecar("1"), &sidecar("2")].map(|of| SourceFile::state("d", of));
        assert_eq!(states[0], "d");
        assert_ne!(states[1], states[2]);
        assert_eq!(states[1].len(), 32);
    }

    #[test]
    fn times_before_1970_are_negative() {
        assert_eq!(nanoseconds(UNIX_EPOCH), 0);
        assert_eq!(nanoseconds(UNIX_EPOCH - std::time::Duration::from_nanos(5)), -5);
    }
}
