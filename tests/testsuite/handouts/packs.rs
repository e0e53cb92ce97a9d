//! `glane pack`.

use serde_json::Value;

use crate::sandbox::Sandbox;

fn indexed() -> Sandbox {
    let sandbox = Sandbox::of_samples();
    sandbox.glane(&["index", "--quiet"]);
    sandbox
}

fn json(sandbox: &Sandbox, name: &str) -> Value {
    serde_json::from_str(&read(sandbox, name)).expect("JSON")
}

#[expect(clippy::disallowed_methods, reason = "these tests read what was written")]
fn read(sandbox: &Sandbox, name: &str) -> String {
    std::fs::read_to_string(sandbox.path(name)).expect("it was written")
}

#[test]
fn a_pack_is_a_document_and_what_it_is_made_again_from() {
    let sandbox = indexed();
    let ended =
        sandbox.glane(&["pack", "accueil", "des", "usagers", "--duration", "2h", "-o", "s.docx"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stdout.contains("180 mots par minute"), "{ended:?}");
    let kept = json(&sandbox, "s.docx.dossier.json");
    assert_eq!((&kept["format"], &kept["version"]), (&"glane-dossier".into(), &1.into()));
    assert_eq!(kept["recipe"]["query"], "accueil des usagers");
    assert_eq!(kept["recipe"]["timing"]["minutes"], 120);
    let excerpts = kept["excerpts"].as_array().expect("excerpts");
    assert!(excerpts.len() >= 6, "{}", excerpts.len());
    let inspected = sandbox.json(&["inspect", "s.docx"]);
    assert_eq!(inspected["title"], "Accueil des usagers");
    for excerpt in excerpts {
        let title = excerpt["title"].as_str().expect("a title");
        assert!(ended.stdout.contains(title.split(' ').next().unwrap_or(title)), "{title}");
        let id = excerpt["section"].as_str().expect("a section");
        assert_eq!(sandbox.glane(&["show", id]).code, 0, "{id} can be shown");
    }
}

#[test]
fn a_pack_is_made_again_after_a_new_indexing() {
    let sandbox = indexed();
    sandbox.glane(&["pack", "non-recours", "--max", "4", "-o", "s.md"]);
    let first = read(&sandbox, "s.md");
    let again = ["pack", "--from", "s.md.dossier.json", "-o", "t.md"];
    let ended = sandbox.glane(&again);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{ended:?}");
    assert_eq!(read(&sandbox, "t.md"), first);
    let id = json(&sandbox, "s.md.dossier.json")["excerpts"][0]["origin"]["id"].clone();
    let id = id.as_str().expect("a document");
    sandbox.write(&format!("corpus/{id}"), "Plus rien de ce qui était là.".as_bytes());
    sandbox.glane(&["index", "--quiet"]);
    let ended = sandbox.glane(&[&again[..], &["--force"]].concat());
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("le document a changé depuis"), "{ended:?}");
    assert_eq!(read(&sandbox, "t.md"), first, "excerpts keep their words");
}

#[test]
fn a_pack_needs_no_index_to_be_made_again() {
    let sandbox = indexed();
    sandbox.glane(&["pack", "non-recours", "--max", "4", "-o", "s.md"]);
    let again = ["pack", "--from", "s.md.dossier.json", "-o", "t.md", "--index", "ailleurs"];
    assert_eq!(sandbox.glane(&again).code, 0);
    assert_eq!(read(&sandbox, "t.md"), read(&sandbox, "s.md"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked() {
    let sandbox = indexed();
    sandbox.write("s.md", b"mes notes");
    let ended = sandbox.glane(&["pack", "accueil", "-o", "s.md"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (4, ""), "{ended:?}");
    assert!(ended.stderr.contains("« s.md » existe déjà") && ended.stderr.contains("--force"));
    assert_eq!(read(&sandbox, "s.md"), "mes notes");
    assert!(!sandbox.path("s.md.dossier.json").exists());
    sandbox.write("t.md.dossier.json", b"{}");
    assert_eq!(sandbox.glane(&["pack", "accueil", "-o", "t.md"]).code, 4);
    assert!(!sandbox.path("t.md").exists(), "both files or none");
    assert_eq!(sandbox.glane(&["pack", "accueil", "-o", "s.md", "--force"]).code, 0);
    assert!(read(&sandbox, "s.md").starts_with("# Accueil"));
}

#[test]
fn filters_narrow_a_pack_as_they_narrow_a_search() {
    let sandbox = indexed();
    let args = ["pack", "accueil", "--document", "actes-valmorin-2023.txt", "-o", "s.html"];
    assert_eq!(sandbox.glane(&args).code, 0);
    let kept = json(&sandbox, "s.html.dossier.json");
    let excerpts = kept["excerpts"].as_array().expect("excerpts");
    assert_eq!(excerpts.len(), 3, "three excerpts of a document at most");
    assert!(excerpts.iter().all(|kept| kept["origin"]["id"] == "actes-valmorin-2023.txt"));
    sandbox
        .glane(&["pack", "accueil", "--kind", "chapitre", "-o", "t.md"])
        .refuses(2, &["« chapitre »"]);
}

#[test]
fn nothing_found_writes_nothing() {
    let sandbox = indexed();
    let ended = sandbox.glane(&["pack", "xylophoniste", "-o", "s.docx"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (1, ""), "{ended:?}");
    assert!(!sandbox.path("s.docx").exists() && !sandbox.path("s.docx.dossier.json").exists());
}

#[test]
fn what_cannot_be_packed_is_told() {
    let sandbox = indexed();
    for (args, words) in [
        (&["pack", "-o", "s.docx"][..], &["requête est vide"][..]),
        (&["pack", "accueil"], &["--output"]),
        (&["pack", "accueil", "--max", "0", "-o", "s.md"], &["--max 0"]),
        (&["pack", "accueil", "--duration", "5m", "-o", "s.md"], &["--duration", "8 min"]),
        (&["pack", "accueil", "--duration", "90000h", "-o", "s.md"], &["--duration", "semaine"]),
        (&["pack", "accueil", "--speed", "0", "-o", "s.md"], &["--speed"]),
        (&["pack", "accueil", "--format", "pdf", "-o", "s.md"], &["« pdf »", "docx"]),
        (&["pack", "accueil", "-o", "absent/s.md"], &["« absent/s.md »"]),
        (&["pack", "--from", "absent.json", "-o", "s.md"], &["« absent.json »"]),
        (&["pack", "accueil", "--from", "x.json", "-o", "s.md"], &["--from", "de trop"]),
    ] {
        sandbox.glane(args).refuses(2, words);
    }
    sandbox.write("x.json", b"{\"format\": \"glane-dossier\", \"version\": 99}");
    sandbox
        .glane(&["pack", "--from", "x.json", "-o", "s.md"])
        .refuses(2, &["x.json", "plus récente"]);
    sandbox.write("x.json", b"[1, 2");
    sandbox.glane(&["pack", "--from", "x.json", "-o", "s.md"]).refuses(2, &["x.json", "lisible"]);
}

#[test]
fn a_document_goes_to_standard_output_when_asked() {
    let sandbox = indexed();
    let ended = sandbox.glane(&["pack", "accueil", "--max", "2", "--format", "html", "-o", "-"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stdout.starts_with("<!DOCTYPE html>") && ended.stdout.ends_with("</html>\n"));
    assert!(!sandbox.path("-").exists() && !sandbox.path("-.dossier.json").exists());
}
