//! Where a line parts who speaks from the title.

use std::ops::Range;

use glane_document::Speaker;

use super::entry::{Entry, Shape};
use super::named::people;
use crate::structure::cue;
use crate::structure::finder::authors::first::tells_role;
use crate::structure::name::{self, Trust};
use crate::structure::time::leading_slot;
pub(super) use crate::structure::title_people::is_body;
use crate::words::{Text, starts_upper};

/// What parts a line in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Joint {
    Comma,
    Stop,
    Slash,
    Dash,
    Colon,
    By,
    Bracket,
    /// Bold, emphasis or quotation marks set the title apart.
    Mark,
    /// The other part is the line below.
    Line,
}

/// How a line parts who speaks from the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Way {
    people_first: bool,
    joint: Joint,
}

impl Way {
    /// Whether the line below holds the title.
    pub(super) fn takes_next(self) -> bool {
        self.joint == Joint::Line && self.people_first
    }

    /// Whether the title is all that the line says.
    pub(super) fn leaves_title(self) -> bool {
        self.joint == Joint::Line && !self.people_first
    }

    /// Whether nothing but its place tells the title from what somebody is.
    fn is_bare(self) -> bool {
        self.joint != Joint::Mark
    }
}

/// A line parted.
#[derive(Debug)]
pub(super) struct Split {
    pub(super) way: Way,
    pub(super) title: String,
    pub(super) people: Vec<Speaker>,
    /// Whether a list knows the first name of one of them.
    pub(super) known: bool,
}

impl Split {
    /// How many words the title has.
    pub(super) fn words(&self) -> usize {
        self.title.split(' ').count()
    }

    /// Whether the title may be what somebody is, or what was said, rather than a title.
    pub(super) fn is_doubtful(&self) -> bool {
        let role = || self.title.split(", ").any(tells_role);
        let ends = self.title.ends_with('.');
        let says = || ends || self.way.joint != Joint::Line && self.title.contains(". ");
        self.way.is_bare() && (says() || role())
    }
}

/// What parts people from titles, as printed.
const JOINTS: [(&str, Joint); 11] = [
    (": ", Joint::Colon),
    (" – ", Joint::Dash),
    (" — ", Joint::Dash),
    (" - ", Joint::Dash),
    (" / ", Joint::Slash),
    (" | ", Joint::Slash),
    (" par ", Joint::By),
    (" avec ", Joint::By),
    (" (", Joint::Bracket),
    (", ", Joint::Comma),
    (". ", Joint::Stop),
];

/// The ways in which a line may be parted.
pub(super) fn splits(entry: &Entry<'_>) -> Vec<Split> {
    let mut found = Vec::new();
    found.extend(entry.below.and_then(|below| by_line(entry, below)));
    found.extend(by_mark(&entry.text, &entry.marked));
    for (mark, joint) in JOINTS {
        found.extend(by_joint(entry, mark, joint));
    }
    found.extend(by_label(&entry.text));
    found
}

/// A title and people on two lines.
fn by_line(entry: &Entry<'_>, below: &str) -> Option<Split> {
    let text = &*entry.text;
    let split = |people_first, title: &str, (people, known)| Split {
        way: Way { people_first, joint: Joint::Line },
        title: bare(title).to_owned(),
        people,
        known,
    };
    match people(text).filter(|_| is_title(below)) {
        Some(found) => Some(split(true, below, found)),
        None => people(below).filter(|_| is_title(text)).map(|found| split(false, text, found)),
    }
}

/// A title that marks or quotation marks set apart, with people on one side of it.
fn by_mark(text: &str, marked: &[String]) -> Option<Split> {
    let Range { start, end } = marked_title(text, marked).or_else(|| quoted_title(text))?;
    let title = bare(&text[start..end]);
    let ends = |c: char| c.is_whitespace() || ",.:;/|–—-(*«»".contains(c);
    let (before, after) = (text[..start].trim_end_matches(ends), text[end..].trim_matches(ends));
    let (people_first, named) = match (before.is_empty(), after.is_empty()) {
        (true, false) => (false, after),
        (false, true) => (true, &text[..before.len()]),
        _ => return None,
    };
    // « Se loger » (Zoé Lanteri)
    let closed = named.matches(')').count() > named.matches('(').count();
    let named = if closed { named.trim_end_matches(')') } else { named };
    let (people, known) = people(named)?;
    let way = Way { people_first, joint: Joint::Mark };
    Some(Split { way, title: title.to_owned(), people, known })
}

