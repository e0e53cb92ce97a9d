//! Sessions that are items of a list.

use std::ops::Range;

use glane_document::Function;

use super::Finder;
use crate::line::Line;
use crate::markup;
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::title_people::people_last;
use crate::structure::{cue, date, name, speaker};
use crate::words::{Text, starts_upper};

impl Finder<'_> {
    /// A list item with a title in bold and people after it: `- **Titre**, Zoé LANTERI, juriste`.
    pub(super) fn by_item(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        let opens = at == 0 || self.lines[at - 1].is_blank();
        if !(line.item || opens && line.bold_start.is_some()) || line.plain.len() > 500 {
            return None;
        }
        let (title, after) = markup::bold_then(&line.raw)?;
        if !line.item && !after.starts_with("par ") {
            return None;
        }
        let by = ["par ", "avec "].iter().find_map(|by| after.strip_prefix(by));
        // « par » tells a title from a word in bold.
        let words = title.split(' ').count();
        let day = date::is_date_line(&title)
            .then(|| date::dates(&title, self.years.of(at)))
            .and_then(|days| days.first().copied());
        let enough = words >= 3 && title.chars().count() >= 12 || words >= 2 && by.is_some();
        let people = match by {
            Some(named) => speaker::people(named, name::Trust::Announced, Function::Speaker),
            None => speaker::people(&after, name::Trust::Text, Function::Speaker),
        };
        ((enough || day.is_some()) && !people.is_empty()).then(|| {
            let heading = untitled(&title, depth::SLOT);
            let kind = or_session(heading.kind);
            Heading { lines: at..at + 1, kind, people, date: day, ..heading }
        })
    }

    /// A title in quotation marks, then who speaks: `« Se loger », Zoé Lanteri, Ville d'Orn`.
    pub(super) fn by_quotation(&self, at: usize, first: bool) -> Option<Heading> {
        let line = &self.lines[at];
        let text = line.plain.trim_start();
        let close = match text.chars().next()? {
            '«' => '»',
            '“' => '”',
            '"' => '"',
            _ => return None,
        };
        if !(first || line.item) || text.len() > 400 {
            return None;
        }
        let open = text.chars().next().map_or(0, char::len_utf8);
        let end = open + text[open..].find(close)?;
        let title = text[open..end].trim();
        let after =
            text[end + close.len_utf8()..].trim_start_matches([',', ' ', ':', '–', '-', '—', '.']);
        let after = ["par ", "avec "].iter().find_map(|by| after.strip_prefix(by)).unwrap_or(after);
        let name = name::parse(after, name::Trust::Announced)?;
        let rest = after[name.len..].trim_start();
        let known = name.form <= name::Form::Known && rest.is_empty();
        let introduced = rest.starts_with([',', '(', '–', '-']) || rest.starts_with("et ");
        if title.split(' ').count() < 2 || !(known || introduced) {
            return None;
        }
        let heading = untitled(title, depth::SLOT);
        let kind = or_session(heading.kind);
        let people = speaker::people(after, name::Trust::Announced, Function::Speaker);
        Some(Heading { lines: at..at + 1, kind, people, date: self.day, ..heading })
    }

    /// An item of a list of sessions, `Titre par Zoé LANTERI`: most items of the list name people.
    pub(super) fn by_list(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        if !line.item || line.plain.len() > 400 {
            return None;
        }
        self.lists.iter().find(|list| list.contains(&at))?;
        let mut heading = untitled(&line.plain, depth::SLOT);
        heading.split_people();
        heading.split_listed();
        if let Some(bold) = line.bold_start.as_ref().filter(|bold| bold.contains(' ')) {
            heading.title = Some(bold.clone());
        }
        let short = heading.title.as_ref().is_some_and(|title| title.chars().count() <= 200);
        let kind = or_session(heading.kind);
        short.then(|| Heading { lines: at..at + 1, date: self.day, kind, ..heading })
    }
}

/// The runs of list items of which half or more, and two at least, name people after `par` or `avec`.
pub(super) fn session_lists(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut lists: Vec<(Range<usize>, usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.item) {
        let near = lists.last().is_some_and(|(list, ..)| {
            lines[list.end..at].iter().all(Line::is_blank) && at - list.end <= 2
        });
        if !near {
            lists.push((at..at, 0, 0));
        }
        if let Some((list, items, named)) = lists.last_mut() {
            list.end = at + 1;
            *items += 1;
            *named += usize::from(names_people(&line.plain));
        }
    }
    let of_sessions = |(list, items, named): (Range<usize>, usize, usize)| {
        (named >= 2 && named * 2 >= items).then_some(list)
    };
    lists.into_iter().filter_map(of_sessions).collect()
}

/// Whether the last words of a title are people alone: `Titre du propos : Zoé Lanteri`.
fn ends_with_people(text: &str) -> bool {
    // « Zoé Lanteri, directrice », « Présidente de séance : Zoé Lanteri » list people, not sessions.
    if name::parse(text, name::Trust::Announced).is_some() || announces(text) {
        return false;
    }
    people_last(text).is_some_and(|(title, people)| {
        let tail = text.len() - title.len();
        let named: usize = people.iter().map(|person| person.as_written.len()).sum();
        let bare = people.iter().all(|person| person.role.is_none());
        title.split(' ').count() >= 3 && bare && tail < named + 40
    })
}

fn announces(text: &str) -> bool {
    cue::announcement(Text::new(text.to_owned()).both()).is_some()
}

/// Whether an item ends with its people: `Titre par Zoé LANTERI, juriste`.
fn names_people(text: &str) -> bool {
    let announced = [" par ", " avec "].iter().any(|cue| text.contains(cue));
    if text.len() > 400 || !starts_upper(text) {
        return false;
    }
    if !announced {
        return ends_with_people(text);
    }
    // « Entretien avec Zoé Lanteri » is no title: one word before « avec » says too little.
    people_last(text).is_some_and(|(title, _)| title.contains(' ') || text.contains(" par "))
}
