use super::*;
use crate::line::lines;

#[track_caller]
fn check(text: &str, zone: Zone, expect: &[(&str, Option<&str>, Option<&str>)]) {
    let found = speakers(&lines(text)[0], zone);
    let found: Vec<_> = found
        .iter()
        .map(|s| (s.name.as_str(), s.role.as_deref(), s.organisation.as_deref()))
        .collect();
    assert_eq!(found, expect);
}

#[test]
fn a_name_then_its_role() {
    check(
        "Lise TARDIEU, directrice du CCAS",
        Zone::Head,
        &[("Lise Tardieu", Some("directrice du CCAS"), None)],
    );
    check(
        "- **Nadia Ferrouk**, juriste, Ville d'Orn",
        Zone::Body,
        &[("Nadia Ferrouk", Some("juriste, Ville d'Orn"), Some("Ville d'Orn"))],
    );
    check("Luc TARDIEU (CNFPT)", Zone::Body, &[("Luc Tardieu", None, Some("CNFPT"))]);
    check("Luc, TARDIEU, conseiller", Zone::Head, &[("Luc Tardieu", Some("conseiller"), None)]);
}

#[test]
fn a_role_may_follow_a_quoted_name_at_once() {
    let role = Some("Cheffe de service Orn");
    check("> Nadia Ferrouk Cheffe de service Orn", Zone::Body, &[("Nadia Ferrouk", role, None)]);
    check("Nadia Ferrouk Cheffe de service Orn", Zone::Body, &[]);
    check("> Nadia Ferrouk conseille la mairie", Zone::Body, &[]);
    check("> Nadia Ferrouk Cheffe de service Orn est venue.", Zone::Body, &[]);
}

#[test]
fn people_of_a_slot_may_follow_an_acronym() {
    let both = [("Nadia Ferrouk", None, Some("CCAS")), ("Luc Tarn", None, Some("CCAS"))];
    check("CCAS - Nadia Ferrouk et Luc Tarn", Zone::Slot, &both);
    check("Café - Nadia Ferrouk et Luc Tarn", Zone::Slot, &[]);
    check("CCAS - Nadia Ferrouk parle du gué", Zone::Slot, &[]);
}

#[test]
fn people_announced_may_be_listed_by_bodies() {
    let zone = Zone::Announced(Function::Organiser);
    let both = [("Ysoria Belkant", None, Some("CCAS")), ("Luc Tarn", None, Some("CCAS"))];
    let three = [&[("Nadia Ferrouk", None, Some("CCAS"))], &both[..]].concat();
    check("- CCAS : Nadia Ferrouk, Ysoria Belkant, Luc Tarn", zone, &three);
    check("- CCAS : Grand Large, Bord Vert", zone, &[]);
}

#[test]
fn bodies_that_a_list_opens_with_are_no_people() {
    check("Avec les réseaux d'entraide du Tarn, Pays Vert et Bord de Loire.", Zone::Body, &[]);
    check("Avec les élèves du bourg, Zoé Lanteri", Zone::Body, &[("Zoé Lanteri", None, None)]);
}

#[test]
fn what_is_told_about_something_is_by_nobody() {
    check("Témoignage Quais Verts", Zone::Slot, &[]);
    check("Témoignage : Ysoria Belkant", Zone::Slot, &[("Ysoria Belkant", None, None)]);
    let mayor = [("Zoé Lanteri", Some("maire d'Orn"), None)];
    check("- Témoignage de Zoé LANTERI : maire d'Orn", Zone::Slot, &mayor);
}

#[test]
fn a_quotation_mark_ends_the_list_that_it_holds() {
    let both = [("Zoé Lanteri", None, None), ("Luc Tarn", None, None)];
    check("Intervenants : Zoé Lanteri, Luc Tarn\", info: [bourg], )", Zone::Head, &both);
}

#[test]
fn several_names_share_a_line() {
    check(
        "A. Roc et G. Tarn du collectif « Gué »",
        Zone::Announced(Function::Speaker),
        &[
            ("A. Roc", None, Some("collectif « Gué »")),
            ("G. Tarn", None, Some("collectif « Gué »")),
        ],
    );
    check(
        "Par Lise ROC, cheffe, Luc TARN, agent, et Ève OR",
        Zone::Body,
        &[
            ("Lise Roc", Some("cheffe"), None),
            ("Luc Tarn", Some("agent"), None),
            ("Ève Or", None, None),
        ],
    );
}

#[test]
fn an_announcement_may_give_first_names_alone() {
    check("Rapporteuses : Zoé et Nadia", Zone::Head, &[("Zoé", None, None), ("Nadia", None, None)]);
    check("Rapporteur : Bureau", Zone::Head, &[]);
}

#[test]
fn an_announcement_inside_a_line_is_read() {
    check(
        "Travail de groupe coordonné par A. Roc et Ph. Tarn",
        Zone::Body,
        &[("A. Roc", None, None), ("Ph. Tarn", None, None)],
    );
}

#[test]
fn joints_may_repeat_what_stands_before_a_list() {
    check(
        "Avec Zoé Lanteri et de Luc Tarn, juriste, ainsi que M. Paul Roc",
        Zone::Body,
        &[
            ("Zoé Lanteri", None, None),
            ("Luc Tarn", Some("juriste"), None),
            ("Paul Roc", None, None),
        ],
    );
}

#[test]
fn an_office_may_stand_before_a_civility() {
    let line = "Un échange avec le député du canton d'Orn, M. Luc Tarn.";
    check(line, Zone::Body, &[("Luc Tarn", None, None)]);
    check("Un échange avec le député du canton, le 3 mai, au bourg.", Zone::Body, &[]);
}

