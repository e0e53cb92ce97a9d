//! The query language: what each operator finds, and what is said of it.

use std::sync::LazyLock;

use glane_document::SectionKind;
use glane_query::{Answer, Filters, Search, search};
use proptest::prelude::*;

use crate::library::{Built, Library, section};

/// Five sections, each named after a letter.
fn shelf() -> &'static Built {
    static SHELF: LazyLock<Built> = LazyLock::new(built);
    &SHELF
}

fn built() -> Built {
    let mut shelf = Library::default();
    shelf
        .document("2015/habitat.txt", "Rencontres de l'habitat", "2015-03-12")
        .event("Rencontres de l'habitat, 3e édition")
        .place("La Rochelle")
        .with(
            section(SectionKind::Workshop, "1", "A Loger les jeunes")
                .speakers(&["Ysoria Belkant"])
                .text("", "Le logement des jeunes reste précaire. Le bail mobilité est récent."),
        )
        .with(
            section(SectionKind::Workshop, "2", "B Héberger")
                .speakers(&["Luc Perrot"])
                .text("", "L'hébergement d'urgence des familles. Le précarré du département."),
        );
    shelf
        .document("2019/budget.txt", "Cours de budget", "2019-10-02")
        .place("Le Mans")
        .with(
            section(SectionKind::Plenary, "", "C Dépenser")
                .text("", "Le budget du logement baisse. Un recours gracieux est formé."),
        )
        .with(
            section(SectionKind::Section, "", "D Recourir").keywords(&["Non-recours"]).text(
                "",
                "Le non-recours aux aides des élus. Les familles y renoncent, côté cour.",
            ),
        )
        .with(
            section(SectionKind::Section, "", "E Élire")
                .text("", "L'élue coche la cote de la jeune élue. La précarité des baux."),
        );
    shelf.build()
}

fn ask(shelf: &Built, query: &str) -> Answer {
    let search_of = Search { limit: 20, filters: Filters::default(), ..Search::new(query) };
    search(shelf.index(), &search_of).unwrap()
}

/// The letters of the sections found, in order of the alphabet.
#[track_caller]
fn check(query: &str, expect: &str) {
    let found = ask(shelf(), query);
    let letter = |title: &Option<String>| title.as_deref().and_then(|title| title.chars().next());
    let mut letters: Vec<char> =
        found.hits.iter().filter_map(|hit| letter(&hit.section.title)).collect();
    letters.sort_unstable();
    assert_eq!(letters.iter().collect::<String>(), expect, "{query}: {:?}", found.notes);
    assert_eq!(found.total, found.hits.len());
}

#[track_caller]
fn check_notes(query: &str, expect: &[&str]) {
    assert_eq!(ask(shelf(), query).notes, expect, "{query}");
}

#[test]
fn and_asks_for_both() {
    check("logement jeunes", "ACE");
    check("logement ET jeunes", "A");
    check("logement AND budget", "C");
    check("logement ET inconnu", "");
    check("+budget logement", "C");
}

#[test]
fn or_asks_for_one() {
    check("hébergement OU budget", "BC");
    check("hébergement OR (budget ET recours)", "BC");
    check("(hébergement OU logement) ET familles", "B");
    check("hébergement OU inconnu", "B");
}

#[test]
fn a_section_with_one_of_the_alternatives_lacks_nothing() {
    let found = ask(shelf(), "hébergement OU budget");
    assert_eq!(found.complete, 2);
    assert!(found.hits.iter().all(|hit| hit.missing.is_empty()));
}

#[test]
fn what_is_left_out_is_not_found_and_is_told() {
    check("logement SAUF jeunes", "C");
    check("logement -jeunes", "C");
    check("logement NOT (jeunes OU budget)", "");
    check("familles SAUF « hébergement d'urgence »", "D");
    check_notes("logement SAUF jeunes", &["Sections avec « jeunes » écartées."]);
}

#[test]
fn function_words_neither_leave_out_nor_stand_for_another() {
    check("logement SAUF le", "AC");
    check_notes("logement SAUF le", &[]);
    check("hébergement OU de", "B");
    check("budget ET le", "C");
}

