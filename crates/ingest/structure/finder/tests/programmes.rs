//! Programmes as they are laid out: where hours, titles and people stand.

use super::*;

/// The headings of a text, as `title: people`.
#[track_caller]
fn check_people(text: &str, expect: &[&str]) {
    let lines = lines(text);
    let skipped = vec![false; lines.len()];
    let (blocks, contents) = (blocks(&lines, &skipped), Contents::default());
    let headings = Finder::new(&lines, &blocks, &skipped, &contents, Some(2020)).headings();
    let shown = headings.iter().map(|heading| {
        let people: Vec<&str> = heading.people.iter().map(|one| one.name.as_str()).collect();
        format!("{}: {}", heading.title.as_deref().unwrap_or_default(), people.join(", "))
    });
    assert_eq!(shown.collect::<Vec<_>>(), expect);
}

#[test]
fn who_speaks_may_stand_between_an_hour_and_a_title() {
    check_people(
        "9h00\nZoé Lanteri, archiviste, Ville d'Orn\nQue garder d'une mairie ?\n\n10h15\nLuc Perrot et Ève Tarn\nClasser avec les habitants\n\n11h\nConférence de Paule Roc\n« Les registres du port\net leurs lecteurs »\nSalle des fêtes\n",
        &[
            "Que garder d'une mairie ?: Zoé Lanteri",
            "Classer avec les habitants: Luc Perrot, Ève Tarn",
            "« Les registres du port et leurs lecteurs »: Paule Roc",
        ],
    );
    // A role or an employer below a name is no title.
    check_people(
        "9h00\nZoé Lanteri\nDirectrice du musée\n\n10h\nLuc Perrot\nUniversité d'Orn\n",
        &[],
    );
}

#[test]
fn talks_in_bold_under_one_hour_share_it() {
    let text = "**9h00-9h30**\n\n**Mme Zoé Lanteri**  \nSe loger au bourg\n\n**Modération :** **Luc Perrot,** **Ève Tarn**\n\n**9h30-11h00**\n\n**M. Paul Roc**  \nAtelier A : réparer\n\n**Ysoria Belkant**  \nAtelier B : marcher\n\n**11h00-11h15**\n\n**PAUSE**\n";
    check_people(
        text,
        &[
            "Se loger au bourg: Zoé Lanteri",
            "Atelier A : réparer: Paul Roc",
            "Atelier B : marcher: Ysoria Belkant",
            "PAUSE: ",
        ],
    );
    check(
        text,
        &[
            "session Se loger au bourg 09:00",
            "workshop Atelier A : réparer 09:30",
            "workshop Atelier B : marcher 09:30",
            "break PAUSE 11:00",
        ],
    );
}

#[test]
fn items_under_hours_alone_share_them() {
    check(
        "Mardi 6 juin\n\n14h00 - 17h00 :\n* **[Atelier Sols](https://exemple.fr/sols)** [(*inscription*)](https://exemple.fr/i)\n* **[Atelier Mares](https://exemple.fr/mares)**\n",
        &["workshop Atelier Sols 2020-06-06 14:00", "workshop Atelier Mares 2020-06-06 14:00"],
    );
}

#[test]
fn hours_that_are_headings_are_of_the_headings_above() {
    check(
        "### Session 1 – Écouter\n\n#### 9h00\n\nModérateurs : Dr Zoé Lanteri\n\n#### 10h30 – Pause\n\n### Session 2 – Soigner\n\n#### 10h45\n\nTexte.\n",
        &["session 1 Écouter 09:00", "break Pause 10:30", "session 2 Soigner 10:45"],
    );
}

#[test]
fn a_line_alone_is_the_title_of_a_heading_of_hours() {
    check(
        "### 9h00 – 9h30\n\n**Accueil des participants**\n\n### 9h30\n\n**Boire l'eau du puits**\n\n*Zoé Lanteri, hydrologue*\n\n### 11h\n\nUn texte qui dit ce qui aura lieu.\n",
        &[
            "break Accueil des participants 09:00",
            "session Boire l'eau du puits 09:30",
            "session 11h 11:00",
        ],
    );
}

