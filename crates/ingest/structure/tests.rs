//! Whole texts, and what is found in them.

mod layouts;

use proptest::prelude::*;

use super::*;

/// Sections and furniture are made of the source's lines: each must be there, once.
fn check_nothing_is_lost(text: &str) {
    let document = structure("a.txt", "a.txt", text);
    let sections = document.sections.iter().map(|section| section.text.as_str());
    let furniture = document.furniture.iter().map(|furniture| furniture.text.as_str());
    let mut found: Vec<&str> = sections.chain(furniture).flat_map(cut).collect();
    let mut expected = cut(text);
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "in {text:?}");
}

fn cut(text: &str) -> Vec<&str> {
    lines(text).into_iter().map(|line| &text[line.span]).collect()
}

proptest! {
    #[test]
    fn nothing_of_an_arbitrary_text_is_lost(text in "(?s).{0,300}") {
        check_nothing_is_lost(&text);
    }

    #[test]
    fn nothing_of_a_structured_text_is_lost(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)
    ) {
        check_nothing_is_lost(&parts.concat());
    }
}

const PARTS: &[&str] = &[
    "Atelier 4\n",
    "Accueillir sans trier\n",
    "\n",
    "\n\n",
    "Mots clés : accueil, écoute\n",
    "\x0c",
    "Zoé LANTERI, directrice du CCAS\n",
    "## Clôture\n",
    "9h15-10h30 **Conférence**\n",
    "\tLundi 5\n",
    "\tMardi 6\n\tMercredi 7\n",
    "\t\n09 h 00\n",
    "\tRepas\n",
    "Sommaire\nAvant-propos\t5\nClôture\t9\n",
    "De g. à dr. :\n",
    "Zoé LANTERI\n",
    "---\n",
    "title: Note\n",
    "12\n",
    "— 4 —\n",
    "Références\n",
    "Les agents de la ville accueillent les habitants dans les mairies de quartier. ",
    "Avec Luc PERROT et Ève TARN\r\n",
    "| Heure | Titre |\n|---|---|\n| 9h | Lire |\n",
    "<table><caption><h4>Matinée</h4></caption>\n",
    "<thead><tr><th>Heure</th>\n<th>Titre</th></tr>\n",
    "<tr>\n<td rowspan=\"2\">9h</td>",
    "<td colspan=3>Lire\n",
    "</td></tr><tr><td>10h</td>\n<td>Pause</td></tr>\n",
    "</table>\n",
];

#[test]
fn a_workshop_has_its_title_keywords_and_speakers() {
    let text = "Thème 1 | Habiter\n\nAtelier 4\n\nSe loger\nà plusieurs\n\nMots clés : bail, voisins\n\nZoé LANTERI, directrice du CCAS\n\nLuc PERROT, agent\nde la ville d'Orn\n\nL'atelier a réuni trente agents.\n";
    let document = structure("a.txt", "a.txt", text);
    let workshop = document.section("atelier-4").unwrap();
    assert_eq!(workshop.title.as_deref(), Some("Se loger à plusieurs"));
    assert_eq!(workshop.theme.as_deref(), Some("Thème 1 | Habiter"));
    assert_eq!(workshop.keywords.len(), 2);
    let roles: Vec<&str> =
        workshop.speakers.iter().filter_map(|speaker| speaker.role.as_deref()).collect();
    assert_eq!(roles, ["directrice du CCAS", "agent de la ville d'Orn"]);
    assert!(workshop.text[workshop.head..].trim().starts_with("L'atelier"));
}

fn people(text: &str) -> Vec<String> {
    let people = structure("a.md", "a.md", text).people;
    people.into_iter().map(|person| person.name).collect()
}

#[test]
fn names_in_bold_all_along_a_text_are_of_people_who_appear() {
    let line = |name: &str| {
        format!(
            "La journée se poursuit avec un exposé remarqué où **{name}** dira ce que la ville a tenté.\n\n"
        )
    };
    let names = ["Zoé Lanteri", "Luc Perrot", "Nadia Ferrouk"];
    let text: String = names.map(line).concat();
    assert_eq!(people(&text), names);
    assert!(people(&line("Zoé Lanteri")).is_empty(), "once may be mere emphasis");
}

