//! A corpus that changes, and what an index holds of it.

use std::collections::BTreeMap;
use std::fs;

use glane_index::Index;

use crate::sandbox::Sandbox;

/// What stands in a corpus or an index: each document's version.
pub(crate) type State = BTreeMap<String, usize>;

/// A corpus whose files each hold a version number.
pub(crate) struct Shelf {
    pub(crate) sandbox: Sandbox,
    pub(crate) state: State,
    version: usize,
    draw: Draw,
}

impl Shelf {
    /// A corpus of so many files.
    pub(crate) fn new(files: usize, seed: u64) -> Shelf {
        let sandbox = Sandbox::new();
        let mut shelf = Shelf { sandbox, state: State::new(), version: 0, draw: Draw(seed) };
        for number in 0..files {
            shelf.write(&format!("n{number}.txt"));
        }
        shelf
    }

    /// Writes a new version of a file.
    pub(crate) fn write(&mut self, name: &str) {
        self.version += 1;
        self.put(name, self.version);
    }

    /// Writes a given version of a file.
    pub(crate) fn put(&mut self, name: &str, version: usize) {
        let paragraph = "La mairie ouvre ses guichets à toutes les personnes de passage.\n\n";
        let text = format!("Note de service\n\n{}version{version}\n", paragraph.repeat(20));
        self.sandbox.write(&format!("corpus/{name}"), text.as_bytes());
        self.state.insert(name.to_owned(), version);
    }

    /// Adds, changes, renames and removes a few files.
    pub(crate) fn change(&mut self) {
        for _ in 0..3 + self.draw.below(4) {
            let names: Vec<String> = self.state.keys().cloned().collect();
            let some = names[self.draw.below(names.len())].clone();
            match self.draw.below(5) {
                0 => {
                    let folder = self.draw.below(3);
                    self.write(&format!("d{folder}/n{}.txt", self.version));
                }
                1 if names.len() > 8 => {
                    fs::remove_file(self.path(&some)).expect("it is there");
                    self.state.remove(&some);
                }
                2 => {
                    let to = format!("m{}.txt", self.version);
                    self.version += 1;
                    fs::rename(self.path(&some), self.path(&to)).expect("it is there");
                    let version = self.state.remove(&some).expect("it is there");
                    self.state.insert(to, version);
                }
                _ => self.write(&some),
            }
        }
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.draw.below(end)
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.sandbox.path(&format!("corpus/{name}"))
    }

    /// What the index holds, as one opening of it sees it.
    #[track_caller]
    pub(crate) fn indexed(&self) -> State {
        let index = Index::open(&self.sandbox.path("index"));
        assert!(index.is_ok(), "{:?}", index.err());
        state(&index.expect("just checked"))
    }

    /// Names in the index's folder that a run which ended well does not leave.
    pub(crate) fn garbage(&self) -> Vec<String> {
        let ours = ["CURRENT", ".lock", "generations", "seen.tsv", "last-run.json"];
        let entries = fs::read_dir(self.sandbox.path("index")).expect("an index");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        let mut garbage: Vec<String> =
            names.filter(|name| !ours.contains(&name.as_str())).collect();
        let generations = self.sandbox.generations();
        garbage.extend(generations.iter().rev().skip(2).cloned());
        garbage
    }
}

/// What an open index holds.
pub(crate) fn state(index: &Index) -> State {
    let documents = &index.catalogue().expect("the index is whole").documents;
    let version = |id: &String| {
        let document = index.document(id).expect("the index is whole").expect("it is listed");
        let text: String = document.sections.iter().map(|section| section.text.as_str()).collect();
        let (_, number) = text.trim_end().rsplit_once("version").expect("each has one");
        (id.clone(), number.parse().expect("a number"))
    };
    documents.iter().map(version).collect()
}

/// A linear congruential generator, with Knuth's multiplier and increment (MMIX).
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the random ones.
        (self.0 >> 33) as usize % end.max(1)
    }
}
