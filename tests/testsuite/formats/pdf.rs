//! PDF, from the file to the answer; files that hurt cost themselves only.
#![expect(clippy::disallowed_methods, reason = "these tests read a folder of files")]

use std::time::{Duration, Instant};

use crate::sandbox::{Ended, Sandbox, root};

/// Objects with the table that tells where they stand; the first one is the catalogue.
fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (object, number) in objects.iter().zip(1..) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = file.len();
    let size = objects.len() + 1;
    let trailer = format!("trailer\n<</Size {size} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    [file, table, trailer].concat().into_bytes()
}

fn stream(entries: &str, content: &str) -> String {
    format!("<<{entries} /Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A PDF whose pages have this content; further objects start at number 4.
fn with_contents(contents: &[String], further: &[String]) -> Vec<u8> {
    let first = 4 + further.len();
    let pages = (first..).step_by(2).take(contents.len());
    let kids: String = pages.clone().map(|number| format!("{number} 0 R ")).collect();
    let mut objects = vec![
        "<</Type/Catalog /Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages /Kids [{kids}] /Count {} /MediaBox [0 0 595 842] \
             /Resources <</Font <</F 3 0 R>> /XObject <</X 4 0 R>>>>>>",
            contents.len()
        ),
        "<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    objects.extend_from_slice(further);
    for (number, content) in pages.zip(contents) {
        let next = number + 1;
        objects.push(format!("<</Type/Page /Parent 2 0 R /Contents {next} 0 R>>"));
        objects.push(content.clone());
    }
    file(&objects)
}

/// A PDF of lines of text, page by page.
fn of_lines(pages: &[&[&str]]) -> Vec<u8> {
    let show = |lines: &&[&str]| {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj T* ")).collect();
        stream("", &format!("BT /F 12 Tf 14 TL 72 770 Td {lines}ET"))
    };
    with_contents(&pages.iter().map(show).collect::<Vec<_>>(), &[])
}

/// 70 MB of blanks, deflated thrice.
const BOMB: &str = "78daabb8f5f68e621053a2c4f187ace53c6c531e48e88458371eea596d9cc29ce6b65b56f8f49b\
    021629f1070c6a93d5f2174cb26838e9702932b5ffe3def393f7fd39f6bfe6f3ecbc7d71cf6eeedfb4fdcf5e8b68\
    f9540606068747a7cebf5ab0b5fecbabef17cfea020526ecdafdd8ef5e0f93fde4cf872c817c85caee870f96fc54\
    fc605b7d622e33506052f9aedb7166d107a2ff5e91ddcd0e145079ef6c00a4189c0479806443040b489582d8419\
    018871b582a8944a9b4e0d8eddfa31d02fde7c5f31b335cda94753ffeabfc7f8639adee5f01b41a5e71";

fn bomb() -> Vec<u8> {
    let filters = "/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode /FlateDecode]";
    with_contents(&[stream(filters, &format!("{BOMB}>"))], &[])
}

/// A form that shows the next one, which shows the next one… ten times each.
fn forms_in_forms() -> Vec<u8> {
    let form = |number: usize| {
        let next = number + 1;
        let entries = format!("/Subtype/Form /Resources <</XObject <</X {next} 0 R>>>>");
        stream(&entries, &"/X Do ".repeat(10))
    };
    let forms: Vec<String> = (4..20).map(form).collect();
    with_contents(&[stream("", "/X Do")], &forms)
}

/// A form that shows itself, and text before it.
fn form_in_itself() -> Vec<u8> {
    let form = stream("/Subtype/Form", "/X Do /X Do");
    with_contents(&[stream("", "/X Do BT /F 12 Tf (Boucle) Tj ET")], &[form])
}

fn brackets() -> Vec<u8> {
    with_contents(&[stream("", "BT /F 12 Tf (Crochets) Tj ET")], &["[".repeat(300_000)])
}

fn search(sandbox: &Sandbox, query: &str) -> Vec<String> {
    let answer = sandbox.json(&["search", query]);
    let hits = answer["hits"].as_array().cloned().unwrap_or_default();
    hits.iter().filter_map(|hit| hit["source"].as_str().map(str::to_owned)).collect()
}

fn index(sandbox: &Sandbox) -> Ended {
    sandbox.glane(&["index", "corpus"])
}

#[test]
fn text_is_on_its_page() {
    let sandbox = Sandbox::new();
    let pages: [&[&str]; 3] = [&["Accueil du public"], &["La m\\351diation"], &["Suite et fin"]];
    sandbox.write("actes.pdf", &of_lines(&pages));
    let document = sandbox.json(&["inspect", "actes.pdf"]);
    let section = &document["sections"][0];
    let (text, page) = (section["text"].as_str().unwrap_or_default(), &section["pages"][1]);
    assert_eq!((&page["page"], &page["offset"]), (&2.into(), &text.find("La médiation").into()));
}

#[test]
fn files_that_hurt_cost_themselves_only() {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/bon.pdf", &of_lines(&[&["La m\\351diation sociale"]]));
    sandbox.write("corpus/bombe.pdf", &bomb());
    sandbox.write("corpus/formes.pdf", &forms_in_forms());
    sandbox.write("corpus/boucle.pdf", &form_in_itself());
    sandbox.write("corpus/crochets.pdf", &brackets());
    sandbox.write("corpus/coupe.pdf", &of_lines(&[&["Bonjour"]])[..200]);
    let ended = index(&sandbox);
    assert_eq!(ended.code, 3, "{ended:?}");
    let told = |name: &str, reason: &str| {
        let line = ended.stderr.lines().find(|line| line.contains(name));
        assert!(line.is_some_and(|line| line.contains(reason)), "{name}: {ended:?}");
    };
    told("bombe.pdf", "trop volumineux");
    told("formes.pdf", "trop volumineux");
    told("coupe.pdf", "tronqué");
    assert_eq!(search(&sandbox, "médiation"), ["bon.pdf"]);
    assert_eq!(search(&sandbox, "boucle"), ["boucle.pdf"]);
}

#[test]
fn a_pdf_is_what_its_bytes_say() {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/actes.txt", &of_lines(&[&["La m\\351diation sociale"]]));
    assert_eq!(index(&sandbox).code, 0);
    assert_eq!(search(&sandbox, "médiation"), ["actes.txt"]);
}

#[test]
fn a_thousand_files_are_indexed() {
    let sandbox = Sandbox::new();
    for number in 0..1_000 {
        let title = format!("Compte rendu {number}");
        let name = format!("corpus/{number}.pdf");
        sandbox.write(&name, &of_lines(&[&[&title, "La m\\351diation sociale"]]));
    }
    assert_eq!(index(&sandbox).code, 0);
    assert_eq!(sandbox.json(&["search", "médiation"])["total"], 1_000);
}

#[test]
fn each_broken_file_of_the_shared_folder_has_a_named_outcome() {
    let folder = root().join("../shared/files/broken");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("SKIPPED: {} does not exist", folder.display());
        return;
    };
    let sandbox = Sandbox::new();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    for path in paths.filter(|path| path.extension().is_some_and(|e| e == "pdf")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Its two thousand pages take a build without optimisations too long.
        if name.starts_with("big_") {
            continue;
        }
        sandbox.write("corpus/fichier.pdf", &std::fs::read(&path).expect("it can be read"));
        let since = Instant::now();
        let ended = sandbox.glane(&["inspect", "corpus/fichier.pdf"]);
        assert!(since.elapsed() < Duration::from_secs(70), "{name} takes too long");
        assert!(ended.code == 0 || ended.stderr.contains("est laissé de côté"), "{name} {ended:?}");
        assert!(!ended.stderr.contains("s'est arrêté"), "{name} {ended:?}");
    }
}

#[test]
fn pages_that_are_pictures_are_told_under_answers_and_named_in_the_status() {
    let sandbox = Sandbox::new();
    let picture = stream(
        "/Type/XObject /Subtype/Image /Width 1 /Height 1 /ColorSpace/DeviceGray /BitsPerComponent 8",
        "x",
    );
    let text = stream("", "BT /F 12 Tf 72 770 Td (Le guichet ouvre lundi.) Tj ET");
    let scan = stream("", "q 595 0 0 842 0 0 cm /X Do Q");
    let pages = [text.clone(), scan.clone(), scan.clone(), text, scan];
    sandbox.write("corpus/registre.pdf", &with_contents(&pages, &[picture]));
    sandbox.write("corpus/note.txt", "Le guichet ferme à midi.".as_bytes());
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    let told = "3 pages sans texte (images) dans 1 document, non interrogées";
    for arguments in [&["search", "guichet"], &["search", "xylophone"]] {
        let answer = sandbox.glane(arguments).stdout;
        assert!(answer.contains(told), "{answer}");
    }
    let unread = sandbox.json(&["search", "guichet"])["unread"].clone();
    assert_eq!((&unread["partial_documents"], &unread["partial_pages"]), (&1.into(), &3.into()));
    let status = sandbox.glane(&["status", "-v"]).stdout;
    assert!(
        status.contains(told) && status.contains("« registre.pdf » : pages 2-3, 5 "),
        "{status}"
    );
    assert_eq!(sandbox.json(&["status", "-v"])["unread_sources"][0]["pages"], 3);
    // A run that has nothing to do, or something else, keeps the count; what leaves takes it along.
    sandbox.write("corpus/autre.txt", "Le guichet rouvre à deux heures.".as_bytes());
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    assert!(sandbox.glane(&["status"]).stdout.contains(told));
    std::fs::remove_file(sandbox.path("corpus/registre.pdf")).expect("it is there");
    assert_eq!(sandbox.glane(&["index", "--accept-deletions", "1"]).code, 0);
    assert!(!sandbox.glane(&["status"]).stdout.contains("sans texte"));
}
