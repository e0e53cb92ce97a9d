//! Searching: filters, order, exit codes, show, status and analyze.

use crate::sandbox::Sandbox;

fn spelled() -> Sandbox {
    Sandbox::of_fixtures(&["trait-d-union.txt", "soude.txt", "deux-mots.txt", "atelier.txt"])
}

#[test]
fn nothing_found_exits_with_one_and_suggests() {
    let sandbox = spelled();
    let ended = sandbox.glane(&["search", "perceptoin"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stdout.contains("Essayez : perception"), "{ended:?}");
}

#[test]
fn filters_narrow_and_an_unknown_kind_is_a_usage_error() {
    let sandbox = spelled();
    let found = sandbox.json(&["search", "guichet", "--speaker", "vernoux agathe"]);
    assert_eq!(found["total"], 1);
    assert_eq!(found["hits"][0]["section"]["number"], "3");
    assert_eq!(sandbox.glane(&["search", "guichet", "--speaker", "Perceval"]).code, 1);
    assert_eq!(sandbox.json(&["search", "--year", "2018..2019"])["documents"], 2);
    let either = sandbox.json(&["search", "--year", "2018", "--year", "2019"]);
    assert_eq!(
        (&either["documents"], either["facets"]["years"].as_array().map(Vec::len)),
        (&2.into(), Some(2))
    );
    let both = ["search", "--year", "2018", "--year", "2019", "--speaker", "Perceval"];
    assert_eq!(sandbox.glane(&both).code, 1);
    sandbox
        .glane(&["search", "guichet", "--kind", "tabouret"])
        .refuses(2, &["tabouret", "atelier"]);
}

#[test]
fn an_elided_article_is_not_marked() {
    let sandbox = spelled();
    let ended = sandbox.glane(&["search", "perception", "--limit", "1"]);
    assert!(ended.stdout.contains("l'ancienne [perception]"), "{ended:?}");
    let ended = sandbox.glane(&["search", "ouverture", "--limit", "1"]);
    assert!(ended.stdout.contains("l'[ouverture]"), "{ended:?}");
}

#[test]
fn colour_is_asked_for_or_absent() {
    let sandbox = spelled();
    assert!(!sandbox.glane(&["search", "guichet"]).stdout.contains('\u{1b}'));
    assert!(sandbox.glane(&["search", "guichet", "--color", "always"]).stdout.contains('\u{1b}'));
}

#[test]
fn a_hit_can_be_shown_whole() {
    let sandbox = spelled();
    let id = sandbox.json(&["search", "guichet"])["hits"][0]["id"].as_str().expect("id").to_owned();
    assert_eq!(id, "atelier.txt#atelier-3");
    let shown = sandbox.glane(&["show", &id]);
    assert_eq!(shown.code, 0, "{shown:?}");
    assert!(shown.stdout.contains("constance des"), "{shown:?}");
    sandbox.glane(&["show", "atelier.txt#atelier-99"]).refuses(2, &["atelier-99"]);
}

#[test]
fn status_counts_what_the_index_holds() {
    let sandbox = spelled();
    sandbox.glane(&["index", "--quiet"]);
    assert_eq!(sandbox.json(&["status"])["documents"], 4);
}

#[test]
fn analyze_shows_positions_and_levels() {
    let sandbox = Sandbox::new();
    let ended = sandbox.glane(&["analyze", "L’accès aux droits des usagères"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    for word in ["accès", "élision", "usager"] {
        assert!(ended.stdout.contains(word), "{word} in {ended:?}");
    }
}

#[test]
fn corrected_documents_come_back_as_they_were_exported() {
    let sandbox = spelled();
    let exported = sandbox.glane(&["inspect", "corpus/atelier.txt", "--format", "json"]);
    sandbox.write(
        "lot/export.jsonl",
        exported.stdout.replace("Tahar Ledrieu", "Tahar Lédrieu").as_bytes(),
    );
    let ended = sandbox.glane(&["index", "lot", "--index", "autre"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let found = sandbox.json(&["search", "--speaker", "Lédrieu", "--index", "autre"]);
    assert_eq!(found["hits"][0]["section"]["title"], "Ouvrir un guichet dans un village");
}
