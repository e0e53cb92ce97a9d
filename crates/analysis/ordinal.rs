//! Ordinals and Roman numerals: `2ème` is `2e`, `XXIe siècle` is `21e siècle`, `atelier III` is
//! `atelier 3`.

use crate::fold::fold;
use crate::inflection::inflection_key;

/// What follows the digits of an ordinal.
pub(crate) const ENDINGS: &[&str] = &[
    "e", "es", "er", "ers", "re", "res", "ère", "ères", "ere", "eres", "ème", "èmes", "eme",
    "emes", "ième", "ièmes", "ieme", "iemes", "nd", "nds", "nde", "ndes",
];

/// Keys of the words that numbers go with: `siècle XXI`, `atelier III`.
pub(crate) const NUMBERED: &[&str] = &[
    "acte", "annexe", "article", "atelier", "axe", "chapitre", "etape", "groupe", "journee",
    "livre", "lot", "module", "niveau", "partie", "phase", "ronde", "seance", "section", "session",
    "siecle", "theme", "titre", "tome", "volet",
];

/// What follows the Roman numeral of a rank: an ordinal's ending would make one of `Vers`.
const ROMAN_ENDINGS: &[&str] = &["e", "ème", "eme", "ième", "ieme"];

/// What follows the numeral I.
const FIRST_ENDINGS: &[&str] = &["er", "re", "ère"];

const ONES: [&str; 9] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/// The digits of an ordinal in lower case: `2` for `2ème`, `1` for `1er`.
pub(crate) fn digits(form: &str) -> Option<&str> {
    let length = form.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, ending) = form.split_at(length);
    ((1..=4).contains(&length) && ENDINGS.contains(&ending)).then_some(digits)
}

/// A Roman numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Roman {
    /// A number: `III`.
    Cardinal(usize),
    /// A rank: `XXIe`.
    Ordinal(usize),
}

/// Reads a run as a Roman numeral up to 39, in capitals.
pub(crate) fn roman(run: &str) -> Option<Roman> {
    let length = run.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X')).count();
    if length == 0 {
        return None;
    }
    let (numeral, ending) = run.split_at(length);
    let ones = numeral.trim_start_matches('X');
    let tens = numeral.len() - ones.len();
    let ones = match ONES.iter().position(|&written| written == ones) {
        Some(place) => place + 1,
        None if ones.is_empty() && tens > 0 => 0,
        None => return None,
    };
    let value = 10 * tens + ones;
    match ending {
        _ if tens > 3 => None,
        "" => Some(Roman::Cardinal(value)),
        _ if ROMAN_ENDINGS.contains(&ending) => Some(Roman::Ordinal(value)),
        _ if value == 1 && FIRST_ENDINGS.contains(&ending) => Some(Roman::Ordinal(1)),
        _ => None,
    }
}

/// Reads a run in small letters, or in capitals throughout, as a Roman numeral of two letters or
/// more: queries are typed `xxie siecle`, and headings shout `XXIE SIÈCLE`.
///
/// `vie` is life: whoever asks must be sure that a rank is meant.
pub(crate) fn roman_in_one_case(run: &str) -> Option<Roman> {
    let is_long = run.as_bytes().get(..2)?.iter().all(|byte| b"ivxIVX".contains(byte));
    let is_one_case = || {
        let mut letters = run.chars();
        letters.clone().all(char::is_lowercase) || letters.all(char::is_uppercase)
    };
    if !is_long || !is_one_case() {
        return None;
    }
    let run = run.to_lowercase();
    let length = run.bytes().take_while(|byte| b"ivx".contains(byte)).count();
    let (numeral, ending) = run.split_at(length);
    roman(&[&numeral.to_ascii_uppercase(), ending].concat())
}

/// Whether a word as written is the one that only ranks go with.
pub(crate) fn is_century(word: &str) -> bool {
    matches!(inflection_key(&fold(&word.to_lowercase())).as_str(), "siecle")
}

/// Whether a word, by its inflection key, is one that numbers go with.
pub(crate) fn is_numbered(key: &str) -> bool {
    NUMBERED.contains(&key)
}

/// Whether a word as written is one that numbers go with.
pub(crate) fn is_numbered_word(word: &str) -> bool {
    is_numbered(&inflection_key(&fold(&word.to_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &str, expect: Option<&str>) {
        assert_eq!(digits(form), expect, "{form}");
    }

    #[test]
    fn ordinals_are_digits_with_an_ending() {
        check("1er", Some("1"));
        check("1ère", Some("1"));
        check("2ème", Some("2"));
        check("21e", Some("21"));
        check("2nde", Some("2"));
    }

    #[test]
    fn other_runs_with_digits_are_no_ordinals() {
        check("21", None);
        check("3d", None);
        check("h2o", None);
        check("e", None);
    }

    #[track_caller]
    fn check_roman(run: &str, expect: Option<Roman>) {
        assert_eq!(roman(run), expect, "{run}");
    }

    #[test]
    fn roman_numerals_are_read_up_to_39() {
        check_roman("III", Some(Roman::Cardinal(3)));
        check_roman("IX", Some(Roman::Cardinal(9)));
        check_roman("XXX", Some(Roman::Cardinal(30)));
        check_roman("XXXIX", Some(Roman::Cardinal(39)));
        check_roman("XXXX", None);
        check_roman("IIII", None);
        check_roman("VX", None);
    }

    #[test]
    fn a_roman_ordinal_has_an_ending() {
        check_roman("XXIe", Some(Roman::Ordinal(21)));
        check_roman("Ier", Some(Roman::Ordinal(1)));
        check_roman("XIXème", Some(Roman::Ordinal(19)));
    }

    #[test]
    fn numerals_in_one_case_have_two_letters() {
        assert_eq!(roman_in_one_case("iii"), Some(Roman::Cardinal(3)));
        assert_eq!(roman_in_one_case("xxie"), Some(Roman::Ordinal(21)));
        assert_eq!(roman_in_one_case("XXIE"), Some(Roman::Ordinal(21)));
        assert_eq!(roman_in_one_case("i"), None);
        assert_eq!(roman_in_one_case("Vie"), None);
        assert_eq!(roman_in_one_case("vive"), None);
    }

    #[test]
    fn words_that_begin_like_a_numeral_are_none() {
        check_roman("Il", None);
        check_roman("Vie", None);
        check_roman("Vers", None);
        check_roman("Inde", None);
        check_roman("", None);
    }
}
