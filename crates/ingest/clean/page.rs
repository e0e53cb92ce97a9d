//! Running heads, folios, and the page numbers that they tell.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use glane_document::FurnitureKind;

use crate::line::Line;
use crate::pattern::{Pattern, pattern};
use crate::words::canonical;

static FOLIO: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^[\s–—-]*(?i:page\s+|p\.\s*)?(\d{1,4})(?:\s*(?:/|sur)\s*\d{1,4})?[\s–—-]*$")
});

/// The longest folio, in bytes: `page 1234 sur 1234`, with marks around.
const MAX_FOLIO: usize = 40;

/// On how many sheets a line must return to be a running head.
const REPEATED: usize = 3;

/// The lines that are running heads or folios.
pub(crate) fn heads_and_folios(lines: &[Line<'_>]) -> Vec<(usize, FurnitureKind)> {
    let sheets = sheets(lines);
    if sheets.len() < 2 {
        return lone_folios(lines);
    }
    let edges: Vec<(usize, usize)> = sheets
        .iter()
        .enumerate()
        .flat_map(|(rank, sheet)| edge(lines, sheet.clone()).into_iter().map(move |at| (rank, at)))
        .collect();
    let mut counts: HashMap<Repeat, usize> = HashMap::new();
    for &(rank, at) in &edges {
        *counts.entry(repeat(&lines[at].plain, rank)).or_default() += 1;
    }
    let head = |rank: usize, at: usize| {
        let repeat = repeat(&lines[at].plain, rank);
        !repeat.0.is_empty() && counts[&repeat] >= REPEATED
    };
    edges
        .iter()
        .filter_map(|&(rank, at)| match () {
            () if folio(&lines[at]).is_some() => Some((at, FurnitureKind::Folio)),
            () if head(rank, at) => Some((at, FurnitureKind::RunningHead)),
            () => None,
        })
        .collect()
}

/// What is the same in a running head on every page: its words, and how far its number is from the
/// rank of the sheet. `Atelier 4` at the top of a page is not `Atelier 5` at the top of another.
type Repeat = (String, Option<i64>);

fn repeat(text: &str, rank: usize) -> Repeat {
    let canonical = canonical(text);
    let number = canonical.split(' ').find_map(|word| word.parse::<i64>().ok());
    let words: Vec<&str> =
        canonical.split(' ').filter(|word| word.parse::<i64>().is_err()).collect();
    (words.join(" "), number.map(|number| number - as_i64(rank)))
}

/// The pages of a text's sheets.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Pages {
    /// The page of each sheet between form feeds; empty when the text has no page breaks.
    pub(crate) numbers: Vec<u32>,
    /// Whether no sheet prints its number: pages are then the ranks of sheets.
    pub(crate) counted: bool,
}

