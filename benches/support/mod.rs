//! The text that the benches work on: the sample documents, repeated and mixed to a given size.
//!
//! The first twelve documents are those of `corpus/` as they stand. Of the next, each keeps the
//! headings, lists and tables of one of them, while its paragraphs of prose are drawn from all
//! twelve by a generator with a fixed seed: every run sees the same text, and no two documents are
//! alike. What the mix does not do is grow: its words and its people are those of twelve
//! documents, where a real corpus of the same size would have more of both.

use std::path::Path;

/// A source of the mix.
pub(crate) struct Source {
    /// What names it: unique, with the extension of the document it is made of.
    pub(crate) id: String,
    /// Its text.
    pub(crate) text: String,
}

/// Documents that add up to `bytes`, but for what cutting the last between characters takes away.
pub(crate) fn sources(bytes: usize) -> Vec<Source> {
    let samples = samples();
    let prose: Vec<&str> = samples
        .iter()
        .flat_map(|sample| paragraphs(&sample.text))
        .filter(|text| is_prose(text))
        .collect();
    let mut draw = Draw(1);
    let mut sources = Vec::new();
    let mut missing = bytes;
    for (place, sample) in samples.iter().cycle().enumerate() {
        let mut text = match place < samples.len() {
            true => sample.text.clone(),
            false => mixed(&sample.text, &prose, &mut draw),
        };
        text.truncate(text.floor_char_boundary(missing));
        missing -= text.len();
        sources.push(Source { id: format!("{place:05}-{}", sample.id), text });
        // A character takes up to four bytes.
        if missing < 4 {
            break;
        }
    }
    sources
}

/// The documents of `corpus/` in order of name.
#[expect(clippy::disallowed_methods, reason = "the samples are files, and a bench is an edge")]
fn samples() -> Vec<Source> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files = glane_ingest::discover(&corpus, &glane_ingest::Selection::default())
        .expect("the tree holds its samples")
        .sources;
    let read = |path: &Path| std::fs::read_to_string(path).expect("the samples are UTF-8");
    files.into_iter().map(|file| Source { text: read(&file.path), id: file.id }).collect()
}

/// `text` with other paragraphs where it has prose.
fn mixed(text: &str, prose: &[&str], draw: &mut Draw) -> String {
    paragraphs(text)
        .map(|own| if is_prose(own) { prose[draw.below(prose.len())] } else { own })
        .collect()
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive("\n\n")
}

/// Whether a paragraph is prose that can stand anywhere: no heading, table or list, no page break.
fn is_prose(text: &str) -> bool {
    let is_whole = text.len() > 300 && text.ends_with("\n\n") && !text.contains('\x0c');
    is_whole && text.starts_with(char::is_uppercase)
}

/// A linear congruential generator, with Knuth's multiplier and increment (MMIX).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the random ones.
        (self.0 >> 33) as usize % end
    }
}
