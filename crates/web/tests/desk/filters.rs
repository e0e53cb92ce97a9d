//! What narrows a search: combined, counted, removed.

use axum::http::StatusCode;

use crate::shelf::Desk;

/// The number that a page of results is headed by.
#[track_caller]
fn total(page: &str) -> usize {
    let (_, after) = page.split_once("id=\"titre\">").expect("a heading");
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

/// The values offered by the facets of a page: where each leads, and how many sections it is said to
/// have.
fn offered(page: &str) -> Vec<(String, usize)> {
    let (_, facets) = page.split_once("id=\"affiner\"").expect("facets");
    let links = facets.split("<li><a href=\"").skip(1).filter_map(|link| {
        let (address, rest) = link.split_once('"')?;
        let (_, count) = rest.split_once("class=\"nb\">")?;
        let digits: String = count.chars().take_while(char::is_ascii_digit).collect();
        Some((address.replace("&amp;", "&"), digits.parse().ok()?))
    });
    links.collect()
}

#[test]
fn filters_combine_and_each_can_be_removed() {
    let desk = Desk::new();
    let page = desk.page("/recherche?q=guichet&type=workshop&lieu=Kerlavan&de=2019&a=2020");
    assert!(page.contains("2 ateliers pour"), "{page}");
    for without in [
        "/recherche?q=guichet&amp;lieu=Kerlavan&amp;de=2019&amp;a=2020",
        "/recherche?q=guichet&amp;type=workshop&amp;de=2019&amp;a=2020",
        "/recherche?q=guichet&amp;type=workshop&amp;lieu=Kerlavan",
    ] {
        assert!(page.contains(&format!("class=\"jeton\" href=\"{without}\"")), "{without}");
    }
    // An applied value stays in its list, with what could be chosen instead.
    let place = desk.page("/recherche?q=guichet&lieu=Kerlavan");
    assert!(place.contains("aria-current=\"true\"><span>Kerlavan"), "{place}");
}

#[test]
fn values_of_one_facet_are_one_or_the_other_and_removed_one_by_one() {
    let desk = Desk::new();
    assert_eq!(total(&desk.page("/recherche?q=guichet&annee=2019")), 2);
    assert_eq!(total(&desk.page("/recherche?q=guichet&annee=2021")), 1);
    let both = desk.page("/recherche?q=guichet&annee=2019&annee=2021");
    assert_eq!(total(&both), 3);
    for without in ["/recherche?q=guichet&amp;annee=2021", "/recherche?q=guichet&amp;annee=2019"] {
        assert!(both.contains(&format!("class=\"jeton\" href=\"{without}\"")), "{without}");
    }
    let narrowed = "/recherche?q=guichet&annee=2019&annee=2021&lieu=Kerlavan";
    assert_eq!(total(&desk.page(narrowed)), 2);
    // The other views of the search keep all of them.
    assert!(both.contains("/concordance?q=guichet&amp;annee=2019&amp;annee=2021"), "{both}");
    let lines = desk.page("/concordance?q=guichet&annee=2021&annee=2019");
    assert!(lines.contains("4 occurrences"), "{lines}");
}

#[test]
fn a_value_leads_to_as_many_sections_as_it_is_said_to_have() {
    let desk = Desk::new();
    let all = desk.page("/recherche?q=guichet");
    let offered_alone = offered(&all);
    assert!(offered_alone.len() > 8, "{offered_alone:?}");
    for (address, count) in &offered_alone {
        assert_eq!(total(&desk.page(address)), *count, "{address}");
    }
    // With another value of the same facet, counts stay those of each value.
    let filtered = desk.page("/recherche?q=guichet&annee=2019");
    let years: Vec<_> =
        offered(&filtered).into_iter().filter(|(to, _)| to.contains("annee=2021")).collect();
    assert_eq!(years, [("/recherche?q=guichet&annee=2019&annee=2021".to_owned(), 1)]);
    // What was typed by hand is counted too.
    let typed = desk.page("/recherche?q=guichet&intervenant=tarnaud");
    assert!(offered(&typed).contains(&("/recherche?q=guichet".to_owned(), 3)), "{typed}");
}

#[test]
fn an_event_narrows_like_any_other_value() {
    let desk = Desk::new();
    let page = desk.page("/recherche?q=guichet&evenement=Rencontres+annuelles");
    assert_eq!(total(&page), 2);
    assert!(page.contains("Retirer le filtre </span>Événement"), "{page}");
}

#[test]
fn what_is_sorted_from_the_earliest_is_the_reverse_of_the_latest() {
    let desk = Desk::new();
    let years = |path: &str| -> Vec<String> {
        let page = desk.page(path);
        let years = page.split("class=\"repere\" aria-hidden=\"true\">").skip(1);
        years.map(|rest| rest[..4].to_owned()).collect()
    };
    assert_eq!(years("/recherche?q=guichet&tri=recent"), ["2021", "2019", "2019"]);
    assert_eq!(years("/recherche?q=guichet&tri=ancien"), ["2019", "2019", "2021"]);
}

#[test]
fn programs_narrow_by_the_same_values() {
    let desk = Desk::new();
    let total = |path: &str| {
        let answered = desk.get(path);
        assert_eq!(answered.status, StatusCode::OK, "{path}: {}", answered.body);
        let answer: serde_json::Value = serde_json::from_str(&answered.body).unwrap();
        answer["total"].as_u64().unwrap()
    };
    assert_eq!(total("/api/search?q=guichet&year=2019&year=2021&sort=oldest"), 3);
    assert_eq!(total("/api/search?q=guichet&year=2019&year=2021&event=Rencontres"), 2);
    assert_eq!(total("/api/search?q=guichet&speaker=tarnaud&speaker=Personne"), 3);
    let many = "year=2019&".repeat(21);
    let refused = desk.get(&format!("/api/search?q=guichet&{many}"));
    assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.body);
}
