//! One excerpt: words of a section, with all that is needed to cite them without the index.

use std::ops::Range;

use glane_document::{Document, DocumentKind, PartialDate, Section, Speaker};
use serde::{Deserialize, Serialize};

use crate::paragraphs::paragraphs;

/// Words of one section, as they were kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Excerpt {
    /// Its number in the dossier; 0 in none.
    pub id: u64,
    /// The section, as `glane show` takes it: `actes.txt#atelier-4`.
    pub section: String,
    /// The section's heading, or its kind where it has none.
    pub title: String,
    /// The words, in the order of the section, apart.
    pub pieces: Vec<Piece>,
    /// The people of the section.
    pub speakers: Vec<Speaker>,
    /// The keywords of the section.
    pub keywords: Vec<String>,
    /// The ISO 639-1 code of the section's language; `None` when undecided.
    pub language: Option<String>,
    /// The day of the section, where it has one of its own.
    pub date: Option<PartialDate>,
    /// The document.
    pub origin: Origin,
    /// One line to copy into a text.
    pub citation: String,
    /// What the reader wrote about it.
    pub note: String,
    /// The query that it was found by; `None` when it was found otherwise.
    pub query: Option<String>,
}

/// A stretch of a section's text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Piece {
    /// Bytes of the section's text, when it was last seen.
    pub range: Range<usize>,
    /// The page on which it starts; `None` when unknown.
    pub page: Option<u32>,
    /// The text as it stood in the source.
    pub text: String,
}

/// The document of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// Its path in the corpus.
    pub id: String,
    /// Its title, or its file's stem.
    pub title: String,
    /// Its genre.
    pub kind: DocumentKind,
    /// The event.
    pub event: Option<String>,
    /// Its dates, in order.
    pub dates: Vec<PartialDate>,
    /// The event's place.
    pub place: Option<String>,
}

/// The excerpt of `section` made of `ranges`, which are bytes of its text.
///
/// Ranges may be in any order, overlap, or end inside a character: they are brought to whole
/// characters, joined where nothing but white space stands between them, and rid of white space at
/// both ends. `None` when no word is left.
pub fn excerpt(
    document: &Document,
    section: &Section,
    ranges: &[Range<usize>],
    query: Option<&str>,
) -> Option<Excerpt> {
    let ranges = tidy(&section.text, ranges);
    let first = ranges.first()?.start;
    let (page, sheet) = (section.page_at(first), section.sheet_at(first));
    let label = section.label();
    Some(Excerpt {
        id: 0,
        section: format!("{}#{}", document.id, section.id),
        title: if label.is_empty() { section.kind.label().to_owned() } else { label },
        pieces: ranges.into_iter().map(|range| Piece::of(section, range)).collect(),
        speakers: section.speakers.clone(),
        keywords: section.keywords.iter().map(|keyword| keyword.0.clone()).collect(),
        language: section.language.clone(),
        date: section.date,
        origin: Origin::of(document),
        citation: glane_query::cite(document, section, page, sheet),
        note: String::new(),
        query: query.map(str::to_owned).filter(|query| !query.trim().is_empty()),
    })
}

impl Excerpt {
    /// The paragraphs, as a reader sees them: one line each, without light markup.
    pub fn paragraphs(&self) -> Vec<String> {
        self.pieces.iter().flat_map(Piece::paragraphs).collect()
    }

    /// The number of words, as separated by white space.
    pub fn words(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.split_whitespace().count()).sum()
    }

    /// The pages on which the pieces start, each once, in order.
    pub fn pages(&self) -> Vec<u32> {
        let mut pages: Vec<u32> = self.pieces.iter().filter_map(|piece| piece.page).collect();
        pages.dedup();
        pages
    }

    /// Takes in the words of another excerpt of the same section. Returns whether there were any.
    pub(crate) fn extend(&mut self, other: &Excerpt) -> bool {
        let before = self.pieces.clone();
        for new in &other.pieces {
            let (mut whole, mut apart) = (new.clone(), Vec::new());
            for own in self.pieces.drain(..) {
                match own.joined(&whole) {
                    Some(joined) => whole = joined,
                    None => apart.push(own),
                }
            }
            apart.push(whole);
            apart.sort_by_key(|piece| piece.range.start);
            self.pieces = apart;
        }
        self.pieces != before
    }

    /// Keeps these paragraphs only, if that leaves some and drops some.
    pub(crate) fn trim(&mut self, kept: &[usize]) -> bool {
        let mut parts: Vec<Piece> = self.pieces.iter().flat_map(Piece::split).collect();
        let before = parts.len();
        let mut at = 0..;
        parts.retain(|_| at.next().is_some_and(|at| kept.contains(&at)));
        if parts.is_empty() || parts.len() == before {
            return false;
        }
        self.pieces = parts;
        true
    }
}

