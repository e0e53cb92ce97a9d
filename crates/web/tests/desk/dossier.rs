//! What is kept: forms without script, and what the script asks.

use axum::body::Body;
use axum::http::StatusCode;

use crate::shelf::{Desk, request};

const FIRST: &str = "section=2019%2Frencontres.txt%23atelier-1";

/// Keeps something; where one is sent then.
#[track_caller]
fn kept(desk: &Desk, path: &str, form: &str) -> String {
    let answered = desk.post(path, form);
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{path} {form}: {}", answered.body);
    answered.headers["location"].to_str().unwrap().to_owned()
}

#[test]
fn passages_are_kept_and_taken_away_again() {
    let desk = Desk::new();
    let back = "retour=%2Frecherche%3Fq%3Dguichet%23r1";
    let form = format!("{FIRST}&passages=1,3&q=guichet&{back}");
    assert_eq!(kept(&desk, "/dossier/ajouter", &form), "/recherche?q=guichet#r1");
    let page = desk.page("/dossier");
    assert!(page.contains("Le guichet ouvre le samedi matin."), "{page}");
    assert!(
        page.contains("La caisse ferme à midi.") && !page.contains("prend son temps"),
        "{page}"
    );
    let results = desk.page("/recherche?q=guichet");
    assert!(results.contains("action=\"/dossier/retirer\"") && results.contains("Dans le dossier"));
    assert_eq!(kept(&desk, "/dossier/retirer", "extrait=1"), "/dossier");
    assert!(desk.page("/dossier").contains("Aucun extrait pour l’instant."));
}

#[test]
fn paragraphs_of_a_section_are_kept_one_by_one() {
    let desk = Desk::new();
    let page = desk.page("/atelier/2019%2Frencontres.txt%23atelier-1?q=guichet");
    assert!(page.contains("name=\"octets\" value=\"0-33\""), "{page}");
    kept(&desk, "/dossier/ajouter", &format!("{FIRST}&octets=0-33"));
    let page = desk.page("/atelier/2019%2Frencontres.txt%23atelier-1?q=guichet");
    assert!(!page.contains("value=\"0-33\"") && page.contains("/dossier#f1"), "{page}");
    let choosing = desk.page("/atelier/2019%2Frencontres.txt%23atelier-1?choisir=1");
    assert_eq!(choosing.matches("name=\"octets\"").count(), 3);
    kept(&desk, "/dossier/ajouter", &format!("{FIRST}&octets=0-33&octets=101-125"));
    assert!(desk.page("/dossier").contains("caisse ferme"));
}

#[test]
fn the_order_notes_and_title_are_kept() {
    let desk = Desk::new();
    kept(&desk, "/dossier/ajouter", FIRST);
    kept(&desk, "/dossier/ajouter", "section=2019%2Frencontres.txt%23atelier-2");
    let form = "titre=L%27accueil&intro=Stage&note-1=Lire+%3Cb%3E&note-2=&descendre=1";
    assert_eq!(kept(&desk, "/dossier", form), "/dossier#f1");
    let page = desk.page("/dossier");
    assert!(page.contains("value=\"L'accueil\"") && page.contains("Lire &lt;b&gt;"), "{page}");
    assert!(page.find("id=\"f2\"") < page.find("id=\"f1\""));
    kept(&desk, "/dossier", "garder=1&garder-1=0");
    assert!(!desk.page("/dossier").contains("La caisse ferme"));
    let wall = desk.page("/dossier/projeter?extrait=2");
    assert!(wall.contains("2 sur 2") && !wall.contains("Lire"), "{wall}");
    let print = desk.page("/dossier/imprimer");
    assert!(print.contains("class=\"couverture\"") && print.contains("Lire &lt;b&gt;"), "{print}");
    kept(&desk, "/dossier", "vider=oui");
    assert!(desk.page("/dossier").contains("Aucun extrait"));
}

