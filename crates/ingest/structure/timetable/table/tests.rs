//! Sessions of small tables.

use super::*;
use crate::line::lines;

/// The tables of lines that are all of the text.
fn tables(lines: &[Line<'_>], year: Option<i16>) -> Vec<Timetable> {
    super::tables(lines, &vec![false; lines.len()], year)
}

#[test]
fn a_row_is_a_session() {
    let lines = lines(
        "| Date | Intervenant·e·s | Mots-clés | Horaires |\n|---|:--|---|---|\n| 20 mars | Zoé Lanteri &<br/>Luc Perrot | eau, sols & air | 10h-12h |\n| 3 mai | À venir | | 10h-12h |\n\nFin.\n",
    );
    let tables = tables(&lines, Some(2025));
    let [first, second] = &tables[0].sessions[..] else { panic!("{tables:?}") };
    let people: Vec<&str> = first.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Zoé Lanteri", "Luc Perrot"]);
    assert_eq!(first.keywords.len(), 3);
    assert_eq!(first.date.unwrap().to_string(), "2025-03-20");
    assert_eq!(first.end.unwrap().hour, 12);
    assert!(second.people.is_empty());
    assert_eq!(tables[0].lines, 0..5, "with what is blank below");
}

#[test]
fn a_column_of_days_may_give_hours() {
    let lines = lines("| Titre | Date |\n|---|---|\n| Habiter | Jeudi 3 mai, 9h-11h & 13h-15h |\n");
    let found = tables(&lines, Some(2025));
    assert_eq!(found[0].sessions[0].start.unwrap().hour, 9);
    assert_eq!(found[0].sessions[0].end.unwrap().hour, 11);
}

#[test]
fn marks_may_stand_for_the_time_above_and_rules_between_rows() {
    let lines = lines(
        "| Heure | Titre | Par |\n|---|---|---|\n| 9h | Se loger | Zoé Lanteri |\n| - | Manger | eau42 |\n<tr style=\"a\"><td colspan=\"3\"></td></tr>\n| idem | Bouger | - |\n\nFin.\n",
    );
    let found = tables(&lines, None);
    let hours = found[0].sessions.iter().filter_map(|session| session.start);
    assert_eq!(hours.map(|hour| hour.hour).collect::<Vec<_>>(), [9, 9, 9]);
}

#[test]
fn rows_without_a_time_go_on_beside_the_one_above() {
    let lines = lines(
        "||||\n|-|-|-|\n| 9h-10h | Zoé Lanteri | Se loger |\n| | Luc Perrot | Manger |\n| 10h | | Pause |\n| 11h | Ève Tarn | Bouger |\n",
    );
    let found = tables(&lines, None);
    let shown = found[0].sessions.iter().map(|session| {
        let people: Vec<&str> = session.people.iter().map(|one| one.name.as_str()).collect();
        format!("{:?} {:?} {people:?}", session.start.map(|at| at.hour), session.title)
    });
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            "Some(9) Some(\"Se loger\") [\"Zoé Lanteri\"]",
            "Some(9) Some(\"Manger\") [\"Luc Perrot\"]",
            "Some(10) Some(\"Pause\") []",
            "Some(11) Some(\"Bouger\") [\"Ève Tarn\"]",
        ]
    );
}

#[test]
fn a_table_without_header_is_read_by_its_content() {
    let lines = lines(
        "| | | |\n|---|---|---|\n| 14:00 - 14:10 | &nbsp; | **Ouverture** |\n| 14:10 - 15:00 | &nbsp; | **Habiter la ville**<br>Ysoria Belkant (Ville d'Orn) & Luc Perrot (CNRS) |\n",
    );
    let tables = tables(&lines, None);
    let [first, second] = &tables[0].sessions[..] else { panic!("{tables:?}") };
    assert_eq!(first.title.as_deref(), Some("Ouverture"));
    let people: Vec<&str> = second.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Ysoria Belkant", "Luc Perrot"]);
    assert_eq!(second.title.as_deref(), Some("Habiter la ville"));
}

#[test]
fn rooms_hold_sessions_side_by_side() {
    let lines = lines(
        "|Heure|salle 1|salle 2\n|---|---|---\n|10h-11h|Zoé Lanteri (CNRS) [Habiter](a.md)|**Manger**<br>Luc Perrot\n|11h-12h|Débat| |\n",
    );
    let tables = tables(&lines, None);
    let found: Vec<(&str, usize)> = tables[0]
        .sessions
        .iter()
        .map(|session| (session.title.as_deref().unwrap_or_default(), session.people.len()))
        .collect();
    assert_eq!(found, [("Habiter", 1), ("Manger", 1), ("Débat", 0)]);
}