impl Piece {
    fn of(section: &Section, range: Range<usize>) -> Piece {
        let page = section.page_at(range.start);
        Piece { page, text: section.text[range.clone()].to_owned(), range }
    }

    /// One piece with the words of both; `None` where they are apart, or where they disagree on what
    /// they share because the text has changed between them.
    fn joined(&self, other: &Piece) -> Option<Piece> {
        let (first, second) =
            if self.range.start <= other.range.start { (self, other) } else { (other, self) };
        let shared = first.range.end.checked_sub(second.range.start)?;
        let at = second.range.start - first.range.start;
        if shared >= second.text.len() {
            let agree = first.text.get(at..at + second.text.len()) == Some(second.text.as_str());
            return agree.then(|| first.clone());
        }
        let (common, rest) = second.text.split_at_checked(shared)?;
        let agree = first.text.get(at..) == Some(common);
        agree.then(|| Piece {
            range: first.range.start..second.range.end,
            page: first.page,
            text: format!("{}{rest}", first.text),
        })
    }

    /// Its paragraphs, as a reader sees them.
    pub fn paragraphs(&self) -> Vec<String> {
        let parts = paragraphs(&self.text).into_iter();
        parts.filter_map(|part| shown(&self.text[part])).collect()
    }

    /// A piece for each paragraph that a reader sees.
    fn split(&self) -> Vec<Piece> {
        let visible = |part: &Range<usize>| shown(&self.text[part.clone()]).is_some();
        let piece = |part: Range<usize>| Piece {
            range: self.range.start + part.start..self.range.start + part.end,
            page: self.page,
            text: self.text[part].to_owned(),
        };
        paragraphs(&self.text).into_iter().filter(visible).map(piece).collect()
    }
}

impl Origin {
    fn of(document: &Document) -> Origin {
        Origin {
            id: document.id.clone(),
            title: document.display_title().to_owned(),
            kind: document.kind,
            event: document.event.clone(),
            dates: document.dates.clone(),
            place: document.place.clone(),
        }
    }
}

/// A paragraph as a reader sees it; `None` where it holds no letter and no digit, as a rule between
/// the rows of a table.
fn shown(paragraph: &str) -> Option<String> {
    let plain = glane_query::plain(paragraph);
    if !plain.contains(char::is_alphanumeric) {
        return None;
    }
    let row = plain.strip_prefix('|').map(|row| row.strip_suffix('|').unwrap_or(row));
    Some(match row {
        Some(row) => row.split('|').map(str::trim).collect::<Vec<_>>().join(" · "),
        None => plain,
    })
}

/// Whole characters, in order, apart, without white space at the ends, none empty.
fn tidy(text: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = ranges
        .iter()
        .map(|range| {
            let end = text.ceil_char_boundary(range.end.min(text.len()));
            text.floor_char_boundary(range.start.min(end))..end
        })
        .collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last)
                if range.start <= last.end || text[last.end..range.start].trim().is_empty() =>
            {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    joined.into_iter().map(|range| trimmed(text, range)).filter(|range| !range.is_empty()).collect()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text[range.clone()].trim_end();
    let end = range.start + words.len();
    end - words.trim_start().len()..end
}

#[cfg(test)]
mod tests {
    use glane_document::{PageStart, SectionKind};
    use proptest::prelude::*;

    use super::*;

