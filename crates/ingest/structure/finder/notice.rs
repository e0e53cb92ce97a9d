//! Marked-up lines that head nothing: they say when or where what the heading above names is held,
//! or to whom to write.

use super::Finder;
use crate::line::Line;
use crate::structure::date;
use crate::structure::time::leading_slot;

impl Finder<'_> {
    /// Whether a marked-up line says something of what stands above rather than heads what is below.
    pub(super) fn is_notice(&self, at: usize) -> bool {
        self.notices.binary_search(&at).is_ok()
    }
}

/// The marked-up lines that are notices, in order.
pub(super) fn notices(lines: &[Line<'_>], skipped: &[bool]) -> Vec<usize> {
    let own = |at: &usize| !skipped[*at] && !lines[*at].is_blank();
    let heads: Vec<(usize, u8)> =
        (0..lines.len()).filter(own).filter_map(|at| Some((at, lines[at].level?))).collect();
    let days = heads.iter().filter(|(at, _)| date::is_date_line(&lines[*at].plain)).take(2).count();
    let mut found = Vec::new();
    for (rank, &(at, level)) in heads.iter().enumerate() {
        let above = rank.checked_sub(1).map(|above| heads[above]);
        // Nothing stands between it and a heading above that contains it.
        let under = above.filter(|(above, outer)| {
            *outer < level && (above + 1..at).all(|at| lines[at].is_blank() || skipped[at])
        });
        let below = heads.get(rank + 1);
        let only = below.is_none_or(|(_, next)| *next < level);
        let text = &*lines[at].plain;
        let when = rank == 1 && under.is_some() && days == 1 && date::is_date_line(text);
        let place =
            only && is_place(&lines[at]) && under.is_some_and(|(of, _)| is_when(&lines[of]));
        if when || place || has_address(text) || is_warning(&lines[at]) {
            found.push(at);
        }
    }
    found
}

/// Whether a heading is the day or the hours of what stands below.
fn is_when(line: &Line<'_>) -> bool {
    date::weekday(&line.plain).is_some()
        || date::is_date_line(&line.plain)
        || leading_slot(&line.plain).is_some_and(|(_, rest)| rest.is_empty())
}

/// The longest place, in bytes.
const MAX_PLACE: usize = 90;

/// Whether a line names a room.
fn is_place(line: &Line<'_>) -> bool {
    let room = ["salle ", "amphi", "auditorium", "grand amphi", "petite salle", "grande salle"];
    let folded = line.plain.folded();
    folded.len() <= MAX_PLACE && room.iter().any(|room| folded.starts_with(room))
}

/// Whether a text holds the address of a mailbox.
fn has_address(text: &str) -> bool {
    text.contains('@')
        && text.split_whitespace().any(|word| {
            let (name, host) = word.split_once('@').unwrap_or_default();
            name.ends_with(|c: char| c.is_ascii_alphanumeric()) && host.contains('.')
        })
}

/// Whether a line warns that what is announced may change.
fn is_warning(line: &Line<'_>) -> bool {
    let folded = line.plain.folded().trim_start_matches(['(', '*']);
    folded.starts_with("sous reserve d") && folded.len() <= MAX_PLACE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[usize]) {
        let lines = lines(text);
        assert_eq!(notices(&lines, &vec![false; lines.len()]), expect);
    }

    #[test]
    fn the_only_day_below_the_title_says_when() {
        check("# Les gués\n\n## 3 et 4 mai 2018\n\n## Se loger\n\nTexte.\n", &[2]);
        check("# Les gués\n\n## 3 mai 2018\n\nTexte.\n\n## 4 mai 2018\n\nTexte.\n", &[]);
        check("# Les gués\n\nTexte.\n\n## 3 mai 2018\n\nTexte.\n", &[]);
        check("# Les gués\n\n## Réunion du 3 mai 2018\n\nTexte.\n", &[]);
    }

    #[test]
    fn the_only_room_of_a_day_says_where() {
        check("# Jeudi 3\n\n## Salle des gués\n\nTexte.\n\n# Vendredi 4\n", &[2]);
        check("# Jeudi 3\n\n## Salle A\n\nTexte.\n\n## Salle B\n\nTexte.\n", &[]);
        check("# Travaux\n\n## Salle des fêtes\n\nTexte.\n", &[]);
    }

    #[test]
    fn mailboxes_and_warnings_head_nothing() {
        check("# Inscription : gues@exemple.fr\n\nTexte.\n", &[0]);
        check("# Sous réserve de modifications\n\n# Le compte @gues\n", &[0]);
    }
}
