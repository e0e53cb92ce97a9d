//! Every occurrence of a query, and what counts as one.

use crate::library::{Built, Library, section};
use glane_document::SectionKind;
use glane_query::{Concordance, ConcordanceKey, Filters, Occurrence, Reach, occurrences};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const HEAD: &str = "Atelier 2 Le recours\nAnna Vidal, directrice de l'accueil\n";
const BODY: &str = "Le non-recours aux aides se mesure mal. Un recours gracieux, des recours \
                    contentieux : l'accueil y répond. Les aides au logement des jeunes, l'aide aux \
                    jeunes sans logement. ";

fn shelf() -> Built {
    let mut library = Library::default();
    library
        .document("b/actes.txt", "Actes de l'hiver", "2019-03-04")
        .acronym("RSA", "revenu de solidarité active")
        .with(section(SectionKind::Plenary, "", "Ouverture").text("", "Accueillir, aider. Fin. "))
        .with(
            section(SectionKind::Workshop, "2", "Le recours")
                .speakers(&["Anna Vidal"])
                .text(HEAD, BODY),
        );
    library.document("a/note.txt", "Note sur l'accueil", "2021-05-06").with(
        section(SectionKind::Section, "", "Le budget").text(
            "",
            "Le RSA, ou revenu de solidarité active, et un budget. Anna Vidal en parle. ",
        ),
    );
    library.build()
}

fn found(shelf: &Built, asked: &Concordance) -> Vec<Occurrence> {
    occurrences(shelf.index(), asked).unwrap().map(Result::unwrap).collect()
}

fn pivots(query: &str, with: impl Fn(&mut Concordance)) -> Vec<String> {
    let mut asked = Concordance::new(query);
    with(&mut asked);
    found(&shelf(), &asked).into_iter().map(|occurrence| occurrence.pivot).collect()
}

#[track_caller]
fn check(query: &str, expect: &[&str]) {
    assert_eq!(pivots(query, |_| ()), expect, "{query}");
}

#[test]
fn a_word_is_found_in_any_number_headings_and_people_included() {
    check("recours", &["recours", "recours", "recours", "recours"]);
    check("aide", &["aides", "aides", "aide"]);
    check("directrice", &["directrice"]);
    check("=aide", &["aide"]);
}

#[test]
fn what_is_known_of_a_section_besides_its_text_has_no_occurrence() {
    check("hiver", &[]);
    check("plénière", &[]);
}

#[test]
fn a_word_of_the_same_family_counts_where_it_is_asked_for() {
    check("accueil", &["accueil", "accueil"]);
    let family = pivots("accueil", |asked| asked.reach = Reach::Family);
    assert_eq!(family, ["Accueillir", "accueil", "accueil"]);
}

#[test]
fn a_phrase_a_compound_and_an_acronym_are_one_occurrence_each() {
    check("« aides au logement »", &["aides au logement"]);
    check("non-recours", &["non-recours"]);
    check("nonrecours", &["non-recours"]);
    check("RSA", &["RSA", "revenu de solidarité active"]);
    check("Vidal", &["Anna Vidal", "Anna Vidal"]);
}

#[test]
fn words_near_to_each_other_are_one_occurrence_from_the_first_to_the_last() {
    check("« logement jeunes »~2", &["logement des jeunes", "jeunes sans logement"]);
    check("« logement jeunes »~0", &[]);
}

#[test]
fn words_side_by_side_are_occurrences_where_all_stand() {
    check("recours gracieux", &["recours", "recours", "recours", "gracieux", "recours"]);
    check("recours budget", &[]);
    check("budget OU gracieux", &["budget", "gracieux"]);
    let asked = Concordance::new("recours gracieux");
    let shelf = shelf();
    let notes = occurrences(shelf.index(), &asked).unwrap();
    assert!(notes.notes()[0].starts_with("Mots côte à côte"), "{:?}", notes.notes());
}

#[test]
fn of_what_overlaps_the_longest_is_an_occurrence() {
    check("recours OU non-recours", &["recours", "non-recours", "recours", "recours"]);
    check("aide OU « aides au logement »", &["aides", "aides au logement", "aide"]);
}

#[test]
fn sauf_leaves_out_sections_and_except_occurrences() {
    check("aide SAUF gracieux", &[]);
    check("recours SAUF budget", &["recours", "recours", "recours", "recours"]);
    let asked = Concordance {
        except: Some("non-recours OU « recours gracieux »".to_owned()),
        ..Concordance::new("recours")
    };
    let starts: Vec<usize> = found(&shelf(), &asked).iter().map(|one| one.bytes.start).collect();
    let text = format!("{HEAD}{BODY}");
    let expect = [text.find("recours\n"), text.find("recours contentieux")];
    assert_eq!(starts, expect.map(Option::unwrap));
}

