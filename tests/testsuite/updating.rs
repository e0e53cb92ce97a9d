//! Indexing again: what each change of the corpus becomes, and what it costs.

mod outcomes;
mod refusals;
mod reports;

use crate::sandbox::{Ended, Sandbox};

/// A sandbox with notes that each have a word of their own, indexed.
pub(crate) fn notes(names: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    for name in names {
        write(&sandbox, name, name);
    }
    let ended = sandbox.glane(&["index", "--quiet"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
    sandbox
}

/// Writes a note about `word`.
pub(crate) fn write(sandbox: &Sandbox, name: &str, word: &str) {
    let text = format!("Note de service\n\nLe {word} ouvre à huit heures, dit la mairie.\n");
    sandbox.write(&format!("corpus/{name}.txt"), text.as_bytes());
}

/// Indexes, and the report of it.
#[track_caller]
pub(crate) fn index(sandbox: &Sandbox, options: &[&str]) -> (Ended, serde_json::Value) {
    let ended = sandbox.glane(&[&["index", "--format", "json"], options].concat());
    let report = serde_json::from_str(&ended.stdout);
    assert!(report.is_ok(), "no report in {ended:?}");
    (ended, report.unwrap_or_default())
}

/// How many sections have a word.
pub(crate) fn found(sandbox: &Sandbox, word: &str) -> u64 {
    sandbox.json(&["search", word])["total"].as_u64().expect("a total")
}

/// The figures of a report: added, updated, moved, removed, unchanged.
pub(crate) fn figures(report: &serde_json::Value) -> [u64; 5] {
    ["added", "updated", "moved", "removed", "unchanged"]
        .map(|name| report[name].as_u64().expect("a figure"))
}
