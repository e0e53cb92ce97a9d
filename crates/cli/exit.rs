//! Exit codes, a contract with scripts and with cron.

use std::io;
use std::process::ExitCode;

use glane_dossier::StoreError;
use glane_index::BuildError;

use crate::handout::Exists;
use crate::streams::Streams;

/// How a command ended. An interruption (130, 143) is the system's to tell: a signal that is caught, to
/// remove what is unfinished, then does what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, or found.
    Done,
    /// Searched, and nothing found.
    Nothing,
    /// Usage, configuration or I/O: nothing changed.
    Failed,
    /// Published, or shown, but for the files listed.
    Partial,
    /// Refused by a guard: nothing changed.
    Refused,
    /// Another run holds the lock: `EX_TEMPFAIL` of `sysexits.h`.
    Busy,
    /// A file took too long to read: the code of `timeout`, between the processes of one run.
    TimedOut,
}

impl Exit {
    /// The code that the system is given.
    pub(crate) fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Nothing => 1,
            Exit::Failed => 2,
            Exit::Partial => 3,
            Exit::Refused => 4,
            Exit::Busy => 75,
            Exit::TimedOut => 124,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

/// Says on stderr why a command stopped, and with which code it ends.
pub(crate) fn report(error: &anyhow::Error, streams: &Streams) -> Exit {
    if is_broken_pipe(error) {
        return Exit::Done;
    }
    streams.say(&format!("glane : {error:#}"));
    let busy_index = matches!(error.downcast_ref(), Some(BuildError::Busy { .. }));
    let busy_dossier = matches!(error.downcast_ref(), Some(StoreError::Busy { .. }));
    match error.is::<Exists>() {
        true => Exit::Refused,
        false if busy_index || busy_dossier => Exit::Busy,
        false => Exit::Failed,
    }
}

/// Whether the reader of stdout went away, as `head` does once it has enough: not an error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_went_away_is_not_an_error() {
        let gone = anyhow::Error::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert!(is_broken_pipe(&gone));
        assert!(!is_broken_pipe(&anyhow::anyhow!("autre chose")));
    }
}
