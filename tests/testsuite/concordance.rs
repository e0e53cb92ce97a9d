//! Every occurrence, as a researcher gets them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::seeds::seeds;

/// The samples, indexed.
pub(crate) fn indexed() -> Sandbox {
    let sandbox = Sandbox::of_samples();
    sandbox.glane(&["index", "--quiet"]);
    sandbox
}

/// The occurrences that a concordance has, whatever its exit code.
pub(crate) fn rows(sandbox: &Sandbox, options: &[&str]) -> Vec<Value> {
    let ended = sandbox.glane(&[&["kwic", "--format", "jsonl"], options].concat());
    assert!(ended.code < 2, "{ended:?}");
    ended.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A field that is a text; empty where it is unknown.
pub(crate) fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

/// The text of each section, by document and section.
fn sections(sandbox: &Sandbox, documents: &BTreeSet<String>) -> BTreeMap<(String, String), String> {
    let mut texts = BTreeMap::new();
    for document in documents {
        let shown = sandbox.json(&["show", document]);
        for section in shown["sections"].as_array().expect("sections") {
            let key = (document.clone(), text(section, "id").to_owned());
            texts.insert(key, text(section, "text").to_owned());
        }
    }
    texts
}

/// The documents of an index.
fn documents(sandbox: &Sandbox) -> BTreeSet<String> {
    let answer =
        sandbox.json(&["search", "--year", "1000..", "--group", "document", "--limit", "10000"]);
    let hits = answer["hits"].as_array().expect("hits").iter();
    hits.map(|hit| text(hit, "source").to_owned()).collect()
}

#[test]
fn every_occurrence_slices_to_its_pivot_and_stands_between_its_contexts() {
    let sandbox = indexed();
    let texts = sections(&sandbox, &documents(&sandbox));
    for query in ["recours", "« accès aux droits »", "préca*", "« droits personnes »~6", "de OU la"]
    {
        let rows = rows(&sandbox, &[query, "--context", "20"]);
        assert!(!rows.is_empty(), "{query}");
        for row in rows {
            let key = (text(&row, "source").to_owned(), text(&row, "section").to_owned());
            let bytes = |field: &str| row[field].as_u64().and_then(|at| usize::try_from(at).ok());
            let (start, end) = (bytes("start").expect("start"), bytes("end").expect("end"));
            let section = &texts[&key];
            assert_eq!(&section[start..end], text(&row, "pivot"));
            assert!(section[..start].ends_with(text(&row, "left")), "{row}");
            assert!(section[end..].starts_with(text(&row, "right")), "{row}");
        }
    }
}

/// How often each word of letters alone stands in the texts: runs of letters, in small letters,
/// that no hyphen, apostrophe, dot or digit touches, other than a full stop before a space.
fn naive_forms(texts: &BTreeMap<(String, String), String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts.values() {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    counts
}

/// Counts of exact forms agree with those of a scan that knows no French, but for forms that
/// analysis makes or unmakes: words cut at a line's end, inclusive writing, ordinals.
#[track_caller]
fn check_forms(sandbox: &Sandbox, texts: &BTreeMap<(String, String), String>, step: usize) {
    let counts = naive_forms(texts);
    let all: String = texts.values().map(|text| text.to_lowercase() + "\n").collect();
    // What a sign touches, other than a comma, an apostrophe before or a full stop after, is for the analyzer to tell.
    let is_plain = |word: &str| {
        let around = all.match_indices(word).all(|(at, _)| {
            let before = all[..at].chars().next_back();
            let after = all[at + word.len()..].chars().next();
            let quiet = |c: Option<char>| {
                c.is_none_or(|c| c.is_alphabetic() || " \n,;:\u{a0}\u{202f}".contains(c))
            };
            let ends = all[at + word.len()..].starts_with(". ")
                || all[at + word.len()..].starts_with(".\n");
            (quiet(before) || before.is_some_and(|c| "’'".contains(c))) && (quiet(after) || ends)
        });
        around && word.len() > 4 && word.chars().all(|c| c.is_alphabetic() && c < '\u{2000}')
    };
    let plain: Vec<(&String, &usize)> =
        counts.iter().filter(|(word, _)| is_plain(word)).step_by(step).collect();
    assert!(plain.len() > 30, "{} words", plain.len());
    for (word, count) in plain {
        let rows = rows(sandbox, &[&format!("={word}")]);
        // Inclusive writing stands for the form as well, and is not written so.
        let written = rows.iter().filter(|row| text(row, "pivot").to_lowercase() == *word);
        assert_eq!(written.count(), *count, "{word}");
    }
}

#[test]
fn counts_of_forms_agree_with_a_naive_scan_of_the_samples() {
    let sandbox = indexed();
    let texts = sections(&sandbox, &documents(&sandbox));
    check_forms(&sandbox, &texts, 40);
}

#[test]
fn counts_of_forms_agree_with_a_naive_scan_of_documents_of_others() {
    let Some(seeds) = seeds() else { return };
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.glane(&["index", &seeds.to_string_lossy(), "--quiet"]).code, 0);
    let texts = sections(&sandbox, &documents(&sandbox));
    check_forms(&sandbox, &texts, 60);
}

#[test]
fn a_word_has_the_forms_that_explain_lists() {
    let sandbox = indexed();
    for query in ["recours", "sociale", "communes", "logements"] {
        let explained = sandbox.json(&["explain", query]);
        let spellings = explained["units"][0]["spellings"].as_array().expect("spellings");
        let forms: BTreeSet<&str> = spellings.iter().map(|of| text(of, "text")).collect();
        let rows = rows(&sandbox, &[query]);
        let found: BTreeSet<String> =
            rows.iter().map(|row| text(row, "pivot").to_lowercase()).collect();
        let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, forms, "{query}");
    }
}

