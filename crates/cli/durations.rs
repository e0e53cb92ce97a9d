//! Durations as people write them: `30s`, `10m`, `36h`, `7j`.

use std::time::Duration;

/// A number and, after it, `s`, `m` (or `min`), `h` or `j` (or `d`); seconds where nothing follows.
pub(crate) fn parse(text: &str) -> Result<Duration, String> {
    let told = || "écrire un nombre, suivi de s, m, h ou j : 30s, 10m, 36h".to_owned();
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number: u64 = text[..digits].parse().map_err(|_| told())?;
    let seconds = match text[digits..].trim() {
        "" | "s" => 1,
        "m" | "min" => 60,
        "h" => 3_600,
        "j" | "d" => 86_400,
        _ => return Err(told()),
    };
    number.checked_mul(seconds).map(Duration::from_secs).ok_or_else(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_units() {
        let read = ["45", "30s", "10 m", "36h", "7j"].map(|text| parse(text).unwrap().as_secs());
        assert_eq!(read, [45, 30, 600, 129_600, 604_800]);
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in ["", "h", "10x", "-1s", "99999999999999999999j"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
