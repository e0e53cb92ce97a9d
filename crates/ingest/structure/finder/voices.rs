//! Talks whose speakers stand on a line of their own, above the title: `9h30`, then `Zoé Lanteri`,
//! then `Habiter la ville`.

use std::ops::Range;

use glane_document::Speaker;

use super::Finder;
use crate::line::Line;
use crate::structure::heading::{Heading, depth, is_room, or_session, untitled};
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker::{self, Zone};
use crate::structure::time::leading_slot;
use crate::structure::title_people::{people_only, who_speaks};
use crate::structure::{cue, keyword};
use crate::words::starts_upper;

/// How many hours must stand above somebody known and a title for bold lines to be names too.
const MANY_VOICES: usize = 2;

/// The longest line of people and the longest line of a title, in bytes.
const MAX_LINE: usize = 220;

/// The longest line of hours, in bytes.
const MAX_HOURS: usize = 80;

/// How many lines a title in quotation marks may take.
const MAX_QUOTED: usize = 4;

/// People and the lines of the title below them.
#[derive(Debug)]
struct Voice {
    people: Vec<Speaker>,
    title: Range<usize>,
}

impl Finder<'_> {
    /// Takes who speaks and the title of what is said from the lines under an hour that is alone.
    pub(super) fn take_voice_below(&self, rank: usize, heading: &mut Heading) {
        if heading.title.is_some() || !heading.people.is_empty() {
            return;
        }
        let Some(at) = self.next_full_line(heading.lines.end) else { return };
        if let Some(voice) = voice(self.lines, at, self.voiced) {
            self.give_voice(rank, voice, heading);
        }
    }

    /// A talk beside the one above, whose hour it shares: somebody in bold, then a title, in a text
    /// where talks are written so.
    pub(super) fn by_voice(&self, rank: usize, at: usize, above: &[Heading]) -> Option<Heading> {
        let first = self.voiced && self.lines[at].bold && at == self.blocks[rank].start;
        let beside = above.last().filter(|_| first)?;
        let timed = beside.start.is_some() && !beside.people.is_empty();
        let voice = voice(self.lines, at, true).filter(|voice| timed && voice.title.start > at)?;
        let mut heading = untitled("", depth::SLOT);
        heading.lines = at..at + 1;
        (heading.start, heading.end, heading.date) = (beside.start, beside.end, beside.date);
        self.give_voice(rank, voice, &mut heading);
        Some(heading)
    }

    fn give_voice(&self, rank: usize, voice: Voice, heading: &mut Heading) {
        let lines = &self.lines[voice.title.clone()];
        let title = lines.iter().fold(String::new(), |text, line| super::join(&text, &line.plain));
        heading.kind = or_session(cue::kind(&title));
        heading.printed = super::join(&heading.printed, &title);
        heading.title = Some(title);
        heading.people = voice.people;
        heading.lines.end = voice.title.end;
        self.continue_title(rank, heading);
    }
}

/// Whether hours often stand alone above somebody known and a title.
pub(super) fn voiced(lines: &[Line<'_>]) -> bool {
    let alone = |at: &usize| {
        let line = &lines[*at];
        let hours = line.plain.len() <= MAX_HOURS && line.level.is_none() && !line.item;
        hours && leading_slot(&line.plain).is_some_and(|(_, rest)| rest.is_empty())
    };
    let voiced = |at: &usize| {
        let next = (at + 1..lines.len().min(at + 4)).find(|&next| !lines[next].is_blank());
        next.is_some_and(|next| voice(lines, next, false).is_some())
    };
    (0..lines.len()).filter(alone).filter(voiced).take(MANY_VOICES).count() == MANY_VOICES
}

/// Who speaks on a line, and the lines of the title below it; where talks are often written so
/// (`often`), bold vouches for any name.
fn voice(lines: &[Line<'_>], at: usize, often: bool) -> Option<Voice> {
    let line = &lines[at];
    let text = line.words().printed;
    if line.level.is_some() || line.item || text.is_empty() || text.len() > MAX_LINE {
        return None;
    }
    // « Conférence de Zoé Lanteri » is a title, unless another stands below in quotation marks.
    if let Some(person) = who_speaks(text) {
        let title = quoted(lines, at + 1).unwrap_or(at..at + 1);
        return Some(Voice { people: vec![person], title });
    }
    let title = lines.get(at + 1).filter(|title| is_title(title))?;
    let people = who(line, often).filter(|people| !people.is_empty())?;
    // « Zoé Lanteri », « Université d'Orn », « Habiter » are three lines: the second is no title.
    let ends = lines.get(at + 2).is_none_or(|after| {
        let goes_on = after.plain.starts_with(char::is_lowercase) || title.plain.ends_with(',');
        after.is_blank() || goes_on || !is_title(after) || is_room(&after.plain)
    });
    ends.then_some(Voice { people, title: at + 1..at + 2 })
}

/// The people that a line is made of: names alone, or one with its role.
fn who(line: &Line<'_>, often: bool) -> Option<Vec<Speaker>> {
    let text = line.words().printed;
    let people = people_only(text);
    if !people.is_empty() {
        return Some(people);
    }
    let name = name::parse(text, Trust::Announced)?;
    let whole = name.len == text.len() && !name.given.is_empty();
    let civil = name::opens_with_civility(text);
    let role = name.form <= Form::Known && text[name.len..].starts_with([',', ' ']) && {
        let after = text[name.len..].trim_start();
        after.starts_with([',', '(', '–', '—']) && !after.ends_with([',', ':', '.'])
    };
    (whole && (civil || often && line.bold) || role).then(|| speaker::speakers(line, Zone::Slot))
}

/// Whether a line may be the title of a talk: neither a role, people, keywords nor a sentence.
fn is_title(line: &Line<'_>) -> bool {
    let text = &*line.plain;
    let opens = starts_upper(text) || text.starts_with(|c: char| "«“\"‘’'".contains(c));
    let open = line.level.is_none() && !line.item && opens && text.len() <= MAX_LINE;
    open && !text.ends_with(['.', ':', ','])
        && !cue::names_role(first_words(text))
        && leading_slot(text).is_none()
        && keyword::keywords(line.plain.both()).is_none()
        && line.name().is_none()
        && cue::announcement(line.words()).is_none()
}

/// The two words that tell a role or an employer: a title may name either further on.
pub(super) fn first_words(text: &str) -> &str {
    text.match_indices(' ').nth(1).map_or(text, |(end, _)| &text[..end])
}

/// The lines of a title in quotation marks that opens on a line.
pub(super) fn quoted(lines: &[Line<'_>], at: usize) -> Option<Range<usize>> {
    let close = match lines.get(at)?.plain.chars().next()? {
        '«' => '»',
        '“' => '”',
        '"' => '"',
        _ => return None,
    };
    let below = lines[at..].iter().take(MAX_QUOTED).take_while(|line| !line.is_blank());
    let last = below.into_iter().position(|line| line.plain.ends_with(close))?;
    Some(at..at + last + 1)
}
