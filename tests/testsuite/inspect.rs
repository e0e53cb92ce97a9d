//! The contract of `inspect`, on fixtures of one trait each.

use serde_json::Value;

use crate::sandbox::{Sandbox, fixture};

fn inspected(name: &str) -> Value {
    Sandbox::new().json(&["inspect", &fixture(name).to_string_lossy()])
}

fn sections(document: &Value) -> &Vec<Value> {
    document["sections"].as_array().expect("sections")
}

#[test]
fn a_workshop_has_keywords_and_people_with_roles() {
    let document = inspected("atelier.txt");
    let workshop = sections(&document).iter().find(|section| section["kind"] == "workshop");
    let workshop = workshop.expect("a workshop");
    assert_eq!(workshop["number"], "3");
    assert_eq!(workshop["title"], "Ouvrir un guichet dans un village");
    assert_eq!(workshop["keywords"], serde_json::json!(["guichet unique", "ruralité"]));
    assert_eq!(workshop["speakers"][0]["name"], "Agathe Vernoux");
    assert_eq!(workshop["speakers"][0]["as_written"], "Agathe VERNOUX");
    assert_eq!(workshop["speakers"][1]["role"], "secrétaire de mairie");
    assert_eq!(document["dates"], serde_json::json!(["2021-10-12"]));
    assert_eq!(document["kind"], "proceedings");
}

#[test]
fn a_programme_has_times_and_a_day() {
    let document = inspected("programme.md");
    let timed: Vec<&Value> =
        sections(&document).iter().filter(|section| !section["start"].is_null()).collect();
    assert_eq!(timed.len(), 2);
    assert_eq!((&timed[0]["start"], &timed[0]["end"]), (&"09:30".into(), &"10:15".into()));
    assert_eq!(timed[0]["date"], "2024-05-17");
    assert_eq!(timed[1]["kind"], "roundtable");
    assert_eq!(timed[1]["speakers"][0]["function"], "moderator");
    assert_eq!(document["title"], "Journée d'étude « Eau et communes »");
}

#[test]
fn a_table_of_contents_gives_pages_and_no_sections() {
    let document = inspected("sommaire.txt");
    let pages: Vec<&Value> = sections(&document).iter().map(|section| &section["page"]).collect();
    assert_eq!(pages, [&Value::Null, &5.into(), &12.into(), &19.into()]);
    assert_eq!(document["furniture"][0]["kind"], "contents");
}

#[test]
fn what_nothing_recognises_is_still_a_section() {
    let document = inspected("sans-structure.txt");
    assert_eq!(sections(&document).len(), 1);
    assert_eq!(sections(&document)[0]["kind"], "other");
    assert!(sections(&document)[0]["text"].as_str().expect("text").contains("kermesse"));
}

#[test]
fn another_encoding_is_read_and_told() {
    let document = inspected("windows-1252.txt");
    assert!(document["title"].as_str().expect("title").contains("comité des fêtes"));
    assert!(document["warnings"][0]["message"].as_str().expect("message").contains("windows-1252"));
}

#[test]
fn several_files_give_an_object_each() {
    let names =
        ["soude.txt", "deux-mots.txt"].map(|name| fixture(name).to_string_lossy().into_owned());
    let ended = Sandbox::new().glane(&["inspect", &names[0], &names[1], "--format", "json"]);
    assert_eq!(ended.stdout.lines().count(), 2, "{ended:?}");
}