#[test]
fn what_is_beyond_the_longest_query_changes_nothing() {
    let long = (0..40).map(|at| format!("mot{at}")).collect::<Vec<_>>().join(" ");
    check(&format!("logement {long} SAUF inconnu"), "");
    let asked = ask(shelf(), &format!("(logement OU {}) -zzz", long.replace(' ', " OU ")));
    assert_eq!(asked.total, 2, "{:?}", asked.notes);
}

#[test]
fn leaving_out_alone_asks_for_all_the_rest() {
    check("SAUF logement", "BDE");
    check("-logement -familles", "E");
}

#[test]
fn a_hyphen_after_a_space_does_not_cut_a_compound() {
    check("non -recours", "D");
    check_notes("non -recours", &["« non -recours » lu comme « non-recours »."]);
    check("non - recours", "D");
}

#[test]
fn a_word_as_it_is_written() {
    check("élu", "DE");
    check("=élus", "D");
    check("=élue", "E");
    check("=côté", "D");
    check("=cote", "E");
    check("=non-recours", "D");
}

#[test]
fn a_word_left_open() {
    check("préca*", "ABE");
    check("precari*", "E");
    check("*gement", "ABC");
    check("l'héberg*", "B");
    check("zzz*", "");
}

#[test]
fn a_misspelt_word() {
    check("logemant~", "AC");
    check("hebergemant~", "B");
    check("budjet~1", "CDE");
    check("bujat~1", "");
}

#[test]
fn words_within_a_distance() {
    check("\"logement précaire\"", "");
    check("\"logement précaire\"~3", "A");
    check("\"précaire logement\"~3", "A");
    check("\"logement précaire\"~1", "");
}

#[test]
fn fields_restrict() {
    check("année:2015", "AB");
    check("logement year:2015..2016", "A");
    check("logement avant:2016", "A");
    check("logement après:2015", "C");
    check("après:2015-03-11 avant:13/03/2015", "AB");
    check("lieu:Rochelle", "AB");
    check("lieu:« Le Mans » logement", "C");
    check("événement:« rencontres de l'habitat »", "AB");
    check("(event:habitat OU type:plénière) ET logement", "AC");
    check("intervenant:belkant", "A");
    check("speaker:PERROT", "B");
    check("motclé:non-recours", "D");
    check("type:atelier", "AB");
    check("document:budget logement", "C");
    check("titre:loger", "A");
    check("title:« loger les jeunes »", "A");
    check("atelier:2", "B");
    check("atelier:loger", "A");
}

#[test]
fn fields_join_and_are_left_out_as_words_are() {
    check("intervenant:belkant OU année:2019", "ACDE");
    check("familles SAUF année:2019", "B");
    check("(type:atelier OU type:plénière) logement", "AC");
    check("SAUF type:atelier", "CDE");
}

#[test]
fn a_field_whose_value_means_nothing_is_words() {
    check("année:bientôt", "");
    check_notes("langue:klingon logement", &["« langue:klingon » lu comme des mots."]);
    check("jeunes : logement", "ACE");
}

#[test]
fn marks_show_what_was_found() {
    let shelf = shelf();
    let marked = |query: &str| {
        let found = ask(shelf, query);
        let snippet = &found.hits[0].snippet;
        snippet
            .matches
            .iter()
            .map(|range| snippet.text[range.clone()].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("l'héberg*"), ["hébergement"]);
    assert_eq!(marked("logemant~ SAUF budget"), ["logement"]);
    assert_eq!(marked("\"précaire logement\"~3"), ["logement", "précaire"]);
    assert_eq!(marked("=élus"), ["élus"]);
    assert_eq!(marked("année:2015 bail"), ["bail"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anything_is_a_query(text in "[ -~«»“”‑éÉ·…\u{a0}\u{0}]{0,40}", noise in ".{0,20}") {
        let shelf = shelf();
        let both = format!("{text} {noise}");
        for query in [&text, &noise, &both] {
            prop_assert!(search(shelf.index(), &Search::new(query)).is_ok(), "{}", query);
        }
    }

    #[test]
    fn leaving_out_and_asking_part_the_whole(word in "(logement|jeunes|familles|budget|précar.|élus?)") {
        let shelf = shelf();
        let with = ask(shelf, &format!("+{word}")).total;
        let without = ask(shelf, &format!("SAUF {word}")).total;
        prop_assert_eq!(with + without, 5);
    }
}
