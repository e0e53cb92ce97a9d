//! `glane dossier`.

use crate::sandbox::Sandbox;

const WORKSHOP: &str = "actes-valmorin-2023.txt#atelier-4";

fn indexed() -> Sandbox {
    let sandbox = Sandbox::of_samples();
    sandbox.glane(&["index", "--quiet"]);
    sandbox
}

#[test]
fn what_is_added_is_listed_shown_and_exported() {
    let sandbox = indexed();
    assert_eq!(sandbox.glane(&["dossier"]).code, 1, "nothing yet");
    assert_eq!(sandbox.glane(&["dossier", "add", WORKSHOP]).code, 0);
    let listed = sandbox.glane(&["dossier", "list"]);
    assert!(listed.code == 0 && listed.stdout.contains("Atelier 4 — Le non-recours"), "{listed:?}");
    let kept = sandbox.json(&["dossier"]);
    assert_eq!(kept["excerpts"][0]["section"], WORKSHOP);
    let shown = sandbox.glane(&["dossier", "show", "1"]);
    assert!(shown.stdout.contains("→ Solenne LE GALLOU et al."), "{shown:?}");
    assert_eq!(sandbox.glane(&["dossier", "export", "-o", "d.odt"]).code, 0);
    assert_eq!(sandbox.json(&["inspect", "d.odt"])["format"], "odt");
    assert_eq!(sandbox.glane(&["dossier", "export", "-o", "d.odt"]).code, 4);
    assert!(!sandbox.path("d.odt.dossier.json").exists(), "it is kept already");
}

#[test]
fn a_dossier_is_one_file_in_the_data_of_its_user() {
    let sandbox = indexed();
    sandbox.glane(&["dossier", "add", WORKSHOP]);
    assert!(sandbox.path("data/glane/dossier.json").exists());
    let other = ["dossier", "--dossier", "autre.json"];
    assert_eq!(sandbox.glane(&other).code, 1);
    assert_eq!(sandbox.glane(&[&other[..], &["add", WORKSHOP]].concat()).code, 0);
    assert!(sandbox.path("autre.json").exists());
}

#[test]
fn all_that_is_named_is_added_or_nothing() {
    let sandbox = indexed();
    let absent = "actes-valmorin-2023.txt#atelier-99";
    sandbox.glane(&["dossier", "add", WORKSHOP, absent]).refuses(2, &[absent]);
    assert_eq!(sandbox.glane(&["dossier"]).code, 1);
    sandbox.glane(&["dossier", "show", "3"]).refuses(2, &["pas d'extrait 3"]);
    assert_eq!(sandbox.glane(&["dossier", "export", "-o", "d.odt"]).code, 1);
}

#[test]
fn clearing_is_confirmed() {
    let sandbox = indexed();
    sandbox.glane(&["dossier", "add", WORKSHOP]);
    sandbox.glane(&["dossier", "clear"]).refuses(4, &["1 extrait serait retiré", "--force"]);
    assert_eq!(sandbox.glane(&["dossier", "list"]).code, 0);
    assert_eq!(sandbox.glane(&["dossier", "clear", "--force"]).code, 0);
    assert_eq!(sandbox.glane(&["dossier", "list"]).code, 1);
}

#[test]
fn a_damaged_dossier_is_told_and_left_as_it_is() {
    let sandbox = indexed();
    sandbox.write("data/glane/dossier.json", b"{\"format\": \"glane-dossier\", ");
    for action in
        [&["dossier"][..], &["dossier", "add", WORKSHOP], &["dossier", "clear", "--force"]]
    {
        sandbox.glane(action).refuses(2, &["dossier.json", "n'a pas été touché"]);
    }
    #[expect(clippy::disallowed_methods, reason = "this test reads what was left")]
    let left = std::fs::read(sandbox.path("data/glane/dossier.json")).expect("it is there");
    assert_eq!(left, b"{\"format\": \"glane-dossier\", ");
}

#[test]
fn what_changed_since_is_told() {
    let sandbox = indexed();
    sandbox.glane(&["dossier", "add", WORKSHOP]);
    sandbox.write("corpus/actes-valmorin-2023.txt", "Un tout autre texte.".as_bytes());
    sandbox.glane(&["index", "--quiet"]);
    let listed = sandbox.glane(&["dossier"]);
    assert!(
        listed.code == 0 && listed.stderr.contains("le document a changé depuis"),
        "{listed:?}"
    );
}