#[test]
fn an_item_is_no_employer_of_the_one_above() {
    let text = "14h-15h30\n\n**Retours de terrain**\n\n- **Luc Perrot**\n- **Ysoria Belkant**\n- **Zoé Lanteri**\n";
    assert_eq!(people(text), ["Luc Perrot", "Ysoria Belkant", "Zoé Lanteri"]);
}

#[test]
fn an_office_may_stand_between_an_announcement_and_a_name() {
    let text = "Le conseil s'est réuni sous la présidence du Maire, Luc PERROT.\n";
    assert_eq!(people(text), ["Luc Perrot"]);
}

#[test]
fn a_heading_may_say_whose_speech_it_is_about() {
    assert_eq!(people("## Conférence inversée de Zoé Lanteri\n\nTexte.\n"), ["Zoé Lanteri"]);
    assert!(people("## Conférence de Saint-Orn\n\nTexte.\n").is_empty());
    let told = "## [Zoé Lanteri](https://fr.wikipedia.org/wiki/Zoé_Lanteri)\n\nTexte.\n";
    assert!(people(told).is_empty(), "an encyclopedia tells about people");
}

#[test]
fn a_role_may_stand_between_an_announcement_and_a_name() {
    let text = "- 20h : échange avec la réalisatrice Zoé Lanteri\n";
    assert_eq!(people(text), ["Zoé Lanteri"]);
}

#[test]
fn the_hours_of_an_event_are_those_of_the_whole() {
    let text = "---\ntitle: Habiter\ndateLabel: jeudi 28 mars de 14h à 17h\n---\n\n## Table ronde 1 à 14h30 : se loger\n\nTexte.\n";
    let document = structure("a.md", "a.md", text);
    assert_eq!(document.slots[0].0.to_string(), "14:00");
    let session = document.section("table-ronde-1").unwrap();
    assert_eq!(session.start.map(|time| time.to_string()).as_deref(), Some("14:30"));
    assert_eq!(session.title.as_deref(), Some("se loger"));
}

#[test]
fn numbers_of_a_register_head_what_they_number() {
    let text = "136-04-2026\nAdoption de l'ordre du jour\nATTENDU QUE la séance est ouverte ;\n\n159-04-2026\nAvis de motion, grilles des usages,\nRO-2 et RO-3\n\nTexte.\n";
    let document = structure("a.txt", "a.txt", text);
    let titles: Vec<&str> =
        document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    assert_eq!(
        titles,
        ["Adoption de l'ordre du jour", "Avis de motion, grilles des usages, RO-2 et RO-3"]
    );
}

#[test]
fn a_table_below_a_flattened_timetable_is_read_once() {
    let text = "\tMardi\n\tMercredi\n\tJeudi\n\t9h\n\tHabiter\n\n| Heure | Titre |\n|---|---|\n| 9h | Se loger |\n\nTexte.\n";
    let document = structure("a.md", "a.md", text);
    let titles: Vec<&str> =
        document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    assert_eq!(titles, ["Habiter", "Se loger"]);
    assert!(document.sections.iter().all(|section| !section.text.is_empty()));
}

#[test]
fn a_text_without_structure_is_one_section() {
    let document = structure("a.txt", "a.txt", "il pleut sur la ville.\n");
    assert_eq!(document.sections.len(), 1);
    assert_eq!(document.sections[0].kind, glane_document::SectionKind::Other);
}

#[test]
fn an_empty_text_has_no_section() {
    assert_eq!(structure("a.txt", "a.txt", "").sections, []);
}

#[test]
fn a_column_of_names_is_one_of_people_whatever_its_header() {
    let text = "| Horaire | Activité | Référent |\n|---|---|---|\n|9h|Habiter|Zoé Lanteri|\n|10h|Manger|Luc Perrot et Ève Tarn|\n|11h|Pause||\n";
    assert_eq!(people(text), ["Zoé Lanteri", "Luc Perrot", "Ève Tarn"]);
}

