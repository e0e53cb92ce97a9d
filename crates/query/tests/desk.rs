//! What pages ask for beyond answers: excerpts, sections whole, sections alike, lists.
#![expect(clippy::unwrap_used, reason = "a test that cannot index or search has failed")]

mod library;

use glane_document::SectionKind;
use glane_query::{Detail, Filters, Search, Shelf, appearance, read, search, similar};
use library::{Built, Library, section};

fn shelf() -> Built {
    let mut library = Library::default();
    library
        .document("a.txt", "Rencontres de Kerval", "2019-03-04")
        .place("Kerval, salle des fêtes")
        .with(
            section(SectionKind::Workshop, "1", "Le guichet du samedi")
                .theme("Thème 2 | Accueillir")
                .keywords(&["horaires", "guichet"])
                .speakers(&["Anne de La Tour", "Paul Morin"])
                .text(
                    "Atelier 1. ",
                    "Le guichet ouvre tôt. La navette dessert la mairie. Le guichet ferme tard. \
                     Chacun repart. Un guichet suffit, dit la navette du guichet.",
                ),
        )
        .with(
            section(SectionKind::Plenary, "", "Ouverture")
                .speakers(&["Paul Morin"])
                .text("", "Le maire remercie la fanfare. La séance est levée."),
        );
    library
        .document("b.txt", "Journées de Saint-Onen", "2021-06-02")
        .place("Saint-Onen")
        .acronym("CCAS", "centre communal d'action sociale")
        .with(
            section(SectionKind::Workshop, "10", "La navette du marché")
                .theme("Thème 10 | Se déplacer")
                .keywords(&["horaires"])
                .speakers(&["Anne de La Tour"])
                .text("", "La navette passe au guichet. Elle repart de la mairie."),
        )
        .with(
            section(SectionKind::References, "", "Bibliographie")
                .keywords(&["horaires"])
                .language("fr")
                .text("", "La navette et le guichet, 2018."),
        );
    library.build()
}

fn excerpts(query: &str) -> Vec<Vec<u32>> {
    let shelf = shelf();
    let asked = Search { detail: Detail::Excerpts, ..Search::new(query) };
    let hits = search(shelf.index(), &asked).unwrap().hits;
    hits.iter().map(|hit| hit.excerpts.iter().map(|own| own.passage).collect()).collect()
}

#[test]
fn a_hit_is_shown_by_three_passages_at_most_in_their_order() {
    for passages in excerpts("guichet") {
        assert!(
            passages.len() <= 3 && passages.is_sorted() && !passages.is_empty(),
            "{passages:?}"
        );
    }
    let of_workshop = excerpts("guichet samedi");
    assert_eq!(of_workshop[0], [2, 4, 6]);
    assert_eq!(excerpts("fanfare"), [[1]]);
}

#[test]
fn the_passage_that_a_hit_is_shown_by_is_one_of_its_excerpts() {
    let shelf = shelf();
    for query in ["guichet navette", "intervenant:Morin", "mairie OU séance"] {
        let asked = Search { detail: Detail::Excerpts, ..Search::new(query) };
        for hit in search(shelf.index(), &asked).unwrap().hits {
            let best = hit.excerpts.iter().find(|own| own.passage == hit.passage);
            assert_eq!(best.map(|own| &own.snippet), Some(&hit.snippet), "{query}");
        }
    }
}

#[test]
fn a_section_is_read_whole_with_its_matches_between_its_neighbours() {
    let shelf = shelf();
    let reading = read(shelf.index(), "a.txt#1", "guichet").unwrap().unwrap();
    let text = &reading.section.text;
    let matched: Vec<&str> = reading.matches.iter().map(|own| &text[own.clone()]).collect();
    assert_eq!(matched, ["guichet"; 4]);
    let joined: String = reading.passages.iter().map(|own| own.text.as_str()).collect();
    assert_eq!(*text, joined);
    assert!(reading.before().is_none());
    assert_eq!(reading.after().unwrap().title.as_deref(), Some("Ouverture"));
    assert!(read(shelf.index(), "a.txt#1", " ").unwrap().unwrap().matches.is_empty());
    for absent in ["a.txt#9", "c.txt#1", "a.txt", "", "#"] {
        assert!(read(shelf.index(), absent, "guichet").unwrap().is_none(), "{absent}");
    }
}

#[test]
fn a_section_like_another_shares_its_words_and_is_not_itself_nor_references() {
    let shelf = shelf();
    let reading = read(shelf.index(), "a.txt#1", "").unwrap().unwrap();
    let alike = similar(shelf.index(), &reading, 5).unwrap();
    let ids: Vec<&str> = alike.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(ids, ["b.txt#1"]);
    assert!(alike[0].shared.contains(&"horaires".to_owned()), "{:?}", alike[0].shared);
    assert!(similar(shelf.index(), &reading, 0).unwrap().is_empty());
}

