//! Corrects who appears in one section.

use glane_document::{Function, Person, Rule, Section, Speaker};

use super::anchor::compact;
use super::people::is_called;
use super::{Remark, SectionRule, SpeakerRule};

/// Replaces, removes, then adds speakers; `known` are the people of the document.
pub(super) fn apply(rule: &SectionRule, section: &mut Section, known: &[Person]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if let Some(speakers) = &rule.speakers {
        let machine = std::mem::take(&mut section.speakers);
        for wanted in speakers {
            add(&mut section.speakers, &machine, wanted, known);
        }
    }
    for name in &rule.remove_speakers {
        let wanted = compact(&name.value);
        let before = section.speakers.len();
        section.speakers.retain(|speaker| !is_called(speaker, &wanted));
        if section.speakers.len() == before {
            let message = format!("« {} » n'est pas dans cette section", name.value);
            remarks.push(Remark::new(name.line, message));
        }
    }
    for wanted in &rule.add_speakers {
        add(&mut section.speakers, &[], wanted, known);
    }
    remarks
}

/// Adds a speaker, or corrects the one who is there; `machine` are those that were found before.
fn add(speakers: &mut Vec<Speaker>, machine: &[Speaker], wanted: &SpeakerRule, known: &[Person]) {
    let name = compact(&wanted.name);
    if let Some(speaker) = speakers.iter_mut().find(|speaker| is_called(speaker, &name)) {
        return correct(speaker, wanted);
    }
    let found = machine.iter().find(|speaker| is_called(speaker, &name)).cloned();
    let mut speaker = found.unwrap_or_else(|| Speaker {
        rule: Some(Rule::Sidecar),
        ..Speaker::new(&resolved(&wanted.name, known), &wanted.name, Function::default())
    });
    correct(&mut speaker, wanted);
    speakers.push(speaker);
}

fn correct(speaker: &mut Speaker, wanted: &SpeakerRule) {
    wanted.role.apply(&mut speaker.role);
    wanted.organisation.apply(&mut speaker.organisation);
    speaker.function = wanted.function.unwrap_or(speaker.function);
    if let Some(as_written) = &wanted.as_written {
        speaker.as_written.clone_from(as_written);
    }
}

/// The name of the person who goes by this name, else the name itself.
fn resolved(name: &str, known: &[Person]) -> String {
    let wanted = compact(name);
    let names = |person: &&Person| {
        std::iter::once(&person.name).chain(&person.variants).any(|name| compact(name) == wanted)
    };
    known.iter().find(names).map_or_else(|| name.to_owned(), |person| person.name.clone())
}