/// The sessions of the only table of a text: times, kind, title, people.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let tables = tables(&lines(text), Some(2025));
    let row = |session: &Heading| {
        let times = [session.start, session.end].map(|time| time.map(|time| time.to_string()));
        let date = session.date.map(|date| date.to_string());
        let people = session.people.iter().map(|person| person.name.clone());
        let parts = date.into_iter().chain(times.into_iter().flatten());
        let parts = parts.chain([session.kind.as_str().to_owned()]);
        parts.chain(session.title.clone()).chain(people).collect::<Vec<_>>().join(" · ")
    };
    let found: Vec<String> = tables[0].sessions.iter().map(row).collect();
    assert_eq!(found, expect);
}

#[test]
fn people_may_stand_before_their_titles() {
    check(
        "<table>\n<tr><th>Horaire</th><th>Type</th><th>Intervenant</th></tr>\n<tr>\n<td>9 h 30</td>\n<td>Communication</td>\n<td>YSORIA BELKANT - <i>Se loger</i></td>\n</tr>\n<tr>\n<td>10 h</td>\n<td><b>PAUSE</b></td>\n<td><i>Thé & tartes</i></td>\n</tr>\n<tr><td>11 h</td><td>Table ronde</td><td>LUC PERROT - <i>Manger</i></td></tr>\n</table>\n",
        &[
            "09:30 · session · Se loger · Ysoria Belkant",
            "10:00 · break · PAUSE",
            "11:00 · roundtable · Manger · Luc Perrot",
        ],
    );
}

#[test]
fn starts_and_ends_may_have_columns_of_their_own() {
    check(
        "| Début | Fin | Séquence | Intervenants |\n|---|---|---|---|\n| 9h30 | 11h | Conférence : lire à voix haute | Zoé Lanteri |\n| 14h | 16h30 | Atelier : ouvrir le soir | Luc Perrot, Ève Tarn |\n| 17h | | Bilan | |\n",
        &[
            "09:30 · 11:00 · plenary · Conférence : lire à voix haute · Zoé Lanteri",
            "14:00 · 16:30 · workshop · Atelier : ouvrir le soir · Luc Perrot · Ève Tarn",
            "17:00 · synthesis · Bilan",
        ],
    );
}

#[test]
fn a_column_between_times_and_people_holds_titles() {
    check(
        "| De | À | Quoi | Qui |\n|---|---|---|---|\n| 9h | 10h | Recevoir une classe | Anne Val |\n| 10h | 11h | Compter les prêts | Luc Perrot |\n",
        &[
            "09:00 · 10:00 · session · Recevoir une classe · Anne Val",
            "10:00 · 11:00 · session · Compter les prêts · Luc Perrot",
        ],
    );
    let supplies = lines(
        "| De | À | Matériel | Qui |\n|---|---|---|---|\n| 9h | 10h | Une craie | Anne Val |\n",
    );
    assert!(tables(&supplies, None).iter().all(|table| table.sessions.is_empty()));
}

#[test]
fn a_column_of_kinds_is_no_title() {
    check(
        "| Heure | Type d'intervention | Titre | Nom |\n|---|---|---|---|\n| 9h | Communication | Lire | Luc Perrot |\n| 10h | Pause | | |\n",
        &["09:00 · session · Lire · Luc Perrot", "10:00 · break · Pause"],
    );
}

#[test]
fn a_cell_may_hold_its_kind_its_title_and_labels_of_people() {
    check(
        "| Time | Type | Title & Description |\n|---|---|---|\n| 9h - 10h | Talk | Exposé<br>« Se loger »<br>**Speaker:** BELKANT OURI Ysoria, Maître assistant, Université d'Orn / PERROT Luc, ENS<br>**Moderator:** TARN Ève, Ville d'Orn |\n| 10h - 11h | Break | Pause<br>Pause |\n| 11h | Talk | Synthèse<br>Bilan du jour<br>**Moderator:** TARN Ève |\n",
        &[
            "09:00 · 10:00 · session · « Se loger » · Ysoria Belkant Ouri · Luc Perrot · Ève Tarn",
            "10:00 · 11:00 · break · Pause",
            "11:00 · synthesis · Bilan du jour · Ève Tarn",
        ],
    );
}

