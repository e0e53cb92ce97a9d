//! What a run says and leaves: logs, the last line, `last-run.json`, the file for Prometheus.
#![expect(clippy::disallowed_methods, reason = "these tests read what runs leave")]

use std::fs;
use std::process::Command;

use super::{index, notes, write};
use crate::sandbox::Sandbox;

/// The start of a picture, which is no document.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[test]
fn a_quiet_run_says_nothing_unless_something_fails() {
    let sandbox = notes(&["guichet"]);
    write(&sandbox, "accueil", "accueil");
    assert_eq!(sandbox.glane(&["index", "-q"]).stderr, "");
    sandbox.write("corpus/photo.txt", PNG);
    for _ in 0..2 {
        let ended = sandbox.glane(&["index", "-q"]);
        assert_eq!((ended.code, ended.stderr.lines().count()), (3, 2), "{ended:?}");
        assert!(
            ended.stderr.contains("photo.txt") && ended.stderr.contains("en échec"),
            "{ended:?}"
        );
    }
}

#[test]
fn a_verbose_run_says_what_becomes_of_each_file() {
    let sandbox = notes(&["guichet", "accueil"]);
    write(&sandbox, "guichet", "perron");
    write(&sandbox, "velo", "vélo");
    fs::remove_file(sandbox.path("corpus/accueil.txt")).expect("removed");
    let said = sandbox.glane(&["index", "-v"]).stderr;
    for line in ["relu : guichet.txt (", "ajouté : velo.txt (", "retiré : accueil.txt"] {
        assert!(said.contains(line), "no « {line} » in {said}");
    }
}

#[test]
fn a_log_for_programs_is_an_object_a_line() {
    let sandbox = notes(&["guichet"]);
    write(&sandbox, "accueil", "accueil");
    sandbox.write("corpus/photo.txt", PNG);
    let said = sandbox.glane(&["index", "-v", "--log-format", "json"]).stderr;
    let events: Vec<serde_json::Value> =
        said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let of = |event: &str| events.iter().find(|own| own["event"] == event).expect("an event");
    assert_eq!(of("added")["doc"], "accueil.txt");
    assert!(of("added")["ms"].is_u64() && of("added")["ts"].is_f64(), "{said}");
    let failed = events.iter().find(|own| own["error_code"] == "format").expect("a failure");
    assert_eq!((&failed["doc"], &failed["level"]), (&"photo.txt".into(), &"error".into()));
    assert!(events.last().is_some_and(|event| event["event"] == "ended"), "{said}");
    fs::rename(sandbox.path("corpus"), sandbox.path("ailleurs")).expect("moved");
    let said = sandbox.glane(&["index", "-q", "--log-format", "json"]).stderr;
    let event: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((&event["event"], &event["level"]), (&"stopped".into(), &"error".into()));
}

#[test]
fn the_last_run_is_left_for_programs() {
    let sandbox = notes(&["guichet"]);
    sandbox.write("corpus/photo.txt", PNG);
    let (ended, report) = index(&sandbox, &[]);
    assert_eq!(ended.code, 3, "{ended:?}");
    let left = fs::read_to_string(sandbox.path("index/last-run.json")).expect("a report");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&left).expect("JSON"), report);
    assert_eq!((&report["status"], &report["exit_code"]), (&"partial".into(), &3.into()));
    assert_eq!(report["failed"][0]["path"], "photo.txt");
    assert_eq!((&report["documents"], &report["added"]), (&1.into(), &1.into()));
    fs::rename(sandbox.path("corpus"), sandbox.path("ailleurs")).expect("moved");
    fs::create_dir(sandbox.path("corpus")).expect("a mount point");
    let (ended, report) = index(&sandbox, &[]);
    assert_eq!((ended.code, &report["status"]), (2, &"failed".into()), "{ended:?}");
    assert!(report["error"].as_str().expect("told").contains("aucun document"), "{report}");
    assert!(report["last_success_at"].is_u64(), "that of the run before: {report}");
    assert_eq!(report["documents"], 1);
}

#[test]
fn prometheus_is_given_a_whole_file_or_none() {
    let sandbox = notes(&["guichet"]);
    let read = || fs::read_to_string(sandbox.path("glane.prom")).expect("a file");
    assert_eq!(sandbox.glane(&["index", "--prom", "glane.prom"]).code, 0);
    assert!(
        read().contains("\nglane_last_exit_code 0\n") && read().contains("\nglane_documents 1\n")
    );
    sandbox.write("corpus/photo.txt", PNG);
    assert_eq!(sandbox.glane(&["index", "--prom", "glane.prom"]).code, 3);
    assert!(read().contains("\nglane_failed_documents 1\n"), "{}", read());
    let ended = sandbox.glane(&["index", "--prom", "nulle/part.prom"]);
    assert!(ended.code == 3 && ended.stderr.contains("nulle/part.prom"), "{ended:?}");
}

#[test]
fn the_journal_is_given_priorities() {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    sandbox.write("corpus/photo.txt", PNG);
    let output = Command::new(env!("CARGO_BIN_EXE_glane"))
        .arg("index")
        .current_dir(sandbox.path("."))
        .env("JOURNAL_STREAM", "8:12345")
        .output();
    let said = String::from_utf8(output.expect("the binary runs").stderr).expect("UTF-8");
    assert!(said.starts_with("<3>glane : ") && said.contains("\n<4>1 document"), "{said}");
}

#[test]
fn the_status_tells_a_probe_whether_the_index_is_fresh() {
    let sandbox = notes(&["guichet"]);
    assert_eq!(sandbox.glane(&["status", "--max-age", "1h"]).code, 0);
    let status = sandbox.json(&["status"]);
    assert_eq!(status["last_run"]["status"], "done");
    assert!(status["free_bytes"].as_u64().is_some_and(|free| free > 0), "{status}");
    let last = sandbox.path("index/last-run.json");
    let report = fs::read_to_string(&last).expect("a report");
    let mut report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    for (days_ago, code) in [(3, 2), (1, 0), (-3, 0)] {
        let now = report["ended_at"].as_i64().expect("a time");
        report["last_success_at"] = (now - days_ago * 86_400).into();
        fs::write(&last, report.to_string()).expect("written");
        let ended = sandbox.glane(&["status", "--max-age", "2j"]);
        assert_eq!(ended.code, code, "{days_ago}: {ended:?}");
    }
    fs::remove_file(&last).expect("removed");
    assert_eq!(sandbox.glane(&["status"]).code, 0);
    assert_eq!(sandbox.glane(&["status", "--max-age", "2j"]).code, 2);
}
