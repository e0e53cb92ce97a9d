//! The lines that may be talks, by kind of line: items, lines with hours or days, headings, paragraphs.

use std::sync::LazyLock;

use glane_document::SectionKind;

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::finder::authors::first::{gives_year, tells_talks};
use crate::structure::heading::is_room;
use crate::structure::time::leading_slot;
use crate::structure::{cue, date};

/// The longest line that is looked at, in bytes.
const MAX_LINE: usize = 600;

/// Over how many lines at most what an hour is the hour of is looked for.
const MAX_BELOW: usize = 5;

/// A kind of line: those of a kind are compared with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Class {
    pub(super) shape: Shape,
    /// What it opens with.
    when: Option<When>,
}

impl Class {
    /// Whether its lines open with a day.
    pub(super) fn is_dated(self) -> bool {
        self.when == Some(When::Day)
    }
}

/// What a line is by its layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Heading,
    Item,
    Line,
    /// Hours or a day alone, above what they are of.
    Alone,
    /// Two lines, and nothing else between blank ones.
    Pair,
    /// A line between blank ones.
    Paragraph,
}

/// What a line opens with before its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum When {
    Hours,
    Day,
}

/// A line that may be a talk, without its mark and its hours.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub(super) class: Class,
    /// How many headings stand above a line without hours.
    pub(super) part: usize,
    pub(super) line: usize,
    /// The line after that of its text.
    pub(super) own_end: usize,
    /// The line after the one below that goes with it.
    pub(super) end: usize,
    pub(super) text: String,
    /// The words that bold or emphasis sets apart, in order.
    pub(super) marked: Vec<String>,
    /// What stands on the next line.
    pub(super) below: Option<&'t str>,
}

/// The lines of a text that may be talks.
pub(super) fn entries<'t>(lines: &'t [Line<'_>]) -> impl Iterator<Item = Entry<'t>> {
    let mut above = Above::of(lines);
    lines.iter().enumerate().filter_map(move |(at, line)| {
        above.pass(line);
        if line.code || line.is_blank() || line.plain.len() > MAX_LINE || line.raw.starts_with('|')
        {
            return None;
        }
        match opening(line) {
            Some((when, rest)) => timed(lines, at, when, rest),
            // Headings part each other: all of a level are compared.
            None => untimed(lines, at, line.level.map(usize::from).or(above.opened)?),
        }
    })
}

/// The day or the hours that a line opens with, and what stands after both.
fn opening<'l>(line: &'l Line<'_>) -> Option<(When, &'l str)> {
    let text = line.words();
    if let Some((_, rest)) = leading_slot(text.printed) {
        return Some((When::Hours, rest));
    }
    let (_, rest) = date::leading(text, Some(date::ANY_YEAR))?;
    let rest = rest.trim_start_matches([',', ':', '–', '—', '-', '|', ' ', '\u{a0}']);
    let rest = leading_slot(rest).map_or(rest, |(_, rest)| rest);
    Some((When::Day, if is_room(rest) { "" } else { rest }))
}

