//! Glane beside plain tantivy on the same text, in one run: indexing, size, queries, cold processes.
//!
//! The peer is tantivy with its default tokenizer and one stored text field: what Glane adds to it
//! (French on three levels, sections, people, facets, snippets, citations) is the difference.
//! Documents come from a file of `glane inspect --format json`, or else from `corpus/`; beyond the
//! first copy, each paragraph is drawn from all of them by a generator with a fixed seed.
//!
//! ```sh
//! cargo bench --bench peers -- documents.jsonl 200000    # a file, and how many passages
//! ```
//!
//! Figures are processor time for indexing and cold processes, and time on one thread for
//! queries: ratios of one run, for the machine may be shared.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a harness reads files, prints its figures and stops where it cannot measure"
)]

mod peer;
mod text;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use glane_index::{Builder, Index};
use glane_query::{Search, search};
use peer::Peer;
use text::{Cut, Draw};

/// How many queries are asked.
const QUERIES: usize = 400;

/// How many cold processes are started for each engine.
const PROCESSES: u32 = 40;

fn main() {
    let args: Vec<String> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with("--bench")).collect();
    if let [cold, index, query] = &args[..]
        && cold == "cold"
    {
        Peer::open(Path::new(index)).answer(query);
        return;
    }
    let wanted = args.get(1).map_or(20_000, |count| count.parse().expect("a number of passages"));
    let cuts = text::cuts(args.first().map(Path::new), wanted);
    let bytes: usize = cuts.iter().flat_map(|(_, passages)| passages).map(|of| of.text.len()).sum();
    let count: usize = cuts.iter().map(|(_, passages)| passages.len()).sum();
    println!("{count} passages, {:.1} MB", bytes as f64 / 1e6);

    let (own, other) = (folder(), folder());
    let own_cost = processor_time(|| index_own(own.path(), &cuts));
    let other_cost = processor_time(|| Peer::index(other.path(), &cuts));
    println!(
        "indexing, CPU s      {own_cost:8.2} {other_cost:8.2}   ×{:.2}",
        own_cost / other_cost
    );
    let (own_size, other_size) = (size(own.path()), size(other.path()));
    println!(
        "index / text         {:8.2} {:8.2}",
        own_size / bytes as f64,
        other_size / bytes as f64
    );
    queries(own.path(), other.path(), &cuts);
    cold(own.path(), other.path(), &cuts);
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

fn index_own(dir: &Path, cuts: &[Cut]) {
    let builder = Builder::new(dir, "corpus".as_ref()).expect("the folder is new");
    for (document, passages) in cuts {
        builder.add(document, passages).expect("the disk has room");
    }
    builder.publish().expect("the disk has room");
}

/// Queries of two to four words of one passage, with count, facets and snippets, beside the peer's
/// ten best with count.
fn queries(own: &Path, other: &Path, cuts: &[Cut]) {
    let (index, peer) = (Index::open(own).expect("just built"), Peer::open(other));
    let mut draw = Draw::new(7);
    let asked: Vec<String> = (0..QUERIES).map(|_| text::query(cuts, &mut draw)).collect();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // The first round warms both.
    for round in 0..2 {
        for query in &asked {
            let start = Instant::now();
            let answer = search(&index, &Search::new(query)).expect("the index is whole");
            let own = start.elapsed().as_secs_f64() * 1e3;
            assert!(answer.total > 0, "{query}");
            let start = Instant::now();
            peer.answer(query);
            let other = start.elapsed().as_secs_f64() * 1e3;
            if round > 0 {
                ours.push(own);
                theirs.push(other);
            }
        }
    }
    for (name, part) in [("p50", 50), ("p99", 99)] {
        let (own, other) = (quantile(&mut ours, part), quantile(&mut theirs, part));
        println!("query {name}, ms        {own:8.2} {other:8.2}   ×{:.2}", own / other);
    }
}

fn quantile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() - 1) * percent / 100]
}

/// A process that opens the index and answers one query, of each engine.
fn cold(own: &Path, other: &Path, cuts: &[Cut]) {
    let query = text::query(cuts, &mut Draw::new(11));
    let this = std::env::current_exe().expect("a bench is a file");
    let mut ours = Command::new(env!("CARGO_BIN_EXE_glane"));
    ours.args(["search", &query, "--index"]).arg(own);
    let mut theirs = Command::new(this);
    theirs.arg("cold").arg(other).arg(&query);
    let [own, other] = [&mut ours, &mut theirs].map(|command| {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let before = ticks(2);
        for _ in 0..PROCESSES {
            command.status().expect("the program starts");
        }
        (ticks(2) - before) * 10.0 / f64::from(PROCESSES)
    });
    println!("cold process, CPU ms {own:8.1} {other:8.1}   ×{:.2}", own / other);
}

/// Processor seconds of this process, all threads, while something runs.
fn processor_time(run: impl FnOnce()) -> f64 {
    let before = ticks(0);
    run();
    (ticks(0) - before) / 100.0
}

/// Ticks of 10 ms of this process, or, with 2, of its children: `proc_pid_stat(5)`, fields 14 to 17.
fn ticks(first: usize) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("the harness runs on Linux");
    let (_, after_name) = stat.rsplit_once(')').expect("the name stands in brackets");
    let fields: Vec<f64> = after_name.split(' ').map(|of| of.parse().unwrap_or(0.0)).collect();
    fields[12 + first] + fields[13 + first]
}

/// Bytes of the files of a folder.
fn size(dir: &Path) -> f64 {
    let files = walkdir::WalkDir::new(dir).into_iter().filter_map(Result::ok);
    files
        .filter_map(|file| file.metadata().ok())
        .filter(std::fs::Metadata::is_file)
        .map(|of| of.len() as f64)
        .sum()
}
