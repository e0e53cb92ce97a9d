//! Indexing as a script meets it: what it says, what it publishes, when it stands back.
#![expect(clippy::disallowed_methods, reason = "these tests change the corpus between runs")]

use std::fs::File;
use std::process::Command;

use crate::sandbox::Sandbox;

fn indexed() -> Sandbox {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    let ended = sandbox.glane(&["index", "--quiet"]);
    assert_eq!((ended.code, ended.stdout.as_str(), ended.stderr.as_str()), (0, "", ""));
    sandbox
}

#[test]
fn a_build_ends_with_75_while_another_holds_the_lock() {
    let sandbox = indexed();
    let lock = File::options().write(true).open(sandbox.path("index/.lock")).expect("a lock file");
    lock.lock().expect("nobody else holds it");
    sandbox.glane(&["index"]).refuses(75, &["« index »", "en cours"]);
    assert_eq!(sandbox.glane(&["search", "guichet"]).code, 0, "readers do not wait");
}

#[test]
fn indexing_again_forgets_what_left_the_corpus() {
    let sandbox = indexed();
    std::fs::remove_file(sandbox.path("corpus/atelier.txt")).expect("removed");
    sandbox.write("corpus/note.txt", "La buvette ferme à minuit.".as_bytes());
    let ended = sandbox.glane(&["index"]);
    assert!(ended.stderr.starts_with("1 document ("), "{ended:?}");
    assert_eq!(sandbox.glane(&["search", "guichet"]).code, 1);
    assert_eq!(sandbox.glane(&["search", "buvette"]).code, 0);
}

#[test]
fn the_environment_names_the_folders_that_no_option_names() {
    let sandbox = Sandbox::new();
    sandbox.write("notes/a.txt", "La buvette ferme à minuit.".as_bytes());
    let status = Command::new(env!("CARGO_BIN_EXE_glane"))
        .args(["index", "--quiet"])
        .current_dir(sandbox.path("."))
        .envs([("GLANE_CORPUS", "notes"), ("GLANE_INDEX", "ailleurs")])
        .status();
    assert!(status.expect("the binary runs").success());
    assert!(sandbox.path("ailleurs/CURRENT").exists() && !sandbox.path("index").exists());
}

#[test]
fn only_searching_builds_an_index_unasked() {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    for arguments in [&["show", "atelier"][..], &["status"]] {
        sandbox.glane(arguments).refuses(2, &["« index »", "glane index"]);
    }
    assert!(!sandbox.path("index").exists());
}

#[test]
fn no_altered_file_of_an_index_goes_unnoticed() {
    let sandbox = indexed();
    for (name, bytes) in generation(&sandbox) {
        let mut altered = bytes.clone();
        altered[bytes.len() / 2] ^= 0x55;
        sandbox.write(&name, &altered);
        sandbox.glane(&["search", "guichet"]).refuses(2, &["« index »", "glane index"]);
        sandbox.write(&name, &bytes);
    }
    assert_eq!(sandbox.glane(&["search", "guichet"]).code, 0);
}

/// The files of the only generation, but tantivy's own locks and lists of files.
fn generation(sandbox: &Sandbox) -> Vec<(String, Vec<u8>)> {
    let folder = "index/generations/000001";
    let entries = std::fs::read_dir(sandbox.path(folder)).expect("a generation");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names
        .filter(|name| !name.starts_with('.'))
        .map(|name| format!("{folder}/{name}"))
        .map(|name| (std::fs::read(sandbox.path(&name)).expect("a file"), name))
        .filter(|(bytes, _)| !bytes.is_empty())
        .map(|(bytes, name)| (name, bytes))
        .collect()
}

#[test]
fn patterns_and_sizes_choose_the_files() {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/2019/actes.txt", "La buvette ferme à minuit.".as_bytes());
    sandbox.write("corpus/archives/actes.txt", "La buvette ouvre à midi.".as_bytes());
    sandbox.write("corpus/releve.data", "La buvette manque de chaises.".as_bytes());
    let found = |options: &[&str]| {
        sandbox.glane(&[&["index", "--quiet"], options].concat());
        sandbox.json(&["search", "buvette"])["total"].as_u64()
    };
    assert_eq!(found(&[]), Some(2));
    assert_eq!(found(&["--exclude", "archives"]), Some(1));
    assert_eq!(found(&["--include", "*.data", "--include", "2019/*"]), Some(2));
    sandbox.write("corpus/long.txt", "mot ".repeat(2000).as_bytes());
    let ended = sandbox.glane(&["index", "--max-size", "4K"]);
    ended.refuses(3, &["long.txt", "trop volumineux", "--max-size"]);
    let ended = sandbox.glane(&["index"]);
    assert!(ended.stderr.contains("1 fichier laissé de côté") && ended.stderr.contains(".data"));
    sandbox.glane(&["index", "--max-size", "beaucoup"]).refuses(2, &["beaucoup", "256M"]);
    sandbox.glane(&["index", "--include", "[a"]).refuses(2, &["« [a »", "motif"]);
}
