//! Texts made up for what is easily mistaken.

use crate::structure::structure;

use super::*;

const FRENCH: &str = "L'atelier a réuni trente agents de la ville. Ils ont dit ce qui les retient \
    d'aller vers les habitants, et ce que l'accueil du matin a changé dans leur travail.";
const ENGLISH: &str = "The workshop brought thirty town hall agents together. They said what keeps \
    them from going out to the people, and what the morning desk has changed in their work.";

/// The languages of a text's sections that have a title, by title, and that of the document.
fn languages(text: &str) -> (Vec<(String, Option<String>)>, Option<String>) {
    let document = structure("a.md", "a.md", text);
    let titled = document.sections.into_iter().filter_map(|own| Some((own.title?, own.language)));
    (titled.collect(), document.language)
}

/// Checks the language of each titled section.
#[track_caller]
fn check(text: &str, expect: &[(&str, Option<&str>)]) {
    let (found, _) = languages(text);
    let found: Vec<(&str, Option<&str>)> =
        found.iter().map(|(title, language)| (title.as_str(), language.as_deref())).collect();
    assert_eq!(found, expect);
}

/// Checks the language of a whole text.
#[track_caller]
fn check_whole(text: &str, expect: Option<&str>) {
    assert_eq!(languages(text).1.as_deref(), expect, "{text}");
}

#[test]
fn prose_tells_its_language() {
    check_whole(FRENCH, Some("fr"));
    check_whole(ENGLISH, Some("en"));
    check_whole(
        "El taller reunió a treinta agentes del ayuntamiento, que dijeron lo que les impide ir al \
         encuentro de los vecinos y lo que ha cambiado en su trabajo.",
        Some("es"),
    );
    check_whole(
        "Der Workshop brachte dreißig Mitarbeiter der Stadt zusammen, die sagten, was sie hindert, \
         auf die Bewohner zuzugehen, und was sich bei ihrer Arbeit geändert hat.",
        Some("de"),
    );
    check_whole(
        "Il laboratorio ha riunito trenta agenti del comune, che hanno detto ciò che impedisce \
         loro di andare verso gli abitanti e che cosa è cambiato nel loro lavoro.",
        Some("it"),
    );
    check_whole(
        "A oficina reuniu trinta agentes da câmara, que disseram o que os impede de ir ao encontro \
         dos moradores e o que mudou no seu trabalho com a receção da manhã.",
        Some("pt"),
    );
}

#[test]
fn prose_of_another_language_has_none() {
    for text in [
        "Gant an holl dud e vez graet war-dro ar stal-labour, hag evit ar re a zo o chom er gêr \
         e vo graet un dra bennak all gant skoazell ar c'huzul, hep ober droug da zen ebet.",
        "De workshop bracht dertig medewerkers van de gemeente bij elkaar, die vertelden wat hen \
         ervan weerhoudt om naar de bewoners te gaan en wat er door het loket veranderd is.",
        "جمعت الورشة ثلاثين موظفا من البلدية قالوا ما يمنعهم من الذهاب إلى السكان",
        "На семинаре собрались тридцать служащих мэрии, которые рассказали, что мешает им идти",
    ] {
        check_whole(text, None);
    }
}

#[test]
fn capitals_and_lost_accents_tell_as_well() {
    check_whole(&FRENCH.to_uppercase(), Some("fr"));
    check_whole(&glane_analysis::fold(&FRENCH.to_lowercase()), Some("fr"));
    check_whole(&ENGLISH.to_uppercase(), Some("en"));
}

#[test]
fn a_title_or_a_break_is_in_the_language_around_it() {
    let text = format!(
        "# Rencontres\n\n## Accueil\n\n{FRENCH}\n\n## Pause café – networking lunch\n\nBuffet, open \
         bar, speed dating\n\n## What works, and for whom, in the fight against poverty?\n\n## Fin\n\n{FRENCH}\n"
    );
    let (found, document) = languages(&text);
    assert_eq!(document.as_deref(), Some("fr"));
    assert!(found.len() >= 4, "{found:?}");
    for (title, language) in found {
        assert_eq!(language.as_deref(), Some("fr"), "{title}");
    }
}

