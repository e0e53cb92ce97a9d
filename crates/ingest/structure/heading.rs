//! Headings: by mark-up, label, time slot, table of contents, or layout.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{SectionKind, TimeOfDay};
use regex::Regex;

use crate::clean::contents::Contents;
use crate::line::Line;
use crate::pattern;
use crate::structure::cue;
use crate::structure::speaker::{self, Zone};
use crate::structure::time::{Slot, leading_slot, range};
use crate::structure::{date, keyword, name};
use crate::words::{canonical, fold, is_upper, starts_upper};

/// What opens a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The lines that it takes.
    pub(crate) lines: Range<usize>,
    /// What it tells the section to be.
    pub(crate) kind: SectionKind,
    /// Its number or letter.
    pub(crate) number: Option<String>,
    /// Its words without kind and number.
    pub(crate) title: Option<String>,
    /// The heading as printed, on one line.
    pub(crate) printed: String,
    /// The page that the table of contents gives.
    pub(crate) page: Option<u32>,
    /// When the section starts.
    pub(crate) start: Option<TimeOfDay>,
    /// When it ends.
    pub(crate) end: Option<TimeOfDay>,
    /// How deep it stands: a heading contains the deeper ones that follow it.
    pub(crate) depth: u8,
}

/// A heading's own depth by the way it was recognised, when it has no mark-up level.
mod depth {
    pub(super) const PART: u8 = 30;
    pub(super) const UNIT: u8 = 50;
    pub(super) const SLOT: u8 = 60;
    /// Depth of a mark-up level, between those.
    pub(super) fn of_level(level: u8) -> u8 {
        level * 10 + 5
    }
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(ateliers?|tables?[ -]rondes?|sessions?|s[ée]ances?|th[èe]mes?|axes?|parties?|pl[ée]ni[èe]res?|conf[ée]rences?|modules?|s[ée]quences?|panels?|chapitres?|volets?|parcours|forums?|carrefours?))\s*(?:[nN][°ºo]\s*)?(?:(\d{1,3}|[IVX]{1,5})\b(?:\s*[:.|–—/,-]+\s*|\s+|$)|([A-H])(?:\s*[:.|–—/-]+\s*|$))(.*)$",
    )
});
static UNNUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(ateliers?|tables?[ -]rondes?|panels?|conf[ée]rences?|pl[ée]ni[èe]res?|allocutions?|th[èe]mes?|axes?))\s*(?:[:|–—]|\s-\s)\s*(\S.*)$",
    )
});

/// Finds the headings of a text, in order.
#[derive(Debug)]
pub(crate) struct Finder<'a> {
    /// The lines of the text.
    pub(crate) lines: &'a [Line],
    /// The runs of lines that hold the document's own text.
    pub(crate) blocks: &'a [Range<usize>],
    /// For each line, whether it is furniture.
    pub(crate) skipped: &'a [bool],
    /// The entries of the tables of contents.
    pub(crate) contents: &'a Contents,
    /// The rank of the entry after the last one found.
    pub(crate) entry: usize,
}

