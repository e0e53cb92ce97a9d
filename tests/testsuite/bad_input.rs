//! What is bad gets a French message that names it and says what to do, and the right exit code.
#![expect(clippy::disallowed_methods, reason = "these tests damage files")]

use crate::sandbox::Sandbox;

#[test]
fn a_missing_folder_is_named() {
    let sandbox = Sandbox::new();
    sandbox.glane(&["index", "nulle-part"]).refuses(2, &["« nulle-part »", "il n'existe pas"]);
    let ended = sandbox.glane(&["search", "eau", "--corpus", "nulle-part"]);
    ended.refuses(2, &["« nulle-part »", "--corpus"]);
}

#[test]
fn an_empty_folder_is_named() {
    Sandbox::new().glane(&["index"]).refuses(2, &["« corpus »", "aucun document"]);
}

#[test]
fn a_binary_file_is_left_out_and_the_rest_is_indexed() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    sandbox.write("corpus/photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    sandbox.write("corpus/programme.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0");
    sandbox.glane(&["index"]).refuses(3, &["photo.txt", "image PNG", "programme.txt", "binaire"]);
    assert_eq!(sandbox.glane(&["search", "transports"]).code, 0);
}

#[test]
fn only_bad_files_change_nothing() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    sandbox.glane(&["index", "--quiet"]);
    sandbox.write("autres/image.txt", b"\x89PNG\r\n\x1a\n\0\0");
    sandbox.glane(&["index", "autres"]).refuses(2, &["inchangé", "image.txt"]);
    assert_eq!(sandbox.glane(&["search", "transports"]).code, 0);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = Sandbox::of_fixtures(&["soude.txt", "deux-mots.txt"]);
    let locked = sandbox.path("corpus/deux-mots.txt");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o000)).expect("chmod");
    if std::fs::read(&locked).is_ok() {
        println!("SKIPPED: this user reads files whatever their permissions");
        return;
    }
    sandbox.glane(&["index"]).refuses(3, &["deux-mots.txt", "droits de lecture"]);
}

#[test]
fn invalid_utf8_is_indexed_and_told() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "corpus/note.txt",
        "Les élus ont été réunis à la mairie\u{a0}: café \u{1F600}".as_bytes(),
    );
    let mut bytes = "Les élus réunis à la mairie ont écouté les usagers.".as_bytes().to_vec();
    bytes.extend(b" \xff\xfe fin");
    sandbox.write("corpus/abime.txt", &bytes);
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    assert_eq!(sandbox.json(&["search", "usagers"])["total"], 1);
    let document = sandbox.json(&["inspect", "corpus/abime.txt"]);
    assert!(document["warnings"][0]["message"].as_str().expect("told").contains("UTF-8"));
}

#[test]
fn an_endless_line_is_cut_into_passages() {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/ligne.txt", "mot à mot ".repeat(400_000).as_bytes());
    let ended = sandbox.glane(&["index"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert_eq!(sandbox.json(&["search", "mot", "--limit", "1"])["total"], 1);
}

#[test]
fn an_empty_query_says_what_to_write() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    for query in ["", "   "] {
        sandbox.glane(&["search", query]).refuses(2, &["requête est vide", "glane search"]);
    }
}

#[test]
fn any_query_is_a_query() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    sandbox.glane(&["index", "--quiet"]);
    for query in [
        "l'",
        "«",
        "agent(e)s",
        "Qui : l'usager",
        "non - recours",
        "\"",
        "a:b:c",
        "*",
        "~",
        "((",
        "🙂",
    ] {
        let ended = sandbox.glane(&["search", "--", query]);
        assert!(ended.code <= 1 && !ended.stderr.contains("panicked"), "{query}: {ended:?}");
    }
}

#[test]
fn a_corrupted_index_says_how_to_rebuild() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    sandbox.glane(&["index", "--quiet"]);
    sandbox.write("index/generations/000001/meta.json", b"ceci n'est pas un index");
    sandbox.glane(&["search", "transports"]).refuses(2, &["« index »", "endommagé", "glane index"]);
    assert_eq!(sandbox.glane(&["index", "--quiet"]).code, 0, "indexing again repairs it");
    assert_eq!(sandbox.glane(&["search", "transports"]).code, 0);
}

#[test]
fn an_index_of_another_analysis_is_refused() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    sandbox.glane(&["index", "--quiet"]);
    let path = sandbox.path("index/generations/000001/glane.json");
    let manifest = std::fs::read_to_string(&path).expect("a manifest");
    let mut manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    manifest["fingerprint"] = "0000".into();
    std::fs::write(&path, manifest.to_string()).expect("written");
    sandbox.glane(&["search", "transports"]).refuses(2, &["« index »", "glane index"]);
}

#[test]
fn a_folder_that_is_not_an_index_is_not_written_to() {
    let sandbox = Sandbox::of_fixtures(&["soude.txt"]);
    sandbox.write("photos/chat.jpg", b"miaou");
    let ended = sandbox.glane(&["index", "--index", "photos"]);
    ended.refuses(2, &["« photos »"]);
    assert!(sandbox.path("photos/chat.jpg").exists() && !sandbox.path("photos/CURRENT").exists());
}

#[test]
fn an_unknown_option_is_refused_in_french() {
    let ended = Sandbox::new().glane(&["search", "eau", "--couleur"]);
    ended.refuses(2, &["--couleur", "n'existe pas", "glane search --help"]);
    assert!(!ended.stderr.contains("error:"), "{ended:?}");
}

#[test]
fn a_reader_that_leaves_ends_the_run_quietly() {
    use std::io::Read;
    use std::process::{Command, Stdio};

    let sandbox = Sandbox::of_samples();
    sandbox.glane(&["index", "--quiet"]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_glane"))
        .args(["search", "de", "--limit", "200"])
        .current_dir(sandbox.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
    assert!(child.wait().expect("it ends").code().is_some_and(|code| code <= 1), "{said}");
    assert_eq!(said, "");
}
