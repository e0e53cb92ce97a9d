//! Finds headings: by mark-up, label, time slot, table of contents, or layout.

mod agenda;
mod alike;
pub(crate) mod authors;
mod between;
mod bracketed_hours;
mod calendar;
mod contents;
mod dated_talks;
mod day;
mod half_day;
mod hours;
mod hours_last;
mod layout;
mod lead;
mod list;
mod markup;
mod notice;
mod number;
mod parallel;
mod points;
mod record;
mod run;
mod slot;
mod tail;
mod title;
mod untimed;
mod voices;
mod witness;
pub(crate) mod years;

pub(super) use layout::{heads_nothing, names_record};
use std::ops::Range;

use glane_document::{PartialDate, Rule};

use crate::clean::contents::Contents;
use crate::line::Line;
use crate::structure::cue;
use crate::structure::heading::{
    Heading, dated, is_labelled, is_numbered_label, labelled, may_be_labelled, opens_with_rank,
};
use crate::structure::numbering::{Part, parts, register};
use crate::structure::raised;
use crate::structure::turn;
use crate::words::starts_upper;
use years::Years;

/// Finds the headings of a text, in order.
#[derive(Debug)]
pub(crate) struct Finder<'a> {
    lines: &'a [Line<'a>],
    blocks: &'a [Range<usize>],
    /// For each line, whether it is furniture.
    skipped: &'a [bool],
    contents: &'a Contents,
    /// The rank of the entry of the contents after the last one found.
    entry: usize,
    /// The years of dates that state none.
    years: &'a Years,
    /// The day that the last line with a date alone opened.
    day: Option<PartialDate>,
    /// Whether headings are marked up: bold and capitals are then mere emphasis.
    marked_up: bool,
    /// Where hours stand that are alone on their line, beside marked-up headings.
    hours: Option<hours::Side>,
    /// Whether several lines open with a date and a time.
    dated: bool,
    /// The numbered lines that head parts.
    parts: Vec<Part>,
    /// The lines with a number of a register and nothing else.
    register: Vec<usize>,
    /// Whether short lines alone above paragraphs are headings.
    bare_headings: bool,
    /// The lists whose items are sessions.
    lists: Vec<list::SessionList>,
    /// The talks that those around them tell, by line.
    alike: Vec<alike::Alike>,
    /// The talks whose authors stand on the line below, by line.
    talks: Vec<authors::Talk>,
    /// The sessions that labelled lines tell, by line.
    records: Vec<record::Record>,
    /// The items of a calendar of people, by line.
    calendar: Vec<usize>,
    /// The lines of a calendar that name who holds what they tell in brackets.
    dated_talks: Vec<usize>,
    /// The titles with their hours in brackets, by line.
    bracketed_hours: Vec<usize>,
    /// The titles of blocks that end with their hours, by line.
    hours_last: Vec<hours_last::HoursLast>,
    /// The halves of the day that have titles, by line.
    half_days: Vec<usize>,
    /// The items that share the hours above their list, by line.
    parallel: Vec<parallel::Parallel>,
    /// The titles without hours among timed ones, by line.
    between: Vec<between::Between>,
    /// Whether who speaks often stands alone between an hour and a title.
    voiced: bool,
    /// Whether the hours of headings are headings of their own below them.
    hour_headings: bool,
    /// Whether the text reports a meeting.
    minutes: bool,
    /// The items of the agenda that the text opens with.
    agenda: agenda::Agenda,
    /// The labelled points of minutes, by line.
    points: Vec<points::Point>,
    /// The marked-up lines that head nothing.
    notices: Vec<usize>,
    /// The lines in bold that head the text right below them.
    leads: Vec<usize>,
    /// How many of the timed talks above open with who speaks.
    people_first: usize,
    /// How many of them end with who speaks in brackets.
    people_in_brackets: usize,
    /// Whether names stand alone above what their bearers say.
    witnesses: bool,
    /// Whether some of these names are numbered: the others need no bold.
    numbered_witnesses: bool,
}

