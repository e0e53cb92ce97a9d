//! Titles without hours in a programme where each hour and title stand right above what is said of
//! them: `9h – Se loger`, a sentence, then `Manger au bourg`, another sentence.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::SectionKind;

use super::Finder;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::time::{Slot, leading_slot};
use crate::structure::{cue, date, keyword, speaker};
use crate::words::starts_upper;

/// How many timed titles must stand right above a sentence for those without hours to be titles.
const MANY: usize = 3;

/// How many descriptions make a list of sessions held side by side.
const MANY_OFFERS: usize = 2;

/// The longest title, in bytes.
const MAX_TITLE: usize = 100;

/// The shortest sentence below a title, in bytes.
const MIN_TEXT: usize = 60;

/// A session without hours of its own.
#[derive(Debug)]
pub(super) struct Between {
    line: usize,
    title: String,
    kind: SectionKind,
    /// The hours of the sessions that it is beside.
    slot: Option<Slot>,
}

impl Finder<'_> {
    /// A title without hours among timed ones, or a session among those offered at one hour.
    pub(super) fn by_between(&self, at: usize) -> Option<Heading> {
        let found = self.between.binary_search_by_key(&at, |one| one.line).ok()?;
        let found = &self.between[found];
        Some(Heading {
            lines: at..at + 1,
            kind: found.kind,
            date: self.day,
            start: found.slot.map(|slot| slot.start),
            end: found.slot.and_then(|slot| slot.end),
            ..untitled(&found.title, depth::SLOT)
        })
    }
}

/// The titles without hours of a text, by line.
pub(super) fn between(lines: &[Line<'_>], blocks: &[Range<usize>]) -> Vec<Between> {
    let timed = |at: usize| timed(&lines[at]).is_some();
    let own = blocks.iter().flat_map(Clone::clone);
    let described = |at: &usize| timed(*at) && lines.get(at + 1).is_some_and(is_sentence);
    let described: Vec<usize> = own.filter(described).collect();
    let (Some(first), Some(last)) = (described.first(), described.last()) else {
        return Vec::new();
    };
    if described.len() < MANY {
        return Vec::new();
    }
    let among = |block: &&Range<usize>| first < &block.start && block.start < *last;
    let titled = |block: &&Range<usize>| {
        !(block.start..block.end).any(timed) && is_title_above_text(&lines[block.start..block.end])
    };
    let title = |block: &Range<usize>| {
        let title = lines[block.start].plain.to_string();
        let kind = or_session(cue::kind(&title));
        Between { line: block.start, title, kind, slot: None }
    };
    let mut found: Vec<Between> = blocks.iter().filter(among).filter(titled).map(title).collect();
    for &at in &described {
        found.extend(offers(lines, blocks, at));
    }
    found.sort_by_key(|one| one.line);
    found
}

/// The hours and the words of a line that opens with both.
fn timed<'l>(line: &'l Line<'_>) -> Option<(Slot, &'l str)> {
    let plain = line.level.is_none() && !line.item && line.plain.len() <= 2 * MAX_TITLE;
    leading_slot(&line.plain).filter(|(_, title)| plain && !title.is_empty())
}

/// Whether a line is a sentence that says more of the title above.
fn is_sentence(line: &Line<'_>) -> bool {
    let ends = line.plain.ends_with(['.', '!', '?', '…']);
    ends && starts_upper(&line.plain) && !line.item && timed(line).is_none()
}

/// Whether a line may be the title of a session, which names nobody and gives no date.
fn is_title(line: &Line<'_>) -> bool {
    let text = &*line.plain;
    let plain = line.level.is_none() && !line.item && text.len() <= MAX_TITLE;
    let open = plain && starts_upper(text) && text.contains(' ');
    open && !text.ends_with(['.', ',', ';', ':', '!', '…'])
        && !cue::opens_part(text)
        && line.name().is_none()
        && !date::is_date_line(text)
        && speaker::opens_list(line).is_none()
        && cue::announcement(line.words()).is_none()
        && keyword::keywords(line.plain.both()).is_none()
}

