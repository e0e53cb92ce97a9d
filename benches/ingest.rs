//! Ingestion: bytes of text a second whose structure is found, then cut into passages, on one
//! thread.
//!
//! `structure` reads decoded text: cleaning, headings, people, keywords, times, language.
//! `passages` cuts the sections of documents that are structured already. Reading files is left
//! out: the disk would be measured.
//!
//! Run with `cargo bench --bench ingest`.

mod support;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use glane_document::Document;
use glane_ingest::{passages, structure};
use support::Source;

/// Size of the text: each of the twelve samples some six times.
const BYTES: usize = 1 << 20;

fn steps(criterion: &mut Criterion) {
    let sources = support::sources(BYTES);
    let documents: Vec<Document> = sources.iter().map(structured).collect();
    let mut group = criterion.benchmark_group("ingest");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(BYTES as u64));
    group.bench_function("structure", |bencher| {
        bencher.iter(|| black_box(&sources).iter().map(sections).sum::<usize>());
    });
    group.bench_function("passages", |bencher| {
        bencher.iter(|| black_box(&documents).iter().map(|own| passages(own).len()).sum::<usize>());
    });
    group.finish();
}

fn structured(source: &Source) -> Document {
    structure(&source.id, &source.id, &source.text)
}

fn sections(source: &Source) -> usize {
    structured(source).sections.len()
}

criterion_group!(benches, steps);
criterion_main!(benches);
