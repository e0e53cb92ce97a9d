//! Reads the lines under each heading: keywords, people, and where the prose starts.

use std::collections::HashSet;
use std::sync::LazyLock;

use glane_document::{DocumentKind, Function, FurnitureKind, Rule, SectionKind, Speaker};
use regex::Regex;

use crate::folded_pattern;
use crate::line::{self, Line};
use crate::structure::draft::Draft;
use crate::structure::first_names::is_first_name;
use crate::structure::heading::{is_work, or_session};
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker::{self, Zone, by_rule};
use crate::structure::{cue, date, keyword, tag, turn};
use crate::words::{self, Text, canonical, starts_upper, words};

/// Fills the people and keywords of the drafts; captions that repeat a name become furniture.
///
/// `genre` is what the cover tells the document to be.
pub(crate) fn read(
    drafts: &mut [Draft],
    lines: &[Line],
    furniture: &mut [Option<FurnitureKind>],
    genre: Option<DocumentKind>,
) {
    let habits = Habits {
        by_paragraph: paragraphs_of_people(lines, furniture) >= MANY_PARAGRAPHS,
        minutes: genre == Some(DocumentKind::Minutes),
    };
    for draft in drafts.iter_mut() {
        let attendance = draft.heading.as_ref().is_some_and(|heading| {
            let printed = Text::new(heading.printed.clone());
            cue::lists_absent(printed.both())
        });
        if !attendance && draft.kind() != SectionKind::References {
            Reader::new(draft, lines, furniture, habits).read();
        }
    }
    tag::give_turns(drafts, lines, furniture);
    let known: HashSet<String> = drafts
        .iter()
        .flat_map(|draft| &draft.speakers)
        .filter(|speaker| speaker.role.is_some() || speaker.organisation.is_some())
        .map(|speaker| canonical(&speaker.name))
        .collect();
    if !known.is_empty() {
        for draft in drafts.iter_mut() {
            set_captions_apart(draft, &known, lines, furniture);
        }
    }
}

/// How many lines a list of people may be wrapped over.
const MAX_WRAPPED: usize = 12;

/// The longest caption that names a person, in bytes.
const MAX_CAPTION: usize = 160;

/// The longest role that still goes on on the next line, in bytes.
const MAX_ROLE: usize = 400;

/// Whether a list goes on below: a bracket stays open, or a comma or « et » ends the line.
fn is_open(text: &str) -> bool {
    let depth = |mark: char| text.matches(mark).count();
    depth('(') > depth(')') || text.ends_with(',') || text.ends_with(" et") || text.ends_with(" &")
}

/// What the whole text tells of how it introduces people.
#[derive(Debug, Clone, Copy)]
struct Habits {
    /// Whether paragraphs often start with people.
    by_paragraph: bool,
    /// Whether it reports a meeting: who asks and who answers took the floor.
    minutes: bool,
}

/// How many paragraphs must start with people for the layout to be a list of them.
const MANY_PARAGRAPHS: usize = 4;

/// Paragraphs that start with a person and a role, in no list: `Zoé Lanteri, Ville d'Orn : …`.
fn paragraphs_of_people(lines: &[Line], furniture: &[Option<FurnitureKind>]) -> usize {
    let starts = (1..lines.len()).filter(|&at| lines[at - 1].is_blank() && furniture[at].is_none());
    let long = |line: &Line| line.plain.len() > 40 && !line.item && line.level.is_none();
    let people = |line: &Line| {
        line.name().is_some_and(|name| {
            name.form == Form::Known && line.words().printed[name.len..].starts_with(',')
        })
    };
    starts.filter(|&at| long(&lines[at]) && people(&lines[at])).count()
}

/// Reads one draft from top to bottom.
struct Reader<'a> {
    draft: &'a mut Draft,
    lines: &'a [Line],
    furniture: &'a [Option<FurnitureKind>],
    zone: Zone,
    /// Whether the line before introduced people, so that this one may go on with their roles.
    after_people: bool,
    in_head: bool,
    habits: Habits,
    /// Whether the paragraph lists who is excused or only present.
    absent: bool,
}

