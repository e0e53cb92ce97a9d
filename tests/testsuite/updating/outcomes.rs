//! What becomes of files that were added, changed, renamed, removed, replaced, locked, half written.
#![expect(clippy::disallowed_methods, reason = "these tests change the corpus between runs")]

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use super::{figures, found, index, notes, write};
use crate::sandbox::Sandbox;

#[test]
fn a_second_run_finds_nothing_to_do_and_says_so_in_one_line() {
    let sandbox = notes(&["guichet", "accueil"]);
    let before = fs::read(sandbox.path("index/CURRENT")).expect("an index");
    let ended = sandbox.glane(&["index"]);
    assert_eq!((ended.code, ended.stderr.lines().count()), (0, 1), "{ended:?}");
    assert!(ended.stderr.starts_with("Rien à faire : 2 documents ("), "{ended:?}");
    assert_eq!(fs::read(sandbox.path("index/CURRENT")).expect("an index"), before);
}

#[test]
fn what_was_added_changed_and_removed_is_what_is_read_and_forgotten() {
    let sandbox = notes(&["guichet", "accueil", "buvette"]);
    write(&sandbox, "velo", "vélo");
    write(&sandbox, "accueil", "parvis");
    fs::remove_file(sandbox.path("corpus/buvette.txt")).expect("removed");
    let (ended, report) = index(&sandbox, &[]);
    assert_eq!((ended.code, figures(&report)), (0, [1, 1, 0, 1, 1]), "{ended:?}");
    assert_eq!((&report["status"], &report["generation"]), (&"done".into(), &2.into()));
    for (word, total) in
        [("guichet", 1), ("vélo", 1), ("parvis", 1), ("accueil", 0), ("buvette", 0)]
    {
        assert_eq!(found(&sandbox, word), total, "{word}");
    }
}

#[test]
fn a_renamed_file_is_known_by_its_bytes() {
    let sandbox = notes(&["guichet", "accueil"]);
    fs::create_dir(sandbox.path("corpus/2019")).expect("a folder");
    fs::rename(sandbox.path("corpus/accueil.txt"), sandbox.path("corpus/2019/a.txt"))
        .expect("moved");
    let (_, report) = index(&sandbox, &[]);
    assert_eq!(figures(&report), [0, 0, 1, 0, 1]);
    let hits = sandbox.json(&["search", "accueil"]);
    assert_eq!(
        hits["hits"][0]["id"].as_str().expect("an id").split('#').next(),
        Some("2019/a.txt")
    );
    assert_eq!(hits["total"], 1);
}

#[test]
fn a_file_replaced_by_a_folder_gives_way_to_what_that_holds() {
    let sandbox = notes(&["guichet", "accueil"]);
    fs::remove_file(sandbox.path("corpus/accueil.txt")).expect("removed");
    write(&sandbox, "accueil.txt/parvis", "parvis");
    let (ended, report) = index(&sandbox, &[]);
    assert_eq!((ended.code, figures(&report)), (0, [1, 0, 0, 1, 1]), "{ended:?}");
    assert_eq!((found(&sandbox, "accueil"), found(&sandbox, "parvis")), (0, 1));
}

#[test]
fn a_touched_file_is_compared_and_left_alone() {
    let sandbox = notes(&["guichet"]);
    let file =
        File::options().append(true).open(sandbox.path("corpus/guichet.txt")).expect("a file");
    file.set_modified(SystemTime::now() + Duration::from_secs(3_600)).expect("touched");
    let (_, report) = index(&sandbox, &[]);
    assert_eq!((&report["status"], figures(&report)), (&"unchanged".into(), [0, 0, 0, 0, 1]));
}

#[test]
fn bytes_decide_whatever_the_clock_says() {
    let sandbox = notes(&["guichet", "accueil"]);
    for (year, word) in [(2001, "parvis"), (2038, "perron"), (1975, "porche")] {
        write(&sandbox, "guichet", word);
        let file = File::options().append(true).open(sandbox.path("corpus/guichet.txt"));
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs((year - 1970) * 31_557_600);
        file.expect("a file").set_modified(time).expect("dated");
        assert_eq!(figures(&index(&sandbox, &[]).1), [0, 1, 0, 0, 1], "{year}");
        assert_eq!(found(&sandbox, word), 1, "{year}");
    }
}