#[test]
fn a_heading_may_open_with_its_day_and_hour() {
    check(
        "## Mardi 12 mars à 18h30 – La laine et le feutre\n\nTexte.\n",
        &["session La laine et le feutre 2020-03-12 18:30"],
    );
}

#[test]
fn a_weekday_may_stand_above_its_date() {
    check("Mardi\n12 mai\n\n9h Habiter\n", &["session Habiter 2020-05-12 09:00"]);
}

#[test]
fn links_in_brackets_are_no_part_of_a_title() {
    check(
        "9h - 12h : **[Atelier Haies](https://exemple.fr/haies)** [(Programme détaillé)](#haies)\n",
        &["workshop Atelier Haies 09:00"],
    );
    check("9h - 12h : Planter (en haie)\n", &["session Planter (en haie) 09:00"]);
}

#[test]
fn line_breaks_part_hours_titles_and_people() {
    check_people(
        "**9h30**<br>Lire les plans anciens<br>*Zoé Lanteri (Archives d'Orn)*\n\n**10h15** – Dessiner la rue<br>Par Luc Perrot, Ville d'Orn\n",
        &["Lire les plans anciens: Zoé Lanteri", "Dessiner la rue: Luc Perrot"],
    );
}

#[test]
fn people_stand_in_emphasis_after_quoted_titles() {
    check_people(
        "* 9h00 : **« Planter à plusieurs »**, *Zoé Lanteri (INRAE)*\n* 9h45 : Exposé de *Luc Perrot (LIVE), titre à préciser*\n* 10h15 : Exposé de *Ève Tarn*\n* 10h45 : Tutoriel **« Compter les oiseaux »**, *Algran Soares da Silva*\n",
        &[
            "« Planter à plusieurs »: Zoé Lanteri",
            "Exposé de Luc Perrot (LIVE), titre à préciser: Luc Perrot",
            "Exposé: Ève Tarn",
            "Tutoriel « Compter les oiseaux »: Algran Soares da Silva",
        ],
    );
}

#[test]
fn people_follow_a_bar_or_a_dash() {
    check_people(
        "9h30 – 10h15 | Habiter le littoral | Zoé Lanteri, urbaniste\n\n**10h15 – 11h | Se déplacer** — Luc Perrot, Ville d'Orn\n\n**11h – 12h | Vivre du port** — Ève Tarn, mareyeuse\n\n**14h – 15h | Le port et ses métiers** — Ysoria Belkant, sociologue\n\n15h – 16h : **Ysoria Belkant**, paysagiste : *Planter la friche*\n\n16h – 17h **Ysoria Belkant** (Maroc) — *Arroser la friche : un essai*\n",
        &[
            "Habiter le littoral: Zoé Lanteri",
            "Se déplacer: Luc Perrot",
            "Vivre du port: Ève Tarn",
            "Le port et ses métiers: Ysoria Belkant",
            "Planter la friche: Ysoria Belkant",
            "Arroser la friche : un essai: Ysoria Belkant",
        ],
    );
}

#[test]
fn who_moderates_is_told_from_who_speaks() {
    let text = "16h45 - Table ronde animée par Luce Marn, avec Aline Dorval et Denis Orval\n";
    check_people(text, &["Table ronde: Luce Marn, Aline Dorval, Denis Orval"]);
}

#[test]
fn hours_that_are_headings_are_of_the_headings_below() {
    check(
        "## Mercredi 28 août\n\n### 14h00 - 15h30\n#### Conférence : Habiter\nTexte.\n\n### 15h45 - 17h00\n#### Atelier A : Terre crue\nTexte.\n\n#### Atelier B : Paille\nTexte.\n\n### 18h00\nTexte.\n",
        &[
            "section Mercredi 28 août 2020-08-28",
            "plenary Habiter 2020-08-28 14:00",
            "workshop A Terre crue 2020-08-28 15:45",
            "workshop B Paille 2020-08-28 15:45",
            "session 18h00 2020-08-28 18:00",
        ],
    );
}

