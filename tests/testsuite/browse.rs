//! `glane speakers`, `workshops`, `keywords`, `themes` and `acronyms`.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// Two documents that spell people, keywords and an acronym in ways of their own.
fn shelf() -> Sandbox {
    let sandbox = Sandbox::new();
    let documents = [
        r#"{"id":"a","title":"Actes d'Orn","kind":"proceedings","dates":["2019-03-12"],
            "acronyms":{"MSP":"maison de santé pluridisciplinaire","GUP":"guichet unique de proximité"},
            "sections":[
              {"id":"atelier-1","kind":"workshop","number":"1","title":"Accueillir","page":4,
               "text":"Le guichet unique de proximité (GUP) ouvre. Le GUP tient.",
               "keywords":["Accès aux droits","Non-recours"],
               "pages":[{"offset":0,"page":4},{"offset":44,"page":5}],
               "speakers":[{"name":"Nadia Ferrouk","as_written":"Nadia FERROUK","role":"directrice","organisation":"CCAS d'Orn","function":"speaker"}]},
              {"id":"atelier-2","kind":"workshop","number":"2","title":"Compter","text":"Une MSP.",
               "keywords":["acces au droit"],"theme":"Thème 1 | Ouvrir",
               "speakers":[{"name":"Nadia Ferrouk","as_written":"N. Ferrouk","role":null,"organisation":null,"function":"moderator"}]}]}"#,
        r#"{"id":"b","title":"Actes de Kerval","kind":"proceedings","dates":["2021-06-01"],
            "acronyms":{"MSP":"mission de service public","GUP":"Guichets uniques de proximité"},
            "sections":[
              {"id":"pleniere","kind":"plenary","title":"Ouverture","text":"Une MSP, deux MSP.",
               "keywords":["nonrecours"],"theme":"Thème 1 | Ouvrir",
               "speakers":[{"name":"Ferrouk Nadia","as_written":"FERROUK Nadia","role":"maire","organisation":null,"function":"speaker"},
                           {"name":"Paul Roux","as_written":"Paul Roux","role":null,"organisation":null,"function":"speaker"}]}]}"#,
    ];
    let lines = documents.map(|document| document.replace('\n', " "));
    sandbox.write("corpus/fonds.jsonl", lines.join("\n").as_bytes());
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    sandbox
}

