//! What a heading says: its kind, number, title, time, and the people it names.

mod ordinal;
pub(crate) mod room;

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{Keyword, PartialDate, Rule, SectionKind, Speaker, TimeOfDay};

use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::time::{HOUR, Slot, leading_slot, range};
use crate::structure::{cue, date};
use crate::words::{Folded, fold, starts_upper};
pub(crate) use ordinal::opens_with_rank;
use room::after_room;
pub(crate) use room::{is_room, lists_places, without_room};

/// What opens a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The lines that it takes.
    pub(crate) lines: Range<usize>,
    /// What it tells the section to be.
    pub(crate) kind: SectionKind,
    /// Its number or letter.
    pub(crate) number: Option<String>,
    /// Its words without kind and number.
    pub(crate) title: Option<String>,
    /// The heading as printed, on one line.
    pub(crate) printed: String,
    /// The page that the table of contents gives.
    pub(crate) page: Option<u32>,
    /// The day that it names.
    pub(crate) date: Option<PartialDate>,
    /// When the section starts.
    pub(crate) start: Option<TimeOfDay>,
    /// When it ends.
    pub(crate) end: Option<TimeOfDay>,
    /// How deep it stands: a heading contains the deeper ones that follow it.
    pub(crate) depth: u8,
    /// The people that it names.
    pub(crate) people: Vec<Speaker>,
    /// The keywords that it states.
    pub(crate) keywords: Vec<Keyword>,
    /// The rule that found it.
    pub(crate) rule: Rule,
}

/// A heading's own depth by the way it was recognised, when it has no mark-up level.
pub(crate) mod depth {
    pub(crate) const PART: u8 = 30;
    pub(crate) const UNIT: u8 = 50;
    pub(crate) const SLOT: u8 = 60;
    /// Depth of a mark-up level, between those.
    pub(crate) fn of_level(level: u8) -> u8 {
        level * 10 + 5
    }
}

static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?i:(ateliers?|tables?[ -]rondes?|sessions?|s[ée]ances?|th[èe]mes?|axes?|parties?|pl[ée]ni[èe]res?|conf[ée]rences?|modules?|s[ée]quences?|panels?|chapitres?|volets?|parcours|forums?|carrefours?|plateaux?|points?|jours?|journ[ée]es?|[ée]tapes?|phases?|blocs?|le[çc]ons?|cours|niveaux?|d[ée]lib[ée]rations?|interventions?|communications?|expos[ée]s?|pr[ée]sentations?))\s*(?:[nN][°ºo]\s*)?(?:([0-9]{4,8}[-/][0-9]{1,3}(?:[-/][0-9]{1,3})?|[0-9]{1,3}|[IVX]{1,5})(?-u:\b)(?:\s*[:.|–—/,-]+\s*|\s+|$)|([A-H])(?:\s*[:.|–—/-]+\s*|$))(.*)$",
    )
});
static UNNUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?i:(ateliers?|tables?[ -]rondes?|panels?|conf[ée]rences?|pl[ée]ni[èe]res?|allocutions?|th[èe]mes?|axes?|topics?|sujets?))\s*(?:[:|–—]|\s-\s)\s*(\S.*)$",
    )
});

/// Whether a line is a label with a number and a mark after it: `Session II - Titre`.
pub(crate) fn is_numbered_label(line: &str) -> bool {
    static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^\p{L}+(?:[ -]\p{L}+)? (?:[nN][°ºo] ?)?(?:[0-9]{1,2}|[IVX]{1,5}) ?(?:[:|–—-]|$)")
    });
    NUMBERED.is_match(line) && !line.ends_with('.') && is_labelled(line)
}

/// Whether a line is a [`labelled`] heading.
pub(crate) fn is_labelled(line: &str) -> bool {
    LABEL.is_match(line) || UNNUMBERED.is_match(line)
}

