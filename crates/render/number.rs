//! Numbers with decimals, as French writes them.

/// With so many decimals and a decimal comma: `7,82`.
pub(crate) fn decimal(number: f64, decimals: usize) -> String {
    format!("{number:.decimals$}").replace('.', ",")
}

/// With its sign, one decimal, and `ns` where chance explains it: `+3,4`, `−0,8 ns`.
pub(crate) fn specificity(specificity: f64, is_banal: bool) -> String {
    let sign = match specificity {
        s if s >= 0.05 => "+",
        s if s <= -0.05 => "−",
        _ => "",
    };
    let flag = if is_banal { " ns" } else { "" };
    format!("{sign}{}{flag}", decimal(specificity.abs(), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_specificity_has_its_sign_and_says_what_chance_explains() {
        assert_eq!(specificity(3.42, false), "+3,4");
        assert_eq!(specificity(-0.81, true), "−0,8 ns");
        assert_eq!(specificity(-0.01, true), "0,0 ns");
        assert_eq!(decimal(1234.5, 2), "1234,50");
    }
}
