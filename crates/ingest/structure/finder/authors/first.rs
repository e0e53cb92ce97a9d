//! Talks whose authors stand before a title that bold or emphasis sets apart: `- Zoé Lanteri et Luc
//! Perrot, **Habiter la ville**`, the title on the same line or below; those whose authors do, with
//! their body, before a colon ([`labelled`]).

mod labelled;

use std::sync::LazyLock;

use glane_document::{SectionKind, Speaker};

use super::{MANY_TALKS, MAX_TITLE, Talk, UNDER, authors};
use crate::line::Line;
use crate::markup::{self, Run};
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::finder::voices::first_words;
use crate::structure::time::leading_slot;
use crate::structure::title_people::people_only;
use crate::structure::{cue, date, speaker};

/// Over how many lines below the first one authors and title may go on.
const MAX_BELOW: usize = 3;

/// The longest line that is looked at, in bytes.
const MAX_LINE: usize = 2_000;

/// How many runs of emphasis are looked at: authors may stand in bold as well.
const MAX_RUNS: usize = 16;

/// How many words a title has at least.
const LEAST_WORDS: usize = 3;

/// How many words most titles have: the body that somebody belongs to is shorter.
const MANY_WORDS: usize = 5;

/// Whether the folded words of a heading say that talks stand below it.
pub(in crate::structure::finder) fn tells_talks(folded: &str) -> bool {
    static TALKS: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:communications|exposes|presentations|interventions|conferences|seances?|sessions?|programme)\b",
        )
    });
    TALKS.is_match(folded)
}

