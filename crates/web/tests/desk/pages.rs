//! What is on the pages.

use crate::shelf::{Desk, HOSTILE};
use axum::http::StatusCode;

/// Every page, and what it shows of the hostile document.
const PAGES: [&str; 23] = [
    "/",
    "/recherche",
    "/recherche?q=guichet",
    "/recherche?q=pi%C3%A8ge&exact=1",
    "/recherche?q=guichet&de=2019&a=2021&tri=recent",
    "/recherche?q=zzyzx+guichetier",
    "/atelier/2019%2Frencontres.txt%23atelier-1?q=guichet",
    "/document/2019%2Frencontres.txt?page=13",
    "/concordance?q=guichet&tri=apres",
    "/concordance",
    "/evolution?q=guichet&mesure=frequence",
    "/evolution",
    "/documents",
    "/intervenants",
    "/intervenants?q=guichet",
    "/intervenants?nom=tarn&lettre=T",
    "/themes",
    "/mots-cles",
    "/sigles",
    "/aide",
    "/dossier",
    "/dossier/imprimer",
    "/dossier/projeter",
];

#[track_caller]
fn is_harmless(path: &str, page: &str) {
    assert!(!page.contains("<script>"), "{path} runs a script of a document");
    assert!(!page.contains("<b>Pirate"), "{path} shows markup of a document");
    assert!(!page.contains(" style="), "{path} has a style that the policy refuses");
    assert_eq!(page.matches("<script").count(), 1, "{path} has one script of its own");
    assert!(!page.contains("http://") && !page.contains("https://"), "{path} leads outside");
}

#[test]
fn nothing_that_a_document_says_becomes_markup() {
    let desk = Desk::new();
    let name = "%3Cscript%3Ealert%28%22glane%22%29%3C%2Fscript%3E";
    let kept = desk.post("/dossier/ajouter", &format!("section={name}.txt%23atelier-9&q={name}"));
    assert!(kept.status.is_redirection(), "{}", kept.body);
    desk.post("/dossier", &format!("titre={name}&intro={name}&note-1={name}"));
    for path in PAGES {
        is_harmless(path, &desk.page(path));
    }
    for path in [
        format!("/atelier/{name}.txt%23atelier-9?q={name}"),
        format!("/document/{name}.txt"),
        format!(
            "/recherche?q={name}&intervenant={name}&theme={name}&mot={name}&lieu={name}&evenement={name}&annee={name}"
        ),
        format!("/recherche?q=guichet&document={name}&de={name}"),
        format!("/concordance?q=pi%C3%A8ge+{name}&tri={name}"),
        format!("/evolution?q=guichet+{name}&mesure={name}"),
        format!("/intervenants?nom={name}&lettre={name}&q={name}"),
    ] {
        is_harmless(&path, &desk.page(&path));
    }
    let escaped = HOSTILE.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    assert!(desk.page("/mots-cles").contains(&escaped));
    for path in [format!("/{name}"), format!("/atelier/{name}"), format!("/recherche?type={name}")]
    {
        let page = desk.get(&path).body;
        assert!(!page.contains("<script>"), "{path}");
    }
}

#[test]
fn a_result_shows_its_best_passages_with_their_pages() {
    let page = Desk::new().page("/recherche?q=guichet+samedi");
    for expected in [
        "Atelier 1 — Ouvrir le guichet le samedi",
        "<mark>guichet</mark>",
        "p. 12",
        "p. 13",
        "Ève Tarnaud",
        "agente d'accueil",
        "Copier la citation",
        "/atelier/2019%2Frencontres.txt%23atelier-1?q=guichet+samedi#passage-2",
    ] {
        assert!(page.contains(expected), "no « {expected} »");
    }
}

#[test]
fn what_was_understood_otherwise_is_told_with_the_way_back() {
    let desk = Desk::new();
    let page = desk.page("/recherche?q=guichet+-samedi&de=20199");
    assert!(page.contains("Sections avec «\u{a0}samedi\u{a0}» écartées."), "{page}");
    assert!(page.contains("non comprise"), "{page}");
    assert!(page.contains("exact=1"), "{page}");
}

#[test]
fn nothing_found_is_answered_with_other_ways() {
    let desk = Desk::new();
    let misspelt = desk.page("/recherche?q=guichzt");
    let told = misspelt.contains("Vouliez-vous dire") || misspelt.contains("lu comme");
    assert!(told, "{misspelt}");
    let filtered = desk.page("/recherche?q=guichet&de=1999&a=1999");
    assert!(filtered.contains("Sans vos filtres") && filtered.contains("sans aucun filtre"));
}

