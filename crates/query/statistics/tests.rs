use num_bigint::BigUint;
use proptest::prelude::*;

use super::*;

/// `f`, `F`, `t`, `T`, in the order of TXM.
fn counts([part, corpus, part_words, corpus_words]: [u64; 4]) -> Frequencies {
    Frequencies { part, corpus, part_words, corpus_words }
}

/// The specificity by the definition, in whole numbers: ways to draw the tail among all ways.
fn exact(counts: Frequencies) -> f64 {
    let Frequencies { part: f, corpus, part_words: t, corpus_words } = counts;
    let rest = corpus_words - corpus;
    let is_less = u128::from(f) * u128::from(corpus_words) < u128::from(corpus) * u128::from(t);
    let least = t.saturating_sub(rest);
    let tail = if is_less { least..=f } else { f..=corpus.min(t) };
    let mut ways = BigUint::ZERO;
    let mut one = binomial(corpus, *tail.start()) * binomial(rest, t - tail.start());
    for count in tail.clone() {
        ways += &one;
        if count < *tail.end() {
            // From one count to the next by whole ratios.
            one = one * (corpus - count) * (t - count) / (count + 1) / (rest + count + 1 - t);
        }
    }
    let power = log10_ratio(&ways, &binomial(corpus_words, t));
    if is_less { power } else { -power }
}

fn binomial(n: u64, k: u64) -> BigUint {
    let k = k.min(n - k);
    (1..=k).fold(BigUint::from(1u8), |ways, at| ways * (n - k + at) / at)
}

/// The power of ten of a ratio of whole numbers, to sixteen digits.
fn log10_ratio(over: &BigUint, under: &BigUint) -> f64 {
    let shift = under.bits().saturating_sub(over.bits()) + 100;
    let quotient = (over << shift) / under;
    let kept = quotient.bits().saturating_sub(100);
    let digits: u128 = (quotient >> kept).try_into().unwrap();
    (digits as f64).log10() + (kept as f64 - shift as f64) * 2.0f64.log10()
}

#[track_caller]
fn check(given: [u64; 4], expect: f64) {
    let found = counts(given).specificity();
    assert!((found - expect).abs() < 1e-9, "{given:?}: {found} is not {expect}");
}

#[test]
fn lafons_own_example_is_found() {
    // « peuple » in the fourth of Robespierre's discourses: 66,937 in ten thousandths of a
    // thousandth, *Mots*, 1, 1980, p. 149.
    let specificity = counts([14, 296, 6903, 61449]).specificity();
    let probability = 10f64.powf(specificity);
    assert!((probability - 66.937e-6).abs() < 0.0005e-6, "{probability}");
    // In the ninth discourse, whose distribution is drawn on p. 140.
    check([11, 296, 1084, 61449], exact(counts([11, 296, 1084, 61449])));
    assert!((counts([11, 296, 1084, 61449]).specificity() - 1.769_832_928_701_915_9).abs() < 1e-9);
}

#[test]
fn specificities_are_those_of_the_definition() {
    for given in [
        [14, 296, 6903, 61449],
        [0, 296, 6903, 61449],
        [296, 296, 6903, 61449],
        [3, 3, 5, 10],
        [0, 3, 5, 10],
        [5, 9, 5, 10],
        [4, 9, 5, 10],
        [120, 400, 3000, 20000],
        [60, 400, 3000, 20000],
        [61, 400, 3000, 20000],
        [1, 1, 1, 1_000_000],
        [90, 1000, 2000, 100_000],
    ] {
        check(given, exact(counts(given)));
    }
}

#[test]
fn large_corpora_lose_no_digit() {
    // By the definition, in whole numbers of a million digits, worked out beforehand would take
    // minutes: parts of a few words of a large corpus are exact and quick.
    for given in [[7, 40_000_000, 12, 1_000_000_000], [1, 40_000_000, 60, 1_000_000_000]] {
        check(given, exact(counts(given)));
    }
    // A word and a part change places: the urn is the same, the sums are not.
    let large = [5_104_000, 51_000_000, 100_000_000, 1_000_000_000];
    let turned = [5_104_000, 100_000_000, 51_000_000, 1_000_000_000];
    check(large, counts(turned).specificity());
    // What is marked and not drawn, likewise, on the other side.
    let beyond = [45_896_000, 51_000_000, 900_000_000, 1_000_000_000];
    check(large, -counts(beyond).specificity());
}