#[test]
fn occurrences_stand_in_sections_that_search_finds() {
    let sandbox = indexed();
    let ids = |answer: &Value| -> BTreeSet<String> {
        let hits = answer["hits"].as_array().expect("hits").iter();
        hits.map(|hit| text(hit, "id").to_owned()).collect()
    };
    // Ranked, a search finds what has some of the words, were it in a line of people.
    for (query, ranked) in [
        ("accueil", "accueil"),
        ("« accès aux droits »", "« accès aux droits »"),
        ("accueil ET droits", "accueil droits"),
        ("recours SAUF droits", "recours SAUF droits"),
    ] {
        let searched = ids(&sandbox.json(&["search", ranked, "--limit", "10000"]));
        let rows = rows(&sandbox, &[query]);
        let found: BTreeSet<String> = rows.iter().map(id).collect();
        assert!(!found.is_empty(), "{query}");
        assert!(found.is_subset(&searched), "{query}: {:?}", found.difference(&searched));
        for row in &rows {
            assert_eq!(sandbox.glane(&["show", text(row, "id")]).code, 0, "{row}");
        }
    }
}

fn id(row: &Value) -> String {
    format!("{}#{}", text(row, "source"), text(row, "section"))
}

#[test]
fn an_occurrence_inside_another_is_left_out_or_kept() {
    let sandbox = indexed();
    let count = |options: &[&str]| rows(&sandbox, options).len();
    let all = count(&["recours"]);
    let apart = count(&["recours", "--except", "non-recours"]);
    let solid = rows(&sandbox, &["non-recours"]);
    let in_compound = solid.iter().filter(|row| text(row, "pivot").ends_with("recours"));
    let in_one_word = solid.iter().filter(|row| text(row, "pivot").to_lowercase() == "nonrecours");
    assert!(apart > 0 && apart < all);
    assert_eq!(all - apart, in_compound.count() - in_one_word.count());
}

