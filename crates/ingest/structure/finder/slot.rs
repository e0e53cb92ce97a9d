//! Lines that open or end with the time of a session: `9h15-10h30 Conférence`, `**Titre** (14h - 15h)`.

use std::sync::LazyLock;

use glane_document::{Function, SectionKind, Speaker};

use super::{Finder, MAX_ITEM, hours};
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::cue;
use crate::structure::heading::{Heading, depth, is_room, or_session, slotted, untitled};
use crate::structure::name::Trust;
use crate::structure::speaker;
use crate::structure::time::{Slot, leading_slot};
use crate::structure::timetable::broken;
use crate::words::{Text, fold, prefix, starts_upper};

/// What opens a place rather than a title after a time.
const PLACES: [&str; 6] = ["dans ", "in the ", "en salle", "au ", "à la ", "à l'"];

impl Finder<'_> {
    /// `9h15-10h30 Conférence`, or a time alone with its title below.
    pub(super) fn by_slot(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        // A title in quotation marks may follow a list of people, or stand before one.
        let quoted = || line.item && line.plain.ends_with(['»', '”']) || leads(&line.plain);
        if line.plain.len() > 300 && (line.plain.len() > MAX_ITEM || !quoted()) {
            return self.kind_in_capitals(at);
        }
        if closes_bracket(&line.plain) {
            return None;
        }
        let whole = self.cut_after_hour(rank, at);
        let end = at + 1 + usize::from(whole.is_some());
        let line = &self.lines[end - 1];
        let text = whole.as_deref().unwrap_or(self.lines[at].words().printed);
        let next =
            ["Et ", "et ", "Puis ", "puis "].iter().find_map(|joint| text.strip_prefix(joint));
        let text = next.map_or(text, |text| text.trim_start_matches(['*', '(', ' ']));
        let mut heading = slotted(text)?;
        heading.lines = at..end;
        heading.date = self.day;
        if let Some(title) = &heading.title
            && line.item
            && whole.is_none()
            && heading.end.is_none()
            && !(starts_upper(title) || title.starts_with(|c: char| c.is_ascii_digit()))
            && !prefix(text, text.len().saturating_sub(title.len())).contains([':', '–', '|'])
            && !title.contains(" : \"")
            && !title.contains(" : «")
        {
            return None;
        }
        take_broken(&mut heading, &line.raw);
        heading.take_bold(&line.raw);
        if heading.people.is_empty() {
            heading.take_before_emphasis(&line.raw);
        }
        if heading.people.is_empty() {
            heading.take_emphasised(&line.raw);
        }
        if heading.people.is_empty() {
            heading.take_authors(&line.raw);
        }
        // « 11h dans la salle 3 » says where.
        let place =
            |title: &String| PLACES.iter().any(|at| title.starts_with(at)) || is_room(title);
        if heading.title.as_ref().is_some_and(place) {
            return None;
        }
        if self.minutes && heading.title.as_deref().is_some_and(cue::tells_movement) {
            return None;
        }
        let open = heading.title.as_deref().is_some_and(is_cut);
        let wrapped = |line: &Line| {
            let small = line.plain.starts_with(char::is_lowercase);
            (small || open) && !line.raw.trim_start().starts_with('<')
        };
        if heading.title.is_some() && self.lines.get(end).is_some_and(wrapped) {
            self.continue_title(rank, &mut heading);
        }
        let whole = heading.title.clone();
        heading.split_people();
        self.people_above_title(rank, &mut heading);
        self.title_under_kind(rank, &mut heading);
        self.take_quotation_below(rank, &mut heading);
        self.take_voice_below(rank, &mut heading);
        if heading.title.is_none() {
            self.title_below(rank, &mut heading);
            heading.split_people();
        }
        // « 10h30 : Exposé de Zoé Lanteri, titre à venir » is a talk, whose title is all it says.
        if heading.title.is_none() && !heading.people.is_empty() {
            heading.title = whole;
        }
        heading.title = heading.title.map(|title| without_pointers(title, &line.raw));
        // « 14h30-16h : Atelier 2 » says enough in a list or a row.
        let apart = line.item || line.raw.trim_start().starts_with('|');
        let listed = apart && heading.number.is_some();
        (heading.title.is_some() || listed).then_some(heading)
    }

    /// The kind in capitals that a paragraph opens with after its hour: `9h30 TABLE RONDE Se loger …`.
    fn kind_in_capitals(&self, at: usize) -> Option<Heading> {
        let text = prefix(self.lines[at].words().printed, MAX_LEAD);
        let (_, rest) = leading_slot(text)?;
        let capitals = |word: &&str| word.chars().all(|c| c.is_uppercase() || "-’'".contains(c));
        let length: usize = rest
            .split_inclusive(' ')
            .take_while(|word| capitals(&word.trim_end()))
            .map(str::len)
            .sum();
        let title = rest[..length].trim_end();
        if title.len() < MIN_CAPITALS || cue::kind(title) == SectionKind::Section {
            return None;
        }
        let heading = slotted(&text[..text.len() - rest.len() + title.len()])?;
        Some(Heading { lines: at..at + 1, date: self.day, ..heading })
    }

    /// An hour and the line below that opens with a dash, as one: `9h30`, then `– 10h – Ouverture`.
    ///
    /// Several lines with a dash are a list of what goes on meanwhile.
    fn cut_after_hour(&self, rank: usize, at: usize) -> Option<String> {
        let (line, below) = (&self.lines[at], self.lines.get(at + 1)?);
        if !self.blocks[rank].contains(&(at + 1)) || hours::alone(line).is_none() {
            return None;
        }
        let dashed = |line: &Line<'_>| {
            let raw = line.raw.trim_start();
            ["– ", "— ", "- "].iter().any(|dash| raw.starts_with(dash))
        };
        let listed = self.lines.get(at + 2).is_some_and(dashed);
        let text = below.plain.trim_start_matches(['–', '—', '-', ' ']);
        let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() || "«“\"".contains(c);
        let titled = dashed(below) && !listed && text.starts_with(opens);
        titled.then(|| format!("{} – {text}", &*line.plain))
    }

    /// An item or a bold line that ends with its time in brackets: `**Titre** (14h30 - 15h30)`.
    pub(super) fn by_slot_last(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        let text = line.plain.strip_suffix(')')?;
        let (title, time) = text.rsplit_once('(')?;
        let marked = line.item || line.bold_start.is_some();
        if !marked || line.plain.len() > 250 || title.trim().is_empty() {
            return None;
        }
        let (slot, rest) = leading_slot(time)?;
        let alone = rest.trim().is_empty() && slot.end.is_some();
        let title = title.trim().trim_end_matches([',', ':', '–', '-', ' ']);
        let heading = untitled(title, depth::SLOT);
        let kind = or_session(heading.kind);
        alone.then(|| Heading {
            lines: at..at + 1,
            start: Some(slot.start),
            end: slot.end,
            date: self.day,
            kind,
            ..heading
        })
    }
}

