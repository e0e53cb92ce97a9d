//! Numbers as French writes them.

/// `count` and its noun: `1 section`, `12 sections`. French counts zero in the singular.
pub fn counted(count: usize, singular: &str, plural: &str) -> String {
    let noun = if count < 2 { singular } else { plural };
    format!("{} {noun}", grouped(count as u64))
}

/// Digits by three, as French groups them: `12 345`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_singular() {
        assert_eq!(counted(0, "section", "sections"), "0 section");
        assert_eq!(counted(2, "section", "sections"), "2 sections");
    }

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(grouped(1234), "1\u{202f}234");
        assert_eq!(grouped(123), "123");
    }
}
