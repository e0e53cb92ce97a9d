//! Warm searches: time from a query to its answer, ten sections with snippets, citations, totals
//! and facets, on one thread.
//!
//! The index is open and its files are in memory. Queries are of each kind that is searched in its
//! own way; all find something, which is checked, for a search without an answer is another path.
//!
//! Run with `cargo bench --bench search`, or one kind: `cargo bench --bench search -- phrase`.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use glane_index::{Builder, Index};
use glane_ingest::{passages, structure};
use glane_query::{Search, search};
use tempfile::TempDir;

/// Size of the text searched: some six hundred documents.
const BYTES: usize = 8 << 20;

/// Kinds of query, each with one.
const QUERIES: [(&str, &str); 6] = [
    ("word", "accueil"),
    ("compound", "non-recours"),
    ("phrase", "« accès aux droits »"),
    ("five-words", "accompagnement numérique habitants quartier logement"),
    ("speaker", "Thibaud Kerléguer"),
    ("sentence", "comment les agents accueillent-ils les usagers qui renoncent à leurs droits ?"),
];

fn searches(criterion: &mut Criterion) {
    let dir = built();
    let index = Index::open(dir.path()).expect("the index was just built");
    let mut group = criterion.benchmark_group("search");
    for (kind, query) in QUERIES {
        let asked = Search::new(query);
        assert!(sections(&index, &asked) > 0, "{query} finds nothing");
        group.bench_function(kind, |bencher| bencher.iter(|| sections(&index, black_box(&asked))));
    }
    group.finish();
}

/// How many sections answer.
fn sections(index: &Index, asked: &Search) -> usize {
    search(index, asked).expect("the index is whole").total
}

/// An index of the mix.
fn built() -> TempDir {
    let dir = tempfile::tempdir().expect("the system has a folder for temporary files");
    let builder = Builder::new(dir.path(), "corpus".as_ref()).expect("the folder is new");
    for source in support::sources(BYTES) {
        let document = structure(&source.id, &source.id, &source.text);
        builder.add(&document, &passages(&document)).expect("the disk has room");
    }
    builder.publish().expect("the disk has room");
    dir
}

criterion_group!(benches, searches);
criterion_main!(benches);
