//! The same documents answer alike, whatever an index went through to hold them.

use std::fs;
use std::path::PathBuf;

use glane_index::Index;

use crate::sandbox::{Sandbox, root};
use crate::shelf::Draw;
use crate::times;

/// The answers to the topics of the relevance tests, which carry neither dates nor numbers of runs.
fn answers(sandbox: &Sandbox, index: &str) -> String {
    let topics = root().join("tests/relevance/topics.jsonl");
    let topics = topics.to_string_lossy();
    let mut all = String::new();
    for group in ["section", "passage", "document"] {
        let arguments = ["search", "--topics", &topics, "--limit", "50", "--group", group];
        let ended = sandbox.glane(&[&arguments[..], &["--index", index]].concat());
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        all.push_str(&ended.stdout);
    }
    // What is taken from dictionaries rather than from passages.
    for query in ["préca*", "logemant~", "acompagnement", "numerique", "Solenne Le Galou"] {
        for command in ["search", "explain"] {
            let ended = sandbox.glane(&[command, query, "--format", "json", "--index", index]);
            all.push_str(&ended.stdout);
        }
    }
    all
}

#[track_caller]
fn check(expect: &str, found: &str, what: &str) {
    let differ = expect.lines().zip(found.lines()).find(|(one, other)| one != other);
    assert!(expect == found, "{what}: {differ:?}");
}

#[test]
fn answers_do_not_depend_on_history_order_or_threads() {
    let rounds = times("GLANE_HISTORY", 1);
    let sandbox = Sandbox::of_samples();
    assert_eq!(sandbox.glane(&["index", "-q"]).code, 0);
    let expect = answers(&sandbox, "index");
    let mut command = sandbox.command(&["index", "-q", "--index", "seul"]);
    let status = command.env("RAYON_NUM_THREADS", "1").status();
    assert!(status.expect("the binary runs").success());
    check(&expect, &answers(&sandbox, "seul"), "one thread");
    let (mut draw, mut departed) = (Draw(3), 0);
    for round in 0..rounds {
        wander(&sandbox, &mut draw);
        let ended = sandbox.glane(&["index", "-q"]);
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "round {round}");
        check(&expect, &answers(&sandbox, "index"), &format!("round {round}"));
        let index = Index::open(&sandbox.path("index")).expect("it is there");
        let segments = 0..index.searcher().segment_readers().len();
        let of = |segment| index.departed(u32::try_from(segment).unwrap_or(u32::MAX));
        departed += segments.filter_map(of).map(|gone| gone.count_ones(..)).sum::<usize>();
    }
    println!("{rounds} histories, {departed} passages that left and were still there");
}

/// Indexes some wrong states of the corpus, a file or two apart, then puts it right again.
fn wander(sandbox: &Sandbox, draw: &mut Draw) {
    let entries = fs::read_dir(sandbox.path("corpus")).expect("the samples");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let whole: Vec<Vec<u8>> =
        paths.iter().map(|path| fs::read(path).expect("it can be read")).collect();
    for _ in 0..3 {
        let place = draw.below(paths.len());
        let (path, bytes) = (&paths[place], &whole[place]);
        match draw.below(3) {
            0 if path.exists() => fs::remove_file(path).expect("it was there"),
            1 => fs::write(path, &bytes[..bytes.len() / 2]).expect("written"),
            _ => fs::write(path, &whole[draw.below(whole.len())]).expect("written"),
        }
        let ended = sandbox.glane(&["index", "-q", "--accept-deletions", "100"]);
        // A sidecar given to another document, or cut, is a failure of its own.
        assert!([0, 3].contains(&ended.code), "{ended:?}");
    }
    for (path, bytes) in paths.iter().zip(&whole) {
        fs::write(path, bytes).expect("written");
    }
}
