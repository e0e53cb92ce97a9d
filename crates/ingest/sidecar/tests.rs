//! Corrections of a small volume of proceedings, a claim each.

use glane_document::TimeOfDay;
use proptest::prelude::*;

use super::*;
use crate::structure;

const ACTES: &str = "\
Actes du colloque de Kerval

Thème 1 | Habiter

Atelier 4

Se loger à plusieurs

Mots clés : bail, voisins

Zoé LANTERI, directrice du CCAS
Luc PERROT, agent de la ville d'Orn

L'atelier a réuni trente agents de la ville.

Ce qu'il en reste
On a surtout parlé des charges et des voisins.

\x0cAtelier 5

Se déplacer

Avec Z. Lanterri, directrice du CCAS

Les bus ne passent plus après dix-neuf heures.
";

/// `ACTES` corrected, and what could not be done.
fn corrected(sidecar: &str) -> (Document, Vec<Remark>) {
    let mut document = structure("actes.txt", "actes.txt", ACTES);
    let remarks = apply_text(&mut document, sidecar).unwrap_or_else(|wrong| {
        panic!("{wrong:?}");
    });
    (document, remarks)
}

#[track_caller]
fn section<'d>(document: &'d Document, id: &str) -> &'d Section {
    document.section(id).unwrap_or_else(|| panic!("no {id} in {:?}", ids(document)))
}

fn ids(document: &Document) -> Vec<&str> {
    document.sections.iter().map(|section| section.id.as_str()).collect()
}

fn names(section: &Section) -> Vec<&str> {
    section.speakers.iter().map(|speaker| speaker.name.as_str()).collect()
}

fn text(document: &Document) -> String {
    document.sections.iter().map(|section| section.text.as_str()).collect()
}

#[track_caller]
fn check_undone(sidecar: &str, line: u32, parts: &[&str]) {
    let (_, remarks) = corrected(sidecar);
    assert_eq!(remarks.len(), 1, "{remarks:?}");
    check_remark(&remarks[0], line, parts);
}

#[track_caller]
fn check_wrong(sidecar: &str, line: u32, parts: &[&str]) {
    let mut document = structure("actes.txt", "actes.txt", ACTES);
    let machine = document.clone();
    let remarks = apply_text(&mut document, sidecar).unwrap_err();
    check_remark(&remarks[0], line, parts);
    assert_eq!(document, machine, "a wrong file changes nothing");
}

#[track_caller]
fn check_remark(remark: &Remark, line: u32, parts: &[&str]) {
    assert_eq!(remark.line, Some(line), "{remark:?}");
    for part in parts {
        assert!(remark.message.contains(part), "no « {part} » in {remark:?}");
    }
}

#[test]
fn metadata_take_the_place_of_what_was_found() {
    let (document, remarks) = corrected(
        "title = \"Habiter Kerval\"\nkind = \"compte rendu\"\ndates = [2019-11-15, \"2019-11\"]\n\
         place = \"Kerval\"\norganisers = [\"CCAS de Kerval\"]\nsubtitle = \"\"\n",
    );
    assert_eq!(document.title.as_deref(), Some("Habiter Kerval"));
    assert_eq!(document.kind, DocumentKind::Minutes);
    assert_eq!(document.year(), Some(2019));
    assert_eq!((document.subtitle, document.place.as_deref()), (None, Some("Kerval")));
    assert_eq!(document.organisers, ["CCAS de Kerval"]);
    assert_eq!(remarks, []);
}

#[test]
fn sections_follow_the_day_that_was_corrected() {
    let mut document = structure(
        "p.md",
        "p.md",
        "# Journée d'étude du 4 mars 2014\n\n## 9h30-10h30 – Ouvrir les guichets\n\nTexte.\n",
    );
    apply_text(&mut document, "dates = [\"2019-03-04\"]").unwrap();
    let dates: Vec<PartialDate> =
        document.sections.iter().filter_map(|section| section.date).collect();
    assert_eq!(dates, ["2019-03-04".parse().unwrap()]);
}

