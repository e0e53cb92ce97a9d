//! The hours that the text under a heading gives: when the session was held.

use std::sync::LazyLock;

use glane_document::{PartialDate, Section};

use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::{date, time};
use crate::words::fold;

/// The time that the first paragraph says the section was held: `s'est tenue de 19h à 22h`.
pub(super) fn held(section: &mut Section, opening: &str) {
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
///
/// Where `labelled`, a range after a label is that of its section: `Horaires : 14h - 15h30`.
pub(super) fn held_alone(section: &mut Section, own: &[usize], lines: &[Line<'_>], labelled: bool) {
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
        let range = || if labelled { time::labelled_range(folded) } else { None };
        time::of_session(folded).or_else(|| time::labelled(folded)).or_else(range)
    };
    let mut slots = own.iter().map(|&at| &lines[at]).filter(short).filter_map(slot);
    // Several are those of sessions that nothing else sets apart.
    if let (Some(slot), None) = (slots.next(), slots.next()) {
        section.start = Some(slot.start);
        section.end = slot.end;
    }
}

/// How many ranges after a label are those of sections: one may be that of the whole.
const MANY_LABELLED: usize = 2;

/// Whether several lines are a label and a range.
pub(super) fn has_labelled(lines: &[Line<'_>]) -> bool {
    let labelled = |line: &&Line<'_>| {
        line.plain.len() <= MAX_LABELLED && time::labelled_range(line.words().folded).is_some()
    };
    lines.iter().filter(labelled).take(MANY_LABELLED).count() == MANY_LABELLED
}

/// The longest line of a label and a range, in bytes.
const MAX_LABELLED: usize = 60;

/// The hour that the first paragraph gives beside the day of the heading: `## 3 mai 2018 : Sortie`, then
/// `Jeudi 3 mai à 13h30, sortie au gué`.
pub(super) fn held_on(section: &mut Section, day: PartialDate, opening: &str) {
    if section.start.is_some() || day.day.is_none() {
        return;
    }
    let paragraph = opening.split("\n\n").next().unwrap_or_default();
    let Some(slot) = time::after_day(paragraph).filter(|(text, _)| {
        let told = date::dates(text, Some(day.year));
        told == [day]
    }) else {
        return;
    };
    (section.start, section.end) = (Some(slot.1.start), slot.1.end);
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let document = structure("cr", "cr.md", text);
        let start = document.sections.last().and_then(|section| section.start);
        assert_eq!(start.map(|start| start.to_string()).as_deref(), expect, "{text}");
    }

    #[test]
    fn the_day_of_the_heading_may_have_its_hour_below() {
        let told = |text: &str| format!("# Nouvelles\n\n## 3 mai 2018 : sortie au gué\n\n{text}\n");
        check(
            &told("Jeudi 3 mai à 13h30, sortie au gué avec les enfants du bourg."),
            Some("13:30"),
        );
        check(
            &told("La sortie s'est tenue le 3 mai, vers 17 heures, au bord de l'eau."),
            Some("17:00"),
        );
        check(&told("On se retrouvera le 4 mai à 13h30 pour la suite."), None);
        check(&told("La sortie du 3 mai a duré 2h30, sans une goutte."), None);
    }

    #[test]
    fn labelled_ranges_are_those_of_their_sections() {
        let one = "## Se loger\n\nAnimation : Zoé Lanteri\nHoraires : 14h - 15h30\nSalle : 2\n\n";
        check(&format!("# Ateliers\n\n{one}{}", one.replace("loger", "nourrir")), Some("14:00"));
        check(&format!("# Ateliers\n\n## Programme\n\nTexte.\n\n{one}"), None);
    }

    #[test]
    fn minutes_tell_when_the_meeting_began() {
        let told = |text: &str| format!("# Bureau\n\n## Compte rendu\n\n{text}\n");
        check(&told("* début effectif à 18h30"), Some("18:30"));
        check(&told("La réunion débute à 18h30 en salle verte."), Some("18:30"));
        check(&told("La mairie ouvre à 9h30."), None);
    }
}
