use crate::structure::heading::{depth, untitled};

#[track_caller]
fn check_split(title: &str, expect: &str, people: &[&str]) {
    let mut heading = untitled(title, depth::SLOT);
    heading.split_people();
    let found: Vec<&str> = heading.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((heading.title.as_deref().unwrap_or_default(), &found[..]), (expect, people));
}

#[test]
fn a_label_in_brackets_announces_people() {
    let found = |title: &str| {
        let (title, people) = super::people_labelled_last(title)?;
        Some((title.to_owned(), people.into_iter().map(|one| one.name).collect::<Vec<_>>()))
    };
    let one = |title: &str, name: &str| Some((title.to_owned(), vec![name.to_owned()]));
    let chaired = "Se loger au bourg (présidence : Zoé Lanteri)";
    assert_eq!(found(chaired), one("Se loger au bourg", "Zoé Lanteri"));
    let visit = "Visite du quai (guide : Luc Perrot)";
    assert_eq!(found(visit), one("Visite du quai", "Luc Perrot"));
    assert_eq!(found("Visite du quai (durée : Deux Heures)"), None);
    assert_eq!(found("Visite du quai (guide : Grand Orn)"), None);
}

#[test]
fn people_are_set_apart_from_a_title() {
    check_split(
        "Habiter la ville, par Zoé Lanteri (Ville d'Orn)",
        "Habiter la ville",
        &["Zoé Lanteri"],
    );
    check_split("Zoé LANTERI (Ville d'Orn) : Habiter", "Habiter", &["Zoé Lanteri"]);
    check_split(
        "Habiter la ville – Zoé LANTERI et Luc PERROT",
        "Habiter la ville",
        &["Zoé Lanteri", "Luc Perrot"],
    );
    check_split("Intervention de Zoé Lanteri (Ville) : « Habiter »", "Habiter", &["Zoé Lanteri"]);
    check_split("Habiter la ville – Z. Lanteri", "Habiter la ville", &["Z. Lanteri"]);
    check_split("Zoé Lanteri, juriste, « Habiter »", "Habiter", &["Zoé Lanteri"]);
    check_split(
        "CCAS / Ville (Zoé Lanteri / Luc Perrot) : habiter en commun",
        "habiter en commun",
        &["Zoé Lanteri", "Luc Perrot"],
    );
}

#[test]
fn several_people_may_stand_before_their_title_in_brackets() {
    let title = "Deux rues du bourg, la vieille et la neuve";
    let all = ["Zoé Lanteri", "Ysor El Belkant", "Ève Tarn"];
    check_split(&format!("Zoé Lanteri, Ysor El Belkant et Ève Tarn ({title})"), title, &all);
    for body in ["Grand Orn Tarn Université", "Orn & Tarn du Nord, CNRS"] {
        let mut heading = untitled(&format!("Zoé Lanteri et Luc Perrot ({body})"), depth::SLOT);
        heading.split_people();
        assert_ne!(heading.title.as_deref(), Some(body));
    }
}

#[test]
fn people_before_a_dash_are_set_apart_from_a_title_of_some_length() {
    let title = "Deux rues, la vieille et la neuve";
    check_split(&format!("Zoé Lanteri — {title}"), title, &["Zoé Lanteri"]);
    check_split(
        &format!("Zoé Lanteri et Luc Perrot – {title}"),
        title,
        &["Zoé Lanteri", "Luc Perrot"],
    );
    check_split(&format!("Zoé Lanteri (CNRS) — {title}"), title, &["Zoé Lanteri"]);
    for whole in ["Zoé Lanteri – une rue, la vieille et la neuve", "Anne Tarn – Les rues"] {
        check_split(whole, whole, &[]);
    }
    let body = "Zoé Lanteri – Université d'Orn, laboratoire des rues vives";
    let mut heading = untitled(body, depth::SLOT);
    heading.take_people();
    assert_eq!((heading.title.as_deref(), heading.people.len()), (Some(body), 0));
}

