//! Reads files of others in processes apart, so that one that hurts its reader costs itself only.
//!
//! A worker is this very binary, run with a hidden command ([`worker`]): it is handed the bytes of
//! a file on its standard input and answers with a line of JSON. It serves one file after the
//! other, since starting costs more than reading a page, and is replaced once it has worked for
//! long, has died, or took too long.

mod worker;

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use glane_ingest::{ExtractedText, Extractor, Format, Refusal};
use serde::{Deserialize, Serialize};

use crate::args::ExtractArgs;
use crate::exit::Exit;
pub(crate) use worker::run;

/// How long a file may take.
const SECONDS: u64 = 60;
/// How much address space a worker may use, in bytes.
const MEMORY: u64 = 2 << 30;
/// A worker is replaced after as many files…
const MOST_FILES: usize = 500;
/// …or once its files have taken as long, all told.
const MOST_WORK: Duration = Duration::from_secs(30);
/// How much of what a dying worker says is kept, in bytes.
const MOST_SAID: u64 = 4 << 10;

/// What a worker is asked, as a line of JSON; the bytes follow.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    format: Format,
    /// How many bytes follow.
    length: usize,
}

/// What it answers, as a line of JSON.
type Answer = Result<ExtractedText, Refusal>;

/// As many workers as there are threads that ask.
#[derive(Debug, Default)]
pub(crate) struct Workers {
    idle: Mutex<Vec<Worker>>,
}

impl Workers {
    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Extractor for Workers {
    fn extract(&self, format: Format, bytes: &[u8]) -> Answer {
        let idle = self.idle().pop();
        let mut worker = match idle.map_or_else(Worker::start, Ok) {
            Ok(worker) => worker,
            Err(error) => {
                return Err(Refusal::Crashed(format!("il n'a pas pu être lancé : {error}")));
            }
        };
        match worker.ask(format, bytes) {
            Ok(answer) => {
                if !worker.is_worn() {
                    self.idle().push(worker);
                }
                answer
            }
            Err(_) => Err(worker.cause_of_death()),
        }
    }
}

/// One process apart.
#[derive(Debug)]
struct Worker {
    child: Child,
    /// `None` once it has been told to end.
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    said: Option<JoinHandle<String>>,
    files: usize,
    worked: Duration,
}

impl Worker {
    fn start() -> io::Result<Worker> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["extract", "--seconds", &SECONDS.to_string(), "--memory", &MEMORY.to_string()])
            // Threads of the parsers would take address space for nothing: files are in parallel.
            .env("RAYON_NUM_THREADS", "1")
            .env("MALLOC_ARENA_MAX", "2")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::other("sans entrée ni sortie");
        let requests = Some(child.stdin.take().ok_or_else(missing)?);
        let answers = BufReader::new(child.stdout.take().ok_or_else(missing)?);
        let stderr = child.stderr.take().ok_or_else(missing)?;
        let said = Some(std::thread::spawn(move || last_words(stderr)));
        Ok(Worker { child, requests, answers, said, files: 0, worked: Duration::ZERO })
    }

    /// Hands over a file and waits for the answer; the worker itself watches the clock.
    fn ask(&mut self, format: Format, bytes: &[u8]) -> io::Result<Answer> {
        let since = Instant::now();
        let requests = self.requests.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        let request = serde_json::to_string(&Request { format, length: bytes.len() })?;
        writeln!(requests, "{request}")?;
        requests.write_all(bytes)?;
        requests.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        self.files += 1;
        self.worked += since.elapsed();
        Ok(serde_json::from_str(&answer)?)
    }

    fn is_worn(&self) -> bool {
        self.files >= MOST_FILES || self.worked >= MOST_WORK
    }

    /// Why a worker that did not answer ended.
    fn cause_of_death(mut self) -> Refusal {
        // What is still alive is of no more use.
        let _ = self.child.kill();
        let status = self.child.wait();
        let said = self.said.take().and_then(|said| said.join().ok()).unwrap_or_default();
        status
            .map_or_else(|error| Refusal::Crashed(error.to_string()), |status| cause(status, &said))
    }
}

impl Drop for Worker {
    /// Ends the process: without requests it has nothing to wait for.
    fn drop(&mut self) {
        self.requests = None;
        let _ = self.child.wait();
    }
}

/// The first bytes of what a worker says; the rest is read, lest it waits, and forgotten.
fn last_words(mut stderr: ChildStderr) -> String {
    let mut said = Vec::new();
    let _ = stderr.by_ref().take(MOST_SAID).read_to_end(&mut said);
    let _ = io::copy(&mut stderr, &mut io::sink());
    String::from_utf8_lossy(&said).into_owned()
}

fn cause(status: ExitStatus, said: &str) -> Refusal {
    /// The signal of a process that used up its processor time.
    const SIGXCPU: i32 = 24;
    /// The signal that the system sends when it runs out of memory itself.
    const SIGKILL: i32 = 9;
    let timed_out = status.code() == Some(i32::from(Exit::TimedOut.code()));
    match signal(status) {
        _ if timed_out => Refusal::TimedOut { seconds: SECONDS },
        Some(SIGXCPU) => Refusal::TimedOut { seconds: SECONDS },
        Some(SIGKILL) => Refusal::OutOfMemory,
        _ if said.contains("memory allocation") => Refusal::OutOfMemory,
        _ if said.contains("overflowed its stack") => {
            Refusal::Malformed("ses éléments sont imbriqués sans fin".to_owned())
        }
        Some(signal) => Refusal::Crashed(format!("signal {signal}")),
        None => Refusal::Crashed(status.to_string()),
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}
