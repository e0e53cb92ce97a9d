//! Sections in the making: a heading, the lines it governs, and what was read in them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{
    Document, DocumentKind, FurnitureKind, Keyword, PageStart, PartialDate, Rule, Section,
    SectionKind, Speaker,
};

use crate::clean::Cleaned;
use crate::clean::page::Pages;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::heading::Heading;
use crate::structure::speaker::by_rule;
use crate::structure::timetable::Timetable;
use crate::structure::{cue, date, line_number, time};
use crate::words::{Text, canonical, fold, prefix};

/// A section before its text is cut out.
#[derive(Debug)]
pub(crate) struct Draft {
    /// What opens it; `None` for what stands before the first heading.
    pub(crate) heading: Option<Heading>,
    /// Its lines, furniture included, to the next heading.
    pub(crate) lines: Range<usize>,
    /// The line after its heading, keyword and speaker lines.
    pub(crate) head_end: usize,
    /// Its declared keywords.
    pub(crate) keywords: Vec<Keyword>,
    /// Its people.
    pub(crate) speakers: Vec<Speaker>,
    /// Whether its heading is the document's title.
    pub(crate) titles_document: bool,
    /// Whether it is a cell of a timetable, where each line is a title or people.
    pub(crate) in_timetable: bool,
    /// Whether the section after it stands on the same line, and keeps its text.
    pub(crate) beside: bool,
}

impl Draft {
    fn new(heading: Option<Heading>, lines: Range<usize>) -> Draft {
        let head_end = heading.as_ref().map_or(lines.start, |heading| heading.lines.end);
        Draft {
            head_end,
            keywords: heading.as_ref().map_or(Vec::new(), |heading| heading.keywords.clone()),
            speakers: heading
                .as_ref()
                .map_or(Vec::new(), |heading| by_rule(heading.people.clone(), Rule::Title)),
            heading,
            lines,
            titles_document: false,
            in_timetable: false,
            beside: false,
        }
    }

    /// The draft that a heading opens; where it ends is for the next one to say.
    fn opened(heading: Heading) -> Draft {
        let start = heading.lines.start;
        Draft::new(Some(heading), start..start)
    }

    /// Whether it is the cover: no heading, or the one that gives the document its title.
    pub(crate) fn is_cover(&self) -> bool {
        self.heading.is_none() && self.lines.start == 0 || self.titles_document
    }

    /// What its heading tells it to be.
    pub(crate) fn kind(&self) -> SectionKind {
        self.heading.as_ref().map_or(SectionKind::Other, |heading| heading.kind)
    }
}