/// Whether a folded line opens with a noun that labels headings: the expressions above are slow.
pub(crate) fn may_be_labelled(folded: &str) -> bool {
    static NOUN: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:atelier|table|session|seance|theme|axe|partie|pleniere|conference|module|sequence|panel|chapitre|volet|parcours|forum|carrefour|plateau|allocution|point|jour|etape|phase|bloc|lecon|cours|niveau|topic|sujet|deliberation|intervention|communication|expose|presentation)",
        )
    });
    NOUN.is_match(folded) || opens_with_rank(folded)
}

/// A heading with a kind and a number: `ATELIER N° 3 : Titre`, `Thème 2 | Titre`, `Table ronde – Titre`,
/// `Deuxième partie : Titre`.
pub(crate) fn labelled(text: &str) -> Option<Heading> {
    if let Some(found) = LABEL.captures(text) {
        let number = found.get(2).or_else(|| found.get(3)).map(|number| number.as_str().to_owned());
        let heading = label(text, &found[1], &found[4]);
        return Some(Heading { number: heading.number.clone().or(number), ..heading });
    }
    let unnumbered = UNNUMBERED.captures(text).map(|found| label(text, &found[1], &found[2]));
    unnumbered.or_else(|| ordinal::labelled(text))
}

fn label(printed: &str, noun: &str, title: &str) -> Heading {
    let kind = match cue::kind(&format!("{} 1", fold(noun).trim_end_matches('s'))) {
        SectionKind::Section => SectionKind::Theme,
        kind => kind,
    };
    let depth = if kind == SectionKind::Theme { depth::PART } else { depth::UNIT };
    let title = without_room(without_slot(title.trim()).trim_end_matches([':', '|']).trim());
    let title = without_aside(title);
    // « Jour 1, atelier 2 »: what the day holds tells more than the day.
    if let Some(inner) = fold(noun).starts_with("jour").then(|| labelled(title)).flatten() {
        let (start, end) = range(printed).map_or((None, None), |slot| (Some(slot.start), slot.end));
        let whole = || Some(without_slot(printed).to_owned());
        let title = inner.title.or_else(whole);
        return Heading { title, start, end, printed: printed.to_owned(), ..inner };
    }
    let heading = Heading { kind, depth, ..untitled(printed, depth) };
    // « Table ronde 2 à 17h : Titre »
    let (slot, title) =
        leading_slot(title).map_or((None, title), |(slot, rest)| (Some(slot), rest));
    let title = (!title.is_empty()).then(|| title.to_owned());
    let start = heading.start.or(slot.map(|slot| slot.start));
    let end = heading.end.or(slot.and_then(|slot| slot.end));
    Heading { title, start, end, ..heading }
}

/// A title without what a label adds in brackets before it: `(en ligne). Se loger`.
fn without_aside(title: &str) -> &str {
    let after = title.strip_prefix('(').and_then(|aside| aside.split_once(')'));
    let mark = [". ", " : ", ": ", " – ", " - "];
    let titled = after.and_then(|(_, after)| mark.iter().find_map(|mark| after.strip_prefix(mark)));
    titled.map_or(title, str::trim_start)
}

/// A heading with a number and no noun: `II. Titre`, `3/ Titre`, `3.a Titre`, `1.2.1 Titre`.
pub(crate) fn numbered(text: &str) -> Option<Heading> {
    static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(\d{1,2}\.[a-h])[.)]?\s+|(\d{1,2}(?:\.\d{1,2}){1,3})\s+|(\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-H])\s?(?:[.)/]|\s[–—-])\s*)(\p{L}.*|«.*)$",
        )
    });
    let found = NUMBER.captures(text)?;
    let number = found.get(1).or(found.get(2)).or(found.get(3))?.as_str().to_owned();
    let title = found[4].trim().to_owned();
    Some(Heading { number: Some(number), ..untitled(&title, depth::PART) })
}

