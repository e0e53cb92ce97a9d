//! What a hit is, and in which order.

use serde_json::Value;

use crate::sandbox::Sandbox;

fn indexed() -> Sandbox {
    let sandbox = Sandbox::of_samples();
    sandbox.glane(&["index", "--quiet"]);
    sandbox
}

fn hits(answer: &Value) -> &[Value] {
    answer["hits"].as_array().map_or(&[], Vec::as_slice)
}

/// The values of a field of each hit, as JSON.
fn of_each(answer: &Value, field: &str) -> Vec<String> {
    hits(answer).iter().map(|hit| hit[field].to_string()).collect()
}

#[test]
fn what_is_counted_stays_whatever_the_hits_are() {
    let sandbox = indexed();
    let ask = |group| sandbox.json(&["search", "accueil", "--group", group, "--limit", "1000"]);
    let [passages, sections, documents] = ["passage", "section", "document"].map(ask);
    for field in ["total", "complete", "documents", "passages", "facets"] {
        assert_eq!(passages[field], sections[field], "{field}");
        assert_eq!(documents[field], sections[field], "{field}");
    }
    assert_eq!(sections["total"], hits(&sections).len());
    assert_eq!(sections["passages"], hits(&passages).len());
    assert_eq!(sections["documents"], hits(&documents).len());
}

#[test]
fn every_hit_can_be_shown() {
    let sandbox = indexed();
    for group in ["passage", "section", "document"] {
        let answer = sandbox.json(&["search", "non-recours", "--group", group, "--limit", "100"]);
        assert!(hits(&answer).len() > 5, "{group}");
        let mut ids: Vec<&str> =
            hits(&answer).iter().filter_map(|hit| hit["id"].as_str()).collect();
        for id in &ids {
            assert_eq!(sandbox.glane(&["show", id]).code, 0, "{id}");
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "each {group} has its identifier");
    }
}

#[test]
fn a_passage_is_shown_alone() {
    let sandbox = indexed();
    let whole = sandbox.json(&["show", "actes-valmorin-2023.txt#atelier-4"]);
    let part = sandbox.json(&["show", "actes-valmorin-2023.txt#atelier-4@2"]);
    let text = |shown: &Value| shown["sections"][0]["text"].as_str().expect("text").to_owned();
    assert!(text(&whole).contains(&text(&part)) && text(&part).len() < text(&whole).len());
    for id in ["actes-valmorin-2023.txt#atelier-4@99", "actes-valmorin-2023.txt#atelier-4@x"] {
        sandbox.glane(&["show", id]).refuses(2, &[id]);
    }
}

#[test]
fn a_document_is_its_best_section() {
    let sandbox = indexed();
    let sections = sandbox.json(&["search", "non-recours", "--limit", "100"]);
    let documents = sandbox.json(&["search", "non-recours", "--group", "document"]);
    let mut seen: Vec<&Value> = Vec::new();
    let best = hits(&sections).iter().filter(|hit| {
        let first = !seen.contains(&&hit["source"]);
        seen.push(&hit["source"]);
        first
    });
    for (document, section) in hits(&documents).iter().zip(best) {
        assert_eq!(document["id"], document["source"]);
        for field in ["source", "score", "section", "snippet", "citation"] {
            assert_eq!(document[field], section[field], "{field}");
        }
    }
    let standing: u64 =
        hits(&documents).iter().filter_map(|document| document["sections"].as_u64()).sum();
    assert_eq!(sections["total"], standing);
}