impl Finder<'_> {
    /// The session whose title is told on a line, and whose hours stand beside it or elsewhere.
    pub(super) fn timed(&self, at: usize, title: &str, slot: Slot) -> Heading {
        let heading = untitled(title, depth::SLOT);
        Heading {
            lines: at..at + 1,
            kind: or_session(heading.kind),
            date: self.day,
            start: Some(slot.start),
            end: slot.end,
            ..heading
        }
    }

    /// A pause and its hour, beside lines that open with theirs: `Déjeuner à 12h30`.
    pub(super) fn by_hour_last(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        if line.plain.len() > MAX_PAUSE || line.level.is_some() {
            return None;
        }
        let (title, hour) = line.plain.rsplit_once(" à ")?;
        let (slot, rest) = leading_slot(hour)?;
        let pause = rest.is_empty()
            && cue::kind(title) == SectionKind::Break
            && title.split(' ').count() <= MAX_PAUSE_WORDS;
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let mut beside = beside.filter_map(|at| self.lines.get(at));
        let timed = beside.any(|line| leading_slot(line.words().printed).is_some());
        (pause && timed).then(|| Heading {
            lines: at..at + 1,
            start: Some(slot.start),
            end: slot.end,
            date: self.day,
            ..untitled(title, depth::SLOT)
        })
    }
}

/// The longest line of a pause with its hour, in bytes.
const MAX_PAUSE: usize = 60;

/// How many words name a pause at most.
const MAX_PAUSE_WORDS: usize = 3;

/// The shortest kind in capitals, in bytes.
const MIN_CAPITALS: usize = 7;