/// Cuts a text at its headings and at the sessions of its timetables.
pub(crate) fn drafts(
    lines: &[Line<'_>],
    headings: Vec<Heading>,
    timetables: Vec<Timetable>,
) -> Vec<Draft> {
    // Timetables are in order and apart: the first that ends after a heading starts may hold it.
    let inside = |heading: &Heading| {
        let next = timetables.partition_point(|table| table.lines.end <= heading.lines.start);
        timetables.get(next).is_some_and(|table| heading.lines.end > table.lines.start)
    };
    let mut drafts: Vec<Draft> = vec![Draft::new(None, 0..lines.len())];
    drafts.extend(headings.into_iter().filter(|heading| !inside(heading)).map(Draft::opened));
    for table in timetables {
        let of_cells = table.of_cells;
        drafts.extend(
            table
                .sessions
                .into_iter()
                .map(|heading| Draft { in_timetable: of_cells, ..Draft::opened(heading) }),
        );
        // What follows a table is not in its last row.
        drafts.push(Draft::new(None, table.lines.end..lines.len()));
    }
    drafts.sort_by_key(|draft| (draft.lines.start, draft.heading.is_some()));
    // Sessions side by side share a row: the last one keeps its text.
    for at in 1..drafts.len() {
        let (above, below) = drafts.split_at_mut(at);
        if let [.., draft] = above {
            let same = draft.lines.start == below[0].lines.start;
            draft.beside = same && draft.heading.is_some() && below[0].heading.is_some();
        }
    }
    let ends: Vec<usize> =
        drafts.iter().skip(1).map(|draft| draft.lines.start).chain([lines.len()]).collect();
    for (draft, end) in drafts.iter_mut().zip(ends) {
        draft.lines.end = end;
    }
    drafts.retain(|draft| !draft.lines.is_empty() || draft.beside);
    mark_title(&mut drafts, lines);
    drafts
}

/// The only heading of the first level near the start is the document's title, else the headings
/// in capitals or bold that the text starts with.
fn mark_title(drafts: &mut [Draft], lines: &[Line<'_>]) {
    let level =
        |draft: &Draft| draft.heading.as_ref().and_then(|heading| lines[heading.lines.start].level);
    let timed =
        |draft: &Draft| draft.heading.as_ref().is_some_and(|heading| heading.start.is_some());
    if drafts.iter().filter(|draft| level(draft) == Some(1)).count() == 1 {
        let title =
            drafts.iter_mut().take(4).find(|draft| level(draft) == Some(1) && !timed(draft));
        if let Some(title) = title {
            title.titles_document = true;
        }
        return;
    }
    let full = |range: Range<usize>| range.into_iter().any(|at| !lines[at].is_blank());
    for draft in drafts {
        let Some(heading) = &draft.heading else {
            if full(draft.lines.clone()) {
                return;
            }
            continue;
        };
        let plain = heading.number.is_none()
            && heading.start.is_none()
            && lines[heading.lines.start].level.is_none();
        let names_part = cue::opens_part(&heading.printed) || heading.kind != SectionKind::Section;
        if !plain || names_part {
            return;
        }
        draft.titles_document = true;
        if full(heading.lines.end..draft.lines.end) {
            return;
        }
    }
}

/// Puts the headings that follow a heading without a text of its own below it.
///
/// « Conférences plénières » gathers the lectures that follow, up to the next such heading or the
/// first that carries a number.
pub(crate) fn nest(drafts: &mut [Draft], lines: &[Line<'_>], furniture: &[Option<FurnitureKind>]) {
    let mut gathering = false;
    for draft in drafts {
        let own =
            draft.lines.clone().filter(|&at| furniture[at].is_none() && !lines[at].is_blank());
        let empty = own.clone().all(|at| at < draft.head_end) && draft.speakers.is_empty();
        let Some(heading) = draft.heading.as_mut() else { continue };
        let marked = lines[heading.lines.start].level.is_some();
        if marked || heading.number.is_some() || heading.start.is_some() {
            gathering = false;
        } else if empty {
            gathering = true;
        } else if gathering {
            heading.depth += 5;
        }
    }
}

/// The sections of a document, in reading order.
pub(crate) fn sections(
    drafts: &[Draft],
    text: &str,
    lines: &[Line<'_>],
    cleaned: &Cleaned,
) -> Vec<Section> {
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut day = None;
    for draft in drafts {
        let mut section = section(draft, text, lines, cleaned);
        if section.text.is_empty() && !draft.beside {
            continue;
        }
        section.id = unique(&mut ids, &slug(&section));
        let depth = draft.heading.as_ref().map_or(0, |heading| heading.depth);
        if draft.heading.is_some() || draft.is_cover() {
            open.retain(|(above, _)| *above < depth);
        }
        day = dated(draft)
            .or_else(|| own_day(&section))
            .or(day.filter(|_| !open.is_empty() || section.start.is_some()));
        section.date = dated(draft).or(section.date).or(day.filter(|_| section.start.is_some()));
        if draft.heading.is_some() {
            section.parent = open.last().map(|(_, at)| sections[*at].id.clone());
            let theme = open
                .iter()
                .rev()
                .map(|(_, at)| &sections[*at])
                .find(|above| above.kind == SectionKind::Theme);
            section.theme = theme.and_then(|above| above.theme.clone());
            open.push((depth, sections.len()));
        }
        if section.kind == SectionKind::Theme {
            section.theme = draft.heading.as_ref().map(|heading| heading.printed.clone());
        }
        sections.push(section);
    }
    sections
}

fn dated(draft: &Draft) -> Option<PartialDate> {
    draft.heading.as_ref().and_then(|heading| heading.date)
}

/// The day that a heading names with its year.
fn own_day(section: &Section) -> Option<PartialDate> {
    let dates = date::dates(section.title.as_deref()?, None);
    dates.first().copied().filter(|date| date.day.is_some() && dates.len() == 1)
}

fn section(draft: &Draft, text: &str, lines: &[Line<'_>], cleaned: &Cleaned) -> Section {
    let mut section = Section::new(draft.kind());
    let own: Vec<usize> =
        draft.lines.clone().filter(|&at| cleaned.furniture[at].is_none()).collect();
    section.text.reserve_exact(own.iter().map(|&at| lines[at].span.len()).sum());
    let mut sheet = None;
    let Pages { numbers, counted } = &cleaned.pages;
    for &at in &own {
        if !numbers.is_empty() && sheet != Some(lines[at].sheet) {
            sheet = Some(lines[at].sheet);
            let page = numbers.get(lines[at].sheet as usize).copied().unwrap_or(1);
            section.pages.push(PageStart {
                offset: section.text.len(),
                page,
                sheet: Some(lines[at].sheet + 1),
                counted: *counted,
            });
        }
        section.text.push_str(&text[lines[at].span.clone()]);
        if at < draft.head_end {
            section.head = section.text.len();
        }
    }
    let full = || own.iter().copied().filter(|&at| !lines[at].is_blank());
    section.first_line = line_number(full().next().unwrap_or(draft.lines.start));
    section.last_line = line_number(full().next_back().unwrap_or(draft.lines.start));
    section.keywords.clone_from(&draft.keywords);
    section.speakers.clone_from(&draft.speakers);
    if let Some(heading) = draft.heading.as_ref().filter(|_| !draft.titles_document) {
        section.number.clone_from(&heading.number);
        section.title.clone_from(&heading.title);
        section.start = heading.start;
        section.end = heading.end;
        section.page = heading.page;
        section.rule = Some(heading.rule);
    }
    section.page = section.page.or_else(|| section.pages.first().map(|start| start.page));
    if section.title.is_some() && section.start.is_none() {
        dated_below(&mut section, draft, &own, lines);
    }
    if section.title.is_some() {
        let opening = prefix(section.text[section.head..].trim_start(), 400).to_owned();
        held(&mut section, &opening);
        held_alone(&mut section, &own, lines);
    }
    refine_kind(&mut section, draft, &own, lines, &cleaned.furniture);
    section
}

/// The day and time of the line under the heading: `Mercredi 12 novembre 2025 de 17h à 19h, salle 3`,
/// `Prochaine séance : jeudi 3 mai 2018 à 19h`.
fn dated_below(section: &mut Section, draft: &Draft, own: &[usize], lines: &[Line<'_>]) {
    let end = draft.heading.as_ref().map_or(draft.lines.start, |heading| heading.lines.end);
    let below = own.iter().find(|&&at| at >= end && !lines[at].is_blank());
    let Some(line) = below.map(|&at| &lines[at]).filter(|line| line.plain.len() < 160) else {
        return;
    };
    static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:date(?: et (?:heure|horaires?))?|quand|(?:prochaine )?(?:seance|session|date|rencontre)) ?: *",
        )
    });
    let words = line.words();
    let label = LABEL.after(words);
    let told = Text::new(label.unwrap_or(words.printed));
    let Some((day, rest)) = date::leading(told.both(), None) else { return };
    // After a label, one hour is that of the session.
    let labelled = || if label.is_some() { time::after_date(&told) } else { None };
    let Some(slot) = time::range(rest).or_else(labelled) else { return };
    section.date = Some(day);
    section.start = Some(slot.start);
    section.end = slot.end;
}

/// The time that the first paragraph says the section was held: `s'est tenue de 19h à 22h`.
fn held(section: &mut Section, opening: &str) {
    static HELD: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(r"\b(?:tenue?|tiendra|lieu|deroule(?:e|ra)?)\b[^.]{0,80}$")
    });
    let Some((at, slot)) = time::find_range(opening) else { return };
    if section.start.is_none() && HELD.is_match(&fold(&opening[..at])) {
        section.start = Some(slot.start);
        section.end = slot.end;
    }
}

