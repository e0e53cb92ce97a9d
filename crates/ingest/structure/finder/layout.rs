//! Headings that only layout tells: a short block in capitals, in bold, or above people.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Finder, join};
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::heading::{Heading, depth, numbered, or_session, room, untitled};
use crate::structure::speaker::{self, Zone};
use crate::structure::title_people::{is_participle, who_speaks};
use crate::structure::{cue, date, keyword, name};
use crate::words::{canonical, fold, is_upper, starts_upper};

impl Finder<'_> {
    /// A short block that its words, capitals, bold or what follows it make a heading.
    pub(super) fn by_layout(&self, rank: usize, headings: &[Heading]) -> Option<Heading> {
        let block = &self.blocks[rank];
        let line = &self.lines[block.start];
        let text = line.plain.trim_end_matches([':', ' ']);
        // Above text, only capitals head anything.
        let next = self.lines.get(block.start + 1).filter(|_| block.len() > 1);
        let alone = next.is_none();
        // « | Jour | Lieu | » heads the rows below it.
        let row = line.raw.starts_with('|') && text.contains(" | ");
        if self.marked_up || line.item || row || !alone && !is_upper(text) {
            return None;
        }
        let asks = line.bold && text.ends_with('?') && text.chars().count() <= 250;
        let short = text.chars().count() <= 90
            && text.chars().any(char::is_alphabetic)
            && text.split(' ').count() <= 14
            || asks;
        if !short
            || !(starts_upper(text) || line.bold_start.is_some() && opens_with_ordinal(text))
            || line.name().is_some()
            || rank > 0 && self.is_opening(headings) && names_record(text)
            || rank > 0 && self.follows_heading(rank, headings) && tells_people(line)
        {
            return None;
        }
        let ends = line.plain.ends_with(['.', ',', ';']);
        let noun = cue::opens_part(text) && text.split(' ').count() <= 8 && !ends;
        let capitals = is_upper(text) && canonical(text).len() > 5 && !ends;
        // « RECETTES », above another word in capitals or a figure, in a table that fell apart.
        let below = || self.lines[block.start + 1..].iter().find(|line| !line.is_blank());
        let open = |line: &Line<'_>| is_upper(&line.plain) || !starts_upper(&line.plain);
        let cell = !self.parts.is_empty() && !text.contains(' ') && !noun && !line.bold;
        let capitals = capitals && !(cell && below().is_some_and(open));
        let bold = (line.bold || is_bold_but_bracket(line)) && !ends && canonical(text).len() > 3;
        let above_people = || {
            rank > 0 && !ends && !self.follows_heading(rank, headings) && self.people_follow(rank)
        };
        let above_text =
            next.is_some_and(|next| !is_upper(&next.plain)) && (capitals || noun && is_upper(text));
        let bare = || self.bare_headings && heads_prose(self.lines, self.blocks, rank);
        let found = alone && (noun || capitals || bold || above_people() || bare()) || above_text;
        // `**B/ Jardins**` among parts that are numbered otherwise.
        let numbered = || numbered(text).filter(|_| line.bold);
        let heading = || numbered().unwrap_or_else(|| untitled(text, depth::PART));
        (found && !heads_nothing(line)).then(|| Heading { lines: block.clone(), ..heading() })
    }

    /// A line in bold above a person, inside a block: `**Titre**`, then `Mme Zoé LANTERI, juriste`.
    pub(super) fn by_bold(&self, rank: usize, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        if !line.bold || line.item {
            return None;
        }
        let below = self.lines.get(at + 1).filter(|_| self.blocks[rank].contains(&(at + 1)))?;
        let text = line.plain.trim_end_matches([':', ' ']);
        let titled = canonical(text).len() > 3 && text.len() <= 200;
        let named = |line: &Line<'_>| {
            line.name().is_some_and(|name| {
                name.form <= name::Form::Known
                    && line.words().printed[name.len..].trim_start().starts_with([',', '('])
            })
        };
        let attendance = || {
            let printed = line.plain.both();
            cue::lists_present(printed) || cue::lists_absent(printed)
        };
        let announces = || speaker::opens_list(line).is_some() || attendance();
        (titled && !announces() && line.name().is_none() && named(below)).then(|| {
            let heading = untitled(text, depth::SLOT);
            let kind = or_session(heading.kind);
            Heading { lines: at..at + 1, kind, ..heading }
        })
    }

    /// A line in capitals under or above lines that are not.
    pub(super) fn by_capitals(&self, rank: usize, at: usize, above: &[Heading]) -> Option<Heading> {
        let block = &self.blocks[rank];
        let text = self.lines[at].plain.trim_end_matches([':', ' ']);
        if self.marked_up || self.lines[at].item || !is_upper(text) {
            return None;
        }
        let in_capitals = |at: usize| {
            let plain = &self.lines[at].plain;
            is_upper(plain) && !plain.contains(|c: char| c.is_ascii_digit())
        };
        let in_capitals = |at: usize| block.contains(&at) && in_capitals(at);
        let beside = in_capitals(at + 1) || at > 0 && in_capitals(at - 1);
        let words = text.split(' ').count();
        let heads = !beside && (2..=12).contains(&words) && canonical(text).len() > 12;
        (heads
            && self.lines[at].name().is_none()
            && !text.ends_with(['.', ',', ';'])
            && !cue::opens_decision(text)
            && !is_postal(text)
            && !(at > 0 && self.is_opening(above) && names_record(text))
            && !(at > 0 && block.contains(&(at - 1)) && is_open_title(&self.lines[at - 1].plain))
            && !date::is_date_line(text))
        .then(|| match self.day_below(block, at) {
            Some(day) => Heading { lines: at..at + 2, ..untitled(&join(text, day), depth::PART) },
            None => Heading { lines: at..at + 1, ..untitled(text, depth::PART) },
        })
    }

    /// The day that ends a title cut before it: `CONSEIL DU`, then `3 MAI 2020`.
    fn day_below(&self, block: &Range<usize>, at: usize) -> Option<&str> {
        let below = self.lines.get(at + 1).filter(|_| block.contains(&(at + 1)))?;
        let open = is_open_title(self.lines[at].plain.trim_end());
        (open && date::is_date_line(&below.plain)).then_some(&*below.plain)
    }

    /// Whether nothing stands above but a heading that the text opens with.
    fn is_opening(&self, headings: &[Heading]) -> bool {
        let first = self.blocks.first().map(|block| block.start);
        headings.iter().all(|heading| Some(heading.lines.start) == first)
    }

    /// Whether the block stands right under a heading, whose subtitle it may be.
    fn follows_heading(&self, rank: usize, headings: &[Heading]) -> bool {
        headings.last().is_some_and(|above| self.blocks[rank - 1].end <= above.lines.end)
    }

    /// Whether the next block is a speaker's line in capitals, or says who leads: what stands above
    /// is a title.
    fn people_follow(&self, rank: usize) -> bool {
        let Some(next) = self.blocks.get(rank + 1) else { return false };
        let line = &self.lines[next.start];
        next.len() == 1 && is_led(line)
            || line.name().is_some_and(|name| name.form == name::Form::Capitals)
                && speaker::speakers(line, Zone::Body).iter().any(|speaker| speaker.role.is_some())
    }
}