#[test]
fn sorting_changes_nothing_but_the_order() {
    let sandbox = indexed();
    let key = |row: &Value| (id(row), row["start"].as_u64());
    let plain: Vec<_> = rows(&sandbox, &["accueil"]).iter().map(key).collect();
    for sort in ["R1,L1", "l2,pivot", "date,speaker,document", "R5"] {
        let sorted = rows(&sandbox, &["accueil", "--sort", sort]);
        let mut keys: Vec<_> = sorted.iter().map(key).collect();
        assert_eq!(keys.len(), plain.len());
        keys.sort();
        let mut expect = plain.clone();
        expect.sort();
        assert_eq!(keys, expect, "{sort}");
    }
    let by_date = rows(&sandbox, &["accueil", "--sort", "date"]);
    let dates: Vec<&str> = by_date.iter().map(|row| text(row, "date")).collect();
    let known = dates.iter().take_while(|date| !date.is_empty()).count();
    assert!(known > 0 && dates[..known].is_sorted() && dates[known..].iter().all(|d| d.is_empty()));
}

#[test]
fn a_spreadsheet_gets_its_own_csv() {
    let sandbox = indexed();
    let options = ["kwic", "recours", "--format", "csv"];
    let plain = sandbox.glane(&options).stdout;
    assert!(plain.starts_with("left,pivot,right,unit,event,date,year,"), "{plain}");
    let ended = sandbox.glane(&[&options[..], &["--separator", ";", "--bom"]].concat());
    assert!(ended.stdout.starts_with("\u{feff}left;pivot;right;"), "{ended:?}");
    let lines = plain.split("\r\n").filter(|line| !line.is_empty()).count();
    assert_eq!(lines - 1, rows(&sandbox, &["recours"]).len());
}

#[test]
fn a_concordance_for_people_is_aligned_and_counted() {
    let sandbox = indexed();
    let shown = sandbox.glane(&["kwic", "recours"]);
    let lines: Vec<&str> = shown.stdout.lines().collect();
    let column = |line: &&str| line.find('[').map(|at| line[..at].chars().count());
    let columns: BTreeSet<usize> = lines.iter().filter_map(column).collect();
    assert_eq!(columns.len(), 1, "{}", shown.stdout);
    assert!(lines.iter().all(|line| line.chars().count() <= 100), "{}", shown.stdout);
    assert!(shown.stdout.contains("occurrences dans ") && shown.stdout.contains("p. 16"));
    let sorted = sandbox.glane(&["kwic", "recours", "--sort", "R1", "--limit", "3"]);
    assert!(sorted.stdout.ends_with("3 occurrences\n"), "{sorted:?}");
    assert!(sorted.stdout.contains(" · "), "each line says where it stands: {sorted:?}");
    assert!(sorted.stderr.contains("3 occurrences données, d'autres suivent"), "{sorted:?}");
    assert!(!shown.stderr.contains("d'autres suivent"), "{shown:?}");
}

#[test]
fn what_cannot_be_asked_is_told() {
    let sandbox = indexed();
    sandbox.glane(&["kwic", " "]).refuses(2, &["la requête est vide"]);
    sandbox.glane(&["kwic"]).refuses(2, &["il manque <REQUÊTE>"]);
    sandbox.glane(&["kwic", "a", "--sort", "R6"]).refuses(2, &["« R6 »", "R1 à R5"]);
    sandbox.glane(&["kwic", "a", "--separator", "abc"]).refuses(2, &["« abc »", "un signe"]);
    sandbox.glane(&["kwic", "a", "--kind", "goûter"]).refuses(2, &["« goûter »"]);
    let absent = sandbox.glane(&["kwic", "zyzomys"]);
    assert_eq!((absent.code, absent.stdout.as_str()), (1, "Aucune occurrence.\n"));
    let filters = sandbox.glane(&["kwic", "année:2019"]);
    assert_eq!(filters.code, 1);
    assert!(filters.stderr.contains("aucun mot"), "{filters:?}");
}
