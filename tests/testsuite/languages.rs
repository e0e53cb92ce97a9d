//! Documents in several languages, from the file to the answer.

use crate::sandbox::Sandbox;

fn bilingual() -> Sandbox {
    Sandbox::of_fixtures(&["deux-langues.md"])
}

#[test]
fn an_abstract_in_english_is_found_in_any_number_and_said_to_be_in_english() {
    let sandbox = bilingual();
    let found = sandbox.json(&["search", "workshops policies"]);
    assert_eq!(found["total"], 1, "{found}");
    assert_eq!(found["hits"][0]["section"]["language"], "en");
    assert!(sandbox.glane(&["search", "policies"]).stdout.contains("· en anglais"));
}

#[test]
fn a_language_narrows_a_search_and_an_unknown_one_is_a_usage_error() {
    let sandbox = bilingual();
    assert_eq!(sandbox.json(&["search", "--language", "anglais"])["total"], 1);
    assert_eq!(sandbox.json(&["search", "agents", "--language", "fr"])["total"], 2);
    sandbox
        .glane(&["search", "agents", "--language", "elfique"])
        .refuses(2, &["elfique", "anglais"]);
}

#[test]
fn a_break_with_an_english_name_stays_french() {
    let found = bilingual().json(&["search", "networking lunch"]);
    assert_eq!(found["hits"][0]["section"]["language"], "fr", "{found}");
}

#[test]
fn status_counts_the_sections_of_each_language() {
    let sandbox = bilingual();
    sandbox.glane(&["index", "--quiet"]);
    assert_eq!(sandbox.json(&["status"])["languages"]["en"], 1);
    assert!(sandbox.glane(&["status"]).stdout.contains("anglais 1"));
}

#[test]
fn analyze_reads_words_in_the_language_asked_for() {
    let sandbox = Sandbox::new();
    let stem =
        |language| sandbox.json(&["analyze", "meetings", "--language", language])["stem"].clone();
    assert_eq!(stem("en"), "meet");
    assert_ne!(stem("fr"), "meet");
    sandbox.glane(&["analyze", "meetings", "--language", "xx"]).refuses(2, &["xx", "fr, en"]);
}