/// The talks below headings, days or hours that announce some, where the layout is one of talks.
pub(super) fn talks(lines: &[Line<'_>]) -> Vec<Talk> {
    let mut above = Above::default();
    let mut found: Vec<Talk> = Vec::new();
    let labels = !labelled::are_turns(lines);
    for at in 0..lines.len() {
        above.pass(&lines[at]);
        let taken = found.last().is_some_and(|last| last.lines.contains(&at));
        if above.opened.is_some() && !taken {
            let own = labels.then(|| labelled::talk(lines, at)).flatten();
            found.extend(own.or_else(|| talk(lines, at, above.timed)));
        }
    }
    let count = |fits: fn(&Talk) -> bool| found.iter().filter(|talk| fits(talk)).count();
    let known = count(|talk| talk.people.iter().any(speaker::has_known_first_name));
    let long = count(|talk| talk.title.split(' ').count() >= MANY_WORDS);
    // « Zoé Lanteri, *Laboratoire d'hydrologie d'Orn* »
    let roles = count(|talk| tells_role(&talk.title));
    if known < MANY_TALKS || 2 * known < found.len() || 2 * long < found.len() {
        return Vec::new();
    }
    if 4 * roles > found.len() {
        found.retain(|talk| !tells_role(&talk.title));
    }
    found
}

/// What the headings and the hours above a line tell of it.
struct Above {
    /// The level of the last heading.
    level: u8,
    /// The level of the heading under which talks stand.
    opened: Option<u8>,
    /// Whether hours stand between that heading and the line.
    timed: bool,
    /// Whether the last line is a day in bold: what it heads is a session.
    dated: bool,
}

impl Default for Above {
    fn default() -> Above {
        Above { level: 6, opened: None, timed: false, dated: false }
    }
}

impl Above {
    fn pass(&mut self, line: &Line<'_>) {
        let text = &*line.plain;
        if text.is_empty() || line.code || text.len() > MAX_TITLE {
            return;
        }
        let timed = leading_slot(line.words().printed).is_some();
        let of_day = line.bold && date::is_date_line(text);
        let dated = std::mem::replace(&mut self.dated, of_day);
        let Some(level) = line.level else {
            if timed || of_day || line.bold && tells_talks(line.plain.folded()) {
                self.opened.get_or_insert(self.level);
                self.timed = timed;
            }
            return;
        };
        (self.level, self.timed) = (level, timed);
        let references = || cue::kind(text) == SectionKind::References;
        if timed || dated || tells_talks(line.plain.folded()) || date::is_date_line(text) {
            self.opened = Some(level);
        } else if self.opened.is_some_and(|opened| level <= opened) || references() {
            self.opened = None;
        }
    }
}

/// The talk that an item or a paragraph opens with; below hours, where a text appeared may follow.
fn talk(lines: &[Line<'_>], at: usize, timed: bool) -> Option<Talk> {
    let line = &lines[at];
    let opens = line.item || at == 0 || lines[at - 1].is_blank();
    let fits = opens && line.level.is_none() && !line.code && line.raw.len() <= MAX_LINE;
    if !fits || !line.words().printed.starts_with(char::is_uppercase) {
        return None;
    }
    // Most paragraphs hold no emphasis.
    let marked = |line: &Line<'_>| memchr::memchr2(b'*', b'_', line.raw.as_bytes()).is_some();
    if !lines[at..].iter().take(MAX_BELOW + 2).any(marked) {
        return None;
    }
    let mut raw = markup::item(&line.raw).1.to_owned();
    let mut end = at + 1;
    let (people, title, after) = loop {
        if let Some((people, title, after)) = authors_then_title(&raw) {
            break (people, title, after.to_owned());
        }
        let next = lines.get(end).filter(|next| next.goes_on() && next.raw.len() <= MAX_LINE)?;
        if end > at + MAX_BELOW {
            return None;
        }
        raw.push(' ');
        raw.push_str(next.raw.trim());
        end += 1;
    };
    // « Zoé Lanteri, *Habiter la ville*, Presses d'Orn, 2003 » is a book.
    let after = after.trim_start_matches([',', '.', ' ']);
    let alone =
        after.is_empty() || after.starts_with(|c: char| "([".contains(c) || c.is_ascii_digit());
    let below = lines[end..].iter().take(MAX_BELOW).take_while(|line| line.goes_on());
    let dated = || gives_year(after) || below.into_iter().any(|line| gives_year(&line.plain));
    (timed || alone && !dated()).then_some(Talk { lines: at..end, title, people, depth: UNDER })
}

/// Whether a text holds a year.
pub(in crate::structure::finder) fn gives_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(|number| number.len() == 4 && ["19", "20"].iter().any(|of| number.starts_with(of)))
}

/// Whether what should be a title opens as what somebody is, or as whom they work for.
pub(crate) fn tells_role(title: &str) -> bool {
    cue::names_role(first_words(title))
}

/// The authors that a text opens with, the title in bold or in emphasis after them, and what follows
/// it; some of the authors may stand in bold as well.
pub(crate) fn authors_then_title(raw: &str) -> Option<(Vec<Speaker>, String, &str)> {
    let named = |run: &Run<'_>| {
        let words = markup::plain(run.inside);
        authors(words.trim_matches([',', ' ']), true)
    };
    let mut runs = markup::runs(raw).take(MAX_RUNS);
    // « Deep Learning for Rural Roads » reads as names do that no list knows.
    let capitals = |run: &Run<'_>| {
        let unknown = |people: &[Speaker]| !people.iter().any(speaker::has_known_first_name);
        run.inside.split(' ').count() >= MANY_WORDS && named(run).is_some_and(|it| unknown(&it))
    };
    let run = runs.find(|run| named(run).is_none() || capitals(run) || is_apart(raw, run))?;
    let title = markup::plain(run.inside);
    let title = title.trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']).trim_end_matches('.');
    let titled = title.starts_with(|c: char| !c.is_lowercase())
        && title.len() <= MAX_TITLE
        && title.split(' ').count() >= LEAST_WORDS;
    let before = markup::plain(&raw[..run.start]);
    let before = before
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end_matches([',', '.', ':', ';', ' ', '–', '—', '-']);
    if !titled || before.len() > speaker::MAX_BYTES {
        return None;
    }
    let people = authors(before, true).unwrap_or_else(|| people_only(before));
    (!people.is_empty()).then(|| (people, title.to_owned(), &raw[run.end..]))
}

