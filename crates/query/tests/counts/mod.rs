//! How often queries occur, by part.

use glane_document::SectionKind;
use glane_query::statistics::Frequencies;
use glane_query::{Count, CountTable, Dimension, Filters, Zeros, count};

use crate::library::{Built, Library, section};

/// Two events; fourteen words in 2019, six in 2021, and four without a date of their own.
fn shelf() -> Built {
    let mut library = Library::default();
    library
        .document("b/actes.txt", "Actes", "2019-03-04")
        .place("Brest")
        .with(
            section(SectionKind::Workshop, "1", "Guichet")
                .speakers(&["Anna Vidal", "Luc Roy"])
                .text("Atelier 1 Guichet\n", "L'accueil du guichet. Un non-recours. "),
        )
        .with(
            section(SectionKind::Plenary, "", "Fin")
                .speakers(&["Anna Vidal"])
                .text("", "Le guichet. "),
        );
    library
        .document("a/note.txt", "Note", "2021-05-06")
        .with(section(SectionKind::Section, "", "Budget").text("", "Le budget de 12 000 euros. "));
    library.build()
}

fn counted(queries: &[&str], by: &[Dimension]) -> CountTable {
    let asked = Count { by: by.to_vec(), ..Count::new(queries.iter().copied()) };
    count(shelf().index(), &asked).unwrap()
}

/// Parts with occurrences and words of the first query.
fn parts(table: &CountTable) -> Vec<(String, u64, u64)> {
    let name = |part: &[Option<String>]| {
        part.iter().map(|name| name.as_deref().unwrap_or("?")).collect::<Vec<_>>().join("/")
    };
    let row = |row: &glane_query::CountRow| {
        (name(&row.part), row.cells[0].occurrences, row.cells[0].words)
    };
    table.rows.iter().map(row).collect()
}

#[track_caller]
fn check(by: &[Dimension], expect: &[(&str, u64, u64)]) {
    let expect: Vec<_> =
        expect.iter().map(|(name, count, words)| ((*name).to_owned(), *count, *words)).collect();
    assert_eq!(parts(&counted(&["guichet"], by)), expect, "{by:?}");
}

#[test]
fn words_are_the_positions_of_the_analyzer_headings_included() {
    // Atelier 1 Guichet / L' accueil du guichet / Un non recours: ten. Le guichet: two. Le budget
    // de 12 000 euros: five.
    check(&[Dimension::Year], &[("2019", 3, 12), ("2021", 0, 5)]);
    let total = counted(&["guichet"], &[]).total.cells[0];
    assert_eq!((total.occurrences, total.words, total.specificity), (3, 17, 0.0));
    assert_eq!((total.passages, total.sections, total.documents), (2, 2, 1));
}

#[test]
fn parts_are_told_by_each_dimension() {
    check(&[Dimension::Document], &[("b/actes.txt", 3, 12)]);
    check(&[Dimension::Section], &[("b/actes.txt#1", 2, 10), ("b/actes.txt#2", 1, 2)]);
    check(&[Dimension::Kind], &[("workshop", 2, 10), ("plenary", 1, 2)]);
    check(&[Dimension::Place], &[("Brest", 3, 12)]);
    check(&[Dimension::Theme], &[("?", 3, 17)]);
    check(&[Dimension::Event], &[("?", 3, 17)]);
    check(&[Dimension::Speaker], &[("Anna Vidal", 3, 12), ("Luc Roy", 2, 10)]);
    check(&[Dimension::Year, Dimension::Kind], &[("2019/plenary", 1, 2), ("2019/workshop", 2, 10)]);
}

#[test]
fn parts_without_an_occurrence_are_counted_and_told_where_asked_for() {
    let table = counted(&["guichet"], &[Dimension::Document]);
    assert_eq!((table.rows.len(), table.left_out), (1, 1));
    let asked =
        Count { by: vec![Dimension::Document], zeros: Zeros::All, ..Count::new(["guichet"]) };
    let table = count(shelf().index(), &asked).unwrap();
    assert_eq!((table.rows.len(), table.left_out), (2, 0));
    assert_eq!(table.rows[0].part, [Some("a/note.txt".to_owned())]);
}

#[test]
fn filters_and_restrictions_narrow_words_and_what_is_left_out_does_not() {
    let filters = Filters { kind: vec!["atelier".to_owned()], ..Filters::default() };
    let asked = Count { filters, ..Count::new(["guichet", "accueil"]) };
    let cells = count(shelf().index(), &asked).unwrap().total.cells;
    assert_eq!([cells[0].words, cells[1].words], [10, 10]);
    assert_eq!(counted(&["année:2021 budget"], &[]).total.cells[0].words, 5);
    let left_out = counted(&["guichet SAUF accueil"], &[]).total.cells[0];
    assert_eq!((left_out.occurrences, left_out.words), (1, 17));
}

#[test]
fn several_queries_stand_side_by_side() {
    let table = counted(&["guichet", "budget"], &[Dimension::Year]);
    let occurrences: Vec<[u64; 2]> =
        table.rows.iter().map(|row| [0, 1].map(|at| row.cells[at].occurrences)).collect();
    assert_eq!(occurrences, [[3, 0], [0, 1]]);
}

#[test]
fn rates_and_specificities_are_those_of_the_counts() {
    let table = counted(&["guichet"], &[Dimension::Year]);
    let cell = table.rows[0].cells[0];
    let frequencies = Frequencies { part: 3, corpus: 3, part_words: 12, corpus_words: 17 };
    assert_eq!(cell.per_10_000, 2500.0);
    assert_eq!(cell.specificity, frequencies.specificity());
    assert!(cell.specificity > 0.0 && cell.is_banal());
    assert!(table.rows[1].cells[0].specificity < 0.0);
}