/// The page of each sheet: its folio, alone or in a running head, or by counting from the sheets that
/// have one.
pub(crate) fn pages(lines: &[Line<'_>], furniture: &[Option<FurnitureKind>]) -> Pages {
    let sheets = sheets(lines);
    if sheets.len() < 2 {
        return Pages::default();
    }
    let mut offsets: HashMap<i64, usize> = HashMap::new();
    for (rank, sheet) in sheets.iter().enumerate() {
        let printed = sheet.clone().filter_map(|at| match furniture[at]? {
            FurnitureKind::Folio => Some(i64::from(folio(&lines[at])?) - as_i64(rank)),
            // What makes a head with a number return is that it keeps its distance to the sheet's
            // rank.
            FurnitureKind::RunningHead => repeat(&lines[at].plain, rank).1,
            _ => None,
        });
        printed.for_each(|distance| *offsets.entry(distance - 1).or_default() += 1);
    }
    let counted = offsets.is_empty();
    // Of equals the nearest to the rank of the sheet, and of these the later page.
    let best = offsets.into_iter().max_by_key(|(offset, count)| (*count, -offset.abs(), *offset));
    let offset = best.map_or(0, |(offset, _)| offset);
    let number = |rank: usize| u32::try_from((as_i64(rank) + 1 + offset).max(1)).unwrap_or(1);
    Pages { numbers: (0..sheets.len()).map(number).collect(), counted }
}

fn as_i64(rank: usize) -> i64 {
    i64::try_from(rank).unwrap_or_default()
}

/// Numbers that stand alone and rise through the text, as a converter leaves them.
fn lone_folios(lines: &[Line<'_>]) -> Vec<(usize, FurnitureKind)> {
    let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    let alone = |&at: &usize| blank(at.checked_sub(1)) && blank(Some(at + 1));
    let lone: Vec<usize> =
        (0..lines.len()).filter(|&at| folio(&lines[at]).is_some()).filter(alone).collect();
    let rising = lone.windows(2).all(|pair| folio(&lines[pair[0]]) < folio(&lines[pair[1]]));
    if lone.len() < REPEATED || !rising {
        return Vec::new();
    }
    lone.into_iter().map(|at| (at, FurnitureKind::Folio)).collect()
}

fn folio(line: &Line<'_>) -> Option<u32> {
    let numbered = |line: &Line<'_>| line.plain.bytes().any(|byte| byte.is_ascii_digit());
    if line.plain.len() > MAX_FOLIO || !numbered(line) {
        return None;
    }
    FOLIO.captures(&line.raw).and_then(|found| found[1].parse().ok())
}

fn sheets(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut sheets: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match sheets.last_mut() {
            Some(sheet) if lines[sheet.start].sheet == line.sheet => sheet.end = at + 1,
            _ => sheets.push(at..at + 1),
        }
    }
    sheets
}

/// The first two and the last two lines of a sheet that hold text.
fn edge(lines: &[Line<'_>], sheet: Range<usize>) -> Vec<usize> {
    let full: Vec<usize> = sheet.filter(|&at| !lines[at].is_blank()).collect();
    let (first, last) = (full.len().min(2), full.len().saturating_sub(2).max(full.len().min(2)));
    full[..first].iter().chain(&full[last..]).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn paged() -> String {
        let sheets: Vec<String> = (4..8)
            .map(|page| {
                {
                let square = page * page;
                format!("Rencontres d'Orn – Actes\n\nAtelier {square}\nTexte.\nSuite {square}.\n\n— {page} —\n")
            }
            })
            .collect();
        sheets.join("\x0c")
    }

    #[test]
    fn what_returns_at_the_edge_of_pages_is_furniture() {
        let text = paged();
        let lines = lines(&text);
        let found = heads_and_folios(&lines);
        let heads = found.iter().filter(|(_, kind)| *kind == FurnitureKind::RunningHead).count();
        let folios = found.iter().filter(|(_, kind)| *kind == FurnitureKind::Folio).count();
        assert_eq!((heads, folios), (4, 4));
    }

    #[test]
    fn folios_number_the_sheets() {
        let text = paged();
        let lines = lines(&text);
        let mut furniture = vec![None; lines.len()];
        for (at, kind) in heads_and_folios(&lines) {
            furniture[at] = Some(kind);
        }
        let expect = Pages { numbers: vec![4, 5, 6, 7], counted: false };
        assert_eq!(pages(&lines, &furniture), expect);
    }

    #[test]
    fn a_folio_in_a_running_head_numbers_the_sheets() {
        let sheet = |page: u32| format!("Journées d'Orn | {page}\n\nTexte {}.\n", page * page);
        let text = (14..18).map(sheet).collect::<Vec<_>>().join("\x0c");
        let lines = lines(&text);
        let mut furniture = vec![None; lines.len()];
        heads_and_folios(&lines).into_iter().for_each(|(at, kind)| furniture[at] = Some(kind));
        let expect = Pages { numbers: vec![14, 15, 16, 17], counted: false };
        assert_eq!(pages(&lines, &furniture), expect);
    }

    #[test]
    fn sheets_that_print_no_number_are_counted() {
        let text = "Un.\n\x0cDeux.\n";
        let lines = lines(text);
        let expect = Pages { numbers: vec![1, 2], counted: true };
        assert_eq!(pages(&lines, &vec![None; lines.len()]), expect);
    }

    #[test]
    fn a_text_without_page_breaks_has_no_pages() {
        assert_eq!(pages(&lines("un\n\n2\n"), &[None, None, None]), Pages::default());
    }

    #[test]
    fn numbers_that_rise_alone_are_folios() {
        assert_eq!(heads_and_folios(&lines("a\n\n5\n\nb\n\n9\n\nc\n\n12\n\nd")).len(), 3);
        assert_eq!(heads_and_folios(&lines("a\n\n9\n\nb\n\n5\n\nc\n\n12\n\nd")).len(), 0);
    }
}
