//! The dates of the event: those that the cover, the headings, the front matter or a sentence give.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use glane_document::{Document, DocumentKind, PartialDate, Section};

use super::deadlines;
use super::fields::{DATE_FIELDS, EVENT_FIELDS, PUBLISHED_FIELDS, is_date};
use super::held::{Held, held_sentences};
use super::opening;
use crate::clean::front_matter::FrontMatter;
use crate::markup;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::cover::Cover;
use crate::structure::date::{self, dates};
use crate::structure::{cue, time};
use crate::words::{Text, fold, prefix};

/// Dates of the cover, else of the titles, the headings, the front matter, the first page.
pub(super) fn event_dates(
    document: &Document,
    cover: &Cover<'_>,
    front: &FrontMatter,
    held: &OnceCell<Held>,
) -> Vec<PartialDate> {
    let own_field = front.get(&EVENT_FIELDS);
    let field = own_field.or_else(|| front.get(&DATE_FIELDS));
    let field = field.or_else(|| front.get(&PUBLISHED_FIELDS)).or_else(|| front.find(is_date));
    let titles = [&document.title, &document.subtitle, &document.event];
    let titles: Vec<&str> = titles.into_iter().flatten().map(String::as_str).collect();
    let headings: Vec<&str> =
        document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    let fields = field.map(date::of_field).unwrap_or_default();
    let year = fields.first().map(|date| date.year);
    let mut stated = dates(&titles.join("\n"), year);
    stated.extend(cover.dates());
    let named = || titles.iter().find_map(|title| date::main_year(title));
    let year = stated.first().map(|date| date.year).or_else(named).or(year);
    // Minutes name other days than their own in the items of their agenda.
    let minutes = document.kind == DocumentKind::Minutes;
    // What heads the whole stands above any text.
    let above = document.sections.iter().take_while(|section| section.text.len() < MAX_ABOVE);
    let above: Vec<&str> = above.filter_map(|section| section.title.as_deref()).collect();
    let own = headings.iter().filter(|of| !minutes || of_meeting(of) || above.contains(of));
    stated.extend(dates(&own.copied().collect::<Vec<_>>().join("\n"), year));
    let (event, published) =
        if own_field.is_some() { (fields, Vec::new()) } else { (Vec::new(), fields) };
    let full = |dates: Vec<PartialDate>| (!dates.is_empty()).then(|| days_alone(dates));
    // Beside « mars 2019 », which may date the page, a sentence that says which day says more.
    if !minutes && !stated.is_empty() && stated.iter().all(|date| date.day.is_none()) {
        let held = held.get_or_init(|| held_sentences(document));
        stated.extend(dates(&held.own, year).into_iter().filter(|date| date.day.is_some()));
    }
    let mut found = full(stated)
        .or_else(|| full(event))
        .or_else(|| {
            let held = held.get_or_init(|| held_sentences(document));
            // What minutes say of the next meeting is not when theirs was.
            let own = minutes && !published.is_empty();
            let held = if own { &held.own } else { held.told() };
            full(past(dates(held, year), held, published.first().copied()))
        })
        .or_else(|| full(published))
        .unwrap_or_else(|| without_days_of_sessions(dates(&opening(document), year), document));
    if found.is_empty() {
        found = completed(&titles.join("\n"), document);
    }
    if found.is_empty() {
        found = deadlines::of_call(document, year);
    }
    let sessions = document.sections.iter().filter_map(|section| section.date);
    let others = document.sections.iter().flat_map(other_days);
    let coming = if minutes { Vec::new() } else { coming(document, year) };
    for session in sessions.chain(others).chain(coming) {
        let covered = found.len() == 2 && found[0] <= session && session <= found[1];
        if !found.contains(&session) && !covered {
            found.push(session);
        }
    }
    found.sort_unstable();
    found.dedup();
    without_told_months(found)
}

/// Dates of the opening without those of the sessions that it names, which know their year.
fn without_days_of_sessions(dates: Vec<PartialDate>, document: &Document) -> Vec<PartialDate> {
    let days = document.sections.iter().filter_map(|section| section.date);
    let days: HashSet<(u8, Option<u8>)> = days.map(|date| (date.month, date.day)).collect();
    let other = |date: &PartialDate| !days.contains(&(date.month, date.day));
    dates.into_iter().filter(other).collect()
}

