//! References: `glane cite`, and `--cite` of `search` and `show`.

use crate::sandbox::Sandbox;

const ATELIER: &str = "actes-valmorin-2023.txt#atelier-4";

fn samples() -> Sandbox {
    let sandbox = Sandbox::of_samples();
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    sandbox
}

#[test]
fn a_section_is_cited_with_its_speakers_in_the_proceedings() {
    let sandbox = samples();
    let cited = sandbox.glane(&["cite", ATELIER]);
    assert_eq!(cited.code, 0, "{cited:?}");
    let expect = "Solenne LE GALLOU et al., « Atelier 4 — Le non-recours aux droits : le repérer, \
                  le comprendre, y répondre », in L’action sociale de proximité à l’heure des \
                  transitions, Colloque national de Valmorin, Valmorin, 14-15 mars 2023, p. 16 et \
                  suiv.\n";
    assert_eq!(cited.stdout, expect);
    let bibtex = sandbox.glane(&["cite", ATELIER, "--cite", "bibtex"]).stdout;
    for line in
        ["@inproceedings{actes-valmorin-2023-txt-atelier-4,", "pages = {16+}", "year = {2023}"]
    {
        assert!(bibtex.contains(line), "no « {line} » in {bibtex}");
    }
    assert!(bibtex.contains("author = {Le Gallou, Solenne and Ben Salah-Morvan, Malik and "));
}

#[test]
fn passages_sections_and_documents_are_cited_together() {
    let sandbox = samples();
    let ids = [ATELIER, "actes-valmorin-2023.txt#atelier-4@2", "cours-gouvernance-2017"];
    let cited = sandbox.glane(&[&["cite", "--cite", "csl-json"], &ids[..]].concat());
    let items: serde_json::Value = serde_json::from_str(&cited.stdout).expect("an array");
    let found: Vec<&str> = (0..3).map(|at| items[at]["id"].as_str().expect("an id")).collect();
    assert_eq!(found, [ids[0], ids[1], "cours-gouvernance-2017.txt"]);
    let types: Vec<&str> = (0..3).map(|at| items[at]["type"].as_str().expect("a type")).collect();
    assert_eq!(types, ["paper-conference", "paper-conference", "report"]);
}

#[test]
fn what_cannot_be_cited_is_named_and_nothing_is_written() {
    let sandbox = samples();
    sandbox.glane(&["cite", ATELIER, "actes.txt#atelier-99"]).refuses(2, &["actes.txt#atelier-99"]);
    sandbox
        .glane(&["cite", ATELIER, "--cite", "baroque"])
        .refuses(2, &["baroque", "bibtex", "apa"]);
    sandbox.glane(&["cite"]).refuses(2, &["il manque <ID>"]);
}

#[test]
fn search_writes_references_alone_or_in_its_table() {
    let sandbox = samples();
    let ris = sandbox.glane(&["search", "non-recours", "--cite", "ris", "--limit", "5"]);
    assert_eq!(ris.code, 0);
    assert_eq!(ris.stdout.matches("TY  - ").count(), 5);
    assert_eq!(ris.stdout.matches("ER  - ").count(), 5);
    let json = sandbox.json(&["search", "non-recours", "--cite", "apa", "--limit", "1"]);
    let citation = json["hits"][0]["citation"].as_str().expect("a citation");
    assert!(citation.contains("(2019)"), "{citation}");
    let nothing = sandbox.glane(&["search", "xylophone", "--cite", "bibtex"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (1, ""));
}

#[test]
fn what_is_shown_is_cited() {
    let sandbox = samples();
    let shown = sandbox.glane(&["show", ATELIER]).stdout;
    assert!(shown.contains("\n→ Solenne LE GALLOU et al."), "{shown}");
    let shown = sandbox.glane(&["show", ATELIER, "--cite", "ris"]).stdout;
    assert!(shown.contains("\n\nTY  - CPAPER"), "{shown}");
}

/// A section over three pages whose folios are not the ranks of the sheets.
#[test]
fn a_hit_is_cited_at_the_page_of_its_match() {
    let sandbox = Sandbox::new();
    let filler = "Le guichet ouvre tôt et les agents écoutent chacun. ".repeat(12);
    let sheet = |folio: u32, text: &str| format!("{text}\n{filler}\n\n— {folio} —\n\x0c");
    let text = [
        sheet(31, "Atelier 1 : Ouvrir tôt\n"),
        sheet(32, "La permanence du mardi reçoit."),
        sheet(33, "La buvette ferme."),
    ];
    sandbox.write("corpus/actes.txt", text.concat().as_bytes());
    let citation = |query: &str| {
        let answer = sandbox.json(&["search", query]);
        let hit = &answer["hits"][0];
        let page = hit["page"].as_u64().expect("a page");
        (page, hit["citation"].as_str().expect("a citation").to_owned())
    };
    for (query, page) in [("permanence", 32), ("buvette", 33)] {
        let (found, line) = citation(query);
        assert_eq!(found, page, "{line}");
        assert!(line.ends_with(&format!("p. {page}.")), "{line}");
    }
    let whole = sandbox.glane(&["cite", "actes.txt#atelier-1"]).stdout;
    assert!(whole.ends_with("p. 31-33.\n"), "{whole}");
}
