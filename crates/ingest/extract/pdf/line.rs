//! Words → lines, and lines in the order in which they are read.

use super::tags::Mark;
use super::word::{After, Word};
use crate::extract::emphasis::Emphasis;

/// Words on one baseline, shown one after the other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    /// The height of the font that most of its letters are in.
    pub(super) size: f64,
    pub(super) angle: i16,
    /// What it is part of, where the document tells.
    pub(super) mark: Option<Mark>,
}

/// How far apart two baselines are that make one line, in heights of the font.
const SAME_LINE: f64 = 0.45;
/// A gap below which two words of different fonts are one, in heights of the font.
const GLUED: f64 = 0.1;
/// Beyond as many blocks a page is read as it is written: ordering compares them all.
const MOST_BLOCKS: usize = 1_000;

/// The lines of a page in reading order.
pub(super) fn lines(words: Vec<Word>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.takes(&word) => line.push(word),
            Some(line) if let Some(at) = line.gap_for(&word) => line.words.insert(at, word),
            _ => lines.push(Line::of(word)),
        }
    }
    ordered(lines)
}

impl Line {
    fn of(word: Word) -> Line {
        let Word { left, right, base, size, angle, mark, .. } = word;
        Line { words: vec![word], left, right, base, size, angle, mark }
    }

    fn takes(&self, word: &Word) -> bool {
        let size = self.size.max(word.size);
        self.angle == word.angle
            && self.is_of(word)
            && !self.is_table()
            && !word.text.contains('\n')
            && (self.base - word.base).abs() < SAME_LINE * size
            && word.left > self.right - 0.5 * size
    }

    /// Whether a word may be of the same part of the text.
    fn is_of(&self, word: &Word) -> bool {
        match (self.mark, word.mark) {
            (Some(own), Some(other)) => own.part == other.part,
            _ => true,
        }
    }

    /// Where a word goes that is shown after the line was, as those of another font are.
    fn gap_for(&self, word: &Word) -> Option<usize> {
        let inside = self.angle == word.angle
            && self.is_of(word)
            && (self.base - word.base).abs() < SAME_LINE * self.size
            && word.left > self.left
            && word.right < self.right;
        let at = self.words.iter().position(|other| other.left > word.left)?;
        let slack = 0.15 * word.size;
        let free = at > 0
            && self.words[at - 1].right < word.left + slack
            && word.right < self.words[at].left + slack;
        (inside && free).then_some(at)
    }

    fn push(&mut self, word: Word) {
        let letters = |word: &Word| word.text.chars().count();
        let so_far: usize = self.words.iter().map(letters).sum();
        // An exponent leaves the line where it is, a drop cap does not keep it.
        if letters(&word) > so_far {
            (self.size, self.base) = (word.size, word.base);
        }
        self.right = self.right.max(word.right);
        self.mark = self.mark.or(word.mark);
        self.words.push(word);
    }

    /// Whether it is a table, on several lines of Markdown.
    pub(super) fn is_table(&self) -> bool {
        self.words.iter().any(|word| word.text.contains('\n'))
    }

    /// How much all of its words stand out, at least.
    pub(super) fn emphasis(&self) -> Emphasis {
        self.words.iter().map(|word| word.emphasis).min().unwrap_or_default()
    }

    /// Whether all of its words are in bold.
    pub(super) fn is_bold(&self) -> bool {
        self.emphasis() == Emphasis::Bold
    }

    /// How many letters and signs it has.
    pub(super) fn length(&self) -> usize {
        self.words.iter().map(|word| word.text.chars().count()).sum()
    }

    /// How wide the words are that a line may not end within, at its start.
    pub(super) fn first_width(&self) -> f64 {
        let untied = self.words.iter().position(|word| word.after != After::Tie);
        let last = &self.words[untied.unwrap_or(self.words.len() - 1)];
        last.right - self.left
    }

    /// Whether the word at `at` stands apart from the one before.
    pub(super) fn is_spaced(&self, at: usize) -> bool {
        let (before, word) = (&self.words[at - 1], &self.words[at]);
        let gap = word.left - before.right;
        before.after != After::Nothing || gap > GLUED * before.size.max(word.size)
    }

    fn top(&self) -> f64 {
        self.base + 0.7 * self.size
    }

    fn bottom(&self) -> f64 {
        self.base - 0.2 * self.size
    }

    /// Whether some of it stands over some of another line, or under.
    fn is_over(&self, other: &Line) -> bool {
        self.left < other.right && other.left < self.right
    }

    /// Whether it is the next line down in the same column.
    fn follows(&self, before: &Line) -> bool {
        let down = before.base - self.base;
        self.angle == before.angle
            && down > 0.0
            && down < 4.0 * self.size.max(before.size)
            && self.is_over(before)
    }
}

