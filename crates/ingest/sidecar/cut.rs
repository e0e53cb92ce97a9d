//! Cuts a section at a heading that was not seen, and joins what is not a section to the one before.
//!
//! Text only changes hands: the texts of all sections, one after the other, stay the same.

use std::collections::HashSet;
use std::ops::Range;

use glane_document::{Document, Furniture, PageStart, Section, SectionKind};

use super::anchor::Place;
use super::{Remark, SectionRule, position};
use crate::markup;
use crate::structure::assemble;

/// Makes sections of the headings among `places`; returns the identifier of the section at each
/// place, which is that of `rules`.
pub(super) fn split(
    document: &mut Document,
    places: &[Place],
    rules: &[&SectionRule],
) -> Vec<String> {
    let mut ids: Vec<String> =
        places.iter().map(|place| document.sections[place.section].id.clone()).collect();
    let mut cuts: Vec<(usize, &Range<usize>)> = places
        .iter()
        .enumerate()
        .filter_map(|(rank, place)| Some((rank, place.heading.as_ref()?)))
        .collect();
    // From the last, so that places before a cut stay where they are.
    cuts.sort_by_key(|&(rank, heading)| std::cmp::Reverse((places[rank].section, heading.start)));
    let mut before: Option<(&Place, String)> = None;
    for (rank, heading) in cuts {
        let place = &places[rank];
        let same = before.as_ref().filter(|(other, _)| {
            let start = |place: &Place| place.heading.as_ref().map(|heading| heading.start);
            other.section == place.section && start(other) == start(place)
        });
        ids[rank] = match same {
            Some((_, id)) => id.clone(),
            None => cut(document, place.section, heading, rules[rank]),
        };
        before = Some((place, ids[rank].clone()));
    }
    ids
}

/// Cuts one section; returns the identifier of the new one, which follows it.
fn cut(document: &mut Document, at: usize, heading: &Range<usize>, rule: &SectionRule) -> String {
    let mut new = Section::new(rule.kind.unwrap_or(SectionKind::Section));
    let old = &document.sections[at];
    new.title = Some(printed(&old.text[heading.clone()]));
    rule.title.apply(&mut new.title);
    rule.number.apply(&mut new.number);
    new.id = free_id(document, assemble::slug(&new));
    new.date = old.date;
    new.language.clone_from(&old.language);
    new.page = old.page_at(heading.start);
    let contains = document.sections.iter().any(|section| section.parent.as_ref() == Some(&old.id));
    // A heading before subsections is one of them; elsewhere it stands beside its section.
    new.parent = if contains { Some(old.id.clone()) } else { old.parent.clone() };
    new.last_line = old.last_line;
    new.first_line = source_line(old, &document.furniture, heading.start);
    let last = old.text[..heading.start].trim_end().len();
    let last_line = source_line(old, &document.furniture, last);

    let old = &mut document.sections[at];
    old.last_line = last_line;
    new.text = old.text.split_off(heading.start);
    new.head = heading.len();
    old.head = old.head.min(old.text.len());
    let kept = old.pages.partition_point(|start| start.offset < heading.start);
    new.pages = old.pages.split_off(kept);
    for start in &mut new.pages {
        start.offset -= heading.start;
    }
    let id = new.id.clone();
    document.sections.insert(at + 1, new);
    id
}

/// A heading without markup and line ends.
fn printed(heading: &str) -> String {
    let lines = heading.lines().map(|line| markup::plain(markup::item(markup::heading(line).1).1));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn free_id(document: &Document, slug: String) -> String {
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let mut ids = std::iter::once(slug.clone()).chain(numbered);
    ids.find(|id| document.section(id).is_none()).unwrap_or(slug)
}

/// The line of the source where the byte `offset` of a section's text stands, furniture counted.
fn source_line(section: &Section, furniture: &[Furniture], offset: usize) -> u32 {
    let is_end = |c: char| c == '\n' || c == '\x0c';
    let start = section.text.len() - section.text.trim_start().len();
    let lines = section.text.get(start..offset).unwrap_or_default().matches(is_end).count();
    let mut line = section.first_line;
    for _ in 0..lines {
        line += 1;
        let run_at = |line| {
            furniture.iter().find(move |run| (run.first_line..=run.last_line).contains(&line))
        };
        while let Some(run) = run_at(line) {
            line = run.last_line + 1;
        }
    }
    line
}

/// Joins each of the sections to the one before it; `dropped` are the lines of the sidecar and the
/// identifiers.
pub(super) fn join<'i>(
    document: &mut Document,
    dropped: impl Iterator<Item = (u32, &'i str)>,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut ids = HashSet::new();
    for (line, id) in dropped {
        if position(document, id) == Some(0) {
            let message = "aucune section ne précède celle-ci, qui reste une section";
            remarks.push(Remark::new(line, message));
        } else {
            ids.insert(id);
        }
    }
    // From the last: several in a row go to the first that stays.
    for at in (1..document.sections.len()).rev() {
        if ids.contains(document.sections[at].id.as_str()) {
            adopt(document, at);
            let section = document.sections.remove(at);
            append(&mut document.sections[at - 1], section);
        }
    }
    remarks
}

/// Gives the subsections of a section to the one that would have contained them without it.
fn adopt(document: &mut Document, at: usize) {
    let (id, parent) = (document.sections[at].id.clone(), document.sections[at].parent.clone());
    let beside = document.sections[..at].iter().rfind(|section| section.parent == parent);
    let container = beside.map(|section| section.id.clone()).or(parent);
    for section in
        document.sections.iter_mut().filter(|section| section.parent.as_ref() == Some(&id))
    {
        section.parent.clone_from(&container);
    }
}

/// Adds all of a section at the end of another.
fn append(section: &mut Section, rest: Section) {
    let offset = section.text.len();
    if rest.pages.first().is_none_or(|start| start.offset > 0)
        && let Some(page) = rest.page
        && section.page_at(offset) != Some(page)
    {
        section.pages.push(PageStart { offset, page, sheet: None, counted: false });
    }
    let moved = |start: PageStart| PageStart { offset: start.offset + offset, ..start };
    section.pages.extend(rest.pages.into_iter().map(moved));
    section.text.push_str(&rest.text);
    section.last_line = section.last_line.max(rest.last_line);
    for speaker in rest.speakers {
        if section.speakers.iter().all(|known| known.name != speaker.name) {
            section.speakers.push(speaker);
        }
    }
    for keyword in rest.keywords {
        if !section.keywords.contains(&keyword) {
            section.keywords.push(keyword);
        }
    }
}