/// A heading with a time: `9h15-10h30 – Titre`, `Titre (de 14h à 16h)` is not one.
pub(crate) fn slotted(text: &str) -> Option<Heading> {
    let (slot, rest) = leading_slot(text)?;
    let rest = after_room(rest);
    let mut heading = labelled(rest).unwrap_or_else(|| untitled(rest, depth::SLOT));
    let title = heading
        .title
        .take()
        .map(|title| {
            // « 9h;Accueil;; » is a row whose last cells are empty.
            without_room(without_duration(&title).trim_end_matches(';')).to_owned()
        })
        // « 14h30 - 18h (horaire confirmé) » has no title.
        .filter(|title| !(title.is_empty() || title.starts_with('(') && title.ends_with(')')));
    heading.kind = or_session(heading.kind);
    Some(Heading { title, start: Some(slot.start), end: slot.end, depth: depth::SLOT, ..heading })
}

/// A heading with a date, then a time, a title or both: `Mardi 3 juin, 14h-16h : Titre`.
///
/// A date without a year takes `year`.
pub(crate) fn dated(text: Folded<'_>, year: Option<i16>) -> Option<Heading> {
    let several =
        || date::leading_days(text, year).and_then(|(days, rest)| Some((*days.first()?, rest)));
    let (date, rest) = several().or_else(|| date::leading(text, year))?;
    let untimed = || {
        let (title, slot) =
            slot_last(rest).map_or((rest, None), |(title, slot)| (title, Some(slot)));
        let (start, end) = (slot.map(|slot| slot.start), slot.and_then(|slot| slot.end));
        Heading { start, end, ..untitled(title, depth::SLOT) }
    };
    let heading = slotted(rest).unwrap_or_else(untimed);
    // « salle B204 » says where, « CEST » whose time it is, not what.
    let colon = text.printed[..text.printed.len() - rest.len()].trim_end().ends_with(':');
    // « Mardi 3 juin : repeindre la salle »
    let small = |title: &str| colon && title.split(' ').count() >= SMALL_TITLE;
    let titled = |title: &String| (starts_upper(title) || small(title)) && !is_room(title);
    let title = heading.title.clone().filter(titled);
    Some(Heading {
        date: Some(date),
        kind: or_session(heading.kind),
        title,
        printed: text.printed.to_owned(),
        ..heading
    })
}

/// How many words a title has that opens with a small letter after a date and a colon.
const SMALL_TITLE: usize = 3;

/// What has a time or a date and no kind of its own is a session.
pub(crate) fn or_session(kind: SectionKind) -> SectionKind {
    if kind == SectionKind::Section { SectionKind::Session } else { kind }
}

impl Heading {
    /// Sets apart the hour after the date that opens the line: `Mardi 3 juin à 18h – Se loger`.
    pub(crate) fn take_hour_of_date(&mut self, line: Folded<'_>, year: Option<i16>) {
        let day = line.folded.starts_with(|c: char| c.is_ascii_digit() || "lmjvsd".contains(c));
        let Some(found) = day.then(|| dated(line, year)).flatten() else { return };
        if let (Some(start), Some(title)) = (found.start, found.title) {
            (self.start, self.end) = (Some(start), found.end);
            self.kind = or_session(cue::kind(&title));
            self.title = Some(title);
        }
    }

    /// Sets apart the hour after the title: `Visite du quai - 9h30`.
    pub(crate) fn take_last_hour(&mut self) {
        if let Some(title) = self.title.as_deref().filter(|_| self.start.is_none())
            && let Some((title, hour)) = last_hour(title)
        {
            (self.title, self.start) = (Some(title.to_owned()), Some(hour));
        }
    }
}

/// Drops a duration at the end of a title: `(1h15')`.
fn without_duration(title: &str) -> String {
    static DURATION: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"\s*\((?:\d{1,2}\s?h\s?\d{0,2}|\d{1,3})\s*(?:'|’|′|mn|min|minutes)?\)\s*$")
    });
    DURATION.replace(title.trim(), "").trim_end_matches([':', ',']).trim().to_owned()
}

