//! Lines that tell the day of what follows: `Mardi 3 octobre 2023, salle B204`.

use glane_document::Rule;

use super::Finder;
use super::years::Years;
use crate::line::Line;
use crate::structure::date;
use crate::structure::heading::{Heading, dated, is_room, or_session};
use crate::structure::time::leading_slot;
use crate::words::prefix;

impl Finder<'_> {
    /// Remembers the day of a line that states one and nothing else: what follows is on it.
    pub(super) fn note_day(&mut self, at: usize, first: bool) {
        let line = &self.lines[at];
        // « [3 mai 2018](…) », a link to the day, says when the page was written.
        if line.raw.starts_with('[') && line.raw.trim_end().ends_with(')') {
            return;
        }
        // « Mardi », then « 3 octobre 2023 ».
        let weekday = || at > 0 && date::is_weekday(self.lines[at - 1].plain.folded());
        let marked = first || line.bold || line.level.is_some();
        let bare = line.plain.len() < MAX_DAY && (marked || weekday());
        let own = bare.then(|| date::leading(line.plain.both(), self.years.of(at))).flatten();
        if let Some((day, rest)) = own
            && (is_short(rest) || is_of_hours(rest))
        {
            self.day = Some(day);
        } else if line.bold
            && first
            && let Some((day, rest)) = date::leading(line.plain.both(), self.years.of(at))
            && (is_room(prefix(rest, 60)) || rest.starts_with("à "))
        {
            // « Mardi 3 octobre 2023, salle B204 de la mairie »
            self.day = Some(day);
        }
    }
}

/// How many days must head one session for a text to be a series of them.
const MANY_DAYS: usize = 2;

