//! The title of a heading that goes on, or only starts, on the lines below.

use std::sync::LazyLock;

use glane_document::{SectionKind, Speaker};

use super::authors::authors;
use super::voices::quoted;
use super::{Finder, ends_sentence, join};
use crate::clean::block::is_link;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::heading::{Heading, is_room, labelled, lists_places, or_session, slotted};
use crate::structure::name::{self, Trust};
use crate::structure::speaker::{self, Zone};
use crate::structure::time::leading_slot;
use crate::structure::title_people::{people_last, people_only};
use crate::structure::{cue, date, keyword};
use crate::words::{Text, fold, is_upper, starts_upper};

/// The longest title of a series with what it is this time, in bytes.
const MAX_SERIES: usize = 250;

/// The longest item that is the title of a time, in bytes.
const MAX_ITEM_TITLE: usize = 160;

/// The longest line of a day and its hours, in bytes.
const MAX_DATE: usize = 100;

/// The longest text that is looked at for a title, in bytes.
const MAX_TITLE: usize = 900;

impl Finder<'_> {
    /// « 9h30 Zoé Lanteri (CNRS) et Luc Perrot » above its title: who speaks comes first.
    pub(super) fn people_above_title(&self, rank: usize, heading: &mut Heading) {
        let Some(title) = heading.title.clone().filter(|_| heading.people.is_empty()) else {
            return;
        };
        let mut people = people_only(&title);
        // A title in quotation marks below vouches for any name.
        if people.is_empty() && quoted(self.lines, heading.lines.end).is_some() {
            people = named_alone(&title);
        }
        if people.is_empty() {
            return;
        }
        heading.title = None;
        heading.people = people;
        self.title_below(rank, heading);
        heading.title.get_or_insert(title);
    }

    /// « 9h-10h Rencontre » right above its title says what the title is of.
    pub(super) fn title_under_kind(&self, rank: usize, heading: &mut Heading) {
        let kind = |title: &&String| cue::is_bare_kind(title) && heading.people.is_empty();
        let Some(title) = heading.title.as_ref().filter(kind).cloned() else { return };
        let next = heading.lines.end;
        let below = self.block_of(rank, next).is_some_and(|block| next > block.start);
        if below && !self.lines[next].item {
            heading.title = None;
            self.title_below(rank, heading);
            heading.title.get_or_insert(title);
        }
    }

    /// Adds to a title of a series what it is this time, in bold and in quotation marks on the line
    /// below: `14h30 : Lire au gué`, then `**« Les ponts d'Orn »**`.
    pub(super) fn take_quotation_below(&self, rank: usize, heading: &mut Heading) {
        let next = heading.lines.end;
        let Some(title) = heading.title.as_ref().filter(|_| heading.people.is_empty()) else {
            return;
        };
        let below = self.blocks.get(rank).is_some_and(|block| block.contains(&next));
        let Some(line) = self.lines.get(next).filter(|line| below && line.bold) else { return };
        let text = line.plain.trim_end_matches([',', '.', ' ']);
        let open = |text: &str| text.contains(['"', '«', '“']);
        let quoted = open(text.get(..3).unwrap_or_default()) && text.ends_with(['"', '»', '”']);
        if quoted && !open(title) && title.len() + text.len() <= MAX_SERIES {
            heading.title = Some(join(title, text));
            heading.lines.end = next + 1;
        }
    }

    /// Takes for its title the only item of the list under a heading with a time and nothing else:
    /// `### 9h-9h30`, then `- Ouverture`.
    pub(super) fn take_only_item(&self, heading: &mut Heading) {
        let Some(at) = self.next_full_line(heading.lines.end) else { return };
        let item = |line: &Line<'_>| line.item || line.raw.starts_with([' ', '\t']);
        let below = self.next_full_line(at + 1).map(|next| &self.lines[next]);
        let line = &self.lines[at];
        let titled = line.plain.len() <= MAX_ITEM_TITLE && !line.plain.ends_with(['.', ':', ';']);
        if !line.item || below.is_some_and(item) || !titled || self.is_head_line(line) {
            return;
        }
        heading.kind = or_session(cue::kind(&line.plain));
        heading.title = Some(line.plain.to_string());
        heading.lines.end = at + 1;
        heading.split_people();
    }

    /// Takes for its title the line alone under a heading with a time and nothing else: `### 9h30`,
    /// then `**Se loger**`.
    pub(super) fn take_line_below(&self, heading: &mut Heading) {
        let Some(at) = self.next_full_line(heading.lines.end) else { return };
        let line = &self.lines[at];
        let alone = self.lines.get(at + 1).is_none_or(Line::is_blank);
        let short = line.plain.len() <= MAX_ITEM_TITLE && !line.plain.ends_with(['.', ':', ';']);
        let titled = alone && short && starts_upper(&line.plain) && !is_room(&line.plain);
        if !titled || line.item || line.level.is_some() || self.is_head_line(line) {
            return;
        }
        let label = labelled(&line.plain);
        let number = label.as_ref().and_then(|label| label.number.clone());
        let title = label.and_then(|label| label.title);
        heading.kind = or_session(cue::kind(&line.plain));
        heading.number = number;
        heading.title = Some(title.unwrap_or_else(|| line.plain.to_string()));
        heading.lines.end = at + 1;
        heading.split_people();
    }

    /// Takes the title from the block below, unless that is keywords, people or prose.
    pub(super) fn title_below(&self, rank: usize, heading: &mut Heading) {
        let next = self.next_full_line(heading.lines.end);
        let Some(start) = next.filter(|&at| self.lines[at].level.is_none() && !self.lines[at].item)
        else {
            return;
        };
        let Some(block) = self.blocks[rank..].iter().find(|block| block.contains(&start)) else {
            return;
        };
        let (mut end, mut text) = (start, String::new());
        for at in start..block.end {
            let line = &self.lines[at];
            let long = text.len() > MAX_TITLE;
            let goes_on = continues(&text, &line.plain) || opens_label(&text, line);
            if long || at > start && !goes_on || self.is_head_line(line) {
                break;
            }
            text = join(&text, &line.plain);
            end = at + 1;
        }
        let prose = !starts_upper(&text)
            || text.chars().count() > 220
                && heading.people.is_empty()
                && people_last(&text).is_none()
            || text.chars().count() > 700
            || text.ends_with('.')
                && text.split(' ').count() > 6
                && !(heading.start.is_some() && self.people_are_below(end));
        let timed = heading.start.is_some() && heading.number.is_none();
        if let Some(label) = (prose && timed).then(|| label_of_prose(&self.lines[start])).flatten()
        {
            heading.kind = or_session(cue::kind(label));
            heading.title = Some(label.to_owned());
            return;
        }
        let label = labelled(&text);
        let labelled_alone =
            label.is_some() && (heading.number.is_some() || heading.start.is_none());
        // « Mardi 10 juin : Se loger » is a session of its own.
        let other =
            heading.date.is_some() && date::leading(Text::new(&*text).both(), Some(2000)).is_some();
        let aside = lists_places(&text) || invites(&text);
        if text.is_empty() || prose || labelled_alone || other || aside || slotted(&text).is_some()
        {
            return;
        }
        heading.lines.end = end;
        heading.printed = join(&heading.printed, &text);
        if heading.kind == SectionKind::Session {
            heading.kind = or_session(cue::kind(&text));
        }
        heading.title = Some(text);
        // « 14h00 » above « Session 1 – Titre »: the label tells what the slot is of.
        if let Some(label) = label.filter(|label| label.title.is_some()) {
            heading.kind = or_session(label.kind);
            heading.number = label.number;
            heading.title = label.title;
        }
        self.continue_title(rank, heading);
    }

    /// Joins the lines below to a title that the table of contents gives as one, or that a line
    /// break cut.
    pub(super) fn continue_title(&self, rank: usize, heading: &mut Heading) {
        while let Some(at) = self.next_full_line(heading.lines.end) {
            let line = &self.lines[at];
            let Some(title) = heading.title.clone() else { return };
            let same_block = self
                .block_of(rank, at)
                .is_some_and(|block| block.contains(&(heading.lines.end - 1)));
            let longer = join(&heading.printed, &line.plain);
            let listed =
                line.plain.len() > 8 && self.contents.opens_with(&fold(&longer), self.entry);
            let cut = same_block
                && continues(&title, &line.plain)
                && title.len() + line.plain.len() < 220;
            if self.is_head_line(line) || line.level.is_some() || line.item || !(listed || cut) {
                return;
            }
            heading.title = Some(join(&title, &line.plain));
            heading.printed = longer;
            heading.lines.end = at + 1;
        }
    }

    /// Takes the day and the hours of the line below a label with its title: `Séance 2. Se loger`,
    /// then `1er juin, 10h-12h`.
    pub(super) fn take_date_below(&self, heading: &mut Heading) {
        let wanting = heading.number.is_some() && heading.date.is_none() && heading.start.is_none();
        let below = || self.next_full_line(heading.lines.end);
        let Some(at) = wanting.then(below).flatten() else { return };
        let line = &self.lines[at];
        if line.level.is_some() || line.plain.len() > MAX_DATE {
            return;
        }
        let Some((day, rest)) = date::leading(line.plain.both(), self.years.of(at)) else { return };
        let rest = rest.trim_start_matches([',', ':', '–', '—', '-', '|', ' ']);
        let Some((slot, place)) = leading_slot(rest) else { return };
        if !(place.is_empty() || is_room(place)) {
            return;
        }
        heading.date = Some(day);
        (heading.start, heading.end) = (Some(slot.start), slot.end);
        heading.lines.end = at + 1;
    }

    /// Whether the first full line from one on announces people.
    fn people_are_below(&self, from: usize) -> bool {
        let next = self.next_full_line(from).map(|at| &self.lines[at]);
        next.is_some_and(|line| {
            speaker::opens_list(line).is_some() || cue::announcement(line.plain.both()).is_some()
        })
    }

    fn is_head_line(&self, line: &Line<'_>) -> bool {
        keyword::keywords(line.plain.both()).is_some()
            || is_link(line.plain.folded())
            || !speaker::speakers(line, Zone::Head).is_empty()
            || speaker::opens_list(line).is_some()
    }
}

