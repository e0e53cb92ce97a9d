//! A disk that fills up while an index is written.

use std::fs;

use crate::sandbox::Sandbox;

/// Runs in a shell that has mounts of its own; the index is on a disk of `$1` kilobytes.
const SCRIPT: &str = r#"
mount -t tmpfs -o size="$1"k tmpfs disque || exit 99
"$GLANE" index -q --index disque/index || exit 98
cp -r suite/. corpus
"$GLANE" index --index disque/index 2> dit; echo $? > code
"$GLANE" search -q guichet --index disque/index --format json > avant || exit 97
"$GLANE" search -q kiosque --index disque/index --format json > apres; echo $? > trouve
"#;

#[test]
fn a_full_disk_is_told_and_the_index_is_as_before() {
    let (mut full, mut done) = (0, 0);
    for size in [200, 330, 400, 500, 700, 1_000, 1_600, 4_000] {
        let sandbox = Sandbox::new();
        sandbox.write("corpus/a.txt", "Le guichet ouvre à midi.\n".as_bytes());
        fs::create_dir(sandbox.path("disque")).expect("a mount point");
        // Words that repeat little, so that the index is about as large as the text.
        let words: Vec<String> =
            (0..30_000).map(|n| format!("m{:x}", n * 7_919 % 65_521)).collect();
        let text = words.chunks(12).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n");
        sandbox.write("suite/b.txt", format!("Le kiosque ferme.\n\n{text}\n").as_bytes());
        let output = std::process::Command::new("unshare")
            .args(["--mount", "--map-root-user", "sh", "-c", SCRIPT, "sh", &size.to_string()])
            .env("GLANE", env!("CARGO_BIN_EXE_glane"))
            .current_dir(sandbox.path("."))
            .output();
        let status = output.as_ref().ok().and_then(|output| output.status.code());
        if !matches!(status, Some(0 | 97 | 98)) {
            println!("SKIPPED: this user cannot mount a disk ({status:?})");
            return;
        }
        assert_eq!(status, Some(0), "{size} ko: {output:?}");
        let read =
            |name: &str| fs::read_to_string(sandbox.path(name)).expect("the script wrote it");
        let (code, found) = (read("code"), read("trouve"));
        assert!(read("avant").contains("\"total\":1"), "{size} ko");
        match code.trim() {
            "0" => {
                assert_eq!(found.trim(), "0", "{size} ko");
                done += 1;
            }
            other => {
                assert_eq!((other, found.trim()), ("2", "1"), "{size} ko: {}", read("dit"));
                let said = read("dit");
                assert!(said.contains("place") && !said.contains("panicked"), "{size} ko: {said}");
                full += 1;
            }
        }
    }
    println!("{full} runs met a full disk, {done} had room");
    assert!(full > 1 && done > 0, "{full} full, {done} done");
}
