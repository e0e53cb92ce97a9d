//! Themes after a correction: a section's theme is that of the nearest section that is one.

use std::collections::HashSet;

use glane_document::{Document, SectionKind};

use super::{SectionRule, ancestors};

/// The sections whose theme, or whose heading as a theme, the sidecar chose.
#[derive(Debug, Default)]
pub(super) struct Chosen<'r> {
    /// Sections with a theme of their own.
    named: HashSet<&'r str>,
    /// Sections whose heading changed.
    headed: HashSet<&'r str>,
}

/// What the rules, each about the section of the same rank in `ids`, say of themes.
pub(super) fn chosen<'r>(rules: &[&SectionRule], ids: &'r [String]) -> Chosen<'r> {
    let mut chosen = Chosen::default();
    for (rule, id) in rules.iter().zip(ids) {
        if !rule.theme.is_keep() {
            chosen.named.insert(id);
        }
        if !(rule.title.is_keep() && rule.number.is_keep()) || rule.kind.is_some() {
            chosen.headed.insert(id);
        }
    }
    chosen
}

/// Gives each section its theme anew.
pub(super) fn hand_down(document: &mut Document, chosen: &Chosen<'_>) {
    for section in &mut document.sections {
        let id = section.id.as_str();
        let renamed = chosen.headed.contains(id) || section.theme.is_none();
        if section.kind == SectionKind::Theme && renamed && !chosen.named.contains(id) {
            section.theme = Some(section.label()).filter(|label| !label.is_empty());
        }
    }
    let inherited: Vec<Option<String>> = document
        .sections
        .iter()
        .map(|section| {
            if section.kind == SectionKind::Theme || chosen.named.contains(section.id.as_str()) {
                return section.theme.clone();
            }
            let mut above = ancestors(document, section);
            above
                .find(|above| above.kind == SectionKind::Theme)
                .and_then(|above| above.theme.clone())
        })
        .collect();
    for (section, theme) in document.sections.iter_mut().zip(inherited) {
        section.theme = theme;
    }
}
