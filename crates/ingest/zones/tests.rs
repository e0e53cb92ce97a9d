use super::*;

/// A section with this text, in a document of this genre, as runs of `zone: first words`.
fn of(section: &Section, genre: DocumentKind) -> Vec<String> {
    let parts = zones(section, genre);
    let ends = parts.last().map_or(0, |(range, _)| range.end);
    assert_eq!(ends, section.text.len(), "{parts:?}");
    assert!(parts.windows(2).all(|pair| pair[0].0.end == pair[1].0.start), "{parts:?}");
    let opening = |range: &Range<usize>| {
        section.text[range.clone()].split_whitespace().take(3).collect::<Vec<_>>().join(" ")
    };
    parts.iter().map(|(range, zone)| format!("{}: {}", zone.as_str(), opening(range))).collect()
}

fn section(text: &str) -> Section {
    Section { text: text.to_owned(), ..Section::default() }
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    assert_eq!(of(&section(text), DocumentKind::Proceedings), expect);
}

#[test]
fn what_nothing_marks_is_text() {
    check("", &[]);
    for text in [
        "Le tableau 3 montre que la demande recule.\n",
        "Tableau 3 montre la demande, figure 2 le refus.\n",
        "Table 3 : les jeunes et le bus\n\nLe groupe propose un abonnement.\n",
        "1. Voir le guichet\n2. Remplir le dossier\n",
        "Note : le guichet ferme à midi.\n\nNotes prises par l'animatrice.\n",
        "Une colonne à gauche,          une autre à droite.\n".repeat(6).as_str(),
        "La bibliographie du maire tient en trois lignes.\n",
        "![Logo de la ville](logo.png)\n",
        "[Voir le site](https://valmorin.fr) pour s'inscrire.\n",
    ] {
        let parts = zones(&section(text), DocumentKind::Proceedings);
        assert_eq!(parts, [(0..text.len(), Zone::Body)], "{text}");
    }
}

#[test]
fn notes_are_told_by_their_marks() {
    check(
        "Le refus recule[^1].\n\n[^1]: Enquête de 2019,\nmenée à Orn.\n\n    Un second paragraphe.\n\nLa suite.\n",
        &["body: Le refus recule[^1].", "note: [^1]: Enquête de", "body: La suite."],
    );
    check("Le refus².\n² Selon la caisse.\n", &["body: Le refus².", "note: ² Selon la"]);
    check("Le bail.\n\n3. Ibid., p. 12.\n", &["body: Le bail.", "note: 3. Ibid., p."]);
    check("Le bail.\n\n(4) Cf. Bersac, 2004.\n", &["body: Le bail.", "note: (4) Cf. Bersac,"]);
    check(
        "Le bail [2].\n\n[2] Bersac, 2004.\n",
        &["body: Le bail [2].", "note: [2] Bersac, 2004."],
    );
}

#[test]
fn what_is_announced_goes_on_to_the_end() {
    check(
        "Le débat.\n\nNotes\n\nSelon la caisse.\n\nSelon la ville.\n",
        &["body: Le débat.", "note: Notes Selon la"],
    );
    check(
        "Le débat.\n\n**Bibliographie indicative :**\n\nBERSAC O., La source.\n",
        &["body: Le débat.", "bibliography: **Bibliographie indicative :**"],
    );
}

#[test]
fn captions_have_a_noun_a_number_and_a_separator() {
    for caption in [
        "Tableau 3 : les demandes",
        "**Tableau 3** – Les demandes",
        "*Figure 2.1. Les demandes*",
        "Fig. 2 – Les demandes",
        "GRAPHIQUE N° 4 : LES DEMANDES",
        "Carte IV — Les demandes",
        "Légende : en gris, les refus",
        "![Figure 3 : les demandes](demandes.png)",
    ] {
        let parts =
            zones(&section(&format!("Le débat.\n\n{caption}\n\nLa suite.\n")), DocumentKind::Other);
        let found: Vec<Zone> = parts.iter().map(|(_, zone)| *zone).collect();
        assert_eq!(found, [Zone::Body, Zone::Caption, Zone::Body], "{caption}");
    }
    let mut english = section("Table 3: requests by town\n");
    english.language = Some("en".to_owned());
    assert_eq!(of(&english, DocumentKind::Other), ["caption: Table 3: requests"]);
    check(&format!("Figure 2 : {}\n", "le débat ".repeat(60)), &["body: Figure 2 :"]);
}

#[test]
fn tables_stand_between_bars_between_tags_or_are_aligned() {
    check(
        "Le débat.\n\nTableau 1 : l'eau\n| Commune | Eau |\n|---|---|\n| Orn | 12 |\nSource : régie.\n\nLa suite.\n",
        &[
            "body: Le débat.",
            "caption: Tableau 1 :",
            "table: | Commune |",
            "caption: Source : régie.",
            "body: La suite.",
        ],
    );
    check("Commune | Eau\n--- | ---\nOrn | 12\n", &["table: Commune | Eau"]);
    let html = "Le débat.\n\n<table>\n<tr><td>Orn</td></tr>\n\n<tr><td>Cléry</td></tr>\n</table>\n\nLa suite.\n";
    check(
        html,
        &[
            "body: Le débat.",
            "table: <table> <tr><td>Orn</td></tr> <tr><td>Cléry</td></tr>",
            "body: La suite.",
        ],
    );
    check(
        "Le débat.\n\nCommune        Habitants     Eau\nOrn                1 200      12\nSaint-Aubrac         300       4\n\nLa suite.\n",
        &["body: Le débat.", "table: Commune Habitants Eau", "body: La suite."],
    );
    check(
        "Commune\tHabitants\tEau\nOrn\t1200\t12\nCléry\t300\t4\n",
        &["table: Commune Habitants Eau"],
    );
}

#[test]
fn the_table_that_a_programme_is_laid_out_in_is_its_text() {
    let text = "| 9 h | Accueil |\n| 10 h | Atelier |\n";
    check(text, &["body: | 9 h"]);
    let below = section(&format!("La journée.\n\n{text}"));
    assert_eq!(of(&below, DocumentKind::Programme), ["body: La journée. |"]);
    assert_eq!(of(&below, DocumentKind::Course), ["body: La journée.", "table: | 9 h"]);
}

#[test]
fn a_section_of_references_is_a_bibliography_and_one_of_notes_is_notes() {
    let mut references = section("Bibliographie\n\nBERSAC O., La source.\n");
    references.kind = SectionKind::References;
    assert_eq!(of(&references, DocumentKind::Other), ["bibliography: Bibliographie BERSAC O.,"]);
    references.title = Some("Notes".to_owned());
    assert_eq!(of(&references, DocumentKind::Other), ["note: Bibliographie BERSAC O.,"]);
}

#[test]
fn heading_lines_are_text() {
    let mut headed = section("Figure 2 : un titre\n\nLe débat.\n");
    headed.head = 21;
    assert_eq!(of(&headed, DocumentKind::Other), ["body: Figure 2 :"]);
}
