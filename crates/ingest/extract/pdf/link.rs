//! Where a page links to elsewhere: words stand out there as links do.

use pdf_extract::{Dictionary, Document, Object};

use super::drawing::Extent;
use super::matrix::Matrix;
use super::object::Lookup;
use super::word::Word;
use crate::extract::emphasis::Emphasis;

/// How many notes of a page are looked at.
const MAX_NOTES: usize = 1_000;

/// How far above the baseline the middle of small letters is, in heights of the font.
const MIDDLE: f64 = 0.25;

/// Where a page turned by `turn` degrees links to elsewhere.
pub(super) fn links(document: &Document, page: &Dictionary, turn: i64) -> Vec<Extent> {
    let notes = document.array(page, b"Annots").unwrap_or_default();
    let link = |note: &Object| {
        let note = document.resolved(note)?.as_dict().ok()?;
        let link = document.name(note, b"Subtype") == Some(b"Link");
        let sides = document.array(note, b"Rect").filter(|_| link)?;
        let sides: Vec<f64> = sides.iter().filter_map(|side| document.as_number(side)).collect();
        let [left, bottom, right, top] = sides[..] else { return None };
        let corner = |x, y| Extent::at(Matrix::turn(turn).apply(x, y));
        Some(corner(left, bottom).or(corner(right, top)))
    };
    notes.iter().take(MAX_NOTES).filter_map(link).collect()
}

/// The words, those of links told to stand out by bold letters alone.
pub(super) fn unlinked(mut words: Vec<Word>, links: &[Extent]) -> Vec<Word> {
    let light = |word: &&mut Word| word.angle == 0 && !word.is_bold();
    let stressed = |word: &&mut Word| word.emphasis != Emphasis::None;
    for word in words.iter_mut().filter(light).filter(stressed) {
        let (x, y) = (0.5 * (word.left + word.right), word.base + MIDDLE * word.size);
        let around = |link: &Extent| {
            (link.left..=link.right).contains(&x) && (link.bottom..=link.top).contains(&y)
        };
        if links.iter().any(around) {
            word.emphasis = Emphasis::None;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::pdf::line::tests::words;

    #[test]
    fn a_link_stands_out_by_bold_letters_alone() {
        let link = Extent { left: 100.0, bottom: 697.0, right: 137.0, top: 708.0 };
        let mut words = words(100.0, 700.0, "Se loger ici");
        let set = [Emphasis::Bold, Emphasis::Underlined, Emphasis::Underlined];
        words.iter_mut().zip(set).for_each(|(word, set)| word.emphasis = set);
        let told = unlinked(words, &[link]).into_iter().map(|word| word.emphasis);
        let expect = [Emphasis::Bold, Emphasis::None, Emphasis::Underlined];
        assert_eq!(told.collect::<Vec<_>>(), expect);
    }
}
