//! What a build leaves on disk, whatever happens to it, and what a reader makes of it.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests damage files on purpose, and fail when they cannot"
)]

use std::fs;
use std::path::{Path, PathBuf};

use glane_document::{Document, Passage, Section, SectionKind, Zone};
use glane_index::{BuildError, Builder, Index, OpenError};
use tempfile::TempDir;

fn document(id: &str) -> (Document, Vec<Passage>) {
    let mut document = Document::new(id, format!("corpus/{id}"));
    document.title = Some("Rencontres de l'accueil".to_owned());
    document.acronyms.insert("GUP".to_owned(), "guichet unique de proximité".to_owned());
    let mut passages = Vec::new();
    for number in ["1", "2"] {
        let mut section = Section::new(SectionKind::Workshop);
        section.id = format!("atelier-{number}");
        section.number = Some(number.to_owned());
        section.text = "Atelier\nOuvrir le guichet. Former les agents.".to_owned();
        section.head = 8;
        let (first, second) = section.text.split_at(27);
        for (ordinal, (offset, text)) in (1..).zip([(0, first), (27, second)]) {
            let head = if offset == 0 { 8 } else { 0 };
            let section = document.sections.len();
            let text = text.to_owned();
            passages.push(Passage {
                section,
                ordinal,
                offset,
                text,
                head,
                page: None,
                sheet: None,
                zone: Zone::Body,
            });
        }
        document.sections.push(section);
    }
    (document, passages)
}

fn build(dir: &Path, ids: &[&str]) -> u64 {
    let builder = Builder::new(dir, "corpus".as_ref()).unwrap();
    for id in ids {
        let (document, passages) = document(id);
        builder.add(&document, &passages).unwrap();
    }
    builder.publish().unwrap().generation
}

fn built() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), &["a.txt", "b.txt"]);
    dir
}

fn generations(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir.join("generations")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_document_comes_back_as_it_was_added() {
    let dir = built();
    let index = Index::open(dir.path()).unwrap();
    let (expected, _) = document("b.txt");
    assert_eq!(index.document("b").unwrap(), Some(expected.clone()));
    let (found, section) = index.section("b.txt#atelier-2").unwrap().unwrap();
    assert_eq!((found.id.as_str(), &section), ("b.txt", &expected.sections[1]));
    assert_eq!(index.section("b.txt#atelier-3").unwrap(), None);
    assert_eq!(index.document("c.txt").unwrap(), None);
}

#[test]
fn the_status_counts_what_was_added() {
    let dir = built();
    let status = Index::open(dir.path()).unwrap().status();
    assert_eq!((status.generation, status.corpus.as_str()), (1, "corpus"));
    let counts = status.counts;
    assert_eq!((counts.documents, counts.sections, counts.passages), (2, 4, 8));
}

#[test]
fn acronyms_are_counted_by_document() {
    let dir = built();
    let index = Index::open(dir.path()).unwrap();
    assert_eq!(index.acronyms()["GUP"]["guichet unique de proximité"], 2);
}

#[test]
fn the_generation_before_the_live_one_is_kept_and_no_other() {
    let dir = built();
    build(dir.path(), &["a.txt"]);
    assert_eq!(build(dir.path(), &["c.txt"]), 3);
    assert_eq!(generations(dir.path()), ["000002", "000003"]);
    assert!(Index::open(dir.path()).unwrap().document("c.txt").unwrap().is_some());
}

#[test]
fn an_unpublished_build_changes_nothing_and_is_swept_by_the_next() {
    let dir = built();
    let builder = Builder::new(dir.path(), "corpus".as_ref()).unwrap();
    let (document, passages) = document("c.txt");
    builder.add(&document, &passages).unwrap();
    drop(builder);
    assert_eq!(Index::open(dir.path()).unwrap().status().counts.documents, 2);
    fs::write(dir.path().join("generations/000002/reste"), "").unwrap();
    assert_eq!(build(dir.path(), &["c.txt"]), 2);
    assert_eq!(generations(dir.path()), ["000001", "000002"]);
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let dir = built();
    let _first = Builder::new(dir.path(), "corpus".as_ref()).unwrap();
    let second = Builder::new(dir.path(), "corpus".as_ref());
    assert!(matches!(second.err(), Some(BuildError::Busy { .. })));
    assert!(Index::open(dir.path()).is_ok(), "readers take no lock");
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("compte-rendu.odt"), "").unwrap();
    let refused = Builder::new(dir.path(), "corpus".as_ref()).err();
    assert!(
        matches!(refused, Some(BuildError::Foreign { entry, .. }) if entry == "compte-rendu.odt")
    );
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_readme_is_no_stranger_and_stays() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("README.md"), "# index/").unwrap();
    build(dir.path(), &["a.txt"]);
    assert!(dir.path().join("README.md").exists());
}

