//! How far an indexing run is, for a person who watches.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::streams::Streams;

/// Counts files from any thread; says nothing unless stderr is watched.
pub(crate) struct Progress<'a> {
    streams: &'a Streams,
    total: usize,
    done: AtomicUsize,
}

impl Progress<'_> {
    /// Nothing done of `total` files.
    pub(crate) fn new(streams: &Streams, total: usize) -> Progress<'_> {
        Progress { streams, total, done: AtomicUsize::new(0) }
    }

    /// One more file is done.
    pub(crate) fn advance(&self, name: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.streams.watched() {
            self.streams.flash(&format!("Indexation {done}/{} {name}", self.total));
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.streams.watched() {
            self.streams.flash("");
        }
    }
}
