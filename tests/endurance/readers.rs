//! Readers in a loop while an index is renewed again and again.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use glane_index::Index;
use glane_query::{Search, search};

use crate::shelf::{Shelf, state};
use crate::times;

/// Every file has the same version in each commit: an answer that mixes two is torn.
const FILES: usize = 12;

#[test]
fn readers_never_see_an_error_nor_half_an_update() {
    let commits = times("GLANE_COMMITS", 12);
    let mut shelf = Shelf::new(0, 2);
    let mut renew = |version: usize| {
        (0..FILES).for_each(|number| shelf.put(&format!("n{number}.txt"), version));
        let ended = shelf.sandbox.glane(&["index", "-q", "--verify"]);
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "commit {version}");
        shelf.sandbox.path("index")
    };
    let dir = renew(0);
    let (is_over, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let read = || {
            let mut last = 0;
            while !is_over.load(Ordering::Relaxed) {
                let index = Index::open(&dir).expect("an index is there at any moment");
                let versions: BTreeSet<usize> = state(&index).into_values().collect();
                assert_eq!(versions.len(), 1, "torn: {versions:?}");
                let version = *versions.first().expect("just counted");
                assert!(version >= last, "{version} after {last}");
                last = version;
                let answer = search(&index, &Search::new(format!("version{version}")));
                assert_eq!(answer.expect("the index is whole").total, FILES);
                reads.fetch_add(1, Ordering::Relaxed);
            }
        };
        let readers = [(); 4].map(|()| scope.spawn(read));
        (1..=commits).for_each(|version| drop(renew(version)));
        is_over.store(true, Ordering::Relaxed);
        readers.into_iter().for_each(|reader| reader.join().expect("it saw nothing wrong"));
    });
    println!("{commits} commits, {} reads by 4 readers", reads.load(Ordering::Relaxed));
}
