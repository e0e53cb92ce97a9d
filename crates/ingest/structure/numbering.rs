//! Minutes and courses whose parts are numbered, each followed by text: `1/ Budget`, `II – Écoles`.

use std::sync::LazyLock;

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, pattern};
use crate::words::starts_upper;

static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^\s*(\d{1,2}|[IVX]{1,5})\s?(?:[./)°]|[:–-]\s)\s*-?\s*(\S.*?)\s*:?\s*$")
});

/// `1.2. Titre`, `3.1 Titre`: parts of parts.
static NESTED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\s*([0-9]{1,2}(?:\.[0-9]{1,2}){1,2})\.?\s+(\p{Lu}.*?)\s*:?\s*$"));

/// How many parts of parts make a numbering of them; a figure may start a line by chance.
const MANY_NESTED: usize = 3;

/// A numbered line that heads a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The index of the line.
    pub(crate) line: usize,
    /// Its number, as printed.
    pub(crate) printed: String,
    /// Its words after the number.
    pub(crate) title: String,
    /// How many numbers contain it: 0 for `2`, 1 for `2.1`.
    pub(crate) level: u8,
    rank: u8,
}

/// The lines that number the parts of a text, in Roman numerals or figures: from 1 on without a
/// gap, most with text below.
///
/// A list that merely counts its items has them one under another.
pub(crate) fn parts(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Part> {
    let mut parts = main_parts(lines, skipped);
    let own = lines.iter().enumerate().filter(|&(at, _)| !skipped[at]);
    let nested: Vec<Part> = own.filter_map(|(at, line)| nested(at, line)).collect();
    let full = nested.iter().filter(|part| has_text_below(lines, part.line)).count();
    if nested.len() >= MANY_NESTED && full * 10 >= nested.len() * 8 {
        parts.extend(nested);
        parts.sort_by_key(|part| part.line);
    }
    parts
}

/// A line that a number with points opens.
fn nested(at: usize, line: &Line<'_>) -> Option<Part> {
    let raw = line.raw.trim().trim_matches(['*', '_']);
    if line.level.is_some() || !raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = NESTED.captures(raw)?;
    let title = markup::plain(&found[2]).into_owned();
    let short = title.chars().count() <= 140 && !title.ends_with(['.', ',', ';']);
    let level = u8::try_from(found[1].matches('.').count()).unwrap_or(u8::MAX);
    short.then(|| Part { line: at, printed: found[1].to_owned(), title, level, rank: 0 })
}

/// The numbers of a register that stand alone above what they number: `136-04-2026`.
///
/// A lone one, or only such as could be dates, number nothing.
pub(crate) fn register(lines: &[Line], skipped: &[bool]) -> Vec<usize> {
    static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^(?:[nN]° ?)?([0-9]{1,4})[-/.][0-9]{2}(?:[-/.](?:20)?[0-9]{2})?$")
    });
    let number = |line: &Line| -> Option<u16> {
        let short = (4..=16).contains(&line.plain.len()) && line.level.is_none();
        short.then(|| NUMBER.captures(&line.plain)?[1].parse().ok()).flatten()
    };
    let titled = |at: usize| lines.get(at + 1).is_some_and(|next| starts_upper(&next.plain));
    let numbered: Vec<(usize, u16)> = lines
        .iter()
        .enumerate()
        .filter(|&(at, _)| !skipped[at] && titled(at))
        .filter_map(|(at, line)| Some((at, number(line)?)))
        .collect();
    let no_day = numbered.iter().any(|(_, number)| *number > 31);
    let rising = numbered.windows(2).all(|pair| pair[0].1 < pair[1].1);
    let many = numbered.len() >= 2 && no_day && rising;
    if many { numbered.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
}