/// The time that a line of its own gives: `Conférence de 17h à 18h.`, `Heure de début : 19h`.
fn held_alone(section: &mut Section, own: &[usize], lines: &[Line<'_>]) {
    const LONGEST: usize = 120;
    if section.start.is_some() {
        return;
    }
    let short = |line: &&Line<'_>| {
        let digit = || line.plain.bytes().any(|byte| byte.is_ascii_digit());
        line.plain.len() <= LONGEST && line.level.is_none() && digit()
    };
    let slot = |line: &Line<'_>| {
        let folded = line.words().folded;
        time::of_session(folded).or_else(|| time::labelled(folded))
    };
    let mut slots = own.iter().map(|&at| &lines[at]).filter(short).filter_map(slot);
    // Several are those of sessions that nothing else sets apart.
    if let (Some(slot), None) = (slots.next(), slots.next()) {
        section.start = Some(slot.start);
        section.end = slot.end;
    }
}

/// What the first words of the body tell, where the heading tells nothing.
fn refine_kind(
    section: &mut Section,
    draft: &Draft,
    own: &[usize],
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) {
    let body: Vec<usize> =
        own.iter().copied().filter(|&at| at >= draft.head_end && !lines[at].is_blank()).collect();
    if draft.titles_document {
        section.kind = SectionKind::Other;
    }
    let numbered = section.number.is_some() || section.start.is_some();
    if body.is_empty()
        && section.speakers.is_empty()
        && !numbered
        && matches!(
            section.kind,
            SectionKind::Plenary | SectionKind::Workshop | SectionKind::Session
        )
    {
        section.kind = SectionKind::Section;
    }
    if matches!(section.kind, SectionKind::Section | SectionKind::Plenary)
        && section.speakers.len() > 1
    {
        let opening: String = body.iter().take(3).map(|&at| lines[at].plain.folded()).collect();
        let opening: String = opening.chars().take(200).collect();
        // A link to the recording names what was recorded.
        let link = |&at: &usize| furniture[at] == Some(FurnitureKind::Link);
        let links: String =
            draft.lines.clone().filter(link).map(|at| lines[at].plain.folded()).collect();
        if [opening, links]
            .iter()
            .any(|text| text.contains("table ronde") || text.contains("table-ronde"))
        {
            section.kind = SectionKind::Roundtable;
        }
    }
}

