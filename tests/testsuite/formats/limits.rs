//! The process that reads files apart, asked as its parent asks it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

const MEMORY: &str = "2147483648";

/// What a worker answers to one request, and how it ends.
fn worker(seconds: &str, request: &str, bytes: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_glane"))
        .args(["extract", "--seconds", seconds, "--memory", MEMORY])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut requests = child.stdin.take().expect("its standard input");
    // A worker that ends early reads no further.
    let _ = writeln!(requests, "{request}").and_then(|()| requests.write_all(bytes));
    drop(requests);
    child.wait_with_output().expect("it ends")
}

fn page(paragraphs: usize) -> (String, Vec<u8>) {
    let page =
        format!("<html><body>{}</body></html>", "<p>La buvette ferme à minuit.".repeat(paragraphs));
    let request = format!(r#"{{"format":"html","length":{}}}"#, page.len());
    (request, page.into_bytes())
}

#[test]
fn a_worker_answers_with_a_line_and_ends_with_its_requests() {
    let (request, bytes) = page(1);
    let ended = worker("60", &request, &bytes);
    assert_eq!(ended.status.code(), Some(0), "{ended:?}");
    let answer: serde_json::Value = serde_json::from_slice(&ended.stdout).expect("a line of JSON");
    assert!(answer["Ok"]["text"].as_str().is_some_and(|text| text.contains("buvette")));
}

#[test]
fn a_worker_whose_time_is_over_ends_with_124() {
    let (request, bytes) = page(200_000);
    let ended = worker("0", &request, &bytes);
    assert_eq!(ended.status.code(), Some(124), "{ended:?}");
    assert!(ended.stdout.is_empty());
}

#[test]
fn a_worker_that_is_asked_nonsense_ends_with_a_message() {
    let ended = worker("60", "bonjour", b"");
    assert_eq!(ended.status.code(), Some(2), "{ended:?}");
    assert!(!ended.stderr.is_empty());
}
