//! Sessions that are items of a list.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{Function, SectionKind, Speaker};

use super::Finder;
use super::authors::first::tells_talks;
use super::slot::without_pointers;
use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::heading::{Heading, depth, or_session, untitled};
use crate::structure::time::leading_slot;
use crate::structure::title_people::{ends_with_bracket, people_last, people_only};
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
        if !line.item && !["par ", "by "].iter().any(|by| after.starts_with(by)) {
            return None;
        }
        let by = ["par ", "by ", "avec "].iter().find_map(|by| after.strip_prefix(by));
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
        // « Le gué se passe à pied. » is what somebody says.
        if title.ends_with('.') && !title.ends_with("..") && title.contains(' ') {
            return None;
        }
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
    pub(super) fn by_list(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        if !line.item || line.plain.len() > 400 {
            return None;
        }
        let list = self.lists.iter().find(|list| list.lines.contains(&at))?;
        if let Some(kind) = list.announced {
            let title = line.bold_start.as_deref()?.trim_end_matches([':', ' ', '.']);
            let heading = untitled(title, depth::SLOT);
            return Some(Heading { lines: at..at + 1, kind, date: self.day, ..heading });
        }
        let mut heading = untitled(&line.plain, depth::SLOT);
        heading.lines = at..at + 1;
        heading.title = heading.title.map(|title| without_pointers(title, &line.raw));
        self.continue_title(rank, &mut heading);
        if let Some(title) = heading.title.clone().filter(|title| person_then_title(title)) {
            heading.take_first(&title);
        }
        let of_body = body_then_person(&line.plain).or_else(|| sentence_then_people(&line.plain));
        let told = of_body.is_some();
        let after_people = title_in_emphasis(line).or_else(|| title_in_quotes(line)).or(of_body);
        if let Some((people, title)) = after_people {
            (heading.people, heading.title) = (people, Some(title));
        }
        heading.split_people();
        heading.split_listed();
        let named = |bold: &str| heading.people.iter().any(|person| person.as_written == bold);
        if let Some(bold) = line.bold_start.as_ref().filter(|bold| bold.contains(' '))
            && !named(bold)
            && !told
        {
            heading.title = Some(bold.clone());
        }
        let short = heading.title.as_ref().is_some_and(|title| title.chars().count() <= 200);
        let kind = or_session(heading.kind);
        short.then_some(Heading { date: self.day, kind, ..heading })
    }
}

/// A run of items that are sessions.
#[derive(Debug)]
pub(super) struct SessionList {
    pub(super) lines: Range<usize>,
    /// What the sentence above announces them to be: `Trois ateliers sont proposés :`.
    announced: Option<SectionKind>,
}

/// The runs of list items of which half or more, and two at least, name people after `par` or `avec`,
/// or before their title where a programme opens the list; those of titles in bold that a sentence
/// announces as sessions.
pub(super) fn session_lists(lines: &[Line<'_>]) -> Vec<SessionList> {
    let mut lists: Vec<List> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.item) {
        // « 10h45-12h : », between two lists, opens the second one.
        let wrapped = |line: &Line<'_>| {
            line.is_blank() || line.raw.starts_with("  ") && leading_slot(&line.plain).is_none()
        };
        let near = lists.last().is_some_and(|list| {
            at - list.lines.end <= 2 && lines[list.lines.end..at].iter().all(wrapped)
        });
        if !near {
            lists.push(List {
                lines: at..at,
                items: 0,
                named: 0,
                in_bold: 0,
                of_talks: opens_talks(lines, at) || labels_talks(lines, at),
                labelled: labels_talks(lines, at),
                announced: announced(lines, at),
            });
        }
        let Some(list) = lists.last_mut() else { continue };
        list.lines.end = at + 1;
        // « 10h45-12h : », above its talks: what is timed is a session, whatever the list holds.
        if leading_slot(&line.plain).is_some() {
            list.of_talks = true;
            continue;
        }
        list.items += 1;
        list.in_bold += usize::from(line.bold_start.is_some());
        let named = names_people(&line.plain)
            || list.of_talks && person_then_title(&line.plain)
            || list.of_talks && body_then_person(&line.plain).is_some()
            || list.of_talks && sentence_then_people(&line.plain).is_some()
            || title_in_emphasis(line).is_some()
            || title_in_quotes(line).is_some();
        list.named += usize::from(named);
    }
    let sessions = |list: List| {
        let titled = list.in_bold >= MANY_TITLES && list.in_bold == list.items;
        let announced = list.announced.filter(|_| titled);
        let least = if list.labelled { 1 } else { 2 };
        let named = list.named >= least && list.named * 2 >= list.items;
        (named || announced.is_some()).then_some(SessionList { lines: list.lines, announced })
    };
    lists.into_iter().filter_map(sessions).collect()
}

