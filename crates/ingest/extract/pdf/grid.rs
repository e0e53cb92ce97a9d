//! Rules and words of a page → its tables.
//!
//! Rules that meet make a grid; a word stands in the cell around its middle, and a cell goes on where no
//! rule parts it from the next.

use super::drawing::Rule;
use super::line::{self, Line};
use super::word::{After, Word};
use crate::extract::emphasis::Emphasis;
use crate::extract::markdown::{Block, Paragraph, Row, is_layout, markdown};
use crate::extract::styled::Styled;

/// How far apart two rules are that are one, and how far from another a rule may end that meets it, in
/// points.
const SLACK: f64 = 3.0;

/// How many columns and rows a grid has at most: beyond, it is a drawing.
const MAX_COLUMNS: usize = 64;
const MAX_ROWS: usize = 200;

/// How many rules a page has at most once those that go on are one.
const MAX_MERGED: usize = 600;

/// The words of a page, those of each of its tables made one ([`Line::is_table`]).
pub(super) fn with_tables(words: Vec<Word>, rules: &[Rule]) -> Vec<Word> {
    grids(rules).iter().fold(words, |words, grid| grid.with_table(words))
}

/// Where rules cross.
#[derive(Debug)]
struct Grid {
    /// Where columns start and end, from the left.
    columns: Vec<f64>,
    /// Where rows start and end, from the top.
    rows: Vec<f64>,
    across: Vec<Segment>,
    down: Vec<Segment>,
}

/// A rule, without its direction.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Segment {
    at: f64,
    from: f64,
    to: f64,
}

impl Segment {
    /// Whether it parts what stands at both sides of this place.
    fn parts(&self, at: f64, place: f64) -> bool {
        (self.at - at).abs() <= SLACK && (self.from..=self.to).contains(&place)
    }

    /// Whether a rule of the other direction meets it.
    fn meets(&self, other: &Segment) -> bool {
        let reaches = |from: f64, to: f64, at: f64| (from - SLACK..=to + SLACK).contains(&at);
        reaches(self.from, self.to, other.at) && reaches(other.from, other.to, self.at)
    }
}

/// The grids of two rows and two columns or more.
fn grids(rules: &[Rule]) -> Vec<Grid> {
    let across = merged(rules.iter().filter_map(|rule| match *rule {
        Rule::Across { at, from, to } => Some(Segment { at, from, to }),
        Rule::Down { .. } => None,
    }));
    let down = merged(rules.iter().filter_map(|rule| match *rule {
        Rule::Down { at, from, to } => Some(Segment { at, from, to }),
        Rule::Across { .. } => None,
    }));
    if across.len().max(down.len()) > MAX_MERGED {
        return Vec::new();
    }
    let mut left: Vec<Segment> = down;
    let mut waiting: Vec<Segment> = across;
    let mut grids = Vec::new();
    while let Some(first) = waiting.pop() {
        // All that meet, from one to the next.
        let (mut own_across, mut own_down) = (vec![first], Vec::new());
        let (mut seen_across, mut seen_down) = (0, 0);
        while seen_across < own_across.len() || seen_down < own_down.len() {
            if let Some(rule) = own_across.get(seen_across).copied() {
                own_down.extend(left.extract_if(.., |other| rule.meets(other)));
                seen_across += 1;
            } else if let Some(rule) = own_down.get(seen_down).copied() {
                own_across.extend(waiting.extract_if(.., |other| rule.meets(other)));
                seen_down += 1;
            }
        }
        let columns = places(&own_down);
        let mut rows = places(&own_across);
        rows.reverse();
        let (wide, high) = (columns.len(), rows.len());
        if (3..=MAX_COLUMNS + 1).contains(&wide) && (3..=MAX_ROWS + 1).contains(&high) {
            grids.push(Grid { columns, rows, across: own_across, down: own_down });
        }
    }
    grids
}

