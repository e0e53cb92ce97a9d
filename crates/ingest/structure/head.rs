//! Reads the lines under each heading: keywords, people, and where the prose starts.

mod attended;
mod day;
mod habits;
mod listed;
mod role;
mod wrapped;

use glane_document::{DocumentKind, Function, FurnitureKind, Rule, SectionKind, Speaker};

use crate::line::Line;
use crate::structure::draft::Draft;
use crate::structure::heading::or_session;
use crate::structure::speaker::{self, Zone, by_rule};
use crate::structure::timetable::rosters;
use crate::structure::{caption, cue, date, keyword, small_name, tag, title_people, turn};
use crate::words::Text;
use habits::{Habits, is_plain_slot};

/// Fills the people and keywords of the drafts; captions that repeat a name become furniture.
///
/// `genre` is what the cover tells the document to be.
pub(crate) fn read(
    drafts: &mut [Draft],
    lines: &[Line<'_>],
    furniture: &mut [Option<FurnitureKind>],
    genre: Option<DocumentKind>,
) {
    day::give_titles(drafts, lines);
    let habits = Habits::of(drafts, lines, furniture, genre);
    for draft in drafts.iter_mut() {
        let attendance = draft.heading.as_ref().is_some_and(|heading| {
            let printed = Text::new(heading.printed.clone());
            cue::lists_absent(printed.both())
        });
        if attendance {
            attended::read_officers(draft, lines, furniture);
        } else if draft.kind() != SectionKind::References {
            Reader::new(draft, lines, furniture, habits).read();
        }
    }
    for roster in rosters(lines) {
        attended::give_roster(roster, drafts, lines);
    }
    tag::give_turns(drafts, lines, furniture, genre);
    listed::give_to_sections(drafts);
    let introduced = caption::Introduced::of(drafts);
    if !introduced.is_empty() {
        for draft in drafts.iter_mut() {
            caption::set_captions_apart(draft, &introduced, lines, furniture);
        }
    }
}

/// The longest role that still goes on on the next line, in bytes.
const MAX_ROLE: usize = 400;

/// How many lines from a blank one on a list may go on.
const MAX_BLANK: usize = 4;

/// Reads one draft from top to bottom.
struct Reader<'a> {
    draft: &'a mut Draft,
    lines: &'a [Line<'a>],
    furniture: &'a [Option<FurnitureKind>],
    zone: Zone,
    /// Whether the line before introduced people, so that this one may go on with their roles.
    after_people: bool,
    in_head: bool,
    habits: Habits,
    /// Whether the public asks and answers here.
    exchange: bool,
    /// Whether the paragraph lists who is excused or only present.
    absent: bool,
}

