//! Searches in a small library of invented documents.
#![expect(clippy::unwrap_used, reason = "a test that cannot index or search has failed")]

mod cooccurrents;
mod counts;
mod languages;
mod library;
mod occurrences;
mod operators;

use glane_document::SectionKind;
use glane_index::Index;
use glane_query::{Answer, Filters, Search, SearchError, match_ranges, search};
use library::{Library, section};
use proptest::prelude::*;

/// The documents that most tests search.
fn shelf() -> Library {
    let mut shelf = Library::default();
    shelf
        .document("2021/rencontres.txt", "Rencontres de l'accueil", "2021-10-07")
        .acronym("MSAP", "maison de services au public")
        .with(
            section(SectionKind::Workshop, "1", "Repérer le non-recours")
                .theme("Thème 3 | Aller au-devant")
                .keywords(&["Non-recours", "Accueils de jour"])
                .speakers(&["Nadia Ferrouk", "Étienne Vasselin"])
                .text(
                    "Atelier 1 : Repérer le non-recours\nNadia FERROUK, directrice\n",
                    "Le non-recours se mesure mal. Les agents d'accueil voient l'usager renoncer à \
                     l’aide. La maison de services au public ouvre le samedi.",
                ),
        )
        .with(
            section(SectionKind::Workshop, "2", "La cantine et le circuit court")
                .theme("Thème 30 | Bien manger")
                .keywords(&["Alimentation"])
                .speakers(&["Nadia Meunier"])
                .text(
                    "Atelier 2 : La cantine et le circuit court\n",
                    "La cantine achète aux maraîchers. Un recours gracieux, non suspensif, a été \
                     formé contre le marché. Les élues locales y tiennent.",
                ),
        )
        .with(section(SectionKind::Plenary, "", "Ouverture des travaux").text(
            "",
            "La MSAP de Kerlavan reçoit deux cents personnes. Le budget du circuit est voté.",
        ));
    shelf.document("2023/cours.txt", "Cours de droit funéraire", "2023-02").with(
        section(SectionKind::Section, "", "Les concessions")
            .keywords(&["Cimetière"])
            .speakers(&["Odile Grandjean"])
            .text("", "La concession perpétuelle. Le budget annexe du cimetière. Le non recours."),
    );
    shelf
}

fn ask(index: &Index, query: &str, filters: Filters) -> Answer {
    search(index, &Search { filters, limit: 20, ..Search::new(query) }).unwrap()
}

#[test]
fn what_is_asked_about_a_subject_weighs_less_than_the_subject() {
    let mut shelf = Library::default();
    shelf
        .document("fiches.txt", "Fiches du personnel", "2024-02")
        .with(section(SectionKind::Section, "", "Le préavis").text(
            "",
            "Le préavis dure un mois. L'agent qui part le fait, sauf dispense écrite du maire.",
        ))
        .with(section(SectionKind::Section, "", "Les pièces obligatoires du dossier").text(
            "",
            "Sont obligatoires la demande, le diplôme et la lettre qui fixe la date du préavis.",
        ))
        .with(section(SectionKind::Section, "", "La cantine").text("", "Le menu est affiché."))
        .with(section(SectionKind::Section, "", "Le vestiaire").text("", "Il ferme à clé."))
        .with(section(SectionKind::Section, "", "Les clés").text("", "Elles sont au guichet."));
    let shelf = shelf.build();
    let first = |query: &str| {
        let answer = ask(shelf.index(), query, Filters::default());
        answer.hits[0].section.title.clone()
    };
    for query in
        ["le préavis est-il obligatoire ?", "définition du préavis", "à quoi sert le préavis"]
    {
        assert_eq!(first(query).as_deref(), Some("Le préavis"), "{query}");
    }
}

#[test]
fn both_words_of_a_pair_come_before_one() {
    let shelf = shelf().build();
    let answer = ask(shelf.index(), "budget cimetière", Filters::default());
    let missing: Vec<usize> = answer.hits.iter().map(|hit| hit.missing.len()).collect();
    assert!(missing.is_sorted() && missing[0] == 0, "{missing:?}");
    assert_eq!(answer.complete, missing.iter().filter(|missing| **missing == 0).count());
}