impl Finder<'_> {
    /// The headings, in order of lines.
    pub(crate) fn headings(mut self) -> Vec<Heading> {
        let mut headings: Vec<Heading> = Vec::new();
        for (rank, block) in self.blocks.iter().enumerate() {
            let mut at = block.start.max(headings.last().map_or(0, |last| last.lines.end));
            while at < block.end {
                let found = self.heading(rank, at, &headings);
                at = found.as_ref().map_or(at + 1, |heading| heading.lines.end);
                headings.extend(found);
            }
        }
        headings
    }

    /// The heading that starts at a line of a block.
    fn heading(&mut self, rank: usize, at: usize, above: &[Heading]) -> Option<Heading> {
        let block = &self.blocks[rank];
        let first = at == block.start;
        let mut heading = self
            .by_markup(at)
            .or_else(|| self.by_label(rank, at))
            .or_else(|| self.by_slot(rank, at))
            .or_else(|| first.then(|| self.by_contents(rank)).flatten())
            .or_else(|| first.then(|| self.by_layout(rank, above)).flatten())
            .or_else(|| self.by_capitals(rank, at))?;
        let listed = self.contents.find(&heading.printed, self.entry);
        let listed = listed.or_else(|| self.contents.find(heading.title.as_deref()?, self.entry));
        if let Some((found, listed)) = listed {
            heading.page = listed.page;
            self.entry = found + 1;
        }
        Some(heading)
    }

    fn by_markup(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        let level = line.level?;
        if line.plain.is_empty() {
            return None;
        }
        let mut heading = labelled(&line.plain)
            .or_else(|| slotted(&line.plain))
            .or_else(|| numbered(&line.plain))
            .unwrap_or_else(|| untitled(&line.plain, depth::PART));
        heading.lines = at..at + 1;
        heading.depth = depth::of_level(level);
        heading.title.get_or_insert_with(|| line.plain.clone());
        Some(heading)
    }

    /// `Atelier 4`, its title on the same line or in the block below.
    fn by_label(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        let alone =
            at == self.blocks[rank].start || line.bold || ends_sentence(&self.lines[at - 1].plain);
        if !alone || line.plain.len() > 260 || !starts_upper(&line.plain) {
            return None;
        }
        let mut heading = labelled(&line.plain)?;
        heading.lines = at..at + 1;
        match &heading.title {
            Some(title) if ends_sentence(title) && title.len() > 120 => return None,
            Some(_) => self.continue_title(rank, &mut heading),
            None => self.title_below(rank, &mut heading),
        }
        Some(heading)
    }

    /// `9h15-10h30 Conférence`, or a time alone with its title below.
    fn by_slot(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        if line.plain.len() > 300 {
            return None;
        }
        let mut heading = slotted(&line.plain)?;
        heading.lines = at..at + 1;
        match &heading.title {
            Some(title) if line.item && heading.end.is_none() && !starts_upper(title) => {
                return None;
            }
            Some(_) => {}
            None => self.title_below(rank, &mut heading),
        }
        heading.title.is_some().then_some(heading)
    }

    /// A block whose first lines are an entry of the table of contents.
    fn by_contents(&self, rank: usize) -> Option<Heading> {
        let block = &self.blocks[rank];
        if self.contents.is_empty()
            || !self.contents.opens_with(&self.lines[block.start].plain, self.entry)
        {
            return None;
        }
        let mut text = String::new();
        for at in block.start..self.reach(rank) {
            if !self.lines[at].is_blank() {
                text = join(&text, &self.lines[at].plain);
                let whole =
                    !self.contents.opens_with(&join(&text, &self.next_line(at + 1)), self.entry);
                if whole && self.contents.find(&text, self.entry).is_some() {
                    return Some(Heading {
                        lines: block.start..at + 1,
                        ..untitled(&text, depth::PART)
                    });
                }
            }
        }
        None
    }

    /// A short block that its words, capitals, bold or what follows it make a heading.
    fn by_layout(&self, rank: usize, headings: &[Heading]) -> Option<Heading> {
        let block = &self.blocks[rank];
        let line = &self.lines[block.start];
        let text = line.plain.trim_end_matches([':', ' ']);
        let short = text.chars().count() <= 90
            && text.chars().any(char::is_alphabetic)
            && text.split(' ').count() <= 14;
        let person = name::parse(text, name::Trust::Text).is_some();
        if !short
            || person
            || !starts_upper(text)
            || date::is_date_line(text)
            || keyword::keywords(&line.plain).is_some()
        {
            return None;
        }
        let next = self.lines.get(block.start + 1).filter(|_| block.len() > 1);
        let alone = next.is_none();
        let ends = line.plain.ends_with(['.', ',', ';']);
        let noun = cue::opens_part(text) && text.split(' ').count() <= 8 && !ends;
        let capitals = is_upper(text) && canonical(text).len() > 5 && !ends;
        let bold = line.bold && !ends && canonical(text).len() > 3;
        let above_people =
            rank > 0 && !ends && !self.follows_heading(rank, headings) && self.people_follow(rank);
        let above_text =
            next.is_some_and(|next| !is_upper(&next.plain)) && (capitals || noun && is_upper(text));
        let found = alone && (noun || capitals || bold || above_people) || above_text;
        let announces = speaker::opens_list(line)
            .is_some_and(|function| function != glane_document::Function::Contact);
        (found && !announces)
            .then(|| Heading { lines: block.clone(), ..untitled(text, depth::PART) })
    }

    /// A line in capitals under or above lines that are not.
    fn by_capitals(&self, rank: usize, at: usize) -> Option<Heading> {
        let block = &self.blocks[rank];
        let text = self.lines[at].plain.trim_end_matches([':', ' ']);
        let in_capitals = |at: usize| {
            let plain = &self.lines[at].plain;
            is_upper(plain) && !plain.contains(|c: char| c.is_ascii_digit())
        };
        let in_capitals = |at: usize| block.contains(&at) && in_capitals(at);
        let alone = !in_capitals(at + 1) && !(at > 0 && in_capitals(at - 1));
        let words = text.split(' ').count();
        let heads =
            is_upper(text) && alone && (2..=12).contains(&words) && canonical(text).len() > 12;
        let person = name::parse(text, name::Trust::Text).is_some();
        (heads
            && !self.lines[at].item
            && !person
            && !text.ends_with(['.', ',', ';'])
            && !date::is_date_line(text))
        .then(|| Heading { lines: at..at + 1, ..untitled(text, depth::PART) })
    }

    /// Whether the block stands right under a heading, whose subtitle it may be.
    fn follows_heading(&self, rank: usize, headings: &[Heading]) -> bool {
        headings.last().is_some_and(|above| self.blocks[rank - 1].end <= above.lines.end)
    }

    /// Whether the next block is a speaker's line in capitals: what stands above is a title.
    fn people_follow(&self, rank: usize) -> bool {
        let Some(next) = self.blocks.get(rank + 1) else { return false };
        let line = &self.lines[next.start];
        let form = name::parse(&line.plain, name::Trust::Text).map(|name| name.form);
        let introduced =
            speaker::speakers(line, Zone::Body).iter().any(|speaker| speaker.role.is_some());
        form == Some(name::Form::Capitals) && introduced
    }

    /// Takes the title from the block below, unless that is keywords, people or prose.
    fn title_below(&self, rank: usize, heading: &mut Heading) {
        let next = self.next_full_line(heading.lines.end);
        let Some(start) = next.filter(|&at| self.lines[at].level.is_none()) else { return };
        let Some(block) = self.blocks[rank..].iter().find(|block| block.contains(&start)) else {
            return;
        };
        let (mut end, mut text) = (start, String::new());
        for at in start..block.end {
            let line = &self.lines[at];
            if at > start && !continues(&text, &line.plain) || self.is_head_line(line) {
                break;
            }
            text = join(&text, &line.plain);
            end = at + 1;
        }
        let prose = !starts_upper(&text)
            || text.chars().count() > 220
            || text.ends_with('.') && text.len() > 100;
        if text.is_empty() || prose || labelled(&text).is_some() || slotted(&text).is_some() {
            return;
        }
        heading.lines.end = end;
        heading.printed = join(&heading.printed, &text);
        if heading.kind == SectionKind::Session {
            heading.kind = or_session(cue::kind(&text));
        }
        heading.title = Some(text);
        self.continue_title(rank, heading);
    }

    /// Joins the lines below to a title that the table of contents gives as one, or that a line
    /// break cut.
    fn continue_title(&self, rank: usize, heading: &mut Heading) {
        while let Some(at) = self.next_full_line(heading.lines.end) {
            let line = &self.lines[at];
            let Some(title) = heading.title.clone() else { return };
            let same_block = self
                .block_of(rank, at)
                .is_some_and(|block| block.contains(&(heading.lines.end - 1)));
            let longer = join(&heading.printed, &line.plain);
            let listed = line.plain.len() > 8 && self.contents.opens_with(&longer, self.entry);
            let cut = same_block
                && continues(&title, &line.plain)
                && title.len() + line.plain.len() < 220;
            if self.is_head_line(line) || line.level.is_some() || line.item || !(listed || cut) {
                return;
            }
            heading.title = Some(join(&title, &line.plain));
            heading.printed = longer;
            heading.lines.end = at + 1;
        }
    }

    fn is_head_line(&self, line: &Line) -> bool {
        keyword::keywords(&line.plain).is_some()
            || !speaker::speakers(line, Zone::Head).is_empty()
            || speaker::opens_list(line).is_some()
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

    fn next_line(&self, from: usize) -> String {
        self.next_full_line(from).map_or(String::new(), |at| self.lines[at].plain.clone())
    }

    /// The end of the block after the one of this rank: a heading may stand over both.
    fn reach(&self, rank: usize) -> usize {
        self.blocks.get(rank + 1).map_or(self.lines.len(), |block| block.end)
    }
}

