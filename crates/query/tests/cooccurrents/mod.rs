//! The words around a query, and those of the parts of a corpus.

use glane_document::SectionKind;
use glane_query::statistics::{Frequencies, log_dice};
use glane_query::{
    Cooccurrence, Dimension, Filters, Span, Specific, StopWords, WordLevel, cooccurrences,
    specificities,
};

use crate::library::{Built, Library, section};

/// Two passages in the first section, one in each other.
fn shelf() -> Built {
    let part = |kind, text| section(kind, "", "Titre").text("", text);
    let mut library = Library::default();
    library
        .document("a.txt", "Actes", "2019-03-04")
        .with(part(SectionKind::Workshop, "Un guichet unique ouvre. Le guichet unique rassure. "))
        .with(part(SectionKind::Plenary, "Les guichets uniques ferment. "));
    library
        .document("b.txt", "Note", "2021-05-06")
        .with(part(SectionKind::Section, "Un tarif unique, un budget. "));
    library.build()
}

/// Words around `guichet` with how often they stand there and in the corpus.
fn around(with: impl Fn(&mut Cooccurrence)) -> (Vec<(String, u64, u64)>, u64) {
    let mut asked = Cooccurrence { least: 1, ..Cooccurrence::new("guichet") };
    with(&mut asked);
    let table = cooccurrences(shelf().index(), &asked).unwrap();
    assert_eq!((table.occurrences, table.corpus_words), (3, 17));
    let row = |row: &glane_query::Cooccurrent| {
        (row.word.clone(), row.frequencies.part, row.frequencies.corpus)
    };
    let mut rows: Vec<_> = table.rows.iter().map(row).collect();
    rows.sort();
    (rows, table.context_words)
}

#[track_caller]
fn check(with: impl Fn(&mut Cooccurrence), words: u64, expect: &[(&str, u64, u64)]) {
    let expect: Vec<_> =
        expect.iter().map(|(word, part, all)| ((*word).to_owned(), *part, *all)).collect();
    assert_eq!(around(with), (expect, words));
}

#[test]
fn a_window_has_words_on_either_side_within_the_section() {
    let window =
        |left, right| move |asked: &mut Cooccurrence| asked.span = Span::Window { left, right };
    check(window(1, 0), 3, &[("le", 1, 1), ("les", 1, 1), ("un", 1, 3)]);
    // The window goes over the border of passages: « ouvre » stands before « Le guichet ».
    check(window(2, 0), 4, &[("le", 1, 1), ("les", 1, 1), ("ouvre", 1, 1), ("un", 1, 3)]);
    check(window(0, 1), 3, &[("unique", 3, 4)]);
    check(window(0, 0), 0, &[]);
}

#[test]
fn a_word_near_to_two_occurrences_counts_once_and_occurrences_do_not() {
    let whole = [
        ("ferment", 1, 1),
        ("le", 1, 1),
        ("les", 1, 1),
        ("ouvre", 1, 1),
        ("rassure", 1, 1),
        ("un", 1, 3),
        ("unique", 3, 4),
    ];
    check(|asked| asked.span = Span::Window { left: 9, right: 9 }, 9, &whole);
    check(|asked| asked.span = Span::Section, 9, &whole);
    check(|asked| asked.span = Span::Passage, 9, &whole);
}

#[test]
fn words_are_forms_or_joined_by_number_and_gender() {
    let uniques = |asked: &mut Cooccurrence| {
        asked.level = WordLevel::Form;
        asked.span = Span::Window { left: 0, right: 1 };
    };
    check(uniques, 3, &[("unique", 2, 3), ("uniques", 1, 1)]);
}

#[test]
fn function_words_and_rare_ones_are_left_out_of_the_list_alone() {
    let content = |asked: &mut Cooccurrence| asked.stop_words = StopWords::LeftOut;
    check(content, 9, &[("ferment", 1, 1), ("ouvre", 1, 1), ("rassure", 1, 1), ("unique", 3, 4)]);
    check(|asked| asked.least = 2, 9, &[("unique", 3, 4)]);
}

#[test]
fn scores_are_those_of_the_frequencies() {
    let asked = Cooccurrence { least: 1, ..Cooccurrence::new("guichet") };
    let table = cooccurrences(shelf().index(), &asked).unwrap();
    let row = table.rows.iter().find(|row| row.word == "unique").unwrap();
    let frequencies = Frequencies { part: 3, corpus: 4, part_words: 9, corpus_words: 17 };
    assert_eq!(row.frequencies, frequencies);
    assert_eq!(row.expected, frequencies.expected());
    assert_eq!(row.specificity, frequencies.specificity());
    assert_eq!(row.log_likelihood, frequencies.log_likelihood());
    assert_eq!(row.log_dice, log_dice(3, 3, 4));
    assert!(table.rows.is_sorted_by(|one, other| one.specificity >= other.specificity));
}

#[test]
fn filters_narrow_the_corpus_that_cooccurrents_are_compared_with() {
    let mut asked = Cooccurrence { least: 1, ..Cooccurrence::new("guichet") };
    asked.around.filters = Filters { kind: vec!["workshop".to_owned()], ..Filters::default() };
    let table = cooccurrences(shelf().index(), &asked).unwrap();
    assert_eq!((table.occurrences, table.corpus_words), (2, 8));
}

#[test]
fn parts_have_words_of_their_own() {
    let mut library = Library::default();
    for (id, date, word) in
        [("a.txt", "2019-03-04", "guichet "), ("b.txt", "2021-05-06", "budget ")]
    {
        let text = format!("Le {} de tous. ", word.repeat(12));
        let part = section(SectionKind::Section, "", "Titre").text("", &text);
        library.document(id, "Titre", date).with(part);
    }
    let shelf = library.build();
    let table = specificities(shelf.index(), &Specific::new(Dimension::Year)).unwrap();
    assert_eq!(table.corpus_words, 30);
    let told = |at: usize| {
        let part = &table.parts[at];
        let words = |words: &[glane_query::SpecificWord]| {
            words.iter().map(|word| word.word.clone()).collect::<Vec<_>>()
        };
        (part.part.clone().unwrap_or_default(), words(&part.over), words(&part.under))
    };
    let words = |word: &str| vec![word.to_owned()];
    assert_eq!(told(0), ("2019".to_owned(), words("guichet"), words("budget")));
    assert_eq!(told(1), ("2021".to_owned(), words("budget"), words("guichet")));
    let frequencies = Frequencies { part: 12, corpus: 12, part_words: 15, corpus_words: 30 };
    assert_eq!(table.parts[0].over[0].frequencies, frequencies);
    assert_eq!(table.parts[0].over[0].specificity, frequencies.specificity());
}
