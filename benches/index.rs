//! A full build of an index in a temporary folder: bytes of text a second, on all cores.
//!
//! `documents` starts from documents and their passages: what the index alone costs, analysis,
//! tantivy and the publication of a generation included. `texts` starts from decoded texts, found
//! structure and all, in parallel as `glane index` does. Both end with files flushed to disk.
//!
//! Run with `cargo bench --bench index`; set `TMPDIR` to measure another disk.

mod support;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use glane_document::{Document, Passage};
use glane_index::Builder;
use glane_ingest::{passages, structure};
use rayon::prelude::*;
use support::Source;
use tempfile::TempDir;

/// Size of the text: each of the twelve samples some twenty-five times.
const BYTES: usize = 4 << 20;

/// A document, cut.
type Cut = (Document, Vec<Passage>);

fn builds(criterion: &mut Criterion) {
    let sources = support::sources(BYTES);
    let documents: Vec<Cut> = sources.par_iter().map(cut).collect();
    let mut group = criterion.benchmark_group("index");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(BYTES as u64));
    group.bench_function("documents", |bencher| {
        let build = |dir| build(dir, |builder| add_documents(builder, black_box(&documents)));
        bencher.iter_batched(folder, build, BatchSize::PerIteration);
    });
    group.bench_function("texts", |bencher| {
        let build = |dir| build(dir, |builder| add_texts(builder, black_box(&sources)));
        bencher.iter_batched(folder, build, BatchSize::PerIteration);
    });
    group.finish();
}

fn cut(source: &Source) -> Cut {
    let document = structure(&source.id, &source.id, &source.text);
    let passages = passages(&document);
    (document, passages)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

/// Builds and publishes; gives the folder back, so that removing it is not measured.
fn build(dir: TempDir, add: impl FnOnce(&Builder)) -> TempDir {
    let builder = Builder::new(dir.path(), "corpus".as_ref()).expect("the folder is new");
    add(&builder);
    builder.publish().expect("the disk has room");
    dir
}

fn add_documents(builder: &Builder, documents: &[Cut]) {
    documents.par_iter().for_each(|(document, passages)| add(builder, document, passages));
}

fn add_texts(builder: &Builder, sources: &[Source]) {
    sources.par_iter().map(cut).for_each(|(document, passages)| add(builder, &document, &passages));
}

fn add(builder: &Builder, document: &Document, passages: &[Passage]) {
    builder.add(document, passages).expect("the disk has room");
}

criterion_group!(benches, builds);
criterion_main!(benches);
