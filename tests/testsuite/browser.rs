//! The pages in a real browser: accessibility and what a trainer does (`tests/browser/`).
//!
//! They need node, a Chromium and `npm ci` in `tests/browser`: `.ci/run` installs them. Where one is
//! missing the test says so and passes; pages without a browser are tested in `web/tests/desk/`.
#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "what is skipped is said")]

use std::process::Command;

use crate::sandbox::root;
use crate::serve::Served;

/// Runs a script of `tests/browser` on the samples.
fn run(script: &str) {
    let folder = root().join("tests/browser");
    if !folder.join("node_modules").is_dir() {
        println!("SKIPPED: « npm ci » was not run in tests/browser");
        return;
    }
    let served = Served::samples();
    let mut node = Command::new("node");
    node.current_dir(folder).arg(script).arg(format!("http://{}", served.host));
    let Ok(ended) = node.output() else {
        println!("SKIPPED: there is no node");
        return;
    };
    let told = String::from_utf8_lossy(&ended.stdout).into_owned();
    println!("{told}");
    let wrong = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(ended.status.success(), "{told}\n{wrong}");
}

#[test]
fn no_page_has_an_accessibility_violation_in_a_browser() {
    run("access.mjs");
}

#[test]
fn a_trainer_searches_refines_keeps_and_exports_in_a_browser() {
    run("flows.mjs");
}