#[test]
fn names_in_emphasis_end_a_heading() {
    let text = "### R5. Archivage. *Y. Belkant et L. Perrot*\n\nTexte.\n";
    let document = structure("a.md", "a.md", text);
    assert_eq!(document.sections[0].title.as_deref(), Some("R5. Archivage"));
    assert_eq!(people(text), ["Y. Belkant", "L. Perrot"]);
    assert!(people("### Lire *Le Rouge et le Noir*\n\nTexte.\n").is_empty());
}

#[test]
fn names_in_bold_stand_before_a_title_in_emphasis() {
    let text = "10h-11h **Ysoria Belkant**, *Habiter la ville / se loger*\n";
    let document = structure("a.md", "a.md", text);
    assert_eq!(document.sections[0].title.as_deref(), Some("Habiter la ville / se loger"));
    assert_eq!(people(text), ["Ysoria Belkant"]);
}

#[test]
fn names_alone_in_a_list_have_their_roles_below() {
    let text = "Les intervenants\n\nZoé Lanteri\n\nPrésidente du groupe de travail.\n\nLuc Perrot\n\nGrand témoin, maître de conférences à Orn et Science Po.\n\nLa séance a réuni soixante personnes.\n";
    assert_eq!(people(text), ["Zoé Lanteri", "Luc Perrot"]);
}

#[test]
fn a_text_that_often_reports_speech_is_read_as_minutes() {
    let lines = ["demande si le budget suffit", "répond que oui", "précise la date", "conclut"];
    let names = ["Zoé Lanteri", "Luc Perrot", "Zoé Lanteri", "Ève Tarn"];
    let said = |(name, says): (&&str, &&str)| format!("{name} {says}.\n\n");
    let text: String = names.iter().zip(&lines).map(said).collect();
    assert_eq!(people(&text), ["Zoé Lanteri", "Luc Perrot", "Ève Tarn"]);
    assert!(people("Zoé Lanteri demande si le budget suffit.\n").is_empty(), "once is prose");
}

#[test]
fn an_item_may_go_on_after_its_label_and_title() {
    let text = "Programme\n\n- Atelier 1 : Se loger ? Zoé Lanteri (médiathèque d'Orn) et Luc Perrot (médiathèques de Bray) nous feront part de leurs projets, menés avec les habitants du quartier depuis trois ans.\n";
    let document = structure("a.md", "a.md", text);
    let workshop = document.section("atelier-1").unwrap();
    assert_eq!(workshop.title.as_deref(), Some("Se loger ?"));
    assert_eq!(workshop.speakers.len(), 2);
}

#[test]
fn items_that_end_with_names_are_sessions() {
    let text = "- Se loger à Orn : Zoé Lanteri\n- La démarche ouverte de la ville, Ysoria Belkant\n- Manger bio à la cantine, Luc Perrot (Ville d'Orn)\n";
    let document = structure("a.md", "a.md", text);
    assert_eq!(document.sections.len(), 3);
    assert_eq!(people(text), ["Zoé Lanteri", "Ysoria Belkant", "Luc Perrot"]);
    let list = "- Zoé Lanteri, directrice de la ville\n- Luc Perrot, agent de la ville\n";
    assert_eq!(structure("a.md", "a.md", list).sections.len(), 1, "people are no sessions");
}

#[test]
fn brackets_list_who_organises() {
    let text = "Ces journées sont co-organisées par les actions « Images » (P. Tarn, Z. Lanteri) et « Sols » (L. Perrot, Y. Belk).\n";
    assert_eq!(people(text).len(), 4);
}

#[test]
fn columns_of_spaces_part_names_from_bodies() {
    assert!(
        people("Zoé                 CCAS, Orn\nLuc                 PERROTIN, Bray\n").is_empty()
    );
}

#[test]
fn the_front_matter_may_announce_people_in_a_sentence() {
    let text = "---\ntitle: Habiter\nsubTitle: 'avec Zoé Lanteri, historienne, animée par Luc Perrot'\n---\n\nTexte.\n";
    assert_eq!(people(text), ["Zoé Lanteri", "Luc Perrot"]);
}

