//! The file that the dossier is kept in: the only part of the crate that touches the disk.
#![expect(clippy::disallowed_methods, reason = "the dossier is an edge: it owns its file")]

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use etcetera::BaseStrategy;

use crate::{Dossier, FileError, file};

/// How long a change waits for another one to end; each takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);
/// The time between two tries.
const PAUSE: Duration = Duration::from_millis(10);

/// Where a dossier is kept.
///
/// Each change reads the file, changes what it says and replaces it at once, under a lock: changes
/// made in two windows both stay, and an interruption leaves the file as before or after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

/// Why a dossier cannot be read or kept. The file is then as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// What stands there is not a dossier, and is not overwritten.
    #[error("le dossier « {path} » n'est pas lisible : {source} ; le fichier n'a pas été touché : \
             le réparer, ou le renommer pour repartir d'un dossier vide", path = path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: FileError,
    },
    /// It changed since `expected` was read.
    #[error("le dossier a changé entre-temps dans une autre fenêtre : rien n'a été remplacé")]
    Stale {
        /// The revision that the change was made on.
        expected: u64,
        /// The revision that is kept.
        found: u64,
    },
    /// Another change did not end.
    #[error("le dossier « {path} » est en cours de modification par un autre programme : \
             réessayer dans un instant", path = path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// What the system reports.
    #[error("le dossier « {path} » ne peut pas être lu ou écrit : {source}", path = path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Its reason.
        source: io::Error,
    },
}

impl Store {
    /// The store in this file, which need not be there yet.
    pub fn at(path: impl Into<PathBuf>) -> Store {
        Store { path: path.into() }
    }

