//! Persons of small documents.

use glane_document::{Section, SectionKind, Speaker};

use super::*;

fn document(names: &[&str]) -> Document {
    let mut document = Document::new("a", "a");
    let mut section = Section::new(SectionKind::Workshop);
    for written in names {
        let name = name::parse(written, Trust::Announced).unwrap();
        section.speakers.push(Speaker::new(&name.display(), written, Function::Speaker));
    }
    document.sections.push(section);
    resolve(&mut document);
    document
}

#[track_caller]
fn check(names: &[&str], people: &[&str]) {
    let found: Vec<String> = document(names).people.into_iter().map(|person| person.name).collect();
    assert_eq!(found, people);
}

#[test]
fn initials_and_civilities_resolve_to_the_full_name() {
    check(&["P. Tardieu", "Paule TARDIEU", "Mme Tardieu"], &["Paule Tardieu"]);
}

#[test]
fn a_first_name_of_two_parts_is_that_of_its_only_bearer() {
    let speakers = |names: &[&str]| {
        let mut document = Document::new("a", "a");
        let mut section = Section::new(SectionKind::Workshop);
        section.speakers =
            names.iter().map(|name| Speaker::new(name, name, Function::Speaker)).collect();
        document.sections.push(section);
        resolve(&mut document);
        document.people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(speakers(&["Anne-Lise Lanteri", "Anne-Lise"]), ["Anne-Lise Lanteri"]);
    assert_eq!(speakers(&["Anne-Lise Lanteri", "Anne-Lise Tarn", "Anne-Lise"]).len(), 3);
}

#[test]
fn one_letter_in_a_long_surname_is_a_misspelling() {
    check(&["Zoé LANTERI", "Zoé Lanterri"], &["Zoé Lanteri"]);
    check(&["Zoé LANTERI", "Zora LANTERI"], &["Zoé Lanteri", "Zora Lanteri"]);
}

#[test]
fn people_called_by_near_first_names_are_several() {
    check(&["M. Louis", "M. Louise"], &["Louis", "Louise"]);
    check(&["M. Ferouk", "M. Ferrouk"], &["Ferouk"]);
}

#[test]
fn a_first_name_that_is_none_is_a_misspelling() {
    check(&["Morgane LANTERI", "Morganne Lanteri"], &["Morgane Lanteri"]);
    check(&["Pascal LANTERI", "Pascale Lanteri"], &["Pascal Lanteri", "Pascale Lanteri"]);
}

#[test]
fn the_text_tells_the_right_spelling() {
    let mut document = document(&["Nadia FEROUK"]);
    document.sections[0].text =
        "Nadia FERROUK rappelle un principe. Pour Nadia Ferrouk, il suffit.".to_owned();
    resolve(&mut document);
    assert_eq!(document.people[0].name, "Nadia Ferrouk");
    assert_eq!(document.sections[0].speakers[0].name, "Nadia Ferrouk");
}

#[test]
fn the_text_tells_the_right_spelling_of_a_surname_alone() {
    let people = |text: &str| {
        let mut document = document(&["M. FEROUK", "Mme Lanteri"]);
        let misspelt = Speaker::new("Ferrouk", "M. Ferrouk", Function::Speaker);
        document.sections[0].speakers.push(misspelt);
        document.sections[0].text = text.to_owned();
        resolve(&mut document);
        document.people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(people("M. Ferouk, puis M. Ferrouk. M. Ferrouk part."), ["Ferrouk", "Lanteri"]);
    assert_eq!(people("M. Ferouk, M. Ferouk."), ["Ferouk", "Lanteri"]);
}

#[test]
fn a_first_name_alone_is_its_only_bearer_s() {
    let mut document = document(&["Zoé LANTERI", "Luc ROC"]);
    document.sections[0].speakers.push(Speaker::new("Zoé", "Zoé", Function::Speaker));
    resolve(&mut document);
    let names: Vec<&str> = document.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Zoé Lanteri", "Luc Roc"]);
}

#[test]
fn a_surname_of_two_words_is_kept_whole() {
    check(&["Zoé Lanteri Marn, juriste"], &["Zoé Lanteri Marn"]);
    check(&["Ysor Belkant Vo, juriste"], &["Ysor Belkant Vo"]);
    check(&["Zoé LANTERI de IGN, juriste"], &["Zoé Lanteri"]);
}

#[test]
fn an_initial_that_fits_two_people_stays_apart() {
    check(&["Paul ROC", "Pia ROC", "P. Roc"], &["Paul Roc", "Pia Roc", "P. Roc"]);
}

#[test]
fn printed_forms_are_kept_as_variants() {
    assert_eq!(
        document(&["Zoé LANTERI", "Z. Lanteri"]).people[0].variants,
        ["Zoé LANTERI", "Z. Lanteri"]
    );
}
