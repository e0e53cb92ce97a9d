//! Cuts sections into passages: the units of retrieval.

use std::ops::Range;

use glane_document::{Document, Passage, Section, Zone};

use crate::words::prefix;
use crate::zones::zones;

/// A passage ends at the first paragraph that brings it past this many bytes.
const TARGET: usize = 1_800;

/// No passage is longer, in bytes: a paragraph beyond it is cut between sentences, or words.
const MAX: usize = 3_600;

/// The passages of a document, by section and rank.
///
/// Those of one section concatenate to its text. Each is in one zone: notes, captions and tables are
/// cut from the text that they stand in.
pub fn passages(document: &Document) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (at, section) in document.sections.iter().enumerate() {
        let mut cut = Cut { at, section, passages: &mut passages, count: 0 };
        for (part, zone) in zones(section, document.kind) {
            cut.add(part, zone);
        }
        if cut.count == 0 {
            cut.push(0..section.text.len(), Zone::Body);
        }
    }
    passages
}

/// The passages of one section, as they are cut.
struct Cut<'a> {
    at: usize,
    section: &'a Section,
    passages: &'a mut Vec<Passage>,
    count: u32,
}

impl Cut<'_> {
    /// Cuts a part of the section that is of one zone.
    fn add(&mut self, part: Range<usize>, zone: Zone) {
        let mut start = part.start;
        while start < part.end {
            let end = start + length(&self.section.text[start..part.end]);
            self.push(start..end, zone);
            start = end;
        }
    }

    fn push(&mut self, Range { start, end }: Range<usize>, zone: Zone) {
        self.count += 1;
        self.passages.push(Passage {
            section: self.at,
            ordinal: self.count,
            offset: start,
            text: self.section.text[start..end].to_owned(),
            head: self.section.head.clamp(start, end) - start,
            page: self.section.page_at(start),
            sheet: self.section.sheet_at(start),
            zone,
        });
    }
}

/// Bytes of the passage at the start of a text.
fn length(text: &str) -> usize {
    let window = prefix(text, MAX + 2);
    if text.len() <= MAX {
        // A short rest is better whole than as a passage of a few words.
        let cut = paragraph_end(window, TARGET).filter(|&end| text.len() - end >= TARGET / 4);
        return cut.unwrap_or(text.len());
    }
    paragraph_end(window, TARGET)
        .filter(|&end| end <= MAX)
        .or_else(|| {
            last_end(text, |before, after| {
                matches!(before, '.' | '!' | '?' | '»') && after.is_whitespace()
            })
        })
        .or_else(|| last_end(text, |_, after| after.is_whitespace()))
        .unwrap_or_else(|| text.floor_char_boundary(MAX))
}

/// The end of the first paragraph that ends at `from` or after, its blank lines included.
fn paragraph_end(text: &str, from: usize) -> Option<usize> {
    let from = text.floor_char_boundary(from);
    let blank = from + text[from..].find("\n\n").or_else(|| text[from..].find("\n\r\n"))?;
    let rest = &text[blank..];
    Some(blank + rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()))
}

/// The last place before [`MAX`] and past half of it where one may cut, the white space included.
fn last_end(text: &str, cut: impl Fn(char, char) -> bool) -> Option<usize> {
    let window = prefix(text, MAX);
    let mut before = ' ';
    let mut end = None;
    for (at, c) in window.char_indices() {
        if at > MAX / 2 && cut(before, c) {
            end = Some(at + c.len_utf8());
        }
        before = c;
    }
    end
}

#[cfg(test)]
mod tests {
    use glane_document::SectionKind;
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<Passage> {
        let mut document = Document::new("a", "a");
        let mut section = Section::new(SectionKind::Other);
        section.text = text.to_owned();
        section.head = text.floor_char_boundary(10);
        document.sections.push(section);
        passages(&document)
    }

    #[test]
    fn paragraphs_stay_whole() {
        let paragraph = format!("{}.\n\n", "mot ".repeat(300));
        let lengths: Vec<usize> =
            cut(&paragraph.repeat(4)).iter().map(|passage| passage.text.len()).collect();
        assert_eq!(lengths, [paragraph.len() * 2, paragraph.len() * 2]);
    }

    #[test]
    fn a_long_paragraph_is_cut_between_sentences() {
        let text = "Une phrase assez courte. ".repeat(400);
        assert!(
            cut(&text)
                .iter()
                .all(|passage| passage.text.len() <= MAX && passage.text.ends_with(". "))
        );
    }

    #[test]
    fn a_section_without_text_is_one_passage() {
        assert_eq!(cut("").len(), 1);
    }

    #[test]
    fn the_head_stays_with_the_first_passage() {
        let heads: Vec<usize> =
            cut(&"mot ".repeat(2000)).iter().map(|passage| passage.head).collect();
        assert!(heads[0] == 10 && heads[1..].iter().all(|&head| head == 0));
    }

    /// Anything, among which paragraphs end and zones open and close.
    const PART: &str = r"(?s).{0,40}|\n\n|é{900}|\n\| a \| b \||\n</?table>|\n\[\^1\]: |\n\nNotes\n\n|\nFigure 2 : ";

    #[test]
    fn a_passage_is_in_one_zone() {
        let passages = cut("# Un titre\n\nLe débat[^1].\n\n[^1]: Enquête de mai.\n\nLa suite.\n");
        let zones: Vec<Zone> = passages.iter().map(|passage| passage.zone).collect();
        assert_eq!(zones, [Zone::Body, Zone::Note, Zone::Body]);
        assert_eq!(passages[1].text, "[^1]: Enquête de mai.\n\n");
    }

    proptest! {
        #[test]
        fn passages_concatenate_to_the_text(parts in prop::collection::vec(PART, 0..40)) {
            let text = parts.concat();
            let passages = cut(&text);
            let joined: String = passages.iter().map(|passage| passage.text.as_str()).collect();
            prop_assert_eq!(joined, text);
            prop_assert!(passages.iter().all(|passage| passage.text.len() <= MAX));
        }
    }
}