#[test]
fn a_change_that_keeps_size_and_date_is_seen_when_asked_for() {
    let sandbox = notes(&["guichet"]);
    let path = sandbox.path("corpus/guichet.txt");
    let old = SystemTime::now() - Duration::from_secs(100_000);
    let date = || {
        let file = File::options().append(true).open(&path).expect("a file");
        file.set_modified(old).expect("dated");
    };
    date();
    index(&sandbox, &[]);
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, text.replace("guichet", "perrons")).expect("written");
    date();
    assert_eq!(figures(&index(&sandbox, &[]).1), [0, 0, 0, 0, 1], "it looks the same");
    assert_eq!(figures(&index(&sandbox, &["--verify"]).1), [0, 1, 0, 0, 0]);
    assert_eq!(found(&sandbox, "perrons"), 1);
}

#[test]
fn a_sidecar_that_comes_changes_or_goes_has_its_document_read_again_and_no_other() {
    let sandbox = notes(&["guichet", "accueil"]);
    let title = || sandbox.json(&["show", "guichet"])["title"].clone();
    let machine = title();
    for (sidecar, expect) in
        [("title = \"Estafette\"", "Estafette"), ("title = \"Carriole\"", "Carriole")]
    {
        sandbox.write("corpus/guichet.glane.toml", sidecar.as_bytes());
        assert_eq!(figures(&index(&sandbox, &[]).1), [0, 1, 0, 0, 1], "{sidecar}");
        assert_eq!(title(), expect);
    }
    fs::remove_file(sandbox.path("corpus/guichet.glane.toml")).expect("removed");
    assert_eq!(figures(&index(&sandbox, &[]).1), [0, 1, 0, 0, 1]);
    assert_eq!(title(), machine);
}

#[test]
fn a_wrong_sidecar_is_a_failure_until_it_is_right() {
    let sandbox = notes(&["guichet", "accueil"]);
    sandbox.write("corpus/guichet.glane.toml", b"titel = \"A\"");
    for _ in 0..2 {
        let (ended, report) = index(&sandbox, &["--quiet"]);
        assert_eq!((ended.code, &report["failed"][0]["code"]), (3, &"sidecar".into()), "{ended:?}");
        assert!(ended.stderr.contains("« titel »"), "{ended:?}");
    }
    sandbox.write("corpus/guichet.glane.toml", b"title = \"A\"");
    assert_eq!(index(&sandbox, &[]).0.code, 0);
}

#[test]
fn patterns_and_limits_reread_what_they_touch_and_nothing_else() {
    let sandbox = notes(&["guichet", "accueil"]);
    sandbox.write("corpus/long.txt", "mot ".repeat(2000).as_bytes());
    assert_eq!(figures(&index(&sandbox, &[]).1), [1, 0, 0, 0, 2]);
    let (ended, report) = index(&sandbox, &["--max-size", "4K"]);
    assert_eq!((ended.code, figures(&report)), (3, [0, 1, 0, 0, 2]), "{ended:?}");
    assert_eq!(report["documents"], 2);
    let (ended, report) = index(&sandbox, &["--max-size", "4K"]);
    assert_eq!((ended.code, figures(&report)), (3, [0, 0, 0, 0, 3]), "{ended:?}");
    assert_eq!(figures(&index(&sandbox, &[]).1), [0, 1, 0, 0, 2]);
    assert_eq!(figures(&index(&sandbox, &["--exclude", "accueil.*"]).1), [0, 0, 0, 1, 2]);
    assert_eq!(figures(&index(&sandbox, &[]).1), [1, 0, 0, 0, 2]);
}

#[test]
fn an_index_read_by_other_rules_is_read_again() {
    let sandbox = notes(&["guichet", "accueil"]);
    fs::rename(sandbox.path("corpus"), sandbox.path("documents")).expect("moved");
    let (ended, report) = index(&sandbox, &["documents"]);
    assert_eq!((ended.code, figures(&report)), (0, [0, 2, 0, 0, 0]), "{ended:?}");
    let generation = sandbox.path("index/generations/000002/glane.json");
    let manifest = fs::read_to_string(&generation).expect("a manifest");
    let mut manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    manifest["fingerprint"] = "0000".into();
    fs::write(&generation, manifest.to_string()).expect("written");
    let (ended, report) = index(&sandbox, &["documents"]);
    assert_eq!((ended.code, figures(&report)), (0, [2, 0, 0, 0, 0]), "{ended:?}");
    assert!(ended.stderr.contains("reconstruction complète"), "{ended:?}");
}

