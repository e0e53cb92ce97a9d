//! Sections in the making: a heading, the lines it governs, and what was read in them.

use std::ops::Range;

use glane_document::{DocumentKind, FurnitureKind, Keyword, Rule, SectionKind, Speaker};

use crate::line::Line;
use crate::structure::cue;
use crate::structure::heading::Heading;
use crate::structure::speaker::by_rule;
use crate::structure::timetable::Timetable;
use crate::words::{Text, fold};

/// A section before its text is cut out.
#[derive(Debug)]
pub(crate) struct Draft {
    /// What opens it; `None` for what stands before the first heading.
    pub(crate) heading: Option<Heading>,
    /// Its lines, furniture included, to the next heading.
    pub(crate) lines: Range<usize>,
    /// The line after its heading, keyword and speaker lines.
    pub(crate) head_end: usize,
    /// Its declared keywords.
    pub(crate) keywords: Vec<Keyword>,
    /// Its people.
    pub(crate) speakers: Vec<Speaker>,
    /// Whether its heading is the document's title.
    pub(crate) titles_document: bool,
    /// Whether it is a cell of a timetable, where each line is a title or people.
    pub(crate) in_timetable: bool,
    /// Whether the section after it stands on the same line, and keeps its text.
    pub(crate) beside: bool,
}

impl Draft {
    fn new(heading: Option<Heading>, lines: Range<usize>) -> Draft {
        let head_end = heading.as_ref().map_or(lines.start, |heading| heading.lines.end);
        Draft {
            head_end,
            keywords: heading.as_ref().map_or(Vec::new(), |heading| heading.keywords.clone()),
            speakers: heading
                .as_ref()
                .map_or(Vec::new(), |heading| by_rule(heading.people.clone(), Rule::Title)),
            heading,
            lines,
            titles_document: false,
            in_timetable: false,
            beside: false,
        }
    }

    /// The draft that a heading opens; where it ends is for the next one to say.
    fn opened(heading: Heading) -> Draft {
        let start = heading.lines.start;
        Draft::new(Some(heading), start..start)
    }

    /// Whether it is the cover: no heading, or the one that gives the document its title.
    pub(crate) fn is_cover(&self) -> bool {
        self.heading.is_none() && self.lines.start == 0 || self.titles_document
    }

    /// What its heading tells it to be.
    pub(crate) fn kind(&self) -> SectionKind {
        self.heading.as_ref().map_or(SectionKind::Other, |heading| heading.kind)
    }
}