#[test]
fn names_with_their_bodies_may_open_a_heading() {
    assert_eq!(people("### Zoé Lanteri (Ville d'Orn) — Se loger\n\nTexte.\n"), ["Zoé Lanteri"]);
    assert!(people("### Zoé Lanteri (1912-1954) — Une vie\n\nTexte.\n").is_empty());
}

#[test]
fn who_speaks_may_stand_between_the_time_and_the_title() {
    let text = "9h30 Ysoria Belkant (CNRS) et Zoé Lanteri (Ville d'Orn)\nHabiter la ville, retour d'expérience\n\n10h30 Pause\n";
    let document = structure("a.md", "a.md", text);
    let title = document.sections[0].title.as_deref();
    assert_eq!(title, Some("Habiter la ville, retour d'expérience"));
    assert_eq!(people(text), ["Ysoria Belkant", "Zoé Lanteri"]);
}

#[test]
fn a_quoted_title_then_names_is_a_session() {
    let text = "Programme\n\n“Habiter la ville”, Ysoria Belkant, Laboratoire d'Orn\n\n« Manger bio à la cantine » par Luc Perrot\n";
    let document = structure("a.md", "a.md", text);
    let titles: Vec<&str> =
        document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    assert_eq!(titles, ["Programme", "Habiter la ville", "Manger bio à la cantine"]);
    assert_eq!(people(text), ["Ysoria Belkant", "Luc Perrot"]);
    assert!(people("« Se loger », Le Monde, 2019.\n").is_empty());
}

#[test]
fn headings_in_small_letters_are_names_where_three_are_known() {
    let text = "# colloque\n\n## luc perrot\n\nles jeunes lisent moins\n\n## ysor belkant, ville d'orn\n\ntout dépend du quartier\n\n## anne val (cnrs)\n\nl'enquête continue\n\n## vie privée\n\n## paul roc\n\nà suivre\n";
    let found = |text: &str| -> Vec<String> {
        structure("a.md", "a.md", text).people.into_iter().map(|person| person.name).collect()
    };
    assert_eq!(found(text), ["Luc Perrot", "Ysor Belkant", "Anne Val", "Paul Roc"]);
    assert_eq!(found(&text.replace("paul roc", "suite").replace("anne val", "bilan")), [""; 0]);
}

#[test]
fn headings_that_are_names_vouch_for_the_others_where_talks_are_told() {
    let talk = |heading: &str, said: &str| format!("## {heading}\n\nUn propos qui {said}.\n\n");
    let said = "a fait l'objet d'une présentation";
    let headings = [
        "Zoé Lanteri",
        "Luc Perrot (Ville d'Orn)",
        "Ève Tarn",
        "Ysoria Belkant",
        "Paul Roc - Se loger",
    ];
    let text: String = headings.iter().map(|heading| talk(heading, said)).collect();
    assert_eq!(people(&text).len(), 5);
    let course: String = headings.iter().map(|heading| talk(heading, "date de 1912")).collect();
    assert!(people(&course).len() < 5);
}

#[test]
fn a_line_alone_in_a_section_gives_its_hours() {
    let text = "## Lire en commun\n\nOn lira ensemble, à voix haute, ce que chacun apporte.\n\nConférence de 17h à 18h.\n\n## Coudre\n\nAtelier de 9h à 10h\n\nAtelier de 10h à 11h\n";
    let document = structure("a.md", "a.md", text);
    let starts: Vec<_> = document.sections.iter().map(|section| section.start).collect();
    assert_eq!(
        starts.iter().map(|start| start.map(|at| at.hour)).collect::<Vec<_>>(),
        [Some(17), None]
    );
}

