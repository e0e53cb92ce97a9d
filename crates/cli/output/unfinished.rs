//! What is not in its place yet: removed if the command is interrupted.
//!
//! A file or folder that is being written removes itself when it is given up, but not when a signal ends
//! the program. From the first one on, signals are therefore waited for by a thread, which removes what
//! is unfinished and then lets the signal do what it does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What stands under a name of its own, until it is put in its place or given up.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Something unfinished.
#[derive(Debug)]
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    /// Makes something unfinished, which stands where `path` says.
    pub(super) fn make<T, E>(
        make: impl FnOnce() -> Result<T, E>,
        path: impl FnOnce(&T) -> &Path,
    ) -> Result<(T, Unfinished), E> {
        watch();
        // A signal waits: what is made is known, or it is not made.
        let mut unfinished = locked();
        let made = make()?;
        let path = path(&made).to_owned();
        unfinished.insert(path.clone());
        Ok((made, Unfinished(path)))
    }

    /// Lets `place` put it in its place, which no signal interrupts.
    pub(crate) fn place<T>(self, place: impl FnOnce() -> T) -> T {
        let unfinished = locked();
        let placed = place();
        drop(unfinished);
        placed
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        locked().remove(&self.0);
    }
}

fn locked() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for signals, from the first call on.
#[cfg(unix)]
fn watch() {
    use std::sync::Once;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        let ignored = ignored();
        let caught =
            [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| !ignored.contains(signal));
        // Without a watch, what is unfinished stays behind, and nothing worse.
        let Ok(mut signals) = Signals::new(caught) else { return };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let unfinished = locked();
                unfinished.iter().for_each(|path| remove(path));
                // The lock is held to the end: nothing else is begun.
                let _ = emulate_default_handler(signal);
            }
        });
    });
}

#[cfg(not(unix))]
fn watch() {}

/// The signals that whoever started the program had it ignore, as `nohup` does: they stay ignored.
/// Linux tells them, as `proc(5)` says.
#[cfg(unix)]
fn ignored() -> Vec<i32> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    (1..=64).filter(|signal| mask >> (signal - 1) & 1 == 1).collect()
}

#[cfg(unix)]
fn remove(path: &Path) {
    // A folder may be given one more file while it is emptied.
    for _ in 0..TRIES {
        let removed = match path.is_dir() {
            true => std::fs::remove_dir_all(path),
            false => std::fs::remove_file(path),
        };
        if removed.is_ok() || !path.exists() {
            return;
        }
    }
    // What cannot be removed stays: there is nobody left to tell.
}

/// How many times something is tried to be removed.
#[cfg(unix)]
const TRIES: usize = 100;
