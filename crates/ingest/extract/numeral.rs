//! Numbers as lists print them: `3`, `c`, `III`.

/// What stands before an item of a list, or before a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A sign.
    Bullet,
    /// A number, as printed.
    Number(String),
    /// Nothing.
    None,
}

/// A number in a format, named as Word or an open document names it.
pub(super) fn numeral(format: &str, number: u32) -> String {
    match format {
        "lowerLetter" | "a" => letters(number),
        "upperLetter" | "A" => letters(number).to_uppercase(),
        "lowerRoman" | "i" => roman(number).to_lowercase(),
        "upperRoman" | "I" => roman(number),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`.
fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    let times = usize::try_from(at / 26 + 1).unwrap_or(1).min(9);
    std::iter::repeat_n(letter, times).collect()
}

/// Beyond what lists count to, digits.
fn roman(mut number: u32) -> String {
    const VALUES: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number >= 400 {
        return number.to_string();
    }
    let mut roman = String::new();
    for (value, sign) in VALUES {
        while number >= value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_in_their_format() {
        let of = |format, numbers: [u32; 3]| numbers.map(|number| numeral(format, number));
        assert_eq!(of("decimal", [1, 12, 0]), ["1", "12", "0"]);
        assert_eq!(of("lowerLetter", [1, 26, 28]), ["a", "z", "bb"]);
        assert_eq!(of("upperRoman", [4, 49, 1000]), ["IV", "XLIX", "1000"]);
        assert_eq!(numeral("decimalZero", 7), "07");
    }
}
