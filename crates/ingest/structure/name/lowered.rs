//! Names in capitals as they are written elsewhere: `LE GUÉNO-MARTIN` → `Le Guéno-Martin`.

use crate::words::is_upper;

/// Capitals lowered but for the first letter of each part: `LE GUÉNO-MARTIN` → `Le Guéno-Martin`.
pub(crate) fn lowered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (rank, word) in text.split(' ').enumerate() {
        if rank > 0 {
            out.push(' ');
        }
        push_lowered(word, &mut out);
    }
    out
}

fn push_lowered(word: &str, out: &mut String) {
    if !is_in_capitals(word) || word.ends_with('.') {
        out.push_str(word);
        return;
    }
    let mut start = true;
    for c in word.chars() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
}

/// Whether a word is in capitals: what writes them may forget accented letters, as in `CéDRIC`.
fn is_in_capitals(word: &str) -> bool {
    if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    is_upper(word) || word.chars().filter(|c| c.is_uppercase()).count() > 1
}
