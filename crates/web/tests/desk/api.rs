//! What programs are answered, and that it is what is described.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::Value;

use crate::shelf::{Desk, request};

#[track_caller]
fn json(desk: &Desk, path: &str) -> Value {
    let answered = desk.get(path);
    assert_eq!(answered.status, StatusCode::OK, "{path}: {}", answered.body);
    assert_eq!(answered.headers["content-type"], "application/json");
    serde_json::from_str(&answered.body).unwrap()
}

#[track_caller]
fn refused(desk: &Desk, path: &str, status: StatusCode) {
    let answered = desk.get(path);
    assert_eq!(answered.status, status, "{path}");
    let told: Value = serde_json::from_str(&answered.body).unwrap();
    assert!(told["error"].is_string(), "{path}: {told}");
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn answers_have_the_fields_that_are_described() {
    let desk = Desk::new();
    let described = json(&desk, "/api/openapi.json");
    let schemas = &described["components"]["schemas"];
    let answer = json(&desk, "/api/search?q=guichet&explain=true");
    let hit = &answer["hits"][0];
    for (name, value) in [
        ("Answer", &answer),
        ("Hit", hit),
        ("SectionRef", &hit["section"]),
        ("Snippet", &hit["snippet"]),
        ("Facets", &answer["facets"]),
        ("Why", &hit["why"]),
        ("Explanation", &json(&desk, "/api/explain?q=guichet")),
    ] {
        assert_eq!(keys(&schemas[name]["properties"]), keys(value), "{name}");
    }
}

#[test]
fn every_path_that_is_described_is_there_and_no_other() {
    let desk = Desk::new();
    let described = json(&desk, "/api/openapi.json");
    for path in described["paths"].as_object().unwrap().keys() {
        assert!(!desk.get(path).body.contains("Cette page n'existe pas"), "{path}");
    }
    refused(&desk, "/api/absent", StatusCode::NOT_FOUND);
    let posted = desk.send(request("POST", "/api/search").body(axum::body::Body::empty()).unwrap());
    assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn filters_groups_and_pages_are_those_of_the_command_line() {
    let desk = Desk::new();
    let all = json(&desk, "/api/search?q=guichet&group=passage&sort=document&limit=2&offset=1");
    assert_eq!((&all["group"], &all["hits"][0]["rank"]), (&"passage".into(), &2.into()));
    let one = json(&desk, "/api/search?keyword=horaires&year=2015..2019");
    assert_eq!(one["total"], 1);
    let section = json(&desk, "/api/show?id=2019/rencontres.txt%23atelier-2");
    assert_eq!(section["sections"][0]["title"], "Écrire aux usagers");
    let none = json(&desk, "/api/search?q=guichet&place=ailleurs");
    assert_eq!(none["total"], 0);
}

#[test]
fn what_means_nothing_is_refused_with_the_reason() {
    let desk = Desk::new();
    for path in [
        "/api/explain",
        "/api/search?q=guichet&kind=",
        "/api/search?q=guichet&limite=3",
        "/api/search?q=a&q=b",
        "/api/search?q=guichet&limit=dix",
        "/api/search?q=guichet&limit=101",
        "/api/search?q=guichet&year=..",
        "/api/search?q=guichet&group=phrase",
        "/api/search?q=guichet&kind=go%C3%BBter",
    ] {
        refused(&desk, path, StatusCode::BAD_REQUEST);
    }
    refused(&desk, "/api/show?id=absent.txt", StatusCode::NOT_FOUND);
}