/// Cuts a text at its headings and at the sessions of its timetables.
pub(crate) fn drafts(
    lines: &[Line<'_>],
    headings: Vec<Heading>,
    timetables: Vec<Timetable>,
) -> Vec<Draft> {
    // Timetables are in order and apart: the first that ends after a heading starts may hold it.
    let inside = |heading: &Heading| {
        let next = timetables.partition_point(|table| table.lines.end <= heading.lines.start);
        timetables.get(next).is_some_and(|table| heading.lines.end > table.lines.start)
    };
    let mut drafts: Vec<Draft> = vec![Draft::new(None, 0..lines.len())];
    drafts.extend(headings.into_iter().filter(|heading| !inside(heading)).map(Draft::opened));
    for table in timetables {
        let of_cells = table.of_cells;
        drafts.extend(
            table
                .sessions
                .into_iter()
                .map(|heading| Draft { in_timetable: of_cells, ..Draft::opened(heading) }),
        );
        // What follows a table is not in its last row.
        drafts.push(Draft::new(None, table.lines.end..lines.len()));
    }
    drafts.sort_by_key(|draft| (draft.lines.start, draft.heading.is_some()));
    // Sessions side by side share a row: the last one keeps its text.
    for at in 1..drafts.len() {
        let (above, below) = drafts.split_at_mut(at);
        if let [.., draft] = above {
            let same = draft.lines.start == below[0].lines.start;
            draft.beside = same && draft.heading.is_some() && below[0].heading.is_some();
        }
    }
    let ends: Vec<usize> =
        drafts.iter().skip(1).map(|draft| draft.lines.start).chain([lines.len()]).collect();
    for (draft, end) in drafts.iter_mut().zip(ends) {
        draft.lines.end = end;
    }
    drafts.retain(|draft| !draft.lines.is_empty() || draft.beside);
    mark_title(&mut drafts, lines);
    drafts
}

/// The only heading of the first level near the start is the document's title, or of a deeper one
/// where it opens the text and heads all of it; else the headings in capitals or bold that the text
/// starts with.
fn mark_title(drafts: &mut [Draft], lines: &[Line<'_>]) {
    let level =
        |draft: &Draft| draft.heading.as_ref().and_then(|heading| lines[heading.lines.start].level);
    let timed =
        |draft: &Draft| draft.heading.as_ref().is_some_and(|heading| heading.start.is_some());
    if drafts.iter().filter(|draft| level(draft) == Some(1)).count() == 1 {
        let title = drafts.iter().take(4).position(|draft| level(draft) == Some(1));
        // « # 1. Se loger », below « ## 0.1 Objectifs », is a part as they are.
        let part = |at: usize| opens_numbered(&drafts[at]) && drafts[..at].iter().any(is_numbered);
        if let Some(at) = title.filter(|&at| !timed(&drafts[at]) && !part(at)) {
            drafts[at].titles_document = true;
        }
        return;
    }
    let full = |range: Range<usize>| range.into_iter().any(|at| !lines[at].is_blank());
    // « ## Se loger au bourg », above « ### Objectifs », « ### Calendrier ».
    let opening = drafts.iter().position(|draft| draft.heading.is_some());
    if let Some((at, top)) = opening.and_then(|at| Some((at, level(&drafts[at])?)))
        && drafts[at].heading.as_ref().is_some_and(is_bare_title)
        && !full(0..drafts[at].lines.start)
        && drafts[at + 1..].iter().all(|draft| level(draft).is_none_or(|level| level > top))
        && drafts[at + 1..].iter().filter_map(level).take(MANY_PARTS).count() == MANY_PARTS
    {
        drafts[at].titles_document = true;
        return;
    }
    // « # Transcription du 3 mai » above « ## Accueil », then « # Débat », is of the whole.
    let tells = |draft: &Draft| {
        level(draft) == Some(1)
            && draft.heading.as_ref().is_some_and(|heading| tells_record(&heading.printed))
    };
    if let [cover, first, second, ..] = &drafts[..]
        && let Some(at) = [cover, first].iter().position(|draft| draft.heading.is_some())
        && let (title, below) = if at == 0 { (cover, first) } else { (first, second) }
        && tells(title)
        && drafts.iter().filter(|draft| tells(draft)).count() == 1
        && title.heading.as_ref().is_some_and(|own| !full(own.lines.end..title.lines.end))
        && level(below).is_some_and(|level| level > 1)
    {
        drafts[at].titles_document = true;
        return;
    }
    // « # Assemblée générale du 3 mai 2018 » heads its whole record, whatever stands below it.
    let of_meeting = |draft: &Draft| {
        let heading = draft.heading.as_ref().filter(|_| level(draft).is_some());
        heading.is_some_and(|heading| cue::titles_record(&heading.printed))
    };
    let said = |range: Range<usize>| {
        lines[range].iter().any(|line| line.plain.contains(char::is_alphanumeric))
    };
    if let Some(at) = opening.filter(|&at| of_meeting(&drafts[at]))
        && !said(0..drafts[at].lines.start)
        && drafts.iter().filter(|draft| of_meeting(draft)).count() == 1
        && drafts[at + 1..].iter().any(|draft| level(draft).is_some())
    {
        drafts[at].titles_document = true;
        return;
    }
    for draft in drafts {
        let Some(heading) = &draft.heading else {
            if full(draft.lines.clone()) {
                return;
            }
            continue;
        };
        let plain = heading.number.is_none()
            && heading.start.is_none()
            && lines[heading.lines.start].level.is_none();
        let names_part = cue::opens_part(&heading.printed) || heading.kind != SectionKind::Section;
        if !plain || names_part {
            return;
        }
        draft.titles_document = true;
        if full(heading.lines.end..draft.lines.end) {
            return;
        }
    }
}

/// Whether a heading carries a number.
fn is_numbered(draft: &Draft) -> bool {
    draft.heading.as_ref().is_some_and(|heading| heading.number.is_some())
}

/// Whether a heading carries a number or opens with one that nothing parts from its words.
fn opens_numbered(draft: &Draft) -> bool {
    let opens = |heading: &Heading| heading.printed.starts_with(|c: char| c.is_ascii_digit());
    is_numbered(draft) || draft.heading.as_ref().is_some_and(opens)
}

/// How many headings stand below one that heads a whole text.
const MANY_PARTS: usize = 2;

/// Whether a heading says a title and nothing else.
fn is_bare_title(heading: &Heading) -> bool {
    let plain = heading.number.is_none() && heading.start.is_none() && heading.date.is_none();
    let part = || {
        let printed = Text::new(heading.printed.clone());
        cue::opens_part(&printed) || cue::after_half_day(printed.both()).is_some()
    };
    plain && heading.kind == SectionKind::Section && !part()
}

/// Whether a heading tells of the record of a whole meeting: `Transcription du débat`.
fn tells_record(heading: &str) -> bool {
    let whole = fold(heading);
    ["transcription", "retranscription", "verbatim"].iter().any(|noun| whole.starts_with(noun))
        || matches!(cue::genre(heading), Some(DocumentKind::Minutes | DocumentKind::Proceedings))
}

/// Puts the headings that follow a heading without a text of its own below it, but for the items of a
/// list, which stand beside each other.
///
/// « Conférences plénières » gathers the lectures that follow, up to the next such heading or the
/// first that carries a number.
pub(crate) fn nest(drafts: &mut [Draft], lines: &[Line<'_>], furniture: &[Option<FurnitureKind>]) {
    let mut gathering = false;
    for draft in drafts {
        let own =
            draft.lines.clone().filter(|&at| furniture[at].is_none() && !lines[at].is_blank());
        let empty = own.clone().all(|at| at < draft.head_end) && draft.speakers.is_empty();
        let Some(heading) = draft.heading.as_mut() else { continue };
        let marked = lines[heading.lines.start].level.is_some();
        if marked || heading.number.is_some() || heading.start.is_some() {
            gathering = false;
        } else if empty && heading.rule != Rule::List {
            gathering = true;
        } else if gathering {
            heading.depth += 5;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let document = structure("a", "a.md", text);
        assert_eq!(document.title.as_deref(), Some("Se loger au bourg"));
        let found = document.sections.iter().filter_map(|section| section.title.as_deref());
        assert_eq!(found.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_heading_that_opens_the_text_and_heads_all_of_it_is_the_title() {
        let title = "## Se loger au bourg\n\nTexte.\n\n";
        let parts = "### Se nourrir\n\nTexte.\n\n### Se soigner\n\nTexte.\n\n";
        let (own, below) = ("Se loger au bourg", ["Se nourrir", "Se soigner"]);
        check(&format!("{title}{parts}"), &below);
        check(&format!("Texte.\n\n{title}{parts}"), &[own, below[0], below[1]]);
        let other = "## Se vêtir\n\nTexte.\n";
        let morning = structure("a", "a.md", &format!("## La matinée\n\nTexte.\n\n{parts}"));
        assert_eq!(morning.sections.len(), 3);
        check(&format!("{title}{parts}{other}"), &[own, below[0], below[1], "Se vêtir"]);
    }

    /// The titles of the sections of a text.
    fn titles(text: &str) -> Vec<String> {
        let document = structure("a", "a.md", text);
        document.sections.into_iter().filter_map(|section| section.title).collect()
    }

    #[test]
    fn a_meeting_and_its_day_head_the_whole_record() {
        let parts = "# Budget\n\nTexte.\n\n# Divers\n\nTexte.\n";
        let with = |title: &str| titles(&format!("# {title}\n\nZoé préside.\n\n{parts}"));
        assert_eq!(with("Assemblée générale du 3/05/2018 à 9h"), ["Budget", "Divers"]);
        assert_eq!(with("GT Toitures 4 - 03-05-2018"), ["Budget", "Divers"]);
        assert_eq!(with("Compte rendu de la réunion du 3 mai"), ["Budget", "Divers"]);
        assert_eq!(with("La réunion du toit"), ["La réunion du toit", "Budget", "Divers"]);
        let two = with("Réunion du 3 mai 2018\n\nTexte.\n\n# Réunion du 7 juin 2018");
        assert_eq!(two.len(), 4);
    }

    #[test]
    fn a_number_that_goes_on_with_those_above_titles_no_document() {
        let text = "## 0.1 Objectifs\n\nTexte.\n\n# 1 Se loger\n\n## 1.1 Le bail\n\nTexte.\n";
        assert_eq!(titles(text), ["Objectifs", "1 Se loger", "Le bail"]);
    }
}
