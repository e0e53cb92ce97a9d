//! Lengths as style sheets write them.

/// A length in points: `0.25cm`, `6pt`, `1em`; `None` for what is relative to a size unknown.
pub(super) fn points(length: &str) -> Option<f32> {
    const UNITS: [(&str, f32); 8] = [
        ("pt", 1.0),
        ("cm", 28.35),
        ("mm", 2.835),
        ("in", 72.0),
        ("px", 0.75),
        ("pc", 12.0),
        ("rem", 12.0),
        ("em", 12.0),
    ];
    let length = length.trim();
    let (number, factor) = UNITS
        .iter()
        .find_map(|(unit, factor)| Some((length.strip_suffix(unit)?, *factor)))
        .or_else(|| (length == "0").then_some(("0", 1.0)))?;
    let number: f32 = number.trim().parse().ok()?;
    number.is_finite().then_some(number * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_in_points() {
        assert_eq!(points("6pt"), Some(6.0));
        assert_eq!(points("0in"), Some(0.0));
        assert_eq!(points(" 1rem"), Some(12.0));
        assert_eq!(points("0"), Some(0.0));
        assert_eq!(points("115%"), None);
        assert_eq!(points("auto"), None);
    }
}