/// The sections found on the shelf, in order, by the first word of their titles.
#[track_caller]
fn check(query: &str, filters: Filters, expect: &[&str]) {
    let shelf = shelf().build();
    let found = ask(shelf.index(), query, filters);
    let first_word = |title: &Option<String>| {
        title.as_deref().unwrap_or_default().split(' ').next().unwrap_or_default().to_owned()
    };
    let titles: Vec<String> = found.hits.iter().map(|hit| first_word(&hit.section.title)).collect();
    assert_eq!(titles, expect, "{:?}", found.notes);
    assert_eq!(found.total, found.hits.len());
}

fn only(set: impl FnOnce(&mut Filters)) -> Filters {
    let mut filters = Filters::default();
    set(&mut filters);
    filters
}

#[test]
fn a_compound_is_found_in_its_three_spellings_and_not_apart() {
    for query in ["non-recours", "nonrecours", "NON‑RECOURS", "« non recours »"] {
        check(query, Filters::default(), &["Repérer", "Les"]);
    }
    check("non recours", Filters::default(), &["Repérer", "Les"]);
}

#[test]
fn a_reinterpreted_spelling_is_told() {
    let shelf = shelf().build();
    let notes = |query| ask(shelf.index(), query, Filters::default()).notes;
    assert_eq!(notes("nonrecours"), ["« nonrecours » lu comme « non-recours »."]);
    assert_eq!(notes("non recours"), ["« non recours » lu comme « non-recours »."]);
    assert_eq!(notes("non-recours"), [""; 0]);
}

#[test]
fn number_gender_case_accents_and_elision_do_not_matter() {
    for query in ["ÉLU LOCAL", "elus locaux", "l'élue locale"] {
        check(query, Filters::default(), &["La"]);
    }
}

#[test]
fn function_words_are_ignored_outside_quotation_marks_only() {
    check("la cantine et le", Filters::default(), &["La"]);
    check("« cantine le »", Filters::default(), &[]);
}

#[test]
fn nothing_answers_when_the_word_that_made_the_question_stands_nowhere() {
    check("budget du télétravail", Filters::default(), &[]);
    check("télétravail", Filters::default(), &[]);
}

#[test]
fn one_word_among_several_that_stands_nowhere_is_named() {
    let shelf = shelf().build();
    let found = ask(shelf.index(), "budget du cimetière intercommunal", Filters::default());
    assert_eq!(found.hits[0].id, "2023/cours.txt#1");
    assert_eq!(found.notes, ["Aucune des sections trouvées n'a « intercommunal »."]);
}

#[test]
fn a_fuller_section_comes_first_and_the_others_say_what_they_lack() {
    let shelf = shelf().build();
    let found = ask(shelf.index(), "budget du cimetière", Filters::default());
    let missing: Vec<&[String]> = found.hits.iter().map(|hit| &hit.missing[..]).collect();
    assert_eq!(missing, [&[][..], &["cimetière".to_owned()][..]]);
    assert_eq!(found.notes, [""; 0]);
    let found = ask(shelf.index(), "budget de la cantine perpétuelle", Filters::default());
    assert!(found.notes[0].starts_with("Aucune section n'a tous les mots"), "{:?}", found.notes);
}

#[test]
fn a_phrase_is_required_word_after_word() {
    check("« circuit court »", Filters::default(), &["La"]);
    check("\"court circuit\" budget", Filters::default(), &[]);
    check("circuit court", Filters::default(), &["La", "Ouverture"]);
}

#[test]
fn a_person_is_found_by_a_misspelt_name() {
    for query in ["Ferrouk", "ferouk", "nadia ferrouc", "FERROUK Nadia"] {
        check(query, Filters::default(), &["Repérer"]);
    }
    let shelf = shelf().build();
    let notes = ask(shelf.index(), "nadia ferrouc", Filters::default()).notes;
    assert_eq!(notes, ["« nadia ferrouc » lu comme « Nadia Ferrouk »."]);
}

#[test]
fn two_name_words_must_agree_with_one_person() {
    check("Étienne Meunier", only(|f| f.speaker = vec!["Étienne Meunier".to_owned()]), &[]);
    check("nadia", Filters::default(), &["Repérer", "La"]);
}

#[test]
fn an_acronym_and_its_expansion_find_the_same_sections() {
    for query in ["MSAP", "msap", "maison de services au public"] {
        check(query, Filters::default(), &["Repérer", "Ouverture"]);
    }
}

#[test]
fn the_speaker_filter_forgives_order_initials_and_an_edit() {
    for speaker in ["Ferrouk Nadia", "N. FERROUK", "nadia ferruk", "Mme Ferrouk"] {
        check("aide", only(|f| f.speaker = vec![speaker.to_owned()]), &["Repérer"]);
    }
    check("aide", only(|f| f.speaker = vec!["Odile Grandjean".to_owned()]), &[]);
}

