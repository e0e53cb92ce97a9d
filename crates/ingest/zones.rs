//! Which parts of a section's text are notes, a bibliography, captions, tables.
//!
//! They are told by their marks alone, paragraph by paragraph: what nothing marks is text. Each part
//! starts and ends with a line, so that no sentence is cut by what stands beside it.

mod caption;
mod note;
mod table;

use std::ops::Range;

use glane_document::{DocumentKind, Section, SectionKind, Zone};

/// The longest caption, in bytes: what is longer is prose that opens like one.
const MAX_CAPTION: usize = 320;

/// The longest line that may announce notes or a bibliography, in bytes.
const MAX_ANNOUNCEMENT: usize = 40;

/// The parts of the text of a section, in order: they tile it. A text without any has no part.
///
/// `genre` is what its document is: the tables of a programme are its very text.
pub(crate) fn zones(section: &Section, genre: DocumentKind) -> Vec<(Range<usize>, Zone)> {
    let text = &*section.text;
    let mut tiles = Tiles::default();
    if let Some(zone) = whole(section) {
        tiles.add(text.len(), zone, false);
        return tiles.0;
    }
    let head = text.floor_char_boundary(section.head.min(text.len()));
    tiles.add(head, Zone::Body, text[..head].trim().is_empty());
    let laid_out = text.trim_start().lines().next().is_some_and(table::is_row);
    let mut reading = Reading {
        tables: genre != DocumentKind::Programme && !laid_out,
        english: section.language.as_deref() == Some("en"),
        open: Open::Nothing,
        tiles,
    };
    let mut lines = Vec::new();
    let mut at = head;
    while at < text.len() {
        let end = at + paragraph(&text[at..], &mut lines);
        reading.read(at, end, &lines);
        at = end;
    }
    reading.tiles.0
}

/// The zone of a whole section, by what its heading makes of it.
fn whole(section: &Section) -> Option<Zone> {
    let is_note = || section.title.as_deref().and_then(note::announced) == Some(Zone::Note);
    match section.kind {
        SectionKind::References if is_note() => Some(Zone::Note),
        SectionKind::References => Some(Zone::Bibliography),
        _ if is_note() => Some(Zone::Note),
        _ => None,
    }
}

/// Reads the lines of the first paragraph of `text`, and says where the next one starts, in bytes.
fn paragraph<'t>(text: &'t str, lines: &mut Vec<&'t str>) -> usize {
    lines.clear();
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if !is_blank && lines.last().is_some_and(|last| last.trim().is_empty()) {
            break;
        }
        lines.push(line);
        end += line.len();
    }
    end
}

/// Parts of a text, in order, each up to the byte where the next starts.
#[derive(Default)]
struct Tiles(Vec<(Range<usize>, Zone)>);

impl Tiles {
    /// Adds what follows, up to `end`; white space goes with what stands before it.
    fn add(&mut self, end: usize, zone: Zone, is_blank: bool) {
        let start = self.0.last().map_or(0, |(range, _)| range.end);
        match self.0.last_mut() {
            Some((range, of)) if *of == zone || is_blank => range.end = end,
            _ if start < end => self.0.push((start..end, zone)),
            _ => {}
        }
    }

    fn last(&self) -> Zone {
        self.0.last().map_or(Zone::Body, |(_, zone)| *zone)
    }
}

/// What the paragraphs before leave open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// What was announced on a line of its own: all that follows is of this zone.
    Announced(Zone),
    /// A note, which goes on where a paragraph is indented.
    Note,
    /// A table between tags, which goes on to its end.
    Table,
}

/// Tells paragraphs, one after the other.
struct Reading {
    /// Whether tables are beside the text.
    tables: bool,
    /// Whether English words announce captions.
    english: bool,
    open: Open,
    tiles: Tiles,
}

impl Reading {
    /// Reads the paragraph of `lines`, blank ones after it included, from the byte `at` to `end`.
    fn read(&mut self, at: usize, end: usize, lines: &[&str]) {
        if let Some(zone) = self.goes_on(lines) {
            self.tiles.add(end, zone, false);
            return;
        }
        if let [only, blank @ ..] = lines
            && blank.iter().all(|line| line.trim().is_empty())
            && only.len() <= MAX_ANNOUNCEMENT
            && let Some(zone) = note::announced(only)
        {
            self.open = Open::Announced(zone);
            self.tiles.add(end, zone, false);
            return;
        }
        let mut done = at;
        for (run, is_table) in self.runs(lines) {
            let lines = &lines[run];
            done += lines.iter().map(|line| line.len()).sum::<usize>();
            let blank = lines.iter().all(|line| line.trim().is_empty());
            let zone = if is_table { self.table(lines) } else { self.zone(lines) };
            self.tiles.add(done, zone, blank);
        }
    }

    /// The zone that is open, where the paragraph goes on with it; its end may close it.
    fn goes_on(&mut self, lines: &[&str]) -> Option<Zone> {
        match self.open {
            Open::Nothing => None,
            Open::Announced(zone) => Some(zone),
            Open::Note => {
                let first = lines.first().copied().unwrap_or_default();
                let goes_on = first.starts_with("    ") || first.starts_with('\t');
                self.open = if goes_on { Open::Note } else { Open::Nothing };
                goes_on.then_some(Zone::Note)
            }
            Open::Table => {
                if lines.iter().any(|line| table::closes(line)) {
                    self.open = Open::Nothing;
                }
                Some(Zone::Table)
            }
        }
    }

    /// The lines of a paragraph, in runs of one zone each, with whether they are a table.
    fn runs(&self, lines: &[&str]) -> Vec<(Range<usize>, bool)> {
        let tables = if self.tables { table::tables(lines) } else { Vec::new() };
        let mut runs = Vec::new();
        let mut from = 0;
        for table in tables {
            cut(lines, from..table.start, &mut runs);
            from = table.end;
            runs.push((table, true));
        }
        cut(lines, from..lines.len(), &mut runs);
        runs
    }

    fn table(&mut self, lines: &[&str]) -> Zone {
        let goes_on = lines.first().is_some_and(|first| table::opens(first))
            && !lines.iter().any(|line| table::closes(line));
        self.open = if goes_on { Open::Table } else { Open::Nothing };
        Zone::Table
    }

    /// What lines are that are no table.
    fn zone(&mut self, lines: &[&str]) -> Zone {
        let first = lines.first().copied().unwrap_or_default();
        if note::is_note(first) {
            self.open = Open::Note;
            return Zone::Note;
        }
        let length: usize = lines.iter().map(|line| line.len()).sum();
        let beside = matches!(self.tiles.last(), Zone::Table | Zone::Caption);
        let is_caption = length <= MAX_CAPTION
            && (caption::is_caption(first, self.english) || beside && caption::is_legend(first));
        if is_caption { Zone::Caption } else { Zone::Body }
    }
}

/// Cuts lines that are no table before the first note in them.
fn cut(lines: &[&str], run: Range<usize>, runs: &mut Vec<(Range<usize>, bool)>) {
    let first = lines[run.clone()].iter().position(|line| note::is_note(line));
    let note = first.map_or(run.end, |first| run.start + first);
    let parts = [run.start..note, note..run.end];
    runs.extend(parts.into_iter().filter(|part| !part.is_empty()).map(|part| (part, false)));
}

#[cfg(test)]
mod tests;
