//! Lines of pages → text: paragraphs unwrapped, headings and bold marked as Markdown does.

mod told;

use std::collections::HashMap;

use super::letters;
use super::line::Line;
use super::measure::Measures;
use super::object::whole;
use crate::extract::emphasis::Emphasis;
use crate::extract::lettering::{self, is_aside};
use crate::line::may_head;
use crate::structure::time::leading_slot;
use told::Item;

/// The longest heading, in letters.
const MAX_HEADING: usize = 240;
/// The narrowest column whose lines are unwrapped, in heights of the font: lists are narrower.
const MIN_COLUMN: f64 = 10.0;
/// How far from its edge a line may end that is full, in heights of the font.
const SLACK: f64 = 0.3;
/// How many lines a heading may be wrapped to.
const MAX_HEADING_LINES: usize = 4;

/// The text of pages, each ended by a form feed.
pub(super) fn text(pages: &[Vec<Line>]) -> String {
    let measures = Measures::of(pages);
    // The part of the last line that is told to be of one.
    let mut open = None;
    let pages = pages.iter().enumerate();
    let paragraphs: Vec<Vec<Paragraph>> =
        pages.map(|(at, page)| paragraphs(page, at, &measures, &mut open)).collect();
    let paragraphs = with_small_headings(paragraphs, &measures);
    let levels = levels(&paragraphs, &measures);
    let mut text = String::new();
    for page in &paragraphs {
        for paragraph in page {
            if paragraph.apart {
                text.push('\n');
            }
            paragraph.write(&levels, &measures, &mut text);
            text.push('\n');
        }
        text.push('\u{c}');
    }
    text
}

/// Lines that were one before they were wrapped.
#[derive(Debug)]
struct Paragraph<'a> {
    lines: Vec<&'a Line>,
    /// Whether it stands further from what is above than lines of a text do.
    apart: bool,
    /// Whether it is a heading by its bold type alone.
    small_heading: bool,
    /// The item of a list that it is of, where tags tell it.
    item: Option<Item>,
}

/// The paragraphs, those that stand alone in bold told to be headings where several do.
fn with_small_headings<'a>(
    mut pages: Vec<Vec<Paragraph<'a>>>,
    measures: &Measures,
) -> Vec<Vec<Paragraph<'a>>> {
    if measures.tells_headings() {
        return pages;
    }
    let tight = is_tight(&pages);
    let large = pages.iter().flatten().any(|paragraph| paragraph.is_large(measures));
    let alone = |page: &[Paragraph<'_>], at: usize, least: Emphasis| {
        let above = at == 0 || page[at].apart || tight;
        above && at + 1 < page.len() && page[at].stands_out(least, measures)
    };
    let least = lettering::least_stress(large, |least| {
        let of_page = |page: &Vec<Paragraph<'_>>| {
            (0..page.len()).filter(|&at| alone(page, at, least)).count()
        };
        pages.iter().map(of_page).sum()
    });
    let Some(least) = least else { return pages };
    for page in &mut pages {
        let headings: Vec<bool> = (0..page.len()).map(|at| alone(page, at, least)).collect();
        for (paragraph, heading) in page.iter_mut().zip(headings) {
            paragraph.small_heading = heading;
        }
    }
    pages
}

/// Whether next to no paragraph stands apart from the others.
fn is_tight(pages: &[Vec<Paragraph<'_>>]) -> bool {
    let table = |paragraph: &Paragraph<'_>| paragraph.lines.iter().any(|line| line.is_table());
    let pairs = pages.iter().flat_map(|page| page.windows(2));
    lettering::are_tight(pairs.filter(|pair| !pair.iter().any(table)).map(|pair| pair[1].apart))
}

fn paragraphs<'a>(
    page: &'a [Line],
    number: usize,
    measures: &Measures,
    open_part: &mut Option<u32>,
) -> Vec<Paragraph<'a>> {
    let mut paragraphs: Vec<Paragraph<'a>> = Vec::new();
    for (at, line) in page.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &page[at]);
        let apart = before.is_some_and(|before| is_apart(before, line, measures));
        let told = line.mark.filter(|_| measures.tells_parts());
        let part = |line: &Line| line.mark.map(|mark| mark.part);
        let same = told.filter(|mark| before.and_then(part) == Some(mark.part));
        let started = told.is_some() && *open_part == part(line);
        *open_part = part(line).or(*open_part);
        if let (Some(open), Some(before)) = (paragraphs.last_mut(), before) {
            let edge = measures.edge(number, at - 1);
            let goes_on = match same {
                Some(mark) => open.goes_on_within(mark.role, line, edge),
                None if told.is_some() && before.mark.is_some() => false,
                None => !apart && open.goes_on(line, edge, measures),
            };
            if goes_on {
                open.lines.push(line);
                continue;
            }
        }
        let item = told.and_then(|mark| Item::of(mark.role, started));
        let apart = apart && item.is_none_or(|item| item.starts);
        paragraphs.push(Paragraph { lines: vec![line], apart, small_heading: false, item });
    }
    paragraphs
}