/// A heading with a kind and a number: `ATELIER N° 3 : Titre`, `Thème 2 | Titre`, `Table ronde – Titre`.
fn labelled(text: &str) -> Option<Heading> {
    if let Some(found) = LABEL.captures(text) {
        let number = found.get(2).or_else(|| found.get(3)).map(|number| number.as_str().to_owned());
        return Some(Heading { number, ..label(text, &found[1], &found[4]) });
    }
    let found = UNNUMBERED.captures(text)?;
    Some(label(text, &found[1], &found[2]))
}

fn label(printed: &str, noun: &str, title: &str) -> Heading {
    let kind = match cue::kind(&format!("{} 1", fold(noun).trim_end_matches('s'))) {
        SectionKind::Section => SectionKind::Theme,
        kind => kind,
    };
    let depth = if kind == SectionKind::Theme { depth::PART } else { depth::UNIT };
    let title = title.trim().trim_end_matches([':', '|']).trim();
    let title = (!title.is_empty()).then(|| title.to_owned());
    Heading { kind, title, depth, ..untitled(printed, depth) }
}

/// A heading with a number and no noun: `II. Titre`, `3/ Titre`.
fn numbered(text: &str) -> Option<Heading> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^(\d{1,2}|[IVX]{1,5}|[A-H])\s?(?:[.)/]|\s[–—-])\s*(\p{L}.*|«.*)$")
    });
    let found = NUMBER.captures(text)?;
    let title = found[2].trim().to_owned();
    Some(Heading { number: Some(found[1].to_owned()), ..untitled(&title, depth::PART) })
}