#[test]
fn labelled_points_are_parts_of_minutes() {
    let list = "1. **Budget** : M. Perrot présente les comptes de l'année écoulée.\n\n2. **École**: la cour sera plantée au printemps prochain.\n\n3. **Voirie.** La rue du Port est refaite, le quai le sera.\n";
    let titles = |text: &str| -> Vec<String> {
        let sections = structure("a.md", "a.md", text).sections.into_iter();
        sections.filter(|one| one.number.is_some()).filter_map(|one| one.title).collect()
    };
    let minutes = format!("Compte rendu de la réunion du 3 juin 2021\n\n{list}");
    assert_eq!(titles(&minutes), ["Budget", "École", "Voirie"]);
    let document = structure("a.md", "a.md", &minutes);
    let budget = document.sections.iter().find(|one| one.number.as_deref() == Some("1")).unwrap();
    assert_eq!(budget.speakers[0].name, "Perrot");
    assert_eq!(titles(&format!("Trois conseils\n\n{list}")), [""; 0]);
    check_nothing_is_lost(&minutes);
}

#[test]
fn participants_of_a_meeting_are_present_and_those_of_a_programme_speak() {
    let list = "Participants : Zoé Lanteri (Ville d'Orn), Luc Perrot, Ève Tarn\n";
    assert!(people(&format!("Compte rendu de la réunion du 3 juin 2021\n\n{list}")).is_empty());
    assert!(!people(&format!("Programme du 3 juin 2021\n\n{list}")).is_empty());
}

#[test]
fn a_meeting_and_its_day_title_minutes() {
    let told = "Il fait froid, comme l'a précisé Zoé Lanteri.\n";
    let minutes = format!("---\ntitle: Comité du bourg du 3 mai 2018\n---\n\n## Le bal\n\n{told}");
    assert_eq!(people(&minutes), ["Zoé Lanteri"]);
    assert!(people(&minutes.replace("Comité", "Chronique")).is_empty());
}

#[test]
fn hours_share_one_mark() {
    let text = "Chaque vendredi, entre 14 et 15h, est organisé le séminaire.\n";
    let slots = structure("a.md", "a.md", text).slots;
    assert_eq!(slots[0].0.to_string(), "14:00");
}

#[test]
fn short_lines_alone_above_paragraphs_are_headings_where_they_return() {
    let part = |title: &str| {
        format!(
            "{title}\n\nLe conseil a examiné ce point pendant une heure, et les habitants présents ont pu poser leurs questions au maire.\n\n"
        )
    };
    let titles = ["Élection du maire", "Les huit adjoints élus", "Lecture de la charte"];
    let text: String = titles.iter().map(|title| part(title)).collect();
    let text = format!("Premier conseil municipal\n\n{text}");
    let document = structure("a.txt", "a.txt", &text);
    let found: Vec<&str> =
        document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    assert!(titles.iter().all(|title| found.contains(title)), "{found:?}");
    let once = structure("a.txt", "a.txt", &format!("Bonjour à tous.\n\n{}", part(titles[0])));
    assert_eq!(once.sections.len(), 1, "once is no habit");
}

#[test]
fn a_place_after_a_time_is_no_title() {
    let text = "## 18 janvier 2023, Ysoria Belkant\n\n14h-16h, salle Louise MARN (U205) – 29, rue d'Orn (2ème étage)\n\nTexte.\n";
    let document = structure("a.md", "a.md", text);
    assert_eq!(document.sections.len(), 1);
    assert_eq!(people(text), ["Ysoria Belkant"]);
}

#[test]
fn a_presentation_may_be_of_something_by_somebody() {
    let text =
        "- 14h : Présentation de l'école par Zoé Lanteri, directrice, et Luc Perrot, enseignant\n";
    assert_eq!(people(text), ["Zoé Lanteri", "Luc Perrot"]);
}

const HTML_TABLE: &str = "# Mardi 3 juin 2025\n\n<table>\n<caption><h4>Matinée</h4></caption>\n<thead>\n<tr>\n<th>Horaire</th>\n<th>Intervenante</th>\n</tr>\n</thead>\n<tr>\n<td>9h</td>\n<td>YSORIA BELKANT - <i>Se loger</i></td>\n</tr>\n<tr>\n<td>10h</td>\n<td>SIRINé MARN DORIC - <i>Lire</i></td>\n</tr>\n</table>\n\n---\n\nTexte.\n";

