//! Programmes where hours, labels, titles and people are cut apart or run on.

use super::*;

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

#[test]
fn sessions_may_run_on_in_one_line() {
    check(
        "jeudi 12 mars 9h Accueil du public 9h30 Mots d'accueil Zoé Lanteri, maire d'Orn Luc Perrot, préfet\n\n10h20 Ouverture de la salle 11h Discours de Zoé Lanteri, maire d'Orn\n",
        &[
            "break Accueil du public 2020-03-12 09:00",
            "address Mots d'accueil 2020-03-12 09:30",
            "address Ouverture de la salle 2020-03-12 10:20",
            "address Discours de Zoé Lanteri, maire d'Orn 2020-03-12 11:00",
        ],
    );
    check(
        "9:00 Accueil du public 9:30 Se loger au bourg\n",
        &["break Accueil du public 09:00", "session Se loger au bourg 09:30"],
    );
    check("Ouvert le matin dès 9h Lundi 14h Mardi\n", &[]);
    check("9h Lundi 14h Mardi\n", &["session Lundi 14h Mardi 09:00"]);
}

#[test]
fn hours_and_a_place_may_follow_a_dated_title() {
    check(
        "**Mardi 11 septembre 2018** : Réunion de rentrée - 10h-12h - salle 24\n\n**Lundi 5 décembre 2018** : Se loger au bourg\n\n**Mardi 18 décembre 2018 de 9h à 11h** : Lire une carte\n",
        &[
            "session Réunion de rentrée 2018-09-11 10:00",
            "session Se loger au bourg 2018-12-05",
            "session Lire une carte 2018-12-18 09:00",
        ],
    );
    // Days of a story have no hours.
    check(
        "**Mardi 11 septembre 2018** : La halle a rouvert.\n\n**Lundi 5 décembre 2018** : Se loger au bourg\n",
        &[],
    );
}

#[test]
fn authors_after_an_hour_stand_before_a_title_in_emphasis() {
    check_people(
        "- **9h - 9h30** **Ysoria Belkant**, Zoé Lanteri et Oriel Carvin, _Habiter la ville à plusieurs_ (prix d'Orn), dans :\n- **10h** **Ysoria Belkant**, _Directrice du musée d'Orn_\n",
        &[
            "Habiter la ville à plusieurs: Ysoria Belkant, Zoé Lanteri, Oriel Carvin",
            "Ysoria Belkant, Directrice du musée d'Orn: ",
        ],
    );
}

#[test]
fn words_that_lead_to_more_are_no_part_of_a_title() {
    check(
        "**9h-10h** - Se loger au bourg - [Plus d'infos](a.html)\n\n**10h-11h** - Se loger - [Manger au bourg](b.html)\n",
        &["session Se loger au bourg 09:00", "session Se loger - Manger au bourg 10:00"],
    );
}

#[test]
fn short_lines_alone_are_headings_in_a_text_without_marks() {
    let prose = "La commune a ouvert un guichet où chacun est reçu sans rendez-vous.";
    let text = format!(
        "Notes du conseil.\n\nLocal\n\n- un bail\n- une clé\n\nMatériel prêté\n\n{prose}\n\nAmphithéâtre du quai\n\n{prose}\n\nVaria\n\n{prose}\n"
    );
    check(&text, &["section Local", "section Matériel prêté", "section Varia"]);
    check("Notes du conseil.\n\nLocal\n\n- un bail\n\nVaria\n\nLe chat dort.\n", &[]);
}

#[test]
fn a_deadline_is_no_session() {
    check(
        "- **13 mai 2018 : date limite d'envoi.**\n- **14 mai 2018 : Clôture des inscriptions**\n- **15 mai 2018 : Se loger au bourg**\n",
        &["session Se loger au bourg 2018-05-15"],
    );
}

#[test]
fn a_label_vouches_for_a_single_talk() {
    let talk = "- Zoé Lanteri (CNRS) : Le mot et le gué\n";
    check_people(&format!("Exposés :\n{talk}"), &["Le mot et le gué: Zoé Lanteri"]);
    check_people(&format!("Matériel :\n{talk}"), &[]);
}