/// Gives the days that are headings of their own to the one session that each holds, in a text that is a
/// series of them: `## 3 mai 2018`, then `**Se loger** par Zoé Lanteri`.
pub(super) fn give_to_only_sessions(headings: &mut Vec<Heading>, lines: &[Line<'_>]) {
    let heads = |at: &usize| {
        let [day, session, after @ ..] = &headings[*at..] else { return false };
        let between = lines.get(day.lines.end..session.lines.start);
        let near = between.is_some_and(|between| between.iter().all(Line::is_blank));
        let only = after.first().is_none_or(|after| after.depth <= day.depth);
        only && near && is_day(day) && is_talk(session)
    };
    let days: Vec<usize> = (0..headings.len()).filter(heads).collect();
    if days.len() < MANY_DAYS {
        return;
    }
    for at in days.into_iter().rev() {
        let day = headings.remove(at);
        let session = &mut headings[at];
        let stated = || date::dates(&day.printed, None).first().copied();
        session.date = session.date.or(day.date).or_else(stated);
        session.lines.start = day.lines.start;
        session.depth = day.depth;
    }
}

/// Gives the days and their hours that stand alone above sessions to these, where several do: `**3 mai
/// 2018 : 18h-20h**`, then `**Se loger au bourg**`. What days head stands side by side.
pub(super) fn give_to_sessions_below(headings: &mut [Heading], lines: &[Line<'_>], years: &Years) {
    let below = |heading: &Heading| {
        let above = lines[..heading.lines.start].iter().rposition(|line| !line.is_blank())?;
        let line = &lines[above];
        let alone = line.level.is_none() && !line.item && !line.code && line.plain.len() < MAX_DAY;
        let day = alone.then(|| dated(line.plain.both(), years.of(above))).flatten()?;
        let bare = day.title.is_none() && day.people.is_empty() && date::is_date_line(&line.plain);
        (day.start.is_some() && bare).then_some((above, day))
    };
    let found: Vec<Option<(usize, Heading)>> = headings.iter().map(below).collect();
    let own = |heading: &Heading| heading.rule == Rule::Date && heading.start.is_some();
    let given = |at: &usize| found[*at].is_some() && headings[*at].start.is_none();
    let given: Vec<usize> = (0..headings.len()).filter(given).collect();
    if given.len() < MANY_DAYS {
        return;
    }
    let depth = given.iter().map(|&at| headings[at].depth).min();
    for (heading, found) in headings.iter_mut().zip(found) {
        if let Some((above, day)) = found.filter(|_| heading.start.is_none()) {
            (heading.date, heading.start, heading.end) = (day.date, day.start, day.end);
            heading.kind = or_session(heading.kind);
            heading.lines.start = above;
        } else if !own(heading) {
            continue;
        }
        heading.depth = depth.unwrap_or(heading.depth);
    }
}

/// Whether a marked-up heading is a day and nothing else.
fn is_day(heading: &Heading) -> bool {
    let bare = heading.rule == Rule::Markup && heading.start.is_none() && heading.people.is_empty();
    bare && date::is_date_line(&heading.printed)
}

/// Whether a heading without marks is a session, named with who speaks.
fn is_talk(heading: &Heading) -> bool {
    heading.rule != Rule::Markup && heading.start.is_none() && !heading.people.is_empty()
}

/// The longest line of a day, in bytes.
const MAX_DAY: usize = 100;

/// Whether hardly a word stands after a day.
fn is_short(rest: &str) -> bool {
    rest.len() < 40 && rest.chars().filter(|c| c.is_alphabetic()).count() < 12
}

/// Whether hours stand after a day, and nothing else but a bracket: `de 9h à 13h (entrée libre)`.
fn is_of_hours(rest: &str) -> bool {
    let after = leading_slot(rest).filter(|(slot, _)| slot.end.is_some()).map(|(_, after)| after);
    after.is_some_and(|after| after.is_empty() || after.starts_with('(') && after.ends_with(')'))
}

#[cfg(test)]
mod tests {
    use glane_document::Section;

    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let document = structure("programme", "programme.md", text);
        let timed = document.sections.iter().find(|section| section.start.is_some());
        let day = timed.and_then(|section| section.date).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some(expect));
    }

    #[test]
    fn a_day_may_stand_before_its_hours_alone() {
        let talks = "9h-10h Se loger\n10h-11h Se nourrir\n";
        let day = "Jeudi 3 mai 2018 de 9h à 13h (entrée libre dès huit heures et demie)";
        check(&format!("{day}\n\n{talks}"), "2018-05-03");
    }

    #[test]
    fn a_day_that_heads_one_session_is_its_day() {
        let sections = |text: &str| {
            let document = structure("programme", "programme.md", text);
            let own = document.sections.iter().filter(|section| section.title.is_some());
            let show = |section: &Section| {
                let people = section.speakers.iter().map(|person| person.name.clone());
                let date = section.date.map(|date| date.to_string());
                let told = section.title.clone().into_iter().chain(date).chain(people);
                told.collect::<Vec<_>>().join(" · ")
            };
            own.map(show).collect::<Vec<_>>()
        };
        let may = "## Jeudi 3 mai 2018\n\n**Lire au bourg** par Zoé Lanteri, juriste à Orn.\n\n";
        let june = "## Thursday 7 June 2018\n\n**Lire le soir** par Luc Perrot (Ville d'Orn)\n\n";
        assert_eq!(
            sections(&format!("# Club\n\n{may}{june}")),
            ["Lire au bourg · 2018-05-03 · Zoé Lanteri", "Lire le soir · 2018-06-07 · Luc Perrot",]
        );
        let two = format!("{may}**Dire au bourg** par Ève Tarn, maire d'Orn.\n\n");
        assert_eq!(sections(&format!("# Club\n\n{two}{two}")).len(), 6, "several on a day");
    }

    #[test]
    fn days_and_hours_above_sessions_are_theirs() {
        let shown = |text: &str| {
            let document = structure("programme", "programme.md", text);
            let timed = document.sections.iter().filter(|section| section.start.is_some());
            let show = |section: &Section| {
                let date = section.date.map(|date| date.to_string()).unwrap_or_default();
                format!("{date} {}", section.title.clone().unwrap_or_default())
            };
            timed.map(show).collect::<Vec<_>>()
        };
        let may = "***3 mai 2018 : 18.00-20.30***\n\n***Table ronde : Se loger au bourg***\n\n**Zoé Lanteri** (CNRS) : Le bail et la clé\n\n";
        let june =
            "***7 juin 2018 :18h-20h***\n\n**Luc Perrot** (Ville d'Orn) : *Le gué, la nuit*\n\n";
        let text = format!("**Programme**\n\n{may}{june}");
        assert_eq!(shown(&text), ["2018-05-03 Se loger au bourg", "2018-06-07 Le gué, la nuit"]);
    }

    #[test]
    fn a_link_to_a_day_opens_none() {
        let talks = "Jeudi 3 mai 2018 de 9h à 13h\n\n9h-10h Se loger\n10h-11h Se nourrir\n";
        check(&format!("Fête du gué\n\n[2 mars 2018](billet)\n\n{talks}"), "2018-05-03");
    }
}