#[test]
fn sentences_after_a_title_announce_people() {
    check_people(
        "14h – 16h : Table ronde. Modération : Anne VAL. Avec Jean BRAC (libraire), Luce MARN (juge)\n",
        &["Table ronde: Anne Val, Jean Brac, Luce Marn"],
    );
    check_people("- **Atelier 1 – Pétrir**, animé par Jean Brac\n", &["Pétrir: Jean Brac"]);
}

#[test]
fn the_day_of_what_follows_may_tell_where() {
    let text = "**Vendredi le 2 octobre 2015**\n\n9h Accueil des équipes\n\n**Samedi le 3 octobre 2015, salle B-204 du pavillon des arts**\n\n10h Zoé Lanteri, Université d'Orn : Se loger\n\n**Dimanche le 4 octobre, à la maison du port**\n\n9h Bilan des équipes\n";
    check(
        text,
        &[
            "session Accueil des équipes 2015-10-02 09:00",
            "section Samedi le 3 octobre 2015, salle B-204 du pavillon des arts",
            "session Se loger 2015-10-03 10:00",
            "section Dimanche le 4 octobre, à la maison du port",
            "synthesis Bilan des équipes 2015-10-04 09:00",
        ],
    );
}

#[test]
fn talks_under_one_hour_may_have_none_of_their_own() {
    let text = "9h Zoé Lanteri, Ville d'Orn : Se loger au bourg\n\n9h30 Luc Perrot (CNRS) Marcher la nuit\n\n10h Ève Tarn, Ville d'Orn : Manger à sa faim\n\n10h30 Ysoria Belkant, Université d'Orn : Dormir dehors\n\n11h Exposés parallèles\n\nPaul Roc, Ville d'Orn : Garder les haies du bourg\n\nYsor Tamalet, Université d'Orn : Planter les haies du port\n\nAnne Val (CNRS) Tailler les haies : quand et comment\n\nZoé Lanteri, qui préside, conclut.\n";
    check_people(
        text,
        &[
            "Se loger au bourg: Zoé Lanteri",
            "Marcher la nuit: Luc Perrot",
            "Manger à sa faim: Ève Tarn",
            "Dormir dehors: Ysoria Belkant",
            "Exposés parallèles: ",
            "Garder les haies du bourg: Paul Roc",
            "Planter les haies du port: Ysor Tamalet",
            "Tailler les haies : quand et comment: Anne Val",
        ],
    );
    // Where other talks are not written so, such a line is people of the session.
    let lone = "11h Exposés parallèles\n\nPaul Roc, Ville d'Orn : Garder les haies du bourg\n";
    check_people(lone, &["Exposés parallèles: "]);
}

#[test]
fn an_hour_inside_a_bracket_that_a_line_closes_is_no_slot() {
    let text = "Les paniers arrivent plus tard (17h40 au lieu\nde 17h15). Luc va donc écrire au président.\n";
    check_people(text, &[]);
    check_people("(de 17h15 à 18h) Réparer un vélo\n", &["Réparer un vélo: "]);
}

#[test]
fn names_may_head_what_their_bearers_say() {
    let said = "« Nous avons commencé par ouvrir le jardin aux voisins, puis aux écoles du bourg, et chacun a pris une parcelle. »";
    let numbered = [
        "1. Zoé Lanteri, artiste",
        "2. Luc Perrot, fondateur du jardin des quais",
        "3. Ève Tarn, médiatrice",
        "Paul Roc, Ville d'Orn, en charge des arbres",
    ];
    let text = numbered.map(|line| format!("{line}\n\n{said}\n\n")).concat();
    check_people(
        &text,
        &[
            "Zoé Lanteri, artiste: Zoé Lanteri",
            "Luc Perrot, fondateur du jardin des quais: Luc Perrot",
            "Ève Tarn, médiatrice: Ève Tarn",
            "Paul Roc, Ville d'Orn, en charge des arbres: Paul Roc",
        ],
    );
    let bold = [
        "**Zoé Lanteri, Ferme du gué**",
        "**Luc Perrot- Rucher du port**",
        "**Ève Tarn, pain fermier**",
    ];
    let text = bold.map(|line| format!("{line}\n\n{said}\n\n")).concat();
    check_people(
        &text,
        &[
            "Zoé Lanteri, Ferme du gué: Zoé Lanteri",
            "Luc Perrot- Rucher du port: Luc Perrot",
            "Ève Tarn, pain fermier: Ève Tarn",
        ],
    );
}