/// Whether more than the space between lines parts two of them.
fn is_apart(before: &Line, line: &Line, measures: &Measures) -> bool {
    let down = before.base - line.base;
    let size = before.size.max(line.size);
    let beside = down.abs() < 0.5 * size;
    if before.is_table() || line.is_table() {
        return true;
    }
    before.angle != line.angle || !beside && !(0.0..=measures.blank(size)).contains(&down)
}

impl Paragraph<'_> {
    /// Whether `line` goes on with what the last line says; `edge` is where that one could end.
    fn goes_on(&self, line: &Line, edge: f64, measures: &Measures) -> bool {
        let (first, last) = (self.lines[0], self.lines[self.lines.len() - 1]);
        let alike = (last.size - line.size).abs() < 0.1 * last.size
            && last.is_bold() == line.is_bold()
            && last.base - line.base > 0.5 * line.size;
        if !alike {
            return false;
        }
        let em = line.size;
        let centred = ((last.left + last.right) - (line.left + line.right)).abs() < 0.8 * em;
        if measures.is_heading(line) {
            let room = self.lines.len() < MAX_HEADING_LINES;
            let near = last.base - line.base < measures.pitch(em);
            let under = (last.left - line.left).abs() < em && (near || !has_room(last, line, edge));
            return room && (centred || under);
        }
        if is_number(line) {
            // The page of an entry of a table of contents, where the entry took the whole line.
            return last.right + 4.0 * em > edge && !is_number(last);
        }
        if last.right - last.left < MIN_COLUMN * em {
            return false;
        }
        if has_room(last, line, edge) || self.is_over_at(line) {
            return false;
        }
        let further = line.left - last.left;
        let alone = self.lines.len() == 1;
        match () {
            () if centred || further.abs() < 0.6 * em => true,
            // The lines of an item stand under its text, not under its mark.
            () if further > 0.0 => alone && first.hangs(line),
            () => alone && further > -5.0 * em,
        }
    }

    /// Whether an item of a list starts at `line`.
    fn is_over_at(&self, line: &Line) -> bool {
        let (first, last) = (self.lines[0], self.lines[self.lines.len() - 1]);
        let end = last.words.last().and_then(|word| word.text.chars().next_back());
        let aside = (line.left - first.left).abs() > 0.6 * line.size;
        let item =
            is_item(line) && (is_item(first) || aside || matches!(end, Some(':' | ';' | '.')));
        let capital = line.words[0].text.starts_with(char::is_uppercase);
        // « Atelier 1. », « Atelier 2. »: lines of one length in a list.
        let alike = line.words[0].text == last.words[0].text && end == Some('.');
        item || capital && (alike || is_entry(last)) || opens_with_hour(line) && !waits(last)
    }

    fn length(&self) -> usize {
        self.lines.iter().map(|line| line.length() + 1).sum()
    }

    /// Whether all of it is in the letters of headings.
    fn is_large(&self, measures: &Measures) -> bool {
        self.lines.iter().all(|line| measures.is_heading(line))
    }

    /// Whether it is a line of the size of the text that stands out so much at `least`, and may head
    /// what is below.
    fn stands_out(&self, least: Emphasis, measures: &Measures) -> bool {
        let [line] = self.lines[..] else { return false };
        let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
        let wide = (1..line.words.len()).any(|at| word_space(line, at) == "\t");
        let emphasis = line.emphasis();
        emphasis >= least
            && emphasis > measures.emphasis()
            && !is_aside(emphasis, words[0])
            && !measures.is_heading(line)
            && line.size > 0.9 * measures.body()
            && !wide
            && !is_item(line)
            && may_head(&words.join(" "))
    }

    /// The size that its heading has, as [`levels`] ranks it; `None` where it is none.
    fn heading(&self, measures: &Measures) -> Option<i64> {
        if measures.tells_headings() {
            return None;
        }
        let letters = self.lines.iter().flat_map(|line| &line.words);
        let said = letters.flat_map(|word| word.text.chars()).filter(|c| c.is_alphabetic()).count();
        let heading = self.small_heading || self.is_large(measures);
        (heading && said >= 3 && self.length() <= MAX_HEADING).then(|| rank(self.lines[0].size))
    }

    fn write(&self, levels: &HashMap<i64, usize>, measures: &Measures, text: &mut String) {
        let by_size = || self.heading(measures).and_then(|size| levels.get(&size)).copied();
        let level = self.told_level(measures).map(usize::from).or_else(by_size);
        if let Some(level) = level {
            text.extend(std::iter::repeat_n('#', level));
            text.push(' ');
        }
        let mut bold = Bold { marked: level.is_none() && !measures.is_bold(), open: false };
        for (at, line) in self.lines.iter().enumerate() {
            if at > 0 {
                // A hyphen at the end of a line is not decided here.
                let cut = text.ends_with(['-', '\u{ad}', '\u{2010}']) && level.is_none();
                bold.next(line.words[0].is_bold(), if cut { "\n" } else { " " }, text);
            }
            let label = if at == 0 { self.write_mark(text) } else { 0 };
            for (at, word) in line.words.iter().enumerate().skip(label) {
                let space = at > label && line.is_spaced(at);
                let space = if space { word_space(line, at) } else { "" };
                bold.next(word.is_bold(), space, text);
                text.push_str(&word.text);
            }
        }
        bold.next(false, "", text);
    }
}

