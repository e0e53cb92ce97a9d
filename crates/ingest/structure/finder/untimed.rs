//! Talks without hours of their own, below the hour that they share: `Zoé Lanteri, Université d'Orn :
//! Se loger`, in a programme whose other talks are written so after their hours; `Zoé Lanteri (CNRS),
//! Se loger au bourg`, right below the date and hours of a numbered session; `Se loger (Zoé Lanteri)`,
//! between hours whose titles end so.

use glane_document::Rule;

use super::Finder;
use super::voices::first_words;
use crate::line::Line;
use crate::structure::cue;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::name::{self, Trust};
use crate::structure::time::leading_slot;
use crate::words::starts_upper;

/// How many timed talks must open with who speaks for lines without hours to be talks too.
const MANY_TALKS: usize = 3;

/// How many words a title has at least.
const LEAST_WORDS: usize = 3;

/// The longest line of a talk, in bytes.
const MAX_LINE: usize = 300;

/// Deeper than what stands in a slot.
const UNDER: u8 = depth::SLOT + 5;

impl Finder<'_> {
    /// Counts the timed talks that open with who speaks; where they do, so does the one that opens
    /// with a name that no list knows and its employer: `Ysoria Belkant, Université d'Orn : Se loger`.
    pub(super) fn note_talk(&mut self, heading: &mut Heading) {
        if heading.start.is_none() {
            return;
        }
        let many = self.people_first >= MANY_TALKS && heading.people.is_empty();
        let title = heading.title.clone().filter(|title| many && opens_with_employed(title));
        if let Some(title) = title {
            heading.take_first(&title);
        }
        self.people_first += usize::from(opens_with_people(heading));
        self.people_in_brackets += usize::from(heading.names_in_brackets());
    }

    /// A talk right above an hour, which ends with who speaks in brackets as the timed ones above do.
    fn by_brackets(&self, at: usize, slot: &Heading) -> Option<Heading> {
        let line = &self.lines[at];
        let ends =
            line.level.is_none() && line.plain.ends_with(')') && line.plain.len() <= MAX_LINE;
        let among = ends && self.people_in_brackets >= MANY_TALKS && slot.depth >= depth::SLOT;
        let below = || self.next_full_line(at + 1).map(|next| self.lines[next].words().printed);
        let timed = among && below().is_some_and(|below| leading_slot(below).is_some());
        let opens = at == 0 || line.item || self.lines[at - 1].is_blank();
        if !(timed && opens && starts_upper(&line.plain)) {
            return None;
        }
        let mut heading = untitled(&line.plain, UNDER);
        heading.split_people();
        let kind = or_session(heading.kind);
        let (lines, date) = (at..at + 1, slot.date);
        heading.names_in_brackets().then_some(Heading { lines, kind, date, ..heading })
    }

    /// Whether a line stands right below the date and hours of a numbered session, or below the
    /// talks that do.
    fn holds_talks(&self, above: &Heading, at: usize) -> bool {
        let session = above.rule == Rule::Label && above.start.is_some() && above.date.is_some();
        let talk = above.rule == Rule::List && above.depth == UNDER && above.date.is_some();
        (session || talk) && self.lines[above.lines.end..at].iter().all(Line::is_blank)
    }

    /// A talk of the slot above: who speaks and their body, then the title.
    pub(super) fn by_untimed(&self, at: usize, above: &[Heading]) -> Option<Heading> {
        let line = &self.lines[at];
        let slot = above.last()?;
        let bracketed = self.by_brackets(at, slot);
        if bracketed.is_some() {
            return bracketed;
        }
        let held = self.holds_talks(slot, at);
        let fits = line.level.is_none()
            && !line.plain.ends_with(':')
            && line.plain.len() <= MAX_LINE
            && (held || self.people_first >= MANY_TALKS && slot.depth >= depth::SLOT);
        if !fits {
            return None;
        }
        let text = line.words().printed;
        let name = name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty())?;
        let after = text[name.len..].trim_start();
        if !(after.starts_with('(') || !held && after.starts_with(',')) {
            return None;
        }
        let mut heading = untitled(text, UNDER);
        heading.split_people();
        if heading.people.is_empty() && opens_with_employed(text) {
            heading.take_first(text);
        }
        let titled = heading.title.as_ref().is_some_and(|title| {
            title.split(' ').count() >= LEAST_WORDS
                && title.starts_with(|c: char| !c.is_lowercase())
                && !(held && cue::names_role(first_words(title)))
        });
        let kind = or_session(heading.kind);
        let date = slot.date;
        (titled && opens_with_people(&heading)).then_some(Heading {
            lines: at..at + 1,
            kind,
            date,
            ..heading
        })
    }
}

/// Whether a text opens with a name, a comma, an employer and a colon.
fn opens_with_employed(text: &str) -> bool {
    let Some(name) = name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty())
    else {
        return false;
    };
    let body = text[name.len..].strip_prefix(", ").and_then(|rest| rest.split_once(" : "));
    body.is_some_and(|(body, title)| cue::names_role(body) && title.contains(' '))
}

/// Whether a heading names people before its title.
fn opens_with_people(heading: &Heading) -> bool {
    let place = |words: &str| heading.printed.find(words);
    let first = heading.people.first().and_then(|person| place(&person.as_written));
    let title = heading.title.as_deref().and_then(place);
    first.zip(title).is_some_and(|(person, title)| person < title)
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    /// The titles and the speakers of the sections of a text.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let document = structure("programme", "programme.md", text);
        let found = document.sections.iter().map(|section| {
            let people: Vec<&str> = section.speakers.iter().map(|one| one.name.as_str()).collect();
            format!("{}: {}", section.title.as_deref().unwrap_or_default(), people.join(", "))
        });
        assert_eq!(found.collect::<Vec<_>>(), expect);
    }

    const TIMED: &str = "9:00 Se loger au bourg (Zoé Lanteri)\n\n9:30 Manger bio (Luc Perrot)\n\n10:00 Bouger le soir (Ève Tarn)\n\n";

    #[test]
    fn a_talk_between_hours_ends_with_who_speaks_as_the_others_do() {
        let talk = "Lire : le gué (Paul Roc)\n\n11:00 Pause\n";
        let found = ["Se loger au bourg: Zoé Lanteri", "Manger bio: Luc Perrot"];
        let last = ["Bouger le soir: Ève Tarn", "Lire : le gué: Paul Roc", "Pause: "];
        check(&format!("{TIMED}{talk}"), &[&found[..], &last].concat());
        let last = ["Bouger le soir: Ève Tarn", "Pause: "];
        let aside = "Accueil possible (halle aux grains)\n\n11:00 Pause\n";
        check(&format!("{TIMED}{aside}"), &[&found[..], &last].concat());
    }
}
