//! `glane.json`: what a generation holds, and under which rules it was built.

use std::collections::BTreeMap;

use glane_document::{Document, FurnitureKind};
use serde::{Deserialize, Serialize};

use crate::FORMAT;

/// The name of the manifest in a generation's folder.
pub(crate) const MANIFEST: &str = "glane.json";
/// tantivy's list of segments.
pub(crate) const META: &str = "meta.json";

/// Beside tantivy's files, what they do not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The rules of storage.
    pub(crate) format: u32,
    /// The rules of analysis.
    pub(crate) fingerprint: String,
    /// When the build ended, in UTC.
    pub(crate) created_at: String,
    /// Where the sources were, as the build was told.
    pub(crate) corpus: String,
    /// What the generation holds.
    pub(crate) counts: Counts,
    /// Every file and its length in bytes, but this one.
    pub(crate) files: BTreeMap<String, u64>,
    /// Hashes of the files that carry no checksum of their own, by name.
    pub(crate) hashes: BTreeMap<String, u64>,
    /// The words of each searched field, by its name, as the lengths of its passages tell them.
    pub(crate) lengths: BTreeMap<String, u64>,
    /// What the documents say of their acronyms.
    pub(crate) acronyms: Acronyms,
}

/// What a generation holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Sections.
    pub sections: usize,
    /// Passages.
    pub passages: usize,
    /// Documents by kind, by its name in JSON.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, usize>,
    /// Sections by language, by its ISO 639-1 code; those whose language is undecided are in none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub languages: BTreeMap<String, usize>,
    /// The first and the last year of the documents; `None` when none has a date.
    pub years: Option<(i16, i16)>,
    /// Documents without a date.
    pub undated: usize,
    /// Words of the layout, which are neither searched nor counted: contents, running heads, folios,
    /// captions of photos, invitations to follow a link.
    #[serde(default)]
    pub furniture_words: usize,
    /// What of the corpus is not there.
    #[serde(default)]
    pub unread: Unread,
}

/// What could not be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// How many sources gave nothing.
    pub sources: usize,
    /// Their pages, as far as they were counted.
    pub pages: usize,
    /// How many documents were read but for some pages.
    #[serde(default)]
    pub partial_documents: usize,
    /// These pages.
    #[serde(default)]
    pub partial_pages: usize,
}

impl Counts {
    /// Counts one more document and its sections.
    pub(crate) fn add(&mut self, document: &Document, sections: usize) {
        self.documents += 1;
        self.sections += sections;
        *self.kinds.entry(document.kind.as_str().to_owned()).or_default() += 1;
        for language in document.sections.iter().filter_map(|section| section.language.clone()) {
            *self.languages.entry(language).or_default() += 1;
        }
        self.furniture_words += furniture_words(document);
        self.unread.partial_documents += usize::from(!document.unread_pages.is_empty());
        self.unread.partial_pages += document.unread_pages.len();
        match document.year() {
            Some(year) => self.span((year, year)),
            None => self.undated += 1,
        }
    }

    /// Counts what `other` counts as well.
    pub(crate) fn add_all(&mut self, other: &Counts) {
        self.documents += other.documents;
        self.sections += other.sections;
        self.passages += other.passages;
        self.undated += other.undated;
        self.furniture_words += other.furniture_words;
        self.unread.partial_documents += other.unread.partial_documents;
        self.unread.partial_pages += other.unread.partial_pages;
        for (all, own) in [(&mut self.kinds, &other.kinds), (&mut self.languages, &other.languages)]
        {
            for (name, count) in own {
                *all.entry(name.clone()).or_default() += count;
            }
        }
        other.years.into_iter().for_each(|years| self.span(years));
    }

    fn span(&mut self, (first, last): (i16, i16)) {
        let (earliest, latest) = self.years.unwrap_or((first, last));
        self.years = Some((earliest.min(first), latest.max(last)));
    }
}

/// What white space parts in the furniture of a document and has a letter or a digit.
fn furniture_words(document: &Document) -> usize {
    let said = document.furniture.iter().filter(|own| own.kind != FurnitureKind::Markup);
    let words = said.flat_map(|own| own.text.split_whitespace());
    words.filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Acronyms, each with its expansions and the number of documents that spell it out so.
pub type Acronyms = BTreeMap<String, BTreeMap<String, usize>>;

impl Manifest {
    /// Whether a program of this version can read what the manifest describes.
    pub(crate) fn is_readable(&self) -> bool {
        self.format == FORMAT && self.fingerprint == fingerprint()
    }
}

/// Identifies how text becomes terms.
pub(crate) fn fingerprint() -> String {
    glane_analysis::fingerprint()
}

/// FNV-1a on 64 bits: <https://datatracker.ietf.org/doc/draft-eastlake-fnv/>.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use glane_document::{Furniture, Section};

    use super::*;

    #[test]
    fn counts_span_the_years_and_tell_the_undated_apart() {
        let mut counts = Counts::default();
        let mut document = Document::new("a.txt", "a.txt");
        counts.add(&document, 1);
        for date in ["2021-03", "2018-06-01"] {
            document.dates = vec![date.parse().unwrap()];
            counts.add(&document, 2);
        }
        assert_eq!((counts.years, counts.undated), (Some((2018, 2021)), 1));
        assert_eq!((counts.documents, counts.sections), (3, 5));
        assert_eq!(counts.kinds["other"], 3);
    }

    #[test]
    fn words_of_the_layout_are_counted_and_marks_are_not() {
        let furniture = |kind, text: &str| Furniture {
            kind,
            first_line: 1,
            last_line: 1,
            text: text.to_owned(),
        };
        let mut document = Document::new("a.txt", "a.txt");
        document.furniture = vec![
            furniture(FurnitureKind::RunningHead, "Actes du colloque — 12\n"),
            furniture(FurnitureKind::Folio, "- 3 -\n"),
            furniture(FurnitureKind::Markup, "![](image.png)\n"),
        ];
        let mut counts = Counts::default();
        counts.add(&document, 1);
        assert_eq!(counts.furniture_words, 5);
    }

    #[test]
    fn counts_add_up() {
        let mut parts = [Counts::default(), Counts::default()];
        let mut whole = Counts::default();
        for (part, date) in [(0, None), (1, Some("2021")), (1, None)] {
            let mut document = Document::new("a.txt", "a.txt");
            document.dates = date.and_then(|date: &str| date.parse().ok()).into_iter().collect();
            parts[part].add(&document, 2);
            whole.add(&document, 2);
        }
        let [mut one, other] = parts;
        one.add_all(&other);
        assert_eq!(one, whole);
    }

    #[test]
    fn sections_are_counted_by_language_where_it_is_known() {
        let mut counts = Counts::default();
        let mut document = Document::new("a.txt", "a.txt");
        for code in [Some("fr"), Some("en"), None, Some("fr")] {
            let language = code.map(str::to_owned);
            document.sections.push(Section { language, ..Section::default() });
        }
        counts.add(&document, 4);
        assert_eq!(counts.languages, BTreeMap::from([("en".to_owned(), 1), ("fr".to_owned(), 2)]));
    }
}
