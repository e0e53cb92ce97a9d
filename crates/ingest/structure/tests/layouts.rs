//! Layouts that introduce people, in whole texts.

use glane_document::Function;

use super::*;

/// The titles of the sections that name people, with them: `title: name, name`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let document = structure("a.md", "a.md", text);
    let named = document.sections.iter().filter(|section| !section.speakers.is_empty());
    let shown = named.map(|section| {
        let people: Vec<&str> = section.speakers.iter().map(|one| one.name.as_str()).collect();
        format!("{}: {}", section.title.as_deref().unwrap_or_default(), people.join(", "))
    });
    assert_eq!(shown.collect::<Vec<_>>(), expect);
}

#[test]
fn a_bold_line_that_announces_people_heads_nothing() {
    check(
        "**9h00-9h30**\n\n**Se loger au bourg**\n\n**Modération :** **Ysoria Belkant,** **Luc Perrot**\n",
        &["Se loger au bourg: Ysoria Belkant, Luc Perrot"],
    );
}

#[test]
fn moderators_are_of_the_session_whose_hour_is_a_heading() {
    let session = |number: u8, title: &str, hour: &str, who: &str| {
        format!(
            "### Session {number} – {title}\n\n#### {hour}\n\nModération : {who}\n\n##### Cas\n\nTexte.\n\n"
        )
    };
    let text = session(1, "Écouter", "9h00", "Zoé Lanteri et Luc Perrot")
        + &session(2, "Soigner", "10h45", "Ève Tarn");
    check(&text, &["Écouter: Zoé Lanteri, Luc Perrot", "Soigner: Ève Tarn"]);
}

#[test]
fn names_alone_above_a_dash_are_those_of_who_speaks() {
    let turn = |who: &str, said: &str| format!("{who}\n\n\\-{said}\n\n");
    let text = "## Rencontre\n\n".to_owned()
        + &turn("Ysoria Belkant, Maison des aidants.", "Bonsoir à toutes et à tous.")
        + &turn("Luc Perrot, infirmier.", "Merci de cette invitation.")
        + &turn("Ysoria Belkant, Maison des aidants.", "Que dites-vous aux familles ?");
    check(&text, &["Rencontre: Ysoria Belkant, Luc Perrot"]);
    // A list under a line is no speech.
    check("## Rencontre\n\nPays Vert, un territoire.\n\n- Bonsoir\n- Merci\n- Au revoir\n", &[]);
}

#[test]
fn who_asks_from_the_room_is_reported() {
    let said = "La soirée s'est poursuivie tard, et chacun a pu dire ce que le quartier attend de la ville.";
    let asks = "Le soir, Zoé Lanteri, adjointe au logement, demande si le bail est signé.";
    let section = |title: &str| format!("## {title}\n\n{said}\n\n{asks}\n");
    check(&section("Échanges avec la salle"), &["Échanges avec la salle: Zoé Lanteri"]);
    check(&section("Le logement"), &[]);
}

#[test]
fn an_hour_and_a_kind_in_capitals_may_open_a_paragraph() {
    let prose = "Les élus disent ce qu'ils attendent de la loi. ".repeat(8);
    let text =
        format!("9h Ouverture\n\n9h30 TABLE RONDE Se loger au bourg {prose}\n\n12h Buffet\n");
    let titles: Vec<String> =
        structure("a.md", "a.md", &text).sections.into_iter().filter_map(|one| one.title).collect();
    assert_eq!(titles, ["Ouverture", "TABLE RONDE", "Buffet"]);
}

#[test]
fn most_slots_that_are_names_vouch_for_the_others() {
    let slots = "## Jeudi\n\n9h Zoé Lanteri\n\n10h Luc Perrot\n\n11h Ève Tarn\n\n";
    check(
        &format!("{slots}14h Ysoria Belkant\n\n15h Pause Verte\n"),
        &[
            "Zoé Lanteri: Zoé Lanteri",
            "Luc Perrot: Luc Perrot",
            "Ève Tarn: Ève Tarn",
            "Ysoria Belkant: Ysoria Belkant",
        ],
    );
    check("## Jeudi\n\n9h Zoé Lanteri\n\n14h Bal Vert\n\n", &["Zoé Lanteri: Zoé Lanteri"]);
}

#[test]
fn headings_that_are_a_civility_and_a_name_are_of_who_speaks() {
    let part = |title: &str| format!("### {title}\n\nLa liste veut rouvrir le gué.\n\n");
    let three = part("M. Perrot") + &part("Mme Tarn (Orn en commun)") + &part("M. Luc Roc");
    check(&three, &["M. Perrot: Perrot", "Mme Tarn (Orn en commun): Tarn", "M. Luc Roc: Luc Roc"]);
    check(&(part("M. Perrot") + &part("Mme Tarn et le quai") + &part("Le gué")), &[]);
}

#[test]
fn headings_may_say_whose_words_stand_below() {
    let part = |title: &str| format!("### {title}\n\nJe viendrai au gué dès midi.\n\n");
    let three = part("de Zoé Lanteri") + &part("de Luc Perrot, maire d'Orn") + &part("d'Ève Tarn");
    check(
        &three,
        &[
            "de Zoé Lanteri: Zoé Lanteri",
            "de Luc Perrot, maire d'Orn: Luc Perrot",
            "d'Ève Tarn: Ève Tarn",
        ],
    );
    check(&(part("de Zoé Lanteri") + &part("de Luc Perrot") + &part("d'Orn à Tarn")), &[]);
}

#[test]
fn reports_tell_who_opened_and_who_summed_up() {
    check(
        "# Une journée\n\nDans son mot d'accueil, Zoé Lanteri, présidente du centre, rappelle le sens de la journée. Luc Perrot, psychologue, et Ève Tarn, infirmière, ont fait la synthèse des échanges.\n",
        &[": Zoé Lanteri, Luc Perrot, Ève Tarn"],
    );
}

