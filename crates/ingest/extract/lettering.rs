//! Headings that only their letters tell.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::emphasis::Emphasis;
use super::markdown::{Block, Paragraph};
use super::styled::Styled;
use crate::line::may_head;

/// How much larger than the text a heading is.
const LARGER: f64 = 1.15;

/// How much larger a heading in bold is, where the text is not.
const LARGER_IN_BOLD: f64 = 1.05;

/// Whether letters of `size` are those of a heading above a text of size `body`; `bold` tells that
/// they stand in bold and the text does not.
pub(super) fn is_heading(size: f64, body: f64, bold: bool) -> bool {
    body > 0.0 && size >= if bold { LARGER_IN_BOLD } else { LARGER } * body
}

/// The longest paragraph that large letters make a heading, in bytes.
const MAX_LARGE: usize = 200;

/// The shortest, in bytes.
const MIN_LARGE: usize = 3;

/// How many lines that stand out at the size of the text make them headings.
const MANY: usize = 2;

/// How most of a document is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    /// The size of its letters, in half points; 0 where unknown.
    size: u32,
    /// How much they stand out.
    emphasis: Emphasis,
    /// From which emphasis on lines that stand alone may be headings.
    stress: Emphasis,
    /// Whether next to no paragraph stands apart from the others.
    tight: bool,
}

impl Body {
    /// How most of these blocks are set.
    pub(super) fn of(blocks: &[Block]) -> Body {
        let set = |block: &Block| match block {
            Block::Paragraph(Paragraph { text, size, .. }) | Block::Item { text, size, .. } => {
                Some((text.emphasis(), text.len(), *size))
            }
            _ => None,
        };
        let set: Vec<(Emphasis, usize, u32)> = blocks.iter().filter_map(set).collect();
        let mut sizes = BTreeMap::<u32, usize>::new();
        for (_, letters, size) in &set {
            *sizes.entry(*size).or_default() += letters;
        }
        let size = sizes.into_iter().max_by_key(|(_, letters)| *letters);
        let size = size.map_or(0, |(size, _)| size);
        let emphasis =
            Emphasis::of_most(set.iter().map(|(emphasis, letters, _)| (*emphasis, *letters)));
        let body = Body { size, emphasis, stress: Emphasis::Bold, tight: is_tight(blocks) };
        Body { stress: body.least_stress(blocks), ..body }
    }

    /// From which emphasis on lines that stand alone are headings.
    fn least_stress(self, blocks: &[Block]) -> Emphasis {
        if has_styled(blocks) {
            return Emphasis::Bold;
        }
        let alone = |stress: Emphasis| {
            let body = Body { stress, ..self };
            (0..blocks.len()).filter(|&at| body.is_small_heading(blocks, at)).count()
        };
        least_stress(self.has_large(blocks), alone).unwrap_or(Emphasis::Bold)
    }

    /// Whether a text stands out as headings do.
    fn stands_out(self, text: &Styled) -> bool {
        let emphasis = text.emphasis();
        let stressed = emphasis >= self.stress && emphasis > self.emphasis;
        stressed && !is_aside(emphasis, &text.plain())
    }