impl<'a> Reader<'a> {
    fn new(
        draft: &'a mut Draft,
        lines: &'a [Line<'a>],
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
        let listed =
            draft.heading.as_ref().and_then(|heading| speaker::function_of(&heading.printed));
        let zone = listed.map_or(zone, Zone::Announced);
        let heading = draft.heading.as_ref();
        let exchange = heading.is_some_and(|heading| cue::heads_exchange(&heading.printed));
        Reader {
            draft,
            lines,
            furniture,
            zone,
            after_people: false,
            in_head: true,
            habits,
            exchange,
            absent: false,
        }
    }

    fn read(mut self) {
        self.read_heading();
        self.read_bold();
        self.read_point();
        let start =
            self.draft.heading.as_ref().map_or(self.draft.lines.start, |heading| heading.lines.end);
        let mut at = start;
        while at < self.draft.lines.end {
            let mut next = at + 1;
            if self.furniture[at].is_some() || self.lines[at].code {
                self.after_people = false;
            } else if !self.lines[at].is_blank() {
                next = self.read_list(at).unwrap_or_else(|| self.read_paragraph(at));
            } else {
                self.absent = self.absent && self.lists_on(at);
                self.after_people &= self.awaits_role(at);
            }
            at = next;
        }
    }

    /// People named in a heading that was kept whole: `Ouverture, par Zoé Lanteri`.
    fn read_heading(&mut self) {
        if self.read_label_of_heading() {
            return;
        }
        let Some(heading) = self.draft.heading.as_ref().filter(|heading| heading.people.is_empty())
        else {
            return;
        };
        let slot = self.habits.named_slots && is_plain_slot(heading);
        let mut people =
            if slot { title_people::people_among_names(&heading.printed) } else { Vec::new() };
        if people.is_empty() {
            people = title_people::people_of_title(&heading.printed);
        }
        // A name that refers to an encyclopedia is that of somebody told about.
        let told =
            self.lines[heading.lines.clone()].iter().any(|line| line.raw.contains("wikipedia.org"));
        if people.is_empty() && heading.number.is_none() && !told {
            people = title_people::people_alone(&heading.printed);
        }
        if people.is_empty() {
            people = title_people::people_in_square_brackets(&heading.printed);
        }
        if people.is_empty() {
            people = title_people::people_with_title(&heading.printed);
        }
        if people.is_empty() && self.habits.named_headings && !told && self.tells_of_talk() {
            people = title_people::people_among_names(&heading.printed);
        }
        if people.is_empty() && self.habits.introduced && !told {
            people.extend(title_people::person_introduced(&heading.printed));
        }
        if people.is_empty() && self.habits.civil_headings && !told {
            people.extend(title_people::person_with_civility(&heading.printed));
        }
        if people.is_empty() && self.habits.signed_headings && !told {
            people.extend(title_people::person_of_words(&heading.printed));
        }
        if people.is_empty() && self.habits.small_names && !told {
            people.extend(small_name::person_in_small(&heading.printed));
        }
        if let Some(heading) = self.draft.heading.as_mut().filter(|_| !people.is_empty()) {
            heading.kind = or_session(heading.kind);
        }
        self.draft.speakers.extend(by_rule(people, Rule::Title));
    }

    /// People whom a label announces in the brackets that end the title; whether there are any.
    fn read_label_of_heading(&mut self) -> bool {
        let heading = self.draft.heading.as_mut().filter(|heading| heading.people.is_empty());
        let Some(title) = heading.and_then(|heading| heading.title.as_mut()) else { return false };
        let Some((own, people)) = title_people::people_labelled_last(title) else { return false };
        let own = own.to_owned();
        *title = own;
        self.draft.speakers.extend(by_rule(people, Rule::Title));
        true
    }

    /// People in bold on the line of a title that names others.
    fn read_bold(&mut self) {
        let Some(heading) = self.draft.heading.as_mut().filter(|found| !found.people.is_empty())
        else {
            return;
        };
        if !self.habits.bold_people || heading.lines.len() != 1 {
            return;
        }
        let people = turn::bold_with_role(&self.lines[heading.lines.start]);
        let others = people
            .into_iter()
            .filter(|one| heading.people.iter().all(|person| person.name != one.name));
        self.draft.speakers.extend(by_rule(others.collect(), Rule::Bold));
    }

    /// What is said of a point of minutes stands on the line of its label.
    fn read_point(&mut self) {
        let Some(heading) = self.draft.heading.as_ref().filter(|found| found.rule == Rule::Number)
        else {
            return;
        };
        let (at, length) = (heading.lines.start, heading.printed.len());
        let line = &self.lines[at];
        if line.bold_start.is_some() && !line.bold && line.plain.len() > 2 * length {
            self.draft.head_end = at;
            self.took_floor(line);
        }
    }

    /// Reads what stands on the lines from `at` to `end`, as one.
    fn read_line(&mut self, line: &Line<'_>, at: usize, end: usize) {
        let printed = line.plain.both();
        self.absent |=
            cue::lists_absent(printed) || self.habits.minutes && cue::lists_present(printed);
        if self.absent {
            self.draft.speakers.extend(by_rule(turn::officers(line), Rule::Reported));
            return self.prose(line);
        }
        if let Some(keywords) = keyword::keywords(line.plain.both()) {
            self.draft.keywords.extend(keywords);
            return self.took(end - 1, false);
        }
        let opens = self.habits.by_paragraph && at > 0 && self.lines[at - 1].is_blank();
        let zone = match self.zone {
            _ if self.habits.dashed && self.speaks_below(line, end) => {
                Zone::Announced(Function::Speaker)
            }
            Zone::Body if opens => Zone::Paragraph,
            // In a list of people, those whose first names no list knows stand beside the others.
            Zone::Head | Zone::Slot if self.after_people && line.item => {
                Zone::Announced(Function::Speaker)
            }
            zone => zone,
        };
        let mut people = speaker::speakers(line, zone);
        // An item is beside the one above, not its employer.
        let employer = !line.item && self.lacks_role(at) && is_unsure(&people);
        if !people.is_empty() && !employer {
            self.as_authors(line, &mut people);
            self.draft.speakers.extend(people);
            return self.took(end - 1, true);
        }
        if let Some(function) = speaker::opens_list(line).or_else(|| self.heads_list(at)) {
            self.zone = Zone::Announced(function);
            return self.took(end - 1, false);
        }
        if self.continues_role(line) {
            self.extend_role(&line.plain);
            return self.took(end - 1, true);
        }
        self.took_floor(line);
        self.prose(line);
    }

    /// Whether a list goes on below a blank line: `Étaient présents :`, then items.
    fn lists_on(&self, blank: usize) -> bool {
        let above = blank.checked_sub(1).map(|at| &self.lines[at]);
        let below = self.lines[blank..].iter().take(MAX_BLANK).find(|line| !line.is_blank());
        let opens = above.is_some_and(|line| line.item || line.plain.ends_with(':'));
        opens && below.is_some_and(|line| line.item)
    }

    /// Whether a line is who says what opens with a dash below.
    fn speaks_below(&self, line: &Line<'_>, end: usize) -> bool {
        let below = self.lines[end..].iter().take(3).find(|line| !line.is_blank());
        below.is_some_and(habits::opens_with_dash) && habits::is_voice(line)
    }

    /// The function that a line alone gives to the names below: `Les intervenants`.
    fn heads_list(&self, at: usize) -> Option<Function> {
        let line = &self.lines[at];
        let alone = line.plain.len() <= 40 && self.lines.get(at + 1).is_some_and(Line::is_blank);
        let function = alone.then(|| speaker::function_of(&line.plain)).flatten()?;
        let below = &self.lines[at + 1..self.draft.lines.end.min(at + 4)];
        let named = below.iter().find(|line| !line.is_blank()).and_then(Line::name).is_some();
        named.then_some(function)
    }

    /// People whom the body introduces.
    fn took_floor(&mut self, line: &Line<'_>) {
        let reports = self.habits.minutes || self.exchange;
        let reported = if reports { turn::reported(line) } else { Vec::new() };
        let recorded = || self.habits.assembly.then(|| turn::of_assembly(line)).flatten();
        let quoted = self.habits.quotes.then(|| turn::after_quotation(line)).flatten();
        let turn = turn::turn(line).or_else(|| turn::stamped(line)).or_else(recorded);
        let found = [
            (turn.into_iter().collect(), Rule::Turn),
            (
                if self.habits.bold_people { turn::bold_names(line) } else { turn::in_bold(line) },
                Rule::Bold,
            ),
            (quoted.into_iter().collect(), Rule::Turn),
            (turn::in_bold_with_role(line).into_iter().collect(), Rule::Bold),
            (turn::bold_last(line), Rule::Bold),
            (turn::met_in_emphasis(line), Rule::Bold),
            (
                if self.habits.bold_people { turn::bold_with_role(line) } else { Vec::new() },
                Rule::Bold,
            ),
            (turn::in_brackets(line), Rule::Brackets),
            (
                if self.habits.tells_of_talks { turn::told_with_bodies(line) } else { Vec::new() },
                Rule::Brackets,
            ),
            (turn::listed_in_brackets(line), Rule::Brackets),
            (turn::in_label(line).into_iter().collect(), Rule::Brackets),
            (turn::expected(line), Rule::Expected),
            (turn::officers(line), Rule::Reported),
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

    fn prose(&mut self, line: &Line<'_>) {
        self.after_people = false;
        // Under the cover's title, lines of all kinds precede the text: only prose ends the head.
        let dated =
            self.draft.heading.as_ref().is_some_and(|heading| date::is_date_line(&heading.printed));
        let loose = self.draft.is_cover()
            || dated
            || self.draft.in_timetable
            || line.plain.len() < 80 && !line.plain.ends_with(['.', ':', ';', ',']);
        if !loose || line.plain.len() > 160 {
            self.in_head = false;
            self.zone = Zone::Body;
        }
    }

    /// On a cover, a name with a date or alone signs the text, but for those whom it announces:
    /// `Par Zoé Lanteri`, not `Avec Zoé Lanteri`.
    fn as_authors(&self, line: &Line<'_>, people: &mut [Speaker]) {
        if !self.draft.is_cover() || !self.in_head {
            return;
        }
        let by = line.words().folded.starts_with("par ");
        let signs = |person: &Speaker| {
            person.function == Function::Speaker && (by || person.rule != Some(Rule::Announced))
        };
        for person in people.iter_mut().filter(|person| signs(person)) {
            let dated =
                person.role.as_deref().is_some_and(|role| !date::dates(role, None).is_empty());
            if dated || person.role.is_none() {
                person.role = None;
                person.function = Function::Author;
            }
        }
    }

    /// Whether the text below says that somebody spoke: a course has sections on authors too.
    fn tells_of_talk(&self) -> bool {
        const SAID: [&str; 5] =
            ["presentation", "a presente", "intervention", "expose", "conference"];
        let own = self.lines[self.draft.lines.clone()].iter().skip(1).take(40);
        own.into_iter().any(|line| SAID.iter().any(|said| line.plain.folded().contains(said)))
    }
}

/// Whether what reads as a name may be an employer: `Géographie-Cités UMR` under a name.
fn is_unsure(people: &[Speaker]) -> bool {
    !people.iter().any(speaker::has_known_first_name)
}
