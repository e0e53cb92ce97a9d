//! The lines that may be talks, by kind of line: items, lines with hours, headings, lines in bold.

use std::sync::LazyLock;

use glane_document::SectionKind;

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::finder::authors::first::{gives_year, tells_talks};
use crate::structure::time::leading_slot;
use crate::structure::{cue, date};

/// The longest line that is looked at, in bytes.
const MAX_LINE: usize = 600;

/// Over how many lines at most what an hour is the hour of is looked for.
const MAX_BELOW: usize = 5;

/// A kind of line: those of a kind are compared with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// A heading with hours.
    Heading,
    /// An item with hours.
    TimedItem,
    /// Another line with hours, and with what they are of.
    Timed,
    /// Hours alone.
    Hours,
    /// An item under the heading of this rank.
    Item(usize),
    /// A line in bold above another one, under the heading of this rank.
    Bold(usize),
}

/// A line that may be a talk, without its mark and its hours.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub(super) class: Class,
    pub(super) line: usize,
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
        let text = line.words().printed;
        match leading_slot(text) {
            Some((_, rest)) => timed(lines, at, rest),
            None => untimed(lines, at, above.opened?),
        }
    })
}

/// A line with hours, and the next one that goes with it.
fn timed<'t>(lines: &'t [Line<'_>], at: usize, rest: &str) -> Option<Entry<'t>> {
    let line = &lines[at];
    let class = match (line.level, line.item) {
        (Some(_), _) => Class::Heading,
        _ if rest.is_empty() => Class::Hours,
        (_, true) => Class::TimedItem,
        _ => Class::Timed,
    };
    let own = |next: &usize| {
        let next = &lines[*next];
        next.level.is_none() && !next.item && leading_slot(next.words().printed).is_none()
    };
    let last = lines.len().min(at + 1 + MAX_BELOW);
    let full = |from: usize| (from..last).find(|&next| !lines[next].is_blank()).filter(own);
    let (first, text) = match class {
        Class::Hours => {
            let first = full(at + 1)?;
            (first, &*lines[first].plain)
        }
        _ => (at, rest),
    };
    let apart = matches!(class, Class::Heading | Class::Hours);
    let below = if apart {
        full(first + 1)
    } else {
        Some(first + 1).filter(|&next| next < last && !lines[next].is_blank()).filter(own)
    };
    let below = below.filter(|&next| lines[next].plain.len() <= MAX_LINE);
    Some(Entry {
        class,
        line: at,
        end: below.unwrap_or(first) + 1,
        text: text.to_owned(),
        marked: marked(&lines[first]),
        below: below.map(|next| &*lines[next].plain),
    })
}

/// An item, or a line in bold above another one, where talks are told of.
fn untimed<'t>(lines: &'t [Line<'_>], at: usize, part: usize) -> Option<Entry<'t>> {
    let line = &lines[at];
    if line.level.is_some() || line.plain.ends_with(':') || gives_year(&line.plain) {
        return None;
    }
    let opens = at == 0 || lines[at - 1].is_blank();
    let below = lines.get(at + 1).filter(|next| next.goes_on() && !gives_year(&next.plain));
    let (class, below) = if line.item {
        (Class::Item(part), below)
    } else if line.bold && opens && lines.get(at + 2).is_none_or(Line::is_blank) {
        (Class::Bold(part), Some(below?))
    } else {
        return None;
    };
    Some(Entry {
        class,
        line: at,
        end: at + 1 + usize::from(below.is_some()),
        text: line.words().printed.to_owned(),
        marked: marked(line),
        below: below.map(|next| &*next.plain),
    })
}

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