#[test]
fn a_folder_never_indexed_is_missing() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(Index::open(dir.path()), Err(OpenError::Missing { .. })));
    let absent = dir.path().join("absent");
    assert!(matches!(Index::open(&absent), Err(OpenError::Missing { .. })));
}

#[test]
fn another_analysis_or_format_is_incompatible() {
    for (key, value) in
        [("\"format\":", "\"format\":99"), ("\"fingerprint\":\"", "\"fingerprint\":\"x")]
    {
        let dir = built();
        let manifest = dir.path().join("generations/000001/glane.json");
        let json = fs::read_to_string(&manifest).unwrap();
        assert!(json.contains(key));
        fs::write(&manifest, json.replacen(key, value, 1)).unwrap();
        assert!(matches!(Index::open(dir.path()), Err(OpenError::Incompatible { .. })), "{key}");
    }
}

/// Every file of the index but the locks.
fn files(dir: &Path) -> Vec<PathBuf> {
    let generation = dir.join("generations/000001");
    let entries = fs::read_dir(&generation).unwrap().map(|entry| entry.unwrap().path());
    let kept = entries.filter(|path| path.extension().is_none_or(|kind| kind != "lock"));
    kept.chain([dir.join("CURRENT")]).collect()
}

#[track_caller]
fn check_damage(damage: impl Fn(&[u8]) -> Option<Vec<u8>>) {
    let dir = built();
    for path in files(dir.path()) {
        let whole = fs::read(&path).unwrap();
        match damage(&whole) {
            Some(bytes) => fs::write(&path, bytes).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        let opened = Index::open(dir.path());
        let is_told = match opened.as_ref().err() {
            Some(OpenError::Corrupt { .. }) => true,
            Some(OpenError::Missing { .. }) => path.ends_with("CURRENT"),
            _ => false,
        };
        assert!(is_told, "{}: {:?}", path.display(), opened.err());
        fs::write(&path, whole).unwrap();
    }
    assert!(Index::open(dir.path()).is_ok());
}

#[test]
fn a_file_that_is_missing_is_told() {
    check_damage(|_| None);
}

#[test]
fn a_file_cut_short_is_told() {
    check_damage(|bytes| Some(bytes[..bytes.len() / 2].to_vec()));
    check_damage(|bytes| Some(bytes[..bytes.len().saturating_sub(4)].to_vec()));
    check_damage(|_| Some(Vec::new()));
}

#[test]
fn a_file_of_rubbish_is_told() {
    check_damage(|bytes| Some(vec![0xff; bytes.len()]));
    check_damage(|bytes| {
        Some(b"<html>404</html>".iter().copied().cycle().take(bytes.len()).collect())
    });
}

#[test]
fn a_few_altered_bytes_of_a_segment_are_told() {
    let dir = built();
    for path in files(dir.path()) {
        let is_segment = path.extension().is_some_and(|kind| kind != "json");
        if !is_segment {
            continue;
        }
        let whole = fs::read(&path).unwrap();
        let mut altered = whole.clone();
        let middle = altered.len() / 3;
        altered[middle] ^= 0x5a;
        fs::write(&path, &altered).unwrap();
        let opened = Index::open(dir.path());
        assert!(matches!(opened, Err(OpenError::Corrupt { .. })), "{}", path.display());
        fs::write(&path, whole).unwrap();
    }
}
