//! Lists of people and paragraphs that were cut into lines, read as one.

use memchr::memchr_iter;

use super::{Reader, habits};
use crate::line::{self, Line};
use crate::structure::first_names::is_first_name;
use crate::structure::name::Form;
use crate::structure::{cue, speaker};

/// How many lines a list of people may be wrapped over.
const MAX_WRAPPED: usize = 12;

impl Reader<'_> {
    /// Reads a line, or the lines that one paragraph was cut into; the line after them.
    pub(super) fn read_paragraph(&mut self, at: usize) -> usize {
        let lines = self.lines;
        let end = self.paragraph_end(at);
        if end == at + 1 {
            self.read_line(&lines[at], at, end);
        } else {
            self.read_line(&line::joined(&lines[at..end]), at, end);
        }
        end
    }

    /// The line after those that a paragraph was cut into at the width of the text, as far as it
    /// may introduce people.
    fn paragraph_end(&self, at: usize) -> usize {
        let cut = |line: &Line<'_>, below: &Line<'_>| match self.habits.width {
            Some(width) => line.width() <= width && habits::is_cut(line, below, width),
            None => habits::is_open(line, below),
        };
        let named = self.lines[at].name().is_some();
        let mut bytes = self.lines[at].raw.len();
        let joined = |&next: &usize| {
            let (line, below) = (&self.lines[next - 1], &self.lines[next]);
            bytes += 1 + below.raw.len();
            bytes <= speaker::MAX_BYTES
                && self.furniture[next].is_none()
                && line.goes_on()
                && below.goes_on()
                // People who stand each on a line of their own.
                && below.name().is_none_or(|name| !named && name.form == Form::Known)
                && cut(line, below)
        };
        (at + 1..self.draft.lines.end).take_while(joined).last().map_or(at + 1, |last| last + 1)
    }

    /// Reads people whom an announcement lists over several lines; the line after them.
    pub(super) fn read_list(&mut self, at: usize) -> Option<usize> {
        if self.absent || !is_open(&self.lines[at].plain) {
            return None;
        }
        cue::announcement(self.lines[at].words())?;
        let whole = |end: &usize| !is_open(&line::joined(&self.lines[at..*end]).plain);
        let goes_on = |&end: &usize| {
            end <= self.draft.lines.end
                && self.furniture[end - 1].is_none()
                && !self.lines[end - 1].is_blank()
        };
        let end = (at + 2..at + MAX_WRAPPED).take_while(goes_on).find(whole)?;
        let list = line::joined(&self.lines[at..end]);
        let people = speaker::speakers(&list, self.zone);
        let alone = speaker::speakers(&self.lines[at], self.zone);
        (people.len() > alone.len()).then(|| {
            self.draft.speakers.extend(people);
            self.took(end - 1, true);
            end
        })
    }
}

/// Whether a list goes on below: a bracket stays open, or a comma or « et » ends the line.
fn is_open(text: &str) -> bool {
    let count = |mark: u8| memchr_iter(mark, text.as_bytes()).count();
    let open = count(b'(');
    open > 0 && open > count(b')')
        || text.ends_with(',')
        || text.ends_with(" et")
        || text.ends_with(" &")
        || ends_in_name(text)
}

/// Whether a list ends with a first name alone, whose surname stands below: `Zoé Lanteri, Luc`.
fn ends_in_name(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let before = text[..text.len() - last.len()].trim_end();
    (before.ends_with(',') || before.ends_with(" et")) && is_first_name(last)
}
