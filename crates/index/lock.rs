//! One run at a time.
//!
//! The lock is the system's, on a file that is never deleted: it is released when its holder ends,
//! however it ends. Readers never take it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::files::{self, now};
use crate::generation;
use crate::{BuildError, beside};

/// The name of the lock in the index's folder.
pub(crate) const LOCK: &str = ".lock";

/// The longest time between two tries of who waits for the lock.
const PAUSE: Duration = Duration::from_millis(500);

/// The right to change an index, held from before the sources are looked at until the end.
#[derive(Debug)]
pub struct Lock {
    dir: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock of the index in `dir`, creating the folder if need be, without waiting.
    ///
    /// # Errors
    ///
    /// [`BuildError::Busy`] when another run holds it, [`BuildError::Foreign`] when the folder is
    /// not an index's.
    pub fn take(dir: &Path) -> Result<Lock, BuildError> {
        let io = |source| BuildError::Io { path: dir.to_owned(), source };
        if let Some(entry) = generation::foreign(dir).map_err(io)? {
            return Err(BuildError::Foreign { path: dir.to_owned(), entry });
        }
        files::create_dir(dir).map_err(io)?;
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
        // What a run that was killed left behind is not there for longer than the next one.
        generation::sweep(dir).map_err(io)?;
        Ok(Lock { dir: dir.to_owned(), _file: file })
    }

    /// As [`take`](Lock::take), trying again for as long as `patience` while another run holds it.
    ///
    /// # Errors
    ///
    /// Those of [`take`](Lock::take).
    pub fn wait(dir: &Path, patience: Duration) -> Result<Lock, BuildError> {
        let since = Instant::now();
        // Those who wait for the same run do not come back at the same moment.
        let mut pause = Duration::from_millis(20 + u64::from(std::process::id() % 60));
        loop {
            match Lock::take(dir) {
                Err(BuildError::Busy { .. }) if since.elapsed() < patience => {}
                taken => return taken,
            }
            std::thread::sleep(pause.min(patience.saturating_sub(since.elapsed())));
            pause = (pause * 2).min(PAUSE + pause / 4);
        }
    }

    /// The folder of the index.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What a run before left beside the generations under this name; `None` where there is
    /// nothing or it cannot be read.
    pub fn note(&self, name: beside::Note) -> Option<Vec<u8>> {
        beside::read(&self.dir, name)
    }

    /// Leaves a note beside the generations, replaced at once.
    ///
    /// # Errors
    ///
    /// What the system reports.
    pub fn leave(&self, name: beside::Note, bytes: &[u8]) -> io::Result<()> {
        files::replace(&self.dir, name.file(), bytes)
    }
}

/// Says who holds the lock, for humans only: the content decides nothing.
fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    let (process, version) = (std::process::id(), env!("CARGO_PKG_VERSION"));
    writeln!(file, "processus {process}{}, glane {version}, depuis le {}", host(), now())?;
    file.flush()
}

/// On which machine, since a folder may be shared between several.
#[cfg(unix)]
fn host() -> String {
    format!(" sur {}", rustix::system::uname().nodename().to_string_lossy())
}

#[cfg(not(unix))]
fn host() -> String {
    String::new()
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

    #[test]
    fn who_waits_gets_a_lock_that_is_released_in_time() {
        let dir = tempfile::tempdir().unwrap();
        let held = Lock::take(dir.path()).unwrap();
        let short = Lock::wait(dir.path(), Duration::from_millis(30));
        assert!(matches!(short, Err(BuildError::Busy { .. })));
        let waiting = std::thread::spawn({
            let dir = dir.path().to_owned();
            move || Lock::wait(&dir, Duration::from_secs(60))
        });
        drop(held);
        assert!(waiting.join().unwrap().is_ok());
    }
}
