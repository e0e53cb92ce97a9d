//! Applies the rules of a sidecar to a document.
//!
//! Every section is found before anything changes: an anchor speaks of the document as the machine
//! leaves it, and the order of the rules in the file does not matter to it.

use glane_document::{Document, PartialDate, Section};

use super::anchor::Place;
use super::{Change, Remark, SectionRule, Sidecar, cut, people, position, speakers, themes};

/// Applies all rules; returns what could not be done, by line.
pub(super) fn apply(sidecar: &Sidecar, document: &mut Document) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut found = Vec::new();
    for rule in &sidecar.sections {
        match rule.anchor.find(document) {
            Ok(place) => found.push((rule, place)),
            Err(remark) => remarks.push(remark),
        }
    }
    let appearances = people::appearances(document);
    shift_pages(document, sidecar.page_offset);
    metadata(sidecar, document);
    remarks.extend(people::apply(&sidecar.people, document));

    let (rules, places): (Vec<&SectionRule>, Vec<Place>) = found.into_iter().unzip();
    let ids = cut::split(document, &places, &rules);
    for (rule, id) in rules.iter().zip(&ids) {
        remarks.extend(section(rule, id, document));
    }
    let dropped = rules.iter().zip(&ids).filter(|(rule, _)| rule.not_a_section);
    remarks.extend(cut::join(document, dropped.map(|(rule, id)| (rule.anchor.line, id.as_str()))));
    if !rules.is_empty() {
        themes::hand_down(document, &themes::chosen(&rules, &ids));
    }
    people::list(document, &appearances);
    remarks.sort();
    remarks
}

/// Adds `offset` to every page. What comes before page 1 is on no page that can be cited.
///
/// Who corrects the pages has read them: they are no longer a mere count.
fn shift_pages(document: &mut Document, offset: i64) {
    if offset == 0 {
        return;
    }
    for section in &mut document.sections {
        section.page = section.page.and_then(|page| shifted(page, offset));
        section.pages.retain_mut(|start| match shifted(start.page, offset) {
            Some(page) => {
                (start.page, start.counted) = (page, false);
                true
            }
            None => false,
        });
    }
}

fn shifted(page: u32, offset: i64) -> Option<u32> {
    u32::try_from(i64::from(page) + offset).ok().filter(|&page| page > 0)
}

fn metadata(sidecar: &Sidecar, document: &mut Document) {
    let machine = document.title.clone();
    sidecar.title.apply(&mut document.title);
    if !sidecar.title.is_keep() {
        retitle(document, machine.as_deref());
    }
    sidecar.subtitle.apply(&mut document.subtitle);
    sidecar.event.apply(&mut document.event);
    sidecar.place.apply(&mut document.place);
    sidecar.language.apply(&mut document.language);
    document.kind = sidecar.kind.unwrap_or(document.kind);
    if let Some(organisers) = &sidecar.organisers {
        document.organisers.clone_from(organisers);
    }
    if let Some(dates) = &sidecar.dates {
        let machine = std::mem::replace(&mut document.dates, dates.clone());
        redate(document, &machine);
    }
}

/// The prose of a cover bears the title of its document, a wrong one included.
fn retitle(document: &mut Document, machine: Option<&str>) {
    let title = document.title.clone();
    let unnumbered = document.sections.iter_mut().filter(|section| section.number.is_none());
    for section in
        unnumbered.filter(|section| machine.is_some() && section.title.as_deref() == machine)
    {
        section.title.clone_from(&title);
    }
}

/// Sections follow their day: the second day of the event stays the second.
fn redate(document: &mut Document, machine: &[PartialDate]) {
    let dates = document.dates.clone();
    for date in document.sections.iter_mut().filter_map(|section| section.date.as_mut()) {
        let day = machine.iter().position(|day| day == date);
        if let Some(day) = day.filter(|_| machine.len() == dates.len()) {
            *date = dates[day];
        }
    }
    if let [only] = dates[..] {
        let undated = |section: &&mut Section| section.start.is_some() && section.date.is_none();
        for section in document.sections.iter_mut().filter(undated) {
            section.date = Some(only).filter(|date| date.day.is_some());
        }
    }
}

/// Changes the fields of one section.
fn section(rule: &SectionRule, id: &str, document: &mut Document) -> Vec<Remark> {
    let mut remarks = Vec::new();
    remarks.extend(parent(rule, id, document));
    let Document { sections, people, .. } = document;
    let Some(section) = sections.iter_mut().find(|section| section.id == id) else {
        return remarks;
    };
    rule.number.apply(&mut section.number);
    rule.title.apply(&mut section.title);
    rule.theme.apply(&mut section.theme);
    rule.date.apply(&mut section.date);
    rule.start.apply(&mut section.start);
    rule.end.apply(&mut section.end);
    rule.language.apply(&mut section.language);
    section.kind = rule.kind.unwrap_or(section.kind);
    if let Some(keywords) = &rule.keywords {
        section.keywords = keywords.iter().cloned().map(glane_document::Keyword).collect();
    }
    page(&rule.page, section);
    remarks.extend(speakers::apply(rule, section, people));
    remarks
}

/// The pages inside a section keep their distance to the one on which it starts.
fn page(change: &Change<u32>, section: &mut Section) {
    match (change, section.page_at(0)) {
        (Change::Keep, _) => return,
        (Change::Set(page), Some(first)) => {
            let offset = i64::from(*page) - i64::from(first);
            section.pages.retain_mut(|start| {
                start.counted = false;
                shifted(start.page, offset).map(|page| start.page = page).is_some()
            });
        }
        (Change::Set(_), None) => {}
        (Change::Clear, _) => section.pages.clear(),
    }
    change.apply(&mut section.page);
}

/// Puts a section under another.
fn parent(rule: &SectionRule, id: &str, document: &mut Document) -> Option<Remark> {
    let wanted = rule.parent.as_ref()?;
    let at = position(document, id)?;
    if wanted.value.is_empty() {
        document.sections[at].parent = None;
        return None;
    }
    let Some(above) = document.section(&wanted.value) else {
        let message = format!("parent : aucune section n'a l'identifiant « {} »", wanted.value);
        return Some(Remark::new(wanted.line, message));
    };
    let circular = above.id == id || super::ancestors(document, above).any(|up| up.id == id);
    if circular {
        let message =
            format!("parent : « {} » est dans la section qu'elle contiendrait", wanted.value);
        return Some(Remark::new(wanted.line, message));
    }
    document.sections[at].parent = Some(wanted.value.clone());
    None
}