#[test]
fn filters_narrow_a_concordance() {
    let by =
        |filters: Filters| pivots("accueil OU budget", |asked| asked.filters = filters.clone());
    assert_eq!(by(Filters::default()), ["budget", "accueil", "accueil"]);
    assert_eq!(by(Filters { years: vec![2021..=2021], ..Filters::default() }), ["budget"]);
    let kind = Filters { kind: vec!["atelier".to_owned()], ..Filters::default() };
    assert_eq!(by(kind), ["accueil", "accueil"]);
    check("année:2021 (accueil OU budget)", &["budget"]);
}

#[test]
fn documents_follow_their_paths_and_occurrences_their_text() {
    let all = found(&shelf(), &Concordance::new("recours OU budget OU fin"));
    let places: Vec<(&str, &str, usize)> = all
        .iter()
        .map(|one| (one.place.source.as_str(), one.place.section.as_str(), one.bytes.start))
        .collect();
    assert_eq!(places[0].0, "a/note.txt");
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn contexts_have_so_many_words_and_end_with_the_section() {
    let asked = Concordance { context: 3, ..Concordance::new("« recours gracieux »") };
    let one = &found(&shelf(), &asked)[0];
    assert_eq!(
        (one.left.as_str(), one.right.as_str()),
        ("mesure mal. Un ", ", des recours contentieux")
    );
    let asked = Concordance { context: 100, ..Concordance::new("« recours gracieux »") };
    let one = &found(&shelf(), &asked)[0];
    assert_eq!(format!("{}{}{}", one.left, one.pivot, one.right), format!("{HEAD}{BODY}"));
    let asked = Concordance { context: 0, ..Concordance::new("gracieux") };
    let one = &found(&shelf(), &asked)[0];
    assert_eq!((one.left.as_str(), one.right.as_str()), ("", ""));
}

#[test]
fn a_concordance_is_sorted_on_what_surrounds() {
    let by = |keys: &[ConcordanceKey]| -> Vec<String> {
        let sort = keys.to_vec();
        let asked = Concordance { sort, context: 1, ..Concordance::new("recours") };
        let line = |one: Occurrence| format!("{}|{}", one.left.trim(), one.right.trim());
        found(&shelf(), &asked).into_iter().map(line).collect()
    };
    assert_eq!(
        by(&[ConcordanceKey::Left(1)]),
        ["des|contentieux", "Le|Anna", "non-|aux", "Un|gracieux,"]
    );
    assert_eq!(
        by(&[ConcordanceKey::Right(1)]),
        ["Le|Anna", "non-|aux", "des|contentieux", "Un|gracieux,"]
    );
    let keys = [ConcordanceKey::Pivot, ConcordanceKey::Document, ConcordanceKey::Left(2)];
    assert_eq!(by(&keys)[0], "Le|Anna", "Atelier 2 Le");
}

#[test]
fn dates_are_sorted_with_the_unknown_last() {
    let mut library = Library::default();
    for (id, date) in [("1.txt", "2020-01-02"), ("2.txt", "2001-01-02")] {
        let part = section(SectionKind::Section, "", "Titre").text("", "Un guichet. ");
        library.document(id, "Titre", date).with(part);
    }
    let shelf = library.build();
    let sort = vec![ConcordanceKey::Date];
    let all = found(&shelf, &Concordance { sort, ..Concordance::new("guichet") });
    let years: Vec<Option<i16>> = all.iter().map(|one| one.place.year).collect();
    assert_eq!(years, [Some(2001), Some(2020)]);
}

#[test]
fn whatever_is_asked_every_offset_slices_to_its_pivot() {
    const QUERY: &str =
        "(recours|aide|« aides au »|non-|OU|SAUF|\\(|logement|jeunes|~3|préc\\*|«|=élu| ){1,9}";
    let shelf = shelf();
    let asked = (QUERY, 0usize..30, any::<bool>());
    let mut runner = TestRunner::new(ProptestConfig::with_cases(256));
    let checked = runner.run(&asked, |(query, context, is_sorted)| {
        let sort = if is_sorted { vec![ConcordanceKey::Right(2)] } else { Vec::new() };
        for one in found(&shelf, &Concordance { context, sort, ..Concordance::new(query) }) {
            let id = format!("{}#{}", one.place.source, one.place.section);
            let (_, section) = shelf.index().section(&id).unwrap().unwrap();
            prop_assert_eq!(&section.text[one.bytes.range()], &one.pivot);
            prop_assert!(section.text[..one.bytes.start].ends_with(&one.left));
            prop_assert!(section.text[one.bytes.end..].starts_with(&one.right));
        }
        Ok(())
    });
    checked.unwrap();
}
