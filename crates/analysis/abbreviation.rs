//! Abbreviations within a text: `St-Étienne` is `Saint-Étienne`, `art. 3` is `article 3`, and `n°`
//! is no word.

use std::ops::Range;

/// The word that `run` of the text stands for, if it abbreviates one.
///
/// `St` and `Ste` are saints only before a name, in lower case too, as queries are typed.
pub(crate) fn expand(text: &str, run: &Range<usize>) -> Option<&'static str> {
    saint(text, run).or_else(|| article(text, run))
}

/// Whether a run is an abbreviation somewhere.
pub(crate) fn is_abbreviation(run: &str) -> bool {
    article_word(run).or_else(|| saint_word(run)).is_some()
}

/// `art.` before a number or the letter of a code, which an artist or art is not.
fn article(text: &str, run: &Range<usize>) -> Option<&'static str> {
    let word = article_word(&text[run.clone()])?;
    let rest = text[run.end..].strip_prefix('.')?;
    let number = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
    let is_code = || number.starts_with(['L', 'R', 'D', 'A']) && !starts_with_word(number);
    (number.starts_with(|first: char| first.is_ascii_digit()) || is_code()).then_some(word)
}

fn article_word(run: &str) -> Option<&'static str> {
    match run {
        "art" | "Art" | "ART" => Some("article"),
        "arts" | "Arts" => Some("articles"),
        _ => None,
    }
}

/// Whether more than one letter stands at the start of `text`.
fn starts_with_word(text: &str) -> bool {
    text.chars().take(2).filter(|letter| letter.is_alphabetic()).count() > 1
}

fn saint(text: &str, run: &Range<usize>) -> Option<&'static str> {
    let word = saint_word(&text[run.clone()])?;
    let rest = &text[run.end..];
    let name = rest
        .strip_prefix('-')
        .or_else(|| rest.strip_prefix('.').unwrap_or(rest).strip_prefix([' ', '\u{a0}']))?;
    name.starts_with(char::is_alphabetic).then_some(word)
}

fn saint_word(run: &str) -> Option<&'static str> {
    if !run.starts_with(['S', 's']) || run.len() > 4 {
        return None;
    }
    match run.to_ascii_lowercase().as_str() {
        "st" => Some("saint"),
        "ste" => Some("sainte"),
        "sts" => Some("saints"),
        "stes" => Some("saintes"),
        _ => None,
    }
}

/// Where `n°` ends, if `run` of the text begins one. It takes no position: `atelier
/// n° 3` is `atelier 3`.
pub(crate) fn numero_end(text: &str, run: &Range<usize>) -> Option<usize> {
    let is_numero = matches!(&text[run.clone()], "n" | "N" | "nos" | "Nos");
    (is_numero && text[run.end..].starts_with('°')).then(|| run.end + '°'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run;

    #[track_caller]
    fn check(text: &str, word: Option<&str>) {
        assert_eq!(expand(text, &(0..run::end(text, 0))), word, "{text}");
    }

    #[test]
    fn saints_are_spelt_out_before_a_name() {
        check("St-Étienne", Some("saint"));
        check("Ste Geneviève", Some("sainte"));
        check("St. Denis", Some("saint"));
        check("st etienne", Some("saint"));
    }

    #[test]
    fn st_alone_abbreviates_nothing() {
        check("ST, puis", None);
        check("st", None);
        check("stade", None);
    }

    #[test]
    fn an_article_is_spelt_out_before_its_number() {
        check("art. L. 262-1", Some("article"));
        check("Art.3", Some("article"));
        check("arts. 3 et 4", Some("articles"));
        check("art. Les élus", None);
        check("art contemporain", None);
        check("art.", None);
    }

    #[test]
    fn the_numero_sign_is_passed_over() {
        assert_eq!(numero_end("n° 3", &(0..1)), Some(3));
        assert_eq!(numero_end("n 3", &(0..1)), None);
    }
}