/// Lines that follow each other down a column.
#[derive(Debug)]
struct Block {
    lines: Vec<Line>,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Block {
    fn of(line: Line) -> Block {
        let (left, right, top, bottom) = (line.left, line.right, line.top(), line.bottom());
        Block { lines: vec![line], left, right, top, bottom }
    }

    fn push(&mut self, line: Line) {
        self.left = self.left.min(line.left);
        self.right = self.right.max(line.right);
        self.top = self.top.max(line.top());
        self.bottom = self.bottom.min(line.bottom());
        self.lines.push(line);
    }

    /// Whether it is to be read before another: all of it stands above, in the same column.
    fn is_above(&self, other: &Block) -> bool {
        let (this, that) = (&self.lines[0], &other.lines[0]);
        this.angle == that.angle
            && self.left < other.right
            && other.left < self.right
            && self.bottom + 0.2 * this.size.min(that.size) >= other.top
    }
}

/// The lines in reading order: as they are written, but for what stands above what comes before it.
///
/// Writers follow the text, columns included; what they write out of order are heads, feet, notes
/// and frames.
fn ordered(lines: Vec<Line>) -> Vec<Line> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        match blocks.last_mut() {
            Some(block) if block.lines.last().is_some_and(|last| line.follows(last)) => {
                block.push(line);
            }
            _ => blocks.push(Block::of(line)),
        }
    }
    if blocks.len() <= MOST_BLOCKS {
        blocks = above_first(blocks);
    }
    blocks.into_iter().flat_map(|block| block.lines).collect()
}

fn above_first(blocks: Vec<Block>) -> Vec<Block> {
    // For each block, how many stand above it that are still to be read.
    let above = |at: usize| blocks.iter().filter(|other| other.is_above(&blocks[at])).count();
    let mut waiting: Vec<usize> = (0..blocks.len()).map(above).collect();
    let mut order = Vec::with_capacity(blocks.len());
    let mut left: Vec<usize> = (0..blocks.len()).collect();
    while !left.is_empty() {
        // Each of two blocks may be above the other where they are thin: then as written.
        let next = left.iter().position(|&at| waiting[at] == 0).unwrap_or(0);
        let read = left.remove(next);
        for &at in &left {
            if blocks[read].is_above(&blocks[at]) {
                waiting[at] = waiting[at].saturating_sub(1);
            }
        }
        order.push(read);
    }
    let mut blocks: Vec<Option<Block>> = blocks.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| blocks[at].take()).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Words of a line that starts at `left`, in a font of 10 whose letters are 5 wide.
    pub(in crate::extract::pdf) fn words(left: f64, base: f64, text: &str) -> Vec<Word> {
        let mut at = left;
        text.split(' ')
            .map(|word| {
                let (left, right) = (at, at + 5.0 * word.chars().count() as f64);
                at = right + 2.5;
                let text = word.to_owned();
                let (size, after, emphasis) = (10.0, After::Blank, Emphasis::None);
                Word { text, left, right, base, size, emphasis, angle: 0, after, mark: None }
            })
            .collect()
    }

    #[track_caller]
    fn check(written: &[(f64, f64, &str)], expect: &[&str]) {
        let words = written.iter().flat_map(|&(left, base, text)| words(left, base, text));
        let read: Vec<String> = lines(words.collect())
            .iter()
            .map(|line| {
                let words: Vec<&str> = line.words.iter().map(|word| &word.text[..]).collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(read, expect);
    }

    #[test]
    fn columns_are_read_as_they_are_written() {
        check(
            &[
                (50.0, 700.0, "gauche haut"),
                (50.0, 688.0, "gauche bas"),
                (300.0, 700.0, "droite haut"),
                (300.0, 688.0, "droite bas"),
            ],
            &["gauche haut", "gauche bas", "droite haut", "droite bas"],
        );
    }

    #[test]
    fn a_title_over_two_columns_comes_first_and_their_foot_last() {
        check(
            &[
                (50.0, 40.0, "pied de toute la page sur deux colonnes de texte et plus"),
                (50.0, 700.0, "gauche"),
                (300.0, 700.0, "droite"),
                (50.0, 740.0, "titre de toute la page sur deux colonnes de texte et plus"),
            ],
            &[
                "titre de toute la page sur deux colonnes de texte et plus",
                "gauche droite",
                "pied de toute la page sur deux colonnes de texte et plus",
            ],
        );
    }

    #[test]
    fn cells_of_a_row_make_one_line() {
        check(
            &[(50.0, 700.0, "9h30"), (120.0, 700.0, "Accueil"), (50.0, 680.0, "10h")],
            &["9h30 Accueil", "10h"],
        );
    }
}
