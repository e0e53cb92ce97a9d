//! Letters as they are written: ligatures apart, accents on their letters, no stray controls.

use unicode_normalization::UnicodeNormalization;

/// What a glyph says, once its ligatures are apart and its controls gone.
pub(super) fn of_glyph(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            // Some fonts say a tabulation or a line's end where they mean a blank.
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => out.push(' '),
            // Marks of direction, of order and of no width say nothing.
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_control() || c == '\u{fffd}' => {}
            c => out.push(c),
        }
        out
    })
}

/// Whether a letter says nothing that can be read: it is of no script's, but of the font's own.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// The mark that an accent standing alone puts on a letter.
pub(super) fn mark(accent: char) -> Option<char> {
    Some(match accent {
        '`' | '\u{2cb}' => '\u{300}',
        '´' | '\u{2ca}' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// A letter with a mark, where the two make one letter.
pub(super) fn marked(letter: char, mark: char) -> Option<char> {
    // An accent takes the place of the dot.
    let letter = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        letter => letter,
    };
    let mut composed = [letter, mark].into_iter().nfc();
    composed.next().filter(|_| composed.next().is_none())
}

/// The name of a glyph as the list of names has it: `eacute.sc` and `a_b` are variants.
pub(super) fn glyph_name(name: &[u8]) -> Vec<u8> {
    match name.iter().position(|&byte| byte == b'.') {
        Some(at) if at > 0 => name[..at].to_vec(),
        _ => name.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_are_folded_and_controls_dropped() {
        assert_eq!(of_glyph("\u{fb01}"), "fi");
        assert_eq!(of_glyph("\u{fb03}"), "ffi");
        assert_eq!(of_glyph("œ"), "œ");
        assert_eq!(of_glyph("\u{1}\0"), "");
    }

    #[test]
    fn a_soft_hyphen_is_kept() {
        assert_eq!(of_glyph("\u{ad}"), "\u{ad}");
    }

    #[test]
    fn an_accent_goes_on_its_letter() {
        let accented = |accent, letter| mark(accent).and_then(|mark| marked(letter, mark));
        assert_eq!(accented('´', 'e'), Some('é'));
        assert_eq!(accented('ˆ', 'ı'), Some('î'));
        assert_eq!(accented('¸', 'c'), Some('ç'));
        assert_eq!(accented('´', '('), None);
    }

    #[test]
    fn variants_of_a_glyph_have_its_name() {
        assert_eq!(glyph_name(b"eacute.sc"), b"eacute");
        assert_eq!(glyph_name(b".notdef"), b".notdef");
    }
}