/// The space before a word: the cells of a table stand further apart than words, and so does the
/// page of an entry of a table of contents, if by little.
fn word_space(line: &Line, at: usize) -> &'static str {
    let gap = |at: usize| line.words[at].left - line.words[at - 1].right;
    let widest = || (1..at).map(gap).fold(0.3 * line.size, f64::max);
    let page = at + 1 == line.words.len() && at > 1 && is_page(&line.words[at].text);
    if gap(at) > 2.0 * line.size || page && gap(at) > 1.3 * widest() { "\t" } else { " " }
}

/// Puts marks around what is in bold.
struct Bold {
    marked: bool,
    open: bool,
}

impl Bold {
    /// Passes to what is in bold or is not, with `space` outside the marks.
    fn next(&mut self, bold: bool, space: &str, text: &mut String) {
        let bold = bold && self.marked;
        if self.open && !bold {
            text.push_str("**");
        }
        text.push_str(space);
        if bold && !self.open {
            text.push_str("**");
        }
        self.open = bold;
    }
}

/// Sizes of headings are told apart by half a point.
fn rank(size: f64) -> i64 {
    whole(size * 2.0)
}

/// The level of each size of heading, the largest first.
fn levels(pages: &[Vec<Paragraph<'_>>], measures: &Measures) -> HashMap<i64, usize> {
    let paragraphs = pages.iter().flatten();
    let mut sizes: Vec<i64> =
        paragraphs.filter_map(|paragraph| paragraph.heading(measures)).collect();
    sizes.sort_unstable_by_key(|&size| std::cmp::Reverse(size));
    sizes.dedup();
    sizes.into_iter().enumerate().map(|(at, size)| (size, (at + 1).min(6))).collect()
}

impl Measures {
    fn is_heading(&self, line: &Line) -> bool {
        let bold = line.is_bold() && !self.is_bold();
        lettering::is_heading(line.size, self.body(), bold)
    }
}

impl Line {
    /// Whether a line stands under the text of this one rather than under its mark or its time.
    fn hangs(&self, line: &Line) -> bool {
        let under = |at: usize| (self.words[at].left - line.left).abs() < 0.4 * line.size;
        let apart = |at: usize| {
            let gap = self.words[at].left - self.words[at - 1].right;
            gap > 0.8 * self.size || at == 1 && is_item(self)
        };
        let item = is_item(self) && line.left - self.left < 5.0 * line.size;
        item || (1..self.words.len()).any(|at| under(at) && apart(at))
    }
}

/// Whether a line that may end at `edge` had room for the first word of the next.
fn has_room(line: &Line, next: &Line, edge: f64) -> bool {
    let em = next.size;
    line.right + 0.25 * em + next.first_width() < edge - SLACK * em
}

/// Whether a line is but a number.
fn is_number(line: &Line) -> bool {
    matches!(&line.words[..], [word] if is_page(&word.text))
}

fn is_page(text: &str) -> bool {
    text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a line ends with the number of a page, apart from its words.
fn is_entry(line: &Line) -> bool {
    let [.., before, last] = &line.words[..] else { return false };
    is_page(&last.text) && (last.left - before.right > line.size || before.text.ends_with("..."))
}

/// Whether a line opens with the hour of what it tells.
fn opens_with_hour(line: &Line) -> bool {
    let hour = line.words[0].text.trim_start_matches(['[', '(']);
    hour.starts_with(|c: char| c.is_ascii_digit()) && leading_slot(hour).is_some()
}

/// Whether a line goes on with an hour: « on se retrouve à », « de 9h à », « 14h - ».
fn waits(line: &Line) -> bool {
    const LINKS: [&str; 10] =
        ["à", "de", "dès", "vers", "et", "ou", "entre", "avant", "après", "jusqu'à"];
    let last = line.words.last().map_or("", |word| word.text.as_str());
    LINKS.contains(&last) || last.ends_with([',', '-', '–', '—', '(', ':'])
}

/// Whether a word is a mark of a list in a font of signs, or the hollow one that Word draws as a letter.
fn is_sign(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| c == 'o' || letters::is_private(c)) && letters.next().is_none()
}

/// Whether a line starts as an item of a list does.
fn is_item(line: &Line) -> bool {
    let first = &line.words[0].text;
    let marks = ['-', '–', '—', '•', '◦', '▪', '‣', '➢', '➔', '→', '»', '›', '*', '·', '\u{f0b7}'];
    let number = first.strip_suffix(['.', ')']);
    marks.iter().any(|&mark| first.starts_with(mark) && first.chars().count() == 1)
        || first.starts_with(['•', '▪', '➢', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}'])
        || is_sign(first) && line.words.len() > 1
        || number.is_some_and(|number| {
            number.len() <= 2 && !number.is_empty() && number.chars().all(char::is_alphanumeric)
        })
}