/// A title without the hours after it: `Habiter la ville — 16:00–18:00`.
fn without_slot(title: &str) -> &str {
    static SLOT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(&format!(r"\s*(?:[,|–—]|\s-)\s*(?:de )?{HOUR}\s*(?:-|–|—|à)\s*{HOUR}$"))
    });
    let cut = title.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'h' | 'H'));
    let slot = if cut { SLOT.find(title) } else { None };
    slot.map_or(title, |slot| &title[..slot.start()])
}

/// A title and the hours after it, where a place may follow them: `Visite du quai - 9h-10h30 - Orn`.
fn slot_last(title: &str) -> Option<(&str, Slot)> {
    static SLOT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(&format!(
            r"(\s*[-–—,|]|[»”)])\s+(?:de )?({HOUR}\s*(?:-|–|—|à)\s*{HOUR})(?:\s*[-–—,|]\s.{{0,80}}|\s+[-–—,|(].{{0,80}})?$"
        ))
    });
    let found = if title.contains(['h', 'H', ':']) { SLOT.captures(title)? } else { return None };
    let (slot, _) = leading_slot(&found[2])?;
    // A title keeps the quotation mark that it ends with.
    let mark = found.get(1)?;
    let closes = mark.as_str().starts_with(['»', '”', ')']);
    let title = title[..if closes { mark.end() } else { mark.start() }].trim_end();
    (!title.is_empty()).then_some((title, slot))
}

/// A title and the hour after it: `Visite du quai - 9h30`.
fn last_hour(title: &str) -> Option<(&str, TimeOfDay)> {
    let (title, hour) = title.rsplit_once([',', '|', '–', '—', '-'])?;
    let (slot, rest) = leading_slot(hour.trim())?;
    let apart = rest.is_empty()
        && slot.end.is_none()
        && title.ends_with(' ')
        && hour.contains(['h', 'H', ':']);
    Some((title.trim_end(), slot.start)).filter(|(title, _)| apart && !title.is_empty())
}