/// Rules of one direction, those that go on made one.
fn merged(rules: impl Iterator<Item = Segment>) -> Vec<Segment> {
    let mut rules: Vec<Segment> = rules.collect();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    // Those at one place stand together, then in order.
    let mut place = f64::NEG_INFINITY;
    for rule in &mut rules {
        if rule.at - place > SLACK {
            place = rule.at;
        }
        rule.at = place;
    }
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<Segment> = Vec::new();
    for rule in rules {
        match merged.last_mut() {
            Some(last) if last.at == rule.at && rule.from <= last.to + SLACK => {
                last.to = last.to.max(rule.to);
            }
            _ => merged.push(rule),
        }
    }
    merged
}

/// Where rules stand, in order.
fn places(rules: &[Segment]) -> Vec<f64> {
    let mut places: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, place| *next - *place <= SLACK);
    places
}

impl Grid {
    /// The words of a page, those of the grid made one that is its table, if it is one.
    fn with_table(&self, words: Vec<Word>) -> Vec<Word> {
        let places: Vec<Option<(usize, usize)>> =
            words.iter().map(|word| self.cell(word)).collect();
        let Some(text) = self.text(&words, &places) else { return words };
        let [left, right] = [self.columns[0], self.columns[self.columns.len() - 1]];
        let places = places.into_iter().map(|place| place.map(|_| 0)).collect();
        replaced(words, places, vec![Some(Table { text, left, right })])
    }

    /// The row and the column of a word: those where its cell starts.
    fn cell(&self, word: &Word) -> Option<(usize, usize)> {
        if word.angle != 0 || word.text.contains('\n') {
            return None;
        }
        let (x, y) = (0.5 * (word.left + word.right), word.base + 0.25 * word.size);
        let within = |place: Option<usize>, count: usize| {
            place.and_then(|at| at.checked_sub(1)).filter(|at| at + 1 < count)
        };
        let column = self.columns.iter().position(|&end| x < end);
        let mut column = within(column, self.columns.len())?;
        let row = self.rows.iter().position(|&end| y > end);
        let mut row = within(row, self.rows.len())?;
        while column > 0 && !self.down.iter().any(|rule| rule.parts(self.columns[column], y)) {
            column -= 1;
        }
        let middle = 0.5 * (self.columns[column] + self.columns[column + 1]);
        while row > 0 && !self.across.iter().any(|rule| rule.parts(self.rows[row], middle)) {
            row -= 1;
        }
        Some((row, column))
    }

    /// The table as Markdown writes it; `None` where the grid only lays out the page.
    fn text(&self, words: &[Word], places: &[Option<(usize, usize)>]) -> Option<String> {
        let (width, height) = (self.columns.len() - 1, self.rows.len() - 1);
        let mut cells: Vec<Vec<Word>> = vec![Vec::new(); width * height];
        for (word, place) in words.iter().zip(places) {
            if let Some((row, column)) = place {
                cells[row * width + column].push(word.clone());
            }
        }
        let cells = cells.into_iter().enumerate().map(|(at, words)| {
            let end = self.columns[at % width + 1];
            paragraphs(line::lines(words), end)
        });
        let cells: Vec<Vec<Block>> = cells.collect();
        let rows: Vec<Row> = cells.chunks(width).map(<[_]>::to_vec).collect();
        text(rows)
    }
}

/// A table as Markdown writes it, and how wide it is.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// Rows as Markdown writes them; `None` where they only lay out the page.
pub(super) fn text(rows: Vec<Row>) -> Option<String> {
    (!is_layout(&rows)).then(|| markdown(&[Block::Table(rows)]).trim_end().to_owned())
}

/// Words, those at the places of each table that is one made one that is it.
pub(super) fn replaced(
    words: Vec<Word>,
    places: Vec<Option<usize>>,
    tables: Vec<Option<Table>>,
) -> Vec<Word> {
    let found: Vec<bool> = tables.iter().map(Option::is_some).collect();
    let mut tables = tables;
    let keep = |(word, place): (Word, Option<usize>)| {
        let Some(at) = place.filter(|&at| found[at]) else { return Some(word) };
        let Table { text, left, right } = tables[at].take()?;
        let emphasis = Emphasis::None;
        Some(Word {
            text,
            left,
            right,
            emphasis,
            angle: 0,
            after: After::Blank,
            mark: None,
            ..word
        })
    };
    words.into_iter().zip(places).filter_map(keep).collect()
}