/// A heading with a time: `9h15-10h30 – Titre`, `Titre (de 14h à 16h)` is not one.
fn slotted(text: &str) -> Option<Heading> {
    let (slot, rest) = leading_slot(text)?;
    let mut heading = labelled(rest).unwrap_or_else(|| untitled(rest, depth::SLOT));
    let title = heading
        .title
        .take()
        .map(|title| without_duration(&title))
        .filter(|title| !title.is_empty());
    heading.kind = or_session(heading.kind);
    Some(Heading { title, start: Some(slot.start), end: slot.end, depth: depth::SLOT, ..heading })
}

fn or_session(kind: SectionKind) -> SectionKind {
    if kind == SectionKind::Section { SectionKind::Session } else { kind }
}

/// Drops a duration at the end of a title: `(1h15')`.
fn without_duration(title: &str) -> String {
    static DURATION: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"\s*\((?:\d{1,2}\s?h\s?\d{0,2}|\d{1,3})\s*(?:'|’|′|mn|min|minutes)?\)\s*$")
    });
    DURATION.replace(title.trim(), "").trim_end_matches([':', ',']).trim().to_owned()
}

fn untitled(printed: &str, depth: u8) -> Heading {
    let slot: Option<Slot> = range(printed);
    let title = printed.trim_end_matches([':', ' ']).to_owned();
    Heading {
        lines: 0..0,
        kind: cue::kind(printed),
        number: None,
        title: (!title.is_empty()).then_some(title),
        printed: printed.to_owned(),
        page: None,
        start: slot.map(|slot| slot.start),
        end: slot.and_then(|slot| slot.end),
        depth,
    }
}

/// Whether a line goes on with the sentence of the one before: both wrap one title.
fn continues(before: &str, line: &str) -> bool {
    !ends_sentence(before)
        && (line.chars().next().is_some_and(|c| c.is_lowercase() || c == '«' || c == '(')
            || before.ends_with([',', ':', '-', '–', '&'])
            || is_upper(before) && is_upper(line)
            || before.split(' ').next_back().is_some_and(|last| {
                last.chars().count() <= 3 && last.chars().all(char::is_lowercase)
            }))
}

fn ends_sentence(text: &str) -> bool {
    text.is_empty() || text.ends_with(['.', '!', '?', '…', '»', ':'])
}

fn join(before: &str, after: &str) -> String {
    if before.is_empty() { after.to_owned() } else { format!("{before} {after}") }
}
