//! Runs that are killed at any moment.
#![cfg(unix)]

use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::shelf::Shelf;
use crate::times;

const INTERRUPT: i32 = 2;
const KILL: i32 = 9;
const TERMINATE: i32 = 15;

#[test]
fn a_run_killed_at_any_moment_leaves_the_index_as_before_or_after() {
    let (kills, mut landed, mut ended) = (times("GLANE_KILLS", 8), 0, 0);
    let mut shelf = Shelf::new(40, 1);
    assert_eq!(shelf.sandbox.glane(&["index", "-q"]).code, 0);
    for round in 0..kills {
        let before = shelf.state.clone();
        shelf.change();
        let signal = [KILL, KILL, TERMINATE, INTERRUPT][round % 4];
        let options: &[&str] = if round % 3 == 2 { &["--rebuild"] } else { &[] };
        // A run of the same kind tells how long this one would take.
        let limit = duration(&shelf, options);
        let delay = limit.mul_f64(shelf.below(1_100) as f64 / 1_000.0);
        let status = interrupted(&shelf, options, delay, signal);
        let found = shelf.indexed();
        let is_after = found == shelf.state;
        assert!(is_after || found == before, "round {round}: torn by signal {signal} at {delay:?}");
        match status.signal() {
            Some(own) => assert_eq!(own, signal, "round {round}"),
            None => assert_eq!(status.code(), Some(0), "round {round}"),
        }
        landed += usize::from(status.signal().is_some());
        ended += usize::from(is_after);
        let next = shelf.sandbox.glane(&["index", "-q"]);
        assert_eq!((next.code, next.stderr.as_str()), (0, ""), "round {round}");
        assert_eq!(shelf.indexed(), shelf.state, "round {round}");
        assert_eq!(shelf.garbage(), [""; 0], "round {round}");
    }
    println!("{kills} runs, {landed} stopped by the signal, {ended} after they had published");
}

/// How long such a run takes, from nothing, on a copy.
fn duration(shelf: &Shelf, options: &[&str]) -> Duration {
    let since = Instant::now();
    let arguments = [&["index", "-q", "--index", "essai"], options].concat();
    assert_eq!(shelf.sandbox.glane(&arguments).code, 0);
    since.elapsed()
}

/// Runs, and sends a signal after some time.
fn interrupted(
    shelf: &Shelf,
    options: &[&str],
    delay: Duration,
    signal: i32,
) -> std::process::ExitStatus {
    let mut command = shelf.sandbox.command(&[&["index", "-q"], options].concat());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    std::thread::sleep(delay);
    send(&mut child, signal);
    child.wait().expect("it ends")
}

fn send(child: &mut Child, signal: i32) {
    let process = rustix::process::Pid::from_child(child);
    let signal = rustix::process::Signal::from_named_raw(signal).expect("a signal");
    // It may have ended in the meantime.
    let _ = rustix::process::kill_process(process, signal);
}