/// The paragraphs of a cell that ends at `end`: a line that had room for the next word ends one.
pub(super) fn paragraphs(lines: Vec<Line>, end: f64) -> Vec<Block> {
    let mut paragraphs: Vec<Styled> = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    for line in lines {
        let goes_on = last.is_some_and(|(right, base)| {
            let room = right + 0.25 * line.size + line.first_width() < end - 0.6 * line.size;
            let near = base - line.base < 2.0 * line.size;
            !room && near
        });
        if !goes_on {
            paragraphs.push(Styled::default());
        }
        if let Some(text) = paragraphs.last_mut() {
            if goes_on {
                text.push(" ", false);
            }
            for (at, word) in line.words.iter().enumerate() {
                let space = if at > 0 && line.is_spaced(at) { " " } else { "" };
                text.push(space, word.emphasis);
                text.push(&word.text, word.emphasis);
            }
        }
        last = Some((line.right, line.base));
    }
    let block = |text| Block::Paragraph(Paragraph { text, ..Paragraph::default() });
    paragraphs.into_iter().map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::words;
    use super::*;

    fn across(at: f64, from: f64, to: f64) -> Rule {
        Rule::Across { at, from, to }
    }

    fn down(at: f64, from: f64, to: f64) -> Rule {
        Rule::Down { at, from, to }
    }

    /// Two rows of 40 points below 700 and two columns, of 60 and 200 points, from 50 on.
    fn frame() -> Vec<Rule> {
        let lines = [700.0, 660.0, 620.0].map(|at| across(at, 50.0, 310.0));
        let sides = [50.0, 110.0, 310.0].map(|at| down(at, 620.0, 700.0));
        [lines, sides].concat()
    }

    #[track_caller]
    fn check(rules: &[Rule], written: &[(f64, f64, &str)], expect: &[&str]) {
        let words = written.iter().flat_map(|&(left, base, text)| words(left, base, text));
        let read: Vec<String> = line::lines(with_tables(words.collect(), rules))
            .iter()
            .map(|line| {
                let words: Vec<&str> = line.words.iter().map(|word| &word.text[..]).collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(read, expect);
    }

    const CELLS: [(f64, f64, &str); 5] = [
        (55.0, 685.0, "Heure"),
        (115.0, 685.0, "Titre"),
        (55.0, 645.0, "9h30"),
        (115.0, 645.0, "Se loger dans la ville, ce que disent ici"),
        (115.0, 633.0, "les habitants"),
    ];

    #[test]
    fn words_between_rules_are_cells_and_their_lines_are_joined() {
        check(
            &frame(),
            &[&[(50.0, 730.0, "Avant")], &CELLS[..], &[(50.0, 600.0, "Après")]].concat(),
            &[
                "Avant",
                "| Heure | Titre |\n|---|---|\n| 9h30 | Se loger dans la ville, ce que disent ici les habitants |",
                "Après",
            ],
        );
    }

    #[test]
    fn a_cell_goes_on_where_no_rule_parts_it() {
        let mut rules = frame();
        rules.retain(|rule| *rule != down(110.0, 620.0, 700.0));
        rules.push(down(110.0, 660.0, 700.0));
        let pause = [CELLS[0], CELLS[1], (180.0, 645.0, "Pause")];
        check(&rules, &pause, &["| Heure | Titre |\n|---|---|\n| Pause |  |"]);
    }

    #[test]
    fn a_frame_and_rules_that_do_not_meet_make_no_table() {
        let texts =
            ["Heure Titre", "9h30 Se loger dans la ville, ce que disent ici", "les habitants"];
        let frame = [across(700.0, 50.0, 310.0), across(620.0, 50.0, 310.0)];
        check(&frame, &CELLS, &texts);
        let apart = [across(700.0, 50.0, 310.0), down(400.0, 620.0, 700.0)];
        check(&apart, &CELLS, &texts);
    }
}
