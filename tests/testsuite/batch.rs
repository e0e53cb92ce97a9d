//! Files of topics, tables and runs.

use serde_json::Value;

use crate::sandbox::{Ended, Sandbox};

const TOPICS: &str = "\
{\"id\": \"b\", \"query\": \"guichet\"}
{\"qid\": 7, \"title\": \"perceptoin\"}

{\"_id\": \"a\", \"text\": \"perception\"}
";

fn asked(options: &[&str]) -> (Sandbox, Ended) {
    let sandbox = Sandbox::of_samples();
    sandbox.write("topics.jsonl", TOPICS.as_bytes());
    sandbox.glane(&["index", "--quiet"]);
    let ended = sandbox.glane(&[&["search", "--topics", "topics.jsonl"], options].concat());
    (sandbox, ended)
}

/// The columns of a run.
fn columns(run: &str) -> Vec<Vec<&str>> {
    run.lines().map(|line| line.split(' ').collect()).collect()
}

#[test]
fn topics_are_answered_in_the_order_of_their_file() {
    let (sandbox, ended) = asked(&[]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let answers: Vec<Value> =
        ended.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let topics: Vec<&Value> = answers.iter().map(|answer| &answer["topic"]).collect();
    assert_eq!(topics, ["b", "7", "a"]);
    assert_eq!(answers[1]["total"], 0);
    let alone = sandbox.json(&["search", "guichet"]);
    assert_eq!(answers[0]["hits"], alone["hits"], "as if asked alone");
}

#[test]
fn scores_of_a_run_decrease_whatever_its_order() {
    for options in [&["--group", "document"][..], &["--sort", "date"], &["--group", "passage"]] {
        let (_sandbox, ended) = asked(&[&["--format", "trec"], options].concat());
        let run = columns(&ended.stdout);
        let (mut topic, mut least, mut rank) = ("", f32::INFINITY, 0);
        for line in &run {
            let [qid, q0, docno, place, score, tag] = line[..] else { panic!("{line:?}") };
            (least, rank) = if qid == topic { (least, rank) } else { (f32::INFINITY, 0) };
            let score: f32 = score.parse().expect("a number");
            assert!(score < least, "{line:?} in {options:?}");
            assert_eq!((q0, tag, place), ("Q0", "glane", (rank + 1).to_string().as_str()));
            assert_eq!(docno.contains('#'), options != ["--group", "document"], "{docno}");
            (topic, least, rank) = (qid, score, rank + 1);
        }
        assert!(run.iter().any(|line| line[0] == "a") && !run.iter().any(|line| line[0] == "7"));
    }
}

#[test]
fn the_commands_of_an_evaluation_name_documents_as_their_source_does() {
    let sandbox = Sandbox::new();
    let line = |id: &str, text: &str| {
        format!(
            "{{\"id\": \"{id}\", \"sections\": [{{\"id\": \"{id}\", \"kind\": \"section\", \
             \"title\": \"{text}\", \"text\": \"Le {text} ouvre tôt.\"}}]}}\n"
        )
    };
    sandbox
        .write("corpus.jsonl", [line("sp-1", "guichet"), line("sp-2", "bus")].concat().as_bytes());
    sandbox.write("topics.jsonl", b"{\"id\": \"c1\", \"query\": \"bus\"}\n");
    assert_eq!(sandbox.glane(&["index", "corpus.jsonl", "--index", "X"]).code, 0);
    let ended = sandbox.glane(&[
        "search",
        "--topics",
        "topics.jsonl",
        "--group",
        "document",
        "--format",
        "trec",
        "--limit",
        "100",
        "--index",
        "X",
    ]);
    assert!(ended.stdout.starts_with("c1 Q0 sp-2 1 "), "{ended:?}");
}

#[test]
fn a_table_has_one_line_a_hit_and_quotes_what_must_be() {
    let (sandbox, ended) = asked(&["--format", "csv"]);
    let (head, rows) = ended.stdout.split_once("\r\n").expect("lines end as RFC 4180 says");
    assert!(head.starts_with("topic,query,rank,score,id,"), "{head}");
    assert!(rows.starts_with("b,guichet,1,"), "{rows}");
    assert!(rows.contains(",\""), "a cell with a comma is quoted");
    let alone = sandbox.glane(&["search", "guichet", "--format", "csv"]);
    assert!(alone.stdout.starts_with(&format!("{head}\r\n,guichet,1,")), "{alone:?}");
    let french = ["search", "guichet", "--format", "csv", "--separator", ";", "--bom"];
    let french = sandbox.glane(&french).stdout;
    assert_eq!(french.matches('\u{feff}').count(), 1);
    let first = french.lines().nth(1).unwrap_or_default();
    let score = first.strip_prefix(";guichet;1;").and_then(|rest| rest.split(';').next());
    assert!(score.is_some_and(|score| score.contains(',')), "{first}");
    let told = sandbox.glane(&["search", "nonrecours", "--format", "csv"]);
    assert!(told.stderr.contains("lu comme « non-recours »"), "{told:?}");
}

#[test]
fn a_bad_line_is_named_and_nothing_is_written() {
    let sandbox = Sandbox::of_samples();
    sandbox.write("t.jsonl", format!("{TOPICS}{{\"query\": \"sans identifiant\"}}").as_bytes());
    let ask = |options: &[&str]| sandbox.glane(&[&["search", "--topics"], options].concat());
    ask(&["t.jsonl", "--format", "trec"]).refuses(2, &["« t.jsonl »", "ligne 5", "identifiant"]);
    assert!(!sandbox.path("index").exists(), "nothing is indexed for it either");
    ask(&["absent.jsonl"]).refuses(2, &["« absent.jsonl »", "n'existe pas"]);
    ask(&["corpus"]).refuses(2, &["« corpus »", "dossier"]);
    sandbox.write("vide.jsonl", b"\n");
    ask(&["vide.jsonl"]).refuses(2, &["« vide.jsonl »", "aucune requête"]);
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    let sandbox = Sandbox::of_samples();
    sandbox.write("topics.jsonl", TOPICS.as_bytes());
    sandbox
        .glane(&["search", "guichet", "--topics", "topics.jsonl"])
        .refuses(2, &["--topics", "« guichet »"]);
    sandbox
        .glane(&["search", "--topics", "topics.jsonl", "--format", "text"])
        .refuses(2, &["--format text", "jsonl, csv, trec"]);
    sandbox.glane(&["search", "guichet", "--format", "trec"]).refuses(2, &["--topics FICHIER"]);
    sandbox
        .glane(&["search", "guichet", "--group", "page"])
        .refuses(2, &["« page »", "passage, section, document"]);
}

#[test]
fn a_file_of_topics_without_any_answer_exits_with_one() {
    let sandbox = Sandbox::of_samples();
    sandbox.write("topics.jsonl", b"{\"id\": \"1\", \"query\": \"xylophoniste\"}");
    assert_eq!(sandbox.glane(&["search", "--topics", "topics.jsonl"]).code, 1);
}