#[test]
fn the_page_offset_shifts_every_page_and_drops_those_before_the_first() {
    let mut document = Document::new("a", "a");
    for page in [1, 5] {
        let mut section = Section::new(SectionKind::Section);
        section.page = Some(page);
        section.pages =
            vec![glane_document::PageStart { offset: 0, page, sheet: None, counted: false }];
        document.sections.push(section);
    }
    apply_text(&mut document, "page_offset = -2").unwrap();
    let pages: Vec<Option<u32>> =
        document.sections.iter().map(|section| section.page_at(0)).collect();
    assert_eq!(pages, [None, Some(3)]);
}

#[test]
fn a_section_is_corrected_field_by_field() {
    let (document, remarks) = corrected(
        "[[section]]\nheading = \"ATELIER 4\"\ntitle = \"Se loger ensemble\"\nnumber = 14\n\
         kind = \"table ronde\"\npage = 27\ndate = 2019-11-15\nstart = 10:45\nend = \"12h\"\n\
         keywords = [\"bail\"]\nlanguage = \"fr\"\n",
    );
    let section = section(&document, "atelier-4");
    assert_eq!(section.label(), "Table ronde 14 — Se loger ensemble");
    assert_eq!((section.page, section.page_at(0)), (Some(27), Some(27)));
    assert_eq!(section.start, TimeOfDay::new(10, 45));
    assert_eq!(section.end, TimeOfDay::new(12, 0));
    assert_eq!(section.keywords.len(), 1);
    assert_eq!(remarks, []);
}

#[test]
fn identifiers_stay_whatever_the_correction() {
    let machine = structure("actes.txt", "actes.txt", ACTES);
    let (document, _) =
        corrected("[[section]]\nid = \"atelier-4\"\nnumber = \"14\"\ntitle = \"A\"\n");
    assert_eq!(ids(&document), ids(&machine));
}

#[test]
fn first_words_find_a_section_with_its_heading_or_without() {
    for words in ["Atelier 4 se loger", "L’ATELIER a réuni"] {
        let (document, remarks) =
            corrected(&format!("[[section]]\nstarts_with = \"{words}\"\nnumber = \"\"\n"));
        assert_eq!(remarks, [], "{words}");
        assert_eq!(section(&document, "atelier-4").number, None);
    }
}

#[test]
fn corrections_survive_another_extraction() {
    let sidecar = "[[section]]\nstarts_with = \"L'atelier a réuni trente agents\"\ntitle = \"A\"\n\
                   [[section]]\nstarts_at = \"Ce qu'il en reste\"\ntitle = \"B\"\n\
                   [[person]]\nname = \"Luc Pérot\"\nmerge = \"Luc Perrot\"\n";
    let again = ACTES
        .replace("L'atelier a réuni trente", "L’atelier a réu-\nni  trente")
        .replace("Ce qu'il en reste", "**CE QU’IL\u{a0}EN RESTE**")
        .replace("Actes du", "Les actes du\n")
        .replace('\x0c', "\n");
    for text in [ACTES, &again] {
        let mut document = structure("actes.txt", "actes.txt", text);
        assert_eq!(apply_text(&mut document, sidecar).unwrap(), []);
        assert_eq!(section(&document, "atelier-4").title.as_deref(), Some("A"));
        assert!(document.sections.iter().any(|section| section.title.as_deref() == Some("B")));
    }
}

#[test]
fn an_anchor_that_fits_nothing_is_told_and_the_rest_is_done() {
    let sidecar = "title = \"T\"\n[[section]]\nid = \"atelier-44\"\ntitle = \"A\"\n";
    check_undone(sidecar, 2, &["atelier-44", "peut-être « atelier-4 »"]);
    assert_eq!(corrected(sidecar).0.title.as_deref(), Some("T"));
    check_undone("\n[[section]]\nheading = \"Atelier 6\"\ntitle = \"A\"\n", 2, &["Atelier 6"]);
    check_undone("[[section]]\nstarts_at = \"mot absent\"\n", 2, &["mot absent"]);
}

