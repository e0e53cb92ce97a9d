//! Corrections beside a document, as their author meets them.

use crate::sandbox::{Sandbox, root};

/// A corpus of one document whose sidecar is `text`.
fn corrected(text: &str) -> Sandbox {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    sandbox.write("corpus/atelier.txt.glane.toml", text.as_bytes());
    sandbox
}

#[test]
fn a_correction_changes_the_answer() {
    let plain = Sandbox::of_fixtures(&["atelier.txt"]);
    assert_eq!(plain.glane(&["search", "estafette"]).code, 1);
    assert_eq!(plain.glane(&["search", "--speaker", "Ledrieux-Morel"]).code, 1);

    let sandbox = corrected(
        "title = \"Actes de l'estafette\"\ndates = [\"1998-10-12\"]\n\n[[person]]\n\
         name = \"Tahar Ledrieux-Morel\"\nmerge = [\"Tahar Ledrieu\"]\n\n[[section]]\n\
         heading = \"Ouvrir un guichet dans un village\"\ntitle = \"Une estafette pour guichet\"\n",
    );
    let ended = sandbox.glane(&["index"]);
    assert_eq!((ended.code, ended.stderr.lines().count()), (0, 1), "{ended:?}");
    let found = sandbox.json(&["search", "estafette", "--year", "1998"]);
    assert_eq!(found["hits"][0]["section"]["title"], "Une estafette pour guichet");
    let found = sandbox.json(&["search", "guichet", "--speaker", "Ledrieux-Morel"]);
    assert_eq!(found["hits"][0]["id"], "atelier.txt#atelier-3", "the identifier stays");
    assert!(found["hits"][0]["citation"].as_str().expect("a citation").contains("estafette"));
}

#[test]
fn a_wrong_sidecar_is_listed_with_its_line_and_its_document_indexed_without_it() {
    let sandbox = corrected("title = \"Estafette\"\n\n[[section]]\nheding = \"Atelier 3\"\n");
    let ended = sandbox.glane(&["index", "--quiet"]);
    ended.refuses(3, &["corpus/atelier.txt.glane.toml", "ligne 4", "« heding »", "« heading »"]);
    assert_eq!(sandbox.glane(&["search", "guichet"]).code, 0);
    assert_eq!(sandbox.glane(&["search", "estafette"]).code, 1);
    let ended = sandbox.glane(&["inspect", "corpus/atelier.txt"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("ligne 4") && ended.stdout.contains("ligne 4"), "{ended:?}");
}

#[test]
fn a_correction_that_fits_nothing_is_told_and_the_others_are_made() {
    let sandbox =
        corrected("title = \"Estafette\"\n\n[[section]]\nheading = \"Atelier 9\"\ntitle = \"A\"\n");
    let ended = sandbox.glane(&["index"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("ligne 3") && ended.stderr.contains("Atelier 9"), "{ended:?}");
    assert_eq!(sandbox.glane(&["index", "--quiet"]).stderr, "");
    assert_eq!(sandbox.json(&["show", "atelier"])["title"], "Estafette");
    let warnings = &sandbox.json(&["inspect", "corpus/atelier.txt"])["warnings"];
    assert!(warnings[0]["message"].as_str().expect("told").contains("ligne 3"), "{warnings}");
}

#[test]
fn a_sidecar_without_its_document_is_told() {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    sandbox.write("corpus/perdu.txt.glane.toml", b"title = \"A\"\n");
    let ended = sandbox.glane(&["index"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("perdu.txt.glane.toml"), "{ended:?}");
    assert_eq!(sandbox.json(&["status"])["documents"], 1);
}

#[test]
fn a_sidecar_does_not_apply_to_documents_as_they_are() {
    let sandbox = corrected("title = \"Estafette\"\n");
    let exported = sandbox.glane(&["inspect", "corpus/atelier.txt", "--format", "json"]);
    sandbox.write("lot/export.jsonl", exported.stdout.as_bytes());
    sandbox.write("lot/export.jsonl.glane.toml", b"title = \"Carriole\"\n");
    let ended = sandbox.glane(&["index", "lot"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("export.jsonl.glane.toml"), "{ended:?}");
    assert_eq!(sandbox.json(&["show", "atelier"])["title"], "Estafette");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "this test reads the README")]
fn the_example_of_the_readme_is_a_sidecar() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("a README");
    let (_, rest) = readme.split_once("```toml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("it ends");
    let ended = corrected(example).glane(&["index"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("Solveig Aubertain"), "its names are not in this document");
}

#[test]
fn the_sidecars_of_the_samples_apply_whole() {
    let sandbox = Sandbox::of_samples();
    for (name, title) in [
        ("cours-gouvernance-2017", "Régie, délégation, société publique"),
        ("stage-syndical-2025", "Services publics de proximité et action syndicale"),
    ] {
        let document = sandbox.json(&["inspect", &format!("corpus/{name}.txt")]);
        assert_eq!(document["warnings"], serde_json::json!([]), "{name}");
        assert!(document["title"].as_str().expect("a title").starts_with(title), "{document}");
    }
}
