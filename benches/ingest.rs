//! Ingestion: bytes of text a second whose structure is found, then cut into passages, on one
//! thread.
//!
//! `structure` reads decoded text: cleaning, headings, people, keywords, times, language. It must
//! cost no more than 1.3 times `structure/without-language`, which is the same with the detection
//! of languages off. `languages` reads the same documents, of which one in six is in another
//! language and as many have sections in one, with lists that lingua is asked about. `passages`
//! cuts the sections of documents that are structured already. Reading files is left out: the disk
//! would be measured.
//!
//! Run with `cargo bench --bench ingest`.

mod support;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use glane_document::Document;
use glane_ingest::{Detection, Options, passages, structure_with};
use support::Source;

/// Size of the text: each of the twelve samples some six times.
const BYTES: usize = 1 << 20;

/// Prose in other languages, and a list without function words.
const OTHERS: [&str; 4] = [
    "## The right to the city\n\nThe workshop asked how a town hall can listen to those who never \
     come to it. What the agents have learnt over the years is that a letter is not enough, and \
     that people who have been refused once will not ask again.\n\n",
    "## Das Recht auf die Stadt\n\nIm Workshop ging es um die Frage, wie ein Rathaus diejenigen \
     erreicht, die niemals kommen. Die Erfahrung zeigt, dass ein Brief nicht genügt und dass, wer \
     einmal abgewiesen wurde, nicht wieder fragt.\n\n",
    "## El derecho a la ciudad\n\nEn el taller se preguntaron cómo puede un ayuntamiento escuchar \
     a los que no vienen nunca. Lo que han aprendido los agentes es que una carta no basta y que \
     a quien se le ha dicho que no una vez no vuelve a pedir.\n\n",
    "## Toolbox\n\n- stakeholder mapping, field notes, user journeys\n- peer learning, shadowing, \
     policy briefs\n- community building, street outreach, open data\n\n",
];

fn steps(criterion: &mut Criterion) {
    let sources = support::sources(BYTES);
    let mixed = in_other_languages(&sources);
    let documents: Vec<Document> =
        sources.iter().map(|own| structured(Detection::On, own)).collect();
    let mut group = criterion.benchmark_group("ingest");
    group.sample_size(10);
    for (name, sources, detection) in [
        ("structure", &sources, Detection::On),
        ("structure/without-language", &sources, Detection::Off),
        ("languages", &mixed, Detection::On),
        ("languages/without-language", &mixed, Detection::Off),
    ] {
        let bytes: usize = sources.iter().map(|own| own.text.len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(name, |bencher| {
            let sections = |own: &Source| structured(detection, own).sections.len();
            bencher.iter(|| black_box(sources).iter().map(sections).sum::<usize>());
        });
    }
    group.throughput(Throughput::Bytes(BYTES as u64));
    group.bench_function("passages", |bencher| {
        bencher.iter(|| black_box(&documents).iter().map(|own| passages(own).len()).sum::<usize>());
    });
    group.finish();
}

fn structured(detection: Detection, source: &Source) -> Document {
    structure_with(&Options { language: detection }, &source.id, &source.id, &source.text)
}

/// `sources` where one document in six is in another language, and as many have some sections in
/// one.
fn in_other_languages(sources: &[Source]) -> Vec<Source> {
    let changed = |(place, source): (usize, &Source)| {
        let other = OTHERS[place / 6 % OTHERS.len()];
        let text = match place % 6 {
            0 => other.repeat(source.text.len() / other.len() + 1),
            3 => format!("{}\n\n{}", source.text, OTHERS.concat()),
            _ => source.text.clone(),
        };
        Source { id: source.id.clone(), text }
    };
    sources.iter().enumerate().map(changed).collect()
}

criterion_group!(benches, steps);
criterion_main!(benches);