/// The days of titles that state no year, which the text states with theirs: « Réunion du 9 mai »,
/// written up on « 9 mai 2019 ».
fn completed(titles: &str, document: &Document) -> Vec<PartialDate> {
    let days = dates(titles, Some(date::ANY_YEAR));
    let days: HashSet<(u8, u8)> =
        days.iter().filter_map(|date| Some((date.month, date.day?))).collect();
    if days.is_empty() {
        return Vec::new();
    }
    let lines = document.sections.iter().flat_map(|section| section.text.lines());
    let told = lines.flat_map(|line| dates(prefix(line, MAX_LINE), None));
    let own = |date: &PartialDate| date.day.is_some_and(|day| days.contains(&(date.month, day)));
    let told: Vec<PartialDate> = told.filter(own).collect();
    // Two years of one day are those of two meetings.
    let one = told.iter().all(|date| date.year == told[0].year);
    if one { told } else { Vec::new() }
}

/// How much of a line is read for the year of such a day, in bytes.
const MAX_LINE: usize = 1_000;

/// Dates without the months of which a day is known: « séance de juin », held on the twelfth.
fn without_told_months(dates: Vec<PartialDate>) -> Vec<PartialDate> {
    let days = dates.iter().filter(|date| date.day.is_some());
    let told: HashSet<(i16, u8)> = days.map(|day| (day.year, day.month)).collect();
    let kept = |date: &PartialDate| date.day.is_some() || !told.contains(&(date.year, date.month));
    dates.into_iter().filter(kept).collect()
}

/// Dates of which « le 12 décembre dernier », published in January, is one of the year before.
fn past(dates: Vec<PartialDate>, text: &str, published: Option<PartialDate>) -> Vec<PartialDate> {
    let Some(published) = published.filter(|_| text.contains(" dernier")) else { return dates };
    let before = |date: PartialDate| {
        let later = date > published && date.year == published.year;
        let last = || PartialDate::new(date.year - 1, date.month, date.day);
        if later { last().unwrap_or(date) } else { date }
    };
    dates.into_iter().map(before).collect()
}

/// Dates without the months among days: beside a day, « juin 2024 » tells of something else.
fn days_alone(mut dates: Vec<PartialDate>) -> Vec<PartialDate> {
    if dates.iter().any(|date| date.day.is_some()) {
        dates.retain(|date| date.day.is_some());
    }
    dates
}

/// The days after the first that open the line of a dated session: `3 et 4 mai : Foire`.
fn other_days(section: &Section) -> Vec<PartialDate> {
    let Some(day) = section.date else { return Vec::new() };
    let Some(line) = section.text.lines().find(|line| !line.trim().is_empty()) else {
        return Vec::new();
    };
    let text = Text::new(markup::plain(markup::item(prefix(line, MAX_COMING)).1));
    let days = date::leading_days(text.both(), Some(day.year)).map(|(days, _)| days);
    let days = days.or_else(|| {
        // « #### Jeudi 3 mai 17h au samedi 5 mai 12h », below the title
        let below = section.text.lines().filter(|line| !line.trim().is_empty()).nth(1)?;
        section.start.filter(|_| below.starts_with('#') && below.len() < MAX_COMING)?;
        Some(dates(below, Some(day.year)))
    });
    days.filter(|days| days.contains(&day)).unwrap_or_default()
}

/// How many sections must say when they come next for these days to be of the event.
const MANY_COMING: usize = 2;

/// The days that sections give of what comes back under their headings: `Prochaine : **mercredi 30
/// septembre**`. A single one is when all meet next.
fn coming(document: &Document, year: Option<i16>) -> Vec<PartialDate> {
    let titled = document.sections.iter().filter(|section| section.title.is_some());
    let days =
        titled.filter_map(|section| section.text.lines().find_map(|line| next_day(line, year)));
    let days: Vec<PartialDate> = days.collect();
    if days.len() < MANY_COMING { Vec::new() } else { days }
}

/// The longest line that says when something comes next, in bytes.
const MAX_COMING: usize = 100;

/// The day of what comes next, where a line gives it with nothing but an hour and a place.
fn next_day(line: &str, year: Option<i16>) -> Option<PartialDate> {
    static NEXT: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^prochaine?(?: (?:date|rencontre|seance|reunion|atelier|session|rendez-vous|edition|fois))? ?:? ?(?:le )?",
        )
    });
    if line.len() > MAX_COMING || !line.contains("rochain") {
        return None;
    }
    let text = Text::new(markup::plain(markup::item(line).1));
    let day = Text::new(NEXT.after(text.both())?.to_owned());
    let (found, rest) = date::leading(day.both(), year)?;
    // « mardi 4 mai à 18h, salle des fêtes »
    let says_where =
        ["à ", "de ", "au ", "en ", "salle "].iter().any(|joint| rest.starts_with(joint));
    (rest.is_empty() || says_where || time::leading_slot(rest).is_some()).then_some(found)
}