impl<'a> Reader<'a> {
    fn new(
        draft: &'a mut Draft,
        lines: &'a [Line],
        furniture: &'a [Option<FurnitureKind>],
        habits: Habits,
    ) -> Reader<'a> {
        let timed = draft.heading.as_ref().is_some_and(|heading| heading.start.is_some());
        let zone = match draft.kind() {
            // Nobody speaks during a break, but what comes next may be announced under it.
            SectionKind::Break => Zone::Body,
            _ if draft.in_timetable => Zone::Announced(Function::Speaker),
            _ if timed => Zone::Slot,
            _ => Zone::Head,
        };
        Reader {
            draft,
            lines,
            furniture,
            zone,
            after_people: false,
            in_head: true,
            habits,
            absent: false,
        }
    }

    fn read(mut self) {
        self.read_heading();
        let start =
            self.draft.heading.as_ref().map_or(self.draft.lines.start, |heading| heading.lines.end);
        let mut at = start;
        while at < self.draft.lines.end {
            let mut next = at + 1;
            if self.furniture[at].is_some() {
                self.after_people = false;
            } else if !self.lines[at].is_blank() {
                next = self.read_list(at).unwrap_or_else(|| {
                    self.read_line(at);
                    at + 1
                });
            } else {
                self.absent = false;
                self.after_people &= self.awaits_role();
            }
            at = next;
        }
    }

    /// Reads people whom an announcement lists over several lines; the line after them.
    fn read_list(&mut self, at: usize) -> Option<usize> {
        if self.absent || !is_open(&self.lines[at].plain) {
            return None;
        }
        cue::announcement(self.lines[at].words())?;
        let whole = |end: &usize| !is_open(&line::joined(&self.lines[at..*end]).plain);
        let goes_on = |&end: &usize| {
            end <= self.draft.lines.end
                && self.furniture[end - 1].is_none()
                && !self.lines[end - 1].is_blank()
        };
        let end = (at + 2..at + MAX_WRAPPED).take_while(goes_on).find(whole)?;
        let list = line::joined(&self.lines[at..end]);
        let people = speaker::speakers(&list, self.zone);
        let alone = speaker::speakers(&self.lines[at], self.zone);
        (people.len() > alone.len()).then(|| {
            self.draft.speakers.extend(people);
            self.took(end - 1, true);
            end
        })
    }

    /// People named in a heading that was kept whole: `Ouverture, par Zoé Lanteri`.
    fn read_heading(&mut self) {
        let Some(heading) = self.draft.heading.as_ref().filter(|heading| heading.people.is_empty())
        else {
            return;
        };
        let mut people = people_of_title(&heading.printed);
        if people.is_empty() && heading.number.is_none() && heading.start.is_none() {
            people = people_alone(&heading.printed);
        }
        if let Some(heading) = self.draft.heading.as_mut().filter(|_| !people.is_empty()) {
            heading.kind = or_session(heading.kind);
        }
        self.draft.speakers.extend(by_rule(people, Rule::Title));
    }

    fn read_line(&mut self, at: usize) {
        let line = &self.lines[at];
        self.absent |= cue::lists_absent(line.plain.both());
        if self.absent {
            return self.prose(line);
        }
        if let Some(keywords) = keyword::keywords(line.plain.both()) {
            self.draft.keywords.extend(keywords);
            return self.took(at, false);
        }
        let opens = self.habits.by_paragraph && at > 0 && self.lines[at - 1].is_blank();
        let zone = match self.zone {
            Zone::Body if opens => Zone::Paragraph,
            // In a list of people, those whose first names no list knows stand beside the others.
            Zone::Head | Zone::Slot if self.after_people && line.item => {
                Zone::Announced(Function::Speaker)
            }
            zone => zone,
        };
        let mut people = speaker::speakers(line, zone);
        let employer = self.lacks_role(at) && is_unsure(&people);
        if !people.is_empty() && !employer {
            self.as_authors(&mut people);
            self.draft.speakers.extend(people);
            return self.took(at, true);
        }
        if let Some(function) = speaker::opens_list(line) {
            self.zone = Zone::Announced(function);
            return self.took(at, false);
        }
        if self.continues_role(line) {
            self.extend_role(&line.plain);
            return self.took(at, true);
        }
        self.took_floor(line);
        self.prose(line);
    }

    /// People whom the body introduces.
    fn took_floor(&mut self, line: &Line) {
        let reported = if self.habits.minutes { turn::reported(line) } else { Vec::new() };
        let found = [
            (turn::turn(line).into_iter().collect(), Rule::Turn),
            (turn::in_bold(line), Rule::Bold),
            (turn::in_brackets(line), Rule::Brackets),
            (turn::expected(line), Rule::Expected),
            (reported, Rule::Reported),
        ];
        for (people, rule) in found {
            self.draft.speakers.extend(by_rule(people, rule));
        }
    }

    fn took(&mut self, at: usize, people: bool) {
        self.after_people = people;
        if self.in_head {
            self.draft.head_end = at + 1;
        }
    }

    fn prose(&mut self, line: &Line) {
        self.after_people = false;
        // Under the cover's title, lines of all kinds precede the text: only prose ends the head.
        let loose = self.draft.is_cover()
            || self.draft.in_timetable
            || line.plain.len() < 80 && !line.plain.ends_with(['.', ':', ';', ',']);
        if !loose || line.plain.len() > 160 {
            self.in_head = false;
            self.zone = Zone::Body;
        }
    }

    /// On a cover, a name with a date or alone signs the text.
    fn as_authors(&self, people: &mut [Speaker]) {
        if !self.draft.is_cover() || !self.in_head {
            return;
        }
        for person in people.iter_mut().filter(|person| person.function == Function::Speaker) {
            let dated =
                person.role.as_deref().is_some_and(|role| !date::dates(role, None).is_empty());
            if dated || person.role.is_none() {
                person.role = None;
                person.function = Function::Author;
            }
        }
    }

    /// Whether the line right above is a name without a role.
    fn lacks_role(&self, at: usize) -> bool {
        let bare = |last: &Speaker| last.role.is_none() && last.organisation.is_none();
        self.after_people
            && !self.lines[at - 1].is_blank()
            && self.draft.speakers.last().is_some_and(bare)
    }

    /// Whether a name that ends with a comma still waits for its role, blank lines or not.
    fn awaits_role(&self) -> bool {
        self.after_people
            && self
                .draft
                .speakers
                .last()
                .is_some_and(|last| last.role.is_none() && last.organisation.is_none())
            && self.lines[..self.draft.head_end]
                .last()
                .is_some_and(|line| line.plain.ends_with(','))
    }

    fn continues_role(&self, line: &Line) -> bool {
        let wraps = !starts_upper(&line.plain)
            || line.plain.starts_with('(')
            || self
                .draft
                .speakers
                .last()
                .is_some_and(|last| last.role.is_none() && last.organisation.is_none())
            || !line.plain.ends_with('.') && line.plain.len() < 90;
        let long = |role: &String| role.len() > MAX_ROLE;
        let full = self.draft.speakers.last().and_then(|last| last.role.as_ref()).is_some_and(long);
        self.after_people
            && self.zone != Zone::Body
            && !full
            && !line.item
            && line.plain.len() < 160
            && wraps
    }

    fn extend_role(&mut self, text: &str) {
        let Some(last) = self.draft.speakers.last_mut() else { return };
        match (text.strip_prefix('('), &mut last.role) {
            (Some(body), None) => last.organisation = Some(body.trim_end_matches(')').to_owned()),
            (_, Some(role)) => *role = format!("{role} {text}"),
            (_, None) => last.role = Some(text.to_owned()),
        }
    }
}