/// How many titles in bold make a list announced as sessions one of sessions.
const MANY_TITLES: usize = 3;

/// A run of items.
struct List {
    lines: Range<usize>,
    /// How many have no time of their own.
    items: usize,
    /// How many of these name people.
    named: usize,
    /// How many open with words in bold.
    in_bold: usize,
    /// Whether what stands above them says that they are talks.
    of_talks: bool,
    /// Whether a label of its own says so: a single talk may then be a list.
    labelled: bool,
    /// What the sentence above announces.
    announced: Option<SectionKind>,
}

/// What the sentence above a list announces its items to be: `Trois ateliers sont proposés :`.
fn announced(lines: &[Line<'_>], at: usize) -> Option<SectionKind> {
    static SESSIONS: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(r"\b(ateliers|sessions|conferences|tables rondes|modules|seances|stages)\b")
    });
    let above = lines[..at].iter().rev().take(2).find(|line| !line.is_blank())?;
    let ends = above.plain.ends_with(':') && above.plain.len() < 300;
    let noun = ends.then(|| SESSIONS.find(above.plain.folded())).flatten()?;
    Some(or_session(cue::kind(noun.as_str())))
}

/// Whether the line above a list says that its items are talks: `## Communications`, `14h-15h30`.
fn opens_talks(lines: &[Line<'_>], at: usize) -> bool {
    let above = lines[..at].iter().rev().take(3).find(|line| !line.is_blank());
    above.is_some_and(|line| {
        let short = line.plain.len() < 120;
        let heads = line.level.is_some() || line.bold;
        let day = || date::leading(line.words(), Some(date::ANY_YEAR));
        // « Le 3 mai, 13h-16h, salle B204 : Habiter la ville »
        let dated = || day().is_some_and(|(_, rest)| leading_slot(rest).is_some());
        line.plain.len() < 400 && dated()
            || short
                && (leading_slot(&line.plain).is_some()
                    || heads && tells_talks(line.plain.folded()))
    })
}

/// Whether the line above a list is a label for talks and nothing else: `Exposés :`.
fn labels_talks(lines: &[Line<'_>], at: usize) -> bool {
    static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(r"^(?:exposes?|communications?|presentations?|conferences?|talks?) ?:$")
    });
    let above = lines[..at].iter().rev().take(2).find(|line| !line.is_blank());
    above.is_some_and(|line| line.plain.len() <= MAX_BODY && LABEL.is_match(line.plain.folded()))
}

/// Whether an item is a person, then the title of a talk: `Zoé Lanteri (CNRS) : Habiter la ville`.
fn person_then_title(text: &str) -> bool {
    let Some(name) =
        name::parse(text, name::Trust::Announced).filter(|name| !name.given.is_empty())
    else {
        return false;
    };
    let after = text[name.len..].trim_start();
    let (body, after) = match after.strip_prefix('(').and_then(|body| body.split_once(')')) {
        Some((_, after)) => (true, after.trim_start()),
        None => (false, after),
    };
    let hyphen = || after.strip_prefix("- ").filter(|_| body);
    let Some(title) = after.strip_prefix([':', '–', '—']).or_else(hyphen).map(str::trim_start)
    else {
        return false;
    };
    let role = cue::names_role(title.split(' ').next().unwrap_or_default());
    let titled = starts_upper(title) && title.split(' ').count() >= 3 && !title.ends_with('.');
    titled && !role && text.len() <= 300
}

/// The people whom a full stop parts from the title of their talk, and the title: `Habiter la ville.
/// Zoé Lanteri, Luc Perrot (CNRS).`
fn sentence_then_people(text: &str) -> Option<(Vec<Speaker>, String)> {
    let whole = text.trim_end_matches(['.', ' ']);
    let ends = whole.match_indices(['.', '?', '!']).filter(|(at, _)| {
        whole[at + 1..].starts_with(' ') && whole[at + 2..].starts_with(char::is_uppercase)
    });
    // The first that only people follow: initials end with a full stop too.
    let (at, people) = ends.take(MAX_SENTENCES).find_map(|(at, _)| {
        let people = people_only(&whole[at + 2..]);
        (!people.is_empty()).then_some((at, people))
    })?;
    let title = whole[..=at].trim_end_matches('.');
    let titled = starts_upper(title) && title.split(' ').count() >= 3 && text.len() <= 400;
    titled.then(|| (people, title.to_owned()))
}

/// How many sentences the title of a talk takes at most.
const MAX_SENTENCES: usize = 4;

/// The longest body before who speaks for it, in bytes.
const MAX_BODY: usize = 60;

