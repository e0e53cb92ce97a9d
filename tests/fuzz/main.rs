//! Arbitrary bytes: whatever a file holds, reading it ends, panics nowhere and loses nothing.
//!
//! Samples and fixtures are cut, mixed with hostile pieces and damaged; each case goes all the way
//! from bytes to passages, and [`invariants`] says what must hold of what comes out.
//!
//! `cargo test` reads the same thousand cases each time. For new ones, as long as one likes:
//!
//! ```console
//! $ GLANE_FUZZ_SECONDS=600 cargo test --profile fuzz --test fuzz -- --nocapture
//! ```
//!
//! The first case of each fault is cut down to the bytes that it takes, and written to a file that
//! the message names; so is the seed with which `GLANE_FUZZ_SEED` reads it again, and those after it.

mod draw;
mod hostile;
mod invariants;
mod mutate;
mod panics;
mod report;
mod shrink;

use std::path::PathBuf;
use std::time::Duration;

use draw::Draw;
use hostile::HOSTILE;
use invariants::Case;
use mutate::Mutator;
use report::Report;

/// How many cases a plain run reads.
const CASES: u64 = 1_000;

#[test]
fn arbitrary_bytes_never_panic_and_nothing_is_lost() {
    let mutator = Mutator::new(&seeds());
    let time = variable("GLANE_FUZZ_SECONDS").map(Duration::from_secs);
    let seed =
        variable("GLANE_FUZZ_SEED").unwrap_or_else(|| if time.is_some() { now() } else { 1 });
    let mut report = Report::new(seed);
    let mut next = seed;
    while time.map_or(report.cases < CASES, |time| report.start.elapsed() < time) {
        let mut draw = Draw::new(next);
        let case = mutator.case(&mut draw);
        report.read(&case, next);
        next = draw.seed();
    }
    report.end();
}

#[test]
fn hostile_pieces_are_read_alone_and_repeated() {
    let mut report = Report::new(0);
    for piece in HOSTILE {
        for times in [1, 2, 3, 50] {
            report.read(&Case::of_text(piece.repeat(times)), 0);
        }
    }
    report.end();
}

/// The samples and the fixtures of the tree, by name.
#[expect(clippy::disallowed_methods, reason = "the samples are files, and a test is an edge")]
fn seeds() -> Vec<Case> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("corpus"), root.join("tests/fixtures")];
    let found = folders.iter().flat_map(|folder| {
        glane_ingest::discover(folder, &glane_ingest::Selection::default())
            .expect("the tree holds its samples")
            .sources
    });
    found
        .map(|file| Case {
            bytes: std::fs::read(&file.path).expect("a file that was found can be read"),
            id: file.id,
        })
        .collect()
}

#[expect(clippy::disallowed_methods, reason = "how long to run is not the code's to say")]
fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().expect("seeds and seconds are numbers"))
}

fn now() -> u64 {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("the clock is past 1970");
    since.as_secs()
}
