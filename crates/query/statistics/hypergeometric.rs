//! The tails of the hypergeometric distribution, in logarithms.
//!
//! The probability of one count is worked out by the saddle-point expansion of Catherine Loader
//! (“Fast and Accurate Computation of Binomial Probabilities”, 2000), as R does: differences of
//! log-gamma functions, the usual way, lose as many digits as the corpus has, and a corpus of a
//! billion words would leave none for the ninth decimal. A tail is then that probability times a
//! sum of ratios, which fall from the first or second on.

use std::f64::consts::TAU;

use super::Frequencies;

/// Terms smaller than this beside their sum change nothing.
const NEGLIGIBLE: f64 = 1e-18;

/// An urn of `all` balls, `marked` ones among them, from which `draws` are drawn: all whole numbers.
struct Urn {
    marked: f64,
    draws: f64,
    all: f64,
}

impl Urn {
    fn of(counts: Frequencies) -> Urn {
        Urn {
            marked: counts.corpus as f64,
            draws: counts.part_words as f64,
            all: counts.corpus_words as f64,
        }
    }

    /// Those that are neither marked nor drawn, if no marked one is drawn: negative where some must.
    fn beyond(&self) -> f64 {
        self.all - self.marked - self.draws
    }

    /// The logarithm of the probability that `count` of the balls drawn are marked.
    fn ln_probability(&self, count: f64) -> f64 {
        let Urn { marked, draws, all } = *self;
        let share = draws / all;
        let rest = (all - draws) / all;
        ln_binomial(count, marked, share, rest)
            + ln_binomial(draws - count, all - marked, share, rest)
            - ln_binomial(draws, all, share, rest)
    }
}

/// The logarithm of the probability of as many occurrences as the part has, or more.
pub(super) fn ln_at_least(counts: Frequencies) -> f64 {
    let (urn, count) = (Urn::of(counts), counts.part as f64);
    let ratio = |before: f64| {
        (urn.marked - before) / (before + 1.0)
            * ((urn.draws - before) / (urn.beyond() + before + 1.0))
    };
    urn.ln_probability(count) + sum(count, 1.0, ratio).ln()
}

/// The logarithm of the probability of as many occurrences as the part has, or fewer.
pub(super) fn ln_at_most(counts: Frequencies) -> f64 {
    let (urn, count) = (Urn::of(counts), counts.part as f64);
    let ratio = |after: f64| {
        after / (urn.marked - after + 1.0) * ((urn.beyond() + after) / (urn.draws - after + 1.0))
    };
    urn.ln_probability(count) + sum(count, -1.0, ratio).ln()
}

/// One, and what follows it, each term the one before times the ratio at its place.
fn sum(from: f64, step: f64, ratio: impl Fn(f64) -> f64) -> f64 {
    let (mut sum, mut term, mut at) = (1.0, 1.0, from);
    loop {
        term *= ratio(at);
        // Beyond the last possible count the ratio is nought, or less by rounding.
        if term.is_nan() || term <= sum * NEGLIGIBLE {
            return sum;
        }
        sum += term;
        at += step;
    }
}

/// The logarithm of the probability of `count` successes in `trials` of probability `share`, with
/// `rest` as its complement. Loader's `dbinom_raw`.
fn ln_binomial(count: f64, trials: f64, share: f64, rest: f64) -> f64 {
    let missed = trials - count;
    if share == 0.0 || rest == 0.0 {
        let is_certain = if share == 0.0 { count == 0.0 } else { missed == 0.0 };
        return if is_certain { 0.0 } else { f64::NEG_INFINITY };
    }
    if count == 0.0 || missed == 0.0 {
        let (certain, other) = if count == 0.0 { (rest, share) } else { (share, rest) };
        // The smaller of both is the one that is known to all its digits.
        let ln = if other < certain { (-other).ln_1p() } else { certain.ln() };
        return trials * ln;
    }
    stirling_error(trials)
        - stirling_error(count)
        - stirling_error(missed)
        - deviance(count, trials * share)
        - deviance(missed, trials * rest)
        - 0.5 * (TAU.ln() + count.ln() + (-count / trials).ln_1p())
}

/// `x ln(x / mean) + mean - x`: Loader's `bd0`, a series where both are near to each other.
pub(super) fn deviance(x: f64, mean: f64) -> f64 {
    let difference = x - mean;
    if difference.abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() - difference;
    }
    let v = difference / (x + mean);
    let mut sum = difference * v;
    let mut power = 2.0 * x * v;
    let mut divisor = 1.0;
    loop {
        power *= v * v;
        divisor += 2.0;
        let next = sum + power / divisor;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

/// What Stirling's formula lacks of the logarithm of a factorial. Loader's `stirlerr`: in full for
/// the first, a series from sixteen on.
fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        let mut factorial = 1.0;
        let mut at = 2.0;
        while at <= n {
            factorial *= at;
            at += 1.0;
        }
        return f64::ln(factorial) - (n + 0.5) * n.ln() + n - 0.5 * TAU.ln();
    }
    const SERIES: [f64; 6] =
        [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
    let square = n * n;
    SERIES.iter().rev().fold(0.0, |sum, term| sum / square + term) / n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_of_stirling_is_what_factorials_say() {
        // The two ways meet where one takes over.
        for n in [16u8, 17, 18] {
            let factorial: f64 = (1..=n).map(f64::from).product();
            let n = f64::from(n);
            let exact = factorial.ln() - (n + 0.5) * n.ln() + n - 0.5 * TAU.ln();
            assert!((stirling_error(n) - exact).abs() < 2e-14, "{n}");
        }
    }

    #[test]
    fn a_deviance_loses_nothing_near_to_its_mean() {
        let (x, mean) = (1e9 + 1.0, 1e9);
        assert!((deviance(x, mean) - 0.5e-9).abs() < 1e-18);
        assert!((deviance(2.0, 1.0) - (2.0 * 2.0f64.ln() - 1.0)).abs() < 1e-15);
    }
}
