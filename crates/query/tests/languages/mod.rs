//! Searches where sections are in several languages.

use glane_document::SectionKind;
use glane_query::{Answer, Filters, Search, SearchError, search};

use crate::library::{Built, Library, section};

const FRENCH: &str = "Les ateliers du service public. Les politiques d'accueil. Le chat dort.";
const ENGLISH: &str =
    "Take part in the workshop on public policy. The chat was open-minded. Users can’t apply.";
const SPANISH: &str = "La política pública de vivienda. El derecho de las personas.";

/// One section in each of three languages.
fn shelf() -> Built {
    let mut shelf = Library::default();
    let part = |code: &str, title: &str, text: &str| {
        section(SectionKind::Section, "", title).language(code).text("", text)
    };
    shelf
        .document("actes.txt", "Actes", "2021-03")
        .with(part("fr", "Accueillir", FRENCH))
        .with(part("en", "Listening to communities", ENGLISH))
        .with(part("es", "Vivir juntos", SPANISH));
    shelf.build()
}

fn ask(built: &Built, query: &str) -> Answer {
    search(built.index(), &Search::new(query)).unwrap()
}

/// The languages of the sections found, in order.
#[track_caller]
fn check(query: &str, expect: &[&str]) {
    let answer = ask(&shelf(), query);
    let found: Vec<&str> =
        answer.hits.iter().filter_map(|hit| hit.section.language.as_deref()).collect();
    assert_eq!(found, expect, "{query}");
}

#[test]
fn a_word_is_found_in_the_number_and_gender_of_its_language() {
    check("workshops", &["en"]);
    check("policies", &["en"]);
    check("community", &["en"]);
    check("políticas", &["es"]);
    check("politiques", &["fr"]);
    check("derechos", &["es"]);
    check("accueillante", &["fr"]);
}

#[test]
fn accents_do_not_matter_in_another_language() {
    check("POLITICA vivienda", &["es"]);
}

#[test]
fn a_word_that_two_languages_spell_alike_is_found_in_both() {
    let answer = ask(&shelf(), "chat");
    assert_eq!(answer.total, 2);
}

#[test]
fn a_phrase_in_another_language_is_found_in_any_number() {
    check("\"public policies\"", &["en"]);
    check("\"política pública\"", &["es"]);
    check("\"policies public\"", &[]);
}

#[test]
fn a_compound_of_another_language_is_found_in_its_spellings() {
    check("openminded", &["en"]);
    check("open-minded", &["en"]);
}

#[test]
fn what_is_found_in_another_language_is_marked() {
    let answer = ask(&shelf(), "workshops policies");
    let snippet = &answer.hits[0].snippet;
    let marked: Vec<&str> =
        snippet.matches.iter().map(|range| &snippet.text[range.clone()]).collect();
    assert_eq!(marked, ["workshop", "policy"]);
}

#[test]
fn a_misspelt_word_of_another_language_is_answered_with_a_suggestion() {
    assert_eq!(ask(&shelf(), "worskhop").suggestions, ["workshop"]);
}

#[test]
fn a_language_narrows_a_search_by_code_or_by_name() {
    let shelf = shelf();
    for name in ["en", "anglais", "Anglais"] {
        let filters = Filters { language: vec![name.to_owned()], ..Filters::default() };
        let answer = search(shelf.index(), &Search { filters, ..Search::new("") }).unwrap();
        assert_eq!(answer.total, 1, "{name}");
    }
    let filters = Filters { language: vec!["klingon".to_owned()], ..Filters::default() };
    let refused = search(shelf.index(), &Search { filters, ..Search::new("chat") });
    assert!(matches!(refused, Err(SearchError::UnknownLanguage { valid, .. }) if valid.len() == 6));
}
