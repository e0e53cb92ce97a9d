//! Comments, styles, scripts and instructions that a page holds beside its text: nobody reads them.

use std::ops::Range;

use crate::line::Line;

/// What opens a block that is not for readers, and what closes it.
const BLOCKS: [(&str, &str); 3] =
    [("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>")];

/// How many lines such a block may take: a mark left open hides no text.
const MAX_LINES: usize = 200;

/// The blocks that start a line and end on a later one, and the lines that instruct Org mode.
pub(crate) fn hidden(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = end(lines, at);
        if let Some(end) = end {
            found.push(at..end);
        }
        at = end.unwrap_or(at + 1);
    }
    found
}

fn end(lines: &[Line<'_>], start: usize) -> Option<usize> {
    // `#+BEGIN_CENTER`
    if lines[start].raw.starts_with("#+") {
        return Some(start + 1);
    }
    let raw = lines[start].raw.trim_start();
    if !raw.starts_with('<') {
        return None;
    }
    let (_, close) = BLOCKS.iter().find(|(open, close)| {
        raw.get(..open.len()).is_some_and(|start| start.eq_ignore_ascii_case(open))
            && !raw.contains(close)
    })?;
    let last =
        lines.iter().skip(start + 1).take(MAX_LINES).position(|line| line.raw.contains(close))?;
    Some(start + last + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn a_comment_over_several_lines_is_hidden() {
        let lines = lines("Texte.\n<!--\nbrouillon\n-->\nSuite.\n<style>\np {}\n</style>\n");
        assert_eq!(hidden(&lines), [1..4, 5..8]);
    }

    #[test]
    fn an_instruction_of_org_mode_is_hidden() {
        assert_eq!(hidden(&lines("Texte.\n#+BEGIN_CENTER\nSuite.\n")), [1..2]);
    }

    #[test]
    fn an_open_mark_hides_nothing() {
        assert!(hidden(&lines("<!-- début\nTexte.\n")).is_empty());
    }
}