/// The people that a title names after `par` or `avec`, without what follows each.
fn people_of_title(title: &str) -> Vec<Speaker> {
    const CUES: [&str; 4] = [" par ", " avec ", "(avec ", "(par "];
    let Some((cue, at)) = CUES.iter().find_map(|cue| Some((cue, title.find(cue)? + cue.len())))
    else {
        return person_of_dated(title).into_iter().collect();
    };
    let after = &title[at..];
    if is_work(&title[..at - cue.len()]) {
        return Vec::new();
    }
    let Some(first) = name::parse(after, Trust::Announced) else {
        return of_interview(title, after);
    };
    // « par » alone announces whom no list of first names knows.
    let rest = after[first.len..].trim_start();
    let set_apart = rest.is_empty() || rest.starts_with([',', '(', ')']) || rest.starts_with("et ");
    let by = cue.contains("par") && set_apart;
    if first.form > Form::Known && !by {
        return Vec::new();
    }
    let people = speaker::people(after, Trust::Announced, Function::Speaker);
    let known =
        |person: &Speaker| by || is_first_name(person.name.split(' ').next().unwrap_or_default());
    let bare = |person| Speaker { role: None, organisation: None, ..person };
    people.into_iter().filter(known).map(bare).collect()
}

/// The first name of the person an interview is with: `Entretien avec Zoé, libraire`.
fn of_interview(title: &str, after: &str) -> Vec<Speaker> {
    static INTERVIEW: LazyLock<Regex> =
        LazyLock::new(|| folded_pattern(r"^(?:entretien|entrevue|interview|rencontre) "));
    let first = after.split([',', ' ', ':']).next().unwrap_or_default();
    let alone = after[first.len()..].is_empty() || after[first.len()..].starts_with([',', ':']);
    if !(alone && is_first_name(first) && INTERVIEW.is_match(&words::fold(title))) {
        return Vec::new();
    }
    vec![Speaker::new(first, first, Function::Speaker)]
}

