//! Text of anyone's documents, made safe to stand in anyone's formats.

use crate::unbroken;

use crate::xml::is_legal;

/// `text` without what no XML file may hold, nor what turns the direction of the text after it; no
/// line breaks before its high signs.
///
/// XML 1.0 has no control characters but tab and line ends, and no U+FFFE or U+FFFF. Overrides and
/// embeddings of direction (UAX #9) that a source leaves open would reverse the words of the
/// handout; letters of right-to-left scripts need none.
pub(super) fn clean(text: &str) -> String {
    let turns = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let kept = |letter: &char| is_legal(*letter) && !turns(*letter);
    unbroken(&text.chars().filter(kept).collect::<String>())
}

/// The lines of a note or a presentation as paragraphs, blank ones left out.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| clean(line.trim()));
    lines.filter(|line| !line.is_empty()).collect()
}

/// The first `most` characters, cut at a word, with an ellipsis where something is left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = &text[..cut];
    let end = kept.rfind(char::is_whitespace).filter(|end| *end > cut / 2).unwrap_or(cut);
    format!("{}…", kept[..end].trim_end_matches([' ', ',', ':', ';', '\u{a0}', '\u{202f}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(clean("a\u{0}b\u{8}c\u{b}d\u{7f}e\u{85}f\u{ffff}g\th\n"), "abcdefg\th\n");
    }

    #[test]
    fn words_of_other_scripts_stay_and_overrides_do_not() {
        assert_eq!(clean("\u{202e}فرنسا \u{2066}oui"), "فرنسا oui");
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        assert_eq!(shortened("L’accueil, un métier", 30), "L’accueil, un métier");
        assert_eq!(shortened("L’accueil, un métier", 14), "L’accueil, un…");
        assert_eq!(shortened(&"é".repeat(50), 10), format!("{}…", "é".repeat(10)));
    }
}
