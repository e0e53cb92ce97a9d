//! One build at a time.
//!
//! The lock is the system's, on a file that is never deleted: it is released when its holder ends,
//! however it ends. Readers never take it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use crate::BuildError;
use crate::files::now;

/// The name of the lock in the index's folder.
pub(crate) const LOCK: &str = ".lock";

/// Held for the whole of a build.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of the index in `dir`, without waiting.
    pub(crate) fn take(dir: &Path) -> Result<Lock, BuildError> {
        let path = dir.join(LOCK);
        let io = |source| BuildError::Io { path: path.clone(), source };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(busy(dir, &mut file)),
            Err(TryLockError::Error(source)) => return Err(io(source)),
        }
        sign(&mut file).map_err(io)?;
        Ok(Lock { _file: file })
    }
}

/// Says who holds the lock, for humans only: the content decides nothing.
fn sign(file: &mut File) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "processus {}, depuis le {}", std::process::id(), now())?;
    file.flush()
}

fn busy(dir: &Path, file: &mut File) -> BuildError {
    let mut holder = String::new();
    // Whoever holds the lock may not have signed yet; the message does without.
    let _ = file.read_to_string(&mut holder);
    BuildError::Busy { path: dir.to_owned(), holder: holder.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_lock_is_refused_and_names_its_holder() {
        let dir = tempfile::tempdir().unwrap();
        let held = Lock::take(dir.path()).unwrap();
        let refused = Lock::take(dir.path()).unwrap_err();
        let process = std::process::id().to_string();
        assert!(matches!(refused, BuildError::Busy { holder, .. } if holder.contains(&process)));
        drop(held);
        assert!(Lock::take(dir.path()).is_ok());
    }
}
