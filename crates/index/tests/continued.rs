//! A generation that continues another: what it shares, what it forgets, what it answers.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests look at the files of an index"
)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use glane_document::{Document, Function, Passage, Section, SectionKind, Speaker, Zone};
use glane_index::{Builder, Index, Lock, Origin, Source, Sources};

/// A document of one section, in which `name` speaks.
fn document(id: &str, name: &str) -> Document {
    let mut document = Document::new(id, id);
    document.acronyms.insert(name.to_uppercase(), name.to_owned());
    let mut section = Section::new(SectionKind::Workshop);
    section.id = "atelier-1".to_owned();
    section.text = format!("Le guichet de {name} ouvre à midi.");
    section.speakers = vec![Speaker::new(name, name, Function::Speaker)];
    document.sections.push(section);
    document
}

fn cut(document: &Document) -> Vec<Passage> {
    let text = document.sections[0].text.clone();
    vec![Passage {
        section: 0,
        ordinal: 1,
        offset: 0,
        text,
        head: 0,
        page: None,
        sheet: None,
        zone: Zone::Body,
    }]
}

fn add(builder: &Builder, id: &str, name: &str) {
    let source = Source { id: id.to_owned(), digest: name.to_owned(), ..Source::default() };
    builder.add_source(source, &[document(id, name)], cut).unwrap();
}

fn build(dir: &Path, change: impl FnOnce(&Builder)) {
    let lock = Arc::new(Lock::take(dir).unwrap());
    let builder = match Sources::live(dir) {
        Ok(live) => Builder::onto(&lock, Origin::default(), live),
        Err(_) => Builder::empty(&lock, Origin::default()),
    };
    let builder = builder.unwrap();
    change(&builder);
    builder.publish().unwrap();
}

#[test]
fn what_changed_is_replaced_and_what_left_leaves_no_trace() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), |builder| {
        for (id, name) in [("a", "ada"), ("b", "bea"), ("c", "cleo")] {
            add(builder, id, name);
        }
    });
    build(dir.path(), |builder| {
        add(builder, "b", "basile");
        builder.remove("c");
        add(builder, "d", "dora");
    });
    let index = Index::open(dir.path()).unwrap();
    assert_eq!(index.catalogue().unwrap().speakers, ["ada", "basile", "dora"]);
    assert_eq!(index.catalogue().unwrap().documents, ["a", "b", "d"]);
    let acronyms: Vec<&String> = index.acronyms().keys().collect();
    assert_eq!(acronyms, ["ADA", "BASILE", "DORA"]);
    let status = index.status();
    assert_eq!((status.counts.documents, status.counts.passages), (3, 3));
    let fresh = tempfile::tempdir().unwrap();
    build(fresh.path(), |builder| {
        for (id, name) in [("d", "dora"), ("b", "basile"), ("a", "ada")] {
            add(builder, id, name);
        }
    });
    let fresh = Index::open(fresh.path()).unwrap();
    for field in [index.fields().names, index.fields().text] {
        assert_eq!(index.words_in(field), fresh.words_in(field));
    }
    assert_eq!(index.document("b").unwrap(), Some(document("b", "basile")));
    let live = Sources::live(dir.path()).unwrap();
    let digests: Vec<&str> = live.all().map(|source| source.digest.as_str()).collect();
    assert_eq!(digests, ["ada", "basile", "dora"]);
}

#[test]
fn numbers_are_never_given_twice() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), |builder| add(builder, "a", "ada"));
    for name in ["bea", "cleo", "dora"] {
        build(dir.path(), |builder| add(builder, "a", name));
    }
    build(dir.path(), |builder| add(builder, "b", "ada"));
    let index = Index::open(dir.path()).unwrap();
    let mut numbers = Vec::new();
    for segment in index.searcher().segment_readers() {
        let column = segment.fast_fields().u64("document_ordinal").unwrap();
        numbers.extend((0..segment.max_doc()).filter_map(|passage| column.first(passage)));
    }
    numbers.sort_unstable();
    numbers.dedup_by(|next, number| {
        assert_ne!(next, number, "given twice");
        false
    });
    assert_eq!(numbers.last(), Some(&4));
}

#[cfg(unix)]
#[test]
fn what_did_not_change_is_shared_on_disk() {
    use std::os::unix::fs::MetadataExt;

    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), |builder| add(builder, "a", "ada"));
    build(dir.path(), |_| {});
    let folder = |generation: &str| dir.path().join("generations").join(generation);
    let entries = fs::read_dir(folder("000001")).unwrap();
    let mut shared = 0;
    for name in entries.map(|entry| entry.unwrap().file_name()) {
        let inode = |generation| fs::metadata(folder(generation).join(&name)).unwrap().ino();
        let is_list = [".json", ".jsonl", ".tsv", ".lock"].iter();
        let mut is_list = is_list.filter(|kind| name.to_string_lossy().ends_with(**kind));
        if is_list.next().is_none() {
            assert_eq!(inode("000001"), inode("000002"), "{name:?}");
            shared += 1;
        }
    }
    assert!(shared >= 5, "{shared}");
}