/// The parts that one number numbers.
fn main_parts(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Part> {
    let (roman, figures): (Vec<Part>, Vec<Part>) = lines
        .iter()
        .enumerate()
        .filter(|&(at, _)| !skipped[at])
        .filter_map(|(at, line)| part(at, line))
        .partition(|part| part.printed.starts_with(char::is_alphabetic));
    // « II – » opens nothing but a part; « 2. » may count.
    let roman = in_order(roman, lines);
    if roman.len() >= 2 {
        return roman;
    }
    let figures = in_order(figures, lines);
    if figures.len() >= 3 { figures } else { Vec::new() }
}

/// The parts that follow one another from the first, if most have text below.
fn in_order(candidates: Vec<Part>, lines: &[Line<'_>]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for part in candidates {
        if part.rank == parts.last().map_or(1, |last| last.rank.saturating_add(1)) {
            parts.push(part);
        }
    }
    let full = parts.iter().filter(|part| has_text_below(lines, part.line)).count();
    if full * 10 >= parts.len() * 8 { parts } else { Vec::new() }
}

/// The part that a line could head.
fn part(at: usize, line: &Line<'_>) -> Option<Part> {
    let raw = line.raw.trim().trim_matches(['*', '_']);
    let first = raw.chars().next()?;
    if !(first.is_ascii_digit() || matches!(first, 'I' | 'V' | 'X')) {
        return None;
    }
    // « Il », « Vous » number nothing.
    if raw.trim_start_matches(['I', 'V', 'X']).starts_with(char::is_alphabetic) {
        return None;
    }
    if NESTED.is_match(raw) {
        return None;
    }
    let found = NUMBERED.captures(raw)?;
    let (printed, title) = (&found[1], markup::plain(&found[2]).into_owned());
    let short = title.chars().count() <= 140 && !title.ends_with(['.', ',', ';']);
    let rank = printed.parse().ok().or_else(|| roman(printed))?;
    (short && starts_upper(&title) && line.level.is_none()).then(|| Part {
        line: at,
        printed: printed.to_owned(),
        title,
        level: 0,
        rank,
    })
}

/// The value of a Roman numeral up to XX.
fn roman(printed: &str) -> Option<u8> {
    const NUMERALS: [&str; 20] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
    ];
    let rank = NUMERALS.iter().position(|numeral| *numeral == printed)?;
    u8::try_from(rank + 1).ok()
}

/// Whether the line below is another paragraph: it starts with a capital or after a blank line.
fn has_text_below(lines: &[Line<'_>], at: usize) -> bool {
    let Some(next) = (at + 1..lines.len()).find(|&next| !lines[next].is_blank()) else {
        return false;
    };
    let numbered = part(next, &lines[next]).is_some();
    !numbered && (next > at + 1 || starts_upper(&lines[next].plain))
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
        check(
            "**1: BUDGET**\n\nTexte.\n\n**2 : ÉCOLES**\n\nTexte.\n\n**3 : DIVERS**\n\nTexte.\n",
            3,
        );
        check("1. Budget\n\nLe conseil vote.\n\n2. Écoles\n\nTexte.\n\n3. Divers\n\nTexte.\n", 3);
    }

    #[test]
    fn parts_of_parts_are_found() {
        check(
            "1. Cadre\n\n1.1. Objet\n\nTexte.\n\n1.2 Durée\n\nTexte.\n\n2. Suite\n\n2.1 Bilan\n\nTexte.\n",
            3,
        );
        check("1.5 Million d'euros\n2.5 Millions\n3.1 Million\n", 0);
    }

    #[test]
    fn roman_numerals_head_parts() {
        check("I – Budget :\n\n    - 135 €\n\n2019-01\nII – Écoles :\n\nLe maire expose.\n", 2);
    }

    #[test]
    fn a_list_of_items_heads_nothing() {
        check("1. Battre les œufs\n2. Ajouter le lait\n3. Cuire\n4. Servir\n", 0);
        check("1. Battre les œufs.\n\n2. Ajouter le lait.\n\n3. Cuire.\n", 0);
    }
}
