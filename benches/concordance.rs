//! What every occurrence of a frequent word costs: a concordance in the order of the documents and
//! sorted, its first row, a count by year, cooccurrents; beside reading the same passages.
//!
//! The corpus is that of the other benches. Figures are the least of a few runs, with
//! the index open and its files in memory.
//!
//! ```sh
//! cargo bench --bench concordance              # « accueil » in 200 MB: some 100,000 occurrences
//! cargo bench --bench concordance -- 8 droits  # MB, a word
//! ```
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a harness prints its figures and stops where it cannot measure"
)]

mod support;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use glane_index::{Builder, Index};
use glane_ingest::{passages, structure};
use glane_query::{
    Concordance, ConcordanceKey, Cooccurrence, Count, Dimension, cooccurrences, count, occurrences,
};
use tempfile::TempDir;

/// How many times each thing is measured.
const RUNS: usize = 3;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let size = given.iter().find_map(|arg| arg.parse().ok()).unwrap_or(200usize);
    let word = given.iter().find(|arg| arg.parse::<usize>().is_err());
    let word = word.map_or("accueil", String::as_str);
    let dir = built(size * 1_000_000);
    measure(&Index::open(dir.path()).expect("the index was just built"), size, word);
}

fn measure(index: &Index, size: usize, word: &str) {
    let asked = Concordance::new(word);
    let all = |asked: &Concordance| occurrences(index, asked).expect("the index is whole");
    let ids: BTreeSet<String> =
        all(&asked).map(|one| one.expect("the index is whole").id).collect();
    let rows = all(&asked).count();
    println!("« {word} » in {size} MB: {rows} occurrences in {} passages", ids.len());

    let reading = least(|| read(index, word));
    told("reading their passages", reading, reading);
    told("first row", least(|| all(&asked).take(1).count()), reading);
    told("all rows", least(|| all(&asked).count()), reading);
    let sort = vec![ConcordanceKey::Right(1), ConcordanceKey::Left(1)];
    let sorted = Concordance { sort, ..asked.clone() };
    told("all rows, sorted", least(|| all(&sorted).count()), reading);
    let by_year = Count { by: vec![Dimension::Year], ..Count::new([word]) };
    told("count by year", least(|| count(index, &by_year).expect("the index is whole")), reading);
    let around = Cooccurrence::new(word);
    told("cooccurrents", least(|| cooccurrences(index, &around).expect("it is whole")), reading);
}

/// Reads the passages that have the word, as they are stored, and nothing else.
fn read(index: &Index, word: &str) -> usize {
    use tantivy::schema::IndexRecordOption;
    use tantivy::{DocAddress, DocSet, TERMINATED, Term};

    let mut bytes = 0;
    for (segment, reader) in (0..).zip(index.searcher().segment_readers()) {
        let text = index.fields().text;
        let inverted = reader.inverted_index(text).expect("the index is whole");
        let term = Term::from_field_text(text, &format!("f{word}"));
        let postings = inverted.read_postings(&term, IndexRecordOption::Basic);
        let Some(mut postings) = postings.expect("the index is whole") else { continue };
        while postings.doc() != TERMINATED {
            let passage = index.passage(DocAddress::new(segment, postings.doc()));
            bytes += passage.expect("the index is whole").passage.text.len();
            postings.advance();
        }
    }
    bytes
}

fn least<T>(mut run: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..RUNS).map(time).min().unwrap_or_default()
}

fn told(what: &str, time: Duration, reading: Duration) {
    let times = time.as_secs_f64() / reading.as_secs_f64();
    println!("{what:24} {:9.1} ms  {times:5.2} × reading", time.as_secs_f64() * 1e3);
}

/// An index of the mix.
fn built(bytes: usize) -> TempDir {
    let dir = tempfile::tempdir().expect("the system has a folder for temporary files");
    let builder = Builder::new(dir.path(), "corpus".as_ref()).expect("the folder is new");
    for source in support::sources(bytes) {
        let document = structure(&source.id, &source.id, &source.text);
        builder.add(&document, &passages(&document)).expect("the disk has room");
    }
    builder.publish().expect("the disk has room");
    dir
}
