//! Turns of phrase that several renderers share.

use glane_document::{Function, Section, Speaker, TimeOfDay};

/// What stands between the facts of one line.
pub(crate) const DOT: &str = " · ";

/// `count` and its noun: `1 section`, `12 sections`. French counts zero in the singular.
pub(crate) fn counted(count: usize, singular: &str, plural: &str) -> String {
    let noun = if count < 2 { singular } else { plural };
    format!("{} {noun}", grouped(count as u64))
}

/// Digits by three, as French groups them: `12 345`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// The facts that are known, in order, joined by dots.
pub(crate) fn dotted<'a>(facts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let known: Vec<&str> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    known.join(DOT)
}

/// The event, where the title does not name it already.
pub(crate) fn event_beside<'a>(title: &str, event: Option<&'a str>) -> Option<&'a str> {
    event.filter(|event| !title.contains(event))
}

/// The heading, or the kind of a section that has none.
pub(crate) fn heading(section: &Section) -> String {
    let label = section.label();
    if label.is_empty() { format!("({})", section.kind.label().to_lowercase()) } else { label }
}

/// `10:45–12:15`, or the start alone.
pub(crate) fn slot(start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) => Some(format!("{start}–{end}")),
        (Some(start), None) => Some(start.to_string()),
        (None, _) => None,
    }
}

/// The name, with what the person does where it is not to speak.
pub(crate) fn named(speaker: &Speaker) -> String {
    match speaker.function {
        Function::Speaker => speaker.name.clone(),
        function => format!("{} ({})", speaker.name, function.label()),
    }
}

/// The first `most` names; the others are counted.
pub(crate) fn named_briefly(speakers: &[Speaker], most: usize) -> String {
    // One name more takes no more room than « et 1 autre ».
    let shown = if speakers.len() <= most + 1 { speakers.len() } else { most };
    let names: Vec<String> = speakers[..shown].iter().map(named).collect();
    let list = names.join(", ");
    match speakers.len() - shown {
        0 => list,
        others => format!("{list} et {others} autres"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speakers(count: usize) -> Vec<Speaker> {
        (1..=count)
            .map(|number| Speaker {
                name: format!("P{number}"),
                as_written: String::new(),
                role: None,
                organisation: None,
                function: Function::Speaker,
            })
            .collect()
    }

    #[test]
    fn zero_is_singular() {
        assert_eq!(counted(0, "section", "sections"), "0 section");
        assert_eq!(counted(2, "section", "sections"), "2 sections");
    }

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(grouped(1234), "1\u{202f}234");
        assert_eq!(grouped(123), "123");
    }

    #[test]
    fn an_event_that_the_title_names_is_not_repeated() {
        let event = Some("Rencontres de Kerval");
        assert_eq!(event_beside("Rencontres de Kerval 2024", event), None);
        assert_eq!(event_beside("Actes", event), event);
    }

    #[test]
    fn long_lists_of_speakers_count_the_others() {
        assert_eq!(named_briefly(&speakers(4), 3), "P1, P2, P3, P4");
        assert_eq!(named_briefly(&speakers(7), 3), "P1, P2, P3 et 4 autres");
    }

    #[test]
    fn who_does_not_speak_is_said_to_do_what() {
        let mut speaker = speakers(1).remove(0);
        speaker.function = Function::Moderator;
        assert_eq!(named(&speaker), "P1 (animation)");
    }
}
