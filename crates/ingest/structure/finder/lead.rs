//! Lines in bold that head the text right below them, without a blank line between.

use std::collections::HashMap;
use std::ops::Range;

use super::Finder;
use crate::line::Line;
use crate::structure::first_names::is_first_name;
use crate::structure::heading::{Heading, depth, untitled};
use crate::structure::{cue, date, keyword, speaker};
use crate::words::starts_upper;

/// How many such lines make the layout of a text.
const MANY: usize = 3;

/// The longest title, in bytes.
const MAX_TITLE: usize = 90;

/// The shortest line of text below it, in bytes.
const MIN_TEXT: usize = 40;

impl Finder<'_> {
    /// A line in bold above its text, in a text where such lines are titles: `**Local**`, then `Le
    /// bureau a rangé …`.
    pub(super) fn by_lead(&self, at: usize) -> Option<Heading> {
        self.leads.binary_search(&at).ok()?;
        let text = self.lines[at].plain.trim_end_matches([':', ' ']);
        Some(Heading { lines: at..at + 1, ..untitled(text, depth::PART) })
    }
}

/// The lines in bold that open a block of text, where there are several, each with its own words:
/// one that returns is who speaks.
pub(super) fn leads(lines: &[Line<'_>], blocks: &[Range<usize>]) -> Vec<usize> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    let bold = lines.iter().filter(|line| line.bold);
    bold.for_each(|line| *times.entry(&line.plain).or_default() += 1);
    let once = |at: &usize| times.get(&*lines[*at].plain) == Some(&1);
    let opens = blocks.iter().filter(|block| block.len() > 1).map(|block| block.start);
    let found: Vec<usize> = opens.filter(|&at| is_lead(lines, at)).filter(once).collect();
    if found.len() < MANY { Vec::new() } else { found }
}

/// Whether a line in bold is a title, and the line below it text.
fn is_lead(lines: &[Line<'_>], at: usize) -> bool {
    let (line, Some(below)) = (&lines[at], lines.get(at + 1)) else { return false };
    if !line.bold || line.item || line.level.is_some() || line.plain.len() > MAX_TITLE {
        return false;
    }
    let text = line.plain.trim_end_matches([':', ' ']);
    let titled = text.len() > 3 && starts_upper(text) && !text.ends_with(['.', ',', ';']);
    let prose = below.plain.len() >= MIN_TEXT
        && below.bold_start.is_none()
        && !below.item
        && below.name().is_none();
    let names = || {
        line.name().is_some()
            || is_first_name(text.split(' ').next().unwrap_or_default())
            || speaker::opens_list(line).is_some()
            || cue::announcement(line.words()).is_some()
            || cue::lists_present(line.plain.both())
            || cue::lists_absent(line.plain.both())
    };
    let dated = || date::is_date_line(text) || keyword::keywords(line.plain.both()).is_some();
    titled && prose && !names() && !dated()
}