/// A line with hours, and the next one that goes with it.
fn timed<'t>(lines: &'t [Line<'_>], at: usize, when: When, rest: &str) -> Option<Entry<'t>> {
    let line = &lines[at];
    let shape = match (line.level, line.item) {
        _ if rest.is_empty() => Shape::Alone,
        (Some(_), _) => Shape::Heading,
        (_, true) => Shape::Item,
        _ => Shape::Line,
    };
    let own = |next: &usize| {
        let line = &lines[*next];
        // An item below a day alone is what the day is of.
        let listed = line.item && !(when == When::Day && shape == Shape::Alone);
        line.level.is_none() && !listed && opening(line).is_none()
    };
    let last = lines.len().min(at + 1 + MAX_BELOW);
    let full = |from: usize| (from..last).find(|&next| !lines[next].is_blank()).filter(own);
    let (first, text) = match shape {
        Shape::Alone => {
            let first = full(at + 1)?;
            (first, lines[first].words().printed)
        }
        _ => (at, rest),
    };
    let below = match shape {
        Shape::Heading | Shape::Alone => full(first + 1),
        _ => Some(first + 1).filter(|&next| next < last && !lines[next].is_blank()).filter(own),
    };
    let below = below.filter(|&next| lines[next].plain.len() <= MAX_LINE && !lines[next].item);
    Some(Entry {
        class: Class { shape, when: Some(when) },
        part: 0,
        line: at,
        own_end: first + 1,
        end: below.unwrap_or(first) + 1,
        text: text.to_owned(),
        marked: marked(&lines[first]),
        below: below.map(|next| &*lines[next].plain),
    })
}

/// An item, a paragraph of one line or a pair of lines, where talks are told of.
fn untimed<'t>(lines: &'t [Line<'_>], at: usize, part: usize) -> Option<Entry<'t>> {
    let line = &lines[at];
    let other = || line.plain.ends_with(':') || gives_year(&line.plain);
    if other() || cue::announcement(line.words()).is_some() {
        return None;
    }
    let blank = |at: usize| lines.get(at).is_none_or(Line::is_blank);
    let opens = at == 0 || blank(at - 1);
    let below = lines.get(at + 1).filter(|next| next.goes_on() && !gives_year(&next.plain));
    let shape = match below {
        _ if line.level.is_some() => Shape::Heading,
        _ if line.item => Shape::Item,
        Some(_) if opens && blank(at + 2) => Shape::Pair,
        None if opens && blank(at + 1) && line.plain.len() <= MAX_PARAGRAPH => Shape::Paragraph,
        _ => return None,
    };
    let below = below.filter(|_| shape != Shape::Heading);
    Some(Entry {
        class: Class { shape, when: None },
        part,
        line: at,
        own_end: at + 1,
        end: at + 1 + usize::from(below.is_some()),
        text: line.words().printed.to_owned(),
        marked: marked(line),
        below: below.map(|next| &*next.plain),
    })
}

/// The longest paragraph that may be a talk, in bytes.
const MAX_PARAGRAPH: usize = 300;

/// The words that bold or emphasis sets apart on a line, without markup.
fn marked(line: &Line<'_>) -> Vec<String> {
    if !(line.in_bold || line.raw.contains(['*', '_'])) {
        return Vec::new();
    }
    markup::runs(markup::item(&line.raw).1)
        .map(|run| markup::plain(run.inside).into_owned())
        .collect()
}

/// What the headings above a line say of what stands below them.
struct Above {
    /// How many headings stand above.
    rank: usize,
    /// Whether the whole text is the programme of an event.
    event: bool,
    /// The rank of the last heading, where it says that talks stand below.
    opened: Option<usize>,
}

/// How many words a heading in bold has at most: titles of talks are longer.
const MAX_BOLD: usize = 4;

/// How many lines at the top of a text may say what it is of.
const COVER: usize = 4;

impl Above {
    fn of(lines: &[Line<'_>]) -> Above {
        let cover = lines.iter().filter(|line| !line.is_blank()).take(COVER);
        let mut cover = cover.filter(|line| line.plain.len() < 200);
        let event = cover.any(|line| tells_event(line.plain.folded()));
        Above { rank: 0, event, opened: event.then_some(0) }
    }

    fn pass(&mut self, line: &Line<'_>) {
        let heads = || line.bold && line.plain.split(' ').count() <= MAX_BOLD;
        let heads = line.level.is_some() || heads();
        if !heads || line.plain.is_empty() {
            return;
        }
        let folded = line.plain.folded();
        let tells = tells_talks(folded)
            || tells_event(folded)
            || leading_slot(&line.plain).is_some()
            || date::is_date_line(&line.plain);
        if line.level.is_none() && !tells {
            return;
        }
        self.rank += 1;
        let other = cue::kind(&line.plain) == SectionKind::References
            || cue::opens_part(&line.plain) && !tells;
        self.opened = (tells || self.event && !other).then_some(self.rank);
    }
}

/// Whether folded words name an event at which people speak.
fn tells_event(folded: &str) -> bool {
    static EVENT: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:colloques?|congres|seminaires?|journees? d'etudes?|rencontres|forum|assises|symposium|webinaires?|universites? d'(?:ete|automne)|programme|conferences|ateliers|tables? rondes?)\b",
        )
    });
    EVENT.is_match(folded)
}