#[test]
fn an_anchor_that_fits_several_is_told_with_their_identifiers() {
    let mut document = structure("a.txt", "a.txt", ACTES);
    for section in &mut document.sections {
        section.title = Some("Repas".to_owned());
    }
    let both = "[[section]]\nheading = \"repas\"\ntitle = \"A\"\n";
    let remarks = apply_text(&mut document, both).unwrap();
    check_remark(&remarks[0], 1, &["atelier-4", "atelier-5", "id"]);
    let one = "[[section]]\nheading = \"repas\"\nid = \"atelier-5\"\ntitle = \"A\"\n";
    assert_eq!(apply_text(&mut document, one).unwrap(), []);
}

#[test]
fn merged_people_are_one_and_their_names_are_kept_as_variants() {
    let (document, remarks) = corrected(
        "[[person]]\nname = \"Zoé Lantéri\"\nmerge = [\"Z. Lanterri\", \"Zoé Lanteri\"]\n",
    );
    let person = document.people.iter().find(|person| person.name == "Zoé Lantéri").unwrap();
    for variant in ["Zoé LANTERI", "Z. Lanterri"] {
        assert!(person.variants.iter().any(|known| known == variant), "{variant} in {person:?}");
    }
    assert_eq!(names(section(&document, "atelier-4")), ["Zoé Lantéri", "Luc Perrot"]);
    assert_eq!(names(section(&document, "atelier-5")), ["Zoé Lantéri"]);
    assert_eq!(document.people.len(), 2);
    assert_eq!(document.people[0].name, "Zoé Lantéri", "whoever is renamed stays in place");
    assert_eq!(remarks, []);
}

#[test]
fn a_printed_name_is_given_back_to_another_person() {
    let (document, remarks) = corrected(
        "[[person]]\nname = \"Zoé Lanteri\"\nmerge = \"Z. Lanterri\"\n\n[[person]]\n\
         name = \"Zora Lanterri\"\nsplit = \"Z. Lanterri\"\nwithin = \"Atelier 5\"\n",
    );
    assert_eq!(names(section(&document, "atelier-5")), ["Zora Lanterri"]);
    let zoe = document.people.iter().find(|person| person.name == "Zoé Lanteri").unwrap();
    assert!(!zoe.variants.iter().any(|variant| variant == "Z. Lanterri"), "{zoe:?}");
    assert_eq!(remarks, []);
}

#[test]
fn someone_who_is_no_person_is_nowhere() {
    let (document, _) = corrected("[[person]]\nname = \"Luc PERROT\"\nremove = true\n");
    assert_eq!(names(section(&document, "atelier-4")), ["Zoé Lanteri"]);
    assert!(document.people.iter().all(|person| person.name != "Luc Perrot"));
    assert!(text(&document).contains("Luc PERROT"));
}

#[test]
fn a_name_that_is_nobodys_is_told() {
    check_undone(
        "[[person]]\nname = \"A\"\nmerge = [\n\"Luc Perrot\",\n\"Léa Absente\"]\n",
        5,
        &["Léa"],
    );
    check_undone("[[person]]\nname = \"Léa Absente\"\nremove = true\n", 2, &["Léa Absente"]);
    let elsewhere = "[[person]]\nname = \"A\"\nsplit = \"Luc PERROT\"\nwithin = \"atelier-5\"\n";
    check_undone(elsewhere, 3, &["Luc PERROT", "atelier-5", "add_speakers"]);
}