/// How many marked-up headings make all headings of a text marked up.
const MARKED_UP: usize = 3;

/// The longest item that a label may open, in bytes.
const MAX_ITEM: usize = 900;

impl<'a> Finder<'a> {
    /// A finder in `lines`, of which `blocks` are the runs of own text and `skipped` the furniture.
    pub(crate) fn new(
        lines: &'a [Line<'a>],
        blocks: &'a [Range<usize>],
        skipped: &'a [bool],
        contents: &'a Contents,
        years: &'a Years,
    ) -> Finder<'a> {
        let marked_up = lines.iter().filter(|line| line.level.is_some() && !line.is_blank());
        let marked_up = marked_up.take(MARKED_UP).count() == MARKED_UP;
        let labelled = lines
            .iter()
            .filter(|line| line.plain.len() < 200 && may_be_labelled(line.plain.folded()))
            .filter(|line| is_labelled(&line.plain))
            .take(MARKED_UP)
            .count();
        let mut parts = if labelled == MARKED_UP { Vec::new() } else { parts(lines, skipped) };
        // Where headings are marked up, so are the parts: in bold at least.
        if marked_up && !parts.iter().all(|part| lines[part.line].bold) {
            parts.clear();
        }
        let numbered_witnesses = witness::numbered(&parts);
        let dated = lines.iter().filter(|line| opens_dated(line)).take(2).count() == 2;
        let bare_headings = !marked_up
            && parts.is_empty()
            && contents.is_empty()
            && layout::has_bare_headings(lines, blocks);
        Finder {
            lines,
            blocks,
            skipped,
            contents,
            entry: 0,
            years,
            day: None,
            marked_up,
            hours: hours::side(lines),
            dated,
            parts,
            register: register(lines, skipped),
            bare_headings,
            lists: list::session_lists(lines),
            alike: alike::alike(lines),
            talks: authors::talks(lines),
            records: record::records(lines),
            calendar: calendar::calendar(lines),
            dated_talks: dated_talks::dated_talks(lines),
            bracketed_hours: bracketed_hours::bracketed_hours(lines, blocks),
            hours_last: hours_last::hours_last(lines, blocks),
            half_days: half_day::half_days(lines),
            parallel: parallel::parallel(lines),
            between: if marked_up { Vec::new() } else { between::between(lines, blocks) },
            voiced: voices::voiced(lines),
            hour_headings: hours::are_headings(lines),
            minutes: false,
            agenda: agenda::Agenda::of(lines),
            points: Vec::new(),
            notices: notice::notices(lines, skipped),
            leads: if marked_up { Vec::new() } else { lead::leads(lines, blocks) },
            people_first: 0,
            people_in_brackets: 0,
            witnesses: numbered_witnesses || !marked_up && witness::in_bold(lines, blocks),
            numbered_witnesses,
        }
    }

    /// The headings, in order of lines.
    pub(crate) fn headings(mut self) -> Vec<Heading> {
        let mut headings: Vec<Heading> = Vec::new();
        for (rank, block) in self.blocks.iter().enumerate() {
            let mut at = block.start.max(headings.last().map_or(0, |last| last.lines.end));
            while at < block.end {
                let run = self.run_on(at);
                if !run.is_empty() {
                    headings.extend(run);
                    at += 1;
                    continue;
                }
                let mut found = self.heading(rank, at, &headings);
                if let Some(heading) = &mut found {
                    self.note_talk(heading);
                }
                at = found.as_ref().map_or(at + 1, |heading| heading.lines.end);
                headings.extend(found);
            }
        }
        tail::split(&mut headings);
        hours::give_to_headings_below(&mut headings, self.lines);
        day::give_to_only_sessions(&mut headings, self.lines);
        half_day::keep_to_their_day(&mut headings, &self.half_days);
        day::give_to_sessions_below(&mut headings, self.lines, self.years);
        raised::tell(&mut headings, self.lines);
        headings
    }

    /// The heading that starts at a line of a block.
    fn heading(&mut self, rank: usize, at: usize, above: &[Heading]) -> Option<Heading> {
        let block = &self.blocks[rank];
        let first = at == block.start;
        if self.lines[at].code {
            return None;
        }
        self.note_day(at, first);
        if self.is_notice(at) || self.ends_with_hours(at) {
            return None;
        }
        let by = |heading: Option<Heading>, rule| Some(Heading { rule, ..heading? });
        let mut heading = by(self.by_markup(at), Rule::Markup)
            .or_else(|| by(self.by_number(at), Rule::Number))
            .or_else(|| by(self.by_point(at), Rule::Number))
            .or_else(|| by(self.by_register(rank, at), Rule::Number))
            .or_else(|| by(self.by_record(at), Rule::Date))
            .or_else(|| by(self.by_calendar(at), Rule::Date))
            .or_else(|| by(self.by_dated_talk(at), Rule::Date))
            .or_else(|| by(self.by_half_day(at), Rule::Label))
            .or_else(|| by(self.by_hours_last(at), Rule::SlotLast))
            .or_else(|| by(self.by_bracketed_hours(at), Rule::SlotLast))
            .or_else(|| by(self.by_label(rank, at), Rule::Label))
            .or_else(|| by(self.by_slot(rank, at), Rule::Slot))
            .or_else(|| by(self.by_date(rank, at), Rule::Date))
            .or_else(|| by(self.by_slot_last(at), Rule::SlotLast))
            .or_else(|| by(self.by_hour_last(at), Rule::SlotLast))
            .or_else(|| by(self.by_parallel(at), Rule::List))
            .or_else(|| by(self.by_voice(rank, at, above), Rule::Slot))
            .or_else(|| by(self.by_authors(at), Rule::List))
            .or_else(|| by(self.by_untimed(at, above), Rule::List))
            .or_else(|| by(self.by_between(at), Rule::Layout))
            .or_else(|| by(self.by_item(at), Rule::Item))
            .or_else(|| by(self.by_list(rank, at), Rule::List))
            .or_else(|| by(self.by_quotation(at, first), Rule::List))
            .or_else(|| by(self.by_alike(at), Rule::List))
            .or_else(|| by(first.then(|| self.by_contents(rank)).flatten(), Rule::Contents))
            .or_else(|| by(self.by_agenda(at), Rule::Contents))
            .or_else(|| by(first.then(|| self.by_witness(rank)).flatten(), Rule::Layout))
            .or_else(|| by(first.then(|| self.by_layout(rank, above)).flatten(), Rule::Layout))
            .or_else(|| by(self.by_bold(rank, at), Rule::Layout))
            .or_else(|| by(self.by_lead(at), Rule::Layout))
            .or_else(|| by(self.by_capitals(rank, at, above), Rule::Capitals))?;
        self.vouch(&mut heading);
        let listed = self.contents.find(&heading.printed, self.entry);
        let title = || heading.title.as_deref().filter(|title| *title != heading.printed);
        let listed = listed.or_else(|| self.contents.find(title()?, self.entry));
        if let Some((found, listed)) = listed {
            heading.page = listed.page;
            self.entry = found + 1;
        }
        Some(heading)
    }

    /// `Atelier 4`, its title on the same line or in the block below.
    fn by_label(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        if !may_be_labelled(line.plain.folded()) {
            return None;
        }
        let alone =
            at == self.blocks[rank].start || line.bold || ends_sentence(&self.lines[at - 1].plain);
        let longest = if line.item { MAX_ITEM } else { 260 };
        if line.plain.len() > longest || !starts_upper(&line.plain) {
            return None;
        }
        // « Deuxième étape : choisir un lieu » may be prose where headings are marked up.
        if self.marked_up && !line.bold && opens_with_rank(line.plain.folded()) {
            return None;
        }
        let mut heading = labelled(&line.plain)?;
        let alone = alone || line.plain.len() <= 150 && is_numbered_label(&line.plain);
        if !(alone || line.item && heading.number.is_some()) {
            return None;
        }
        heading.lines = at..at + 1;
        heading.take_people();
        heading.split_leader();
        match &heading.title {
            Some(title) if line.item && title.len() > 120 => {
                // « Atelier 1 : Se loger ? Zoé Lanteri (CNRS) dira … »
                let end = title.find(['?', '!', '.']).filter(|end| *end < 150)?;
                heading.title = Some(title[..=end].trim_end_matches('.').to_owned());
                heading.people = turn::in_sentence(line);
            }
            Some(title) if ends_sentence(title) && title.len() > 120 => return None,
            Some(_) => self.continue_title(rank, &mut heading),
            None => self.title_below(rank, &mut heading),
        }
        self.take_date_below(&mut heading);
        Some(heading)
    }

    /// `Mardi 3 juin, 14h-16h : Titre`, or the title below; the date stands for a missing title.
    fn by_date(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        // Among days in bold, one opens a session wherever it stands.
        let bold = self.dated && line.bold_start.is_some();
        let first = at == self.blocks[rank].start;
        let opens = first || line.item || bold;
        // One of several lines that each give a day and hours, with nothing between.
        let run = !opens && self.dated && opens_dated(&self.lines[at - 1]);
        if !(opens || run) || line.plain.len() > 300 {
            return None;
        }
        let mut heading = dated(line.plain.both(), self.years.of(at))?;
        if heading.title.as_deref().is_some_and(cue::tells_deadline) {
            return None;
        }
        heading.lines = at..at + 1;
        heading.split_people();
        // One date with a time is the event's; several are its sessions'.
        let below = if line.item { !self.ends_block(rank, at) } else { self.dated };
        if heading.title.is_none() && below {
            self.title_below(rank, &mut heading);
        }
        let listed = line.item && heading.title.is_some() && heading.lines.len() > 1
            || heading.title.is_some() && !heading.people.is_empty();
        // « **Mardi 3 juin 2014** : Se loger », where other days have hours.
        let marked = bold && heading.title.is_some();
        let timed = heading.start.is_some() && heading.title.is_some();
        if run {
            return timed.then_some(heading);
        }
        // « **3 juin 2014 – Se loger en ville** »
        let bold = line.bold && heading.title.as_ref().is_some_and(|title| title.contains(' '));
        (timed || listed || marked || bold).then_some(heading)
    }

    /// The next line that belongs to a block, at most a few blank lines away.
    fn next_full_line(&self, from: usize) -> Option<usize> {
        let at = (from..self.lines.len().min(from + 6)).find(|&at| !self.lines[at].is_blank())?;
        (!self.skipped[at]).then_some(at)
    }

    /// The block of a line that stands in the block of this rank or in one of the next few.
    fn block_of(&self, rank: usize, at: usize) -> Option<&Range<usize>> {
        self.blocks[rank..].iter().take(8).find(|block| block.contains(&at))
    }

    /// Whether the line below is blank or of another block.
    fn ends_block(&self, rank: usize, at: usize) -> bool {
        !self.blocks[rank].contains(&(at + 1))
    }

    fn next_line(&self, from: usize) -> &str {
        self.next_full_line(from).map_or("", |at| &self.lines[at].plain)
    }

    /// The end of the block after the one of this rank: a heading may stand over both.
    fn reach(&self, rank: usize) -> usize {
        self.blocks.get(rank + 1).map_or(self.lines.len(), |block| block.end)
    }
}

/// Whether a line opens with a day and its hours.
fn opens_dated(line: &Line<'_>) -> bool {
    line.plain.len() < 300
        && dated(line.plain.both(), Some(2000)).is_some_and(|heading| heading.start.is_some())
}

fn ends_sentence(text: &str) -> bool {
    text.is_empty() || text.ends_with(['.', '!', '?', '…', '»', ':'])
}

fn join(before: &str, after: &str) -> String {
    if before.is_empty() { after.to_owned() } else { format!("{before} {after}") }
}

#[cfg(test)]
mod tests;