#[test]
fn a_section_in_english_is_in_english_and_what_it_contains_too() {
    let text = format!(
        "# Actes\n\n## Résumé\n\n{FRENCH}\n\n## Abstract\n\n{ENGLISH}\n\n### Keywords\n\nDesk, \
         outreach\n\n## Suite\n\n{FRENCH} {FRENCH}\n"
    );
    let (fr, en) = (Some("fr"), Some("en"));
    check(&text, &[("Résumé", fr), ("Abstract", en), ("Keywords", en), ("Suite", fr)]);
}

#[test]
fn a_french_section_that_quotes_english_stays_french() {
    for (open, close) in [("« ", " »"), ("\"", "\""), ("", "")] {
        let text = format!(
            "# Actes\n\n## Bilan\n\n{FRENCH}\n\n{open}The desk has changed what people ask for, and \
             what we hear of it.{close}\n\n{FRENCH}\n\n## Suite\n\n{FRENCH}\n"
        );
        check(&text, &[("Bilan", Some("fr")), ("Suite", Some("fr"))]);
    }
    let long = format!(
        "# Actes\n\n## Bilan\n\n{FRENCH}\n\n« {ENGLISH} {ENGLISH} »\n\n## Suite\n\n{FRENCH}\n"
    );
    check(&long, &[("Bilan", Some("fr")), ("Suite", Some("fr"))]);
}

#[test]
fn a_long_section_is_not_judged_by_its_opening() {
    let text = format!("## Bilan\n\n{}\n\n{}\n", ENGLISH.repeat(3), FRENCH.repeat(30));
    check(&text, &[("Bilan", Some("fr"))]);
}

#[test]
fn lists_of_names_and_figures_are_in_the_language_around_them() {
    let text = format!(
        "# Rencontres\n\n## Accueil\n\n{FRENCH}\n\n## Participants\n\n- Jean Dupont, CCAS Lyon\n- \
         Maria Rodríguez, Diputación Barcelona\n- Hans Müller, Stadt Köln\n- John Smith, City \
         Hall\n- Giulia Rossi, Comune Torino\n\n## Budget\n\n| 2021 | 1 200 | 45 % |\n| 2022 | 1 \
         400 | 48 % |\n| Total | 2 600 | € |\n\n## Sigles\n\nCCAS, CAF, MSA, CPAM, RSA, CNFPT, ODAS, \
         UNCCAS, PMI, ASE, MDPH, APA, DRJSCS, ARS, CIAS, EPCI\n"
    );
    for (title, language) in languages(&text).0 {
        assert_eq!(language.as_deref(), Some("fr"), "{title}");
    }
}

#[test]
fn a_list_without_function_words_is_shown_to_lingua() {
    let text = format!(
        "# Rencontres\n\n## Accueil\n\n{FRENCH}\n\n## Toolbox\n\n- stakeholder mapping, field notes, \
         user journeys\n- peer learning, shadowing, policy briefs\n- community building, street \
         outreach, budget hearings\n\n## Suite\n\n{FRENCH}\n"
    );
    let (fr, en) = (Some("fr"), Some("en"));
    check(&text, &[("Accueil", fr), ("Toolbox", en), ("Suite", fr)]);
}

#[test]
fn lingua_is_asked_a_bounded_number_of_times() {
    let list = "## Toolbox\n\nstakeholder mapping, field notes, user journeys, peer learning, \
        shadowing, policy briefs, community building\n\n";
    let text = format!("# Rencontres\n\n{}{FRENCH}\n", list.repeat(200));
    let (found, _) = languages(&text);
    let english = found.iter().filter(|(_, language)| language.as_deref() == Some("en")).count();
    assert_eq!(english, 1, "beyond the bound, the language of the document");
}

#[test]
fn detection_that_is_off_finds_no_language() {
    let mut document = Document::new("a.txt", "a.txt");
    document.sections.push(Section { text: FRENCH.to_owned(), ..Section::default() });
    settle(&mut document, Detection::Off);
    assert_eq!((document.language, document.sections[0].language.clone()), (None, None));
}

#[test]
fn a_few_words_tell_nothing() {
    check_whole("Pause déjeuner", None);
}
