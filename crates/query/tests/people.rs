//! People: found as they are remembered, and only where they are heard.
#![expect(clippy::unwrap_used, reason = "a test that cannot index or search has failed")]

use glane_document::{Document, Function, Passage, Section, SectionKind, Speaker, Zone};
use glane_index::{Builder, Index};
use glane_query::{Answer, Filters, Search, search};

/// Sections: who is heard, who else is named in the heading, and the text.
const SECTIONS: [(&str, &[&str], &[&str], &str); 7] = [
    ("goff", &["Bénédicte Le Goff"], &[], "Le guichet s'ouvre à tous les habitants."),
    ("dupont", &["Jean-Marc Dupont-Moreau"], &[], "La régie de l'eau vient d'être créée."),
    ("lantier", &["Philippe Lantier"], &[], "Les aides sont versées trop tard."),
    ("lanthier", &["Odile Lantier"], &[], "Le portage des repas change de mains."),
    ("tour", &["Anne de La Tour"], &[], "La tour de l'hôtel de ville est fermée."),
    ("mcallan", &["Sean McAllan"], &["Bénédicte Le Goff"], "Un exemple venu d'Écosse."),
    ("cite", &[], &[], "Comme l'écrit Philippe Lantier, l'aide vient trop tard."),
];

/// The sections indexed, one document each.
fn index(dir: &std::path::Path) -> Index {
    let builder = Builder::new(dir, "corpus".as_ref()).unwrap();
    for (id, heard, organisers, text) in SECTIONS {
        let mut document = Document::new(id, format!("corpus/{id}"));
        let mut section = Section::new(SectionKind::Workshop);
        section.id = "1".to_owned();
        section.text = text.to_owned();
        let functions = [(heard, Function::Speaker), (organisers, Function::Organiser)];
        section.speakers = functions
            .iter()
            .flat_map(|(names, function)| names.iter().map(move |name| (name, *function)))
            .map(|(name, function)| Speaker::new(name, name, function))
            .collect();
        document.sections.push(section);
        let text = text.to_owned();
        let passage = Passage {
            section: 0,
            ordinal: 1,
            offset: 0,
            text,
            head: 0,
            page: None,
            sheet: None,
            zone: Zone::Body,
        };
        builder.add(&document, &[passage]).unwrap();
    }
    builder.publish().unwrap();
    Index::open(dir).unwrap()
}

fn ask(query: &str, speaker: Option<&str>) -> Answer {
    let dir = tempfile::tempdir().unwrap();
    let index = index(dir.path());
    let filters =
        Filters { speaker: speaker.map(str::to_owned).into_iter().collect(), ..Filters::default() };
    search(&index, &Search { filters, ..Search::new(query) }).unwrap()
}

/// Where someone is heard, by the filter.
#[track_caller]
fn check_heard(speaker: &str, expect: &[&str]) {
    let answer = ask("", Some(speaker));
    let mut found: Vec<&str> = answer.hits.iter().map(|hit| hit.source.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, expect, "{speaker}");
}

/// The first section that answers a query, and all that is said of the query.
#[track_caller]
fn check_first(query: &str, expect: &str, notes: &[&str]) {
    let answer = ask(query, None);
    let first = answer.hits.first().map(|hit| hit.source.as_str());
    assert_eq!(first, Some(expect), "{query}");
    assert_eq!(answer.notes, notes, "{query}");
}

#[test]
fn case_accents_order_and_civility_do_not_matter() {
    for name in
        ["Bénédicte Le Goff", "LE GOFF Bénédicte", "benedicte le goff", "Mme Le Goff", "le goff"]
    {
        check_heard(name, &["goff"]);
    }
    check_heard("DE LA TOUR Anne", &["tour"]);
    check_heard("M. McAllan", &["mcallan"]);
    check_heard("MC ALLAN", &["mcallan"]);
}

#[test]
fn a_hyphen_between_names_does_not_matter() {
    for name in ["Dupont Moreau", "Dupont-Moreau", "jean marc dupont-moreau", "DUPONT–MOREAU"] {
        check_heard(name, &["dupont"]);
    }
}

#[test]
fn initials_and_shortened_first_names_stand_for_them() {
    for name in ["P. Lantier", "Ph. Lantier", "Ph. LANTIER", "Lantier Ph."] {
        check_heard(name, &["lantier"]);
    }
    check_heard("O. Lantier", &["lanthier"]);
    check_heard("J.-M. Dupont-Moreau", &["dupont"]);
    check_heard("JM Dupont-Moreau", &["dupont"]);
    check_heard("B. Lantier", &[]);
}

#[test]
fn small_misspellings_are_forgiven_and_homonyms_stay_apart() {
    check_heard("Bénédicte Le Gof", &["goff"]);
    check_heard("benedicte legoff", &["goff"]);
    check_heard("Filippe Lantier", &["lantier"]);
    check_heard("Philippe Lanthier", &["lantier"]);
    check_heard("Philipe Lantier", &["lantier"]);
    check_heard("Philippe Latnier", &["lantier"]);
    check_heard("Lantier", &["lanthier", "lantier"]);
    check_heard("Philippe Moreau", &[]);
}

#[test]
fn who_is_only_mentioned_or_organises_is_not_heard() {
    check_heard("Philippe Lantier", &["lantier"]);
    check_heard("Le Goff", &["goff"]);
    let answer = ask("Philippe Lantier", None);
    let sources: Vec<&str> = answer.hits.iter().map(|hit| hit.source.as_str()).collect();
    assert_eq!(sources[..2], ["lantier", "cite"], "who is heard comes before who is quoted");
}

#[test]
fn a_query_that_is_a_name_finds_who_is_heard_and_says_how_it_was_read() {
    check_first("LANTIER Philippe", "lantier", &[]);
    check_first("benedicte le goff", "goff", &[]);
    check_first(
        "philippe lanthier",
        "lantier",
        &["« philippe lanthier » lu comme « Philippe Lantier »."],
    );
    check_first("anne de la tour", "tour", &[]);
}

#[test]
fn a_word_that_is_also_part_of_a_name_stays_a_word() {
    check_first("hôtel de ville tour", "tour", &[]);
    check_first("eau moreau", "dupont", &[]);
}