/// How much of a line a title in quotation marks takes at most, in bytes, before its people.
const MAX_LEAD: usize = 300;

/// Whether a line opens with a title in quotation marks before those who are announced for it:
/// `14h : Table ronde : « Se loger », animée par Zoé Lanteri, avec …`.
fn leads(text: &str) -> bool {
    let start = prefix(text, MAX_LEAD);
    let quotes = [('«', '»'), ('“', '”')];
    let title =
        quotes.iter().find_map(|(open, close)| Some(start.find(*open)?..start.rfind(*close)?));
    let after = title.filter(|title| !title.is_empty()).map(|title| &text[title.end..]);
    after.is_some_and(|after| {
        let after = Text::new(after.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned());
        leading_slot(text).is_some() && cue::announcement(after.both()).is_some()
    })
}

/// Whether a title is cut before its next word: « Présentation du bilan des », « Discours –  ».
fn is_cut(title: &str) -> bool {
    const JOINTS: [&str; 12] =
        ["de", "des", "du", "d'", "la", "le", "les", "et", "à", "au", "aux", "–"];
    title.rsplit_once(' ').is_some_and(|(_, last)| JOINTS.contains(&last))
}

/// Whether a line goes on with what a bracket above opened: « (17h au lieu », then « de 16h). Luc … ».
fn closes_bracket(text: &str) -> bool {
    let first = text.find(['(', ')']);
    text.starts_with(char::is_lowercase) && first.is_some_and(|at| text[at..].starts_with(')'))
}

/// Takes the title and the people that line breaks set apart: `**9h30**<br>Se loger<br>*Zoé
/// Lanteri (Ville d'Orn)*`.
fn take_broken(heading: &mut Heading, raw: &str) {
    if !raw.contains("<br") || raw.contains("<t") || raw.starts_with('|') {
        return;
    }
    let parts = broken(raw);
    let mut parts = parts.iter().map(String::as_str);
    let Some((_, rest)) = parts.next().and_then(leading_slot) else { return };
    let title = if rest.is_empty() { parts.next() } else { Some(rest) };
    let Some(title) = title else { return };
    let people: Vec<Speaker> = parts.flat_map(named).collect();
    if !people.is_empty() {
        heading.title = Some(title.to_owned());
        heading.people = people;
    }
}

/// The people of what stands below a title: announced, or the first words of a line.
fn named(text: &str) -> Vec<Speaker> {
    let announced = speaker::announced_in(text);
    if !announced.is_empty() {
        return announced;
    }
    speaker::people(text, Trust::Text, Function::Speaker)
}

/// A title without the links in brackets after it, which lead to more about it: `Atelier Haies
/// ([Programme détaillé](#haies))`.
pub(super) fn without_pointers(title: String, raw: &str) -> String {
    let mut title = title;
    while raw.contains("](")
        && let Some((before, label)) =
            title.strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && !before.trim().is_empty()
        && is_link(label, raw)
    {
        title.truncate(before.trim_end().len());
    }
    // « Habiter la ville - [Plus d'infos](habiter.html) »
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    if let Some((before, label)) = title.rsplit_once(dash).filter(|_| raw.contains("](")) {
        let label = label.trim();
        let before = before.trim_end();
        if !before.is_empty() && points(label) && raw.contains(&format!("[{label}](")) {
            title.truncate(before.len());
        }
    }
    title
}

/// Whether words say that they lead to more, and nothing else: `Plus d'infos`.
fn points(label: &str) -> bool {
    static POINTS: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:\+|plus|davantage)? ?(?:d'|de )?(?:infos?|informations?|details?)$|^(?:en savoir (?:plus|\+)|lire la suite|voir plus|s'inscrire|inscriptions?|lien)$",
        )
    });
    label.len() <= MAX_POINTER && POINTS.is_match(&fold(label))
}

/// The longest words that lead to more, in bytes.
const MAX_POINTER: usize = 40;

/// Whether words in brackets are all that a link of a line says: `[(inscription)](…)`.
fn is_link(label: &str, raw: &str) -> bool {
    raw.match_indices(label).any(|(at, _)| {
        let before = raw[..at].trim_end_matches(['*', '_']);
        let after = raw[at + label.len()..].trim_start_matches(['*', '_']);
        before.ends_with("[(") && after.starts_with(")](")
            || before.ends_with("([") && after.starts_with("](")
    })
}