#[test]
fn speakers_are_added_corrected_and_removed() {
    let (document, remarks) = corrected(
        "[[section]]\nid = \"atelier-4\"\nremove_speakers = [\"Luc PERROT\"]\nadd_speakers = [\n\
         { name = \"Zoé Lanteri\", function = \"animation\" },\n\"Z. Lanterri\",\n\
         { name = \"Ève Tarn\", role = \"maire\", organisation = \"Orn\" }]\n",
    );
    let section = section(&document, "atelier-4");
    assert_eq!(names(section), ["Zoé Lanteri", "Z. Lanterri", "Ève Tarn"]);
    assert_eq!(section.speakers[0].function, Function::Moderator);
    assert_eq!(section.speakers[0].role.as_deref(), Some("directrice du CCAS"));
    assert!(document.people.iter().any(|person| person.name == "Ève Tarn"));
    assert!(document.people.iter().all(|person| person.name != "Luc Perrot"));
    assert_eq!(remarks, []);
}

#[test]
fn speakers_that_are_given_whole_replace_those_found() {
    let (document, _) =
        corrected("[[section]]\nid = \"atelier-4\"\nspeakers = [\"Luc Perrot\", \"Ève Tarn\"]\n");
    let section = section(&document, "atelier-4");
    assert_eq!(names(section), ["Luc Perrot", "Ève Tarn"]);
    assert_eq!(section.speakers[0].as_written, "Luc PERROT");
}

#[test]
fn a_heading_that_was_not_seen_opens_a_section() {
    let (document, remarks) = corrected(
        "[[section]]\nstarts_at = \"ce qu'il en reste\"\nkind = \"synthesis\"\npage = 9\n",
    );
    let new = section(&document, "ce-qu-il-en-reste");
    assert_eq!(new.title.as_deref(), Some("Ce qu'il en reste"));
    assert_eq!((new.kind, new.page), (SectionKind::Synthesis, Some(9)));
    assert_eq!(&new.text[..new.head], "Ce qu'il en reste\n");
    let line = ACTES.lines().position(|line| line.starts_with("Ce qu'il")).unwrap();
    assert_eq!(new.first_line as usize, line + 1);
    assert_eq!(new.parent, section(&document, "atelier-4").parent);
    assert_eq!(new.theme.as_deref(), Some("Thème 1 | Habiter"));
    assert!(section(&document, "atelier-4").text.ends_with("de la ville.\n\n"));
    assert_eq!(remarks, []);
}

#[test]
fn a_heading_that_was_seen_after_all_is_corrected_in_place() {
    let (document, _) = corrected("[[section]]\nstarts_at = \"Atelier 5\"\ntitle = \"Rouler\"\n");
    assert_eq!(section(&document, "atelier-5").title.as_deref(), Some("Rouler"));
    assert_eq!(ids(&document), ids(&structure("a.txt", "a.txt", ACTES)));
}

#[test]
fn what_is_not_a_section_goes_to_the_one_before() {
    let (document, remarks) = corrected("[[section]]\nid = \"atelier-5\"\nnot_a_section = true\n");
    let before = section(&document, "atelier-4");
    assert!(before.text.ends_with("dix-neuf heures.\n"));
    assert_eq!(names(before), ["Zoé Lanteri", "Luc Perrot", "Z. Lanterri"]);
    assert!(document.section("atelier-5").is_none());
    assert_eq!(remarks, []);
}

#[test]
fn nothing_can_precede_the_first_section() {
    let machine = structure("a.txt", "a.txt", ACTES);
    let first = &machine.sections[0].id;
    check_undone(
        &format!("[[section]]\nid = \"{first}\"\nnot_a_section = true\n"),
        1,
        &["précède"],
    );
}

#[test]
fn sections_take_the_theme_of_the_one_they_are_put_in() {
    let (document, _) = corrected(
        "[[section]]\nheading = \"Thème 1 | Habiter\"\ntitle = \"Se loger\"\n\n[[section]]\n\
         id = \"atelier-5\"\nparent = \"\"\n",
    );
    assert_eq!(section(&document, "atelier-4").theme.as_deref(), Some("Thème 1 — Se loger"));
    assert_eq!(section(&document, "atelier-5").theme, None);
}

