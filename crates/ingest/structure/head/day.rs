//! Titles of sessions that a day heads: `## 18 janvier 2021`, then `Thème :` and the title in bold.

use std::sync::LazyLock;

use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::draft::Draft;
use crate::structure::heading::or_session;
use crate::structure::{date, speaker};

/// How many days must head a session with a title for a text to be a series of them.
const MANY_DAYS: usize = 2;

/// The longest title, in bytes.
const MAX_TITLE: usize = 250;

/// Gives the sessions of a series, which days head, the titles that stand below.
pub(super) fn give_titles(drafts: &mut [Draft], lines: &[Line<'_>]) {
    let mut titles: Vec<(usize, String)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(heading) = draft.heading.as_ref().filter(|heading| heading.start.is_none()) else {
            continue;
        };
        if date::is_date_line(&heading.printed) {
            let below = &lines[heading.lines.end..draft.lines.end];
            titles.extend(title(below).map(|title| (at, title)));
        }
    }
    if titles.len() < MANY_DAYS {
        return;
    }
    for (at, title) in titles {
        if let Some(heading) = &mut drafts[at].heading {
            heading.kind = or_session(heading.kind);
            heading.title = Some(title);
        }
    }
}

/// The title among lines: after its label, else the only line in bold.
fn title(lines: &[Line<'_>]) -> Option<String> {
    static LABEL: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:theme|titre|sujet|intitule)(?: de la seance)? ?: *"));
    let full = || lines.iter().filter(|line| !line.is_blank());
    for (rank, line) in full().enumerate() {
        let Some(own) = LABEL.after(line.plain.both()).map(str::trim) else { continue };
        let title = if own.is_empty() { &full().nth(rank + 1)?.plain } else { own };
        return (title.len() <= MAX_TITLE).then(|| title.to_owned());
    }
    let heads = |line: &&Line<'_>| {
        line.bold && !line.item && speaker::opens_list(line).is_none() && line.name().is_none()
    };
    let mut bold = full().filter(heads);
    let first = bold.next().filter(|line| line.plain.len() <= MAX_TITLE)?;
    bold.next().is_none().then(|| first.plain.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(title(&lines(text)).as_deref(), expect);
    }

    #[test]
    fn a_label_or_bold_tells_the_title() {
        check("Thème :\n**Habiter la ville**\n\n- Zoé Lanteri\n", Some("Habiter la ville"));
        check("Sujet : habiter la ville\n", Some("habiter la ville"));
        check("**Colloque étudiant**\n\nTexte.\n", Some("Colloque étudiant"));
        check("**Matin**\n\nTexte.\n\n**Soir**\n", None);
        check("**Zoé Lanteri**\n", None);
    }
}
