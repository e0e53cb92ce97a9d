//! Packs from a library of invented documents.

use glane_document::{Document, Function, Section, SectionKind, Speaker};
use glane_dossier::{Pack, Recipe, Timing, pack};
use glane_index::{Builder, Index};
use glane_ingest::passages;
use glane_query::Filters;
use tempfile::TempDir;

/// Documents to be indexed.
#[derive(Default)]
struct Library(Vec<Document>);

impl Library {
    /// Adds a workshop to a document, made if need be.
    fn workshop(&mut self, document: &str, speaker: &str, text: &str) -> &mut Section {
        if !self.0.iter().any(|own| own.id == document) {
            self.0.push(Document::new(document, document));
        }
        let own = self.0.iter_mut().find(|own| own.id == document).expect("it was added");
        let mut section = Section::new(SectionKind::Workshop);
        section.id = format!("atelier-{}", own.sections.len() + 1);
        section.title = Some(format!("Séance {}", own.sections.len() + 1));
        section.speakers = vec![Speaker::new(speaker, speaker, Function::Speaker)];
        section.text = text.to_owned();
        own.sections.push(section);
        own.sections.last_mut().expect("it was added")
    }

    fn built(&self) -> (TempDir, Index) {
        let dir = tempfile::tempdir().expect("a folder");
        let builder = Builder::new(dir.path(), "corpus".as_ref()).expect("a build");
        for document in &self.0 {
            builder.add(document, &passages(document)).expect("added");
        }
        builder.publish().expect("published");
        let index = Index::open(dir.path()).expect("an index");
        (dir, index)
    }

    #[track_caller]
    fn pack(&self, most: usize, minutes: Option<u32>) -> Pack {
        let timing = Timing { minutes, ..Timing::default() };
        let recipe =
            Recipe { query: "guichet".to_owned(), filters: Filters::default(), most, timing };
        let (_dir, index) = self.built();
        pack(&index, &recipe).expect("a pack")
    }
}

/// A text of `sentences` sentences of 20 words about the counter, each with words of its own.
fn text(seed: &str, sentences: usize) -> String {
    let sentence = |n: usize| {
        let own: Vec<String> = (0..17).map(|word| format!("{seed}{n}x{word}")).collect();
        format!("Le guichet {} fin.", own.join(" "))
    };
    (0..sentences).map(sentence).collect::<Vec<_>>().join(" ")
}

fn sections(pack: &Pack) -> Vec<&str> {
    pack.dossier.excerpts.iter().map(|kept| kept.section.as_str()).collect()
}

#[test]
fn one_person_speaks_twice_at_most() {
    let mut library = Library::default();
    for n in 0..4 {
        library.workshop(&format!("{n}.txt"), "Zoé Caron", &text(&format!("a{n}"), 10));
    }
    library.workshop("autre.txt", "Luc Roux", &text("b", 10));
    let pack = library.pack(12, None);
    assert_eq!((pack.dossier.excerpts.len(), pack.passed.speaker), (3, 2));
    assert!(sections(&pack).contains(&"autre.txt#atelier-1"));
}

#[test]
fn one_document_gives_three_excerpts_at_most() {
    let mut library = Library::default();
    for n in 0..5 {
        library.workshop("a.txt", &format!("Personne {n}"), &text(&format!("a{n}"), 10));
    }
    library.workshop("b.txt", "Luc Roux", &text("b", 10));
    let pack = library.pack(12, None);
    assert_eq!((pack.dossier.excerpts.len(), pack.passed.document), (4, 2));
}

#[test]
fn what_repeats_another_excerpt_is_left_out() {
    let mut library = Library::default();
    library.workshop("a.txt", "Zoé Caron", &text("a", 10));
    library.workshop("copie.txt", "Z. Caron", &text("a", 10).to_uppercase());
    library.workshop("b.txt", "Luc Roux", &text("b", 10));
    let pack = library.pack(12, None);
    assert_eq!((pack.dossier.excerpts.len(), pack.passed.duplicate), (2, 1));
}

#[test]
fn excerpts_are_whole_sentences_of_a_readable_length() {
    let mut library = Library::default();
    library.workshop("a.txt", "Zoé Caron", &text("a", 40));
    library.workshop("b.txt", "Luc Roux", &text("b", 5));
    library.workshop("court.txt", "Ana Brel", &text("c", 2));
    library.workshop("renvois.txt", "Paul Brun", &text("d", 10)).kind = SectionKind::References;
    let pack = library.pack(12, None);
    assert_eq!((pack.dossier.excerpts.len(), pack.passed.short), (2, 2));
    for kept in &pack.dossier.excerpts {
        let words = kept.paragraphs().join(" ");
        assert!((80..=250).contains(&kept.words()), "{} words", kept.words());
        assert!(words.starts_with("Le guichet") && words.ends_with("fin."), "{words}");
        assert_eq!(kept.query.as_deref(), Some("guichet"));
    }
}

#[test]
fn what_is_taken_fits_in_the_number_and_in_the_time() {
    let mut library = Library::default();
    for n in 0..8 {
        library.workshop(
            &format!("{n}.txt"),
            &format!("Personne {n}"),
            &text(&format!("a{n}"), 10),
        );
    }
    assert_eq!(library.pack(5, None).dossier.excerpts.len(), 5);
    let pack = library.pack(12, Some(30));
    let timing = pack.dossier.recipe.as_ref().expect("a recipe").timing;
    assert_eq!(pack.dossier.excerpts.len(), 3, "eight minutes each, and about one to read");
    assert!(timing.of(&pack.dossier) <= 30);
}

#[test]
fn nothing_found_makes_an_empty_pack() {
    let mut library = Library::default();
    library.workshop("a.txt", "Zoé Caron", "Rien ici ne répond.");
    let pack = library.pack(12, None);
    assert!(pack.dossier.excerpts.is_empty() && pack.total == 0);
}

#[test]
fn the_same_recipe_makes_the_same_pack() {
    let mut library = Library::default();
    for n in 0..6 {
        library.workshop(
            &format!("{n}.txt"),
            &format!("Personne {n}"),
            &text(&format!("a{n}"), 20),
        );
    }
    assert_eq!(library.pack(4, Some(60)), library.pack(4, Some(60)));
}