    /// Where a dossier is kept when nobody says otherwise: `glane/dossier.json` in the user's data
    /// folder, which is `$XDG_DATA_HOME`, else `~/.local/share` (XDG Base Directory
    /// Specification), and `%APPDATA%` under Windows. `None` for a user without a home.
    pub fn usual() -> Option<Store> {
        let folders = etcetera::choose_base_strategy().ok()?;
        Some(Store::at(folders.data_dir().join("glane").join("dossier.json")))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The dossier; an empty one where there is no file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unreadable`] and [`StoreError::Io`].
    pub fn read(&self) -> Result<Dossier, StoreError> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Dossier::default()),
            Err(source) => return Err(self.io(source)),
        };
        let unreadable = |source| StoreError::Unreadable { path: self.path.clone(), source };
        file::read(&bytes).map_err(unreadable)
    }

    /// Makes a change to the dossier as it is now, and keeps it. Where `change` leaves it as it
    /// was, nothing is written. Returns what `change` does, and the dossier.
    ///
    /// # Errors
    ///
    /// Any [`StoreError`] but [`StoreError::Stale`].
    pub fn change<T>(
        &self,
        change: impl FnOnce(&mut Dossier) -> T,
    ) -> Result<(T, Dossier), StoreError> {
        let _lock = self.lock()?;
        self.write(self.read()?, change)
    }

    /// As [`change`](Store::change), only if the dossier is still at this revision: for a form that
    /// replaces what its reader saw.
    ///
    /// # Errors
    ///
    /// Any [`StoreError`].
    pub fn change_from<T>(
        &self,
        revision: u64,
        change: impl FnOnce(&mut Dossier) -> T,
    ) -> Result<(T, Dossier), StoreError> {
        let _lock = self.lock()?;
        let dossier = self.read()?;
        match dossier.revision {
            found if found != revision => Err(StoreError::Stale { expected: revision, found }),
            _ => self.write(dossier, change),
        }
    }

    fn write<T>(
        &self,
        mut dossier: Dossier,
        change: impl FnOnce(&mut Dossier) -> T,
    ) -> Result<(T, Dossier), StoreError> {
        let before = dossier.clone();
        let done = change(&mut dossier);
        if dossier != before {
            dossier.revision = before.revision.saturating_add(1);
            self.replace(&file::write(&dossier)).map_err(|source| self.io(source))?;
        }
        Ok((done, dossier))
    }

    /// Readers see the file as before or after. A link is followed: who keeps the dossier in a
    /// folder of their own finds it there.
    fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        let path = std::fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let mut file = tempfile::Builder::new().prefix(".dossier-").tempfile_in(folder(&path))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }

    /// The lock is the system's, on a file beside that is never deleted: it is released when its
    /// holder ends, however it ends.
    fn lock(&self) -> Result<File, StoreError> {
        std::fs::create_dir_all(folder(&self.path)).map_err(|source| self.io(source))?;
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        let path = self.path.with_file_name(name);
        let open = OpenOptions::new().write(true).create(true).truncate(false).open(path);
        let file = open.map_err(|source| self.io(source))?;
        let since = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::Busy { path: self.path.clone() });
                }
                Err(TryLockError::Error(source)) => return Err(self.io(source)),
            }
            std::thread::sleep(PAUSE);
        }
    }

    fn io(&self, source: io::Error) -> StoreError {
        StoreError::Io { path: self.path.clone(), source }
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::at(dir.path().join("glane/dossier.json"));
        (dir, store)
    }

    #[test]
    fn a_dossier_that_was_never_kept_is_empty_and_leaves_no_file() {
        let (_dir, store) = store();
        assert_eq!(store.read().unwrap(), Dossier::default());
        store.change(Dossier::clear).unwrap();
        assert!(!store.path().exists());
    }

    #[test]
    fn a_change_is_kept_and_counted() {
        let (_dir, store) = store();
        let (_, first) = store.change(|dossier| dossier.rename("Un")).unwrap();
        let (_, second) = store.change(|dossier| dossier.present("Deux")).unwrap();
        assert_eq!((first.revision, second.revision), (1, 2));
        assert_eq!(store.read().unwrap(), second);
        assert_eq!(second.title, "Un");
    }

    #[test]
    fn changes_made_at_once_all_stay() {
        let (_dir, store) = store();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let store = &store;
                scope.spawn(move || {
                    for _ in 0..10 {
                        let add = |dossier: &mut Dossier| {
                            dossier.presentation.push_str(&format!("{thread} "));
                        };
                        store.change(add).unwrap();
                    }
                });
            }
        });
        let kept = store.read().unwrap();
        assert_eq!(kept.presentation.split_whitespace().count(), 40);
        assert_eq!(kept.revision, 40);
    }

    #[test]
    fn who_saw_another_state_replaces_nothing() {
        let (_dir, store) = store();
        store.change(|dossier| dossier.rename("Un")).unwrap();
        let stale = store.change_from(0, |dossier| dossier.rename("Deux"));
        assert!(matches!(stale, Err(StoreError::Stale { expected: 0, found: 1 })));
        assert_eq!(store.read().unwrap().title, "Un");
        assert!(store.change_from(1, |dossier| dossier.rename("Deux")).is_ok());
    }

    #[test]
    fn a_damaged_file_is_told_and_never_overwritten() {
        let (_dir, store) = store();
        store.change(|dossier| dossier.rename("Un")).unwrap();
        let whole = std::fs::read(store.path()).unwrap();
        for bytes in [&whole[..whole.len() / 2], b"", b"[]", b"autre chose"] {
            std::fs::write(store.path(), bytes).unwrap();
            for told in [store.read().unwrap_err(), store.change(Dossier::clear).unwrap_err()] {
                assert!(matches!(told, StoreError::Unreadable { .. }), "{told:?}");
                assert!(told.to_string().contains("dossier.json"), "{told}");
            }
            assert_eq!(std::fs::read(store.path()).unwrap(), bytes);
        }
    }

    #[test]
    fn nothing_is_left_beside_the_file_but_its_lock() {
        let (_dir, store) = store();
        store.change(|dossier| dossier.rename("Un")).unwrap();
        store.change(|dossier| dossier.rename("Deux")).unwrap();
        let entries = std::fs::read_dir(store.path().parent().unwrap()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["dossier.json", "dossier.json.lock"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_kept_elsewhere_is_reached_by_its_link() {
        let (dir, store) = store();
        let elsewhere = dir.path().join("ailleurs.json");
        std::fs::write(&elsewhere, file::write(&Dossier::default())).unwrap();
        std::fs::create_dir_all(store.path().parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(&elsewhere, store.path()).unwrap();
        store.change(|dossier| dossier.rename("Un")).unwrap();
        assert!(store.path().is_symlink());
        assert_eq!(Store::at(elsewhere).read().unwrap().title, "Un");
    }
}