#[test]
fn passages_of_a_section_have_its_words_and_their_own_scores() {
    let sandbox = indexed();
    let answer = sandbox.json(&["search", "ateliers", "--group", "passage", "--limit", "100"]);
    let scores: Vec<f64> = hits(&answer).iter().filter_map(|hit| hit["score"].as_f64()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    assert!(hits(&answer).iter().all(|hit| hit["passages"] == 1 && hit["sections"] == 1));
}

#[test]
fn dates_go_from_the_latest_to_what_has_none() {
    let sandbox = indexed();
    sandbox.write("corpus/sans-date.txt", "Une note sur l'accueil.".as_bytes());
    sandbox.glane(&["index", "--quiet"]);
    let answer = sandbox.json(&["search", "accueil", "--sort", "date", "--limit", "1000"]);
    let date = |hit: &Value| -> String {
        let date = [&hit["section"]["date"], &hit["dates"][0]].into_iter().find(|d| d.is_string());
        date.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let dated: Vec<(String, f64)> = hits(&answer)
        .iter()
        .map(|hit| (date(hit), hit["score"].as_f64().expect("a score")))
        .collect();
    assert!(dated.is_sorted_by(|a, b| a.0 > b.0 || (a.0 == b.0 && a.1 >= b.1)), "{dated:?}");
    assert_eq!(hits(&answer).last().expect("hits")["source"], "sans-date.txt");
    assert_eq!(of_each(&answer, "id").len(), answer["total"]);
    let answer = sandbox.json(&["search", "accueil", "--sort", "oldest", "--limit", "1000"]);
    let dates: Vec<String> = hits(&answer).iter().map(date).collect();
    let (undated, dated) = dates.split_last().expect("hits");
    assert!(dated.is_sorted() && undated.is_empty(), "{dates:?}");
}

#[test]
fn documents_are_read_one_after_the_other() {
    let sandbox = indexed();
    let ask = |options: &[&str]| {
        let asked = ["search", "accueil", "--sort", "document", "--group", "passage"];
        sandbox.json(&[&asked, options].concat())
    };
    let answer = ask(&["--limit", "1000"]);
    assert!(of_each(&answer, "source").is_sorted());
    let valmorin = ask(&["--document", "actes-valmorin-2023", "--limit", "1000"]);
    let shown = sandbox.json(&["show", "actes-valmorin-2023"]);
    let sections = shown["sections"].as_array().expect("sections");
    let place = |hit: &Value| {
        let section = sections.iter().position(|own| own["id"] == hit["section"]["id"]);
        (section, hit["passage"].as_u64())
    };
    assert!(hits(&valmorin).iter().map(place).is_sorted());
    let pages = [ask(&["--limit", "3"]), ask(&["--limit", "3", "--offset", "3"])];
    let ids: Vec<String> = pages.iter().flat_map(|page| of_each(page, "id")).collect();
    assert_eq!(ids, of_each(&answer, "id")[..6]);
}

#[test]
fn documents_are_headed_by_their_titles() {
    let sandbox = indexed();
    let shown = sandbox.glane(&["search", "accueil", "--group", "document", "--limit", "2"]).stdout;
    assert!(shown.contains("sections, d'abord : ") && shown.contains("du 1er au 2e"), "{shown}");
    let shown = sandbox.glane(&["search", "accueil", "--group", "passage", "--limit", "1"]).stdout;
    assert!(shown.contains("passages, de ") && shown.contains("le 1er"), "{shown}");
}

#[test]
fn a_score_is_what_its_reasons_add_up_to() {
    let sandbox = indexed();
    for group in ["passage", "section", "document"] {
        for query in
            ["accueil des usagers", "non-recours", "budget + commune", "« accès aux droits »"]
        {
            let args = ["search", query, "--explain", "--group", group, "--limit", "50"];
            let answer = sandbox.json(&args);
            assert!(!hits(&answer).is_empty(), "{query}");
            for hit in hits(&answer) {
                let why = &hit["why"];
                let parts = why["parts"].as_array().map_or(&[][..], Vec::as_slice);
                let value = |of: &Value, field: &str| of[field].as_f64().unwrap_or(f64::NAN);
                let sum: f64 =
                    parts.iter().map(|part| value(part, "text") + value(part, "headings")).sum();
                let (score, factor) = (value(hit, "score"), value(why, "factor"));
                assert!((sum * factor - score).abs() < 1e-3 * score, "{query}: {hit}");
            }
        }
    }
    let text = sandbox.glane(&["search", "non-recours", "--explain"]);
    assert!(text.stdout.contains("(part de la requête : 100 %) × (« non-recours » "), "{text:?}");
    let refused = sandbox.glane(&["search", "non-recours", "--explain", "--format", "csv"]);
    refused.refuses(2, &["--explain ne convient pas à --format csv"]);
}
