//! What a text does again and again to introduce people: a layout that returns vouches for its last
//! cases.

use glane_document::{DocumentKind, FurnitureKind, SectionKind};

use crate::line::Line;
use crate::structure::draft::Draft;
use crate::structure::heading::Heading;
use crate::structure::name::{self, Form, Trust};
use crate::structure::{small_name, title_people, turn};

/// What the whole text tells of how it introduces people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    /// Whether paragraphs often start with people.
    pub(super) by_paragraph: bool,
    /// Whether names in bold introduce people all along the text.
    pub(super) bold_people: bool,
    /// Whether several headings are names of people: so are those that no list of first names knows.
    pub(super) named_headings: bool,
    /// Whether several headings are people and what they are.
    pub(super) introduced: bool,
    /// Whether most timed headings that say no kind are names: so are those that no list knows.
    pub(super) named_slots: bool,
    /// Whether several headings are people told by their civilities.
    pub(super) civil_headings: bool,
    /// Whether several headings say whose words stand below.
    pub(super) signed_headings: bool,
    /// Whether several headings are names in small letters.
    pub(super) small_names: bool,
    /// Whether it reports a meeting: who asks and who answers took the floor.
    pub(super) minutes: bool,
    /// Whether it is the record of an assembly, where a full stop parts who speaks from what is said.
    pub(super) assembly: bool,
    /// Whether names alone on a line stand above what is said, which opens with a dash.
    pub(super) dashed: bool,
    /// Whether several quotations stand before the names of those who said them, and nothing else.
    pub(super) quotes: bool,
    /// Whether it tells of talks, with the bodies of those who gave them.
    pub(super) tells_of_talks: bool,
    /// The width at which its paragraphs are cut into lines, in characters.
    pub(super) width: Option<usize>,
}