#[test]
fn the_dossier_is_exported_in_each_format_with_what_the_form_holds() {
    let desk = Desk::new();
    kept(&desk, "/dossier/ajouter", FIRST);
    for (format, kind) in
        [("html", "text/html; charset=utf-8"), ("md", "text/markdown; charset=utf-8")]
    {
        let answered = desk.post(
            &format!("/dossier/export?format={format}"),
            "titre=Accueil+%C3%A9t%C3%A9&choix=1",
        );
        assert_eq!(answered.status, StatusCode::OK);
        assert_eq!(answered.headers["content-type"], kind);
        let disposition = answered.headers["content-disposition"].to_str().unwrap();
        assert!(disposition.contains("UTF-8''Accueil%20%C3%A9t%C3%A9"), "{disposition}");
        assert!(answered.body.contains("Accueil été") && answered.body.contains("samedi matin"));
        assert!(!answered.body.contains("À discuter"));
    }
    for format in ["docx", "odt"] {
        let bytes = desk.bytes(&format!("/dossier/export?format={format}"), "");
        assert!(bytes.starts_with(b"PK"), "{format}");
    }
    assert_eq!(desk.post("/dossier/export?format=exe", "").status, StatusCode::BAD_REQUEST);
}

#[test]
fn what_is_not_there_is_not_kept() {
    let desk = Desk::new();
    let absent = desk.post("/dossier/ajouter", "section=..%2F..%2Fetc%2Fpasswd%23x");
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    assert_eq!(desk.post("/dossier/ajouter", "").status, StatusCode::NOT_FOUND);
    assert_eq!(desk.post("/dossier/retirer", "extrait=x").status, StatusCode::NOT_FOUND);
    let odd = format!("{FIRST}&octets=9999999-99999999&octets=5-2&octets=x");
    assert_eq!(desk.post("/dossier/ajouter", &odd).status, StatusCode::NOT_FOUND);
    assert!(desk.page("/dossier").contains("Aucun extrait"));
}

#[test]
fn a_form_comes_back_to_our_pages_only() {
    let desk = Desk::new();
    for elsewhere in
        ["https%3A%2F%2Fexemple.fr", "%2F%2Fexemple.fr", "%2F%5Cexemple.fr", "%2Fa%0D%0Ax%3A1"]
    {
        let form = format!("{FIRST}&retour={elsewhere}");
        assert_eq!(kept(&desk, "/dossier/ajouter", &form), "/dossier", "{elsewhere}");
    }
}

#[test]
fn nothing_is_kept_for_another_site_nor_by_reading() {
    let desk = Desk::new();
    let foreign = request("POST", "/dossier/ajouter").header("origin", "https://exemple.fr");
    let answered = desk.send(foreign.body(Body::from(FIRST)).unwrap());
    assert_eq!(answered.status, StatusCode::FORBIDDEN);
    assert_eq!(
        desk.get(&format!("/dossier/ajouter?{FIRST}")).status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert!(desk.page("/dossier").contains("Aucun extrait"));
}

#[test]
fn what_was_kept_outlives_the_index() {
    let desk = Desk::new();
    kept(&desk, "/dossier/ajouter", FIRST);
    let alone = desk.elsewhere();
    assert_eq!(alone.get("/recherche?q=guichet").status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(alone.page("/dossier").contains("samedi matin"));
    alone.page("/dossier/imprimer");
}

#[test]
fn the_script_is_told_what_to_say() {
    let desk = Desk::new();
    let request = request("POST", "/dossier/ajouter").header("accept", "application/json");
    let answered = desk.send(request.body(Body::from(FIRST)).unwrap());
    let told: serde_json::Value = serde_json::from_str(&answered.body).unwrap();
    assert_eq!((&told["extraits"], &told["extrait"]), (&1.into(), &1.into()), "{told}");
    assert_eq!(told["message"], "Ajouté au dossier.");
}