/// Whether nothing but a run of emphasis follows people outside it, one of whom a list knows, where it
/// names nobody that one does: `Zoé Lanteri, **The Rural Roads**`.
fn is_apart(raw: &str, run: &Run<'_>) -> bool {
    let unknown = |words: &str| {
        let people = authors(words, true).unwrap_or_default();
        !people.iter().any(speaker::has_known_first_name)
    };
    let words = |text| markup::plain(text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let before = &raw[..run.start];
    let plain = !before.contains(['*', '_']) && words(&raw[run.end..]).is_empty();
    plain && !unknown(&words(before)) && unknown(&words(run.inside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;
    use crate::structure::finder::authors::tests::shown;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        assert_eq!(shown(&talks(&lines(text))), expect);
    }

    const ITEMS: &str = "+ Zoé Lanteri, Ysoria M. Belkant and Luc Perrot, **Habiter la ville à plusieurs**\n+ Paul Roc. **Manger au bourg sans voiture**\n";

    #[test]
    fn authors_stand_before_the_titles_of_their_talks() {
        let found = [
            "Habiter la ville à plusieurs: Zoé Lanteri, Ysoria M. Belkant, Luc Perrot",
            "Manger au bourg sans voiture: Paul Roc",
        ];
        check(&format!("### Session Logement\n\n**Modération :** à venir\n\n{ITEMS}"), &found);
        check(&format!("## Mardi 3 juin 2025\n\n{ITEMS}"), &found);
        // Nothing says that these are talks.
        check(ITEMS, &[]);
        check(&format!("## Programme\n\n# Publications\n\n{ITEMS}"), &[]);
    }

    #[test]
    fn words_with_capitals_are_titles_where_no_first_name_is_known() {
        let items = "- Zoé Tarn, **Towards Faster Deep Flows and Graph Maps**\n- **Paul Roc and Zoé Anna Maria Tarn**, **Mapping Rural Roads**\n";
        check(
            &format!("## Session 2\n\n{items}{ITEMS}"),
            &[
                "Towards Faster Deep Flows and Graph Maps: Zoé Tarn",
                "Habiter la ville à plusieurs: Zoé Lanteri, Ysoria M. Belkant, Luc Perrot",
                "Manger au bourg sans voiture: Paul Roc",
            ],
        );
    }

    #[test]
    fn few_words_with_capitals_are_a_title_after_a_known_first_name() {
        let items = "- Paul Roc, **The Rural Roads**\n- Ysor Tarn, **The Rural Roads**\n";
        check(
            &format!("## Session 2\n\n{items}{ITEMS}"),
            &[
                "The Rural Roads: Paul Roc",
                "Habiter la ville à plusieurs: Zoé Lanteri, Ysoria M. Belkant, Luc Perrot",
                "Manger au bourg sans voiture: Paul Roc",
            ],
        );
    }

    #[test]
    fn authors_may_be_strung_together() {
        let items = "- Lanteri, Zoé Perrot, Luc, **Habiter la ville à plusieurs**\n- Paul ROC Zoé TARN. **Manger au bourg sans voiture**\n";
        check(
            &format!("## Session 2\n\n{items}"),
            &[
                "Habiter la ville à plusieurs: Zoé Lanteri, Luc Perrot",
                "Manger au bourg sans voiture: Paul Roc, Zoé Tarn",
            ],
        );
    }

    #[test]
    fn a_title_may_stand_below_authors_some_of_whom_are_in_bold() {
        let items = "* 📶 Paul Roc, **Ysoria Belkant**\n_Habiter la ville à plusieurs_, 12-24\n([Article](a.pdf)).\n\n* **Luc Perrot**, Zoé Tarn,\n_Manger au bourg sans voiture_, dans : Actes, 2024\n";
        check(
            &format!("## Session 1\n\n* **9h - 10h** Exposés :\n\n{items}"),
            &[
                "Habiter la ville à plusieurs: Paul Roc, Ysoria Belkant",
                "Manger au bourg sans voiture: Luc Perrot, Zoé Tarn",
            ],
        );
    }

    #[test]
    fn books_and_bodies_in_emphasis_are_no_talks() {
        let books = "- Zoé Lanteri, *Habiter la ville à plusieurs*, Presses d'Orn, 2003\n- Paul Roc, *Manger au bourg sans voiture*, 2004\n";
        check(&format!("## Programme\n\n{books}"), &[]);
        let bodies = "- Zoé Lanteri, *Laboratoire d'hydrologie d'Orn et du Val*\n- Paul Roc, *Directeur du musée d'Orn et du Val*\n";
        check(&format!("## Session 1\n\n{bodies}"), &[]);
        let short = "- Zoé Lanteri, *Maison des arts*\n- Paul Roc, *Les Champs libres*\n";
        check(&format!("## Session 1\n\n{short}"), &[]);
    }
}
