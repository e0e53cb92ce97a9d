//! What a nightly run costs at scale: a full build, nothing changed, one file in a hundred changed.
//!
//! The corpus is that of the other benches, in files of some 13 kB: 130 MB are 10,000 files. Figures
//! are processor time of the program's own processes, so that a shared machine tells the truth.
//!
//! ```sh
//! cargo bench --bench scale                 # 130 MB
//! cargo bench --bench scale -- 13 130 1300  # three sizes: memory must not follow
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a harness writes files, prints its figures and stops where it cannot measure"
)]

#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Files that look unchanged are believed once they are older than this.
const SETTLED: Duration = Duration::from_secs(3);
/// So many runs are averaged where one is too short to be measured.
const RUNS: u32 = 10;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![130] } else { sizes } {
        measure(size * 1_000_000);
    }
}

/// What a command used.
struct Cost {
    /// Seconds of processor.
    processor: f64,
    /// Seconds.
    wall: f64,
    /// Most memory of its own at a time, in MB.
    memory: f64,
    /// The same with the pages of files that it maps, which the system takes back when it needs them.
    mapped: f64,
}

fn measure(bytes: usize) {
    let dir = tempfile::tempdir().expect("the system has a folder for temporary files");
    let files = write(&dir.path().join("corpus"), bytes);
    println!("{files} files, {:.0} MB", bytes as f64 / 1e6);
    std::thread::sleep(SETTLED);

    let full = glane(dir.path(), &["index", "-q"]);
    let size = size(&dir.path().join("index/generations"));
    println!(
        "full build      {:9.2} s CPU  {:8.2} s  {:6.0} MB ({:.0} with mapped files)  index / text {:.2}",
        full.processor,
        full.wall,
        full.memory,
        full.mapped,
        size / bytes as f64
    );
    let open = average(|| glane(dir.path(), &["status"]));
    let none = average(|| glane(dir.path(), &["index", "-q"]));
    let find = average(|| {
        run(Command::new("find").arg(dir.path().join("corpus")).args(["-printf", "%s %T@ %i\n"]))
    });
    println!("opening         {open:9.4} s CPU");
    println!("nothing changed {none:9.4} s CPU, with the opening");
    println!("find with stat  {find:9.4} s CPU  ×{:.2}", (none - open) / find);

    let changed = change(&dir.path().join("corpus"));
    let some = glane(dir.path(), &["index", "-q"]);
    println!(
        "{changed:5} changed   {:9.2} s CPU  {:8.2} s  {:6.0} MB  {:.1} % of a full build",
        some.processor,
        some.wall,
        some.memory,
        some.processor / full.processor * 100.0
    );
}

/// Writes the corpus, a thousand files a folder.
fn write(corpus: &Path, bytes: usize) -> usize {
    let sources = support::sources(bytes);
    for (place, source) in sources.iter().enumerate() {
        let folder = corpus.join(format!("{:03}", place / 1_000));
        fs::create_dir_all(&folder).expect("the disk has room");
        fs::write(folder.join(&source.id), &source.text).expect("the disk has room");
    }
    sources.len()
}

/// Adds a line to one file in a hundred.
fn change(corpus: &Path) -> usize {
    let files = walkdir::WalkDir::new(corpus).sort_by_file_name().into_iter();
    let files = files.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let some = files.step_by(100).map(walkdir::DirEntry::into_path);
    let change = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("it was written");
        fs::write(&path, text + "\n\nLe kiosque a rouvert.\n").expect("the disk has room");
    };
    some.map(change).count()
}

fn glane(dir: &Path, arguments: &[&str]) -> Cost {
    run(Command::new(env!("CARGO_BIN_EXE_glane")).args(arguments).current_dir(dir))
}

fn average(mut run: impl FnMut() -> Cost) -> f64 {
    (0..RUNS).map(|_| run().processor).sum::<f64>() / f64::from(RUNS)
}

fn run(command: &mut Command) -> Cost {
    let (before, since) = (children(), Instant::now());
    let mut child = command.stdout(Stdio::null()).spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let (mut memory, mut mapped) = (0.0_f64, 0.0_f64);
    let ended = loop {
        if let Some(ended) = child.try_wait().expect("it is ours") {
            break ended;
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        memory = memory.max(megabytes(&text, "RssAnon:"));
        mapped = mapped.max(megabytes(&text, "VmHWM:"));
        // Short runs are not to be kept waiting.
        std::thread::sleep(Duration::from_millis(if since.elapsed().as_secs() > 1 {
            50
        } else {
            2
        }));
    };
    assert!(ended.success(), "{ended}");
    Cost { processor: children() - before, wall: since.elapsed().as_secs_f64(), memory, mapped }
}

/// A figure of the status of a process, in MB: `proc_pid_status(5)`.
fn megabytes(status: &str, name: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1_000.0
}

/// Processor seconds of the processes that this one started and that ended: `proc_pid_stat(5)`.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("the harness runs on Linux");
    let (_, after_name) = stat.rsplit_once(')').expect("the name stands in brackets");
    let fields: Vec<f64> = after_name.split(' ').map(|of| of.parse().unwrap_or(0.0)).collect();
    (fields[14] + fields[15]) / 100.0
}

/// Bytes of the files of a folder.
fn size(dir: &Path) -> f64 {
    let files = walkdir::WalkDir::new(dir).into_iter().filter_map(Result::ok);
    let files = files.filter_map(|file| file.metadata().ok()).filter(fs::Metadata::is_file);
    files.map(|file| file.len() as f64).sum()
}