#[test]
fn a_column_may_hold_titles_and_people() {
    check(
        "| Heure | Session · Intitulé & Intervenant(s) | Type |\n|---|---|---|\n| 9h | Se loger<br>Dr Zoé LANTERI — Médecin, Orn · Pr Luc PERROT<br>Session 1 — Médecine & Logement · Modérateur : Dr Ève TARN | Conférence |\n| 10h | Pause café<br>Ouverture | Pause |\n",
        &[
            "09:00 · plenary · Se loger · Zoé Lanteri · Luc Perrot · Ève Tarn",
            "10:00 · break · Pause café Ouverture",
        ],
    );
}

#[test]
fn a_title_over_several_rows_gathers_what_they_say() {
    check(
        "<table><tr><td>Heure<td>Titre<td>Intervenants\n<tr><td>9h-10h<td rowspan=2>Se loger<td>Zoé Lanteri\n<tr><td>10h-11h<td>Luc Perrot\n<tr><td>11h-12h<td>Lire<td>Ève Tarn</table>\n",
        &[
            "09:00 · 11:00 · session · Se loger · Zoé Lanteri · Luc Perrot",
            "11:00 · 12:00 · session · Lire · Ève Tarn",
        ],
    );
}

#[test]
fn a_cell_over_a_whole_row_is_a_session_or_heads_the_next() {
    check(
        "<table><tr><th colspan=3>Mardi 3 juin<tr><th>Heure<th>Titre<th>Nom\n<tr><td>9h<td>Lire<td>Zoé Lanteri\n<tr><td colspan=3>10h30 : Pause café\n<tr><td colspan=3>Session 2 : habiter\n<tr><td>11h<td>Dire<td>Luc Perrot</table>\n",
        &[
            "2025-06-03 · section · Mardi 3 juin",
            "09:00 · session · Lire · Zoé Lanteri",
            "10:30 · break · Pause café",
            "session · Session 2 : habiter",
            "11:00 · session · Dire · Luc Perrot",
        ],
    );
}

#[test]
fn days_stand_side_by_side_and_sessions_last_over_their_rows() {
    check(
        "<table><tr><th><th>Mardi 3 juin<th>Mercredi 4 juin\n<tr><td>9h<td rowspan=3>Exposé<br>Zoé Lanteri<td>Lire\n<tr>\n<tr><td>10h<td>Dire\n<tr><td>11h<td colspan=2>Repas</table>\n",
        &[
            "2025-06-03 · 09:00 · 11:00 · session · Exposé · Zoé Lanteri",
            "2025-06-04 · 09:00 · session · Lire",
            "2025-06-04 · 10:00 · session · Dire",
            "2025-06-03 · 11:00 · break · Repas",
        ],
    );
}

#[test]
fn days_side_by_side_need_no_year() {
    let text = "|  | Mardi 3 juin | Mercredi 4 juin |\n|---|---|---|\n| 9h | Lire | Dire |\n";
    let found = tables(&lines(text), None);
    let titles: Vec<_> = found[0].sessions.iter().filter_map(|of| of.title.as_deref()).collect();
    assert_eq!(titles, ["Lire", "Dire"]);
    assert!(found[0].sessions.iter().all(|of| of.date.is_none() && of.start.is_some()));
    let data = text.replace("9h", "Orn");
    assert!(tables(&lines(&data), None).is_empty(), "numbers by day");
}

#[test]
fn talks_with_who_holds_them_need_no_time() {
    check(
        "| Intervention | Intervenant·e |\n|---|---|\n| **Mot d'accueil** | Luc Perrot (Ville d'Orn) |\n| **« Un banc pour la place »** | Ysoria Belkant |\n| **Lire en commun** | Élèves du Collège d'Orn, animé par Zoé Lanteri |\n| Jouer | Orn Habitat Jeunes |\n",
        &[
            "address · Mot d'accueil · Luc Perrot",
            "session · « Un banc pour la place » · Ysoria Belkant",
            "session · Lire en commun · Zoé Lanteri",
        ],
    );
    let none = |text: &str| assert!(tables(&lines(text), None).is_empty(), "{text}");
    none("| Titre | Auteur |\n|---|---|\n| Lire | Luc Perrot |\n| Dire | Zoé Lanteri |\n");
    none("| Thème | Intervenants |\n|---|---|\n| Lire | 12 |\n| Dire | 4 |\n");
}

