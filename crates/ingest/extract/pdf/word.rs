//! Glyphs in the order in which a page shows them → words.

use super::letters;
use super::tags::Mark;
use crate::extract::emphasis::Emphasis;

/// Letters that stand together.
///
/// `left`, `right` run along the direction of the text and `base` across it, upwards: whatever the
/// direction, text goes to the right and lines go down.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    /// The height of its font.
    pub(super) size: f64,
    pub(super) emphasis: Emphasis,
    /// The direction of the text, in degrees.
    pub(super) angle: i16,
    pub(super) after: After,
    /// What it is part of, where the document tells.
    pub(super) mark: Option<Mark>,
}

/// What is shown after a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing: only the distance tells whether the next word is another one.
    Nothing,
    /// A blank.
    Blank,
    /// A blank where no line may end.
    Tie,
}

/// A glyph where it stands.
#[derive(Debug, Clone)]
pub(super) struct Placed<'a> {
    pub(super) text: &'a str,
    pub(super) left: f64,
    /// Where its ink ends.
    pub(super) right: f64,
    /// Where the next glyph is expected.
    pub(super) next: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) emphasis: Emphasis,
    pub(super) angle: i16,
}

/// A gap that parts two words, in heights of the font; poppler's.
const WORD_GAP: f64 = 0.1;
/// How far a glyph may stand back over the one before, in heights of the font.
const OVERLAP: f64 = 0.4;
/// How far a glyph may stand above or below the one before: an exponent, an index.
const SHIFT: f64 = 0.6;
/// Among how many words a word is looked for that is shown twice, to make it bold.
const RECENT: usize = 48;

/// Makes words of glyphs.
#[derive(Debug, Default)]
pub(super) struct Words {
    done: Vec<Word>,
    open: Option<Open>,
    /// An accent that waits for its letter.
    accent: Option<Accent>,
    /// How many glyphs the fonts do not tell.
    pub(super) unmapped: usize,
    /// What the glyphs that come are part of.
    mark: Option<Mark>,
}

/// The word that is being read.
#[derive(Debug)]
struct Open {
    word: Word,
    /// Where the next glyph is expected.
    next: f64,
    /// Where the last one starts.
    last: f64,
}

#[derive(Debug)]
struct Accent {
    text: char,
    mark: char,
    left: f64,
    right: f64,
    next: f64,
    base: f64,
    size: f64,
    emphasis: Emphasis,
    angle: i16,
}

impl Words {
    /// Takes the next glyph.
    pub(super) fn push(&mut self, glyph: &Placed<'_>) {
        if glyph.text.is_empty() {
            self.unmapped += 1;
            return self.pass(glyph.next);
        }
        if glyph.text.trim().is_empty() {
            return self.blank(glyph);
        }
        let mut only = glyph.text.chars();
        if let (Some(letter), None) = (only.next(), only.next()) {
            if let Some(accent) = self.accent.take() {
                match accent.on(letter, glyph) {
                    Some(accented) => return self.accented(&accent, accented, glyph),
                    None => self.add(&accent.alone()),
                }
            }
            if let Some(mark) = letters::mark(letter) {
                if !self.mark_last(mark, glyph) {
                    self.accent = Some(Accent::new(letter, mark, glyph));
                }
                return;
            }
        }
        self.release();
        self.add(glyph);
    }

    /// What comes next is part of something else, or of nothing that is told.
    pub(super) fn turn_to(&mut self, mark: Option<Mark>) {
        if mark != self.mark {
            self.end();
            self.mark = mark;
        }
    }

    /// Ends the word; what comes next stands apart.
    pub(super) fn end(&mut self) {
        self.release();
        self.finish();
    }

    /// The words of the page, in the order in which it shows them.
    pub(super) fn take(&mut self) -> Vec<Word> {
        self.end();
        std::mem::take(&mut self.done)
    }

    fn accented(&mut self, accent: &Accent, letter: char, glyph: &Placed<'_>) {
        let mut letters = [0; 4];
        let left = accent.left.min(glyph.left);
        self.add(&Placed { text: letter.encode_utf8(&mut letters), left, ..glyph.clone() });
    }

    /// Puts an accent on the letter before, where it stands above or below it.
    fn mark_last(&mut self, mark: char, glyph: &Placed<'_>) -> bool {
        let Some(open) = &mut self.open else { return false };
        let (from, to) = (open.last, open.word.right);
        let over = (from + to - glyph.left - glyph.right).abs() < 0.5 * glyph.size;
        let near = (open.word.base - glyph.base).abs() < SHIFT * glyph.size;
        let marked = open.word.text.chars().next_back().and_then(|c| letters::marked(c, mark));
        match marked {
            Some(marked) if over && near && glyph.left < to => {
                open.word.text.pop();
                open.word.text.push(marked);
                true
            }
            _ => false,
        }
    }

    fn release(&mut self) {
        if let Some(accent) = self.accent.take() {
            self.add(&accent.alone());
        }
    }

    fn pass(&mut self, next: f64) {
        if let Some(open) = &mut self.open {
            open.next = next;
        }
    }

    fn blank(&mut self, glyph: &Placed<'_>) {
        self.end();
        if let Some(word) = self.done.last_mut() {
            let tied = matches!(glyph.text, "\u{a0}" | "\u{202f}");
            word.after = if tied { After::Tie } else { After::Blank };
        }
    }

