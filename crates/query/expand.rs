//! A word left open, misspelt, or as it is written → terms of the index.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use glane_analysis::{edit, is_fragment};
use glane_index::{Level, encode};
use tantivy::TantivyError;

use crate::lexicon::Lexicon;
use crate::names::fold;
use crate::unit::TermWeight;
use crate::weights;

/// The terms that a part of a query stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Expansion {
    /// Each with its weight.
    pub(crate) terms: BTreeMap<String, TermWeight>,
    /// Whether there were too many.
    pub(crate) cut: bool,
}

/// A word as it is written: its form, or its joined form where it is a compound.
pub(crate) fn exact(lexicon: &mut Lexicon<'_>, word: &str) -> BTreeMap<String, TermWeight> {
    let typed = lexicon.read(word);
    let whole = typed.whole_at(0).map(|whole| whole.slot.joined.clone()).unwrap_or_default();
    let joined = whole.iter().map(|word| encode(word.language, Level::Joined, &word.key));
    // The form is what analysis makes of it: without an elided article, in lower case.
    let single = typed.words.last().filter(|_| whole.is_empty());
    let words = single.into_iter().flat_map(|word| &word.slot.words);
    let forms = words.map(|word| encode(word.language, Level::Form, &word.form));
    let weight = TermWeight { boost: weights::FORM, cover: 1.0 };
    joined.chain(forms).map(|term| (term, weight)).collect()
}

/// The forms that fit a pattern in which `*` stands for any letters, accents left aside.
pub(crate) fn pattern(lexicon: &Lexicon<'_>, pattern: &str) -> Result<Expansion, TantivyError> {
    let folded = fold(without_article(pattern));
    let parts: Vec<&str> = folded.split('*').collect();
    let weigh = |form: &str| fits(form, &parts).then_some(weights::FORM);
    expansion(lexicon, weigh)
}

/// The forms that differ from a word by `edits` letters at most, or by as many as its length
/// allows.
pub(crate) fn near(
    lexicon: &Lexicon<'_>,
    word: &str,
    edits: Option<u8>,
) -> Result<Expansion, TantivyError> {
    let word = fold(without_article(word));
    let letters = word.chars().count();
    let allowed = if letters >= weights::TWO_EDITS_FROM { 2 } else { 1 };
    let most = edits.map_or(allowed, usize::from);
    let weigh = |form: &str| {
        if form.chars().count().abs_diff(letters) > most {
            return None;
        }
        let edits = edit::distance(&word, form, most)?;
        Some(weights::FORM / (1 + edits) as f32)
    };
    expansion(lexicon, weigh)
}

/// `l'accès*` asks for what `accès*` does.
fn without_article(word: &str) -> &str {
    word.rsplit(['\'', '’']).next().unwrap_or(word)
}

/// Whether a form is made of parts in order, the first at its start and the last at its end.
fn fits(form: &str, parts: &[&str]) -> bool {
    let [first, middle @ .., last] = parts else { return parts == [form] };
    let Some(mut rest) = form.strip_prefix(first) else { return false };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// The forms of the index that weigh something, the most frequent of the heaviest.
fn expansion(
    lexicon: &Lexicon<'_>,
    weigh: impl Fn(&str) -> Option<f32>,
) -> Result<Expansion, TantivyError> {
    let mut found: HashMap<String, (f32, u32)> = HashMap::new();
    let prefixes: Vec<String> =
        lexicon.languages().map(|language| encode(language, Level::Form, "")).collect();
    for field in lexicon.segments.iter().flat_map(|segment| &segment.fields) {
        for prefix in &prefixes {
            let mut terms = field.terms().range().ge(prefix).into_stream()?;
            while terms.advance() {
                let Some(form) = terms.key().strip_prefix(prefix.as_bytes()) else { break };
                let Ok(form) = std::str::from_utf8(form) else { continue };
                if is_fragment(form) {
                    continue;
                }
                let Some(weight) = weigh(&fold(form)) else { continue };
                let holders = field.holders(terms.value())?;
                if holders > 0 {
                    let term = found.entry(format!("{prefix}{form}")).or_insert((weight, 0));
                    term.1 += holders;
                }
            }
        }
    }
    let mut terms: Vec<(String, (f32, u32))> = found.into_iter().collect();
    terms.sort_by(|(one, (weight, count)), (other, (next_weight, next_count))| {
        let order = next_weight.total_cmp(weight);
        order.then(Reverse(count).cmp(&Reverse(next_count))).then(one.cmp(other))
    });
    let cut = terms.len() > weights::MAX_EXPANSIONS;
    terms.truncate(weights::MAX_EXPANSIONS);
    let weighted = |(term, (boost, _))| (term, TermWeight { boost, cover: 1.0 });
    Ok(Expansion { terms: terms.into_iter().map(weighted).collect(), cut })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_letters() {
        let fits = |pattern: &str, form: &str| {
            super::fits(form, &pattern.split('*').collect::<Vec<&str>>())
        };
        for (pattern, form) in
            [("prec*", "precarite"), ("*ment", "logement"), ("l*m*t", "logement"), ("a*", "a")]
        {
            assert!(fits(pattern, form), "{pattern} {form}");
        }
        for (pattern, form) in [("prec*", "apres"), ("*ment", "logements"), ("l*m*t", "logt")] {
            assert!(!fits(pattern, form), "{pattern} {form}");
        }
    }

    #[test]
    fn an_elided_article_is_no_part_of_a_pattern() {
        assert_eq!(without_article("l’accès*"), "accès*");
    }
}
