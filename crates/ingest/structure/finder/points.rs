//! Points of minutes: numbered items, each a label in bold and what was said of it.

use std::sync::LazyLock;

use super::Finder;
use crate::line::Line;
use crate::pattern::{Pattern, pattern};
use crate::structure::heading::{Heading, depth, or_session, untitled};

/// How many labelled items in a row are points.
const MANY_POINTS: usize = 3;

/// The shortest of what is said of a point, in bytes.
const SHORTEST: usize = 30;

/// An item of the list that numbers the points.
#[derive(Debug)]
pub(super) struct Point {
    line: usize,
    /// Its number; `None` where the text leaves counting to what prints it: `#.`.
    number: Option<u8>,
    title: String,
}

impl Finder<'_> {
    /// The finder of a text that reports a meeting: its points are parts.
    pub(crate) fn of_minutes(mut self) -> Self {
        self.minutes = true;
        self.points = points(self.lines, self.skipped);
        self
    }

    /// `2. **Budget** : le conseil approuve …`, among points numbered one after another.
    pub(super) fn by_point(&self, at: usize) -> Option<Heading> {
        let rank = self.points.binary_search_by_key(&at, |point| point.line).ok()?;
        let point = &self.points[rank];
        let heading = untitled(&point.title, depth::UNIT);
        let number = point.number.map(|number| number.to_string());
        let kind = or_session(heading.kind);
        Some(Heading { lines: at..at + 1, number, kind, ..heading })
    }
}

/// The numbered items that follow one another, all with a label in bold, three at least.
fn points(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Point> {
    let own = lines.iter().enumerate().filter(|&(at, line)| line.item && !skipped[at]);
    let numbered: Vec<(usize, Option<u8>)> =
        own.filter_map(|(at, line)| Some((at, number(&line.raw)?))).collect();
    let follows = |one: &(usize, Option<u8>), next: &(usize, Option<u8>)| {
        one.1.and_then(|number| number.checked_add(1)) == next.1
    };
    let mut points = Vec::new();
    for run in numbered.chunk_by(follows).filter(|run| run.len() >= MANY_POINTS) {
        let found: Vec<Point> =
            run.iter().filter_map(|&(at, number)| point(at, number, &lines[at])).collect();
        if found.len() == run.len() {
            points.extend(found);
        }
    }
    points
}

/// The number of an item: `Some(None)` for one that counts itself.
fn number(raw: &str) -> Option<Option<u8>> {
    static NUMBER: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^\s*(?:([0-9]{1,2})[.)]|#\.)\s+(?:\*\*|__)"));
    let found = NUMBER.captures(raw)?;
    Some(found.get(1).and_then(|number| number.as_str().parse().ok()))
}

/// The point that an item is, where text follows its label.
fn point(line: usize, number: Option<u8>, item: &Line<'_>) -> Option<Point> {
    let bold = item.bold_start.as_deref()?;
    let after = item.plain.strip_prefix(bold)?.trim_start();
    let marked = bold.ends_with([':', '.']) || after.starts_with([':', '.', '–']);
    let title = bold.trim_end_matches([':', '.', ' ']).to_owned();
    let fits = marked && after.len() >= SHORTEST && title.contains(char::is_alphabetic);
    fits.then_some(Point { line, number, title })
}