#[test]
fn lines_in_bold_may_head_the_text_right_below() {
    let said = "Le bureau a rangé les caisses et cherche un réfrigérateur pour l'été.";
    let text = ["Local :", "Départ de la trésorière", "Prochain salon"]
        .map(|title| format!("**{title}**\n{said}\n\n"))
        .concat();
    check_people(&text, &["Local: ", "Départ de la trésorière: ", "Prochain salon: "]);
    // A line that returns is who speaks.
    let turns = ["Le médecin", "La patiente", "Le médecin", "La patiente", "Le médecin"]
        .map(|voice| format!("**{voice}**\n{said}\n\n"))
        .concat();
    check_people(&turns, &[]);
}

#[test]
fn an_aside_in_bold_heads_nothing() {
    check_people("**(Exposé 4 et atelier 3)**\n\nTexte.\n", &[]);
    check_people("**Rapporteure : présidente du comité**\n\nTexte.\n", &[]);
    let added = "**Comment se loger au bourg ?** (débat)\n\nTexte.\n";
    check_people(added, &["Comment se loger au bourg ? (débat): "]);
    let ranked = "**2e temps : comment se loger ?** (débat)\n\nTexte.\n";
    check_people(ranked, &["2e temps : comment se loger ? (débat): "]);
    check_people("**Ysoria Belkant** (CNRS)\n\nTexte.\n", &[]);
}

#[test]
fn cells_of_a_row_may_be_parted_by_semicolons() {
    check_people(
        "9h;Accueil;;\n9h30;Boire l'eau du puits;Zoé LANTERI;CNRS\n10h;Curer les mares;Luc PERROT;Ville d'Orn\n",
        &["Accueil: ", "Boire l'eau du puits: Zoé Lanteri", "Curer les mares: Luc Perrot"],
    );
}

#[test]
fn hours_may_be_defined_by_what_stands_below() {
    check_people(
        "9h30\n:   Ouverture — Zoé Lanteri, maire d'Orn\n\n10h\n:   Habiter le bourg — Luc Perrot (CNRS)\n",
        &["Ouverture: Zoé Lanteri", "Habiter le bourg: Luc Perrot"],
    );
}

#[test]
fn an_hour_may_be_cut_from_what_follows_it() {
    check(
        "09h00\n– 09h30 – Intervention de Zoé LANTERI – Présidente\nde la fédération\n09h30\n– Présentation du bilan des\nRivières – Luc PERROT, trésorier\n10h\n- Échanges\n",
        &[
            "session Intervention de Zoé LANTERI – Présidente de la fédération 09:00",
            "session Présentation du bilan des Rivières 09:30",
            "session Échanges 10:00",
        ],
    );
    // Several items go on meanwhile.
    check("14h\n- Atelier des mares\n- Atelier des haies\n", &[]);
    check("14h\n- sur rendez-vous\n", &[]);
}

#[test]
fn a_label_may_be_cut_from_its_number_or_its_title() {
    check(
        "9h – 10h\nPlateau\n1 : Se loger pour la vie\n10h – 11h\nPlateau 2 :\nManger au bourg\n11h – 12h\nPlateau 3 : Lire\n",
        &[
            "roundtable 1 Se loger pour la vie 09:00",
            "roundtable 2 Manger au bourg 10:00",
            "roundtable 3 Lire 11:00",
        ],
    );
}

#[test]
fn a_quoted_title_below_vouches_for_any_name() {
    check_people(
        "9h30-10h : Ysoria Belkant (Ville d'Orn)\n« Que garder d'une mairie ? »\n\n10h-10h30 : Grand Débat\n« Que garder d'une école ? »\n",
        &["« Que garder d'une mairie ? »: Ysoria Belkant", "Grand Débat: "],
    );
}