/// The people of an item, after the body that they speak for, and the title after them: `Ville d'Orn,
/// Zoé Lanteri : Habiter la ville`.
fn body_then_person(text: &str) -> Option<(Vec<Speaker>, String)> {
    let (before, title) = text.split_once(": ").filter(|_| text.len() <= 300)?;
    let (body, named) = before.trim_end().rsplit_once(", ")?;
    let (body, title) = (body.trim(), title.trim());
    let bodied = body.len() <= MAX_BODY
        && starts_upper(body)
        && !cue::is_bare_kind(body)
        && name::parse(body, name::Trust::Text).is_none();
    let role = cue::names_role(title.split(' ').next().unwrap_or_default());
    let titled = starts_upper(title) && title.split(' ').count() >= 3 && !title.ends_with('.');
    if !bodied || role || !titled {
        return None;
    }
    let of_body = |person: Speaker| Speaker {
        organisation: person.organisation.or_else(|| Some(body.to_owned())),
        ..person
    };
    let people: Vec<Speaker> = people_only(named).into_iter().map(of_body).collect();
    (!people.is_empty()).then(|| (people, title.to_owned()))
}

/// The people of an item and the title in emphasis that ends it: `Zoé Lanteri (CNRS) *Habiter la
/// ville*`. What follows the title of a book is its publisher or its year.
fn title_in_emphasis(line: &Line<'_>) -> Option<(Vec<Speaker>, String)> {
    if !line.raw.trim_end().ends_with(['*', '_']) || line.plain.len() > 400 {
        return None;
    }
    let (before, title) = markup::emphasised_tail(markup::item(&line.raw).1)?;
    let before = before.trim_end_matches([',', ':', ' ', '–', '-']);
    let year = before.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let name = name::parse(before, name::Trust::Text)?;
    let body = before[name.len..].trim_start();
    let apart = body.starts_with(['(', ',']) && before.ends_with(')') && !year;
    let people = speaker::people(before, name::Trust::Announced, Function::Speaker);
    (apart && title.split(' ').count() >= 3 && !people.is_empty()).then_some((people, title))
}

/// The people of an item and the title in quotation marks after them, with what they are at the
/// end: `**Zoé Lanteri**, « Habiter la ville » : urbaniste`. A year is that of a work.
fn title_in_quotes(line: &Line<'_>) -> Option<(Vec<Speaker>, String)> {
    let text = line.words().printed;
    let quotes = QUOTES.iter().filter_map(|(open, close)| Some((text.find(*open)?, *close)));
    let (open, close) = quotes.min_by_key(|(open, _)| *open)?;
    let before = text[..open].trim_end_matches([',', ':', ' ', '–', '-']);
    let inside = text[open..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let ends = |after: &str| {
        let after = after.trim_start();
        after.is_empty() || after.starts_with([':', '('])
    };
    let mut closes = inside.match_indices(close);
    let (end, _) = closes.find(|(at, mark)| ends(&inside[at + mark.len()..]))?;
    let role = inside[end + close.len_utf8()..].trim_start();
    let year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    let title = inside[..end].trim();
    if line.plain.len() > 400 || year(before) || year(role) || title.split(' ').count() < 3 {
        return None;
    }
    let bold = line.bold_start.is_some() || line.raw.contains("**");
    let whole = |name: &name::Name| !name.given.is_empty() && name.len == before.len();
    let named = bold && name::parse(before, name::Trust::Announced).as_ref().is_some_and(whole);
    let mut people = if named {
        speaker::people(before, name::Trust::Announced, Function::Speaker)
    } else {
        people_only(before)
    };
    if let [person] = people.as_mut_slice() {
        let role = role.trim_start_matches([':', ' ']).trim_end_matches(['.', ' ']);
        let told = Some(role).filter(|role| !role.is_empty() && !role.starts_with('('));
        person.role = person.role.take().or(told.map(str::to_owned));
    }
    (!people.is_empty()).then(|| (people, title.to_owned()))
}

/// Marks around a title.
const QUOTES: [(char, char); 3] = [('«', '»'), ('“', '”'), ('"', '"')];

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
        // « Ville d'Orn : Zoé Lanteri, Luc Perrot » lists those of a body.
        let own = title.split_once(": ").filter(|(_, first)| !people_only(first).is_empty());
        let title = own.map_or(title.as_str(), |(label, _)| label.trim_end());
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
        return ends_with_people(text) || ends_with_bracket(text);
    }
    // « Entretien avec Zoé Lanteri » is no title: one word before « avec » says too little.
    people_last(text).is_some_and(|(title, _)| title.contains(' ') || text.contains(" par "))
}