#[test]
fn a_section_is_not_put_in_itself() {
    let machine = structure("a.txt", "a.txt", ACTES);
    let theme = machine.section("atelier-4").unwrap().parent.clone().unwrap();
    check_undone(
        &format!("[[section]]\nid = \"{theme}\"\nparent = \"atelier-4\"\n"),
        3,
        &["parent", "atelier-4"],
    );
    check_undone("[[section]]\nid = \"atelier-4\"\nparent = \"rien\"\n", 3, &["« rien »"]);
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let mut document = structure("a.txt", "a.txt", ACTES);
    let wrong = "titel = \"A\"\nkind = \"roman\"\n\n[[section]]\nheading = 3\nstart = \"25:00\"\n";
    let remarks = apply_text(&mut document, wrong).unwrap_err();
    let lines: Vec<Option<u32>> = remarks.iter().map(|remark| remark.line).collect();
    assert_eq!(lines, [Some(1), Some(2), Some(5), Some(6)]);
}

#[test]
fn a_mistake_says_what_is_expected() {
    check_wrong("titel = \"A\"", 1, &["« titel »", "« title »"]);
    check_wrong("title = 3", 1, &["« title » attend un texte", "un nombre"]);
    check_wrong("kind = \"roman\"", 1, &["« roman »", "proceedings (actes)"]);
    check_wrong("dates = [\"2019-02-30\"]", 1, &["2019-02-30", "AAAA-MM-JJ"]);
    check_wrong("dates = \"2019\"", 1, &["« dates » attend une liste"]);
    check_wrong("language = \"français\"", 1, &["deux lettres"]);
    check_wrong("page_offset = 1.5", 1, &["« page_offset » attend un nombre entier"]);
    check_wrong("[section]\nid = \"a\"", 1, &["[[section]]"]);
    check_wrong("[[section]]\ntitle = \"A\"", 1, &["heading", "starts_with"]);
    check_wrong("[[section]]\nid = \"a\"\nstart = \"midi\"", 3, &["« midi »", "HH:MM"]);
    check_wrong("[[section]]\nid = \"a\"\npage = 0", 3, &["« page » va de 1 à"]);
    check_wrong("[[section]]\nid = \"a\"\npage_offset = 2", 3, &["en haut du fichier"]);
    check_wrong("[[section]]\nid = \"a\"\nnot_a_section = \"oui\"", 3, &["true ou false"]);
    check_wrong("[[section]]\nid = \"a\"\nnot_a_section = true\ntitle = \"A\"", 1, &["« title »"]);
    check_wrong("[[section]]\nid = \"a\"\nadd_speakers = [{ role = \"maire\" }]", 3, &["« name »"]);
    check_wrong("[[section]]\nheading = \"…\"", 2, &["« heading » est vide"]);
    check_wrong("[[person]]\nmerge = [\"A\"]", 1, &["« name »"]);
    check_wrong("[[person]]\nname = \"A\"", 1, &["merge, split ou remove"]);
    check_wrong("[[person]]\nname = \"A\"\nremove = true\nmerge = \"B\"", 1, &["remove"]);
    check_wrong("[[person]]\nname = \"A\"\nmerge = \"B\"\nwithin = \"C\"", 1, &["split"]);
    check_wrong("title = Actes", 1, &["guillemets droits"]);
}

#[test]
fn every_key_of_the_list_is_read() {
    use super::keys::Part;

    let parts = [
        (Part::Document, "", ""),
        (Part::Person, "[[person]]\n", ""),
        (Part::Section, "[[section]]\n", ""),
        (Part::Speaker, "[[section]]\nid = \"a\"\nspeakers = [{ ", " }]"),
    ];
    for (part, before, after) in parts {
        for key in part.keys() {
            let mut document = Document::new("a", "a");
            // No key takes a floating-point number: each says what it takes, none is unknown.
            let wrong = apply_text(&mut document, &format!("{before}{key} = 1.5{after}"));
            let remarks = wrong.expect_err(key);
            assert!(remarks.iter().any(|remark| remark.message.contains("attend")), "{remarks:?}");
        }
    }
}

