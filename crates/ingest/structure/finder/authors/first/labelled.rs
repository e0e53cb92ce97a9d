//! Talks whose speaker stands in bold with a body, before a colon: `**Zoé Lanteri** (CNRS) : Se loger au
//! bourg`. In a record of what was said, the same opens turns.

use glane_document::{Function, Speaker};

use super::super::{MAX_TITLE, Talk, UNDER};
use super::{LEAST_WORDS, tells_role};
use crate::line::Line;
use crate::structure::name::{self, Trust};
use crate::structure::speaker;

/// The longest line that is looked at, in bytes.
const MAX_LINE: usize = 2 * MAX_TITLE;

/// The talk that a paragraph or an item is.
pub(super) fn talk(lines: &[Line<'_>], at: usize) -> Option<Talk> {
    let line = &lines[at];
    let opens = line.item || at == 0 || lines[at - 1].is_blank();
    let (people, title) = opens.then(|| labelled(line)).flatten()?;
    let titled = title.starts_with(|c: char| !c.is_lowercase())
        && title.len() <= MAX_TITLE
        && title.split(' ').count() >= LEAST_WORDS
        && !title.ends_with([':', ',', ';', '…'])
        && !tells_role(title);
    titled.then(|| Talk { lines: at..at + 1, title: title.to_owned(), people, depth: UNDER })
}

/// Whether what follows such labels is speech: a sentence, now and then.
pub(super) fn are_turns(lines: &[Line<'_>]) -> bool {
    let says = |line: &Line<'_>| line.plain.ends_with(['.', '!', '…']) && labelled(line).is_some();
    lines.iter().any(says)
}

/// The people in bold that a line opens with, their body in brackets, and what a colon parts from them.
fn labelled<'t>(line: &'t Line<'_>) -> Option<(Vec<Speaker>, &'t str)> {
    let bold = line.bold_start.as_deref().filter(|_| line.level.is_none() && !line.code)?;
    let after = line.plain.strip_prefix(bold)?.trim_start().strip_prefix('(')?;
    let (_, title) = after.split_once(')').filter(|_| line.plain.len() <= MAX_LINE)?;
    let title = title.trim_start().strip_prefix(':')?.trim();
    let named = name::parse(bold, Trust::Announced).is_some_and(|name| !name.given.is_empty());
    let before = &line.plain[..line.plain.len() - title.len()];
    let before = before.trim_end_matches([':', ' ', '\u{a0}']);
    let people = || speaker::people(before, Trust::Announced, Function::Speaker);
    named.then(people).filter(|people| !people.is_empty()).map(|people| (people, title))
}

#[cfg(test)]
mod tests {
    use super::super::talks;
    use crate::line::lines;
    use crate::structure::finder::authors::tests::shown;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        assert_eq!(shown(&talks(&lines(text))), expect);
    }

    const TALKS: &str = "**Zoé Lanteri** (Ville d'Orn) : Se loger *au bourg*, *une* *gageure* ?\n\n**Luc Perrot** (CNRS) : Le gué, la nuit. Un carnet\n\n";

    #[test]
    fn who_speaks_stands_in_bold_with_a_body_before_the_title() {
        let found = [
            "Se loger au bourg, une gageure ?: Zoé Lanteri",
            "Le gué, la nuit. Un carnet: Luc Perrot",
        ];
        check(&format!("## Programme\n\n{TALKS}"), &found);
        check(&format!("**3 mai 2018 : 18.00-20.30**\n\n## Le gué\n\n{TALKS}"), &found);
        // Nothing says that these are talks.
        check(&format!("## Le gué\n\n{TALKS}"), &[]);
    }

    #[test]
    fn what_they_said_is_no_title() {
        let turn = "**Ève Tarn** (maire) : Je suis venue à pied.\n\n";
        check(&format!("## Programme\n\n{TALKS}{turn}"), &[]);
    }
}