#[test]
fn a_table_in_html_is_below_its_caption_and_each_row_keeps_its_lines() {
    let document = structure("a.md", "a.md", HTML_TABLE);
    let found: Vec<(&str, u32, u32)> = document
        .sections
        .iter()
        .filter_map(|section| {
            Some((section.title.as_deref()?, section.first_line, section.last_line))
        })
        .collect();
    assert_eq!(found, [("Matinée", 4, 8), ("Se loger", 12, 13), ("Lire", 16, 17)]);
    assert_eq!(people(HTML_TABLE), ["Ysoria Belkant", "Siriné Marn Doric"]);
    assert_eq!(document.sections.last().unwrap().text, "Texte.\n");
}

#[test]
fn the_line_below_a_heading_may_date_it_under_a_label() {
    let text = "# Formation\n\n## Habiter\n\nProchaine séance : jeudi le 16 mai 2024 à 19h, salle B204.\n\n## Manger\n\nTexte.\n";
    let document = structure("a.md", "a.md", text);
    let session = document.sections.iter().find(|section| section.date.is_some()).unwrap();
    assert_eq!(session.title.as_deref(), Some("Habiter"));
    assert_eq!(session.date.unwrap().to_string(), "2024-05-16");
    assert_eq!(session.start.unwrap().hour, 19);
}

#[test]
fn the_only_item_under_a_time_is_its_title() {
    let titles = |text: &str| {
        let document = structure("a.md", "a.md", text);
        document.sections.into_iter().filter_map(|section| section.title).collect::<Vec<_>>()
    };
    assert_eq!(
        titles("### 9h-9h30\n- Ouverture\n\n### 9h30-10h\n- Habiter\n- Manger\n"),
        ["Ouverture", "9h30-10h"]
    );
}

#[test]
fn a_list_of_people_may_be_cut_inside_a_name() {
    let text = "Coordination du cycle : Zoé Lanteri, Ysoria Belkant,\nÈve Tarn, Luc\nPerrot.\n";
    assert_eq!(people(text), ["Zoé Lanteri", "Ysoria Belkant", "Ève Tarn", "Luc Perrot"]);
}

#[test]
fn the_title_of_a_page_may_say_when_the_event_is() {
    let text = "---\ntitle: 'Habiter la ville, débat mercredi 22 mai 18h30'\ndate: 2019-05-02\n---\n\nTexte.\n";
    let document = structure("a.md", "a.md", text);
    assert_eq!(
        document.slots.first().map(|(start, _)| start.to_string()).as_deref(),
        Some("18:30")
    );
}

#[test]
fn a_table_of_days_in_minutes_is_a_calendar() {
    let table = "| Date | Événement |\n|---|---|\n| 2023-09-08 | Vide-grenier |\n| 2023-11-17 | Fête du quartier |\n";
    let titled = |title: &str| {
        let text = format!("# {title}\n\n{table}\nTexte.\n");
        let document = structure("a.md", "a.md", &text);
        document.sections.iter().any(|section| section.title.as_deref() == Some("Fête du quartier"))
    };
    assert!(titled("Programme de la saison"));
    assert!(!titled("Procès-verbal de l'assemblée générale"));
}

#[test]
fn the_sentence_that_says_when_is_told_from_those_beside_it() {
    let text =
        "# Le comité des baux\n\n## Objet\n\nLe bail du 3 mai 2018 court. Date : 12 mars 2019.\n";
    let dates: Vec<String> =
        structure("a", "a", text).dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2019-03-12"]);
}

#[test]
fn initials_that_stand_for_somebody_are_no_acronym() {
    let text = "# Compte rendu du conseil de quartier\n\nAnimation : Ysoria Belkant\n\n\
                Présents : Jean-Paul Morin (JPM), Hélène Le Goff (HLG), Ysoria Belkant (YB).\n\n\
                JPM : le centre communal d'action sociale (CCAS) ouvre lundi.\n\
                YB : le comité Jean Moulin (CJM) y sera, AB (Aline Bothorel) aussi.\n";
    let document = structure("a.md", "a.md", text);
    let acronyms: Vec<&str> = document.acronyms.keys().map(String::as_str).collect();
    assert_eq!(acronyms, ["CCAS", "CJM"]);
}