/// Whether a line is no heading whatever its letters: it announces people, is a day, an address or
/// keywords, or says more of what stands above.
pub(in crate::structure) fn heads_nothing(line: &Line<'_>) -> bool {
    let text = line.plain.trim_end_matches([':', ' ']);
    let link = line.raw.trim().starts_with('[') && line.raw.trim().ends_with(')');
    if link
        || date::is_date_line(text)
        || is_postal(text)
        || keyword::keywords(line.plain.both()).is_some()
    {
        return true;
    }
    // « À ses côtés interviendront : » heads no part either.
    let announces = || {
        speaker::opens_list(line)
            .is_some_and(|function| function != glane_document::Function::Contact)
            || line.plain.ends_with(':') && cue::tells_expected(line.words())
    };
    // « Modération : Luc Perrot, Ève Tarn » names people and heads nothing.
    let names = || {
        line.plain.contains(':')
            && cue::announcement(line.words()).is_some_and(|found| {
                // « Rapporteur : la présidente du comité »
                cue::names_role(found.rest) && found.rest.len() <= 60
                    || !speaker::speakers(line, Zone::Head).is_empty()
            })
    };
    // « (Exposé 4 et atelier 3) » says more of what stands above.
    let aside = text.starts_with('(') && text.ends_with(')');
    aside || announces() || names()
}

/// Whether a line says who leads or speaks at what stands above: `Atelier animé par Zoé Lanteri`,
/// `Intervention de Luc Perrot`.
fn tells_people(line: &Line<'_>) -> bool {
    is_led(line) || who_speaks(&line.plain).is_some()
}

/// The longest line that says who leads, in bytes.
const MAX_LED: usize = 250;

