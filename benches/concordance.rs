//! What every occurrence of a frequent word costs: a concordance in the order of the documents and
//! sorted, its first row, a count by year, cooccurrents; beside reading the same passages.
//!
//! The corpus is that of the other benches. Figures are the least of a few runs, with
//! the index open and its files in memory: the time that passes, then that of all processors, which
//! other programs hardly change.
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

use glane_analysis::{Analyzer, Language, Word};
use glane_index::{Builder, Index, Level, encode};
use glane_ingest::{passages, structure};
use glane_query::{
    Concordance, ConcordanceKey, Cooccurrence, Count, Dimension, cooccurrences, count, occurrences,
};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, Term};
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
    // What is known of a section besides its text may have the word too, and is no occurrence.
    println!("reading {} passages that may have it", read(index, word));

    let reading = least(|| read(index, word));
    println!("{:24} {:>12}  {:>15}  {:>12}  {:>15}", "", "time", "", "processors", "");
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

/// Reads the passages that have the word, in any number, in their head or in their text, as they are
/// stored, and nothing else. Tells how many.
fn read(index: &Index, word: &str) -> usize {
    let found = passages_with(index, word);
    let bytes = |at: &DocAddress| index.passage(*at).expect("it is whole").passage.text.len();
    black_box(found.iter().map(bytes).sum::<usize>());
    found.len()
}

/// The passages that have the word, in the order in which they are stored.
fn passages_with(index: &Index, word: &str) -> BTreeSet<DocAddress> {
    let word = Analyzer::new().word_in(Language::French, word);
    let mut forms = index.family(&word);
    forms.retain(|own| own.key == word.key);
    let mut found = BTreeSet::new();
    for (segment, reader) in (0..).zip(index.searcher().segment_readers()) {
        for field in [index.fields().text, index.fields().head] {
            let inverted = reader.inverted_index(field).expect("the index is whole");
            for Word { language, form, .. } in &forms {
                let term = Term::from_field_text(field, &encode(*language, Level::Form, form));
                let postings = inverted.read_postings(&term, IndexRecordOption::Basic);
                let Some(mut postings) = postings.expect("the index is whole") else { continue };
                while postings.doc() != TERMINATED {
                    found.insert(DocAddress::new(segment, postings.doc()));
                    postings.advance();
                }
            }
        }
    }
    found
}

/// What a run costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    /// From its start to its end.
    time: Duration,
    /// What all processors worked for it; none where the system does not say.
    processors: Duration,
}

/// The least of either of a few runs.
fn least<T>(mut run: impl FnMut() -> T) -> Cost {
    let cost = |_| {
        let (start, worked) = (Instant::now(), worked());
        black_box(run());
        Cost { time: start.elapsed(), processors: self::worked().saturating_sub(worked) }
    };
    let least = |one: Cost, other: Cost| Cost {
        time: one.time.min(other.time),
        processors: one.processors.min(other.processors),
    };
    (0..RUNS).map(cost).reduce(least).expect("there are several runs")
}

/// What all processors worked for this process so far, in ticks of ten milliseconds: the fields
/// `utime` and `stime` of `proc(5)`.
#[expect(clippy::disallowed_methods, reason = "a bench is an edge, and Linux tells in a file")]
fn worked() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
    let ticks = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

fn told(what: &str, cost: Cost, reading: Cost) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let times = |own: Duration, of: Duration| own.as_secs_f64() / of.as_secs_f64();
    println!(
        "{what:24} {:9.1} ms  {:5.2} × reading  {:9.1} ms  {:5.2} × reading",
        milliseconds(cost.time),
        times(cost.time, reading.time),
        milliseconds(cost.processors),
        times(cost.processors, reading.processors),
    );
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