/// Where the title stands that bold or emphasis sets apart.
fn marked_title(text: &str, marked: &[String]) -> Option<Range<usize>> {
    let titled = |words: &&str| {
        words.len() < text.len() && words.split(' ').count() >= 2 && people(words).is_none()
    };
    let marked = marked.iter().map(|words| leading_slot(words).map_or(&**words, |(_, rest)| rest));
    let title = marked.into_iter().find(titled)?;
    let start = text.find(title)?;
    Some(start..start + title.len())
}

/// Where the title stands that quotation marks set apart.
fn quoted_title(text: &str) -> Option<Range<usize>> {
    const QUOTES: [(char, char); 3] = [('«', '»'), ('“', '”'), ('"', '"')];
    let quoted = |(open, close): (char, char)| {
        let start = text.find(open)?;
        let last = text.rfind(close).filter(|last| *last > start)?;
        Some(start..last + close.len_utf8())
    };
    let found = QUOTES.into_iter().find_map(quoted)?;
    (found.len() < text.len()).then_some(found)
}

/// A title without marks, with people on the other side of a joint.
fn by_joint(entry: &Entry<'_>, mark: &str, joint: Joint) -> Option<Split> {
    let text = &*entry.text;
    // A word may be the title of a heading.
    let word = entry.class.shape == Shape::Heading;
    let mut cuts = text.match_indices(mark).map(|(at, _)| (&text[..at], &text[at + mark.len()..]));
    cuts.find_map(|(before, after)| {
        let split = |people_first, title: &str, (people, known)| Split {
            way: Way { people_first, joint },
            title: bare(title).to_owned(),
            people,
            known,
        };
        let named = if joint == Joint::Bracket { after.strip_suffix(')')? } else { after };
        let last = || {
            let found = people(named).filter(|_| is_title(before) || word && is_word(before));
            found.map(|found| split(false, before, found))
        };
        let leads = !matches!(joint, Joint::By | Joint::Bracket | Joint::Comma);
        let first = || {
            let found = people(before).filter(|_| is_title(after));
            found.map(|found| split(true, after, found))
        };
        last().or_else(|| leads.then(first).flatten())
    })
}

/// A title before a label with its people: `Se loger Intervenants : Zoé Lanteri`.
fn by_label(text: &str) -> Option<Split> {
    let opens = |at: &usize| text[at + 1..].starts_with(char::is_uppercase);
    let spaces = text.match_indices(' ').map(|(at, _)| at).filter(opens);
    spaces.take(MAX_LABELS).find_map(|at| {
        let (title, named) = (&text[..at], Text::new(&text[at + 1..]));
        let label = cue::announcement(named.both()).is_some() || named.starts_with("Par ");
        let (people, known) = people(&named).filter(|_| label && is_title(title))?;
        let way = Way { people_first: false, joint: Joint::By };
        Some(Split { way, title: bare(title).to_owned(), people, known })
    })
}

/// How many words with a capital are looked at for a label.
const MAX_LABELS: usize = 16;

/// How many words a title has at least.
const LEAST_WORDS: usize = 2;

/// Whether a text may be a title: neither people nor what somebody is or works for.
fn is_title(text: &str) -> bool {
    let text = bare(text);
    let first = text.split([' ', '\'', '’']).next().unwrap_or_default();
    let opens = starts_upper(text) || text.starts_with(|c: char| !(c.is_alphabetic() || c == '('));
    opens
        && text.split(' ').count() >= LEAST_WORDS
        && !text.ends_with([':', ',', ';'])
        && !is_body(first)
        && name::parse(text, Trust::Announced).is_none_or(|name| name.len < text.len())
}

/// Whether a text is a word with a capital.
fn is_word(text: &str) -> bool {
    starts_upper(text) && !text.contains(' ') && text.chars().count() > 3
}

/// A title without the quotation marks around it.
fn bare(title: &str) -> &str {
    let title = title.trim_matches([' ', '\u{a0}', ',', '/', '–', ':']);
    let inside = title.trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']);
    let paired = inside.matches('«').count() == inside.matches('»').count();
    if paired { inside } else { title }
}