    fn section(text: &str) -> Section {
        let mut section = Section::new(SectionKind::Workshop);
        section.id = "atelier-4".to_owned();
        section.text = text.to_owned();
        section
    }

    #[test]
    fn an_excerpt_is_cited_by_the_page_of_its_first_words() {
        let mut section = section("Premier point.\n\nSecond point.");
        section.number = Some("4".to_owned());
        section.pages = vec![PageStart { offset: 16, page: 12, sheet: None }];
        let mut document = Document::new("actes.txt", "");
        document.title = Some("Actes de Kerval".to_owned());
        let kept = excerpt(&document, &section, &[16..29], Some("point")).unwrap();
        assert_eq!(kept.citation, "« Atelier 4 », in Actes de Kerval, p. 12.");
        assert_eq!(
            (kept.section.as_str(), kept.title.as_str()),
            ("actes.txt#atelier-4", "Atelier 4")
        );
        assert_eq!((kept.pages(), kept.words()), (vec![12], 2));
    }

    #[test]
    fn stretches_are_put_in_order_and_joined_where_only_space_parts_them() {
        let text = "Un.\n\nDeux.\n\nTrois.";
        let kept = excerpt(&Document::new("a", ""), &section(text), &[12..18, 0..3, 3..10], None);
        let pieces: Vec<String> =
            kept.unwrap().pieces.into_iter().map(|piece| piece.text).collect();
        assert_eq!(pieces, ["Un.\n\nDeux.\n\nTrois."]);
        let kept = excerpt(&Document::new("a", ""), &section(text), &[12..18, 0..3], None);
        assert_eq!(kept.unwrap().pieces.len(), 2);
    }

    #[test]
    fn rows_of_a_table_read_as_lines() {
        let text = "| Qui | Quand |\n|---|---|\n| CAF | 2020 |";
        let kept =
            excerpt(&Document::new("a", ""), &section(text), &[0..text.len()], None).unwrap();
        assert_eq!(kept.paragraphs(), ["Qui · Quand", "CAF · 2020"]);
    }

    #[test]
    fn no_words_make_no_excerpt() {
        let document = Document::new("a", "");
        assert_eq!(excerpt(&document, &section("mot \n "), &[3..6, 80..90], None), None);
        assert_eq!(excerpt(&document, &section("mot"), &[], None), None);
    }

    #[test]
    fn words_that_overlap_are_joined_and_none_is_lost() {
        let section = section("un deux trois quatre");
        let of = |range| excerpt(&Document::new("a", ""), &section, &[range], None).unwrap();
        let texts = |kept: &Excerpt| -> Vec<String> {
            kept.pieces.iter().map(|piece| piece.text.clone()).collect()
        };
        let mut kept = of(0..7);
        assert!(kept.extend(&of(14..20)) && kept.extend(&of(3..13)));
        assert_eq!(texts(&kept), ["un deux trois", "quatre"]);
        assert!(!kept.extend(&of(3..7)));
        assert!(kept.extend(&of(0..20)));
        assert_eq!(texts(&kept), ["un deux trois quatre"]);
        let mut other = of(8..20);
        other.pieces[0].text = "3,14 quatre!".to_owned();
        assert!(kept.extend(&other));
        assert_eq!(texts(&kept), ["un deux trois quatre", "3,14 quatre!"], "both versions stay");
    }

    proptest! {
        #[test]
        fn any_stretches_make_pieces_that_stand_in_the_text(
            text in "[aé\u{a0} .\n]{0,60}",
            ranges in prop::collection::vec((0usize..90, 0usize..90), 0..5),
        ) {
            let ranges: Vec<Range<usize>> = ranges.into_iter().map(|(a, b)| a.min(b)..a.max(b)).collect();
            let section = section(&text);
            let kept = excerpt(&Document::new("a", ""), &section, &ranges, None);
            let mut end = 0;
            for piece in kept.into_iter().flat_map(|kept| kept.pieces) {
                prop_assert!(piece.range.start >= end && !piece.text.trim().is_empty());
                prop_assert_eq!(text.get(piece.range.clone()), Some(piece.text.as_str()));
                end = piece.range.end;
            }
        }
    }
}
