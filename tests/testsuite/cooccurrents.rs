//! Cooccurrents and what is specific, as a researcher gets them: they agree with counts.

use serde_json::Value;

use crate::concordance::{indexed, rows, text};
use crate::counting::lines;

fn number(row: &Value, field: &str) -> u64 {
    row[field].as_u64().unwrap_or(u64::MAX)
}

#[test]
fn frequencies_agree_with_the_concordance_and_the_counts() {
    let sandbox = indexed();
    let table = sandbox.json(&["cooc", "accueil", "--words", "form", "--no-stop-words"]);
    let whole = &lines(&sandbox, &["accueil"])[0];
    assert_eq!(table["occurrences"], whole["occurrences"]);
    assert_eq!(table["corpus_words"], whole["words"]);
    let words = table["rows"].as_array().expect("rows");
    assert!(words.len() > 10, "{table}");
    for row in
        words.iter().take(10).filter(|row| text(row, "word").chars().all(char::is_alphabetic))
    {
        let found = rows(&sandbox, &[&format!("={}", text(row, "word"))]);
        assert_eq!(found.len() as u64, number(row, "corpus"), "{row}");
        assert!(number(row, "part") >= 2 && number(row, "part") <= number(row, "corpus"));
    }
}

#[test]
fn a_wider_window_has_more_words() {
    let sandbox = indexed();
    let words = |options: &[&str]| {
        let table = sandbox.json(&[&["cooc", "recours"], options].concat());
        number(&table, "context_words")
    };
    let [left, right, both] = [
        &["--left", "3", "--right", "0"][..],
        &["--left", "0", "--right", "3"],
        &["--window", "3"],
    ]
    .map(words);
    let (passage, section) = (words(&["--in", "passage"]), words(&["--in", "section"]));
    assert!(left > 0 && right > 0 && both <= left + right && both > left.max(right));
    assert!(both < passage && passage <= section, "{both} {passage} {section}");
}

#[test]
fn what_is_specific_agrees_with_counts() {
    let sandbox = indexed();
    let table = sandbox.json(&["specific", "--by", "event", "--words", "form"]);
    let part = |part: &&Value| text(part, "part").contains("Valmorin");
    let part = table["parts"].as_array().expect("parts").iter().find(part).expect("a part");
    for row in part["over"]
        .as_array()
        .expect("words")
        .iter()
        .chain(part["under"].as_array().expect("words"))
    {
        let word = format!("={}", text(row, "word"));
        let counted = lines(&sandbox, &[&word, "--by", "event", "--zeros"]);
        let counted = counted
            .iter()
            .find(|line| line["part"]["event"] == part["part"])
            .expect("the same part");
        assert_eq!(counted["occurrences"], row["part"], "{word}");
        assert_eq!(counted["words"], row["part_words"], "{word}");
        let [one, other] = [counted, row].map(|of| of["specificity"].as_f64().expect("a score"));
        assert!((one - other).abs() < 1e-9, "{word}: {one} {other}");
    }
}

#[test]
fn tables_are_shown_and_written() {
    let sandbox = indexed();
    let shown = sandbox.glane(&["cooc", "accueil", "--no-stop-words", "--limit", "3"]);
    assert_eq!((shown.code, shown.stdout.lines().count()), (0, 6), "{shown:?}");
    assert!(shown.stdout.contains("logDice") && shown.stdout.contains("à 5 mots au plus"));
    let csv = sandbox.glane(&["cooc", "accueil", "--format", "csv", "--separator", ";"]).stdout;
    assert!(csv.starts_with("word;part;corpus;part_words;corpus_words;expected;"), "{csv}");
    let shown = sandbox.glane(&["specific", "--by", "event", "--limit", "3"]);
    assert!(shown.code == 0 && shown.stdout.contains("  + ") && shown.stdout.contains("  − "));
    assert!(shown.stdout.lines().all(|line| line.chars().count() <= 100), "{}", shown.stdout);
    let csv = sandbox.glane(&["specific", "--by", "year", "--format", "csv"]).stdout;
    assert!(csv.starts_with("year,word,part,corpus,"), "{csv}");
    let lines =
        sandbox.glane(&["specific", "--by", "speaker", "--part", "FERROUK", "--format", "jsonl"]);
    assert!(lines.stdout.lines().all(|line| line.contains("\"name\":\"Nadia Ferrouk\"")));
    assert!(lines.stdout.lines().count() > 3, "{lines:?}");
}

#[test]
fn what_cannot_be_asked_of_words_is_told() {
    let sandbox = indexed();
    sandbox.glane(&["cooc", "a", "--in", "section", "--left", "2"]).refuses(2, &["de trop"]);
    sandbox.glane(&["cooc", "a", "--window", "deux"]).refuses(2, &["« deux »", "--window"]);
    sandbox.glane(&["cooc", ""]).refuses(2, &["la requête est vide"]);
    sandbox.glane(&["specific"]).refuses(2, &["il manque --by"]);
    sandbox.glane(&["specific", "--by", "mot"]).refuses(2, &["« mot »"]);
    assert_eq!(sandbox.glane(&["cooc", "zyzomys"]).code, 1);
    assert_eq!(sandbox.glane(&["specific", "--by", "year", "--part", "1812"]).code, 1);
}
