//! `glane export`: documents for other tools.
#![expect(clippy::disallowed_methods, reason = "these tests read what was exported")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::sandbox::Sandbox;

fn samples() -> Sandbox {
    let sandbox = Sandbox::of_samples();
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    sandbox
}

/// A document whose every field holds what formats stumble over.
fn hostile() -> Sandbox {
    let sandbox = Sandbox::new();
    let text =
        "a\\u0000b\\u0008c ]]> & <u who='x'> \\\"é\\\" **** *var_1 -*theme \\u000c\\ufffe fin";
    let line = format!(
        "{{\"id\":\"{text}\",\"title\":\"{text}\",\"event\":\"{text}\",\"place\":\"{text}\",\
         \"dates\":[\"2020-02\"],\"language\":\"fr\",\"keywords\":[\"{text}\"],\
         \"sections\":[{{\"id\":\"{text}\",\"title\":\"{text}\",\"theme\":\"{text}\",\"text\":\"{text}\",\
         \"keywords\":[\"{text}\"],\"speakers\":[{{\"name\":\"{text}\",\"as_written\":\"{text}\",\
         \"role\":\"{text}\",\"organisation\":null,\"function\":\"speaker\"}}]}}]}}"
    );
    sandbox.write("corpus/hostile.jsonl", line.as_bytes());
    let index = sandbox.glane(&["index"]);
    assert_eq!(index.code, 0, "{index:?}");
    sandbox
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it was exported in UTF-8")
}

/// Validates files against TEI P5: with `jing`, and the schema that `GLANE_TEI_SCHEMA` names. Whether
/// there is one.
fn validate(files: &[&Path]) -> bool {
    let Some(schema) = std::env::var_os("GLANE_TEI_SCHEMA") else { return false };
    let output = Command::new("jing").arg(schema).args(files).output();
    let output = output.expect("jing runs where a schema is given: apt-get install jing");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    true
}

#[test]
fn tei_is_valid_and_names_who_speaks() {
    let sandbox = samples();
    let ended = sandbox.glane(&["export", "--format", "tei", "-o", "corpus.xml"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{ended:?}");
    let corpus = read(&sandbox.path("corpus.xml"));
    assert_eq!(corpus.matches("<TEI ").count(), 12);
    for part in [
        "<pb n=\"8\"",
        "<persName>Solenne Le Gallou</persName>",
        "type=\"workshop\"",
        "<u who=\"#d",
    ] {
        assert!(corpus.contains(part), "no {part}");
    }
    let hostile = hostile();
    assert_eq!(hostile.glane(&["export", "--format", "tei", "-o", "h.xml"]).code, 0);
    if !validate(&[&sandbox.path("corpus.xml"), &hostile.path("h.xml")]) {
        println!("SKIPPED: validation against TEI P5, for want of GLANE_TEI_SCHEMA (see .ci/run)");
    }
}

#[test]
fn txm_is_a_folder_whose_metadata_name_each_file() {
    for sandbox in [samples(), hostile()] {
        assert_eq!(sandbox.glane(&["export", "--format", "txm", "-o", "txm"]).code, 0);
        let metadata = read(&sandbox.path("txm/metadata.csv"));
        assert!(metadata.starts_with("id,titre,"), "{metadata}");
        let rows = metadata.lines().skip(1);
        let named: BTreeSet<String> =
            rows.filter_map(|row| Some(format!("{}.xml", row.split(',').next()?))).collect();
        let entries = std::fs::read_dir(sandbox.path("txm")).expect("a folder");
        let files = entries.map(|entry| entry.expect("an entry").file_name());
        let found: BTreeSet<String> = files
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name != "metadata.csv")
            .collect();
        assert_eq!(named, found);
    }
}

#[test]
fn iramuteq_begins_each_text_with_all_variables() {
    for sandbox in [samples(), hostile()] {
        let ended = sandbox.glane(&["export", "--format", "iramuteq"]);
        let starred = ended.stdout.lines().filter(|line| line.contains('*'));
        let mut texts = 0;
        for line in starred {
            let variables: Vec<&str> = line.split(' ').skip(1).collect();
            assert!(line.starts_with("**** ") && variables.len() == 11, "{line}");
            for variable in variables {
                let (name, value) = variable.split_once('_').expect("a variable and its value");
                let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric());
                assert!(name.starts_with('*') && plain(&name[1..]) && plain(value), "{variable}");
            }
            texts += 1;
        }
        assert!(texts > 0);
    }
}

