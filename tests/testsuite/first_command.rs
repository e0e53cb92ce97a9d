//! The README's first command, on a copy of the sample corpus.

use crate::sandbox::Sandbox;

#[test]
fn a_first_search_builds_the_index_then_answers() {
    let sandbox = Sandbox::of_samples();
    let first = sandbox.glane(&["search", "non-recours"]);
    assert_eq!(first.code, 0, "{first:?}");
    for part in ["Atelier", "Intervenants :", "[non-recours]", "→ ", "glane show "] {
        assert!(first.stdout.contains(part), "no « {part} » in {}", first.stdout);
    }
    assert!(sandbox.path("index/CURRENT").exists());

    let second = sandbox.glane(&["search", "non-recours"]);
    assert_eq!((second.code, second.stderr.as_str()), (0, ""), "the second call says nothing else");
    assert_eq!(first.stdout, second.stdout);
}

#[test]
fn the_four_spellings_are_one_question() {
    let sandbox = Sandbox::of_samples();
    let documents = |query: &str| {
        let answer = sandbox.json(&["search", query, "--limit", "50"]);
        let hits = answer["hits"].as_array().expect("hits").clone();
        let names = hits.iter().map(|hit| hit["document"].as_str().expect("a stem").to_owned());
        names.collect::<std::collections::BTreeSet<String>>()
    };
    let found = documents("non-recours");
    assert!(found.len() >= 4, "{found:?}");
    for query in ["nonrecours", "non recours", "« non recours »", "NON‑RECOURS"] {
        assert_eq!(documents(query), found, "{query}");
    }
}

#[test]
fn a_workshop_of_the_samples_is_cited_with_its_page() {
    let sandbox = Sandbox::of_samples();
    let answer = sandbox.json(&["search", "territoire zéro non-recours", "--kind", "atelier"]);
    let hit = &answer["hits"][0];
    assert_eq!(hit["document"], "actes-valmorin-2023");
    assert_eq!(hit["section"]["number"], "4");
    assert_eq!(hit["page"], 16);
    assert_eq!(hit["speakers"].as_array().map(Vec::len), Some(4));
    assert_eq!(hit["keywords"][2], "TZNR");
    let citation = hit["citation"].as_str().expect("a citation");
    assert!(citation.ends_with("Valmorin, 14-15 mars 2023, p. 16 et suiv."), "{citation}");
}
