//! Linear time: bytes of text a second, from decoded text to passages, of one document that grows
//! tenfold a column, on one thread.
//!
//! Where the time is linear, the figures of a row are alike. The first row is the mix that the other
//! benches read; each of the next repeats one shape that a scan may trip over (`shapes.rs`).
//! Criterion would read each text ten times at least: here a figure is the median of three readings,
//! or one reading that took seconds. « – » stands where a longer text might take minutes.
//!
//! Figures rise where a text has more lines than are told apart, some million (`ingest/line.rs`):
//! what follows is cut at every 16 KB or so, whatever it holds.
//!
//! Run with `cargo bench --bench linear`, or `cargo bench --bench linear -- name` for the shapes whose
//! name holds a word.

#![expect(clippy::print_stdout, reason = "what a bench measures is for people to read")]

mod shapes;
#[path = "../support/mod.rs"]
mod support;

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use glane_ingest::{Detection, Options, passages, structure_with};
use shapes::{SHAPES, Shape};

/// The sizes of the texts, in bytes.
const SIZES: [usize; 4] = [100_000, 1_000_000, 10_000_000, 100_000_000];

/// How long a reading may take for a longer text to be read too.
const PATIENCE: Duration = Duration::from_secs(3);

/// A time that the clock tells well: Linux winds it at each of its own ticks.
const TELLING: Duration = Duration::from_millis(100);

/// How many readings a figure is the median of.
const READINGS: usize = 3;

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    println!("{:<28}{:>9}{:>9}{:>9}{:>9}   MB/s", "", "0.1 MB", "1 MB", "10 MB", "100 MB");
    for shape in SHAPES {
        if wanted.is_empty() || wanted.iter().any(|word| shape.name.contains(word.as_str())) {
            row(shape);
        }
    }
}

fn row(shape: &Shape) {
    let mut figures = String::new();
    let mut patient = true;
    for bytes in SIZES {
        if !patient {
            figures.push_str(&format!("{:>9}", "–"));
            continue;
        }
        let text = (shape.text)(bytes);
        let took = median(&text);
        figures.push_str(&format!("{:>9.2}", text.len() as f64 / 1e6 / took.as_secs_f64()));
        patient = took < PATIENCE;
    }
    println!("{:<28}{figures}", shape.name);
}

fn median(text: &str) -> Duration {
    let mut readings = Vec::new();
    for _ in 0..READINGS {
        readings.push(reading(text));
        // The median of a text that takes this long would tell no more.
        if readings[0] > PATIENCE {
            break;
        }
    }
    readings.sort_unstable();
    readings[readings.len() / 2]
}

/// The time of one reading; a short text is read until the clock can tell.
fn reading(text: &str) -> Duration {
    let start = clock();
    for times in 1.. {
        black_box(read(black_box(text)));
        let took = clock() - start;
        if took > TELLING {
            return took / times;
        }
    }
    Duration::MAX
}

/// The time that this thread has had a processor, where Linux tells it; elsewhere, the time.
#[expect(clippy::disallowed_methods, reason = "the system tells this in a file")]
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// What is measured: all but the detection of languages, whose cost `cargo bench --bench ingest` tells.
fn read(text: &str) -> usize {
    let options = Options { language: Detection::Off };
    passages(&structure_with(&options, "texte.txt", "texte.txt", text)).len()
}
