//! What the letters of a word tell: a first name, a surname in capitals, an initial, a particle.

use super::is_elided;
use crate::words::{is_upper, starts_upper, with_folded};

/// What the letters of a word tell, read once: each form of a name asks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// Whether all its letters are capitals, two at least.
    pub(super) upper: bool,
    /// Whether it is an initial: `A.`, `Ph.`, `J.-P.`, `J-P`.
    pub(super) initial: bool,
    /// Whether it is a capitalised word of letters, hyphens and apostrophes, a particle elided
    /// before it or not.
    pub(super) proper: bool,
    /// Whether it may be a first name: lower case after its capital, compound or not, or an initial.
    pub(super) given: bool,
    /// Whether it may be a surname in capitals.
    pub(super) surname: bool,
}

/// `M.`, `Mme`, `Dr`… before a name.
pub(super) fn is_civility(word: &str) -> bool {
    // Two letters tell most words from a civility; the second may have an accent: « père ».
    let opening = word.as_bytes().first_chunk::<2>();
    let opening = opening.map(|letters| letters.map(|letter| letter.to_ascii_lowercase()));
    let opens = match opening {
        Some([b'm', second]) => !matches!(second, b'i' | b'u' | b'y'),
        Some([b'd', second]) => matches!(second, b'r' | b'o'),
        Some([b'p' | b'g', second]) => matches!(second, b'r' | b'e' | 0x80..),
        Some([b's', second]) => matches!(second, b'o' | b'.' | 0x80..),
        Some([b'a', second]) => second == b'b',
        Some([b'c', second]) => second == b'o',
        // « L'honorable Zoé Lanteri », in parliaments.
        Some([b'l', second]) => second == b'\'' || second >= 0x80,
        Some(_) => false,
        None => matches!(word, "M" | "m"),
    };
    if !opens || word.len() > 13 {
        return false;
    }
    with_folded(word, |folded| {
        matches!(
            folded.trim_end_matches('.'),
            "m" | "mr"
                | "mm"
                | "mme"
                | "mmes"
                | "mlle"
                | "mademoiselle"
                | "monsieur"
                | "madame"
                | "dr"
                | "drs"
                | "dre"
                | "docteur"
                | "pr"
                | "prs"
                | "prof"
                | "me"
                | "maitre"
                | "soeur"
                | "pere"
                | "abbe"
                | "general"
                | "colonel"
                | "s.e"
                | "l'honorable"
        )
    })
}

/// `A.`, `Ph.`, `J.-P.`, `JP.`, `J-P`
pub(super) fn is_initial(word: &str) -> bool {
    let two = || {
        let mut letters = word.split('-');
        let one = |part: &str| part.chars().count() == 1 && starts_upper(part);
        letters.next().is_some_and(one)
            && letters.next().is_some_and(one)
            && letters.next().is_none()
    };
    (word.ends_with('.') || word.len() <= 6 && two())
        && word.split(['.', '-']).filter(|part| !part.is_empty()).all(|part| {
            starts_upper(part) && part.chars().count() <= 2 && part.chars().all(char::is_alphabetic)
        })
        && starts_upper(word)
}

impl Shape {
    pub(super) fn of(word: &str) -> Shape {
        if word.starts_with(|c: char| c.is_ascii_lowercase()) && !is_elided(word) {
            return Shape::default();
        }
        let proper = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’"));
        let (elided, proper) = (proper.is_some(), proper.unwrap_or(word));
        let letters = Letters::of(proper);
        let upper = !elided && !letters.lower && letters.count >= 2;
        let initial = is_initial(word);
        let is_proper = proper.starts_with(char::is_uppercase)
            && letters.lower
            && !(letters.dots || letters.others || letters.camel);
        // « IPM-Decision » is no first name.
        let acronym =
            || word.bytes().position(|byte| byte == b'-').is_some_and(|at| is_upper(&word[..at]));
        let elides = || word.chars().nth(1).is_some_and(|c| matches!(c, '\'' | '’'));
        Shape {
            upper,
            initial,
            proper: is_proper,
            given: initial || is_proper && !acronym() && !elides(),
            surname: upper && !letters.others && !initial,
        }
    }
}

/// What the characters of a word are.
#[derive(Default)]
struct Letters {
    count: usize,
    /// Whether some are in lower case.
    lower: bool,
    /// Whether full stops stand among them.
    dots: bool,
    /// Whether others stand among them than hyphens, apostrophes and full stops.
    others: bool,
    /// Whether capitals follow letters in lower case: `GitHub`, `ATGeRi`, but not `McCall`,
    /// `DeLuca`, `O'Brien`.
    camel: bool,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let mut letters = Letters::default();
        let mut after_lower = false;
        for (at, c) in word.char_indices() {
            // Most letters are of ASCII: Unicode's tables are asked of the others only.
            let lower = match c {
                'a'..='z' => true,
                'A'..='Z' => false,
                c if c.is_alphabetic() => c.is_lowercase(),
                _ => {
                    letters.dots |= c == '.';
                    letters.others |= !matches!(c, '.' | '-' | '‑' | '\'' | '’');
                    after_lower = false;
                    continue;
                }
            };
            letters.count += 1;
            letters.lower |= lower;
            letters.camel |= after_lower && !lower && c.is_uppercase();
            after_lower = lower && at > 2;
        }
        letters
    }
}

pub(crate) fn is_particle(word: &str) -> bool {
    let opens = |c: char| matches!(c.to_ascii_lowercase(), 'd' | 'l' | 'v' | 'e' | 'a' | 'b' | 'y');
    if word.len() > 6 || !word.starts_with(opens) {
        return false;
    }
    with_folded(word, |folded| {
        matches!(
            folded,
            "de" | "du"
                | "des"
                | "d'"
                | "la"
                | "le"
                | "les"
                | "van"
                | "von"
                | "der"
                | "den"
                | "di"
                | "da"
                | "del"
                | "della"
                | "el"
                | "al"
                | "ben"
                | "y"
                | "dos"
        )
    })
}
