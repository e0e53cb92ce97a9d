//! The best sections are the same whether others are looked at or passed over.
#![expect(clippy::unwrap_used, reason = "a test that cannot index or search has failed")]

#[expect(dead_code, reason = "its other parts serve other tests")]
mod library;

use glane_document::SectionKind;
use glane_query::{Answer, Detail, Search, search};
use library::{Built, Library, section};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// From the most frequent to the rarest.
const WORDS: [&str; 14] = [
    "travail",
    "travaux",
    "commune",
    "accueil",
    "budget",
    "droits",
    "école",
    "cantine",
    "piscine",
    "mairie",
    "déchets",
    "voirie",
    "cimetière",
    "tilleuls",
];

/// A word, the more frequent the earlier in the list.
fn word() -> impl Strategy<Value = &'static str> {
    (0..WORDS.len(), 0..WORDS.len()).prop_map(|(one, other)| WORDS[one.min(other)])
}

fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), count).prop_map(|words| words.join(" "))
}

/// Sections of one to some hundred words, more than are ever kept at once.
fn shelf(runner: &mut TestRunner) -> Built {
    let mut shelf = Library::default();
    for document in 0..60 {
        let id = format!("{document:02}.txt");
        let mut draft = shelf.document(&id, &drawn(words(1..4), runner), "2022-03");
        for _ in 0..8 {
            let title = drawn(words(1..5), runner);
            let text = drawn(words(1..120), runner);
            draft = draft.with(section(SectionKind::Section, "", &title).text("", &text));
        }
    }
    shelf.build()
}

fn drawn<T>(strategy: impl Strategy<Value = T>, runner: &mut TestRunner) -> T
where
    T: std::fmt::Debug,
{
    strategy.new_tree(runner).unwrap().current()
}

fn first(shelf: &Built, query: &str, limit: usize) -> Answer {
    search(shelf.index(), &Search { limit, detail: Detail::Brief, ..Search::new(query) }).unwrap()
}

fn told(answer: &Answer) -> Vec<(String, f32)> {
    answer.hits.iter().map(|hit| (hit.id.clone(), hit.score)).collect()
}

#[test]
fn the_best_are_the_first_of_all() {
    let mut runner = TestRunner::deterministic();
    let shelf = shelf(&mut runner);
    for _ in 0..60 {
        let query = drawn(words(1..5), &mut runner);
        let all = first(&shelf, &query, 1000);
        assert!(all.hits.len() == all.total && all.total > 100, "{query}");
        for limit in [1, 3, 10] {
            let best = first(&shelf, &query, limit);
            assert_eq!((best.total, best.complete), (all.total, all.complete), "{query}");
            assert_eq!(best.passages, all.passages, "{query}");
            assert_eq!(told(&best), told(&all)[..limit], "{query}");
        }
    }
}
