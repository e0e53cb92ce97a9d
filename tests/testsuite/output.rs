//! What a pipe and a program get.

use serde_json::Value;

use crate::sandbox::{Sandbox, fixture};

#[test]
fn no_line_of_a_piped_answer_is_wider_than_a_hundred_columns() {
    let ended = Sandbox::of_samples().glane(&["search", "accueil"]);
    // A command to copy stands whole, whatever its length.
    let lines = ended.stdout.lines().filter(|line| !line.trim_start().starts_with("$ "));
    for line in lines {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn limit_and_offset_cut_the_ranking_and_nothing_else() {
    let sandbox = Sandbox::of_samples();
    let ids = |options: &[&str]| -> Vec<Value> {
        let answer = sandbox.json(&[&["search", "accueil"], options].concat());
        let hits = answer["hits"].as_array().expect("hits").iter();
        hits.map(|hit| hit["id"].clone()).collect()
    };
    let all = ids(&["--limit", "6"]);
    assert_eq!(ids(&["--limit", "2"]), all[..2]);
    assert_eq!(ids(&["--limit", "2", "--offset", "3"]), all[3..5]);
    assert!(ids(&["--offset", "100000"]).is_empty());
}

#[test]
fn what_is_shown_in_json_keeps_the_contract_of_inspect() {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    sandbox.glane(&["index", "--quiet"]);
    let shown = sandbox.json(&["show", "atelier"]);
    let inspected = sandbox.json(&["inspect", "corpus/atelier.txt"]);
    for field in ["id", "title", "dates", "people", "sections"] {
        assert_eq!(shown[field], inspected[field], "{field}");
    }
}

#[test]
fn a_file_that_inspect_cannot_read_does_not_hide_the_others() {
    let sandbox = Sandbox::new();
    let readable = fixture("atelier.txt").to_string_lossy().into_owned();
    let ended = sandbox.glane(&["inspect", "absent.txt", &readable]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("« absent.txt »") && ended.stdout.contains("Atelier 3"));
    sandbox.glane(&["inspect", "absent.txt"]).refuses(2, &["« absent.txt »"]);
}
