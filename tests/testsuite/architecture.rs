//! The arrows between crates, as `crates/README.md` draws them.
#![expect(clippy::disallowed_methods, reason = "this test reads the manifests")]

use std::collections::BTreeSet;

use crate::sandbox::root;

/// Each crate and those of this project it may depend on.
const ARROWS: [(&str, &[&str]); 8] = [
    ("analysis", &[]),
    ("document", &[]),
    ("ingest", &["analysis", "document"]),
    ("index", &["analysis", "document"]),
    ("query", &["analysis", "document", "index"]),
    ("dossier", &["analysis", "document", "index", "query"]),
    ("render", &["document", "dossier", "query"]),
    ("web", &["analysis", "document", "dossier", "index", "query", "render"]),
];

/// Libraries that only these crates may know.
const OWNERS: [(&str, &[&str]); 13] = [
    ("tantivy", &["index", "query"]),
    ("clap", &[]),
    ("lingua", &["ingest"]),
    ("rust-stemmers", &["analysis"]),
    ("pdf-extract", &["ingest"]),
    ("toml", &["ingest"]),
    ("zip", &["ingest", "render"]),
    ("quick-xml", &["ingest", "render"]),
    ("html5gum", &["ingest"]),
    ("csv", &["render"]),
    ("plotters", &["render"]),
    ("axum", &["web"]),
    ("maud", &["web"]),
];

/// The normal dependencies of a crate.
fn dependencies(name: &str) -> BTreeSet<String> {
    let manifest = root().join("crates").join(name).join("Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).expect("each crate has a manifest");
    let (_, section) = manifest.split_once("[dependencies]").expect("it has dependencies");
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn arrows_between_crates_point_one_way() {
    for (name, allowed) in ARROWS {
        let own = dependencies(name);
        let inside = own.iter().filter_map(|dependency| dependency.strip_prefix("glane-"));
        let forbidden: Vec<&str> = inside.filter(|to| !allowed.contains(to)).collect();
        assert!(forbidden.is_empty(), "{name} must not depend on {forbidden:?}");
    }
}

#[test]
fn every_crate_has_its_arrows_drawn() {
    let folders = std::fs::read_dir(root().join("crates")).expect("the crates exist");
    let names = folders.map(|entry| entry.expect("an entry").path());
    let crates = names.filter(|path| path.join("Cargo.toml").exists());
    let found: BTreeSet<String> =
        crates.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    let drawn: BTreeSet<String> = ARROWS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(found, drawn);
}

#[test]
fn each_engine_is_known_to_its_owners_only() {
    for (library, owners) in OWNERS {
        for (name, _) in ARROWS {
            let knows = dependencies(name).contains(library);
            assert!(!knows || owners.contains(&name), "{name} must not know {library}");
        }
    }
}