/// A heading that says its title and, where stated, its time.
pub(crate) fn untitled(printed: &str, depth: u8) -> Heading {
    let slot: Option<Slot> = range(printed);
    let title = without_slot(printed.trim_end_matches([':', ' '])).to_owned();
    Heading {
        lines: 0..0,
        kind: cue::kind(printed),
        number: None,
        title: (!title.is_empty()).then_some(title),
        printed: printed.to_owned(),
        page: None,
        start: slot.map(|slot| slot.start),
        end: slot.and_then(|slot| slot.end),
        depth,
        date: None,
        people: Vec::new(),
        keywords: Vec::new(),
        rule: Rule::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[test]
    fn labels_give_kind_and_number() {
        let heading = labelled("ATELIER N° 3 : SE LOGER").unwrap();
        assert_eq!(
            (heading.kind, heading.number.as_deref(), heading.title.as_deref()),
            (SectionKind::Workshop, Some("3"), Some("SE LOGER"))
        );
        assert_eq!(labelled("Table ronde – Habiter").unwrap().kind, SectionKind::Roundtable);
        assert_eq!(labelled("Thème 2 | Manger").unwrap().kind, SectionKind::Theme);
        assert_eq!(labelled("Atelier animé par Zoé"), None);
        let talk = labelled("Intervention 2 : Se loger").unwrap();
        assert_eq!((talk.number.as_deref(), talk.title.as_deref()), (Some("2"), Some("Se loger")));
        assert_eq!(labelled("Interventions du public"), None);
        let online = labelled("Séance 2 (en ligne). Se loger").unwrap();
        assert_eq!(online.title.as_deref(), Some("Se loger"));
        let stage = labelled("Plateau 2 : Se loger").unwrap();
        assert_eq!((stage.kind, stage.number.as_deref()), (SectionKind::Roundtable, Some("2")));
    }

    #[test]
    fn numbers_of_several_levels_need_no_mark() {
        let shown = |text: &str| numbered(text).map(|found| (found.number, found.title));
        let found = |number: &str, title: &str| Some((Some(number.into()), Some(title.into())));
        assert_eq!(shown("1.2.1 Se loger"), found("1.2.1", "Se loger"));
        assert_eq!(shown("0.1 Objectifs :"), found("0.1", "Objectifs"));
        assert_eq!(shown("3. Se loger"), found("3", "Se loger"));
        assert_eq!(shown("3 communes"), None);
    }

    #[test]
    fn slots_give_times_and_lose_durations() {
        let heading = slotted("14h30-15h45 - Un plan pour le réseau (1h15')").unwrap();
        assert_eq!(heading.title.as_deref(), Some("Un plan pour le réseau"));
        assert_eq!(
            (heading.start.unwrap().to_string(), heading.end.unwrap().to_string()),
            ("14:30".to_owned(), "15:45".to_owned())
        );
    }

    #[test]
    fn hours_after_a_title_are_left_out_of_it() {
        let title = |text: &str| untitled(text, depth::PART).title.unwrap();
        assert_eq!(title("Habiter la ville — 16:00–18:00"), "Habiter la ville");
        assert_eq!(title("Habiter la ville, 9h30-10h"), "Habiter la ville");
        assert_eq!(title("Habiter en 2020-2021"), "Habiter en 2020-2021");
    }

    #[test]
    fn hours_after_a_title_may_be_written_in_any_way() {
        let last =
            |text: &'static str| slot_last(text).map(|(title, slot)| (title, slot.start.hour));
        assert_eq!(last("Visite du quai - 9:30-12:00 - salle 24"), Some(("Visite du quai", 9)));
        assert_eq!(
            last("Visite du quai - 10 h 00-12 h 30- salle 24"),
            Some(("Visite du quai", 10))
        );
        assert_eq!(last("Visite du quai - 12-14"), None);
    }

    #[test]
    fn an_hour_after_a_title_is_when_it_starts() {
        let take = |text: &str| {
            let mut heading = untitled(text, depth::PART);
            heading.take_last_hour();
            (heading.title.unwrap(), heading.start.map(|start| start.to_string()))
        };
        assert_eq!(take("Visite du quai - 9h30"), ("Visite du quai".into(), Some("09:30".into())));
        assert_eq!(take("Visite du quai - 9:30"), ("Visite du quai".into(), Some("09:30".into())));
        assert_eq!(take("Le plan Horizon-2h"), ("Le plan Horizon-2h".into(), None));
        assert_eq!(take("Visite du quai - 12"), ("Visite du quai - 12".into(), None));
    }

    #[test]
    fn what_a_day_holds_tells_more_than_the_day() {
        let heading = labelled("Jour 2, atelier 3 — 9:30–10:30").unwrap();
        assert_eq!((heading.kind, heading.number.as_deref()), (SectionKind::Workshop, Some("3")));
        assert_eq!(heading.title.as_deref(), Some("Jour 2, atelier 3"));
        assert_eq!(heading.start.unwrap().to_string(), "09:30");
    }

    #[test]
    fn a_dated_line_may_lack_a_title() {
        let line = Text::new("17 janvier 2023, 14 h – 16 h, salle B204".to_owned());
        let heading = dated(line.both(), None).unwrap();
        assert_eq!((heading.title, heading.start.is_some()), (None, true));
        let line = Text::new("Mardi 3 juin, 14h : Habiter".to_owned());
        let heading = dated(line.both(), Some(2020)).unwrap();
        assert_eq!(heading.title.as_deref(), Some("Habiter"));
        let title = |line: &str| {
            let line = Text::new(line.to_owned());
            dated(line.both(), Some(2020)).and_then(|heading| heading.title)
        };
        let small = title("Mardi 3 juin : repeindre la salle - 9h-12h");
        assert_eq!(small.as_deref(), Some("repeindre la salle"));
        assert_eq!(title("Mardi 3 juin repeindre la salle"), None);
        let quoted = title("Mardi 3 juin : Lecture « Habiter » 12h30-14h - Mairie");
        assert_eq!(quoted.as_deref(), Some("Lecture « Habiter »"));
        assert_eq!(title("3 et 4 juin : Habiter").as_deref(), Some("Habiter"));
    }
}