#[test]
fn a_query_that_names_the_filtered_speaker_again_finds_the_sections() {
    let ferrouk = || only(|f| f.speaker = vec!["Nadia Ferrouk".to_owned()]);
    check("ateliers avec Nadia Ferrouk", ferrouk(), &["Repérer"]);
    check("Nadia Ferrouk", ferrouk(), &["Repérer"]);
}

#[test]
fn the_theme_filter_compares_whole_words_in_order() {
    check("", only(|f| f.theme = vec!["thème 3".to_owned()]), &["Repérer"]);
    check("", only(|f| f.theme = vec!["Bien manger".to_owned()]), &["La"]);
    check("", only(|f| f.theme = vec!["manger bien".to_owned()]), &[]);
}

#[test]
fn the_keyword_filter_forgives_number_and_accents() {
    check("", only(|f| f.keyword = vec!["cimetieres".to_owned()]), &["Les"]);
    check("", only(|f| f.keyword = vec!["accueil".to_owned()]), &["Repérer"]);
    check("cantine", only(|f| f.keyword = vec!["Cimetière".to_owned()]), &[]);
}

#[test]
fn the_kind_the_year_and_the_document_narrow() {
    check("", only(|f| f.kind = vec!["ateliers".to_owned()]), &["Repérer", "La"]);
    check("budget", only(|f| f.years = vec![2022..=2024]), &["Les"]);
    check("budget", only(|f| f.document = vec!["rencontres".to_owned()]), &["Ouverture"]);
}

#[test]
fn values_of_one_filter_are_one_or_the_other_and_filters_all_hold() {
    let several = |values: &[&str]| values.iter().map(|own| (*own).to_owned()).collect::<Vec<_>>();
    check("budget", only(|f| f.years = vec![2021..=2021, 2023..=2023]), &["Les", "Ouverture"]);
    check("", only(|f| f.kind = several(&["plénière", "section"])), &["Ouverture", "Les"]);
    check(
        "",
        only(|f| f.document = several(&["cours", "rencontres"])),
        &["Repérer", "La", "Ouverture", "Les"],
    );
    check("", only(|f| f.keyword = several(&["cimetière", "alimentation"])), &["La", "Les"]);
    let both = |year: i16| {
        only(|f| {
            f.speaker = several(&["Nadia Meunier", "Odile Grandjean"]);
            f.years = vec![year..=year];
        })
    };
    check("", both(2021), &["La"]);
    check("", both(2023), &["Les"]);
    // A name that nobody has adds nothing, and alone leaves nothing.
    check("", only(|f| f.speaker = several(&["Nadia Meunier", "Personne"])), &["La"]);
    check("", only(|f| f.speaker = several(&["Personne"])), &[]);
}

