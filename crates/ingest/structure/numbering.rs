//! Minutes and courses whose parts are numbered, each followed by text: `1/ Budget`, `II – Écoles`.

mod bare;
mod pairs;

use std::sync::LazyLock;

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, pattern};
use crate::words::starts_upper;

static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^\s*(\d{1,2}|[IVX]{1,5})\s?(?:[./)°]|[:–-]\s)\s*-?\s*(\S.*?)\s*:?\s*$")
});

/// `7 Point sécurité :`, `1 Le mot du président.`: a mark at the end stands for the one after the
/// number.
static UNMARKED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\s*([0-9]{1,2})\s+(\p{Lu}[^.:;!?]{2,70}?)\s*[:.]\s*$"));

/// The longest numbered title that may end with a full stop, in characters.
const MAX_STOPPED: usize = 70;

/// `1.2. Titre`, `3.1 Titre`: parts of parts.
///
/// What is numbered may be known by a number of its own: `5.3.2. 640-12 - Règlement`.
static NESTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\s*([0-9]{1,2}(?:\.[0-9]{1,2}){1,2})\.?\s+((?:[0-9]+(?:-[0-9]+)* [–-] )?\p{Lu}.*?)\s*:?\s*$",
    )
});

/// `B – Titre`, under a part that a number heads.
static LETTERED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\s*([A-Z])\s?[–—-]\s+(\S.*?)\s*:?\s*$"));

/// How many lettered parts make a lettering of them.
const MANY_LETTERED: usize = 3;

/// The shortest line that may cut a title in two, in characters.
const CUT: usize = 40;

/// The longest title cut into lines, in characters, and over how many lines it runs.
const MAX_CUT: (usize, usize) = (300, 5);

/// How many parts of parts make a numbering of them; a figure may start a line by chance.
const MANY_NESTED: usize = 3;

/// A numbered line that heads a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The index of the line.
    pub(crate) line: usize,
    /// The line after those that its title was cut into.
    pub(crate) end: usize,
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
    if parts.is_empty() {
        parts = bare::parts(lines, skipped);
    }
    let lettered = lettered_parts(&parts, lines, skipped);
    if !lettered.is_empty() {
        parts.extend(lettered);
        parts.sort_by_key(|part| part.line);
    }
    let own = lines.iter().enumerate().filter(|&(at, _)| !skipped[at]);
    let nested: Vec<Part> = own.filter_map(|(at, line)| nested(at, line)).collect();
    let nested: Vec<Part> = nested.into_iter().map(|part| whole(part, lines, skipped)).collect();
    let full = nested.iter().filter(|part| has_text_below(lines, part.end - 1)).count();
    if nested.len() >= MANY_NESTED && full * 10 >= nested.len() * 8 {
        parts.extend(nested);
        parts.sort_by_key(|part| part.line);
    }
    if parts.is_empty() { pairs::parts(lines, skipped) } else { parts }
}

/// A line that a number with points opens.
fn nested(at: usize, line: &Line<'_>) -> Option<Part> {
    let raw = markup::unescaped(line.raw.trim());
    let raw = raw.trim_matches(['*', '_']);
    if line.level.is_some() || !raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = NESTED.captures(raw)?;
    let title = markup::plain(&found[2]).into_owned();
    let short = title.chars().count() <= 140 && !title.ends_with(['.', ',', ';']);
    let level = u8::try_from(found[1].matches('.').count()).unwrap_or(u8::MAX);
    short.then(|| Part {
        line: at,
        end: at + 1,
        printed: found[1].to_owned(),
        title,
        level,
        rank: 0,
    })
}

