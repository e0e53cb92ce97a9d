//! Rules of a page → the words that they underline.

use super::drawing::Rule;
use super::word::Word;
use crate::extract::emphasis::Emphasis;

/// How far below the baseline a rule underlines, in heights of the font: borders stand lower.
const BELOW: std::ops::RangeInclusive<f64> = 0.0..=0.25;

/// How far a rule may end short of a word, in heights of the font.
const SHORT: f64 = 0.15;

/// The words, those that a rule underlines told so where nothing makes them stand out more.
pub(super) fn underlined(mut words: Vec<Word>, rules: &[Rule]) -> Vec<Word> {
    let across = |rule: &Rule| match *rule {
        Rule::Across { at, from, to } => Some((at, from, to)),
        Rule::Down { .. } => None,
    };
    let mut rules: Vec<(f64, f64, f64)> = rules.iter().filter_map(across).collect();
    rules.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
    for word in words.iter_mut().filter(|word| word.angle == 0) {
        let (lowest, highest) =
            (word.base - BELOW.end() * word.size, word.base - BELOW.start() * word.size);
        let first = rules.partition_point(|&(at, ..)| at < lowest);
        let near = rules[first..].iter().take_while(|&&(at, ..)| at <= highest);
        let slack = SHORT * word.size;
        let under = |&(_, from, to): &(f64, f64, f64)| {
            from - slack <= word.left && word.right <= to + slack
        };
        if near.clone().any(under) {
            word.emphasis = word.emphasis.max(Emphasis::Underlined);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::pdf::line::tests::words;

    fn told(rule: Rule) -> Vec<bool> {
        let words = underlined(words(100.0, 700.0, "Se loger ici"), &[rule]);
        words.iter().map(|word| word.emphasis == Emphasis::Underlined).collect()
    }

    #[test]
    fn a_rule_underlines_the_words_that_it_passes_under() {
        let rule = |at: f64, to: f64| Rule::Across { at, from: 100.0, to };
        assert_eq!(told(rule(698.9, 137.0)), [true, true, false]);
        assert_eq!(told(rule(698.9, 165.0)), [true; 3]);
        // A border stands lower, a line that strikes words out higher.
        assert_eq!(told(rule(696.0, 165.0)), [false; 3]);
        assert_eq!(told(rule(703.0, 165.0)), [false; 3]);
        assert_eq!(told(Rule::Down { at: 699.0, from: 0.0, to: 800.0 }), [false; 3]);
    }
}
