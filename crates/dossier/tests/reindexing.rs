//! A kept dossier before an index that changed since.

use glane_document::{Document, PageStart, Section, SectionKind};
use glane_dossier::{Dossier, Standing, pick, refresh};
use glane_index::{Builder, Index};
use glane_ingest::passages;
use tempfile::TempDir;

/// A document with one workshop for each of `workshops`: its number, its title, its text.
fn document(id: &str, workshops: &[(&str, &str, &str)]) -> Document {
    let mut document = Document::new(id, id);
    document.title = Some("Rencontres de l'accueil".to_owned());
    for (number, title, text) in workshops {
        let mut section = Section::new(SectionKind::Workshop);
        section.id = format!("atelier-{number}");
        section.number = Some((*number).to_owned());
        section.title = Some((*title).to_owned());
        section.text = format!("Atelier {number} : {title}\n\n{text}");
        section.head = section.text.len() - text.len();
        section.pages = vec![PageStart { offset: 0, page: 31, sheet: None }];
        document.sections.push(section);
    }
    document
}

fn indexed(documents: &[Document]) -> (TempDir, Index) {
    let dir = tempfile::tempdir().expect("an index");
    let builder = Builder::new(dir.path(), "corpus".as_ref()).expect("an index");
    for document in documents {
        builder.add(document, &passages(document)).expect("an index");
    }
    builder.publish().expect("an index");
    let index = Index::open(dir.path()).expect("an index");
    (dir, index)
}

const COUNTER: &str = "On nous dit que l'accueil est une vitrine.\n\nPersonne ne demande à celle qui \
                       la tient ce qu'elle y voit passer.";

fn kept() -> Dossier {
    let (_dir, index) = indexed(&[document("actes.txt", &[("4", "Derrière le guichet", COUNTER)])]);
    let mut dossier = Dossier::default();
    let excerpt = pick(&index, "actes.txt#atelier-4", &[], Some("accueil")).expect("an index");
    dossier.add(excerpt.expect("the section is there"));
    dossier.annotate(1, "Commencer par là.");
    dossier
}

/// What becomes of the excerpt in an index of `documents`, and the dossier then.
fn after(documents: &[Document]) -> (Standing, Dossier) {
    let (_dir, index) = indexed(documents);
    let mut dossier = kept();
    let standings = refresh(&mut dossier, &index).expect("an index");
    assert_eq!(standings.len(), 1);
    (standings[0].1, dossier)
}

#[test]
fn a_section_is_picked_without_its_head_and_cited() {
    let dossier = kept();
    let excerpt = &dossier.excerpts[0];
    assert_eq!(excerpt.pieces.len(), 1);
    assert_eq!(excerpt.pieces[0].text, COUNTER);
    assert_eq!(excerpt.query.as_deref(), Some("accueil"));
    assert_eq!(
        excerpt.citation,
        "« Atelier 4 — Derrière le guichet », in Rencontres de l'accueil, p. 31."
    );
}

#[test]
fn a_passage_or_stretches_are_picked_by_name() {
    let long = "Une phrase sur le guichet, assez longue pour compter. ".repeat(80);
    let (_dir, index) = indexed(&[document("a.txt", &[("1", "Long", &long)])]);
    let whole = pick(&index, "a.txt#atelier-1", &[], None).unwrap().unwrap();
    let second = pick(&index, "a.txt#atelier-1@2", &[], None).unwrap().unwrap();
    assert!(second.words() < whole.words());
    assert!(second.pieces[0].range.start > 1_000, "{:?}", second.pieces[0].range);
    assert_eq!(second.section, "a.txt#atelier-1");
    let part = pick(&index, "a.txt#atelier-1", &[18..37], None).unwrap().unwrap();
    assert_eq!(part.pieces[0].text, "Une phrase sur le g");
    for absent in ["a.txt", "a.txt#atelier-2", "a.txt#atelier-1@99", "b.txt#atelier-1"] {
        assert_eq!(pick(&index, absent, &[], None).unwrap(), None, "{absent}");
    }
}

#[test]
fn what_did_not_change_stays_where_it_was() {
    let (standing, dossier) =
        after(&[document("actes.txt", &[("4", "Derrière le guichet", COUNTER)])]);
    assert_eq!(standing, Standing::Same);
    assert_eq!(dossier, kept());
}

#[test]
fn a_text_extracted_anew_keeps_its_words_and_gets_its_new_reference() {
    let wrapped =
        COUNTER.replace("que l'accueil", "que\nl’accueil").replace("guichet", "gui-\nchet");
    let text = format!("Un paragraphe de plus.\n\n{wrapped}");
    let (standing, dossier) = after(&[document("actes.txt", &[("4", "Au guichet", &text)])]);
    assert_eq!(standing, Standing::Same);
    let excerpt = &dossier.excerpts[0];
    assert_eq!(excerpt.pieces[0].text, COUNTER, "words stay as they were kept");
    assert_eq!(excerpt.title, "Atelier 4 — Au guichet");
    assert!(excerpt.citation.contains("Au guichet"), "{}", excerpt.citation);
    assert_eq!(
        (excerpt.note.as_str(), excerpt.query.as_deref()),
        ("Commencer par là.", Some("accueil"))
    );
}

#[test]
fn words_that_went_to_another_section_or_folder_are_followed() {
    let other =
        document("actes.txt", &[("4", "Autre chose", "Rien ici."), ("5", "Guichets", COUNTER)]);
    let (standing, dossier) = after(&[other]);
    assert_eq!(standing, Standing::Moved);
    assert_eq!(dossier.excerpts[0].section, "actes.txt#atelier-5");
    let (standing, dossier) =
        after(&[document("2019/actes.txt", &[("4", "Derrière le guichet", COUNTER)])]);
    assert_eq!(standing, Standing::Moved);
    assert_eq!(dossier.excerpts[0].section, "2019/actes.txt#atelier-4");
}

#[test]
fn words_that_are_not_there_any_more_are_told_and_kept() {
    let text = "On nous dit tout autre chose à présent.";
    let (standing, dossier) =
        after(&[document("actes.txt", &[("4", "Derrière le guichet", text)])]);
    assert_eq!(standing, Standing::Changed);
    assert_eq!(dossier, kept());
    let (standing, dossier) =
        after(&[document("notes.txt", &[("4", "Derrière le guichet", COUNTER)])]);
    assert_eq!(standing, Standing::Left);
    assert_eq!(dossier, kept());
}