#[test]
fn a_section_is_shown_whole_with_its_matches_numbered() {
    let desk = Desk::new();
    let path = "/atelier/2019%2Frencontres.txt%23atelier-1?q=guichet";
    let page = desk.page(path);
    for expected in [
        "<b>1</b> sur 2",
        "<mark id=\"m1\" class=\"ici\">guichet</mark>",
        "<mark id=\"m2\">guichet</mark>",
        "La caisse ferme à midi.",
        "href=\"#p13\"",
        "id=\"passage-3\"",
        "passage=2#m2",
        "Écrire aux usagers",
    ] {
        assert!(page.contains(expected), "no « {expected} »");
    }
    let second = desk.page(&format!("{path}&passage=2"));
    assert!(second.contains("<mark id=\"m2\" class=\"ici\">"));
    let plain = desk.page(&format!("{path}&surlignage=non"));
    assert!(!plain.contains("<mark"));
}

#[test]
fn the_desk_can_be_gone_through_without_a_query() {
    let desk = Desk::new();
    for (path, expected) in [
        ("/", "Thème 1 | Accueillir"),
        ("/documents", "Rencontres du guichet"),
        ("/document/2019%2Frencontres.txt", "Atelier 2 — Écrire aux usagers"),
        ("/intervenants?lettre=T", "Ève Tarnaud"),
        ("/themes", "theme=Th%C3%A8me+1+%7C+Accueillir"),
        ("/mots-cles", "mot=horaires"),
        ("/sigles", "PIEGE"),
    ] {
        assert!(desk.page(path).contains(expected), "no « {expected} » in {path}");
    }
}

#[test]
fn every_occurrence_is_on_a_line_of_its_own() {
    let desk = Desk::new();
    let page = desk.page("/concordance?q=guichet");
    // Three in the proceedings, one in the other document.
    assert_eq!(page.matches("<mark>").count(), 4, "{page}");
    assert!(page.contains("4 occurrences") && page.contains("#passage-2"), "{page}");
    let csv = desk.get("/concordance.csv?q=guichet");
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(csv.body.lines().count(), 5, "{}", csv.body);
    let text = desk.get("/concordance.txt?q=guichet&annee=2019&tri=apres");
    assert_eq!(text.headers["content-type"], "text/plain; charset=utf-8");
    let pivots = text.body.lines().filter(|line| line.contains("[guichet]"));
    let columns: Vec<usize> = pivots
        .filter_map(|line| line.split("[guichet]").next())
        .map(|own| own.chars().count())
        .collect();
    assert_eq!(columns.len(), 3, "{}", text.body);
    assert!(columns.windows(2).all(|two| two[0] == two[1]), "{}", text.body);
    assert!(text.body.contains("Année\u{a0}: 2019\n"), "{}", text.body);
}

#[test]
fn occurrences_are_counted_by_year_in_a_chart_and_in_numbers() {
    let desk = Desk::new();
    let page = desk.page("/evolution?q=guichet");
    for expected in ["<title id=\"g-t\">", "aucun document de cette année", "annee=2019", ">2020<"]
    {
        assert!(page.contains(expected), "no « {expected} » in {page}");
    }
    assert!(desk.get("/evolution.svg?q=guichet").body.starts_with("<svg"));
    assert!(desk.get("/evolution.csv?q=guichet").body.contains("2019"));
}

#[test]
fn a_section_has_its_reference_for_programs() {
    let desk = Desk::new();
    let path = "/atelier/2019%2Frencontres.txt%23atelier-1";
    let page = desk.page(path);
    for (ending, opens) in [(".bib", "@"), (".ris", "TY  - ")] {
        assert!(page.contains(&format!("href=\"{path}{ending}\"")), "{ending}");
        let file = desk.get(&format!("{path}{ending}"));
        assert_eq!(file.status, StatusCode::OK, "{ending}");
        assert!(file.body.starts_with(opens), "{}", file.body);
        let absent = desk.get(&format!("/atelier/2019%2Frencontres.txt%23atelier-7{ending}"));
        assert_eq!(absent.status, StatusCode::NOT_FOUND, "{ending}");
    }
}