#[test]
fn bodies_in_brackets_are_no_people() {
    check(
        "Intervenante : Ysoria BELKANT (doctorante, Institut Vert, Orn) et Luc TARN",
        Zone::Head,
        &[
            ("Ysoria Belkant", Some("doctorante, Institut Vert, Orn"), None),
            ("Luc Tarn", None, None),
        ],
    );
}

#[test]
fn an_organisation_is_no_person_but_does_not_hide_one() {
    check("- Les principes : CNFPT et Luc TARN", Zone::Body, &[("Luc Tarn", None, None)]);
    check("- Les principes : CNFPT et SNDG", Zone::Body, &[]);
    check(
        "- L'avis des experts : Luc TARN et Ève OR",
        Zone::Body,
        &[("Luc Tarn", None, None), ("Ève Or", None, None)],
    );
}

#[test]
fn a_firm_joined_to_a_word_is_no_person() {
    check(
        "- **Zoé Lanteri**, Bâti Loire & Fils",
        Zone::Body,
        &[("Zoé Lanteri", Some("Bâti Loire & Fils"), None)],
    );
    check(
        "- **Zoé Lanteri**, Ysoria Belkant & Luc Perrot",
        Zone::Body,
        &[("Zoé Lanteri", None, None), ("Ysoria Belkant", None, None), ("Luc Perrot", None, None)],
    );
}

#[test]
fn a_link_alone_under_an_hour_names_nobody_unknown() {
    check("[Ysoria Belkant](https://exemple.fr)", Zone::Slot, &[]);
    check("Ysoria Belkant", Zone::Slot, &[("Ysoria Belkant", None, None)]);
}

#[test]
fn a_label_introduces_a_name_and_its_role() {
    let line = "Archives : Zoé Lanteri responsable de la médiation";
    check(line, Zone::Body, &[("Zoé Lanteri", Some("responsable de la médiation"), None)]);
    check("Bilan : Zoé Lanteri a relu la charte", Zone::Body, &[]);
}

#[test]
fn who_made_a_work_introduces_nobody() {
    check("* Zoé Lanteri, *Le Jardin*, 2017. Vidéo", Zone::Body, &[]);
    check("- Zoé Lanteri : [Le Jardin](a.html)", Zone::Body, &[]);
    let talk = "- Zoé Lanteri - [Zone Critique](a.html)";
    check(talk, Zone::Body, &[("Zoé Lanteri", Some("Zone Critique"), None)]);
}

#[test]
fn prose_introduces_nobody() {
    check("Nadia Ferrouk a rappelé que l'accueil reste premier.", Zone::Body, &[]);
    check("Nadia Ferrouk a rappelé que l'accueil reste premier.", Zone::Head, &[]);
    check("La directrice, Lise Tardieu, a conclu.", Zone::Body, &[]);
}

#[test]
fn the_last_of_a_list_may_bear_a_name_that_no_list_knows() {
    check(
        "Avec Luc Perrot, cuisinier, et Ysoria Belkant, avocate",
        Zone::Head,
        &[("Luc Perrot", Some("cuisinier"), None), ("Ysoria Belkant", Some("avocate"), None)],
    );
}

#[test]
fn several_announcements_may_share_a_line() {
    let line = "Animatrice : Zoé Lanteri · Rapporteur : Luc Perrot · 18 personnes";
    let found = speakers(&lines(line)[0], Zone::Head);
    let found: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.function)).collect();
    assert_eq!(found[0], ("Zoé Lanteri", Function::Moderator));
    assert_eq!(found[1].0, "Luc Perrot");
    assert_eq!(found.len(), 2);
}

#[test]
fn who_took_a_picture_does_not_appear() {
    let line = "Zoé Lanteri, présidente de la Caisse d'Orn. © AFP - Luc Perrot";
    let found = speakers(&lines(line)[0], Zone::Head);
    assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Zoé Lanteri"]);
}

#[test]
fn a_bracket_that_nothing_opens_is_no_part_of_a_role() {
    check("Luc TARDIEU, CNFPT)", Zone::Head, &[("Luc Tardieu", Some("CNFPT"), None)]);
}

#[test]
fn those_who_lead_take_the_floor_with_others() {
    let line =
        "Table ronde animée par Zoé Lanteri, juriste, avec Luc Perrot (Orn) et Ève Tarn (CNRS).";
    let found = announced_in(line);
    let shown: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.function)).collect();
    assert_eq!(
        shown,
        [
            ("Zoé Lanteri", Function::Moderator),
            ("Luc Perrot", Function::Speaker),
            ("Ève Tarn", Function::Speaker)
        ]
    );
    assert_eq!(found[0].role.as_deref(), Some("juriste"));
}

#[test]
fn a_letter_before_what_somebody_leads_is_no_initial() {
    let found = |line: &str| speakers(&lines(line)[0], Zone::Slot).into_iter().map(|one| one.name);
    let names: Vec<String> = found("A. Logement (animation : Zoé Lanteri)").collect();
    assert_eq!(names, ["Zoé Lanteri"]);
    assert!(found("A. Lanteri (juriste)").eq(["A. Lanteri"]));
}

#[test]
fn a_role_in_brackets_alone_after_a_name_signs() {
    check("Zoé Lanteri (présidente)", Zone::Body, &[("Zoé Lanteri", Some("présidente"), None)]);
    check("Zoé Lanteri (1790-1851)", Zone::Body, &[]);
}
