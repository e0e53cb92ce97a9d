//! Sizes of files as people write them: `256M`, `2 Go`, `1000`.

/// A size in bytes: a number and, after it, `K`, `M` or `G` (powers of 1024), with `o` or `B` or not.
pub(crate) fn parse(text: &str) -> Result<u64, String> {
    let told = || "écrire un nombre, suivi ou non de K, M ou G : 256M, 2G".to_owned();
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number: u64 = text[..digits].parse().map_err(|_| told())?;
    let unit = text[digits..].trim().trim_end_matches(['o', 'O', 'b', 'B', 'i']).to_uppercase();
    let shift = match unit.as_str() {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        _ => return Err(told()),
    };
    number.checked_mul(1 << shift).ok_or_else(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        let read = ["1000", "4K", "256M", "2 Go", "1GiB"].map(|text| parse(text).unwrap());
        assert_eq!(read, [1000, 4 << 10, 256 << 20, 2 << 30, 1 << 30]);
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for text in ["", "M", "3T", "-1", "99999999999G"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
