//! Turns of phrase that several renderers share.

use std::io::{self, Write};

use glane_document::{Function, Section, Speaker, TimeOfDay};
use glane_query::{Unread, language_label};

use crate::wrap::wrapped;
use crate::{Style, counted};

/// What stands between the facts of one line.
pub(crate) const DOT: &str = " · ";

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

/// `en anglais`, for a section whose language is known and is not French.
pub(crate) fn foreign(code: Option<&str>) -> Option<String> {
    let label = code.filter(|code| *code != "fr").and_then(language_label);
    label.map(|label| format!("en {label}"))
}

/// Writes a citation behind an arrow; one of several lines, to be copied as it is, below a blank one.
pub(crate) fn cited(citation: &str, style: &Style, out: &mut impl Write) -> io::Result<()> {
    match citation.contains('\n') {
        true => writeln!(out, "\n{citation}"),
        false => wrapped("→ ", &style.faint(citation), style.width, out),
    }
}

/// `3 documents (112 pages) sans texte exploitable, non interrogés ; 4 pages sans texte (images) dans 2
/// documents, non interrogées`; `None` where all was read.
pub(crate) fn unread(unread: Unread) -> Option<String> {
    let told = [whole(unread), partial(unread)];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join("\u{a0}; "))
}

/// `214 mots de sommaires…`, which a person who counts in the files meets; `None` without any.
pub fn set_apart(words: usize) -> Option<String> {
    let told = if words == 1 {
        "n'est ni cherché ni compté"
    } else {
        "ne sont ni cherchés ni comptés"
    };
    let words = (words > 0).then(|| counted(words, "mot", "mots"))?;
    Some(format!(
        "{words} de sommaires, titres courants, folios, légendes de photos ou liens {told}."
    ))
}

fn whole(Unread { sources, pages, .. }: Unread) -> Option<String> {
    let pages = match pages {
        0 => String::new(),
        pages => format!(" ({})", counted(pages, "page", "pages")),
    };
    let told = if sources == 1 { "non interrogé" } else { "non interrogés" };
    let documents = counted(sources, "document", "documents");
    (sources > 0).then(|| format!("{documents}{pages} sans texte exploitable, {told}"))
}

fn partial(Unread { partial_documents, partial_pages, .. }: Unread) -> Option<String> {
    let told = if partial_pages == 1 { "non interrogée" } else { "non interrogées" };
    let documents = counted(partial_documents, "document", "documents");
    let pages = counted(partial_pages, "page", "pages");
    (partial_pages > 0).then(|| format!("{pages} sans texte (images) dans {documents}, {told}"))
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

    #[test]
    fn only_another_language_than_french_is_said() {
        assert_eq!(foreign(Some("en")).as_deref(), Some("en anglais"));
        for unsaid in [Some("fr"), Some("br"), None] {
            assert_eq!(foreign(unsaid), None);
        }
    }

    fn speakers(count: usize) -> Vec<Speaker> {
        (1..=count)
            .map(|number| Speaker::new(&format!("P{number}"), "", Function::Speaker))
            .collect()
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

    #[test]
    fn what_was_not_read_is_told_document_by_document_and_page_by_page() {
        let told = |sources, pages, partial_documents, partial_pages| {
            unread(Unread { sources, pages, partial_documents, partial_pages })
        };
        assert_eq!(told(0, 0, 0, 0), None);
        let page = "1 page sans texte (images) dans 1 document, non interrogée";
        assert_eq!(told(0, 0, 1, 1).as_deref(), Some(page));
        let both = "1 document (8 pages) sans texte exploitable, non interrogé\u{a0}; \
                    4 pages sans texte (images) dans 2 documents, non interrogées";
        assert_eq!(told(1, 8, 2, 4).as_deref(), Some(both));
    }
}