/// Whether a line says by whom what stands above is led, and nothing else: `Séminaire organisé par
/// Zoé Lanteri (CNRS)`.
fn is_led(line: &Line<'_>) -> bool {
    let text = &*line.plain;
    let plain = !line.item && line.level.is_none() && text.len() <= MAX_LED;
    let led = || {
        let (before, _) = text.split_once(" par ")?;
        let (noun, participle) = before.rsplit_once(' ')?;
        let noun = noun.split(' ').next().unwrap_or_default();
        Some(is_participle(participle) && cue::is_bare_kind(noun))
    };
    plain && led() == Some(true) && !speaker::speakers(line, Zone::Body).is_empty()
}

/// Whether a line says what the document is: `PROCÈS-VERBAL`, `Compte rendu de la réunion du 3 mai`.
/// Under the name of the body that met, it heads no part.
pub(in crate::structure) fn names_record(text: &str) -> bool {
    static RECORD: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:proces[- ]verba(?:l|ux)|comptes?[- ]rendus?|releve de (?:decisions|conclusions))(?: (?:de|du|d'|des)[ a-z'-].*)?$",
        )
    });
    RECORD.is_match(&fold(text))
}

/// Whether a line is the last of a postal address: `12345 ORN-SUR-TARN`.
fn is_postal(text: &str) -> bool {
    static POSTAL: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^(?:F[ -]?)?[0-9]{5} \p{Lu}[\p{L} '’-]{1,40}$"));
    POSTAL.is_match(text)
}

/// How many words in bold a bracket may follow: « **Ysoria Belkant** (CNRS) » is somebody.
const MANY_WORDS: usize = 4;

/// Whether all of a line stands in bold but what it adds in brackets: `**Comment se loger ?** (débat)`.
fn is_bold_but_bracket(line: &Line<'_>) -> bool {
    let Some(bold) = line.bold_start.as_deref().filter(|_| !line.bold) else { return false };
    let added = line.plain.strip_prefix(bold).map(str::trim);
    bold.split(' ').count() >= MANY_WORDS
        && added.is_some_and(|added| added.starts_with('(') && added.ends_with(')'))
}

/// Whether a text opens with the rank of a part: `1er temps`, `2e séance`, `1ère partie`.
fn opens_with_ordinal(text: &str) -> bool {
    let rank = text.split(' ').next().unwrap_or_default();
    let suffix = rank.trim_start_matches(|c: char| c.is_ascii_digit());
    let ordinal = matches!(suffix, "er" | "re" | "ère" | "e" | "ème" | "nd" | "nde");
    ordinal && (1..=2).contains(&(rank.len() - suffix.len()))
}

/// Whether a title in capitals goes on below: « DÉPÔT D'UN DOSSIER POUR L'AIRE DES ».
fn is_open_title(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    is_upper(text) && matches!(last, "DE" | "DES" | "DU" | "ET" | "LA" | "LE" | "LES" | "À" | "AUX")
}

/// How many short lines alone above prose make such lines headings.
const MANY_BARE: usize = 3;

/// Whether a text without any mark has headings that only their place tells: short lines alone above
/// paragraphs.
pub(super) fn has_bare_headings(lines: &[Line<'_>], blocks: &[Range<usize>]) -> bool {
    let heads = (1..blocks.len()).filter(|&rank| heads_prose(lines, blocks, rank));
    heads.take(MANY_BARE).count() >= MANY_BARE
}

/// Whether a block is a short line, without the mark of a sentence, above a paragraph; what says
/// neither when nor where heads a list or a short paragraph too.
fn heads_prose(lines: &[Line<'_>], blocks: &[Range<usize>], rank: usize) -> bool {
    let (block, Some(next)) = (&blocks[rank], blocks.get(rank + 1)) else { return false };
    let line = &lines[block.start];
    let text = &*line.plain;
    let (letters, words) = (text.chars().count(), text.split(' ').count());
    let open = !text.ends_with(['.', ',', ';', ':', '!', '…', ')']) && starts_upper(text);
    if block.len() > 1 || line.item || line.level.is_some() || !open {
        return false;
    }
    let below = &lines[next.start];
    let long = !below.item && below.plain.len() >= 100;
    if long && below.plain.ends_with(['.', ':', ';', '!']) {
        return (8..=70).contains(&letters) && (2..=10).contains(&words);
    }
    let prose = below.plain.len() >= 60 && below.plain.ends_with(['.', ':', ';', '!', '?']);
    let told = text.contains(|c: char| c.is_ascii_digit()) || room::is_room(text);
    (4..=80).contains(&letters) && words <= 12 && !told && (below.item || prose)
}
