//! What a job that nobody watches goes through: kills, readers, full disks, a long history.
//!
//! A short form runs with the other tests. The long one, an hour or so:
//!
//! ```sh
//! GLANE_KILLS=200 GLANE_COMMITS=2000 GLANE_HISTORY=60 \
//!     cargo test --release --test endurance -- --nocapture --test-threads 1
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a harness changes files and stops where it cannot go on"
)]

mod crash;
mod disk;
mod history;
mod readers;
#[path = "../testsuite/sandbox.rs"]
#[expect(dead_code, reason = "the other tests use the rest")]
mod sandbox;
mod shelf;

/// How often, as the environment asks; a few times where it does not.
fn times(variable: &str, few: usize) -> usize {
    std::env::var(variable).map_or(few, |text| text.parse().expect("a number"))
}