#[test]
fn a_table_has_a_row_for_each_passage() {
    let sandbox = samples();
    let passages = sandbox.json(&["status"])["passages"].as_u64().expect("a count");
    let ended = sandbox.glane(&["export", "--format", "csv", "--separator", ";", "--bom"]);
    assert!(ended.stdout.starts_with("\u{feff}id;source;title;"));
    let mut ids = BTreeSet::new();
    // Each identifier is one that `show` takes, at the start of a row.
    for line in ended.stdout.lines() {
        let id = line.split(';').next().unwrap_or_default();
        if id.contains('#') && id.contains('@') && line.split(';').count() > 18 {
            ids.insert(id.to_owned());
        }
    }
    assert_eq!(ids.len() as u64, passages);
    let shown = sandbox.glane(&["show", ids.iter().next_back().expect("a passage")]);
    assert_eq!(shown.code, 0);
}

#[test]
fn what_is_exported_as_json_lines_answers_alike_once_indexed() {
    let sandbox = samples();
    sandbox.write("ailleurs/vide.txt", b"");
    let ended = sandbox.glane(&["export", "--format", "jsonl", "-o", "ailleurs/corpus.jsonl"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    std::fs::remove_file(sandbox.path("ailleurs/vide.txt")).expect("it is there");
    assert_eq!(sandbox.glane(&["index", "ailleurs", "--index", "autre"]).code, 0);
    for query in ["non-recours", "accueil des usagers", "\"aller vers\"", "TZNR"] {
        let search = ["search", query, "--group", "passage", "--limit", "30"];
        let one = sandbox.json(&search);
        let other = sandbox.json(&[&search[..], &["--index", "autre"]].concat());
        assert!(one["total"].as_u64() > Some(0), "{query}");
        assert_eq!(one, other, "{query}");
    }
}

#[test]
fn a_query_exports_the_sections_that_a_search_counts() {
    let sandbox = samples();
    let answer = sandbox.json(&["search", "non-recours", "--kind", "atelier"]);
    let ended = sandbox.glane(&["export", "non-recours", "--kind", "atelier", "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> = ended
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect("a document a line"))
        .collect();
    let sections = lines.iter().filter_map(|document| document["sections"].as_array());
    assert_eq!(sections.map(Vec::len).sum::<usize>() as u64, answer["total"]);
    assert_eq!(lines.len() as u64, answer["documents"]);
    assert_eq!(sandbox.glane(&["export", "xylophone", "--format", "tei", "-o", "x.xml"]).code, 1);
    assert!(!sandbox.path("x.xml").exists(), "nothing is written where nothing answers");
}

#[test]
fn nothing_is_replaced_unless_told_and_nothing_is_left_half_written() {
    let sandbox = samples();
    sandbox.write("garde.xml", b"important");
    sandbox.write("photos/vacances.txt", b"important");
    let export = |arguments: &[&str]| sandbox.glane(&[&["export", "--format"], arguments].concat());
    export(&["tei", "-o", "garde.xml"]).refuses(2, &["garde.xml", "existe déjà", "--force"]);
    assert_eq!(read(&sandbox.path("garde.xml")), "important");
    assert_eq!(export(&["tei", "-o", "garde.xml", "--force"]).code, 0);
    assert!(read(&sandbox.path("garde.xml")).ends_with("</teiCorpus>\n"));
    export(&["txm", "-o", "photos", "--force"])
        .refuses(2, &["photos", "n'est pas un dossier exporté"]);
    assert_eq!(export(&["txm", "-o", "txm"]).code, 0);
    export(&["txm", "-o", "txm"]).refuses(2, &["txm", "existe déjà"]);
    sandbox.write("txm/vieux.xml", b"<a/>");
    assert_eq!(export(&["txm", "-o", "txm", "--force"]).code, 0);
    assert!(!sandbox.path("txm/vieux.xml").exists());
    export(&["txm"]).refuses(2, &["-o DOSSIER"]);
    export(&["csv", "-o", "absent/x.csv"]).refuses(2, &["absent/x.csv"]);
    assert_eq!(unfinished(&sandbox), [""; 0]);
}

/// What exports have not put in its place.
fn unfinished(sandbox: &Sandbox) -> Vec<String> {
    let entries = std::fs::read_dir(sandbox.path(".")).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".glane-")).collect()
}

#[cfg(unix)]
#[test]
fn an_export_that_is_interrupted_leaves_nothing() {
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::Signal;

    let sandbox = Sandbox::new();
    let section = |rank| format!(r#"{{"id":"s{rank}","text":"Le guichet ouvre lundi. "}}"#);
    let sections = (0..50).map(section).collect::<Vec<_>>().join(",");
    let line = |rank| format!(r#"{{"id":"d{rank}","sections":[{sections}]}}"#);
    let lines = (0..600).map(line).collect::<Vec<_>>().join("\n");
    sandbox.write("corpus/registre.jsonl", lines.as_bytes());
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    for (format, signal) in [("tei", Signal::INT), ("txm", Signal::TERM), ("jsonl", Signal::HUP)] {
        // A busy system may not look before an export has ended: then another is tried.
        let name = |attempt| format!("{format}-{attempt}");
        let signal = heard(signal);
        let mut ends =
            (0..20).filter_map(|attempt| interrupted(&sandbox, format, &name(attempt), signal));
        let ended = ends.next().expect("an export is seen before it has ended");
        assert_eq!(ended.signal(), Some(signal.as_raw()), "{ended:?}");
        assert_eq!(unfinished(&sandbox), [""; 0]);
    }
}

/// A command that goes behind all others, so that a busy system looks at what it does meanwhile.
#[cfg(unix)]
fn behind_others(command: &Command) -> Command {
    let mut behind = Command::new("nice");
    behind.args(["-n", "19"]).arg(command.get_program()).args(command.get_args());
    behind.current_dir(command.get_current_dir().expect("a sandbox has a folder"));
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => behind.env(name, value),
            None => behind.env_remove(name),
        };
    }
    behind
}

/// A signal, or the one that nobody ignores where it is ignored: under `nohup`, behind a script.
#[cfg(unix)]
fn heard(signal: rustix::process::Signal) -> rustix::process::Signal {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    match ignored.unwrap_or_default() >> (signal.as_raw() - 1) & 1 {
        0 => signal,
        _ => rustix::process::Signal::TERM,
    }
}

/// How an export ends that gets a signal while it writes; `None` where all was in its place before.
#[cfg(unix)]
fn interrupted(
    sandbox: &Sandbox,
    format: &str,
    name: &str,
    signal: rustix::process::Signal,
) -> Option<std::process::ExitStatus> {
    let export = sandbox.command(&["export", "--format", format, "-o", name]);
    let mut export = behind_others(&export).spawn().expect("the binary runs");
    while unfinished(sandbox).is_empty() {
        if export.try_wait().expect("it is a child").is_some() {
            return None;
        }
        std::thread::yield_now();
    }
    // Another process would be too late: the export would have ended.
    let reached = rustix::process::kill_process(rustix::process::Pid::from_child(&export), signal);
    reached.expect("it was not waited for");
    let ended = export.wait().expect("it is a child");
    (!sandbox.path(name).exists()).then_some(ended)
}
