//! Runs: letters and digits without a break, of which the rules make words.

use unicode_normalization::char::is_combining_mark;

/// Where the first run at or after `at` starts.
pub(crate) fn next_start(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            return Some(at);
        }
        if byte.is_ascii() {
            at += 1;
            continue;
        }
        let character = text[at..].chars().next()?;
        if belongs_to_run(character) {
            return Some(at);
        }
        at += character.len_utf8();
    }
}

/// Where the run that starts at `at` ends: `at` itself if there is none.
pub(crate) fn end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            at += 1;
        } else if byte.is_ascii() {
            break;
        } else if byte == 0xc3 && !matches!(bytes.get(at + 1), Some(0x97 | 0xb7)) {
            // U+00C0 to U+00FF: letters, but for the signs × and ÷.
            at += 2;
        } else {
            match text[at..].chars().next() {
                Some(character) if belongs_to_run(character) => at += character.len_utf8(),
                _ => break,
            }
        }
    }
    at
}

/// The run that starts at `at`, which may be empty.
pub(crate) fn at(text: &str, at: usize) -> &str {
    &text[at..end(text, at)]
}

/// A mark that normalisation could not compose belongs to the letter before it.
fn belongs_to_run(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, run: Option<&str>) {
        assert_eq!(next_start(text, 0).map(|start| at(text, start)), run, "{text}");
    }

    #[test]
    fn a_run_holds_letters_and_digits() {
        check("« précarité » !", Some("précarité"));
        check("  2ème ", Some("2ème"));
    }

    #[test]
    fn apostrophes_hyphens_and_dots_end_a_run() {
        check("l'accès", Some("l"));
        check("non-recours", Some("non"));
        check("agent·e", Some("agent"));
    }

    #[test]
    fn punctuation_alone_holds_no_run() {
        check("« … » – !", None);
    }
}
