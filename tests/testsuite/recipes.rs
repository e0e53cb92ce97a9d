//! Figures that can be made again, and what they leave out.

use crate::sandbox::Sandbox;

const TEXT: &str = "Atelier 1 : Accueillir\n\nLe guichet ouvre. Le guichet écoute.\n";

fn shelf() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/un.txt", TEXT.as_bytes());
    sandbox.write("corpus/deux.txt", b"Atelier 2 : Compter\n\nUn guichet de plus.\n");
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    sandbox
}

#[test]
fn a_recipe_is_replayed_or_says_which_documents_changed() {
    let sandbox = shelf();
    for (command, name) in [
        (&["search", "guichet", "--kind", "atelier"][..], "search.json"),
        (&["kwic", "guichet"], "kwic.json"),
        (&["count", "guichet", "écoute", "--by", "document"], "count.json"),
        (&["export", "guichet", "--format", "jsonl"], "export.json"),
    ] {
        assert_eq!(sandbox.glane(&[command, &["--recipe", name]].concat()).code, 0);
        let same = sandbox.glane(&["replay", name]);
        assert_eq!(same.code, 0, "{same:?}");
        assert!(same.stdout.contains("Mêmes nombres"), "{same:?}");
        assert!(same.stdout.contains("Corpus inchangé : 2 fichiers."), "{same:?}");
    }
    sandbox.write("corpus/un.txt", TEXT.replace("écoute", "ferme. Un guichet").as_bytes());
    sandbox.write("corpus/trois.txt", b"Atelier 3 : Ouvrir\n\nEncore un guichet.\n");
    let deux = sandbox.path("corpus/deux.txt");
    #[expect(clippy::disallowed_methods, reason = "a document leaves the corpus")]
    std::fs::remove_file(deux).expect("it is there");
    assert_eq!(sandbox.glane(&["index", "--accept-deletions", "1"]).code, 0);
    let changed = sandbox.glane(&["replay", "kwic.json"]);
    assert_eq!(changed.code, 1, "{changed:?}");
    for told in [
        "- occurrences : 3 → 4",
        "Ajoutés (1) : trois.txt",
        "Retirés (1) : deux.txt",
        "Modifiés (1) : un.txt",
    ] {
        assert!(changed.stdout.contains(told), "no « {told} » in {changed:?}");
    }
    let counted = sandbox.glane(&["replay", "count.json"]);
    for told in [
        "- guichet : occurrences : 3 → 4",
        "- guichet · un.txt : occurrences : 2 → 3",
        "- guichet · deux.txt : occurrences : 1 → 0",
        "- guichet · trois.txt : occurrences : 0 → 1",
        "- écoute · un.txt : occurrences : 1 → 0",
    ] {
        assert!(counted.stdout.contains(told), "no « {told} » in {counted:?}");
    }
    // The numbers may be the same though the corpus is another, and it is told.
    let replayed = sandbox.json(&["replay", "search.json"]);
    assert_eq!(replayed["same"], true);
    assert_eq!(replayed["changes"]["added"][0], "trois.txt");
    assert_eq!(replayed["recipe"]["numbers"]["sections"], 2);
    assert_eq!(replayed["recipe"]["filters"]["kind"][0], "atelier");
}

#[test]
fn a_recipe_replaces_nothing_and_what_is_none_is_named() {
    let sandbox = shelf();
    sandbox.write("garde.json", b"{}");
    let search = ["search", "guichet", "--recipe", "garde.json"];
    sandbox.glane(&search).refuses(2, &["garde.json", "existe déjà"]);
    sandbox.glane(&["replay", "garde.json"]).refuses(2, &["garde.json", "n'est pas une recette"]);
    sandbox.glane(&["replay", "absent.json"]).refuses(2, &["absent.json", "ne peut pas être lu"]);
}

#[test]
fn what_could_not_be_read_is_told_under_each_answer() {
    let sandbox = shelf();
    assert!(!sandbox.glane(&["search", "guichet"]).stdout.contains("non interrogé"));
    sandbox.write("corpus/brise.pdf", b"%PDF-1.7\n%%EOF");
    sandbox.write("corpus/abime.pdf", b"%PDF-1.4\nrien de lisible");
    assert_eq!(sandbox.glane(&["index"]).code, 3);
    let told = "2 documents sans texte exploitable, non interrogés";
    for query in ["guichet", "xylophone"] {
        let answer = sandbox.glane(&["search", query]).stdout;
        assert!(answer.contains(told), "{answer}");
    }
    assert_eq!(sandbox.json(&["search", "guichet"])["unread"]["sources"], 2);
    let status = sandbox.glane(&["status"]).stdout;
    assert!(status.contains(told) && !status.contains("abime.pdf"), "{status}");
    let status = sandbox.glane(&["status", "-v"]).stdout;
    assert!(status.contains("abime.pdf") && status.contains("brise.pdf"), "{status}");
    assert_eq!(sandbox.json(&["status", "-v"])["unread_sources"][0]["path"], "abime.pdf");
}