#[test]
fn many_people_may_be_announced_after_a_quoted_title() {
    let people = "animée par Zoé Lanteri (Université d'Orn), avec Ysoria Belkant (Université d'Orn, Institut des sciences de l'eau), Luc Perrot (Centre de recherche sur les rivières et les mares), Ève Tarn (École des arts d'Orn)";
    let title = "Ce que les rivières disent des villes : regards croisés";
    let found = format!("{title}: Zoé Lanteri, Ysoria Belkant, Luc Perrot, Ève Tarn");
    check_people(&format!("16h-17h : Table ronde : « {title} », {people}\n"), &[&found]);
    let told = "16h-17h : « Les rivières » est le nom d'un lieu que l'on atteint par la rive gauche, en marchant longtemps sous les saules, puis en passant le gué que les bergers ont fait, puis le pont de bois que la crue de l'an dernier a laissé debout, puis la ferme où l'on attendra les derniers marcheurs avant de repartir vers le bourg.\n";
    check_people(told, &[]);
}

#[test]
fn a_date_and_hours_may_stand_below_a_label() {
    check(
        "Séance 1 (en ligne). Se loger\n\n13 avril – 10h.-12h.\nTexte.\n\nSéance 2. Manger\n\nMardi 1er juin, 14h-16h, salle 3\nTexte.\n\nSéance 3. Lire\n\n12 mai : les inscriptions ferment.\n",
        &[
            "session 1 Se loger 2020-04-13 10:00",
            "session 2 Manger 2020-06-01 14:00",
            "session 3 Lire",
        ],
    );
}

#[test]
fn talks_stand_below_the_date_of_a_session() {
    let session = "Séance 2. Manger\n\n1er juin, 14h-16h\n";
    check_people(
        &format!(
            "{session}Ysoria Belkant (CNRS), Les marchés du bourg. Une enquête\nLuc Perrot (Ville d'Orn), Ce que mangent les écoles\n"
        ),
        &[
            "Manger: ",
            "Les marchés du bourg. Une enquête: Ysoria Belkant",
            "Ce que mangent les écoles: Luc Perrot",
        ],
    );
    check_people(
        &format!("{session}Luc Perrot (CNRS), Directeur du laboratoire des eaux\n"),
        &["Manger: "],
    );
}

#[test]
fn items_may_open_with_who_speaks_before_a_quoted_title() {
    check_people(
        "- ++ **Zoé Lanteri**, *\"Ce que disent les \"gens du quai\" à la mairie\"* : urbaniste à Orn\n- **Ysoria Belkant**, « Marcher dans le bourg »\n",
        &[
            "Ce que disent les \"gens du quai\" à la mairie: Zoé Lanteri",
            "Marcher dans le bourg: Ysoria Belkant",
        ],
    );
    // A publisher and a year follow the title of a work.
    check_people(
        "- Zoé Lanteri, « Habiter la vieille ville », Revue d'Orn, 2012\n- Luc Perrot, « Marcher dans le bourg » (Presses d'Orn, 2014)\n",
        &[],
    );
}

#[test]
fn a_line_above_who_leads_is_a_title() {
    let led = "Séminaire de recherche organisé par Zoé Lanteri (CNRS).";
    check(
        &format!(
            "Séminaires\n\nLes mercredis du fleuve. Récits et cartes (XVIIIe siècle)\n\n{led}\n"
        ),
        &["section Les mercredis du fleuve. Récits et cartes (XVIIIe siècle)"],
    );
    check(&format!("Séminaires\n\nNous serons nombreux.\n\n{led}\n"), &[]);
    let told = "Ce repas est organisé par la ville.";
    check(&format!("Séminaires\n\nLes mercredis du fleuve\n\n{told}\n"), &[]);
}

#[test]
fn hours_in_full_open_items() {
    check_people(
        "- 18 heures, ouverture : \"Rebâtir le pont\", par le général Ysor Belkant, en charge du chantier ;\n- 20 heures : \"Lire la nuit\", par Zoé Lanteri, Gouverneure de la Caisse d'Orn ;\n- 12 heures, dont dix à distance\n",
        &["ouverture : \"Rebâtir le pont\": Ysor Belkant", "Lire la nuit: Zoé Lanteri"],
    );
}
