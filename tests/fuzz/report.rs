//! What a run found.
#![expect(clippy::print_stdout, reason = "a run of minutes says what it finds as it goes")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::invariants::{Case, fault, kind};
use crate::shrink;

/// What a run found so far.
pub(crate) struct Report {
    /// When it started.
    pub(crate) start: Instant,
    /// How many cases it read.
    pub(crate) cases: u64,
    bytes: usize,
    /// The case that took longest: its time, its bytes, its seed.
    slowest: (Duration, usize, u64),
    /// What to say of the first case of each fault, by its sentence.
    faults: BTreeMap<String, String>,
}

impl Report {
    /// The report of a run whose first case comes from `seed`.
    pub(crate) fn new(seed: u64) -> Report {
        println!("GLANE_FUZZ_SEED={seed}");
        let slowest = (Duration::ZERO, 0, seed);
        Report { start: Instant::now(), cases: 0, bytes: 0, slowest, faults: BTreeMap::new() }
    }

    /// Reads a case, which comes from `seed`.
    pub(crate) fn read(&mut self, case: &Case, seed: u64) {
        let start = Instant::now();
        let found = fault(case);
        self.slowest = self.slowest.max((start.elapsed(), case.bytes.len(), seed));
        self.cases += 1;
        self.bytes += case.bytes.len();
        let Some(found) = found else { return };
        self.faults.entry(kind(&found).to_owned()).or_insert_with(|| {
            let told = told(&shrink::least(case, &found), &found, seed);
            println!("{told}");
            told
        });
    }

    /// Says what was read, and fails where a case did.
    #[track_caller]
    pub(crate) fn end(self) {
        let (slowest, length, seed) = self.slowest;
        println!(
            "{} cases, {} bytes in {:.0?}; the slowest: {length} bytes in {slowest:.0?}, \
             GLANE_FUZZ_SEED={seed}",
            self.cases,
            self.bytes,
            self.start.elapsed(),
        );
        let faults: Vec<String> = self.faults.into_values().collect();
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    }
}

fn told(case: &Case, found: &str, seed: u64) -> String {
    let text = String::from_utf8_lossy(&case.bytes);
    format!("{found}\nGLANE_FUZZ_SEED={seed}, {}:\n{text:?}\n", write(case, seed).display())
}

/// Keeps a case where the next run does not find it by itself.
#[expect(clippy::disallowed_methods, reason = "a failure must outlive the test")]
fn write(case: &Case, seed: u64) -> PathBuf {
    let path = std::env::temp_dir().join(format!("glane-fuzz-{seed}-{}", case.id));
    std::fs::write(&path, &case.bytes).expect("the system has a folder for temporary files");
    path
}