#[test]
fn what_chance_explains_is_near_nought_and_what_is_certain_is_nought() {
    for certain in [[0, 0, 10, 100], [5, 5, 100, 100], [10, 100, 10, 100], [0, 7, 0, 100], [0; 4]] {
        assert_eq!(counts(certain).specificity().to_bits(), 0f64.to_bits(), "{certain:?}");
    }
    assert!(counts([10, 100, 1000, 10_000]).specificity().abs() < BANAL);
    assert_eq!(counts([9000, 9000, 10_000, 1_000_000]).specificity(), MOST_SPECIFIC);
    assert_eq!(counts([11, 10, 5, 3]).specificity(), 0.0, "numbers that contradict each other");
}

#[test]
fn log_likelihoods_are_those_that_dunning_prints() {
    // Pairs of words of a Swiss corpus, p. 72: both, the first alone, the second alone, neither.
    for ([both, first, second, neither], expect) in [
        ([110, 2442, 111, 29114], 270.72),
        ([29, 13, 123, 31612], 263.90),
        ([31, 23, 139, 31584], 256.84),
        ([10, 0, 3, 31764], 167.23),
    ] {
        let all = both + first + second + neither;
        let found = counts([both, both + first, both + second, all]).log_likelihood();
        assert!((found - expect).abs() < 0.005, "{found} is not {expect}");
    }
    assert_eq!(counts([0; 4]).log_likelihood(), 0.0);
}

#[test]
fn log_dice_has_the_properties_that_rychly_states() {
    assert_eq!(log_dice(57, 57, 57), 14.0, "always together");
    assert_eq!(log_dice(1, 1 << 14, 1 << 14), 0.0, "once in sixteen thousand");
    assert!((log_dice(8, 100, 300) - log_dice(4, 100, 300) - 1.0).abs() < 1e-12, "twice as often");
    assert_eq!(log_dice(0, 3, 4), f64::NEG_INFINITY);
}

#[test]
fn a_part_without_words_has_no_rate() {
    assert_eq!((counts([0, 3, 0, 10]).per_10_000(), counts([0; 4]).expected()), (0.0, 0.0));
    assert_eq!(counts([3, 3, 1500, 3000]).per_10_000(), 20.0);
    assert_eq!(counts([3, 30, 1000, 3000]).expected(), 10.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_specificity_is_that_of_the_definition(
        corpus_words in 1u64..4000, corpus in 0u64..=1000, part in 0u64..=1000, at in 0u64..=1000,
    ) {
        let share = |of: u64, thousandths: u64| of * thousandths / 1000;
        let (corpus, part_words) = (share(corpus_words, corpus), share(corpus_words, part));
        let least = (corpus + part_words).saturating_sub(corpus_words);
        let part = least + share(corpus.min(part_words) - least, at);
        let given = counts([part, corpus, part_words, corpus_words]);
        let (found, expect) = (given.specificity(), exact(given).clamp(-1000.0, 1000.0));
        prop_assert!((found - expect).abs() < 1e-9, "{given:?}: {found} is not {expect}");
    }

    #[test]
    fn a_log_likelihood_is_its_sum_over_the_table(
        a in 0u64..500, b in 0u64..500, c in 0u64..500, d in 1u64..5000,
    ) {
        let all = (a + b + c + d) as f64;
        let cell = |observed: u64, row: u64, column: u64| match observed {
            0 => 0.0,
            _ => observed as f64 * (observed as f64 * all / (row as f64 * column as f64)).ln(),
        };
        let expect = 2.0 * (cell(a, a + b, a + c) + cell(b, a + b, b + d)
            + cell(c, c + d, a + c) + cell(d, c + d, b + d));
        let found = counts([a, a + b, a + c, a + b + c + d]).log_likelihood();
        prop_assert!((found - expect).abs() < 1e-9 * (1.0 + expect), "{found} is not {expect}");
    }
}
