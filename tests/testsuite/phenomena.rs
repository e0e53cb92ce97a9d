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

/// A text of one document, as the corpus has it.
fn shelf(name: &str, text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(&format!("corpus/{name}"), text.as_bytes());
    sandbox
}

/// What a query marks: each snippet with its matches in brackets.
fn marked(sandbox: &Sandbox, query: &str) -> Vec<String> {
    let answer = sandbox.json(&["search", query]);
    let hits = answer["hits"].as_array().cloned().unwrap_or_default();
    let whole = hits.iter().filter(|hit| hit["missing"].as_array().is_none_or(Vec::is_empty));
    let mark = |hit: &serde_json::Value| {
        let mut text = hit["snippet"]["text"].as_str().unwrap_or_default().to_owned();
        let matches = hit["snippet"]["matches"].as_array().cloned().unwrap_or_default();
        for range in matches.iter().rev() {
            let at = |end: &str| range[end].as_u64().and_then(|at| usize::try_from(at).ok());
            text.insert(at("end").expect("a match ends"), ']');
            text.insert(at("start").expect("a match starts"), '[');
        }
        text
    };
    whole.map(mark).collect()
}

/// Row 21: each spelling of a date on a cover is the document's, an interval whole.
#[test]
fn each_spelling_of_a_date_is_one() {
    for (cover, dates) in [
        ("Port-Cléry, 12/03/2019", &["2019-03-12"][..]),
        ("Port-Cléry, le 1er juin 2018", &["2018-06-01"]),
        ("Port-Cléry, mardi 12 mars 2019", &["2019-03-12"]),
        ("Port-Cléry, 12-14 mars 2019", &["2019-03-12", "2019-03-14"]),
        ("Port-Cléry, mars 2019", &["2019-03"]),
    ] {
        let text = format!("# Journée de l'eau\n\n{cover}\n\n## Partage\n\nLe moulin a brûlé.\n");
        let hit = shelf("journee.md", &text).json(&["search", "moulin"])["hits"][0].clone();
        assert_eq!(hit["dates"], serde_json::json!(dates), "{cover}");
    }
}

/// Row 21: a date in the text is words, and a period in a query is of the event.
#[test]
fn a_period_is_of_the_event_and_a_date_in_the_text_is_words() {
    let sandbox = shelf(
        "journee.md",
        "# Journée de l'eau\n\nPort-Cléry, 12 mars 2019\n\n## Partage\n\nLe moulin a brûlé le 3 avril 1991.\n",
    );
    for (query, expect) in [
        ("« 3 avril 1991 »", &["Le moulin a brûlé le [3 avril 1991]."][..]),
        ("moulin avant:2020", &["Le [moulin] a brûlé le 3 avril 1991."]),
        ("moulin après:02/2019", &["Le [moulin] a brûlé le 3 avril 1991."]),
        ("moulin année:2015..2019", &["Le [moulin] a brûlé le 3 avril 1991."]),
        ("moulin avant:2019", &[]),
        ("moulin après:2019", &[]),
        ("moulin année:1991", &[]),
        ("moulin avant:12/03/2019", &[]),
    ] {
        assert_eq!(marked(&sandbox, query), expect, "{query}");
    }
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

/// Row 22: a word that a page break cuts is whole again, past what is printed at the edges of pages.
#[test]
fn a_word_goes_on_over_the_edges_of_a_page() {
    let pages = [
        "Atelier 1 : Partager\n\nLa régie craint une démobi-",
        "lisation des agents, dit le porte-",
        "parole. On réclame un moratoire.",
        "Atelier 2 : Puiser\n\nLes compteurs tournent.",
    ];
    let pages = (1..).zip(pages);
    let pages: Vec<String> =
        pages.map(|(folio, page)| format!("Actes du colloque\n\n{page}\n\n{folio}\n")).collect();
    let sandbox = shelf("actes.txt", &pages.join("\u{c}"));
    for (query, expect) in [
        ("« une démobilisation des agents »", "craint [une démobi- lisation des agents], dit"),
        ("porte-parole", "dit le [porte- parole]. On"),
        ("« agents dit le porte-parole »", "des [agents, dit le porte- parole]. On"),
    ] {
        let marked = marked(&sandbox, query);
        assert!(marked.len() == 1 && marked[0].contains(expect), "{query}: {marked:?}");
    }
}

/// Row 33: what is printed on too few pages, or differs from page to page, is text.
#[test]
fn what_is_not_repeated_is_text() {
    let text = "Port-Cléry\n\nLe moulin tourne.\n\n1\n\u{c}Saint-Aubrac\n\nLa source tarit.\n\n2\n";
    let sandbox = shelf("pages.txt", text);
    assert!(marked(&sandbox, "aubrac").iter().any(|text| text.contains("Saint-[Aubrac]")));
    assert!(
        marked(&sandbox, "« source tarit »").iter().any(|text| text.contains("[source tarit]"))
    );
    assert_eq!(marked(&sandbox, "moulin source").len(), 1, "one section over both pages");
}

/// Row 33: a running head and a folio answer nothing, and part no sentence.
#[test]
fn running_heads_and_folios_are_no_text() {
    assert!(found(&["« Actes du colloque »"]).is_empty());
    assert_eq!(found(&["« chacun tire l'eau »"]), ["workshop"], "a sentence goes over the page");
    let hit = &proceedings().json(&["search", "riverains"])["hits"][0];
    assert_eq!(hit["page"], 3, "the folio on which the word stands: {hit}");
}
