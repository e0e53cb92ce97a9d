//! Row 34 of the table of phenomena: notes, bibliographies, captions and tables are zones of their
//! own, which a query may ask for or leave out, and that count less than sentences.

use crate::sandbox::Sandbox;

/// A study with each zone. What a line of the tests must find is given by its offsets in this text.
const STUDY: &str = "# Une rivière en été

## Ce que disent les riverains

Le puisage recule depuis que la rivière est suivie[^1]. Chaque commune publie ses relevés.

[^1]: Le puisage de nuit n'est pas compté.

Tableau 2 : le puisage par commune

| Commune | Puisage |
|---|---|
| Saint-Aubrac | 1 400 m³ |

Source : régie des eaux, relevé de juin.

La papeterie a posé ses propres compteurs.

Figure 1 – La passerelle du moulin

Les riverains la traversent.

## Bibliographie

BERSAC Odile, Le puisage et la loi, Éditions du Gué, 2004.
";

fn study() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("corpus/etude.md", STUDY.as_bytes());
    sandbox
}

/// The passages that a query finds: their zones, and where in the study its words are marked.
fn found(query: &str) -> Vec<(String, Vec<usize>)> {
    let answer = study().json(&["search", query, "--group", "passage", "--limit", "20"]);
    let hits = answer["hits"].as_array().cloned().unwrap_or_default();
    let mut found: Vec<(String, Vec<usize>)> = hits.iter().map(place).collect();
    found.sort_by_key(|(_, offsets)| offsets.first().copied());
    found
}

fn place(hit: &serde_json::Value) -> (String, Vec<usize>) {
    let zone = hit["zone"].as_str().unwrap_or_default().to_owned();
    let text = hit["snippet"]["text"].as_str().unwrap_or_default();
    let matches = hit["snippet"]["matches"].as_array().cloned().unwrap_or_default();
    let at = |range: &serde_json::Value| {
        let start = usize::try_from(range["start"].as_u64()?).ok()?;
        let end = usize::try_from(range["end"].as_u64()?).ok()?;
        // A snippet leaves out line ends and marks: what follows the word says which one it is.
        let follows: String = text.get(start..)?.chars().take(end - start + 9).collect();
        STUDY.find(follows.trim_end_matches('…').trim_end())
    };
    (zone, matches.iter().filter_map(at).collect())
}

/// Where each of these openings stands in the study.
fn offsets(openings: &[&str]) -> Vec<usize> {
    openings.iter().map(|opening| STUDY.find(opening).expect("it is in the study")).collect()
}

#[track_caller]
fn check(query: &str, expect: &[(&str, &[&str])]) {
    let mut expect: Vec<(String, Vec<usize>)> =
        expect.iter().map(|(zone, openings)| ((*zone).to_owned(), offsets(openings))).collect();
    expect.sort_by_key(|(_, offsets)| offsets.first().copied());
    assert_eq!(found(query), expect, "{query}");
}

#[test]
fn words_are_found_in_the_zone_that_is_asked_for() {
    check("puisage zone:note", &[("note", &["puisage de nuit"])]);
    check("puisage zone:biblio", &[("bibliography", &["puisage et la loi"])]);
    check("puisage zone:légende", &[("caption", &["puisage par commune"])]);
    check("commune zone:tableau", &[("table", &["Commune | Puisage"])]);
    check("riverains zone:texte", &[("body", &["riverains la traversent"])]);
    check("passerelle zone:caption", &[("caption", &["passerelle du moulin"])]);
    check("relevé zone:legende", &[("caption", &["relevé de juin"])]);
    check("papeterie zone:tableau", &[]);
}

#[test]
fn a_zone_is_named_in_both_languages_with_or_without_accents() {
    for name in ["note", "notes", "Note", "footnote", "« notes de bas de page »"] {
        check(&format!("puisage zone:{name}"), &[("note", &["puisage de nuit"])]);
    }
    for name in ["légende", "LEGENDES", "caption", "captions"] {
        check(&format!("moulin zone:{name}"), &[("caption", &["moulin"])]);
    }
    for name in ["tableau", "tableaux", "table"] {
        check(&format!("aubrac zone:{name}"), &[("table", &["Aubrac | 1"])]);
    }
    for name in ["biblio", "bibliographie", "bibliography", "références"] {
        check(&format!("bersac zone:{name}"), &[("bibliography", &["BERSAC Odile"])]);
    }
}

#[test]
fn a_zone_is_left_out_without_the_section_that_it_stands_in() {
    check(
        "puisage SAUF zone:note -zone:biblio -zone:tableau -zone:légende",
        &[("body", &["puisage recule"])],
    );
    check("moulin SAUF zone:légende", &[]);
    let told = study().glane(&["search", "puisage", "--zone", "marge"]);
    assert_eq!(told.code, 2);
    assert!(told.stderr.contains("« marge »") && told.stderr.contains("légende"), "{told:?}");
}

#[test]
fn occurrences_are_counted_in_their_zone() {
    let count = |query: &str| {
        let total = study().json(&["count", query])["total"]["cells"][0].clone();
        (total["occurrences"].as_u64(), total["words"].as_u64())
    };
    assert_eq!(count("puisage zone:note"), (Some(1), Some(9)), "of the words of notes");
    assert_eq!(count("puisage zone:texte").0, Some(1));
    assert_eq!(count("puisage").0, Some(5));
}

#[test]
fn a_zone_is_never_glued_to_a_sentence() {
    for phrase in [
        "« suivie Chaque commune publie ses relevés Le puisage de nuit »",
        "« moulin Les riverains »",
        "« compteurs Figure »",
        "« commune Commune »",
    ] {
        assert!(found(phrase).is_empty(), "{phrase}");
    }
    check("« saint aubrac »", &[("table", &["Saint-Aubrac"])]);
}

#[test]
fn a_word_counts_less_beside_the_text() {
    let sandbox = Sandbox::new();
    for (name, text) in [
        ("a-note.md", "[^1]: La jachère nourrit les abeilles du canton voisin.\n"),
        ("b-texte.md", "La jachère nourrit les abeilles du canton voisin cité.\n"),
        ("c-biblio.md", "Bibliographie\n\nLa jachère nourrit les abeilles du canton.\n"),
    ] {
        sandbox.write(&format!("corpus/{name}"), text.as_bytes());
    }
    let hits = sandbox.json(&["search", "jachère abeilles"])["hits"].clone();
    let zones: Vec<&str> =
        hits.as_array().into_iter().flatten().filter_map(|hit| hit["zone"].as_str()).collect();
    assert_eq!(zones, ["body", "note", "bibliography"]);
}

#[test]
fn what_was_found_is_told() {
    let sandbox = study();
    let tree = sandbox.glane(&["inspect", "corpus/etude.md"]).stdout;
    assert!(tree.contains("à part note, légende, tableau"), "{tree}");
    let shown = sandbox.glane(&["search", "puisage zone:note"]).stdout;
    assert!(shown.contains("· note"), "{shown}");
    let explained = sandbox.glane(&["explain", "puisage zone:note"]).stdout;
    assert!(explained.contains("zone:note — restreint"), "{explained}");
}

/// Captions of photos are furniture: they answer nothing, and part no sentence.
#[test]
fn captions_of_photos_are_no_text() {
    assert!(super::found(&["passerelle du moulin"]).is_empty());
    assert!(super::found(&["« longuement photo »"]).is_empty());
    assert_eq!(super::found(&["« saint aubrac »"]), ["workshop"]);
    assert_eq!(super::found(&["puisage"]), ["references"]);
    assert!(super::found(&["puisage", "--kind", "atelier"]).is_empty());
}
