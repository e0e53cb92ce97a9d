//! The headings of small texts.

mod apart;
mod programmes;

use super::*;
use crate::line::{blocks, lines};

/// The headings of a text, as `kind number title time`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let lines = lines(text);
    let skipped = vec![false; lines.len()];
    let (blocks, contents) = (blocks(&lines, &skipped), Contents::default());
    let years = Years::new(&lines, Some(2020));
    let headings = Finder::new(&lines, &blocks, &skipped, &contents, &years).headings();
    let parts = |heading: &Heading| {
        let time = heading.start.map(|time| time.to_string());
        let date = heading.date.map(|date| date.to_string());
        let parts = [
            Some(heading.kind.as_str().to_owned()),
            heading.number.clone(),
            heading.title.clone(),
            date,
            time,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(headings.iter().map(parts).collect::<Vec<_>>(), expect);
}

/// The sessions of a text that have hours, as `start title: people`.
#[track_caller]
pub(super) fn check_timed(text: &str, expect: &[&str]) {
    let document = crate::structure::structure("programme", "programme.md", text);
    let timed = document.sections.iter().filter(|section| section.start.is_some());
    let shown = timed.map(|section| {
        let people = section.speakers.iter().map(|one| one.name.as_str());
        let start = section.start.map(|start| start.to_string()).unwrap_or_default();
        let title = section.title.as_deref().unwrap_or_default();
        format!("{start} {title}: {}", people.collect::<Vec<_>>().join(", "))
    });
    assert_eq!(shown.collect::<Vec<_>>(), expect);
}

/// The headings of a text, as `title: people`.
#[track_caller]
fn check_people(text: &str, expect: &[&str]) {
    let lines = lines(text);
    let skipped = vec![false; lines.len()];
    let (blocks, contents) = (blocks(&lines, &skipped), Contents::default());
    let years = Years::new(&lines, Some(2020));
    let headings = Finder::new(&lines, &blocks, &skipped, &contents, &years).headings();
    let shown = headings.iter().map(|heading| {
        let people: Vec<&str> = heading.people.iter().map(|one| one.name.as_str()).collect();
        format!("{}: {}", heading.title.as_deref().unwrap_or_default(), people.join(", "))
    });
    assert_eq!(shown.collect::<Vec<_>>(), expect);
}

#[test]
fn a_label_takes_the_title_below() {
    check(
        "Atelier 4\n\nSe loger\nà plusieurs\n\nMot clé : bail\n",
        &["workshop 4 Se loger à plusieurs"],
    );
    check("ATELIER N° 3 : SE LOGER\n\nTexte.\n", &["workshop 3 SE LOGER"]);
}

#[test]
fn a_rank_in_words_labels_what_no_marks_head() {
    let ranked = "Deuxième étape : choisir un lieu\n\nTexte.\n";
    check(ranked, &["theme 2 choisir un lieu"]);
    let marked = format!("# Un\n\nTexte.\n\n# Deux\n\nTexte.\n\n# Trois\n\n{ranked}");
    check(&marked, &["section Un", "section Deux", "section Trois"]);
}

#[test]
fn words_in_capitals_of_a_decision_or_a_table_head_nothing() {
    check("Vu l'avis du bureau ;\nPAR CONSÉQUENT\nLe conseil adopte.\n", &[]);
    check("Texte.\n2024 DOSSIER DE SUBVENTION POUR L'AIRE DES\nBORDS DE RIVIÈRE\nTexte.\n", &[]);
    let points = "1 - Budget\nTexte.\n\n2 - Écoles\nTexte.\n\n3 - Voirie\nTexte.\n\n";
    let found = ["session 1 Budget", "session 2 Écoles", "session 3 Voirie"];
    check(&format!("{points}RECETTES\n\nMONTANT\n100 000 €\n"), &found);
}

#[test]
fn slots_follow_one_another_without_blank_lines() {
    check(
        "9h Accueil café\n9h30-10h Ouverture\n10h00 : Habiter\n",
        &["break Accueil café 09:00", "address Ouverture 09:30", "session Habiter 10:00"],
    );
}

#[test]
fn a_quoted_title_may_follow_a_long_list_of_people() {
    let people = "Zoé Lanteri (Univ. d'Orn), Luc Perrot, Ève Tarn et Paul Roc (Univ. d'Orn), Anne Val (Ville d'Orn)";
    let title = "Relire vingt ans de registres de la bibliothèque pour comprendre ce que les enfants du quartier empruntent, lisent vraiment et parfois rendent, de la crèche au collège";
    check(
        &format!("- **10.30-11.15** : {people} – «&nbsp;{title}&nbsp;»\n"),
        &[&format!("session {title} 10:30")],
    );
    check(
        &format!("- 10h30-11h15 : on y parlera longuement de ceci : {title}, puis de {title}.\n"),
        &[],
    );
}

#[test]
fn a_title_in_emphasis_follows_its_people() {
    check(
        "9h45-10h30 : Zoé Lanteri et Luc Perrot, *Habiter la ville*, Presses d'Orn, 2024\n",
        &["session Habiter la ville 09:45"],
    );
}

#[test]
fn initials_in_emphasis_follow_a_title() {
    check(
        "9h00 - 9h15 - Habiter la ville - *Z. Lanteri & L. Perrot*\n9h15 - 10h - Manger\n",
        &["session Habiter la ville 09:00", "session Manger 09:15"],
    );
}

#[test]
fn talks_have_their_authors_below() {
    check(
        "## 9h-10h\n\n- **Habiter la ville**\n  *Zoé Lanteri, Luc Perrot* (CNRS)\n- **Manger à sa faim**\n  *Paul Roc*\n",
        &["session 9h-10h 09:00", "session Habiter la ville", "session Manger à sa faim"],
    );
}

#[test]
fn a_day_in_bold_may_stand_for_a_title() {
    check(
        "- **14 avril 2022** : Ysoria BELKANT (juriste)\n- **19 mai 2022** : Luc PERROT (agent), séance commune\n",
        &["session 14 avril 2022 2022-04-14", "session 19 mai 2022 2022-05-19"],
    );
}

#[test]
fn a_day_dates_the_slots_below() {
    check(
        "Jeudi 12 mai\n\n9h Habiter\n\nVendredi 13 mai\n\n9h Manger\n",
        &["session Habiter 2020-05-12 09:00", "session Manger 2020-05-13 09:00"],
    );
}

#[test]
fn a_list_of_dates_has_its_titles_below() {
    check(
        "- lundi 28/09 à 10h\n  **Habiter**\n  Par Zoé LANTERI\n- mardi 29/09 à 14h\n  **Manger**\n",
        &["session Habiter 2020-09-28 10:00", "session Manger 2020-09-29 14:00"],
    );
}

#[test]
fn one_date_with_a_time_is_the_event_s() {
    check("Le vendredi 11 octobre 2024 de 9 h à 17 h\n\nHalle aux Cordiers\n", &[]);
}

#[test]
fn an_item_with_people_after_its_bold_title_is_a_session() {
    check(
        "* Présentation : **[Habiter la ville ensemble](a.pdf)**, Zoé LANTERI, juriste\n",
        &["session Habiter la ville ensemble"],
    );
    check("- **Un point important à retenir** pour la suite\n", &[]);
}

#[test]
fn items_of_people_and_a_title_in_emphasis_are_sessions() {
    let list =
        "- Zoé Lanteri (CNRS) *Habiter la ville*\n- Luc Perrot (Ville d'Orn) *Manger à sa faim*\n";
    check(list, &["session Habiter la ville", "session Manger à sa faim"]);
    check(&list.replace(")", ", 1987)"), &[]);
}

#[test]
fn items_that_name_people_are_sessions() {
    check(
        "- Cadrage par Zoé LANTERI, juriste\n- Habiter la ville, avec Luc PERROT\n- Débat\n",
        &["session Cadrage", "session Habiter la ville", "session Débat"],
    );
    check("- Le vote est acquis\n- Avis par Zoé LANTERI\n- Fin\n", &[]);
    // Those of a body are listed after its name.
    check("- Orn : Zoé Lanteri, Luc Perrot\n- Gué-Habitat : Ève Tarn, Paul Roc\n", &[]);
}

#[test]
fn items_that_end_with_people_in_brackets_are_sessions() {
    check(
        "- Habiter la ville (Zoé Lanteri, juriste, CNRS)\n- Manger à sa faim (présentation par Luc Perrot, agent)\n",
        &["session Habiter la ville", "session Manger à sa faim"],
    );
    check("- Habiter la ville (Zoé Lanteri, 1987)\n- Manger à sa faim (Luc Perrot, 1990)\n", &[]);
}

#[test]
fn talks_follow_their_speakers_under_a_slot() {
    let talks = "- Ysoria Belkant : Habiter la ville en\n  commun\n- Luc Perrot (CNRS) : Manger à sa faim\n";
    check(
        &format!("## Communications\n\n{talks}"),
        &[
            "session Communications",
            "session Habiter la ville en commun",
            "session Manger à sa faim",
        ],
    );
    check(&format!("## Décisions\n\n{talks}"), &["section Décisions"]);
    check(
        "## Interventions\n\n- Zoé Lanteri : Directrice du centre social\n- Luc Perrot : Trésorier de la caisse\n",
        &["session Interventions"],
    );
}

#[test]
fn titles_in_bold_are_sessions_where_a_sentence_announces_them() {
    let list = "- **Cartographie** des rues\n- **Écrire une charte**\n- **Reporter** : un jour\n";
    check(
        &format!("Trois ateliers sont proposés :\n\n{list}"),
        &["workshop Cartographie", "workshop Écrire une charte", "workshop Reporter"],
    );
    check(&format!("Trois principes sont proposés :\n\n{list}"), &[]);
    check(
        &format!("Trois ateliers :\n\n{}", list.replace("- ", "- 🔧 ")),
        &["workshop Cartographie", "workshop Écrire une charte", "workshop Reporter"],
    );
}

#[test]
fn each_of_several_lines_with_a_day_and_hours_is_a_session() {
    let days = "mardi 3 juin 2025 9h-10h : Lire au bourg\nmardi 7 juin 2025 9h-10h : Coudre\n";
    check(
        &format!("Avant.\n\n{days}mardi 9 juin 2025 9h : Nager\n"),
        &[
            "session Lire au bourg 2025-06-03 09:00",
            "session Coudre 2025-06-07 09:00",
            "session Nager 2025-06-09 09:00",
        ],
    );
    let prose = days.replace("\n", " et plus tard.\nOn dira où,\n");
    check(&prose, &["session Lire au bourg et plus tard. 2025-06-03 09:00"]);
}

#[test]
fn a_row_may_hold_a_number_and_no_title() {
    check("|x|y|\n|---|---|\n| 13:30 | Panel I |\n", &["roundtable I 13:30"]);
}

#[test]
fn a_title_in_bold_may_say_by_whom_in_english() {
    let talk = |by: &str| format!("Avant.\n\n**Lire au bourg** {by} Zoé Lanteri, juriste.\n");
    check(&talk("by"), &["session Lire au bourg"]);
    check(&talk("pour"), &[]);
}

#[test]
fn a_numbered_label_needs_no_blank_line() {
    check(
        "Zoé LANTERI, Ville d'Orn\nSession II - Habiter\nLuc PERROT, juriste\n",
        &["session II Habiter"],
    );
}

#[test]
fn emphasis_heads_nothing_where_headings_are_marked_up() {
    let marked = "# A\n\n## Bilan\n\n**Points de vigilance**\n\nTexte.\n\n## Suite\n";
    check(marked, &["section A", "synthesis Bilan", "section Suite"]);
    check("**Points de vigilance**\n\nTexte.\n", &["section Points de vigilance"]);
}

#[test]
fn a_bold_heading_loses_its_letter_to_the_number() {
    check("Avant.\n\n**B/ Jardins partagés**\n\nTexte.\n", &["section B Jardins partagés"]);
}

#[test]
fn capitals_head_the_text_below() {
    check("Avant.\n\nOBJECTIFS\nLe premier est de lire.\n", &["section OBJECTIFS"]);
}

#[test]
fn hours_stand_beside_marked_up_headings() {
    let text = "### Accueil\n\n9h - 10h · Grand hall\n\n### Habiter la ville\n\n10h - 11h · Salle 2\n\nZoé Lanteri (CNRS)\n";
    check(text, &["break Accueil 09:00", "session Habiter la ville 10:00"]);
    let text = "9h-10h\n\n### Accueil\n\n10h-11h\n\n### Habiter la ville\n\nTexte.\n";
    check(text, &["break Accueil 09:00", "session Habiter la ville 10:00"]);
}

#[test]
fn a_title_above_its_people_may_be_a_sentence() {
    let text = "9h - 10h\n\nPanel : habiter les bourgs et les villes moyennes de la région.\n\nPanélistes :\n- Mme Zoé Lanteri – Maire, Orn\n";
    check(text, &["roundtable habiter les bourgs et les villes moyennes de la région. 09:00"]);
}

#[test]
fn who_presents_is_no_title() {
    let text = "11h-12h : Conférence 1, présentée par Zoé Lanteri (doctorante)\n\nHabiter la ville\n\nTexte.\n";
    check(text, &["plenary 1 Habiter la ville 11:00"]);
}

#[test]
fn what_a_time_is_of_may_stand_before_its_title() {
    let text = "**9h - 10h** Rencontre\nHabiter au bord de l'eau\nZoé Lanteri, Luc Perrot\n\n**10h - 11h** Atelier\nUne lettre pour demain\nÈve Tarn\n\n**11h - 12h** Débat\n\nTexte du débat.\n";
    check(
        text,
        &[
            "session Habiter au bord de l'eau 09:00",
            "workshop Une lettre pour demain 10:00",
            "session Débat 11:00",
        ],
    );
}

#[test]
fn what_names_the_record_or_an_address_heads_no_part() {
    let text = "Association des jardins\n\n12345 ORN-SUR-TARN\n\n**Procès-verbal de l'assemblée du 3 mai 2020**\n\nLa séance est ouverte.\n\n**Bilan moral**\n\nTexte.\n";
    check(text, &["section Bilan moral"]);
    check(
        "CONSEIL COMMUNAUTAIRE DU\n3 MAI 2020\nPROCÈS-VERBAL\nLa séance est ouverte.\n\n**Voirie**\n\nTexte.\n",
        &["section CONSEIL COMMUNAUTAIRE DU 3 MAI 2020", "section Voirie"],
    );
}
