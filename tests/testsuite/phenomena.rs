//! Rows of the table of phenomena that start from a file: dates, people, page furniture, zones.
//! The others stand in `crates/query/tests/phenomena`.

mod zones;

use crate::sandbox::Sandbox;

/// Proceedings of four pages with a running head, a workshop with people, a table, a caption, notes
/// and a bibliography.
fn proceedings() -> Sandbox {
    let pages = [
        "Rencontres de l'eau et des communes\n\nPort-Cléry, 12-14 mars 2019\n\nActes",
        "Atelier III : Partager la rivière\n\nMot clé : Irrigation\n\nIntervenants :\nPhilippe \
         LANTIER, directeur de la régie des eaux\nMme Anne de LA TOUR, maire de Port-Cléry\n\nLa \
         rivière alimente trois communes et une papeterie. Comme l'écrivait Odile Bersac en \
         2004, nul ne possède une source. Le partage se règle chaque été, et le partage se règle \
         mal. Chacun tire",
        "l'eau de son côté, disent les riverains. Le conseil a délibéré longuement.\n\nPhoto : la \
         passerelle du moulin\n\n| Commune | Prélèvement |\n|---|---|\n| Saint-Aubrac | 1 400 \
         m³ |\n\nLes compteurs ont été posés en 1987.",
        "Bibliographie\n\nBERSAC Odile, Les communs de la source, Éditions du Gué, 2004.\nMARVAL \
         Jean, Le droit de puisage, 1998.",
    ];
    let pages: Vec<String> = (1..)
        .zip(pages)
        .map(|(folio, page)| format!("Actes du colloque de Port-Cléry\n\n{page}\n\n{folio}\n"))
        .collect();
    let sandbox = Sandbox::new();
    sandbox.write("corpus/actes.txt", pages.join("\u{c}").as_bytes());
    sandbox
}

/// What a search finds: the label of each section, in order.
fn found(arguments: &[&str]) -> Vec<String> {
    let answer = proceedings().json(&[&["search"], arguments].concat());
    let hits = answer["hits"].as_array().cloned().unwrap_or_default();
    hits.iter().map(|hit| hit["section"]["kind"].as_str().unwrap_or("").to_owned()).collect()
}

/// Row 21: the date of an event comes from its front matter, and a date in the text is only words.
#[test]
fn the_year_of_an_event_is_not_a_year_of_its_text() {
    assert_eq!(found(&["rivière", "--year", "2019"]), ["workshop"]);
    assert!(found(&["rivière", "--year", "2004"]).is_empty());
    assert!(found(&["compteurs", "--year", "1987"]).is_empty());
    assert_eq!(found(&["compteurs 1987"]), ["workshop"]);
    assert_eq!(found(&["rivière", "--year", "2018..2020"]), ["workshop"]);
    let hit = &proceedings().json(&["search", "rivière"])["hits"][0];
    assert!(hit["citation"].as_str().is_some_and(|text| text.contains("12-14 mars 2019")), "{hit}");
}

/// Row 29: who is announced is heard, in any order and with an initial; who is quoted is not.
#[test]
fn who_is_announced_is_heard_and_who_is_quoted_is_not() {
    for name in ["Philippe Lantier", "LANTIER Philippe", "Ph. Lantier", "philipe lanthier"] {
        assert_eq!(found(&["--speaker", name]), ["workshop"], "{name}");
    }
    assert_eq!(found(&["--speaker", "de la tour"]), ["workshop"]);
    assert!(found(&["--speaker", "Odile Bersac"]).is_empty());
    assert!(found(&["Odile Bersac"]).contains(&"workshop".to_owned()), "her name is a word there");
}

/// Row 33: a running head and a folio answer nothing, and part no sentence.
#[test]
fn running_heads_and_folios_are_no_text() {
    assert!(found(&["« Actes du colloque »"]).is_empty());
    assert_eq!(found(&["« chacun tire l'eau »"]), ["workshop"], "a sentence goes over the page");
    let hit = &proceedings().json(&["search", "riverains"])["hits"][0];
    assert_eq!(hit["page"], 3, "the folio on which the word stands: {hit}");
}