/// What identifies a section in its document: its kind and number, else its title.
pub(crate) fn slug(section: &Section) -> String {
    let noun = section.kind.label();
    let label = match (&section.number, &section.title) {
        (Some(number), _) => format!("{noun} {number}"),
        (None, Some(title)) => title.clone(),
        (None, None) => "texte".to_owned(),
    };
    let mut slug = String::new();
    for word in canonical(&label).split(' ') {
        if !slug.is_empty() && slug.len() + word.len() > 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(60));
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// `slug`, or with a counter where another section has it.
fn unique(ids: &mut HashMap<String, usize>, slug: &str) -> String {
    let mut id = slug.to_owned();
    // Two sections « Atelier » and one « Atelier 2 »: what a counter makes may be taken as well.
    while ids.contains_key(&id) {
        let count = ids.entry(slug.to_owned()).or_default();
        *count += 1;
        id = format!("{slug}-{count}");
    }
    ids.insert(id.clone(), 1);
    id
}

/// How much prose above the first hours of a programme introduces it, in bytes.
const MIN_INTRODUCTION: usize = 1_000;

/// What needs the whole document: covers with prose, plenaries by what contains them, single days.
pub(crate) fn finish(document: &mut Document) {
    // A title that stands in the front matter only heads no text.
    let title = document.title.clone().filter(|title| {
        let opening = document.sections.first().map_or("", |section| section.text.as_str());
        // One or two words, « Programme », are in any text.
        title.split(' ').count() > 2
            && canonical(prefix(opening, 4_000)).contains(&canonical(title))
    });
    let only_day = document
        .dates
        .first()
        .copied()
        .filter(|day| document.dates.len() == 1 && day.day.is_some());
    let is_plenary = |title: &str| fold(title).contains("pleniere");
    let plenary = |section: &&Section| section.title.as_deref().is_some_and(is_plenary);
    let plenaries: HashSet<String> =
        document.sections.iter().filter(plenary).map(|section| section.id.clone()).collect();
    let timed = document.kind == DocumentKind::Programme
        && document.sections.iter().any(|section| section.start.is_some());
    // Minutes open with when, where and who: no item of their agenda.
    let agenda = document.kind == DocumentKind::Minutes
        && document.sections.iter().any(|section| section.number.is_some());
    let title = title.filter(|_| !agenda);
    for section in &mut document.sections {
        let blocks = section.text[section.head..].split("\n\n").map(|block| block.trim().len());
        let prose: usize = blocks.filter(|block| *block > 200).sum();
        // The few sentences above a programme invite to it: they are no part of it.
        let prose = prose > if timed { MIN_INTRODUCTION } else { 0 };
        if section.title.is_none()
            && section.number.is_none()
            && prose
            && section.kind == SectionKind::Other
        {
            section.title.clone_from(&title);
            section.kind = SectionKind::Section;
        }
        if section.start.is_some() {
            section.date = section.date.or(only_day);
        }
        if section.kind == SectionKind::Section
            && !section.speakers.is_empty()
            && section.parent.as_ref().is_some_and(|parent| plenaries.contains(parent))
        {
            section.kind = SectionKind::Plenary;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_sections_have_one_identifier() {
        let mut ids = HashMap::new();
        let slugs = ["atelier", "atelier", "atelier-2", "atelier", "repas", "repas"];
        let given = slugs.map(|slug| unique(&mut ids, slug));
        let expect = ["atelier", "atelier-2", "atelier-2-2", "atelier-3", "repas", "repas-2"];
        assert_eq!(given, expect);
    }
}