/// Names and the bodies after them, with nothing else: `Ysoria Belkant (Ville d'Orn)`.
fn named_alone(text: &str) -> Vec<Speaker> {
    let name = name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty());
    let says = cue::kind(text) != SectionKind::Section;
    name.filter(|_| !says).and_then(|_| authors(text, true)).unwrap_or_default()
}

/// Whether a text says how to take part and nothing else: `Inscription ici`, `Entrée libre`.
fn invites(text: &str) -> bool {
    static INVITES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:inscriptions?|reservations?|billetterie|entree|acces|gratuit)(?: (?:ici|libre|gratuite?|payante?|obligatoires?|requises?|en ligne|sur place|souhaitee?s?|conseillee?s?|et|sur inscription|sur reservation))*[ .!:]*$",
        )
    });
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.len() <= MAX_INVITATION && INVITES.is_match(&fold(text))
}

/// The longest line that says how to take part, in bytes.
const MAX_INVITATION: usize = 80;

/// What a paragraph opens with and then tells of: `Visite du quai : nous avons suivi la berge …`.
fn label_of_prose<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    let (label, told) = line.plain.split_once(" : ").or_else(|| line.plain.split_once(": "))?;
    let label = label.trim_end();
    let short = label.len() <= MAX_PROSE_LABEL && label.split(' ').count() >= 2;
    let titled = short && starts_upper(label) && !label.contains(['.', ',', ';', '?', '!']);
    let prose = told.len() >= MIN_PROSE && told.starts_with(char::is_lowercase);
    let first = label.split(' ').next().unwrap_or_default();
    let other = || is_room(label) || cue::opens_part(label) || cue::is_role(first);
    (titled && prose && !other()).then_some(label)
}

