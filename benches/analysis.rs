//! French analysis: bytes of text a second that become tokens, on one thread.
//!
//! `warm` is what indexing meets: an analyzer that knows the forms already. `cold` starts each text
//! with a new analyzer, which works out every form.
//!
//! Run with `cargo bench --bench analysis`.

mod support;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use glane_analysis::Analyzer;

/// Size of the text: each of the twelve samples some six times.
const BYTES: usize = 1 << 20;

fn tokens(criterion: &mut Criterion) {
    let text: String = support::sources(BYTES).into_iter().map(|source| source.text).collect();
    let sample = &text[..text.floor_char_boundary(BYTES / 64)];
    let mut group = criterion.benchmark_group("analysis");
    group.sample_size(20);
    let mut analyzer = Analyzer::new();
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("warm", |bencher| {
        bencher.iter(|| analyzer.tokens(black_box(&text)).len());
    });
    group.throughput(Throughput::Bytes(sample.len() as u64));
    group.bench_function("cold", |bencher| {
        let read = |mut analyzer: Analyzer| analyzer.tokens(black_box(sample)).len();
        bencher.iter_batched(Analyzer::new, read, BatchSize::LargeInput);
    });
    group.finish();
}

criterion_group!(benches, tokens);
criterion_main!(benches);