    /// A text, in bold where it stands out less and may be a heading.
    pub(super) fn marked<'t>(self, text: &'t Styled) -> Cow<'t, Styled> {
        let less = !text.is_bold() && self.stands_out(text);
        match less && !text.has_tab() && may_head(&text.plain()) {
            true => Cow::Owned(text.all_bold()),
            false => Cow::Borrowed(text),
        }
    }

    /// Whether a paragraph in bold, where nothing else parts paragraphs, parts what is above from what
    /// is below.
    pub(super) fn parts(self, paragraph: &Paragraph) -> bool {
        let text = &paragraph.text;
        self.tight && self.stands_out(text) && !text.has_tab() && may_head(&text.plain())
    }

    /// For each block, its level where only its letters make it a heading: the larger, the higher.
    /// There is none where styles tell the headings.
    pub(super) fn levels(self, blocks: &[Block]) -> Vec<Option<u8>> {
        if has_styled(blocks) {
            return vec![None; blocks.len()];
        }
        let small = (0..blocks.len()).filter(|&at| self.is_small_heading(blocks, at));
        // Of one size, lines in bold are told from emphasis as those of any text are.
        let small = self.has_large(blocks) && small.take(MANY).count() == MANY;
        let size = |at: usize| match &blocks[at] {
            Block::Paragraph(paragraph) if paragraph.text.has_break() => None,
            Block::Paragraph(paragraph) if self.is_heading(paragraph) => Some(paragraph.size),
            _ => (small && self.is_small_heading(blocks, at)).then_some(self.size),
        };
        let found: Vec<Option<u32>> = (0..blocks.len()).map(size).collect();
        let mut sizes: Vec<u32> = found.iter().copied().flatten().collect();
        sizes.sort_unstable_by_key(|&size| Reverse(size));
        sizes.dedup();
        let level = |size: u32| {
            let rank = sizes.binary_search_by(|larger| size.cmp(larger)).ok()?;
            u8::try_from(rank + 1).ok()
        };
        found.into_iter().map(|size| size.and_then(level)).collect()
    }

    /// Whether size tells a heading of these.
    fn has_large(self, blocks: &[Block]) -> bool {
        blocks
            .iter()
            .any(|block| matches!(block, Block::Paragraph(large) if self.is_heading(large)))
    }

    /// Whether a paragraph is one line that stands out, of the size of the text, apart from what is above where
    /// paragraphs are.
    fn is_small_heading(self, blocks: &[Block], at: usize) -> bool {
        let Block::Paragraph(paragraph) = &blocks[at] else { return false };
        let Paragraph { text, above, size, .. } = paragraph;
        let before = at.checked_sub(1).map(|at| &blocks[at]);
        let apart = match before {
            Some(Block::Paragraph(before)) => before.below || before.text.is_blank(),
            _ => true,
        };
        let below = blocks.get(at + 1).is_some();
        let alone =
            (*above || apart || self.tight) && below && !text.has_break() && !text.has_tab();
        let stressed = *size >= self.size && self.stands_out(text);
        alone && stressed && !self.is_heading(paragraph) && may_head(&text.plain())
    }

    /// Whether the letters of a paragraph are those of a heading.
    pub(super) fn is_heading(self, paragraph: &Paragraph) -> bool {
        let Paragraph { text, size, .. } = paragraph;
        let bold = text.is_bold() && self.emphasis != Emphasis::Bold;
        let fits = (MIN_LARGE..=MAX_LARGE).contains(&text.len());
        fits && is_heading(f64::from(*size), f64::from(self.size), bold)
    }
}

/// Whether a text so set is a remark on what happens: *(Applaudissements)*.
pub(super) fn is_aside(emphasis: Emphasis, text: &str) -> bool {
    emphasis == Emphasis::Italic && text.starts_with('(')
}

/// Whether styles tell headings.
fn has_styled(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Heading { level: 1.., .. }))
}

/// From which emphasis on lines that stand alone are headings, of those that so many do by theirs: lines
/// underlined count as those in bold do; in colour or italics, where no larger letters tell any.
pub(super) fn least_stress(large: bool, alone: impl Fn(Emphasis) -> usize) -> Option<Emphasis> {
    let stresses = [Emphasis::Underlined, Emphasis::Coloured, Emphasis::Italic];
    let tried = if large { 1 } else { stresses.len() };
    stresses.into_iter().take(tried).find(|&stress| alone(stress) >= MANY)
}

/// How many paragraphs there are in a tight text for each that stands apart.
const TIGHT: usize = 10;

/// Whether next to no paragraph stands apart from the others, as these do or not.
pub(super) fn are_tight(apart: impl Iterator<Item = bool>) -> bool {
    let (apart, all) = apart.fold((0, 0), |(apart, all), one| (apart + usize::from(one), all + 1));
    TIGHT * apart <= all
}