/// The most text, in bytes, that a heading has under it which heads the whole document.
const MAX_ABOVE: usize = 200;

/// Whether a heading is that of the meeting itself: `Compte rendu de la réunion du …`.
fn of_meeting(heading: &str) -> bool {
    let folded = fold(heading);
    cue::genre(heading) == Some(DocumentKind::Minutes)
        && !folded.contains("approbation")
        && !folded.contains("adoption")
        && !folded.contains("prochain")
}

#[cfg(test)]
pub(super) mod tests {
    use super::completed;
    use crate::structure::structure;

    /// Checks the dates of a document.
    #[track_caller]
    pub(in crate::structure::metadata) fn check(text: &str, expect: &[&str]) {
        let found = structure("a", "a.md", text).dates;
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn sections_say_when_they_come_next() {
        let group = |name: &str, day: &str| format!("## {name}\n\n* {day}\n\n");
        let two = group("Chorale", "Prochaine : **mardi 4 mai**")
            + &group("Couture", "Prochaine séance : 6 juin à 18h, salle verte");
        let title = "# Ateliers, 2 mars 2019\n\n";
        check(&format!("{title}{two}"), &["2019-03-02", "2019-05-04", "2019-06-06"]);
        let one =
            group("Chorale", "Prochaine : mardi 4 mai") + &group("Couture", "Tous les jeudis");
        check(&format!("{title}{one}"), &["2019-03-02"]);
    }

    #[test]
    fn a_month_says_nothing_beside_its_day() {
        let session = |month: &str, when: &str| format!("## Séance de {month}\n\n{when}\n\n");
        let june = session("juin 2019 : Lire", "**Mardi 4 juin 2019, de 17h à 19h**");
        let july = session("juillet 2019 : Dire", "Le jour reste à dire.");
        check(&june, &["2019-06-04"]);
        check(&format!("{june}{july}"), &["2019-06-04", "2019-07"]);
    }

    #[test]
    fn a_day_that_a_sentence_tells_says_more_than_a_month() {
        let title = "# Se loger au bourg\n\nZoé Lanteri, octobre 2019\n\n## Le quai\n\n";
        check(&format!("{title}Entretien enregistré le 3 mai 2019.\n"), &["2019-05-03"]);
        check(&format!("{title}La loi du 3 mai 2019 a changé la donne.\n"), &["2019-10"]);
    }

    #[test]
    fn a_page_of_title_dates_what_it_opens() {
        let slides = "# Visite du 5 juin 2019\n\nTexte.\n\n# Bilan\n\nTexte.\n";
        let page = "# Habiter\n\nVille d'Orn\n\nClub, 3 mai 2019\n\n";
        check(&format!("{page}{slides}"), &["2019-05-03", "2019-06-05"]);
        let prose = "# Habiter\n\nLa loi du 3 mai 2019 a changé la donne.\n\n";
        check(&format!("{prose}{slides}"), &["2019-06-05"]);
    }

    #[test]
    fn sessions_know_the_year_of_their_days() {
        let days = "- 4 octobre 10h-11h : Se loger\n- 7 mars 10h-11h : Se nourrir\n";
        check(&format!("Les séminaires 2018-2019 :\n\n{days}"), &["2018-10-04", "2019-03-07"]);
    }

    #[test]
    fn a_field_may_date_the_text_by_a_name_of_its_own() {
        check("---\ntitle: Se loger\nepisodeDate: 2019-05-04\n---\n\nTexte.\n", &["2019-05-04"]);
        check("---\ntitle: Se loger\ndate_modified: 2019-05-04\n---\n\nTexte.\n", &[]);
    }

    #[test]
    fn the_text_may_state_the_year_of_a_day_in_the_title() {
        let found = |text: &str| {
            let document = structure("cr", "cr.md", text);
            let days = completed("Réunion du jeudi 9 mai", &document);
            days.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(found("Vu le 3 mai 2018. Écrit le 9 mai 2019, à Orn."), ["2019-05-09"]);
        assert!(found("Reçu le 9 mai 2018, signé le 9 mai 2019.").is_empty());
    }

    #[test]
    fn minutes_do_not_take_place_when_the_next_meeting_does() {
        let next = "## Bilan\n\nTexte.\n\nLa prochaine réunion aura lieu le 4 mai 2019.\n";
        let field = "---\ntitle: Compte rendu du bureau\ndate: 2019-03-02\n---\n\n";
        check(&format!("{field}{next}"), &["2019-03-02"]);
        let field = "---\ntitle: Se loger\ndate: 2019-03-02\n---\n\n";
        check(&format!("{field}{next}"), &["2019-05-04"]);
    }
}