/// Whether a block is a title above a longer sentence, rather than a paragraph cut into lines.
fn is_title_above_text(block: &[Line<'_>]) -> bool {
    let [title, text, ..] = block else { return false };
    let longer = text.plain.len() >= MIN_TEXT && text.plain.len() * 2 >= title.plain.len() * 3;
    is_title(title) && longer && is_sentence(text)
}

/// The sessions offered under an hour whose title announces several: paragraphs one after another,
/// each a title, a colon and what it is about.
fn offers(lines: &[Line<'_>], blocks: &[Range<usize>], at: usize) -> Vec<Between> {
    static SEVERAL: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"\b(ateliers|tables rondes|parcours|stands)\b"));
    let Some((slot, title)) = timed(&lines[at]) else { return Vec::new() };
    let title = crate::words::fold(title);
    let Some(noun) = SEVERAL.find(&title) else { return Vec::new() };
    let kind = or_session(cue::kind(noun.as_str()));
    let below = blocks.partition_point(|block| block.start <= at + 1);
    let offer = |block: &Range<usize>| {
        let line = &lines[block.start];
        let (title, text) = line.plain.split_once(" : ").filter(|_| block.len() == 1)?;
        let told = text.starts_with(char::is_lowercase) && text.len() >= MIN_TEXT / 2;
        let fits = told && title.len() <= MAX_TITLE && title.split(' ').count() >= 3;
        let opens = starts_upper(title) && !line.item && line.level.is_none();
        let named = || cue::announcement(line.words()).is_some() || line.name().is_some();
        (fits && opens && !named()).then(|| Between {
            line: block.start,
            title: title.to_owned(),
            kind,
            slot: Some(slot),
        })
    };
    let found: Vec<Between> = blocks[below..].iter().map_while(offer).collect();
    if found.len() < MANY_OFFERS { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{blocks, lines};

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let blocks = blocks(&lines, &vec![false; lines.len()]);
        let found = between(&lines, &blocks);
        assert_eq!(found.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), expect);
    }

    const TIMED: &str = "9h – Se loger\nLes aides, les bailleurs et les recours.\n\n";

    #[test]
    fn titles_without_hours_stand_among_timed_ones() {
        let long = "Ce que produisent les fermes d'ici, et comment cela arrive dans les assiettes.";
        let title = format!("Manger au bourg\n{long}\n\n");
        let (ten, two) = (TIMED.replace("9h", "10h"), TIMED.replace("9h", "14h"));
        check(&format!("{TIMED}{title}{ten}{two}"), &["Manger au bourg"]);
        // After the last hour, what follows is about the whole.
        check(&format!("{TIMED}{ten}{two}{title}"), &[]);
        check(&format!("{TIMED}{title}"), &[]);
        let cut = "Ce que produisent les fermes d'ici depuis toujours, et ce\nQu'on en fait au marché ou dans les cuisines des écoles.\n\n";
        check(&format!("{TIMED}{cut}{ten}{two}"), &[]);
    }

    #[test]
    fn sessions_are_offered_at_one_hour() {
        let ten = TIMED.replace("9h", "10h");
        let offer = "14h – Ateliers au choix\nUn seul par personne.\n\n";
        let first = "Réparer son vélo : les freins, la chaîne et les petites pannes\n\n";
        let second = "Coudre un sac : des chutes de tissu qui servent encore longtemps\n";
        check(
            &format!("{TIMED}{ten}{offer}{first}{second}"),
            &["Réparer son vélo", "Coudre un sac"],
        );
        check(&format!("{TIMED}{ten}{offer}{first}"), &[]);
        let other = TIMED.replace("9h", "14h");
        check(&format!("{TIMED}{ten}{other}{first}{second}"), &[]);
    }
}
