//! What is refused, what stays when a part of the corpus cannot be seen, and one run at a time.
#![expect(clippy::disallowed_methods, reason = "these tests change the corpus between runs")]

use std::fs::{self, File, Permissions};
use std::time::Duration;

use super::{figures, found, index, notes, write};

#[test]
fn many_removals_are_refused_until_they_are_accepted() {
    let names: Vec<String> = (0..12).map(|number| format!("note{number}")).collect();
    let sandbox = notes(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for name in &names[..8] {
        fs::remove_file(sandbox.path(&format!("corpus/{name}.txt"))).expect("removed");
    }
    write(&sandbox, "velo", "vélo");
    for options in [&[][..], &["--rebuild"], &["--accept-deletions", "7"], &["--dry-run"]] {
        let ended = sandbox.glane(&[&["index"], options].concat());
        assert_eq!(ended.code, 4, "{ended:?}");
        for word in ["8 documents", "contient 12", "note0.txt", "--accept-deletions 8"] {
            assert!(ended.stderr.contains(word), "no « {word} » in {ended:?}");
        }
    }
    assert_eq!((found(&sandbox, "note3"), found(&sandbox, "vélo")), (1, 0), "as it was");
    let last = fs::read_to_string(sandbox.path("index/last-run.json")).expect("a report");
    assert!(last.contains("\"status\":\"refused\"") && last.contains("\"documents\":12"), "{last}");
    let (ended, report) = index(&sandbox, &["--accept-deletions", "8"]);
    assert_eq!((ended.code, figures(&report)), (0, [1, 0, 0, 8, 4]), "{ended:?}");
}

#[test]
fn renaming_everything_removes_nothing() {
    let names: Vec<String> = (0..12).map(|number| format!("note{number}")).collect();
    let sandbox = notes(&names.iter().map(String::as_str).collect::<Vec<_>>());
    fs::create_dir(sandbox.path("corpus/archives")).expect("a folder");
    for name in &names {
        let to = sandbox.path(&format!("corpus/archives/{name}.txt"));
        fs::rename(sandbox.path(&format!("corpus/{name}.txt")), to).expect("moved");
    }
    assert_eq!(figures(&index(&sandbox, &[]).1), [0, 0, 12, 0, 0]);
}

#[test]
fn an_empty_or_missing_folder_changes_nothing() {
    let sandbox = notes(&["guichet"]);
    fs::rename(sandbox.path("corpus"), sandbox.path("ailleurs")).expect("moved");
    sandbox.glane(&["index"]).refuses(2, &["« corpus »", "n'existe pas"]);
    fs::create_dir(sandbox.path("corpus")).expect("a mount point");
    sandbox.glane(&["index"]).refuses(2, &["« corpus »", "aucun document"]);
    assert_eq!(found(&sandbox, "guichet"), 1);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_stays_as_it_was_and_is_told() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = notes(&["guichet", "accueil", "2019/parvis"]);
    for name in ["corpus/accueil.txt", "corpus/2019"] {
        sandbox.open_to_all();
        fs::set_permissions(sandbox.path(name), Permissions::from_mode(0o000)).expect("chmod");
        // A file that looks as it did is not opened at all.
        let ended = sandbox.glane_as_user(&["index", "--verify", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ended.stdout).expect("a report");
        assert_eq!((ended.code, &report["kept"]), (3, &1.into()), "{ended:?}");
        assert_eq!(report["failed"][0]["code"], "permission");
        assert!(ended.stderr.contains("droits de lecture"), "{ended:?}");
        assert_eq!((found(&sandbox, "accueil"), found(&sandbox, "parvis")), (1, 1));
        sandbox.open_to_all();
        assert_eq!(sandbox.glane_as_user(&["index", "--verify"]).code, 0);
    }
}

#[cfg(unix)]
#[test]
fn an_index_that_cannot_be_written_is_told_and_still_answers() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = notes(&["guichet"]);
    write(&sandbox, "accueil", "accueil");
    for (name, mode) in [("index/generations", 0o555), ("index", 0o555), ("index/.lock", 0o444)] {
        sandbox.open_to_all();
        fs::set_permissions(sandbox.path(name), Permissions::from_mode(mode)).expect("chmod");
        let ended = sandbox.glane_as_user(&["index"]);
        if name != "index" {
            ended.refuses(2, &["ne peut pas être écrit", "droits"]);
        }
        assert_eq!(ended.code, 2, "{name}: {ended:?}");
        assert_eq!((found(&sandbox, "guichet"), found(&sandbox, "accueil")), (1, 0), "{name}");
    }
    sandbox.open_to_all();
    let ended = sandbox.glane_as_user(&["index"]);
    assert_eq!((ended.code, found(&sandbox, "accueil")), (0, 1), "{ended:?}");
}

#[test]
fn who_waits_gets_its_turn_and_who_does_not_gets_75() {
    let sandbox = notes(&["guichet"]);
    write(&sandbox, "accueil", "accueil");
    let lock = File::options().write(true).open(sandbox.path("index/.lock")).expect("a lock file");
    lock.lock().expect("nobody else holds it");
    sandbox.glane(&["index"]).refuses(75, &["en cours", "processus"]);
    sandbox.glane(&["index", "--wait", "0s"]).refuses(75, &["en cours"]);
    let waiting = std::thread::spawn(move || {
        let ended = sandbox.glane(&["index", "--wait", "1m"]);
        (ended, found(&sandbox, "accueil"))
    });
    std::thread::sleep(Duration::from_millis(50));
    drop(lock);
    let (ended, found) = waiting.join().expect("it ends");
    assert_eq!((ended.code, found), (0, 1), "{ended:?}");
}

#[test]
fn two_runs_at_once_never_harm_each_other() {
    let sandbox = notes(&["guichet"]);
    for round in 0..5 {
        write(&sandbox, "guichet", &format!("tour{round}"));
        let ended = std::thread::scope(|scope| {
            let runs = [(); 3].map(|()| scope.spawn(|| sandbox.glane(&["index", "--wait", "1m"])));
            runs.map(|run| run.join().expect("it ends"))
        });
        assert!(ended.iter().all(|ended| ended.code == 0), "{ended:?}");
        assert_eq!(found(&sandbox, &format!("tour{round}")), 1);
    }
    assert_eq!(sandbox.generations().len(), 2);
}
