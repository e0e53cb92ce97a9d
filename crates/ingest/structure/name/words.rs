//! The first words of a text, as far as a name may go.

use super::shape::{Shape, is_civility, is_initial, is_particle};

/// One word of a text and where it ends.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word<'t> {
    /// Without the punctuation after it.
    pub(super) text: &'t str,
    /// Byte offset of the end of the word, punctuation left out.
    pub(super) end: usize,
    /// Whether punctuation follows at once.
    pub(super) closed: bool,
    /// Whether that punctuation is a comma.
    pub(super) comma: bool,
    /// Whether a slash glues it to another word: `Perrot/CNRS`.
    pub(super) glued: bool,
    /// What its letters tell.
    pub(super) shape: Shape,
}

/// How many words are looked at: a name takes at most eight.
pub(super) const MAX_WORDS: usize = 9;

/// A civility, an article and an office may stand before a name: `Mme la conseillère Ève Tarn`.
const BEFORE_NAME: usize = 3;

/// The first words of a text, to the first that is in no name.
pub(super) fn split<'w, 't>(text: &'t str, room: &'w mut [Word<'t>; MAX_WORDS]) -> &'w [Word<'t>] {
    let (mut count, mut at, mut before_name) = (0, 0, 0);
    let mut commas = 0;
    for part in spaced(text).take(MAX_WORDS) {
        // A name goes on after one comma at most; the word after its end tells that there is one.
        let ended =
            count > before_name && room[count - 1].closed && (!room[count - 1].comma || commas > 1);
        let whole = part.trim_end();
        // « PERROT,maire », « Perrot/CNRS »: what is glued to a word is no part of it.
        let mark = whole.bytes().position(|byte| matches!(byte, b',' | b'/' | b';'));
        let glued = mark.filter(|mark| mark + 1 < whole.len());
        let whole = glued.map_or(whole, |mark| &whole[..=mark]);
        let open = whole.ends_with(|c: char| c.is_ascii_alphanumeric());
        let word = if open || is_initial(whole) { whole } else { whole.trim_end_matches(CLOSING) };
        // « Zoé Lanteri- Ville d'Orn »
        let word = word.strip_suffix('-').filter(|word| word.len() > 2).unwrap_or(word);
        if !word.is_empty() {
            let after = &whole[word.len()..];
            let end = at + word.len();
            let shape = Shape::of(word);
            room[count] = Word {
                text: word,
                end,
                closed: !after.is_empty(),
                comma: after == ",",
                glued: glued.is_some() && after == "/",
                shape,
            };
            count += 1;
            commas += usize::from(after == ",");
            if ended {
                break;
            }
            if count == 1 && is_civility(word) {
                before_name = BEFORE_NAME;
            }
            let lower = word.starts_with(char::is_lowercase);
            if lower && count > before_name && !is_particle(word) && !is_elided(word) {
                break;
            }
        } else if count > 0 {
            // « Langues : FRANÇAIS »: a mark between spaces closes what stands before it.
            room[count - 1].closed = true;
        }
        at += part.len();
    }
    &room[..count]
}

/// The words of a text, each with the white space after it.
pub(super) fn spaced(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = word_end(rest);
        let (word, after) = rest.split_at(end);
        rest = after;
        (end > 0).then_some(word)
    })
}

/// The byte after the first white space of a text.
fn word_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if MAY_BE_WHITE[usize::from(byte)]
            && let Some(white) = text[at - 1..].chars().next().filter(|c| c.is_whitespace())
        {
            return at - 1 + white.len_utf8();
        }
    }
    at
}

/// Bytes that white space starts with; accented letters of French start with 0xC3.
const MAY_BE_WHITE: [bool; 256] = {
    let mut may = [false; 256];
    let starts = [b'\t', b'\n', 0x0B, 0x0C, b'\r', b' ', 0xC2, 0xE1, 0xE2, 0xE3];
    let mut at = 0;
    while at < starts.len() {
        may[starts[at] as usize] = true;
        at += 1;
    }
    may
};

/// What ends a word, and the name with it.
pub(super) const CLOSING: &[char] =
    &[',', ';', ':', '.', ')', '!', '?', '»', '”', '"', '\'', '’', '…', '–', '—', '|', '&', '/'];

/// `d’Ancelle`
pub(super) fn is_elided(word: &str) -> bool {
    word.starts_with("d'") || word.starts_with("d’")
}