#[test]
fn filters_written_when_they_had_one_value_are_read_as_several() {
    let before = r#"{"speaker":null,"kind":"atelier","years":{"start":2019,"end":2021}}"#;
    let read: Filters = serde_json::from_str(before).unwrap();
    let kind = vec!["atelier".to_owned()];
    assert_eq!(read, Filters { kind, years: vec![2019..=2021], ..Filters::default() });
    let written = serde_json::to_string(&read).unwrap();
    assert_eq!(written, r#"{"kind":["atelier"],"years":[{"start":2019,"end":2021}]}"#);
    assert_eq!(serde_json::from_str::<Filters>(&written).unwrap(), read);
}

#[test]
fn an_unknown_kind_is_an_error_that_lists_the_others() {
    let shelf = shelf().build();
    let filters = only(|f| f.kind = vec!["goûter".to_owned()]);
    let refused = search(shelf.index(), &Search { filters, ..Search::new("") });
    assert!(matches!(refused, Err(SearchError::UnknownKind { valid, .. }) if valid.len() == 13));
}

#[test]
fn filters_without_a_query_list_sections_in_document_order() {
    let all = only(|f| f.years = vec![2000..=2030]);
    check("", all, &["Repérer", "La", "Ouverture", "Les"]);
    check("", Filters::default(), &[]);
}

#[test]
fn pages_of_an_answer_follow_each_other() {
    let shelf = shelf().build();
    let filters = only(|f| f.years = vec![2000..=2030]);
    let whole = ask(shelf.index(), "", filters.clone());
    let page = |offset| Search { filters: filters.clone(), limit: 1, offset, ..Search::new("") };
    for (offset, expected) in (0..).zip(&whole.hits) {
        let answer = search(shelf.index(), &page(offset)).unwrap();
        assert_eq!((answer.total, &answer.hits[0].id), (4, &expected.id));
        assert_eq!(answer.hits[0].rank, offset + 1);
    }
    assert!(search(shelf.index(), &page(9)).unwrap().hits.is_empty());
}

#[test]
fn facets_count_sections_not_passages() {
    let shelf = shelf().build();
    let facets = ask(shelf.index(), "budget", Filters::default()).facets;
    let counts = |facet: &[glane_query::FacetCount]| -> Vec<(String, usize)> {
        facet.iter().map(|count| (count.value.clone(), count.count)).collect()
    };
    let pair = |value: &str| (value.to_owned(), 1);
    assert_eq!(counts(&facets.years), [pair("2023"), pair("2021")]);
    assert_eq!(counts(&facets.documents), [pair("cours"), pair("rencontres")]);
    assert_eq!(counts(&facets.keywords), [pair("Cimetière")]);
}

#[test]
fn a_snippet_marks_the_word_without_its_article() {
    let shelf = shelf().build();
    let found = ask(shelf.index(), "l'aide", Filters::default());
    let snippet = &found.hits[0].snippet;
    let marked: Vec<&str> =
        snippet.matches.iter().map(|range| &snippet.text[range.clone()]).collect();
    assert_eq!(marked, ["aide"]);
    assert!(!snippet.text.contains("directrice"), "{}", snippet.text);
}

#[test]
fn a_compound_is_marked_as_one() {
    let shelf = shelf().build();
    let found = ask(shelf.index(), "nonrecours", Filters::default());
    let snippet = &found.hits[0].snippet;
    assert_eq!(&snippet.text[snippet.matches[0].clone()], "non-recours");
}

#[test]
fn a_misspelt_word_that_finds_nothing_is_answered_with_a_suggestion() {
    let shelf = shelf().build();
    let found = ask(shelf.index(), "cantnie", Filters::default());
    assert_eq!((found.total, &found.suggestions[..]), (0, &["cantine".to_owned()][..]));
    assert_eq!(ask(shelf.index(), "xylophone", Filters::default()).suggestions, [""; 0]);
    // What is known of a query is worth a try, though it is no answer.
    let found = ask(shelf.index(), "xylophone de la cantine", Filters::default());
    assert_eq!((found.total, &found.suggestions[..]), (0, &["cantine".to_owned()][..]));
}

#[test]
fn equal_scores_are_told_apart_by_document_and_section() {
    let mut shelf = Library::default();
    for id in ["b.txt", "a.txt", "c.txt"] {
        let text = || section(SectionKind::Section, "", "Titre").text("", "Le même texte.");
        shelf.document(id, "Document", "2020-01").with(text()).with(text());
    }
    let shelf = shelf.build();
    let found = ask(shelf.index(), "même texte", Filters::default());
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["a.txt#1", "a.txt#2", "b.txt#1", "b.txt#2", "c.txt#1", "c.txt#2"]);
}

#[test]
fn a_citation_names_the_event_and_the_day() {
    let shelf = shelf().build();
    let found = ask(shelf.index(), "cantine", Filters::default());
    assert_eq!(
        found.hits[0].citation,
        "Nadia MEUNIER, « Atelier 2 — La cantine et le circuit court », in Rencontres de l'accueil, \
         7 octobre 2021."
    );
}

#[test]
fn a_whole_section_has_the_matches_of_its_snippet() {
    let shelf = shelf().build();
    let index = shelf.index();
    let id = &ask(index, "usagers", Filters::default()).hits[0].id;
    let (_, section) = index.section(id).unwrap().unwrap();
    let found = match_ranges(index, "usagers", &[&section, &section]).unwrap();
    let words: Vec<&str> = found[0].iter().map(|range| &section.text[range.clone()]).collect();
    assert_eq!(words, ["usager"]);
    assert_eq!(found[0], found[1]);
}

#[test]
fn any_string_is_a_query() {
    let shelf = shelf().build();
    proptest!(ProptestConfig::with_cases(300), |(text in "(\\PC|[«»\"'’·.() \n-]|non|recours|nadia){0,25}")| {
        let found = ask(shelf.index(), &text, Filters::default());
        for hit in &found.hits {
            for range in &hit.snippet.matches {
                prop_assert!(hit.snippet.text.get(range.clone()).is_some());
            }
        }
    });
}