#[test]
fn everything_can_be_gone_through_with_its_counts() {
    let shelf = shelf();
    let all = Shelf::read(shelf.index()).unwrap();
    let documents: Vec<(&str, usize)> =
        all.documents.iter().map(|own| (own.id.as_str(), own.sections)).collect();
    assert_eq!(documents, [("b.txt", 2), ("a.txt", 2)]);
    let title = all.documents[1].document(shelf.index()).unwrap().title;
    assert_eq!(title.as_deref(), Some("Rencontres de Kerval"));
    let speakers: Vec<(&str, usize, _)> =
        all.speakers.iter().map(|own| (own.value.as_str(), own.sections, own.years)).collect();
    assert_eq!(
        speakers,
        [("Anne de La Tour", 2, Some((2019, 2021))), ("Paul Morin", 2, Some((2019, 2019)))]
    );
    assert_eq!((all.keywords[0].value.as_str(), all.keywords[0].sections), ("horaires", 3));
    let themes: Vec<&str> = all.themes.iter().map(|own| own.value.as_str()).collect();
    assert_eq!(themes, ["Thème 2 | Accueillir", "Thème 10 | Se déplacer"]);
    let morin = appearance(shelf.index(), "Paul Morin").unwrap().unwrap();
    assert_eq!(morin.name, "Paul Morin");
    assert!(appearance(shelf.index(), "Personne").unwrap().is_none());
}

#[test]
fn places_and_themes_are_counted_and_places_narrow() {
    let shelf = shelf();
    let facets = search(shelf.index(), &Search::new("navette")).unwrap().facets;
    let of = |facet: &[glane_query::FacetCount]| -> Vec<(String, usize)> {
        facet.iter().map(|own| (own.value.clone(), own.count)).collect()
    };
    assert_eq!(
        of(&facets.places),
        [("Saint-Onen".to_owned(), 2), ("Kerval, salle des fêtes".to_owned(), 1)]
    );
    assert_eq!(facets.themes.len(), 2);
    let filters = Filters { place: vec!["kerval".to_owned()], ..Filters::default() };
    let there = search(shelf.index(), &Search { filters, ..Search::new("navette") }).unwrap();
    assert_eq!((there.total, there.hits[0].source.as_str()), (1, "a.txt"));
}

#[test]
fn events_are_counted_and_narrow_by_their_name_or_by_words_of_it() {
    let mut shelf = Library::default();
    for (id, event) in [
        ("a.txt", "Journées de l'habitat"),
        ("b.txt", "Journées de l'habitat participatif"),
        ("c.txt", "Assises du soin"),
    ] {
        let text = "La concertation commence tôt.";
        let part = section(SectionKind::Session, "", "Ouverture").text("", text);
        shelf.document(id, "Actes", "2020-01").event(event).with(part);
    }
    let shelf = shelf.build();
    let found = |query: &str, event: &[&str]| {
        let event = event.iter().map(|own| (*own).to_owned()).collect();
        let filters = Filters { event, ..Filters::default() };
        search(shelf.index(), &Search { filters, ..Search::new(query) }).unwrap()
    };
    let sources = |answer: &glane_query::Answer| -> Vec<String> {
        answer.hits.iter().map(|hit| hit.source.clone()).collect()
    };
    let all = found("concertation", &[]);
    assert_eq!(all.facets.events.len(), 3);
    // A value that an answer counts leaves as many sections as it says.
    for own in &all.facets.events {
        assert_eq!(found("concertation", &[&own.value]).total, own.count, "{}", own.value);
    }
    assert_eq!(sources(&found("", &["journees"])), ["a.txt", "b.txt"]);
    assert_eq!(sources(&found("", &["Assises du soin", "participatif"])), ["b.txt", "c.txt"]);
    assert_eq!(sources(&found("événement:soin", &[])), ["c.txt"]);
    assert_eq!(sources(&found("concertation event:« l'habitat »", &[])).len(), 2);
}

#[test]
fn spellings_of_one_value_are_counted_as_what_they_narrow_to() {
    let mut shelf = Library::default();
    for (id, keyword, theme) in [
        ("a.txt", "Horaire", "Thème 1 | Ouvrir"),
        ("b.txt", "horaires", "THEME 1 | OUVRIR"),
        ("c.txt", "horaires", "Thème 1 bis | Ouvrir"),
    ] {
        let part = section(SectionKind::Session, "", "Ouverture");
        let part = part.theme(theme).keywords(&[keyword]).text("", "La caisse ferme tôt.");
        shelf.document(id, "Notes", "2020-01").with(part);
    }
    let shelf = shelf.build();
    let facets = search(shelf.index(), &Search::new("caisse")).unwrap().facets;
    let of = |facet: &[glane_query::FacetCount]| -> Vec<(String, usize)> {
        facet.iter().map(|own| (own.value.clone(), own.count)).collect()
    };
    assert_eq!(of(&facets.keywords), [("horaires".to_owned(), 3)]);
    assert_eq!(
        of(&facets.themes),
        [("THEME 1 | OUVRIR".to_owned(), 2), ("Thème 1 bis | Ouvrir".to_owned(), 1)]
    );
    for own in &facets.themes {
        let filters = Filters { theme: vec![own.value.clone()], ..Filters::default() };
        let found = search(shelf.index(), &Search { filters, ..Search::new("caisse") }).unwrap();
        assert_eq!(found.total, own.count, "{}", own.value);
    }
    let all = Shelf::read(shelf.index()).unwrap();
    let listed: Vec<(&str, usize)> =
        all.keywords.iter().map(|own| (own.value.as_str(), own.sections)).collect();
    assert_eq!(listed, [("horaires", 3)]);
}
