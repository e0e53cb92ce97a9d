//! Abbreviations within a text: `St-Étienne` is `Saint-Étienne`, and `n°` is no word.

use std::ops::Range;

/// The word that `run` of the text stands for, if it abbreviates one.
///
/// `St` and `Ste` are saints only before a name, in lower case too, as queries are typed.
pub(crate) fn expand(text: &str, run: &Range<usize>) -> Option<&'static str> {
    let written = &text[run.clone()];
    if !written.starts_with(['S', 's']) || written.len() > 4 {
        return None;
    }
    let word = match written.to_ascii_lowercase().as_str() {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        _ => return None,
    };
    let rest = &text[run.end..];
    let name = rest
        .strip_prefix('-')
        .or_else(|| rest.strip_prefix('.').unwrap_or(rest).strip_prefix([' ', '\u{a0}']))?;
    name.starts_with(char::is_alphabetic).then_some(word)
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
    fn the_numero_sign_is_passed_over() {
        assert_eq!(numero_end("n° 3", &(0..1)), Some(3));
        assert_eq!(numero_end("n 3", &(0..1)), None);
    }
}