#[test]
fn a_rebuild_reads_everything_and_swaps() {
    let sandbox = notes(&["guichet", "accueil"]);
    let (_, report) = index(&sandbox, &["--rebuild"]);
    assert_eq!((figures(&report), &report["generation"]), ([0, 2, 0, 0, 0], &2.into()));
    assert_eq!((found(&sandbox, "guichet"), found(&sandbox, "accueil")), (1, 1));
}

#[test]
fn a_file_just_written_is_left_for_the_next_run_when_asked_for() {
    let sandbox = notes(&["guichet"]);
    write(&sandbox, "accueil", "accueil");
    write(&sandbox, "guichet", "perron");
    let (ended, report) = index(&sandbox, &["--settle", "1h"]);
    assert_eq!(
        (ended.code, report["deferred"].as_array().map(Vec::len)),
        (0, Some(2)),
        "{ended:?}"
    );
    assert!(ended.stderr.contains("en cours d'écriture"), "{ended:?}");
    assert_eq!((found(&sandbox, "guichet"), found(&sandbox, "perron")), (1, 0), "as it was");
    assert_eq!(figures(&index(&sandbox, &[]).1), [1, 1, 0, 0, 0]);
    assert_eq!((found(&sandbox, "guichet"), found(&sandbox, "perron")), (0, 1));
}

#[test]
fn documents_of_a_lot_come_and_go_with_its_file() {
    let sandbox = notes(&["guichet", "accueil"]);
    let export = |names: &[&str]| {
        let paths: Vec<String> = names.iter().map(|name| format!("corpus/{name}.txt")).collect();
        let arguments = ["inspect", "--format", "json"].into_iter();
        sandbox.glane(&arguments.chain(paths.iter().map(String::as_str)).collect::<Vec<_>>()).stdout
    };
    let (both, one) = (export(&["guichet", "accueil"]), export(&["accueil"]));
    sandbox.write("lots/lot.jsonl", both.as_bytes());
    sandbox.write("lots/note.txt", "Le kiosque ouvre à midi.".as_bytes());
    let documents = |report: &serde_json::Value| report["documents"].as_u64();
    let lots =
        |options: &[&str]| index(&sandbox, &[&["lots", "--index", "autre"], options].concat()).1;
    assert_eq!(documents(&lots(&[])), Some(3));
    sandbox.write("lots/lot.jsonl", one.as_bytes());
    assert_eq!(documents(&lots(&[])), Some(2));
    let total = |word| sandbox.json(&["search", word, "--index", "autre"])["total"].as_u64();
    assert_eq!((total("guichet"), total("accueil"), total("kiosque")), (Some(0), Some(1), Some(1)));
    fs::remove_file(sandbox.path("lots/lot.jsonl")).expect("removed");
    assert_eq!(documents(&lots(&[])), Some(1));
}

#[test]
fn a_dry_run_tells_each_change_and_makes_none() {
    let sandbox = notes(&["guichet", "accueil", "buvette", "kiosque"]);
    write(&sandbox, "guichet", "perron");
    write(&sandbox, "velo", "vélo");
    fs::rename(sandbox.path("corpus/accueil.txt"), sandbox.path("corpus/entree.txt"))
        .expect("moved");
    fs::remove_file(sandbox.path("corpus/buvette.txt")).expect("removed");
    let listed = |sandbox: &Sandbox| {
        let entries = fs::read_dir(sandbox.path("index")).expect("an index");
        let mut names: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name()).collect();
        names.sort();
        (names, fs::read(sandbox.path("index/last-run.json")).expect("a report"))
    };
    let before = listed(&sandbox);
    let ended = sandbox.glane(&["index", "--dry-run"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let lines: Vec<&str> = ended.stdout.lines().collect();
    let expect = ["> accueil.txt → entree.txt", "~ guichet.txt", "+ velo.txt", "- buvette.txt"];
    assert_eq!(lines, expect);
    assert!(
        ended.stderr.starts_with("À faire : 1 ajouté, 1 relu, 1 renommé, 1 retiré"),
        "{ended:?}"
    );
    assert_eq!(listed(&sandbox), before);
    let never = Sandbox::of_fixtures(&["atelier.txt"]);
    assert_eq!(never.glane(&["index", "--dry-run"]).stdout, "+ atelier.txt\n");
    assert!(!never.path("index").exists());
}