#[test]
fn a_civility_after_an_announcement_is_no_role() {
    check(
        "## Bilan\n\nUn groupe de travail s'est constitué, coordonné par **le Dr Luc TARNIER (physiologiste)**.\n",
        &["Bilan: Luc Tarnier"],
    );
}

#[test]
fn what_others_recorded_introduces_nobody() {
    check(
        "## Consigne\n\n- Appliquez la méthode aux entretiens réalisés par Zoé Lanteri.\n- Écoutez l'entretien réalisé par Luc Perrot au musée.\n\n## Suggestions de lecture\n\nÈve Tarn ; Lire les archives\n",
        &[],
    );
}

#[test]
fn letters_number_parts_of_parts() {
    let document = structure(
        "a.md",
        "a.md",
        "### 3.a  Lire une source\n\nTexte.\n\n### 3.b Comparer\n\nTexte.\n",
    );
    let numbered = document
        .sections
        .iter()
        .map(|section| format!("{:?} {:?}", section.number.as_deref(), section.title.as_deref()));
    let expect = [r#"Some("3.a") Some("Lire une source")"#, r#"Some("3.b") Some("Comparer")"#];
    assert_eq!(numbered.collect::<Vec<_>>(), expect);
}

#[test]
fn few_sentences_above_a_programme_are_no_part_of_it() {
    let sentence = "La rencontre de cette année porte sur les rivières, leurs rives et ceux qui en vivent, dans les villes comme dans les bourgs, et sur ce que leurs crues ont changé depuis vingt ans dans les plans, les métiers et les mémoires.";
    let first = |prose: &str| {
        let text = format!(
            "Rivières et mémoires\n\n{prose}\n\n9h30 Ouverture\n\n10h Les crues\n\n11h Les gués\n"
        );
        let document = structure("programme.md", "programme.md", &text);
        document.sections[0].title.clone()
    };
    assert_eq!(first(sentence), None);
    let long = [sentence; 6].join("\n\n");
    assert_eq!(first(&long).as_deref(), Some("Rivières et mémoires"));
}

#[test]
fn those_present_are_listed_below_a_blank_line() {
    let people = |opening: &str| {
        let text = format!(
            "# Compte rendu du conseil municipal\n\n{opening}\n\n* M. Luc Perrot,\n* Mme Zoé Lanteri\n\nM. Tarn propose de voter.\n"
        );
        let document = structure("cr.md", "cr.md", &text);
        document.people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(people("Le conseil se tient en mairie. Étaient présents :"), ["Tarn"]);
    assert_eq!(people("Étaient présents :"), ["Tarn"]);
    assert!(people("Ils ont pris la parole :").contains(&"Zoé Lanteri".to_owned()));
}

#[test]
fn who_is_announced_on_a_cover_does_not_sign_it() {
    let function = |line: &str| {
        let text = format!("Se loger au bourg\n\n{line}\n\nIl pleut sur la ville.\n");
        let document = structure("note.md", "note.md", &text);
        let people: Vec<_> = document.sections.iter().flat_map(|one| &one.speakers).collect();
        people.first().map(|person| person.function)
    };
    assert_eq!(function("Avec Zoé Lanteri"), Some(Function::Speaker));
    assert_eq!(function("Par Zoé Lanteri"), Some(Function::Author));
}

#[test]
fn minutes_open_with_when_and_who_above_their_agenda() {
    let opening = "CONSEIL COMMUNAUTAIRE DU\n3 MAI 2023\nPROCÈS-VERBAL\nL'an deux mille vingt-trois, le trois mai à 18h30, le conseil, légalement convoqué par sa présidente, s'est réuni à la mairie du bourg, dans la salle du haut, après que chacun a reçu l'ordre du jour et les pièces qui l'accompagnent.\n\n";
    let item = |number: &str, title: &str| format!("{number} – {title}\nLe conseil adopte.\n\n");
    let items = [item("1", "Voirie"), item("2", "Écoles"), item("3", "Divers")].concat();
    let document = structure("a", "a", &format!("{opening}{items}"));
    let titles: Vec<&str> =
        document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    assert_eq!(titles, ["Voirie", "Écoles", "Divers"]);
    assert_eq!(document.dates[0].to_string(), "2023-05-03");
    assert_eq!(document.slots[0].0.to_string(), "18:30");
}

#[test]
fn the_record_of_a_whole_meeting_is_titled_above_its_parts() {
    let titles = |first: &str| {
        let text = format!(
            "# {first}\n\n## Accueil\n\nTexte.\n\n# Le quai\n\nTexte.\n\n# Le pont\n\nTexte.\n"
        );
        let document = structure("a.md", "a.md", &text);
        let titles = document.sections.iter().filter_map(|section| section.title.clone());
        titles.collect::<Vec<_>>()
    };
    assert_eq!(titles("Transcription du débat"), ["Accueil", "Le quai", "Le pont"]);
    assert_eq!(titles("Le bourg"), ["Le bourg", "Accueil", "Le quai", "Le pont"]);
}

#[test]
fn an_item_without_people_gathers_none_of_those_below_it() {
    let items = "# Le bourg\n\nTexte.\n\n## Séances\n\n- Vivre au quai, par Zoé Lanteri\n- Manger au marché\n- Boire au puits, par Luc Perrot\n";
    let document = structure("a.md", "a.md", items);
    let parents = document.sections.iter().filter(|section| !section.speakers.is_empty());
    let parents: Vec<_> = parents.map(|section| section.parent.clone()).collect();
    assert_eq!(parents.len(), 2);
    assert_eq!(parents[0], parents[1]);
}
