//! The process apart: reads one file after the other within limits, or dies of it.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use glane_ingest::{Extractor, Format, InProcess, Refusal};

use super::{Answer, ExtractArgs, Request};
use crate::exit::Exit;
use crate::streams::Streams;

/// Parsers recurse with what they read: that takes a deep stack, of address space only.
const STACK: usize = 256 << 20;

/// Answers requests until there are none.
///
/// # Errors
///
/// When a request is malformed or cannot be read; this ends the process, and its parent goes on.
pub(crate) fn run(args: &ExtractArgs, streams: &Streams) -> anyhow::Result<Exit> {
    limit(args)?;
    let mut requests = io::stdin().lock();
    loop {
        let mut line = String::new();
        if requests.read_line(&mut line)? == 0 {
            return Ok(Exit::Done);
        }
        let Request { format, length } = serde_json::from_str(&line)?;
        let mut bytes = vec![0; length];
        requests.read_exact(&mut bytes)?;
        let Some(answer) = within(Duration::from_secs(args.seconds), format, bytes)? else {
            // The thread that reads is still at it: it ends with the process.
            return Ok(Exit::TimedOut);
        };
        streams.answer(|out| {
            serde_json::to_writer(&mut *out, &answer)?;
            writeln!(out)
        })?;
    }
}

/// The answer for one file, or `None` when it takes too long.
fn within(limit: Duration, format: Format, bytes: Vec<u8>) -> io::Result<Option<Answer>> {
    let (answers, answer) = mpsc::channel();
    // Nobody waits any more once the time is over.
    let read = move || drop(answers.send(InProcess.extract(format, &bytes)));
    let reader = std::thread::Builder::new().stack_size(STACK).spawn(read)?;
    match answer.recv_timeout(limit) {
        Ok(answer) => {
            // Files follow each other faster than threads end, and a few stacks fill the space.
            let _ = reader.join();
            Ok(Some(answer))
        }
        Err(RecvTimeoutError::Timeout) => Ok(None),
        Err(RecvTimeoutError::Disconnected) => {
            // A panic: the parser met what it did not expect, and nothing else is harmed.
            let _ = reader.join();
            Ok(Some(Err(Refusal::Malformed("son contenu met le lecteur en défaut".to_owned()))))
        }
    }
}

/// Bounds what this process may take of the machine.
#[cfg(unix)]
fn limit(args: &ExtractArgs) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let at_most = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    // A worn worker has read for half a minute before its last file.
    let processor = args.seconds.saturating_mul(2).max(1);
    setrlimit(Resource::As, at_most(args.memory))?;
    setrlimit(Resource::Cpu, at_most(processor))?;
    setrlimit(Resource::Core, at_most(0))?;
    Ok(())
}

/// Where processes cannot be bounded, time alone is.
#[cfg(not(unix))]
fn limit(_: &ExtractArgs) -> io::Result<()> {
    Ok(())
}