#[test]
fn a_column_says_when_a_session_starts_and_the_next_when_it_ends() {
    check(
        "<table><thead><tr><th>9h30<th>10h<th colspan=2>Café</thead>\n<tr><td rowspan=2>10h<td rowspan=2>11h<td colspan=2>Ateliers\n<tr><td>Lire<td>Coudre\n<tr><td>11h<td>11h30<td colspan=2>Bilan</table>\n",
        &[
            "09:30 · 10:00 · break · Café",
            "10:00 · 11:00 · workshop · Ateliers",
            "10:00 · 11:00 · session · Lire",
            "10:00 · 11:00 · session · Coudre",
            "11:00 · 11:30 · synthesis · Bilan",
        ],
    );
    check(
        "<table><tr><th colspan=3>mardi 3 juin<th>Lien\n<tr><td>9h<td>10h<td>Lire<td>a.fr\n<tr><td>10h<td>11h<td>Dire<td>b.fr</table>\n",
        &["09:00 · 10:00 · session · Lire", "10:00 · 11:00 · session · Dire"],
    );
    check(
        "| 9h | Accueil |\n|---|---|\n| 10h | Lire |\n",
        &["09:00 · break · Accueil", "10:00 · session · Lire"],
    );
}

#[test]
fn days_of_the_week_stand_side_by_side() {
    check(
        "| Horaire | Lundi | Mardi |\n|---|---|---|\n| 9h-10h | Lire – Z. Lanteri | Dire |\n| 10h-11h | | Pause |\n",
        &[
            "09:00 · 10:00 · session · Lire · Z. Lanteri",
            "09:00 · 10:00 · session · Dire",
            "10:00 · 11:00 · break · Pause",
        ],
    );
}

#[test]
fn themes_beside_titles_are_no_titles() {
    let rows = "| 9h | Débat | ville | Se loger | Zoé Lanteri |\n| 10h | Débat | ville | Se nourrir | Luc Perrot |\n| 11h | Pause | — | Café | — |\n| 12h | Débat | eau | Nager | Ève Tarn |\n| 13h | Bilan | eau | — | — |\n| 14h | Débat | eau | Pêcher | Zoé Tarn |\n";
    let expect = [
        "09:00 · session · Se loger · Zoé Lanteri",
        "10:00 · session · Se nourrir · Luc Perrot",
        "11:00 · break · Café",
        "12:00 · session · Nager · Ève Tarn",
        "13:00 · synthesis · eau",
        "14:00 · session · Pêcher · Zoé Tarn",
    ];
    let rule = "|---|---|---|---|---|\n";
    check(&format!("| Heure | Type | Thème | Titre | Avec |\n{rule}{rows}"), &expect);
    // Without a header, values that return are no titles either.
    let rows = "| 9h | Salle verte | Se loger |\n| 10h | Salle verte | Lire |\n| 11h | Salle bleue | Nager |\n| 12h | Salle bleue | Dire |\n";
    let found = tables(&lines(&format!("||||\n|---|---|---|\n{rows}")), None);
    let titles: Vec<_> = found[0].sessions.iter().filter_map(|of| of.title.as_deref()).collect();
    assert_eq!(titles, ["Se loger", "Lire", "Nager", "Dire"]);
    // A theme is the title where no other column gives one.
    check("| Heure | Thème |\n|---|---|\n| 9h | Se loger |\n", &["09:00 · session · Se loger"]);
}

#[test]
fn headers_may_say_by_whom_or_what_goes_on() {
    let expect = ["09:00 · session · Lire · Ysor Belkant", "10:00 · session · Dire · Umar Tarn"];
    let rows = "|---|---|---|\n| 9h | Lire | Ysor Belkant |\n| 10h | Dire | Umar Tarn, Orn |\n";
    for header in ["Ateliers | Animé par", "Cours | Avec", "Quoi ? | Présenté par"] {
        check(&format!("| Heure | {header} |\n{rows}"), &expect);
    }
    check(
        "| Session | Heure | Contenu |\n|---|---|---|\n| Session 1 | 9h | Lire |\n| Session 1 | 10h | Dire |\n",
        &["09:00 · session · Lire", "10:00 · session · Dire"],
    );
    let rooms = "| Heure | Track A | Track B |\n|---|---|---|\n| 9h | Lire<br>Zoé Tarn | Dire |\n";
    check(rooms, &["09:00 · session · Lire · Zoé Tarn", "09:00 · session · Dire"]);
}

