//! Minutes and courses whose parts are numbered: `1/ Budget`, `2. Écoles`, each followed by text.

use std::sync::LazyLock;

use regex::Regex;

use crate::line::Line;
use crate::pattern;
use crate::words::starts_upper;

static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(\d{1,2})\s?(?:[./)°]|[–-]\s)\s*-?\s*(\S.*?)\s*:?\s*$"));

/// A numbered line that heads a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The index of the line.
    pub(crate) line: usize,
    /// Its number.
    pub(crate) number: u8,
}

/// The lines that number the parts of a text: from 1 on without a gap, most with text below.
///
/// A list that merely counts its items has them one under another.
pub(crate) fn parts(lines: &[Line], skipped: &[bool]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|&(at, _)| !skipped[at]) {
        let Some(number) = number(line) else { continue };
        let next = parts.last().map_or(1, |last| last.number + 1);
        if number == next {
            parts.push(Part { line: at, number });
        }
    }
    let full = parts.iter().filter(|part| has_text_below(lines, part.line)).count();
    if parts.len() >= 3 && full * 10 >= parts.len() * 8 { parts } else { Vec::new() }
}

/// The number of a line that could be a heading.
fn number(line: &Line) -> Option<u8> {
    if !line.raw.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = NUMBERED.captures(&line.raw)?;
    let title = &found[2];
    let short = title.chars().count() <= 140 && !title.ends_with(['.', ',', ';']);
    (short && starts_upper(title) && line.level.is_none()).then(|| found[1].parse().ok()).flatten()
}

/// Whether the line below is another paragraph: it starts with a capital or after a blank line.
fn has_text_below(lines: &[Line], at: usize) -> bool {
    let Some(next) = (at + 1..lines.len()).find(|&next| !lines[next].is_blank()) else {
        return false;
    };
    number(&lines[next]).is_none() && (next > at + 1 || starts_upper(&lines[next].plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: usize) {
        let lines = lines(text);
        assert_eq!(parts(&lines, &vec![false; lines.len()]).len(), expect);
    }

    #[test]
    fn parts_with_text_are_found() {
        check("1/ Budget :\nLe conseil vote.\n2/ Écoles\nTexte.\n\n3/ Divers\n\nTexte.\n", 3);
        check("1. Budget\n\nLe conseil vote.\n\n2. Écoles\n\nTexte.\n\n3. Divers\n\nTexte.\n", 3);
    }

    #[test]
    fn a_list_of_items_heads_nothing() {
        check("1. Battre les œufs\n2. Ajouter le lait\n3. Cuire\n4. Servir\n", 0);
        check("1. Battre les œufs.\n\n2. Ajouter le lait.\n\n3. Cuire.\n", 0);
    }
}