/// The longest label of a paragraph, in bytes.
const MAX_PROSE_LABEL: usize = 70;

/// The shortest paragraph that a label opens, in bytes.
const MIN_PROSE: usize = 100;

/// Whether a line goes on with a label that lacks its number or its title yet: `Atelier` above `2 :
/// Se loger`, `Atelier 2 :` above `Se loger`.
fn opens_label(before: &str, line: &Line<'_>) -> bool {
    if before.len() > MAX_LABEL {
        return false;
    }
    let number = |text: &str| labelled(text).filter(|label| label.number.is_some());
    match number(before) {
        Some(label) => label.title.is_none() && before.ends_with(':') && starts_upper(&line.plain),
        None => {
            let opens = line.plain.starts_with(|c: char| c.is_ascii_digit());
            opens && number(&join(before, &line.plain)).is_some()
        }
    }
}

/// The longest label without its title, in bytes.
const MAX_LABEL: usize = 30;

/// Whether a line goes on with the sentence of the one before: both wrap one title.
fn continues(before: &str, line: &str) -> bool {
    !ends_sentence(before)
        && leading_slot(line).is_none()
        && (line.chars().next().is_some_and(|c| c.is_lowercase() || c == '«' || c == '(')
            || before.ends_with([',', ':', '-', '–', '&'])
            || is_upper(before) && is_upper(line)
            || before.split(' ').next_back().is_some_and(|last| {
                last.chars().count() <= 3 && last.chars().all(char::is_lowercase)
            }))
}