#[test]
fn tables_of_one_header_have_the_same_columns() {
    let table = |rows: &str| {
        format!("| Heure | Intervenant | Détails |\n|---|---|---|\n{rows}\nTexte.\n\n")
    };
    let link = "[Lire la suite](a.md)";
    let two = format!(
        "| 9h | Zoé Lanteri - *Se loger* | {link} |\n| 10h | Luc Perrot - *Lire* | {link} |\n"
    );
    let text = table(&two) + &table(&format!("| 11h | Ève Tarn - *Nager* | {link} |\n"));
    let found = tables(&lines(&text), None);
    let sessions = found.iter().flat_map(|table| &table.sessions);
    let titles: Vec<_> = sessions.filter_map(|session| session.title.as_deref()).collect();
    assert_eq!(titles, ["Se loger", "Lire", "Nager"]);
}

#[test]
fn a_cell_may_give_its_own_hours_and_kind_above_its_title() {
    let cell = "<td rowspan=2><p><b>9h-12h</b> <span>Lecture</span></p><h6>Habiter le quai</h6><p>Ysor Belkant<span class=\"badge badge-info\">Salle verte</span></p></td>";
    let text = format!(
        "<table><tr><th><th>mardi 3/06<th>mercredi 4/06\n<tr><td>9h</td><td></td>{cell}</tr>\n<tr><td>10h</td><td>Dire</td></tr>\n<tr><td>13h</td><td>Repas</td><td>Repas</td></tr></table>\n"
    );
    check(
        &text,
        &[
            "2025-06-04 · 09:00 · 12:00 · session · Habiter le quai · Ysor Belkant",
            "2025-06-03 · 10:00 · session · Dire",
            "2025-06-03 · 13:00 · break · Repas",
            "2025-06-04 · 13:00 · break · Repas",
        ],
    );
    let named = text.replace("<h6>Habiter le quai</h6>", "");
    let found = tables(&lines(&named), Some(2025));
    assert_eq!(found[0].sessions[0].title.as_deref(), Some("Lecture"), "people are no title");
}

#[test]
fn who_speaks_stands_for_a_title_that_is_still_to_come() {
    let table = "| Heure | Intervenant | Titre |\n|---|---|---|\n| 9h | Luc Perrot | Lire |\n| 10h | Zoé Tarn | — |\n| 11h | — | — |\n";
    check(table, &["09:00 · session · Lire · Luc Perrot", "10:00 · session · Zoé Tarn · Zoé Tarn"]);
}

#[test]
fn a_table_of_figures_lists_no_session() {
    assert!(tables(&lines("| Commune | Voix |\n|---|---|\n| Orn | 12 |\n"), None).is_empty());
}

#[test]
fn numbered_lines_of_a_cell_are_sessions_of_their_own() {
    let titles = |cell: &str| {
        let text =
            format!("| Heure | Activité |\n|---|---|\n| 9h - 10h | {cell} |\n| 10h | Pause |\n");
        let found = tables(&lines(&text), None);
        found[0].sessions.iter().filter_map(|session| session.title.clone()).collect::<Vec<_>>()
    };
    for part in ["<br>", "  \\n"] {
        let found = titles(&format!("**Atelier 1** : Lire au bourg{part}**Atelier 2** : Écrire"));
        assert_eq!(found, ["Atelier 1 : Lire au bourg", "Atelier 2 : Écrire", "Pause"]);
    }
    assert_eq!(titles("Lire au bourg<br>avec les voisins").len(), 2);
}

#[test]
fn a_part_of_the_day_stands_for_its_hours() {
    let told = "on longe la berge, on compte les ponts, on écoute les voisins et on revient par le bois avant la nuit";
    let text = format!(
        "| Heure | Activité |\n|---|---|\n| Toute la journée | **Visite du quai** : {told} |\n| À dire | Bilan |\n"
    );
    let found = tables(&lines(&text), None);
    let [visit] = &found[0].sessions[..] else { panic!("{found:?}") };
    assert_eq!((visit.title.as_deref(), visit.start), (Some("Visite du quai"), None));
}
