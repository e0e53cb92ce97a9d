//! On which page each excerpt will stand, as far as can be told without laying out.
//!
//! Word shows what stands in a reference until it prints, or until its reader asks: better a page
//! that is nearly always right than none. Excerpts are kept whole, so that a line more or less
//! rarely changes a page.

use super::super::leaflet::{Entry, Leaflet};

/// Millimetres of a page between its margins.
const PAGE: f64 = 255.0;
/// A box to write in, with the space above it.
const BOX: f64 = 48.0;

/// Millimetres above a heading.
const ABOVE: f64 = 8.5;

/// How a style takes room.
struct Room {
    /// Characters in a line, on average, in French.
    line: usize,
    /// Millimetres of a line.
    height: f64,
    /// Millimetres above and below a paragraph.
    around: f64,
}

const HEADING: Room = Room { line: 62, height: 6.5, around: 11.3 };
const WORDS: Room = Room { line: 94, height: 5.4, around: 2.1 };
const REFERENCE: Room = Room { line: 112, height: 4.1, around: 2.8 };
const NOTE: Room = Room { line: 88, height: 5.3, around: 2.1 };
const CONTENTS: Room = Room { line: 98, height: 5.3, around: 1.8 };

impl Room {
    fn of(&self, text: &str) -> f64 {
        let lines = text.chars().count().div_ceil(self.line).max(1);
        lines as f64 * self.height + self.around
    }
}

/// The page of each excerpt, then that of the sources.
pub(super) fn pages(leaflet: &Leaflet) -> Vec<usize> {
    let (mut page, mut used) = (1 + contents(leaflet), PAGE);
    let mut pages = Vec::with_capacity(leaflet.entries.len() + 1);
    for entry in &leaflet.entries {
        let height = height(entry);
        let start =
            if entry.whole { height } else { HEADING.of(&entry.heading) + 2.0 * WORDS.height };
        if used + start > PAGE {
            // The space above a heading is lost at the top of a page.
            (page, used) = (page + 1, -ABOVE);
        }
        pages.push(page);
        used += height;
        while used > PAGE {
            (page, used) = (page + 1, used - PAGE);
        }
    }
    let list = HEADING.of("Sources") + 2.0 * NOTE.height;
    pages.push(if used + list > PAGE { page + 1 } else { page });
    pages
}

/// How many pages the contents take.
fn contents(leaflet: &Leaflet) -> usize {
    if !leaflet.contents {
        return 0;
    }
    let lines = leaflet.entries.iter().map(|entry| CONTENTS.of(&entry.heading));
    let height: f64 = lines.sum::<f64>() + CONTENTS.of("Sources") + 12.0;
    // Rounded up, and a few at most: no list of excerpts has more pages than excerpts.
    (1..=leaflet.entries.len()).find(|count| height <= *count as f64 * PAGE).unwrap_or(1)
}

fn height(entry: &Entry) -> f64 {
    let gaps = entry.pieces.len().saturating_sub(1) as f64 * WORDS.of("[…]");
    let words: f64 = entry.pieces.iter().flatten().map(|line| WORDS.of(line)).sum();
    let note: f64 = entry.note.iter().map(|line| NOTE.of(line)).sum();
    let label = if entry.note.is_empty() { 0.0 } else { NOTE.of("Note") };
    let keywords = if entry.keywords.is_empty() { 0.0 } else { REFERENCE.of(&entry.keywords) };
    let boxed = if entry.boxed { BOX } else { 0.0 };
    let head = HEADING.of(&entry.heading) + REFERENCE.of(&entry.reference);
    head + gaps + words + note + label + keywords + boxed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(words: usize, boxed: bool) -> Entry {
        Entry {
            heading: "1. Atelier".to_owned(),
            pieces: vec![vec!["mot ".repeat(words)]],
            language: None,
            reference: "Actes, p. 3.".to_owned(),
            keywords: String::new(),
            note: Vec::new(),
            boxed,
            whole: words < 400,
        }
    }

    #[track_caller]
    fn check(entries: Vec<Entry>, expect: &[usize]) {
        let leaflet = Leaflet {
            title: String::new(),
            presentation: Vec::new(),
            facts: Vec::new(),
            date: None,
            contents: true,
            entries,
            sources: Vec::new(),
        };
        assert_eq!(pages(&leaflet), expect);
    }

    #[test]
    fn excerpts_that_fit_share_a_page_and_none_is_cut() {
        check(vec![entry(60, true), entry(60, true), entry(60, true)], &[3, 3, 4, 4]);
        check(vec![entry(300, true), entry(300, true)], &[3, 4, 4]);
        check(Vec::new(), &[3]);
    }

    #[test]
    fn a_long_excerpt_runs_over_pages() {
        check(vec![entry(2_000, false), entry(60, false)], &[3, 5, 5]);
    }
}
