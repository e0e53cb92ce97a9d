//! Lines in bold that are the headings of a text where none is marked: those that an office suite
//! knows no style of, those of a mail, those that somebody typed.

use glane_document::Rule;

use super::finder::{heads_nothing, names_record};
use super::heading::Heading;
use super::time::leading_slot;
use crate::line::{Line, may_head};

/// How many lines in bold that stand alone make them headings.
const MANY: usize = 2;

/// Makes headings of the lines in bold that stand alone, where no heading is marked: the first above
/// all is the title.
///
/// Where hours stand in bold too, what is in bold between them is a programme, not headings.
pub(super) fn raise(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.level.is_some() && !line.is_blank()) {
        return;
    }
    let first = lines.iter().position(|line| !line.is_blank());
    let alone: Vec<usize> = (0..lines.len()).filter(|&at| is_alone(lines, at)).collect();
    let timed = |&at: &usize| {
        leading_slot(lines[at].words().printed).is_some_and(|(_, rest)| rest.trim().is_empty())
    };
    if alone.iter().filter(|at| timed(at)).take(MANY).count() == MANY {
        return;
    }
    let heads = |&at: &usize| {
        let text = &*lines[at].plain;
        let record = Some(at) != first && names_record(text);
        may_head(text) && !record && !heads_nothing(&lines[at])
    };
    let named = |at: usize| lines[at].name().is_some();
    let mut found: Vec<usize> = Vec::new();
    for at in alone.into_iter().filter(heads) {
        // Right under a title stands who speaks.
        let under =
            found.last().is_some_and(|&above| lines[above + 1..at].iter().all(Line::is_blank));
        if !(under && named(at)) {
            found.push(at);
        }
    }
    if found.len() < MANY || found.iter().all(|&at| Some(at) == first || named(at)) {
        return;
    }
    for at in found {
        lines[at].level = Some(if Some(at) == first { 1 } else { 2 });
    }
}

/// Tells of these headings that their layout makes them so, where no mark does.
pub(super) fn tell(headings: &mut [Heading], lines: &[Line<'_>]) {
    for heading in headings.iter_mut().filter(|heading| heading.rule == Rule::Markup) {
        let line = &lines[heading.lines.start];
        if line.bold && line.raw.trim_start().starts_with(['*', '_']) {
            heading.rule = Rule::Layout;
        }
    }
}

/// Whether a line in bold stands between blank ones, in no list and no table.
fn is_alone(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let blank = |at: usize| lines.get(at).is_none_or(Line::is_blank);
    let cells = || line.raw.contains('\t') || line.raw.trim_start().starts_with('|');
    line.bold && !line.item && (at == 0 || blank(at - 1)) && blank(at + 1) && !cells()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(text: &str) -> Vec<Option<u8>> {
        let mut lines = crate::line::lines(text);
        raise(&mut lines);
        lines.iter().filter(|line| !line.is_blank()).map(|line| line.level).collect()
    }

    #[test]
    fn lines_in_bold_that_stand_alone_are_headings_where_none_is_marked() {
        let text = "**Actes de la journée**\n\nAvant-propos.\n\n**Se loger**\n\nLe bail.\n";
        assert_eq!(levels(text), [Some(1), None, Some(2), None]);
        // The first above a text is no title of it all.
        assert_eq!(levels(&format!("Orn, le 3 mai\n\n{text}"))[1], Some(2));
        assert_eq!(levels(&format!("{text}\n# Se soigner\n"))[2], None);
    }

    #[test]
    fn bold_is_emphasis_in_a_text_alone_or_with_a_label() {
        let none = [None, None, None];
        assert_eq!(levels("**Se loger**\n\nLe bail.\n\nLa caution.\n"), none);
        assert_eq!(levels("**Présents :**\n\n**Le bail.**\n\nLa caution.\n"), none);
        assert_eq!(levels("**Se loger**\nLe bail.\n\n- **Se soigner**\n"), none);
    }

    #[test]
    fn between_hours_in_bold_nothing_is_a_heading() {
        let text = "**9h00**\n\n**Se loger**\n\n**10h00**\n\n**Se soigner**\n";
        assert_eq!(levels(text), [None; 4]);
        let text = "**9h Se loger**\n\nLe bail.\n\n**10h Se soigner**\n\nLa caution.\n";
        assert_eq!(levels(text)[2], Some(2));
    }

    #[test]
    fn names_in_bold_head_beside_titles_and_not_under_them() {
        let text = "Texte.\n\n**Se loger**\n\nTexte.\n\n**Zoé Lanteri**\n\nTexte.\n";
        assert_eq!(levels(text), [None, Some(2), None, Some(2), None]);
        let text = "Texte.\n\n**Se loger**\n\n**Zoé Lanteri**\n\nTexte.\n\n**Se soigner**\n";
        assert_eq!(levels(text), [None, Some(2), None, None, Some(2)]);
        let text = "**Zoé Lanteri**\n\nTexte.\n\n**Luc Perrot**\n\nTexte.\n";
        assert_eq!(levels(text), [None; 4]);
    }
}