impl Habits {
    /// The habits of a text; `genre` is what its cover tells it to be.
    pub(super) fn of(
        drafts: &[Draft],
        lines: &[Line<'_>],
        furniture: &[Option<FurnitureKind>],
        genre: Option<DocumentKind>,
    ) -> Habits {
        Habits {
            by_paragraph: has_paragraphs_of_people(lines, furniture),
            bold_people: has_lines_with_bold_names(lines),
            named_headings: has_headings(drafts, |text| {
                !title_people::people_alone(text).is_empty()
            }),
            introduced: has_headings(drafts, title_people::is_introduced),
            named_slots: has_named_slots(drafts),
            civil_headings: has_headings(drafts, |text| {
                title_people::person_with_civility(text).is_some()
            }),
            signed_headings: has_headings(drafts, |text| {
                title_people::person_of_words(text).is_some()
            }),
            small_names: has_headings(drafts, small_name::is_known),
            minutes: genre == Some(DocumentKind::Minutes) || reports_speech(lines),
            assembly: {
                let turn =
                    |line: &&Line<'_>| turn::presides(line) || turn::of_assembly(line).is_some();
                lines.iter().filter(turn).take(MANY_TURNS).count() == MANY_TURNS
            },
            dashed: has_dashed_turns(lines),
            quotes: lines.iter().filter_map(turn::after_quotation).take(MANY_QUOTED).count()
                == MANY_QUOTED,
            tells_of_talks: {
                let told = lines.iter().filter(|line| line.level.is_none());
                told.flat_map(turn::told_with_bodies).take(MANY_TURNS).count() == MANY_TURNS
            },
            width: width(lines),
        }
    }
}

/// How many quotations must stand before names.
const MANY_QUOTED: usize = 2;

/// How many turns of an assembly make a text the record of one.
const MANY_TURNS: usize = 3;

/// The longest line of who speaks above a dash, in bytes.
const MAX_VOICE: usize = 120;

/// Whether many lines are a name, a role or none, above what is said: `Zoé Lanteri, juriste.`, then
/// `– Bonjour à tous`.
fn has_dashed_turns(lines: &[Line<'_>]) -> bool {
    let dashed = (1..lines.len()).filter(|&at| opens_with_dash(&lines[at]));
    let above =
        |at: usize| lines[at.saturating_sub(3)..at].iter().rev().find(|line| !line.is_blank());
    let named = dashed.filter(|&at| above(at).is_some_and(is_voice));
    named.take(MANY_TURNS).count() == MANY_TURNS
}

/// Whether a line may be who speaks, and nothing else.
pub(super) fn is_voice(line: &Line<'_>) -> bool {
    let text = &*line.plain;
    let short = text.len() <= MAX_VOICE && line.level.is_none() && !line.item;
    let name = || name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty());
    short
        && name().is_some_and(|name| {
            matches!(text[name.len..].trim_end(), "" | "." | ":")
                || text[name.len..].starts_with(',')
        })
}

/// Whether a line opens with the dash of what somebody says: `– Bonjour`, `\-Bonjour`, no item.
pub(super) fn opens_with_dash(line: &Line<'_>) -> bool {
    let text = line.raw.trim_start();
    let said = text.strip_prefix(['–', '—']).or_else(|| text.strip_prefix("\\-"));
    let said = said.or_else(|| text.strip_prefix('-').filter(|said| !said.starts_with([' ', '-'])));
    said.is_some_and(|said| {
        said.trim_start().starts_with(|c: char| c.is_uppercase() || "«\"“".contains(c))
    })
}

/// How many lines must open with somebody who speaks for a text to report speech.
const MANY_REPORTED: usize = 4;

/// A shorter line is no paragraph, in bytes.
const MIN_PARAGRAPH: usize = 80;

/// Whether lines often open with a name and a verb of speech: `Zoé Lanteri demande …`.
fn reports_speech(lines: &[Line<'_>]) -> bool {
    let opens = |line: &&Line<'_>| line.name().is_some() && turn::opens_speech(line);
    let found = lines.iter().filter(opens).take(MANY_REPORTED).count();
    // A short text may hold nothing else.
    let paragraphs = || lines.iter().filter(|line| line.plain.len() > MIN_PARAGRAPH).count();
    found == MANY_REPORTED || found + 1 == MANY_REPORTED && paragraphs() <= MANY_REPORTED
}

/// How many headings must be names of people for the others to be read so.
const MANY_NAMED: usize = 3;

/// Whether many headings are people, as a rule tells.
fn has_headings(drafts: &[Draft], of_people: impl Fn(&str) -> bool) -> bool {
    let headings = drafts.iter().filter_map(|draft| draft.heading.as_ref());
    let named = headings.filter(|heading| of_people(&heading.printed));
    named.take(MANY_NAMED).count() == MANY_NAMED
}

/// Whether many timed headings are made of known names, and most of those that say no kind.
fn has_named_slots(drafts: &[Draft]) -> bool {
    let headings = drafts.iter().filter_map(|draft| draft.heading.as_ref());
    let (mut named, mut slots) = (0, 0);
    for heading in headings.filter(|heading| is_plain_slot(heading)) {
        slots += 1;
        named += usize::from(!title_people::people_alone(&heading.printed).is_empty());
    }
    named >= MANY_NAMED && named * 2 > slots
}

/// Whether a heading has a time and says no kind: a break is named by nobody.
pub(super) fn is_plain_slot(heading: &Heading) -> bool {
    heading.start.is_some() && heading.kind == SectionKind::Session
}

/// How many lines must set names in bold for all such names to be of people who appear.
const MANY_BOLD: usize = 3;

/// Whether many lines hold a full name in bold, and nothing else inside the marks.
fn has_lines_with_bold_names(lines: &[Line<'_>]) -> bool {
    let long = lines.iter().filter(|line| line.in_bold && line.plain.len() > 60);
    let named = long.filter(|line| !turn::bold_names(line).is_empty());
    named.take(MANY_BOLD).count() == MANY_BOLD
}

/// How many paragraphs must start with people for the layout to be a list of them.
const MANY_PARAGRAPHS: usize = 4;

/// Whether many paragraphs start with a person and a role, in no list: `Zoé Lanteri, Ville d'Orn : …`.
fn has_paragraphs_of_people(lines: &[Line<'_>], furniture: &[Option<FurnitureKind>]) -> bool {
    let starts = (1..lines.len()).filter(|&at| lines[at - 1].is_blank() && furniture[at].is_none());
    let long = |line: &Line<'_>| line.plain.len() > 40 && !line.item && line.level.is_none();
    let people = |line: &Line<'_>| {
        line.name().is_some_and(|name| {
            name.form == Form::Known && line.words().printed[name.len..].starts_with(',')
        })
    };
    let found = starts.filter(|&at| long(&lines[at]) && people(&lines[at]));
    found.take(MANY_PARAGRAPHS).count() == MANY_PARAGRAPHS
}

/// How many lines a paragraph has that shows at which width it was cut.
const MANY_LINES: usize = 4;

/// The widths at which texts are cut.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=130;

/// How far from the width a line may end before a word that would have fitted: some cut by hand.
const RAGGED: usize = 12;

/// The width at which paragraphs are cut, where one shows it: no line has room for the next word.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let paragraphs = lines.chunk_by(|one, next| one.goes_on() && next.goes_on());
    let widths = paragraphs.filter(|paragraph| paragraph.len() >= MANY_LINES).filter_map(|of| {
        let width = of.iter().map(Line::width).max().filter(|width| WIDTHS.contains(width))?;
        of.windows(2).all(|pair| is_cut(&pair[0], &pair[1], width)).then_some(width)
    });
    widths.max()
}

/// Whether a line had no room left, at a width, for the first word of the next; one that ends with
/// a mark of its own was broken on purpose.
pub(super) fn is_cut(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    if line.raw.ends_with(['\\', '>']) || line.raw.ends_with("  ") {
        return false;
    }
    let word = next.raw.split_whitespace().next().map_or(0, |word| word.chars().count());
    line.width() + 1 + word + RAGGED > width
}

/// The shortest line that a paragraph is cut at where nothing tells the width, in characters.
const MIN_WIDTH: usize = 60;

/// Whether a long line ends in the middle of a sentence that goes on below with a small letter.
pub(super) fn is_open(line: &Line<'_>, next: &Line<'_>) -> bool {
    let broken = line.raw.ends_with(['\\', '>']) || line.raw.ends_with("  ");
    !broken
        && line.width() >= MIN_WIDTH
        && !line.plain.ends_with(['.', ':', ';', '!', '?', '»', ')'])
        && next.plain.starts_with(char::is_lowercase)
}
