//! Laws that hold for any text.

use std::collections::BTreeSet;

use glane_analysis::{Analyzer, Language, Sieve, Sifted, Token, Word};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

/// Text in which the rules have much to do.
fn tricky_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "l", "aujourd", "hui", "non", "agent", "e", "s", "St", "XXIe", "III", "atelier", "1",
        "400", "000", "C", "CCAS", "é", "e\u{301}", "ﬁ", "'", "’", "-", "‑", "·", "•", ".", "(",
        ")", "/", "@", "fr", "www", "://", "#", " ", "\u{a0}", "\n", "\u{ad}", "\u{200b}", "°",
        "n", ",", "½", "droits", "ateliers", " de ", " vers ", " IV", " x", "art", "L", "262",
        ". ",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), tricky_text()]
}

/// A sentence of words that look French.
fn french_text() -> impl Strategy<Value = String> {
    let syllables = prop::sample::select(vec![
        "pré", "ca", "ri", "té", "œu", "vre", "con", "seil", "lère", "tion", "naux", "eur", "ïs",
        "ça", "gue", "née",
    ]);
    let word = prop::collection::vec(syllables, 1..5).prop_map(|syllables| syllables.concat());
    let link = prop::sample::select(vec![" ", " l'", " d'", "-", " non-", ", ", " qu'"]);
    prop::collection::vec((word, link), 1..8)
        .prop_map(|words| words.iter().map(|(word, link)| [word.as_str(), link].concat()).collect())
}

fn tokens(text: &str) -> Vec<Token> {
    Analyzer::new().tokens(text)
}

fn keys(text: &str) -> Vec<String> {
    tokens(text).iter().map(|token| token.word.key.clone()).collect()
}

proptest! {
    #[test]
    fn offsets_slice_the_text(text in any_text()) {
        for token in tokens(&text) {
            prop_assert!(text.get(token.offset.clone()).is_some_and(|slice| !slice.is_empty()));
        }
    }

    #[test]
    fn starts_and_positions_do_not_go_back(text in any_text()) {
        for pair in tokens(&text).windows(2) {
            prop_assert!(pair[0].position <= pair[1].position);
            prop_assert!(pair[1].position - pair[0].position <= 1);
            prop_assert!(pair[0].offset.start <= pair[1].offset.start);
        }
    }

    #[test]
    fn every_language_is_cut_alike(text in any_text()) {
        let mut analyzer = Analyzer::new();
        let mut places = |language| -> BTreeSet<(usize, usize, u32)> {
            let tokens = analyzer.tokens_in(language, &text);
            let place = |own: &Token| (own.offset.start, own.offset.end, own.position);
            tokens.iter().map(place).collect()
        };
        let french = places(Language::French);
        for language in Language::ALL {
            prop_assert_eq!(&places(language), &french);
        }
    }

    #[test]
    fn no_token_reaches_past_the_last_position(text in any_text()) {
        let tokens = tokens(&text);
        let last = tokens.last().map_or(0, |token| token.position);
        for token in &tokens {
            prop_assert!(token.span >= 1 && token.position + token.span - 1 <= last);
        }
    }

    #[test]
    fn an_analyzer_that_has_read_reads_alike(first in any_text(), second in any_text()) {
        let mut analyzer = Analyzer::new();
        analyzer.tokens(&first);
        prop_assert_eq!(analyzer.tokens(&second), tokens(&second));
    }

    #[test]
    fn what_is_sifted_is_what_is_wanted_of_the_whole(
        texts in prop::collection::vec(any_text(), 1..4),
        wanted in prop::sample::select(vec!["agent", "hui", "nonrecours", "atelier", "3", "l"]),
    ) {
        let mut analyzer = Analyzer::new();
        let mut sieve = Sieve::new(move |word| word.key == wanted);
        // The second time, the sieve knows what it need not look at.
        for text in texts.iter().chain(&texts) {
            let whole = tokens(text);
            let sifted = analyzer.sift(Language::French, text, &mut sieve);
            prop_assert_eq!(&sifted.words, &Sifted::all(whole.clone()).words);
            let kept: Vec<_> = whole.into_iter().filter(|own| own.word.key == wanted).collect();
            prop_assert_eq!(sifted.tokens, kept);
        }
    }

    #[test]
    fn each_word_is_that_of_a_token(text in any_text()) {
        let mut words = Vec::new();
        let each = |position, word: &Word, rule| words.push((position, word.clone(), rule));
        Analyzer::new().each_word(Language::French, &text, each);
        let whole = |own: Token| (own.position, Word::clone(&own.word), own.rule);
        prop_assert_eq!(words, tokens(&text).into_iter().map(whole).collect::<Vec<_>>());
    }

    #[test]
    fn decomposed_text_has_the_same_tokens(text in french_text()) {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(keys(&decomposed), keys(&text));
    }

    #[test]
    fn curly_apostrophes_have_the_same_tokens(text in french_text()) {
        prop_assert_eq!(keys(&text.replace('\'', "’")), keys(&text));
    }

    #[test]
    fn capitals_have_the_same_keys(text in french_text()) {
        prop_assert_eq!(keys(&text.to_uppercase()), keys(&text));
    }

    #[test]
    fn text_without_accents_has_the_same_keys(text in french_text()) {
        let bare: String =
            text.nfd().filter(|&c| !unicode_normalization::char::is_combining_mark(c)).collect();
        prop_assert_eq!(keys(&bare.replace('œ', "oe")), keys(&text));
    }
}