#[test]
fn a_body_may_follow_the_names_in_emphasis_after_a_quoted_title() {
    let found = |raw: &str| {
        let mut heading = untitled(&raw.replace('*', ""), depth::PART);
        heading.take_emphasised(raw);
        heading.people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(found("« Se loger. Ses coûts », *Zoé Lanteri, Ville d'Orn*"), ["Zoé Lanteri"]);
    assert_eq!(found("Lire *Luc Perrot, une vie de maçon*"), Vec::<String>::new());
}

#[test]
fn a_heading_kept_whole_names_who_speaks_or_answers() {
    let found = |title: &str| {
        let people = super::people_of_title(title);
        people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(found("Vivre au bourg : Dr Zoé Lanteri répond à nos questions"), ["Zoé Lanteri"]);
    assert_eq!(found("Interview du Pr Luc Perrot"), ["Luc Perrot"]);
    assert_eq!(found("Les aides au logement (Zoé Lanteri - CNRS)"), ["Zoé Lanteri"]);
    assert_eq!(found("Le maire répond à nos questions"), Vec::<String>::new());
    assert_eq!(found("Les aides au logement (Pas-de-Calais - Nord)"), Vec::<String>::new());
    assert_eq!(found("Lecture du jour"), Vec::<String>::new());
}

#[test]
fn a_title_without_people_is_kept() {
    check_split("Accueil, écoute et orientation", "Accueil, écoute et orientation", &[]);
    check_split(
        "Le service public – notions et missions",
        "Le service public – notions et missions",
        &[],
    );
}

#[test]
fn a_body_may_stand_between_who_speaks_and_a_title_with_a_colon() {
    let talk = "Zoé Lanteri (Ville d'Orn) Deux rues : la vieille et la neuve";
    check_split(talk, "Deux rues : la vieille et la neuve", &["Zoé Lanteri"]);
}

#[test]
fn a_debate_with_somebody_about_something_keeps_its_title() {
    let debate = "Débat avec Zoé Lanteri (Univ. d'Orn) autour de la rue";
    check_split(debate, debate, &["Zoé Lanteri"]);
    check_split("Débat avec Zoé Lanteri", "Débat", &["Zoé Lanteri"]);
}

#[test]
fn a_title_may_stand_after_those_with_whom_it_is_talked_about() {
    let talk = "Entretien avec Zoé Lanteri (Directrice du Port d'Orn) : À qui est le quai ?";
    check_split(talk, "À qui est le quai ?", &["Zoé Lanteri"]);
    let quoted = "Débat avec Zoé Lanteri et Luc Perrot: « Se loger »";
    check_split(quoted, "Se loger", &["Zoé Lanteri", "Luc Perrot"]);
    let whole = "Rencontre avec Zoé Lanteri : une vie de quai";
    check_split(whole, whole, &[]);
}

#[test]
fn people_may_stand_in_square_brackets() {
    let found = |title: &str| {
        let people = super::people_in_square_brackets(title);
        people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(found("[Zoé Lanteri] Réparer un vélo"), ["Zoé Lanteri"]);
    assert_eq!(found("Réparer un vélo [Zoé Lanteri, Luc Perrot]"), ["Zoé Lanteri", "Luc Perrot"]);
    assert_eq!(found("Réparer un vélo [Pays de Bray]"), Vec::<String>::new());
    assert_eq!(found("[Zoé Lanteri]"), Vec::<String>::new());
}

#[test]
fn what_somebody_is_may_be_long_in_brackets() {
    let found = |title: &str| {
        let people = super::people_alone(title);
        people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    let role =
        "Zoé de LANTERI-ROC (Physicienne et juriste, Laboratoire du froid, Université d'Orn)";
    assert_eq!(found(role), ["Zoé de Lanteri-Roc"]);
    let told = "Zoé LANTERI (la longue histoire de la maison rouge et de son jardin)";
    assert_eq!(found(told), Vec::<String>::new());
}

#[test]
fn people_may_stand_right_after_a_quoted_title() {
    check_split(
        "« Se loger au bourg » Zoé Lanteri (CNRS) et Ysor Belkant (INED)",
        "Se loger au bourg",
        &["Zoé Lanteri", "Ysor Belkant"],
    );
    check_split("« Se loger » Salle des fêtes", "« Se loger » Salle des fêtes", &[]);
}

#[test]
fn what_somebody_is_stands_after_a_comma() {
    let found = |title: &str| super::person_introduced(title).map(|person| person.name);
    let long = "Ysoria Belkant, conseillère en urbanisme et cheffe de projet, Ville d'Orn, Maison du logement (MDL)";
    assert_eq!(found(long).as_deref(), Some("Ysoria Belkant"));
    assert!(super::is_introduced("Zoé Lanteri, juriste et cheffe de projet"));
    assert!(!super::is_introduced(long));
    for none in ["Pays Vert, un territoire", "Zoé Lanteri, juriste (1802-1885)", "Zoé Lanteri"] {
        assert_eq!(found(none), None);
    }
}

#[test]
fn an_article_and_a_role_may_stand_before_who_speaks() {
    check_split(
        "Rebâtir le pont, par le général Ysor Belkant, chef de chantier",
        "Rebâtir le pont",
        &["Ysor Belkant"],
    );
    check_split(
        "Rebâtir le pont, par la présidente Zoé Lanteri",
        "Rebâtir le pont",
        &["Zoé Lanteri"],
    );
    check_split(
        "Rebâtir le pont, par le chemin du haut",
        "Rebâtir le pont, par le chemin du haut",
        &[],
    );
}

#[test]
fn quotation_marks_around_a_whole_title_are_no_part_of_it() {
    check_split("« Habiter », par Zoé Lanteri", "Habiter", &["Zoé Lanteri"]);
    check_split("Film « Le gué », par Zoé Lanteri", "Film « Le gué »", &["Zoé Lanteri"]);
    check_split("« Habiter » animée par Zoé Lanteri", "Habiter", &["Zoé Lanteri"]);
}

#[test]
fn who_gives_something_may_stand_before_its_title() {
    check_split("Performance - Zoé Lanteri : Le gué", "Le gué", &["Zoé Lanteri"]);
    let about = "Projection - Zoé Lanteri : Une vie";
    check_split(about, about, &[]);
}

#[test]
fn what_somebody_brings_may_stand_before_their_name() {
    check_split(
        "Rebâtir le pont avec le regard de Zoé Lanteri, directrice du port",
        "Rebâtir le pont",
        &["Zoé Lanteri"],
    );
    let lent = "Rebâtir le pont avec le soutien de Zoé Lanteri, directrice du port";
    check_split(lent, lent, &[]);
}

#[test]
fn a_role_with_a_capital_may_stand_before_who_speaks() {
    let people = |title: &str| {
        let found = super::people_of_title(title).into_iter().map(|person| person.name);
        found.collect::<Vec<_>>()
    };
    let title = "Présentation par la Grande témoin de la journée Ysoria Belkant, chercheuse";
    assert_eq!(people(title), ["Ysoria Belkant"]);
    assert_eq!(people("Ouverture par le Président Luc Perrot"), ["Luc Perrot"]);
    for none in ["Visite par l'Institut Luc Perrot", "Bilan par la Directrice de Pays Vert"] {
        assert_eq!(people(none), Vec::<String>::new(), "{none}");
    }
}

#[test]
fn a_title_after_a_colon_may_hold_a_quotation() {
    check_split(
        "Zoé Lanteri (CNRS) : Le mot « gué » dans les cartes",
        "Le mot « gué » dans les cartes",
        &["Zoé Lanteri"],
    );
    check_split("Zoé Lanteri : Conférence « Se loger »", "Se loger", &["Zoé Lanteri"]);
    check_split(
        "Zoé Lanteri « Relire \"Le gué\" aujourd'hui : un essai »",
        "Relire \"Le gué\" aujourd'hui : un essai",
        &["Zoé Lanteri"],
    );
}

#[test]
fn a_full_stop_may_part_people_from_their_title() {
    check_split("Zoé Lanteri (CNRS). Le gué : une carte", "Le gué : une carte", &["Zoé Lanteri"]);
}