/// The person whom a heading names after its date: `Séminaire, 13 avril 2018, Zoé Lanteri`.
fn person_of_dated(title: &str) -> Option<Speaker> {
    let (before, last) = title.rsplit_once([',', '–', '—', ':'])?;
    let last = last.trim();
    let name = name::parse(last, Trust::Text)
        .filter(|name| name.form <= Form::Known && name.len == last.len())?;
    (!date::dates(before, Some(2000)).is_empty())
        .then(|| Speaker::new(&name.display(), last, Function::Speaker))
}

/// The people that a heading is made of: `### Zoé Lanteri et Luc Perrot`.
fn people_alone(title: &str) -> Vec<Speaker> {
    let people = speaker::people(title, Trust::Text, Function::Speaker);
    let known = |person: &Speaker| is_first_name(person.name.split(' ').next().unwrap_or_default());
    if !people.iter().all(known) {
        return Vec::new();
    }
    let named: usize = people.iter().map(|person| words(&person.as_written).len()).sum();
    let joints = words(title).iter().filter(|word| matches!(word.as_str(), "et" | "avec")).count();
    let bodies = people.last().and_then(|last| last.role.as_deref());
    let of_bodies = bodies.map_or(0, |body| if body.len() <= 40 { words(body).len() } else { 0 });
    let opens = people.first().is_some_and(|first| title.starts_with(&first.as_written));
    let whole = named + joints + of_bodies == words(title).len();
    if opens && whole { people } else { Vec::new() }
}

/// Whether what reads as a name may be an employer: `Géographie-Cités UMR` under a name.
fn is_unsure(people: &[Speaker]) -> bool {
    people.iter().all(|person| !is_first_name(person.name.split(' ').next().unwrap_or_default()))
}

/// A name alone below the prose captions a photo when the person is introduced elsewhere.
fn set_captions_apart(
    draft: &mut Draft,
    known: &HashSet<String>,
    lines: &[Line],
    furniture: &mut [Option<FurnitureKind>],
) {
    if draft.is_cover() {
        return;
    }
    let roles: HashSet<String> = draft
        .speakers
        .iter()
        .filter_map(|speaker| speaker.role.as_deref())
        .map(canonical)
        .collect();
    let alone = |at: usize| {
        let blank = |at: Option<&Line>| at.is_none_or(Line::is_blank);
        blank(at.checked_sub(1).and_then(|at| lines.get(at))) && blank(lines.get(at + 1))
    };
    let start = draft.head_end.max(draft.lines.start);
    let mut captioned: HashSet<String> = HashSet::new();
    for at in start..draft.lines.end {
        let line = &lines[at];
        if furniture[at].is_some()
            || line.is_blank()
            || line.item
            || line.level.is_some()
            || line.plain.len() > MAX_CAPTION
            || !alone(at)
        {
            continue;
        }
        let people = speaker::speakers(line, Zone::Body);
        let caption = match &people[..] {
            [person] => {
                person.role.is_none()
                    && person.organisation.is_none()
                    && known.contains(&canonical(&person.name))
            }
            _ => !roles.is_empty() && roles.contains(&canonical(&line.plain)),
        };
        if caption {
            furniture[at] = Some(FurnitureKind::Caption);
            captioned.extend(people.iter().map(|person| canonical(&person.name)));
        }
    }
    let bare = |speaker: &Speaker| speaker.role.is_none() && speaker.organisation.is_none();
    if !captioned.is_empty() {
        draft
            .speakers
            .retain(|speaker| !(bare(speaker) && captioned.contains(&canonical(&speaker.name))));
    }
}