/// What rules may say, right or wrong for the text at hand.
fn rules() -> impl Strategy<Value = String> {
    let anchor = prop::sample::select(vec![
        "id = \"atelier-4\"",
        "id = \"atelier-5\"",
        "id = \"theme-1\"",
        "heading = \"Se déplacer\"",
        "starts_with = \"Actes du colloque\"",
        "starts_at = \"Ce qu'il en reste\"",
        "starts_at = \"On a surtout parlé\"",
        "starts_at = \"Les bus ne passent\"",
        "starts_at = \"L'atelier a réuni\"",
    ]);
    let change = prop::sample::select(vec![
        "title = \"A\"",
        "kind = \"theme\"",
        "page = 3",
        "parent = \"\"",
        "parent = \"atelier-5\"",
        "parent = \"theme-1\"",
        "theme = \"T\"",
        "speakers = []",
        "add_speakers = [\"Ève Tarn\", \"luc perrot\"]",
        "remove_speakers = [\"Zoé LANTERI\"]",
        "not_a_section = true",
    ]);
    let section =
        (anchor, change).prop_map(|(anchor, change)| format!("[[section]]\n{anchor}\n{change}\n"));
    let person = prop::sample::select(vec![
        "[[person]]\nname = \"Zoé Lanteri\"\nmerge = \"Luc Perrot\"\n",
        "[[person]]\nname = \"Luc Perrot\"\nremove = true\n",
        "[[person]]\nname = \"Zora\"\nsplit = \"Zoé LANTERI\"\n",
    ]);
    prop_oneof![4 => section, 1 => person.prop_map(str::to_owned)]
}

proptest! {
    #[test]
    fn no_correction_loses_text(rules in prop::collection::vec(rules(), 0..8), offset in -3..3) {
        let machine = structure("a.txt", "a.txt", ACTES);
        let mut document = machine.clone();
        let sidecar = format!("page_offset = {offset}\n{}", rules.concat());
        // not_a_section beside starts_at is refused; the document is then as it was.
        let _ = apply_text(&mut document, &sidecar);
        prop_assert_eq!(text(&document), text(&machine));
        prop_assert_eq!(&document.furniture, &machine.furniture);
        check_coherent(&document)?;
    }

    #[test]
    fn any_text_is_a_sidecar_or_is_told(sidecar in "(?s).{0,80}|[\\[\\]={}\"a-z\\.\n0-9:-]{0,60}") {
        let mut document = structure("a.txt", "a.txt", ACTES);
        let lines = u32::try_from(sidecar.matches('\n').count() + 1).unwrap();
        if let Err(remarks) = apply_text(&mut document, &sidecar) {
            prop_assert!(!remarks.is_empty());
            for remark in remarks {
                prop_assert!(remark.line.is_some_and(|line| (1..=lines).contains(&line)));
            }
        }
    }
}

/// What every reader of a document relies on.
fn check_coherent(document: &Document) -> Result<(), TestCaseError> {
    let mut seen = std::collections::HashSet::new();
    for section in &document.sections {
        prop_assert!(seen.insert(&section.id), "{} twice", section.id);
        prop_assert!(section.text.is_char_boundary(section.head));
        prop_assert!(section.first_line <= section.last_line);
        prop_assert!(section.pages.is_sorted_by_key(|start| start.offset));
        prop_assert!(section.parent.as_ref().is_none_or(|id| document.section(id).is_some()));
        prop_assert!(ancestors(document, section).all(|above| above.id != section.id));
        for speaker in &section.speakers {
            prop_assert!(document.people.iter().any(|person| person.name == speaker.name));
        }
    }
    for person in &document.people {
        let mut speakers = document.sections.iter().flat_map(|section| &section.speakers);
        prop_assert!(speakers.any(|speaker| speaker.name == person.name), "{}", person.name);
    }
    Ok(())
}
