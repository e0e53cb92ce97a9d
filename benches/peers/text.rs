//! Documents of any number, from those of a file.

use std::path::Path;

use glane_document::{Document, Passage};

/// A document, cut.
pub(crate) type Cut = (Document, Vec<Passage>);

/// Numbers by chance, the same in every run: a linear congruential generator (Knuth, MMIX).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(seed: u64) -> Draw {
        Draw(seed)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }
}

/// At least `wanted` passages of the documents of a file, else of `corpus/`.
pub(crate) fn cuts(file: Option<&Path>, wanted: usize) -> Vec<Cut> {
    let documents = match file {
        Some(file) => read(file),
        None => samples(),
    };
    let sections = documents.iter().flat_map(|document| &document.sections);
    let pool: Vec<&str> = sections.flat_map(|section| section.text.split_inclusive('\n')).collect();
    let mut draw = Draw::new(1);
    let (mut cuts, mut count) = (Vec::new(), 0);
    for (place, sample) in documents.iter().cycle().enumerate() {
        let mut document = sample.clone();
        document.id = format!("{place:06}-{}", sample.id);
        if place >= documents.len() {
            for section in &mut document.sections {
                let lines = section.text.split_inclusive('\n').count();
                section.head = 0;
                section.text = (0..lines).map(|_| pool[draw.below(pool.len())]).collect();
            }
        }
        let passages = glane_ingest::passages(&document);
        count += passages.len();
        cuts.push((document, passages));
        if count >= wanted {
            break;
        }
    }
    cuts
}

fn read(file: &Path) -> Vec<Document> {
    let text = std::fs::read_to_string(file).expect("the file of documents is there");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is a document")).collect()
}

fn samples() -> Vec<Document> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let found = glane_ingest::discover(&corpus, &glane_ingest::Selection::default())
        .expect("the tree holds its samples");
    let read = |source: &glane_ingest::SourceFile| {
        glane_ingest::ingest(source, glane_ingest::Reading::in_process()).ok()
    };
    found.sources.iter().filter_map(read).flat_map(|ingested| ingested.documents).collect()
}

/// Two to four words of five letters or more, of one passage.
pub(crate) fn query(cuts: &[Cut], draw: &mut Draw) -> String {
    loop {
        let (_, passages) = &cuts[draw.below(cuts.len())];
        let Some(passage) = passages.get(draw.below(passages.len())) else { continue };
        let words: Vec<&str> = passage
            .text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.chars().count() >= 5)
            .collect();
        if words.len() >= 8 {
            let count = 2 + draw.below(3);
            let drawn: Vec<&str> = (0..count).map(|_| words[draw.below(words.len())]).collect();
            return drawn.join(" ");
        }
    }
}