/// A part with its whole title, where that was cut into lines: those below open with a small letter
/// or a dash, and what they say is no sentence.
fn whole(part: Part, lines: &[Line<'_>], skipped: &[bool]) -> Part {
    let goes_on = |&at: &usize| {
        let text = lines[at].raw.trim();
        let dash = text.strip_prefix(['-', '–']).is_some_and(|rest| rest.starts_with(' '));
        !skipped[at] && (dash || text.starts_with(char::is_lowercase))
    };
    let last = lines.len().min(part.line + MAX_CUT.1);
    let end = (part.end..last).take_while(goes_on).last().map_or(part.end, |last| last + 1);
    if end == part.end || part.title.chars().count() < CUT {
        return part;
    }
    let below = lines[part.end..end].iter().map(|line| line.raw.trim());
    let title = std::iter::once(part.title.as_str()).chain(below).collect::<Vec<_>>().join(" ");
    let fits = title.chars().count() <= MAX_CUT.0 && !title.ends_with(['.', ',', ';', ':']);
    if fits { Part { title: markup::plain(&title).into_owned(), end, ..part } } else { part }
}

/// The parts that letters head under numbered ones, from A on under each: `B – Titre`.
///
/// They stand in bold where the numbered ones do.
fn lettered_parts(above: &[Part], lines: &[Line<'_>], skipped: &[bool]) -> Vec<Part> {
    let Some(bold) = above.first().map(|part| lines[part.line].bold) else { return Vec::new() };
    let mut found: Vec<Part> = Vec::new();
    let (mut heads, mut next) = (above.iter().peekable(), None);
    for (at, line) in lines.iter().enumerate().filter(|&(at, _)| !skipped[at]) {
        if heads.next_if(|part| part.line == at).is_some() {
            next = Some(b'A');
        } else if let Some(part) = next.and_then(|letter| lettered(at, line, letter))
            && line.bold == bold
        {
            next = Some(part.rank + 1);
            found.push(part);
        }
    }
    let full = found.iter().filter(|part| has_text_below(lines, part.line)).count();
    let many = found.len() >= MANY_LETTERED && full * 10 >= found.len() * 8;
    if many { found } else { Vec::new() }
}

/// A line that a letter opens.
fn lettered(at: usize, line: &Line<'_>, letter: u8) -> Option<Part> {
    let raw = markup::unescaped(line.raw.trim());
    let raw = raw.trim_matches(['*', '_']);
    if line.level.is_some() || raw.as_bytes().first() != Some(&letter) {
        return None;
    }
    let found = LETTERED.captures(raw)?;
    let title = markup::plain(&found[2]).into_owned();
    let short = title.chars().count() <= 140 && !title.ends_with(['.', ',', ';']);
    (short && starts_upper(&title)).then(|| Part {
        line: at,
        end: at + 1,
        printed: found[1].to_owned(),
        title,
        level: 1,
        rank: letter,
    })
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
    let (roman, figures): (Vec<Part>, Vec<Part>) =
        candidates(lines, skipped).partition(|part| part.printed.starts_with(char::is_alphabetic));
    // « II – » opens nothing but a part; « 2. » may count.
    let roman = in_order(roman, lines);
    if roman.len() >= 2 {
        return roman;
    }
    let figures = in_order(figures, lines);
    if figures.len() >= 3 { figures } else { Vec::new() }
}

/// The parts that lines could head.
fn candidates(lines: &[Line<'_>], skipped: &[bool]) -> impl Iterator<Item = Part> {
    let own = lines.iter().enumerate().filter(|&(at, _)| !skipped[at]);
    own.filter_map(|(at, line)| part(at, line))
}

/// The parts that follow one another from the first, if most have text below.
fn in_order(candidates: Vec<Part>, lines: &[Line<'_>]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for part in candidates {
        if part.rank == parts.last().map_or(1, |last| last.rank.saturating_add(1)) {
            parts.push(part);
        }
    }
    let full = parts.iter().filter(|part| has_text_below(lines, part.end - 1)).count();
    if full * 10 >= parts.len() * 8 { parts } else { Vec::new() }
}

/// The part that a line could head.
fn part(at: usize, line: &Line<'_>) -> Option<Part> {
    let raw = markup::unescaped(line.raw.trim());
    let raw = raw.trim_matches(['*', '_']);
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
    let found = NUMBERED.captures(raw).or_else(|| UNMARKED.captures(raw))?;
    let (printed, title) = (&found[1], markup::plain(&found[2]).into_owned());
    // « 2. Organisation de la randonnée. » is a title, if one sentence is all it is.
    let stopped = title.strip_suffix('.').filter(|title| {
        title.chars().count() <= MAX_STOPPED && !title.contains(['.', ',', ';', '!', '?'])
    });
    let title = stopped.map(str::to_owned).unwrap_or(title);
    let short = title.chars().count() <= 140 && !title.ends_with(['.', ',', ';']);
    let rank = printed.parse().ok().or_else(|| roman(printed))?;
    (short && starts_upper(&title) && line.level.is_none()).then(|| Part {
        line: at,
        end: at + 1,
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
    let numbered = part(next, &lines[next]).is_some() || bare::is_number(&lines[next]);
    // The number of a decision may stand under its title: « 2024-03-017 ».
    let opens = |text: &str| starts_upper(text) || text.starts_with(|c: char| c.is_ascii_digit());
    !numbered && (next > at + 1 || opens(&lines[next].plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn a_mark_may_stand_after_the_title_only() {
        let text = "1 Le mot du bureau.\n\nMerci.\n\n2 Les comptes :\n\nTexte.\n\n3 Questions :\n\nAucune.\n";
        let lines = lines(text);
        let found = parts(&lines, &vec![false; lines.len()]);
        let titles: Vec<&str> = found.iter().map(|part| part.title.as_str()).collect();
        assert_eq!(titles, ["Le mot du bureau", "Les comptes", "Questions"]);
    }

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
    fn a_title_cut_into_lines_is_whole() {
        let point = |title: &str| format!("{title}\n2024-03-017\nLe conseil adopte.\n\n");
        let text = [
            "4.1. 640-12 - Règlement relatif aux clôtures et aux haies, afin\nde permettre les murets\n- Adoption",
            "4.2. Vente de l'ancienne école du bourg et de son\njardin - Avis",
            "4.3. Voirie",
        ]
        .map(point)
        .concat();
        let lines = lines(&text);
        let parts = parts(&lines, &vec![false; lines.len()]);
        let titles: Vec<&str> = parts.iter().map(|part| part.title.as_str()).collect();
        let first = "640-12 - Règlement relatif aux clôtures et aux haies, afin de permettre les murets - Adoption";
        let second = "Vente de l'ancienne école du bourg et de son jardin - Avis";
        assert_eq!(titles, [first, second, "Voirie"]);
    }

    #[test]
    fn letters_head_parts_under_numbers() {
        let parts_of = |second: &str| {
            format!(
                "1 - Adoption\nTexte.\n\n2 – FINANCES\nA – Emprunt\nTexte.\n\n3 – ÉCOLES\nA – Cantine\nTexte.\n\n{second} - Garderie\nTexte.\n"
            )
        };
        check(&parts_of("B"), 6);
        check(&parts_of("D"), 3);
        check("A – Emprunt\nTexte.\n\nB – Cantine\nTexte.\n\nC – Garderie\nTexte.\n", 0);
    }

    #[test]
    fn a_number_may_be_padded_with_named_spaces() {
        check(
            "1&nbsp;&nbsp; Le mot du bureau.\n\nMerci.\n\n2&nbsp;&nbsp; Les comptes&nbsp;:\n\nTexte.\n\n3&nbsp; Questions :\n\nAucune.\n",
            3,
        );
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