fn is_tight(blocks: &[Block]) -> bool {
    are_tight(blocks.iter().filter_map(|block| match block {
        Block::Paragraph(Paragraph { text, above, below, .. }) => {
            Some(*above || *below || text.is_blank())
        }
        _ => None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::markdown::markdown;
    use crate::extract::styled::Styled;

    fn set(text: &str, bold: bool, size: u32) -> Block {
        let mut styled = Styled::default();
        styled.push(text, bold);
        Block::Paragraph(Paragraph { text: styled, above: true, below: true, size })
    }

    #[track_caller]
    fn check(blocks: &[Block], expect: &[&str]) {
        let written = markdown(blocks);
        let lines: Vec<&str> = written.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, expect);
    }

    const TEXT: &str = "La commune a ouvert un guichet où chacun est reçu sans rendez-vous.";

    #[test]
    fn larger_letters_make_headings_by_size() {
        let blocks = [
            set("Actes de la journée", true, 36),
            set("Se loger", false, 28),
            set(TEXT, false, 22),
            set("Se soigner", false, 28),
            set(TEXT, false, 22),
        ];
        let expect = ["# Actes de la journée", "## Se loger", TEXT, "## Se soigner", TEXT];
        check(&blocks, &expect);
    }

    #[test]
    fn bold_letters_need_be_but_a_little_larger() {
        let (title, text) = (set("Se loger", true, 24), set(TEXT, false, 22));
        check(&[title, text], &["# Se loger", TEXT]);
        let (title, text) = (set("Se loger", false, 24), set(TEXT, false, 22));
        check(&[title, text], &["Se loger", TEXT]);
    }

    #[test]
    fn lines_in_bold_below_larger_ones_are_headings_where_several_stand_alone() {
        let (title, text) = (|| set("Se loger", true, 30), || set(TEXT, false, 22));
        let (one, two) = (set("Le bail", true, 22), set("La caution", true, 22));
        check(
            &[title(), one.clone(), text(), two, text()],
            &["# Se loger", "## Le bail", TEXT, "## La caution", TEXT],
        );
        check(&[title(), one, text()], &["# Se loger", "**Le bail**", TEXT]);
    }

    #[test]
    fn where_styles_tell_headings_letters_do_not() {
        let mut title = Styled::default();
        title.push("Se loger", false);
        let heading = Block::Heading { level: 1, text: title };
        check(
            &[heading, set("Le bail", true, 28), set(TEXT, false, 22)],
            &["# Se loger", "**Le bail**", TEXT],
        );
    }

    #[test]
    fn where_nothing_parts_paragraphs_lines_in_bold_do() {
        let tight = |text: &str, bold: bool| {
            let mut styled = Styled::default();
            styled.push(text, bold);
            Block::Paragraph(Paragraph { text: styled, size: 22, ..Paragraph::default() })
        };
        let blocks = [tight(TEXT, false), tight("Le bail", true), tight(TEXT, false)];
        assert_eq!(markdown(&blocks), format!("{TEXT}\n\n**Le bail**\n\n{TEXT}\n"));
        let apart = [set("Avis", false, 22), tight("Le bail", true), tight(TEXT, false)];
        assert_eq!(markdown(&apart), format!("Avis\n\n**Le bail**\n{TEXT}\n"));
    }

    fn stressed(text: &str, emphasis: Emphasis) -> Block {
        let mut styled = Styled::default();
        styled.push(text, emphasis);
        let (above, below) = (true, true);
        Block::Paragraph(Paragraph { text: styled, above, below, size: 22 })
    }

    #[test]
    fn lines_underlined_count_as_in_bold() {
        let (line, text) = (|text| stressed(text, Emphasis::Underlined), || set(TEXT, false, 22));
        let bold = set("La caution", true, 22);
        let blocks = [line("Se loger"), text(), bold, text(), line("Se soigner :"), text()];
        check(&blocks, &["**Se loger**", TEXT, "**La caution**", TEXT, "Se soigner :", TEXT]);
        check(
            &[line("Se loger"), text(), line("rappel"), text()],
            &["Se loger", TEXT, "rappel", TEXT],
        );
    }

    #[test]
    fn lines_in_colour_or_italics_count_where_nothing_else_tells_headings() {
        for emphasis in [Emphasis::Coloured, Emphasis::Italic] {
            let (line, text) = (|text| stressed(text, emphasis), || set(TEXT, false, 22));
            let blocks = [line("Se loger"), text(), line("Se soigner"), text()];
            check(&blocks, &["**Se loger**", TEXT, "**Se soigner**", TEXT]);
            let under = |first: &Block| {
                let blocks =
                    [first.clone(), line("Orn, salle des fêtes"), text(), line("Le bail"), text()];
                markdown(&blocks).contains("**Le bail**")
            };
            assert!(under(&set("Se loger", false, 22)));
            assert!(!under(&set("Se loger", true, 30)));
        }
        let aside = stressed("(Applaudissements)", Emphasis::Italic);
        let blocks = [aside.clone(), set(TEXT, false, 22), aside, set(TEXT, false, 22)];
        check(&blocks, &["(Applaudissements)", TEXT, "(Applaudissements)", TEXT]);
    }

    #[test]
    fn where_most_is_underlined_nothing_stands_out_by_it() {
        let line = |text| stressed(text, Emphasis::Underlined);
        check(
            &[line("Se loger"), line(TEXT), line("Se soigner")],
            &["Se loger", TEXT, "Se soigner"],
        );
    }

    #[test]
    fn lines_that_the_author_broke_stay_lines() {
        let blocks = [set("Atelier 3\nSe loger", true, 28), set(TEXT, false, 22)];
        check(&blocks, &["**Atelier 3**", "**Se loger**", TEXT]);
    }
}
