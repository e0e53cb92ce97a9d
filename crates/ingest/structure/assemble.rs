//! Drafts become sections: their texts, numbers, days and identifiers, and what contains them.

mod hours;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use glane_document::{
    Document, DocumentKind, FurnitureKind, PageStart, PartialDate, Rule, Section, SectionKind,
    Speaker,
};

use crate::clean::Cleaned;
use crate::clean::page::Pages;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::draft::Draft;
use crate::structure::finder::years::Years;
use crate::structure::{cue, date, line_number, time};
use crate::words::{Text, canonical, fold, prefix};

/// The sections of a document, in reading order.
pub(crate) fn sections(
    drafts: &[Draft],
    text: &str,
    lines: &[Line<'_>],
    cleaned: &Cleaned,
    years: &Years,
) -> Vec<Section> {
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut day = None;
    let labelled = hours::has_labelled(lines);
    for draft in drafts {
        let mut section = section(draft, text, lines, cleaned, years, labelled);
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

fn section(
    draft: &Draft,
    text: &str,
    lines: &[Line<'_>],
    cleaned: &Cleaned,
    years: &Years,
    labelled: bool,
) -> Section {
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
        dated_below(&mut section, draft, &own, lines, years);
    }
    if section.title.is_some() {
        let opening = prefix(section.text[section.head..].trim_start(), 400).to_owned();
        hours::held(&mut section, &opening);
        hours::held_alone(&mut section, &own, lines, labelled);
        if let Some(day) = dated(draft) {
            hours::held_on(&mut section, day, &opening);
        }
    }
    refine_kind(&mut section, draft, &own, lines, &cleaned.furniture);
    section
}

/// The day and time of the line under the heading: `Mercredi 12 novembre 2025 de 17h à 19h, salle 3`,
/// `Prochaine séance : jeudi 3 mai 2018 à 19h`; who speaks may stand between.
fn dated_below(
    section: &mut Section,
    draft: &Draft,
    own: &[usize],
    lines: &[Line<'_>],
    years: &Years,
) {
    let end = draft.heading.as_ref().map_or(draft.lines.start, |heading| heading.lines.end);
    let mut below = own.iter().copied().filter(|&at| at >= end && !lines[at].is_blank());
    let named = |&at: &usize| {
        let line = &lines[at];
        let of = |person: &Speaker| line.plain.starts_with(person.as_written.as_str());
        line.plain.len() < MAX_NAMED && line.level.is_none() && section.speakers.iter().any(of)
    };
    let first = below.next();
    let under = first.filter(named).and_then(|_| below.next());
    let Some(at) = under.or(first) else { return };
    let line = &lines[at];
    if line.plain.len() >= 160 || line.level.is_some() {
        return;
    }
    static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:date(?: et (?:heure|horaires?))?|quand|(?:prochaine )?(?:seance|session|date|rencontre)) ?: *",
        )
    });
    let words = line.words();
    let label = LABEL.after(words);
    let told = Text::new(label.unwrap_or(words.printed));
    // « Prochaine séance : 6 juin » may be in the year after.
    let year = if label.is_some() { None } else { years.of(at) };
    let Some((day, rest)) = date::leading(told.both(), year) else { return };
    // After a label, one hour is that of the session.
    let labelled = || if label.is_some() { time::after_date(&told) } else { None };
    let Some(slot) = time::range(rest).or_else(labelled) else { return };
    section.date = Some(day);
    section.start = Some(slot.start);
    section.end = slot.end;
}

/// The longest line of who speaks, in bytes.
const MAX_NAMED: usize = 120;

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
    // An item of a list of sessions needs no text, nor a row with a day.
    let item = draft.heading.as_ref().is_some_and(|heading| {
        heading.rule == Rule::List || heading.rule == Rule::Table && heading.date.is_some()
    });
    let numbered = section.number.is_some() || section.start.is_some() || item;
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
    // The record of a meeting opens with when, where and who: no item of its agenda.
    let record = document.kind == DocumentKind::Minutes
        || document.title.as_deref().is_some_and(cue::names_meeting);
    let agenda = document.sections.iter();
    let agenda = record && agenda.filter(|section| section.title.is_some()).count() > 1;
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
    use crate::structure::structure;

    #[test]
    fn a_day_and_hours_may_stand_below_who_speaks() {
        let told = |below: &str| {
            let text = format!("# Cycle 2024\n\n## Lire au gué\n\n{below}\n\nUn texte.\n");
            let document = structure("cycle", "cycle.md", &text);
            let section = document.sections.last().cloned().unwrap();
            (section.date.map(|day| day.to_string()), section.start.map(|hour| hour.to_string()))
        };
        let found = (Some("2024-05-04".to_owned()), Some("14:00".to_owned()));
        assert_eq!(told("**Zoé Lanteri**\n\n_Samedi 4 mai (2 heures, de 14h à 16h)_"), found);
        assert_eq!(told("Samedi 4 mai, 14h-16h"), found);
        assert_eq!(told("Un gué.\n\nSamedi 4 mai, 14h-16h de lecture"), (None, None));
    }

    #[test]
    fn no_two_sections_have_one_identifier() {
        let mut ids = HashMap::new();
        let slugs = ["atelier", "atelier", "atelier-2", "atelier", "repas", "repas"];
        let given = slugs.map(|slug| unique(&mut ids, slug));
        let expect = ["atelier", "atelier-2", "atelier-2-2", "atelier-3", "repas", "repas-2"];
        assert_eq!(given, expect);
    }
}
