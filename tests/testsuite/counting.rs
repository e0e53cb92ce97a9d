//! Counts, as a researcher gets them: they agree with the concordance.
#![expect(clippy::disallowed_methods, reason = "tests read and remove files of their own")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::concordance::{indexed, rows, text};
use crate::sandbox::Sandbox;

/// The lines of a count that finds something.
pub(crate) fn lines(sandbox: &Sandbox, options: &[&str]) -> Vec<Value> {
    let ended = sandbox.glane(&[&["count", "--format", "jsonl"], options].concat());
    assert_eq!(ended.code, 0, "{ended:?}");
    ended.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Occurrences, passages, sections and documents of a part, as a concordance has them.
#[derive(Default, PartialEq, Eq, Debug)]
struct Seen {
    occurrences: u64,
    passages: BTreeSet<String>,
    sections: BTreeSet<(String, String)>,
    documents: BTreeSet<String>,
}

impl Seen {
    fn add(&mut self, row: &Value) {
        let [source, section, id] = ["source", "section", "id"].map(|of| text(row, of).to_owned());
        self.occurrences += 1;
        self.passages.insert(id);
        self.sections.insert((source.clone(), section));
        self.documents.insert(source);
    }

    fn counts(&self) -> [usize; 4] {
        let occurrences = usize::try_from(self.occurrences).unwrap_or(0);
        [occurrences, self.passages.len(), self.sections.len(), self.documents.len()]
    }
}

fn counts(line: &Value) -> [usize; 4] {
    ["occurrences", "passages", "sections", "documents"]
        .map(|of| line[of].as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or(0))
}

#[test]
fn counts_agree_with_the_concordance_whatever_the_parts() {
    let sandbox = indexed();
    for query in ["recours", "« accès aux droits »", "préca*", "accueil ET droits"] {
        let found = rows(&sandbox, &[query]);
        for (by, value) in [
            (
                "year",
                (|row: &Value| vec![row["year"].as_i64().map(|year| year.to_string())])
                    as fn(&Value) -> _,
            ),
            ("document", |row| vec![row["source"].as_str().map(str::to_owned)]),
            ("kind", |row| vec![row["kind"].as_str().map(str::to_owned)]),
            ("event", |row| vec![row["event"].as_str().map(str::to_owned)]),
            ("place", |row| vec![row["place"].as_str().map(str::to_owned)]),
            ("section", |row| {
                vec![Some(format!("{}#{}", text(row, "source"), text(row, "section")))]
            }),
            ("speaker", |row| {
                let names = row["speakers"].as_array().expect("speakers").iter();
                let names: Vec<_> = names.map(|name| name.as_str().map(str::to_owned)).collect();
                if names.is_empty() { vec![None] } else { names }
            }),
        ] {
            let mut expect: BTreeMap<Option<String>, Seen> = BTreeMap::new();
            for row in &found {
                for part in value(row) {
                    expect.entry(part).or_default().add(row);
                }
            }
            let counted = lines(&sandbox, &[query, "--by", by]);
            let counted: BTreeMap<Option<String>, [usize; 4]> = counted
                .iter()
                .filter(|line| line["occurrences"] != 0)
                .map(|line| (line["part"][by].as_str().map(str::to_owned), counts(line)))
                .collect();
            let expect: BTreeMap<_, _> =
                expect.into_iter().map(|(part, seen)| (part, seen.counts())).collect();
            assert_eq!(counted, expect, "{query} by {by}");
        }
        let mut all = Seen::default();
        found.iter().for_each(|row| all.add(row));
        assert_eq!(counts(&lines(&sandbox, &[query])[0]), all.counts(), "{query}");
    }
}

#[test]
fn words_of_parts_add_up_to_those_of_the_whole() {
    let sandbox = indexed();
    let words = |line: &Value| line["words"].as_u64().expect("words");
    let whole = words(&lines(&sandbox, &["accueil"])[0]);
    assert!(whole > 20_000);
    for by in ["year", "event", "document", "section", "kind", "theme", "place", "year,kind"] {
        let parts = lines(&sandbox, &["accueil", "--by", by, "--zeros"]);
        assert_eq!(parts.iter().map(words).sum::<u64>(), whole, "{by}");
    }
    let narrowed = words(&lines(&sandbox, &["accueil", "--kind", "atelier"])[0]);
    let part = lines(&sandbox, &["accueil", "--by", "kind"]);
    let part = part.iter().find(|line| line["part"]["kind"] == "workshop").expect("workshops");
    assert_eq!(narrowed, words(part));
}

#[test]
fn counts_stay_whatever_the_index_went_through() {
    let sandbox = indexed();
    let before = lines(&sandbox, &["accueil", "--by", "document"]);
    sandbox.write("corpus/de-trop.txt", "L'accueil, l'accueil.".as_bytes());
    sandbox.glane(&["index", "--quiet"]);
    assert_ne!(lines(&sandbox, &["accueil", "--by", "document"]), before);
    std::fs::remove_file(sandbox.path("corpus/de-trop.txt")).expect("it was written");
    sandbox.glane(&["index", "--quiet"]);
    assert_eq!(lines(&sandbox, &["accueil", "--by", "document"]), before);
}

#[test]
fn counts_are_shown_with_bars_and_drawn() {
    let sandbox = indexed();
    let shown = sandbox.glane(&["count", "recours", "--by", "year", "--chart", "a.svg"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    for word in ["pour", "10 000", "spécif.", "ns", "█"] {
        assert!(shown.stdout.contains(word), "{word}: {}", shown.stdout);
    }
    assert!(shown.stdout.lines().all(|line| line.chars().count() <= 100), "{}", shown.stdout);
    let svg = std::fs::read_to_string(sandbox.path("a.svg")).expect("a chart");
    assert!(svg.starts_with("<svg ") && svg.contains("« recours » par année"), "{svg}");
    let two = sandbox.glane(&["count", "recours", "accueil", "--by", "kind"]).stdout;
    assert!(two.contains("(2)  /10 000") && two.contains("de « accueil »"), "{two}");
    let three = sandbox.glane(&["count", "recours", "accueil", "droits", "--by", "event"]).stdout;
    assert!(three.lines().all(|line| line.chars().count() <= 100), "{three}");
}

#[test]
fn what_is_counted_by_hand_and_not_by_us_is_told() {
    let sandbox = Sandbox::new();
    let texts = [
        "Le recours gracieux est rare, et personne ne l'explique au guichet.",
        "On dit aux familles que la voie est longue. Un recours suspend la décision.",
        "Chaque commune tient son registre ; celui du recours est vide depuis mai.",
        "Reste le juge. Un recours devant lui prend deux ans, parfois trois.",
    ];
    let page = |(folio, text): (usize, &str)| format!("Actes du recours\n\n{text}\n\n{folio}\n");
    let pages: Vec<String> = (1..).zip(texts).map(page).collect();
    sandbox.write("corpus/actes.txt", pages.join("\u{c}").as_bytes());
    let counted = sandbox.glane(&["count", "recours"]);
    assert!(counted.stdout.contains("4 occurrences"), "{counted:?}");
    for told in [counted, sandbox.glane(&["kwic", "recours"])] {
        assert!(told.stderr.contains("16 mots de sommaires, titres courants"), "{told:?}");
    }
    assert!(
        sandbox.json(&["count", "recours"])["notes"][0]
            .as_str()
            .is_some_and(|note| note.contains("16 mots"))
    );
    let plain = Sandbox::new();
    plain.write("corpus/note.txt", b"Le recours.");
    assert!(!plain.glane(&["count", "recours"]).stderr.contains("sommaires"));
}

#[test]
fn a_spreadsheet_in_french_gets_decimal_commas() {
    let sandbox = indexed();
    let asked = ["count", "recours", "--by", "year,kind", "--format", "csv"];
    let plain = sandbox.glane(&asked).stdout;
    assert!(plain.starts_with("year,kind,query,occurrences,"), "{plain}");
    let french = sandbox.glane(&[&asked[..], &["--separator", ";", "--bom"]].concat()).stdout;
    assert!(french.starts_with("\u{feff}year;kind;query;"), "{french}");
    let cell = french.lines().nth(1).expect("a row").split(';').nth(8).expect("a rate");
    assert!(cell.contains(',') && !cell.contains('.'), "{french}");
}

#[test]
fn what_cannot_be_counted_is_told() {
    let sandbox = indexed();
    sandbox.glane(&["count", "a", "--by", "couleur"]).refuses(2, &["« couleur »", "year, event"]);
    sandbox.glane(&["count", "a", " "]).refuses(2, &["une requête est vide"]);
    sandbox.glane(&["count", "a", "--chart", "a.svg"]).refuses(2, &["--by year"]);
    let nowhere = ["count", "accueil", "--by", "year", "--chart", "absent/a.svg"];
    sandbox.glane(&nowhere).refuses(2, &["« absent/a.svg »"]);
    assert_eq!(sandbox.glane(&["count", "zyzomys", "--by", "year"]).code, 1);
}