    fn add(&mut self, glyph: &Placed<'_>) {
        if let Some(open) = &mut self.open
            && open.continues(glyph)
        {
            open.word.text.push_str(glyph.text);
            open.word.right = open.word.right.max(glyph.right);
            open.word.emphasis = open.word.emphasis.min(glyph.emphasis);
            (open.next, open.last) = (glyph.next, glyph.left);
            return;
        }
        self.finish();
        let &Placed { left, right, next, base, size, emphasis, angle, .. } = glyph;
        let text = glyph.text.to_owned();
        let (after, mark) = (After::Nothing, self.mark);
        let word = Word { text, left, right, base, size, emphasis, angle, after, mark };
        self.open = Some(Open { word, next, last: left });
    }

    fn finish(&mut self) {
        let Some(Open { word, .. }) = self.open.take() else { return };
        let recent = self.done.len().saturating_sub(RECENT);
        match self.done[recent..].iter_mut().find(|other| word.is_over(other)) {
            // Shown twice, a little aside: a way to make it bold.
            Some(other) => other.emphasis = Emphasis::Bold,
            None => self.done.push(word),
        }
    }
}

impl Open {
    fn continues(&self, glyph: &Placed<'_>) -> bool {
        let size = self.word.size.max(glyph.size);
        let gap = glyph.left - self.next;
        self.word.angle == glyph.angle
            && (self.word.base - glyph.base).abs() < SHIFT * size
            && (-OVERLAP * size..WORD_GAP * size).contains(&gap)
            && self.word.is_bold() == (glyph.emphasis == Emphasis::Bold)
    }
}

impl Word {
    /// Whether it is in bold.
    pub(super) fn is_bold(&self) -> bool {
        self.emphasis == Emphasis::Bold
    }

    fn is_over(&self, other: &Word) -> bool {
        let near = 0.12 * self.size;
        (self.left - other.left).abs() < near
            && (self.base - other.base).abs() < near
            && self.angle == other.angle
            && self.text == other.text
    }
}

impl Accent {
    fn new(text: char, mark: char, glyph: &Placed<'_>) -> Accent {
        let &Placed { left, right, next, base, size, emphasis, angle, .. } = glyph;
        Accent { text, mark, left, right, next, base, size, emphasis, angle }
    }

    /// The letter with this accent, where the two stand over each other.
    fn on(&self, letter: char, glyph: &Placed<'_>) -> Option<char> {
        let apart = (glyph.left + glyph.right - self.left - self.right).abs() / 2.0;
        let over = apart < 0.35 * glyph.size && glyph.left < self.right;
        let near = (self.base - glyph.base).abs() < SHIFT * glyph.size;
        let same = self.angle == glyph.angle;
        (over && near && same).then(|| letters::marked(letter, self.mark))?
    }

    /// As a glyph of its own.
    fn alone(&self) -> Placed<'static> {
        let &Accent { left, right, next, base, size, emphasis, angle, .. } = self;
        Placed { text: alone(self.text), left, right, next, base, size, emphasis, angle }
    }
}

/// The accents that may stand alone.
fn alone(accent: char) -> &'static str {
    const ALONE: [&str; 17] = [
        "`", "\u{2cb}", "´", "\u{2ca}", "ˆ", "^", "˜", "~", "¯", "˘", "˙", "¨", "˚", "˝", "ˇ", "¸",
        "˛",
    ];
    ALONE.iter().find(|known| known.starts_with(accent)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(text: &str, left: f64, width: f64) -> Placed<'_> {
        let right = left + width;
        Placed {
            text,
            left,
            right,
            next: right,
            base: 0.0,
            size: 10.0,
            emphasis: Emphasis::None,
            angle: 0,
        }
    }

    #[track_caller]
    fn check(glyphs: &[Placed<'_>], expect: &[&str]) {
        let mut words = Words::default();
        glyphs.iter().for_each(|glyph| words.push(glyph));
        let words = words.take();
        let words: Vec<&str> = words.iter().map(|word| &word.text[..]).collect();
        assert_eq!(words, expect);
    }

    #[test]
    fn a_blank_or_a_gap_parts_words() {
        check(&[glyph("l", 0.0, 5.0), glyph("e", 5.2, 5.0), glyph("s", 12.0, 5.0)], &["le", "s"]);
        check(&[glyph("a", 0.0, 5.0), glyph(" ", 5.0, 3.0), glyph("b", 5.5, 5.0)], &["a", "b"]);
    }

    #[test]
    fn an_exponent_stays_with_its_number() {
        let exponent = Placed { base: 3.5, size: 6.0, ..glyph("er", 5.0, 5.0) };
        check(&[glyph("1", 0.0, 5.0), exponent], &["1er"]);
    }

    #[test]
    fn an_accent_over_a_letter_goes_on_it() {
        let glyphs = |at| [glyph("l", 0.0, 3.0), glyph("´", 3.0, 4.0), glyph("e", at, 4.5)];
        check(&glyphs(2.9), &["lé"]);
        check(&glyphs(7.0), &["l´e"]);
    }

    #[test]
    fn a_cedilla_goes_on_the_letter_before() {
        check(&[glyph("c", 0.0, 4.5), glyph("¸", 0.2, 4.4), glyph("a", 4.5, 5.0)], &["ça"]);
    }

    #[test]
    fn a_word_shown_twice_is_one_in_bold() {
        let mut words = Words::default();
        for left in [0.0, 0.3] {
            words.push(&glyph("mot", left, 15.0));
            words.end();
        }
        let words = words.take();
        assert!(words.len() == 1 && words[0].is_bold(), "{words:?}");
    }

    #[test]
    fn what_the_font_does_not_tell_is_counted() {
        let mut words = Words::default();
        words.push(&glyph("", 0.0, 5.0));
        words.push(&glyph("a", 5.0, 5.0));
        assert_eq!((words.unmapped, words.take().len()), (1, 1));
    }
}