fn listed(sandbox: &Sandbox, arguments: &[&str]) -> Vec<Value> {
    let ended = sandbox.glane(&[arguments, &["--format", "json"]].concat());
    let lines = ended.stdout.lines();
    lines.map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

#[test]
fn a_person_is_one_under_all_names_with_functions_by_year() {
    let sandbox = shelf();
    let people = listed(&sandbox, &["speakers"]);
    let names: Vec<&str> = people.iter().filter_map(|own| own["name"].as_str()).collect();
    assert_eq!(names, ["Nadia Ferrouk", "Paul Roux"]);
    assert_eq!((&people[0]["sections"], &people[0]["documents"]), (&3.into(), &2.into()));
    let shown = sandbox.glane(&["speakers", "ferouk"]).stdout;
    for words in
        ["Aussi : ", "FERROUK Nadia", "2019  directrice, CCAS d'Orn", "animation", "2021  maire"]
    {
        assert!(shown.contains(words), "no « {words} » in {shown}");
    }
    assert_eq!(listed(&sandbox, &["speakers", "--year", "2019"]).len(), 1);
}

/// Counts are those that a search with the same restriction gives.
#[test]
fn counts_are_those_of_a_search() {
    let sandbox = Sandbox::of_samples();
    assert_eq!(sandbox.glane(&["index"]).code, 0);
    let mut compared = 0;
    for own in listed(&sandbox, &["keywords", "--limit", "12"]) {
        let label = own["label"].as_str().expect("a label");
        let answer = sandbox.json(&["search", "--keyword", label]);
        if own["variants"].as_array().is_some_and(Vec::is_empty) {
            assert_eq!(own["sections"], answer["total"], "{label}");
            compared += 1;
        }
    }
    assert!(compared > 3, "{compared}");
    for own in listed(&sandbox, &["speakers", "--limit", "8"]) {
        let name = own["name"].as_str().expect("a name");
        let answer = sandbox.json(&["search", "--speaker", name]);
        assert_eq!(own["sections"], answer["total"], "{name}");
        assert_eq!(own["documents"], answer["documents"], "{name}");
    }
    let workshops = sandbox.json(&["search", "--kind", "atelier"]);
    assert_eq!(listed(&sandbox, &["workshops"]).len(), workshops["total"]);
}

#[test]
fn spellings_of_a_keyword_or_theme_are_counted_together() {
    let sandbox = shelf();
    let keywords = listed(&sandbox, &["keywords"]);
    let counts: Vec<(&str, u64)> = keywords
        .iter()
        .map(|own| (own["label"].as_str().unwrap_or(""), own["sections"].as_u64().unwrap_or(0)))
        .collect();
    assert_eq!(counts, [("Non-recours", 2), ("Accès aux droits", 2)]);
    let themes = sandbox.glane(&["themes"]).stdout;
    assert_eq!(themes, "Thème 1 | Ouvrir · 2 sections dans 2 documents\n");
}

#[test]
fn keywords_go_with_each_other_and_workshops_say_where_they_are() {
    let sandbox = shelf();
    let pairs = listed(&sandbox, &["keywords", "--with", "non recours"]);
    assert_eq!(pairs.len(), 1);
    assert_eq!(
        (&pairs[0]["label"], &pairs[0]["together"]),
        (&"Accès aux droits".into(), &1.into())
    );
    // 14 + log2(2·1 / (2 + 2))
    assert_eq!(pairs[0]["log_dice"], 13.0);
    let csv = sandbox.glane(&["workshops", "--format", "csv", "--separator", ";"]).stdout;
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(rows[0], "id;label;kind;theme;title;date;pages;speakers;keywords");
    assert!(
        rows[1].starts_with(
            "a#atelier-1;Atelier 1 — Accueillir;workshop;;Actes d'Orn;2019-03-12;4-5;"
        )
    );
    assert_eq!(listed(&sandbox, &["workshops", "--kind", "plénière"]).len(), 1);
}

#[test]
fn acronyms_tell_their_first_definition_and_their_conflicts() {
    let sandbox = shelf();
    let found = listed(&sandbox, &["acronyms"]);
    let names: Vec<&str> = found.iter().filter_map(|own| own["acronym"].as_str()).collect();
    assert_eq!(names, ["GUP", "MSP"]);
    let [gup, msp] = [&found[0], &found[1]];
    assert_eq!((&gup["conflict"], &msp["conflict"]), (&false.into(), &true.into()));
    assert_eq!((&gup["occurrences"], &msp["occurrences"]), (&2.into(), &3.into()));
    let first = &gup["senses"][0]["first"];
    assert_eq!((&first["document"], &first["page"]), (&"a".into(), &"4".into()));
    assert_eq!(gup["senses"][0]["documents"], 2);
    assert_eq!(listed(&sandbox, &["acronyms", "g.u.p."]).len(), 1);
}

#[test]
fn an_acronym_with_several_senses_is_searched_as_it_is_and_said() {
    let sandbox = shelf();
    let answer = sandbox.json(&["search", "MSP"]);
    assert_eq!(answer["total"], 2);
    let note = answer["notes"][0].as_str().expect("a note");
    assert!(
        note.contains("plusieurs sens") && note.contains("mission de service public"),
        "{note}"
    );
    // One sense in two spellings is no conflict.
    let answer = sandbox.json(&["search", "GUP"]);
    assert!(answer["notes"][0].as_str().is_some_and(|note| note.contains("cherché aussi")));
}

#[test]
fn a_list_without_an_entry_exits_with_one() {
    let sandbox = shelf();
    for command in ["speakers", "workshops", "keywords", "themes", "acronyms"] {
        let ended = sandbox.glane(&[command, "xylophone"]);
        assert_eq!((ended.code, ended.stdout.as_str()), (1, ""), "{command}");
        assert!(ended.stderr.contains("Rien à lister pour « xylophone »."), "{ended:?}");
    }
    sandbox.glane(&["workshops", "--kind", "kermesse"]).refuses(2, &["kermesse"]);
}
