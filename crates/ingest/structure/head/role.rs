//! Roles that stand on the lines below their names.

use glane_document::Speaker;

use super::{MAX_BLANK, MAX_ROLE, Reader};
use crate::line::Line;
use crate::structure::cue;
use crate::structure::speaker::Zone;
use crate::structure::time::leading_slot;
use crate::words::{prefix, starts_upper};

impl Reader<'_> {
    /// Whether the line right above is a name without a role.
    pub(super) fn lacks_role(&self, at: usize) -> bool {
        let bare = |last: &Speaker| last.role.is_none() && last.organisation.is_none();
        self.after_people
            && !self.lines[at - 1].is_blank()
            && self.draft.speakers.last().is_some_and(bare)
    }

    /// Whether a name still waits for its role, blank lines or not: after a comma, or in a list of
    /// people where a role comes next.
    pub(super) fn awaits_role(&self, at: usize) -> bool {
        let bare = self
            .draft
            .speakers
            .last()
            .is_some_and(|last| last.role.is_none() && last.organisation.is_none());
        let comma = || {
            let head = self.lines[..self.draft.head_end].last();
            head.is_some_and(|line| line.plain.ends_with(','))
        };
        let role = || {
            let mut near = self.lines[at..self.draft.lines.end].iter().take(MAX_BLANK);
            let below = near.find(|line| !line.is_blank());
            matches!(self.zone, Zone::Announced(_))
                && below.is_some_and(|line| cue::names_role(prefix(&line.plain, 60)))
        };
        self.after_people && bare && (comma() || role())
    }

    pub(super) fn continues_role(&self, line: &Line<'_>) -> bool {
        let wraps = !starts_upper(&line.plain)
            || line.plain.starts_with('(')
            || self
                .draft
                .speakers
                .last()
                .is_some_and(|last| last.role.is_none() && last.organisation.is_none())
            || !line.plain.ends_with('.') && line.plain.len() < 90;
        let long = |role: &String| role.len() > MAX_ROLE;
        let full = self.draft.speakers.last().and_then(|last| last.role.as_ref()).is_some_and(long);
        self.after_people
            && self.zone != Zone::Body
            && !full
            && !line.item
            && line.plain.len() < 160
            && !opens_with_label(&line.plain)
            && !is_sentence(&line.plain)
            && leading_slot(&line.plain).is_none()
            && wraps
    }

    pub(super) fn extend_role(&mut self, text: &str) {
        let Some(last) = self.draft.speakers.last_mut() else { return };
        match (text.strip_prefix('('), &mut last.role) {
            (Some(body), None) => last.organisation = Some(body.trim_end_matches(')').to_owned()),
            (_, Some(role)) => *role = format!("{role} {text}"),
            (_, None) => last.role = Some(text.to_owned()),
        }
    }
}

/// The longest label of a line, in bytes.
const MAX_LABEL: usize = 30;

/// Whether a line opens with a label of its own: `Durée : deux jours`, `Dates et lieu : …`.
fn opens_with_label(text: &str) -> bool {
    let label = text.split_once(':').map(|(label, _)| label.trim_end());
    label.is_some_and(|label| {
        let worded = label.chars().all(|c| c.is_alphabetic() || " '’-".contains(c));
        label.len() <= MAX_LABEL && worded && starts_upper(label) && !cue::names_role(label)
    })
}

/// How many words a sentence has at least.
const LEAST_SENTENCE: usize = 4;

/// Whether a line opens as sentences do and no role, and ends as they do: `Le bail est signé.`
fn is_sentence(text: &str) -> bool {
    const OPENINGS: [&str; 16] = [
        "Le", "La", "Les", "Un", "Une", "Il", "Elle", "Ils", "Elles", "On", "Nous", "Ce", "Cette",
        "M.", "Mme", "Après",
    ];
    let first = text.split(' ').next().unwrap_or_default();
    let opens = OPENINGS.contains(&first) || text.starts_with("L'") || text.starts_with("L’");
    opens
        && text.ends_with('.')
        && !text.contains(", ")
        && text.split(' ').count() >= LEAST_SENTENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_sentences_are_no_roles() {
        assert!(opens_with_label("Dates et lieu : le 3 mai, à Orn"));
        assert!(!opens_with_label("directrice : ville d'Orn"));
        assert!(is_sentence("La juriste présente le bail."));
        assert!(!is_sentence("La Poste, direction du réseau."));
        assert!(!is_sentence("Le Gué, Orn"));
    }
}
