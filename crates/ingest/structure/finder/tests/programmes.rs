//! Programmes as they are laid out: where hours, titles and people stand.

use super::*;

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
fn who_speaks_for_a_body_may_stand_before_a_title() {
    let talks = "- 9h30 RETOURS\n\n- **Ville d'Orn, Zoé Lanteri** : **Refaire les quais du port\n- **Le Gué, Luc Perrot** : Tenir une buvette à trois\n";
    check_people(
        talks,
        &[
            "RETOURS: ",
            "Refaire les quais du port: Zoé Lanteri",
            "Tenir une buvette à trois: Luc Perrot",
        ],
    );
    // What stands after the colon is what they are, or no title.
    check_people(
        "- 9h30 RETOURS\n\n- Ville d'Orn, Zoé Lanteri : Directrice des quais du port\n- Le Gué, Luc Perrot : buvette\n",
        &["RETOURS: "],
    );
}

#[test]
fn a_quotation_in_bold_below_tells_what_a_series_is_this_time() {
    check(
        "14h30 et 16h : _Lire au gué_\n**« Les ponts d'Orn »**\nSalle verte\n",
        &["session Lire au gué « Les ponts d'Orn » 14:30"],
    );
    check(
        "14h30 : _Lire au gué_\n« Les ponts d'Orn » sont ouverts à tous.\n",
        &["session Lire au gué 14:30"],
    );
}

#[test]
fn a_full_stop_may_part_a_talk_from_who_holds_it() {
    let talks = "- Habiter les gués : une enquête. Zoé Lanteri, Luc Perrot (Centre de recherche sur les rivières et les mares d'Orn).\n- Faut-il lire au gué ? Nadia Ferrouk (Institut des sciences de l'eau, université d'Orn).\n";
    let people = [
        "Habiter les gués : une enquête: Zoé Lanteri, Luc Perrot",
        "Faut-il lire au gué ?: Nadia Ferrouk",
    ];
    check_people(
        &format!("Le 3 mai, 13h-16h, au bourg d'Orn : lire ensemble.\n\n{talks}"),
        &people,
    );
    check_people(
        &format!("## Communications\n\n{talks}"),
        &["Communications: ", people[0], people[1]],
    );
    check_people(&format!("## Bibliographie\n\n{talks}"), &["Bibliographie: "]);
}

#[test]
fn hours_between_two_lists_part_them() {
    let text = "9h30 - 10h30 **Paroles**\n\n* Se loger par **Zoé Lanteri**, juriste\n* Se nourrir par **Luc Perrot**, cuisinier\\\n  \\\n  10h30 - 12h **Villages**\n* **Orn**, Pays Vert\n* **Marn**, Pays Bleu\n";
    check_people(
        text,
        &["Paroles: ", "Se loger: Zoé Lanteri", "Se nourrir: Luc Perrot", "Villages: "],
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
fn items_in_bold_may_open_with_their_day() {
    check(
        "## Calendrier\n\n- **14 février 2023 - Lire une carte**\n    - Format : atelier\n- **2 mars 2023 – Dessiner un plan**\n    - Format : cours\n",
        &[
            "section Calendrier",
            "session Lire une carte 2023-02-14",
            "session Dessiner un plan 2023-03-02",
        ],
    );
    // A day in bold says when, and what follows it no title.
    check("## Agenda\n\n- **14 février 2023** - envoi des convocations\n", &["section Agenda"]);
}

#[test]
fn who_is_to_speak_is_no_heading() {
    let text = "La ville reçoit les départements.\n\nAux côtés de Zoé Lanteri, interviendront :\n\n- Luc PERROT, maire d'Orn\n- Ève TARN, juriste\n";
    check(text, &[]);
}

#[test]
fn what_a_paragraph_opens_with_is_the_title_of_the_hours_above() {
    let told = "nous avons suivi la berge jusqu'au pont, puis le sentier qui mène au moulin, où le gardien nous attendait.";
    check(
        &format!("**9h-10h**\n\nVisite du quai : {told}\n\n**10h-11h**\n\nAccueil des groupes\n"),
        &["session Visite du quai 09:00", "session Accueil des groupes 10:00"],
    );
    check(&format!("**9h-10h**\n\nMatin, au quai : {told}\n"), &[]);
}

#[test]
fn a_rank_is_enough_for_an_item_with_its_hour() {
    check(
        "- 14h - 14h30 : Accueil\n- 14h30 - 15h45 : Atelier n°1 (trois groupes)\n- 15h45 - 17h : Atelier 2\n",
        &["break Accueil 14:00", "workshop 1 14:30", "workshop 2 15:45"],
    );
}

#[test]
fn a_pause_may_give_its_hour_last_beside_timed_lines() {
    check(
        "buffet à 16h15\n17h : Se loger au bourg\n",
        &["break buffet 16:15", "session Se loger au bourg 17:00"],
    );
    check("buffet à 16h15\nvenez avec une tasse\n", &[]);
    check(
        "lettre ouverte à 16h15\n17h : Se loger au bourg\n",
        &["session Se loger au bourg 17:00"],
    );
}

#[test]
fn titles_that_end_with_brackets_vouch_for_the_names_in_them() {
    let three =
        "9h : Se loger (Z. Lanteri, CNRS)\n9h30 : Manger (L. Perrot)\n10h : Boire (È. Tarn)\n";
    let last = "10h30 : Marcher (Ysoria Belkant, Lot 2)\n";
    check_people(
        &format!("{three}{last}"),
        &["Se loger: Z. Lanteri", "Manger: L. Perrot", "Boire: È. Tarn", "Marcher: Ysoria Belkant"],
    );
    check_people(last, &["Marcher (Ysoria Belkant, Lot 2): "]);
}

#[test]
fn an_hour_glued_to_a_word_ends_no_range() {
    // What is cut from the end of the title is not cut from its start.
    check("- de 14h à 16hdistinguer (régie, puis délégation), et conclure ;\n", &[]);
}
