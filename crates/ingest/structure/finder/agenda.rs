//! The items of an agenda that stand again above what was said of them.

use std::collections::HashSet;

use super::Finder;
use crate::line::Line;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::words::{canonical_of_folded, folded_words};

/// How many lines may go on with an item.
const MAX_GAP: usize = 4;

/// The longest item, in bytes.
const MAX_ITEM: usize = 300;

/// How many words the line has that opens an agenda: « Ordre du jour de la réunion : ».
const OPENING: usize = 8;

/// The items of a list below « Ordre du jour ».
#[derive(Debug, Default)]
pub(super) struct Agenda {
    /// What the items say, canonical.
    items: HashSet<String>,
    /// The first word of each: most lines open with others.
    openings: HashSet<String>,
    /// The line after the last one.
    end: usize,
}

impl Agenda {
    /// The first agenda of a text.
    pub(super) fn of(lines: &[Line<'_>]) -> Agenda {
        let start = lines.iter().position(opens).map_or(lines.len(), |at| at + 1);
        let mut agenda = Agenda::default();
        let mut gap = 0;
        for (at, line) in lines.iter().enumerate().skip(start).filter(|(_, line)| !line.is_blank())
        {
            if line.item {
                let item = line.plain.folded();
                agenda.items.insert(canonical_of_folded(item));
                agenda.openings.extend(folded_words(item).next().map(str::to_owned));
                (agenda.end, gap) = (at + 1, 0);
            } else if gap == MAX_GAP || lines[at - 1].is_blank() || line.level.is_some() {
                break;
            } else {
                gap += 1;
            }
        }
        agenda
    }
}

/// Whether a line announces an agenda, and nothing else.
fn opens(line: &Line<'_>) -> bool {
    line.plain.len() <= 80
        && line.words().folded.starts_with("ordre du jour")
        && folded_words(line.plain.folded()).count() <= OPENING
}

impl Finder<'_> {
    /// A line that says what an item of the agenda above says, and nothing else.
    pub(super) fn by_agenda(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        let may_head = at >= self.agenda.end && !line.item && line.plain.len() <= MAX_ITEM;
        if self.agenda.items.is_empty() || !may_head {
            return None;
        }
        let said = line.plain.folded();
        let opens = |word: &str| self.agenda.openings.contains(word);
        let listed = folded_words(said).next().is_some_and(opens)
            && self.agenda.items.contains(&canonical_of_folded(said));
        listed.then(|| {
            let heading = untitled(line.plain.trim_end_matches([':', '.', ' ']), depth::PART);
            let kind = or_session(heading.kind);
            Heading { lines: at..at + 1, kind, ..heading }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    fn titles(text: &str) -> Vec<String> {
        let document = structure("cr", "cr.md", text);
        document.sections.into_iter().filter_map(|section| section.title).collect()
    }

    #[test]
    fn an_item_that_returns_heads_what_was_said_of_it() {
        let text = "Conseil du 4 mars 2021\n\nOrdre du jour :\n  - Toiture de la halle, devis\n  - Divers\n\nPrésents : tous.\n\nToiture de la halle, devis\nLe devis est approuvé par le conseil, qui remercie l'entreprise.\n";
        assert!(titles(text).contains(&"Toiture de la halle, devis".to_owned()));
        let other = text.replace("devis\nLe", "devis signé\nLe");
        assert!(!titles(&other).iter().any(|title| title.starts_with("Toiture")));
    }
}
